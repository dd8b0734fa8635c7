//! `/wa-group create`: groups API, operations 1 and 5, then 9 to see who got in. Operation 2 before them, so that a group
//! whose creation was not answered is told apart from one of the same name that was there already.

use serde::{Deserialize, Serialize};

use super::standing::{Asked, invite_if_wanted, stand};
use super::{Change, Description, Failure, Found, GroupName, Outcome, Perform};
use crate::access::{Capability, Groups, Reach};
use crate::groups_api::ids::{GroupId, Person, SessionName};
use crate::groups_api::model::Group;
use crate::groups_api::{ApiError, Carried, GroupsApi};

/// How far WhatsApp's clock may be behind this machine's, in seconds.
const SKEW: i64 = 300;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateGroup {
    pub session: SessionName,
    pub name: GroupName,
    /// At most [`super::PEOPLE_PER_REQUEST`].
    pub people: Vec<Person>,
    pub description: Option<Description>,
}

impl Perform for CreateGroup {
    const NAME: &'static str = "groups.create";
    const NEEDS: Capability = Capability::GroupsCreate;
    const HEAVY: bool = true;

    fn reach(&self) -> Reach<'_> {
        Reach { session: Some(&self.session), groups: Groups::Any }
    }
}

impl Change for CreateGroup {
    type Before = Namesakes;
    type Answer = Made;
    /// It would make a second group.
    const REPEATABLE: bool = false;

    fn adds(&self, _before: &Namesakes) -> usize {
        self.people.len()
    }

    async fn look(&self, api: &GroupsApi) -> Result<Namesakes, Failure> {
        let groups = api.groups(&self.session).await.map_err(Failure::of_read)?;
        let namesakes = groups.into_iter().filter(|group| self.is_called_so(group)).map(|group| group.id);
        Ok(Namesakes { groups: namesakes.collect(), at: api.unix_seconds() })
    }

    fn requests(&self, _before: &Namesakes) -> usize {
        1 + usize::from(self.description.is_some())
    }

    async fn send(&self, api: &GroupsApi, _before: &Namesakes, answers: &[Made]) -> Result<Made, ApiError> {
        match (answers.first(), &self.description) {
            (Some(Made::Group(group)), Some(text)) => {
                let set = api.set_description(&self.session, group, text.as_str()).await;
                // From here on the group is there: what fails is told as part of the outcome.
                Ok(Made::Description(set.is_ok()))
            }
            _ => Ok(Made::Group(api.create_group(&self.session, self.name.as_str(), &self.people).await?.id)),
        }
    }

    async fn find(&self, api: &GroupsApi, before: &Namesakes, answers: &[Made]) -> Result<Found<Made>, ApiError> {
        if let (Some(Made::Group(group)), Some(text)) = (answers.first(), &self.description) {
            let is = api.group(&self.session, group).await?.description;
            return Ok(Found::Done(Made::Description(is.as_deref() == Some(text.as_str()))));
        }
        let account = api.session(&self.session).await.ok().and_then(|session| session.lid);
        let mut new: Vec<Group> = api.groups(&self.session).await?;
        new.retain(|group| {
            self.is_called_so(group)
                && !before.groups.contains(&group.id)
                && group.created_at.is_none_or(|created| created + SKEW >= before.at)
                && (group.owner.is_none() || account.is_none() || group.owner == account)
        });
        Ok(match (new.pop(), new.is_empty()) {
            (None, _) => Found::NotDone,
            (Some(group), true) => Found::Done(Made::Group(group.id)),
            (Some(_), false) => Found::Unclear,
        })
    }

    async fn outcome(
        &self,
        api: &GroupsApi,
        _before: Namesakes,
        answers: Vec<Made>,
        _stopped: Option<&Failure>,
    ) -> Result<Outcome, Failure> {
        let Self { session, name, people, description } = self;
        let mut answers = answers.into_iter();
        let Some(Made::Group(group)) = answers.next() else {
            return Err(Failure { cause: ApiError::Lost, carried: Carried::Maybe });
        };
        let described = match (description, answers.next()) {
            (None, _) => None,
            (Some(_), Some(Made::Description(set))) => Some(set),
            (Some(_), _) => Some(false),
        };
        let members = api.participants(session, &group).await.ok();
        let asked = Asked { people: people.len(), results: Vec::new() };
        let people = stand(people.clone(), &asked, &[], members.as_deref());
        let invite = invite_if_wanted(api, session, &group, &people).await;
        Ok(Outcome::Created { group, name: name.as_str().to_owned(), people, invite, described })
    }
}

impl CreateGroup {
    fn is_called_so(&self, group: &Group) -> bool {
        group.name.trim() == self.name.as_str()
    }
}

/// The groups of that name before, and when they were looked at (Unix seconds).
#[derive(Debug, Serialize, Deserialize)]
pub struct Namesakes {
    groups: Vec<GroupId>,
    at: i64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Made {
    Group(GroupId),
    /// Whether it was set.
    Description(bool),
}
