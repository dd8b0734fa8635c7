//! Limits how often a person may use lookups that load the API, in any minute: previews of invites, invites shown,
//! attempts to join, files read, and changes that fail before anything is sent.
//!
//! Each instance counts in its own memory. Most lookups leave no row in the store, and a write for each would cost more
//! than the lookup itself. Each interaction belongs to one instance, so with several instances a person may at most use
//! the limit of each.

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;
use usher_clock::Clock;

use crate::access::UserId;
use crate::error::UserError;
use crate::operations::Operation;
use crate::store::{Authorization, TooMuch};

const MINUTE: Duration = Duration::from_secs(60);
/// Maximum people in memory. While more people use lookups in one minute, the last ones must wait.
const PEOPLE_MAX: usize = 10_000;

/// Counts the lookups of each person.
#[derive(Debug)]
pub struct Lookups {
    clock: Clock,
    counts: LookupCounts,
}

#[derive(Debug)]
struct LookupCounts {
    /// Maximum lookups of a person in any minute.
    limit: AtomicUsize,
    /// When each person used a lookup, oldest first.
    recent: Mutex<HashMap<UserId, VecDeque<Instant>>>,
}

impl LookupCounts {
    fn new(limit: u32) -> Self {
        let counts = Self { limit: AtomicUsize::default(), recent: Mutex::default() };
        counts.set_limit(limit);
        counts
    }

    fn set_limit(&self, limit: u32) {
        self.limit.store(usize::try_from(limit).unwrap_or(usize::MAX), Ordering::Relaxed);
    }

    fn limit(&self) -> usize {
        self.limit.load(Ordering::Relaxed)
    }

    /// Counts a lookup. If the person has reached the limit, returns the time until the next one.
    fn take(&self, person: UserId, now: Instant) -> Result<(), Duration> {
        self.check(person, now)?;
        self.note(person, now)
    }

    /// Checks that the person may use a lookup now. Otherwise returns the time until then.
    fn check(&self, person: UserId, now: Instant) -> Result<(), Duration> {
        let mut recent = self.lock();
        let Some(times) = recent.get_mut(&person) else { return Ok(()) };
        forget_old(times, now);
        match times.len().checked_sub(self.limit()).and_then(|over| times.get(over)) {
            Some(free) => Err((*free + MINUTE).saturating_duration_since(now)),
            None => Ok(()),
        }
    }

    /// Counts a lookup that was made.
    fn note(&self, person: UserId, now: Instant) -> Result<(), Duration> {
        let mut recent = self.lock();
        if recent.len() >= PEOPLE_MAX && !recent.contains_key(&person) {
            recent.retain(|_, times| {
                forget_old(times, now);
                !times.is_empty()
            });
            if recent.len() >= PEOPLE_MAX {
                return Err(MINUTE);
            }
        }
        let times = recent.entry(person).or_default();
        forget_old(times, now);
        // More entries change nothing.
        if times.len() > self.limit() {
            times.pop_front();
        }
        times.push_back(now);
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<UserId, VecDeque<Instant>>> {
        self.recent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Lookups {
    /// Returns counts with at most `limit` lookups of a person in any minute.
    pub(super) fn new(clock: Clock, limit: u32) -> Self {
        Self { clock, counts: LookupCounts::new(limit) }
    }

    /// Changes the limit. Lookups that were counted stay counted.
    pub(super) fn set_limit(&self, limit: u32) {
        self.counts.set_limit(limit);
    }

    /// Counts a lookup of a person. Returns [`UserError::TooMuch`] over the limit.
    pub fn count(&self, person: UserId) -> Result<(), UserError> {
        self.counts.take(person, self.clock.now()).map_err(|wait| self.asked_too_much(wait))
    }

    fn asked_too_much(&self, wait: Duration) -> UserError {
        TooMuch::Asked { free_at: self.clock.now_utc() + wait }.into()
    }

    /// Counts an operation that is a lookup, whatever its result, and rejects a person over the limit. An approved
    /// operation is not rejected.
    pub(super) fn count_run(
        &self,
        person: UserId,
        operation: &Operation,
        authorization: Option<Authorization>,
    ) -> Result<(), UserError> {
        let now = self.clock.now();
        if authorization.is_some_and(Authorization::is_without_user) {
            return Ok(());
        }
        let is_free = if is_lookup(operation) {
            self.counts.take(person, now)
        } else if operation.changes() {
            self.counts.check(person, now)
        } else {
            Ok(())
        };
        is_free.map_err(|wait| self.asked_too_much(wait))
    }

    /// Counts a change that failed before anything was sent. No other limit counts it, and reading its cause costs as
    /// much as a lookup.
    pub(super) fn count_failure(&self, person: UserId, operation: &Operation) {
        if operation.changes() && !is_lookup(operation) {
            // A failure is not counted while too many people are in memory.
            self.counts.note(person, self.clock.now()).unwrap_or_default();
        }
    }
}

/// Returns whether the operation shows an invite or its group. A join does, whatever its result.
fn is_lookup(operation: &Operation) -> bool {
    matches!(operation, Operation::PreviewInvite(_) | Operation::ShowInvite(_) | Operation::JoinGroup(_))
}

fn forget_old(times: &mut VecDeque<Instant>, now: Instant) {
    while times.front().is_some_and(|first| *first + MINUTE <= now) {
        times.pop_front();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn lookups_per_minute_are_limited_with_a_retry_time() {
        let (lookups, start) = (LookupCounts::new(2), Instant::now());
        let (one, other) = (UserId(1), UserId(2));
        assert_eq!(lookups.take(one, start), Ok(()));
        assert_eq!(lookups.take(one, start + SECOND * 10), Ok(()));
        assert_eq!(lookups.take(one, start + SECOND * 20), Err(SECOND * 40));
        assert_eq!(lookups.check(one, start + SECOND * 20), Err(SECOND * 40));
        assert_eq!(lookups.take(other, start + SECOND * 20), Ok(()));
        assert_eq!(lookups.take(one, start + SECOND * 60), Ok(()));
        assert_eq!(lookups.take(one, start + SECOND * 60), Err(SECOND * 10));
    }

    #[test]
    fn who_is_remembered_is_bounded() {
        let (lookups, now) = (LookupCounts::new(1), Instant::now());
        for person in 0..10_000 {
            assert_eq!(lookups.take(UserId(person), now), Ok(()));
        }
        assert_eq!(lookups.take(UserId(10_000), now), Err(MINUTE));
        assert_eq!(lookups.take(UserId(10_000), now + MINUTE), Ok(()));
        assert_eq!(lookups.lock().len(), 1);
    }

    proptest! {
        #[test]
        fn never_more_than_the_limit_in_any_minute(
            limit in 1_u32..6,
            tries in proptest::collection::vec((0_u32..30, any::<bool>()), 0..200),
        ) {
            let (lookups, mut now) = (LookupCounts::new(limit), Instant::now());
            let mut taken = Vec::new();
            for (pause, is_noted) in tries {
                now += SECOND * pause;
                let person = UserId(1);
                match lookups.take(person, now) {
                    Ok(()) => taken.push(now),
                    Err(wait) => prop_assert!(!wait.is_zero() && wait <= MINUTE),
                }
                if is_noted {
                    // A change that was let through earlier and failed.
                    lookups.note(person, now).unwrap();
                    taken.push(now);
                }
                let last = taken.iter().filter(|at| **at + MINUTE > now).count();
                let is_free = lookups.check(person, now).is_ok();
                prop_assert_eq!(is_free, last < limit as usize);
                prop_assert!(lookups.lock()[&person].len() <= limit as usize + 1);
            }
        }
    }
}
