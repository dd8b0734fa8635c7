-- The same in ../sqlite and ../postgres.

-- The country of phone numbers without a country code, by its two letters (ISO 3166-1).
ALTER TABLE servers ADD COLUMN country TEXT;
