//! `/wa-group members add`: groups API, operation 10 in requests of at most 256, with 9 before and after: who was a member
//! already is not asked for, and who is a member afterwards was added. Where little is left of the day's budget it goes
//! slowly: WhatsApp bans accounts that add many strangers in a short time (field notes, section 6).

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::change::jittered;
use super::standing::{Asked, invite_if_wanted, stand, unnamed};
use super::{Change, Failure, Found, GroupRef, Outcome, PEOPLE_PER_REQUEST, Perform, batch, find_member};
use crate::access::{Capability, Reach};
use crate::groups_api::ids::{Lid, Person};
use crate::groups_api::model::{AddResult, Participant};
use crate::groups_api::{ApiError, Carried, GroupsApi};

/// People in one request, and the least pause between two, when it goes slowly.
const FEW: usize = 20;
const PAUSE: Duration = Duration::from_secs(20);

/// What is known before anybody is added.
#[derive(Debug, Serialize, Deserialize)]
pub struct Before {
    /// Those who are members already.
    members: Vec<Participant>,
    /// Those who are members and known by LID only.
    #[serde(default)]
    unnamed: Vec<Lid>,
    /// People in one request.
    at_once: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddMembers {
    pub at: GroupRef,
    pub people: Vec<Person>,
}

impl Perform for AddMembers {
    const NAME: &'static str = "members.add";
    const NEEDS: Capability = Capability::MembersAdd;
    const HEAVY: bool = true;

    fn reach(&self) -> Reach<'_> {
        self.at.reach()
    }
}

impl Change for AddMembers {
    type Before = Before;
    type Answer = Vec<AddResult>;
    const REPEATABLE: bool = true;

    fn adds(&self, before: &Before) -> usize {
        self.strangers(before).len()
    }

    fn reached(&self, before: &Before, requests: usize) -> Option<(usize, usize)> {
        let all = self.strangers(before).len();
        Some(((requests * before.at_once).min(all), all))
    }

    fn slow_down(before: &mut Before) {
        before.at_once = FEW;
    }

    fn pause(&self, before: &Before) -> Duration {
        if before.at_once < PEOPLE_PER_REQUEST { jittered(PAUSE) } else { Duration::ZERO }
    }

    async fn look(&self, api: &GroupsApi) -> Result<Before, Failure> {
        let mut members = api.participants(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        let unnamed = unnamed(&members);
        members.retain(|member| self.people.iter().any(|person| member.is(person)));
        Ok(Before { members, unnamed, at_once: PEOPLE_PER_REQUEST })
    }

    fn requests(&self, before: &Before) -> usize {
        self.strangers(before).len().div_ceil(before.at_once.max(1))
    }

    async fn send(
        &self,
        api: &GroupsApi,
        before: &Before,
        answers: &[Vec<AddResult>],
    ) -> Result<Vec<AddResult>, ApiError> {
        api.add_participants(&self.at.session, &self.at.group, &self.next(before, answers)).await
    }

    /// Whoever of them is a member now was added by it. If nobody is, all of them may have to be invited: asking again does
    /// no harm.
    async fn find(
        &self,
        api: &GroupsApi,
        before: &Before,
        answers: &[Vec<AddResult>],
    ) -> Result<Found<Vec<AddResult>>, ApiError> {
        let now = api.participants(&self.at.session, &self.at.group).await?;
        let is_in = |person: &Person| find_member(&now, person).is_some();
        let added = self.next(before, answers).iter().any(is_in);
        Ok(if added { Found::Done(Vec::new()) } else { Found::NotDone })
    }

    async fn outcome(
        &self,
        api: &GroupsApi,
        before: Before,
        answers: Vec<Vec<AddResult>>,
        stopped: Option<&Failure>,
    ) -> Result<Outcome, Failure> {
        let GroupRef { session, group, .. } = &self.at;
        let by_somebody = stopped.is_none() && answers.len() < self.requests(&before);
        let doubt = stopped.is_some_and(|failure| failure.carried == Carried::Maybe);
        let sent = answers.len() + usize::from(doubt);
        let results = answers.into_iter().flatten().collect();
        let asked = Asked { people: sent * before.at_once, results, unnamed: before.unnamed };
        let now = if sent == 0 { None } else { api.participants(session, group).await.ok() };
        let people = stand(self.people.clone(), &asked, &before.members, now.as_deref());
        let invite = invite_if_wanted(api, session, group, &people).await;
        let pause = stopped.and_then(|failure| failure.cause.retry_after());
        let rest_at = pause.map(|pause| api.unix_seconds() + i64::try_from(pause.as_secs()).unwrap_or_default());
        Ok(Outcome::Added { people, invite, rest_at, stopped: by_somebody })
    }
}

impl AddMembers {
    fn strangers(&self, before: &Before) -> Vec<&Person> {
        self.people.iter().filter(|person| find_member(&before.members, person).is_none()).collect()
    }

    /// Whom the next request names.
    fn next(&self, before: &Before, answers: &[Vec<AddResult>]) -> Vec<Person> {
        batch(&self.strangers(before), answers.len(), before.at_once)
    }
}
