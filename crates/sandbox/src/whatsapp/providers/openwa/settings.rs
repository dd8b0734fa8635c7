//! The settings of a group, and the requests to join it.

use serde_json::{Value, json};

use super::super::Answered;
use super::super::asked::json;
use super::super::handlers::SettingsHandlers;
use super::super::vocabulary::{requester, wwebjs};
use super::groups::{done, member_add_mode};
use super::people::results;
use super::{Call, refusals};
use crate::whatsapp::world::{Decision, JoinMethod, JoinRequest, World};

const NAMES: [&str; 4] = ["announce", "locked", "ephemeralSeconds", "memberAddMode"];

impl SettingsHandlers for Call<'_> {
    fn settings(&self, world: &World) -> Answered {
        let settings = world.group_of(self.session(), self.group())?.settings;
        let shown = json!({
            "announce": settings.announce,
            "locked": settings.locked,
            "memberAddMode": member_add_mode(settings),
        });
        Ok(json(200, &shown))
    }

    /// Changes the settings that the body has. The world knows no disappearing messages, so that their time is only
    /// checked.
    fn change_settings(&self, world: &mut World) -> Answered {
        self.only(&NAMES)?;
        let problems: Vec<String> = NAMES.into_iter().filter_map(|name| problem(name, self.body.get(name)?)).collect();
        if !problems.is_empty() {
            return Err(refusals::invalid(&problems));
        }
        if NAMES.iter().all(|name| self.body.get(name).is_none()) {
            return Err(refusals::refused(&format!("At least one of {} must be provided", NAMES.join(", "))));
        }
        let flag = |name: &str| self.body.get(name).and_then(Value::as_bool);
        let mode = self.body.get("memberAddMode").and_then(Value::as_str);
        world.change_settings(self.session(), self.group(), |settings| {
            settings.announce = flag("announce").unwrap_or(settings.announce);
            settings.locked = flag("locked").unwrap_or(settings.locked);
            settings.members_add = mode.map_or(settings.members_add, |mode| mode == "all");
        })?;
        Ok(done("Group settings updated"))
    }

    fn requests(&self, world: &World) -> Answered {
        let requests = world.requests_of(self.session(), self.group())?;
        Ok(json(200, &requests.iter().filter_map(|request| view(world, request)).collect()))
    }

    /// Decides the requests of the people in the body, or all of them if it names nobody.
    fn decide(&self, world: &mut World, decision: Decision) -> Answered {
        self.only(&["participants"])?;
        let people = if self.body.get("participants").is_some() { self.people()? } else { self.everyone(world)? };
        let outcomes = match people.as_slice() {
            [] => Vec::new(),
            people => world.decide_requests(decision, self.session(), self.group(), people)?,
        };
        let reason = |code: u16| match code {
            404 => "no such request",
            419 => "the group is full",
            _ => "refused",
        };
        let results = results(&outcomes, reason);
        Ok(json(200, &json!({ "success": true, "results": results })))
    }
}

impl Call<'_> {
    /// Returns everyone who asks to join, in the world's form.
    fn everyone(&self, world: &World) -> Result<Vec<String>, super::Failure> {
        let requests = world.requests_of(self.session(), self.group())?;
        let seen = requests.iter().filter_map(|request| Some(requester(world, request)?.0));
        Ok(seen.map(|seen| seen.jid(false)).collect())
    }
}

/// Returns what is wrong with the value of a setting.
fn problem(name: &str, value: &Value) -> Option<String> {
    let (fits, demand) = match name {
        "memberAddMode" => {
            (matches!(value.as_str(), Some("all" | "admins")), "must be one of the following values: all, admins")
        }
        "ephemeralSeconds" => (value.is_u64(), "must be an integer number not less than 0"),
        _ => (value.is_boolean(), "must be a boolean value"),
    };
    (!fits).then(|| format!("{name} {demand}"))
}

fn view(world: &World, request: &JoinRequest) -> Option<Value> {
    let (seen, _) = requester(world, request)?;
    let mut shown = json!({ "participantId": wwebjs::id(&seen), "requestedAt": request.at.as_secs() });
    let (method, added_by) = match request.method {
        JoinMethod::InviteLink => ("invite_link", None),
        JoinMethod::AddedBy(member) => ("non_admin_add", requester(world, &JoinRequest { person: member, ..*request })),
    };
    if let Some(shown) = shown.as_object_mut() {
        shown.insert("method".to_owned(), json!(method));
        shown.extend(added_by.map(|(seen, _)| ("addedById".to_owned(), json!(wwebjs::id(&seen)))));
    }
    Some(shown)
}
