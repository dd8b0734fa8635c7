//! Discord's ids. A snowflake is a 64-bit number that starts with its time in milliseconds since 2015, and is a string
//! in JSON. Each kind of object has its own id type, so that a channel id cannot be used as a message id.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use usher_clock::Timestamp;

use serde::{Deserialize, Serialize};

/// 2015-01-01 (Reference, Snowflakes).
const DISCORD_EPOCH: Timestamp = Timestamp::from_millis(1_420_070_400_000);

/// Defines a newtype over `u64` that is a string in JSON.
macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(pub u64);

        impl $name {
            /// Returns the creation time.
            pub fn made_at(self) -> Timestamp {
                DISCORD_EPOCH + Duration::from_millis(self.0 >> 22)
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
        impl TryFrom<String> for $name {
            type Error = std::num::ParseIntError;
            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }
        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0.to_string()
            }
        }
    )+};
}

id! {
    ApplicationId,
    AttachmentId,
    ChannelId,
    CommandId,
    GuildId,
    InteractionId,
    MessageId,
    RoleId,
    UserId,
}

/// Generates ids that contain the time and always increase.
#[derive(Debug, Default)]
pub(crate) struct Snowflakes {
    last: u64,
}

impl Snowflakes {
    pub(crate) fn next(&mut self, now: Timestamp) -> u64 {
        let fresh = at(now);
        self.last = fresh.max(self.last + 1);
        self.last
    }
}

/// Returns the lowest id of a point in time.
pub(crate) fn at(time: Timestamp) -> u64 {
    let ms = u64::try_from(time.duration_since(DISCORD_EPOCH).as_millis()).unwrap_or(u64::MAX);
    ms << 22
}

/// Formats a point in time as Discord does: ISO 8601 in UTC with microseconds.
pub(crate) fn iso8601(time: Timestamp) -> String {
    let since_epoch = time.duration_since(Timestamp::default());
    let seconds = since_epoch.as_secs();
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    // Days since 0000-03-01, so that the leap day is the last of its year (Howard Hinnant, civil_from_days).
    let shifted = days + 719_468;
    let era = shifted / 146_097;
    let day_of_era = shifted % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}.{:06}+00:00",
        rest / 3_600,
        rest / 60 % 60,
        rest % 60,
        since_epoch.subsec_micros()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_grow_within_one_millisecond_and_carry_their_time() {
        let mut ids = Snowflakes::default();
        let now = Timestamp::from_millis(1_700_000_000_123);
        let (first, second) = (ids.next(now), ids.next(now));
        assert!(second > first);
        assert_eq!(UserId(second).made_at(), now);
    }

    #[test]
    fn moments_are_written_as_discord_writes_them() {
        assert_eq!(iso8601(Timestamp::from_millis(1_709_210_096_007)), "2024-02-29T12:34:56.007000+00:00");
        assert_eq!(iso8601(Timestamp::default()), "1970-01-01T00:00:00.000000+00:00");
    }
}
