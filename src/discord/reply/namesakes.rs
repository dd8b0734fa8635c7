//! Distinguishes groups whose names look the same in one list: it adds the end of their ids.

use std::collections::{HashMap, HashSet};

use whatsapp::GroupId;
use whatsapp::unicode::{has_visible, match_key};

use super::text::{clamp, plain};

/// The visible forms of names that several groups in one list share.
#[derive(Debug, Default)]
pub(crate) struct Namesakes {
    /// The length at which names are cut off.
    chars_max: usize,
    looks: HashSet<String>,
}

impl Namesakes {
    /// Collects the shared names among these groups. `chars_max`: maximum characters of a name that are shown.
    pub(crate) fn among<'a>(groups: impl IntoIterator<Item = (&'a GroupId, &'a str)>, chars_max: usize) -> Self {
        let mut first: HashMap<String, &GroupId> = HashMap::new();
        let mut looks = HashSet::new();
        for (id, name) in groups {
            let look = look(name, chars_max);
            if *first.entry(look.clone()).or_insert(id) != id {
                looks.insert(look);
            }
        }
        Self { chars_max, looks }
    }

    /// Returns whether another group looks the same.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.looks.contains(&look(name, self.chars_max))
    }
}

fn look(name: &str, chars_max: usize) -> String {
    match_key(&clamp(&plain(name), chars_max))
}

/// Returns the label of a choice for each of these groups, in their order: its name, and enough of its id to
/// distinguish it from groups of the same name. `others`: groups that are not among the choices but may look the same.
pub(crate) fn group_choices(groups: &[(&GroupId, &str)], others: &[(&GroupId, &str)], chars_max: usize) -> Vec<String> {
    // The id's end in brackets, with an ellipsis and a space.
    const END_DIGITS: usize = 6;
    const END_CHARS: usize = END_DIGITS + 4;
    let namesakes = Namesakes::among(groups.iter().chain(others).copied(), chars_max);
    // Names are shorter where the end of an id follows.
    let shortened = Namesakes::among(groups.iter().chain(others).copied(), chars_max - END_CHARS);
    let all: HashSet<&GroupId> = groups.iter().chain(others).map(|(id, _)| *id).collect();
    let mut ends: HashMap<&str, usize> = HashMap::new();
    for id in &all {
        *ends.entry(end_of(id, END_DIGITS)).or_default() += 1;
    }
    let choice = |(id, name): &(&GroupId, &str)| {
        if !has_visible(name) {
            return id.as_str().to_owned();
        }
        if !namesakes.has(name) {
            return clamp(&plain(name), chars_max);
        }
        let is_alone = ends.get(end_of(id, END_DIGITS)).is_some_and(|groups| *groups == 1);
        if is_alone || !shortened.has(name) {
            return format!("{} (…{})", clamp(&plain(name), chars_max - END_CHARS), end_of(id, END_DIGITS));
        }
        let room = chars_max.saturating_sub(id.as_str().chars().count() + 3);
        format!("{} ({})", clamp(&plain(name), room), id.as_str())
    };
    groups.iter().map(choice).collect()
}

/// Returns the last digits of a group's id.
fn end_of(id: &GroupId, digits: usize) -> &str {
    let number = id.as_str().trim_end_matches("@g.us");
    let start = number.char_indices().rev().nth(digits - 1).map_or(0, |(at, _)| at);
    number.get(start..).unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(number: u64) -> GroupId {
        format!("{number}@g.us").parse().unwrap()
    }

    fn choices(groups: &[(u64, &str)]) -> Vec<String> {
        let ids: Vec<GroupId> = groups.iter().map(|(number, _)| id(*number)).collect();
        let groups: Vec<(&GroupId, &str)> = ids.iter().zip(groups.iter().map(|(_, name)| *name)).collect();
        group_choices(&groups, &[], 100)
    }

    #[test]
    fn groups_that_look_the_same_are_offered_with_their_ids() {
        let (one, other) = (120_363_000_000_000_001, 120_363_000_000_000_002);
        for twin in [
            "Alpha\u{ad}",
            "Alpha\u{3164}",
            "Alpha\u{2800}",
            "Alpha\u{fe0f}",
            "Alpha\u{e0041}",
            "Al\u{115f}\u{17b4}pha\u{200b}",
            "Al\u{200d}pha",
            "Alpha ",
            "\u{202e}Alpha",
            "Ａlpha",
            "alpha",
            "Al\u{e0100}pha",
            "Alpha\u{1160}",
            "\u{ffa0}Alpha",
        ] {
            let found = choices(&[(one, "Alpha"), (other, twin)]);
            let same_look = match_key(twin) == match_key("Alpha");
            assert!(!same_look || found[0] == "Alpha (…000001)", "{twin:?}: {found:?}");
            assert!(found[0] != found[1] && match_key(&found[0]) != match_key(&found[1]), "{twin:?}: {found:?}");
        }
        assert_eq!(choices(&[(one, "Alpha"), (other, "Beta")]), ["Alpha", "Beta"]);
        // Both ids have the same end.
        let found = choices(&[(1_000_001, "Alpha"), (2_000_001, "Alpha")]);
        assert_eq!(found, ["Alpha (1000001@g.us)", "Alpha (2000001@g.us)"]);
        // The names differ only after the cut.
        let long = |end: &str| format!("{}{end}", "x".repeat(120));
        let found = choices(&[(one, &long("a")), (other, &long("b"))]);
        assert!(found[0] != found[1] && found.iter().all(|name| name.chars().count() <= 100), "{found:?}");
        // The namesake is not among the choices.
        let (offered, hidden) = (id(one), id(other));
        assert_eq!(group_choices(&[(&offered, "Alpha")], &[(&hidden, "alpha")], 100), ["Alpha (…000001)"]);
    }

    proptest! {
        #[test]
        fn no_two_offers_look_the_same(
            names in proptest::collection::vec("[ab]{1,2}[\u{ad}\u{3164}\u{2800}\u{fe0f}\u{200d}\u{e0041}\u{17b4}c ]{0,3}[x]{0,99}", 2..8),
            ends in proptest::collection::vec(0_u64..3, 8),
        ) {
            let groups: Vec<(u64, &str)> = names.iter().zip(ends).enumerate()
                .map(|(place, (name, end))| ((place as u64 + 1) * 1_000_000 + end, name.as_str())).collect();
            let found = choices(&groups);
            let looks: HashSet<String> = found.iter().map(|choice| match_key(choice)).collect();
            prop_assert_eq!(looks.len(), found.len(), "{:?}", found);
            prop_assert!(found.iter().all(|choice| choice.chars().count() <= 100), "{:?}", found);
        }
    }
}
