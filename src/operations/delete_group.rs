//! `/wa-group delete`: groups API, operation 8.

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};

use super::{Change, Confirm, Failure, GroupRef, Outcome, Perform, Verification};
use crate::access::{Capability, Target};

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

impl Change for DeleteGroup {
    type Before = ();
    type Answer = ();
    const IDEMPOTENT: bool = true;

    async fn look(&self, _api: &GroupsApi) -> Result<(), Failure> {
        Ok(())
    }

    async fn send(&self, api: &GroupsApi, _before: &(), _answers: &[()]) -> Result<(), ApiError> {
        api.delete(&self.at.session, &self.at.group).await
    }

    async fn verify(&self, api: &GroupsApi, _before: &(), _answers: &[()]) -> Result<Verification<()>, ApiError> {
        let is_there = self.at.is_listed(api).await?;
        Ok(if is_there { Verification::Unchanged } else { Verification::Applied(()) })
    }

    async fn outcome(
        &self,
        _api: &GroupsApi,
        _before: (),
        _answers: Vec<()>,
        _stopped: Option<&Failure>,
    ) -> Result<Outcome, Failure> {
        Ok(Outcome::Deleted)
    }
}
