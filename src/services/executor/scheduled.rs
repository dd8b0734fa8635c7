//! Begins operations that were scheduled, and cancels them. What decides is the access of the user when the operation
//! begins: nothing of an earlier decision counts.

use std::time::Duration;

use secrecy::SecretString;
use usher_clock::Timestamp;

use super::authority::{Members, Membership};
use super::journal_writer::LITTLE_LEFT;
use super::{AuthorizedOperation, Done, Ended, Executor, JobProgress, NextSteps};
use crate::access::{Actor, InteractionId, UserId};
use crate::error::{AccessError, OperationError, Unavailable, UserError};
use crate::language::Language;
use crate::operations::{AddMembers, AddResult, AddStatus, MembersAdded, Operation, Outcome};
use crate::services::{CurrentSettings, Request};
use crate::store::{
    AuditEnd, AuditEntry, AuditSubject, Authorization, NO_APPLICATION, ScheduledOperation, Stopped, StoreError, TooMuch,
};

/// Operations that are begun at the same time.
const DUE_AT_ONCE: i64 = 8;
/// The pause before the next attempt after an obstacle that may pass.
const AGAIN_AFTER: Duration = Duration::from_secs(10 * 60);
/// How late an operation may begin.
const OVERDUE_AFTER: Duration = Duration::from_secs(24 * 60 * 60);
/// The least time by which an operation is postponed.
const POSTPONED_MIN: Duration = Duration::from_secs(1);

/// What an attempt to begin a scheduled operation came to.
#[derive(Debug)]
pub enum ScheduledRun {
    /// It has ended. Boxed: rare and large.
    Ended(Box<Ended>),
    /// It is tried again later, or another instance has begun it.
    NotNow,
}

/// Why a scheduled operation does not begin now.
enum Obstacle {
    /// It never will.
    Final(Stopped),
    /// It may at this time.
    Until(Timestamp),
    /// It may be tried again in a while.
    Passing(UserError),
}

impl From<UserError> for Obstacle {
    fn from(error: UserError) -> Self {
        match error {
            UserError::Access(AccessError::Refused(_)) => Self::Final(Stopped::NotAllowed),
            UserError::Access(AccessError::ServerNotConfigured { .. }) => Self::Final(Stopped::NoServer),
            UserError::TooMuch(
                TooMuch::InADay { free_at: Some(at), .. }
                | TooMuch::InAMinute { free_at: at, .. }
                | TooMuch::Asked { free_at: at },
            ) => Self::Until(at),
            other => Self::Passing(other),
        }
    }
}

impl From<StoreError> for Obstacle {
    fn from(error: StoreError) -> Self {
        Self::Passing(error.into())
    }
}

impl Executor {
    /// Returns the scheduled operations that are due.
    pub async fn due(&self) -> Result<Vec<ScheduledOperation>, StoreError> {
        self.resources.store.schedule().due(self.resources.clock.now_utc(), DUE_AT_ONCE).await
    }

    /// Begins a scheduled operation and carries it out, if its user may still do it and the account's budget has room.
    /// Of several instances, one does. `language`: of the server.
    pub async fn run_scheduled(
        &self,
        scheduled: ScheduledOperation,
        members: &impl Members,
        language: Language,
    ) -> Result<ScheduledRun, StoreError> {
        let (schedule, now) = (self.resources.store.schedule(), self.resources.clock.now_utc());
        if !schedule.claim(&scheduled, now + AGAIN_AFTER).await? {
            return Ok(ScheduledRun::NotNow);
        }
        // A bot that was off for days, or a restored backup, must not act on old wishes.
        if now > scheduled.planned + OVERDUE_AFTER {
            return self.give_up(&scheduled, language, Stopped::Overdue).await;
        }
        let begun = async {
            let (actor, operation) = self.prepare(&scheduled, members).await?;
            self.begin_scheduled(&scheduled, (actor, language), operation, members).await
        };
        let obstacle = match begun.await {
            Ok(run) => return Ok(run),
            Err(obstacle) => obstacle,
        };
        match obstacle {
            Obstacle::Final(stopped) => return self.give_up(&scheduled, language, stopped).await,
            Obstacle::Passing(error) => {
                tracing::info!(id = %scheduled.id, %error, "a scheduled operation cannot begin now; trying again");
            }
            Obstacle::Until(at) => schedule.postpone(scheduled.id, at.max(now + POSTPONED_MIN)).await?,
        }
        Ok(ScheduledRun::NotNow)
    }

    /// Runs a scheduled operation. Returns the obstacle if it did not begin.
    async fn begin_scheduled(
        &self,
        scheduled: &ScheduledOperation,
        (actor, language): (Actor, Language),
        operation: Operation,
        members: &impl Members,
    ) -> Result<ScheduledRun, Obstacle> {
        let request = self.request_of(scheduled, actor, language);
        let interaction = request.interaction;
        let Some(_running) = self.interactions.work_on(interaction) else { return Ok(ScheduledRun::NotNow) };
        // If this process ends, another one reports the outcome.
        self.interactions.insert(&request).await?;
        let authorized = AuthorizedOperation::scheduled(operation, scheduled.id, scheduled.approver);
        let result = self.run(&request, authorized, JobProgress::default(), members).await;
        if let Err(UserError::Elsewhere) = result {
            return Ok(ScheduledRun::NotNow);
        }
        match result {
            Err(error) if self.resources.store.journal().of_interaction(interaction).await?.is_none() => {
                self.interactions.answered(interaction).await;
                Err(error.into())
            }
            result => {
                let entry = entry_of(scheduled, interaction);
                Ok(ScheduledRun::Ended(Box::new(Ended { entry, result })))
            }
        }
    }

