//! The pipeline that every operation takes: access → confirmation → journal: begun → groups API → journal: ended.
//! Commands, buttons and modals all enter here. No other code path reaches the groups API.

mod access;
mod audit_export;
mod audit_log;
mod authority;
mod cluster;
mod group_resolver;
mod journal_writer;
mod log_channel;
mod lookups;
mod mark;
mod refusals;
mod requests;
mod run;
mod servers;
mod unsettled;
mod write_retry;

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use dashmap::{DashMap, DashSet};
use secrecy::SecretString;
use tokio::sync::Notify;

pub use access::GrantChange;
pub use audit_export::Export;
pub use audit_log::{CaseFilter, CasePage, LOOKED_THROUGH_MAX};
pub use authority::{Members, Membership};
pub use cluster::{BEAT_EVERY, Cluster};
pub use log_channel::{LogChannel, LogTrouble};
pub use mark::Mark;
pub use refusals::MoreRefusals;
pub use requests::{Approval, OPEN_MAX};
pub use run::{Done, Ended, JobProgress, Recovery, Which, result_of};
pub use servers::Current;
pub use unsettled::{Recheck, is_unconfirmed};

use groups_api::GroupsApi;
use lookups::Lookups;
use refusals::Refusals;
use servers::Servers;
use usher_clock::Clock;
use write_retry::PendingWrite;

use crate::access::{Actor, Capability, ChannelId, Decision, GuildId, InteractionId, Server, Target};
use crate::compute::Compute;
use crate::error::UserError;
use crate::group_cache::GroupCache;
use crate::language::Language;
use crate::operations::{Confirm, Operation, Region};
use crate::store::{
    AuditEnd, AuditEntry, AuditSubject, BeginToken, ConfirmationId, LogClosure, PendingConfirmation, Rates, RequestId,
    Store, StoreError,
};

/// Lifetime of a confirmation (`commands.md`, "Confirmation").
pub const CONFIRM_WITHIN: Duration = Duration::from_secs(60);
/// Lifetime of a confirmation while its modal for the name is open. Discord does not report that a modal was
/// dismissed. The buttons must be removed before the interaction's token expires (Discord: 15 minutes).
const TYPE_WITHIN: Duration = Duration::from_secs(10 * 60);
/// Maximum wait for the store: a modal must be opened within 3 s.
const EXTEND_WITHIN: Duration = Duration::from_secs(1);
/// Maximum time for the pre-check after a confirmation. No answer can be sent later: the token expires (Discord: 15
/// minutes).
const LOOK_WITHIN: Duration = Duration::from_secs(15 * 60);
/// Maximum pending confirmations: in all servers, and in one.
const QUESTIONS_MAX: usize = 10_000;
const QUESTIONS_OF_SERVER: usize = 1_000;

pub struct Services {
    servers: Servers,
    api: GroupsApi,
    group_cache: GroupCache,
    store: Store,
    cluster: Cluster,
    clock: Clock,
    compute: Compute,
    /// Maximum characters of a new group's name.
    name_chars: usize,
    /// The region whose national phone numbers are understood.
    region: Option<Region>,
    rates: Rates,
    lookups: Lookups,
    refusals: Refusals,
    /// Lifetime of a request for approval.
    expire_after: Duration,
    /// Interactions that this instance works on.
    running: Arc<DashSet<InteractionId>>,
    /// Interactions whose journal insert reported an error. If the row exists anyway, verify only: the user was told
    /// that nothing happened.
    unconfirmed: DashSet<InteractionId>,
    /// The pending confirmations that this instance created. An answer to one of them needs no read from the store.
    questions: DashMap<ConfirmationId, PendingConfirmation>,
    /// Writes that the store did not accept yet.
    write_retry: Mutex<VecDeque<PendingWrite>>,
    /// Log channels that refuse entries, as of the last read.
    log_closures: DashMap<GuildId, LogClosure>,
    /// Notified when the journal has something new for a log channel.
    news: Notify,
    /// Requests whose approver was warned of the same, still unconfirmed change, with the time at which that change was
    /// requested (since 1970).
    warned: DashMap<RequestId, Duration>,
    /// Requests that this instance is notifying people of.
    telling: Arc<DashSet<RequestId>>,
}

