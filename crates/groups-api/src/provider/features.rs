//! What a provider can do, as data: known before a request is sent, and shown to people as it stands here.

use std::fmt;

use serde::{Deserialize, Serialize};
use whatsapp::{GroupSetting, InviteCode, Person};

/// What a provider can do, and its limits.
#[expect(clippy::struct_excessive_bools, reason = "a table of abilities, each independent of the others")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Features {
    /// Deletes a group for all its members.
    pub delete_group: bool,
    /// Removes a group's description.
    pub remove_description: bool,
    /// Sets a group's picture from a file.
    pub picture: bool,
    /// Sets a group's picture from a link, which the provider fetches.
    pub picture_by_url: bool,
    /// Creates a group without members.
    pub empty_group: bool,
    /// Removes and changes members of whom only the LID is known.
    pub people_by_lid: bool,
    /// Changes who may write in a group.
    pub set_writers: bool,
    /// Changes who may edit a group's name, description and picture.
    pub set_editors: bool,
    /// Changes who may add members to a group.
    pub set_adders: bool,
    /// Changes whether an admin must approve who joins by the link.
    pub set_join_approval: bool,
    /// Lists the people who ask to join a group, and approves or declines them.
    pub join_requests: bool,
    /// Takes every invite code. Otherwise only codes of 22 letters and digits.
    pub any_invite_code: bool,
    /// Longest name that a group may be given.
    pub name: NameLimit,
    /// Most characters of a description; `usize::MAX` if only WhatsApp limits it.
    pub description_chars: usize,
    /// Most people whom one request may name.
    pub people_per_request: usize,
    /// Most groups in a list: one of that length may not be complete.
    pub groups_listed: usize,
}

/// The unit in which a provider counts the length of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameLimit {
    /// As the configuration says (`limits.name_chars`).
    Chars,
    /// Maximum bytes of the name in UTF-8.
    Bytes(usize),
}

impl Features {
    /// Returns what is missing to have everything, in the order of the documents.
    pub fn missing(&self) -> Vec<NotOffered> {
        let most = self.people_per_request;
        let has_each = [
            (self.delete_group, NotOffered::DeleteGroup),
            (self.remove_description, NotOffered::RemoveDescription),
            (self.picture, NotOffered::Picture),
            (self.picture_by_url, NotOffered::PictureByUrl),
            (self.empty_group, NotOffered::EmptyGroup),
            (self.people_by_lid, NotOffered::PersonByLid),
            (self.any_invite_code, NotOffered::InviteCode),
            (self.set_writers, NotOffered::SetWriters),
            (self.set_editors, NotOffered::SetEditors),
            (self.set_adders, NotOffered::SetAdders),
            (self.set_join_approval, NotOffered::SetJoinApproval),
            (self.join_requests, NotOffered::JoinRequests),
            (most >= PEOPLE_PER_REQUEST, NotOffered::PeopleAtCreation(most)),
        ];
        let name = match self.name {
            NameLimit::Bytes(most) => Some(NotOffered::NameBytes(most)),
            NameLimit::Chars => None,
        };
        let most = self.description_chars;
        let description = (most != usize::MAX).then_some(NotOffered::DescriptionChars(most));
        let lacks = has_each.into_iter().filter(|(has, _)| !has).map(|(_, what)| what);
        lacks.chain(name).chain(description).collect()
    }

    /// As [`Self::missing`], with one entry for the settings of a group if no setting can be changed.
    pub fn missing_in_short(&self) -> Vec<NotOffered> {
        let mut missing = self.missing();
        if !self.has_settings() {
            let settings =
                [NotOffered::SetWriters, NotOffered::SetEditors, NotOffered::SetAdders, NotOffered::SetJoinApproval];
            missing.retain(|what| !settings.contains(what));
            missing.push(NotOffered::Settings);
        }
        missing
    }

    /// Returns why a group cannot be given this name.
    pub fn lacks_name(&self, name: &str) -> Option<NotOffered> {
        match self.name {
            NameLimit::Bytes(most) if name.len() > most => Some(NotOffered::NameBytes(most)),
            NameLimit::Bytes(_) | NameLimit::Chars => None,
        }
    }

    /// Returns why a group cannot be given this description. An empty one removes what is there.
    pub fn lacks_description(&self, text: &str) -> Option<NotOffered> {
        if text.is_empty() {
            return (!self.remove_description).then_some(NotOffered::RemoveDescription);
        }
        let most = self.description_chars;
        (text.chars().count() > most).then_some(NotOffered::DescriptionChars(most))
    }

