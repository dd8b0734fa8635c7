//! `/wa-group members export`: groups API, operation 9. The audit log records it before the read.

use groups_api::GroupsApi;
use serde::{Deserialize, Serialize};

use super::{Failure, GroupRef, Outcome, Perform, Read};
use crate::access::{Capability, Target};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportMembers {
    pub at: GroupRef,
}

impl Perform for ExportMembers {
    const NAME: &'static str = "members.export";
    const NEEDS: Capability = Capability::MembersExport;

    fn target(&self) -> Target<'_> {
        self.at.target()
    }
}

impl Read for ExportMembers {
    const GUARDED: bool = true;

    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        // The file has a column for the role, and its readers take it for the whole list.
        let members = api.ranked_participants(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        Ok(Outcome::MembersTaken { members })
    }
}
