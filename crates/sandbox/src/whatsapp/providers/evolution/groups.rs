//! Groups and their invites.

use axum::response::Response;
use serde_json::{Value, json};

use super::super::asked::json;
use super::super::handlers::GroupHandlers;
use super::super::vocabulary::baileys;
use super::super::{Answered, Failure};
use super::{Call, refusals};
use crate::whatsapp::world::{Group, Picture, World};

/// Fields of Baileys that the read of a group leaves out.
const LEFT_OUT: [&str; 6] = ["addressingMode", "descOwner", "descTime", "joinApprovalMode", "memberAddMode", "ownerPn"];

impl GroupHandlers for Call<'_> {
    fn create(&self, world: &mut World) -> Answered {
        let people = self.people_to_create_with()?;
        let subject = self.text("subject")?;
        let id = world.create_group(self.session(), subject, &people, self.asked.now)?;
        if let Some(text) = self.body.get("description").and_then(Value::as_str) {
            world.set_description(self.session(), &id, text)?;
        }
        Ok(json(201, &baileys::group(world, world.group_of(self.session(), &id)?, true)))
    }

    fn list(&self, world: &World) -> Answered {
        let Some(members) = self.asked.query("getParticipants") else {
            let problem = json!(["The getParticipants needs to be informed in the query"]);
            return Err(refusals::invalid(&problem));
        };
        let groups = world.groups_of(self.session())?;
        Ok(json(200, &groups.map(|group| view(world, group, members == "true")).collect()))
    }

    fn read(&self, world: &World) -> Answered {
        Ok(json(200, &view(world, world.group_of(self.session(), &self.group()?)?, true)))
    }

    fn set_subject(&self, world: &mut World) -> Answered {
        let group = self.group()?;
        world.set_subject(self.session(), &group, self.text("subject")?)?;
        Ok(updated())
    }

    fn set_description(&self, world: &mut World) -> Answered {
        let group = self.group()?;
        world.set_description(self.session(), &group, self.text("description")?)?;
        Ok(updated())
    }

    fn set_picture(&self, world: &mut World) -> Answered {
        let group = self.group()?;
        let image = self.text("image")?;
        let (url, base64) = if image.contains("://") { (Some(image), None) } else { (None, Some(image)) };
        world.set_picture(self.session(), &group, url, base64)?;
        Ok(updated())
    }

    fn leave(&self, world: &mut World) -> Answered {
        let group = self.group()?;
        world.leave_group(self.session(), &group)?;
        Ok(json(200, &json!({ "groupJid": group, "leave": true })))
    }

    fn invite(&self, world: &World) -> Answered {
        let group = world.invite_of(self.session(), &self.group()?)?;
        Ok(json(200, &json!({ "inviteUrl": group.invite_link(), "inviteCode": group.invite })))
    }

    fn revoke(&self, world: &mut World) -> Answered {
        let group = self.group()?;
        world.revoke_invite(self.session(), &group)?;
        let code = &world.invite_of(self.session(), &group)?.invite;
        Ok(json(201, &json!({ "revoked": true, "inviteCode": code })))
    }

    fn join(&self, world: &mut World) -> Answered {
        let id = world.join_group(self.session(), self.code()?, self.asked.now)?;
        Ok(json(200, &json!({ "accepted": true, "groupJid": id })))
    }

    fn preview(&self, world: &World) -> Answered {
        let group = world.group_invited_to(self.session(), self.code()?)?;
        Ok(json(200, &baileys::group(world, group, true)))
    }
}

impl Call<'_> {
    /// Returns the invite code of the query.
    fn code(&self) -> Result<&str, Failure> {
        let problem = match self.asked.query("inviteCode") {
            Some(code) if code.len() == 22 && code.bytes().all(|byte| byte.is_ascii_alphanumeric()) => return Ok(code),
            Some(_) => {
                let message = "inviteCode does not match pattern \"^[a-zA-Z0-9]{22}$\"";
                json!([{ "property": "inviteCode", "message": message }])
            }
            None => json!(["The group invite code id needs to be informed in the query"]),
        };
        Err(refusals::invalid(&problem))
    }
}

fn updated() -> Response {
    json(201, &json!({ "update": "success" }))
}

fn view(world: &World, group: &Group, members: bool) -> Value {
    let mut shown = baileys::group(world, group, members);
    if let Some(shown) = shown.as_object_mut() {
        shown.retain(|name, _| !LEFT_OUT.contains(&name.as_str()));
        let picture = group.picture.as_ref().map(|picture| match picture {
            Picture::Url(url) => url.clone(),
            Picture::Uploaded(_) => format!("https://pps.whatsapp.net/{}.jpg", group.id),
        });
        shown.insert("pictureUrl".to_owned(), json!(picture));
    }
    shown
}
