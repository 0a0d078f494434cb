-- When a digest was told last.

CREATE TABLE digest (
    name    TEXT   PRIMARY KEY,
    told_at BIGINT NOT NULL
);
