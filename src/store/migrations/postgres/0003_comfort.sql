-- In which language whoever asked is answered: after a restart too.
ALTER TABLE visits ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
ALTER TABLE kept ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
ALTER TABLE requests ADD COLUMN language TEXT NOT NULL DEFAULT 'en';

-- Somebody wants a longer work to stop.
ALTER TABLE journal ADD COLUMN stopped BIGINT NOT NULL DEFAULT 0;
