-- What the figures of the last months are made of is found without reading the years before.

CREATE INDEX removal_episode_requested ON removal_episode (requested_at) WHERE requested_at IS NOT NULL;
CREATE INDEX removal_episode_closed ON removal_episode (closed_at) WHERE requested_at IS NOT NULL;
