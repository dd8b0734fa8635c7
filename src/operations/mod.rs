//! Everything that can be asked for, as data. An operation knows its name, the capability that it takes, what it touches,
//! whether it must be confirmed, and how to run against the groups API. It knows nothing of Discord, of who asks, or of
//! who may: that is the desk's.

mod outcome;
mod people;
mod standing;
mod text;

use std::future::Future;

use serde::{Deserialize, Serialize};

pub use outcome::{AdminChange, AdminResult, GroupLine, Outcome, Removal, Removed};
pub use people::{BadEntry, BadMembers, Why, parse_members};
pub use standing::{Standing, Stood};
pub use text::{BadText, Description, GroupName, PictureUrl};

use crate::access::{Capability, Reach};
use crate::groups_api::ids::{GroupId, Person, SessionName};
use crate::groups_api::model::Participant;
use crate::groups_api::{ApiError, Carried, GroupsApi};

/// People in one request (groups API, operations 1 and 10).
pub const PEOPLE_PER_REQUEST: usize = 256;

/// What an operation is and does.
pub trait Perform {
    /// For logs and the journal.
    const NAME: &'static str;
    const NEEDS: Capability;
    /// Whether it changes something, and is therefore journalled and told to the channel.
    const CHANGES: bool;
    const CONFIRM: Confirm = Confirm::No;

    fn reach(&self) -> Reach<'_>;

    /// Does it. An `Err` means that nothing was changed, or that nobody knows: see [`Failure::carried`].
    fn run(&self, api: &GroupsApi) -> impl Future<Output = Result<Outcome, Failure>> + Send;
}

/// What a person must do before the operation runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirm {
    No,
    Press,
    /// Type the group's name, then send it off.
    TypeName,
}

/// Why an operation did not end as wished.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{cause}")]
pub struct Failure {
    #[source]
    pub cause: ApiError,
    /// Whether it may have been carried out all the same.
    pub carried: Carried,
}

impl Failure {
    /// A read failed, and so nothing was changed.
    pub fn of_read(cause: ApiError) -> Self {
        Self { cause, carried: Carried::No }
    }

    /// A change failed, or nobody knows.
    pub fn of_change(cause: ApiError) -> Self {
        Self { carried: cause.changed(), cause }
    }
}

/// A group, in the session that reaches it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRef {
    pub session: SessionName,
    pub group: GroupId,
    /// Its name when the operation was asked for, where it was known: for people to read.
    pub name: Option<String>,
}

impl GroupRef {
    fn reach(&self) -> Reach<'_> {
        Reach::of_group(&self.session, &self.group)
    }
}

/// Declares the operations: a module each, and one value that is any of them.
macro_rules! operations {
    ($($module:ident :: $Name:ident),+ $(,)?) => {
        $(mod $module; pub use $module::$Name;)+

        /// Any operation.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "operation", rename_all = "snake_case")]
        pub enum Operation { $($Name($Name)),+ }

        impl Operation {
            pub fn name(&self) -> &'static str {
                match self { $(Self::$Name(_) => $Name::NAME),+ }
            }

            pub fn needs(&self) -> Capability {
                match self { $(Self::$Name(_) => $Name::NEEDS),+ }
            }

            pub fn changes(&self) -> bool {
                match self { $(Self::$Name(_) => $Name::CHANGES),+ }
            }

            pub fn confirm(&self) -> Confirm {
                match self { $(Self::$Name(_) => $Name::CONFIRM),+ }
            }

            pub fn reach(&self) -> Reach<'_> {
                match self { $(Self::$Name(operation) => operation.reach()),+ }
            }

            pub async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
                match self { $(Self::$Name(operation) => operation.run(api).await),+ }
            }
        }

        $(impl From<$Name> for Operation {
            fn from(operation: $Name) -> Self { Self::$Name(operation) }
        })+
    };
}

operations! {
    create_group::CreateGroup,
    list_groups::ListGroups,
    show_group::ShowGroup,
    rename_group::RenameGroup,
    describe_group::DescribeGroup,
    set_picture::SetPicture,
    leave_group::LeaveGroup,
    delete_group::DeleteGroup,
    join_group::JoinGroup,
    preview_invite::PreviewInvite,
    list_members::ListMembers,
    add_members::AddMembers,
    remove_members::RemoveMembers,
    change_admins::ChangeAdmins,
    show_invite::ShowInvite,
    revoke_invite::RevokeInvite,
    list_sessions::ListSessions,
}

pub use change_admins::Rank;

impl Operation {
    /// The group that it acts on, where it acts on one that is there already.
    pub fn group(&self) -> Option<&GroupRef> {
        match self {
            Self::ShowGroup(ShowGroup { at })
            | Self::RenameGroup(RenameGroup { at, .. })
            | Self::DescribeGroup(DescribeGroup { at, .. })
            | Self::SetPicture(SetPicture { at, .. })
            | Self::LeaveGroup(LeaveGroup { at })
            | Self::DeleteGroup(DeleteGroup { at })
            | Self::ListMembers(ListMembers { at })
            | Self::AddMembers(AddMembers { at, .. })
            | Self::RemoveMembers(RemoveMembers { at, .. })
            | Self::ChangeAdmins(ChangeAdmins { at, .. })
            | Self::ShowInvite(ShowInvite { at })
            | Self::RevokeInvite(RevokeInvite { at }) => Some(at),
            Self::CreateGroup(_)
            | Self::ListGroups(_)
            | Self::JoinGroup(_)
            | Self::PreviewInvite(_)
            | Self::ListSessions(_) => None,
        }
    }

    /// The session that it acts in, where it is one.
    pub fn session(&self) -> Option<&SessionName> {
        self.reach().session
    }
}

/// The member of a group who is that person.
fn find_member<'a>(members: &'a [Participant], person: &Person) -> Option<&'a Participant> {
    members.iter().find(|member| member.is(person))
}
