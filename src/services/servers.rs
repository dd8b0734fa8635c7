//! The current rules of each server: those of the configuration file, and those that its members set in Discord. A
//! change takes effect in every instance at once: if several share the store, each decision first checks whether the
//! cached rules are current.

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::access::{Actor, Capability, ChannelSetting, Decision, GuildId, Server, Target};
use crate::error::UserError;
use crate::store::{Rules, Store, StoreError};

/// Maximum time to read the rules. They are read before an interaction is acknowledged, and a slow store must not delay
/// that.
const READ_WITHIN: Duration = Duration::from_millis(500);

pub(super) struct Servers {
    file: HashMap<GuildId, Server>,
    store: Store,
    known: Mutex<CachedServer>,
}

#[derive(Default)]
struct CachedServer {
    /// Counts this instance's own changes, so that rules read before a change are not cached as newer.
    changes: u64,
    servers: HashMap<GuildId, (i64, Arc<Server>)>,
}

/// A server's rules, as far as they could be read.
#[derive(Debug, Clone)]
pub struct Current {
    server: Arc<Server>,
    missing: Missing,
}

/// The part of a server's rules that could not be read. Only the file's rules hold then: fewer actions are allowed,
/// never more.
#[derive(Debug, Clone)]
enum Missing {
    Nothing,
    /// The rules that were set in Discord. Contains the rules as of the last read.
    OfDiscord(Option<Arc<Server>>),
}

impl Deref for Current {
    type Target = Server;

    fn deref(&self) -> &Server {
        &self.server
    }
}

impl Current {
    /// Returns whether all rules could be read.
    pub(super) fn is_complete(&self) -> bool {
        matches!(self.missing, Missing::Nothing)
    }

    /// Checks that the user may do it.
    pub fn require(&self, actor: &Actor, needs: Capability, target: Target<'_>) -> Result<(), UserError> {
        if self.decide(actor, needs, target).is_allowed() {
            return Ok(());
        }
        Err(self.denial(actor, needs, target, Decision::is_allowed))
    }

    /// Returns whether the user may do it, or only request it.
    pub(super) fn require_request(
        &self,
        actor: &Actor,
        needs: Capability,
        target: Target<'_>,
    ) -> Result<Decision, UserError> {
        match self.decide(actor, needs, target) {
            Decision::Deny => Err(self.denial(actor, needs, target, Decision::may_request)),
            decision => Ok(decision),
        }
    }

    /// Returns the reason why a decision by the known rules was not enough. If some rules are missing, a user who may
    /// have the right by those is not told that they lack it.
    fn denial(
        &self,
        actor: &Actor,
        needs: Capability,
        target: Target<'_>,
        is_enough: fn(Decision) -> bool,
    ) -> UserError {
        let may_have = match &self.missing {
            Missing::Nothing => false,
            Missing::OfDiscord(Some(before)) => is_enough(before.decide(actor, needs, target)),
            Missing::OfDiscord(None) => true,
        };
        if may_have { UserError::NotWritten } else { UserError::Refused(self.explain(actor, needs, target)) }
    }
}

impl Servers {
    pub(super) fn new(file: HashMap<GuildId, Server>, store: Store) -> Self {
        Self { file, store, known: Mutex::default() }
    }

    /// Returns the rules of a server, or `None` if the configuration does not name it.
    pub(super) async fn get(&self, guild: GuildId) -> Option<Current> {
        let file = self.file.get(&guild)?;
        let read = tokio::time::timeout(READ_WITHIN, self.read(guild, file)).await;
        Some(match read.unwrap_or(Err(StoreError::TooSlow)) {
            Ok(server) => Current { server, missing: Missing::Nothing },
            Err(error) => {
                tracing::warn!(%error, "failed to read the rules set in Discord: only the configuration file applies");
                let before = self.known().servers.get(&guild).map(|(_, server)| server.clone());
                Current { server: Arc::new(file.clone()), missing: Missing::OfDiscord(before) }
            }
        })
    }

    async fn read(&self, guild: GuildId, file: &Server) -> Result<Arc<Server>, StoreError> {
        let (changes, known) = {
            let known = self.known();
            (known.changes, known.servers.get(&guild).cloned())
        };
        if let Some((_, server)) = &known
            && !self.store.is_shared()
        {
            return Ok(server.clone());
        }
        // The version is read before the rules, so that a change between the two reads is read again the next time.
        let version = self.store.grants().version(guild).await?;
        if let Some((of, server)) = known
            && of == version
        {
            return Ok(server);
        }
        let server = Arc::new(with(file.clone(), self.store.grants().rules(guild).await?));
        let mut known = self.known();
        if known.changes == changes {
            known.servers.insert(guild, (version, server.clone()));
        }
        Ok(server)
    }

    /// Notes that this instance has changed the rules of a server.
    pub(super) fn changed(&self, guild: GuildId) {
        let mut known = self.known();
        known.changes += 1;
        known.servers.remove(&guild);
    }

    fn known(&self) -> MutexGuard<'_, CachedServer> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Merges the rules; those of the file win.
fn with(mut server: Server, rules: Rules) -> Server {
    let Rules { given, log_channel, approvals_channel } = rules;
    for (setting, channel) in [(&mut server.log, log_channel), (&mut server.approvals, approvals_channel)] {
        if !setting.fixed {
            *setting = ChannelSetting { channel, fixed: false };
        }
    }
    server.give(given);
    server
}
