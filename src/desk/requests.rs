//! Asking for what one may not do alone. The operation is kept as data until somebody decides who holds the capability
//! themselves, and then takes the same road as every other, as its asker's.

use std::sync::Arc;

use dashmap::DashSet;

use super::{Cleared, Desk, Membership, Request};
use crate::access::{Asker, Capability, Groups, GuildId, InteractionId, Reach};
use crate::error::Problem;
use crate::operations::Operation;
use crate::store::{
    AccessRequest, Decision, Digest, End, NotApproved, RequestId, State, StoreError, Ticket, TooMany, TooMuch,
};

/// Requests that one person may have open in a server.
pub const OPEN_MAX: i64 = 5;
/// `/wa-request list` shows what was decided in the last so many hours.
const SHOWN_FOR: std::time::Duration = std::time::Duration::from_secs(24 * 60 * 60);
const SHOWN_MAX: i64 = 20;
/// Requests looked after in one go.
const AT_ONCE: i64 = 100;

/// A request that somebody has approved, about to be carried out.
#[derive(Debug)]
pub struct Approval {
    /// As if its asker asked now.
    pub request: Request,
    pub cleared: Cleared,
}

impl Desk {
    /// Keeps an operation until somebody approves it. Where this interaction has asked already, it is that request.
    pub async fn ask(&self, request: &Request, operation: Operation) -> Result<AccessRequest, Problem> {
        let now = self.clock.unix();
        let new = AccessRequest {
            id: RequestId(0),
            interaction: request.interaction,
            guild: request.asker.guild,
            channel: request.channel,
            asker: request.asker.user,
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
            owner: Some(self.team.me().clone()),
        };
        let per_minute = self.rates.approval_requests_per_minute;
        let stored = self.store.requests().ask(&new, OPEN_MAX, per_minute).await?;
        stored.map_err(|too_many| match too_many {
            TooMany::Open => Problem::TooManyRequests,
            TooMany::InAMinute { free_at } => TooMuch::Asked { free_at }.into(),
        })
    }

    /// An open request that this person may decide: they hold the capability themselves, and it is not their own.
    pub async fn to_decide(&self, by: &Asker, id: RequestId) -> Result<AccessRequest, Problem> {
        let request = self.store.requests().get(id).await?.filter(|request| request.guild == by.guild);
        let request = request.ok_or(Problem::NoSuchRequest)?;
        self.permit(by, request.operation.needs(), request.operation.reach()).await?;
        if request.asker == by.user {
            return Err(Problem::OwnRequest);
        }
        if request.state != State::Open || request.good_until <= self.clock.unix() {
            return Err(Problem::RequestDecided { state: request.state, by: request.decided_by });
        }
        Ok(request)
    }

    /// Clears a request to be carried out. `shown`: what the approver saw. `membership`: who its asker is now. Who may not
    /// even ask for it any more gets nothing: then it is void.
    pub async fn approve(
        &self,
        by: &Asker,
        id: RequestId,
        shown: Digest,
        membership: Membership,
    ) -> Result<Approval, Problem> {
        let request = self.to_decide(by, id).await?;
        if request.digest != shown {
            return Err(Problem::NotAsShown);
        }
        let server = self.server(by).await?;
        let (needs, reach) = (request.operation.needs(), request.operation.reach());
        let asker = match membership {
            Membership::Member { roles, administrator } => {
                Some(Asker { guild: request.guild, user: request.asker, roles, administrator })
            }
            Membership::NotAMember => None,
            Membership::NoServer => return Err(Problem::DiscordSilent),
        };
        let may = asker.as_ref().is_some_and(|asker| server.may_ask(asker, needs, reach).is_ok());
        let Some(asker) = asker.filter(|_| may) else {
            let decision = Decision { state: State::Void, by: Some(by.user), reason: None };
            self.decide(&request, &decision, &End::refused(needs)).await?;
            return Err(Problem::RequestDecided { state: State::Void, by: Some(by.user) });
        };
        let AccessRequest { channel, interaction, application, token, language, operation, .. } = request;
        let cleared = Cleared { operation, ticket: Some(Ticket::Request(id, by.user)), good_until: None };
        Ok(Approval { request: Request { asker, channel, interaction, application, token, language }, cleared })
    }

