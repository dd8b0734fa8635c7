//! The `custom_id` of each button, menu, modal and field of a modal. Discord returns it with a press, and anyone can
//! forge it. For this reason an id contains only what its reader typed or saw, or an opaque id, and each handler checks
//! access again. The texts do not change between releases: messages of an older release keep their buttons.

use std::fmt;
use std::str::FromStr;

use whatsapp::people::Country;
use whatsapp::{GroupId, InviteCode, JoinDecision, Person};

use super::listed::ListedPress;
use crate::access::{Capability, InteractionId, UserId};
use crate::people_list::Selection;
use crate::services::CaseFilter;
use crate::store::{AuditId, AuditResult, ConfirmationId, Digest, Purpose, RequestId, Start};

/// Discord, "Component Object": characters of a `custom_id`.
const CHARS_MAX: usize = 100;

/// A button, a menu, a modal, or a field of a modal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CustomId {
    /// Confirms a pending operation, for the people of its list who are selected.
    Confirm(ConfirmationId, Selection),
    /// Undoes an operation.
    Undo(ConfirmationId),
    /// Cancels a pending operation.
    Cancel(ConfirmationId),
    /// Opens the modal for the country by which a list is read; the modal has the same id.
    Country(ConfirmationId),
    /// Shows another page of the unclear entries of a list. The last number is the index of the button.
    ListPage(ConfirmationId, usize, usize),
    /// The menu for the group to which the people of a message are added.
    GroupOfList(ConfirmationId),
    /// The menu for the group on which an operation is carried out.
    ChooseGroup(ConfirmationId),
    /// The menu below a list of groups that shows the chosen one.
    OpenGroup,
    /// Answers with the id of a group alone, to copy it.
    CopyId(GroupId),
    /// Opens the modal for people to add to this group, as the user named it; the modal has the same id.
    AddPeople(String),
    /// Shows the invite link of a group.
    ShowInvite(GroupId),
    /// Shows the members of a group in a message of its own.
    ShowMembers(GroupId),
    /// Shows the people who ask to join a group in a message of its own.
    ShowJoinRequests(GroupId),
    /// Decides all requests to join a group.
    DecideAll(JoinDecision, GroupId),
    /// The menu of the people whose requests to join a group are decided.
    DecideSome(JoinDecision, GroupId),
    /// Opens the modal for a group's new name; the modal has the same id.
    Rename(GroupId),
    /// Opens the modal for the group's name; the modal has the same id.
    TypeName(ConfirmationId),
    /// Stops the bulk add of an interaction. The job's user is looked up at the press.
    Stop(InteractionId),
    /// Approves a request. Contains the digest of the operation that was shown; a message of an old release has none.
    /// Opens a modal of the same id if the group's name must be typed.
    Approve(RequestId, Option<Digest>),
    /// Opens the modal for the reason of a denial; the modal has the same id.
    Deny(RequestId),
    /// Shows all details of a request.
    Details(RequestId),
    /// A button of a request in a list.
    Listed(ListedPress),
    /// Shows another page of a list.
    Page(PageTurn),
    /// Reads the members of all groups again, and shows which groups the person is in.
    FindAgain(Person),
    /// Shows another page of the audit log.
    Cases(CasesAt),
    /// Shows a message to send to people who must be invited to this group: those whom the interaction could not add. A
    /// message of an old release names none.
    Invitation(GroupId, Option<InteractionId>),
    /// Joins a group by its invite.
    Join(InviteCode),
    /// Opens the modal for a group's description; the modal has the same id.
    Describe(GroupId),
    /// Checks again whether an unconfirmed change took effect.
    CheckAgain(AuditId),
    /// A menu of `/wa-setup`.
    Setup(Menu),
    /// Opens the modal for the server's country; the modal has the same id.
    SetCountry,
    /// Makes the country that `/wa-setup` proposed the server's.
    UseCountry(Country),
    /// Makes reasons mandatory, or optional.
    RequireReasons(bool),
    /// Opens the modal for the server's text of invitations; the modal has the same id.
    SetInvitation,
    /// The field for a group's name or id.
    NameField,
    /// The field for the reason of a denial.
    ReasonField,
    /// The field for a group's description.
    DescriptionField,
    /// The field for a list of people.
    PeopleField,
    /// The field for a country.
    CountryField,
    /// The field for the server's text of invitations.
    InvitationField,
}

