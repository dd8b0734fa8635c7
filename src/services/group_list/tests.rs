//! Lists of groups read as they were meant, and offers read back as what they are.

use proptest::prelude::*;

use super::*;
use crate::services::OfferedGroup;

fn id(number: usize) -> GroupId {
    format!("{}@g.us", 120_363_000_000_000_000_u64 + number as u64).parse().unwrap()
}

fn group(number: usize, name: &str) -> KnownGroup {
    let summary = GroupSummary { id: id(number), name: name.to_owned(), size: None, created_at: None };
    let session = "default".parse().unwrap();
    let at = GroupRef { session, group: id(number), name: Some(name.to_owned()), is_name_secret: false };
    KnownGroup { at, summary, is_named: true }
}

fn set(name: &str, groups: &[usize], gone: &[usize]) -> KnownSet {
    let ids = |numbers: &[usize]| numbers.iter().map(|number| id(*number)).collect();
    KnownSet { name: SetName::parse(name).unwrap(), groups: ids(groups), gone: ids(gone) }
}

/// Alpha is 1, Beta is 2, and so on.
fn directory() -> GroupDirectory {
    let names =
        ["Alpha Team", "Beta", "Twins", "Twins", "Alpha Team, Beta", "North", "Köln, Sülz", "120363000000000001@g.us"];
    let groups = (1..).zip(names).map(|(number, name)| group(number, name)).collect();
    let sets = vec![set("North", &[2, 1], &[]), set("South", &[3, 2], &[40]), set("Empty", &[], &[])];
    GroupDirectory::new(groups, sets)
}

fn offered(directory: &GroupDirectory, typed: &str, chars_max: usize) -> OfferedEntries {
    let group = |known: &KnownGroup| OfferedGroup { group: known.summary.clone(), lacks_admin: false };
    let order: Vec<OfferedGroup> = directory.groups.iter().map(group).collect();
    directory.offer(typed, &order, 25, chars_max)
}

fn values(typed: &str, chars_max: usize) -> Vec<String> {
    offered(&directory(), typed, chars_max).entries.iter().map(OfferedEntry::value).collect()
}

#[test]
fn a_list_reads_as_its_longest_known_names() {
    for (text, numbers, gone) in [
        ("Alpha Team", &[1][..], &[][..]),
        ("  beta ,ALPHA  team,, ", &[2, 1], &[]),
        ("Alpha Team, Beta", &[5], &[]),
        ("Beta, Alpha Team", &[2, 1], &[]),
        ("Alpha Team, Beta, Beta", &[5, 2], &[]),
        ("Beta，köln ,  sülz", &[2, 7], &[]),
        ("120363000000000003@g.us, Beta", &[3, 2], &[]),
        ("Beta, beta, 120363000000000002@g.us", &[2], &[]),
        ("📁 North", &[2, 1], &[]),
        ("South, beta", &[3, 2], &[40]),
        ("📁 South · 3 groups, Alpha Team", &[3, 2, 1], &[40]),
        ("Twins · 120363000000000004@g.us", &[4], &[]),
        ("Twins · 3 members · 120363000000000003@g.us", &[3], &[]),
        // The id decides, not the group that is called so.
        ("120363000000000001@g.us", &[1], &[]),
        (" , ", &[], &[]),
    ] {
        let resolved = directory().resolve(text, &[]).unwrap_or_else(|bad| panic!("{text}: {bad:?}"));
        let groups: Vec<GroupId> = resolved.groups.into_iter().map(|at| at.group).collect();
        assert_eq!(groups, numbers.iter().map(|number| id(*number)).collect::<Vec<_>>(), "{text}");
        assert_eq!(resolved.gone, gone.iter().map(|number| id(*number)).collect::<Vec<_>>(), "{text}");
    }
}

#[test]
fn each_unclear_entry_is_named_with_its_place() {
    let text = "Beta, Gamma, Twins, North, Empty, 120363000000000099@g.us, x · 120363000000000001@g.us, alpha teem";
    let bad = directory().resolve(text, &[]).unwrap_err();
    let places: Vec<(usize, &str)> = bad.iter().map(|one| (one.place, one.text.as_str())).collect();
    assert_eq!(
        places,
        [
            (2, "Gamma"),
            (3, "Twins"),
            (4, "North"),
            (5, "Empty"),
            (6, "120363000000000099@g.us"),
            (7, "x · 120363000000000001@g.us"),
            (8, "alpha teem")
        ]
    );
    assert!(matches!(&bad[0].reason, BadGroupReason::Unknown { like } if like.is_empty()));
    assert!(matches!(&bad[1].reason, BadGroupReason::Ambiguous { groups, is_set: false } if groups.len() == 2));
    assert!(matches!(&bad[2].reason, BadGroupReason::Ambiguous { groups, is_set: true } if groups.len() == 1));
    assert!(matches!(&bad[3].reason, BadGroupReason::EmptySet));
    assert!(matches!(&bad[6].reason, BadGroupReason::Unknown { like } if like[0].name == "Alpha Team"));
}

