//! The settings that a server's members made in Discord: rights of roles, channels, its country, its text of
//! invitations, whether reasons are required, and its sets of groups. Each change is a row of the journal, and both are written in one transaction: a change without a row does not hold.

use sqlx::{AnyConnection, AssertSqlSafe, Row as _};
use usher_clock::Timestamp;
use whatsapp::people::Country;

use super::group_sets;
use super::insert::insert;
use super::row::{AuditEnd, AuditEntry, AuditId};
use super::{Store, StoreError, bounded, garbled, signed, unsigned};
use crate::access::{ChannelId, Given, GroupSet, GuildId, InvitationText, RoleId, Scope};

/// The rules of one server.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    pub given: Vec<Given>,
    pub log_channel: Option<ChannelId>,
    pub approvals_channel: Option<ChannelId>,
    /// The role that Usher mentions when a request for approval arrives.
    pub approvals_role: Option<RoleId>,
    pub country: Option<Country>,
    /// The text of invitations. Operators neither export nor import it.
    pub invitation: Option<InvitationText>,
    /// Whether a reason must be given where one can be given.
    pub reasons_required: bool,
    /// The sets of groups, by name. Operators neither export nor import them.
    pub sets: Vec<GroupSet>,
}

/// A change of the rules.
#[derive(Debug, Clone)]
pub enum RuleChange {
    Give(Vec<Given>),
    Take(Vec<Given>),
    LogChannel(Option<ChannelId>),
    ApprovalsChannel(Option<ChannelId>),
    ApprovalsRole(Option<RoleId>),
    Country(Option<Country>),
    Invitation(Option<InvitationText>),
    ReasonsRequired(bool),
}

#[derive(Debug, Clone)]
pub struct Grants {
    pub(super) store: Store,
}

impl Grants {
    /// Returns the version of a server's rules, which each change increases; 0 if there are none.
    pub async fn version(&self, guild: GuildId) -> Result<i64, StoreError> {
        let statement = sqlx::query_scalar("SELECT version FROM servers WHERE guild = $1").bind(signed(guild.0));
        Ok(bounded(statement.fetch_optional(&self.store.reads)).await?.unwrap_or_default())
    }

    pub async fn rules(&self, guild: GuildId) -> Result<Rules, StoreError> {
        bounded::<_, StoreError>(async {
            let text = "SELECT log_channel, approvals_channel, approvals_role, country, invitation, reasons_required \
                        FROM servers WHERE guild = $1";
            let server = sqlx::query(text).bind(signed(guild.0)).fetch_optional(&self.store.reads).await?;
            let Some(server) = server else { return Ok(Rules::default()) };
            let grants = "SELECT role, capability, session, group_id, needs_approval FROM grants WHERE guild = $1";
            let rows = sqlx::query(grants).bind(signed(guild.0)).fetch_all(&self.store.reads).await?;
            let id = |column| Ok::<Option<u64>, StoreError>(server.try_get::<Option<i64>, _>(column)?.map(unsigned));
            let text = |column| Ok::<Option<String>, StoreError>(server.try_get(column)?);
            Ok(Rules {
                // A right that this version does not know grants nothing.
                given: rows.iter().filter_map(|row| read(row).ok()).collect(),
                log_channel: id("log_channel")?.map(ChannelId),
                approvals_channel: id("approvals_channel")?.map(ChannelId),
                approvals_role: id("approvals_role")?.map(RoleId),
                // A country that this version does not know reads no numbers.
                country: text("country")?.and_then(|letters| letters.parse().ok()),
                invitation: text("invitation")?.and_then(|text| InvitationText::parse(&text).ok()),
                reasons_required: server
                    .try_get::<Option<i64>, _>("reasons_required")?
                    .is_some_and(|required| required != 0),
                sets: group_sets::read(&self.store.reads, guild).await?,
            })
        })
        .await
    }

    /// Changes the rules and records the change as `entry`, which ends with `end`. Returns `None`, without a change, if
    /// the interaction has a row already.
    pub async fn change(
        &self,
        entry: &AuditEntry,
        change: &RuleChange,
        end: &AuditEnd,
        now: Timestamp,
    ) -> Result<Option<AuditId>, StoreError> {
        bounded::<_, StoreError>(async {
            let mut transaction = self.store.pool.begin().await?;
            let Some(case) = insert(entry, now)?.end(end, now)?.write(&mut transaction).await? else {
                return Ok(None);
            };
            write_change(&mut transaction, entry.guild, change, now).await?;
            transaction.commit().await?;
            Ok(Some(case))
        })
        .await
    }
}

