//! Everything that can be asked for, as data. An operation knows its name, the capability that it takes, what it touches,
//! whether it must be confirmed, and how to run against the groups API. It knows nothing of Discord, of who asks, or of
//! who may: that is the desk's.

mod batches;
mod change;
mod failure;
mod national;
mod outcome;
mod own_account;
mod people;
mod repeats;
mod requested_invite;
mod roster;
mod standing;
mod text;

use std::future::Future;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

pub use change::{Book, Change, Halt, Left, MaySend, Others, Pace, Step, Verification, Wait};
pub use failure::{Doubt, Failure, Sign};
pub use national::{Region, country_of};
pub use outcome::{AdminChange, AdminResult, GroupLine, Outcome, Part, Purpose, Removal, Removed};
pub use own_account::KnownMembers;
pub use people::{BadEntry, BadMembers, Why, once_each, parse_members};
pub use requested_invite::{CodeDigest, RequestedInvite};
pub use roster::{
    BadFile, BadRoster, FILE_BYTES_MAX, FILE_CELLS_MAX, FILE_COLUMNS_MAX, FILE_ENTRIES_MAX, FILE_ROWS_MAX, read_roster,
};
pub use standing::{Standing, Stood};
pub use text::{BadText, DESCRIPTION_CHARS_MAX, Description, GroupName, PictureUrl, URL_CHARS_MAX};

use crate::access::{Capability, Reach};
use crate::groups_api::ids::{GroupId, Person, SessionName};
use crate::groups_api::model::Participant;
use crate::groups_api::{ApiError, GroupsApi};
use crate::unicode::{has_visible, match_key};

/// People in one request (groups API, operations 1 and 10).
pub const PEOPLE_PER_REQUEST: usize = 256;

/// The journal's names for what is done to the bot's own store, and not to groups.
pub const AUDIT_EXPORT: &str = "audit.export";
pub const ACCESS_GRANT: &str = "access.grant";
pub const ACCESS_REVOKE: &str = "access.revoke";
pub const SETUP: &str = "setup";

/// What an operation is.
pub trait Perform {
    /// For logs and the journal.
    const NAME: &'static str;
    const NEEDS: Capability;
    const CONFIRM: Confirm = Confirm::No;
    /// Whether it is about one session, and not about all that a server has.
    const IN_ONE_SESSION: bool = true;
    /// Whether WhatsApp looks at it closely: it may be done less often.
    const HEAVY: bool = false;

    fn reach(&self) -> Reach<'_>;
}

/// An operation that changes nothing. What changes something is a [`Change`].
pub trait Read: Perform {
    /// Whether it is written down who read it.
    const GUARDED: bool = false;

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

/// A group, in the session that reaches it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRef {
    pub session: SessionName,
    pub group: GroupId,
    /// Its name when the operation was asked for, where it was known: for people to read.
    pub name: Option<String>,
    /// Whether the name is for those who approve the operation, and not for its requester, who may not read it.
    #[serde(default)]
    pub is_name_secret: bool,
}

impl GroupRef {
    fn reach(&self) -> Reach<'_> {
        Reach::of_group(&self.session, &self.group)
    }

    /// Its name, where people can see one.
    pub fn visible_name(&self) -> Option<&str> {
        self.name.as_deref().filter(|name| has_visible(name))
    }

    /// What is typed to confirm its deletion: its name, or its id where it has no name that can be seen.
    pub fn name_to_type(&self) -> &str {
        self.visible_name().unwrap_or_else(|| self.group.as_str())
    }

    /// Whether the account is in it, by the list of its groups: what a single group answers to somebody who is out of it
    /// is not said.
    async fn is_listed(&self, api: &GroupsApi) -> Result<bool, ApiError> {
        Ok(api.groups(&self.session).await?.iter().any(|group| group.id == self.group))
    }
}

