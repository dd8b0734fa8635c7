//! Operations as data. An operation knows its name, the capability that it needs, its target, whether it must be
//! confirmed, and how to run against the groups API. It knows nothing of Discord, of its actor, or of permissions:
//! those belong to the services.

mod batches;
mod change;
mod failure;
mod member_import;
mod national;
mod outcome;
mod own_account;
mod people;
mod repeats;
mod requested_invite;
mod standing;
mod text;

use std::future::Future;
use std::sync::LazyLock;

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};
use whatsapp::unicode::{has_visible, match_key};
use whatsapp::{GroupId, Participant, Person, SessionName};

pub use change::{
    Change, ExecutionError, MaySend, Others, Pace, ProgressJournal, SavedProgress, Step, Verification, Wait,
};
pub use failure::{Doubt, Failure, Sign};
pub use member_import::{
    BadFile, BadMemberFile, FILE_BYTES_MAX, FILE_CELLS_MAX, FILE_COLUMNS_MAX, FILE_ENTRIES_MAX, FILE_ROWS_MAX,
    read_member_file,
};
pub use national::{Region, country_of};
pub use outcome::{AdminChange, AdminResult, GroupSummary, Outcome, Part, Purpose, Removal, Removed};
pub use own_account::KnownMembers;
pub use people::{BadEntry, BadMembers, Why, once_each, parse_members};
pub use requested_invite::{CodeDigest, RequestedInvite};
pub use standing::{AddResult, AddStatus};
pub use text::{BadText, DESCRIPTION_CHARS_MAX, Description, GroupName, PictureUrl, URL_CHARS_MAX};

use crate::access::{Capability, Target};

/// People in one request (groups API, operations 1 and 10).
pub const PEOPLE_PER_REQUEST: usize = 256;

/// The journal's names for operations on the bot's own store, which change no group.
pub const AUDIT_EXPORT: &str = "audit.export";
pub const ACCESS_GRANT: &str = "access.grant";
pub const ACCESS_REVOKE: &str = "access.revoke";
pub const SETUP: &str = "setup";

/// Properties that all operations share.
pub trait Perform {
    /// For logs and the journal.
    const NAME: &'static str;
    const NEEDS: Capability;
    const CONFIRM: Confirm = Confirm::No;
    /// True for an operation on one session rather than on everything that a server has.
    const IN_ONE_SESSION: bool = true;
    /// True if WhatsApp watches the operation closely: a stricter rate limit applies.
    const HEAVY: bool = false;

    fn target(&self) -> Target<'_>;
}

/// An operation that changes nothing. Operations that change something are a [`Change`].
pub trait Read: Perform {
    /// True if the audit log records the read and its actor.
    const GUARDED: bool = false;

    fn run(&self, api: &GroupsApi) -> impl Future<Output = Result<Outcome, Failure>> + Send;
}

/// The confirmation that an operation needs before it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirm {
    No,
    Press,
    /// The person types the group's name and submits the modal.
    TypeName,
}

/// A group, and the session that reaches it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRef {
    pub session: SessionName,
    pub group: GroupId,
    /// The group's name when the operation was requested, if it was known. It is for display.
    pub name: Option<String>,
    /// True if only the approvers may see the name, and not the requester, who may not read it.
    #[serde(default)]
    pub is_name_secret: bool,
}

impl GroupRef {
    fn target(&self) -> Target<'_> {
        Target::of_group(&self.session, &self.group)
    }

    /// Returns the name, if it has a visible character.
    pub fn visible_name(&self) -> Option<&str> {
        self.name.as_deref().filter(|name| has_visible(name))
    }

    /// Returns the text that confirms the group's deletion: its name, or its id where the name has no visible
    /// character.
    pub fn name_to_type(&self) -> &str {
        self.visible_name().unwrap_or_else(|| self.group.as_str())
    }

    /// Returns whether the account is in the group, according to the list of its groups. The contract leaves open how
    /// the API answers a request for one group that the account has left.
    async fn is_listed(&self, api: &GroupsApi) -> Result<bool, ApiError> {
        Ok(api.groups(&self.session).await?.iter().any(|group| group.id == self.group))
    }
}

