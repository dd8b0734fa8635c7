//! Changes of a server's settings on the command line.

use usher_clock::Timestamp;

use super::grants::{Grants, RuleChange, write_change};
use super::insert::insert;
use super::row::{AuditEnd, AuditEntry, AuditSubject};
use super::{AdminOutcome, StoreError, bounded, garbled};
use crate::access::{ChannelId, GuildId, InteractionId, UserId};
use crate::command_name::CommandName;

/// Attempts to find a free number for an entry of the audit log.
const TRIES: usize = 8;

/// A change, and how the audit log shows it.
#[derive(Debug, Clone)]
pub struct OperatorChange {
    /// The command that makes the same change in Discord.
    pub command: CommandName,
    pub change: RuleChange,
    pub outcome: AdminOutcome,
}

impl Grants {
    /// Makes all changes of the servers or none. Each is recorded as made on the command line.
    pub async fn change_as_operator(
        &self,
        changes: &[(GuildId, Vec<OperatorChange>)],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        bounded::<_, StoreError>(async {
            let mut transaction = self.store.pool.begin().await?;
            for (guild, changes) in changes {
                for change in changes {
                    let end = AuditEnd::Done { outcome: Box::new(change.outcome.clone().into()), stopped: None };
                    let mut is_recorded = false;
                    for _ in 0..TRIES {
                        let interaction = InteractionId::made_up(now, fastrand::u64(..));
                        let entry = AuditEntry {
                            guild: *guild,
                            channel: ChannelId(0),
                            user: UserId::COMMAND_LINE,
                            user_name: None,
                            interaction,
                            what: AuditSubject::of(change.command.as_str()),
                        };
                        if insert(&entry, now)?.end(&end, now)?.write(&mut transaction).await?.is_some() {
                            is_recorded = true;
                            break;
                        }
                    }
                    if !is_recorded {
                        return Err(garbled("no free number for an entry of the audit log"));
                    }
                    write_change(&mut transaction, *guild, &change.change, now).await?;
                }
            }
            transaction.commit().await?;
            Ok(())
        })
        .await
    }
}
