//! `/wa-group create`: groups API, operations 1 and 5, then 9 to see who got in.

use serde::{Deserialize, Serialize};

use super::standing::{Asked, invite_if_wanted, stand};
use super::{Description, Failure, GroupName, Outcome, Perform};
use crate::access::{Capability, Groups, Reach};
use crate::groups_api::GroupsApi;
use crate::groups_api::ids::{Person, SessionName};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateGroup {
    pub session: SessionName,
    pub name: GroupName,
    /// At most [`super::PEOPLE_PER_REQUEST`].
    pub people: Vec<Person>,
    pub description: Option<Description>,
}

impl Perform for CreateGroup {
    const NAME: &'static str = "groups.create";
    const NEEDS: Capability = Capability::GroupsCreate;
    const CHANGES: bool = true;

    fn reach(&self) -> Reach<'_> {
        Reach { session: Some(&self.session), groups: Groups::Any }
    }

    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        let Self { session, name, people, description } = self;
        let group = api.create_group(session, name.as_str(), people).await.map_err(Failure::of_change)?;
        // From here on the group is there: what fails is told as part of the outcome.
        let described = match description {
            Some(text) => Some(api.set_description(session, &group.id, text.as_str()).await.is_ok()),
            None => None,
        };
        let members = api.participants(session, &group.id).await.ok();
        let asked = Asked { people: people.len(), ..Asked::default() };
        let people = stand(people.clone(), &asked, &[], members.as_deref());
        let invite = invite_if_wanted(api, session, &group.id, &people).await;
        Ok(Outcome::Created { group: group.id, name: name.as_str().to_owned(), people, invite, described })
    }
}
