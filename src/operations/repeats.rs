//! Detects operations that request the same change. [`Change::repeats`](super::Change::repeats) decides it for each.

use std::collections::HashSet;

use whatsapp::{LineKey, Person};

use super::GroupRef;

impl GroupRef {
    pub(super) fn is_same_group(&self, other: &Self) -> bool {
        self.session == other.session && self.group == other.group
    }
}

/// Returns whether a person is in both lists, under any form of the number.
pub(super) fn share_a_person(some: &[Person], others: &[Person]) -> bool {
    let others = lines(others);
    some.iter().any(|person| others.contains(&person.line_key()))
}

/// Returns the keys by which these people are compared.
pub(super) fn lines(people: &[Person]) -> HashSet<LineKey> {
    people.iter().map(Person::line_key).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::operations::Operation;

    fn operation(value: serde_json::Value) -> Operation {
        serde_json::from_value(value).unwrap()
    }

    /// Builds an operation on a group. `of`: its other fields.
    fn of_group(name: &str, group: u64, of: &serde_json::Value) -> Operation {
        let mut value = json!({
            "operation": name,
            "at": { "session": "default", "group": format!("{group}@g.us"), "name": null },
        });
        value.as_object_mut().unwrap().extend(of.as_object().unwrap().clone());
        operation(value)
    }

    #[test]
    fn the_same_change_repeats_and_another_does_not() {
        let create = |session: &str, name: &str| {
            let (people, description) = (json!([]), json!(null));
            operation(json!({
                "operation": "create_group", "session": session, "name": name, "people": people,
                "description": description, "picture": null,
            }))
        };
        let people = |all: &[&str]| json!({ "people": all });
        let (ana, bia) = ("5511999999999@s.whatsapp.net", "5511999999998@s.whatsapp.net");
        let old_ana = "551199999999@s.whatsapp.net";
        for (one, other, repeats) in [
            (create("default", "Team"), create("default", "team"), true),
            (create("default", "Team"), create("default", "Teams"), false),
            (create("default", "Team"), create("other", "Team"), false),
            (
                of_group("rename_group", 1, &json!({"name": "A"})),
                of_group("rename_group", 1, &json!({"name": "A"})),
                true,
            ),
            (
                of_group("rename_group", 1, &json!({"name": "A"})),
                of_group("rename_group", 1, &json!({"name": "B"})),
                false,
            ),
            (
                of_group("rename_group", 1, &json!({"name": "A"})),
                of_group("rename_group", 2, &json!({"name": "A"})),
                false,
            ),
            (of_group("revoke_invite", 1, &json!({})), of_group("revoke_invite", 1, &json!({})), true),
            (of_group("revoke_invite", 1, &json!({})), of_group("leave_group", 1, &json!({})), false),
            (of_group("add_members", 1, &people(&[ana])), of_group("add_members", 1, &people(&[bia, ana])), true),
            (of_group("add_members", 1, &people(&[ana])), of_group("add_members", 1, &people(&[bia])), false),
            (of_group("add_members", 1, &people(&[ana])), of_group("add_members", 1, &people(&[old_ana])), true),
            (of_group("remove_members", 1, &people(&[old_ana])), of_group("remove_members", 1, &people(&[ana])), true),
            (of_group("add_members", 1, &people(&[ana])), of_group("remove_members", 1, &people(&[ana])), false),
        ] {
            assert_eq!(one.repeats(&other), repeats, "{one:?} {other:?}");
            assert_eq!(other.repeats(&one), repeats, "{other:?} {one:?}");
        }
        let (one, both) =
            (of_group("add_members", 1, &people(&[ana])), of_group("add_members", 1, &people(&[bia, ana])));
        assert!(both.covers(&one) && one.covers(&one) && !one.covers(&both));
        assert!(both.covers(&of_group("add_members", 1, &people(&[old_ana]))));
    }
}
