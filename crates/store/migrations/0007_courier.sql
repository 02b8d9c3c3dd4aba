-- The courier's lanes, and the patience of a letter.
--
-- lane: 0 urgent (serial numbers, key files, theft), 1 prompt, 2 dated. A huge backlog in one holds up no other.
ALTER TABLE notice ADD COLUMN lane BIGINT NOT NULL DEFAULT 2;
UPDATE notice SET lane = 1 WHERE step = '';
UPDATE notice SET lane = 0 WHERE kind IN ('serial-number', 'key-file', 'theft-attempt', 'license-replaced', 'address-changed');
DROP INDEX notice_awake;
CREATE INDEX notice_awake ON notice (lane, wake_at) WHERE wake_at IS NOT NULL;

-- How often the recipient's side refused, and since when: what fails on our side uses up none of it.
ALTER TABLE notice ADD COLUMN refusals BIGINT NOT NULL DEFAULT 0;
ALTER TABLE notice ADD COLUMN refused_since BIGINT;
UPDATE notice SET refusals = attempts, refused_since = first_claimed_at WHERE wake_at IS NOT NULL AND attempts > 0;
