//! Requests for approval. The operation is stored as data until a person who holds the capability decides. An approved
//! operation then takes the same pipeline as every other, in the name of its requester.

use std::sync::Arc;

use super::executor::{AuthorizedOperation, Members, Membership};
use super::mark::{Mark, Marks};
use super::{CurrentSettings, GuildSettings, Request, Resources};
use crate::access::{Actor, ChannelId, GuildId, InteractionId, MessageId, UserId};
use crate::error::{RequestError, Unavailable, UserError};
use crate::operations::Operation;
use crate::store::{
    AccessRequest, Approvers, AskError, AuditEnd, AuditRecord, Digest, NotApproved, RequestDecision, RequestId, State,
    StoreError, TooMuch,
};

/// Maximum open requests of one person in a server.
pub const OPEN_MAX: i64 = 5;
/// Attempts to record a first approval while others press the button too.
const TRIES: usize = 3;
/// Maximum requests handled in one pass.
const AT_ONCE: i64 = 100;

/// The requests for approval: creates and decides them, and keeps account of the notifications about them.
pub struct Approvals {
    pub(super) resources: Resources,
    settings: Arc<GuildSettings>,
    /// Requests that this instance is notifying people of.
    notifying: Arc<Marks<RequestId>>,
}

/// The effect of a press that approves.
#[derive(Debug)]
pub enum ApprovalStep {
    /// The request has all approvals that it needs, and is about to run.
    Run(Box<Approval>),
    /// The first of two approvals is recorded. `lost`: who approved it before, and may not do so any more.
    OneMore { lost: Option<UserId> },
}

/// An approved request that is about to run.
#[derive(Debug)]
pub struct Approval {
    /// The request as if its requester sent it now.
    pub request: Request,
    pub authorized: AuthorizedOperation,
}

impl Approvals {
    pub(super) fn new(resources: Resources, settings: Arc<GuildSettings>) -> Self {
        Self { resources, settings, notifying: Arc::default() }
    }

    /// Stores an operation until it is approved. Returns the existing request if this interaction has created one
    /// already.
    pub async fn create(&self, request: &Request, operation: Operation) -> Result<AccessRequest, UserError> {
        let (now, live) = (self.resources.clock.now_utc(), self.resources.live.get());
        let needs_two = live.two_for.contains(&operation.needs());
        let new = AccessRequest {
            id: RequestId(0),
            interaction: request.interaction,
            guild: request.actor.guild,
            channel: request.channel,
            actor: request.actor.user,
            application: request.application,
            token: request.token.clone(),
            language: request.language,
            digest: Digest::of_operation(&operation),
            operation,
            asked: now,
            expires_at: now + live.expire_after,
            state: State::Open,
            needs_two,
            first_approver: None,
            decided_by: None,
            decided: None,
            reason: None,
            posted: None,
            undeliverable: false,
            notified: false,
            owner: Some(self.resources.cluster.me().clone()),
        };
        let per_minute = live.rates.approval_requests_per_minute;
        let asked = self.resources.store.requests().ask(&new, OPEN_MAX, per_minute).await;
        let asked = asked.map_err(|error| match error {
            AskError::TooManyOpen => RequestError::TooManyOpen.into(),
            AskError::TooManyInAMinute { free_at } => UserError::from(TooMuch::Asked { free_at }),
            AskError::Store(error) => error.into(),
        })?;
        // Every request ends as an entry of the audit log.
        self.note_name(&request.actor, request.user_name.clone()).await;
        Ok(asked)
    }

    /// Notes the name of a person who requests, or decides about a request. A failure is only logged.
    pub async fn note_name(&self, actor: &Actor, name: Option<String>) {
        let Some(name) = name else { return };
        let (names, now) = (self.resources.store.user_names(), self.resources.clock.now_utc());
        if let Err(error) = names.note(actor.guild, actor.user, &name, now).await {
            tracing::warn!(%error, "failed to note the name of a person");
        }
    }