    /// Decides whether a scheduled operation may begin. Returns its user with their present roles, and what is requested
    /// now.
    async fn prepare(
        &self,
        scheduled: &ScheduledOperation,
        members: &impl Members,
    ) -> Result<(Actor, Operation), Obstacle> {
        let &ScheduledOperation { guild, user, .. } = scheduled;
        let settings = self.settings.get(guild).await?;
        let actor = match members.membership(guild, user).await {
            Ok(Membership::Member { roles, administrator }) => Actor { guild, user, roles, administrator },
            Ok(Membership::NotAMember) => return Err(Obstacle::Final(Stopped::NotAMember)),
            Ok(Membership::NoServer) => return Err(Obstacle::Final(Stopped::NoServer)),
            Err(error) => {
                tracing::warn!(%error, "failed to read the roles of the user of a scheduled operation");
                return Err(Obstacle::Passing(Unavailable::DiscordSilent.into()));
            }
        };
        authorize(&settings, &actor, scheduled)?;
        let operation = self.within_the_budget(&scheduled.operation).await?;
        if let Some(since) = self.unsettled.requested_at(&operation).await? {
            return Err(UserError::from(OperationError::Unsettled { since }).into());
        }
        Ok((actor, operation))
    }

    /// Returns the operation for as many people as the account may add now.
    async fn within_the_budget(&self, operation: &Operation) -> Result<Operation, Obstacle> {
        let Operation::AddMembers(add) = operation else { return Ok(operation.clone()) };
        let (session, budget) = (&add.at.session, self.resources.rates().adds_per_day as usize);
        // A few at a time would take many jobs.
        let wanted = add.people.len().min((budget / LITTLE_LEFT).max(1));
        let now = self.resources.clock.now_utc();
        if let Some(at) = self.resources.store.room_at(session, (wanted, budget), now).await? {
            return Err(Obstacle::Until(at));
        }
        let left = self.resources.may_add(session).await?;
        let most = Some(left).filter(|left| *left < add.people.len());
        Ok(AddMembers { most, ..add.clone() }.into())
    }

    /// Cancels the operation that continues an ended one, for `by`. Returns whether there was one.
    pub(super) async fn cancel_scheduled(&self, scheduled: &ScheduledOperation, by: UserId) -> Result<bool, UserError> {
        let ended = self.end_scheduled(scheduled, self.made_up(), Stopped::By(by)).await?;
        Ok(matches!(ended, ScheduledRun::Ended(_)))
    }

    /// Ends a scheduled operation that never begins. Its user is told.
    async fn give_up(
        &self,
        scheduled: &ScheduledOperation,
        language: Language,
        stopped: Stopped,
    ) -> Result<ScheduledRun, StoreError> {
        let actor = Actor { guild: scheduled.guild, user: scheduled.user, roles: Vec::new(), administrator: false };
        let request = self.request_of(scheduled, actor, language);
        let Some(_running) = self.interactions.work_on(request.interaction) else { return Ok(ScheduledRun::NotNow) };
        self.interactions.insert(&request).await?;
        self.end_scheduled(scheduled, request.interaction, stopped).await
    }

    /// Ends a scheduled operation that never begins, and records that.
    async fn end_scheduled(
        &self,
        scheduled: &ScheduledOperation,
        interaction: InteractionId,
        stopped: Stopped,
    ) -> Result<ScheduledRun, StoreError> {
        let (entry, operation) = (entry_of(scheduled, interaction), scheduled.operation.clone());
        let outcome = nobody_asked(&operation);
        let end = AuditEnd::Done { outcome: Box::new(outcome.as_written().into()), stopped: Some(stopped) };
        let token = Authorization::Scheduled(scheduled.id, scheduled.approver);
        if !self.resources.record(&entry, &end, Some(token)).await? {
            return Ok(ScheduledRun::NotNow);
        }
        let account = self.settings.account_names(scheduled.guild);
        let done = Done {
            operation,
            outcome,
            shows_numbers: false,
            account,
            stopped: Some(stopped),
            interaction,
            next: NextSteps::default(),
        };
        Ok(ScheduledRun::Ended(Box::new(Ended { entry, result: Ok(done) })))
    }

    /// Returns the id of a run that no command of Discord requests.
    fn made_up(&self) -> InteractionId {
        InteractionId::made_up(self.resources.clock.now_utc(), fastrand::u64(..))
    }

    /// Returns the request that stands for a command.
    fn request_of(&self, scheduled: &ScheduledOperation, actor: Actor, language: Language) -> Request {
        let (channel, interaction) = (scheduled.channel, self.made_up());
        let token = SecretString::default();
        Request { actor, user_name: None, channel, interaction, application: NO_APPLICATION, token, language }
    }
}

fn entry_of(scheduled: &ScheduledOperation, interaction: InteractionId) -> AuditEntry {
    let &ScheduledOperation { guild, channel, user, .. } = scheduled;
    AuditEntry { guild, channel, user, user_name: None, interaction, what: AuditSubject::from(&scheduled.operation) }
}

fn authorize(settings: &CurrentSettings, actor: &Actor, scheduled: &ScheduledOperation) -> Result<(), UserError> {
    let (needs, target) = (scheduled.operation.needs(), scheduled.operation.target());
    if scheduled.approver.is_some() {
        settings.require_request(actor, needs, target).map(drop)
    } else {
        settings.require(actor, needs, target)
    }
}

/// Returns the outcome of an operation that requested nothing.
fn nobody_asked(operation: &Operation) -> Outcome {
    let not_asked = |person: &whatsapp::Person| AddResult { person: person.clone(), standing: AddStatus::NotAsked };
    let people = operation.people().iter().map(not_asked).collect();
    Outcome::AddMembers(MembersAdded { people, invite: None, rest_at: None, continues_at: None })
}
