-- What recipients complained about, as feedback loops report it.
CREATE TABLE complaint (
    id        TEXT    PRIMARY KEY,
    -- The same for the same complaint, however often it is told.
    key       TEXT    NOT NULL UNIQUE,
    seen_at   BIGINT  NOT NULL,
    address   TEXT,
    -- Of whoever complained.
    domain    TEXT,
    type      TEXT    NOT NULL,
    incidents BIGINT  NOT NULL
);

CREATE INDEX complaint_seen ON complaint (seen_at);
CREATE INDEX complaint_address ON complaint (address, seen_at);
