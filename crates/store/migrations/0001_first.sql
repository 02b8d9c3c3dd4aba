-- The first flow: what happens to a license (event), what is owed because of it (notice),
-- the words it is told in (letter), and how they were carried (attempt).
--
-- For both engines: TEXT, BIGINT and BYTEA columns; instants in microseconds UTC (…_at),
-- days since 1970-01-01 (…_on). `bucket` is a hash of the license, 0…1023; it stands, with `due_on`
-- for what is sent, in the keys so that tables can be spread over many machines later.

CREATE TABLE holder (
    id            TEXT PRIMARY KEY,
    address_hash  BYTEA NOT NULL,              -- keyed hash, for look-up
    address       BYTEA NOT NULL,              -- sealed
    name          TEXT,
    language      TEXT,
    zone          TEXT,
    declined      TEXT NOT NULL,               -- kinds, separated by blanks
    has_account   BIGINT NOT NULL,
    recorded_at   BIGINT NOT NULL
);
CREATE UNIQUE INDEX holder_by_address ON holder (address_hash);

CREATE TABLE license (
    bucket        BIGINT NOT NULL,
    id            TEXT NOT NULL,
    external_id   TEXT,
    serial_hash   BYTEA NOT NULL,              -- keyed hash, for look-up
    serial        BYTEA NOT NULL,              -- sealed
    product       TEXT NOT NULL,
    segment       TEXT NOT NULL,
    devices       BIGINT NOT NULL,
    months        BIGINT NOT NULL,
    offer         TEXT NOT NULL,
    holder        TEXT REFERENCES holder (id),
    issued_on     BIGINT,
    term          BIGINT,                      -- number of the present term; its dates follow
    registered_on BIGINT,
    expires_on    BIGINT,
    known_at      BIGINT,
    blocked_reason TEXT,
    blocked_on    BIGINT,
    successor     TEXT,
    succession    TEXT,                        -- how the successor took its place
    previous      TEXT,
    previous_by   TEXT,                        -- how it took the place of the previous one
    replacements  BIGINT NOT NULL,
    deleted_at    BIGINT,
    source_digest TEXT,                        -- of the row it was imported from
    recorded_at   BIGINT NOT NULL,
    PRIMARY KEY (bucket, id)
);
CREATE UNIQUE INDEX license_by_external_id ON license (external_id);
CREATE UNIQUE INDEX license_by_serial ON license (serial_hash);
CREATE INDEX license_by_holder ON license (holder);
-- The planner's: what expires when, of the licenses that reminders are owed for.
CREATE INDEX license_open ON license (segment, expires_on)
    WHERE term IS NOT NULL AND blocked_reason IS NULL AND deleted_at IS NULL;
-- The janitor's: what waits for its deletion.
CREATE INDEX license_superseded ON license (expires_on)
    WHERE blocked_reason = 'superseded' AND deleted_at IS NULL;

CREATE TABLE event (
    bucket        BIGINT NOT NULL,
    id            TEXT NOT NULL,
    license       TEXT NOT NULL,
    holder        TEXT,
    what          TEXT NOT NULL,
    detail        TEXT NOT NULL,               -- JSON
    at            BIGINT NOT NULL,
    PRIMARY KEY (bucket, id)
);
CREATE INDEX event_by_license ON event (license, id);
CREATE INDEX event_theft ON event (holder, at) WHERE what = 'theft_attempt';

