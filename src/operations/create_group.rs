//! `/wa-group create`: groups API, operations 1, 5 and 6, then 9 to see who was added. Operation 2 comes first, so that
//! after a lost answer the new group can be told from an existing one of the same name. Operation 1 gives no result for
//! each person, so those who are not in the group are asked for once more by operation 10, which gives one.

use std::time::Duration;

use groups_api::{ApiError, Effect, Features, GroupsApi, NewPicture, NotOffered};
use serde::{Deserialize, Serialize};
use usher_clock::Timestamp;
use whatsapp::{GroupId, InviteCode, ListedGroup, MemberIndex, Person, SessionName};

use super::batches::BatchItem;
use super::create_steps::{CreateStep, Made, MissingAsked, made, steps};
use super::standing::{MembersAround, confirm_people, invite_if_wanted, may_be_new, stand};
use super::{
    ActsOn, AddResult, AddStatus, Adds, Change, Description, Failure, GroupName, GroupRef, GroupSummary, Labels,
    ListChange, OperationOutcome, Perform, Repetition, Verification,
};
use crate::access::Capability;
use crate::picture::Picture;

/// How far WhatsApp's clock may be behind this machine's.
const SKEW: Duration = Duration::from_secs(300);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateGroup {
    pub session: SessionName,
    pub name: GroupName,
    /// At most [`super::PEOPLE_PER_REQUEST`].
    pub people: Vec<Person>,
    #[serde(default, skip_serializing_if = "Labels::is_empty")]
    pub labels: Labels,
    pub description: Option<Description>,
    #[serde(default)]
    pub picture: Option<Picture>,
}

impl Perform for CreateGroup {
    type Outcome = GroupCreated;

