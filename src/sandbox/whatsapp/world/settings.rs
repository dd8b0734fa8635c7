//! Where the contract is open: which of its variants the stand-in answers with. The first of each is the default.

use std::time::Duration;

use crate::sandbox::whatsapp::auth::RateLimit;

/// How the stand-in behaves where the contract leaves a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    pub answers: Answers,
    pub invite: InviteAnswer,
    pub join: JoinAnswer,
    pub preview_size: PreviewSize,
    pub preview_inviter: PreviewInviter,
    pub no_description: NoDescription,
    pub participant_id: ParticipantId,
    /// Whether the list of groups holds their participants.
    pub members_in_lists: bool,
    /// Whether participants have their LIDs.
    pub lids: bool,
    pub rate_limit: RateLimit,
    /// How long every call takes at least.
    pub latency: Duration,
    /// A group with so many members is full.
    pub members_max: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            answers: Answers::default(),
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

/// What `data` holds after a change for which the contract says "open".
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

/// What the invite of a group looks like.
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

/// What a join answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum JoinAnswer {
    #[default]
    Group,
    /// Its `id` alone.
    Id,
}

/// What the number of members is called in the preview of an invite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PreviewSize {
    #[default]
    Size,
    ParticipantCount,
    ParticipantsCount,
    MemberCount,
}

/// What the maker of the invite is called in its preview.
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

/// Whether a participant has its JID as well, and under which name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ParticipantId {
    #[default]
    Absent,
    Id,
    Jid,
}
