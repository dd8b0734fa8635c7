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

impl UserId {
    /// In the place of a person whose data was erased. Discord gives no such id.
    pub const ERASED: Self = Self(1);
    /// In the place of a person where the operator changed something on the command line. Discord gives no such id.
    pub const COMMAND_LINE: Self = Self(2);
}

/// The start of Discord's ids (Discord, "Snowflakes").
const DISCORD_EPOCH: Timestamp = Timestamp::from_millis(1_420_070_400_000);

impl InteractionId {
    /// Returns an id for a change that no interaction asked for, as Discord would make it at `time`. `salt` makes it
    /// unique; its lowest 22 bits count.
    pub fn made_up(time: Timestamp, salt: u64) -> Self {
        let millis = u64::try_from(time.duration_since(DISCORD_EPOCH).as_millis()).unwrap_or_default();
        Self((millis << 22) | (salt & 0x3f_ffff))
    }

    /// Returns when Discord created it (Discord, "Snowflakes").
    pub fn created_at(self) -> Timestamp {
        DISCORD_EPOCH + Duration::from_millis(self.0 >> 22)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_up_interaction_has_its_time() {
        let time = Timestamp::from_millis(1_800_000_000_123);
        let id = InteractionId::made_up(time, u64::MAX);
        assert_eq!(id.created_at(), time);
        assert_ne!(id, InteractionId::made_up(time, 1));
    }
}