    const NAME: &'static str = "groups.create";
    const NEEDS: Capability = Capability::GroupsCreate;
    const STRICT_RATE_LIMIT: bool = true;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::NewGroup(&self.session)
    }

    fn lacks(&self, features: &Features) -> Option<NotOffered> {
        let has_picture = self.picture.is_some() && !features.picture;
        let lacks_part = has_picture.then_some(NotOffered::Picture).or(features.lacks_name(self.name.as_str()));
        let description = self.description.as_ref().filter(|text| !text.as_str().is_empty());
        let lacks_text = || features.lacks_description(description?.as_str());
        lacks_part.or_else(lacks_text).or_else(|| features.lacks_founders(&self.people))
    }

    fn people(&self) -> &[Person] {
        &self.people
    }

    fn labels(&self) -> Option<&Labels> {
        Some(&self.labels).filter(|labels| !labels.is_empty())
    }

    fn long_text(&self) -> Option<&str> {
        self.description.as_ref().map(Description::as_str)
    }

    fn picture(&self) -> Option<&Picture> {
        self.picture.as_ref()
    }

    fn as_kept(&self) -> Option<Self> {
        self.picture.as_ref().map(|_| Self { picture: None, ..self.clone() })
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupCreated {
    pub group: GroupId,
    pub name: String,
    pub people: Vec<AddResult>,
    /// Set if a person needs the link and the API gave it.
    pub invite: Option<InviteCode>,
    /// `None` if none was requested.
    pub described: Option<Part>,
    /// `None` if none was requested.
    #[serde(default)]
    pub pictured: Option<Part>,
}

impl OperationOutcome for GroupCreated {
    fn is_unconfirmed(&self) -> bool {
        self.described == Some(Part::Unconfirmed) || self.people.iter().any(AddResult::is_unconfirmed)
    }

    fn confirmed_by(&self, now: &Self) -> Option<Self> {
        let mut confirmed = self.clone();
        confirm_people(&mut confirmed.people, &now.people);
        if confirmed.described == Some(Part::Unconfirmed) {
            confirmed.described = now.described;
        }
        (confirmed != *self).then_some(confirmed)
    }

    fn forget_codes(&mut self) {
        self.invite = None;
    }

    fn group(&self) -> Option<(&GroupId, Option<&str>)> {
        Some((&self.group, Some(&self.name)))
    }

    fn list_change(&self, _at: Option<&GroupRef>) -> Option<ListChange> {
        let joined = self.people.iter().filter(|result| result.standing == AddStatus::Added).count();
        let summary =
            GroupSummary { id: self.group.clone(), name: self.name.clone(), size: Some(joined + 1), created_at: None };
        Some(ListChange::Put(summary))
    }
}

/// Result of setting one part of a new group. (Earlier releases wrote `true` or `false`.)
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", from = "WrittenPart")]
pub enum Part {
    Set,
    NotSet,
    /// It was requested, and the answer was lost.
    Unconfirmed,
}

#[derive(Deserialize)]
#[serde(untagged, rename_all = "snake_case")]
enum WrittenPart {
    IsSet(bool),
    Word(PartWord),
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum PartWord {
    Set,
    NotSet,
    Unconfirmed,
}

impl From<WrittenPart> for Part {
    fn from(written: WrittenPart) -> Self {
        match written {
            WrittenPart::IsSet(true) | WrittenPart::Word(PartWord::Set) => Self::Set,
            WrittenPart::IsSet(false) | WrittenPart::Word(PartWord::NotSet) => Self::NotSet,
            WrittenPart::Word(PartWord::Unconfirmed) => Self::Unconfirmed,
        }
    }
}

impl Change for CreateGroup {
    type Before = NamesakesBefore;
    type Answer = Made;
    /// A second request would create a second group.
    const IDEMPOTENT: bool = false;
    const REPETITION: Repetition = Repetition::OwnGroup;

    fn adds(&self, _before: &NamesakesBefore, answers: &[Made]) -> Adds {
        let people = match steps(self, answers).get(answers.len()) {
            Some(CreateStep::Create) => self.people.len(),
            Some(CreateStep::AskMissing(people)) => people.len(),
            Some(CreateStep::Describe(_) | CreateStep::Picture(_) | CreateStep::FindMissing) | None => 0,
        };
        Adds { next: people, new: people, rest: people }
    }

    fn is_optional(&self, _before: &NamesakesBefore, answers: &[Made]) -> bool {
        let step = steps(self, answers).into_iter().nth(answers.len());
        matches!(step, Some(CreateStep::FindMissing | CreateStep::AskMissing(_)))
    }

    fn exclude(before: &mut NamesakesBefore, groups: Vec<GroupId>) {
        for group in groups {
            if !before.groups.contains(&group) {
                before.groups.push(group);
            }
        }
    }

    async fn snapshot(&self, api: &GroupsApi) -> Result<NamesakesBefore, Failure> {
        let groups = api.readable_groups(&self.session).await.map_err(Failure::of_read)?;
        let namesakes = groups.entries.into_iter().filter(|group| self.is_called_so(group)).map(|group| group.id);
        Ok(NamesakesBefore { groups: namesakes.collect(), at: api.now_utc().whole_seconds() })
    }

    fn requests(&self, _before: &NamesakesBefore, answers: &[Made]) -> usize {
        steps(self, answers).len()
    }

    async fn send(&self, api: &GroupsApi, _before: &NamesakesBefore, answers: &[Made]) -> Result<Made, ApiError> {
        let (session, group) = (&self.session, made(answers));
        Ok(match (steps(self, answers).get(answers.len()), group) {
            (Some(CreateStep::Describe(text)), Some(group)) => {
                api.set_description(session, group, text.as_str()).await?;
                Made::Description(Part::Set)
            }
            (Some(CreateStep::Picture(picture)), Some(group)) => {
                let picture = NewPicture::Base64(picture.base64().to_owned());
                api.set_picture(session, group, picture).await?;
                Made::Picture(Part::Set)
            }
            (Some(CreateStep::FindMissing), Some(group)) => Made::Missing(self.missing(api, group).await),
            (Some(CreateStep::AskMissing(people)), Some(group)) => {
                Made::Asked(MissingAsked::Answered(api.add_participants(session, group, people).await?))
            }
            _ => Made::Group(api.create_group(session, self.name.as_str(), &self.people).await?.id),
        })
    }

    async fn verify(
        &self,
        api: &GroupsApi,
        before: &NamesakesBefore,
        answers: &[Made],
    ) -> Result<Verification<Made>, ApiError> {
        match (steps(self, answers).get(answers.len()), made(answers)) {
            (Some(CreateStep::Describe(text)), Some(group)) => {
                return Ok(if is_described(api, &self.session, group, text).await? {
                    Verification::Applied(Made::Description(Part::Set))
                } else {
                    Verification::Unchanged
                });
            }
            // The API does not show a group's picture.
            (Some(CreateStep::Picture(_)), Some(_)) => return Ok(Verification::NotShown),
            (Some(CreateStep::FindMissing), Some(group)) => {
                return Ok(Verification::Applied(Made::Missing(self.missing(api, group).await)));
            }
            (Some(CreateStep::AskMissing(people)), Some(group)) => {
                let members = api.participants(&self.session, group).await?;
                let members = MemberIndex::new(&members);
                let added = people.iter().filter(|person| members.find(person).is_some()).count();
                return Ok(Verification::of_people(added, people.len(), Made::Asked(MissingAsked::Unanswered)));
            }
            _ => {}
        }
        let account = api.account(&self.session).await.ok();
        let mut new = api.groups(&self.session).await?;
        new.retain(|group| self.is_called_so(group) && !before.groups.contains(&group.id));
        if new.is_empty() {
            return Ok(Verification::Unchanged);
        }
        let (mut fitting, others): (Vec<_>, Vec<_>) = new.into_iter().partition(|group| {
            group.created_at.is_none_or(|created| created + SKEW >= before.at)
                && group.owner.as_ref().is_none_or(|owner| account.as_ref().is_none_or(|account| account.may_be(owner)))
        });
        Ok(match (fitting.pop(), fitting.is_empty()) {
            (Some(group), true) => Verification::Applied(Made::Found(group.id)),
            // There are several, or one that may be older or another account's: a person must decide.
            (last, _) => {
                let candidates = fitting.into_iter().chain(last).chain(others);
                Verification::Unclear(candidates.map(GroupSummary::from).collect())
            }
        })
    }

    fn part_failed(&self, _before: &NamesakesBefore, answers: &[Made], failure: &Failure) -> Option<Made> {
        let (part, asked) = match failure.carried {
            Effect::No => (Part::NotSet, MissingAsked::NotAsked),
            Effect::Maybe => (Part::Unconfirmed, MissingAsked::Unanswered),
        };
        match steps(self, answers).get(answers.len())? {
            CreateStep::Create => None,
            CreateStep::Describe(_) => Some(Made::Description(part)),
            CreateStep::Picture(_) => Some(Made::Picture(part)),
            CreateStep::FindMissing => Some(Made::Missing(None)),
            CreateStep::AskMissing(_) => Some(Made::Asked(asked)),
        }
    }

    async fn outcome(
        &self,
        api: &GroupsApi,
        _before: NamesakesBefore,
        answers: Vec<Made>,
        _stopped: Option<&Failure>,
    ) -> Result<GroupCreated, Failure> {
        let Self { session, name, description, picture, .. } = self;
        let Some(group) = made(&answers).cloned() else {
            return Err(Failure::new(ApiError::Lost, Effect::Maybe));
        };
        let part = |step: fn(&Made) -> Option<Part>| answers.iter().find_map(step).unwrap_or(Part::NotSet);
        let mut described = description.as_ref().map(|_| part(Made::description));
        let pictured = picture.as_ref().map(|_| part(Made::picture));
        if let (Some(Part::Unconfirmed), Some(text)) = (described, description)
            && is_described(api, session, &group, text).await.unwrap_or_default()
        {
            described = Some(Part::Set);
        }
        let people = self.joined(api, &group, &answers).await;
        let invite = invite_if_wanted(api, session, &group, &people).await;
        Ok(GroupCreated { group, name: name.as_str().to_owned(), people, invite, described, pictured })
    }

    fn repeats(&self, other: &Self) -> bool {
        self.session == other.session && self.name.as_str().to_lowercase() == other.name.as_str().to_lowercase()
    }
}

impl CreateGroup {
    /// Returns those who are not in the new group by an id that the list shows; `None` if the members cannot be read.
    /// Nobody else knows of the group yet, so as many members without a number are those people.
    async fn missing(&self, api: &GroupsApi, group: &GroupId) -> Option<Vec<Person>> {
        let members = api.participants(&self.session, group).await.ok()?;
        let index = MemberIndex::new(&members);
        let missing: Vec<Person> = self.people.iter().filter(|person| index.find(person).is_none()).cloned().collect();
        let unnamed = members.iter().filter(|member| may_be_new(member, &[])).count();
        Some(if missing.len() > unnamed { missing } else { Vec::new() })
    }

    /// Returns who is in the new group, and why the others are not, as far as it is known.
    async fn joined(&self, api: &GroupsApi, group: &GroupId, answers: &[Made]) -> Vec<AddResult> {
        let missing = answers.iter().find_map(Made::missing);
        let all_joined = missing.is_some_and(<[Person]>::is_empty);
        if all_joined || self.people.is_empty() {
            let added = |person: &Person| AddResult { person: person.clone(), standing: AddStatus::Added };
            return self.people.iter().map(added).collect();
        }
        let members = api.participants(&self.session, group).await.ok();
        let created = match answers.first() {
            Some(Made::Group(_)) => BatchItem::Answered,
            _ => BatchItem::Unanswered,
        };
        let asked_again = answers.iter().find_map(Made::asked);
        let is_lost = matches!(asked_again, Some(MissingAsked::Unanswered));
        let asked = self.people.iter().map(|person| {
            let is_missing = missing.is_some_and(|missing| missing.contains(person));
            if is_missing && is_lost { BatchItem::Unanswered } else { created }
        });
        let results = asked_again.map_or(&[] as &[_], MissingAsked::results);
        let around = MembersAround { before: &[], lids_before: &[], now: members.as_deref() };
        let mut people = stand(&self.people, asked.collect(), results, around);
        // The group is new, so this request made them members.
        for result in people.iter_mut().filter(|result| result.standing == AddStatus::AlreadyMember) {
            result.standing = AddStatus::Added;
        }
        people
    }

    fn is_called_so(&self, group: &ListedGroup) -> bool {
        group.name.trim() == self.name.as_str()
    }
}

/// The groups of that name before the creation, and the time of the read, to the second like that of a group.
#[derive(Debug, Serialize, Deserialize)]
pub struct NamesakesBefore {
    groups: Vec<GroupId>,
    #[serde(with = "usher_clock::seconds")]
    at: Timestamp,
}

async fn is_described(
    api: &GroupsApi,
    session: &SessionName,
    group: &GroupId,
    text: &Description,
) -> Result<bool, ApiError> {
    Ok(api.group(session, group).await?.description.as_deref() == Some(text.as_str()))
}
