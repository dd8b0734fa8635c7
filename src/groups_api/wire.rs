//! Reads the groups API's answers, in every form that the contract leaves open. Readers take JSON and give `None` where
//! it is not what they look for; they pass over what they do not know. No HTTP here.

use std::borrow::Cow;
use std::time::UNIX_EPOCH;

use humantime_serde::re::humantime::parse_rfc3339;
use serde_json::Value;

use super::ids::{InviteCode, Lid, Person, PhoneNumber};
use super::model::{AddResult, Group, InvitePreview, Joined, Participant, Role, Session};

/// Fields that may name a person, those that say which kind of id they hold first.
const PERSON_FIELDS: [&str; 5] = ["phoneNumber", "lid", "id", "jid", "participant"];
/// A shorter text in the answer to a revocation is a remark such as `revoked` and no code, which has about 22 characters.
const NEW_CODE_CHARS_MIN: usize = 16;
/// A larger number of seconds is one of milliseconds.
const SECONDS_MAX: i64 = 100_000_000_000;

/// The status of a session of which the API says none.
pub(super) const STATUS_UNSAID: &str = "UNKNOWN";

/// `{"data": …}`
pub(super) fn data(body: &[u8]) -> Option<Value> {
    serde_json::from_slice::<Value>(body).ok()?.get_mut("data").map(Value::take)
}

/// `{"error": "text"}`
pub(super) fn error_text(body: &[u8]) -> Option<String> {
    serde_json::from_slice::<Value>(body).ok()?.get("error")?.as_str().map(str::to_owned)
}

/// An array. An entry that cannot be read is left out and does not sink the rest.
pub(super) fn list<T>(data: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    let entries = data.as_array()?;
    let read: Vec<T> = entries.iter().filter_map(read).collect();
    let left_out = entries.len() - read.len();
    if left_out > 0 {
        tracing::debug!(left_out, "a list of the groups API has entries that cannot be read");
    }
    Some(read)
}

/// A group, of which only the id must be there.
pub(super) fn group(data: &Value) -> Option<Group> {
    Some(Group {
        id: field(data, &["id"], parsed)?,
        name: field(data, &["name"], string).unwrap_or_default(),
        description: field(data, &["description"], string),
        owner: field(data, &["ownerLid"], lid),
        created_at: field(data, &["createdAt"], unix_seconds),
        participants: field(data, &["participants"], |people| list(people, participant)),
    })
}

/// A member, by phone number, LID or both.
pub(super) fn participant(data: &Value) -> Option<Participant> {
    let (mut phone, mut lid) = (None, None);
    for person in people_named(data) {
        match person {
            Person::Phone(number) => phone = phone.or(Some(number)),
            Person::Lid(id) => lid = lid.or(Some(id)),
        }
    }
    let says = |name| field(data, &[name], Value::as_bool).unwrap_or_default();
    let role = match (says("isSuperAdmin"), says("isAdmin")) {
        (true, _) => Role::SuperAdmin,
        (false, true) => Role::Admin,
        (false, false) => Role::Member,
    };
    (phone.is_some() || lid.is_some()).then_some(Participant { phone, lid, role })
}

/// What is said of each person, in `data` itself or in a list inside. Where an entry names somebody by several ids, the
/// one that was asked for is taken.
pub(super) fn add_results(data: &Value, asked: &[Person]) -> Vec<AddResult> {
    let read = |entry: &Value| {
        let named: Vec<Person> = people_named(entry).collect();
        let person = named.iter().find(|person| asked.contains(person)).or(named.first())?.clone();
        Some(AddResult { person, code: field(entry, &["status", "code", "error"], status_code)? })
    };
    list(data, read)
        .or_else(|| field(data, &["participants", "results"], |entries| list(entries, read)))
        .unwrap_or_default()
}

