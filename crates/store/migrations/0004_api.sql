-- The API for shops: who may ask (token), which answers were given to requests with a key (kept_answer),
-- and the order in which events are told (feed).

CREATE TABLE token (
    id            TEXT PRIMARY KEY,
    name          TEXT NOT NULL,               -- of the shop
    token_hash    TEXT NOT NULL,
    scopes        TEXT NOT NULL,               -- separated by blanks
    created_at    BIGINT NOT NULL,
    expires_at    BIGINT,
    revoked_at    BIGINT
);
CREATE UNIQUE INDEX token_by_hash ON token (token_hash);

CREATE TABLE kept_answer (
    token         TEXT NOT NULL,
    key           TEXT NOT NULL,               -- the Idempotency-Key
    request       TEXT NOT NULL,               -- keyed digest of the request
    answer        BYTEA,                       -- sealed
    kept_at       BIGINT NOT NULL,
    PRIMARY KEY (token, key)
);
CREATE INDEX kept_answer_by_age ON kept_answer (kept_at);

-- Events get their place in the feed after they are committed: whoever follows it misses none, however long the
-- transaction of one of them took.
ALTER TABLE event ADD COLUMN place BIGINT;
CREATE UNIQUE INDEX event_by_place ON event (place);
CREATE INDEX event_unplaced ON event (id) WHERE place IS NULL;
CREATE TABLE feed (
    id            BIGINT PRIMARY KEY,
    last          BIGINT NOT NULL
);
