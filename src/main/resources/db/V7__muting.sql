-- What is wrong at all, whoever is told of it; what is kept quiet and by whom.

CREATE TABLE incident (
    id            TEXT   PRIMARY KEY,
    kind          TEXT   NOT NULL,
    list          TEXT,
    address       TEXT,
    labels        TEXT   NOT NULL,
    headline      TEXT   NOT NULL,
    -- The resolvers through which it was seen, joined by commas.
    resolvers     TEXT   NOT NULL,
    opened_at     BIGINT NOT NULL,
    acked_at      BIGINT,
    acked_by      TEXT,
    acked_comment TEXT
);

CREATE INDEX incident_address ON incident (address);
CREATE INDEX incident_kind ON incident (kind);

CREATE TABLE silence (
    id         TEXT   PRIMARY KEY,
    match      TEXT   NOT NULL,
    author     TEXT   NOT NULL,
    comment    TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    starts_at  BIGINT NOT NULL,
    ends_at    BIGINT NOT NULL
);

CREATE INDEX silence_ends ON silence (ends_at);

-- Who changed what is told.
CREATE TABLE audit (
    id      TEXT   PRIMARY KEY,
    at      BIGINT NOT NULL,
    actor   TEXT   NOT NULL,
    action  TEXT   NOT NULL,
    subject TEXT   NOT NULL,
    detail  TEXT   NOT NULL
);

CREATE INDEX audit_at ON audit (at);

-- Why an open alert is kept from its receiver, as it was found when its group was last looked at; null when it is not.
ALTER TABLE alert ADD COLUMN muted TEXT;
-- The names of the route's time intervals, joined by commas.
ALTER TABLE alert_group ADD COLUMN mute_times TEXT;
ALTER TABLE alert_group ADD COLUMN active_times TEXT;
-- Before this the group is not looked at again: all that it has to say is kept quiet.
ALTER TABLE alert_group ADD COLUMN quiet_until BIGINT;
