-- The portal: lists of messages name each by its subject without writing the letter anew, and holders keep pages of help.

ALTER TABLE letter ADD COLUMN subject BYTEA;   -- sealed; NULL: written before this column, its words have it
CREATE INDEX letter_newest ON letter (holder, written_at, id);
DROP INDEX letter_by_holder;

CREATE TABLE kept_page (
    holder        TEXT NOT NULL,
    page          TEXT NOT NULL,               -- a page of the Library
    kept_at       BIGINT NOT NULL,
    PRIMARY KEY (holder, page)
);
