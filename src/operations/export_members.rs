//! `/wa-group members export`: groups API, operation 9. The audit log records it before the read.

use groups_api::GroupsApi;
use serde::{Deserialize, Serialize};
use whatsapp::Participant;

use super::{ActsOn, Failure, GroupRef, OperationOutcome, Perform, Read};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportMembers {
    pub at: GroupRef,
}

impl Perform for ExportMembers {
    type Outcome = MembersExported;

    const NAME: &'static str = "members.export";
    const NEEDS: Capability = Capability::MembersExport;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn with_group(self, at: GroupRef) -> Self {
        Self { at }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembersExported {
    /// Number of members.
    pub members: usize,
    /// The members, which are not stored.
    #[serde(skip)]
    pub list: Option<Vec<Participant>>,
}

impl OperationOutcome for MembersExported {}

impl Read for ExportMembers {
    const AUDITED: bool = true;

    async fn run(&self, api: &GroupsApi) -> Result<MembersExported, Failure> {
        // The file has a column for the role, and its readers take it for the whole list.
        let members = api.ranked_participants(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        Ok(MembersExported { members: members.len(), list: Some(members) })
    }
}
