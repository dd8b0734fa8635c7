//! Parses the results for each person of an add, which servers report in many forms: a list of entries, or an object with
//! a field for each person, in `data` itself or inside it.

use std::collections::HashMap;

use serde_json::{Map, Value};
use whatsapp::{AddAnswer, LineKey, Person};

use super::{lid, status_code, text};

/// Fields that may hold a code, in lower case.
const CODE_FIELDS: [&str; 6] = ["status", "code", "error", "statuscode", "status_code", "errorcode"];
/// Fields that hold an error, where 0 means none.
const ERROR_FIELDS: [&str; 2] = ["error", "errorcode"];
/// Fields that may name a person, in lower case.
const PHONE_FIELDS: [&str; 3] = ["phonenumber", "phone_number", "phone"];
const ID_FIELDS: [&str; 4] = ["id", "jid", "participant", "number"];
/// Fields that hold more of the same entry: the answer of WhatsApp itself, or an id in parts.
const ENTRY_PARTS: [&str; 2] = ["content", "attrs"];
/// Fields that hold the results, in lower case.
const RESULT_FIELDS: [&str; 8] =
    ["participants", "results", "result", "data", "response", "updateparticipants", "members", "people"];
/// Depth to which both are followed.
const DEPTH_MAX: usize = 4;
/// Most ids of one person.
const IDS_MAX: usize = 4;

/// Returns the results of those people who were `asked` for, at most one for each. A result that names a person by
/// another form of the number, or by several ids, is the result of the person who was asked for.
pub(crate) fn add_results(data: &Value, asked: &[Person]) -> Vec<AddAnswer> {
    let asked_of = AskedPeople::new(asked);
    let reports = reports(data, &asked_of, DEPTH_MAX);
    let as_many = reports.len() == asked.len();
    let mut results: Vec<AddAnswer> = Vec::new();
    let mut has_result = vec![false; asked.len()];
    let mut strange = Vec::new();
    for report in reports {
        match report.ids.iter().find_map(|id| asked_of.place(id)) {
            Some(place) if has_result.get(place) == Some(&false) => {
                has_result.iter_mut().skip(place).take(1).for_each(|has| *has = true);
                results.extend(asked.get(place).map(|person| report.of(person)));
            }
            Some(_) => {}
            None => strange.push(report),
        }
    }
    // With one result for each person, the last one left is that of the last person left. A phone number is that of
    // another person.
    let mut without = asked.iter().zip(&has_result).filter(|(_, has)| !**has).map(|(person, _)| person);
    if let (true, [report], Some(person), None) = (as_many, strange.as_slice(), without.next(), without.next())
        && report.ids.iter().all(|id| matches!(id, Person::Lid(_)))
        && matches!(person, Person::Phone(_))
    {
        results.push(report.of(person));
    }
    results
}

/// One entry of the answer.
struct AddReport {
    ids: Vec<Person>,
    code: u16,
}

impl AddReport {
    fn of(&self, person: &Person) -> AddAnswer {
        let mut known_as: Vec<Person> = self.ids.iter().filter(|id| *id != person).cloned().collect();
        known_as.truncate(IDS_MAX);
        AddAnswer { person: person.clone(), code: self.code, known_as }
    }
}

/// The places of the people who were asked for.
struct AskedPeople<'a> {
    exact: HashMap<&'a Person, usize>,
    lines: HashMap<LineKey, usize>,
}

impl<'a> AskedPeople<'a> {
    fn new(asked: &'a [Person]) -> Self {
        let exact = asked.iter().enumerate().map(|(place, person)| (person, place)).collect();
        let mut lines = HashMap::new();
        for (place, person) in asked.iter().enumerate() {
            lines.entry(person.line_key()).or_insert(place);
        }
        Self { exact, lines }
    }

    fn place(&self, id: &Person) -> Option<usize> {
        self.exact.get(id).or_else(|| self.lines.get(&id.line_key())).copied()
    }

    /// Parses an id. Bare digits may be a phone number or a LID, so they count only if they are the number of a person
    /// who was asked for.
    fn parse(&self, text: &str) -> Option<Person> {
        let person = text.parse().ok()?;
        (text.contains(['@', '+']) || self.place(&person).is_some()).then_some(person)
    }
}

fn reports(data: &Value, asked: &AskedPeople<'_>, depth: usize) -> Vec<AddReport> {
    let fields = match data {
        Value::Array(entries) => {
            let entries = entries.iter().filter_map(Value::as_object);
            return entries.filter_map(|entry| of_entry(entry, asked)).collect();
        }
        Value::Object(fields) => fields,
        _ => return Vec::new(),
    };
    let by_person: Vec<AddReport> = fields.iter().filter_map(|(name, value)| of_field(name, value, asked)).collect();
    if !by_person.is_empty() {
        return by_person;
    }
    let inside = RESULT_FIELDS.iter().filter(|_| depth > 0).flat_map(|name| named(fields, name));
    let inside = inside.map(|value| reports(value, asked, depth - 1)).find(|reports| !reports.is_empty());
    inside.unwrap_or_else(|| of_entry(fields, asked).into_iter().collect())
}

