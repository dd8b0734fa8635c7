-- The same in ../sqlite and ../postgres.

-- The text of invitations, with {group} and {link}.
ALTER TABLE servers ADD COLUMN invitation TEXT;
