//! What is known of a session: the ids of its own account, cached for a short time, and the engine and the id that its
//! provider has for it.

use std::time::Duration;

use dashmap::DashMap;
use tokio::time::Instant;
use whatsapp::{Lid, Participant, Person, PhoneNumber, SessionName};

use super::GroupsApi;
use super::error::ApiError;
use super::model::{Session, SessionStatus};
use super::provider::{Engine, Features};

/// How long an account is cached: it may be paired with another phone at any time.
const REMEMBERED_FOR: Duration = Duration::from_secs(60);

/// Longest wait for the engine of a session where its answer is not necessary.
const ENGINE_WITHIN: Duration = Duration::from_secs(2);
/// Sessions whose facts are kept. Above that all are forgotten.
const SESSIONS_MAX: usize = 10_000;

/// Final digits that two forms of one number have in common.
const SHARED_DIGITS: usize = 8;

/// The account of a session. Either id may be missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub phone: Option<PhoneNumber>,
    pub lid: Option<Lid>,
}

/// The cached accounts: one for each session that was requested.
pub(super) type Accounts = DashMap<SessionName, (Instant, Account)>;
/// What requests need to know of a session beside its name.
#[derive(Debug, Clone, Default)]
pub(super) struct SessionFacts {
    pub(super) engine: Engine,
    /// The provider's own id of the session.
    pub(super) id: Option<String>,
}

/// The facts of those sessions whose provider has any.
pub(super) type KnownSessions = DashMap<SessionName, SessionFacts>;

impl GroupsApi {
    /// Returns the ids of the session's own account.
    pub async fn account(&self, session: &SessionName) -> Result<Account, ApiError> {
        let (now, accounts) = (self.now(), &self.inner.accounts);
        let known = accounts.get(session).map(|known| known.clone());
        if let Some((read_at, account)) = known
            && now.saturating_duration_since(read_at) < REMEMBERED_FOR
        {
            return Ok(account);
        }
        // Also keeps the facts.
        let read = self.session(session).await?;
        let account = Account { phone: read.phone, lid: read.lid };
        accounts.insert(session.clone(), (now, account.clone()));
        Ok(account)
    }

    /// Returns the facts of the session, read once if the provider's requests need them.
    pub(super) async fn facts(&self, session: &SessionName) -> Result<SessionFacts, ApiError> {
        if !self.inner.dialect.needs_session() {
            return Ok(SessionFacts::default());
        }
        let known = self.inner.known_sessions.get(session).map(|facts| facts.clone());
        if let Some(facts) = known {
            return Ok(facts);
        }
        let Session { engine, id, .. } = Box::pin(self.session(session)).await?;
        Ok(SessionFacts { engine, id })
    }

    /// Forgets the id of a session: it may have been created again under its name.
    pub(super) fn forget_id(&self, session: &SessionName) {
        self.inner.known_sessions.remove_if(session, |_, facts| facts.id.is_some());
    }

    /// Returns what the provider can do with the account of the session. Reads the session if that is not known yet; where
    /// it cannot be read in a short time, its engine counts as unknown.
    pub async fn features_of(&self, session: &SessionName) -> Features {
        self.inner.dialect.features(self.engine_of(session).await)
    }

    /// Returns the engine of the session, as for [`Self::features_of`].
    pub async fn engine_of(&self, session: &SessionName) -> Engine {
        // The request itself reads it again, with all patience.
        let read = tokio::time::timeout(ENGINE_WITHIN, self.facts(session)).await;
        read.ok().and_then(Result::ok).unwrap_or_default().engine
    }

    /// Returns what the provider can do with the account of the session, as far as that is known without a request.
    pub fn features(&self, session: &SessionName) -> Features {
        let engine = self.inner.known_sessions.get(session).map(|facts| facts.engine).unwrap_or_default();
        self.inner.dialect.features(engine)
    }

