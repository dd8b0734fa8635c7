-- The same in ../sqlite and ../postgres. Requests of one person in the last minute are counted before each new one.
CREATE INDEX requests_by_person ON requests (asker, asked_at);
