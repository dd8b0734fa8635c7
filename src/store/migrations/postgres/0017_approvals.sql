-- The same in ../sqlite and ../postgres. Times are milliseconds since 1970.

-- The role that Usher mentions when a request for approval arrives.
ALTER TABLE servers ADD COLUMN approvals_role BIGINT;

-- The first of two people who must approve. Such a request has the state open_two while it is open. Earlier releases
-- cannot read this state, so they cannot carry the request out with one approval.
ALTER TABLE requests ADD COLUMN first_by BIGINT;
-- When an instance last tried to post the reminder, and 1 once it is posted.
ALTER TABLE requests ADD COLUMN reminder_tried_at BIGINT;
ALTER TABLE requests ADD COLUMN reminded BIGINT NOT NULL DEFAULT 0;
DROP INDEX requests_of_people;
CREATE INDEX requests_open ON requests (guild, asker) WHERE state IN ('open', 'open_two');
CREATE INDEX requests_to_remind ON requests (asked_at) WHERE reminded = 0 AND state IN ('open', 'open_two');

-- The first approver of an operation that two people had to approve. The second is in approver.
ALTER TABLE journal ADD COLUMN first_approver BIGINT;
