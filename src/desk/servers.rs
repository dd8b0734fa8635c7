//! The rules of each server as they are now: what the configuration file says, and what its own people have set in Discord.
//! A change counts at once in every copy of the bot: where several share the store, each decision looks first whether what
//! it knows is still so.

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::access::{Asker, Capability, ChannelSetting, GuildId, Reach, Refusal, Server};
use crate::error::Problem;
use crate::store::{Rules, Store, StoreError};

/// The rules are read before an interaction is acknowledged: a store that hangs must not make that late.
const READ_WITHIN: Duration = Duration::from_millis(500);

pub(super) struct Servers {
    file: HashMap<GuildId, Server>,
    store: Store,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    /// Counts this copy's own changes, so that what was read before one is not taken for what is after it.
    changes: u64,
    servers: HashMap<GuildId, (i64, Arc<Server>)>,
}

/// A server's rules, as far as they could be read.
#[derive(Debug, Clone)]
pub struct Current {
    server: Arc<Server>,
    missing: Missing,
}

/// What could not be read of a server's rules. Without it only what the file says holds: less may be done, and never more.
#[derive(Debug, Clone)]
enum Missing {
    Nothing,
    /// What was set in Discord; here are the rules as they were when they were last read.
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

    /// Whether the asker may do it.
    pub fn permit(&self, asker: &Asker, needs: Capability, reach: Reach<'_>) -> Result<(), Problem> {
        self.by(|server| server.decide(asker, needs, reach))
    }

    /// Whether the asker may do it, or ask for it.
    pub(super) fn admit(&self, asker: &Asker, needs: Capability, reach: Reach<'_>) -> Result<(), Problem> {
        self.by(|server| server.may_ask(asker, needs, reach))
    }

    /// Where not all rules are known, nobody is told that they have no right who may have it by the others.
    fn by(&self, decide: impl Fn(&Server) -> Result<(), Refusal>) -> Result<(), Problem> {
        decide(&self.server).map_err(|refusal| match &self.missing {
            Missing::Nothing => Problem::Refused(refusal),
            Missing::OfDiscord(Some(before)) if decide(before).is_err() => Problem::Refused(refusal),
            Missing::OfDiscord(_) => Problem::NotWritten,
        })
    }
}

impl Servers {
    pub(super) fn new(file: HashMap<GuildId, Server>, store: Store) -> Self {
        Self { file, store, known: Mutex::default() }
    }

    /// The rules of a server; `None` where the configuration does not name it.
    pub(super) async fn get(&self, guild: GuildId) -> Option<Current> {
        let file = self.file.get(&guild)?;
        let read = tokio::time::timeout(READ_WITHIN, self.read(guild, file)).await;
        Some(match read.unwrap_or(Err(StoreError::TooSlow)) {
            Ok(server) => Current { server, missing: Missing::Nothing },
            Err(error) => {
                tracing::warn!(%error, "what was set in Discord could not be read, and does not count");
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
        // Before the rules: what changes between the two is read again the next time.
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

    /// This copy has changed the rules of a server.
    pub(super) fn changed(&self, guild: GuildId) {
        let mut known = self.known();
        known.changes += 1;
        known.servers.remove(&guild);
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the file sets wins.
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
