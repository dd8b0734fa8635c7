//! Marks in a set that is shared between tasks.

use std::hash::Hash;
use std::sync::Arc;

use dashmap::DashSet;
use tokio::sync::Notify;

/// Keys that are marked at present.
#[derive(Debug)]
pub(super) struct Marks<T: Eq + Hash> {
    keys: DashSet<T>,
    removed: Notify,
}

impl<T: Eq + Hash> Default for Marks<T> {
    fn default() -> Self {
        Self { keys: DashSet::new(), removed: Notify::new() }
    }
}

impl<T: Eq + Hash + Copy> Marks<T> {
    /// Marks `key`. Returns `None` if it is marked already.
    pub(super) fn mark(self: &Arc<Self>, key: T) -> Option<Mark<T>> {
        self.keys.insert(key).then(|| Mark { all: self.clone(), key })
    }

    /// Waits until `key` is not marked, and marks it.
    pub(super) async fn mark_when_free(self: &Arc<Self>, key: T) -> Mark<T> {
        loop {
            // Created before the attempt, so that a removal between the two is not missed.
            let removed = self.removed.notified();
            if let Some(mark) = self.mark(key) {
                return mark;
            }
            removed.await;
        }
    }

    pub(super) fn contains(&self, key: T) -> bool {
        self.keys.contains(&key)
    }
}

/// A mark in a set. It is removed when this guard is dropped.
#[derive(Debug)]
pub struct Mark<T: Eq + Hash> {
    all: Arc<Marks<T>>,
    key: T,
}

impl<T: Eq + Hash> Drop for Mark<T> {
    fn drop(&mut self) {
        self.all.keys.remove(&self.key);
        self.all.removed.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_mark_is_given_to_one_task_after_another() {
        let marks = Arc::<Marks<u8>>::default();
        let first = marks.mark(1).unwrap();
        assert!(marks.mark(1).is_none() && marks.mark(2).is_some());
        let waits = async {
            let _second = marks.mark_when_free(1).await;
            marks.mark(1).is_none()
        };
        let drops = async {
            tokio::task::yield_now().await;
            drop(first);
        };
        let (is_marked, ()) = tokio::join!(waits, drops);
        assert!(is_marked && !marks.contains(1));
    }
}
