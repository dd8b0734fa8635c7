//! `/wa-group members add`: groups API, operation 10 in requests of at most 256, with 9 before and after. People who
//! were members before are not requested, and people who are members afterwards were added. When little of the day's
//! budget is left, the job sends small requests with pauses: WhatsApp bans accounts that add many strangers in a short
//! time (field notes, section 6).

use std::time::Duration;

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};
use usher_clock::Timestamp;
use whatsapp::{AddAnswer, InviteCode, Lid, Participant, Person};

use super::batches::{Batches, Unanswered, batch};
use super::change::{jittered, whole_seconds_after};
use super::repeats::share_a_person;
use super::standing::{confirm_people, invite_if_wanted, may_be_new, stand, unnamed};
use super::{
    ActsOn, AddResult, AddStatus, Change, Failure, GroupRef, Labels, OperationOutcome, PEOPLE_PER_REQUEST, Perform,
    Verification, find_member,
};
use crate::access::Capability;

/// People in one request, and the minimum pause between two, in slow mode.
const FEW: usize = 20;
const PAUSE: Duration = Duration::from_secs(20);

/// State of the group before the first request.
#[derive(Debug, Serialize, Deserialize)]
pub struct Before {
    /// The people who are members already.
    members: Vec<Participant>,
    /// The members who are known by LID only.
    #[serde(default)]
    unnamed: Vec<Lid>,
    /// People in one request.
    at_once: usize,
}

/// The result of one request.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Added {
    /// The API's report of the people in it, as far as it gave one.
    Answered(Vec<AddAnswer>),
    Unanswered(Unanswered),
}

impl Added {
    fn results(self) -> Vec<AddAnswer> {
        match self {
            Self::Answered(results) => results,
            Self::Unanswered(_) => Vec::new(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddMembers {
    pub at: GroupRef,
    pub people: Vec<Person>,
    #[serde(default, skip_serializing_if = "Labels::is_empty")]
    pub labels: Labels,
}

impl Perform for AddMembers {
    type Outcome = MembersAdded;

    const NAME: &'static str = "members.add";
    const NEEDS: Capability = Capability::MembersAdd;
    const STRICT_RATE_LIMIT: bool = true;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn people(&self) -> &[Person] {
        &self.people
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembersAdded {
    pub people: Vec<AddResult>,
    pub invite: Option<InviteCode>,
    /// When the people who were not added can be requested. `None` if it is not known.
    #[serde(default, with = "usher_clock::optional_seconds")]
    pub rest_at: Option<Timestamp>,
}

impl OperationOutcome for MembersAdded {
    fn changed_something(&self) -> bool {
        self.people.iter().any(|result| result.standing == AddStatus::Added)
    }

    fn is_unconfirmed(&self) -> bool {
        self.people.iter().any(AddResult::is_unconfirmed)
    }

    fn confirmed_by(&self, now: &Self) -> Option<Self> {
        let mut confirmed = self.clone();
        confirm_people(&mut confirmed.people, &now.people);
        (confirmed != *self).then_some(confirmed)
    }

    fn forget_codes(&mut self) {
        self.invite = None;
    }
}

impl Change for AddMembers {
    type Before = Before;
    type Answer = Added;
    const IDEMPOTENT: bool = true;

    fn adds(&self, before: &Before, requests: usize) -> usize {
        self.strangers(before).len().min(requests.saturating_mul(before.at_once))
    }

    fn reached(&self, before: &Before, requests: usize) -> Option<(usize, usize)> {
        Some((self.adds(before, requests), self.adds(before, usize::MAX)))
    }

    fn slow_down(before: &mut Before) {
        before.at_once = FEW;
    }

    fn pause(&self, before: &Before) -> Duration {
        if before.at_once < PEOPLE_PER_REQUEST { jittered(PAUSE) } else { Duration::ZERO }
    }

    async fn snapshot(&self, api: &GroupsApi) -> Result<Before, Failure> {
        let mut members = api.participants(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        let unnamed = unnamed(&members);
        members.retain(|member| self.people.iter().any(|person| member.is(person)));
        Ok(Before { members, unnamed, at_once: PEOPLE_PER_REQUEST })
    }

    fn requests(&self, before: &Before) -> usize {
        self.strangers(before).len().div_ceil(before.at_once.max(1))
    }

    async fn send(&self, api: &GroupsApi, before: &Before, answers: &[Added]) -> Result<Added, ApiError> {
        let people = self.next(before, answers);
        Ok(Added::Answered(api.add_participants(&self.at.session, &self.at.group, &people).await?))
    }

    /// The requested people who are members now were added by it. The others may be added a moment later, or need an
    /// invite.
    async fn verify(
        &self,
        api: &GroupsApi,
        before: &Before,
        answers: &[Added],
    ) -> Result<Verification<Added>, ApiError> {
        let now = api.participants(&self.at.session, &self.at.group).await?;
        let people = self.next(before, answers);
        let added = people.iter().filter(|person| find_member(&now, person).is_some()).count();
        // A person requested by number may be listed by a LID that Usher does not know.
        if added == 0 && now.iter().any(|member| may_be_new(member, &before.unnamed)) {
            return Ok(Verification::Unclear(Vec::new()));
        }
        Ok(Verification::of_people(added, people.len(), Added::Unanswered(Unanswered {})))
    }

    async fn outcome(
        &self,
        api: &GroupsApi,
        before: Before,
        answers: Vec<Added>,
        stopped: Option<&Failure>,
    ) -> Result<MembersAdded, Failure> {
        let GroupRef { session, group, .. } = &self.at;
        let answered = answers.iter().map(|answer| matches!(answer, Added::Answered(_)));
        let batches = Batches::new(before.at_once, answered, stopped);
        let results: Vec<AddAnswer> = answers.into_iter().flat_map(Added::results).collect();
        let now = if batches.any() { api.participants(session, group).await.ok() } else { None };
        let people = stand(self.people.clone(), &batches, &results, (&before.members, &before.unnamed), now.as_deref());
        let invite = invite_if_wanted(api, session, group, &people).await;
        let pause = stopped.and_then(|failure| failure.cause.retry_after());
        let rest_at = pause.map(|pause| whole_seconds_after(api.now_utc(), pause));
        Ok(MembersAdded { people, invite, rest_at })
    }

    fn repeats(&self, other: &Self) -> bool {
        self.at.is_same_group(&other.at) && share_a_person(&self.people, &other.people)
    }
}

impl AddMembers {
    fn strangers(&self, before: &Before) -> Vec<&Person> {
        self.people.iter().filter(|person| find_member(&before.members, person).is_none()).collect()
    }

    /// Returns the people whom the next request names.
    fn next(&self, before: &Before, answers: &[Added]) -> Vec<Person> {
        batch(&self.strangers(before), answers.len(), before.at_once)
    }
}