/// Changes the rules, and their version.
pub(super) async fn write_change(
    connection: &mut AnyConnection,
    guild: GuildId,
    change: &RuleChange,
    now: Timestamp,
) -> Result<(), StoreError> {
    count_change(connection, guild, now).await?;
    apply(connection, guild, change).await
}

/// Increases the version of the rules, and locks them against other changes until the transaction ends.
pub(super) async fn count_change(
    connection: &mut AnyConnection,
    guild: GuildId,
    now: Timestamp,
) -> Result<(), StoreError> {
    // A row that is deleted and made again must not repeat a version: others would keep what they have read.
    let count = "INSERT INTO servers (guild, version) VALUES ($1, $2) \
                 ON CONFLICT (guild) DO UPDATE SET version = servers.version + 1";
    sqlx::query(count).bind(signed(guild.0)).bind(now.as_millis()).execute(connection).await?;
    Ok(())
}

async fn apply(connection: &mut AnyConnection, guild: GuildId, change: &RuleChange) -> Result<(), StoreError> {
    let guild_id = signed(guild.0);
    let (column, id) = match change {
        RuleChange::Give(given) => {
            let statement = "INSERT INTO grants (guild, role, capability, session, group_id, needs_approval) \
                             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (guild, role, capability, session, group_id) \
                             DO UPDATE SET needs_approval = excluded.needs_approval";
            for one in given {
                let query = keyed(statement, guild, one).bind(i64::from(one.needs_approval));
                query.execute(&mut *connection).await?;
            }
            return Ok(());
        }
        RuleChange::Take(given) => {
            let statement = "DELETE FROM grants WHERE guild = $1 AND role = $2 AND capability = $3 AND session = $4 \
                             AND group_id = $5";
            for one in given {
                keyed(statement, guild, one).execute(&mut *connection).await?;
            }
            return Ok(());
        }
        RuleChange::Country(country) => {
            return set_text(connection, guild, "country", country.map(|country| country.to_string())).await;
        }
        RuleChange::Invitation(text) => {
            return set_text(connection, guild, "invitation", text.as_ref().map(ToString::to_string)).await;
        }
        RuleChange::ReasonsRequired(required) => {
            let statement = sqlx::query("UPDATE servers SET reasons_required = $2 WHERE guild = $1");
            statement.bind(guild_id).bind(i64::from(*required)).execute(connection).await?;
            return Ok(());
        }
        RuleChange::LogChannel(channel) => ("log_channel", channel.map(|channel| channel.0)),
        RuleChange::ApprovalsChannel(channel) => ("approvals_channel", channel.map(|channel| channel.0)),
        RuleChange::ApprovalsRole(role) => ("approvals_role", role.map(|role| role.0)),
    };
    let text = format!("UPDATE servers SET {column} = $2 WHERE guild = $1");
    let statement = sqlx::query(AssertSqlSafe(text)).bind(guild_id).bind(id.map(signed));
    statement.execute(connection).await?;
    Ok(())
}

async fn set_text(
    connection: &mut AnyConnection,
    guild: GuildId,
    column: &'static str,
    text: Option<String>,
) -> Result<(), StoreError> {
    let statement = format!("UPDATE servers SET {column} = $2 WHERE guild = $1");
    sqlx::query(AssertSqlSafe(statement)).bind(signed(guild.0)).bind(text).execute(connection).await?;
    Ok(())
}

type Query = sqlx::query::Query<'static, sqlx::Any, sqlx::any::AnyArguments>;

fn keyed(statement: &'static str, guild: GuildId, given: &Given) -> Query {
    let Given { role, scope: Scope { session, group }, capability, .. } = given;
    sqlx::query(statement)
        .bind(signed(guild.0))
        .bind(signed(role.0))
        .bind(capability.name())
        .bind(session.as_ref().map(ToString::to_string).unwrap_or_default())
        .bind(group.as_ref().map(ToString::to_string).unwrap_or_default())
}

fn read(row: &sqlx::any::AnyRow) -> Result<Given, StoreError> {
    let text = |column| {
        let text: String = row.try_get(column)?;
        Ok::<_, StoreError>(Some(text).filter(|text| !text.is_empty()))
    };
    let needs_approval: i64 = row.try_get("needs_approval")?;
    Ok(Given {
        role: RoleId(unsigned(row.try_get("role")?)),
        scope: Scope {
            session: text("session")?.map(|text| text.parse().map_err(garbled)).transpose()?,
            group: text("group_id")?.map(|text| text.parse().map_err(garbled)).transpose()?,
        },
        capability: text("capability")?.unwrap_or_default().parse().map_err(StoreError::Garbled)?,
        needs_approval: needs_approval != 0,
    })
}