/// Another page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PageTurn {
    pub(crate) of: PageSource,
    pub(crate) page: usize,
    /// The index of the button: two buttons may lead to one page, but their ids must differ.
    pub(crate) place: usize,
}

/// A list with several pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PageSource {
    /// Requests for approval.
    Requests,
    /// Sets of groups.
    Sets,
    Groups {
        session: String,
        search: Option<String>,
    },
    Members {
        group: GroupId,
    },
    /// The people who ask to join a group.
    JoinRequests {
        group: GroupId,
    },
    /// The members who match a search.
    Found {
        group: GroupId,
        search: String,
    },
    /// The groups that a person is in.
    Person(Person),
    /// Groups with the same name, among those that the actor has the capability for.
    Namesakes {
        needs: Capability,
        name: String,
    },
}

/// Another page of the audit log: its filter, and the start of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CasesAt {
    pub(crate) start: Start,
    pub(crate) filter: CaseFilter,
}

/// A menu of `/wa-setup`. Each choice checks that its user is an Administrator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Menu {
    Channel(Purpose),
    /// The role that Usher mentions when a request arrives.
    ApprovalsRole,
    Moderator,
}

/// The text is not the `custom_id` of any component.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct UnknownCustomId;

impl CustomId {
    /// Returns whether Discord accepts the id. The id of a page can be too long, since it contains a typed text.
    pub(crate) fn fits(&self) -> bool {
        self.to_string().chars().count() <= CHARS_MAX
    }
}

impl From<CustomId> for String {
    fn from(id: CustomId) -> Self {
        id.to_string()
    }
}

