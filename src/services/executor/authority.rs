//! Checks whether a job may continue, before each of its requests: rights may be revoked while it runs.

use std::time::Duration;

use tokio::time::Instant;

use super::Executor;
use crate::access::{Actor, GuildId, RoleId, UserId};
use crate::error::{AccessError, Unavailable, UserError};
use crate::operations::{MaySend, Operation};
use crate::store::{AuditId, Stopped};

/// The time for which the roles from an interaction or from Discord are valid.
const ROLES_EVERY: Duration = Duration::from_secs(3 * 60);
/// Maximum age of the roles if Discord gives no newer answer.
const ROLES_FOR: Duration = Duration::from_secs(10 * 60);
/// Delay before Discord or the store is asked again after a failure.
const AGAIN_AFTER: Duration = Duration::from_secs(10);
/// Maximum time that a job waits while its rights are unknown. It ends then.
const UNKNOWN_FOR: Duration = Duration::from_secs(10 * 60);

/// Reads members from Discord.
pub trait Members: Sync {
    type Error: std::error::Error + Send;

    fn membership(&self, guild: GuildId, user: UserId) -> impl Future<Output = Result<Membership, Self::Error>> + Send;
}

/// A user's membership in a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Membership {
    Member {
        roles: Vec<RoleId>,
        /// `true` if the user owns the server or has a role with Discord's Administrator permission.
        administrator: bool,
    },
    NotAMember,
    /// The bot is not in the server.
    NoServer,
}

/// The right by which an operation runs.
pub(super) struct Authority<'a, M> {
    pub(super) executor: &'a Executor,
    pub(super) members: &'a M,
    pub(super) operation: &'a Operation,
    pub(super) guild: GuildId,
    pub(super) user: UserId,
    /// `true` if the operation was approved. Its requester must then be allowed to ask for it.
    pub(super) is_approved: bool,
    pub(super) known: KnownRoles,
}

/// The known roles of the requester.
#[derive(Default)]
pub(super) struct KnownRoles {
    /// The requester with roles, as of that time.
    actor: Option<(Actor, Instant)>,
    /// When Discord is asked next; at once if `None`.
    next_read: Option<Instant>,
    /// Since when it is unknown whether the operation may continue.
    unknown_since: Option<Instant>,
}

impl KnownRoles {
    /// Returns the roles from an interaction that arrived `now`.
    pub(super) fn of(actor: &Actor, now: Instant) -> Self {
        Self { actor: Some((actor.clone(), now)), next_read: Some(now + ROLES_EVERY), unknown_since: None }
    }
}

impl<M: Members> Authority<'_, M> {
    /// Decides by the current grants and the known roles.
    pub(super) async fn reauthorize(&self) -> Result<(), UserError> {
        let (actor, _) = self.known.actor.as_ref().ok_or(Unavailable::DiscordSilent)?;
        let settings = self.executor.settings.get(actor.guild).await?;
        let (needs, target) = (self.operation.needs(), self.operation.target());
        if self.is_approved {
            settings.require_request(actor, needs, target).map(drop)
        } else {
            settings.require(actor, needs, target)
        }
    }

    /// Returns whether the next request may be sent, or why the job ends.
    pub(super) async fn check(&mut self) -> Result<MaySend, Stopped> {
        let now = self.executor.resources.clock.now();
        if self.known.next_read.is_none_or(|at| at <= now) {
            self.read(now).await?;
        }
        let is_known = self.known.actor.as_ref().is_some_and(|(_, at)| now < *at + ROLES_FOR);
        let decision = if is_known { self.reauthorize().await } else { Err(Unavailable::DiscordSilent.into()) };
        match decision {
            Ok(()) => {
                self.known.unknown_since = None;
                Ok(MaySend::Yes)
            }
            Err(UserError::Access(AccessError::Refused(_))) => Err(Stopped::NotAllowed),
            Err(UserError::Access(AccessError::ServerNotConfigured { .. })) => Err(Stopped::NoServer),
            Err(_) if now < *self.known.unknown_since.get_or_insert(now) + UNKNOWN_FOR => Ok(MaySend::NotYet),
            Err(_) => Err(Stopped::Unknown),
        }
    }

    async fn read(&mut self, now: Instant) -> Result<(), Stopped> {
        match self.members.membership(self.guild, self.user).await {
            Ok(Membership::Member { roles, administrator }) => {
                let actor = Actor { guild: self.guild, user: self.user, roles, administrator };
                self.known.actor = Some((actor, now));
                self.known.next_read = Some(now + ROLES_EVERY);
                Ok(())
            }
            Ok(Membership::NotAMember) => Err(Stopped::NotAMember),
            Ok(Membership::NoServer) => Err(Stopped::NoServer),
            Err(error) => {
                tracing::warn!(%error, "failed to read the roles of the requester of a job");
                self.known.next_read = Some(now + AGAIN_AFTER);
                Ok(())
            }
        }
    }

    /// As [`Self::check`], and also checks the job's row in the journal for a request to stop.
    pub(super) async fn check_case(&mut self, case: AuditId) -> Result<MaySend, Stopped> {
        match self.executor.resources.store.journal().stop_of(case).await {
            Ok(Some(stopped)) => return Err(stopped),
            Ok(None) => {}
            Err(error) => tracing::warn!(case = case.0, %error, "failed to read whether a job is to stop"),
        }
        self.check().await
    }
}
