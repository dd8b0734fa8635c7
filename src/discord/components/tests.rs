//! The codec of `custom_id`s: nothing is lost, and the texts that a release has posted keep their meaning.

use proptest::prelude::*;
use whatsapp::{GroupId, InviteCode, JoinDecision, Person};

use super::custom_id::{CasesAt, CustomId, Menu, PageSource, PageTurn, UnknownCustomId};
use super::listed::{ListedEffect, ListedPress};
use crate::access::{Capability, InteractionId, UserId};
use crate::people_list::Selection;
use crate::services::CaseFilter;
use crate::store::{AuditId, AuditResult, ConfirmationId, Digest, Purpose, RequestId, Start};

fn group() -> impl Strategy<Value = GroupId> {
    "[0-9]{1,18}(-[0-9]{1,10})?@g\\.us".prop_map(|group| group.parse().unwrap())
}

fn person() -> impl Strategy<Value = Person> {
    prop_oneof!["\\+1555[0-9]{7}", "[1-9][0-9]{5,14}@lid"].prop_map(|person| person.parse().unwrap())
}

/// Any id that holds only a group or a person.
fn any_id_of_one() -> impl Strategy<Value = CustomId> {
    prop_oneof![
        person().prop_map(CustomId::FindAgain),
        group().prop_map(CustomId::ShowInvite),
        group().prop_map(CustomId::ShowMembers),
        group().prop_map(CustomId::ShowJoinRequests),
        group().prop_map(CustomId::Rename),
        group().prop_map(CustomId::CopyId),
        group().prop_map(CustomId::Describe),
        group().prop_map(|group| CustomId::DecideAll(JoinDecision::Approve, group)),
        group().prop_map(|group| CustomId::DecideSome(JoinDecision::Decline, group)),
    ]
}