/// One interaction of a user in a channel.
#[derive(Debug, Clone)]
pub struct Request {
    pub actor: Actor,
    pub channel: ChannelId,
    pub interaction: InteractionId,
    /// Needed to send an answer, now or after a restart: the bot's application, and the interaction's token.
    pub application: u64,
    pub token: SecretString,
    /// The language of the answers.
    pub language: Language,
}

/// An operation that was authorized, and confirmed where that is required. Only [`Services`] creates one.
#[derive(Debug)]
pub struct AuthorizedOperation {
    operation: Operation,
    /// The confirmation that the user accepted, or the request that was approved. The journal consumes it when the
    /// operation begins.
    ticket: Option<BeginToken>,
    /// The expiry of a confirmation, since 1970.
    good_until: Option<Duration>,
}

impl AuthorizedOperation {
    pub fn operation(&self) -> &Operation {
        &self.operation
    }
}

/// The next step for an operation that the user may run.
#[derive(Debug)]
pub enum NextStep {
    Go(AuthorizedOperation),
    /// The user must confirm it first. `unsettled`: when the same change was requested (since 1970), if that change is
    /// not settled yet.
    Confirm {
        operation: Operation,
        unsettled: Option<Duration>,
    },
    /// Another person must approve it first.
    Ask(Operation),
}

/// The kind of a user's admission to a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    Free,
    /// Another person must approve it.
    IfApproved,
}

/// The parts from which [`Services`] is built.
pub struct ServiceParts {
    pub servers: HashMap<GuildId, Server>,
    pub api: GroupsApi,
    pub group_cache: GroupCache,
    pub store: Store,
    pub cluster: Cluster,
    pub clock: Clock,
    pub compute: Compute,
    pub name_chars: usize,
    pub region: Option<Region>,
    pub rates: Rates,
    pub expire_after: Duration,
}

impl Services {
    pub fn new(parts: ServiceParts) -> Self {
        let ServiceParts {
            servers,
            api,
            group_cache,
            store,
            cluster,
            clock,
            compute,
            name_chars,
            region,
            rates,
            expire_after,
        } = parts;
        Self {
            servers: Servers::new(servers, store.clone()),
            api,
            group_cache,
            store,
            cluster,
            clock,
            compute,
            name_chars,
            region,
            rates,
            lookups: Lookups::new(rates.lookups_per_minute),
            refusals: Refusals::default(),
            expire_after,
            running: Arc::default(),
            unconfirmed: DashSet::new(),
            questions: DashMap::new(),
            warned: DashMap::new(),
            write_retry: Mutex::default(),
            log_closures: DashMap::new(),
            news: Notify::new(),
            telling: Arc::default(),
        }
    }

    pub fn store(&self) -> &Store {
        &self.store
    }

    pub fn cluster(&self) -> &Cluster {
        &self.cluster
    }

    pub fn name_chars(&self) -> usize {
        self.name_chars
    }

    pub fn region(&self) -> Option<Region> {
        self.region
    }

    /// Returns the current rules of the user's server.
    pub async fn server(&self, actor: &Actor) -> Result<Current, UserError> {
        self.servers.get(actor.guild).await.ok_or(UserError::ServerNotConfigured)
    }

    pub async fn approvals_channel(&self, guild: GuildId) -> Option<ChannelId> {
        self.servers.get(guild).await?.approvals.channel
    }

    /// Checks that the user has the capability.
    pub async fn require(&self, actor: &Actor, needs: Capability, target: Target<'_>) -> Result<(), UserError> {
        self.server(actor).await?.require(actor, needs, target)
    }

