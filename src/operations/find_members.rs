//! `/wa-group members find`: groups API, operation 9.

use std::cmp::Reverse;

use groups_api::GroupsApi;
use serde::{Deserialize, Serialize};
use whatsapp::{MemberIndex, Participant, Person, Role};

use super::{ActsOn, Failure, GroupRef, OperationOutcome, Perform, Read};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindMembers {
    pub at: GroupRef,
    /// As typed: a number or a part of it, a LID, or the name of a role.
    pub search: String,
    /// The role that the text names.
    pub role: Option<Role>,
    /// The page to show, counted from 0.
    #[serde(default)]
    pub page: usize,
}

impl Perform for FindMembers {
    type Outcome = MembersFound;

    const NAME: &'static str = "members.find";
    const NEEDS: Capability = Capability::GroupsRead;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn with_group(self, at: GroupRef) -> Self {
        Self { at, ..self }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembersFound {
    /// Those who match, the creator and the admins first, then by number.
    pub members: Vec<FoundMember>,
    /// Number of further entries of the list that could not be read.
    pub unread: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundMember {
    pub member: Participant,
    pub by: FoundBy,
}

/// What matches the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FoundBy {
    /// The role, the whole number, or digits that a masked number shows.
    Visible,
    /// Digits that a mask hides. A reader of masked numbers must not learn of the match: one search for each digit would
    /// reveal the number.
    HiddenDigits,
}

impl OperationOutcome for MembersFound {}

impl Read for FindMembers {
    async fn run(&self, api: &GroupsApi) -> Result<MembersFound, Failure> {
        let GroupRef { session, group, .. } = &self.at;
        let (members, unread) = if self.role.is_some() {
            // A list without roles must not look as if it had no admins.
            (api.ranked_participants(session, group).await.map_err(Failure::of_read)?, 0)
        } else {
            let listed = api.readable_participants(session, group).await.map_err(Failure::of_read)?;
            (listed.entries, listed.unread)
        };
        let person = self.search.parse::<Person>().ok();
        let whole = person.as_ref().and_then(|person| MemberIndex::new(&members).find(person).cloned());
        let found = |member: Participant| self.matches(&member, whole.as_ref()).map(|by| FoundMember { member, by });
        let mut members: Vec<FoundMember> = members.into_iter().filter_map(found).collect();
        members.sort_by(|FoundMember { member: a, .. }, FoundMember { member: b, .. }| {
            (Reverse(a.role), &a.phone, &a.lid).cmp(&(Reverse(b.role), &b.phone, &b.lid))
        });
        Ok(MembersFound { members, unread })
    }
}

impl FindMembers {
    /// Returns by what the member matches, if so. `whole`: the member whose whole number or LID is searched for.
    fn matches(&self, member: &Participant, whole: Option<&Participant>) -> Option<FoundBy> {
        if let Some(role) = self.role {
            // The creator is an admin too.
            let is_of_role = if role == Role::Admin { member.role >= role } else { member.role == role };
            return is_of_role.then_some(FoundBy::Visible);
        }
        if whole == Some(member) {
            return Some(FoundBy::Visible);
        }
        let (phone, lid) = (member.phone.clone().map(Person::Phone), member.lid.clone().map(Person::Lid));
        let shown = phone.or(lid)?;
        if self.search.contains('•') {
            // A masked number, as another reply shows it.
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            return words(&shown.masked()).ends_with(&words(&self.search)).then_some(FoundBy::Visible);
        }
        let digits = digits(&self.search)?;
        let all: String = shown.to_string().chars().filter(char::is_ascii_digit).collect();
        let is_visible = shown.masked().split(|c: char| !c.is_ascii_digit()).any(|part| part.contains(&digits));
        if is_visible {
            return Some(FoundBy::Visible);
        }
        all.contains(&digits).then_some(FoundBy::HiddenDigits)
    }
}

/// Returns the digits of a number or of a part of it; `None` if the text is something else.
fn digits(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_number = text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-‐‑‒–().".contains(c));
    (is_number && !digits.is_empty()).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(search: &str, role: Option<Role>) -> FindMembers {
        let (session, group) = ("default".parse().unwrap(), "120363000000000001@g.us".parse().unwrap());
        let at = GroupRef { session, group, name: None, is_name_secret: false };
        FindMembers { at, search: search.to_owned(), role, page: 0 }
    }

    #[test]
    fn a_member_is_found_by_number_and_role() {
        let ana = Participant {
            phone: Some("+5511977770001".parse().unwrap()),
            lid: Some("77123456@lid".parse().unwrap()),
            role: Role::Member,
        };
        let by_lid_only = Participant { phone: None, ..ana.clone() };
        let creator = Participant { role: Role::SuperAdmin, ..ana.clone() };
        let (visible, hidden) = (Some(FoundBy::Visible), Some(FoundBy::HiddenDigits));
        let under_the_old_number = Participant { phone: "+551177770001".parse().ok(), lid: None, role: Role::Member };
        for (member, text, role, found) in [
            (&under_the_old_number, "+55 11 97777-0001", None, visible),
            (&ana, "+55 11 7777-0001", None, visible),
            (&ana, "+55 11 7777-0002", None, None),
            (&ana, "+55 (11) 97777-0001", None, visible),
            (&ana, "5511977770001", None, visible),
            (&ana, "77123456@lid", None, visible),
            (&ana, "0001", None, visible),
            (&ana, "+55", None, visible),
            (&ana, "+55\u{a0}11\u{a0}97777\u{2011}0001", None, visible),
            (&ana, "+55\u{a0}•••••\u{a0}0001", None, visible),
            (&ana, "+55 ••••• 0001", None, visible),
            (&ana, "••••• 0001", None, visible),
            (&ana, "+49 ••••• 0001", None, None),
            (&ana, "+55 1••••• 0001", None, None),
            (&by_lid_only, "member ••••• 3456", None, visible),
            (&ana, "97777", None, hidden),
            (&ana, "11 97777-0001", None, hidden),
            (&ana, "3456", None, None),
            (&by_lid_only, "3456", None, visible),
            (&by_lid_only, "7712", None, hidden),
            (&ana, "5555", None, None),
            (&ana, "Ana 0001", None, None),
            (&ana, "", None, None),
            (&ana, "member", Some(Role::Member), visible),
            (&ana, "admin", Some(Role::Admin), None),
            (&creator, "admin", Some(Role::Admin), visible),
            (&creator, "member", Some(Role::Member), None),
        ] {
            let person = text.parse::<Person>().ok();
            let members = std::slice::from_ref(member);
            let whole = person.and_then(|person| MemberIndex::new(members).find(&person));
            assert_eq!(search(text, role).matches(member, whole), found, "{text}");
        }
    }
}
