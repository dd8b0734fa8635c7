//! `/wa-group members add`: groups API, operation 10 in requests of at most 256, or as many as the provider takes, with 9 before and after. People who
//! were members before are not requested, and people who are members afterwards were added. When little of the day's
//! budget is left, the job sends small requests with pauses: WhatsApp bans accounts that add many strangers in a short
//! time (field notes, section 6). A request that is refused as invalid is narrowed down to the refused numbers
//! ([`AddRequests`]).

use std::time::Duration;

use groups_api::{ApiError, Effect, GroupsApi};
use serde::{Deserialize, Serialize};
use usher_clock::Timestamp;
use whatsapp::{AddAnswer, GroupSettings, InviteCode, Lid, MemberIndex, Participant, Person, Who, retain_people};

use super::add_requests::{AddRequests, Adds};
use super::batches::{BatchItem, NamedPeople, Unanswered};
use super::change::{jittered, whole_seconds_after};
use super::repeats::share_a_person;
use super::standing::{MembersAround, confirm_people, invite_if_wanted, may_be_new, stand};
use super::{
    ActsOn, AddResult, AddStatus, Change, Continuation, Failure, GroupRef, Labels, Operation, OperationOutcome,
    Perform, RemoveMembers, Verification,
};
use crate::access::Capability;

/// People in one request, and the minimum pause between two, in slow mode.
const FEW: usize = 20;
const PAUSE: Duration = Duration::from_secs(20);
/// The budget counts the people whom an account adds in any 24 hours.
const BUDGET_PERIOD: Duration = Duration::from_secs(24 * 60 * 60);

/// Returns about how long it takes to add so many people in slow mode.
pub fn slow_duration(people: usize) -> Duration {
    let pauses = people.div_ceil(FEW).saturating_sub(1);
    // A pause is up to half longer.
    PAUSE.mul_f64(1.25).saturating_mul(u32::try_from(pauses).unwrap_or(u32::MAX))
}

/// State of the group before the first request.
#[derive(Debug, Serialize, Deserialize)]
pub struct Before {
    /// The people who are members already.
    members: Vec<Participant>,
    /// The LIDs of all members. (The last release recorded only those of members whose number is not shown.)
    #[serde(default, rename = "unnamed")]
    lids: Vec<Lid>,
    /// People in one request.
    at_once: usize,
    /// True if other forms of a number count as the same person. The last release compared exact numbers, and the
    /// requests of a job that it began are resumed as it divided them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    by_line: bool,
    /// True in slow mode. The last release, which knew no provider with small requests, told it by their size.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_slow: bool,
}

/// The result of one request.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Added {
    /// The API's report of the people in it, as far as it gave one.
    Answered(Vec<AddAnswer>),
    Refused(RefusedRequest),
    Unanswered(Unanswered),
}

/// A request that the API refused as invalid, and the people whom the refusal names. It is stored as a list, which the
/// last release cannot read as one of its own answers: it must not continue such a job.
#[derive(Debug, Serialize, Deserialize)]
pub struct RefusedRequest(RefusalMark, Vec<Person>);

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RefusalMark {
    Refused,
}

impl RefusedRequest {
    pub(super) fn of(people: Vec<Person>) -> Self {
        Self(RefusalMark::Refused, people)
    }

    pub(super) fn people(&self) -> &[Person] {
        &self.1
    }
}

