-- What the fuses measure: how much went out, and came back, on a day.
CREATE INDEX notice_ended ON notice (ended_at) WHERE ended_at IS NOT NULL;
