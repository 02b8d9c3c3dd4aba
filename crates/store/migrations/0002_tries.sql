-- Limits: one row for each bucket that failed checks are counted in; it is empty at `clear_at`, and cleared a day after.
CREATE TABLE tries (
    scope         TEXT NOT NULL,
    key           TEXT NOT NULL,               -- a network, an id, or a keyed hash of a serial number or an address
    begun_at      BIGINT NOT NULL,
    clear_at      BIGINT NOT NULL,
    failed        BIGINT NOT NULL,             -- since begun_at: checked and wrong
    turned_away   BIGINT NOT NULL,             -- since begun_at: came while it was full, and were not checked
    turned_away_at BIGINT,
    PRIMARY KEY (scope, key)
);
CREATE INDEX tries_by_clear ON tries (clear_at);

-- What operators and holders are shown: the attempts, the newest first.
CREATE INDEX event_attempt ON event (id) WHERE what IN ('theft_attempt', 'unchecked_try');
CREATE INDEX event_attempt_by_holder ON event (holder, id) WHERE what IN ('theft_attempt', 'unchecked_try');
CREATE INDEX event_attempt_by_license ON event (license, id) WHERE what IN ('theft_attempt', 'unchecked_try');
