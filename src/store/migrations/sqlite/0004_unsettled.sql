-- Changes whose answer was lost. Times are milliseconds since 1970.

-- Since when the answer is known to be lost. Absent where the change is settled.
ALTER TABLE journal ADD COLUMN lost_at BIGINT;
-- When the state is read next, to see whether a change that was reported as not confirmed took effect after all.
ALTER TABLE journal ADD COLUMN watch_at BIGINT;
-- When it was found, after that report, that it took effect.
ALTER TABLE journal ADD COLUMN confirmed_at BIGINT;
CREATE INDEX journal_unsettled ON journal (session, lost_at) WHERE lost_at IS NOT NULL;
CREATE INDEX journal_watched ON journal (watch_at) WHERE watch_at IS NOT NULL;