impl fmt::Display for CustomId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Confirm(id, people) => write!(f, "{}:{id}", name_of(*people)),
            Self::Undo(id) => write!(f, "undo:{id}"),
            Self::Cancel(id) => write!(f, "no:{id}"),
            Self::Country(id) => write!(f, "country:{id}"),
            Self::ListPage(id, page, place) => write!(f, "list:{place}:{page}:{id}"),
            Self::GroupOfList(id) => write!(f, "to:{id}"),
            Self::ChooseGroup(id) => write!(f, "which:{id}"),
            Self::OpenGroup => f.write_str("open"),
            Self::CopyId(group) => write!(f, "copy:{group}"),
            Self::AddPeople(group) => write!(f, "add:{group}"),
            Self::ShowInvite(group) => write!(f, "invite:{group}"),
            Self::ShowMembers(group) => write!(f, "people-of:{group}"),
            Self::ShowJoinRequests(group) => write!(f, "who-asks:{group}"),
            Self::DecideAll(decision, group) => write!(f, "ask-all:{}:{group}", name_of_decision(*decision)),
            Self::DecideSome(decision, group) => write!(f, "ask-some:{}:{group}", name_of_decision(*decision)),
            Self::Rename(group) => write!(f, "rename:{group}"),
            Self::TypeName(id) => write!(f, "name:{id}"),
            Self::Stop(job) => write!(f, "stop:{job}"),
            Self::Approve(request, None) => write!(f, "approve:{request}"),
            Self::Approve(request, Some(shown)) => write!(f, "approve:{request}:{shown}"),
            Self::Deny(request) => write!(f, "deny:{request}"),
            Self::Details(request) => write!(f, "details:{request}"),
            Self::Listed(press) => write!(f, "listed:{press}"),
            Self::Page(PageTurn { of, page, place }) => match of {
                PageSource::Requests => write!(f, "requests:{place}:{page}:"),
                PageSource::Sets => write!(f, "sets:{place}:{page}:"),
                PageSource::Groups { session, search } => {
                    write!(f, "groups:{place}:{page}:{session}:{}", search.as_deref().unwrap_or_default())
                }
                PageSource::Members { group } => write!(f, "members:{place}:{page}:{group}"),
                PageSource::JoinRequests { group } => write!(f, "asking:{place}:{page}:{group}"),
                PageSource::Found { group, search } => write!(f, "found:{place}:{page}:{group}:{search}"),
                PageSource::Person(person) => write!(f, "person:{place}:{page}:{person}"),
                PageSource::Namesakes { needs, name } => write!(f, "named:{place}:{page}:{needs}:{name}"),
            },
            Self::FindAgain(person) => write!(f, "find-again:{person}"),
            Self::Cases(at) => write_cases(f, at),
            Self::Invitation(group, None) => write!(f, "invitation:{group}"),
            Self::Invitation(group, Some(added_by)) => write!(f, "invitation:{group}:{added_by}"),
            Self::Join(invite) => write!(f, "join:{}", invite.as_str()),
            Self::Describe(group) => write!(f, "describe:{group}"),
            Self::CheckAgain(case) => write!(f, "check:{}", case.0),
            Self::Setup(Menu::Channel(Purpose::Log)) => f.write_str("setup:log"),
            Self::Setup(Menu::Channel(Purpose::Approvals)) => f.write_str("setup:approvals"),
            Self::Setup(Menu::ApprovalsRole) => f.write_str("setup:approvals-role"),
            Self::Setup(Menu::Moderator) => f.write_str("setup:moderator"),
            Self::SetCountry => f.write_str("setup:country"),
            Self::UseCountry(country) => write!(f, "setup:country:{country}"),
            Self::NameField => f.write_str("name"),
            Self::ReasonField => f.write_str("reason"),
            Self::DescriptionField => f.write_str("text"),
            Self::PeopleField => f.write_str("people"),
            Self::CountryField => f.write_str("country"),
            Self::RequireReasons(true) => f.write_str("setup:reasons:on"),
            Self::RequireReasons(false) => f.write_str("setup:reasons:off"),
            Self::SetInvitation => f.write_str("setup:invitation"),
            Self::InvitationField => f.write_str("invitation"),
        }
    }
}

impl FromStr for CustomId {
    type Err = UnknownCustomId;

