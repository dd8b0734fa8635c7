//! `/wa-group members add`: groups API, operation 10 in requests of at most 256, with 9 before and after: who was a member
//! already is not asked for, and who is a member afterwards was added.

use serde::{Deserialize, Serialize};

use super::standing::{Asked, invite_if_wanted, stand};
use super::{Change, Failure, Found, GroupRef, Outcome, PEOPLE_PER_REQUEST, Perform, batch, find_member, members_among};
use crate::access::{Capability, Reach};
use crate::groups_api::ids::Person;
use crate::groups_api::model::{AddResult, Participant};
use crate::groups_api::{ApiError, GroupsApi};


#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddMembers {
    pub at: GroupRef,
    pub people: Vec<Person>,
}

impl Perform for AddMembers {
    const NAME: &'static str = "members.add";
    const NEEDS: Capability = Capability::MembersAdd;

    fn reach(&self) -> Reach<'_> {
        self.at.reach()
    }
}

impl Change for AddMembers {
    /// Who of them was a member before.
    type Before = Vec<Participant>;
    type Answer = Vec<AddResult>;
    const REPEATABLE: bool = true;

    async fn look(&self, api: &GroupsApi) -> Result<Vec<Participant>, Failure> {
        members_among(api, &self.at, &self.people).await
    }

    fn requests(&self, before: &Vec<Participant>) -> usize {
        self.strangers(before).len().div_ceil(PEOPLE_PER_REQUEST)
    }

    async fn send(
        &self,
        api: &GroupsApi,
        before: &Vec<Participant>,
        answers: &[Vec<AddResult>],
    ) -> Result<Vec<AddResult>, ApiError> {
        api.add_participants(&self.at.session, &self.at.group, &batch(&self.strangers(before), answers.len())).await
    }

    /// Whoever of them is a member now was added by it. If nobody is, all of them may have to be invited: asking again does
    /// no harm.
    async fn find(
        &self,
        api: &GroupsApi,
        before: &Vec<Participant>,
        answers: &[Vec<AddResult>],
    ) -> Result<Found<Vec<AddResult>>, ApiError> {
        let now = api.participants(&self.at.session, &self.at.group).await?;
        let is_in = |person: &Person| find_member(&now, person).is_some();
        let added = batch(&self.strangers(before), answers.len()).iter().any(is_in);
        Ok(if added { Found::Done(Vec::new()) } else { Found::NotDone })
    }

    async fn outcome(
        &self,
        api: &GroupsApi,
        before: Vec<Participant>,
        answers: Vec<Vec<AddResult>>,
        doubt: bool,
    ) -> Result<Outcome, Failure> {
        let GroupRef { session, group, .. } = &self.at;
        let sent = answers.len() + usize::from(doubt);
        let asked = Asked { people: sent * PEOPLE_PER_REQUEST, results: answers.into_iter().flatten().collect() };
        let now = if sent == 0 { None } else { api.participants(session, group).await.ok() };
        let people = stand(self.people.clone(), &asked, &before, now.as_deref());
        let invite = invite_if_wanted(api, session, group, &people).await;
        Ok(Outcome::Added { people, invite })
    }
}

impl AddMembers {
    fn strangers(&self, before: &[Participant]) -> Vec<&Person> {
        self.people.iter().filter(|person| find_member(before, person).is_none()).collect()
    }

}
