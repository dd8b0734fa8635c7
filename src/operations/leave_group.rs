//! `/wa-group leave`: groups API, operation 7.

use serde::{Deserialize, Serialize};

use super::change::DirectRequest;
use super::{Confirm, GroupRef, Outcome, Perform, Verification};
use crate::access::{Capability, Target};
use crate::groups_api::{ApiError, GroupsApi};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveGroup {
    pub at: GroupRef,
}

impl Perform for LeaveGroup {
    const NAME: &'static str = "groups.leave";
    const NEEDS: Capability = Capability::GroupsLeave;
    const CONFIRM: Confirm = Confirm::Press;

    fn target(&self) -> Target<'_> {
        self.at.target()
    }
}

impl DirectRequest for LeaveGroup {
    async fn send(&self, api: &GroupsApi) -> Result<(), ApiError> {
        api.leave(&self.at.session, &self.at.group).await
    }

    async fn verify(&self, api: &GroupsApi) -> Result<Verification<()>, ApiError> {
        self.at.verify_gone(api).await
    }

    fn outcome(&self) -> Outcome {
        Outcome::Left
    }
}