    /// Returns why a group cannot be created with these people.
    pub fn lacks_founders(&self, people: &[Person]) -> Option<NotOffered> {
        let most = self.people_per_request;
        let is_empty = people.is_empty() && !self.empty_group;
        let lack = is_empty.then_some(NotOffered::EmptyGroup);
        lack.or((people.len() > most).then_some(NotOffered::PeopleAtCreation(most))).or(self.lacks_people(people))
    }

    /// Returns why nothing can be done about one of these people.
    pub fn lacks_people(&self, people: &[Person]) -> Option<NotOffered> {
        let by_lid = people.iter().any(|person| matches!(person, Person::Lid(_)));
        (by_lid && !self.people_by_lid).then_some(NotOffered::PersonByLid)
    }

    /// Returns whether any setting of a group can be shown and changed.
    pub fn has_settings(&self) -> bool {
        self.set_writers || self.set_editors || self.set_adders || self.set_join_approval
    }

    /// Returns why a setting cannot be changed.
    pub fn lacks_setting(&self, setting: GroupSetting) -> Option<NotOffered> {
        let (can, lack) = match setting {
            GroupSetting::Writers(_) => (self.set_writers, NotOffered::SetWriters),
            GroupSetting::Editors(_) => (self.set_editors, NotOffered::SetEditors),
            GroupSetting::Adders(_) => (self.set_adders, NotOffered::SetAdders),
            GroupSetting::JoinApproval(_) => (self.set_join_approval, NotOffered::SetJoinApproval),
        };
        match (self.has_settings(), can) {
            (false, _) => Some(NotOffered::Settings),
            (true, false) => Some(lack),
            (true, true) => None,
        }
    }

    /// Returns why an invite cannot be used.
    pub fn lacks_invite(&self, code: &InviteCode) -> Option<NotOffered> {
        let is_usual =
            code.as_str().len() == USUAL_CODE_CHARS && code.as_str().chars().all(|c| c.is_ascii_alphanumeric());
        (!self.any_invite_code && !is_usual).then_some(NotOffered::InviteCode)
    }

    /// Everything.
    pub const ALL: Self = Self {
        delete_group: true,
        remove_description: true,
        picture: true,
        picture_by_url: true,
        empty_group: true,
        people_by_lid: true,
        set_writers: true,
        set_editors: true,
        set_adders: true,
        set_join_approval: true,
        join_requests: true,
        any_invite_code: true,
        name: NameLimit::Chars,
        description_chars: usize::MAX,
        people_per_request: PEOPLE_PER_REQUEST,
        groups_listed: usize::MAX,
    };
}

/// Most people whom one request may name, at most providers.
pub const PEOPLE_PER_REQUEST: usize = 256;

/// Letters and digits of the invite codes that WhatsApp gives.
const USUAL_CODE_CHARS: usize = 22;

/// Something that a provider cannot do. `Display` writes it for the operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotOffered {
    DeleteGroup,
    RemoveDescription,
    /// Any picture.
    Picture,
    /// A picture from a link.
    PictureByUrl,
    /// A group without members.
    EmptyGroup,
    /// A change about a member of whom only the LID is known.
    PersonByLid,
    /// An invite code of this form.
    InviteCode,
    /// A new group of more people than this.
    PeopleAtCreation(usize),
    /// Any setting of a group.
    Settings,
    SetWriters,
    SetEditors,
    SetAdders,
    SetJoinApproval,
    JoinRequests,
    /// A name of more bytes than this.
    NameBytes(usize),
    /// A description of more characters than this.
    DescriptionChars(usize),
    /// Something else.
    Operation,
}

impl fmt::Display for NotOffered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::DeleteGroup => "delete a group for all its members",
            Self::RemoveDescription => "remove a description",
            Self::Picture => "set a picture",
            Self::PictureByUrl => "set a picture from a link",
            Self::EmptyGroup => "create a group without members",
            Self::PersonByLid => "remove or change members whose phone number is hidden",
            Self::InviteCode => "use invite codes other than those of 22 letters and digits",
            Self::PeopleAtCreation(most) => return write!(f, "create a group with more than {most} people at once"),
            Self::Settings => "show or change the settings of a group",
            Self::SetWriters => "change who may write in a group",
            Self::SetEditors => "change who may edit a group",
            Self::SetAdders => "change who may add members",
            Self::SetJoinApproval => "change whether admins approve who joins",
            Self::JoinRequests => "list and decide requests to join",
            Self::NameBytes(most) => return write!(f, "give a group a name of more than {most} bytes"),
            Self::DescriptionChars(most) => {
                return write!(f, "give a group a description of more than {most} characters");
            }
            Self::Operation => "do this",
        })
    }
}
