-- The same as in ../postgres; only the way to number requests differs.

-- What a server's own people have set in Discord. What the configuration file sets wins.
CREATE TABLE servers (
    guild BIGINT PRIMARY KEY,
    -- Counts the changes of this row and of the server's grants, so that each copy sees when what it knows is old.
    version BIGINT NOT NULL,
    log_channel BIGINT,
    approvals_channel BIGINT
);

-- Rights given in Discord, one capability a row.
CREATE TABLE grants (
    guild BIGINT NOT NULL,
    role BIGINT NOT NULL,
    capability TEXT NOT NULL,
    -- Empty: all sessions of the server.
    session TEXT NOT NULL,
    -- Empty: all groups.
    group_id TEXT NOT NULL,
    -- 1: may be asked for, and somebody must approve.
    needs_approval BIGINT NOT NULL,
    PRIMARY KEY (guild, role, capability, session, group_id)
);

-- What was asked for by somebody who may not do it alone, until a while after it was decided.
CREATE TABLE requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- By which it was asked for. The operation is carried out, if at all, as that interaction's: at most once.
    interaction BIGINT NOT NULL UNIQUE,
    guild BIGINT NOT NULL,
    channel BIGINT NOT NULL,
    asker BIGINT NOT NULL,
    application BIGINT NOT NULL,
    -- By which the asker's answer is edited; empty once they were told.
    token TEXT NOT NULL,
    what TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    good_until BIGINT NOT NULL,
    -- open, approved, denied, cancelled, expired, void
    state TEXT NOT NULL,
    decided_by BIGINT,
    decided_at BIGINT,
    reason TEXT,
    -- Where it was posted. Absent until it was.
    posted_channel BIGINT,
    posted_message BIGINT,
    -- 1 where it could not be posted, and trying again helps only if somebody mends something.
    undeliverable BIGINT NOT NULL,
    -- 1 once its present state was told: an open one posted, a decided one shown to all.
    told BIGINT NOT NULL,
    -- The copy that tells it.
    owner TEXT
);
CREATE INDEX requests_of_people ON requests (guild, asker) WHERE state = 'open';
CREATE INDEX requests_untold ON requests (id) WHERE told = 0;
CREATE INDEX requests_by_time ON requests (good_until);

-- Who approved it, where somebody had to.
ALTER TABLE journal ADD COLUMN approver BIGINT;
-- How many people WhatsApp was asked to add, of a session's daily budget.
ALTER TABLE journal ADD COLUMN adds BIGINT NOT NULL DEFAULT 0;
CREATE INDEX journal_by_person ON journal (asker, begun_at);
CREATE INDEX journal_of_adds ON journal (session, begun_at) WHERE adds > 0;
