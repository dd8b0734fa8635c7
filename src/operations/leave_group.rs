//! `/wa-group leave`: groups API, operation 7.

use serde::{Deserialize, Serialize};

use super::{Change, Confirm, Failure, Found, GroupRef, Outcome, Perform};
use crate::access::{Capability, Reach};
use crate::groups_api::{ApiError, GroupsApi};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveGroup {
    pub at: GroupRef,
}

impl Perform for LeaveGroup {
    const NAME: &'static str = "groups.leave";
    const NEEDS: Capability = Capability::GroupsLeave;
    const CONFIRM: Confirm = Confirm::Press;

    fn reach(&self) -> Reach<'_> {
        self.at.reach()
    }
}

impl Change for LeaveGroup {
    type Before = ();
    type Answer = ();
    const REPEATABLE: bool = true;

    async fn look(&self, _api: &GroupsApi) -> Result<(), Failure> {
        Ok(())
    }

    async fn send(&self, api: &GroupsApi, _before: &(), _answers: &[()]) -> Result<(), ApiError> {
        api.leave(&self.at.session, &self.at.group).await
    }

    async fn find(&self, api: &GroupsApi, _before: &(), _answers: &[()]) -> Result<Found<()>, ApiError> {
        let is_there = self.at.is_listed(api).await?;
        Ok(if is_there { Found::NotDone } else { Found::Done(()) })
    }

    async fn outcome(
        &self,
        _api: &GroupsApi,
        _before: (),
        _answers: Vec<()>,
        _stopped: Option<&Failure>,
    ) -> Result<Outcome, Failure> {
        Ok(Outcome::Left)
    }
}
