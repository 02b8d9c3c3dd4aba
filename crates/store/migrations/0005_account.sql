-- Accounts: signing in from the browser that asked, visits that can be told apart, changed addresses, calendars.

-- A wish to sign in lives for minutes, so nothing of the old table is kept.
DROP TABLE sign_in;
CREATE TABLE sign_in (
    token_hash    TEXT PRIMARY KEY,            -- of the link's secret
    browser_hash  TEXT NOT NULL,               -- of the secret that the asking browser keeps
    code_hash     TEXT NOT NULL,               -- keyed; of the code that can be typed there
    holder        TEXT,                        -- NULL: the address is nobody's; wrong codes are counted all the same
    wanted        TEXT NOT NULL,               -- the page to go on to; '' for the first one
    wrong_codes   BIGINT NOT NULL,
    asked_at      BIGINT NOT NULL,
    expires_at    BIGINT NOT NULL,
    used_at       BIGINT
);
CREATE INDEX sign_in_by_browser ON sign_in (browser_hash, asked_at);
CREATE INDEX sign_in_by_expiry ON sign_in (expires_at);

ALTER TABLE session ADD COLUMN seen_at BIGINT NOT NULL DEFAULT 0;       -- to the hour; 0: before this column was
ALTER TABLE session ADD COLUMN browser TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN platform TEXT NOT NULL DEFAULT '';
CREATE INDEX session_by_expiry ON session (expires_at);

CREATE TABLE address_change (
    id            TEXT PRIMARY KEY,
    holder        TEXT NOT NULL,
    token_hash    TEXT NOT NULL,               -- of the secret in the letter to the new address
    old_address   BYTEA NOT NULL,              -- sealed
    new_address   BYTEA NOT NULL,              -- sealed
    asked_at      BIGINT NOT NULL,
    expires_at    BIGINT NOT NULL,
    confirmed_at  BIGINT,
    ended_at      BIGINT                       -- given up before it was confirmed, or undone after
);
CREATE UNIQUE INDEX address_change_by_token ON address_change (token_hash);
CREATE INDEX address_change_by_holder ON address_change (holder, asked_at);

CREATE TABLE calendar (
    holder        TEXT PRIMARY KEY,
    token_hash    TEXT NOT NULL,               -- of the secret in the calendar's address
    made_at       BIGINT NOT NULL
);
CREATE UNIQUE INDEX calendar_by_token ON calendar (token_hash);
