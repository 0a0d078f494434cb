-- When a receiver was last told of something, for its reminders; a busy group reminds too.
ALTER TABLE alert ADD COLUMN told_at BIGINT;
UPDATE alert SET told_at = (SELECT sent_at FROM alert_group g WHERE g.id = alert.grp) WHERE told;

-- The last word on an incident, for receivers that are to hear of it later than others.
ALTER TABLE incident ADD COLUMN event TEXT;
ALTER TABLE incident ADD COLUMN seq BIGINT;
ALTER TABLE incident ADD COLUMN type TEXT;
ALTER TABLE incident ADD COLUMN subject TEXT;
ALTER TABLE incident ADD COLUMN at BIGINT;
ALTER TABLE incident ADD COLUMN body TEXT;

CREATE INDEX delivery_incident ON delivery (incident, receiver);
CREATE INDEX delivery_owed ON delivery (receiver, at) WHERE state IN ('waiting', 'sending');
CREATE INDEX message_group ON message (grp) WHERE done_at IS NULL;
