//! Finds the people whom a refusal names, so that the others can be asked for without them.

use std::collections::HashMap;

use whatsapp::Person;

/// Lengths of a run of digits that may be a phone number or a LID.
const ID_DIGITS: std::ops::RangeInclusive<usize> = 7..=20;
/// Characters between the digits of one number.
const SEPARATORS: [char; 7] = [' ', '\u{a0}', '-', '.', '(', ')', '+'];

/// Returns the places of those people of a request whom the body of its refusal names. An error that repeats all of them
/// singles out none.
pub(crate) fn named_places(body: &[u8], people: &[Person]) -> Vec<usize> {
    let places: HashMap<&str, usize> = people.iter().enumerate().map(|(place, one)| (one.digits(), place)).collect();
    let body = String::from_utf8_lossy(body);
    let found = |text: &str| {
        let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| ID_DIGITS.contains(&run.len()));
        let mut found: Vec<usize> = runs.filter_map(|run| places.get(run).copied()).collect();
        found.sort_unstable();
        found.dedup();
        found
    };
    let mut named = found(&body);
    if named.is_empty() {
        let joined: String = body.chars().filter(|c| !SEPARATORS.contains(c)).collect();
        named = found(&joined);
    }
    if named.len() == places.len() && named.len() > 1 { Vec::new() } else { named }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_names_people_in_many_ways() {
        let people = ["5511988880001@s.whatsapp.net", "5511988880002@s.whatsapp.net", "77123456@lid"];
        let people = people.map(|person| person.parse().unwrap());
        for (body, places) in [
            (r#"{"error": "5511988880002@s.whatsapp.net is not registered"}"#, vec![1]),
            (r#"{"error": "+5511988880001 is invalid"}"#, vec![0]),
            (r#"{"error": "user +55 11 98888-0002 is not registered"}"#, vec![1]),
            (r#"{"error": "participants: 77123456@lid is unknown"}"#, vec![2]),
            (r#"{"error": "invalid", "details": {"participant": "5511988880002@c.us"}}"#, vec![1]),
            (r#"{"error": "invalid", "participants": ["5511988880002", "5511988880001"]}"#, vec![0, 1]),
            (r#"{"error": "invalid", "request": ["5511988880001", "5511988880002", "77123456"]}"#, vec![]),
            (r#"{"error": "invalid"}"#, vec![]),
            (r#"{"error": "55119888800012 is invalid"}"#, vec![]),
            (r#"{"error": "5511988880003 is invalid"}"#, vec![]),
            (r#"{"error": "group 120363000000000001@g.us"}"#, vec![]),
            ("", vec![]),
        ] {
            assert_eq!(named_places(body.as_bytes(), &people), places, "{body}");
        }
        assert_eq!(named_places(br#"{"error": "5511988880001 is invalid"}"#, &people[..1]), [0]);
        assert_eq!(named_places(b"5511988880001", &[]), Vec::<usize>::new());
    }
}
