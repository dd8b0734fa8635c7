//! Groups and their invites.

use axum::response::Response;
use serde_json::{Map, Value, json};

use super::super::asked::{json, nothing};
use super::super::handlers::GroupHandlers;
use super::super::vocabulary::{baileys, last_segment, whatsmeow, wwebjs};
use super::super::{Answered, WahaEngine};
use super::refusals::{nest, text};
use super::{Call, unread};
use crate::whatsapp::refusal::{Cause, Refusal};
use crate::whatsapp::world::{Adding, Group, World};

impl GroupHandlers for Call<'_> {
    fn create(&self, world: &mut World) -> Answered {
        let people = self.people()?;
        let name = self.text("name")?;
        let id = world.create_group(self.session(), name, &people, self.asked.now)?;
        let group = world.group_of(self.session(), &id)?;
        let created = match self.engine {
            WahaEngine::Webjs => json!({
                "title": group.name,
                "gid": wwebjs::wid(&group.id),
                "participants": created_with(world, group, &people),
            }),
            _ => self.view(world, group, true),
        };
        Ok(json(201, &created))
    }

    fn list(&self, world: &World) -> Answered {
        let number = |name| self.asked.query(name).and_then(|value| value.parse::<usize>().ok());
        let members = self.asked.query("exclude") != Some("participants");
        let groups = world.groups_of(self.session())?;
        let page = groups.skip(number("offset").unwrap_or(0)).take(number("limit").unwrap_or(usize::MAX));
        let shown = page.map(|group| (group.id.clone(), self.view(world, group, members)));
        let shown = match self.engine {
            // An object, by id.
            WahaEngine::Noweb => Value::Object(shown.collect()),
            WahaEngine::Gows | WahaEngine::Webjs => shown.map(|(_, group)| group).collect(),
        };
        Ok(json(200, &shown))
    }

    fn read(&self, world: &World) -> Answered {
        Ok(json(200, &self.view(world, world.group_of(self.session(), self.group())?, true)))
    }

    fn set_subject(&self, world: &mut World) -> Answered {
        let subject = self.text("subject")?;
        if self.engine == WahaEngine::Gows && subject.trim().is_empty() {
            return Ok(nest(400, "Bad Request", "GOWS does not support empty group subject."));
        }
        world.set_subject(self.session(), self.group(), subject)?;
        Ok(self.done())
    }

    fn set_description(&self, world: &mut World) -> Answered {
        let description = self.text("description")?;
        if self.engine == WahaEngine::Gows && description.trim().is_empty() {
            return Ok(nest(400, "Bad Request", "GOWS does not support empty group description."));
        }
        world.set_description(self.session(), self.group(), description)?;
        Ok(self.done())
    }

    fn set_picture(&self, world: &mut World) -> Answered {
        let part = |name: &str| self.body.get("file").and_then(|file| file.get(name)).and_then(Value::as_str);
        if part("mimetype").is_none() {
            return Err(unread("Cannot read properties of undefined (reading 'mimetype')").into());
        }
        world.set_picture(self.session(), self.group(), part("url"), part("data"))?;
        Ok(json(200, &json!({ "success": true })))
    }

    fn leave(&self, world: &mut World) -> Answered {
        world.leave_group(self.session(), self.group())?;
        Ok(nothing(200))
    }

    /// WEBJS deletes the chat on the account's own devices. The group stays as it is.
    fn delete(&self, world: &mut World) -> Answered {
        if self.engine != WahaEngine::Webjs {
            return Err(Refusal::not_found("not implemented").because(Cause::NotOffered).into());
        }
        world.group_of(self.session(), self.group())?;
        Ok(json(200, &json!(true)))
    }

    fn invite(&self, world: &World) -> Answered {
        Ok(text(&world.invite_of(self.session(), self.group())?.invite))
    }

    fn revoke(&self, world: &mut World) -> Answered {
        world.revoke_invite(self.session(), self.group())?;
        self.invite(world)
    }

    fn join(&self, world: &mut World) -> Answered {
        let id = world.join_group(self.session(), last_segment(self.text("code")?), self.asked.now)?;
        Ok(json(200, &json!({ "id": id })))
    }

    fn preview(&self, world: &World) -> Answered {
        let code = self.asked.query("code");
        let code = code.ok_or_else(|| unread("Cannot read properties of undefined (reading 'split')"))?;
        let group = world.group_invited_to(self.session(), last_segment(code))?;
        let shown = match self.engine {
            WahaEngine::Webjs => wwebjs::metadata(world, group, true),
            _ => self.view(world, group, true),
        };
        Ok(json(200, &shown))
    }
}

impl Call<'_> {
    fn view(&self, world: &World, group: &Group, members: bool) -> Value {
        match self.engine {
            WahaEngine::Noweb => baileys::group(world, group, members),
            WahaEngine::Gows => whatsmeow::group(world, group, members),
            WahaEngine::Webjs => wwebjs::chat(world, group, members),
        }
    }

    /// Returns the answer to a change: whatsapp-web.js says `true`, the others say nothing.
    pub(super) fn done(&self) -> Response {
        match self.engine {
            WahaEngine::Webjs => json(200, &json!(true)),
            WahaEngine::Noweb | WahaEngine::Gows => nothing(200),
        }
    }
}

/// Returns the results for the people with whom a group was created, as whatsapp-web.js tells them.
fn created_with(world: &World, group: &Group, people: &[String]) -> Value {
    let mut results = Map::new();
    for jid in people {
        let person = world.find_person(jid);
        let adding = person.and_then(|id| world.person(id)).map(|person| person.adding);
        let code = match adding {
            _ if person.is_some_and(|person| group.has(person)) => 200,
            Some(Adding::Forbidden) => 403,
            Some(Adding::LeftRecently) => 408,
            Some(Adding::Allowed) => 419,
            _ => 404,
        };
        let id = jid.replace("@s.whatsapp.net", "@c.us");
        let result = json!({
            "statusCode": code, "message": wwebjs::added(code), "isGroupCreator": false, "isInviteV4Sent": code == 403,
        });
        results.insert(id, result);
    }
    Value::Object(results)
}
