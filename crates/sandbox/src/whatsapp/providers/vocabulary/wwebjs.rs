//! whatsapp-web.js's names, under WAHA's WEBJS engine.

use serde_json::{Value, json};

use super::{Seen, members, owner};
use crate::whatsapp::world::{Group, Role, World};

/// Returns `<digits>@c.us`, or the LID of a member whose number is hidden.
pub(in crate::whatsapp::providers) fn id(member: &Seen) -> String {
    member.phone.as_ref().map_or_else(|| member.lid.clone(), |phone| format!("{phone}@c.us"))
}

/// Returns a JID in the form of the library.
pub(in crate::whatsapp::providers) fn wid(jid: &str) -> Value {
    let (user, server) = jid.split_once('@').unwrap_or((jid, ""));
    json!({ "server": server, "user": user, "_serialized": jid })
}

/// Returns a group's chat, with its members if `with_members`.
pub(in crate::whatsapp::providers) fn chat(world: &World, group: &Group, with_members: bool) -> Value {
    json!({
        "id": wid(&group.id),
        "name": group.name,
        "isGroup": true,
        "isReadOnly": false,
        "unreadCount": 0,
        "timestamp": group.created_at.as_secs(),
        "archived": false,
        "pinned": false,
        "isMuted": false,
        "groupMetadata": metadata(world, group, with_members),
    })
}

/// Returns a group as in its chat, and as the answer to an invite.
pub(in crate::whatsapp::providers) fn metadata(world: &World, group: &Group, with_members: bool) -> Value {
    let owner = owner(world, group).map(|owner| wid(&id(&owner)));
    let mut shown = json!({
        "id": wid(&group.id),
        "creation": group.created_at.as_secs(),
        "owner": owner,
        "subject": group.name,
        "subjectTime": group.created_at.as_secs(),
        "size": group.members.len(),
        "restrict": group.settings.locked,
        "announce": group.settings.announce,
        "isParentGroup": false,
        "memberAddMode": if group.settings.members_add { "all_member_add" } else { "admin_add" },
        "membershipApprovalMode": group.settings.approval,
    });
    if let Some(shown) = shown.as_object_mut() {
        if let Some(text) = &group.description {
            shown.insert("desc".to_owned(), json!(text));
            shown.insert("descId".to_owned(), json!("3EB0D1"));
        }
        if let Some(community) = &group.community {
            shown.insert("parentGroup".to_owned(), wid(community));
        }
        if with_members {
            shown.insert("participants".to_owned(), participants(world, group));
        }
    }
    shown
}

/// Returns the members of a group.
pub(in crate::whatsapp::providers) fn participants(world: &World, group: &Group) -> Value {
    let shown = |member: &Seen| {
        let (admin, creator) = (member.role >= Role::Admin, member.role == Role::SuperAdmin);
        json!({ "id": wid(&id(member)), "isAdmin": admin, "isSuperAdmin": creator })
    };
    members(world, group).iter().map(shown).collect()
}

/// Returns the library's text for a result of an add.
pub(in crate::whatsapp::providers) fn added(code: u16) -> &'static str {
    match code {
        200 => "The participant was added successfully",
        403 => "The participant can be added by sending private invitation only",
        404 => "The phone number is not registered on WhatsApp",
        408 => "You cannot add this participant because they've left the group recently",
        409 => "The participant is already a group member",
        419 => "The participant can't be added because the group is full",
        _ => "An unknown error occupied while adding a participant",
    }
}
