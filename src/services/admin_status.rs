//! Whether the account of a session is an admin of a group: WhatsApp lets only admins change most things.

use std::time::Duration;

use dashmap::DashMap;
use groups_api::GroupsApi;
use tokio::time::Instant;
use usher_clock::Clock;
use whatsapp::{GroupId, PhoneNumber, Role, SessionName};

use crate::error::{GroupError, UserError};
use crate::operations::{GroupRef, Operation};

/// How long it is remembered that the account is no admin. Only the order of the offers depends on it: before a command is
/// refused, the members are read.
const REMEMBERED_FOR: Duration = Duration::from_secs(60 * 60);
/// Groups that are remembered. Above that all are forgotten.
const GROUPS_MAX: usize = 10_000;

/// The groups in which the account turned out to be no admin.
pub struct AdminStatus {
    api: GroupsApi,
    clock: Clock,
    not_admin: DashMap<(SessionName, GroupId), Instant>,
}

/// The account is certainly no admin of the group.
#[derive(Debug)]
pub(super) struct NotAdmin {
    /// The number of the account, if the API gives it.
    pub(super) number: Option<PhoneNumber>,
}

impl AdminStatus {
    pub(super) fn new(api: GroupsApi, clock: Clock) -> Self {
        Self { api, clock, not_admin: DashMap::new() }
    }

    /// Returns whether the account was no admin of the group when that was read last.
    pub fn was_not_admin(&self, session: &SessionName, group: &GroupId) -> bool {
        let key = (session.clone(), group.clone());
        let read_at = self.not_admin.get(&key).map(|read_at| *read_at);
        read_at.is_some_and(|at| self.clock.now().saturating_duration_since(at) < REMEMBERED_FOR)
    }

    /// Reads the members of the group, and remembers the result. Returns `None` if the account is an admin, or if that
    /// cannot be told: a command is then sent, and WhatsApp decides.
    pub(super) async fn read(&self, at: &GroupRef) -> Option<NotAdmin> {
        let key = (at.session.clone(), at.group.clone());
        let members = self.api.ranked_participants(&at.session, &at.group).await.ok()?;
        let account = self.api.account(&at.session).await.ok()?;
        let own = members.iter().find(|member| account.is_exactly(member))?;
        if own.role >= Role::Admin {
            self.not_admin.remove(&key);
            return None;
        }
        if self.not_admin.len() >= GROUPS_MAX {
            self.not_admin.clear();
        }
        self.not_admin.insert(key, self.clock.now());
        Some(NotAdmin { number: account.phone })
    }

    /// As [`Self::read`]. Returns `None` also if the group's settings let every member do what the operation does.
    pub(super) async fn hinders(&self, operation: &Operation, at: &GroupRef) -> Option<NotAdmin> {
        let not_admin = self.read(at).await?;
        if self.api.features(&at.session).has_settings()
            && let Ok(group) = self.api.group(&at.session, &at.group).await
            && operation.is_open(&group.settings)
        {
            return None;
        }
        Some(not_admin)
    }

    /// Refuses a change early where the account was no admin before, and still is none.
    pub(super) async fn require_admin(&self, operation: &Operation, at: &GroupRef) -> Result<(), UserError> {
        if !self.was_not_admin(&at.session, &at.group) {
            return Ok(());
        }
        match self.hinders(operation, at).await {
            Some(NotAdmin { number }) => Err(GroupError::NotAdmin { number }.into()),
            None => Ok(()),
        }
    }
}
