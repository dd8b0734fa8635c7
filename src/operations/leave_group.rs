//! `/wa-group leave`: groups API, operation 7.

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};

use super::{ActsOn, Confirm, DirectRequest, GroupRef, ListChange, OperationOutcome, Perform, Reason, Verification};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaveGroup {
    pub at: GroupRef,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

impl Perform for LeaveGroup {
    type Outcome = GroupLeft;

    const NAME: &'static str = "groups.leave";
    const NEEDS: Capability = Capability::GroupsLeave;
    const CONFIRM: Confirm = Confirm::Press;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn with_group(self, at: GroupRef) -> Self {
        Self { at, ..self }
    }

    fn reason(&self) -> Option<&Reason> {
        self.reason.as_ref()
    }

    fn takes_reason(&self) -> bool {
        true
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupLeft {}

impl OperationOutcome for GroupLeft {
    fn list_change(&self, at: Option<&GroupRef>) -> Option<ListChange> {
        at.map(|at| ListChange::Remove(at.group.clone()))
    }
}

impl DirectRequest for LeaveGroup {
    async fn send(&self, api: &GroupsApi) -> Result<(), ApiError> {
        api.leave(&self.at.session, &self.at.group).await
    }

    async fn verify(&self, api: &GroupsApi) -> Result<Verification<()>, ApiError> {
        self.at.verify_gone(api).await
    }

    fn outcome(&self) -> GroupLeft {
        GroupLeft {}
    }

    fn repeats(&self, other: &Self) -> bool {
        self.at.is_same_group(&other.at)
    }
}
