//! The settings of a group, each with a path of its own, and the requests to join it. The settings are read with the
//! group.

use serde_json::{Value, json};

use super::super::Answered;
use super::super::asked::moment;
use super::super::handlers::SettingsHandlers;
use super::super::vocabulary::{person, requester};
use super::{Call, success};
use crate::whatsapp::world::{Decision, JoinRequest, World};

impl SettingsHandlers for Call<'_> {
    fn change_settings(&self, world: &mut World) -> Answered {
        let group = self.group()?;
        // Go reads an absent value as false.
        let is_on = |name: &str| self.body.get(name).and_then(Value::as_bool).unwrap_or_default();
        let done = if self.asked.path.ends_with("/locked") {
            let locked = is_on("locked");
            world.change_settings(self.session(), group, |settings| settings.locked = locked)?;
            if locked { "Success set group as locked" } else { "Success set group as unlocked" }
        } else {
            let announce = is_on("announce");
            world.change_settings(self.session(), group, |settings| settings.announce = announce)?;
            if announce { "Success enable announce mode" } else { "Success disable announce mode" }
        };
        Ok(success(done, Value::Null))
    }

    /// Lists the requests. The number of who is known by LID alone is empty.
    fn requests(&self, world: &World) -> Answered {
        let requests = world.requests_of(self.session(), self.group()?)?;
        let shown = |request: &JoinRequest| {
            let (seen, name) = requester(world, request)?;
            let mut shown = json!({
                "jid": seen.jid(seen.phone.is_none()),
                "phone_number": seen.phone.unwrap_or_default(),
                "requested_at": format!("{}Z", moment(request.at)),
            });
            if let (Some(shown), Some(name)) = (shown.as_object_mut(), name) {
                shown.insert("display_name".to_owned(), json!(name));
            }
            Some(shown)
        };
        let requests: Value = requests.iter().filter_map(shown).collect();
        Ok(success("Success getting list requested participants", requests))
    }

    fn decide(&self, world: &mut World, decision: Decision) -> Answered {
        let group = self.group()?;
        let given = self.given_people()?;
        world.account(self.session())?;
        let people = Self::registered(world, &given)?;
        let outcomes = world.decide_requests(decision, self.session(), group, &people)?;
        let (action, done) = match decision {
            Decision::Approve => ("approve", "Success approve participant requests"),
            Decision::Decline => ("reject", "Success reject participant requests"),
        };
        let result = |(jid, code): &(String, u16)| {
            let told = person(world, jid).map_or_else(|| jid.clone(), |seen| seen.jid(seen.phone.is_none()));
            let (status, message) = match code {
                200 => ("success", format!("Action {action} success")),
                code => ("error", format!("Action {action} failed (code {code})")),
            };
            json!({ "participant": told, "status": status, "message": message })
        };
        Ok(success(done, outcomes.iter().map(result).collect()))
    }
}
