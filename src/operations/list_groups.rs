//! `/wa-group list`: groups API, operation 2.

use groups_api::GroupsApi;
use serde::{Deserialize, Serialize};
use whatsapp::unicode::match_key;
use whatsapp::{ListedGroup, SessionName};

use super::{Failure, GroupSummary, Outcome, Perform, Read};
use crate::access::{Capability, Groups, Target};

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
    const NAME: &'static str = "groups.list";
    const NEEDS: Capability = Capability::GroupsRead;

    fn target(&self) -> Target<'_> {
        Target { session: Some(&self.session), groups: Groups::InScope }
    }
}

impl Read for ListGroups {
    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
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
        Ok(Outcome::Groups { session: self.session.clone(), search: self.search.clone(), groups, unread })
    }
}

impl From<ListedGroup> for GroupSummary {
    fn from(ListedGroup { id, name, size, .. }: ListedGroup) -> Self {
        Self { id, name, size }
    }
}