/// An invite code or link, bare or under one of its names.
pub(super) fn invite(data: &Value) -> Option<InviteCode> {
    // A number is no code, though it reads like one.
    let code_or_link = |value: &Value| value.as_str()?.parse().ok();
    code_or_link(data).or_else(|| field(data, &["code", "inviteCode", "inviteLink", "link"], code_or_link))
}

/// The invite that a revocation made, where the answer tells it.
pub(super) fn new_invite(data: &Value) -> Option<InviteCode> {
    invite(data).filter(|code| code.as_str().len() >= NEW_CODE_CHARS_MIN)
}

/// A group, or no more than its id.
pub(super) fn joined(data: &Value) -> Option<Joined> {
    let id = parsed(data).or_else(|| field(data, &["id"], parsed))?;
    Some(Joined { id, name: field(data, &["name"], string) })
}

pub(super) fn preview(data: &Value) -> Option<InvitePreview> {
    Some(InvitePreview {
        id: field(data, &["id"], parsed)?,
        name: field(data, &["name"], string).unwrap_or_default(),
        size: field(data, &["size", "participantCount", "participantsCount", "memberCount"], parsed),
        created_at: field(data, &["createdAt"], unix_seconds),
        inviter: field(data, &["inviterLid", "ownerLid"], lid),
        participants: field(data, &["participants"], |people| list(people, participant)).unwrap_or_default(),
    })
}

pub(super) fn session(data: &Value) -> Option<Session> {
    Some(Session {
        name: field(data, &["name"], parsed)?,
        status: field(data, &["status"], string).unwrap_or_else(|| STATUS_UNSAID.to_owned()),
        status_reason: field(data, &["statusReason"], string),
        phone: field(data, &["phoneNumber"], phone),
        push_name: field(data, &["pushName"], string),
        lid: field(data, &["lid"], lid),
    })
}

/// The first of these fields that is there and can be read.
fn field<T>(data: &Value, names: &[&str], read: impl Fn(&Value) -> Option<T>) -> Option<T> {
    names.iter().find_map(|name| data.get(name).and_then(&read))
}

fn string(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// The text of an id or a number, whether it was written as a text or as a number.
fn text(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(Cow::Borrowed(text.trim())),
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        _ => None,
    }
}

fn parsed<T: std::str::FromStr>(value: &Value) -> Option<T> {
    text(value)?.parse().ok()
}

/// Everybody that an object names; several are the same person by several ids.
fn people_named(data: &Value) -> impl Iterator<Item = Person> {
    PERSON_FIELDS.iter().filter_map(|name| {
        let value = data.get(name)?;
        match *name {
            "phoneNumber" => parsed(value),
            "lid" => lid(value).map(Person::Lid),
            // Bare digits here may be a phone number or a LID: nobody knows.
            _ => text(value)?.contains(['@', '+']).then(|| parsed(value))?,
        }
    })
}

fn phone(value: &Value) -> Option<PhoneNumber> {
    match parsed(value)? {
        Person::Phone(number) => Some(number),
        Person::Lid(_) => None,
    }
}

/// A LID, its suffix left out or not.
fn lid(value: &Value) -> Option<Lid> {
    let text = text(value)?;
    if text.contains('@') { text.parse().ok() } else { format!("{text}@lid").parse().ok() }
}

/// WhatsApp's code for one person, which is like a status code of HTTP.
fn status_code(value: &Value) -> Option<u16> {
    parsed(value).filter(|code| (100..600).contains(code))
}

