//! The current settings of each server: those of the configuration file, and those that its members set in Discord. A
//! change takes effect in every instance at once: if several share the store, each read first checks whether the cached
//! settings are current.

use std::collections::{BTreeSet, HashMap};
use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::{Instant, timeout};
use whatsapp::SessionName;
use whatsapp::people::Country;

use super::Resources;
use super::executor::AccountNames;
use crate::access::{
    Actor, Capability, ChannelSetting, CountrySetting, Decision, Grant, Groups, GuildId, ReasonsSetting, RoleSetting,
    Server, Target,
};
use crate::error::{AccessError, GroupError, RequestError, Unavailable, UserError};
use crate::store::{Rules, StoreError};

/// Maximum time to read the settings. They are read before an interaction is acknowledged, and a slow store must not delay
/// that.
const READ_WITHIN: Duration = Duration::from_millis(500);

/// How long cached settings are used without a check in a store that only this instance has: the operator may change or
/// erase them on the command line.
const CHECKED_EVERY: Duration = Duration::from_secs(5);
/// Maximum time of that check. If it fails, the cached settings hold.
const CHECK_WITHIN: Duration = Duration::from_millis(250);

/// Reads the settings of the servers, and changes those that members may set in Discord.
pub struct GuildSettings {
    pub(super) resources: Resources,
    cache: Mutex<SettingsCache>,
}

#[derive(Default)]
struct SettingsCache {
    /// Counts this instance's own changes, so that settings read before a change are not cached as newer.
    changes: u64,
    servers: HashMap<GuildId, CachedSettings>,
}

#[derive(Clone)]
struct CachedSettings {
    version: i64,
    server: Arc<Server>,
    /// When the store was last seen to have this version.
    checked: Instant,
}

/// The kind of a user's admission to a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    Free,
    /// Another person must approve it.
    IfApproved,
}

/// A server's settings as of one read, as far as they could be read.
#[derive(Debug, Clone)]
pub struct CurrentSettings {
    server: Arc<Server>,
    /// The file's country for servers that have set none.
    default_country: Option<Country>,
    missing: Missing,
}

/// The part of a server's settings that could not be read. Only those of the file hold then: fewer actions are allowed,
/// never more.
#[derive(Debug, Clone)]
enum Missing {
    Nothing,
    /// The settings that were made in Discord. Contains the settings as of the last read.
    OfDiscord(Option<Arc<Server>>),
}

impl Deref for CurrentSettings {
    type Target = Server;

    fn deref(&self) -> &Server {
        &self.server
    }
}

impl CurrentSettings {
    /// Returns whether all settings could be read.
    pub(super) fn is_complete(&self) -> bool {
        matches!(self.missing, Missing::Nothing)
    }

    /// Returns the country of phone numbers without a country code: the server's own, or else the file's. Returns `None`
    /// if there is neither, or if the server's own could not be read: the file's may be another one.
    pub fn country(&self) -> Option<Country> {
        let own = |server: &Server| server.country.country.or(self.default_country);
        match &self.missing {
            _ if self.server.country.fixed => self.server.country.country,
            Missing::Nothing => own(&self.server),
            Missing::OfDiscord(before) => before.as_deref().and_then(own),
        }
    }

    /// Returns the file's country for servers that have set none.
    pub(crate) fn default_country(&self) -> Option<Country> {
        self.default_country
    }

    /// Checks, before the acknowledgement, that the actor may perform an operation or request it, as far as the
    /// interaction shows the target. [`Executor::reauthorize`](super::Executor::reauthorize) decides again in full.
    pub fn authorize(&self, actor: &Actor, needs: Capability, target: Target<'_>) -> Result<Admission, UserError> {
        match (self.require_request(actor, needs, target)?, self.approvals.channel) {
            (Decision::Allow, _) => Ok(Admission::Free),
            (_, Some(_)) => Ok(Admission::IfApproved),
            (_, None) => Err(RequestError::NoApprovalsChannel { needs }.into()),
        }
    }

    /// Checks that the actor has the capability, also without an approval. Returns the reason if not.
    pub fn require(&self, actor: &Actor, needs: Capability, target: Target<'_>) -> Result<(), UserError> {
        if self.decide(actor, needs, target).is_allowed() {
            return Ok(());
        }
        Err(self.denial(actor, needs, target, Decision::is_allowed))
    }

