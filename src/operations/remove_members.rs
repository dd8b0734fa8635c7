//! `/wa-group members remove`: groups API, operation 11, with 9 before and after.

use serde::{Deserialize, Serialize};

use super::{
    Change, Confirm, Failure, Found, GroupRef, KnownMembers, Outcome, PEOPLE_PER_REQUEST, Perform, Removal, Removed,
    batch,
};
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
    const CONFIRM: Confirm = Confirm::Press;

    fn reach(&self) -> Reach<'_> {
        self.at.reach()
    }
}

impl Change for RemoveMembers {
    type Before = KnownMembers;
    type Answer = ();
    const REPEATABLE: bool = true;

    async fn look(&self, api: &GroupsApi) -> Result<KnownMembers, Failure> {
        let members = api.participants(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        KnownMembers::among(api, &self.at, &self.people, members).await
    }

    fn requests(&self, before: &KnownMembers) -> usize {
        self.removable(before).len().div_ceil(PEOPLE_PER_REQUEST)
    }

    async fn send(&self, api: &GroupsApi, before: &KnownMembers, answers: &[()]) -> Result<(), ApiError> {
        let batch = batch(&self.removable(before), answers.len(), PEOPLE_PER_REQUEST);
        api.remove_participants(&self.at.session, &self.at.group, &batch).await
    }

    async fn find(&self, api: &GroupsApi, before: &KnownMembers, answers: &[()]) -> Result<Found<()>, ApiError> {
        let now = api.participants(&self.at.session, &self.at.group).await?;
        let is_gone = |person: &Person| removal_of(before, person, Some(&now)) == Removal::Removed;
        let done = batch(&self.removable(before), answers.len(), PEOPLE_PER_REQUEST).iter().any(is_gone);
        Ok(if done { Found::Done(()) } else { Found::NotDone })
    }

    async fn outcome(
        &self,
        api: &GroupsApi,
        before: KnownMembers,
        answers: Vec<()>,
        stopped: Option<&Failure>,
    ) -> Result<Outcome, Failure> {
        let doubt = stopped.is_some_and(|failure| failure.carried == Carried::Maybe);
        let sent = (answers.len() + usize::from(doubt)) * PEOPLE_PER_REQUEST;
        let now = if sent == 0 { None } else { api.participants(&self.at.session, &self.at.group).await.ok() };
        let people = self
            .people
            .iter()
            .map(|person| Removed { person: person.clone(), removal: removal_of(&before, person, now.as_deref()) });
        Ok(Outcome::Removed { people: people.collect() })
    }
}

impl RemoveMembers {
    fn removable(&self, before: &KnownMembers) -> Vec<&Person> {
        self.people.iter().filter(|person| !before.is_own(person) && is_removable(before.find(person))).collect()
    }
}

fn is_removable(member: Option<&Participant>) -> bool {
    member.is_some_and(|member| member.role != Role::SuperAdmin)
}

fn removal_of(before: &KnownMembers, person: &Person, now: Option<&[Participant]>) -> Removal {
    if before.is_own(person) { Removal::OwnAccount } else { removal(before.find(person), now) }
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
