//! Detects operations that request the same change.

use std::collections::HashSet;

use whatsapp::Person;

use super::{GroupRef, Operation};

impl Operation {
    /// Returns whether this change requests what the other one requests, in whole or in part. While a change is not
    /// confirmed, the same change must not be sent without a confirmation.
    pub fn repeats(&self, other: &Self) -> bool {
        let same = |one: &GroupRef, other: &GroupRef| one.session == other.session && one.group == other.group;
        match (self, other) {
            (Self::CreateGroup(one), Self::CreateGroup(other)) => {
                one.session == other.session && one.name.as_str().to_lowercase() == other.name.as_str().to_lowercase()
            }
            (Self::RenameGroup(one), Self::RenameGroup(other)) => same(&one.at, &other.at) && one.name == other.name,
            (Self::DescribeGroup(one), Self::DescribeGroup(other)) => {
                same(&one.at, &other.at) && one.text == other.text
            }
            (Self::SetPicture(one), Self::SetPicture(other)) => same(&one.at, &other.at),
            (Self::LeaveGroup(one), Self::LeaveGroup(other)) => same(&one.at, &other.at),
            (Self::DeleteGroup(one), Self::DeleteGroup(other)) => same(&one.at, &other.at),
            (Self::RevokeInvite(one), Self::RevokeInvite(other)) => same(&one.at, &other.at),
            (Self::JoinGroup(one), Self::JoinGroup(other)) => {
                one.session == other.session && one.invite == other.invite
            }
            (Self::AddMembers(one), Self::AddMembers(other)) => {
                same(&one.at, &other.at) && share_a_person(&one.people, &other.people)
            }
            (Self::RemoveMembers(one), Self::RemoveMembers(other)) => {
                same(&one.at, &other.at) && share_a_person(&one.people, &other.people)
            }
            (Self::ChangeAdmins(one), Self::ChangeAdmins(other)) => {
                same(&one.at, &other.at) && one.to == other.to && share_a_person(&one.people, &other.people)
            }
            _ => false,
        }
    }

    /// Returns whether this change requests everything that the `other` one requests.
    pub fn covers(&self, other: &Self) -> bool {
        let mine: HashSet<&Person> = self.named().iter().collect();
        self.repeats(other) && other.named().iter().all(|person| mine.contains(person))
    }

    /// Returns the people in a group whom it changes.
    fn named(&self) -> &[Person] {
        match self {
            Self::AddMembers(add) => &add.people,
            Self::RemoveMembers(remove) => &remove.people,
            Self::ChangeAdmins(change) => &change.people,
            _ => &[],
        }
    }
}

fn share_a_person(some: &[Person], others: &[Person]) -> bool {
    let others: HashSet<&Person> = others.iter().collect();
    some.iter().any(|person| others.contains(person))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

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
            (of_group("add_members", 1, &people(&[ana])), of_group("remove_members", 1, &people(&[ana])), false),
        ] {
            assert_eq!(one.repeats(&other), repeats, "{one:?} {other:?}");
            assert_eq!(other.repeats(&one), repeats, "{other:?} {one:?}");
        }
        let (one, both) =
            (of_group("add_members", 1, &people(&[ana])), of_group("add_members", 1, &people(&[bia, ana])));
        assert!(both.covers(&one) && one.covers(&one) && !one.covers(&both));
    }
}
