-- The same in ../sqlite and ../postgres.

-- The sets of groups that a server's members saved. `group_ids`: a JSON list.
CREATE TABLE group_sets (
    guild BIGINT NOT NULL,
    name TEXT NOT NULL,
    group_ids TEXT NOT NULL,
    PRIMARY KEY (guild, name)
);
