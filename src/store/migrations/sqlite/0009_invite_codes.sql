-- The same in ../sqlite and ../postgres. Earlier releases kept the invite code of an operation that had ended: whoever reads
-- the store must not be able to join a group by it.

UPDATE journal SET data = NULL
    WHERE operation IN ('groups.join', 'groups.preview') AND ended_at IS NOT NULL AND watch_at IS NULL;
UPDATE journal SET progress = NULL WHERE operation = 'invites.revoke' AND ended_at IS NOT NULL AND watch_at IS NULL;
DELETE FROM requests
    WHERE state <> 'open' AND told = 1
    AND (what LIKE '%"operation":"join_group"%' OR what LIKE '%"operation":"preview_invite"%');
