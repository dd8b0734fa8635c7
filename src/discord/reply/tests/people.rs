//! Samples of the replies about people across groups.

use whatsapp::{Participant, Person, Role};

use super::*;
use crate::operations::GroupRef;
use crate::services::{AccountNames, FoundIn, ListsRead, PersonFound};

/// Returns the replies of `/wa-person find`.
pub(super) fn of_person(i18n: Language, all: &mut BTreeMap<String, Message>) {
    let person: Person = "+5511977770001".parse().unwrap();
    let at = |name: &str| GroupRef {
        session: "default".parse().unwrap(),
        group: group(),
        name: Some(name.to_owned()),
        is_name_secret: false,
    };
    let found = |name: &str, phone: Option<&str>, role, shows_number| FoundIn {
        at: at(name),
        member: Participant { phone: phone.map(|phone| phone.parse().unwrap()), lid: "77@lid".parse().ok(), role },
        shows_number,
    };
    let groups = vec![
        found("Alpha Team", Some("+5511977770001"), Role::Admin, true),
        found(HOSTILE, Some("+551177770001"), Role::Member, true),
        found("Beta Readers", Some("+551177770001"), Role::SuperAdmin, false),
        found("Choir", None, Role::Member, true),
    ];
    let everywhere = PersonFound {
        person,
        groups,
        searched: 33,
        unread: vec![at("Neighbours"), at(HOSTILE)],
        unlisted: vec!["second".parse().unwrap()],
        in_doubt: 2,
        as_of: Some(Timestamp::from_secs(1_800_000_000)),
        account: AccountNames::Shown,
    };
    let nowhere = PersonFound {
        groups: Vec::new(),
        unread: Vec::new(),
        unlisted: Vec::new(),
        in_doubt: 0,
        account: AccountNames::Hidden,
        ..everywhere.clone()
    };
    let nothing = PersonFound { searched: 0, as_of: None, ..nowhere.clone() };
    let one = PersonFound { searched: 1, in_doubt: 1, unread: vec![at("Neighbours")], ..nowhere.clone() };
    let many = std::iter::repeat_with(|| found("Alpha Team", None, Role::Member, false)).take(60).collect();
    let many = PersonFound { groups: many, searched: 60, ..nowhere.clone() };
    for (name, found) in
        [("found", everywhere), ("nowhere", nowhere), ("no groups", nothing), ("one group", one), ("many", many)]
    {
        all.insert(format!("person {name}"), person_found(i18n, &found, 1));
    }
    all.insert("person meanwhile".to_owned(), reading_members(i18n, ListsRead { read: 12, of: 33 }));
}