    /// Checks that the user has the capability or may request the operation, as far as the interaction shows the target.
    /// [`Self::reauthorize`] decides again in full.
    pub async fn authorize(
        &self,
        actor: &Actor,
        needs: Capability,
        target: Target<'_>,
    ) -> Result<Admission, UserError> {
        let server = self.server(actor).await?;
        match (server.require_request(actor, needs, target)?, server.approvals.channel) {
            (Decision::Allow, _) => Ok(Admission::Free),
            (_, Some(_)) => Ok(Admission::IfApproved),
            (_, None) => Err(UserError::NoApprovalsChannel { needs }),
        }
    }

    /// Decides access, and whether the user must confirm the operation or another person must approve it.
    pub async fn reauthorize(&self, actor: &Actor, operation: Operation) -> Result<NextStep, UserError> {
        let server = self.server(actor).await?;
        if !server.require_request(actor, operation.needs(), operation.target())?.is_allowed() {
            return Ok(NextStep::Ask(operation));
        }
        let unsettled = self.unsettled(&operation).await?;
        if operation.confirm() == Confirm::No && unsettled.is_none() {
            Ok(NextStep::Go(AuthorizedOperation { operation, ticket: None, good_until: None }))
        } else {
            Ok(NextStep::Confirm { operation, unsettled })
        }
    }

    /// Stores an operation until its user confirms it. `unsettled` is as in [`NextStep::Confirm`].
    pub async fn keep(
        &self,
        request: &Request,
        operation: Operation,
        unsettled: Option<Duration>,
    ) -> Result<ConfirmationId, UserError> {
        let guild = request.actor.guild;
        let of_server = || self.questions.iter().filter(|question| question.guild == guild).count();
        if self.questions.len() >= QUESTIONS_MAX || of_server() >= QUESTIONS_OF_SERVER {
            return Err(UserError::Busy);
        }
        let pending = PendingConfirmation {
            id: ConfirmationId::new(),
            guild: request.actor.guild,
            user: request.actor.user,
            operation,
            good_until: self.clock.unix() + CONFIRM_WITHIN,
            unsettled,
            interaction: request.interaction,
            application: request.application,
            token: request.token.clone(),
            language: request.language,
        };
        self.store.confirmations().keep(&pending).await?;
        let id = pending.id;
        self.questions.insert(id, pending);
        Ok(id)
    }

    /// Decides access again, and returns the operation that waits for this user's confirmation.
    pub async fn awaiting(&self, actor: &Actor, id: ConfirmationId) -> Result<Operation, UserError> {
        self.pending(actor, id).await.map(|pending| pending.operation)
    }

    async fn pending(&self, actor: &Actor, id: ConfirmationId) -> Result<PendingConfirmation, UserError> {
        let mut known = self.questions.get(&id).map(|pending| pending.clone());
        if known.as_ref().is_none_or(|pending| pending.good_until <= self.clock.unix()) {
            // Another instance, or an earlier run, created the confirmation or extended it.
            known = self.store.confirmations().look(id).await?;
        }
        let pending = known.ok_or(UserError::ConfirmationGone)?;
        if pending.guild != actor.guild || pending.user != actor.user {
            return Err(UserError::NotYours);
        }
        if pending.good_until <= self.clock.unix() {
            return Err(UserError::ConfirmationGone);
        }
        self.require(actor, pending.operation.needs(), pending.operation.target()).await?;
        Ok(pending)
    }

    /// Authorizes a confirmed operation. `typed` is the name that the user typed, if the operation requires one.
    /// Returns [`UserError::Unsettled`] if the same change was requested since and is not confirmed: the card did not
    /// say so.
    pub async fn confirm(
        &self,
        actor: &Actor,
        id: ConfirmationId,
        typed: Option<&str>,
    ) -> Result<AuthorizedOperation, UserError> {
        let PendingConfirmation { operation, good_until, unsettled: said, .. } = self.pending(actor, id).await?;
        if !operation.is_confirmed_by(typed) {
            return Err(UserError::WrongName);
        }
        if let Some(since) = self.unsettled(&operation).await?
            && said.is_none_or(|said| since > said)
        {
            return Err(UserError::Unsettled { since });
        }
        Ok(AuthorizedOperation { operation, ticket: Some(BeginToken::Question(id)), good_until: Some(good_until) })
    }

