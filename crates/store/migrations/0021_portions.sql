-- A pass of the planner goes in portions, each a transaction of its own: a row while it is under way.
CREATE TABLE pass_under_way (
    id            BIGINT PRIMARY KEY,          -- 1
    begun_at      BIGINT NOT NULL
);

-- The planner's: what expires when, in an order that a portion can go on in, with all that reminders follow from. It
-- takes the place of an index that led to each license's own row.
CREATE INDEX license_expiring ON license (segment, expires_on, bucket, id, product, holder, term, registered_on, known_at, blocked_reason, deleted_at)
    WHERE term IS NOT NULL AND blocked_reason IS NULL AND deleted_at IS NULL AND holder IS NOT NULL;
DROP INDEX license_open;

-- Where the holders live who have said so: small, while many have not.
CREATE INDEX holder_zone ON holder (id, zone) WHERE zone IS NOT NULL;

-- Those that wait for their deletion, in the same order.
DROP INDEX license_superseded;
CREATE INDEX license_superseded ON license (expires_on, id)
    WHERE blocked_reason = 'superseded' AND deleted_at IS NULL;
