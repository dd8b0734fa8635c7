//! The groups that a user may mean by a name that no group has.

use whatsapp::GroupId;
use whatsapp::unicode::match_key;

use crate::operations::GroupSummary;

/// Maximum groups that are offered in place of an unknown name (Discord's menus take 25; more are hard to compare).
const LIKELY_MAX: usize = 5;

/// Returns at most [`LIKELY_MAX`] of the groups that a user may mean by a name, and whether their names are like it: those
/// with a like name, or else those that the user used last, and then the others by name.
pub(super) fn likely(wanted: &str, groups: Vec<GroupSummary>, recent: &[GroupId]) -> (Vec<GroupSummary>, bool) {
    let rated = |line: GroupSummary| {
        let key = match_key(&line.name);
        (likeness(wanted, &key), place_in(recent, &line), key, line)
    };
    let mut rated: Vec<(f64, usize, String, GroupSummary)> = groups.into_iter().map(rated).collect();
    let any_like = rated.iter().any(|(likeness, ..)| *likeness > 0.0);
    rated.retain(|(likeness, ..)| !any_like || *likeness > 0.0);
    rated.sort_by(|(one, one_place, one_key, _), (other, other_place, other_key, _)| {
        other.total_cmp(one).then(one_place.cmp(other_place)).then_with(|| one_key.cmp(other_key))
    });
    (rated.into_iter().take(LIKELY_MAX).map(|(_, _, _, line)| line).collect(), any_like)
}

/// Returns the place of the group among those that a user used last; those that they did not use come last.
pub(super) fn place_in(recent: &[GroupId], line: &GroupSummary) -> usize {
    recent.iter().position(|group| *group == line.id).unwrap_or(usize::MAX)
}

/// Returns how like two names are, both in the form of [`match_key`]: from 0, for names that are not like each other, to 1.
fn likeness(wanted: &str, name: &str) -> f64 {
    /// Names that are less like than this are other names (tried on names of groups with one to three typing errors).
    const LEAST: f64 = 0.7;
    if wanted.is_empty() || name.is_empty() {
        return 0.0;
    }
    if name.starts_with(wanted) {
        return 1.0;
    }
    if name.contains(wanted) {
        return 0.99;
    }
    let of_whole = strsim::normalized_damerau_levenshtein(wanted, name);
    let of_words = name.split_whitespace().map(|word| strsim::normalized_damerau_levenshtein(wanted, word));
    // A word of the name, and a name that is a part of what was typed, say less than the whole name.
    let of_part =
        if wanted.contains(name) { 0.15_f64.mul_add(of_whole, 0.8) } else { of_words.fold(0.0, f64::max) - 0.05 };
    let found = of_whole.max(of_part);
    if found < LEAST { 0.0 } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(number: u64, name: &str) -> GroupSummary {
        GroupSummary {
            id: format!("{number}@g.us").parse().unwrap(),
            name: name.to_owned(),
            size: None,
            created_at: None,
        }
    }

    #[test]
    fn a_mistyped_name_finds_the_groups_that_are_like_it() {
        let names = ["Beta Readers 2026", "Beta Readers", "Alpha Team", "Choir", "Zona Sul", "Volleyball Köln", "Beta"];
        let groups: Vec<GroupSummary> = (1..).zip(names).map(|(number, name)| group(number, name)).collect();
        for (typed, expected) in [
            ("Beta Readers 2025", &["Beta Readers 2026", "Beta Readers", "Beta"][..]),
            ("beta readrs", &["Beta Readers", "Beta"]),
            ("2026", &["Beta Readers 2026"]),
            ("Chior", &["Choir"]),
            ("alpha", &["Alpha Team"]),
            ("the choir", &["Choir"]),
            ("volleybal koln", &["Volleyball Köln"]),
            ("team", &["Alpha Team"]),
        ] {
            let (found, is_like) = likely(&match_key(typed), groups.clone(), &[]);
            assert!(is_like, "{typed}");
            assert_eq!(found.iter().map(|group| group.name.as_str()).collect::<Vec<_>>(), expected, "{typed}");
        }
    }

    #[test]
    fn without_a_like_name_those_used_last_come_first() {
        let groups: Vec<GroupSummary> = (1..=9).map(|number| group(number, &format!("Group {number}"))).collect();
        let recent = [groups[7].id.clone(), groups[2].id.clone()];
        let (found, is_like) = likely("something else", groups, &recent);
        assert!(!is_like);
        let names: Vec<&str> = found.iter().map(|group| group.name.as_str()).collect();
        assert_eq!(names, ["Group 8", "Group 3", "Group 1", "Group 2", "Group 4"]);
    }
}
