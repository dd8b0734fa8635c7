//! The people in a group, and how their ids are checked and rewritten.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::super::asked::json;
use super::super::handlers::PeopleHandlers;
use super::super::vocabulary::baileys;
use super::super::{Answered, Failure};
use super::{Call, refusals};
use crate::whatsapp::world::{Action, World};

/// Minimum length of an entry.
const ENTRY_CHARS: usize = 10;
const NOT_NUMERIC: &str = "\"participants\" must be an array of numeric strings";

impl PeopleHandlers for Call<'_> {
    fn participants(&self, world: &World) -> Answered {
        let group = world.group_of(self.session(), &self.group()?)?;
        Ok(json(200, &json!({ "participants": baileys::participants(world, group) })))
    }

    /// Adds people, or does something else with them.
    fn change_members(&self, world: &mut World, action: Option<Action>) -> Answered {
        let group = self.group()?;
        let (mut problems, people) = self.people();
        if !matches!(self.body.get("action").and_then(Value::as_str), Some("add" | "remove" | "promote" | "demote")) {
            let message = "action is not one of enum values: add,remove,promote,demote";
            problems.insert(0, ("action".to_owned(), message.to_owned()));
        }
        if !problems.is_empty() {
            let problem = |(property, message)| json!({ "property": property, "message": message });
            let problems: Value = problems.into_iter().map(problem).collect();
            return Err(refusals::invalid(&problems));
        }
        let outcomes = match action {
            None => world.add_participants(self.session(), &group, &people)?,
            Some(action) => world.act_on_participants(action, self.session(), &group, &people)?,
        };
        let now = self.asked.now.as_secs();
        let result = |(jid, code): &(String, u16)| baileys::result(world, jid, *code, action.is_none(), now);
        let results: Value = outcomes.iter().map(result).collect();
        Ok(json(201, &json!({ "updateParticipants": results })))
    }
}

impl Call<'_> {
    /// Returns the people of a creation. Its problems are told as a list within the list.
    pub(super) fn people_to_create_with(&self) -> Result<Vec<String>, Failure> {
        let (mut problems, people) = self.people();
        let problems: Vec<Value> = problems.drain(..).map(|(_, message)| json!(message)).collect();
        if problems.is_empty() { Ok(people) } else { Err(refusals::invalid(&json!([problems]))) }
    }

    /// Returns the problems of the list, each with the property that has it, and the people in the world's form.
    fn people(&self) -> (Vec<(String, String)>, Vec<String>) {
        let Some(list) = self.body.get("participants").and_then(Value::as_array) else {
            return (
                vec![("instance".to_owned(), "instance requires property \"participants\"".to_owned())],
                Vec::new(),
            );
        };
        let mut problems = Vec::new();
        let mut people = Vec::new();
        let mut told = |property: String, message: &str| problems.push((property, message.to_owned()));
        if list.is_empty() {
            told("participants".to_owned(), "participants does not meet minimum length of 1");
        }
        for (at, entry) in list.iter().enumerate() {
            match entry.as_str() {
                Some(text) if text.len() >= ENTRY_CHARS && text.contains(|c: char| c.is_ascii_digit()) => {
                    people.push(jid(text));
                }
                _ => told(format!("participants[{at}]"), NOT_NUMERIC),
            }
        }
        if list.iter().map(Value::to_string).collect::<BTreeSet<_>>().len() < list.len() {
            told("participants".to_owned(), "participants contains duplicate item");
        }
        (problems, people)
    }
}

/// Returns the JID of an entry. A number without a server is rewritten if it is from a country whose numbers WhatsApp
/// lists in another form.
fn jid(entry: &str) -> String {
    if entry.ends_with("@s.whatsapp.net") || entry.ends_with("@lid") {
        return entry.to_owned();
    }
    let (user, server) = entry.split_once('@').unwrap_or((entry, ""));
    let digits: String = user.chars().filter(char::is_ascii_digit).collect();
    let digits = if server.is_empty() { listed(&digits) } else { digits };
    format!("{digits}@s.whatsapp.net")
}

fn listed(digits: &str) -> String {
    let number = |range| digits.get(range).and_then(|part: &str| part.parse::<u32>().ok());
    let shorter = match (digits.get(..2), digits.len()) {
        // Brazil: most areas list a mobile number without its additional 9.
        (Some("55"), 13) => number(2..4) >= Some(31) && number(5..6) >= Some(7),
        _ => false,
    };
    if shorter {
        return format!("{}{}", digits.get(..4).unwrap_or_default(), digits.get(5..).unwrap_or_default());
    }
    // Mexico and Argentina: without the digit after the country's code.
    if digits.len() == 13 && (digits.starts_with("52") || digits.starts_with("54")) {
        return format!("{}{}", digits.get(..2).unwrap_or_default(), digits.get(3..).unwrap_or_default());
    }
    digits.to_owned()
}
