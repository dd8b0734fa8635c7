//! Requests for approval. The operation is stored as data until a person who holds the capability decides. An approved
//! operation then takes the same pipeline as every other, in the name of its requester.

use super::mark::Mark;
use super::{AuthorizedOperation, Membership, Request, Services};
use crate::access::{Actor, Capability, GuildId, InteractionId, Target};
use crate::error::UserError;
use crate::operations::Operation;
use crate::store::{
    AccessRequest, AuditEnd, BeginToken, Digest, NotApproved, RequestDecision, RequestId, State, StoreError, TooMany,
    TooMuch,
};

/// Maximum open requests of one person in a server.
pub const OPEN_MAX: i64 = 5;
/// Age of the decided requests that `/wa-request list` shows, in hours.
const SHOWN_FOR: std::time::Duration = std::time::Duration::from_secs(24 * 60 * 60);
const SHOWN_MAX: i64 = 20;
/// Maximum requests handled in one pass.
const AT_ONCE: i64 = 100;

/// An approved request that is about to run.
#[derive(Debug)]
pub struct Approval {
    /// The request as if its requester sent it now.
    pub request: Request,
    pub cleared: AuthorizedOperation,
}

impl Services {
    /// Stores an operation until it is approved. Returns the existing request if this interaction has created one
    /// already.
    pub async fn ask(&self, request: &Request, operation: Operation) -> Result<AccessRequest, UserError> {
        let now = self.clock.unix();
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
            good_until: now + self.expire_after,
            state: State::Open,
            decided_by: None,
            decided: None,
            reason: None,
            posted: None,
            undeliverable: false,
            told: false,
            owner: Some(self.cluster.me().clone()),
        };
        let per_minute = self.rates.approval_requests_per_minute;
        let stored = self.store.requests().ask(&new, OPEN_MAX, per_minute).await?;
        stored.map_err(|too_many| match too_many {
            TooMany::Open => UserError::TooManyRequests,
            TooMany::InAMinute { free_at } => TooMuch::Asked { free_at }.into(),
        })
    }

    /// Returns an open request that this person may decide: they hold the capability, and the request is not their own.
    pub async fn to_decide(&self, by: &Actor, id: RequestId) -> Result<AccessRequest, UserError> {
        let request = self.store.requests().get(id).await?.filter(|request| request.guild == by.guild);
        let request = request.ok_or(UserError::NoSuchRequest)?;
        self.require(by, request.operation.needs(), request.operation.target()).await?;
        if request.actor == by.user {
            return Err(UserError::OwnRequest);
        }
        if request.state != State::Open || request.good_until <= self.clock.unix() {
            return Err(UserError::RequestDecided { state: request.state, by: request.decided_by });
        }
        Ok(request)
    }

    /// Authorizes a request to run. `shown` is what the approver saw. `membership` is the requester's present
    /// membership. The request is void if its requester may no longer ask for it.
    pub async fn approve(
        &self,
        by: &Actor,
        id: RequestId,
        shown: Digest,
        membership: Membership,
    ) -> Result<Approval, UserError> {
        let request = self.to_decide(by, id).await?;
        if request.digest != shown {
            return Err(UserError::NotAsShown);
        }
        let server = self.server(by).await?;
        let (needs, target) = (request.operation.needs(), request.operation.target());
        let actor = match membership {
            Membership::Member { roles, administrator } => {
                Some(Actor { guild: request.guild, user: request.actor, roles, administrator })
            }
            Membership::NotAMember => None,
            Membership::NoServer => return Err(UserError::DiscordSilent),
        };
        let may = actor.as_ref().is_some_and(|actor| server.decide(actor, needs, target).may_request());
        let Some(actor) = actor.filter(|_| may) else {
            let decision = RequestDecision { state: State::Void, by: Some(by.user), reason: None };
            self.decide(&request, &decision, &AuditEnd::refused(needs)).await?;
            return Err(UserError::RequestDecided { state: State::Void, by: Some(by.user) });
        };
        let AccessRequest { channel, interaction, application, token, language, operation, .. } = request;
        let cleared =
            AuthorizedOperation { operation, ticket: Some(BeginToken::Request(id, by.user)), good_until: None };
        Ok(Approval { request: Request { actor, channel, interaction, application, token, language }, cleared })
    }

    /// Denies a request. `reason` is the approver's text.
    pub async fn deny(&self, by: &Actor, id: RequestId, reason: Option<String>) -> Result<AccessRequest, UserError> {
        let request = self.to_decide(by, id).await?;
        let end = AuditEnd::NotApproved { how: NotApproved::Denied { reason: reason.clone() } };
        self.decide(&request, &RequestDecision { state: State::Denied, by: Some(by.user), reason }, &end).await
    }

    /// Cancels the actor's own request.
    pub async fn cancel(&self, actor: &Actor, id: RequestId) -> Result<AccessRequest, UserError> {
        let request = self.store.requests().get(id).await?;
        let own = |request: &AccessRequest| request.guild == actor.guild && request.actor == actor.user;
        let request = request.filter(own).ok_or(UserError::NoSuchRequest)?;
        let end = AuditEnd::NotApproved { how: NotApproved::Cancelled };
        self.decide(&request, &RequestDecision { state: State::Cancelled, by: None, reason: None }, &end).await
    }

    /// Expires the requests that were not decided in time.
    pub async fn expire_requests(&self) -> Result<(), StoreError> {
        let end = AuditEnd::NotApproved { how: NotApproved::Expired };
        let decision = RequestDecision { state: State::Expired, by: None, reason: None };
        for request in self.store.requests().run_out(self.clock.unix(), AT_ONCE).await? {
            self.settle(&request, &decision, &end).await?;
        }
        Ok(())
    }

    /// Returns the actor's requests, or all requests if the actor manages access.
    pub async fn requests(&self, actor: &Actor) -> Result<Vec<AccessRequest>, UserError> {
        let server = self.server(actor).await?;
        let anywhere = Target::IN_SCOPE;
        let manages = server.decide(actor, Capability::AccessManage, anywhere).is_allowed();
        let of = if manages { None } else { Some(actor.user) };
        let since = self.clock.unix().saturating_sub(SHOWN_FOR);
        let mut all = self.store.requests().list(actor.guild, of, since, SHOWN_MAX).await?;
        // An actor who manages access for some groups sees the requests for those groups.
        all.retain(|request| {
            let target = request.operation.target();
            request.actor == actor.user || server.decide(actor, Capability::AccessManage, target).is_allowed()
        });
        Ok(all)
    }

    async fn decide(
        &self,
        request: &AccessRequest,
        decision: &RequestDecision,
        end: &AuditEnd,
    ) -> Result<AccessRequest, UserError> {
        let settled = self.settle(request, decision, end).await?;
        let now = self.store.requests().get(request.id).await?.ok_or(UserError::NoSuchRequest)?;
        if settled { Ok(now) } else { Err(UserError::RequestDecided { state: now.state, by: now.decided_by }) }
    }

    /// Settles a request. Returns whether this call decided it.
    async fn settle(
        &self,
        request: &AccessRequest,
        decision: &RequestDecision,
        end: &AuditEnd,
    ) -> Result<bool, StoreError> {
        let (me, now) = (self.cluster.me(), self.clock.unix());
        let case = self.store.requests().decide(request, decision, end, me, now).await?;
        Ok(case.map(|_| self.log_has_news()).is_some())
    }

    /// Returns the requests of a server whose state this instance must announce: its own, and those of instances that
    /// are gone.
    pub async fn untold_requests(&self, guild: GuildId) -> Result<Vec<AccessRequest>, StoreError> {
        let mut due = Vec::new();
        for request in self.store.requests().untold(guild, AT_ONCE).await? {
            let me = self.cluster.me();
            let is_mine = match &request.owner {
                Some(owner) if owner == me => !self.telling.contains(&request.id),
                Some(owner) if !self.cluster.is_gone(owner) => false,
                _ => self.store.requests().take_over(&request, me).await?,
            };
            // An approved request is announced once its operation has ended.
            let is_running = request.state == State::Approved && self.is_open(request.interaction).await?;
            if is_mine && !is_running {
                due.push(request);
            }
        }
        Ok(due)
    }

    async fn is_open(&self, interaction: InteractionId) -> Result<bool, StoreError> {
        let row = self.store.journal().of_interaction(interaction).await?;
        Ok(row.is_none_or(|row| row.ended.is_none()))
    }

    /// Marks a request as being announced here until the guard is dropped. Returns `None` if it is marked already.
    pub fn tell_of(&self, id: RequestId) -> Option<Mark<RequestId>> {
        Mark::new(&self.telling, id)
    }
}