    /// Says no. `reason`: why, in the words of who does.
    pub async fn deny(&self, by: &Asker, id: RequestId, reason: Option<String>) -> Result<AccessRequest, Problem> {
        let request = self.to_decide(by, id).await?;
        let end = End::NotApproved { how: NotApproved::Denied { reason: reason.clone() } };
        self.decide(&request, &Decision { state: State::Denied, by: Some(by.user), reason }, &end).await
    }

    /// Takes one's own request back.
    pub async fn cancel(&self, asker: &Asker, id: RequestId) -> Result<AccessRequest, Problem> {
        let request = self.store.requests().get(id).await?;
        let own = |request: &AccessRequest| request.guild == asker.guild && request.asker == asker.user;
        let request = request.filter(own).ok_or(Problem::NoSuchRequest)?;
        let end = End::NotApproved { how: NotApproved::Cancelled };
        self.decide(&request, &Decision { state: State::Cancelled, by: None, reason: None }, &end).await
    }

    /// Ends the requests that nobody has decided in time.
    pub async fn expire_requests(&self) -> Result<(), StoreError> {
        let end = End::NotApproved { how: NotApproved::Expired };
        let decision = Decision { state: State::Expired, by: None, reason: None };
        for request in self.store.requests().run_out(self.clock.unix(), AT_ONCE).await? {
            self.settle(&request, &decision, &end).await?;
        }
        Ok(())
    }

    /// The asker's requests; those of everybody for who manages access.
    pub async fn requests(&self, asker: &Asker) -> Result<Vec<AccessRequest>, Problem> {
        let server = self.server(asker).await?;
        let anywhere = Reach { session: None, groups: Groups::InScope };
        let manages = server.decide(asker, Capability::AccessManage, anywhere).is_ok();
        let of = if manages { None } else { Some(asker.user) };
        let since = self.clock.unix().saturating_sub(SHOWN_FOR);
        let mut all = self.store.requests().list(asker.guild, of, since, SHOWN_MAX).await?;
        // Who manages access for some groups sees what is asked for those.
        all.retain(|request| {
            let reach = request.operation.reach();
            request.asker == asker.user || server.decide(asker, Capability::AccessManage, reach).is_ok()
        });
        Ok(all)
    }

    async fn decide(&self, request: &AccessRequest, decision: &Decision, end: &End) -> Result<AccessRequest, Problem> {
        let settled = self.settle(request, decision, end).await?;
        let now = self.store.requests().get(request.id).await?.ok_or(Problem::NoSuchRequest)?;
        if settled { Ok(now) } else { Err(Problem::RequestDecided { state: now.state, by: now.decided_by }) }
    }

    /// Whether it was this that decided it.
    async fn settle(&self, request: &AccessRequest, decision: &Decision, end: &End) -> Result<bool, StoreError> {
        let (me, now) = (self.team.me(), self.clock.unix());
        let case = self.store.requests().decide(request, decision, end, me, now).await?;
        Ok(case.map(|_| self.log_has_news()).is_some())
    }

    /// A server's requests whose state this copy is to tell people of: its own, and those of copies that are gone.
    pub async fn untold_requests(&self, guild: GuildId) -> Result<Vec<AccessRequest>, StoreError> {
        let mut due = Vec::new();
        for request in self.store.requests().untold(guild, AT_ONCE).await? {
            let me = self.team.me();
            let is_mine = match &request.owner {
                Some(owner) if owner == me => !self.telling.contains(&request.id),
                Some(owner) if !self.team.is_gone(owner) => false,
                _ => self.store.requests().take_over(&request, me).await?,
            };
            // What was approved is told once it has ended: whoever carries it out is still at it.
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

    /// Marks a request as being told of here, until the guard is dropped; `None` where it is already.
    pub fn tell_of(&self, id: RequestId) -> Option<Telling> {
        self.telling.insert(id).then(|| Telling { all: self.telling.clone(), id })
    }
}

/// A request that people are being told of.
#[derive(Debug)]
pub struct Telling {
    all: Arc<DashSet<RequestId>>,
    id: RequestId,
}

impl Drop for Telling {
    fn drop(&mut self) {
        self.all.remove(&self.id);
    }
}
