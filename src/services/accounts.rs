//! The WhatsApp accounts: compares their states with those that were seen before, and decides which changes the log channels
//! are notified of. No provider notifies Usher of such changes, so every instance looks periodically. The store decides which
//! of them stores a change.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use groups_api::{AccountCondition, Listed, Session};
use usher_clock::Timestamp;
use whatsapp::{PhoneNumber, SessionName};

use super::{CurrentSettings, GuildSettings, Resources};
use crate::access::GuildId;
use crate::operations::{AccountFacts, SessionsListed};
use crate::store::{AccountState, StoreError};

/// How often the accounts are looked at, and how long a loss lasts before it is told.
#[derive(Debug, Clone, Copy)]
pub struct WatchPace {
    pub look_every: Duration,
    /// A loss that two looks with this interval show is told.
    pub lasts: Duration,
}

impl Default for WatchPace {
    /// A loss is told within two minutes: after 45 + 60 seconds, and the time of two looks.
    fn default() -> Self {
        Self { look_every: Duration::from_secs(45), lasts: Duration::from_secs(60) }
    }
}

/// A change of an account that the log channels are notified of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountNews {
    Lost { since: Timestamp },
    Back { lost_since: Timestamp },
}

/// A change of an account that is not stored yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountChange {
    pub session: SessionName,
    /// The new state, with the version of the one that it replaces.
    pub state: AccountState,
    pub news: Option<AccountNews>,
}

/// An account as a look shows it.
#[derive(Debug, Clone, Copy)]
struct SeenAccount<'a> {
    condition: AccountCondition,
    /// `None` if the provider does not list it.
    session: Option<&'a Session>,
    /// When the look was sent.
    asked_at: Timestamp,
}

/// Watches the accounts.
pub struct AccountWatch {
    resources: Resources,
    settings: Arc<GuildSettings>,
    pace: WatchPace,
}

impl AccountWatch {
    pub(super) fn new(resources: Resources, settings: Arc<GuildSettings>, pace: WatchPace) -> Self {
        Self { resources, settings, pace }
    }

    /// Returns the pause between two looks.
    pub(crate) fn look_every(&self) -> Duration {
        self.pace.look_every
    }

    /// Compares what a look shows of the servers' accounts with the states as stored. Returns what has changed, and the
    /// pause before the next look, which is shorter if a loss may have to be told then.
    pub(crate) async fn compare(
        &self,
        listed: &Listed<Session>,
        asked_at: Timestamp,
    ) -> Result<(Vec<AccountChange>, Duration), StoreError> {
        let known = self.resources.store.account_states().all().await?;
        let (now, mut pause) = (self.resources.clock.now_utc(), self.pace.look_every);
        let mut changes = Vec::new();
        for session in self.settings.sessions() {
            let before = known.get(&session);
            let Some(seen) = seen(&session, listed, asked_at) else { continue };
            let (state, news) = after(before, seen, self.pace.lasts);
            if let Some(due) = told_at(&state, self.pace.lasts) {
                pause = pause.min(due.duration_since(now));
            }
            if before != Some(&state) {
                changes.push(AccountChange { session, state, news });
            }
        }
        Ok((changes, pause))
    }

    /// Returns the settings of the servers whose log channels are notified of the account. Fails if some of them are not
    /// known: the change is told later, rather than not at all.
    pub(crate) async fn servers(&self, session: &SessionName) -> Result<Vec<CurrentSettings>, StoreError> {
        let mut servers = Vec::new();
        for guild in self.settings.guilds_with(session) {
            // The configuration may have changed at this moment.
            let Ok(settings) = self.settings.get(guild).await else { continue };
            if settings.log.channel.is_some() {
                servers.push(settings);
            } else if !settings.is_complete() {
                return Err(StoreError::TooSlow);
            }
        }
        Ok(servers)
    }

    /// Stores a change, and queues its messages. Returns `false`, and queues nothing, if another instance was faster.
    pub(crate) async fn store(
        &self,
        change: &AccountChange,
        messages: &[(GuildId, String)],
    ) -> Result<bool, StoreError> {
        let Resources { store, clock, .. } = &self.resources;
        let is_stored =
            store.account_states().change(&change.session, &change.state, messages, clock.now_utc()).await?;
        if is_stored && !messages.is_empty() {
            self.resources.log_has_news();
        }
        Ok(is_stored)
    }

