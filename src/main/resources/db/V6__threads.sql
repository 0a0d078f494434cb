-- What went before a message: the first one of its group, and by what a receiver knows it.

ALTER TABLE alert_group ADD COLUMN thread TEXT;
ALTER TABLE message ADD COLUMN thread TEXT;

-- How a receiver finds a message again that it has taken, to edit it or to answer below it.
CREATE TABLE alert_handle (
    receiver TEXT   NOT NULL,
    thread   TEXT   NOT NULL,
    handle   TEXT   NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (receiver, thread)
);
