-- The same in ../sqlite and ../postgres.

-- The interaction that confirmed the operation. Another press must not carry it out, or change its message.
ALTER TABLE kept ADD COLUMN confirmed_by BIGINT;
