//! `/wa-group delete`: groups API, operation 8.

use serde::{Deserialize, Serialize};

use super::{Confirm, Failure, GroupRef, Outcome, Perform};
use crate::access::{Capability, Reach};
use crate::groups_api::GroupsApi;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeleteGroup {
    pub at: GroupRef,
}

impl Perform for DeleteGroup {
    const NAME: &'static str = "groups.delete";
    const NEEDS: Capability = Capability::GroupsDelete;
    const CHANGES: bool = true;
    const CONFIRM: Confirm = Confirm::TypeName;

    fn reach(&self) -> Reach<'_> {
        self.at.reach()
    }

    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        api.delete(&self.at.session, &self.at.group).await.map_err(Failure::of_change)?;
        Ok(Outcome::Deleted)
    }
}