    /// Returns whether the actor may perform the operation, or only request it. Returns the reason if neither.
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

    /// Checks that the actor is an Administrator.
    pub fn require_administrator(&self, actor: &Actor) -> Result<(), UserError> {
        if actor.administrator { Ok(()) } else { Err(AccessError::NotAdministrator.into()) }
    }

    /// Returns the named session, or the default one. Returns [`GroupError::NoSuchSession`] for an unknown name.
    pub fn session(&self, named: Option<&str>) -> Result<SessionName, UserError> {
        let found = match named {
            None => self.default_session(),
            Some(text) => self.sessions.iter().find(|session| session.as_str() == text.trim()),
        };
        let unknown =
            || GroupError::NoSuchSession { sessions: self.sessions.iter().map(ToString::to_string).collect() };
        found.cloned().ok_or_else(|| unknown().into())
    }

    /// Returns the grants within the groups in which the actor manages access. Returns the refusal if there are none.
    pub fn managed_grants(&self, actor: &Actor) -> Result<Vec<Grant>, UserError> {
        self.require(actor, Capability::AccessManage, Target::IN_SCOPE)?;
        let may_see = |session: &SessionName, groups: Groups<'_>| {
            self.decide(actor, Capability::AccessManage, Target { session: Some(session), groups }).is_allowed()
        };
        let mut grants = self.grants.clone();
        grants.retain_mut(|grant| {
            if let Some(sessions) = &mut grant.sessions {
                sessions.retain(|session| may_see(session, Groups::InScope));
            }
            if let Some(groups) = &mut grant.groups {
                groups.retain(|group| self.sessions.iter().any(|session| may_see(session, Groups::One(group))));
            }
            let is_left = |narrowed: Option<bool>| narrowed != Some(true);
            is_left(grant.sessions.as_ref().map(BTreeSet::is_empty))
                && is_left(grant.groups.as_ref().map(BTreeSet::is_empty))
        });
        Ok(grants)
    }

    /// Returns the reason why a decision by the known settings was not enough. If some are missing, a user who may have
    /// the right by those is not told that they lack it.
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
        if may_have { Unavailable::SettingsUnread.into() } else { self.explain(actor, needs, target).into() }
    }
}

impl GuildSettings {
    pub(super) fn new(resources: Resources) -> Self {
        Self { resources, cache: Mutex::default() }
    }

    /// Returns whether replies in a server name the WhatsApp account. The configuration file alone decides it.
    pub fn account_names(&self, guild: GuildId) -> AccountNames {
        self.resources.live.get().servers.get(&guild).map_or(AccountNames::Hidden, AccountNames::of)
    }

    /// Reads the settings of a server. Returns [`AccessError::ServerNotConfigured`] if the configuration does not name it.
    pub async fn get(&self, guild: GuildId) -> Result<CurrentSettings, UserError> {
        let live = self.resources.live.get();
        let file = live.servers.get(&guild).ok_or(AccessError::ServerNotConfigured { server: guild })?;
        let read = timeout(READ_WITHIN, self.read(guild, file)).await;
        let (server, missing) = match read.unwrap_or(Err(StoreError::TooSlow)) {
            Ok(server) => (server, Missing::Nothing),
            Err(error) => {
                tracing::warn!(%error, "failed to read the settings made in Discord: only the configuration file applies");
                let before = self.cache().servers.get(&guild).map(|known| known.server.clone());
                (Arc::new(file.clone()), Missing::OfDiscord(before))
            }
        };
        Ok(CurrentSettings { server, default_country: live.default_country, missing })
    }

    /// Returns the sessions of all servers.
    pub(crate) fn sessions(&self) -> BTreeSet<SessionName> {
        self.resources.live.get().servers.values().flat_map(|server| server.sessions.iter().cloned()).collect()
    }

    /// Returns the servers that may use the session.
    pub(super) fn guilds_with(&self, session: &SessionName) -> Vec<GuildId> {
        let live = self.resources.live.get();
        live.servers.values().filter(|server| server.sessions.contains(session)).map(|server| server.guild).collect()
    }

