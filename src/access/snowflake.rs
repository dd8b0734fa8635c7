//! Discord's ids as numbers. Each kind has its own type, so that a role cannot be mistaken for a person.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use usher_clock::Timestamp;

macro_rules! snowflakes {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(pub u64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotASnowflake;

            fn from_str(text: &str) -> Result<Self, NotASnowflake> {
                match text.parse() {
                    Ok(number) if number != 0 => Ok(Self(number)),
                    _ => Err(NotASnowflake),
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotASnowflake;

            fn try_from(text: String) -> Result<Self, NotASnowflake> {
                text.parse()
            }
        }

        // Serialised as text, as Discord does: many readers of JSON lose digits of a number this large.
        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }
    )+};
}

snowflakes! {
    /// A server; Discord's API calls it a guild.
    GuildId,
    /// A role; the role that every member of a server has uses the server's own id.
    RoleId,
    UserId,
    ChannelId,
    MessageId,
    /// A slash command, a press of a button, or a submitted modal.
    InteractionId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a Discord id: expected a number of 17 to 20 digits, in quotes")]
pub struct NotASnowflake;

impl InteractionId {
    /// Returns when Discord created it (Discord, "Snowflakes").
    pub fn created_at(self) -> Timestamp {
        const DISCORD_EPOCH: Timestamp = Timestamp::from_millis(1_420_070_400_000);
        DISCORD_EPOCH + Duration::from_millis(self.0 >> 22)
    }
}