/// Declares the operations: a module each, and one value that is any of them.
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

            /// Whether it changes something, and is therefore told to the channel.
            pub fn changes(&self) -> bool {
                match self { $(Self::$Read(_) => false,)+ $(Self::$Change(_) => true),+ }
            }

            pub fn confirm(&self) -> Confirm {
                match self { $(Self::$Read(_) => $Read::CONFIRM,)+ $(Self::$Change(_) => $Change::CONFIRM),+ }
            }

            pub fn reach(&self) -> Reach<'_> {
                match self { $(Self::$Read(operation) => operation.reach(),)+ $(Self::$Change(operation) => operation.reach()),+ }
            }

            /// Carries it out, or goes on with what a run that is gone has `left` of it. Boxed: not every operation is to
            /// take the room of the largest.
            pub async fn run<B: Book>(
                &self,
                api: &GroupsApi,
                book: &mut B,
                left: Option<Left>,
            ) -> Result<Outcome, Halt<B::Error>> {
                match self {
                    $(Self::$Read(operation) => Box::pin(read(operation, api, book, left)).await,)+
                    $(Self::$Change(operation) => Box::pin(change::carry_out(operation, api, book, left)).await),+
                }
            }

            /// Reads once more after a change that was reported as not confirmed: in whole, where `told` is `None`, or in
            /// part. `progress` is what the journal has of it, `made_groups` are the groups that other commands made since.
            /// Gives the outcome as it is now, where the state confirms more than was reported.
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
        /// Whether each of them is a heavy one.
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

/// The names of the operations that change something in WhatsApp.
pub fn change_names() -> &'static [&'static str] {
    CHANGES
}

/// Those of them that WhatsApp looks at closely.
pub fn heavy_names() -> &'static [&'static str] {
    static NAMES: LazyLock<Vec<&str>> =
        LazyLock::new(|| CHANGES.iter().zip(HEAVY).filter(|(_, heavy)| **heavy).map(|(name, _)| *name).collect());
    &NAMES
}

/// The names under which the journal has cases, refusals of reads apart.
pub fn journalled() -> Vec<&'static str> {
    let mut names = CHANGES.to_vec();
    names.extend([ShowInvite::NAME, ExportMembers::NAME, AUDIT_EXPORT, ACCESS_GRANT, ACCESS_REVOKE, SETUP]);
    names
}

/// A read that is guarded is written down before it is made. One that a run which is gone has left is not made again:
/// nobody waits for it any more.
async fn read<R: Read + Sync, B: Book>(
    operation: &R,
    api: &GroupsApi,
    book: &mut B,
    left: Option<Left>,
) -> Result<Outcome, Halt<B::Error>> {
    if left.is_some() {
        return Err(Failure::of_read(ApiError::Lost).into());
    }
    if R::GUARDED {
        book.begin(&serde_json::Value::Null, 0).await.map_err(Halt::Book)?;
    }
    Ok(operation.run(api).await?)
}

pub use add_members::{Added, Before};
pub use batches::Unanswered;
pub use change_admins::Rank;
pub use create_group::{Made, Namesakes};
pub use join_group::Destination;
pub use set_picture::PictureFrom;

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

    /// What somebody may have written with care.
    pub fn long_text(&self) -> Option<&str> {
        match self {
            Self::DescribeGroup(DescribeGroup { text, .. }) => Some(text.as_str()),
            Self::CreateGroup(CreateGroup { description, .. }) => description.as_ref().map(Description::as_str),
            _ => None,
        }
    }

    /// Without its image, which is large and of no use once it has ended, and without an invite code, by which whoever
    /// reads the store could join; `None` where it has neither.
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

    /// The people whom it names.
    pub fn people_named(&self) -> &[Person] {
        match self {
            Self::CreateGroup(CreateGroup { people, .. })
            | Self::AddMembers(AddMembers { people, .. })
            | Self::RemoveMembers(RemoveMembers { people, .. })
            | Self::ChangeAdmins(ChangeAdmins { people, .. }) => people,
            _ => &[],
        }
    }

    /// How many people it names.
    pub fn people(&self) -> usize {
        self.people_named().len()
    }

    /// Whether `typed` confirms it where [`Confirm::TypeName`] wants a name. Compared as it is seen: a window shows neither
    /// line breaks nor invisible characters.
    pub fn is_confirmed_by(&self, typed: Option<&str>) -> bool {
        let is_same = |text: &str| typed.is_some_and(|typed| match_key(typed) == match_key(text));
        self.confirm() != Confirm::TypeName || self.group().is_some_and(|at| is_same(at.name_to_type()))
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
