//! `/wa-group show`: groups API, operation 3.

use groups_api::GroupsApi;
use serde::{Deserialize, Serialize};
use whatsapp::Group;

use super::{ActsOn, Failure, GroupRef, OperationOutcome, Perform, Read};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowGroup {
    pub at: GroupRef,
}

impl Perform for ShowGroup {
    type Outcome = GroupShown;

    const NAME: &'static str = "groups.show";
    const NEEDS: Capability = Capability::GroupsRead;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn with_group(self, at: GroupRef) -> Self {
        Self { at }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupShown {
    pub group: Group,
}

impl OperationOutcome for GroupShown {}

impl Read for ShowGroup {
    async fn run(&self, api: &GroupsApi) -> Result<GroupShown, Failure> {
        let group = api.group(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        Ok(GroupShown { group })
    }
}
