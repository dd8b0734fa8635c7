//! A point in time, as opposed to a [`Duration`].

use std::ops::Add;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// A point in time in UTC: milliseconds since the Unix epoch. Arithmetic saturates. Serde writes the milliseconds as a
/// number; the module [`seconds`] writes whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    pub const fn from_secs(seconds: i64) -> Self {
        Self(seconds.saturating_mul(1_000))
    }

    /// Returns `None` for a time before the Unix epoch.
    pub fn from_system_time(time: SystemTime) -> Option<Self> {
        Some(Self(millis(time.duration_since(UNIX_EPOCH).ok()?)))
    }

    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// Returns the whole seconds since the Unix epoch, rounded down.
    pub const fn as_secs(self) -> i64 {
        self.0.div_euclid(1_000)
    }

    /// Returns the start of the second in which it lies.
    #[must_use]
    pub const fn whole_seconds(self) -> Self {
        Self::from_secs(self.as_secs())
    }

    /// Returns the time `span` before. It is not before the Unix epoch.
    #[must_use]
    pub fn saturating_sub(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(millis(span)).max(0))
    }

    /// Returns the time elapsed since `earlier`. It is zero if `earlier` is later.
    pub fn duration_since(self, earlier: Self) -> Duration {
        Duration::from_millis(self.0.saturating_sub(earlier.0).try_into().unwrap_or_default())
    }

    /// Returns the time between the two, whichever is later.
    pub const fn abs_diff(self, other: Self) -> Duration {
        Duration::from_millis(self.0.abs_diff(other.0))
    }

    /// Returns the time so many milliseconds later, or earlier if negative. It is not before the Unix epoch.
    pub(crate) fn shifted(self, by_ms: i64) -> Self {
        Self(self.0.saturating_add(by_ms).max(0))
    }
}

impl Add<Duration> for Timestamp {
    type Output = Self;

    fn add(self, span: Duration) -> Self {
        Self(self.0.saturating_add(millis(span)))
    }
}

/// A time that the system cannot represent, and one before the Unix epoch, becomes the epoch.
impl From<Timestamp> for SystemTime {
    fn from(time: Timestamp) -> Self {
        UNIX_EPOCH.checked_add(time.duration_since(Timestamp::default())).unwrap_or(UNIX_EPOCH)
    }
}

fn millis(span: Duration) -> i64 {
    i64::try_from(span.as_millis()).unwrap_or(i64::MAX)
}

/// For `#[serde(with = …)]`: an optional [`Timestamp`] as whole seconds since the Unix epoch.
pub mod optional_seconds {
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    use super::Timestamp;

    pub fn serialize<S: Serializer>(time: &Option<Timestamp>, serializer: S) -> Result<S::Ok, S::Error> {
        time.map(Timestamp::as_secs).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
        Ok(Option::<i64>::deserialize(deserializer)?.map(Timestamp::from_secs))
    }
}

/// For `#[serde(with = …)]`: a [`Timestamp`] as whole seconds since the Unix epoch.
pub mod seconds {
    use serde::{Deserialize as _, Deserializer, Serializer};

    use super::Timestamp;

    pub fn serialize<S: Serializer>(time: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(time.as_secs())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
        i64::deserialize(deserializer).map(Timestamp::from_secs)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
    struct Stored {
        millis: Timestamp,
        #[serde(with = "seconds")]
        seconds: Timestamp,
        #[serde(default, with = "optional_seconds")]
        optional: Option<Timestamp>,
    }

    #[test]
    fn the_stored_form_is_a_number() {
        let time = Timestamp::from_millis(1_700_000_000_999);
        for (optional, written) in [(Some(time), "1700000000"), (None, "null")] {
            let text = serde_json::to_string(&Stored { millis: time, seconds: time, optional }).unwrap();
            assert_eq!(text, format!(r#"{{"millis":1700000000999,"seconds":1700000000,"optional":{written}}}"#));
            let whole = time.whole_seconds();
            let expected = Stored { millis: time, seconds: whole, optional: optional.map(|_| whole) };
            assert_eq!(serde_json::from_str::<Stored>(&text).unwrap(), expected);
        }
        let absent: Stored = serde_json::from_str(r#"{"millis":0,"seconds":0}"#).unwrap();
        assert_eq!(absent.optional, None);
    }

    #[test]
    fn arithmetic_saturates() {
        let (epoch, last) = (Timestamp::default(), Timestamp::from_millis(i64::MAX));
        assert_eq!(epoch.saturating_sub(Duration::from_millis(1)), epoch);
        assert_eq!(epoch.duration_since(last), Duration::ZERO);
        assert_eq!(last + Duration::MAX, last);
        assert_eq!(last.saturating_sub(Duration::MAX), epoch);
        assert_eq!(Timestamp::from_secs(i64::MAX), last);
        assert_eq!(Timestamp::from_secs(-1).as_secs(), -1);
        assert_eq!(Timestamp::from_millis(-1).as_secs(), -1);
        assert_eq!(SystemTime::from(Timestamp::from_secs(-1)), UNIX_EPOCH);
        assert_eq!(Timestamp::from_system_time(UNIX_EPOCH - Duration::from_secs(1)), None);
    }

    proptest! {
        #[test]
        fn arithmetic_agrees_with_numbers(time in 0_i64..1 << 45, span in 0_u64..1 << 45) {
            let (at, by) = (Timestamp::from_millis(time), Duration::from_millis(span));
            let span = i64::try_from(span).unwrap();
            prop_assert_eq!((at + by).as_millis(), time + span);
            prop_assert_eq!(at.saturating_sub(by).as_millis(), (time - span).max(0));
            prop_assert_eq!((at + by).duration_since(at), by);
            prop_assert_eq!(at.abs_diff(at + by), by);
            prop_assert_eq!(at.shifted(span), at + by);
            prop_assert_eq!(at.shifted(-span), at.saturating_sub(by));
            prop_assert_eq!(at.as_secs(), time / 1_000);
            prop_assert_eq!(Timestamp::from_system_time(at.into()), Some(at));
        }
    }
}
