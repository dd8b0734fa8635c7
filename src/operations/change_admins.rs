//! `/wa-group admins promote` and `demote`: groups API, operations 12 and 13, with 9 before and after.

use serde::{Deserialize, Serialize};

use super::{
    AdminChange, AdminResult, Change, Failure, Found, GroupRef, KnownMembers, Outcome, PEOPLE_PER_REQUEST, Perform,
    batch,
};
use crate::access::{Capability, Reach};
use crate::groups_api::ids::Person;
use crate::groups_api::model::{Participant, Role};
use crate::groups_api::{ApiError, GroupsApi};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeAdmins {
    pub at: GroupRef,
    pub people: Vec<Person>,
    pub to: Rank,
}

/// What people are to become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    Admin,
    Member,
}

impl Perform for ChangeAdmins {
    const NAME: &'static str = "admins.change";
    const NEEDS: Capability = Capability::AdminsManage;

    fn reach(&self) -> Reach<'_> {
        self.at.reach()
    }
}

impl Change for ChangeAdmins {
    type Before = KnownMembers;
    type Answer = ();
    const REPEATABLE: bool = true;

    async fn look(&self, api: &GroupsApi) -> Result<KnownMembers, Failure> {
        let members = api.ranked_participants(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        KnownMembers::among(api, &self.at, &self.people, members).await
    }

    fn requests(&self, before: &KnownMembers) -> usize {
        self.changing(before).len().div_ceil(PEOPLE_PER_REQUEST)
    }

    async fn send(&self, api: &GroupsApi, before: &KnownMembers, answers: &[()]) -> Result<(), ApiError> {
        let batch = batch(&self.changing(before), answers.len(), PEOPLE_PER_REQUEST);
        match self.to {
            Rank::Admin => api.promote(&self.at.session, &self.at.group, &batch).await,
            Rank::Member => api.demote(&self.at.session, &self.at.group, &batch).await,
        }
    }

    async fn find(&self, api: &GroupsApi, before: &KnownMembers, answers: &[()]) -> Result<Found<()>, ApiError> {
        let now = api.ranked_participants(&self.at.session, &self.at.group).await?;
        let is_changed = |person: &Person| self.result(before, person, Some(&now)) == AdminChange::Changed;
        let done = batch(&self.changing(before), answers.len(), PEOPLE_PER_REQUEST).iter().any(is_changed);
        Ok(if done { Found::Done(()) } else { Found::NotDone })
    }

    async fn outcome(
        &self,
        api: &GroupsApi,
        before: KnownMembers,
        _answers: Vec<()>,
        _stopped: Option<&Failure>,
    ) -> Result<Outcome, Failure> {
        let now = api.ranked_participants(&self.at.session, &self.at.group).await.ok();
        let people = self
            .people
            .iter()
            .map(|person| AdminResult { person: person.clone(), result: self.result(&before, person, now.as_deref()) });
        let people = people.collect();
        let admins = now.map(|mut members| {
            members.retain(|member| member.role >= Role::Admin);
            members.sort_by_key(|member| std::cmp::Reverse(member.role));
            members
        });
        Ok(Outcome::AdminsChanged { people, admins })
    }
}

impl ChangeAdmins {
    fn changing(&self, before: &KnownMembers) -> Vec<&Person> {
        self.people.iter().filter(|person| self.hindrance(before, person).is_none()).collect()
    }

    /// Why this person is not to be asked for.
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

    fn result(&self, before: &KnownMembers, person: &Person, now: Option<&[Participant]>) -> AdminChange {
        let (before, now) = match (self.hindrance(before, person), before.find(person), now) {
            (Some(hindrance), _, _) => return hindrance,
            (None, Some(before), Some(now)) => (before, now),
            (None, _, _) => return AdminChange::Unconfirmed,
        };
        // By either id: a demoted person may come back in the list as a LID only.
        let is_admin = now.iter().find(|member| member.same_person(before)).map(|member| member.role >= Role::Admin);
        match (is_admin, self.to) {
            (Some(true), Rank::Admin) | (Some(false), Rank::Member) => AdminChange::Changed,
            (Some(_), _) => AdminChange::NotChanged,
            (None, _) => AdminChange::Unconfirmed,
        }
    }
}