    /// Returns a request of the server. Returns [`RequestError::NoSuchRequest`] if there is none with this number.
    pub async fn get(&self, guild: GuildId, id: RequestId) -> Result<AccessRequest, UserError> {
        let found = self.resources.store.requests().get(id).await?;
        found.filter(|request| request.guild == guild).ok_or(RequestError::NoSuchRequest.into())
    }

    /// Returns the settings of the server if `by` may decide the request now: they hold the capability, the request is
    /// open, and it is not their own. Returns the reason if not.
    pub async fn authorize(&self, by: &Actor, request: &AccessRequest) -> Result<CurrentSettings, UserError> {
        let settings = self.settings.get(by.guild).await?;
        settings.require(by, request.operation.needs(), request.operation.target())?;
        if request.actor == by.user {
            return Err(RequestError::OwnRequest.into());
        }
        if request.state != State::Open || request.expires_at <= self.resources.clock.now_utc() {
            return Err(RequestError::Decided { state: request.state, by: request.decided_by }.into());
        }
        Ok(settings)
    }

    /// Authorizes the approval of a request, as [`Self::authorize`] does. The first of two people cannot approve it again.
    pub async fn authorize_approval(&self, by: &Actor, request: &AccessRequest) -> Result<CurrentSettings, UserError> {
        let settings = self.authorize(by, request).await?;
        if request.first_approver == Some(by.user) {
            return Err(RequestError::ApprovedAlready.into());
        }
        Ok(settings)
    }

    /// Approves an open request, with a fresh read of its state, of the settings, and of the memberships of its requester
    /// and its first approver. The request is void if its requester may no longer ask for it. A decision that another
    /// press makes later is found when the operation begins: that consumes the open request.
    pub async fn approve(
        &self,
        by: &Actor,
        request: &AccessRequest,
        members: &impl Members,
    ) -> Result<ApprovalStep, UserError> {
        for _ in 0..TRIES {
            let now = self.get(by.guild, request.id).await?;
            let settings = self.authorize_approval(by, &now).await?;
            // Others approved what they saw too.
            if now.digest != request.digest {
                return Err(RequestError::NotAsShown.into());
            }
            let requester = self.requester(by, &now, &settings, members).await?;
            let approvers = |first| Approvers { first, last: by.user };
            let instead_of = match now.first_approver {
                None if !self.needs_two(&now) => return Ok(run(now, requester, approvers(None))),
                None => None,
                Some(first) if may_approve(first, &now, &settings, members).await? => {
                    return Ok(run(now, requester, approvers(Some(first))));
                }
                Some(lost) => Some(lost),
            };
            let (me, time) = (self.resources.cluster.me(), self.resources.clock.now_utc());
            if self.resources.store.requests().approve_first(now.id, by.user, instead_of, me, time).await? {
                return Ok(ApprovalStep::OneMore { lost: instead_of });
            }
        }
        Err(RequestError::BeingDecided.into())
    }

    /// Returns whether two different people must approve the request: it was made so, or the configuration says so now.
    fn needs_two(&self, request: &AccessRequest) -> bool {
        request.needs_two || self.resources.live.get().two_for.contains(&request.operation.needs())
    }

    /// Returns the requester as they are now. The request is void if they may no longer ask for it.
    async fn requester(
        &self,
        by: &Actor,
        request: &AccessRequest,
        settings: &CurrentSettings,
        members: &impl Members,
    ) -> Result<Actor, UserError> {
        let (needs, target) = (request.operation.needs(), request.operation.target());
        if let Some(actor) = member(request.actor, request.guild, members).await? {
            match settings.require_request(&actor, needs, target) {
                Ok(_) => return Ok(actor),
                // Not all settings could be read.
                Err(problem @ UserError::Unavailable(_)) => return Err(problem),
                Err(_) => {}
            }
        }
        let decision = RequestDecision { state: State::Void, by: Some(by.user), reason: None };
        self.decide(request, &decision, &AuditEnd::refused(needs)).await?;
        Err(RequestError::Decided { state: State::Void, by: Some(by.user) }.into())
    }