/// Any id of any variant.
fn any_id() -> impl Strategy<Value = CustomId> {
    let confirmation = || any::<u128>().prop_map(|id| format!("{id:032x}").parse::<ConfirmationId>().unwrap());
    let request = || any::<i64>().prop_map(RequestId);
    let shown = || proptest::option::of("[0-9a-f]{16}".prop_map(|digest| digest.parse::<Digest>().unwrap()));
    let effect = prop_oneof![
        "[0-9a-f]{16}".prop_map(|digest| ListedEffect::Approve(digest.parse().unwrap())),
        Just(ListedEffect::Deny),
        Just(ListedEffect::Withdraw),
    ];
    let code = "[A-Za-z0-9]{1,64}".prop_map(|code| code.parse::<InviteCode>().unwrap());
    let of = prop_oneof![
        group().prop_map(|group| PageSource::Members { group }),
        group().prop_map(|group| PageSource::JoinRequests { group }),
        person().prop_map(PageSource::Person),
        ("[a-zA-Z0-9][a-zA-Z0-9._-]{0,40}", proptest::option::of("\\PC{1,60}"))
            .prop_map(|(session, search)| PageSource::Groups { session, search }),
        (proptest::sample::select(Capability::ALL.to_vec()), "\\PC{1,60}")
            .prop_map(|(needs, name)| PageSource::Namesakes { needs, name }),
        Just(PageSource::Requests),
        Just(PageSource::Sets),
    ];
    let case = || (0..i64::MAX).prop_map(AuditId);
    let start = prop_oneof![
        Just(Start::Newest),
        Just(Start::Oldest),
        case().prop_map(Start::Below),
        case().prop_map(Start::Above),
    ];
    let filter = (
        proptest::option::of(any::<u64>().prop_map(UserId)),
        proptest::option::of("[0-9]{18}@g\\.us".prop_map(|group| group.parse().unwrap())),
        proptest::option::of("[a-z]{1,10}\\.[a-z]{1,6}"),
        proptest::option::of(0..10_000_u32),
        proptest::option::of(proptest::sample::select(AuditResult::ENDED.to_vec())),
    );
    let filter =
        filter.prop_map(|(user, group, operation, days, result)| CaseFilter { user, group, operation, days, result });
    let menu = [Menu::Channel(Purpose::Log), Menu::Channel(Purpose::Approvals), Menu::ApprovalsRole, Menu::Moderator];
    let without_data = [
        CustomId::OpenGroup,
        CustomId::SetCountry,
        CustomId::SetInvitation,
        CustomId::NameField,
        CustomId::ReasonField,
        CustomId::DescriptionField,
        CustomId::PeopleField,
        CustomId::CountryField,
        CustomId::InvitationField,
    ];
    let country = prop_oneof![Just("BR"), Just("GG"), Just("US")].prop_map(|letters| letters.parse().unwrap());
    let selection = || {
        prop_oneof![Just(Selection::All), Just(Selection::Sure), Just(Selection::First), Just(Selection::FirstThenRest)]
    };
    prop_oneof![
        any_id_of_one(),
        (confirmation(), selection()).prop_map(|(id, people)| CustomId::Confirm(id, people)),
        confirmation().prop_map(CustomId::Cancel),
        confirmation().prop_map(CustomId::Country),
        confirmation().prop_map(CustomId::GroupOfList),
        (confirmation(), 0..1_000_usize, 0..4_usize).prop_map(|(id, page, place)| CustomId::ListPage(id, page, place)),
        confirmation().prop_map(CustomId::ChooseGroup),
        confirmation().prop_map(CustomId::Undo),
        "\\PC{1,60}".prop_map(CustomId::AddPeople),
        confirmation().prop_map(CustomId::TypeName),
        any::<u64>().prop_map(|job| CustomId::Stop(InteractionId(job))),
        (request(), shown()).prop_map(|(request, shown)| CustomId::Approve(request, shown)),
        request().prop_map(CustomId::Deny),
        request().prop_map(CustomId::Details),
        (0..1_000_usize, request(), effect)
            .prop_map(|(page, request, effect)| { CustomId::Listed(ListedPress { page, request, effect }) }),
        (of, 0..1_000_usize, 0..4_usize).prop_map(|(of, page, place)| CustomId::Page(PageTurn { of, page, place })),
        (start, filter).prop_map(|(start, filter)| CustomId::Cases(CasesAt { start, filter })),
        (group(), proptest::option::of(any::<u64>().prop_map(InteractionId)))
            .prop_map(|(group, added_by)| CustomId::Invitation(group, added_by)),
        code.prop_map(CustomId::Join),
        any::<i64>().prop_map(|case| CustomId::CheckAgain(AuditId(case))),
        proptest::sample::select(menu.to_vec()).prop_map(CustomId::Setup),
        any::<bool>().prop_map(CustomId::RequireReasons),
        country.prop_map(CustomId::UseCountry),
        proptest::sample::select(without_data.to_vec()),
    ]
}

/// Returns the number of a variant. A new variant does not compile until it is here; add it to [`any_id`] and to the
/// table of posted texts too.
fn variant(id: &CustomId) -> usize {
    match id {
        CustomId::Confirm(..) => 0,
        CustomId::Cancel(_) => 1,
        CustomId::TypeName(_) => 2,
        CustomId::Stop(_) => 3,
        CustomId::Approve(..) => 4,
        CustomId::Deny(_) => 5,
        CustomId::Details(_) => 6,
        CustomId::Page(_) => 7,
        CustomId::Cases(_) => 8,
        CustomId::Invitation(..) => 9,
        CustomId::Join(_) => 10,
        CustomId::Describe(_) => 11,
        CustomId::CheckAgain(_) => 12,
        CustomId::Setup(_) => 13,
        CustomId::NameField => 14,
        CustomId::ReasonField => 15,
        CustomId::DescriptionField => 16,
        CustomId::Country(_) => 18,
        CustomId::ListPage(..) => 19,
        CustomId::GroupOfList(_) => 20,
        CustomId::AddPeople(_) => 21,
        CustomId::PeopleField => 22,
        CustomId::SetCountry => 23,
        CustomId::UseCountry(_) => 24,
        CustomId::CountryField => 17,
        CustomId::SetInvitation => 25,
        CustomId::ChooseGroup(_) => 26,
        CustomId::ShowInvite(_) => 27,
        CustomId::ShowMembers(_) => 28,
        CustomId::Rename(_) => 29,
        CustomId::Undo(_) => 30,
        CustomId::Listed(_) => 31,
        CustomId::RequireReasons(_) => 32,
        CustomId::OpenGroup => 33,
        CustomId::CopyId(_) => 34,
        CustomId::DecideAll(..) => 35,
        CustomId::DecideSome(..) => 36,
        CustomId::ShowJoinRequests(_) => 37,
        CustomId::FindAgain(_) => 38,
        CustomId::InvitationField => VARIANTS - 1,
    }
}
const VARIANTS: usize = 40;

