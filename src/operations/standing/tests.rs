use proptest::prelude::*;

use super::*;

const LONG: &str = "+5531988880001";
const SHORT: &str = "+553188880001";

#[test]
fn nobody_is_called_added_on_the_apis_word_alone() {
    let asked = AddFacts { was_member: false, asked: BatchItem::Answered, code: None, is_member: Some(false) };
    let unanswered = AddFacts { asked: BatchItem::Unanswered, ..asked };
    let refused = AddFacts { asked: BatchItem::Refused, ..asked };
    for (facts, standing) in [
        (AddFacts { was_member: true, is_member: Some(true), ..asked }, AddStatus::AlreadyMember),
        (AddFacts { is_member: Some(true), ..asked }, AddStatus::Added),
        (AddFacts { is_member: Some(true), code: Some(403), ..asked }, AddStatus::Added),
        (asked, AddStatus::NotAdded),
        (AddFacts { code: Some(200), ..asked }, AddStatus::Unconfirmed),
        (AddFacts { code: Some(200), is_member: None, ..asked }, AddStatus::Unconfirmed),
        (AddFacts { code: Some(403), ..asked }, AddStatus::Private),
        (AddFacts { code: Some(403), is_member: None, ..asked }, AddStatus::Private),
        (AddFacts { code: Some(404), ..asked }, AddStatus::NotOnWhatsApp),
        (AddFacts { code: Some(404), is_member: None, ..asked }, AddStatus::NotOnWhatsApp),
        (AddFacts { code: Some(409), ..asked }, AddStatus::AlreadyMember),
        (AddFacts { code: Some(409), is_member: None, ..asked }, AddStatus::AlreadyMember),
        (AddFacts { code: Some(409), is_member: Some(true), ..asked }, AddStatus::AlreadyMember),
        (AddFacts { code: Some(408), ..asked }, AddStatus::LeftRecently),
        (AddFacts { code: Some(417), ..asked }, AddStatus::MustBeInvited),
        (AddFacts { code: Some(419), ..asked }, AddStatus::GroupFull),
        (AddFacts { code: Some(401), ..asked }, AddStatus::Refused),
        (AddFacts { is_member: None, ..asked }, AddStatus::Unconfirmed),
        (AddFacts { asked: BatchItem::No, ..asked }, AddStatus::NotAsked),
        (AddFacts { asked: BatchItem::No, is_member: None, ..asked }, AddStatus::NotAsked),
        (unanswered, AddStatus::Unconfirmed),
        (AddFacts { is_member: None, ..unanswered }, AddStatus::Unconfirmed),
        (AddFacts { is_member: Some(true), ..unanswered }, AddStatus::Added),
        (refused, AddStatus::NumberRefused),
        (AddFacts { is_member: None, ..refused }, AddStatus::NumberRefused),
        (AddFacts { is_member: Some(true), ..refused }, AddStatus::Added),
    ] {
        assert_eq!(AddStatus::of(facts), standing, "{facts:?}");
    }
}

fn member(ids: &str) -> Participant {
    let mut member = Participant { phone: None, lid: None, role: Role::Member };
    for id in ids.split_whitespace() {
        match id.parse().unwrap() {
            Person::Phone(phone) => member.phone = Some(phone),
            Person::Lid(lid) => member.lid = Some(lid),
        }
    }
    member
}

fn answer(person: &str, code: u16, known_as: &[&str]) -> AddAnswer {
    let known_as = known_as.iter().map(|id| id.parse().unwrap()).collect();
    AddAnswer { person: person.parse().unwrap(), code, known_as }
}

/// Returns the statuses after an answered request. Each text of a list holds the ids of one member.
fn statuses(people: &[&str], results: &[AddAnswer], before: &[&str], now: Option<&[&str]>) -> Vec<AddStatus> {
    let people: Vec<Person> = people.iter().map(|person| person.parse().unwrap()).collect();
    let before: Vec<_> = before.iter().map(|ids| member(ids)).collect();
    let lids: Vec<Lid> = before.iter().filter_map(|member| member.lid.clone()).collect();
    let now: Option<Vec<_>> = now.map(|now| now.iter().map(|ids| member(ids)).collect());
    let around = MembersAround { before: &before, lids_before: &lids, now: now.as_deref() };
    let stood = stand(&people, vec![BatchItem::Answered; people.len()], results, around);
    stood.iter().map(|result| result.standing).collect()
}