/// Declares the operations: a module for each, and an enum of them all.
macro_rules! operations {
    (
        reads: $($read:ident :: $Read:ident),+;
        changes: $($change:ident :: $Change:ident),+;
    ) => {
        $(mod $read; pub use $read::$Read;)+
        $(mod $change; pub use $change::$Change;)+

        /// Any operation.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "operation", rename_all = "snake_case")]
        pub enum Operation { $($Read($Read),)+ $($Change($Change)),+ }

        impl Operation {
            pub fn name(&self) -> &'static str {
                match self { $(Self::$Read(_) => $Read::NAME,)+ $(Self::$Change(_) => $Change::NAME),+ }
            }

            pub fn needs(&self) -> Capability {
                match self { $(Self::$Read(_) => $Read::NEEDS,)+ $(Self::$Change(_) => $Change::NEEDS),+ }
            }

            /// Returns whether the operation changes something and is therefore posted to the log channel.
            pub fn changes(&self) -> bool {
                match self { $(Self::$Read(_) => false,)+ $(Self::$Change(_) => true),+ }
            }

            pub fn confirm(&self) -> Confirm {
                match self { $(Self::$Read(_) => $Read::CONFIRM,)+ $(Self::$Change(_) => $Change::CONFIRM),+ }
            }

            pub fn target(&self) -> Target<'_> {
                match self { $(Self::$Read(operation) => operation.target(),)+ $(Self::$Change(operation) => operation.target()),+ }
            }

            /// Carries the operation out, or resumes it from what an ended run has `left` of it. Boxed to keep the
            /// future small: its size would otherwise be that of the largest operation.
            pub async fn run<B: ProgressJournal>(
                &self,
                api: &GroupsApi,
                book: &mut B,
                left: Option<SavedProgress>,
            ) -> Result<Outcome, ExecutionError<B::Error>> {
                match self {
                    $(Self::$Read(operation) => Box::pin(read(operation, api, book, left)).await,)+
                    $(Self::$Change(operation) => Box::pin(change::carry_out(operation, api, book, left)).await),+
                }
            }

            /// Reads the state once more after a change that was reported as not confirmed: in whole, where `told` is
            /// `None`, or in part. `progress` is the journal's record of the change, and `made_groups` are the groups
            /// that other commands created since. Returns the current outcome if the state confirms more than was
            /// reported.
            pub async fn recheck(
                &self,
                api: &GroupsApi,
                progress: serde_json::Value,
                made_groups: Vec<GroupId>,
                told: Option<&Outcome>,
            ) -> Result<Option<Outcome>, ApiError> {
                match self {
                    $(Self::$Read(_) => Ok(None),)+
                    $(Self::$Change(operation) => {
                        Box::pin(change::recheck(operation, api, progress, made_groups, told)).await
                    }),+
                }
            }
        }

        /// The names of the operations that change something.
        const CHANGES: &[&str] = &[$($Change::NAME),+];
        /// True for each of them that falls under the strict rate limit.
        const HEAVY: &[bool] = &[$($Change::HEAVY),+];

        $(impl From<$Read> for Operation {
            fn from(operation: $Read) -> Self { Self::$Read(operation) }
        })+
        $(impl From<$Change> for Operation {
            fn from(operation: $Change) -> Self { Self::$Change(operation) }
        })+
    };
}

operations! {
    reads:
        list_groups::ListGroups,
        show_group::ShowGroup,
        preview_invite::PreviewInvite,
        list_members::ListMembers,
        export_members::ExportMembers,
        show_invite::ShowInvite,
        list_sessions::ListSessions;
    changes:
        create_group::CreateGroup,
        rename_group::RenameGroup,
        describe_group::DescribeGroup,
        set_picture::SetPicture,
        leave_group::LeaveGroup,
        delete_group::DeleteGroup,
        join_group::JoinGroup,
        add_members::AddMembers,
        remove_members::RemoveMembers,
        change_admins::ChangeAdmins,
        revoke_invite::RevokeInvite;
}

/// Returns the names of the operations that change something in WhatsApp.
pub fn change_names() -> &'static [&'static str] {
    CHANGES
}

/// Returns the names of the changes that WhatsApp watches closely.
pub fn heavy_names() -> &'static [&'static str] {
    static NAMES: LazyLock<Vec<&str>> =
        LazyLock::new(|| CHANGES.iter().zip(HEAVY).filter(|(_, heavy)| **heavy).map(|(name, _)| *name).collect());
    &NAMES
}

/// Returns the names under which the journal stores entries, denied reads excluded.
pub fn journalled() -> Vec<&'static str> {
    let mut names = CHANGES.to_vec();
    names.extend([ShowInvite::NAME, ExportMembers::NAME, AUDIT_EXPORT, ACCESS_GRANT, ACCESS_REVOKE, SETUP]);
    names
}

