//! The requests that `/wa-request list` shows, and what their reader can do with them.

use std::cmp::Reverse;
use std::time::Duration;

use super::CurrentSettings;
use super::approvals::{Approvals, OPEN_MAX};
use crate::access::{Actor, Capability};
use crate::store::{AccessRequest, State, StoreError};

/// Maximum age of the decided requests that `/wa-request list` shows.
const SHOWN_FOR: Duration = Duration::from_secs(24 * 60 * 60);
const SHOWN_MAX: i64 = 100;

/// A request in a list.
#[derive(Debug)]
pub struct ListedRequest {
    pub request: AccessRequest,
    pub action: RequestAction,
}

/// What the reader of a list can do with a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestAction {
    /// The reader can approve and deny it.
    Decide,
    /// The reader has approved it, and can still deny it.
    Deny,
    Withdraw,
    Nothing,
}

impl Approvals {
    /// Returns the actor's open requests.
    pub async fn own_open(&self, actor: &Actor) -> Result<Vec<AccessRequest>, StoreError> {
        let (requests, now) = (self.resources.store.requests(), self.resources.clock.now_utc());
        let mut own = requests.list(actor.guild, Some(actor.user), now, OPEN_MAX).await?;
        own.retain(|request| request.state == State::Open);
        Ok(own)
    }

    /// Returns the actor's requests, those that they may decide, and those for groups in which they manage access.
    pub async fn list(&self, settings: &CurrentSettings, actor: &Actor) -> Result<Vec<ListedRequest>, StoreError> {
        let (requests, now) = (self.resources.store.requests(), self.resources.clock.now_utc());
        let since = now.saturating_sub(SHOWN_FOR);
        let mut all = requests.list(actor.guild, Some(actor.user), since, SHOWN_MAX).await?;
        let others = requests.list(actor.guild, None, since, SHOWN_MAX).await?;
        all.extend(others.into_iter().filter(|request| request.actor != actor.user));
        let may =
            |request: &AccessRequest, needs| settings.decide(actor, needs, request.operation.target()).is_allowed();
        all.retain(|request| {
            let is_own = request.actor == actor.user;
            is_own || may(request, request.operation.needs()) || may(request, Capability::AccessManage)
        });
        all.sort_by_key(|request| (request.state != State::Open, Reverse(request.id)));
        let listed = |request: AccessRequest| {
            let action = match () {
                () if request.state != State::Open || request.expires_at <= now => RequestAction::Nothing,
                () if request.actor == actor.user => RequestAction::Withdraw,
                () if !may(&request, request.operation.needs()) => RequestAction::Nothing,
                () if request.first_approver == Some(actor.user) => RequestAction::Deny,
                () => RequestAction::Decide,
            };
            ListedRequest { request, action }
        };
        Ok(all.into_iter().map(listed).collect())
    }
}
