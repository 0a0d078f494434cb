-- Why a transition was believed, and what listings have in common.

ALTER TABLE transition ADD COLUMN evidence TEXT NOT NULL DEFAULT '{}';
ALTER TABLE listing ADD COLUMN incident TEXT NOT NULL DEFAULT '';
ALTER TABLE listing ADD COLUMN flapping BOOLEAN NOT NULL DEFAULT FALSE;

UPDATE listing SET incident = id;

CREATE INDEX listing_incident ON listing (incident);
