//! Distinguishes groups whose names look the same in one list.

use std::collections::{HashMap, HashSet};

use usher_clock::Timestamp;
use whatsapp::GroupId;
use whatsapp::unicode::{has_visible, match_key};

use super::text::{clamp, plain};
use crate::language::Language;
use crate::operations::GroupSummary;

/// Digits of an id that tell groups apart in most cases.
const END_DIGITS: usize = 6;

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

/// Returns the label of a choice for each of these groups, in their order: its name, and what distinguishes it from
/// groups of the same name. `others`: groups that are not among the choices but may look the same.
pub(crate) fn group_choices(
    i18n: Language,
    groups: &[&GroupSummary],
    others: &[&GroupSummary],
    chars_max: usize,
) -> Vec<String> {
    let twins = Twins::among(groups.iter().chain(others).copied(), chars_max);
    let label = |group: &&GroupSummary| {
        if !has_visible(&group.name) {
            return group.id.to_string();
        }
        let difference = twins.difference(i18n, group);
        labelled(&group.name, &difference.unwrap_or_default(), chars_max)
    };
    let mut labels: Vec<String> = groups.iter().map(label).collect();
    let mut looks: HashMap<String, usize> = HashMap::new();
    for label in &labels {
        *looks.entry(match_key(label)).or_default() += 1;
    }
    for (label, group) in labels.iter_mut().zip(groups) {
        // Names are cut shorter where something follows, so that different names may look the same.
        if looks.get(&match_key(label)).is_some_and(|number| *number > 1) {
            *label = labelled(&group.name, &format!(" ({})", group.id), chars_max);
        }
    }
    labels
}

/// Groups by the visible form of their names.
pub(super) struct Twins<'a> {
    chars_max: usize,
    by_look: HashMap<String, Vec<&'a GroupSummary>>,
}

impl<'a> Twins<'a> {
    /// Collects these groups. `chars_max`: as for [`group_choices`].
    pub(super) fn among(groups: impl IntoIterator<Item = &'a GroupSummary>, chars_max: usize) -> Self {
        let mut by_look: HashMap<String, Vec<&GroupSummary>> = HashMap::new();
        for group in groups {
            let same = by_look.entry(look(&group.name, chars_max)).or_default();
            if same.iter().all(|other| other.id != group.id) {
                same.push(group);
            }
        }
        Self { chars_max, by_look }
    }

    /// Returns what distinguishes the group from others of the same name, with a separator in front: its size, its size
    /// and its age, or a part of its id. Returns `None` if no other group looks the same.
    pub(super) fn difference(&self, i18n: Language, group: &GroupSummary) -> Option<String> {
        let same = self.by_look.get(&look(&group.name, self.chars_max))?;
        (same.len() > 1).then(|| difference(i18n, group, same))
    }
}

fn labelled(name: &str, detail: &str, chars_max: usize) -> String {
    format!("{}{detail}", clamp(&plain(name), chars_max.saturating_sub(detail.chars().count())))
}

/// Returns what distinguishes a group from its `twins` of the same name, of which it is one.
fn difference(i18n: Language, group: &GroupSummary, twins: &[&GroupSummary]) -> String {
    type Detail<'a> = &'a dyn Fn(&GroupSummary) -> Option<String>;
    let size = |group: &GroupSummary| Some(format!(" · {}", i18n.members_count(group.size?)));
    let aged = |group: &GroupSummary| Some(format!("{} · {}", size(group)?, i18n.created_on(date(group.created_at?))));
    let end = |group: &GroupSummary| Some(format!(" (…{})", end_of(&group.id, END_DIGITS)));
    let tells_apart = |detail: Detail<'_>| {
        let details: Option<HashSet<String>> = twins.iter().map(|twin| detail(twin)).collect();
        details.filter(|details| details.len() == twins.len()).and_then(|_| detail(group))
    };
    let details: [Detail<'_>; 3] = [&size, &aged, &end];
    details.into_iter().find_map(tells_apart).unwrap_or_else(|| format!(" ({})", group.id))
}

/// Returns the day in UTC, as in `2026-11-12` (ISO 8601): a choice has no room for the words of a language.
fn date(time: Timestamp) -> String {
    let text = humantime::format_rfc3339_seconds(time.into()).to_string();
    text.split('T').next().unwrap_or_default().to_owned()
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

    fn group(number: u64, name: &str, size: Option<usize>, day: Option<i64>) -> GroupSummary {
        let created_at = day.map(|day| Timestamp::from_secs(day * 86_400));
        GroupSummary { id: format!("{number}@g.us").parse().unwrap(), name: name.to_owned(), size, created_at }
    }

    fn labels(groups: &[GroupSummary], others: &[GroupSummary]) -> Vec<String> {
        let (groups, others): (Vec<_>, Vec<_>) = (groups.iter().collect(), others.iter().collect());
        group_choices(Language::English, &groups, &others, 100)
    }

    fn choices(groups: &[(u64, &str)]) -> Vec<String> {
        let groups: Vec<GroupSummary> =
            groups.iter().map(|(number, name)| group(*number, name, Some(3), None)).collect();
        labels(&groups, &[])
    }

    #[test]
    fn twins_are_told_apart_by_size_then_age_then_id() {
        let (one, other) = (120_363_000_000_000_001, 120_363_000_000_000_002);
        for ([first, second], expected) in [
            ([(Some(3), Some(1)), (Some(4), Some(2))], ["Party · 3 members", "Party · 4 members"]),
            (
                [(Some(3), Some(1)), (Some(3), Some(2))],
                ["Party · 3 members · created 1970-01-02", "Party · 3 members · created 1970-01-03"],
            ),
            ([(Some(3), Some(1)), (Some(3), Some(1))], ["Party (…000001)", "Party (…000002)"]),
            ([(Some(3), Some(1)), (None, Some(2))], ["Party (…000001)", "Party (…000002)"]),
        ] {
            let groups = [group(one, "Party", first.0, first.1), group(other, "party", second.0, second.1)];
            let found = labels(&groups, &[]);
            assert!(
                found.iter().zip(expected).all(|(found, expected)| match_key(found) == match_key(expected)),
                "{found:?}"
            );
        }
    }

    #[test]
    fn groups_that_look_the_same_are_told_apart() {
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
        let (offered, hidden) = (group(one, "Alpha", Some(1), None), group(other, "alpha", Some(1), None));
        assert_eq!(labels(&[offered], &[hidden]), ["Alpha (…000001)"]);
    }

    proptest! {
        #[test]
        fn no_two_offers_look_the_same(
            names in proptest::collection::vec("[ab]{1,2}[\u{ad}\u{3164}\u{2800}\u{fe0f}\u{200d}\u{e0041}\u{17b4}c ]{0,3}[x]{0,99}", 2..8),
            ends in proptest::collection::vec(0_u64..3, 8),
            sizes in proptest::collection::vec(proptest::option::of(1_usize..3), 8),
            days in proptest::collection::vec(proptest::option::of(1_i64..3), 8),
        ) {
            let groups: Vec<GroupSummary> = names.iter().enumerate().map(|(place, name)| {
                group((place as u64 + 1) * 1_000_000 + ends[place], name, sizes[place], days[place])
            }).collect();
            let found = labels(&groups, &[]);
            let looks: HashSet<String> = found.iter().map(|choice| match_key(choice)).collect();
            prop_assert_eq!(looks.len(), found.len(), "{:?}", found);
            prop_assert!(found.iter().all(|choice| choice.chars().count() <= 100), "{:?}", found);
        }
    }
}