#[test]
fn a_person_is_recognised_under_the_id_that_whatsapp_lists() {
    use AddStatus::{Added, AlreadyMember, NotAdded, NotOnWhatsApp, Private, Unconfirmed};
    let none: &[AddAnswer] = &[];
    for (person, results, before, now, status) in [
        (LONG, none, &[] as &[&str], Some(&[SHORT] as &[&str]), Added),
        (SHORT, none, &[], Some(&[LONG]), Added),
        ("+5215512345678", none, &[], Some(&["+525512345678"]), Added),
        ("+541123456789", none, &[], Some(&["+5491123456789"]), Added),
        (LONG, none, &[SHORT], Some(&[SHORT]), AlreadyMember),
        (LONG, none, &["+5531988880002"], Some(&["+5531988880002"]), NotAdded),
        // The report names the id that is listed.
        (LONG, &[answer(LONG, 200, &["7@lid"])], &[], Some(&["7@lid"]), Added),
        (LONG, &[answer(LONG, 200, &["7@lid"])], &["7@lid"], Some(&["7@lid"]), AlreadyMember),
        (LONG, &[answer(SHORT, 404, &[])], &[], Some(&["+15550100"]), NotOnWhatsApp),
        // Listed by an unknown LID.
        (LONG, none, &["1@lid"], Some(&["1@lid", "7@lid"]), Unconfirmed),
        (LONG, none, &["1@lid"], Some(&["1@lid"]), NotAdded),
        (LONG, none, &["+15550100 1@lid"], Some(&["1@lid"]), NotAdded),
        (LONG, &[answer(LONG, 200, &[])], &["1@lid"], Some(&["1@lid", "7@lid"]), Added),
        (LONG, &[answer(LONG, 200, &[])], &["1@lid"], Some(&["1@lid"]), Unconfirmed),
        (LONG, &[answer(LONG, 409, &[])], &["1@lid"], Some(&["1@lid"]), AlreadyMember),
        (LONG, &[answer(LONG, 403, &[])], &["1@lid"], Some(&["1@lid", "7@lid"]), Private),
        (LONG, &[answer(LONG, 404, &[])], &["1@lid"], Some(&["1@lid", "7@lid"]), NotOnWhatsApp),
        (LONG, none, &[], None, Unconfirmed),
        // Asked for by LID, and perhaps listed by number.
        ("7@lid", none, &[], Some(&["+15550100"]), Unconfirmed),
        ("7@lid", none, &["+15550100 1@lid"], Some(&["+15550100 1@lid"]), NotAdded),
    ] {
        assert_eq!(statuses(&[person], results, before, now), [status], "{person} {results:?} {before:?} {now:?}");
    }
}

#[test]
fn new_lids_are_shared_among_those_who_may_have_them() {
    use AddStatus::{Added, NotAdded, Private, Unconfirmed};
    let (ana, bia, caio) = ("+15550101", "+15550102", "+15550103");
    for (results, now, expected) in [
        // One of two reported people is new: neither is sure.
        (vec![answer(ana, 200, &[]), answer(bia, 200, &[])], vec!["7@lid"], [Unconfirmed, Unconfirmed, Unconfirmed]),
        (vec![answer(ana, 200, &[]), answer(bia, 403, &[])], vec!["7@lid"], [Added, Private, Unconfirmed]),
        (vec![answer(ana, 200, &["7@lid"])], vec!["7@lid"], [Added, NotAdded, NotAdded]),
        (vec![answer(ana, 200, &["7@lid"])], vec!["7@lid", "8@lid"], [Added, Unconfirmed, Unconfirmed]),
        (vec![], vec![ana], [Added, NotAdded, NotAdded]),
        (vec![], vec![ana, "7@lid"], [Added, Unconfirmed, Unconfirmed]),
    ] {
        assert_eq!(statuses(&[ana, bia, caio], &results, &[], Some(&now)), expected, "{results:?} {now:?}");
    }
}

#[test]
fn both_forms_of_a_number_may_be_two_people() {
    use AddStatus::{Added, AlreadyMember};
    assert_eq!(statuses(&[LONG, SHORT], &[], &[LONG], Some(&[LONG, SHORT])), [AlreadyMember, AlreadyMember]);
    assert_eq!(statuses(&[LONG, SHORT], &[], &[LONG, SHORT], Some(&[LONG, SHORT])), [AlreadyMember, AlreadyMember]);
    assert_eq!(statuses(&[LONG, SHORT], &[], &[], Some(&[LONG, SHORT])), [Added, Added]);
}

proptest! {
    /// The reasons that nobody gave are not told.
    #[test]
    fn privacy_is_told_only_where_the_api_says_403(
        codes in proptest::collection::vec(proptest::option::of(100_u16..600), 1..6),
        listed in proptest::collection::vec(0_usize..8, 0..6), hidden in 0_usize..3,
    ) {
        let people: Vec<String> = (0..codes.len()).map(|place| format!("+553198888000{place}")).collect();
        let results: Vec<AddAnswer> = people
            .iter()
            .zip(&codes)
            .filter_map(|(person, code)| code.map(|code| answer(person, code, &[])))
            .collect();
        let mut now: Vec<String> = listed.iter().map(|place| format!("+55318888000{place}")).collect();
        now.extend((0..hidden).map(|lid| format!("{}@lid", 70 + lid)));
        let (people, now): (Vec<&str>, Vec<&str>) =
            (people.iter().map(String::as_str).collect(), now.iter().map(String::as_str).collect());
        let statuses = statuses(&people, &results, &[], Some(&now));
        for (place, (status, code)) in statuses.iter().zip(&codes).enumerate() {
            prop_assert_eq!(*status == AddStatus::Private, *code == Some(403) && !listed.contains(&place));
            prop_assert!(*status != AddStatus::NotAdded || code.is_none() && hidden == 0);
            prop_assert!(*status != AddStatus::MustBeInvited || *code == Some(417));
            prop_assert!(*status != AddStatus::Added || listed.contains(&place) || hidden > 0);
        }
    }
}
