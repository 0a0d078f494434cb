-- Who has to be told what, and the removal tasks.

-- What one receiver hears together.
CREATE TABLE alert_group (
    id              TEXT   PRIMARY KEY,
    receiver        TEXT   NOT NULL,
    group_wait      BIGINT NOT NULL,
    group_interval  BIGINT NOT NULL,
    repeat_interval BIGINT NOT NULL,
    -- When what waits is due; null while nothing waits.
    due_at          BIGINT,
    -- When the last message was made; null before the first.
    sent_at         BIGINT
);

CREATE INDEX alert_group_receiver ON alert_group (receiver);

-- What is wrong as one receiver knows it; gone when the receiver has heard that it is over.
CREATE TABLE alert (
    receiver TEXT    NOT NULL,
    incident TEXT    NOT NULL,
    grp      TEXT    NOT NULL REFERENCES alert_group (id),
    event    TEXT    NOT NULL,
    open     BOOLEAN NOT NULL,
    told     BOOLEAN NOT NULL,
    PRIMARY KEY (receiver, incident)
);

CREATE INDEX alert_incident ON alert (incident);
CREATE INDEX alert_grp ON alert (grp);

-- An event that a receiver has to hear of.
CREATE TABLE delivery (
    event    TEXT    NOT NULL,
    receiver TEXT    NOT NULL,
    incident TEXT    NOT NULL,
    grp      TEXT    NOT NULL,
    seq      BIGINT  NOT NULL,
    type     TEXT    NOT NULL,
    subject  TEXT    NOT NULL,
    at       BIGINT  NOT NULL,
    body     TEXT    NOT NULL,
    opening  BOOLEAN NOT NULL,
    state    TEXT    NOT NULL,
    message  TEXT,
    PRIMARY KEY (event, receiver)
);

CREATE INDEX delivery_waiting ON delivery (grp, seq) WHERE state = 'waiting';
CREATE INDEX delivery_message ON delivery (message);

-- A message as it was put together; it stays what it is until the receiver has taken or finally refused it.
CREATE TABLE message (
    id          TEXT    PRIMARY KEY,
    receiver    TEXT    NOT NULL,
    grp         TEXT    NOT NULL,
    repeated    BOOLEAN NOT NULL,
    made_at     BIGINT  NOT NULL,
    attempts    INTEGER NOT NULL,
    next_try_at BIGINT  NOT NULL,
    done_at     BIGINT,
    outcome     TEXT
);

CREATE INDEX message_pending ON message (receiver, next_try_at) WHERE done_at IS NULL;

CREATE TABLE removal_task (
    id         TEXT   PRIMARY KEY,
    listing    TEXT   NOT NULL UNIQUE,
    address    TEXT   NOT NULL,
    list       TEXT   NOT NULL,
    pools      TEXT   NOT NULL,
    severity   TEXT   NOT NULL,
    reason     TEXT   NOT NULL,
    state      TEXT   NOT NULL,
    opened_at  BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    expires_at BIGINT,
    closed_at  BIGINT,
    closed_as  TEXT,
    proof      TEXT,
    plan       TEXT   NOT NULL
);

CREATE INDEX removal_task_state ON removal_task (state, opened_at);
CREATE INDEX removal_task_address ON removal_task (address, opened_at);
