//! Results for each person of an add or a create. A 2xx proves nothing: people may forbid being added, and a number may
//! not be on WhatsApp. Only the members read back prove it.

use groups_api::GroupsApi;
use serde::{Deserialize, Serialize};
use whatsapp::{AddAnswer, GroupId, InviteCode, Lid, Participant, Person, Role, SessionName};

use super::batches::{BatchItem, Batches};
use super::find_member;

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
    /// Requested and not in the group; WhatsApp lets such people join by the invite link.
    MustBeInvited,
    NotOnWhatsApp,
    /// Left a short while ago; they cannot be added back yet.
    LeftRecently,
    GroupFull,
    /// Refused with a code of unknown meaning.
    Refused,
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
            AddFacts { code: Some(403 | 417), .. } => Self::MustBeInvited,
            AddFacts { code: Some(404), .. } => Self::NotOnWhatsApp,
            AddFacts { code: Some(408), .. } => Self::LeftRecently,
            AddFacts { code: Some(419), .. } => Self::GroupFull,
            // The answer was lost: they may be in the group a moment later.
            AddFacts { is_member: None, .. }
            | AddFacts { code: Some(200..=299), .. }
            | AddFacts { code: None, asked: BatchItem::Unanswered, .. } => Self::Unconfirmed,
            AddFacts { code: Some(_), .. } => Self::Refused,
            AddFacts { code: None, .. } => Self::MustBeInvited,
        }
    }

    /// Returns whether this person is not in the group, and may be added or invited later. The result of an unconfirmed
    /// person is not known.
    pub fn is_not_added(self) -> bool {
        match self {
            Self::MustBeInvited
            | Self::NotOnWhatsApp
            | Self::LeftRecently
            | Self::GroupFull
            | Self::Refused
            | Self::NotAsked => true,
            Self::Added | Self::AlreadyMember | Self::Unconfirmed => false,
        }
    }

    /// Returns whether the invite link would help this person.
    pub fn wants_invite(self) -> bool {
        matches!(self, Self::MustBeInvited | Self::LeftRecently | Self::Refused)
    }
}

/// Returns whether this member may be a person who was added by number and is listed by LID only. `unnamed`: the
/// members before the request who are known by LID only. The creator was never added.
pub(super) fn may_be_new(member: &Participant, unnamed: &[Lid]) -> bool {
    let known = member.phone.is_some() || member.role == Role::SuperAdmin;
    !known && member.lid.as_ref().is_some_and(|lid| !unnamed.contains(lid))
}

/// Returns the LIDs of the members whose number is not shown.
pub(super) fn unnamed(members: &[Participant]) -> Vec<Lid> {
    members.iter().filter(|member| member.phone.is_none()).filter_map(|member| member.lid.clone()).collect()
}

/// Returns the status of each of `people`, from the API's report, the members before (with those known by LID only),
/// and the members now.
pub(super) fn stand(
    people: Vec<Person>,
    batches: &Batches,
    results: &[AddAnswer],
    (before, unnamed): (&[Participant], &[Lid]),
    now: Option<&[Participant]>,
) -> Vec<AddResult> {
    let were_members: Vec<bool> = people.iter().map(|person| find_member(before, person).is_some()).collect();
    let asked = batches.asked_of_each(were_members.iter().map(|was_member| !was_member));
    let anyone_unnamed = now.is_some_and(|now| now.iter().any(|member| may_be_new(member, unnamed)));
    people
        .into_iter()
        .zip(were_members.iter().copied().zip(asked))
        .map(|(person, (was_member, asked))| {
            let facts = AddFacts {
                was_member,
                asked,
                code: results.iter().find(|result| result.person == person).map(|result| result.code),
                // WhatsApp may list a person who was added by number by a LID that Usher does not know.
                is_member: now
                    .map(|members| find_member(members, &person).is_some())
                    .filter(|is_member| *is_member || !anyone_unnamed || matches!(person, Person::Lid(_))),
            };
            AddResult { standing: AddStatus::of(facts), person }
        })
        .collect()
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
mod tests {
    use super::*;

    #[test]
    fn nobody_is_called_added_on_the_apis_word_alone() {
        let asked = AddFacts { was_member: false, asked: BatchItem::Answered, code: None, is_member: Some(false) };
        let unanswered = AddFacts { asked: BatchItem::Unanswered, ..asked };
        for (facts, standing) in [
            (AddFacts { was_member: true, is_member: Some(true), ..asked }, AddStatus::AlreadyMember),
            (AddFacts { is_member: Some(true), ..asked }, AddStatus::Added),
            (AddFacts { is_member: Some(true), code: Some(403), ..asked }, AddStatus::Added),
            (asked, AddStatus::MustBeInvited),
            (AddFacts { code: Some(200), ..asked }, AddStatus::Unconfirmed),
            (AddFacts { code: Some(200), is_member: None, ..asked }, AddStatus::Unconfirmed),
            (AddFacts { code: Some(403), ..asked }, AddStatus::MustBeInvited),
            (AddFacts { code: Some(404), ..asked }, AddStatus::NotOnWhatsApp),
            (AddFacts { code: Some(404), is_member: None, ..asked }, AddStatus::NotOnWhatsApp),
            (AddFacts { code: Some(409), ..asked }, AddStatus::AlreadyMember),
            (AddFacts { code: Some(409), is_member: None, ..asked }, AddStatus::AlreadyMember),
            (AddFacts { code: Some(409), is_member: Some(true), ..asked }, AddStatus::AlreadyMember),
            (AddFacts { code: Some(408), ..asked }, AddStatus::LeftRecently),
            (AddFacts { code: Some(417), ..asked }, AddStatus::MustBeInvited),
            (AddFacts { code: Some(419), ..asked }, AddStatus::GroupFull),
            (AddFacts { code: Some(401), ..asked }, AddStatus::Refused),
            (AddFacts { is_member: None, ..asked }, AddStatus::Unconfirmed),
            (AddFacts { asked: BatchItem::No, ..asked }, AddStatus::NotAsked),
            (AddFacts { asked: BatchItem::No, is_member: None, ..asked }, AddStatus::NotAsked),
            (unanswered, AddStatus::Unconfirmed),
            (AddFacts { is_member: None, ..unanswered }, AddStatus::Unconfirmed),
            (AddFacts { is_member: Some(true), ..unanswered }, AddStatus::Added),
        ] {
            assert_eq!(AddStatus::of(facts), standing, "{facts:?}");
        }
    }
}
