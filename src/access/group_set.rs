//! Sets of groups: names for several groups at once. A set grants nothing.

use std::fmt;

use whatsapp::GroupId;
use whatsapp::unicode::{has_visible, match_key, shown, single_line};

/// Maximum sets of a server.
pub const GROUP_SETS_MAX: usize = 50;
/// Maximum groups of a set.
pub const SET_GROUPS_MAX: usize = 300;
/// Maximum characters of a set's name.
pub const SET_NAME_CHARS_MAX: usize = 32;

/// Stands before the name of a set in a list of groups, because a group may have the same name.
pub const SET_MARK: &str = "📁";
/// Stands between a name and what tells it apart, where names of groups and sets are offered.
pub const DETAIL_MARK: &str = " · ";

/// A named set of groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupSet {
    pub name: SetName,
    /// Never empty, and without duplicates.
    pub groups: Vec<GroupId>,
}

/// The name of a set: one line that can stand in a list of groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetName(String);

/// The text is no name of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a name of 1 to {SET_NAME_CHARS_MAX} characters, without a comma, that is no group's id")]
pub struct BadSetName;

impl SetName {
    pub fn parse(text: &str) -> Result<Self, BadSetName> {
        let name = single_line(&shown(text));
        let name = single_line(name.strip_prefix(SET_MARK).unwrap_or(&name));
        let key = match_key(&name);
        // The key shows commas and dots of every form.
        let is_readable = !key.contains(',') && !key.contains(DETAIL_MARK) && !name.contains(SET_MARK);
        let fits = has_visible(&name) && name.chars().count() <= SET_NAME_CHARS_MAX;
        if fits && is_readable && name.parse::<GroupId>().is_err() { Ok(Self(name)) } else { Err(BadSetName) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns whether both are the same name: case and look-alikes make no difference.
    pub fn is_same(&self, other: &Self) -> bool {
        match_key(&self.0) == match_key(&other.0)
    }
}

impl fmt::Display for SetName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_one_short_line_without_commas() {
        for (text, name) in [
            ("  North\tside ", Some("North side")),
            ("📁 North", Some("North")),
            ("Nor\u{200b}th\u{ad}", Some("North")),
            ("👨‍👩‍👧 Families", Some("👨‍👩‍👧 Families")),
            ("北", Some("北")),
            ("", None),
            (" \u{200b} ", None),
            ("📁", None),
            ("North, South", None),
            ("North，South", None),
            ("North · South", None),
            ("North 📁", None),
            ("120363000000000001@g.us", None),
        ] {
            assert_eq!(SetName::parse(text).ok().as_ref().map(SetName::as_str), name, "{text:?}");
        }
        assert!(SetName::parse(&"é".repeat(32)).is_ok());
        assert!(SetName::parse(&"é".repeat(33)).is_err());
    }

    proptest! {
        #[test]
        fn a_name_stays_as_it_was_parsed(text in "\\PC{0,40}") {
            if let Ok(name) = SetName::parse(&text) {
                let again = SetName::parse(name.as_str());
                prop_assert_eq!(again.as_ref(), Ok(&name));
                prop_assert!(again.is_ok_and(|again| again.is_same(&name)));
            }
        }
    }
}
