-- The same in ../sqlite and ../postgres. Times are milliseconds since 1970.

-- Why somebody did it, in their words, and who wrote that last, if it was not the person of the row.
ALTER TABLE journal ADD COLUMN reason TEXT;
ALTER TABLE journal ADD COLUMN reason_by BIGINT;
-- 1 if it changed something when it ended, otherwise 0. Absent in rows of older releases, whose `detail` tells.
ALTER TABLE journal ADD COLUMN changed BIGINT;

-- 1 if a reason must be given where one can be given.
ALTER TABLE servers ADD COLUMN reasons_required BIGINT;

-- The names of the people of Discord in the journal, for readers of an export. `noted_at`: when the name was last seen,
-- to the day.
CREATE TABLE user_names (
    guild BIGINT NOT NULL,
    person BIGINT NOT NULL,
    name TEXT NOT NULL,
    noted_at BIGINT NOT NULL,
    PRIMARY KEY (guild, person)
);
CREATE INDEX user_names_by_time ON user_names (noted_at);