    fn from_str(text: &str) -> Result<Self, UnknownCustomId> {
        let Some((kind, rest)) = text.split_once(':') else {
            return match text {
                "open" => Ok(Self::OpenGroup),
                "name" => Ok(Self::NameField),
                "reason" => Ok(Self::ReasonField),
                "text" => Ok(Self::DescriptionField),
                "people" => Ok(Self::PeopleField),
                "country" => Ok(Self::CountryField),
                "invitation" => Ok(Self::InvitationField),
                _ => Err(UnknownCustomId),
            };
        };
        Ok(match kind {
            "yes" => Self::Confirm(part(rest)?, Selection::All),
            "undo" => Self::Undo(part(rest)?),
            "no" => Self::Cancel(part(rest)?),
            "sure" => Self::Confirm(part(rest)?, Selection::Sure),
            "first" => Self::Confirm(part(rest)?, Selection::First),
            "first-rest" => Self::Confirm(part(rest)?, Selection::FirstThenRest),
            "country" => Self::Country(part(rest)?),
            "list" => {
                let mut parts = rest.splitn(3, ':');
                let mut next = || parts.next().ok_or(UnknownCustomId);
                let (place, page) = (part(next()?)?, part(next()?)?);
                Self::ListPage(part(next()?)?, page, place)
            }
            "to" => Self::GroupOfList(part(rest)?),
            "which" => Self::ChooseGroup(part(rest)?),
            "copy" => Self::CopyId(part(rest)?),
            "add" if !rest.is_empty() => Self::AddPeople(rest.to_owned()),
            "invite" => Self::ShowInvite(part(rest)?),
            "people-of" => Self::ShowMembers(part(rest)?),
            "who-asks" => Self::ShowJoinRequests(part(rest)?),
            "ask-all" => {
                let (decision, group) = read_decision(rest)?;
                Self::DecideAll(decision, group)
            }
            "ask-some" => {
                let (decision, group) = read_decision(rest)?;
                Self::DecideSome(decision, group)
            }
            "rename" => Self::Rename(part(rest)?),
            "name" => Self::TypeName(part(rest)?),
            "stop" => Self::Stop(InteractionId(part(rest)?)),
            "approve" => match rest.split_once(':') {
                None => Self::Approve(part(rest)?, None),
                Some((request, shown)) => Self::Approve(part(request)?, Some(part(shown)?)),
            },
            "deny" => Self::Deny(part(rest)?),
            "details" => Self::Details(part(rest)?),
            "listed" => Self::Listed(part(rest)?),
            "find-again" => Self::FindAgain(part(rest)?),
            "requests" | "sets" | "groups" | "members" | "asking" | "found" | "person" | "named" => {
                Self::Page(read_page(kind, rest)?)
            }
            "cases" => Self::Cases(read_cases(rest)?),
            "invitation" => match rest.split_once(':') {
                None => Self::Invitation(part(rest)?, None),
                Some((group, added_by)) => Self::Invitation(part(group)?, Some(InteractionId(part(added_by)?))),
            },
            "join" => Self::Join(part(rest)?),
            "describe" => Self::Describe(part(rest)?),
            "check" => Self::CheckAgain(AuditId(part(rest)?)),
            "setup" => match rest {
                "log" => Self::Setup(Menu::Channel(Purpose::Log)),
                "approvals" => Self::Setup(Menu::Channel(Purpose::Approvals)),
                "approvals-role" => Self::Setup(Menu::ApprovalsRole),
                "moderator" => Self::Setup(Menu::Moderator),
                "country" => Self::SetCountry,
                "invitation" => Self::SetInvitation,
                "reasons:on" => Self::RequireReasons(true),
                "reasons:off" => Self::RequireReasons(false),
                other => Self::UseCountry(part(other.strip_prefix("country:").ok_or(UnknownCustomId)?)?),
            },
            _ => return Err(UnknownCustomId),
        })
    }
}

/// Returns the name of a confirmation of these people.
fn name_of(people: Selection) -> &'static str {
    match people {
        Selection::All => "yes",
        Selection::Sure => "sure",
        Selection::First => "first",
        Selection::FirstThenRest => "first-rest",
    }
}

fn name_of_decision(decision: JoinDecision) -> &'static str {
    match decision {
        JoinDecision::Approve => "approve",
        JoinDecision::Decline => "decline",
    }
}

/// Reads a decision and the group whose requests it is about.
fn read_decision(rest: &str) -> Result<(JoinDecision, GroupId), UnknownCustomId> {
    let (decision, group) = rest.split_once(':').ok_or(UnknownCustomId)?;
    let all = [JoinDecision::Approve, JoinDecision::Decline];
    let decision = all.into_iter().find(|one| name_of_decision(*one) == decision).ok_or(UnknownCustomId)?;
    Ok((decision, part(group)?))
}

fn part<T: FromStr>(text: &str) -> Result<T, UnknownCustomId> {
    text.parse().map_err(|_| UnknownCustomId)
}

