//! The replies about sets of groups, and about lists of groups.

use super::*;
use crate::access::{GroupSet, SetName};
use crate::error::{BadGroup, BadGroupReason, SetError};
use crate::store::{SetDeleted, SetSaved};

/// Returns the replies of `/wa-set`.
pub(super) fn of_sets(i18n: Language, all: &mut BTreeMap<String, Message>) {
    let groups = |count: usize| -> Vec<GroupId> {
        let others = (1..count).map(|number| format!("{number}@g.us").parse().unwrap());
        [group()].into_iter().chain(others).collect()
    };
    let names: HashMap<GroupId, String> =
        groups(30).into_iter().map(|id| (id.clone(), format!("{HOSTILE} {id}").replace("@g.us", ""))).collect();
    let names = names.into();
    let saved = |count, replaced| SetSaved { name: HOSTILE.to_owned(), groups: groups(count), replaced };
    all.insert("set saved".to_owned(), set_saved(i18n, &saved(1, false), 0, &names));
    all.insert("set replaced".to_owned(), set_saved(i18n, &saved(30, true), 7, &names));
    all.insert("set deleted".to_owned(), set_deleted(i18n, &SetDeleted { name: HOSTILE.to_owned() }));
    let set = |number: usize| GroupSet {
        name: SetName::parse(&format!("{number} *{}", "x".repeat(20))).unwrap(),
        groups: groups(number),
    };
    all.insert("sets".to_owned(), sets(i18n, &(1..=12).map(set).collect::<Vec<_>>(), &names, 0));
    all.insert("sets none".to_owned(), sets(i18n, &[], &names, 0));
    for (name, outcome) in [
        ("saved", saved(2, false).into()),
        ("replaced", saved(1, true).into()),
        ("deleted", SetDeleted { name: HOSTILE.to_owned() }.into()),
    ] {
        let outcome: AdminOutcome = outcome;
        let end = AuditEnd::Done { outcome: Box::new(outcome.into()), stopped: None };
        let mut entry = row(&operation("leave_group", &json!({})), Some(&end));
        entry.entry.what = AuditSubject::of("sets.save");
        all.insert(format!("case set {name}"), case_line(i18n, &entry));
    }
}

/// Returns the errors of sets and of lists of groups.
pub(super) fn problems() -> Vec<UserError> {
    let line = || GroupSummary { id: group(), name: HOSTILE.to_owned(), size: None, created_at: None };
    let reasons = [
        BadGroupReason::Unknown { like: Vec::new() },
        BadGroupReason::Unknown { like: vec![line(); 5] },
        BadGroupReason::Ambiguous { groups: vec![line(); 2], is_set: false },
        BadGroupReason::Ambiguous { groups: vec![line()], is_set: true },
        BadGroupReason::EmptySet,
    ];
    let bad = |(place, reason)| BadGroup { place, text: HOSTILE.to_owned(), reason };
    let name = || HOSTILE.to_owned();
    vec![
        GroupError::BadList((1..).zip(reasons.into_iter().cycle().take(20)).map(bad).collect()).into(),
        GroupError::NoneNamed.into(),
        SetError::BadName.into(),
        SetError::NoSuchSet { name: name(), sets: Vec::new() }.into(),
        SetError::NoSuchSet { name: name(), sets: vec![name(); 20] }.into(),
        SetError::OutsideScope { name: name() }.into(),
        SetError::TooManyGroups { given: 301 }.into(),
        SetError::TooManySets.into(),
        SetError::Changed.into(),
    ]
}
