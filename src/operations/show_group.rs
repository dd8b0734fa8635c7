//! `/wa-group show`: groups API, operation 3.

use groups_api::GroupsApi;
use serde::{Deserialize, Serialize};

use super::{Failure, GroupRef, Outcome, Perform, Read};
use crate::access::{Capability, Target};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowGroup {
    pub at: GroupRef,
}

impl Perform for ShowGroup {
    const NAME: &'static str = "groups.show";
    const NEEDS: Capability = Capability::GroupsRead;

    fn target(&self) -> Target<'_> {
        self.at.target()
    }
}

impl Read for ShowGroup {
    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        let group = api.group(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        Ok(Outcome::Group { group })
    }
}
