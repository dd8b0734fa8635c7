//! The operations: the only list of their numbers, methods, paths and scopes.

use axum::http::Method;

use super::auth::Scope;

/// An operation of the contract, or one that only other providers have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Operation {
    CreateGroup,
    ListGroups,
    GetGroup,
    UpdateSubject,
    UpdateDescription,
    SetPicture,
    LeaveGroup,
    DeleteGroup,
    ListParticipants,
    AddParticipants,
    RemoveParticipants,
    PromoteParticipants,
    DemoteParticipants,
    GetInvite,
    RevokeInvite,
    JoinGroup,
    PreviewInvite,
    ListSessions,
    GetSession,
    // These are not in the contract.
    GetSettings,
    UpdateSettings,
    ListJoinRequests,
    ApproveJoinRequests,
    DeclineJoinRequests,
    GetVersion,
}

/// A row of the contract's table.
struct Line {
    number: u8,
    name: &'static str,
    method: Method,
    path: &'static str,
    scope: Scope,
}

/// Builds a path in the syntax of axum and OpenAPI.
macro_rules! groups {
    ($rest:literal) => {
        concat!("/api/sessions/{session}/groups", $rest)
    };
}

impl Operation {
    /// All operations of the contract, in its order. Titan's routes and its document have these alone.
    pub const ALL: [Self; 19] = [
        Self::CreateGroup,
        Self::ListGroups,
        Self::GetGroup,
        Self::UpdateSubject,
        Self::UpdateDescription,
        Self::SetPicture,
        Self::LeaveGroup,
        Self::DeleteGroup,
        Self::ListParticipants,
        Self::AddParticipants,
        Self::RemoveParticipants,
        Self::PromoteParticipants,
        Self::DemoteParticipants,
        Self::GetInvite,
        Self::RevokeInvite,
        Self::JoinGroup,
        Self::PreviewInvite,
        Self::ListSessions,
        Self::GetSession,
    ];

    /// The operations that other providers have beyond the contract. Their numbers, methods and paths are the ones that
    /// it would give them, so that one test reads the calls of all providers.
    pub const BEYOND: [Self; 6] = [
        Self::GetSettings,
        Self::UpdateSettings,
        Self::ListJoinRequests,
        Self::ApproveJoinRequests,
        Self::DeclineJoinRequests,
        Self::GetVersion,
    ];

    #[rustfmt::skip] // a table
    fn line(self) -> Line {
        use Scope::{GroupsManage as Manage, GroupsRead as Read, SessionsRead};
        let (number, name, method, path, scope) = match self {
            Self::CreateGroup => (1, "createGroup", Method::POST, groups!(""), Manage),
            Self::ListGroups => (2, "listGroups", Method::GET, groups!(""), Read),
            Self::GetGroup => (3, "getGroup", Method::GET, groups!("/{groupId}"), Read),
            Self::UpdateSubject => (4, "updateSubject", Method::PUT, groups!("/{groupId}/subject"), Manage),
            Self::UpdateDescription => (5, "updateDescription", Method::PUT, groups!("/{groupId}/description"), Manage),
            Self::SetPicture => (6, "setPicture", Method::PUT, groups!("/{groupId}/picture"), Manage),
            Self::LeaveGroup => (7, "leaveGroup", Method::POST, groups!("/{groupId}/leave"), Manage),
            Self::DeleteGroup => (8, "deleteGroup", Method::DELETE, groups!("/{groupId}"), Manage),
            Self::ListParticipants => (9, "listParticipants", Method::GET, groups!("/{groupId}/participants"), Read),
            Self::AddParticipants => (10, "addParticipants", Method::POST, groups!("/{groupId}/participants"), Manage),
            Self::RemoveParticipants => (11, "removeParticipants", Method::DELETE, groups!("/{groupId}/participants"), Manage),
            Self::PromoteParticipants => (12, "promoteParticipants", Method::POST, groups!("/{groupId}/participants/promote"), Manage),
            Self::DemoteParticipants => (13, "demoteParticipants", Method::POST, groups!("/{groupId}/participants/demote"), Manage),
            Self::GetInvite => (14, "getInvite", Method::GET, groups!("/{groupId}/invite"), Read),
            Self::RevokeInvite => (15, "revokeInvite", Method::DELETE, groups!("/{groupId}/invite"), Manage),
            Self::JoinGroup => (16, "joinGroup", Method::POST, groups!("/join"), Manage),
            Self::PreviewInvite => (17, "previewInvite", Method::GET, groups!("/join"), Read),
            Self::ListSessions => (18, "listSessions", Method::GET, "/api/sessions", SessionsRead),
            Self::GetSession => (19, "getSession", Method::GET, "/api/sessions/{session}", SessionsRead),
            Self::GetSettings => (20, "getSettings", Method::GET, groups!("/{groupId}/settings"), Read),
            Self::UpdateSettings => (21, "updateSettings", Method::PUT, groups!("/{groupId}/settings"), Manage),
            Self::ListJoinRequests => (22, "listJoinRequests", Method::GET, groups!("/{groupId}/requests"), Read),
            Self::ApproveJoinRequests => (23, "approveJoinRequests", Method::POST, groups!("/{groupId}/requests/approve"), Manage),
            Self::DeclineJoinRequests => (24, "declineJoinRequests", Method::POST, groups!("/{groupId}/requests/decline"), Manage),
            Self::GetVersion => (25, "getVersion", Method::GET, "/api/version", SessionsRead),
        };
        Line { number, name, method, path, scope }
    }

    /// Returns the number: 1 to 17 as in the contract; 18 and 19 are the two reads of sessions; the rest is beyond it.
    pub fn number(self) -> u8 {
        self.line().number
    }

    /// Returns the `operationId` of the OpenAPI document.
    pub fn name(self) -> &'static str {
        self.line().name
    }

    pub fn method(self) -> Method {
        self.line().method
    }

    /// Returns the path with the placeholders `{session}` and `{groupId}`.
    pub fn path(self) -> &'static str {
        self.line().path
    }

    /// Returns the scope that a key needs.
    pub fn scope(self) -> Scope {
        self.line().scope
    }

    /// Returns whether the operation is a change. The others only read.
    pub fn changes(self) -> bool {
        self.method() != Method::GET
    }

    /// Returns the path template of the contract that matches the path of a request, as it was sent.
    pub(super) fn route(path: &str) -> Option<&'static str> {
        // `…/groups/join` also matches the template of a group. The literal path takes precedence.
        let fitting = Self::ALL.into_iter().map(Self::path).filter(|template| fits(template, path));
        fitting.min_by_key(|template| template.matches('{').count())
    }

    /// Returns the operation of the contract with this method and path template.
    pub(super) fn find(method: &Method, path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|operation| operation.path() == path && operation.method() == *method)
    }
}

/// Returns whether a path, as it was sent, has the form of this template.
pub(super) fn fits(template: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (template.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(wanted), Some(given)) if wanted == given || (wanted.starts_with('{') && !given.is_empty()) => {}
            _ => return false,
        }
    }
}
