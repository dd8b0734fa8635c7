//! The groups that each user used last, so that they are offered first. They come from the journal, which does not have
//! the reads, and then from what the user does at this instance.

use dashmap::DashMap;
use whatsapp::GroupId;

use crate::access::{GuildId, UserId};
use crate::store::Store;

/// Groups that are remembered of one user (Discord: 25 choices).
const GROUPS_MAX: usize = 25;
/// Users who are remembered. Above that all are forgotten and read from the journal again.
const USERS_MAX: usize = 10_000;

pub struct RecentGroups {
    store: Store,
    /// What each user used last, the latest first.
    used: DashMap<(GuildId, UserId), Vec<GroupId>>,
}

impl RecentGroups {
    pub(super) fn new(store: Store) -> Self {
        Self { store, used: DashMap::new() }
    }

    /// Returns the groups that the user used in the server, the latest first. A failure of the store is only logged: the
    /// groups are then offered in another order.
    pub async fn of(&self, guild: GuildId, user: UserId) -> Vec<GroupId> {
        if let Some(used) = self.used.get(&(guild, user)) {
            return used.clone();
        }
        let of_journal = match self.store.journal().groups_of(guild, user, GROUPS_MAX).await {
            Ok(groups) => groups,
            Err(error) => {
                tracing::warn!(%error, "failed to read the groups that a user used last");
                return Vec::new();
            }
        };
        self.make_room();
        self.used.entry((guild, user)).or_insert(of_journal).clone()
    }

    /// Notes that the user used a group. What a user did before is read from the journal when it is needed.
    pub fn note(&self, guild: GuildId, user: UserId, group: &GroupId) {
        if let Some(mut used) = self.used.get_mut(&(guild, user)) {
            used.retain(|other| other != group);
            used.insert(0, group.clone());
            used.truncate(GROUPS_MAX);
        }
    }

    fn make_room(&self) {
        if self.used.len() >= USERS_MAX {
            self.used.clear();
        }
    }
}
