//! Whether a job may still go on: asked before each of its requests, because rights may be taken while it runs.

use std::time::Duration;

use tokio::time::Instant;

use super::Desk;
use crate::access::{Asker, GuildId, RoleId, UserId};
use crate::error::Problem;
use crate::operations::{MaySend, Operation};
use crate::store::{Case, Stopped};

/// Roles that came with an interaction, or from Discord, count for so long.
const ROLES_EVERY: Duration = Duration::from_secs(3 * 60);
/// Without a newer answer of Discord's, for so long at most.
const ROLES_FOR: Duration = Duration::from_secs(10 * 60);
/// After a failure Discord, or the store, is asked again after this long.
const AGAIN_AFTER: Duration = Duration::from_secs(10);
/// A job that may not go on for so long, because nobody knows whether it may, ends.
const UNKNOWN_FOR: Duration = Duration::from_secs(10 * 60);

/// How Discord is asked who somebody is.
pub trait Members: Sync {
    type Error: std::error::Error + Send;

    fn membership(&self, guild: GuildId, user: UserId) -> impl Future<Output = Result<Membership, Self::Error>> + Send;
}

/// Who somebody is in a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Membership {
    Member {
        roles: Vec<RoleId>,
        /// Whether they own the server, or a role of theirs has Discord's Administrator permission.
        administrator: bool,
    },
    NotAMember,
    /// The bot is not in the server.
    NoServer,
}

/// The right by which an operation runs.
pub(super) struct Authority<'a, M> {
    pub(super) desk: &'a Desk,
    pub(super) members: &'a M,
    pub(super) operation: &'a Operation,
    pub(super) guild: GuildId,
    pub(super) user: UserId,
    /// Whether somebody approved it: its requester must then be one who may ask for it.
    pub(super) is_approved: bool,
    pub(super) known: Known,
}

/// What is known of the requester.
#[derive(Default)]
pub(super) struct Known {
    /// As they were at that time.
    asker: Option<(Asker, Instant)>,
    /// When Discord is asked next; at once, where nothing is known.
    next_read: Option<Instant>,
    /// Since when it is not known whether the operation may go on.
    unknown_since: Option<Instant>,
}

impl Known {
    /// From an interaction that arrived `now`.
    pub(super) fn of(asker: &Asker, now: Instant) -> Self {
        Self { asker: Some((asker.clone(), now)), next_read: Some(now + ROLES_EVERY), unknown_since: None }
    }
}

impl<M: Members> Authority<'_, M> {
    /// Decides by the grants as they are now. The roles are those that are known.
    pub(super) async fn permit(&self) -> Result<(), Problem> {
        let (asker, _) = self.known.asker.as_ref().ok_or(Problem::NotWritten)?;
        let server = self.desk.server(asker).await?;
        let (needs, reach) = (self.operation.needs(), self.operation.reach());
        if self.is_approved { server.admit(asker, needs, reach) } else { server.permit(asker, needs, reach) }
    }

    /// Whether the next request may be sent, or why the job ends.
    pub(super) async fn check(&mut self) -> Result<MaySend, Stopped> {
        let now = self.desk.clock.now();
        if self.known.next_read.is_none_or(|at| at <= now) {
            self.read(now).await?;
        }
        let is_known = self.known.asker.as_ref().is_some_and(|(_, at)| now < *at + ROLES_FOR);
        let decision = if is_known { self.permit().await } else { Err(Problem::DiscordSilent) };
        match decision {
            Ok(()) => {
                self.known.unknown_since = None;
                Ok(MaySend::Yes)
            }
            Err(Problem::Refused(_)) => Err(Stopped::NotAllowed),
            Err(Problem::ServerNotConfigured) => Err(Stopped::NoServer),
            Err(_) if now < *self.known.unknown_since.get_or_insert(now) + UNKNOWN_FOR => Ok(MaySend::NotYet),
            Err(_) => Err(Stopped::Unknown),
        }
    }

    async fn read(&mut self, now: Instant) -> Result<(), Stopped> {
        match self.members.membership(self.guild, self.user).await {
            Ok(Membership::Member { roles, administrator }) => {
                let asker = Asker { guild: self.guild, user: self.user, roles, administrator };
                self.known.asker = Some((asker, now));
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

    /// As [`Self::check`], for the journal's row of the job: who wants it to stop has written so there.
    pub(super) async fn check_case(&mut self, case: Case) -> Result<MaySend, Stopped> {
        match self.desk.store.journal().stop_of(case).await {
            Ok(Some(stopped)) => return Err(stopped),
            Ok(None) => {}
            Err(error) => tracing::warn!(case = case.0, %error, "failed to read whether a job is to stop"),
        }
        self.check().await
    }
}
