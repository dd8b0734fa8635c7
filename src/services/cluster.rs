//! The instances that share a store: this one's heartbeat, and which of the others are alive.
//!
//! Why two instances never run the same work: an instance that cannot write its heartbeat for [`OFF_DUTY_AFTER`] drops
//! its running work and sends nothing more. The others consider it gone when its heartbeat has not changed for
//! [`GONE_AFTER`], which is longer. Each measures by its own clock, and the clocks need not agree. So no instance
//! resumes work that its owner still does.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;
use usher_clock::Clock;

use crate::store::{GoneInstances, InstanceId, Store, StoreError};

pub const BEAT_EVERY: Duration = Duration::from_secs(1);
const OFF_DUTY_AFTER: Duration = Duration::from_secs(5);
const GONE_AFTER: Duration = Duration::from_secs(8);
/// How long an operator's command watches heartbeats. It is longer than [`GONE_AFTER`], so that no instance that still
/// works counts as gone.
const WATCHED_FOR: Duration = Duration::from_secs(10);
/// An instance that is gone for so long is removed from the list.
const FORGOTTEN_AFTER: Duration = Duration::from_secs(60 * 60);

pub struct Cluster {
    me: InstanceId,
    store: Store,
    clock: Clock,
    /// The last heartbeat of each instance, and when it was first seen. Empty if the store is not shared.
    seen: Mutex<HashMap<InstanceId, (i64, Instant)>>,
    last_beat: watch::Sender<Instant>,
}

impl Cluster {
    /// Joins the instances that share the store.
    pub async fn join(store: Store, clock: Clock) -> Result<Self, StoreError> {
        let last_beat = watch::Sender::new(clock.now());
        let cluster = Self { me: InstanceId::new(), store, clock, seen: Mutex::default(), last_beat };
        cluster.beat().await?;
        Ok(cluster)
    }

    pub fn me(&self) -> &InstanceId {
        &self.me
    }

    /// Returns whether there may be other instances.
    pub fn is_shared(&self) -> bool {
        self.store.is_shared()
    }

    /// Writes this instance's heartbeat, and reads those of the others.
    pub async fn beat(&self) -> Result<(), StoreError> {
        if !self.store.is_shared() {
            return Ok(());
        }
        let began = self.clock.now();
        self.store.instances().beat(&self.me).await?;
        // Measured from before the write, which may have taken long.
        self.last_beat.send_replace(began);
        let all = self.store.instances().all().await?;
        let now = self.clock.now();
        let long_gone: Vec<InstanceId> = {
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
            self.store.instances().forget(&copy).await?;
        }
        Ok(())
    }

    /// Returns whether the instance is gone, so that another must recover its work.
    pub fn is_gone(&self, copy: &InstanceId) -> bool {
        if *copy == self.me {
            return false;
        }
        // In a store that is not shared, every other instance was an earlier run.
        if !self.store.is_shared() {
            return true;
        }
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.get(copy).is_none_or(|(_, at)| self.clock.now().saturating_duration_since(*at) > GONE_AFTER)
    }

    /// Returns whether another instance is alive, as far as is known.
    pub fn has_others(&self) -> bool {
        let others: Vec<InstanceId> = {
            let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
            seen.keys().filter(|copy| **copy != self.me).cloned().collect()
        };
        others.iter().any(|copy| !self.is_gone(copy))
    }

    /// Runs the future. Drops it and returns `None` if this instance loses its heartbeat meanwhile.
    pub async fn while_on_duty<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        tokio::select! {
            biased;
            () = self.off_duty() => None,
            done = work => Some(done),
        }
    }

    /// Waits until this instance has lost its heartbeat.
    async fn off_duty(&self) {
        if !self.store.is_shared() {
            return std::future::pending().await;
        }
        let mut last_beat = self.last_beat.subscribe();
        loop {
            let deadline = *last_beat.borrow_and_update() + OFF_DUTY_AFTER;
            tokio::select! {
                () = self.clock.sleep_until(deadline) => return,
                // `self` owns the sender, so that this is a heartbeat.
                _ = last_beat.changed() => {}
            }
        }
    }

    /// Leaves the cluster. Other instances may recover this instance's work at once.
    pub async fn leave(&self) {
        if self.store.is_shared()
            && let Err(error) = self.store.instances().forget(&self.me).await
        {
            tracing::warn!(%error, "failed to tell the other instances about the stop");
        }
    }
}

/// Returns the instances whose heartbeats the store has and that are gone. Fails if one of them is alive. Takes
/// [`WATCHED_FOR`] if there is any: after a crash its heartbeat is still there.
pub async fn gone_instances(store: &Store, clock: &Clock) -> anyhow::Result<GoneInstances> {
    // A lock on the file of a store that is not shared keeps every other instance away.
    if !store.is_shared() {
        return Ok(Vec::new());
    }
    let before = store.instances().all().await?;
    if before.is_empty() {
        return Ok(before);
    }
    let until = clock.now() + WATCHED_FOR;
    while clock.now() < until {
        clock.sleep(BEAT_EVERY).await;
        let now = store.instances().all().await?;
        anyhow::ensure!(now.iter().all(|one| before.contains(one)), "a bot runs on this store; stop it first");
    }
    Ok(before)
}
