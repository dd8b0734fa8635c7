//! The sets of groups of a server. A set is one of its rules: it is read with them, and each change is a row of the
//! journal.

use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row as _};
use usher_clock::Timestamp;
use whatsapp::GroupId;
use whatsapp::unicode::match_key;

use super::grants::{Grants, count_change};
use super::insert::insert;
use super::row::{AuditEnd, AuditEntry};
use super::{StoreError, bounded, garbled, signed};
use crate::access::{GROUP_SETS_MAX, GroupSet, GuildId, SetName};

/// A change of a server's sets.
#[derive(Debug, Clone)]
pub enum SetChange {
    /// Saves a set, in the place of `before`.
    Save {
        set: GroupSet,
        before: Option<GroupSet>,
    },
    Delete(GroupSet),
}

/// How a change of a server's sets ended. Nothing changed unless it is [`SetWrite::Done`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetWrite {
    Done,
    /// The interaction has a row already.
    Elsewhere,
    /// The set is not as it was read.
    Changed,
    /// The server has as many sets as it can have.
    Full,
}

impl SetChange {
    /// Returns the name of the set, and the set as it was read.
    fn of(&self) -> (&SetName, Option<&GroupSet>) {
        match self {
            Self::Save { set, before } => (&set.name, before.as_ref()),
            Self::Delete(set) => (&set.name, Some(set)),
        }
    }
}

impl Grants {
    /// Changes the sets of a server and records the change as `entry`, which ends with `end`.
    pub async fn change_set(
        &self,
        entry: &AuditEntry,
        change: &SetChange,
        end: &AuditEnd,
        now: Timestamp,
    ) -> Result<SetWrite, StoreError> {
        bounded::<_, StoreError>(async {
            let mut transaction = self.store.pool.begin().await?;
            if insert(entry, now)?.end(end, now)?.write(&mut transaction).await?.is_none() {
                return Ok(SetWrite::Elsewhere);
            }
            count_change(&mut transaction, entry.guild, now).await?;
            let sets = read(&mut *transaction, entry.guild).await?;
            let (name, before) = change.of();
            if sets.iter().find(|set| set.name.is_same(name)) != before {
                return Ok(SetWrite::Changed);
            }
            if before.is_none() && sets.len() >= GROUP_SETS_MAX {
                return Ok(SetWrite::Full);
            }
            write(&mut transaction, entry.guild, change).await?;
            transaction.commit().await?;
            Ok(SetWrite::Done)
        })
        .await
    }
}

async fn write(connection: &mut AnyConnection, guild: GuildId, change: &SetChange) -> Result<(), StoreError> {
    if let (_, Some(before)) = change.of() {
        let delete = sqlx::query("DELETE FROM group_sets WHERE guild = $1 AND name = $2");
        delete.bind(signed(guild.0)).bind(before.name.as_str()).execute(&mut *connection).await?;
    }
    if let SetChange::Save { set, .. } = change {
        let groups = serde_json::to_string(&set.groups).map_err(garbled)?;
        let insert = sqlx::query("INSERT INTO group_sets (guild, name, group_ids) VALUES ($1, $2, $3)");
        insert.bind(signed(guild.0)).bind(set.name.as_str()).bind(groups).execute(connection).await?;
    }
    Ok(())
}

/// Returns the sets of a server by name.
pub(super) async fn read<'c>(
    database: impl sqlx::Executor<'c, Database = sqlx::Any>,
    guild: GuildId,
) -> Result<Vec<GroupSet>, StoreError> {
    let text = "SELECT name, group_ids FROM group_sets WHERE guild = $1";
    let rows = sqlx::query(text).bind(signed(guild.0)).fetch_all(database).await?;
    let set = |row: &AnyRow| {
        let (name, groups): (String, String) = (row.try_get("name").ok()?, row.try_get("group_ids").ok()?);
        let groups: Vec<GroupId> = serde_json::from_str(&groups).ok()?;
        Some(GroupSet { name: SetName::parse(&name).ok()?, groups })
    };
    // A set that another version wrote, and this one cannot read, names no groups.
    let mut sets: Vec<GroupSet> = rows.iter().filter_map(set).collect();
    sets.sort_by_cached_key(|set| match_key(set.name.as_str()));
    Ok(sets)
}
