-- The same in ../sqlite and ../postgres. Times are milliseconds since 1970.

-- The members of the groups as they were read last, to find a person in them. `members`: a line for each member (number,
-- LID, role). `without_number`: members without a number. `unread`: entries of the list that could not be read.
CREATE TABLE member_lists (
    session TEXT NOT NULL,
    group_id TEXT NOT NULL,
    members TEXT NOT NULL,
    without_number BIGINT NOT NULL,
    unread BIGINT NOT NULL,
    read_at BIGINT NOT NULL,
    PRIMARY KEY (session, group_id)
);
-- Who reads the lists of a session's groups at present: one reader at a time, until `held_until`.
CREATE TABLE member_list_turns (
    session TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    held_until BIGINT NOT NULL
);
