//! The groups that a user used last, by the journal.

use std::collections::HashSet;

use sqlx::Row as _;
use whatsapp::GroupId;

use super::journal::Journal;
use super::{StoreError, bounded, signed};
use crate::access::{GuildId, UserId};

/// Rows that are read for one user. A user who used one group all the time has used few others lately.
const ROWS_MAX: i64 = 200;

impl Journal {
    /// Returns at most `most` groups of the user's rows in the server, each once, the latest first.
    pub async fn groups_of(&self, guild: GuildId, user: UserId, most: usize) -> Result<Vec<GroupId>, StoreError> {
        let text = "SELECT group_id FROM journal WHERE asker = $1 AND guild = $2 AND group_id IS NOT NULL \
                    ORDER BY begun_at DESC LIMIT $3";
        let statement = sqlx::query(text).bind(signed(user.0)).bind(signed(guild.0)).bind(ROWS_MAX);
        let rows = bounded(statement.fetch_all(&self.store.reads)).await?;
        let mut seen = HashSet::new();
        let mut groups = Vec::new();
        for row in &rows {
            // Another version may have written what this one cannot read.
            let Ok(group) = row.try_get::<String, _>("group_id")?.parse::<GroupId>() else { continue };
            if seen.insert(group.clone()) {
                groups.push(group);
            }
        }
        groups.truncate(most);
        Ok(groups)
    }
}
