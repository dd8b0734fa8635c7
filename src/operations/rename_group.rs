//! `/wa-group rename`: groups API, operation 4; operation 3 before it, for the old name as it is now.

use serde::{Deserialize, Serialize};

use super::{Failure, GroupName, GroupRef, Outcome, Perform};
use crate::access::{Capability, Reach};
use crate::groups_api::GroupsApi;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenameGroup {
    pub at: GroupRef,
    pub name: GroupName,
}

impl Perform for RenameGroup {
    const NAME: &'static str = "groups.rename";
    const NEEDS: Capability = Capability::GroupsEdit;
    const CHANGES: bool = true;

    fn reach(&self) -> Reach<'_> {
        self.at.reach()
    }

    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        let before = api.group(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?.name;
        api.set_subject(&self.at.session, &self.at.group, self.name.as_str()).await.map_err(Failure::of_change)?;
        Ok(Outcome::Renamed { before, after: self.name.as_str().to_owned() })
    }
}
