//! The people in a group, and the forms in which each engine takes their ids.

use axum::response::Response;
use serde_json::{Map, Value, json};

use super::super::asked::json;
use super::super::handlers::PeopleHandlers;
use super::super::vocabulary::{baileys, lists_by_lid, members, whatsmeow, wwebjs};
use super::super::{Answered, WahaEngine};
use super::{Call, unread};
use crate::whatsapp::refusal::Refusal;
use crate::whatsapp::world::{Action, Outcome, Role, World};

impl PeopleHandlers for Call<'_> {
    fn participants(&self, world: &World) -> Answered {
        let group = world.group_of(self.session(), self.group())?;
        if !self.asked.path.ends_with("/v2") {
            return Ok(json(
                200,
                &match self.engine {
                    WahaEngine::Noweb => baileys::participants(world, group),
                    WahaEngine::Gows => whatsmeow::participants(world, group),
                    WahaEngine::Webjs => wwebjs::participants(world, group),
                },
            ));
        }
        let seen = members(world, group);
        let by_lid = lists_by_lid(&seen);
        let shown = seen.iter().map(|member| {
            let role = match member.role {
                Role::Member => "participant",
                Role::Admin => "admin",
                Role::SuperAdmin => "superadmin",
            };
            match member.phone.as_ref().map(|phone| format!("{phone}@c.us")) {
                Some(pn) if by_lid => json!({ "id": member.lid, "pn": pn, "role": role }),
                Some(pn) => json!({ "id": pn, "role": role }),
                None => json!({ "id": member.lid, "role": role }),
            }
        });
        Ok(json(200, &shown.collect()))
    }

    fn change_members(&self, world: &mut World, action: Option<Action>) -> Answered {
        match action {
            None => self.add(world),
            Some(action) => self.act(world, action),
        }
    }
}

impl Call<'_> {
    /// Returns the people of the body in the world's form.
    pub(super) fn people(&self) -> Result<Vec<String>, Refusal> {
        let list = self.body.get("participants").and_then(Value::as_array);
        let list = list.ok_or_else(|| unread("Cannot read properties of undefined (reading 'map')"))?;
        let id = |one: &Value| match one.get("id").and_then(Value::as_str) {
            Some(id) => self.jid(id),
            None => Err(unread("Cannot read properties of undefined (reading 'replace')")),
        };
        list.iter().map(id).collect()
    }

    /// Converts an id. NOWEB passes it on as it is, and WhatsApp refuses other forms than its own. GOWS converts
    /// several forms. WEBJS takes those of WhatsApp Web.
    fn jid(&self, id: &str) -> Result<String, Refusal> {
        let refused = || Refusal::invalid("bad-request");
        let (user, server) = id.split_once('@').unwrap_or((id, ""));
        match (self.engine, server) {
            (_, "lid") | (WahaEngine::Noweb | WahaEngine::Gows, "s.whatsapp.net") => Ok(id.to_owned()),
            (WahaEngine::Gows | WahaEngine::Webjs, "c.us") | (WahaEngine::Gows, "") => {
                Ok(format!("{}@s.whatsapp.net", user.trim_start_matches('+')))
            }
            _ => Err(refused()),
        }
    }

    fn add(&self, world: &mut World) -> Answered {
        let people = self.people()?;
        let outcomes = world.add_participants(self.session(), self.group(), &people)?;
        if self.engine != WahaEngine::Webjs {
            return Ok(self.results(world, &outcomes, true));
        }
        let result = |(jid, code): Outcome| {
            let id = jid.replace("@s.whatsapp.net", "@c.us");
            let result = json!({ "code": code, "message": wwebjs::added(code), "isInviteV4Sent": code == 403 });
            (id, result)
        };
        let results: Map<String, Value> = outcomes.into_iter().map(result).collect();
        Ok(json(200, &Value::Object(results)))
    }

    fn act(&self, world: &mut World, action: Action) -> Answered {
        let people = self.people()?;
        let outcomes = world.act_on_participants(action, self.session(), self.group(), &people)?;
        if self.engine == WahaEngine::Webjs {
            // It passes over people who are not in the group, and tells nothing about each.
            return Ok(json(200, &json!({ "status": 200 })));
        }
        Ok(self.results(world, &outcomes, false))
    }

    fn results(&self, world: &World, outcomes: &[Outcome], adding: bool) -> Response {
        let result = match self.engine {
            WahaEngine::Gows => whatsmeow::result,
            WahaEngine::Noweb | WahaEngine::Webjs => baileys::result,
        };
        let now = self.asked.now.as_secs();
        let results = outcomes.iter().map(|(jid, code)| result(world, jid, *code, adding, now));
        json(200, &results.collect())
    }
}
