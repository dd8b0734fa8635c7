//! The settings of groups, and the requests of people to join them. Titan's contract has neither.

use usher_clock::Timestamp;

use super::World;
use super::groups::{GroupSettings, Role};
use super::people::PersonId;
use super::rules::{Outcome, parse_people};
use crate::whatsapp::refusal::Refusal;

/// Maximum number of requests that a group keeps.
const REQUESTS_MAX: usize = 1_000;

/// A person who asks to join a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JoinRequest {
    pub person: PersonId,
    pub at: Timestamp,
    pub method: JoinMethod,
}

/// How a person came to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum JoinMethod {
    #[default]
    InviteLink,
    /// This member, who is no admin, wants to add them.
    AddedBy(PersonId),
}

/// What becomes of requests to join.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decision {
    Approve,
    Decline,
}

impl World {
    /// Lets a person ask to join a group by its link, at the start of 2026. Returns whether the request is kept: a
    /// member has nothing to ask for, a second request of a person is ignored, and a group keeps 1,000 of them.
    pub fn ask_to_join(&mut self, group: &str, person: PersonId) -> bool {
        let at = Timestamp::from_secs(1_767_225_600);
        self.add_request(group, JoinRequest { person, at, method: JoinMethod::InviteLink })
    }

    /// Adds a request to join as [`World::ask_to_join`] does, with its time and its way.
    pub fn add_request(&mut self, group: &str, request: JoinRequest) -> bool {
        let Some(group) = self.groups.get_mut(group) else { return false };
        let asks = group.requests.iter().any(|other| other.person == request.person);
        if asks || group.has(request.person) || group.requests.len() >= REQUESTS_MAX {
            return false;
        }
        group.requests.push(request);
        true
    }

    /// Returns the settings of a group.
    pub fn group_settings(&self, group: &str) -> Option<GroupSettings> {
        self.group(group).map(|group| group.settings)
    }

    /// Returns the people who ask to join a group, oldest first.
    pub fn requests(&self, group: &str) -> &[JoinRequest] {
        self.group(group).map(|group| group.requests.as_slice()).unwrap_or_default()
    }

    /// Changes the settings of a group, as one of its admins.
    pub(crate) fn change_settings(
        &mut self,
        session: &str,
        id: &str,
        change: impl FnOnce(&mut GroupSettings),
    ) -> Result<(), Refusal> {
        change(&mut self.group_as(Role::Admin, session, id)?.settings);
        Ok(())
    }

    /// Returns the people who ask to join a group, whose admins alone see them.
    pub(crate) fn requests_of(&self, session: &str, id: &str) -> Result<&[JoinRequest], Refusal> {
        Ok(&self.check_role(Role::Admin, session, id)?.requests)
    }

    /// Approves or declines the requests of these people.
    pub(crate) fn decide_requests(
        &mut self,
        decision: Decision,
        session: &str,
        id: &str,
        participants: &[String],
    ) -> Result<Vec<Outcome>, Refusal> {
        let people = parse_people(participants, 1)?;
        self.check_role(Role::Admin, session, id)?;
        let mut outcomes = Vec::with_capacity(people.len());
        for (jid, text) in people {
            let code = self.listed(&jid).map_or(404, |person| self.decide_one(decision, id, person));
            outcomes.push((text, code));
        }
        Ok(outcomes)
    }

    fn decide_one(&mut self, decision: Decision, id: &str, person: PersonId) -> u16 {
        let members_max = self.settings.members_max;
        let Some(group) = self.groups.get_mut(id) else { return 404 };
        if !group.requests.iter().any(|request| request.person == person) {
            return 404;
        }
        match decision {
            Decision::Approve if group.members.len() >= members_max => return 419,
            Decision::Approve => group.put(person, Role::Member),
            Decision::Decline => group.requests.retain(|request| request.person != person),
        }
        200
    }
}
