-- The same in ../sqlite and ../postgres. Entries for a log channel wait while Discord refuses to post there.

-- A row for each server whose log channel was refused, or that several copies of the bot deliver to.
CREATE TABLE log_channels (
    guild BIGINT PRIMARY KEY,
    -- The copy that delivers at present, where several share the store.
    owner TEXT,
    -- Since when entries are refused, by which channel, and Discord's code of the last refusal. Absent while it is open.
    closed_at BIGINT,
    channel BIGINT,
    code BIGINT,
    -- Refusals in a row, and when the next try is due.
    failures BIGINT NOT NULL DEFAULT 0,
    next_try_at BIGINT
);

-- Answers that Discord no longer takes as edits, to be posted to the log channel.
CREATE TABLE late_answers (
    interaction BIGINT PRIMARY KEY,
    guild BIGINT NOT NULL,
    queued_at BIGINT NOT NULL,
    -- The message as it is posted: JSON.
    message TEXT NOT NULL
);
CREATE INDEX late_answers_by_guild ON late_answers (guild, queued_at);

-- Each server has a queue of its own, in the order in which operations ended.
DROP INDEX journal_unposted;
CREATE INDEX journal_unposted ON journal (guild, ended_at, id) WHERE posted = 0 AND ended_at IS NOT NULL;

-- 1 once the question was given more time, for the window in which a name is typed.
ALTER TABLE kept ADD COLUMN extended BIGINT NOT NULL DEFAULT 0;