CREATE TABLE notice (
    bucket        BIGINT NOT NULL,
    due_on        BIGINT NOT NULL,
    id            TEXT NOT NULL,
    license       TEXT NOT NULL,
    term          BIGINT NOT NULL,
    kind          TEXT NOT NULL,
    step          TEXT NOT NULL,               -- '-30', '0', '+20'; '' for "at once"
    occasion      TEXT NOT NULL,               -- '' for dated steps
    holder        TEXT,                        -- when it was written, or at the last claim
    due_at        BIGINT NOT NULL,
    limit_at      BIGINT,
    state         TEXT NOT NULL,
    reason        TEXT NOT NULL,
    wake_at       BIGINT,                      -- when something is to be done next; NULL at the end
    attempts      BIGINT NOT NULL,             -- also the fencing number of the present claim
    first_claimed_at BIGINT,
    letter        TEXT,
    planned_at    BIGINT NOT NULL,
    ended_at      BIGINT,
    PRIMARY KEY (bucket, due_on, id)
);
-- Exactly one notice for each license, term, kind, step and occasion. `due_on` follows from term and
-- step, or from the causing event.
CREATE UNIQUE INDEX notice_once ON notice (bucket, due_on, license, term, kind, step, occasion);
CREATE INDEX notice_by_license ON notice (license, due_at);
CREATE INDEX notice_awake ON notice (wake_at) WHERE wake_at IS NOT NULL;
-- What one holder is owed of one kind and step: told in one letter where it is much.
CREATE INDEX notice_alike ON notice (holder, kind, step) WHERE wake_at IS NOT NULL;
CREATE INDEX notice_theft ON notice (holder, due_at) WHERE kind = 'theft-attempt';
CREATE INDEX notice_by_id ON notice (id);
CREATE INDEX notice_by_letter ON notice (letter) WHERE letter IS NOT NULL;

CREATE TABLE wording (
    digest        TEXT PRIMARY KEY,
    kind          TEXT NOT NULL,
    language      TEXT NOT NULL,
    body          TEXT NOT NULL
);

CREATE TABLE letter (
    bucket        BIGINT NOT NULL,
    due_on        BIGINT NOT NULL,
    id            TEXT NOT NULL,
    holder        TEXT NOT NULL,
    license       TEXT NOT NULL,
    kind          TEXT NOT NULL,
    step          TEXT NOT NULL,
    language      TEXT NOT NULL,
    address       BYTEA NOT NULL,              -- sealed
    facts         BYTEA NOT NULL,              -- sealed JSON
    wording       TEXT NOT NULL,
    bytes_digest  TEXT NOT NULL,
    message_id    TEXT NOT NULL,
    written_at    BIGINT NOT NULL,
    read_at       BIGINT,
    PRIMARY KEY (bucket, due_on, id)
);
CREATE INDEX letter_by_holder ON letter (holder, written_at);
CREATE INDEX letter_by_id ON letter (id);

CREATE TABLE attempt (
    bucket        BIGINT NOT NULL,
    due_on        BIGINT NOT NULL,
    notice        TEXT NOT NULL,
    number        BIGINT NOT NULL,
    begun_at      BIGINT NOT NULL,
    ended_at      BIGINT,
    outcome       TEXT NOT NULL,               -- '' while it lasts
    reply         TEXT NOT NULL,
    PRIMARY KEY (bucket, due_on, notice, number)
);

-- The planner's memory: one row, and since when each dated step is in force.
CREATE TABLE pass (
    id            BIGINT PRIMARY KEY,
    completed_at  BIGINT NOT NULL,
    full_on       BIGINT NOT NULL              -- the day (UTC) of the last pass over the whole catching-up window
);
CREATE TABLE step_in_force (
    kind          TEXT NOT NULL,
    segment       TEXT NOT NULL,
    days          BIGINT NOT NULL,
    since_at      BIGINT NOT NULL,
    PRIMARY KEY (kind, segment, days)
);

CREATE TABLE sign_in (
    token_hash    TEXT PRIMARY KEY,
    holder        TEXT NOT NULL,
    expires_at    BIGINT NOT NULL,
    used_at       BIGINT
);
CREATE TABLE session (
    token_hash    TEXT PRIMARY KEY,
    id            TEXT NOT NULL,
    holder        TEXT NOT NULL,
    begun_at      BIGINT NOT NULL,
    expires_at    BIGINT NOT NULL
);
CREATE INDEX session_by_holder ON session (holder);
