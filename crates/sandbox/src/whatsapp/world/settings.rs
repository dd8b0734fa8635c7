//! The choices that the contract leaves open, and the variants with which the stand-in answers. The first variant of
//! each is the default.

use std::time::Duration;

use crate::whatsapp::auth::RateLimit;

/// The behaviour of the stand-in where the contract leaves a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    pub answers: Answers,
    pub results: AddResults,
    pub invite: InviteAnswer,
    pub join: JoinAnswer,
    pub preview_size: PreviewSize,
    pub preview_inviter: PreviewInviter,
    pub no_description: NoDescription,
    pub participant_id: ParticipantId,
    /// True if the list of groups contains their participants.
    pub members_in_lists: bool,
    /// True if participants have their LIDs.
    pub lids: bool,
    pub rate_limit: RateLimit,
    /// Minimum duration of every call.
    pub latency: Duration,
    /// Maximum number of members of a group.
    pub members_max: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            answers: Answers::default(),
            results: AddResults::default(),
            invite: InviteAnswer::default(),
            join: JoinAnswer::default(),
            preview_size: PreviewSize::default(),
            preview_inviter: PreviewInviter::default(),
            no_description: NoDescription::default(),
            participant_id: ParticipantId::default(),
            members_in_lists: true,
            lids: true,
            rate_limit: RateLimit::default(),
            latency: Duration::ZERO,
            members_max: 1_024,
        }
    }
}

/// The content of `data` after a change for which the contract says "open".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Answers {
    /// The group's id, one result per participant, the new invite.
    #[default]
    Object,
    /// `{"data": {}}`
    Empty,
    /// 204, without a body.
    Nothing,
}

/// The form of the results for each person of an add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AddResults {
    /// `{"participants": [{"id": "<JID as requested>", "status": 403}]}`
    #[default]
    List,
    /// `{"<JID>": {"code": 403}}`
    ByJid,
    /// `{"<JID>": 403}`
    Numbers,
    /// `{"participants": [{"jid": "<JID>", "status": "403"}]}`
    Texts,
    /// `[{"JID": "<LID>", "PhoneNumber": "<JID as listed>", "LID": "<LID>", "Error": 403}]`, with 0 for an added person.
    Errors,
    /// `{"participants": [{"jid": "<LID>", "error": "403"}]}`
    Lids,
}

/// The format of a group's invite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum InviteAnswer {
    /// `{"code": "<code>"}`
    #[default]
    Code,
    /// `{"inviteCode": "<code>"}`
    InviteCode,
    /// `{"inviteLink": "<URL>"}`
    InviteLink,
    /// `{"link": "<URL>"}`
    Link,
    /// `"<code>"`
    BareCode,
    /// `"<URL>"`
    BareUrl,
}

/// The answer to a join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum JoinAnswer {
    #[default]
    Group,
    /// Only its `id`.
    Id,
}

/// The name of the member count in the preview of an invite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PreviewSize {
    #[default]
    Size,
    ParticipantCount,
    ParticipantsCount,
    MemberCount,
}

/// The name of the invite's creator in its preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PreviewInviter {
    #[default]
    InviterLid,
    OwnerLid,
}

/// The `description` of a group without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NoDescription {
    #[default]
    Null,
    Absent,
}

/// The field that contains the JID of a participant, if any.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ParticipantId {
    #[default]
    Absent,
    Id,
    Jid,
}
