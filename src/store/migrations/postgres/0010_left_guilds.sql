-- The same in ../sqlite and ../postgres. Times are milliseconds since 1970.

-- Servers with grants or settings that the bot is not in, and since when that is known.
CREATE TABLE left_guilds (
    guild BIGINT PRIMARY KEY,
    left_at BIGINT NOT NULL
);