    /// Adds to a list of sessions what the store knows of them. It has less if the store fails: the list itself is still
    /// good.
    pub(super) async fn describe(&self, listed: &mut SessionsListed) {
        let known = self.resources.store.account_states().all().await.unwrap_or_else(|error| {
            tracing::warn!(%error, "failed to read the states of the accounts");
            HashMap::new()
        });
        for session in &listed.sessions {
            let state = known.get(&session.name).filter(|state| {
                // It may have changed since the last look.
                session.condition().is_some_and(|now| now.is_connected() == state.condition.is_connected())
            });
            let since = state.and_then(|state| state.lost_since.or(state.since));
            let left = self.resources.may_add(&session.name).await;
            let left = left.inspect_err(|error| tracing::warn!(%error, "failed to count the added people")).ok();
            listed.facts.insert(session.name.clone(), AccountFacts { since, left });
        }
    }
}

/// Returns what the look shows of the session, or `None` if it does not show whether the account is connected.
fn seen<'a>(session: &SessionName, listed: &'a Listed<Session>, asked_at: Timestamp) -> Option<SeenAccount<'a>> {
    let entry = listed.entries.iter().find(|entry| entry.name == *session);
    let condition = match entry {
        Some(entry) => entry.condition()?,
        // It may be one of those that could not be read.
        None if listed.unread > 0 => return None,
        None => AccountCondition::Missing,
    };
    Some(SeenAccount { condition, session: entry, asked_at })
}

/// Returns the state of an account after a look, and the news if there are any. A loss is told once it has lasted for a
/// while, and again only if it turns out to need more attention.
fn after(before: Option<&AccountState>, seen: SeenAccount<'_>, lasts: Duration) -> (AccountState, Option<AccountNews>) {
    let SeenAccount { condition, session, asked_at } = seen;
    let is_lost = !condition.is_connected();
    let Some(before) = before else {
        let (number, name) = named(session);
        let since = is_lost.then_some(asked_at);
        let lost_since = since;
        let state =
            AccountState { condition, since, lost_since, told: None, number, name, seen_at: asked_at, version: 0 };
        return (state, None);
    };
    let mut state = before.clone();
    // An answer that is older than the state may be another instance's.
    if asked_at < before.seen_at {
        return (state, None);
    }
    if condition != state.condition {
        (state.condition, state.since) = (condition, Some(asked_at));
    }
    let (number, name) = named(session);
    (state.number, state.name) = (number.or(state.number), name.or(state.name));
    let news = if is_lost {
        let since = *state.lost_since.get_or_insert(asked_at);
        let is_due = told_at(&state, lasts).is_some_and(|due| due <= asked_at);
        is_due.then(|| state.told = Some(condition)).map(|()| AccountNews::Lost { since })
    } else {
        let lost_since = state.lost_since.take();
        state.told.take().and(lost_since).map(|lost_since| AccountNews::Back { lost_since })
    };
    if state != *before {
        state.seen_at = asked_at;
    }
    (state, news)
}

/// Returns when a loss is told if it lasts until then; `None` if there is nothing to tell.
fn told_at(state: &AccountState, lasts: Duration) -> Option<Timestamp> {
    match state.told {
        None => state.lost_since.map(|since| since + lasts),
        Some(told) if state.condition > told => state.since.map(|since| since + lasts),
        Some(_) => None,
    }
}

/// Returns the number, masked, and the name of the account, as far as the provider gives them.
fn named(session: Option<&Session>) -> (Option<String>, Option<String>) {
    let number = session.and_then(|session| session.phone.as_ref()).map(PhoneNumber::masked);
    let name = session.and_then(|session| session.push_name.clone()).filter(|name| !name.trim().is_empty());
    (number, name)
}

#[cfg(test)]
mod tests {
    use groups_api::{DisconnectReason, Engine, SessionStatus};

    use super::*;

    use AccountCondition::{Banned, Connected, LoggedOut, Reconnecting};

