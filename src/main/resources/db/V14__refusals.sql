-- Who refused us: one row for each recipient of a message that a server did not take.
CREATE TABLE refusal (
    id       TEXT    PRIMARY KEY,
    -- The same for the same refusal, however it comes to be known.
    key      TEXT    NOT NULL UNIQUE,
    seen_at  BIGINT  NOT NULL,
    address  TEXT,
    domain   TEXT,
    mta      TEXT,
    recipient TEXT,
    -- Whoever blocks by a judgement of its own, where no list can be asked.
    receiver TEXT,
    class    TEXT    NOT NULL,
    operator TEXT,
    relevant BOOLEAN NOT NULL,
    -- As the API shows it.
    body     TEXT    NOT NULL
);

CREATE INDEX refusal_seen ON refusal (seen_at);
CREATE INDEX refusal_address ON refusal (address, id);
CREATE INDEX refusal_domain ON refusal (domain, id);
CREATE INDEX refusal_receiver ON refusal (address, receiver, seen_at);

-- Receivers that refuse an address by a judgement of their own: from the first refusal that counts until mail is taken again.
CREATE TABLE refusal_block (
    id             TEXT   PRIMARY KEY,
    address        TEXT   NOT NULL,
    receiver       TEXT   NOT NULL,
    pools          TEXT   NOT NULL,
    code           TEXT,
    reply          TEXT   NOT NULL,
    opened_at      BIGINT NOT NULL,
    last_at        BIGINT NOT NULL,
    closed_at      BIGINT,
    closed_because TEXT
);

CREATE UNIQUE INDEX refusal_block_open ON refusal_block (address, receiver) WHERE closed_at IS NULL;
CREATE INDEX refusal_block_last ON refusal_block (last_at) WHERE closed_at IS NULL;

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