/// Parses `{"id": …, "status": …}`.
fn of_entry(fields: &Map<String, Value>, asked: &AskedPeople<'_>) -> Option<AddReport> {
    let mut ids = Vec::new();
    ids_in(fields, asked, DEPTH_MAX, &mut ids);
    let code = code_in(fields, DEPTH_MAX)?;
    (!ids.is_empty()).then_some(AddReport { ids, code })
}

/// Parses `"5511…@c.us": …`: a code, or an object with one.
fn of_field(name: &str, value: &Value, asked: &AskedPeople<'_>) -> Option<AddReport> {
    let mut ids = vec![asked.parse(name)?];
    if let Value::Object(fields) = value {
        ids_in(fields, asked, DEPTH_MAX, &mut ids);
        return Some(AddReport { ids, code: code_in(fields, DEPTH_MAX)? });
    }
    Some(AddReport { ids, code: status_code(value)? })
}

fn ids_in(fields: &Map<String, Value>, asked: &AskedPeople<'_>, depth: usize, ids: &mut Vec<Person>) {
    let mut found = |person: Option<Person>| {
        ids.extend(person);
    };
    for name in PHONE_FIELDS {
        for value in named(fields, name) {
            found(text(value).and_then(|text| text.parse().ok()));
        }
    }
    for value in named(fields, "lid") {
        found(lid(value).map(Person::Lid));
    }
    for name in ID_FIELDS {
        for value in named(fields, name) {
            // An id in parts: `{"user": "5511…", "server": "c.us", "_serialized": "5511…@c.us"}`.
            let whole = value.get("_serialized").unwrap_or(value);
            found(text(whole).and_then(|text| asked.parse(&text)));
        }
    }
    ids.dedup();
    for value in ENTRY_PARTS.iter().filter(|_| depth > 0).flat_map(|name| named(fields, name)) {
        if let Value::Object(part) = value {
            ids_in(part, asked, depth - 1, ids);
        }
    }
}

/// Returns the code of an entry. One that reports a failure counts before one that reports success.
fn code_in(fields: &Map<String, Value>, depth: usize) -> Option<u16> {
    let mut codes: Vec<u16> = CODE_FIELDS.iter().flat_map(|name| named(fields, name)).filter_map(status_code).collect();
    let parts = ENTRY_PARTS.iter().filter(|_| depth > 0).flat_map(|name| named(fields, name));
    codes.extend(parts.filter_map(Value::as_object).filter_map(|part| code_in(part, depth - 1)));
    let failure = codes.iter().find(|code| !(200..300).contains(*code)).or(codes.first()).copied();
    let no_error = || ERROR_FIELDS.iter().flat_map(|name| named(fields, name)).any(|value| value.as_u64() == Some(0));
    failure.or_else(|| no_error().then_some(200))
}