/// Runs a read. An audited read is recorded before it runs. A read that an ended run has left is not repeated: no one
/// waits for its answer any more.
async fn read<R: Read + Sync, B: ProgressJournal>(
    operation: &R,
    api: &GroupsApi,
    book: &mut B,
    left: Option<SavedProgress>,
) -> Result<Outcome, ExecutionError<B::Error>> {
    if left.is_some() {
        return Err(Failure::of_read(ApiError::Lost).into());
    }
    if R::GUARDED {
        book.begin(&serde_json::Value::Null, 0).await.map_err(ExecutionError::ProgressJournal)?;
    }
    Ok(operation.run(api).await?)
}

pub use add_members::{Added, Before};
pub use batches::Unanswered;
pub use change_admins::Rank;
pub use create_group::{Made, NamesakesBefore};
pub use join_group::Destination;
pub use set_picture::PictureFrom;

impl Operation {
    /// Returns the existing group that the operation acts on, if any.
    pub fn group(&self) -> Option<&GroupRef> {
        match self {
            Self::ShowGroup(ShowGroup { at })
            | Self::RenameGroup(RenameGroup { at, .. })
            | Self::DescribeGroup(DescribeGroup { at, .. })
            | Self::SetPicture(SetPicture { at, .. })
            | Self::LeaveGroup(LeaveGroup { at })
            | Self::DeleteGroup(DeleteGroup { at })
            | Self::ListMembers(ListMembers { at, .. })
            | Self::ExportMembers(ExportMembers { at })
            | Self::AddMembers(AddMembers { at, .. })
            | Self::RemoveMembers(RemoveMembers { at, .. })
            | Self::ChangeAdmins(ChangeAdmins { at, .. })
            | Self::ShowInvite(ShowInvite { at, .. })
            | Self::RevokeInvite(RevokeInvite { at }) => Some(at),
            Self::CreateGroup(_)
            | Self::ListGroups(_)
            | Self::JoinGroup(_)
            | Self::PreviewInvite(_)
            | Self::ListSessions(_) => None,
        }
    }

    /// Returns the long text that the user may have written with care.
    pub fn long_text(&self) -> Option<&str> {
        match self {
            Self::DescribeGroup(DescribeGroup { text, .. }) => Some(text.as_str()),
            Self::CreateGroup(CreateGroup { description, .. }) => description.as_ref().map(Description::as_str),
            _ => None,
        }
    }

    /// Returns the operation without its image, which is large and useless once the operation has ended, and without
    /// its invite code, by which a reader of the store could join. Returns `None` if the operation has neither.
    pub fn as_kept(&self) -> Option<Self> {
        match self {
            Self::JoinGroup(JoinGroup { session, invite }) => {
                Some(Self::JoinGroup(JoinGroup { session: session.clone(), invite: invite.forgotten() }))
            }
            Self::PreviewInvite(preview) => {
                Some(Self::PreviewInvite(PreviewInvite { invite: preview.invite.forgotten(), ..preview.clone() }))
            }
            Self::CreateGroup(create) if create.picture.is_some() => {
                Some(Self::CreateGroup(CreateGroup { picture: None, ..create.clone() }))
            }
            Self::SetPicture(SetPicture { at, picture: PictureFrom::Image(_) }) => {
                Some(Self::SetPicture(SetPicture { at: at.clone(), picture: PictureFrom::Forgotten }))
            }
            _ => None,
        }
    }

    /// Returns the people whom the operation names.
    pub fn people_named(&self) -> &[Person] {
        match self {
            Self::CreateGroup(CreateGroup { people, .. })
            | Self::AddMembers(AddMembers { people, .. })
            | Self::RemoveMembers(RemoveMembers { people, .. })
            | Self::ChangeAdmins(ChangeAdmins { people, .. }) => people,
            _ => &[],
        }
    }

    /// Returns the number of people whom the operation names.
    pub fn people(&self) -> usize {
        self.people_named().len()
    }

    /// Returns whether `typed` confirms the operation where [`Confirm::TypeName`] asks for a name. It compares the
    /// visible text: a modal shows neither line breaks nor invisible characters.
    pub fn is_confirmed_by(&self, typed: Option<&str>) -> bool {
        let is_same = |text: &str| typed.is_some_and(|typed| match_key(typed) == match_key(text));
        self.confirm() != Confirm::TypeName || self.group().is_some_and(|at| is_same(at.name_to_type()))
    }

    /// Returns the session that the operation acts in, if it acts in one.
    pub fn session(&self) -> Option<&SessionName> {
        self.target().session
    }
}

/// Returns the member of the group who is that person.
fn find_member<'a>(members: &'a [Participant], person: &Person) -> Option<&'a Participant> {
    members.iter().find(|member| member.is(person))
}
