//! `/wa-group admins promote` and `demote`: groups API, operations 12 and 13, with 9 before and after.

use serde::{Deserialize, Serialize};

use super::{AdminChange, AdminResult, Failure, GroupRef, Outcome, Perform, find_member};
use crate::access::{Capability, Reach};
use crate::groups_api::{Carried, GroupsApi};
use crate::groups_api::ids::Person;
use crate::groups_api::model::{Participant, Role};

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
    const CHANGES: bool = true;

    fn reach(&self) -> Reach<'_> {
        self.at.reach()
    }

    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        let GroupRef { session, group, .. } = &self.at;
        let before = api.participants(session, group).await.map_err(Failure::of_read)?;
        let changing: Vec<Person> =
            self.people.iter().filter(|person| self.hindrance(find_member(&before, person)).is_none()).cloned().collect();
        if !changing.is_empty() {
            let sent = match self.to {
                Rank::Admin => api.promote(session, group, &changing).await,
                Rank::Member => api.demote(session, group, &changing).await,
            };
            match sent {
                Err(error) if error.changed() == Carried::No => return Err(Failure::of_change(error)),
                // Where the answer was lost, the members read back tell.
                Ok(()) | Err(_) => {}
            }
        }
        let now = api.participants(session, group).await.ok();
        let people = self.people.iter().map(|person| AdminResult {
            person: person.clone(),
            result: self.result(find_member(&before, person), now.as_deref()),
        });
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
    /// Why this person is not to be asked for.
    fn hindrance(&self, member: Option<&Participant>) -> Option<AdminChange> {
        match (member.map(|member| member.role), self.to) {
            (None, _) => Some(AdminChange::NoMember),
            (Some(Role::SuperAdmin), Rank::Member) => Some(AdminChange::Creator),
            (Some(Role::SuperAdmin | Role::Admin), Rank::Admin) | (Some(Role::Member), Rank::Member) => {
                Some(AdminChange::NothingToDo)
            }
            (Some(Role::Member), Rank::Admin) | (Some(Role::Admin), Rank::Member) => None,
        }
    }

    fn result(&self, before: Option<&Participant>, now: Option<&[Participant]>) -> AdminChange {
        let (before, now) = match (self.hindrance(before), before, now) {
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