fn read_page(kind: &str, rest: &str) -> Result<PageTurn, UnknownCustomId> {
    let mut parts = rest.splitn(3, ':');
    let mut next = || parts.next().ok_or(UnknownCustomId);
    let (place, page, rest) = (part(next()?)?, part(next()?)?, next()?);
    let of = match kind {
        "requests" => PageSource::Requests,
        "sets" => PageSource::Sets,
        "members" => PageSource::Members { group: part(rest)? },
        "person" => PageSource::Person(part(rest)?),
        "asking" => PageSource::JoinRequests { group: part(rest)? },
        // A session's name contains no colon (groups API, "Session names").
        "groups" => {
            let (session, search) = rest.split_once(':').ok_or(UnknownCustomId)?;
            let search = Some(search.to_owned()).filter(|search| !search.is_empty());
            PageSource::Groups { session: session.to_owned(), search }
        }
        "found" => {
            let (group, search) = rest.split_once(':').ok_or(UnknownCustomId)?;
            PageSource::Found { group: part(group)?, search: search.to_owned() }
        }
        _ => {
            let (needs, name) = rest.split_once(':').ok_or(UnknownCustomId)?;
            PageSource::Namesakes { needs: part(needs)?, name: name.to_owned() }
        }
    };
    Ok(PageTurn { of, page, place })
}

/// Writes numbers in base 16 and the result as a letter after the direction, to leave room for the operation and the
/// group.
fn write_cases(f: &mut fmt::Formatter<'_>, CasesAt { start, filter }: &CasesAt) -> fmt::Result {
    let CaseFilter { user, group, operation, days, result } = filter;
    let number = |number: Option<u64>| number.map_or_else(String::new, |number| format!("{number:x}"));
    let (direction, neighbour) = match *start {
        Start::Newest => ('n', None),
        Start::Below(case) => ('b', Some(case)),
        Start::Above(case) => ('a', Some(case)),
        Start::Oldest => ('o', None),
    };
    let neighbour = neighbour.and_then(|case| u64::try_from(case.0).ok());
    write!(
        f,
        "cases:{direction}{}:{}:{}:{}:{}:{}",
        result.map(letter_of).unwrap_or_default(),
        number(neighbour),
        number(user.map(|user| user.0)),
        number(days.map(u64::from)),
        operation.as_deref().unwrap_or_default(),
        group.as_ref().map(ToString::to_string).unwrap_or_default()
    )
}

/// Returns the letter of a result that a filter names.
fn letter_of(result: AuditResult) -> &'static str {
    match result {
        AuditResult::Open => "o",
        AuditResult::Done => "d",
        AuditResult::NoChange => "n",
        AuditResult::Refused => "r",
        AuditResult::Failed => "f",
        AuditResult::NotConfirmed => "u",
    }
}

fn read_cases(rest: &str) -> Result<CasesAt, UnknownCustomId> {
    let parts: Vec<&str> = rest.split(':').collect();
    let [direction, neighbour, user, days, operation, group] = parts.as_slice() else {
        return Err(UnknownCustomId);
    };
    let number = |text: &str| match text {
        "" => Ok(None),
        text => u64::from_str_radix(text, 16).map(Some).map_err(|_| UnknownCustomId),
    };
    let neighbour = number(neighbour)?.map(i64::try_from).transpose().map_err(|_| UnknownCustomId)?.map(AuditId);
    let mut letters = direction.chars();
    let (direction, result) = (letters.next(), letters.as_str());
    let result = match result {
        "" => None,
        letter => Some(AuditResult::ENDED.into_iter().find(|one| letter_of(*one) == letter).ok_or(UnknownCustomId)?),
    };
    let start = match (direction, neighbour) {
        (Some('n'), None) => Start::Newest,
        (Some('b'), Some(case)) => Start::Below(case),
        (Some('a'), Some(case)) => Start::Above(case),
        (Some('o'), None) => Start::Oldest,
        _ => return Err(UnknownCustomId),
    };
    let filter = CaseFilter {
        user: number(user)?.map(UserId),
        days: number(days)?.map(u32::try_from).transpose().map_err(|_| UnknownCustomId)?,
        operation: Some((*operation).to_owned()).filter(|operation| !operation.is_empty()),
        group: if group.is_empty() { None } else { Some(part(group)?) },
        result,
    };
    Ok(CasesAt { start, filter })
}
