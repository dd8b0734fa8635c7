//! The people in a group.

use serde_json::{Value, json};

use super::super::asked::json;
use super::super::handlers::PeopleHandlers;
use super::super::{Answered, Failure};
use super::{Call, refusals};
use crate::whatsapp::world::{Action, Outcome, World};

const PEOPLE: usize = 256;

impl PeopleHandlers for Call<'_> {
    /// Adds people, or does something else with them. Some refused people are results; if all are refused, the request
    /// is.
    fn change_members(&self, world: &mut World, action: Option<Action>) -> Answered {
        self.only(&["participants"])?;
        let people = self.people()?;
        let (outcomes, message) = match action {
            None => (world.add_participants(self.session(), self.group(), &people)?, "Participants added"),
            Some(action) => {
                let message = match action {
                    Action::Remove => "Participants removed",
                    Action::Promote => "Participants promoted to admin",
                    Action::Demote => "Participants demoted from admin",
                };
                (world.act_on_participants(action, self.session(), self.group(), &people)?, message)
            }
        };
        if outcomes.iter().all(|(_, code)| *code != 200) {
            return Err(Failure::Form(Box::new(refusals::nest(
                403,
                &json!(all_refused(action, self.group(), &outcomes)),
            ))));
        }
        let reason = |code: u16| match code {
            403 if action.is_none() => "invite-only",
            403 => "forbidden",
            404 => "not registered",
            409 => "already a member",
            _ => "refused",
        };
        let results = results(&outcomes, reason);
        Ok(json(200, &json!({ "success": true, "message": message, "results": results })))
    }
}

impl Call<'_> {
    /// Returns the people of the body in the world's form.
    pub(super) fn people(&self) -> Result<Vec<String>, Failure> {
        let list = self.body.get("participants").and_then(Value::as_array);
        let list = list.ok_or_else(|| refusals::invalid(&["participants must be an array".to_owned()]))?;
        let texts: Option<Vec<&str>> = list.iter().map(Value::as_str).collect();
        let problem = match texts {
            None => "each value in participants must be a string",
            Some(texts) if texts.is_empty() => "participants should not be empty",
            Some(texts) if texts.len() > PEOPLE => "participants must contain no more than 256 elements",
            Some(texts) => return texts.into_iter().map(jid).collect(),
        };
        Err(refusals::invalid(&[problem.to_owned()]))
    }
}

/// Returns the result for each person, with the reason why somebody was refused.
pub(super) fn results(outcomes: &[Outcome], reason: impl Fn(u16) -> &'static str) -> Value {
    let result = |(jid, code): &Outcome| {
        let id = jid.replace("@s.whatsapp.net", "@c.us");
        match code {
            200 => json!({ "id": id, "success": true, "status": code }),
            _ => json!({ "id": id, "success": false, "status": code, "message": reason(*code) }),
        }
    };
    outcomes.iter().map(result).collect()
}

/// Returns the text of a refusal of everyone, with the code of each.
fn all_refused(action: Option<Action>, group: &str, outcomes: &[(String, u16)]) -> String {
    let name = match action {
        None => "addParticipants",
        Some(Action::Remove) => "removeParticipants",
        Some(Action::Promote) => "promoteParticipants",
        Some(Action::Demote) => "demoteParticipants",
    };
    let one = |(jid, code): &(String, u16)| format!("{} ({code})", jid.replace("@s.whatsapp.net", "@c.us"));
    let all: Vec<String> = outcomes.iter().map(one).collect();
    format!("{name} failed for all {} participant(s) in group {group}: {}", all.len(), all.join(", "))
}

/// Converts a number, `<number>@c.us` or `<digits>@lid`.
fn jid(given: &str) -> Result<String, Failure> {
    let (user, server) = given.split_once('@').unwrap_or((given, "c.us"));
    let digits = !user.is_empty() && user.bytes().all(|byte| byte.is_ascii_digit());
    match server {
        "lid" if digits => Ok(given.to_owned()),
        "c.us" if digits => Ok(format!("{user}@s.whatsapp.net")),
        _ => {
            let hint = "pass a phone number, <phone>@c.us or <lid>@lid";
            let message = json!(format!("Not an individual participant id: {given} — {hint}"));
            Err(Failure::Form(Box::new(refusals::nest(400, &message))))
        }
    }
}
