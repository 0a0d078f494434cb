-- The life of a removal task: what it is about, when to look at it again, and all that is known of it.

-- The target, or the incident that all targets of a range share; with the list it is one task.
ALTER TABLE removal_task ADD COLUMN subject TEXT;
ALTER TABLE removal_task ADD COLUMN covers TEXT;
UPDATE removal_task SET subject = address;
ALTER TABLE removal_task ADD COLUMN due_at BIGINT;
-- When somebody has to look whether the list would let go; null while nobody has to.
ALTER TABLE removal_task ADD COLUMN look_at BIGINT;
ALTER TABLE removal_task ADD COLUMN dossier TEXT;
-- Tasks that were open before there was anything to look at.
UPDATE removal_task SET look_at = opened_at WHERE closed_at IS NULL;

CREATE INDEX removal_task_subject ON removal_task (list, subject, opened_at);
CREATE INDEX removal_task_due ON removal_task (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX removal_task_look ON removal_task (look_at) WHERE look_at IS NOT NULL;

-- The listings that a task is about, those of earlier times included.
CREATE TABLE removal_member (
    listing TEXT    PRIMARY KEY,
    task    TEXT    NOT NULL,
    address TEXT    NOT NULL,
    open    BOOLEAN NOT NULL
);

INSERT INTO removal_member (listing, task, address, open)
    SELECT listing, id, address, closed_at IS NULL FROM removal_task;

CREATE INDEX removal_member_task ON removal_member (task, open);
CREATE INDEX removal_member_address ON removal_member (address);

-- Who did what about a task.
CREATE TABLE removal_history (
    task   TEXT   NOT NULL,
    n      BIGINT NOT NULL,
    at     BIGINT NOT NULL,
    actor  TEXT   NOT NULL,
    action TEXT   NOT NULL,
    state  TEXT   NOT NULL,
    detail TEXT   NOT NULL,
    PRIMARY KEY (task, n)
);

-- Each time that a target was listed, for the figures of lists and pools.
CREATE TABLE removal_episode (
    task         TEXT   NOT NULL,
    n            BIGINT NOT NULL,
    list         TEXT   NOT NULL,
    pools        TEXT   NOT NULL,
    opened_at    BIGINT NOT NULL,
    requested_at BIGINT,
    closed_at    BIGINT,
    closed_as    TEXT,
    PRIMARY KEY (task, n)
);

INSERT INTO removal_episode (task, n, list, pools, opened_at, closed_at, closed_as)
    SELECT id, 1, list, pools, opened_at, closed_at, closed_as FROM removal_task;
CREATE INDEX removal_episode_list ON removal_episode (list, opened_at);
