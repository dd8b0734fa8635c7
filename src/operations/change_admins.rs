//! `/wa-group admins promote` and `demote`: groups API, operations 12 and 13, with 9 before and after.

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};
use whatsapp::{Participant, Person, Role};

use super::batches::{BatchItem, Batches, Unanswered, batch};
use super::repeats::share_a_person;
use super::{
    ActsOn, Change, Failure, GroupRef, KnownMembers, Labels, OperationOutcome, PEOPLE_PER_REQUEST, Perform,
    Verification,
};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeAdmins {
    pub at: GroupRef,
    pub people: Vec<Person>,
    #[serde(default, skip_serializing_if = "Labels::is_empty")]
    pub labels: Labels,
    pub to: Rank,
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

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn people(&self) -> &[Person] {
        &self.people
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdminsChanged {
    pub people: Vec<AdminResult>,
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
        for (one, now) in people.iter_mut().zip(&now.people) {
            if one.result == AdminChange::Unconfirmed {
                one.result = now.result;
            }
        }
        (people != self.people).then(|| Self { people, admins: now.admins.clone() })
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

    fn requests(&self, before: &KnownMembers) -> usize {
        self.changing(before).len().div_ceil(PEOPLE_PER_REQUEST)
    }

    async fn send(
        &self,
        api: &GroupsApi,
        before: &KnownMembers,
        answers: &[Self::Answer],
    ) -> Result<Self::Answer, ApiError> {
        let batch = batch(&self.changing(before), answers.len(), PEOPLE_PER_REQUEST);
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
        let people = batch(&self.changing(before), answers.len(), PEOPLE_PER_REQUEST);
        let is_changed =
            |person: &&Person| self.result(before, person, Some(&now), BatchItem::Unanswered) == AdminChange::Changed;
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
        let batches = Batches::of(PEOPLE_PER_REQUEST, &answers, stopped);
        let now = api.ranked_participants(&self.at.session, &self.at.group).await.ok();
        let named = self.people.iter().map(|person| self.hindrance(&before, person).is_none());
        let people = self.people.iter().zip(batches.asked_of_each(named)).map(|(person, asked)| AdminResult {
            person: person.clone(),
            result: self.result(&before, person, now.as_deref(), asked),
        });
        let people = people.collect();
        let admins = now.map(|mut members| {
            members.retain(|member| member.role >= Role::Admin);
            members.sort_by_key(|member| std::cmp::Reverse(member.role));
            members
        });
        Ok(AdminsChanged { people, admins })
    }

    fn repeats(&self, other: &Self) -> bool {
        self.at.is_same_group(&other.at) && self.to == other.to && share_a_person(&self.people, &other.people)
    }
}

impl ChangeAdmins {
    fn changing(&self, before: &KnownMembers) -> Vec<&Person> {
        self.people.iter().filter(|person| self.hindrance(before, person).is_none()).collect()
    }

    /// Returns why no change is requested for this person, if so.
    fn hindrance(&self, before: &KnownMembers, person: &Person) -> Option<AdminChange> {
        if before.is_own(person) {
            return Some(AdminChange::OwnAccount);
        }
        match (before.find(person).map(|member| member.role), self.to) {
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
        before: &KnownMembers,
        person: &Person,
        now: Option<&[Participant]>,
        asked: BatchItem,
    ) -> AdminChange {
        let (before, now) = match (self.hindrance(before, person), before.find(person), now) {
            (Some(hindrance), _, _) => return hindrance,
            (None, Some(before), Some(now)) => (before, now),
            (None, _, _) => return AdminChange::Unconfirmed,
        };
        // Compares both ids: the API may list a demoted person by a LID only.
        let is_admin = now.iter().find(|member| member.same_person(before)).map(|member| member.role >= Role::Admin);
        match (is_admin, self.to) {
            (Some(true), Rank::Admin) | (Some(false), Rank::Member) => AdminChange::Changed,
            // The change may still take effect a moment later.
            (Some(_), _) if asked == BatchItem::Unanswered => AdminChange::Unconfirmed,
            (Some(_), _) => AdminChange::NotChanged,
            (None, _) => AdminChange::Unconfirmed,
        }
    }
}
