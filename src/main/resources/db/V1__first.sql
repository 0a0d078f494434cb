-- One text for SQLite and PostgreSQL. Ids are made by the program, times are epoch milliseconds.

CREATE TABLE outbox (
    seq     BIGINT PRIMARY KEY,
    id      TEXT   NOT NULL UNIQUE,
    type    TEXT   NOT NULL,
    subject TEXT   NOT NULL,
    at      BIGINT NOT NULL,
    body    TEXT   NOT NULL
);

CREATE TABLE counter (
    name  TEXT   PRIMARY KEY,
    value BIGINT NOT NULL
);

INSERT INTO counter (name, value) VALUES ('outbox', 0);

CREATE TABLE consumer (
    name     TEXT   PRIMARY KEY,
    position BIGINT NOT NULL
);

CREATE TABLE listing (
    id             TEXT   PRIMARY KEY,
    address        TEXT   NOT NULL,
    list           TEXT   NOT NULL,
    pools          TEXT   NOT NULL,
    severity       TEXT   NOT NULL,
    scope          TEXT   NOT NULL,
    reason         TEXT   NOT NULL,
    codes          TEXT   NOT NULL,
    text           TEXT   NOT NULL,
    opened_at      BIGINT NOT NULL,
    closed_at      BIGINT,
    closed_because TEXT
);

-- The store itself refuses a second open listing of a pair.
CREATE UNIQUE INDEX listing_open ON listing (address, list) WHERE closed_at IS NULL;
CREATE INDEX listing_history ON listing (address, opened_at);

CREATE TABLE transition (
    id         TEXT   PRIMARY KEY,
    listing    TEXT   NOT NULL REFERENCES listing (id),
    at         BIGINT NOT NULL,
    address    TEXT   NOT NULL,
    list       TEXT   NOT NULL,
    transition TEXT   NOT NULL,
    codes      TEXT   NOT NULL,
    text       TEXT   NOT NULL,
    because    TEXT
);

CREATE INDEX transition_at ON transition (at);
CREATE INDEX transition_address ON transition (address, at);

-- The membership that the journal knows, so that a restart tells who joined or left meanwhile.
CREATE TABLE member (
    address   TEXT   PRIMARY KEY,
    pools     TEXT   NOT NULL,
    joined_at BIGINT NOT NULL
);

-- The last good answer of every pool source outlives a restart.
CREATE TABLE source_yield (
    source TEXT   PRIMARY KEY,
    at     BIGINT NOT NULL,
    ranges TEXT   NOT NULL
);

-- The health of lists and resolvers as it was last told, so that a restart tells only what changed.
CREATE TABLE health (
    subject TEXT   PRIMARY KEY,
    state   TEXT   NOT NULL,
    cause   TEXT   NOT NULL,
    since   BIGINT NOT NULL
);
