-- How many ranges the file of a list had when it was last believed: a file that shrinks between two runs is held as well.

CREATE TABLE list_file (
    list   TEXT   PRIMARY KEY,
    path   TEXT   NOT NULL,
    format TEXT   NOT NULL,
    ranges BIGINT NOT NULL
);