#[test]
fn the_last_entry_is_completed() {
    for (typed, expected) in [
        ("bet", &["Beta", "Alpha Team, Beta"][..]),
        ("north", &["📁 North", "120363000000000006@g.us"]),
        ("📁 so", &["📁 South"]),
        ("twins", &["120363000000000003@g.us", "120363000000000004@g.us"]),
        ("Beta, bet", &["Beta, Alpha Team, Beta"]),
        ("Beta, köln, s", &["Beta, Köln, Sülz"]),
        ("south, twins · 120363000000000004@g.us", &["📁 South, 120363000000000004@g.us"]),
        ("Gamma, köln", &["Gamma, Köln, Sülz"]),
        ("nothing", &[]),
        ("120363000000000002", &["Beta"]),
    ] {
        let found = values(typed, 100);
        assert!(
            found.iter().map(String::as_str).take(expected.len()).eq(expected.iter().copied()),
            "{typed}: {found:?}"
        );
        assert!(!expected.is_empty() || found.is_empty(), "{typed}: {found:?}");
    }
}

#[test]
fn an_entry_is_not_offered_twice_and_sets_come_first() {
    let found = values("", 100);
    assert_eq!(found.first().map(String::as_str), Some("📁 North"), "{found:?}");
    assert!(!found.iter().any(|one| one.contains("Empty")), "{found:?}");
    let next = values("Beta, 📁 North, ", 100);
    assert_eq!(next.len(), found.len() - 2, "{next:?}");
    assert!(next.iter().all(|one| one.starts_with("Beta, 📁 North, ")), "{next:?}");
}

/// After "Alpha Team, ", the name of Beta would make the name of another group.
#[test]
fn an_offer_never_names_another_group() {
    let found = values("Alpha Team, bet", 100);
    assert_eq!(found, ["Alpha Team, Beta", "Alpha Team, 120363000000000002@g.us"]);
    let read = |text: &str| directory().resolve(text, &[]).unwrap().groups.len();
    assert_eq!([read(&found[0]), read(&found[1])], [1, 2]);
}

#[test]
fn a_list_that_is_too_long_is_counted_and_not_offered() {
    let offered = offered(&directory(), "Beta, ", 20);
    assert!(offered.entries.iter().all(|entry| entry.value().chars().count() <= 20), "{offered:?}");
    assert!(offered.too_long > 0 && !offered.entries.is_empty(), "{offered:?}");
}

#[test]
fn a_long_text_costs_little() {
    let groups = (1..=500).map(|number| group(number, if number % 2 == 0 { "Twins" } else { "a,b,c,d" })).collect();
    let directory = GroupDirectory::new(groups, vec![set("Twins", &[1], &[])]);
    let bad = directory.resolve(&"Twins,gamma,".repeat(500), &[]).unwrap_err();
    assert_eq!(bad.len(), 1_000);
    let candidates = |one: &BadGroup| match &one.reason {
        BadGroupReason::Ambiguous { groups, is_set: true } => groups.len(),
        BadGroupReason::Unknown { like } => like.len(),
        other => panic!("{other:?}"),
    };
    assert!(bad.iter().map(candidates).max().is_some_and(|most| most < MEANT_MAX));
    assert!(offered(&directory, &"a,".repeat(3_000), 100).entries.is_empty());
}

#[test]
fn more_than_fit_are_counted() {
    let groups = (1..=60).map(|number| group(number, &format!("Group {number:02}"))).collect();
    let offered = offered(&GroupDirectory::new(groups, Vec::new()), "gro", 100);
    assert_eq!((offered.entries.len(), offered.more, offered.too_long), (25, 35, 0));
}

fn name() -> impl Strategy<Value = String> {
    "[aAb📁·@，, ]{0,6}|[ab](, [ab]){0,3}|[ab] · [ab]|12036300000000000[1-9]@g\\.us|\\PC{0,12}"
}

proptest! {
    /// Whatever the groups and sets are called, an offer reads back as the entries before and what was offered.
    #[test]
    fn an_offer_reads_back_as_what_it_is(
        names in prop::collection::vec(name(), 1..8),
        sets in prop::collection::vec("[aAb ]{1,4}|\\PC{1,8}", 0..4),
        picks in prop::collection::vec(any::<prop::sample::Index>(), 1..5),
    ) {
        let groups: Vec<KnownGroup> = (1..).zip(&names).map(|(number, name)| group(number, name)).collect();
        let count = groups.len();
        let mut known: Vec<KnownSet> = Vec::new();
        for name in sets.iter().filter_map(|name| SetName::parse(name).ok()) {
            if known.iter().all(|set| !set.name.is_same(&name)) {
                known.push(KnownSet { name, groups: vec![id(1), id(count)], gone: Vec::new() });
            }
        }
        let directory = GroupDirectory::new(groups, known);
        let mut typed = String::new();
        let mut chosen: Vec<Vec<Meant>> = Vec::new();
        for pick in picks {
            let all = offered(&directory, &typed, 400);
            if all.entries.is_empty() {
                break;
            }
            let offer = pick.get(&all.entries);
            let read = directory.read(&offer.value());
            prop_assert_eq!(read.len(), chosen.len() + 1, "{:?}: {:?}", offer, read);
            let (last, before) = read.split_last().unwrap();
            prop_assert!(before.iter().map(|entry| &entry.meant).eq(chosen.iter()), "{:?}: {:?}", offer, read);
            prop_assert_eq!(last.meant.len(), 1, "{:?}: {:?}", offer, read);
            prop_assert!(!chosen.contains(&last.meant), "{:?} again", offer);
            chosen.push(last.meant.clone());
            typed = format!("{}, ", offer.value());
        }
    }

    /// A text of any form is read, and each part of it once.
    #[test]
    fn any_text_is_read(text in "\\PC{0,60}|[aAbB, ·📁]{0,40}") {
        let read = directory().read(&text);
        prop_assert!(read.len() <= text.split(COMMAS).count());
        prop_assert!(read.iter().all(|entry| !entry.text.is_empty()));
    }
}
