//! Finds and removes what texts and JSON say of one person.

use std::collections::BTreeSet;

use serde_json::Value;
use whatsapp::Person;

use crate::access::UserId;

/// Stands where a person of WhatsApp was named.
const ERASED: &str = "(erased)";

/// The forms in which a person is named.
#[derive(Debug, Clone)]
pub(super) enum Traces {
    /// The numbers and LIDs of one person of WhatsApp.
    People(BTreeSet<Person>),
    User(UserId),
}

impl Traces {
    /// Returns all known forms of a person of WhatsApp.
    pub(super) fn of_person(person: &Person) -> Self {
        Self::People(person.forms().into_iter().collect())
    }

    /// Returns the digits of which one sequence is in every text that names the person.
    pub(super) fn digits(&self) -> Vec<String> {
        match self {
            Self::People(people) => people.iter().map(|person| digits(person).to_owned()).collect(),
            Self::User(user) => vec![user.to_string()],
        }
    }

    /// Adds the LID or number that a value has beside a known one. Returns whether one is new.
    pub(super) fn learn(&mut self, value: &Value) -> bool {
        match value {
            Value::Array(values) => values.iter().filter(|value| self.learn(value)).count() > 0,
            Value::Object(fields) => {
                let mut is_new = fields.values().filter(|value| self.learn(value)).count() > 0;
                let Self::People(people) = self else { return false };
                let named = |key: &str| fields.get(key)?.as_str()?.parse::<Person>().ok();
                let both: Vec<Person> = ["phone", "lid"].into_iter().filter_map(named).collect();
                if both.iter().any(|person| people.contains(person)) {
                    is_new |= both.into_iter().filter(|person| people.insert(person.clone())).count() > 0;
                }
                is_new
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
        }
    }

    /// Returns the text without the person, or `None` if it does not name them. JSON stays JSON.
    pub(super) fn erased(&self, text: &str) -> Option<String> {
        match serde_json::from_str(text) {
            Ok(Value::Number(_)) | Err(_) => self.without(text),
            Ok(mut value) => self.erase(&mut value).then(|| value.to_string()),
        }
    }

    fn erase(&self, value: &mut Value) -> bool {
        match value {
            Value::String(text) => self.without(text).map(|without| *text = without).is_some(),
            Value::Array(values) => values.iter_mut().filter_map(|value| self.erase(value).then_some(())).count() > 0,
            Value::Object(fields) => {
                let mut is_found = fields.values_mut().filter_map(|value| self.erase(value).then_some(())).count() > 0;
                let keys: Vec<(String, String)> =
                    fields.keys().filter_map(|key| Some((key.clone(), self.without(key)?))).collect();
                for (key, without) in keys {
                    if let Some(value) = fields.remove(&key) {
                        fields.insert(without, value);
                        is_found = true;
                    }
                }
                is_found
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }

    /// Returns a plain text without the person.
    fn without(&self, text: &str) -> Option<String> {
        if let Self::People(people) = self
            && text.parse::<Person>().is_ok_and(|person| people.contains(&person))
        {
            return Some(ERASED.to_owned());
        }
        let named = self.digits();
        let (mut rest, mut without, mut is_found) = (text, String::with_capacity(text.len()), false);
        while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
            let (before, from) = rest.split_at(start);
            let end = from.find(|c: char| !c.is_ascii_digit()).unwrap_or(from.len());
            let (number, after) = from.split_at(end);
            without.push_str(before);
            if named.iter().any(|one| one == number) {
                is_found = true;
                without.push_str(&self.placeholder());
            } else {
                without.push_str(number);
            }
            rest = after;
        }
        without.push_str(rest);
        is_found.then_some(without)
    }

    fn placeholder(&self) -> String {
        match self {
            Self::People(_) => ERASED.to_owned(),
            Self::User(_) => UserId::ERASED.to_string(),
        }
    }
}

fn digits(person: &Person) -> &str {
    match person {
        Person::Phone(number) => number.digits(),
        Person::Lid(lid) => lid.digits(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn ana() -> Traces {
        Traces::of_person(&"+5511977770001".parse().unwrap())
    }

    #[test]
    fn a_person_is_erased_in_every_form_and_nobody_else() {
        for (text, without) in [
            ("5511977770001@s.whatsapp.net", Some("(erased)")),
            ("551177770001@c.us", Some("(erased)")),
            ("+55 11 97777-0001", Some("(erased)")),
            ("call +5511977770001 today", Some("call +(erased) today")),
            ("55119777700012", None),
            ("5511977770002@s.whatsapp.net", None),
            ("120363000000000001@g.us", None),
            ("", None),
        ] {
            assert_eq!(ana().erased(text).as_deref(), without, "{text}");
        }
        let value = json!({
            "people": [{ "person": "5511977770001@s.whatsapp.net" }, { "person": "5511977770002@s.whatsapp.net" }],
            "551177770001": { "x": 1 },
        });
        let erased: Value = serde_json::from_str(&ana().erased(&value.to_string()).unwrap()).unwrap();
        let expected = json!({
            "people": [{ "person": "(erased)" }, { "person": "5511977770002@s.whatsapp.net" }],
            "(erased)": { "x": 1 },
        });
        assert_eq!(erased, expected);
    }

    #[test]
    fn the_lid_beside_a_known_number_is_learned() {
        let mut traces = ana();
        let member = |phone, lid| json!({ "phone": phone, "lid": lid, "role": "member" });
        let before = json!({ "members": [member("+5511977770001", "77@lid"), member("+5511977770002", "78@lid")] });
        assert!(traces.learn(&before));
        assert!(!traces.learn(&before), "nothing is new");
        assert_eq!(traces.erased("77@lid").as_deref(), Some("(erased)"));
        assert_eq!(traces.erased("78@lid"), None);
    }

    #[test]
    fn a_user_becomes_the_erased_user() {
        let traces = Traces::User(UserId(2_000_000_000_000_000_001));
        let stopped = traces.erased(r#"{"stopped":{"by":"2000000000000000001"}}"#);
        assert_eq!(stopped.as_deref(), Some(r#"{"stopped":{"by":"1"}}"#));
        assert_eq!(traces.erased("<@2000000000000000001> asked").as_deref(), Some("<@1> asked"));
    }

    proptest! {
        #[test]
        fn nothing_of_the_person_is_left(before in "[^0-9]{0,8}", after in "[^0-9]{0,8}") {
            for form in ana().digits() {
                let without = ana().erased(&format!("{before}{form}{after}")).unwrap();
                prop_assert!(!without.contains(&form));
                prop_assert_eq!(ana().erased(&without), None);
            }
        }
    }
}
