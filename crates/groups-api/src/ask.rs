//! What is asked of a provider, as data. How it is asked, and how an answer is read, says its dialect
//! (`provider`).

use whatsapp::{GroupId, GroupSetting, InviteCode, JoinDecision, Person, SessionName};

use super::endpoints::NewPicture;

/// One question or order to a provider.
pub(crate) struct Ask {
    /// The session whose limits apply, and whose account is used if [`What::needs_account`]. `None`: no particular one.
    pub(crate) session: Option<SessionName>,
    /// The provider's own id of the session, as far as it is known.
    pub(crate) session_id: Option<String>,
    pub(crate) what: What,
}

/// What is asked, numbered as in Titan's contract where it has it.
pub(crate) enum What {
    /// 1
    CreateGroup {
        name: String,
        people: Vec<Person>,
    },
    /// 2
    Groups,
    /// 3
    Group(GroupId),
    /// 4
    SetSubject(GroupId, String),
    /// 5. An empty text removes the description.
    SetDescription(GroupId, String),
    /// 6
    SetPicture(GroupId, NewPicture),
    /// 7
    Leave(GroupId),
    /// 8
    Delete(GroupId),
    /// 9
    Participants(GroupId),
    /// 10
    Add(GroupId, Vec<Person>),
    /// 11
    Remove(GroupId, Vec<Person>),
    /// 12
    Promote(GroupId, Vec<Person>),
    /// 13
    Demote(GroupId, Vec<Person>),
    /// 14
    Invite(GroupId),
    /// 15
    RevokeInvite(GroupId),
    /// 16
    Join(InviteCode),
    /// 17
    Preview(InviteCode),
    ChangeSetting(GroupId, GroupSetting),
    JoinRequests(GroupId),
    DecideJoinRequests(GroupId, Vec<Person>, JoinDecision),
    /// All sessions of the key.
    Sessions,
    /// The session of the request.
    Session,
    /// The version of the provider.
    Version,
}

impl Ask {
    /// Returns a question about the sessions as a whole.
    pub(crate) fn sessions() -> Self {
        Self { session: None, session_id: None, what: What::Sessions }
    }

    /// Returns a question about the provider itself.
    pub(crate) fn version() -> Self {
        Self { session: None, session_id: None, what: What::Version }
    }

    /// Returns what is asked of one session.
    pub(crate) fn of(session: &SessionName, what: What) -> Self {
        Self { session: Some(session.clone()), session_id: None, what }
    }

    /// Returns the name of the session, for a path; empty if it is about no particular one.
    pub(crate) fn session_name(&self) -> &str {
        self.session.as_ref().map_or("", SessionName::as_str)
    }
}

impl What {
    /// Returns the name of the method of [`GroupsApi`](crate::GroupsApi), for log lines and metrics.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::CreateGroup { .. } => "create_group",
            Self::Groups => "groups",
            Self::Group(_) => "group",
            Self::SetSubject(..) => "set_subject",
            Self::SetDescription(..) => "set_description",
            Self::SetPicture(..) => "set_picture",
            Self::Leave(_) => "leave",
            Self::Delete(_) => "delete",
            Self::Participants(_) => "participants",
            Self::Add(..) => "add_participants",
            Self::Remove(..) => "remove_participants",
            Self::Promote(..) => "promote",
            Self::Demote(..) => "demote",
            Self::Invite(_) => "invite",
            Self::RevokeInvite(_) => "revoke_invite",
            Self::Join(_) => "join",
            Self::Preview(_) => "preview",
            Self::ChangeSetting(..) => "change_setting",
            Self::JoinRequests(_) => "join_requests",
            Self::DecideJoinRequests(..) => "decide_join_requests",
            Self::Sessions => "sessions",
            Self::Session => "session",
            Self::Version => "version",
        }
    }

    /// Returns whether it changes nothing, so that it may be sent again. The HTTP method does not say that: some
    /// providers join a group by a GET.
    pub(crate) fn is_read(&self) -> bool {
        match self {
            Self::Groups
            | Self::Group(_)
            | Self::Participants(_)
            | Self::Invite(_)
            | Self::Preview(_)
            | Self::JoinRequests(_)
            | Self::Sessions
            | Self::Session
            | Self::Version => true,
            Self::CreateGroup { .. }
            | Self::SetSubject(..)
            | Self::SetDescription(..)
            | Self::SetPicture(..)
            | Self::Leave(_)
            | Self::Delete(_)
            | Self::Add(..)
            | Self::Remove(..)
            | Self::Promote(..)
            | Self::Demote(..)
            | Self::RevokeInvite(_)
            | Self::Join(_)
            | Self::ChangeSetting(..)
            | Self::DecideJoinRequests(..) => false,
        }
    }

    /// Returns whether it needs an account that is connected to WhatsApp.
    pub(crate) fn needs_account(&self) -> bool {
        !matches!(self, Self::Sessions | Self::Session | Self::Version)
    }

    /// Returns the people whom it names; empty if it names none.
    pub(crate) fn people(&self) -> &[Person] {
        match self {
            Self::CreateGroup { people, .. }
            | Self::Add(_, people)
            | Self::Remove(_, people)
            | Self::Promote(_, people)
            | Self::Demote(_, people)
            | Self::DecideJoinRequests(_, people, _) => people,
            _ => &[],
        }
    }
}
