-- What holds sending, and what held it: nothing is claimed while a row is not released.
CREATE TABLE hold (
    cause         TEXT NOT NULL,               -- operator, or the fuse that blew
    since_at      BIGINT NOT NULL,
    held_by       TEXT NOT NULL,
    why           TEXT NOT NULL,
    released_at   BIGINT,
    released_by   TEXT,
    PRIMARY KEY (cause, since_at)
);
CREATE UNIQUE INDEX hold_once ON hold (cause) WHERE released_at IS NULL;
