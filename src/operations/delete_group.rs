//! `/wa-group delete`: groups API, operation 8.

use groups_api::{ApiError, Features, GroupsApi, NotOffered};
use serde::{Deserialize, Serialize};

use super::{ActsOn, Confirm, DirectRequest, GroupRef, ListChange, OperationOutcome, Perform, Reason, Verification};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeleteGroup {
    pub at: GroupRef,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

impl Perform for DeleteGroup {
    type Outcome = GroupDeleted;

    const NAME: &'static str = "groups.delete";
    const NEEDS: Capability = Capability::GroupsDelete;
    const NEEDS_ADMIN: bool = true;
    const CONFIRM: Confirm = Confirm::TypeName;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn with_group(self, at: GroupRef) -> Self {
        Self { at, ..self }
    }

    fn is_offered(features: &Features) -> bool {
        features.delete_group
    }

    fn lacks(&self, features: &Features) -> Option<NotOffered> {
        (!features.delete_group).then_some(NotOffered::DeleteGroup)
    }

    fn reason(&self) -> Option<&Reason> {
        self.reason.as_ref()
    }

    fn takes_reason(&self) -> bool {
        true
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupDeleted {}

impl OperationOutcome for GroupDeleted {
    fn list_change(&self, at: Option<&GroupRef>) -> Option<ListChange> {
        at.map(|at| ListChange::Remove(at.group.clone()))
    }
}

impl DirectRequest for DeleteGroup {
    async fn send(&self, api: &GroupsApi) -> Result<(), ApiError> {
        api.delete(&self.at.session, &self.at.group).await
    }

    async fn verify(&self, api: &GroupsApi) -> Result<Verification<()>, ApiError> {
        self.at.verify_gone(api).await
    }

    fn outcome(&self) -> GroupDeleted {
        GroupDeleted {}
    }

    fn repeats(&self, other: &Self) -> bool {
        self.at.is_same_group(&other.at)
    }
}