    const LASTS: Duration = Duration::from_secs(60);

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_secs(1_800_000_000 + seconds)
    }

    fn session(name: &str, status: SessionStatus, reason: Option<DisconnectReason>) -> Session {
        Session {
            name: name.parse().unwrap(),
            status,
            status_reason: reason,
            phone: "+5511988880001".parse().ok(),
            push_name: None,
            lid: None,
            engine: Engine::Only,
            id: None,
        }
    }

    /// Returns what is told after looks at these times: the condition, or `None` for an account that is back, with the
    /// seconds of the loss.
    fn told(looks: &[(i64, AccountCondition)]) -> Vec<(i64, Option<AccountCondition>, i64)> {
        let (mut state, mut told): (Option<AccountState>, _) = (None, Vec::new());
        for (seconds, condition) in looks {
            let seen = SeenAccount { condition: *condition, session: None, asked_at: at(*seconds) };
            let (next, news) = after(state.as_ref(), seen, LASTS);
            let from = |since: Timestamp| since.as_secs() - at(0).as_secs();
            match news {
                Some(AccountNews::Lost { since }) => told.push((*seconds, Some(*condition), from(since))),
                Some(AccountNews::Back { lost_since }) => told.push((*seconds, None, from(lost_since))),
                None => {}
            }
            state = Some(next);
        }
        told
    }

    #[test]
    fn a_loss_is_told_once_it_has_lasted_and_once_when_it_ends() {
        for (looks, expected) in [
            (vec![(0, Connected), (45, LoggedOut), (90, Connected), (135, Connected)], vec![]),
            (
                vec![(0, Connected), (45, LoggedOut), (90, LoggedOut), (105, LoggedOut), (900, LoggedOut)],
                vec![(105, Some(LoggedOut), 45)],
            ),
            (
                vec![(0, Connected), (45, LoggedOut), (105, LoggedOut), (800, Connected), (845, Connected)],
                vec![(105, Some(LoggedOut), 45), (800, None, 45)],
            ),
            // The account was lost when Usher looked for the first time.
            (vec![(0, LoggedOut), (60, LoggedOut)], vec![(60, Some(LoggedOut), 0)]),
            // Each loss is shorter than a minute.
            (
                vec![
                    (0, LoggedOut),
                    (45, Connected),
                    (50, LoggedOut),
                    (95, Connected),
                    (100, LoggedOut),
                    (145, Connected),
                ],
                vec![],
            ),
            // It turns out to need more attention, and then less.
            (
                vec![
                    (0, Reconnecting),
                    (60, Reconnecting),
                    (100, Banned),
                    (130, Banned),
                    (160, Banned),
                    (300, LoggedOut),
                    (400, LoggedOut),
                ],
                vec![(60, Some(Reconnecting), 0), (160, Some(Banned), 0)],
            ),
            // It changes between two conditions.
            (
                vec![(0, Reconnecting), (30, LoggedOut), (60, Reconnecting), (90, LoggedOut), (120, Reconnecting)],
                vec![(60, Some(Reconnecting), 0)],
            ),
            // An answer that was overtaken by a newer one shows nothing.
            (vec![(100, LoggedOut), (50, Connected), (160, LoggedOut)], vec![(160, Some(LoggedOut), 100)]),
        ] {
            assert_eq!(told(&looks), expected, "{looks:?}");
        }
    }

    #[test]
    fn only_what_an_answer_shows_counts() {
        let list = |entries: Vec<Session>, unread| Listed { entries, unread };
        let name = "default".parse().unwrap();
        let other = session("other", SessionStatus::Connected, None);
        let unknown = session("default", SessionStatus::Unknown, None);
        for (listed, expected) in [
            (list(vec![session("default", SessionStatus::Connected, None)], 1), Some(Connected)),
            (list(vec![unknown], 0), None),
            (list(vec![other.clone()], 1), None),
            (list(vec![other], 0), Some(AccountCondition::Missing)),
            (list(Vec::new(), 0), Some(AccountCondition::Missing)),
        ] {
            assert_eq!(seen(&name, &listed, at(0)).map(|seen| seen.condition), expected, "{listed:?}");
        }
    }

    #[test]
    fn the_number_is_kept_masked_and_outlives_a_logout() {
        let known = session("default", SessionStatus::Connected, None);
        let look = |session, condition, seconds| SeenAccount { condition, session, asked_at: at(seconds) };
        let (state, _) = after(None, look(Some(&known), Connected, 0), LASTS);
        assert_eq!((state.since, state.version), (None, 0));
        let (state, _) = after(Some(&state), look(None, LoggedOut, 10), LASTS);
        assert_eq!(state.number.as_deref(), Some("+55\u{a0}•••••\u{a0}0001"));
    }
}