/// Returns the texts that name a confirmation or a list.
fn texts_of_confirmations() -> Vec<(&'static str, CustomId)> {
    let confirmation: ConfirmationId = "0123456789abcdef0123456789abcdef".parse().unwrap();
    vec![
        ("yes:0123456789abcdef0123456789abcdef", CustomId::Confirm(confirmation, Selection::All)),
        ("no:0123456789abcdef0123456789abcdef", CustomId::Cancel(confirmation)),
        ("name:0123456789abcdef0123456789abcdef", CustomId::TypeName(confirmation)),
        ("sure:0123456789abcdef0123456789abcdef", CustomId::Confirm(confirmation, Selection::Sure)),
        ("first:0123456789abcdef0123456789abcdef", CustomId::Confirm(confirmation, Selection::First)),
        ("first-rest:0123456789abcdef0123456789abcdef", CustomId::Confirm(confirmation, Selection::FirstThenRest)),
        ("country:0123456789abcdef0123456789abcdef", CustomId::Country(confirmation)),
        ("list:3:12:0123456789abcdef0123456789abcdef", CustomId::ListPage(confirmation, 12, 3)),
        ("to:0123456789abcdef0123456789abcdef", CustomId::GroupOfList(confirmation)),
        ("undo:0123456789abcdef0123456789abcdef", CustomId::Undo(confirmation)),
        ("which:0123456789abcdef0123456789abcdef", CustomId::ChooseGroup(confirmation)),
    ]
}

/// Returns the texts of what is below the list of requests to join.
fn texts_of_join_requests() -> Vec<(&'static str, CustomId)> {
    let group: GroupId = "120363000000000001@g.us".parse().unwrap();
    let of = PageSource::JoinRequests { group: group.clone() };
    vec![
        ("ask-all:approve:120363000000000001@g.us", CustomId::DecideAll(JoinDecision::Approve, group.clone())),
        ("ask-some:decline:120363000000000001@g.us", CustomId::DecideSome(JoinDecision::Decline, group.clone())),
        ("who-asks:120363000000000001@g.us", CustomId::ShowJoinRequests(group.clone())),
        ("asking:1:4:120363000000000001@g.us", CustomId::Page(PageTurn { of, page: 4, place: 1 })),
    ]
}

/// Returns the texts of the buttons below the groups of a person.
fn texts_of_people() -> Vec<(&'static str, CustomId)> {
    let (phone, lid): (Person, Person) = ("+15550100001".parse().unwrap(), "77123456@lid".parse().unwrap());
    vec![
        ("find-again:15550100001@s.whatsapp.net", CustomId::FindAgain(phone)),
        ("person:1:2:77123456@lid", CustomId::Page(PageTurn { of: PageSource::Person(lid), page: 2, place: 1 })),
    ]
}

/// Returns the texts of the buttons below the list of requests.
fn texts_of_listed_requests() -> Vec<(&'static str, CustomId)> {
    let listed = |effect| CustomId::Listed(ListedPress { page: 2, request: RequestId(7), effect });
    vec![
        (
            "listed:2:7:approve:943bafad7c610e15",
            listed(ListedEffect::Approve("943bafad7c610e15".parse::<Digest>().unwrap())),
        ),
        ("listed:2:7:deny", listed(ListedEffect::Deny)),
        ("listed:2:7:withdraw", listed(ListedEffect::Withdraw)),
    ]
}