/// A point in time: Unix seconds or milliseconds, as a number or a text, or RFC 3339. Zero says nothing.
fn unix_seconds(value: &Value) -> Option<i64> {
    let text = text(value)?;
    let whole = text.split_once('.').map_or(&*text, |(whole, _fraction)| whole);
    let seconds = match whole.parse::<i64>() {
        Ok(milliseconds) if milliseconds > SECONDS_MAX => milliseconds / 1000,
        Ok(seconds) => seconds,
        Err(_) => parse_rfc3339(&text).ok()?.duration_since(UNIX_EPOCH).ok()?.as_secs().try_into().ok()?,
    };
    (seconds > 0).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

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
        let asked = ["42@lid".parse().unwrap()];
        let entry = json!({"id": "5511999999999@s.whatsapp.net", "status": 403});
        let refused = [AddResult { person: "+5511999999999".parse().unwrap(), code: 403 }];
        for data in [
            json!([entry]),
            json!({"participants": [entry]}),
            json!({"participants": null, "results": [entry]}),
            json!([{"jid": "5511999999999@c.us", "code": "403"}]),
            json!([{"participant": "5511999999999@s.whatsapp.net", "error": "403"}]),
            json!([{"phoneNumber": "+5511999999999", "status": "refused", "error": 403}]),
            json!([entry, {"id": "junk", "status": 200}, {"lid": "42@lid"}, null]),
        ] {
            assert_eq!(add_results(&data, &asked), refused, "{data}");
        }
        let both = json!([{"phoneNumber": "+5511999999999", "lid": "42@lid", "status": 200}]);
        assert_eq!(add_results(&both, &asked), [AddResult { person: "42@lid".parse().unwrap(), code: 200 }]);
        for data in [json!({}), json!(null), json!("ok"), json!({"participants": {}})] {
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
            assert_eq!(unix_seconds(&value), Some(1_700_000_000), "{value}");
        }
        for value in
            [json!(0), json!(-5), json!(""), json!("soon"), json!(1e300), json!({}), json!("1969-01-01T00:00:00Z")]
        {
            assert_eq!(unix_seconds(&value), None, "{value}");
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
        assert_eq!(
            joined(&json!({"id": "1@g.us", "name": "Team"})).unwrap(),
            Joined { id, name: Some("Team".to_owned()) }
        );
        assert_eq!(joined(&json!({"id": "1@g.us"})), joined(&json!("1@g.us")));
        assert_eq!(joined(&json!({})), None);
    }

    #[test]
    fn one_bad_entry_does_not_sink_a_list() {
        let data =
            json!([{"id": "1@g.us"}, {"id": "oops"}, 7, {"id": "2@g.us", "participants": [{}, {"lid": "1@lid"}]}]);
        let groups = list(&data, group).unwrap();
        assert_eq!(groups.iter().map(|group| group.id.as_str()).collect::<Vec<_>>(), ["1@g.us", "2@g.us"]);
        assert_eq!(groups[0].participants, None);
        assert_eq!(groups[1].participants.as_ref().unwrap().len(), 1);
        assert_eq!(list(&json!(null), group), None, "no list is not an empty list");
    }

    #[test]
    fn a_session_keeps_a_status_it_does_not_know() {
        let read =
            session(&json!({"name": "default", "status": "NAPPING", "statusReason": null, "platform": {}})).unwrap();
        assert_eq!((read.status.as_str(), read.status_reason), ("NAPPING", None));
    }

    /// JSON that often has the contract's fields, with anything in them.
    fn any_json() -> impl Strategy<Value = Value> {
        let fields = "id|name|lid|jid|phoneNumber|participants|results|createdAt|code|link|size|status|error|ownerLid";
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            "\\PC{0,20}|[0-9]{1,25}(@g.us|@lid|@c.us)?|[0-9+:T.-]{0,30}Z".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 6, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::hash_map(fields, inner, 0..6).prop_map(|map| map.into_iter().collect()),
            ]
        })
    }

    proptest! {
        #[test]
        fn no_json_makes_a_reader_panic(value in any_json()) {
            let found = (
                (list(&value, group), list(&value, participant), list(&value, session), add_results(&value, &[])),
                (group(&value), preview(&value), joined(&value), invite(&value), unix_seconds(&value)),
            );
            let shown = format!("{found:?}");
            prop_assert!(!shown.is_empty());
        }

        #[test]
        fn no_bytes_make_a_reader_panic(body in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(data(&body).and(error_text(&body)), None);
        }
    }
}
