-- The same in ../sqlite and ../postgres.

-- Who wants the job to stop. Absent where the requester themself did, before this column was there.
ALTER TABLE journal ADD COLUMN stopped_by BIGINT;
