//! `/wa-group list`: groups API, operation 2.

use groups_api::GroupsApi;
use serde::{Deserialize, Serialize};
use whatsapp::SessionName;
use whatsapp::unicode::match_key;

use super::{ActsOn, Failure, GroupSummary, MaySee, OperationOutcome, Perform, Read};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListGroups {
    pub session: SessionName,
    /// Only groups whose name or id contains this text, compared in the visible form.
    pub search: Option<String>,
    /// The page to show, counted from 0.
    #[serde(default)]
    pub page: usize,
}

impl Perform for ListGroups {
    type Outcome = GroupsListed;

    const NAME: &'static str = "groups.list";
    const NEEDS: Capability = Capability::GroupsRead;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Groups(&self.session)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupsListed {
    pub session: SessionName,
    pub search: Option<String>,
    /// Sorted by name.
    pub groups: Vec<GroupSummary>,
    /// Number of further entries that could not be read.
    #[serde(default)]
    pub unread: usize,
}

impl OperationOutcome for GroupsListed {
    fn restrict(&mut self, may_see: &MaySee<'_>) {
        self.groups.retain(|group| may_see(&self.session, Some(&group.id)));
    }
}

impl Read for ListGroups {
    async fn run(&self, api: &GroupsApi) -> Result<GroupsListed, Failure> {
        let wanted = self.search.as_deref().map(match_key);
        let matches = |line: &GroupSummary| match &wanted {
            Some(wanted) => match_key(&line.name).contains(wanted) || line.id.as_str().contains(wanted),
            None => true,
        };
        let listed = api.readable_groups(&self.session).await.map_err(Failure::of_read)?;
        let unread = listed.unread;
        let mut groups: Vec<GroupSummary> =
            listed.entries.into_iter().map(GroupSummary::from).filter(matches).collect();
        groups.sort_by_cached_key(|line| (match_key(&line.name), line.id.clone()));
        Ok(GroupsListed { session: self.session.clone(), search: self.search.clone(), groups, unread })
    }
}