    /// Notes what an answer shows of a session: its facts, and whether its account is connected.
    pub(super) fn note_session(&self, session: &Session) {
        if !session.engine.is_only() || session.id.is_some() {
            if self.inner.known_sessions.len() >= SESSIONS_MAX {
                self.inner.known_sessions.clear();
            }
            let facts = SessionFacts { engine: session.engine, id: session.id.clone() };
            self.inner.known_sessions.insert(session.name.clone(), facts);
        }
        if session.status != SessionStatus::Unknown {
            self.inner.metrics.account(&session.name, session.is_connected());
        }
    }
}

impl Account {
    /// Returns whether the member has an id of this account.
    pub fn is_exactly(&self, member: &Participant) -> bool {
        (self.phone.is_some() && self.phone == member.phone) || (self.lid.is_some() && self.lid == member.lid)
    }

    /// Returns whether the member has an id of this account, or another form of its number. Two LIDs are two people.
    pub fn is(&self, member: &Participant) -> bool {
        let has_other_lid = self.lid.is_some() && member.lid.is_some();
        let is_same_line = || match (&self.phone, &member.phone) {
            (Some(own), Some(other)) => own.line_key() == other.line_key(),
            _ => false,
        };
        self.is_exactly(member) || !has_other_lid && is_same_line()
    }

    /// Returns whether the id may be one of this account. It is unknown whether an id of a kind that this account lacks is.
    pub fn may_be(&self, person: &Person) -> bool {
        match person {
            Person::Phone(number) => self.phone.as_ref().is_none_or(|own| own.line_key() == number.line_key()),
            Person::Lid(lid) => self.lid.as_ref().is_none_or(|own| own == lid),
        }
    }

    /// Returns whether the member is certainly another person. This is unknown without an id of the same kind, and for
    /// phone numbers with the same final digits: some countries have two forms of the same number.
    pub fn is_not(&self, member: &Participant) -> bool {
        match (&self.lid, &member.lid, &self.phone, &member.phone) {
            (Some(own), Some(other), _, _) => own != other && !self.is_exactly(member),
            (_, _, Some(own), Some(other)) => !end_alike(own, other),
            _ => false,
        }
    }
}

/// Compares only the final digits: some countries have added a digit near the beginning of their numbers.
fn end_alike(one: &PhoneNumber, other: &PhoneNumber) -> bool {
    one.digits().bytes().rev().zip(other.digits().bytes().rev()).take(SHARED_DIGITS).all(|(one, other)| one == other)
}

#[cfg(test)]
mod tests {
    use whatsapp::Role;

    use super::*;

    #[test]
    fn the_account_is_known_under_the_other_form_of_its_number() {
        for (own, own_lid, other, other_lid, is) in [
            ("+5531988880001", None, "+5531988880001", None, true),
            ("+5531988880001", None, "+553188880001", None, true),
            ("+553188880001", Some("1@lid"), "+5531988880001", None, true),
            ("+553188880001", None, "+5531988880001", Some("2@lid"), true),
            ("+553188880001", Some("1@lid"), "+5531988880001", Some("1@lid"), true),
            ("+553188880001", Some("1@lid"), "+5531988880001", Some("2@lid"), false),
            ("+5215512345678", None, "+525512345678", None, true),
            ("+5491123456789", None, "+541123456789", None, true),
            ("+5531988880001", None, "+5531988880002", None, false),
            ("+5531988880001", Some("1@lid"), "+4915112345678", Some("1@lid"), true),
            ("+4915112345678", None, "+49151123456789", None, false),
        ] {
            let lid = |lid: Option<&str>| lid.map(|lid| lid.parse().unwrap());
            let account = Account { phone: own.parse().ok(), lid: lid(own_lid) };
            let member = Participant { phone: other.parse().ok(), lid: lid(other_lid), role: Role::Member };
            assert_eq!(account.is(&member), is, "{own} {other}");
        }
    }
}
