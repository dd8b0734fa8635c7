//! `/wa-group requests approve` and `decline`, with a list of the requests before and after. A request names a person by the
//! id that the list shows.

use groups_api::{ApiError, Features, GroupsApi, NotOffered};
use serde::{Deserialize, Serialize};
use whatsapp::{JoinDecision, MemberIndex, Participant, Person, retain_people};

use super::batches::{BatchItem, Batches, NamedPeople, Unanswered, batch};
use super::outcome::confirm_parts;
use super::repeats::share_a_person;
use super::{
    ActsOn, Change, Confirm, Failure, GroupRef, Labels, ListJoinRequests, OperationOutcome, Perform, Verification,
};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecideJoinRequests {
    pub at: GroupRef,
    pub people: Vec<Person>,
    #[serde(default, skip_serializing_if = "Labels::is_empty")]
    pub labels: Labels,
    pub decision: JoinDecision,
    /// True if the user named nobody: the people are those who asked at that time, and the user must confirm it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_of_all: bool,
    /// People who asked too, but whom the provider cannot name.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub hidden: usize,
}

impl Perform for DecideJoinRequests {
    type Outcome = JoinRequestsDecided;

    const NAME: &'static str = "requests.decide";
    const NEEDS: Capability = Capability::MembersApprove;
    const NEEDS_ADMIN: bool = true;
    const CONFIRM: Confirm = Confirm::Press;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn with_group(self, at: GroupRef) -> Self {
        Self { at, ..self }
    }

    fn confirm(&self) -> Confirm {
        if self.is_of_all { Confirm::Press } else { Confirm::No }
    }

    fn people(&self) -> &[Person] {
        &self.people
    }

    fn labels(&self) -> Option<&Labels> {
        Some(&self.labels).filter(|labels| !labels.is_empty())
    }

    fn is_offered(features: &Features) -> bool {
        ListJoinRequests::is_offered(features)
    }