    /// Denies an open request. `reason` is the approver's text. Returns the request as it is stored now.
    pub async fn deny(
        &self,
        by: &Actor,
        request: &AccessRequest,
        reason: Option<String>,
    ) -> Result<AccessRequest, UserError> {
        self.authorize(by, request).await?;
        let end = AuditEnd::NotApproved { how: NotApproved::Denied { reason: reason.clone() } };
        self.decide(request, &RequestDecision { state: State::Denied, by: Some(by.user), reason }, &end).await
    }

    /// Cancels the actor's own request. Returns it as it is stored now.
    pub async fn cancel(&self, actor: &Actor, id: RequestId) -> Result<AccessRequest, UserError> {
        let request = self.get(actor.guild, id).await?;
        if request.actor != actor.user {
            return Err(RequestError::NoSuchRequest.into());
        }
        let end = AuditEnd::NotApproved { how: NotApproved::Cancelled };
        self.decide(&request, &RequestDecision { state: State::Cancelled, by: None, reason: None }, &end).await
    }

    /// Expires the requests that were not decided in time.
    pub async fn expire(&self) -> Result<(), StoreError> {
        let end = AuditEnd::NotApproved { how: NotApproved::Expired };
        let decision = RequestDecision { state: State::Expired, by: None, reason: None };
        for request in self.resources.store.requests().expired(self.resources.clock.now_utc(), AT_ONCE).await? {
            self.settle(&request, &decision, &end).await?;
        }
        Ok(())
    }

    /// Returns the requests of a server whose reminder is due now.
    pub async fn to_remind(&self, guild: GuildId) -> Result<Vec<AccessRequest>, StoreError> {
        self.resources.store.requests().to_remind(guild, self.resources.clock.now_utc(), AT_ONCE).await
    }

    /// Returns whether this instance may post the reminder now. Another instance may not, for a while.
    pub async fn begin_reminder(&self, id: RequestId) -> Result<bool, StoreError> {
        self.resources.store.requests().begin_reminder(id, self.resources.clock.now_utc()).await
    }

    /// Records that the reminder is posted.
    pub async fn record_reminder(&self, id: RequestId) -> Result<(), StoreError> {
        self.resources.store.requests().reminded(id).await
    }

    /// Records that the post of an open request shows its first approval.
    pub async fn record_shown(&self, request: &AccessRequest) -> Result<(), StoreError> {
        self.resources.store.requests().shown(request).await
    }

    /// Returns a request as it is stored now, and the ended row of its operation if it has run. Returns `None` if the
    /// request was deleted.
    pub async fn with_outcome(
        &self,
        id: RequestId,
    ) -> Result<Option<(AccessRequest, Option<AuditRecord>)>, StoreError> {
        let Some(request) = self.resources.store.requests().get(id).await? else { return Ok(None) };
        let row = self.resources.store.journal().of_interaction(request.interaction).await?;
        Ok(Some((request, row.filter(|row| row.ended.is_some()))))
    }

    /// Returns whether this instance made the last decision about a request, or took it over.
    pub fn is_own(&self, request: &AccessRequest) -> bool {
        request.owner.as_ref() == Some(self.resources.cluster.me())
    }

    /// Returns the requests of a server whose state this instance must announce: its own, and those of instances that
    /// are gone.
    pub async fn to_notify(&self, guild: GuildId) -> Result<Vec<AccessRequest>, StoreError> {
        let (requests, cluster) = (self.resources.store.requests(), &self.resources.cluster);
        let mut due = Vec::new();
        for request in requests.to_notify(guild, AT_ONCE).await? {
            let is_mine = match &request.owner {
                Some(owner) if owner == cluster.me() => !self.notifying.contains(request.id),
                Some(owner) if !cluster.is_gone(owner) => false,
                _ => requests.take_over(&request, cluster.me()).await?,
            };
            // An approved request is announced once its operation has ended.
            let is_running = request.state == State::Approved && self.is_open(request.interaction).await?;
            if is_mine && !is_running {
                due.push(request);
            }
        }
        Ok(due)
    }

    /// Marks a request as being announced here until the guard is dropped. Returns `None` if it is marked already.
    pub fn begin_notifying(&self, id: RequestId) -> Option<Mark<RequestId>> {
        self.notifying.mark(id)
    }

