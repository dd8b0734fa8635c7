//! The people in a group. Everyone is named by a bare number, and must be on WhatsApp.

use serde_json::{Value, json};

use super::super::handlers::PeopleHandlers;
use super::super::vocabulary::{Seen, lists_by_lid, members, person};
use super::super::{Answered, Failure};
use super::{Call, refusals, success};
use crate::whatsapp::world::{Action, Adding, Role, World};

impl PeopleHandlers for Call<'_> {
    fn participants(&self, world: &World) -> Answered {
        let group = world.group_of(self.session(), self.group()?)?;
        let seen = members(world, group);
        let by_lid = lists_by_lid(&seen);
        let shown = |member: &Seen| {
            json!({
                "jid": member.jid(by_lid),
                "phone_number": member.pn().unwrap_or_default(),
                "lid": member.lid,
                "display_name": "",
                "is_admin": member.role >= Role::Admin,
                "is_super_admin": member.role == Role::SuperAdmin,
            })
        };
        let participants: Value = seen.iter().map(shown).collect();
        let results = json!({ "group_id": group.id, "name": group.name, "participants": participants });
        Ok(success("Success getting group participants", results))
    }

    /// Adds people, or does something else with them. The result of each is a success, whatever WhatsApp's code is,
    /// except for someone who does not allow others to add them.
    fn change_members(&self, world: &mut World, action: Option<Action>) -> Answered {
        let group = self.group()?;
        let given = self.given_people()?;
        world.account(self.session())?;
        let people = Self::registered(world, &given)?;
        let (outcomes, done) = match action {
            None => (world.add_participants(self.session(), group, &people)?, "add"),
            Some(action) => {
                let done = match action {
                    Action::Remove => "delete",
                    Action::Promote => "promote",
                    Action::Demote => "demote",
                };
                (world.act_on_participants(action, self.session(), group, &people)?, done)
            }
        };
        let result = |(jid, code): &(String, u16)| {
            let told = person(world, jid).map_or_else(|| jid.clone(), |seen| seen.jid(seen.phone.is_none()));
            let invited = action.is_none() && *code == 403;
            let (status, message) =
                if invited { ("error", "Failed to add participant") } else { ("success", "Action success") };
            json!({ "participant": told, "status": status, "message": message })
        };
        Ok(success(&format!("Success {done} participants"), outcomes.iter().map(result).collect()))
    }
}

impl Call<'_> {
    pub(super) fn given_people(&self) -> Result<Vec<String>, Failure> {
        let list = self.body.get("participants").and_then(Value::as_array).filter(|list| !list.is_empty());
        let people = list.and_then(|list| list.iter().map(|one| one.as_str().map(str::to_owned)).collect());
        people.ok_or_else(|| refusals::invalid("participants: cannot be blank."))
    }

    /// Returns people in the world's form. One who is not on WhatsApp fails the whole request, and so does everything
    /// that is no number, because it is looked for as one.
    pub(super) fn registered(world: &World, given: &[String]) -> Result<Vec<String>, Failure> {
        let one = |number: &String| {
            let digits = (7..=15).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
            let known = world.find_person(number).and_then(|id| world.person(id));
            let absent = known.is_some_and(|person| person.adding == Adding::NotOnWhatsApp);
            if !digits || number.starts_with('0') || absent {
                return Err(refusals::form(400, "INVALID_JID", "user is not registered"));
            }
            Ok(format!("{number}@s.whatsapp.net"))
        };
        given.iter().map(one).collect()
    }
}
