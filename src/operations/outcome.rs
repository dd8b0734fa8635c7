//! What all outcomes of operations have in common. The journal stores outcomes, and the replies show them.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use usher_clock::Timestamp;
use whatsapp::{GroupId, ListedGroup, SessionName};

use super::GroupRef;

/// The outcome of one operation. The defaults are those of a read.
pub trait OperationOutcome: Clone + Debug + PartialEq + Serialize + DeserializeOwned + Send + Sync {
    /// Returns whether the operation changed something: a request may succeed and change nothing. A read counts as a
    /// use.
    fn changed_something(&self) -> bool {
        true
    }

    /// Returns whether a part of the outcome was requested but is not confirmed, so that it may still take effect.
    fn is_unconfirmed(&self) -> bool {
        false
    }

    /// Returns the outcome with its unconfirmed parts as `now` shows them, or `None` if `now` confirms none of them.
    #[must_use]
    fn confirmed_by(&self, _now: &Self) -> Option<Self> {
        None
    }

    /// Removes the invite codes, because a reader of the store could join by them.
    fn forget_codes(&mut self) {}

    /// Leaves out the groups that `may_see` rejects: a list shows nothing outside the actor's scope.
    fn restrict(&mut self, _may_see: &MaySee<'_>) {}

    /// Returns the group that the outcome identifies, where the operation named none.
    fn group(&self) -> Option<(&GroupId, Option<&str>)> {
        None
    }

    /// Returns the change to the list of the session's groups. `at`: the group that the operation acted on.
    fn list_change(&self, _at: Option<&GroupRef>) -> Option<ListChange> {
        None
    }
}

/// Returns whether a session, or a group in it, is in the actor's scope.
pub type MaySee<'a> = dyn Fn(&SessionName, Option<&GroupId>) -> bool + 'a;

/// Replaces the unconfirmed parts of an outcome by those of `now`, which has the same parts in the same order.
pub(super) fn confirm_parts<T: Clone>(told: &mut [T], now: &[T], is_unconfirmed: impl Fn(&T) -> bool) {
    for (one, now) in told.iter_mut().zip(now).filter(|(one, _)| is_unconfirmed(one)) {
        *one = now.clone();
    }
}

/// A group in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct GroupSummary {
    pub id: GroupId,
    pub name: String,
    /// Number of members, if the API gave it.
    pub size: Option<usize>,
    #[serde(default, with = "usher_clock::optional_seconds")]
    pub created_at: Option<Timestamp>,
}

impl From<ListedGroup> for GroupSummary {
    fn from(ListedGroup { id, name, size, created_at, .. }: ListedGroup) -> Self {
        Self { id, name, size, created_at }
    }
}

/// A change to the list of a session's groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListChange {
    Put(GroupSummary),
    Rename(GroupId, String),
    Remove(GroupId),
}
