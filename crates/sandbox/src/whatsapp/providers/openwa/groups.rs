//! Groups and their invites.

use axum::response::Response;
use serde_json::{Value, json};

use super::super::Answered;
use super::super::asked::json;
use super::super::handlers::GroupHandlers;
use super::super::vocabulary::{members, owner, wwebjs};
use super::{Call, refusals};
use crate::whatsapp::world::{Group, GroupSettings, Role, World};

const NAME_CHARS: usize = 100;
const DESCRIPTION_CHARS: usize = 1_024;
const CODE_CHARS: usize = 128;
const LISTED: usize = 1_000;

impl Call<'_> {
    /// Returns a group as in a list.
    fn summary(&self, world: &World, group: &Group) -> Value {
        let role = world.session(self.session()).and_then(|session| group.role(session.account));
        json!({
            "id": group.id,
            "name": group.name,
            "participantsCount": group.members.len(),
            "isAdmin": role >= Some(Role::Admin),
            "linkedParentJID": group.community,
        })
    }
}

impl GroupHandlers for Call<'_> {
    fn create(&self, world: &mut World) -> Answered {
        self.only(&["name", "participants"])?;
        let name = self.text("name", 1, NAME_CHARS)?;
        let people = self.people()?;
        let id = world.create_group(self.session(), name, &people, self.asked.now)?;
        Ok(json(201, &self.summary(world, world.group_of(self.session(), &id)?)))
    }

    fn list(&self, world: &World) -> Answered {
        let number = |name| self.asked.query(name).and_then(|value| value.parse::<usize>().ok());
        let most = number("limit").map_or(LISTED, |limit| limit.clamp(1, LISTED));
        let groups = world.groups_of(self.session())?.skip(number("offset").unwrap_or(0)).take(most);
        Ok(json(200, &groups.map(|group| self.summary(world, group)).collect()))
    }

    fn read(&self, world: &World) -> Answered {
        let group = world.group_of(self.session(), self.group())?;
        let mut shown = identity(world, group);
        if let Some(shown) = shown.as_object_mut() {
            shown.insert("isReadOnly".to_owned(), json!(false));
            shown.insert("isAnnounce".to_owned(), json!(group.settings.announce));
            shown.insert("announce".to_owned(), json!(group.settings.announce));
            shown.insert("locked".to_owned(), json!(group.settings.locked));
            shown.insert("memberAddMode".to_owned(), json!(member_add_mode(group.settings)));
            shown.insert("linkedParentJID".to_owned(), json!(group.community));
            shown.insert("participants".to_owned(), participants(world, group));
        }
        Ok(json(200, &shown))
    }

    fn set_subject(&self, world: &mut World) -> Answered {
        self.only(&["subject"])?;
        world.set_subject(self.session(), self.group(), self.text("subject", 1, NAME_CHARS)?)?;
        Ok(done("Group subject updated"))
    }

    fn set_description(&self, world: &mut World) -> Answered {
        self.only(&["description"])?;
        world.set_description(self.session(), self.group(), self.text("description", 0, DESCRIPTION_CHARS)?)?;
        Ok(done("Group description updated"))
    }

    fn set_picture(&self, world: &mut World) -> Answered {
        self.only(&["url", "base64", "mimetype"])?;
        let part = |name: &str| self.body.get(name).and_then(Value::as_str);
        let (url, base64) = match (part("url"), part("base64")) {
            (None, None) => return Err(refusals::invalid(&["Either url or base64 must be provided".to_owned()])),
            (_, Some(_)) if !part("mimetype").is_some_and(|mimetype| mimetype.starts_with("image/")) => {
                return Err(refusals::invalid(&["mimetype is required when using base64 data".to_owned()]));
            }
            (_, Some(base64)) => (None, Some(base64)),
            (url, None) => (url, None),
        };
        world.set_picture(self.session(), self.group(), url, base64)?;
        Ok(done("Group picture updated"))
    }

    fn leave(&self, world: &mut World) -> Answered {
        world.leave_group(self.session(), self.group())?;
        Ok(done("Left the group"))
    }

    fn invite(&self, world: &World) -> Answered {
        let group = world.invite_of(self.session(), self.group())?;
        Ok(json(200, &json!({ "inviteCode": group.invite, "inviteLink": group.invite_link() })))
    }

    fn revoke(&self, world: &mut World) -> Answered {
        world.revoke_invite(self.session(), self.group())?;
        let group = world.invite_of(self.session(), self.group())?;
        let message = "Invite code revoked and new one generated";
        let shown = json!({ "inviteCode": group.invite, "inviteLink": group.invite_link(), "message": message });
        Ok(json(200, &shown))
    }

    fn join(&self, world: &mut World) -> Answered {
        self.only(&["inviteCode"])?;
        let id = world.join_group(self.session(), self.text("inviteCode", 1, CODE_CHARS)?, self.asked.now)?;
        Ok(json(200, &json!({ "success": true, "groupId": id })))
    }

    fn preview(&self, world: &World) -> Answered {
        let code = self.asked.query("code").map(str::trim).filter(|code| !code.is_empty());
        let code = code.ok_or_else(|| refusals::invalid(&["An invite code is required".to_owned()]))?;
        let group = world.group_invited_to(self.session(), code)?;
        let mut shown = identity(world, group);
        if let Some(shown) = shown.as_object_mut() {
            shown.insert("participantCount".to_owned(), json!(group.members.len()));
        }
        Ok(json(200, &shown))
    }
}

/// Returns who may add people.
pub(super) fn member_add_mode(settings: GroupSettings) -> &'static str {
    if settings.members_add { "all" } else { "admins" }
}

/// Returns the answer to a change.
pub(super) fn done(message: &str) -> Response {
    json(200, &json!({ "success": true, "message": message }))
}

/// Returns the parts of a group that members and others see. A description is left out if there is none.
fn identity(world: &World, group: &Group) -> Value {
    let mut shown = json!({
        "id": group.id,
        "name": group.name,
        "owner": owner(world, group).map(|owner| wwebjs::id(&owner)),
        "createdAt": group.created_at.as_secs(),
    });
    if let (Some(shown), Some(text)) = (shown.as_object_mut(), &group.description) {
        shown.insert("description".to_owned(), json!(text));
    }
    shown
}

fn participants(world: &World, group: &Group) -> Value {
    let members = members(world, group);
    let shown = members.iter().map(|member| {
        let id = wwebjs::id(member);
        let number = id.split('@').next().unwrap_or_default();
        let (admin, creator) = (member.role >= Role::Admin, member.role == Role::SuperAdmin);
        json!({ "id": id, "number": number, "isAdmin": admin, "isSuperAdmin": creator })
    });
    shown.collect()
}
