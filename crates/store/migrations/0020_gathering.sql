-- Several letters travel as one mail where an address would get too many on one day: each is in the portal by itself.
--
-- travels_in: the letter that brings it; none where it travels by itself.
ALTER TABLE letter ADD COLUMN travels_in TEXT;
CREATE INDEX letter_by_mail ON letter (travels_in) WHERE travels_in IS NOT NULL;