#[test]
fn texts_of_the_last_release_keep_their_meaning() {
    let group: GroupId = "120363000000000001@g.us".parse().unwrap();
    let old_group: GroupId = "491510000000-1500000000@g.us".parse().unwrap();
    let page = |of, page, place| CustomId::Page(PageTurn { of, page, place });
    let groups =
        |search: Option<&str>| PageSource::Groups { session: "default".to_owned(), search: search.map(str::to_owned) };
    let cases = |start, filter| CustomId::Cases(CasesAt { start, filter });
    let filter = CaseFilter {
        user: Some(UserId(0xabc)),
        group: Some(group.clone()),
        operation: Some("invites.revoke".to_owned()),
        days: Some(30),
        result: None,
    };
    let namesakes = PageSource::Namesakes { needs: Capability::GroupsEdit, name: "Team: *A* @everyone".to_owned() };
    let mut table = vec![
        ("open", CustomId::OpenGroup),
        ("copy:120363000000000001@g.us", CustomId::CopyId(group.clone())),
        ("stop:9", CustomId::Stop(InteractionId(9))),
        ("approve:7", CustomId::Approve(RequestId(7), None)),
        (
            "approve:7:943bafad7c610e15",
            CustomId::Approve(RequestId(7), Some("943bafad7c610e15".parse::<Digest>().unwrap())),
        ),
        ("deny:7", CustomId::Deny(RequestId(7))),
        ("details:7", CustomId::Details(RequestId(7))),
        ("requests:1:4:", page(PageSource::Requests, 4, 1)),
        ("groups:0:0:default:", page(groups(None), 0, 0)),
        ("groups:3:2:default:a: b", page(groups(Some("a: b")), 2, 3)),
        ("members:1:4:120363000000000001@g.us", page(PageSource::Members { group: group.clone() }, 4, 1)),
        ("named:2:1:groups.edit:Team: *A* @everyone", page(namesakes, 1, 2)),
        ("cases:n:::::", cases(Start::Newest, CaseFilter::default())),
        ("cases:a:0::::", cases(Start::Above(AuditId(0)), CaseFilter::default())),
        ("cases:b:1f:abc:1e:invites.revoke:120363000000000001@g.us", cases(Start::Below(AuditId(31)), filter)),
        (
            "cases:bn:1f:::invites.revoke:",
            cases(
                Start::Below(AuditId(31)),
                CaseFilter {
                    operation: Some("invites.revoke".to_owned()),
                    result: Some(AuditResult::NoChange),
                    ..CaseFilter::default()
                },
            ),
        ),
        ("cases:o:::::", cases(Start::Oldest, CaseFilter::default())),
        ("invitation:120363000000000001@g.us", CustomId::Invitation(group.clone(), None)),
        ("invitation:120363000000000001@g.us:9", CustomId::Invitation(group, Some(InteractionId(9)))),
        ("join:AbCdEfGhIjKlMnOpQrStUv", CustomId::Join("AbCdEfGhIjKlMnOpQrStUv".parse::<InviteCode>().unwrap())),
        ("describe:491510000000-1500000000@g.us", CustomId::Describe(old_group.clone())),
        ("check:1234", CustomId::CheckAgain(AuditId(1_234))),
        ("setup:log", CustomId::Setup(Menu::Channel(Purpose::Log))),
        ("setup:approvals", CustomId::Setup(Menu::Channel(Purpose::Approvals))),
        ("setup:approvals-role", CustomId::Setup(Menu::ApprovalsRole)),
        ("setup:moderator", CustomId::Setup(Menu::Moderator)),
        ("invite:491510000000-1500000000@g.us", CustomId::ShowInvite(old_group.clone())),
        ("people-of:491510000000-1500000000@g.us", CustomId::ShowMembers(old_group.clone())),
        ("rename:491510000000-1500000000@g.us", CustomId::Rename(old_group.clone())),
        ("add:Team: *A*", CustomId::AddPeople("Team: *A*".to_owned())),
        ("people", CustomId::PeopleField),
        ("setup:country", CustomId::SetCountry),
        ("setup:country:BR", CustomId::UseCountry("BR".parse().unwrap())),
        ("country", CustomId::CountryField),
        ("setup:invitation", CustomId::SetInvitation),
        ("setup:reasons:on", CustomId::RequireReasons(true)),
        ("setup:reasons:off", CustomId::RequireReasons(false)),
        ("invitation", CustomId::InvitationField),
        ("name", CustomId::NameField),
        ("reason", CustomId::ReasonField),
        ("text", CustomId::DescriptionField),
    ];
    table.extend(texts_of_confirmations());
    table.extend(texts_of_listed_requests());
    table.extend(texts_of_people());
    table.extend(texts_of_join_requests());
    for (text, id) in &table {
        assert_eq!(text.parse::<CustomId>().as_ref(), Ok(id), "{text}");
        assert_eq!(id.to_string(), *text);
    }
    let seen: std::collections::BTreeSet<usize> = table.iter().map(|(_, id)| variant(id)).collect();
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), (0..VARIANTS).collect::<Vec<_>>());
}

