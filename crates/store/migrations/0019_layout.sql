-- The layout that a letter was written in, where a vendor has its own: its text is kept beside the wordings, once.
ALTER TABLE letter ADD COLUMN layout TEXT;
