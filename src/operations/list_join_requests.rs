//! `/wa-group requests list`: the people who ask to join a group.

use groups_api::{Features, GroupsApi, NotOffered};
use serde::{Deserialize, Serialize};
use whatsapp::JoinRequest;

use super::{ActsOn, Failure, GroupRef, OperationOutcome, Perform, Read};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListJoinRequests {
    pub at: GroupRef,
    /// The page to show, counted from 0.
    #[serde(default)]
    pub page: usize,
}

impl Perform for ListJoinRequests {
    type Outcome = JoinRequestsListed;

    const NAME: &'static str = "requests.list";
    const NEEDS: Capability = Capability::MembersApprove;
    const NEEDS_ADMIN: bool = true;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn with_group(self, at: GroupRef) -> Self {
        Self { at, ..self }
    }

    fn is_offered(features: &Features) -> bool {
        features.join_requests
    }

    fn lacks(&self, features: &Features) -> Option<NotOffered> {
        (!features.join_requests).then_some(NotOffered::JoinRequests)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinRequestsListed {
    pub requests: Vec<JoinRequest>,
    /// Number of further entries that could not be read.
    #[serde(default)]
    pub unread: usize,
    /// Whether an admin must approve those who join by the link. `None` if the API did not give it, or there are requests.
    #[serde(default)]
    pub approval: Option<bool>,
}

impl OperationOutcome for JoinRequestsListed {}

impl Read for ListJoinRequests {
    /// Sorts the oldest requests first.
    async fn run(&self, api: &GroupsApi) -> Result<JoinRequestsListed, Failure> {
        let (session, group) = (&self.at.session, &self.at.group);
        let listed = api.join_requests(session, group).await.map_err(Failure::of_read)?;
        let (mut requests, unread) = (listed.entries, listed.unread);
        requests.sort_by_key(|request| request.requested_at);
        let approval = if requests.is_empty() && unread == 0 {
            // Only explains why nobody asks.
            api.group(session, group).await.ok().and_then(|group| group.settings.join_approval)
        } else {
            None
        };
        Ok(JoinRequestsListed { requests, unread, approval })
    }
}
