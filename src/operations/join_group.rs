//! `/wa-group join`: groups API, operation 17 and then 16. The preview comes first because the answer to a join may be
//! only an id, and because it detects a dead link before anything is requested.

use groups_api::{ApiError, GroupsApi, Joined};
use serde::{Deserialize, Serialize};
use whatsapp::{GroupId, SessionName};

use super::{
    ActsOn, Exchange, Failure, GroupRef, GroupSummary, ListChange, OperationOutcome, Perform, RequestedInvite,
    SingleRequest, Verification,
};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinGroup {
    pub session: SessionName,
    #[serde(rename = "code")]
    pub invite: RequestedInvite,
}

impl Perform for JoinGroup {
    type Outcome = GroupJoined;

    const NAME: &'static str = "groups.join";
    const NEEDS: Capability = Capability::GroupsJoin;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::NewGroup(&self.session)
    }

    fn invite(&self) -> Option<&RequestedInvite> {
        Some(&self.invite)
    }

    fn as_kept(&self) -> Option<Self> {
        Some(Self { session: self.session.clone(), invite: self.invite.forgotten() })
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupJoined {
    pub group: GroupId,
    pub name: Option<String>,
}

impl OperationOutcome for GroupJoined {
    fn group(&self) -> Option<(&GroupId, Option<&str>)> {
        Some((&self.group, self.name.as_deref()))
    }

    fn list_change(&self, _at: Option<&GroupRef>) -> Option<ListChange> {
        let name = self.name.clone().unwrap_or_default();
        Some(ListChange::Put(GroupSummary { id: self.group.clone(), name, size: None, created_at: None }))
    }
}

impl SingleRequest for JoinGroup {
    type Before = Destination;
    type Answer = Joined;
    const IDEMPOTENT: bool = true;

    async fn snapshot(&self, api: &GroupsApi) -> Result<Destination, Failure> {
        let code = self.invite.code().ok_or_else(|| Failure::of_read(ApiError::NotSent))?;
        let preview = api.preview(&self.session, code).await.map_err(Failure::of_read)?;
        Ok(Destination { group: preview.id, name: preview.name })
    }

    async fn send(&self, api: &GroupsApi) -> Result<Joined, ApiError> {
        let code = self.invite.code().ok_or(ApiError::NotSent)?;
        api.join(&self.session, code).await
    }

    async fn verify(&self, api: &GroupsApi, before: &Destination) -> Result<Verification<Joined>, ApiError> {
        let groups = api.groups(&self.session).await?;
        let joined = groups.into_iter().find(|group| group.id == before.group);
        Ok(joined.map_or(Verification::Unchanged, |group| {
            Verification::Applied(Joined { id: group.id, name: Some(group.name) })
        }))
    }

    fn outcome(&self, Exchange { before, answer }: Exchange<Destination, Joined>) -> GroupJoined {
        let name = answer.as_ref().and_then(|joined| joined.name.clone()).unwrap_or(before.name);
        GroupJoined {
            group: answer.map_or(before.group, |joined| joined.id),
            name: Some(name).filter(|name| !name.is_empty()),
        }
    }

    fn repeats(&self, other: &Self) -> bool {
        self.session == other.session && self.invite == other.invite
    }
}

/// The group that the invite leads to, from the preview.
#[derive(Debug, Serialize, Deserialize)]
pub struct Destination {
    group: GroupId,
    name: String,
}
