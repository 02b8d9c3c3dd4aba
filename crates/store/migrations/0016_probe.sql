-- Written to find out whether the database takes commits.
CREATE TABLE probe (
    id            BIGINT PRIMARY KEY,          -- 1
    written_at    BIGINT NOT NULL
);
