//! `/wa-group members list`: groups API, operation 9.

use std::cmp::Reverse;

use groups_api::GroupsApi;
use serde::{Deserialize, Serialize};
use whatsapp::Participant;

use super::{ActsOn, Failure, GroupRef, OperationOutcome, Perform, Read};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListMembers {
    pub at: GroupRef,
    /// The page to show, counted from 0.
    #[serde(default)]
    pub page: usize,
}

impl Perform for ListMembers {
    type Outcome = MembersListed;

    const NAME: &'static str = "members.list";
    const NEEDS: Capability = Capability::GroupsRead;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn with_group(self, at: GroupRef) -> Self {
        Self { at, ..self }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembersListed {
    pub members: Vec<Participant>,
    /// Number of further entries that could not be read.
    #[serde(default)]
    pub unread: usize,
}

impl OperationOutcome for MembersListed {}

impl Read for ListMembers {
    /// Sorts the creator and the admins first, then by number.
    async fn run(&self, api: &GroupsApi) -> Result<MembersListed, Failure> {
        let listed = api.readable_participants(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        let (mut members, unread) = (listed.entries, listed.unread);
        members.sort_by(|a, b| (Reverse(a.role), &a.phone, &a.lid).cmp(&(Reverse(b.role), &b.phone, &b.lid)));
        Ok(MembersListed { members, unread })
    }
}
