//! How it went for each person of an add or a create. A 2xx proves nothing: people may forbid being added, and a number
//! may not be on WhatsApp. The members read back do.

use serde::{Deserialize, Serialize};

use super::batches::{Asked, Batches};
use super::find_member;
use crate::groups_api::GroupsApi;
use crate::groups_api::ids::{GroupId, InviteCode, Lid, Person, SessionName};
use crate::groups_api::model::{AddResult, Participant, Role};

/// A person, and where they stand after the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stood {
    pub person: Person,
    pub standing: Standing,
}

impl Stood {
    pub fn is_unconfirmed(&self) -> bool {
        self.standing == Standing::Unconfirmed
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Added,
    AlreadyMember,
    /// Asked for and not in the group; WhatsApp lets such people join by the invite link.
    MustBeInvited,
    NotOnWhatsApp,
    /// Left a short while ago; cannot be added back yet.
    LeftRecently,
    GroupFull,
    /// Refused with a code whose meaning is not known.
    Refused,
    /// The request that names them was never sent, or the API refused it as a whole.
    NotAsked,
    /// They were asked for, and the members could not be read back, or do not show what the API said.
    Unconfirmed,
}

/// What is known of one person.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts {
    pub was_member: bool,
    /// Whether a request that names them may have been carried out.
    pub asked: Asked,
    /// What the API said of them, where it did.
    pub code: Option<u16>,
    /// Whether they are among the members read back; `None` where those could not be read.
    pub is_member: Option<bool>,
}

impl Standing {
    /// The meanings of the codes are those of WhatsApp's own answers (field notes, section 6).
    pub(super) fn of(facts: Facts) -> Self {
        match facts {
            // With 409, though the members read back may list this person by another id.
            Facts { was_member: true, .. } | Facts { code: Some(409), .. } => Self::AlreadyMember,
            Facts { is_member: Some(true), .. } => Self::Added,
            Facts { asked: Asked::No, .. } => Self::NotAsked,
            Facts { code: Some(403 | 417), .. } => Self::MustBeInvited,
            Facts { code: Some(404), .. } => Self::NotOnWhatsApp,
            Facts { code: Some(408), .. } => Self::LeftRecently,
            Facts { code: Some(419), .. } => Self::GroupFull,
            // Of those whose answer was lost: they may be in the group a moment later.
            Facts { is_member: None, .. }
            | Facts { code: Some(200..=299), .. }
            | Facts { code: None, asked: Asked::Unanswered, .. } => Self::Unconfirmed,
            Facts { code: Some(_), .. } => Self::Refused,
            Facts { code: None, .. } => Self::MustBeInvited,
        }
    }

    /// Whether the invite link would help this person.
    pub fn wants_invite(self) -> bool {
        matches!(self, Self::MustBeInvited | Self::LeftRecently | Self::Refused)
    }
}

/// Returns whether this member may be a person who was added by number and is listed by LID only. `unnamed`: those who
/// were members before and are known by LID only. The creator is not.
pub(super) fn may_be_new(member: &Participant, unnamed: &[Lid]) -> bool {
    let known = member.phone.is_some() || member.role == Role::SuperAdmin;
    !known && member.lid.as_ref().is_some_and(|lid| !unnamed.contains(lid))
}

/// Returns the LIDs of the members whose number is not shown.
pub(super) fn unnamed(members: &[Participant]) -> Vec<Lid> {
    members.iter().filter(|member| member.phone.is_none()).filter_map(|member| member.lid.clone()).collect()
}

/// Where each of `people` stands, given what the API said of them, who was a member before (and which members were known
/// by LID only), and who is now.
pub(super) fn stand(
    people: Vec<Person>,
    batches: &Batches,
    results: &[AddResult],
    (before, unnamed): (&[Participant], &[Lid]),
    now: Option<&[Participant]>,
) -> Vec<Stood> {
    let were_members: Vec<bool> = people.iter().map(|person| find_member(before, person).is_some()).collect();
    let asked = batches.asked_of_each(were_members.iter().map(|was_member| !was_member));
    let anyone_unnamed = now.is_some_and(|now| now.iter().any(|member| may_be_new(member, unnamed)));
    people
        .into_iter()
        .zip(were_members.iter().copied().zip(asked))
        .map(|(person, (was_member, asked))| {
            let facts = Facts {
                was_member,
                asked,
                code: results.iter().find(|result| result.person == person).map(|result| result.code),
                // WhatsApp may list a person who was asked for by number by a LID that nobody here knows.
                is_member: now
                    .map(|members| find_member(members, &person).is_some())
                    .filter(|is_member| *is_member || !anyone_unnamed || matches!(person, Person::Lid(_))),
            };
            Stood { standing: Standing::of(facts), person }
        })
        .collect()
}

/// The invite link, if somebody needs it and it can be had.
pub(super) async fn invite_if_wanted(
    api: &GroupsApi,
    session: &SessionName,
    group: &GroupId,
    people: &[Stood],
) -> Option<InviteCode> {
    if people.iter().any(|stood| stood.standing.wants_invite()) { api.invite(session, group).await.ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_called_added_on_the_apis_word_alone() {
        let asked = Facts { was_member: false, asked: Asked::Answered, code: None, is_member: Some(false) };
        let unanswered = Facts { asked: Asked::Unanswered, ..asked };
        for (facts, standing) in [
            (Facts { was_member: true, is_member: Some(true), ..asked }, Standing::AlreadyMember),
            (Facts { is_member: Some(true), ..asked }, Standing::Added),
            (Facts { is_member: Some(true), code: Some(403), ..asked }, Standing::Added),
            (asked, Standing::MustBeInvited),
            (Facts { code: Some(200), ..asked }, Standing::Unconfirmed),
            (Facts { code: Some(200), is_member: None, ..asked }, Standing::Unconfirmed),
            (Facts { code: Some(403), ..asked }, Standing::MustBeInvited),
            (Facts { code: Some(404), ..asked }, Standing::NotOnWhatsApp),
            (Facts { code: Some(404), is_member: None, ..asked }, Standing::NotOnWhatsApp),
            (Facts { code: Some(409), ..asked }, Standing::AlreadyMember),
            (Facts { code: Some(409), is_member: None, ..asked }, Standing::AlreadyMember),
            (Facts { code: Some(409), is_member: Some(true), ..asked }, Standing::AlreadyMember),
            (Facts { code: Some(408), ..asked }, Standing::LeftRecently),
            (Facts { code: Some(417), ..asked }, Standing::MustBeInvited),
            (Facts { code: Some(419), ..asked }, Standing::GroupFull),
            (Facts { code: Some(401), ..asked }, Standing::Refused),
            (Facts { is_member: None, ..asked }, Standing::Unconfirmed),
            (Facts { asked: Asked::No, ..asked }, Standing::NotAsked),
            (Facts { asked: Asked::No, is_member: None, ..asked }, Standing::NotAsked),
            (unanswered, Standing::Unconfirmed),
            (Facts { is_member: None, ..unanswered }, Standing::Unconfirmed),
            (Facts { is_member: Some(true), ..unanswered }, Standing::Added),
        ] {
            assert_eq!(Standing::of(facts), standing, "{facts:?}");
        }
    }
}
