//! `/wa-group rename`: groups API, operation 4. Operation 3 comes first, to read the current name.

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};

use super::{
    ActsOn, Exchange, Failure, GroupName, GroupRef, ListChange, OperationOutcome, Perform, SingleRequest, Verification,
};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenameGroup {
    pub at: GroupRef,
    pub name: GroupName,
}

impl Perform for RenameGroup {
    type Outcome = GroupRenamed;

    const NAME: &'static str = "groups.rename";
    const NEEDS: Capability = Capability::GroupsEdit;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRenamed {
    pub before: String,
    pub after: String,
}

impl OperationOutcome for GroupRenamed {
    fn changed_something(&self) -> bool {
        self.before != self.after
    }

    fn list_change(&self, at: Option<&GroupRef>) -> Option<ListChange> {
        at.map(|at| ListChange::Rename(at.group.clone(), self.after.clone()))
    }
}

impl SingleRequest for RenameGroup {
    type Before = String;
    type Answer = ();
    const IDEMPOTENT: bool = true;

    async fn snapshot(&self, api: &GroupsApi) -> Result<String, Failure> {
        Ok(api.group(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?.name)
    }

    fn is_done(&self, before: &String) -> bool {
        before == self.name.as_str()
    }

    async fn send(&self, api: &GroupsApi) -> Result<(), ApiError> {
        api.set_subject(&self.at.session, &self.at.group, self.name.as_str()).await
    }

    async fn verify(&self, api: &GroupsApi, before: &String) -> Result<Verification<()>, ApiError> {
        Ok(match api.group(&self.at.session, &self.at.group).await?.name {
            name if name == self.name.as_str() => Verification::Applied(()),
            name if name == *before => Verification::Unchanged,
            // Another person has renamed the group meanwhile, before this change or after it.
            _ => Verification::Unclear(Vec::new()),
        })
    }

    fn outcome(&self, exchange: Exchange<String, ()>) -> GroupRenamed {
        GroupRenamed { before: exchange.before, after: self.name.as_str().to_owned() }
    }

    fn repeats(&self, other: &Self) -> bool {
        self.at.is_same_group(&other.at) && self.name == other.name
    }
}
