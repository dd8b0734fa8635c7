//! Requests for approval. The operation is stored as data until a person who holds the capability decides. An approved
//! operation then takes the same pipeline as every other, in the name of its requester.

use std::sync::Arc;
use std::time::Duration;

use super::executor::{AuthorizedOperation, Membership};
use super::mark::{Mark, Marks};
use super::{CurrentSettings, GuildSettings, Request, Resources};
use crate::access::{Actor, Capability, ChannelId, GuildId, InteractionId, MessageId, Target};
use crate::error::{RequestError, Unavailable, UserError};
use crate::operations::Operation;
use crate::store::{
    AccessRequest, AskError, AuditEnd, AuditRecord, Digest, NotApproved, RequestDecision, RequestId, State, StoreError,
    TooMuch,
};

/// Maximum open requests of one person in a server.
pub const OPEN_MAX: i64 = 5;
/// Maximum age of the decided requests that `/wa-request list` shows.
const SHOWN_FOR: Duration = Duration::from_secs(24 * 60 * 60);
const SHOWN_MAX: i64 = 20;
/// Maximum requests handled in one pass.
const AT_ONCE: i64 = 100;

/// The requests for approval: creates and decides them, and keeps account of the notifications about them.
pub struct Approvals {
    resources: Resources,
    settings: Arc<GuildSettings>,
    /// Requests that this instance is notifying people of.
    notifying: Arc<Marks<RequestId>>,
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

    /// Authorizes an open request to run, with a fresh read of its state and of the settings. `membership` is the
    /// requester's present membership. The request is void if its requester may no longer ask for it. A decision that
    /// another press makes later is found when the operation begins: that consumes the open request.
    pub async fn approve(
        &self,
        by: &Actor,
        request: &AccessRequest,
        membership: Membership,
    ) -> Result<Approval, UserError> {
        let settings = self.authorize(by, &self.get(by.guild, request.id).await?).await?;
        let (needs, target) = (request.operation.needs(), request.operation.target());
        let actor = match membership {
            Membership::Member { roles, administrator } => {
                Some(Actor { guild: request.guild, user: request.actor, roles, administrator })
            }
            Membership::NotAMember => None,
            Membership::NoServer => return Err(Unavailable::DiscordSilent.into()),
        };
        let may = actor.as_ref().is_some_and(|actor| settings.decide(actor, needs, target).may_request());
        let Some(actor) = actor.filter(|_| may) else {
            let decision = RequestDecision { state: State::Void, by: Some(by.user), reason: None };
            self.decide(request, &decision, &AuditEnd::refused(needs)).await?;
            return Err(RequestError::Decided { state: State::Void, by: Some(by.user) }.into());
        };
        let &AccessRequest { id, channel, interaction, application, language, .. } = request;
        let (operation, token) = (request.operation.clone(), request.token.clone());
        let authorized = AuthorizedOperation::approved(operation, id, by.user);
        Ok(Approval {
            request: Request { actor, user_name: None, channel, interaction, application, token, language },
            authorized,
        })
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

    /// Returns the actor's requests, and those for groups in which the actor manages access.
    pub async fn list(&self, settings: &CurrentSettings, actor: &Actor) -> Result<Vec<AccessRequest>, StoreError> {
        let manages = settings.decide(actor, Capability::AccessManage, Target::IN_SCOPE).is_allowed();
        let of = if manages { None } else { Some(actor.user) };
        let since = self.resources.clock.now_utc().saturating_sub(SHOWN_FOR);
        let mut all = self.resources.store.requests().list(actor.guild, of, since, SHOWN_MAX).await?;
        // An actor who manages access for some groups sees the requests for those groups.
        all.retain(|request| {
            let target = request.operation.target();
            request.actor == actor.user || settings.decide(actor, Capability::AccessManage, target).is_allowed()
        });
        Ok(all)
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
