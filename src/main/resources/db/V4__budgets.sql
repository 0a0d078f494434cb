-- How many questions of a quota may have been asked in a slot of ten minutes, numbered since 1970: written before they are asked.

CREATE TABLE budget (
    quota     TEXT   NOT NULL,
    slot      BIGINT NOT NULL,
    questions BIGINT NOT NULL,
    PRIMARY KEY (quota, slot)
);
