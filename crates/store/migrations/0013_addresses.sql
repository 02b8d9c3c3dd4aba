-- Changes of address: since when the old address is told of one, and which addresses can still be gone back to.

ALTER TABLE address_change ADD COLUMN told_at BIGINT;    -- the letter to the old address was first written
ALTER TABLE address_change ADD COLUMN old_hash BYTEA;    -- keyed hash of the old address, once it is confirmed
CREATE INDEX address_change_by_old ON address_change (old_hash) WHERE old_hash IS NOT NULL;
