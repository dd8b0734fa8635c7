//! `/wa-group leave`: groups API, operation 7.

use serde::{Deserialize, Serialize};

use super::{Confirm, Failure, GroupRef, Outcome, Perform};
use crate::access::{Capability, Reach};
use crate::groups_api::GroupsApi;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveGroup {
    pub at: GroupRef,
}

impl Perform for LeaveGroup {
    const NAME: &'static str = "groups.leave";
    const NEEDS: Capability = Capability::GroupsLeave;
    const CHANGES: bool = true;
    const CONFIRM: Confirm = Confirm::Press;

    fn reach(&self) -> Reach<'_> {
        self.at.reach()
    }

    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        api.leave(&self.at.session, &self.at.group).await.map_err(Failure::of_change)?;
        Ok(Outcome::Left)
    }
}