    async fn read(&self, guild: GuildId, file: &Server) -> Result<Arc<Server>, StoreError> {
        let (changes, known) = {
            let known = self.cache();
            (known.changes, known.servers.get(&guild).cloned())
        };
        let (now, is_shared) = (self.resources.clock.now(), self.resources.store.is_shared());
        if let Some(known) = &known
            && !is_shared
            && now.saturating_duration_since(known.checked) < CHECKED_EVERY
        {
            return Ok(known.server.clone());
        }
        // The version is read before the settings, so that a change between the two reads is read again the next time.
        let version = match (&known, is_shared) {
            (Some(known), false) => {
                let version = timeout(CHECK_WITHIN, self.resources.store.grants().version(guild)).await;
                version.ok().and_then(Result::ok).unwrap_or(known.version)
            }
            (None, _) | (_, true) => self.resources.store.grants().version(guild).await?,
        };
        let server = match known {
            Some(known) if known.version == version => known.server,
            _ => Arc::new(with(file.clone(), self.resources.store.grants().rules(guild).await?)),
        };
        let mut cache = self.cache();
        if cache.changes == changes {
            cache.servers.insert(guild, CachedSettings { version, server: server.clone(), checked: now });
        }
        Ok(server)
    }

    /// Notes that this instance has changed the settings of a server.
    pub(super) fn changed(&self, guild: GuildId) {
        let mut known = self.cache();
        known.changes += 1;
        known.servers.remove(&guild);
    }

    /// Notes that the settings of the file have changed.
    pub(super) fn forget_all(&self) {
        let mut known = self.cache();
        known.changes += 1;
        known.servers.clear();
    }

    fn cache(&self) -> MutexGuard<'_, SettingsCache> {
        self.cache.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Merges the settings; those of the file win.
fn with(mut server: Server, rules: Rules) -> Server {
    let Rules { given, log_channel, approvals_channel, approvals_role, country, invitation, reasons_required, sets } =
        rules;
    for (setting, channel) in [(&mut server.log, log_channel), (&mut server.approvals, approvals_channel)] {
        if !setting.fixed {
            *setting = ChannelSetting { channel, fixed: false };
        }
    }
    if !server.approvals_role.fixed {
        server.approvals_role = RoleSetting { role: approvals_role, fixed: false };
    }
    if !server.country.fixed {
        server.country = CountrySetting { country, fixed: false };
    }
    if !server.reasons.fixed {
        server.reasons = ReasonsSetting { required: reasons_required, fixed: false };
    }
    server.invitation = invitation;
    server.sets = sets;
    server.give(given);
    server
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The country of a server's own beats the file's default, and nothing is assumed while its own is unknown.
    #[test]
    fn the_country_is_the_servers_own_or_the_default() {
        let country = |letters: &str| letters.parse::<Country>().ok();
        let server = |letters, fixed| {
            let setting = ChannelSetting::default();
            Arc::new(Server {
                guild: GuildId(1),
                sessions: vec!["default".parse().unwrap()],
                grants: Vec::new(),
                log: setting,
                approvals: setting,
                approvals_role: RoleSetting::default(),
                alerts_role: None,
                country: CountrySetting { country: country(letters), fixed },
                invitation: None,
                reasons: ReasonsSetting::default(),
                sets: Vec::new(),
            })
        };
        let unread = |before| Missing::OfDiscord(before);
        for (own, fixed, default, missing, expected) in [
            ("DE", false, "BR", Missing::Nothing, "DE"),
            ("DE", true, "BR", Missing::Nothing, "DE"),
            ("DE", false, "", Missing::Nothing, "DE"),
            ("", false, "BR", Missing::Nothing, "BR"),
            ("", false, "", Missing::Nothing, ""),
            ("DE", true, "BR", unread(None), "DE"),
            ("", false, "BR", unread(None), ""),
            ("", false, "BR", unread(Some(server("DE", false))), "DE"),
            ("", false, "BR", unread(Some(server("", false))), "BR"),
            ("DE", true, "BR", unread(Some(server("DE", true))), "DE"),
        ] {
            let settings = CurrentSettings { server: server(own, fixed), default_country: country(default), missing };
            assert_eq!(settings.country(), country(expected), "{settings:?}");
        }
    }
}
