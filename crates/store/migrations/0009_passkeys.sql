-- Passkeys: what a holder signs in with instead of a letter, and the challenges that are open.

CREATE TABLE passkey (
    id               TEXT PRIMARY KEY,
    holder           TEXT NOT NULL,
    credential_hash  TEXT NOT NULL,            -- keyed; of the credential's id
    credential       BYTEA NOT NULL,           -- sealed: public key, counter and flags
    name             TEXT NOT NULL,
    made_at          BIGINT NOT NULL,
    used_at          BIGINT
);
CREATE UNIQUE INDEX passkey_by_credential ON passkey (credential_hash);
CREATE INDEX passkey_by_holder ON passkey (holder, made_at);

-- One for each browser: a new challenge takes the place of the one before it.
CREATE TABLE passkey_challenge (
    browser_hash     TEXT PRIMARY KEY,         -- of the secret that the asking browser keeps
    holder           TEXT,                     -- who adds a passkey; NULL: somebody signs in
    challenge        BYTEA NOT NULL,           -- sealed
    expires_at       BIGINT NOT NULL
);
CREATE INDEX passkey_challenge_by_expiry ON passkey_challenge (expires_at);
