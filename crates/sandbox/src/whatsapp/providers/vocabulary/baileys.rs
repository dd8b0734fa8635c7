//! Baileys' names, under WAHA's NOWEB engine and under Evolution.

use serde_json::{Value, json};

use super::{Seen, lists_by_lid, members, owner, person};
use crate::whatsapp::world::{Group, Role, World};

/// Seconds for which a private invite is valid.
const PRIVATE_INVITE: i64 = 3 * 24 * 60 * 60;

/// Returns a group, with its members if `with_members`.
pub(in crate::whatsapp::providers) fn group(world: &World, group: &Group, with_members: bool) -> Value {
    let seen = members(world, group);
    let by_lid = lists_by_lid(&seen);
    let owner = owner(world, group);
    let owner_jid = owner.as_ref().map(|owner| owner.jid(by_lid));
    let created = group.created_at.as_secs();
    let mut shown = json!({
        "id": group.id,
        "addressingMode": if by_lid { "lid" } else { "pn" },
        "subject": group.name,
        "subjectOwner": owner_jid,
        "subjectTime": created,
        "size": seen.len(),
        "creation": created,
        "owner": owner_jid,
        "restrict": group.settings.locked,
        "announce": group.settings.announce,
        "isCommunity": false,
        "isCommunityAnnounce": false,
        "joinApprovalMode": group.settings.approval,
        "memberAddMode": group.settings.members_add,
    });
    if by_lid && let Some(pn) = owner.and_then(|owner| owner.pn()) {
        set(&mut shown, "ownerPn", json!(pn));
    }
    if let Some(community) = &group.community {
        set(&mut shown, "linkedParent", json!(community));
    }
    if let Some(text) = &group.description {
        set(&mut shown, "desc", json!(text));
        set(&mut shown, "descId", json!("3EB0D1"));
        set(&mut shown, "descOwner", json!(owner_jid));
        set(&mut shown, "descTime", json!(created));
    }
    if with_members {
        set(&mut shown, "participants", participants(world, group));
    }
    shown
}

/// Returns the members of a group.
pub(in crate::whatsapp::providers) fn participants(world: &World, group: &Group) -> Value {
    let seen = members(world, group);
    let by_lid = lists_by_lid(&seen);
    seen.iter().map(|member| participant(member, by_lid, world.settings.lids)).collect()
}

fn participant(member: &Seen, by_lid: bool, lids: bool) -> Value {
    let mut shown = json!({ "id": member.jid(by_lid) });
    match member.pn() {
        Some(pn) if by_lid => set(&mut shown, "phoneNumber", json!(pn)),
        Some(_) if lids => set(&mut shown, "lid", json!(member.lid)),
        _ => {}
    }
    let admin = match member.role {
        Role::Member => None,
        Role::Admin => Some("admin"),
        Role::SuperAdmin => Some("superadmin"),
    };
    set(&mut shown, "admin", json!(admin));
    shown
}

/// Returns the result for one person: the JID that was asked about, in the world's form, and WhatsApp's code. A person
/// whose number is hidden is told by LID, with the number beside it.
pub(in crate::whatsapp::providers) fn result(world: &World, jid: &str, code: u16, adding: bool, now: i64) -> Value {
    let hidden = person(world, jid).filter(|seen| seen.phone.is_none() && !jid.ends_with("@lid"));
    let told = hidden.as_ref().map_or_else(|| jid.to_owned(), |seen| seen.lid.clone());
    let mut attrs = json!({ "jid": told });
    if hidden.is_some() {
        set(&mut attrs, "phone_number", json!(jid));
    }
    if code != 200 {
        set(&mut attrs, "error", json!(code.to_string()));
    }
    let mut content = json!({ "tag": "participant", "attrs": attrs });
    if adding && code == 403 {
        let expiration = (now + PRIVATE_INVITE).to_string();
        let invite = json!({ "tag": "add_request", "attrs": { "code": "PrivateInvite001", "expiration": expiration } });
        set(&mut content, "content", json!([invite]));
    }
    json!({ "status": code.to_string(), "jid": told, "content": content })
}

fn set(object: &mut Value, name: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(name.to_owned(), value);
    }
}
