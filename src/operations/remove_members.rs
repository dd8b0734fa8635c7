//! `/wa-group members remove`: groups API, operation 11, with 9 before and after.

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};
use whatsapp::{Participant, Person, Role};

use super::batches::{BatchItem, Batches, Unanswered, batch};
use super::repeats::share_a_person;
use super::{
    ActsOn, Change, Confirm, Failure, GroupRef, KnownMembers, Labels, OperationOutcome, PEOPLE_PER_REQUEST, Perform,
    Verification,
};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoveMembers {
    pub at: GroupRef,
    pub people: Vec<Person>,
    #[serde(default, skip_serializing_if = "Labels::is_empty")]
    pub labels: Labels,
}

impl Perform for RemoveMembers {
    type Outcome = MembersRemoved;

    const NAME: &'static str = "members.remove";
    const NEEDS: Capability = Capability::MembersRemove;
    const CONFIRM: Confirm = Confirm::Press;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn people(&self) -> &[Person] {
        &self.people
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembersRemoved {
    pub people: Vec<Removed>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    pub person: Person,
    pub removal: Removal,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Removal {
    Removed,
    NoMember,
    /// WhatsApp does not allow the removal of a group's creator.
    Creator,
    /// The account that Usher uses. It leaves by `/wa-group leave`, which needs a separate capability.
    OwnAccount,
    StillThere,
    /// The members could not be read back.
    Unconfirmed,
}

impl OperationOutcome for MembersRemoved {
    fn changed_something(&self) -> bool {
        self.people.iter().any(|one| one.removal == Removal::Removed)
    }

    fn is_unconfirmed(&self) -> bool {
        self.people.iter().any(|one| one.removal == Removal::Unconfirmed)
    }

    fn confirmed_by(&self, now: &Self) -> Option<Self> {
        let mut confirmed = self.clone();
        for (one, now) in confirmed.people.iter_mut().zip(&now.people) {
            if one.removal == Removal::Unconfirmed {
                one.removal = now.removal;
            }
        }
        (confirmed != *self).then_some(confirmed)
    }
}

impl Change for RemoveMembers {
    type Before = KnownMembers;
    type Answer = Option<Unanswered>;
    const IDEMPOTENT: bool = true;

    async fn snapshot(&self, api: &GroupsApi) -> Result<KnownMembers, Failure> {
        let members = api.participants(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        KnownMembers::among(api, &self.at, &self.people, members).await
    }

    fn requests(&self, before: &KnownMembers) -> usize {
        self.removable(before).len().div_ceil(PEOPLE_PER_REQUEST)
    }

    async fn send(
        &self,
        api: &GroupsApi,
        before: &KnownMembers,
        answers: &[Self::Answer],
    ) -> Result<Self::Answer, ApiError> {
        let batch = batch(&self.removable(before), answers.len(), PEOPLE_PER_REQUEST);
        api.remove_participants(&self.at.session, &self.at.group, &batch).await?;
        Ok(None)
    }

    async fn verify(
        &self,
        api: &GroupsApi,
        before: &KnownMembers,
        answers: &[Self::Answer],
    ) -> Result<Verification<Self::Answer>, ApiError> {
        let now = api.participants(&self.at.session, &self.at.group).await?;
        let people = batch(&self.removable(before), answers.len(), PEOPLE_PER_REQUEST);
        let is_gone =
            |person: &&Person| removal_of(before, person, Some(&now), BatchItem::Unanswered) == Removal::Removed;
        let gone = people.iter().filter(is_gone).count();
        Ok(Verification::of_people(gone, people.len(), Some(Unanswered {})))
    }

    async fn outcome(
        &self,
        api: &GroupsApi,
        before: KnownMembers,
        answers: Vec<Self::Answer>,
        stopped: Option<&Failure>,
    ) -> Result<MembersRemoved, Failure> {
        let batches = Batches::of(PEOPLE_PER_REQUEST, &answers, stopped);
        let now = if batches.any() { api.participants(&self.at.session, &self.at.group).await.ok() } else { None };
        let named = self.people.iter().map(|person| is_named(&before, person));
        let people = self.people.iter().zip(batches.asked_of_each(named)).map(|(person, asked)| Removed {
            person: person.clone(),
            removal: removal_of(&before, person, now.as_deref(), asked),
        });
        Ok(MembersRemoved { people: people.collect() })
    }

    fn repeats(&self, other: &Self) -> bool {
        self.at.is_same_group(&other.at) && share_a_person(&self.people, &other.people)
    }
}

impl RemoveMembers {
    fn removable(&self, before: &KnownMembers) -> Vec<&Person> {
        self.people.iter().filter(|person| is_named(before, person)).collect()
    }
}

/// Returns whether a request names this person.
fn is_named(before: &KnownMembers, person: &Person) -> bool {
    !before.is_own(person) && is_removable(before.find(person))
}

fn is_removable(member: Option<&Participant>) -> bool {
    member.is_some_and(|member| member.role != Role::SuperAdmin)
}

fn removal_of(before: &KnownMembers, person: &Person, now: Option<&[Participant]>, asked: BatchItem) -> Removal {
    if before.is_own(person) { Removal::OwnAccount } else { removal(before.find(person), now, asked) }
}

/// Returns the result for one person. `before`: the person as a member, before; `now`: the members read back.
fn removal(before: Option<&Participant>, now: Option<&[Participant]>, asked: BatchItem) -> Removal {
    match (before, now) {
        (None, _) => Removal::NoMember,
        (Some(member), _) if member.role == Role::SuperAdmin => Removal::Creator,
        (Some(_), None) => Removal::Unconfirmed,
        // Compares both ids: the API may list a person by a LID only.
        (Some(member), Some(now)) if now.iter().any(|other| other.same_person(member)) => match asked {
            // The removal may still take effect a moment later.
            BatchItem::Unanswered => Removal::Unconfirmed,
            BatchItem::No | BatchItem::Answered => Removal::StillThere,
        },
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
        let there = [as_lid_only];
        for asked in [BatchItem::Answered, BatchItem::Unanswered] {
            assert_eq!(removal(None, Some(&[]), asked), Removal::NoMember);
            assert_eq!(removal(Some(&creator), None, asked), Removal::Creator);
            assert_eq!(removal(Some(&ada), None, asked), Removal::Unconfirmed);
            assert_eq!(removal(Some(&ada), Some(&[]), asked), Removal::Removed);
        }
        assert_eq!(removal(Some(&ada), Some(&there), BatchItem::Answered), Removal::StillThere);
        assert_eq!(removal(Some(&ada), Some(&there), BatchItem::Unanswered), Removal::Unconfirmed);
    }
}
