//! The ids of a session's own account, cached for a short time.

use std::time::Duration;

use dashmap::DashMap;
use tokio::time::Instant;
use whatsapp::{Lid, Participant, PhoneNumber, SessionName};

use super::GroupsApi;
use super::error::ApiError;

/// How long an account is cached: it may be paired with another phone at any time.
const REMEMBERED_FOR: Duration = Duration::from_secs(60);

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
        let read = self.session(session).await?;
        let account = Account { phone: read.phone, lid: read.lid };
        accounts.insert(session.clone(), (now, account.clone()));
        Ok(account)
    }
}

impl Account {
    /// Returns whether the member has an id of this account.
    pub fn is(&self, member: &Participant) -> bool {
        (self.phone.is_some() && self.phone == member.phone) || (self.lid.is_some() && self.lid == member.lid)
    }

    /// Returns whether the member is certainly another person. This is unknown without an id of the same kind, and for
    /// phone numbers with the same final digits: some countries have two forms of the same number.
    pub fn is_not(&self, member: &Participant) -> bool {
        match (&self.lid, &member.lid, &self.phone, &member.phone) {
            (Some(own), Some(other), _, _) => own != other && !self.is(member),
            (_, _, Some(own), Some(other)) => !end_alike(own, other),
            _ => false,
        }
    }
}

/// Compares only the final digits: some countries have added a digit near the beginning of their numbers.
fn end_alike(one: &PhoneNumber, other: &PhoneNumber) -> bool {
    one.digits().bytes().rev().zip(other.digits().bytes().rev()).take(SHARED_DIGITS).all(|(one, other)| one == other)
}
