-- The same in ../sqlite and ../postgres.

-- What the user decides: nothing in it means whether the operation is carried out.
ALTER TABLE kept ADD COLUMN kind TEXT;