/// Returns the values of the fields with this name, which is in lower case, however the answer writes it.
fn named<'a>(fields: &'a Map<String, Value>, name: &str) -> impl Iterator<Item = &'a Value> {
    fields.iter().filter(move |(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    const LONG: &str = "+5531988880001";

    fn people(all: &[&str]) -> Vec<Person> {
        all.iter().map(|person| person.parse().unwrap()).collect()
    }

    #[test]
    fn a_result_is_read_in_whatever_form_it_comes() {
        for data in [
            json!([{"id": "5531988880001@s.whatsapp.net", "status": 404}]),
            json!([{"id": "5531988880001@c.us", "status": "404"}]),
            json!([{"id": "553188880001@c.us", "code": 404}]),
            json!([{"id": "5531988880001", "error": 404}]),
            json!([{"id": "553188880001", "error": "404"}]),
            json!([{"jid": "5531988880001@s.whatsapp.net", "Error": 404}]),
            json!([{"JID": "77@lid", "PhoneNumber": "553188880001@s.whatsapp.net", "LID": "77@lid", "Error": 404}]),
            json!([{"status": "404", "jid": "77@lid", "content": {"tag": "participant", "attrs": {
                "jid": "77@lid", "phone_number": "5531988880001@s.whatsapp.net", "error": "404"}}}]),
            json!([{"status": 200, "error": "404 not found", "phoneNumber": LONG}]),
            json!([{"id": {"server": "c.us", "user": "5531988880001", "_serialized": "5531988880001@c.us"}, "code": 404}]),
            json!([{"lid": "77", "status": 404}]),
            json!({"5531988880001@c.us": {"code": 404, "message": "no", "isInviteV4Sent": false}}),
            json!({"553188880001@s.whatsapp.net": 404}),
            json!({"+5531988880001": "404"}),
            json!({"5531988880001": {"Error": 404}}),
            json!({"participants": [{"id": "5531988880001@c.us", "status": 404}]}),
            json!({"Participants": [{"JID": "5531988880001@c.us", "Error": 404}]}),
            json!({"data": {"results": {"5531988880001@c.us": {"status": "404"}}}}),
            json!({"id": "120363000000000001@g.us", "participants": {"5531988880001@c.us": {"statusCode": 404}}}),
            json!({"updateParticipants": [{"jid": "5531988880001@s.whatsapp.net", "status": "404"}]}),
            json!({"id": "5531988880001@s.whatsapp.net", "code": 404}),
        ] {
            let results = add_results(&data, &people(&[LONG]));
            let read: Vec<_> = results.iter().map(|result| (result.person.to_string(), result.code)).collect();
            assert_eq!(read, [("5531988880001@s.whatsapp.net".to_owned(), 404)], "{data}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_not_known() {
        for data in [
            json!(null),
            json!("ok"),
            json!([]),
            json!([7, null, "5531988880001@c.us"]),
            json!({"participants": {}}),
            json!([{"id": "5531988880001@c.us"}]),
            json!([{"id": "5531988880001@c.us", "status": "done"}]),
            json!([{"id": "5531988880001@c.us", "status": 7}]),
            json!([{"status": 403}, {"status": 404}]),
            json!([{"id": "5531988880002@c.us", "status": 404}]),
            json!([{"id": "31988880001", "status": 404}]),
            json!({"5531988880001@c.us": {"message": "not-authorized"}}),
            json!({"31988880001": 404}),
            json!({"id": 404}),
        ] {
            assert_eq!(add_results(&data, &people(&[LONG])), [], "{data}");
        }
    }

    #[test]
    fn the_ids_of_a_person_are_kept() {
        for (data, known_as) in [
            (json!([{"id": "5531988880001@c.us", "status": 200}]), vec![]),
            (json!([{"phoneNumber": LONG, "lid": "77@lid", "status": 200}]), vec!["77@lid"]),
            (json!([{"id": "553188880001@c.us", "status": 200}]), vec!["+553188880001"]),
            (
                json!({"5531988880001@c.us": {"code": 200, "jid": "553188880001@c.us", "lid": "77"}}),
                vec!["77@lid", "+553188880001"],
            ),
            (json!([{"jid": "77@lid", "Error": 0}]), vec!["77@lid"]),
        ] {
            let results = add_results(&data, &people(&[LONG]));
            let expected = AddAnswer { person: LONG.parse().unwrap(), code: 200, known_as: people(&known_as) };
            assert_eq!(results, [expected], "{data}");
        }
    }

    #[test]
    fn a_result_without_a_known_id_is_that_of_the_last_person() {
        let asked = people(&[LONG, "+15550100"]);
        let known = json!({"id": "15550100@c.us", "status": 200});
        for (data, code) in [
            (json!([known, {"jid": "77@lid", "status": 403}]), Some(403)),
            (json!([{"jid": "77@lid", "status": 403}, known]), Some(403)),
            // Another person's number.
            (json!([known, {"jid": "5531977770001@c.us", "status": 403}]), None),
            // More, or fewer, results than people.
            (json!([known, {"jid": "77@lid", "status": 403}, {"jid": "78@lid", "status": 404}]), None),
            (json!([{"jid": "77@lid", "status": 403}]), None),
            (json!([{"jid": "77@lid", "status": 403}, {"jid": "78@lid", "status": 404}]), None),
        ] {
            let results = add_results(&data, &asked);
            let result = results.iter().find(|result| result.person == asked[0]);
            assert_eq!(result.map(|result| result.code), code, "{data}");
        }
    }

    proptest! {
        #[test]
        fn there_is_at_most_one_result_for_each_person(
            numbers in proptest::collection::vec(0_u32..5, 0..6), codes in proptest::collection::vec(100_u16..600, 0..9),
        ) {
            let mut asked: Vec<Person> =
                numbers.iter().map(|number| format!("+553198888000{number}").parse().unwrap()).collect();
            asked.dedup();
            let entries: Vec<Value> = codes
                .iter()
                .enumerate()
                .map(|(place, code)| json!({"id": format!("55318888000{}@c.us", place % 5), "status": code}))
                .collect();
            let results = add_results(&json!(entries), &asked);
            for result in &results {
                prop_assert!(asked.contains(&result.person));
                prop_assert_eq!(results.iter().filter(|other| other.person == result.person).count(), 1);
                let of_line = |entry: &Value| {
                    let id: Person = entry["id"].as_str().unwrap().parse().unwrap();
                    id.line_key() == result.person.line_key()
                };
                let first = entries.iter().find(|entry| of_line(entry)).unwrap();
                prop_assert_eq!(&json!(result.code), &first["status"]);
            }
        }
    }
}
