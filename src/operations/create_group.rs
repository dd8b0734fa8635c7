//! `/wa-group create`: groups API, operations 1, 5 and 6, then 9 to see who got in. Operation 2 before them, so that a group
//! whose creation was not answered is told apart from one of the same name that was there already.

use serde::{Deserialize, Serialize};

use super::standing::{Asked, invite_if_wanted, stand};
use super::{Change, Description, Failure, Found, GroupName, Outcome, Perform};
use crate::access::{Capability, Groups, Reach};
use crate::groups_api::ids::{GroupId, Person, SessionName};
use crate::groups_api::model::ListedGroup;
use crate::groups_api::{ApiError, Carried, GroupsApi, Picture as Sent};
use crate::picture::Picture;

/// How far WhatsApp's clock may be behind this machine's, in seconds.
const SKEW: i64 = 300;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateGroup {
    pub session: SessionName,
    pub name: GroupName,
    /// At most [`super::PEOPLE_PER_REQUEST`].
    pub people: Vec<Person>,
    pub description: Option<Description>,
    #[serde(default)]
    pub picture: Option<Picture>,
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
        let groups = api.readable_groups(&self.session).await.map_err(Failure::of_read)?;
        let namesakes = groups.entries.into_iter().filter(|group| self.is_called_so(group)).map(|group| group.id);
        Ok(Namesakes { groups: namesakes.collect(), at: api.unix_seconds() })
    }

    fn requests(&self, _before: &Namesakes) -> usize {
        self.steps().len()
    }

    async fn send(&self, api: &GroupsApi, _before: &Namesakes, answers: &[Made]) -> Result<Made, ApiError> {
        let (session, group) = (&self.session, made(answers));
        // Once the group is there, what fails is told as part of the outcome.
        Ok(match (self.steps().get(answers.len()), group) {
            (Some(Step::Describe(text)), Some(group)) => {
                Made::Description(api.set_description(session, group, text.as_str()).await.is_ok())
            }
            (Some(Step::Picture(picture)), Some(group)) => {
                let picture = Sent::Base64(picture.base64().to_owned());
                Made::Picture(api.set_picture(session, group, picture).await.is_ok())
            }
            _ => Made::Group(api.create_group(session, self.name.as_str(), &self.people).await?.id),
        })
    }

    async fn find(&self, api: &GroupsApi, before: &Namesakes, answers: &[Made]) -> Result<Found<Made>, ApiError> {
        match (self.steps().get(answers.len()), made(answers)) {
            (Some(Step::Describe(text)), Some(group)) => {
                let is = api.group(&self.session, group).await?.description;
                return Ok(Found::Done(Made::Description(is.as_deref() == Some(text.as_str()))));
            }
            // The API does not show a group's picture.
            (Some(Step::Picture(_)), Some(_)) => return Ok(Found::Done(Made::Picture(false))),
            _ => {}
        }
        let account = api.session(&self.session).await.ok().and_then(|session| session.lid);
        let mut new = api.groups(&self.session).await?;
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
        let Self { session, name, people, description, picture } = self;
        let Some(group) = made(&answers).cloned() else {
            return Err(Failure { cause: ApiError::Lost, carried: Carried::Maybe });
        };
        let is_set = |wanted: bool, step: fn(&Made) -> Option<bool>| {
            wanted.then(|| answers.iter().find_map(step).unwrap_or_default())
        };
        let described = is_set(description.is_some(), |made| match made {
            Made::Description(set) => Some(*set),
            _ => None,
        });
        let pictured = is_set(picture.is_some(), |made| match made {
            Made::Picture(set) => Some(*set),
            _ => None,
        });
        let members = api.participants(session, &group).await.ok();
        let asked = Asked { people: people.len(), results: Vec::new(), unnamed: Vec::new() };
        let people = stand(people.clone(), &asked, &[], members.as_deref());
        let invite = invite_if_wanted(api, session, &group, &people).await;
        Ok(Outcome::Created { group, name: name.as_str().to_owned(), people, invite, described, pictured })
    }
}

/// One of the requests that it takes.
enum Step<'a> {
    Create,
    Describe(&'a Description),
    Picture(&'a Picture),
}

/// The group that was created, once it was.
fn made(answers: &[Made]) -> Option<&GroupId> {
    match answers.first() {
        Some(Made::Group(group)) => Some(group),
        _ => None,
    }
}

impl CreateGroup {
    fn steps(&self) -> Vec<Step<'_>> {
        let describe = self.description.as_ref().map(Step::Describe);
        let picture = self.picture.as_ref().map(Step::Picture);
        [Some(Step::Create), describe, picture].into_iter().flatten().collect()
    }

    fn is_called_so(&self, group: &ListedGroup) -> bool {
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
    /// Likewise.
    Picture(bool),
}
