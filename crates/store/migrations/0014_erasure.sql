-- Erasures: that one took place and when, never whose it was. `swept_at`: when what was deleted had left the files as well.
CREATE TABLE erasure (
    id            TEXT PRIMARY KEY,
    at            BIGINT NOT NULL,
    asked_by      TEXT NOT NULL,               -- holder or operator
    licenses      BIGINT NOT NULL,             -- how many belong to nobody since
    swept_at      BIGINT
);
CREATE INDEX erasure_unswept ON erasure (id) WHERE swept_at IS NULL;
