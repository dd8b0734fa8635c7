-- The same in ../sqlite and ../postgres.

-- `told` of a request is 1 once its present state was announced. Otherwise it is 2; earlier releases wrote 0.
CREATE INDEX requests_to_announce ON requests (id) WHERE told <> 1;
