//! The copies of the bot that share a store: this one's heartbeat, and which of the others are still alive.
//!
//! The argument. A copy that cannot write its beat for [`OFF_DUTY_AFTER`] drops what it has under way: it sends nothing
//! more. The others take it for gone when they have seen its beat stand still for [`GONE_AFTER`], which is longer, and by
//! their own clocks, which need not agree with anybody's. So nobody goes on with work that its owner still does.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;

use crate::clock::Clock;
use crate::store::{CopyId, Store, StoreError};

pub const BEAT_EVERY: Duration = Duration::from_secs(1);
const OFF_DUTY_AFTER: Duration = Duration::from_secs(5);
const GONE_AFTER: Duration = Duration::from_secs(8);
/// A copy that is gone for so long is struck off the list.
const FORGOTTEN_AFTER: Duration = Duration::from_secs(60 * 60);

pub struct Team {
    me: CopyId,
    store: Store,
    clock: Clock,
    /// The last beat of each copy, and when it was first seen. Empty where the store is not shared.
    seen: Mutex<HashMap<CopyId, (i64, Instant)>>,
    last_beat: watch::Sender<Instant>,
}

impl Team {
    /// Joins the copies that share the store.
    pub async fn join(store: Store, clock: Clock) -> Result<Self, StoreError> {
        let last_beat = watch::Sender::new(clock.now());
        let team = Self { me: CopyId::new(), store, clock, seen: Mutex::default(), last_beat };
        team.beat().await?;
        Ok(team)
    }

    pub fn me(&self) -> &CopyId {
        &self.me
    }

    /// Whether there may be others.
    pub fn is_shared(&self) -> bool {
        self.store.is_shared()
    }

    /// Shows the others that this copy is alive, and looks after them.
    pub async fn beat(&self) -> Result<(), StoreError> {
        if !self.store.is_shared() {
            return Ok(());
        }
        let began = self.clock.now();
        self.store.copies().beat(&self.me).await?;
        // Counted from before the write: it may have taken long.
        self.last_beat.send_replace(began);
        let all = self.store.copies().all().await?;
        let now = self.clock.now();
        let long_gone: Vec<CopyId> = {
            let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
            seen.retain(|copy, _| all.iter().any(|(other, _)| other == copy));
            for (copy, beat) in all {
                let known = seen.entry(copy).or_insert((beat, now));
                if known.0 != beat {
                    *known = (beat, now);
                }
            }
            let long_gone = |at: &Instant| now.saturating_duration_since(*at) > FORGOTTEN_AFTER;
            seen.iter().filter(|(_, (_, at))| long_gone(at)).map(|(copy, _)| copy.clone()).collect()
        };
        for copy in long_gone {
            self.store.copies().forget(&copy).await?;
        }
        Ok(())
    }

    /// Whether the copy is gone, so that somebody else must do what it has left.
    pub fn is_gone(&self, copy: &CopyId) -> bool {
        if *copy == self.me {
            return false;
        }
        // In a store that is not shared, whoever is not this run was an earlier one.
        if !self.store.is_shared() {
            return true;
        }
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.get(copy).is_none_or(|(_, at)| self.clock.now().saturating_duration_since(*at) > GONE_AFTER)
    }

    /// Whether another copy is alive, as far as is known.
    pub fn has_others(&self) -> bool {
        let others: Vec<CopyId> = {
            let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
            seen.keys().filter(|copy| **copy != self.me).cloned().collect()
        };
        others.iter().any(|copy| !self.is_gone(copy))
    }

    /// Does the work, unless this copy loses touch with the others meanwhile: then it is dropped, and `None`.
    pub async fn while_on_duty<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        tokio::select! {
            biased;
            () = self.off_duty() => None,
            done = work => Some(done),
        }
    }

    /// Returns when this copy has lost touch.
    async fn off_duty(&self) {
        if !self.store.is_shared() {
            return std::future::pending().await;
        }
        let mut last_beat = self.last_beat.subscribe();
        loop {
            let deadline = *last_beat.borrow_and_update() + OFF_DUTY_AFTER;
            tokio::select! {
                () = self.clock.sleep_until(deadline) => return,
                // The sender is `self`'s, so that this is a beat.
                _ = last_beat.changed() => {}
            }
        }
    }

    /// Says goodbye: what is left is anybody's at once.
    pub async fn leave(&self) {
        if self.store.is_shared()
            && let Err(error) = self.store.copies().forget(&self.me).await
        {
            tracing::warn!(%error, "the other copies could not be told of the stop");
        }
    }
}
