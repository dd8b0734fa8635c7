//! `/wa-group members remove`: groups API, operation 11, with 9 before and after.

use serde::{Deserialize, Serialize};

use super::{Confirm, Failure, GroupRef, Outcome, PEOPLE_PER_REQUEST, Perform, Removal, Removed, find_member};
use crate::access::{Capability, Reach};
use crate::groups_api::ids::Person;
use crate::groups_api::model::{Participant, Role};
use crate::groups_api::{ApiError, Carried, GroupsApi};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoveMembers {
    pub at: GroupRef,
    pub people: Vec<Person>,
}

impl Perform for RemoveMembers {
    const NAME: &'static str = "members.remove";
    const NEEDS: Capability = Capability::MembersRemove;
    const CHANGES: bool = true;
    const CONFIRM: Confirm = Confirm::Press;

    fn reach(&self) -> Reach<'_> {
        self.at.reach()
    }

    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        let GroupRef { session, group, .. } = &self.at;
        let before = api.participants(session, group).await.map_err(Failure::of_read)?;
        let removable: Vec<Person> =
            self.people.iter().filter(|person| is_removable(find_member(&before, person))).cloned().collect();
        if let Err(error) = self.send(api, &removable).await {
            // The first request failed for certain: nothing was changed. Otherwise the members read back tell.
            return Err(Failure::of_change(error));
        }
        let now = if removable.is_empty() { None } else { api.participants(session, group).await.ok() };
        let people = self.people.iter().map(|person| Removed {
            person: person.clone(),
            removal: removal(find_member(&before, person), now.as_deref()),
        });
        Ok(Outcome::Removed { people: people.collect() })
    }
}

impl RemoveMembers {
    /// Fails only where nothing can have been changed.
    async fn send(&self, api: &GroupsApi, people: &[Person]) -> Result<(), ApiError> {
        for (index, batch) in people.chunks(PEOPLE_PER_REQUEST).enumerate() {
            match api.remove_participants(&self.at.session, &self.at.group, batch).await {
                Ok(()) => {}
                Err(error) if index == 0 && error.changed() == Carried::No => return Err(error),
                Err(_) => break,
            }
        }
        Ok(())
    }
}

fn is_removable(member: Option<&Participant>) -> bool {
    member.is_some_and(|member| member.role != Role::SuperAdmin)
}

/// `before`: the person as a member, before; `now`: the members read back.
fn removal(before: Option<&Participant>, now: Option<&[Participant]>) -> Removal {
    match (before, now) {
        (None, _) => Removal::NoMember,
        (Some(member), _) if member.role == Role::SuperAdmin => Removal::Creator,
        (Some(_), None) => Removal::Unconfirmed,
        // By either id: somebody may come back in the list as a LID only.
        (Some(member), Some(now)) if now.iter().any(|other| other.same_person(member)) => Removal::StillThere,
        (Some(_), Some(_)) => Removal::Removed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removal_is_what_the_members_read_back_show() {
        let ada = Participant {
            phone: Some("5511999999999".parse().unwrap()),
            lid: Some("77@lid".parse().unwrap()),
            role: Role::Member,
        };
        let as_lid_only = Participant { phone: None, ..ada.clone() };
        let creator = Participant { role: Role::SuperAdmin, ..ada.clone() };
        assert_eq!(removal(None, Some(&[])), Removal::NoMember);
        assert_eq!(removal(Some(&creator), None), Removal::Creator);
        assert_eq!(removal(Some(&ada), None), Removal::Unconfirmed);
        assert_eq!(removal(Some(&ada), Some(&[])), Removal::Removed);
        assert_eq!(removal(Some(&ada), Some(&[as_lid_only])), Removal::StillThere);
    }
}
