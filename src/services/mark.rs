//! Marks in a set that is shared between tasks.

use std::hash::Hash;
use std::sync::Arc;

use dashmap::DashSet;

/// A mark in a set. It is removed when this guard is dropped.
#[derive(Debug)]
pub struct Mark<T: Eq + Hash> {
    all: Arc<DashSet<T>>,
    key: T,
}

impl<T: Eq + Hash + Copy> Mark<T> {
    /// Marks `key`. Returns `None` if it is marked already.
    pub(super) fn new(all: &Arc<DashSet<T>>, key: T) -> Option<Self> {
        all.insert(key).then(|| Self { all: all.clone(), key })
    }
}

impl<T: Eq + Hash> Drop for Mark<T> {
    fn drop(&mut self) {
        self.all.remove(&self.key);
    }
}
