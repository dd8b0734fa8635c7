//! Operations as data. An operation knows its name, the capability that it needs, its target, whether it must be
//! confirmed, and how to run against the groups API. It knows nothing of Discord, of its actor, or of permissions:
//! those belong to the services.

mod add_members;
mod add_requests;
mod batches;
mod change;
mod change_admins;
mod change_settings;
mod continuation;
mod create_group;
mod create_steps;
mod decide_join_requests;
mod delete_group;
mod describe_group;
mod export_members;
mod failure;
mod find_members;
mod group_ref;
mod join_group;
mod labels;
mod leave_group;
mod list_groups;
mod list_join_requests;
mod list_members;
mod list_sessions;
mod operation;
mod outcome;
mod own_account;
mod preview_invite;
mod remove_members;
mod rename_group;
mod repeats;
mod requested_invite;
mod revoke_invite;
mod set_picture;
mod show_group;
mod show_invite;
mod show_settings;
mod standing;
mod text;

use std::future::Future;

pub use add_members::{AddMembers, Added, Before, MembersAdded, RefusedRequest, slow_duration};
pub use add_requests::Adds;
pub use batches::Unanswered;
pub use change::{
    Change, DirectRequest, Exchange, ExecutionError, MaySend, Others, Pace, ProgressJournal, Repetition, SavedProgress,
    SingleRequest, Step, Verification, Wait,
};
pub use change_admins::{AdminChange, AdminResult, AdminsChanged, ChangeAdmins, Rank};
pub use change_settings::{ChangeSettings, SettingChange, SettingResult, SettingsChanged};
pub use continuation::Continuation;
pub use create_group::{CreateGroup, GroupCreated, NamesakesBefore, Part};
pub use create_steps::{Made, MissingAsked};
pub use decide_join_requests::{AskingBefore, DecideJoinRequests, DecidedRequest, JoinRequestsDecided, RequestResult};
pub use delete_group::{DeleteGroup, GroupDeleted};
pub use describe_group::{DescribeGroup, GroupDescribed};
pub use export_members::{ExportMembers, MembersExported};
pub use failure::{Doubt, Failure, Sign};
pub use find_members::{FindMembers, FoundBy, FoundMember, MembersFound};
pub use group_ref::GroupRef;
pub use join_group::{Destination, GroupJoined, JoinGroup};
pub use labels::Labels;
pub use leave_group::{GroupLeft, LeaveGroup};
pub use list_groups::{GroupsListed, ListGroups};
pub use list_join_requests::{JoinRequestsListed, ListJoinRequests};
pub use list_members::{ListMembers, MembersListed};
pub use list_sessions::{AccountFacts, ListSessions, SessionsListed};
#[cfg(test)]
pub(crate) use operation::names;
pub use operation::{Completed, Operation, Outcome, change_names, journalled, strictly_limited_names};
pub use outcome::{GroupSummary, ListChange, MaySee, OperationOutcome};
pub use own_account::KnownMembers;
pub use preview_invite::{InvitePreviewed, PreviewInvite};
pub use remove_members::{MembersRemoved, Removal, RemoveMembers, Removed};
pub use rename_group::{GroupRenamed, RenameGroup};
pub use requested_invite::{CodeDigest, RequestedInvite};
pub use revoke_invite::{InviteRevoked, RevokeInvite};
pub use set_picture::{PictureFrom, PictureSet, SetPicture};
pub use show_group::{GroupShown, ShowGroup};
pub use show_invite::{Invitation, InviteShown, ShowInvite};
pub use show_settings::{SettingsShown, ShowSettings};
pub use standing::{AddResult, AddStatus};
pub use text::{
    BadText, DESCRIPTION_CHARS_MAX, Description, GroupName, PictureUrl, REASON_CHARS_MAX, Reason, TextDigest,
    URL_CHARS_MAX,
};

pub use groups_api::PEOPLE_PER_REQUEST;
use groups_api::{Features, GroupsApi, NotOffered};
use whatsapp::{GroupSettings, Person, SessionName};

use crate::access::Capability;
use crate::picture::Picture;

/// Properties that all operations share.
pub trait Perform: Sized {
    type Outcome: OperationOutcome;

    /// For logs and the journal.
    const NAME: &'static str;
    const NEEDS: Capability;
    const CONFIRM: Confirm = Confirm::No;
    /// True for an operation on one session rather than on everything that a server has.
    const IN_ONE_SESSION: bool = true;
    /// True if WhatsApp lets only admins of the group do it, unless [`Self::is_open`].
    const NEEDS_ADMIN: bool = false;
    /// True if WhatsApp watches the operation closely: a stricter rate limit applies.
    const STRICT_RATE_LIMIT: bool = false;

