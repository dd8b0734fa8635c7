//! `/wa-group members add`: groups API, operation 10 in requests of at most 256, with 9 before and after: who was a member
//! already is not asked for, and who is a member afterwards was added.

use serde::{Deserialize, Serialize};

use super::standing::{Asked, invite_if_wanted, stand};
use super::{Failure, GroupRef, Outcome, PEOPLE_PER_REQUEST, Perform, find_member};
use crate::access::{Capability, Reach};
use crate::groups_api::{Carried, GroupsApi};
use crate::groups_api::ids::Person;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddMembers {
    pub at: GroupRef,
    pub people: Vec<Person>,
}

impl Perform for AddMembers {
    const NAME: &'static str = "members.add";
    const NEEDS: Capability = Capability::MembersAdd;
    const CHANGES: bool = true;

    fn reach(&self) -> Reach<'_> {
        self.at.reach()
    }

    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        let GroupRef { session, group, .. } = &self.at;
        let before = api.participants(session, group).await.map_err(Failure::of_read)?;
        let is_stranger = |person: &&Person| find_member(&before, person).is_none();
        let strangers: Vec<Person> = self.people.iter().filter(is_stranger).cloned().collect();
        let asked = self.ask(api, &strangers).await;
        if let Asked { people: 0, stopped: Some(error), .. } = asked {
            return Err(Failure::of_change(error));
        }
        let now = if strangers.is_empty() { None } else { api.participants(session, group).await.ok() };
        let people = stand(self.people.clone(), &asked, &before, now.as_deref());
        let invite = invite_if_wanted(api, session, group, &people).await;
        Ok(Outcome::Added { people, invite })
    }
}

impl AddMembers {
    /// Sends one request after the other, and none after the first that fails.
    async fn ask(&self, api: &GroupsApi, strangers: &[Person]) -> Asked {
        let mut asked = Asked::default();
        for batch in strangers.chunks(PEOPLE_PER_REQUEST) {
            match api.add_participants(&self.at.session, &self.at.group, batch).await {
                Ok(results) => {
                    asked.people += batch.len();
                    asked.results.extend(results);
                }
                Err(error) => {
                    // A request whose answer was lost may have been carried out: the members read back will tell.
                    asked.people += if error.changed() == Carried::Maybe { batch.len() } else { 0 };
                    asked.stopped = Some(error);
                    break;
                }
            }
        }
        asked
    }
}