impl Added {
    fn results(self) -> Vec<AddAnswer> {
        match self {
            Self::Answered(results) => results,
            Self::Refused(_) | Self::Unanswered(_) => Vec::new(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddMembers {
    pub at: GroupRef,
    pub people: Vec<Person>,
    #[serde(default, skip_serializing_if = "Labels::is_empty")]
    pub labels: Labels,
    /// Most people whom WhatsApp is asked to add, in the order of the list. `None`: all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<usize>,
    /// True if those who are not requested now are added later, once the account's budget of a day has room for them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rest_later: bool,
}

impl Perform for AddMembers {
    type Outcome = MembersAdded;

    const NAME: &'static str = "members.add";
    const NEEDS: Capability = Capability::MembersAdd;
    const NEEDS_ADMIN: bool = true;
    const STRICT_RATE_LIMIT: bool = true;

    fn is_open(settings: &GroupSettings) -> bool {
        settings.adders == Some(Who::Everyone)
    }

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn with_group(self, at: GroupRef) -> Self {
        Self { at, ..self }
    }

    /// Removes those who were added.
    fn undo(&self, outcome: &MembersAdded, _name_chars: usize) -> Option<Operation> {
        let added = outcome.people.iter().filter(|result| result.standing == AddStatus::Added);
        let people: Vec<Person> = added.map(|result| result.person.clone()).collect();
        let (at, labels) = (self.at.clone(), self.labels.clone());
        (!people.is_empty()).then(|| RemoveMembers { at, people, labels, reason: None }.into())
    }

    fn people(&self) -> &[Person] {
        &self.people
    }

    fn labels(&self) -> Option<&Labels> {
        Some(&self.labels).filter(|labels| !labels.is_empty())
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembersAdded {
    pub people: Vec<AddResult>,
    pub invite: Option<InviteCode>,
    /// When the people who were not added can be requested. `None` if it is not known.
    #[serde(default, with = "usher_clock::optional_seconds")]
    pub rest_at: Option<Timestamp>,
    /// When another operation begins to add them, unless it is stopped before. `None` if none does.
    #[serde(default, with = "usher_clock::optional_seconds", skip_serializing_if = "Option::is_none")]
    pub continues_at: Option<Timestamp>,
}

impl MembersAdded {
    /// Returns the people who were not requested.
    pub fn rest(&self) -> impl Iterator<Item = &Person> {
        let rest = self.people.iter().filter(|result| result.standing == AddStatus::NotAsked);
        rest.map(|result| &result.person)
    }
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

    fn adds(&self, before: &Before, answers: &[Added]) -> Adds {
        let strangers = self.strangers(before);
        AddRequests::after(&strangers.people, before.at_once, answers).adds()
    }

    fn reached(&self, before: &Before, answers: &[Added]) -> Option<(usize, usize)> {
        let strangers = self.strangers(before);
        let reached = AddRequests::after(&strangers.people, before.at_once, answers).reached();
        Some((reached, strangers.people.len()))
    }

    fn is_continued(&self) -> bool {
        self.rest_later
    }

    fn slow_down(before: &mut Before) {
        before.at_once = before.at_once.min(FEW);
        before.is_slow = true;
    }

    fn pause(&self, before: &Before) -> Duration {
        if !before.is_slow && before.at_once != FEW {
            return Duration::ZERO;
        }
        // As many people in an hour, however small the requests of the provider are.
        let requests = FEW.div_ceil(before.at_once.max(1));
        jittered(PAUSE / u32::try_from(requests).unwrap_or(u32::MAX))
    }

    async fn snapshot(&self, api: &GroupsApi) -> Result<Before, Failure> {
        let mut members = api.participants(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        let lids = members.iter().filter_map(|member| member.lid.clone()).collect();
        retain_people(&mut members, &self.people);
        let at_once = api.features(&self.at.session).people_per_request;
        Ok(Before { members, lids, at_once, by_line: true, is_slow: false })
    }

    fn requests(&self, before: &Before, answers: &[Added]) -> usize {
        let strangers = self.strangers(before);
        answers.len() + AddRequests::after(&strangers.people, before.at_once, answers).left()
    }

    async fn send(&self, api: &GroupsApi, before: &Before, answers: &[Added]) -> Result<Added, ApiError> {
        let people = self.next(before, answers);
        Ok(Added::Answered(api.add_participants(&self.at.session, &self.at.group, &people).await?))
    }

    /// A refused request is narrowed down, unless all were refused and nothing shows that a number is the cause.
    fn part_failed(&self, before: &Before, answers: &[Added], failure: &Failure) -> Option<Added> {
        let (ApiError::BadRequest { named, .. }, Effect::No) = (&failure.cause, failure.carried) else { return None };
        let strangers = self.strangers(before);
        let mut requests = AddRequests::after(&strangers.people, before.at_once, answers);
        let people = requests.next();
        let named = named.iter().filter_map(|place| people.get(*place)).cloned();
        let refused = Added::Refused(RefusedRequest::of(named.collect()));
        requests.answered(&refused);
        (requests.left() > 0 || !requests.is_fruitless()).then_some(refused)
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
        let members = MemberIndex::new(&now);
        let added = people.iter().filter(|person| members.find(person).is_some()).count();
        // A person requested by number may be listed by a LID that Usher does not know.
        if added == 0 && now.iter().any(|member| may_be_new(member, &before.lids)) {
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
        let strangers = self.strangers(&before);
        let requests = AddRequests::after(&strangers.people, before.at_once, &answers);
        let in_doubt = stopped.is_some_and(|failure| failure.carried == Effect::Maybe);
        if let (true, false, Some(failure)) = (requests.is_fruitless(), in_doubt, stopped) {
            return Err(failure.clone());
        }
        let may_be_added = in_doubt || requests.any_accepted();
        let was_stopped = stopped.is_none() && requests.left() > 0;
        let asked = requests.asked(in_doubt);
        let asked_of = |place: &Option<usize>| place.and_then(|place| asked.get(place)).copied();
        let asked = strangers.places.iter().map(|place| asked_of(place).unwrap_or(BatchItem::No)).collect();
        let results: Vec<AddAnswer> = answers.into_iter().flat_map(Added::results).collect();
        let now = if may_be_added { api.participants(session, group).await.ok() } else { None };
        let around = MembersAround { before: &before.members, lids_before: &before.lids, now: now.as_deref() };
        let people = stand(&self.people, asked, &results, around);
        let invite = invite_if_wanted(api, session, group, &people).await;
        let pause = stopped.and_then(|failure| failure.cause.retry_after());
        let rest_at = pause.map(|pause| whole_seconds_after(api.now_utc(), pause));
        let mut outcome = MembersAdded { people, invite, rest_at, continues_at: None };
        if self.rest_later && !was_stopped && outcome.rest().next().is_some() {
            outcome.continues_at = Some(whole_seconds_after(api.now_utc(), BUDGET_PERIOD));
        }
        Ok(outcome)
    }

    fn repeats(&self, other: &Self) -> bool {
        self.at.is_same_group(&other.at) && share_a_person(&self.people, &other.people)
    }
}

impl AddMembers {
    /// Returns the operation that adds the people whom this one did not request, with their names.
    pub(super) fn continuation(&self, outcome: &MembersAdded) -> Option<Continuation> {
        let due = outcome.continues_at?;
        let people: Vec<Person> = outcome.rest().cloned().collect();
        let labels = self.labels.of_people(&people);
        let operation = Self { people, labels, most: None, ..self.clone() }.into();
        Some(Continuation { operation, due })
    }

    /// Returns those who were no members, each once, and no more than the operation asks for.
    fn strangers(&self, before: &Before) -> NamedPeople {
        let members = MemberIndex::new(&before.members);
        let strangers = if before.by_line {
            NamedPeople::new(&self.people, |person| {
                members.find(person).is_none().then(|| (person.line_key(), person.clone()))
            })
        } else {
            NamedPeople::new(&self.people, |person| {
                members.find_exact(person).is_none().then(|| (person.clone(), person.clone()))
            })
        };
        strangers.first(self.most.unwrap_or(usize::MAX))
    }

    /// Returns the people whom the next request names.
    fn next(&self, before: &Before, answers: &[Added]) -> Vec<Person> {
        AddRequests::after(&self.strangers(before).people, before.at_once, answers).next()
    }
}
