-- What came back: reports about letters, each kind once for a letter; and the addresses that take no mail.

CREATE TABLE report (
    letter        TEXT NOT NULL,
    what          TEXT NOT NULL,
    status        TEXT NOT NULL,
    words         TEXT NOT NULL,
    received_at   BIGINT NOT NULL,
    PRIMARY KEY (letter, what)
);

CREATE TABLE suppression (
    address_hash  BYTEA PRIMARY KEY,           -- keyed hash, as holder.address_hash
    since_at      BIGINT NOT NULL,
    why           TEXT NOT NULL,
    letter        TEXT NOT NULL,               -- the letter that did not arrive
    lifted_at     BIGINT                       -- from then on it takes mail; what was written before proves nothing more
);
CREATE INDEX suppression_in_force ON suppression (since_at) WHERE lifted_at IS NULL;
