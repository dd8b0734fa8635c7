//! `/wa-group list`: groups API, operation 2.

use serde::{Deserialize, Serialize};

use super::{Failure, GroupLine, Outcome, Perform, Read};
use crate::access::{Capability, Groups, Reach};
use crate::groups_api::GroupsApi;
use crate::groups_api::ids::SessionName;
use crate::groups_api::model::ListedGroup;
use crate::unicode::match_key;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListGroups {
    pub session: SessionName,
    /// Only groups whose name or id contains it, compared as people see them.
    pub search: Option<String>,
    /// Which page is to be shown, counted from 0.
    #[serde(default)]
    pub page: usize,
}

impl Perform for ListGroups {
    const NAME: &'static str = "groups.list";
    const NEEDS: Capability = Capability::GroupsRead;

    fn reach(&self) -> Reach<'_> {
        Reach { session: Some(&self.session), groups: Groups::InScope }
    }
}

impl Read for ListGroups {
    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        let wanted = self.search.as_deref().map(match_key);
        let matches = |line: &GroupLine| match &wanted {
            Some(wanted) => match_key(&line.name).contains(wanted) || line.id.as_str().contains(wanted),
            None => true,
        };
        let listed = api.readable_groups(&self.session).await.map_err(Failure::of_read)?;
        let unread = listed.unread;
        let mut groups: Vec<GroupLine> = listed.entries.into_iter().map(GroupLine::from).filter(matches).collect();
        groups.sort_by_cached_key(|line| (match_key(&line.name), line.id.clone()));
        Ok(Outcome::Groups { session: self.session.clone(), search: self.search.clone(), groups, unread })
    }
}

impl From<ListedGroup> for GroupLine {
    fn from(ListedGroup { id, name, size, .. }: ListedGroup) -> Self {
        Self { id, name, size }
    }
}
