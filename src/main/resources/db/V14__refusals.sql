-- Who refused us: one row for each recipient of a message that a server did not take.
CREATE TABLE refusal (
    id       TEXT    PRIMARY KEY,
    -- The same for the same refusal, however it comes to be known.
    key      TEXT    NOT NULL UNIQUE,
    seen_at  BIGINT  NOT NULL,
    address  TEXT,
    domain   TEXT,
    mta      TEXT,
    class    TEXT    NOT NULL,
    operator TEXT,
    relevant BOOLEAN NOT NULL,
    -- As the API shows it.
    body     TEXT    NOT NULL
);

CREATE INDEX refusal_seen ON refusal (seen_at);
CREATE INDEX refusal_address ON refusal (address, id);
CREATE INDEX refusal_domain ON refusal (domain, id);

-- Lists of the catalogue that a refusal names, and what they said when they were asked about its address.
CREATE TABLE refusal_list (
    refusal  TEXT   NOT NULL,
    list     TEXT   NOT NULL,
    asked_at BIGINT,
    verdict  TEXT,
    PRIMARY KEY (refusal, list)
);

CREATE INDEX refusal_list_list ON refusal_list (list, refusal);

-- How far each followed file has been read.
CREATE TABLE bounce_position (
    source  TEXT   PRIMARY KEY,
    file    TEXT   NOT NULL,
    at_byte BIGINT NOT NULL
);