    /// Extends a confirmation once, while its user types a name into a modal. If the store does not accept the
    /// extension, the confirmation expires at its original time.
    pub async fn extend(&self, id: ConfirmationId) {
        let now = self.clock.unix();
        let until = now + TYPE_WITHIN;
        let kept = self.store.confirmations();
        match tokio::time::timeout(EXTEND_WITHIN, kept.extend(id, until, now)).await {
            Ok(Ok(true)) => {
                if let Some(mut pending) = self.questions.get_mut(&id) {
                    pending.good_until = until;
                }
            }
            Ok(Ok(false)) => {}
            Ok(Err(error)) => tracing::warn!(%error, "failed to extend a confirmation"),
            Err(_) => tracing::warn!("failed to extend a confirmation: the store is slow"),
        }
    }

    /// Keeps an accepted confirmation from expiring during the pre-check of its operation. Returns
    /// [`UserError::Elsewhere`] if another press holds it.
    pub async fn hold(&self, cleared: &AuthorizedOperation) -> Result<(), UserError> {
        let (Some(BeginToken::Question(id)), now) = (cleared.ticket, self.clock.unix()) else { return Ok(()) };
        if self.store.confirmations().hold(id, now + LOOK_WITHIN).await? {
            return Ok(());
        }
        // The confirmation may also have expired at this very moment.
        let is_in_time = cleared.good_until.is_some_and(|until| until > now);
        Err(if is_in_time { UserError::Elsewhere } else { UserError::ConfirmationGone })
    }

    /// Deletes a pending confirmation. Returns whether it still existed.
    pub async fn withdraw(&self, id: ConfirmationId) -> Result<bool, StoreError> {
        self.questions.remove(&id);
        self.store.confirmations().withdraw(id).await
    }

    /// Takes the expired confirmations, so that their buttons can be removed. Each is given to one instance.
    pub async fn run_out(&self) -> Result<Vec<PendingConfirmation>, StoreError> {
        let now = self.clock.unix();
        self.questions.retain(|_, pending| pending.good_until > now);
        let mut gone = Vec::new();
        for pending in self.store.confirmations().run_out(now, 100).await? {
            if self.store.confirmations().expire(pending.id, now).await? {
                gone.push(pending);
            }
        }
        Ok(gone)
    }

    /// Records an operation that has ended already. Returns whether it was not recorded before.
    async fn record(&self, entry: &AuditEntry, end: &AuditEnd, ticket: Option<BeginToken>) -> Result<bool, StoreError> {
        let (me, now) = (self.cluster.me(), self.clock.unix());
        let case = self.store.journal().record(entry, end, ticket, me, now).await?;
        Ok(case.map(|_| self.log_has_news()).is_some())
    }

    /// Returns the journal's description of an operation that waits for confirmation.
    pub async fn what_waits(&self, id: ConfirmationId) -> AuditSubject {
        let known = self.questions.get(&id).map(|pending| AuditSubject::from(&pending.operation));
        match known {
            Some(what) => what,
            None => self
                .store
                .confirmations()
                .look(id)
                .await
                .ok()
                .flatten()
                .map(|found| AuditSubject::from(&found.operation))
                .unwrap_or_default(),
        }
    }
}

fn entry(request: &Request, what: AuditSubject) -> AuditEntry {
    AuditEntry {
        guild: request.actor.guild,
        channel: request.channel,
        user: request.actor.user,
        interaction: request.interaction,
        what,
    }
}
