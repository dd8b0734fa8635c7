//! Operations that wait until the asker confirms them: good for a while, and for one use.

use std::fmt;
use std::str::FromStr;

use dashmap::DashMap;
use dashmap::mapref::entry::Entry;
use tokio::time::Instant;
use uuid::Uuid;

use crate::access::{GuildId, UserId};
use crate::operations::Operation;

/// More waiting confirmations than this are refused: each is a message and a timer.
const PENDING_MAX: usize = 10_000;

/// The opaque id that a button carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PendingId(Uuid);

impl fmt::Display for PendingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl FromStr for PendingId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        Uuid::try_parse(text).map(Self)
    }
}

/// An operation, and who may confirm it until when.
#[derive(Debug, Clone)]
pub struct Pending {
    pub guild: GuildId,
    pub user: UserId,
    pub operation: Operation,
    pub deadline: Instant,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many operations wait to be confirmed")]
pub struct TooManyPending;

#[derive(Debug, Default)]
pub struct Confirmations {
    pending: DashMap<PendingId, Pending>,
}

impl Confirmations {
    pub fn keep(&self, pending: Pending) -> Result<PendingId, TooManyPending> {
        if self.pending.len() >= PENDING_MAX {
            return Err(TooManyPending);
        }
        let id = PendingId(Uuid::new_v4());
        self.pending.insert(id, pending);
        Ok(id)
    }

    /// A copy of what waits.
    pub fn look(&self, id: PendingId) -> Option<Pending> {
        self.pending.get(&id).map(|pending| pending.clone())
    }

    /// Takes what waits, if it is still there and `allowed`: of several who try, one gets it.
    pub fn take(&self, id: PendingId, allowed: impl FnOnce(&Pending) -> bool) -> Option<Pending> {
        match self.pending.entry(id) {
            Entry::Occupied(kept) if allowed(kept.get()) => Some(kept.remove()),
            Entry::Occupied(_) | Entry::Vacant(_) => None,
        }
    }
}