    /// Marks a request like [`Self::begin_notifying`], once it is not marked.
    pub async fn begin_notifying_when_free(&self, id: RequestId) -> Mark<RequestId> {
        self.notifying.mark_when_free(id).await
    }

    /// Records the message that shows a request to approvers; `None`: it cannot be posted.
    pub async fn record_post(&self, id: RequestId, post: Option<(ChannelId, MessageId)>) -> Result<(), StoreError> {
        let requests = self.resources.store.requests();
        match post {
            Some((channel, message)) => requests.posted(id, channel, message).await,
            None => requests.undeliverable(id).await.map(drop),
        }
    }

    /// Records that all members concerned know the decision. Deletes the token, unless the answer may be edited again.
    pub async fn record_notified(&self, id: RequestId, may_be_edited: bool) -> Result<(), StoreError> {
        self.resources.store.requests().set_notified(id, may_be_edited).await
    }

    /// Announces the result of an approved request again: its change took effect after all. Returns whether the
    /// interaction has created a request.
    pub async fn notify_again(&self, interaction: InteractionId) -> Result<bool, StoreError> {
        let requests = self.resources.store.requests();
        match requests.of_interaction(interaction).await? {
            Some(request) => requests.notify_again(request.id).await.map(|()| true),
            None => Ok(false),
        }
    }

    async fn decide(
        &self,
        request: &AccessRequest,
        decision: &RequestDecision,
        end: &AuditEnd,
    ) -> Result<AccessRequest, UserError> {
        let settled = self.settle(request, decision, end).await?;
        let now = self.resources.store.requests().get(request.id).await?.ok_or(RequestError::NoSuchRequest)?;
        if settled { Ok(now) } else { Err(RequestError::Decided { state: now.state, by: now.decided_by }.into()) }
    }

    /// Settles a request. Returns whether this call decided it.
    async fn settle(
        &self,
        request: &AccessRequest,
        decision: &RequestDecision,
        end: &AuditEnd,
    ) -> Result<bool, StoreError> {
        let (me, now) = (self.resources.cluster.me(), self.resources.clock.now_utc());
        let case = self.resources.store.requests().decide(request, decision, end, me, now).await?;
        Ok(case.map(|_| self.resources.log_has_news()).is_some())
    }

    async fn is_open(&self, interaction: InteractionId) -> Result<bool, StoreError> {
        let row = self.resources.store.journal().of_interaction(interaction).await?;
        Ok(row.is_none_or(|row| row.ended.is_none()))
    }
}

/// Returns whether a person still may approve the request.
async fn may_approve(
    who: UserId,
    request: &AccessRequest,
    settings: &CurrentSettings,
    members: &impl Members,
) -> Result<bool, UserError> {
    let Some(actor) = member(who, request.guild, members).await? else { return Ok(false) };
    match settings.require(&actor, request.operation.needs(), request.operation.target()) {
        Ok(()) => Ok(true),
        // Not all settings could be read.
        Err(problem @ UserError::Unavailable(_)) => Err(problem),
        Err(_) => Ok(false),
    }
}

/// Returns a person as they are now, or `None` if they are not in the server.
async fn member(user: UserId, guild: GuildId, members: &impl Members) -> Result<Option<Actor>, UserError> {
    let membership = members.membership(guild, user).await.map_err(|error| {
        tracing::warn!(%error, "failed to read the roles of a member");
        Unavailable::DiscordSilent
    })?;
    match membership {
        Membership::Member { roles, administrator } => Ok(Some(Actor { guild, user, roles, administrator })),
        Membership::NotAMember => Ok(None),
        Membership::NoServer => Err(Unavailable::DiscordSilent.into()),
    }
}

fn run(request: AccessRequest, actor: Actor, approvers: Approvers) -> ApprovalStep {
    let AccessRequest { id, channel, interaction, application, token, language, operation, .. } = request;
    let authorized = AuthorizedOperation::approved(operation, id, approvers);
    let request = Request { actor, user_name: None, channel, interaction, application, token, language };
    ApprovalStep::Run(Box::new(Approval { request, authorized }))
}
