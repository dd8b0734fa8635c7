//! Tests of every form of every answer that the contract leaves open.

use serde_json::json;
use whatsapp::{AddAnswer, Person};

use super::titan_for_tests::{Listable, group, joined, list, list_within, participant, preview};
use super::*;

fn data(body: &[u8]) -> Option<Value> {
    super::data(body).ok()
}

fn done(body: &[u8]) -> Option<Value> {
    super::done(body).ok()
}

const CODE: &str = "AbCdEfGhIjKlMnOpQrStUv";

#[test]
fn only_the_envelope_is_an_answer() {
    assert_eq!(data(br#"{"data": [1], "more": 2}"#), Some(json!([1])));
    assert_eq!(data(br#"{"data": null}"#), Some(Value::Null));
    for body in ["", "{}", "[1]", "<html>", r#"{"data": [1"#, "\u{feff}", r#""data""#] {
        assert_eq!(data(body.as_bytes()), None, "{body}");
    }
    assert_eq!(error_text(br#"{"error": "no", "docs": "https://x"}"#).as_deref(), Some("no"));
    assert_eq!(error_text(br#"{"error": {"message": "no"}}"#), None);
    assert_eq!(error_text(b"<h1>502</h1>"), None);
}

#[test]
fn an_invite_is_read_in_every_open_form() {
    let link = format!("https://chat.whatsapp.com/{CODE}");
    for data in [
        json!({"code": CODE}),
        json!({"code": link}),
        json!({"code": 200, "inviteCode": CODE}),
        json!({"inviteLink": link}),
        json!({"link": link, "code": null}),
        json!(CODE),
        json!(link),
    ] {
        assert_eq!(invite(&data).unwrap().as_str(), CODE, "{data}");
        assert_eq!(new_invite(&data).unwrap().as_str(), CODE, "{data}");
    }
    for data in [json!(null), json!({}), json!([]), json!({"code": 7}), json!("https://example.com/x"), json!(7)] {
        assert_eq!(invite(&data), None, "{data}");
    }
}

#[test]
fn a_remark_is_not_taken_for_the_new_invite() {
    for data in [json!("revoked"), json!({"code": "OK"}), json!({"success": true}), json!(null)] {
        assert_eq!(new_invite(&data), None, "{data}");
    }
}

#[test]
fn a_participant_is_read_in_every_open_form() {
    let (number, id) = (Some("+5511999999999"), Some("42@lid"));
    for (data, phone, lid) in [
        (json!({"phoneNumber": "+5511999999999", "lid": "42@lid"}), number, id),
        (json!({"phoneNumber": "5511999999999@s.whatsapp.net", "lid": "42"}), number, id),
        (json!({"phoneNumber": 5_511_999_999_999_u64, "lid": null}), number, None),
        (json!({"id": "5511999999999:7@s.whatsapp.net"}), number, None),
        (json!({"jid": "5511999999999@c.us", "id": "42:3@lid"}), number, id),
        (json!({"id": "42@lid", "name": "Ana"}), None, id),
        (json!({"lid": "123456789012345"}), None, Some("123456789012345@lid")),
        (json!({"phoneNumber": "", "lid": "42@lid", "id": "junk"}), None, id),
    ] {
        let read = participant(&data).unwrap();
        assert_eq!(read.phone.map(|phone| phone.to_string()).as_deref(), phone, "{data}");
        assert_eq!(read.lid.map(|lid| lid.to_string()).as_deref(), lid, "{data}");
    }
    for data in [json!({}), json!("x"), json!({"id": "123456789012345"}), json!({"id": "1@g.us"}), json!(null)] {
        assert_eq!(participant(&data), None, "{data}");
    }
}

#[test]
fn a_role_is_the_highest_that_is_said() {
    for (data, role) in [
        (json!({"lid": "1@lid"}), Role::Member),
        (json!({"lid": "1@lid", "isAdmin": null, "isSuperAdmin": "?"}), Role::Member),
        (json!({"lid": "1@lid", "isAdmin": true, "isSuperAdmin": false}), Role::Admin),
        (json!({"lid": "1@lid", "isAdmin": false, "isSuperAdmin": true}), Role::SuperAdmin),
    ] {
        assert_eq!(participant(&data).unwrap().role, role, "{data}");
    }
}

#[test]
fn add_results_are_read_in_every_open_form() {
    let asked = ["42@lid".parse().unwrap(), "+5511999999999".parse().unwrap()];
    let entry = json!({"id": "5511999999999@s.whatsapp.net", "status": 403});
    let refused = [AddAnswer { person: "+5511999999999".parse().unwrap(), code: 403, known_as: Vec::new() }];
    for data in [
        json!([entry]),
        json!({"participants": [entry]}),
        json!({"participants": null, "results": [entry]}),
        json!([{"jid": "5511999999999@c.us", "code": "403"}]),
        json!([{"participant": "5511999999999@s.whatsapp.net", "error": "403"}]),
        json!([{"phoneNumber": "+5511999999999", "status": "refused", "error": 403}]),
        json!([entry, {"id": "junk", "status": 200}, {"lid": "42@lid"}, null]),
        json!([{"id": "5511999999999@c.us", "code": "403: privacy"}]),
        json!({"5511999999999@c.us": {"code": 403, "message": "no"}}),
        json!({"5511999999999@s.whatsapp.net": {"status": "403"}, "junk": {"code": 200}}),
        json!({"5511999999999@c.us": 403}),
        json!({"5511999999999@c.us": "403 not-authorized"}),
        json!({"participants": {"+5511999999999": {"error": "403"}}}),
        json!({"results": {"5511999999999@c.us": {"statusCode": 403}}}),
    ] {
        assert_eq!(add_results(&data, &asked), refused, "{data}");
    }
    let both = json!([{"phoneNumber": "+5511999999999", "lid": "42@lid", "status": 200}]);
    let (lid, number): (Person, Person) = ("42@lid".parse().unwrap(), "+5511999999999".parse().unwrap());
    let known = AddAnswer { person: lid.clone(), code: 200, known_as: vec![number] };
    assert_eq!(add_results(&both, &[lid]), [known]);
    for data in [json!({}), json!(null), json!("ok"), json!({"participants": {}}), json!({"id": 403})] {
        assert_eq!(add_results(&data, &asked), [], "{data}");
    }
}

#[test]
fn a_time_is_read_in_every_form() {
    for value in [
        json!(1_700_000_000),
        json!("1700000000"),
        json!(1_700_000_000.5),
        json!(1_700_000_000_123_i64),
        json!("1700000000123"),
        json!("2023-11-14T22:13:20Z"),
        json!("2023-11-14T22:13:20.123Z"),
    ] {
        assert_eq!(timestamp(&value), Some(Timestamp::from_secs(1_700_000_000)), "{value}");
    }
    for value in [json!(0), json!(-5), json!(""), json!("soon"), json!(1e300), json!({}), json!("1969-01-01T00:00:00Z")]
    {
        assert_eq!(timestamp(&value), None, "{value}");
    }
}

#[test]
fn a_preview_has_its_size_under_any_of_four_names() {
    for name in ["size", "participantCount", "participantsCount", "memberCount"] {
        let data = json!({"id": "1@g.us", "name": "Team", name: 7, "ownerLid": "42@lid", "inviterLid": null});
        let preview = preview(&data).unwrap();
        assert_eq!((preview.size, preview.inviter), (Some(7), "42@lid".parse().ok()), "{name}");
    }
    let all = json!({"id": "1@g.us", "size": 7, "memberCount": 9, "inviterLid": "1@lid", "ownerLid": "2@lid"});
    assert_eq!(preview(&all).unwrap().size, Some(7));
    assert_eq!(preview(&all).unwrap().inviter, "1@lid".parse().ok());
}

#[test]
fn a_join_answers_with_a_group_or_its_id() {
    let id = "1@g.us".parse().unwrap();
    assert_eq!(joined(&json!({"id": "1@g.us", "name": "Team"})).unwrap(), Joined { id, name: Some("Team".to_owned()) });
    assert_eq!(joined(&json!({"id": "1@g.us"})), joined(&json!("1@g.us")));
    assert_eq!(joined(&json!({})), None);
}

fn read<T: Listable>(data: &Value) -> Option<Listed<T>> {
    list(json!({ "data": data }).to_string().as_bytes()).ok()
}

#[test]
fn a_list_says_how_many_entries_are_unread() {
    let data = json!([{"id": "1@g.us"}, {"id": "oops"}, 7, {"id": "2@g.us", "participants": [{}, {"lid": "1@lid"}]}]);
    let groups = read::<ListedGroup>(&data).unwrap();
    let seen: Vec<_> = groups.entries.iter().map(|group| (group.id.as_str(), group.size)).collect();
    assert_eq!(seen, [("1@g.us", None), ("2@g.us", Some(2))]);
    assert_eq!(groups.unread, 2);
    for unreadable in [json!({"id": "2@g.us"}), json!({"phoneNumber": ""}), json!(null), json!(7), json!([])] {
        let members = json!([{"lid": "1@lid"}, unreadable]);
        assert_eq!(read::<Participant>(&members).map(|members| members.unread), Some(1), "{members}");
        let group = group(&json!({"id": "1@g.us", "participants": members})).unwrap();
        assert_eq!(group.participants, None, "an incomplete list of members is no list: {members}");
    }
    let other = json!([{"id": "1@g.us"}, {"id": "1@newsletter"}, {"id": "status@broadcast"}]);
    assert_eq!(read::<ListedGroup>(&other).map(|groups| (groups.entries.len(), groups.unread)), Some((1, 0)));
}

#[test]
fn a_list_with_nothing_readable_is_an_error() {
    for data in [json!([7]), json!([{}]), json!([{"id": "x"}, null]), json!(["x"]), json!({}), json!(null), json!("x")]
    {
        assert_eq!(read::<ListedGroup>(&data), None, "{data}");
        assert_eq!(read::<Participant>(&data), None, "{data}");
        assert_eq!(sessions(&data, session), None, "{data}");
    }
    assert_eq!(read::<Participant>(&json!([])), Some(Listed { entries: Vec::new(), unread: 0 }));
}

#[test]
fn members_may_be_listed_by_id() {
    let data = json!(["5511999999999@c.us", "42@lid", "+5511999999998"]);
    let members = read::<Participant>(&data).unwrap();
    let ids: Vec<_> = members.entries.iter().map(|one| (one.phone.is_some(), one.lid.is_some())).collect();
    assert_eq!((ids, members.unread), (vec![(true, false), (false, true), (true, false)], 0));
    assert_eq!(group(&json!({"id": "1@g.us", "participants": data})).unwrap().participants.unwrap().len(), 3);
    assert_eq!(read::<RankedParticipant>(&data), None, "no roles are given");
    assert_eq!(read::<Participant>(&json!(["5511999999999"])), None, "a phone number or a LID");
}

#[test]
fn a_listed_group_has_its_size_in_every_form() {
    for data in [
        json!({"id": "1@g.us", "participants": [1, 2, 3]}),
        json!({"id": "1@g.us", "participants": [1, 2, 3], "size": 9}),
        json!({"id": "1@g.us", "size": 3}),
        json!({"id": "1@g.us", "participants": null, "memberCount": "3"}),
        json!({"id": "1@g.us", "participantsCount": 3, "more": {"size": [{"id": 7}]}}),
    ] {
        assert_eq!(read::<ListedGroup>(&json!([data])).unwrap().entries[0].size, Some(3), "{data}");
    }
}

#[test]
fn a_list_with_a_refusal_beside_it_is_an_error() {
    for body in [
        r#"{"error": "no", "data": []}"#,
        r#"{"data": [], "success": false}"#,
        r#"{"data": [{"id": "1@g.us"}], "status": "error"}"#,
        r#"{"data": []} {}"#,
        r#"{"data": [}"#,
        r#"[{"id": "1@g.us"}]"#,
        "<html>",
        "",
    ] {
        assert_eq!(list::<ListedGroup>(body.as_bytes()), Err(Unread::Garbled), "{body}");
    }
    for body in [r#"{"error": null, "data": []}"#, r#" {"success": true, "data": [], "status": 200} "#] {
        assert!(list::<ListedGroup>(body.as_bytes()).is_ok(), "{body}");
    }
}

#[test]
fn a_list_is_bounded_in_every_direction() {
    let repeated = |count: usize, piece: &str| format!(r#"{{"data": [{}]}}"#, vec![piece; count].join(","));
    let named = |name: usize| format!(r#"{{"id": "1@g.us", "name": "{}"}}"#, "n".repeat(name));
    for body in [
        repeated(200_000, r#"{"id": "1@g.us"}"#),
        repeated(9, &named(1_000_000)),
        repeated(1, &named(1_100_000)),
        format!(r#"{{"{}": 1, "data": []}}"#, "k".repeat(1_100_000)),
    ] {
        assert_eq!(list::<ListedGroup>(body.as_bytes()), Err(Unread::TooLarge), "{body:.40}");
    }
    assert_eq!(list::<ListedGroup>(repeated(7, &named(1_000_000)).as_bytes()).unwrap().entries.len(), 7);
    let long = format!(r#"{{"data": [], "more": [{}1]}}"#, "1,".repeat(1_000));
    assert!(list_within::<ListedGroup>(long.len(), long.as_bytes()).is_ok());
    assert_eq!(list_within::<ListedGroup>(long.len() - 1, long.as_bytes()), Err(Unread::TooLarge));
    let deep = format!(r#"{{"data": [], "more": {}{}}}"#, "[".repeat(1_000), "]".repeat(1_000));
    assert_eq!(list::<ListedGroup>(deep.as_bytes()), Err(Unread::Garbled));
}

#[test]
fn a_change_is_done_only_if_its_answer_says_so() {
    for body in [
        "",
        " \r\n",
        "{}",
        r#"{"data": {}}"#,
        r#"{"data": null}"#,
        r#"{"data": true}"#,
        r#"{"data": []}"#,
        r#"{"data": "revoked"}"#,
        r#"{"data": {"id": "1@g.us"}, "error": null}"#,
        r#"{"data": {"error": ""}, "errors": []}"#,
        r#"{"error": false, "ok": true, "success": true, "status": "success", "code": 200}"#,
        r#"{"status": 200, "statusCode": 201, "data": {"status": "ok", "code": "Error404IsNoInviteCode"}}"#,
        r#"{"data": [{"id": "1@lid", "error": "403", "status": 403}]}"#,
        r#"{"data": {"participants": [{"id": "1@lid", "success": false}]}}"#,
        r#"{"data": {"1@lid": {"code": 404, "success": false}}}"#,
        r#"{"data": {"failed": []}, "message": "error is a word"}"#,
    ] {
        assert!(done(body.as_bytes()).is_some(), "{body}");
    }
    for body in [
        r#"{"error": "no"}"#,
        r#"{"error": {"message": "no"}}"#,
        r#"{"error": true, "data": {}}"#,
        r#"{"error": 1}"#,
        r#"{"errors": ["no"]}"#,
        r#"{"Error": "no"}"#,
        r#"{"success": false}"#,
        r#"{"success": "false"}"#,
        r#"{"success": 0}"#,
        r#"{"ok": false}"#,
        r#"{"status": "error"}"#,
        r#"{"status": "FAILED"}"#,
        r#"{"status": false}"#,
        r#"{"status": 500}"#,
        r#"{"status": "404"}"#,
        r#"{"statusCode": 403, "message": "no"}"#,
        r#"{"code": 409}"#,
        r#"{"result": false}"#,
        r#"{"result": "error"}"#,
        r#"{"failed": true}"#,
        r#"{"data": false}"#,
        r#"{"data": "error"}"#,
        r#"{"data": {"success": false}}"#,
        r#"{"data": {"data": {"ok": false}}}"#,
        r#"{"response": {"result": {"error": "no"}}}"#,
        "null",
        "true",
        "false",
        "[]",
        "7",
        r#""ok""#,
        "OK",
        "<!doctype html><title>Welcome</title>",
        r#"{"data": "#,
        r#"{"data": {}} {"#,
        "\u{feff}",
        "\0",
    ] {
        assert_eq!(done(body.as_bytes()), None, "{body}");
    }
}

#[test]
fn names_from_whatsapp_have_no_control_characters() {
    let name = "A\0B\u{1b}[31mC\nD\u{2028}E\u{85}F\u{a0}G";
    let read = group(&json!({"id": "1@g.us", "name": name, "description": name})).unwrap();
    assert_eq!(read.name, "AB[31mC D E F\u{a0}G");
    assert_eq!(read.description.as_deref(), Some("AB[31mC\nD\u{2028}EF\u{a0}G"));
    let forged = ["DOWN\nERROR usher: \u{1b}[2J\u{202e}", "x".repeat(1_000).as_str()].concat();
    let read = session(&json!({"name": "a", "status": forged, "statusReason": forged, "pushName": name})).unwrap();
    for text in [String::from(read.status), read.status_reason.unwrap().into()] {
        assert!(text.starts_with("DOWN ERROR usher: [2Jxxx") && text.len() <= 64, "{text:?}");
    }
    assert_eq!(read.push_name.as_deref(), Some("AB[31mC D E F\u{a0}G"));
}

#[test]
fn a_session_keeps_a_status_it_does_not_know() {
    let read = session(&json!({"name": "default", "status": "NAPPING", "statusReason": null, "platform": {}})).unwrap();
    assert_eq!((read.status.as_str(), read.status_reason), ("NAPPING", None));
}

#[test]
fn settings_are_read_in_the_words_of_each_library() {
    let admins = GroupSettings {
        writers: Some(Who::Admins),
        editors: Some(Who::Everyone),
        adders: Some(Who::Admins),
        join_approval: Some(true),
    };
    let community = "120363000000000099@g.us";
    for (words, mut data) in [
        (
            &BAILEYS,
            json!({"announce": true, "restrict": false, "memberAddMode": false, "joinApprovalMode": true,
                "linkedParent": community}),
        ),
        (
            &WHATSMEOW,
            json!({"IsAnnounce": true, "IsLocked": false, "MemberAddMode": "admin_add", "IsJoinApprovalRequired": true,
                "LinkedParentJID": community}),
        ),
        (
            &WWEBJS,
            json!({"groupMetadata": {"announce": true, "restrict": false, "memberAddMode": "admin_add",
                "membershipApprovalMode": true, "parentGroup": {"_serialized": community}}}),
        ),
    ] {
        let id = if std::ptr::eq(words, &raw const WHATSMEOW) { "JID" } else { "id" };
        data[id] = json!("1@g.us");
        let read = super::group(words, &data).unwrap();
        assert_eq!((read.settings, read.community), (admins, community.parse().ok()), "{data}");
    }
    let of_openwa = json!({"id": "1@g.us", "announce": true, "locked": false, "memberAddMode": "admins"});
    let read = super::group(&OPENWA, &of_openwa).unwrap().settings;
    assert_eq!(read, GroupSettings { join_approval: None, ..admins });
    let everyone = json!({"id": "1@g.us", "memberAddMode": true, "announce": "yes", "linkedParent": ""});
    let read = super::group(&BAILEYS, &everyone).unwrap();
    let known = GroupSettings { adders: Some(Who::Everyone), ..GroupSettings::default() };
    assert_eq!((read.settings, read.community), (known, None));
}

#[test]
fn requests_to_join_are_read_by_number_or_lid() {
    let data = json!([
        {"jid": "84198740205822@lid", "phone_number": "6289685024091", "requested_at": "2026-03-27T23:18:47Z"},
        {"jid": "84198740205823@lid", "phone_number": "", "display_name": "Jo"},
        {"participantId": "6289685024092@c.us", "method": "invite_link", "requestedAt": 1_774_653_527},
        {"participantId": 7},
    ]);
    let place = ListPlace { path: &[], is_keyed: false };
    let listed = super::list::<JoinRequest>(&JOIN_REQUEST, place, data.to_string().as_bytes()).unwrap();
    let seen: Vec<_> =
        listed.entries.iter().map(|one| (one.person.phone.is_some(), one.person.lid.is_some())).collect();
    assert_eq!((seen, listed.unread), (vec![(true, true), (false, true), (true, false)], 1));
    let at: Vec<_> = listed.entries.iter().map(|one| one.requested_at.map(Timestamp::as_secs)).collect();
    assert_eq!(at, [Some(1_774_653_527), None, Some(1_774_653_527)]);
}
