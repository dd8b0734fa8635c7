//! Groups and their invites.

use axum::http::header;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::super::Answered;
use super::super::asked::moment;
use super::super::handlers::GroupHandlers;
use super::super::vocabulary::whatsmeow;
use super::multipart::parts;
use super::{Call, check_group, refusals, success};
use crate::whatsapp::world::World;

/// Maximum number of groups that WhatsApp lists for whatsmeow.
const LISTED: usize = 500;
/// Maximum length of a new name, in bytes.
const NAME_BYTES: usize = 25;
const PICTURES: [&str; 4] = ["image/jpeg", "image/jpg", "image/png", "image/webp"];

impl GroupHandlers for Call<'_> {
    fn create(&self, world: &mut World) -> Answered {
        let title = self.field("title")?;
        let given = self.given_people()?;
        world.account(self.session())?;
        let people = Self::registered(world, &given)?;
        let id = world.create_group(self.session(), title, &people, self.asked.now)?;
        Ok(success(&format!("Success created group with id {id}"), json!({ "group_id": id })))
    }

    fn list(&self, world: &World) -> Answered {
        let groups = world.groups_of(self.session())?.take(LISTED);
        let groups: Value = groups.map(|group| whatsmeow::group(world, group, true)).collect();
        Ok(success("Success get list groups", json!({ "data": groups })))
    }

    fn read(&self, world: &World) -> Answered {
        let group = world.group_of(self.session(), self.group()?)?;
        Ok(success("Success get group info", whatsmeow::group(world, group, true)))
    }

    fn set_subject(&self, world: &mut World) -> Answered {
        let (group, name) = (self.group()?, self.field("name")?);
        if name.len() > NAME_BYTES {
            return Err(refusals::invalid("name: the length must be between 1 and 25."));
        }
        world.set_subject(self.session(), group, name)?;
        Ok(success(&format!("Success update group name to '{name}'"), Value::Null))
    }

    fn set_description(&self, world: &mut World) -> Answered {
        let topic = self.body.get("topic").and_then(Value::as_str).unwrap_or_default();
        world.set_description(self.session(), self.group()?, topic)?;
        let done = if topic.is_empty() { "remove" } else { "update" };
        Ok(success(&format!("Success {done} group topic"), Value::Null))
    }

    /// Sets the picture of a form, or removes it if the form has no file.
    fn set_picture(&self, world: &mut World) -> Answered {
        let content_type = self.asked.header(header::CONTENT_TYPE.as_str()).unwrap_or_default();
        let parts = parts(content_type, &self.asked.body);
        let part = |name: &str| parts.iter().find(|part| part.name == name);
        let group = part("group_id").and_then(|part| std::str::from_utf8(part.content).ok());
        let group = group.ok_or_else(|| refusals::invalid("group_id: cannot be blank."))?;
        let group = check_group(group)?;
        let done = match part("photo").filter(|photo| photo.file_name.is_some()) {
            None => {
                world.remove_picture(self.session(), group)?;
                "Success remove group photo"
            }
            Some(photo) => {
                if !photo.content_type.as_deref().is_some_and(|given| PICTURES.contains(&given)) {
                    let message = "Image validation failed: only JPEG, PNG and WebP are supported";
                    return Err(refusals::form(400, "INVALID_IMAGE_FORMAT", message));
                }
                world.set_picture(self.session(), group, None, Some(&STANDARD.encode(photo.content)))?;
                "Success update group photo"
            }
        };
        let picture = if done.contains("remove") { "remove" } else { "1647874123" };
        Ok(success(done, json!({ "picture_id": picture, "message": done })))
    }

    fn leave(&self, world: &mut World) -> Answered {
        world.leave_group(self.session(), self.group()?)?;
        Ok(success("Success leave group", Value::Null))
    }

    fn invite(&self, world: &World) -> Answered {
        let group = world.invite_of(self.session(), self.group()?)?;
        let link = json!({ "invite_link": group.invite_link(), "group_id": group.id });
        Ok(success("Success get group invite link", link))
    }

    fn revoke(&self, world: &mut World) -> Answered {
        world.revoke_invite(self.session(), self.group()?)?;
        self.invite(world)
    }

    fn join(&self, world: &mut World) -> Answered {
        let id = world.join_group(self.session(), code(self.field("link")?), self.asked.now)?;
        Ok(success("Success joined group", json!({ "group_id": id })))
    }

    fn preview(&self, world: &World) -> Answered {
        let group = world.group_invited_to(self.session(), code(self.field("link")?))?;
        let topic = group.description.as_deref().unwrap_or_default();
        let shown = json!({
            "group_id": group.id,
            "name": group.name,
            "topic": topic,
            "created_at": format!("{}Z", moment(group.created_at)),
            "participant_count": group.members.len(),
            "is_locked": group.settings.locked,
            "is_announce": group.settings.announce,
            "is_ephemeral": false,
            "description": topic,
        });
        Ok(success("Success get group info from link", shown))
    }
}

fn code(link: &str) -> &str {
    link.strip_prefix("https://chat.whatsapp.com/").unwrap_or(link)
}
