//! `/wa-group admins promote` and `demote`: groups API, operations 12 and 13, with 9 before and after. A request
//! names a member by the id that the list shows.

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};
use whatsapp::{MemberIndex, Participant, Person, Role};

use super::batches::{BatchItem, Batches, NamedPeople, Unanswered, batch};
use super::outcome::confirm_parts;
use super::repeats::share_a_person;
use super::{
    ActsOn, Change, Failure, GroupRef, KnownMembers, Labels, Operation, OperationOutcome, Perform, Reason, Verification,
};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeAdmins {
    pub at: GroupRef,
    pub people: Vec<Person>,
    #[serde(default, skip_serializing_if = "Labels::is_empty")]
    pub labels: Labels,
    pub to: Rank,
    /// Only for a demotion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// The role that the people receive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    Admin,
    Member,
}

impl Perform for ChangeAdmins {
    type Outcome = AdminsChanged;

    const NAME: &'static str = "admins.change";
    const NEEDS: Capability = Capability::AdminsManage;
    const NEEDS_ADMIN: bool = true;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn with_group(self, at: GroupRef) -> Self {
        Self { at, ..self }
    }

    fn undo(&self, outcome: &AdminsChanged, _name_chars: usize) -> Option<Operation> {
        let changed = outcome.people.iter().filter(|one| one.result == AdminChange::Changed);
        let people: Vec<Person> = changed.map(|one| one.person.clone()).collect();
        let to = match self.to {
            Rank::Admin => Rank::Member,
            Rank::Member => Rank::Admin,
        };
        (!people.is_empty())
            .then(|| Self { at: self.at.clone(), people, labels: self.labels.clone(), reason: None, to }.into())
    }

    fn reason(&self) -> Option<&Reason> {
        self.reason.as_ref()
    }

    fn takes_reason(&self) -> bool {
        self.to == Rank::Member
    }

    fn people(&self) -> &[Person] {
        &self.people
    }

