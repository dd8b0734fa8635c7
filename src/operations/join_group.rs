//! `/wa-group join`: groups API, operation 17 and then 16. The preview comes first because the answer to a join may be
//! only an id, and because it detects a dead link before anything is requested.

use groups_api::{ApiError, GroupsApi, Joined};
use serde::{Deserialize, Serialize};
use whatsapp::{GroupId, SessionName};

use super::{Change, Failure, Outcome, Perform, RequestedInvite, Verification};
use crate::access::{Capability, Groups, Target};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinGroup {
    pub session: SessionName,
    #[serde(rename = "code")]
    pub invite: RequestedInvite,
}

impl Perform for JoinGroup {
    const NAME: &'static str = "groups.join";
    const NEEDS: Capability = Capability::GroupsJoin;

    fn target(&self) -> Target<'_> {
        Target { session: Some(&self.session), groups: Groups::Any }
    }
}

impl Change for JoinGroup {
    type Before = Destination;
    type Answer = Joined;
    const IDEMPOTENT: bool = true;

    async fn look(&self, api: &GroupsApi) -> Result<Destination, Failure> {
        let code = self.invite.code().ok_or_else(|| Failure::of_read(ApiError::NotSent))?;
        let preview = api.preview(&self.session, code).await.map_err(Failure::of_read)?;
        Ok(Destination { group: preview.id, name: preview.name })
    }

    async fn send(&self, api: &GroupsApi, _before: &Destination, _answers: &[Joined]) -> Result<Joined, ApiError> {
        let code = self.invite.code().ok_or(ApiError::NotSent)?;
        api.join(&self.session, code).await
    }

    async fn verify(
        &self,
        api: &GroupsApi,
        before: &Destination,
        _answers: &[Joined],
    ) -> Result<Verification<Joined>, ApiError> {
        let groups = api.groups(&self.session).await?;
        let joined = groups.into_iter().find(|group| group.id == before.group);
        Ok(joined.map_or(Verification::Unchanged, |group| {
            Verification::Applied(Joined { id: group.id, name: Some(group.name) })
        }))
    }

    async fn outcome(
        &self,
        _api: &GroupsApi,
        before: Destination,
        mut answers: Vec<Joined>,
        _stopped: Option<&Failure>,
    ) -> Result<Outcome, Failure> {
        let joined = answers.pop();
        let name = joined.as_ref().and_then(|joined| joined.name.clone()).unwrap_or(before.name);
        Ok(Outcome::Joined {
            group: joined.map_or(before.group, |joined| joined.id),
            name: Some(name).filter(|name| !name.is_empty()),
        })
    }
}

/// The group that the invite leads to, from the preview.
#[derive(Debug, Serialize, Deserialize)]
pub struct Destination {
    group: GroupId,
    name: String,
}
