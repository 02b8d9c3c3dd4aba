-- What tells this database apart from its copies: the highest number is the present epoch. In sandbox mode there is none.
CREATE TABLE epoch (
    number        BIGINT PRIMARY KEY,
    id            TEXT NOT NULL,               -- drawn by chance
    place         TEXT NOT NULL,               -- where the database lay when it began
    begun_at      BIGINT NOT NULL,
    mark          BIGINT NOT NULL,             -- grows with each claim of letters, over all epochs
    marked_at     BIGINT NOT NULL
);