    fn labels(&self) -> Option<&Labels> {
        Some(&self.labels).filter(|labels| !labels.is_empty())
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdminsChanged {
    pub people: Vec<AdminResult>,
    /// The role that they were to receive. Outcomes of older releases do not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Rank>,
    /// The current admins; `None` if the members could not be read back.
    pub admins: Option<Vec<Participant>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdminResult {
    pub person: Person,
    pub result: AdminChange,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdminChange {
    Changed,
    /// The member already had the requested role.
    NothingToDo,
    NoMember,
    /// WhatsApp does not allow the demotion of a group's creator.
    Creator,
    /// The account that Usher uses.
    OwnAccount,
    NotChanged,
    Unconfirmed,
}

impl OperationOutcome for AdminsChanged {
    fn changed_something(&self) -> bool {
        self.people.iter().any(|one| one.result == AdminChange::Changed)
    }

    fn is_unconfirmed(&self) -> bool {
        self.people.iter().any(|one| one.result == AdminChange::Unconfirmed)
    }

    /// The list of admins also changes without this operation.
    fn confirmed_by(&self, now: &Self) -> Option<Self> {
        let mut people = self.people.clone();
        confirm_parts(&mut people, &now.people, |one| one.result == AdminChange::Unconfirmed);
        (people != self.people).then(|| Self { people, to: self.to, admins: now.admins.clone() })
    }
}

impl Change for ChangeAdmins {
    type Before = KnownMembers;
    type Answer = Option<Unanswered>;
    const IDEMPOTENT: bool = true;

    async fn snapshot(&self, api: &GroupsApi) -> Result<KnownMembers, Failure> {
        let members = api.ranked_participants(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        KnownMembers::among(api, &self.at, &self.people, members).await
    }

    fn requests(&self, before: &KnownMembers, _answers: &[Self::Answer]) -> usize {
        self.changing(before).people.len().div_ceil(before.at_once)
    }

    async fn send(
        &self,
        api: &GroupsApi,
        before: &KnownMembers,
        answers: &[Self::Answer],
    ) -> Result<Self::Answer, ApiError> {
        let batch = batch(&self.changing(before).people, answers.len(), before.at_once);
        match self.to {
            Rank::Admin => api.promote(&self.at.session, &self.at.group, &batch).await?,
            Rank::Member => api.demote(&self.at.session, &self.at.group, &batch).await?,
        }
        Ok(None)
    }

    async fn verify(
        &self,
        api: &GroupsApi,
        before: &KnownMembers,
        answers: &[Self::Answer],
    ) -> Result<Verification<Self::Answer>, ApiError> {
        let now = api.ranked_participants(&self.at.session, &self.at.group).await?;
        let people = batch(&self.changing(before).people, answers.len(), before.at_once);
        let lists = (before.index(), Some(MemberIndex::new(&now)));
        let is_changed =
            |person: &&Person| self.result(before, &lists, person, BatchItem::Unanswered) == AdminChange::Changed;
        let changed = people.iter().filter(is_changed).count();
        Ok(Verification::of_people(changed, people.len(), Some(Unanswered {})))
    }

    async fn outcome(
        &self,
        api: &GroupsApi,
        before: KnownMembers,
        answers: Vec<Self::Answer>,
        stopped: Option<&Failure>,
    ) -> Result<AdminsChanged, Failure> {
        let batches = Batches::of(before.at_once, &answers, stopped);
        let now = api.ranked_participants(&self.at.session, &self.at.group).await.ok();
        let lists = (before.index(), now.as_deref().map(MemberIndex::new));
        let asked = batches.asked_of_each(&self.changing(&before));
        let people = self.people.iter().zip(asked).map(|(person, asked)| AdminResult {
            person: person.clone(),
            result: self.result(&before, &lists, person, asked),
        });
        let people = people.collect();
        let admins = now.map(|mut members| {
            members.retain(|member| member.role >= Role::Admin);
            members.sort_by_key(|member| std::cmp::Reverse(member.role));
            members
        });
        Ok(AdminsChanged { people, to: Some(self.to), admins })
    }

    fn repeats(&self, other: &Self) -> bool {
        self.at.is_same_group(&other.at) && self.to == other.to && share_a_person(&self.people, &other.people)
    }
}

/// The members before the requests, and those now, if they could be read.
type MemberLists<'a> = (MemberIndex<'a>, Option<MemberIndex<'a>>);

impl ChangeAdmins {
    /// Returns those whom requests name.
    fn changing(&self, before: &KnownMembers) -> NamedPeople {
        before.named(&self.people, |person, member| self.hindrance(before, person, Some(member)).is_none())
    }

    /// Returns why no change is requested for this person, who was this `member`, if so.
    fn hindrance(&self, before: &KnownMembers, person: &Person, member: Option<&Participant>) -> Option<AdminChange> {
        if before.is_own(person) {
            return Some(AdminChange::OwnAccount);
        }
        match (member.map(|member| member.role), self.to) {
            (None, _) => Some(AdminChange::NoMember),
            (Some(Role::SuperAdmin), Rank::Member) => Some(AdminChange::Creator),
            (Some(Role::SuperAdmin | Role::Admin), Rank::Admin) | (Some(Role::Member), Rank::Member) => {
                Some(AdminChange::NothingToDo)
            }
            (Some(Role::Member), Rank::Admin) | (Some(Role::Admin), Rank::Member) => None,
        }
    }

    fn result(
        &self,
        known: &KnownMembers,
        (before, now): &MemberLists<'_>,
        person: &Person,
        asked: BatchItem,
    ) -> AdminChange {
        let member = before.find(person);
        let (member, now) = match (self.hindrance(known, person, member), member, now) {
            (Some(hindrance), _, _) => return hindrance,
            (None, Some(member), Some(now)) => (member, now),
            (None, _, _) => return AdminChange::Unconfirmed,
        };
        // The API may list a demoted person by another id than before.
        let is_admin = now.find_again(member, before).map(|member| member.role >= Role::Admin);
        match (is_admin, self.to) {
            (Some(true), Rank::Admin) | (Some(false), Rank::Member) => AdminChange::Changed,
            // The change may still take effect a moment later.
            (Some(_), _) if asked == BatchItem::Unanswered => AdminChange::Unconfirmed,
            (Some(_), _) => AdminChange::NotChanged,
            (None, _) => AdminChange::Unconfirmed,
        }
    }
}
