//! `/wa-group members remove`: groups API, operation 11, with 9 before and after. A request names a member by the id that
//! the list shows.

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};
use whatsapp::{MemberIndex, Participant, Person, Role};

use super::batches::{BatchItem, Batches, NamedPeople, Unanswered, batch};
use super::outcome::confirm_parts;
use super::repeats::share_a_person;
use super::{
    ActsOn, Change, Confirm, Failure, GroupRef, KnownMembers, Labels, OperationOutcome, Perform, Reason, Verification,
};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoveMembers {
    pub at: GroupRef,
    pub people: Vec<Person>,
    #[serde(default, skip_serializing_if = "Labels::is_empty")]
    pub labels: Labels,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

impl Perform for RemoveMembers {
    type Outcome = MembersRemoved;

    const NAME: &'static str = "members.remove";
    const NEEDS: Capability = Capability::MembersRemove;
    const NEEDS_ADMIN: bool = true;
    const CONFIRM: Confirm = Confirm::Press;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn with_group(self, at: GroupRef) -> Self {
        Self { at, ..self }
    }

    fn reason(&self) -> Option<&Reason> {
        self.reason.as_ref()
    }

    fn takes_reason(&self) -> bool {
        true
    }

    fn people(&self) -> &[Person] {
        &self.people
    }

    fn labels(&self) -> Option<&Labels> {
        Some(&self.labels).filter(|labels| !labels.is_empty())
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
        confirm_parts(&mut confirmed.people, &now.people, |one| one.removal == Removal::Unconfirmed);
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

    fn requests(&self, before: &KnownMembers, _answers: &[Self::Answer]) -> usize {
        self.removable(before).people.len().div_ceil(before.at_once)
    }

    async fn send(
        &self,
        api: &GroupsApi,
        before: &KnownMembers,
        answers: &[Self::Answer],
    ) -> Result<Self::Answer, ApiError> {
        let batch = batch(&self.removable(before).people, answers.len(), before.at_once);
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
        let people = batch(&self.removable(before).people, answers.len(), before.at_once);
        let lists = Lists { before: before.index(), now: Some(MemberIndex::new(&now)) };
        let is_gone = |person: &&Person| lists.removal(before, person, BatchItem::Unanswered) == Removal::Removed;
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
        let batches = Batches::of(before.at_once, &answers, stopped);
        let now = if batches.any() { api.participants(&self.at.session, &self.at.group).await.ok() } else { None };
        let lists = Lists { before: before.index(), now: now.as_deref().map(MemberIndex::new) };
        let asked = batches.asked_of_each(&self.removable(&before));
        let people = self
            .people
            .iter()
            .zip(asked)
            .map(|(person, asked)| Removed { person: person.clone(), removal: lists.removal(&before, person, asked) });
        Ok(MembersRemoved { people: people.collect() })
    }

    fn repeats(&self, other: &Self) -> bool {
        self.at.is_same_group(&other.at) && share_a_person(&self.people, &other.people)
    }
}

impl RemoveMembers {
    /// Returns those whom requests name.
    fn removable(&self, before: &KnownMembers) -> NamedPeople {
        before.named(&self.people, |person, member| !before.is_own(person) && member.role != Role::SuperAdmin)
    }
}

/// The members before the requests, and those now, if they could be read.
struct Lists<'a> {
    before: MemberIndex<'a>,
    now: Option<MemberIndex<'a>>,
}

impl Lists<'_> {
    /// Returns the result for one person.
    fn removal(&self, known: &KnownMembers, person: &Person, asked: BatchItem) -> Removal {
        if known.is_own(person) { Removal::OwnAccount } else { self.removal_of(self.before.find(person), asked) }
    }

    /// Returns the result for the person who was this `member`.
    fn removal_of(&self, member: Option<&Participant>, asked: BatchItem) -> Removal {
        match (member, &self.now) {
            (None, _) => Removal::NoMember,
            (Some(member), _) if member.role == Role::SuperAdmin => Removal::Creator,
            (Some(_), None) => Removal::Unconfirmed,
            // The API may list a person by another id than before.
            (Some(member), Some(now)) if now.find_again(member, &self.before).is_some() => match asked {
                // The removal may still take effect a moment later.
                BatchItem::Unanswered => Removal::Unconfirmed,
                BatchItem::No | BatchItem::Answered | BatchItem::Refused => Removal::StillThere,
            },
            (Some(_), Some(_)) => Removal::Removed,
        }
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
        let old_number = Participant { phone: Some("551199999999".parse().unwrap()), lid: None, role: Role::Member };
        let removal = |before: &[Participant], now: Option<&[Participant]>, asked| {
            let lists = Lists { before: MemberIndex::new(before), now: now.map(MemberIndex::new) };
            lists.removal_of(before.first(), asked)
        };
        let one = std::slice::from_ref::<Participant>;
        for asked in [BatchItem::Answered, BatchItem::Unanswered] {
            assert_eq!(removal(&[], Some(&[]), asked), Removal::NoMember);
            assert_eq!(removal(one(&creator), None, asked), Removal::Creator);
            assert_eq!(removal(one(&ada), None, asked), Removal::Unconfirmed);
            assert_eq!(removal(one(&ada), Some(&[]), asked), Removal::Removed);
            // The other form of the number was another member before.
            let both = [ada.clone(), old_number.clone()];
            assert_eq!(removal(&both, Some(one(&old_number)), asked), Removal::Removed);
        }
        for there in [&as_lid_only, &old_number] {
            assert_eq!(removal(one(&ada), Some(one(there)), BatchItem::Answered), Removal::StillThere);
            assert_eq!(removal(one(&ada), Some(one(there)), BatchItem::Unanswered), Removal::Unconfirmed);
        }
    }
}
