//! `/wa-group delete`: groups API, operation 8.

use serde::{Deserialize, Serialize};

use super::change::DirectRequest;
use super::{Confirm, GroupRef, Outcome, Perform, Verification};
use crate::access::{Capability, Target};
use crate::groups_api::{ApiError, GroupsApi};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeleteGroup {
    pub at: GroupRef,
}

impl Perform for DeleteGroup {
    const NAME: &'static str = "groups.delete";
    const NEEDS: Capability = Capability::GroupsDelete;
    const CONFIRM: Confirm = Confirm::TypeName;

    fn target(&self) -> Target<'_> {
        self.at.target()
    }
}

impl DirectRequest for DeleteGroup {
    async fn send(&self, api: &GroupsApi) -> Result<(), ApiError> {
        api.delete(&self.at.session, &self.at.group).await
    }

    async fn verify(&self, api: &GroupsApi) -> Result<Verification<()>, ApiError> {
        self.at.verify_gone(api).await
    }

    fn outcome(&self) -> Outcome {
        Outcome::Deleted
    }
}
