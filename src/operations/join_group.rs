//! `/wa-group join`: groups API, operation 17 and then 16. The preview comes first because the answer to a join may be an
//! id alone, and because a dead link is found out before anything is asked for.

use serde::{Deserialize, Serialize};

use super::{Failure, Outcome, Perform};
use crate::access::{Capability, Groups, Reach};
use crate::groups_api::GroupsApi;
use crate::groups_api::ids::{InviteCode, SessionName};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinGroup {
    pub session: SessionName,
    pub code: InviteCode,
}

impl Perform for JoinGroup {
    const NAME: &'static str = "groups.join";
    const NEEDS: Capability = Capability::GroupsJoin;
    const CHANGES: bool = true;

    fn reach(&self) -> Reach<'_> {
        Reach { session: Some(&self.session), groups: Groups::Any }
    }

    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        let preview = api.preview(&self.session, &self.code).await.map_err(Failure::of_read)?;
        let joined = api.join(&self.session, &self.code).await.map_err(Failure::of_change)?;
        let name = joined.name.or(Some(preview.name)).filter(|name| !name.is_empty());
        Ok(Outcome::Joined { group: joined.id, name })
    }
}