    fn lacks(&self, features: &Features) -> Option<NotOffered> {
        let lacks_all = (!features.join_requests).then_some(NotOffered::JoinRequests);
        lacks_all.or_else(|| features.lacks_people(&self.people))
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinRequestsDecided {
    pub decision: JoinDecision,
    pub people: Vec<DecidedRequest>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecidedRequest {
    pub person: Person,
    pub result: RequestResult,
}

/// What became of a request to join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestResult {
    /// The person is a member now.
    Approved,
    /// The request is gone.
    Declined,
    /// The person did not ask to join.
    NotAsking,
    /// The request was approved and is gone, but the person is no member.
    NotIn,
    StillAsking,
    /// The state could not be read back.
    Unconfirmed,
}

impl OperationOutcome for JoinRequestsDecided {
    fn changed_something(&self) -> bool {
        self.people.iter().any(|one| matches!(one.result, RequestResult::Approved | RequestResult::Declined))
    }

    fn is_unconfirmed(&self) -> bool {
        self.people.iter().any(|one| one.result == RequestResult::Unconfirmed)
    }

    fn confirmed_by(&self, now: &Self) -> Option<Self> {
        let mut confirmed = self.clone();
        confirm_parts(&mut confirmed.people, &now.people, |one| one.result == RequestResult::Unconfirmed);
        (confirmed != *self).then_some(confirmed)
    }
}

/// Those of the people who asked to join.
#[derive(Debug, Serialize, Deserialize)]
pub struct AskingBefore {
    asking: Vec<Participant>,
    /// People in one request.
    at_once: usize,
}

impl Change for DecideJoinRequests {
    type Before = AskingBefore;
    type Answer = Option<Unanswered>;
    const IDEMPOTENT: bool = true;

    async fn snapshot(&self, api: &GroupsApi) -> Result<AskingBefore, Failure> {
        let mut asking = self.asking(api).await.map_err(Failure::of_read)?;
        retain_people(&mut asking, &self.people);
        Ok(AskingBefore { asking, at_once: api.features(&self.at.session).people_per_request })
    }

    fn requests(&self, before: &AskingBefore, _answers: &[Self::Answer]) -> usize {
        self.named(before).people.len().div_ceil(before.at_once.max(1))
    }

    async fn send(
        &self,
        api: &GroupsApi,
        before: &AskingBefore,
        answers: &[Self::Answer],
    ) -> Result<Self::Answer, ApiError> {
        let batch = batch(&self.named(before).people, answers.len(), before.at_once);
        api.decide_join_requests(&self.at.session, &self.at.group, &batch, self.decision).await?;
        Ok(None)
    }

    async fn verify(
        &self,
        api: &GroupsApi,
        before: &AskingBefore,
        answers: &[Self::Answer],
    ) -> Result<Verification<Self::Answer>, ApiError> {
        let now = self.asking(api).await?;
        let now = MemberIndex::new(&now);
        let people = batch(&self.named(before).people, answers.len(), before.at_once);
        let decided = people.iter().filter(|person| now.find(person).is_none()).count();
        Ok(Verification::of_people(decided, people.len(), Some(Unanswered {})))
    }

    async fn outcome(
        &self,
        api: &GroupsApi,
        before: AskingBefore,
        answers: Vec<Self::Answer>,
        stopped: Option<&Failure>,
    ) -> Result<JoinRequestsDecided, Failure> {
        let batches = Batches::of(before.at_once, &answers, stopped);
        let asking = self.asking(api).await.ok();
        let members = match self.decision {
            JoinDecision::Approve => api.participants(&self.at.session, &self.at.group).await.ok(),
            JoinDecision::Decline => None,
        };
        let now =
            Now { asking: asking.as_deref().map(MemberIndex::new), members: members.as_deref().map(MemberIndex::new) };
        let asked = batches.asked_of_each(&self.named(&before));
        let before = MemberIndex::new(&before.asking);
        let people = self.people.iter().zip(asked).map(|(person, asked)| DecidedRequest {
            person: person.clone(),
            result: self.result(&now, before.find(person), &before, asked),
        });
        Ok(JoinRequestsDecided { decision: self.decision, people: people.collect() })
    }

    fn repeats(&self, other: &Self) -> bool {
        self.at.is_same_group(&other.at)
            && self.decision == other.decision
            && share_a_person(&self.people, &other.people)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// The state after the requests, as far as it could be read.
struct Now<'a> {
    asking: Option<MemberIndex<'a>>,
    /// Only of an approval.
    members: Option<MemberIndex<'a>>,
}

impl DecideJoinRequests {
    /// Returns the same decision about everyone who asks to join at present, as far as the provider can name them. Fails if
    /// it can name nobody of those who ask.
    pub async fn of_everyone(self, api: &GroupsApi) -> Result<Self, Failure> {
        let at = &self.at;
        let features = api.features_of(&at.session).await;
        if !features.join_requests {
            return Err(Failure::of_read(NotOffered::JoinRequests.into()));
        }
        let asking = api.join_requests(&at.session, &at.group).await.map_err(Failure::of_read)?.entries;
        let id = |one: &Participant| {
            let phone = one.phone.clone().map(Person::Phone);
            phone.or_else(|| one.lid.clone().filter(|_| features.people_by_lid).map(Person::Lid))
        };
        let people: Vec<Person> = asking.iter().filter_map(|request| id(&request.person)).collect();
        let hidden = asking.len() - people.len();
        if people.is_empty() && hidden > 0 {
            return Err(Failure::of_read(NotOffered::PersonByLid.into()));
        }
        Ok(Self { people, hidden, is_of_all: true, ..self })
    }

    async fn asking(&self, api: &GroupsApi) -> Result<Vec<Participant>, ApiError> {
        let requests = api.join_requests(&self.at.session, &self.at.group).await?.whole()?;
        Ok(requests.into_iter().map(|request| request.person).collect())
    }

    /// Returns those whom requests name.
    fn named(&self, before: &AskingBefore) -> NamedPeople {
        let index = MemberIndex::new(&before.asking);
        NamedPeople::new(&self.people, |person| {
            let (place, asking) = (index.place(person)?, index.find(person)?);
            Some((place, asking.id_of(person)))
        })
    }

    /// Returns what became of the request of a person, who was in the list of those before as `asking`.
    fn result(
        &self,
        now: &Now<'_>,
        asking: Option<&Participant>,
        before: &MemberIndex<'_>,
        asked: BatchItem,
    ) -> RequestResult {
        let Some(asking) = asking else { return RequestResult::NotAsking };
        let Some(still) = &now.asking else { return RequestResult::Unconfirmed };
        if still.find_again(asking, before).is_some() {
            // It may still take effect a moment later.
            let is_in_doubt = asked == BatchItem::Unanswered;
            return if is_in_doubt { RequestResult::Unconfirmed } else { RequestResult::StillAsking };
        }
        match (self.decision, &now.members) {
            (JoinDecision::Decline, _) => RequestResult::Declined,
            (JoinDecision::Approve, None) => RequestResult::Unconfirmed,
            (JoinDecision::Approve, Some(members)) if members.find_again(asking, before).is_some() => {
                RequestResult::Approved
            }
            (JoinDecision::Approve, Some(_)) => RequestResult::NotIn,
        }
    }
}