#[test]
fn other_texts_are_refused() {
    for text in [
        "",
        ":",
        "yes",
        "yes:",
        "yes:7",
        "no:x",
        "stop:-1",
        "approve:",
        "approve:7:",
        "approve:7:943BAFAD7C610E15",
        "approve:7:943bafad7c610e15:",
        "deny:7:943bafad7c610e15",
        "details:x",
        "groups:0:0:default",
        "groups:0::default:",
        "members:0:0:x",
        "named:0:0:groups.all:Team",
        "cases:n::::",
        "cases:n::::::",
        "cases:n:1::::",
        "cases:b:::::",
        "cases:x:::::",
        "invitation:x",
        "invitation:120363000000000001@g.us:",
        "invitation:120363000000000001@g.us:x",
        "join:",
        "describe:",
        "check:x",
        "setup:",
        "setup:other",
        "add:",
        "sure:7",
        "first:7",
        "country:x",
        "list:0123456789abcdef0123456789abcdef",
        "list:0:0123456789abcdef0123456789abcdef",
        "to:120363000000000001@g.us",
        "setup:country:",
        "setup:country:br",
        "setup:country:XX",
        "setup:country:BR:",
        "country:BR",
        "name:",
        "text:",
    ] {
        assert_eq!(text.parse::<CustomId>(), Err(UnknownCustomId), "{text}");
    }
}

proptest! {
    #[test]
    fn an_id_survives_its_text(id in any_id()) {
        prop_assert_eq!(id.to_string().parse::<CustomId>(), Ok(id));
    }

    #[test]
    fn two_ids_never_share_a_text(one in any_id(), other in any_id()) {
        prop_assert_eq!(one == other, one.to_string() == other.to_string());
    }

    #[test]
    fn every_id_without_typed_text_fits(id in any_id()) {
        let contains_typed_text = matches!(
            &id,
            CustomId::AddPeople(_)
                | CustomId::Page(PageTurn { of: PageSource::Groups { .. } | PageSource::Namesakes { .. }, .. })
        );
        prop_assert!(contains_typed_text || id.fits(), "{}", id);
        prop_assert_eq!(id.fits(), id.to_string().chars().count() <= 100);
    }

    #[test]
    fn any_custom_id_is_read_or_refused(
        text in prop_oneof![
            ".{0,120}",
            "[a-z]{1,10}:.{0,60}",
            "(yes|no|name|stop|approve|deny|details|groups|members|named|cases|describe|join|invitation|check|setup|sure|first\
             |country|list|to|add)\
             :[0-9a-z:@.*-]{0,60}",
        ],
    ) {
        if let Ok(id) = text.parse::<CustomId>() {
            prop_assert_eq!(id.to_string().parse::<CustomId>(), Ok(id));
        }
    }
}
