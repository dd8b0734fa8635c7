//! The names that a user's list gives to people.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use whatsapp::Person;

/// What stands beside people's numbers in a list, usually names. For display only.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Labels(BTreeMap<String, String>);

impl Labels {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn insert(&mut self, person: &Person, label: &str) {
        self.0.insert(person.to_string(), label.to_owned());
    }

    /// Returns the labels of these people.
    #[must_use]
    pub fn of_people(&self, people: &[Person]) -> Self {
        let names = people.iter().map(ToString::to_string);
        Self(
            names
                .filter_map(|name| self.0.get_key_value(&name))
                .map(|(name, label)| (name.clone(), label.clone()))
                .collect(),
        )
    }

    /// Returns the person's label, as it stands in the list.
    pub fn of(&self, person: &Person) -> Option<&str> {
        self.0.get(&person.to_string()).map(String::as_str)
    }
}

impl fmt::Debug for Labels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Labels({})", self.0.len())
    }
}
