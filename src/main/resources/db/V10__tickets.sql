-- Removal tasks as tickets of other systems.

-- Since when a system is configured: older tasks get no ticket.
CREATE TABLE ticket_system (
    name  TEXT   PRIMARY KEY,
    since BIGINT NOT NULL
);

CREATE TABLE ticket (
    system      TEXT    NOT NULL,
    task        TEXT    NOT NULL,
    -- What is wanted: the newest event of the task, its place in the outbox, and whether the ticket is to be open.
    data        TEXT    NOT NULL,
    open        BOOLEAN NOT NULL,
    wanted      BIGINT  NOT NULL,
    wanted_at   BIGINT  NOT NULL,
    -- What the ticket shows.
    done        BIGINT  NOT NULL,
    told        TEXT    NOT NULL,
    told_open   BOOLEAN NOT NULL,
    -- What a creation was sent with whose outcome is not known, and when; null while nothing is open.
    sent        BIGINT,
    sent_at     BIGINT,
    external    TEXT,
    link        TEXT,
    -- How far the change under way has come.
    act         TEXT    NOT NULL,
    acting      BIGINT  NOT NULL,
    step        INTEGER NOT NULL,
    attempts    INTEGER NOT NULL,
    next_try_at BIGINT  NOT NULL,
    trouble     TEXT    NOT NULL,
    given_up    BOOLEAN NOT NULL,
    -- What the other system said last: that the ticket was closed or reopened there.
    theirs      TEXT    NOT NULL,
    PRIMARY KEY (system, task)
);

CREATE INDEX ticket_due ON ticket (system, next_try_at) WHERE done < wanted;
CREATE INDEX ticket_external ON ticket (system, external);
