//! `/wa-group describe`: groups API, operation 5.

use serde::{Deserialize, Serialize};

use super::{Description, Failure, GroupRef, Outcome, Perform};
use crate::access::{Capability, Reach};
use crate::groups_api::GroupsApi;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DescribeGroup {
    pub at: GroupRef,
    pub text: Description,
}

impl Perform for DescribeGroup {
    const NAME: &'static str = "groups.describe";
    const NEEDS: Capability = Capability::GroupsEdit;
    const CHANGES: bool = true;

    fn reach(&self) -> Reach<'_> {
        self.at.reach()
    }

    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        api.set_description(&self.at.session, &self.at.group, self.text.as_str()).await.map_err(Failure::of_change)?;
        Ok(Outcome::Described { text: self.text.as_str().to_owned() })
    }
}
