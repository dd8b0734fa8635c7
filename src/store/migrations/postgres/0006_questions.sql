-- The same in ../sqlite and ../postgres. Times are milliseconds since 1970.

-- When the same change was requested that is not confirmed, where the question says so.
ALTER TABLE kept ADD COLUMN unsettled_at BIGINT;