    fn acts_on(&self) -> ActsOn<'_>;

    /// Returns the same operation on another group, if it acts on an existing one.
    #[must_use]
    fn with_group(self, _at: GroupRef) -> Self {
        self
    }

    /// Returns the change that exactly restores the state before this one. `None` where it cannot be restored, or is not
    /// known. `name_chars`: the maximum characters of a group's name.
    fn undo(&self, _outcome: &Self::Outcome, _name_chars: usize) -> Option<Operation> {
        None
    }

    /// Returns whether a group with these settings lets every member do it.
    fn is_open(_settings: &GroupSettings) -> bool {
        false
    }

    /// Returns the confirmation that this one needs. An operation whose [`Self::CONFIRM`] is [`Confirm::No`] needs none.
    fn confirm(&self) -> Confirm {
        Self::CONFIRM
    }

    /// Returns the people whom the operation names.
    fn people(&self) -> &[Person] {
        &[]
    }

    /// Returns the names that the user's list had beside the people, if it had any.
    fn labels(&self) -> Option<&Labels> {
        None
    }

    /// Returns whether the provider can do operations of this kind at all.
    fn is_offered(_features: &Features) -> bool {
        true
    }

    /// Returns what the provider lacks to carry this one out, if that is known beforehand.
    fn lacks(&self, features: &Features) -> Option<NotOffered> {
        let code = self.invite().and_then(RequestedInvite::code);
        features.lacks_people(self.people()).or_else(|| features.lacks_invite(code?))
    }

    /// Returns the long text that the user may have written with care.
    fn long_text(&self) -> Option<&str> {
        None
    }

    /// Returns why the user does it, if they said so.
    fn reason(&self) -> Option<&Reason> {
        None
    }

    /// Returns whether the user can say why. A server may require that they do.
    fn takes_reason(&self) -> bool {
        false
    }

    /// Returns the image that the operation sets.
    fn picture(&self) -> Option<&Picture> {
        None
    }

    /// Returns the invite that the operation is about.
    fn invite(&self) -> Option<&RequestedInvite> {
        None
    }

    /// Returns the operation without its image, which is large and useless once the operation has ended, and without
    /// its invite code, by which a reader of the store could join. Returns `None` if the operation has neither.
    fn as_kept(&self) -> Option<Self> {
        None
    }
}

/// What an operation acts on.
#[derive(Debug, Clone, Copy)]
pub enum ActsOn<'a> {
    /// An existing group.
    Group(&'a GroupRef),
    /// A group that the account is not in: a grant for single groups does not cover it.
    NewGroup(&'a SessionName),
    /// The groups of a session that are in the actor's scope.
    Groups(&'a SessionName),
    /// Everything of the server that is in the actor's scope.
    Server,
}

/// An operation that changes nothing. Operations that change something are a [`Change`].
pub trait Read: Perform {
    /// True if the audit log records the read and its actor.
    const AUDITED: bool = false;

    fn run(&self, api: &GroupsApi) -> impl Future<Output = Result<Self::Outcome, Failure>> + Send;
}

/// The confirmation that an operation needs before it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirm {
    No,
    Press,
    /// The person types the group's name and submits the modal.
    TypeName,
}

/// Calls the macro `$then` with the list of all operations, each with the stored name of its outcome. It is the only
/// such list: what exists for each operation is generated from it, so that a new operation without it does not compile.
macro_rules! for_each_operation {
    ($then:ident) => {
        $then! {
            reads:
                ListGroups = "groups",
                ShowGroup = "group",
                PreviewInvite = "previewed",
                ListMembers = "members",
                ExportMembers = "members_exported",
                ShowInvite = "invite_shown",
                ListSessions = "sessions",
                FindMembers = "members_found",
                ShowSettings = "settings",
                ListJoinRequests = "join_requests";
            changes:
                CreateGroup = "created",
                RenameGroup = "renamed",
                DescribeGroup = "described",
                SetPicture = "picture_set",
                LeaveGroup = "left",
                DeleteGroup = "deleted",
                JoinGroup = "joined",
                AddMembers = "added",
                RemoveMembers = "removed",
                ChangeAdmins = "admins_changed",
                RevokeInvite = "invite_revoked",
                ChangeSettings = "settings_changed",
                DecideJoinRequests = "join_requests_decided";
        }
    };
}
pub(crate) use for_each_operation;
