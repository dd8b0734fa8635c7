//! Results for each person of an add or a create. A 2xx proves nothing: people may forbid being added, and a number may
//! not be on WhatsApp. Only the members read back prove it.

use std::collections::{HashMap, HashSet};

use groups_api::GroupsApi;
use serde::{Deserialize, Serialize};
use whatsapp::{AddAnswer, GroupId, InviteCode, Lid, LineKey, MemberIndex, Participant, Person, Role, SessionName};

use super::batches::BatchItem;

/// A person, and their status after the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddResult {
    pub person: Person,
    pub standing: AddStatus,
}

impl AddResult {
    pub fn is_unconfirmed(&self) -> bool {
        self.standing == AddStatus::Unconfirmed
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AddStatus {
    Added,
    AlreadyMember,
    /// Their privacy settings let nobody add them (403). They can join by the invite link.
    Private,
    /// Requested and not in the group; WhatsApp lets such people join by the invite link. (Earlier releases also used it
    /// where no reason was known.)
    MustBeInvited,
    /// Requested and not in the group, for a reason that is not known.
    NotAdded,
    NotOnWhatsApp,
    /// Left a short while ago; they cannot be added back yet.
    LeftRecently,
    GroupFull,
    /// Refused with a code of unknown meaning.
    Refused,
    /// The API refused a request that named only them, or its refusal named them.
    NumberRefused,
    /// The request that names them was never sent, or the API refused it as a whole.
    NotAsked,
    /// Requested, but the members could not be read back or do not show what the API reported.
    Unconfirmed,
}

/// The facts known of one person.
#[derive(Debug, Clone, Copy)]
pub(super) struct AddFacts {
    pub was_member: bool,
    /// True if a request that names them may have been carried out.
    pub asked: BatchItem,
    /// The API's report of them, if it gave one.
    pub code: Option<u16>,
    /// True if they are among the members read back; `None` if those could not be read.
    pub is_member: Option<bool>,
}

impl AddStatus {
    /// Derives the status. The codes are those of WhatsApp's own answers (field notes, section 6).
    pub(super) fn of(facts: AddFacts) -> Self {
        match facts {
            // Also with 409: the members read back may list this person by another id.
            AddFacts { was_member: true, .. } | AddFacts { code: Some(409), .. } => Self::AlreadyMember,
            AddFacts { is_member: Some(true), .. } => Self::Added,
            AddFacts { asked: BatchItem::No, .. } => Self::NotAsked,
            AddFacts { asked: BatchItem::Refused, .. } => Self::NumberRefused,
            AddFacts { code: Some(403), .. } => Self::Private,
            AddFacts { code: Some(417), .. } => Self::MustBeInvited,
            AddFacts { code: Some(404), .. } => Self::NotOnWhatsApp,
            AddFacts { code: Some(408), .. } => Self::LeftRecently,
            AddFacts { code: Some(419), .. } => Self::GroupFull,
            // The answer was lost: they may be in the group a moment later.
            AddFacts { is_member: None, .. }
            | AddFacts { code: Some(200..=299), .. }
            | AddFacts { code: None, asked: BatchItem::Unanswered, .. } => Self::Unconfirmed,
            AddFacts { code: Some(_), .. } => Self::Refused,
            AddFacts { code: None, .. } => Self::NotAdded,
        }
    }

    /// Returns whether this person is not in the group, and may be added or invited later. The result of an unconfirmed
    /// person is not known.
    pub fn is_not_added(self) -> bool {
        match self {
            Self::Private
            | Self::MustBeInvited
            | Self::NotAdded
            | Self::NotOnWhatsApp
            | Self::LeftRecently
            | Self::GroupFull
            | Self::Refused
            | Self::NumberRefused
            | Self::NotAsked => true,
            Self::Added | Self::AlreadyMember | Self::Unconfirmed => false,
        }
    }

    /// Returns whether the invite link would help this person.
    pub fn wants_invite(self) -> bool {
        matches!(self, Self::Private | Self::MustBeInvited | Self::NotAdded | Self::LeftRecently | Self::Refused)
    }
}

/// Returns whether this member may be a person who was added by number and is listed by LID only. `lids_before`: the
/// LIDs of the members before the request. The creator was never added.
pub(super) fn may_be_new(member: &Participant, lids_before: &[Lid]) -> bool {
    let known = member.phone.is_some() || member.role == Role::SuperAdmin;
    !known && member.lid.as_ref().is_some_and(|lid| !lids_before.contains(lid))
}

/// The members of the group before and after the requests.
#[derive(Debug, Clone, Copy)]
pub(super) struct MembersAround<'a> {
    /// The people of the operation who were members.
    pub before: &'a [Participant],
    /// The LIDs of all members.
    pub lids_before: &'a [Lid],
    /// All members now; `None` if they could not be read.
    pub now: Option<&'a [Participant]>,
}

/// Returns the status of each of `people`, from the state of the request that names them (`asked`), the API's report,
/// and the members. A person is found among the members by an id of the report first, then by number in either form.
pub(super) fn stand(
    people: &[Person],
    asked: Vec<BatchItem>,
    results: &[AddAnswer],
    around: MembersAround<'_>,
) -> Vec<AddResult> {
    let (before, now) = (MemberIndex::new(around.before), around.now.map(MemberIndex::new));
    let lids_before: HashSet<&Lid> = around.lids_before.iter().collect();
    let mut reported: HashMap<LineKey, &AddAnswer> = HashMap::new();
    for result in results {
        reported.entry(result.person.line_key()).or_insert(result);
    }
    let facts = people.iter().zip(asked).map(|(person, asked)| {
        let result = reported.get(&person.line_key());
        let known_as = result.map_or(&[] as &[Person], |result| result.known_as.as_slice());
        let was_listed = known_as.iter().any(|id| matches!(id, Person::Lid(lid) if lids_before.contains(lid)));
        let is_member = now
            .as_ref()
            .map(|now| known_as.iter().any(|id| now.find_exact(id).is_some()) || now.find(person).is_some());
        let was_member = before.find(person).is_some() || was_listed;
        AddFacts { was_member, asked, code: result.map(|result| result.code), is_member }
    });
    let mut facts: Vec<AddFacts> = facts.collect();
    recognise_unnamed(people, &mut facts, results, around);
    let result =
        |(person, facts): (&Person, &AddFacts)| AddResult { person: person.clone(), standing: AddStatus::of(*facts) };
    people.iter().zip(&facts).map(result).collect()
}

/// Judges those who are not found among the members now, where these list new people by an id that the request did not
/// name. If the API reports as many of them as added, they are the new ones. The others may be.
fn recognise_unnamed(
    people: &[Person],
    facts: &mut [AddFacts],
    results: &[AddAnswer],
    MembersAround { lids_before, now, .. }: MembersAround<'_>,
) {
    let Some(now) = now else { return };
    let known: HashSet<&Person> = results.iter().flat_map(|result| &result.known_as).collect();
    let is_known = |member: &Participant| member.lid.clone().is_some_and(|lid| known.contains(&Person::Lid(lid)));
    let new = now.iter().filter(|member| may_be_new(member, lids_before) && !is_known(member)).count();
    let without_lid = now.iter().any(|member| member.lid.is_none());
    let is_missing = |facts: &AddFacts| {
        let asked = matches!(facts.asked, BatchItem::Answered | BatchItem::Unanswered);
        asked && !facts.was_member && facts.is_member == Some(false)
    };
    let is_reported = |facts: &AddFacts| facts.code.is_some_and(|code| (200..300).contains(&code));
    let by_number = |person: &Person| matches!(person, Person::Phone(_));
    let reported = people
        .iter()
        .zip(facts.iter())
        .filter(|(person, facts)| by_number(person) && is_missing(facts) && is_reported(facts));
    let all_are_new = reported.count() <= new;
    for (person, facts) in people.iter().zip(facts.iter_mut()).filter(|(_, facts)| is_missing(facts)) {
        let is_new = by_number(person) && new > 0;
        let may_be_listed = is_new || (!by_number(person) && without_lid);
        if is_new && all_are_new && is_reported(facts) {
            facts.is_member = Some(true);
        } else if may_be_listed {
            facts.is_member = None;
        }
    }
}

/// Replaces the unconfirmed results of `people` by those of `now`, which names the same people in the same order.
pub(super) fn confirm_people(people: &mut [AddResult], now: &[AddResult]) {
    for (result, now) in people.iter_mut().zip(now).filter(|(result, _)| result.is_unconfirmed()) {
        result.standing = now.standing;
    }
}

/// Returns the invite link, if a person needs it and the API gives it.
pub(super) async fn invite_if_wanted(
    api: &GroupsApi,
    session: &SessionName,
    group: &GroupId,
    people: &[AddResult],
) -> Option<InviteCode> {
    if people.iter().any(|stood| stood.standing.wants_invite()) { api.invite(session, group).await.ok() } else { None }
}

#[cfg(test)]
mod tests;
