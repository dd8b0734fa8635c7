//! Tests of the world's settings of groups and requests to join, which no route of Titan reads.

use usher_clock::Timestamp;

use super::{Operation, scene};
use crate::whatsapp::world::Decision;
use crate::whatsapp::{GroupSeed, GroupSettings, JoinMethod, JoinRequest, Person};

const ANA: &str = "5511900000003@s.whatsapp.net";
const CAIO: &str = "5511900000005@s.whatsapp.net";

#[test]
fn new_groups_have_whatsapps_settings() {
    let (mut world, [club, ..]) = scene();
    let id = world.create_group("default", "T", &[], Timestamp::from_secs(1)).unwrap();
    let new = GroupSettings { announce: false, locked: false, members_add: true, approval: false };
    assert_eq!((GroupSettings::default(), world.group_settings(&id)), (new, Some(new)));
    assert!(world.group_settings(&club).unwrap().locked, "a seeded one is locked");
    assert_eq!(world.group_settings("1@g.us"), None);
}

#[test]
fn only_admins_edit_a_locked_group() {
    let (mut world, [_, _, choir]) = scene();
    assert_eq!(world.set_subject("default", &choir, "x").unwrap_err().status, 403);
    world.group_mut(&choir).unwrap().settings.locked = false;
    world.set_subject("default", &choir, "x").unwrap();
    world.set_description("default", &choir, "d").unwrap();
    world.set_picture("default", &choir, None, Some("aGVsbG8=")).unwrap();
    world.remove_picture("default", &choir).unwrap();
    assert_eq!(world.change_settings("default", &choir, |_| {}).unwrap_err().status, 403, "settings need an admin");
    assert_eq!(world.set_subject("second", &choir, "x").unwrap_err().status, 404, "it is not in the group");
}

#[test]
fn requests_are_kept_once_and_up_to_a_limit() {
    let (mut world, [club, ..]) = scene();
    let ana = world.find_person(ANA).unwrap();
    let caio = world.add_person(Person::phone(CAIO));
    assert!(!world.ask_to_join(&club, ana), "a member has nothing to ask for");
    assert!(!world.ask_to_join("1@g.us", caio));
    assert!(world.ask_to_join(&club, caio));
    assert!(!world.ask_to_join(&club, caio), "it is there already");
    for number in 1..1_000 {
        let person = world.add_person(Person::phone(&format!("55119777{number:05}")));
        assert!(world.ask_to_join(&club, person));
    }
    let late = world.add_person(Person::phone("5511966666666"));
    assert!(!world.ask_to_join(&club, late));
    assert_eq!(world.requests(&club).len(), 1_000);
    world.group_mut(&club).unwrap().settings.approval = false;
    assert_eq!(world.requests(&club).len(), 1_000, "nobody is approved by that");
    assert!(world.put_member(&club, caio, crate::whatsapp::Role::Member));
    assert_eq!(world.requests(&club).len(), 999, "a member asks no longer");
}

#[test]
fn requests_are_decided_one_by_one() {
    let (mut world, [club, _, choir]) = scene();
    let caio = world.add_person(Person::phone(CAIO));
    let dora = world.add_person(Person::lid("77@lid"));
    let request = |person| JoinRequest { person, at: Timestamp::from_secs(7), method: JoinMethod::InviteLink };
    assert!(world.add_request(&club, request(caio)) && world.add_request(&club, request(dora)));
    let people = [CAIO.to_owned(), "77@lid".to_owned(), ANA.to_owned(), "88@lid".to_owned()];
    let mut decide = |decision, room: usize| {
        world.settings.members_max = world.group(&club).unwrap().members.len() + room;
        let outcomes = world.decide_requests(decision, "default", &club, &people).unwrap();
        outcomes.into_iter().map(|(_, code)| code).collect::<Vec<_>>()
    };
    assert_eq!(decide(Decision::Approve, 0), [419, 419, 404, 404]);
    assert_eq!(decide(Decision::Approve, 1), [200, 419, 404, 404]);
    assert_eq!(decide(Decision::Decline, 0), [404, 200, 404, 404]);
    let club = world.group(&club).unwrap();
    assert!(club.has(caio) && !club.has(dora) && club.requests.is_empty());
    assert_eq!(world.requests_of("default", &choir).unwrap_err().status, 403);
    assert_eq!(world.decide_requests(Decision::Decline, "default", &choir, &people).unwrap_err().status, 403);
}

#[test]
fn who_joins_by_a_link_asks_where_admins_approve() {
    let (mut world, [club, ..]) = scene();
    let ana = world.find_person(ANA).unwrap();
    let settings = GroupSettings { approval: true, ..GroupSettings::default() };
    let closed = world.add_group(GroupSeed::new("Closed", ana).invite("Closed").settings(settings).in_community(&club));
    let account = world.session("default").unwrap().account;
    let at = Timestamp::from_secs(9);
    assert_eq!(world.join_group("default", "Closed", at), Ok(closed.clone()));
    assert_eq!(world.requests(&closed), [JoinRequest { person: account, at, method: JoinMethod::InviteLink }]);
    assert!(!world.group(&closed).unwrap().has(account));
    assert_eq!(world.group(&closed).unwrap().community.as_ref(), Some(&club));
}

#[test]
fn titans_contract_has_none_of_it() {
    for operation in Operation::BEYOND {
        assert!(!Operation::ALL.contains(&operation));
        assert_eq!(Operation::find(&operation.method(), operation.path()), None);
    }
    let numbers = Operation::ALL.into_iter().chain(Operation::BEYOND).map(Operation::number);
    assert_eq!(numbers.collect::<Vec<_>>(), (1..=25).collect::<Vec<_>>());
}
