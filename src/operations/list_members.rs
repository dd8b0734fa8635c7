//! `/wa-group members list`: groups API, operation 9.

use std::cmp::Reverse;

use groups_api::GroupsApi;
use serde::{Deserialize, Serialize};

use super::{Failure, GroupRef, Outcome, Perform, Read};
use crate::access::{Capability, Target};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListMembers {
    pub at: GroupRef,
    /// The page to show, counted from 0.
    #[serde(default)]
    pub page: usize,
}

impl Perform for ListMembers {
    const NAME: &'static str = "members.list";
    const NEEDS: Capability = Capability::GroupsRead;

    fn target(&self) -> Target<'_> {
        self.at.target()
    }
}

impl Read for ListMembers {
    /// Sorts the creator and the admins first, then by number.
    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        let listed = api.readable_participants(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        let (mut members, unread) = (listed.entries, listed.unread);
        members.sort_by(|a, b| (Reverse(a.role), &a.phone, &a.lid).cmp(&(Reverse(b.role), &b.phone, &b.lid)));
        Ok(Outcome::Members { members, unread })
    }
}
