//! `/wa-group preview`: groups API, operation 17. Joins nothing.

use serde::{Deserialize, Serialize};

use super::{Failure, Outcome, Perform, Read, RequestedInvite};
use crate::access::{Capability, Groups, Reach};
use crate::groups_api::ids::SessionName;
use crate::groups_api::{ApiError, GroupsApi};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewInvite {
    pub session: SessionName,
    #[serde(rename = "code")]
    pub invite: RequestedInvite,
    /// Its asker may join by it as well, and is offered that.
    #[serde(default)]
    pub may_join: bool,
    /// How many different invite links the message had of which this is the first.
    #[serde(default)]
    pub links: usize,
}

impl Perform for PreviewInvite {
    const NAME: &'static str = "groups.preview";
    const NEEDS: Capability = Capability::GroupsRead;

    fn reach(&self) -> Reach<'_> {
        Reach { session: Some(&self.session), groups: Groups::Any }
    }
}

impl Read for PreviewInvite {
    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        let code = self.invite.code().ok_or_else(|| Failure::of_read(ApiError::NotSent))?;
        let preview = api.preview(&self.session, code).await.map_err(Failure::of_read)?;
        Ok(Outcome::Previewed { preview })
    }
}
