//! whatsmeow's names, which are Go's, under WAHA's GOWS engine and under GOWA.

use serde_json::{Value, json};

use super::{Seen, lists_by_lid, members, owner, person};
use crate::whatsapp::providers::asked::moment;
use crate::whatsapp::world::{Group, Role, World};

/// Returns a group, with its members if `with_members`.
pub(in crate::whatsapp::providers) fn group(world: &World, group: &Group, with_members: bool) -> Value {
    let seen = members(world, group);
    let by_lid = lists_by_lid(&seen);
    let owner = owner(world, group);
    let owner_jid = owner.as_ref().map(|owner| owner.jid(by_lid)).unwrap_or_default();
    let owner_pn = owner.and_then(|owner| owner.pn()).unwrap_or_default();
    let created = format!("{}Z", moment(group.created_at));
    let topic = group.description.as_deref().unwrap_or_default();
    let mut shown = json!({
        "JID": group.id,
        "OwnerJID": owner_jid,
        "OwnerPN": owner_pn,
        "Name": group.name,
        "NameSetAt": created,
        "NameSetBy": owner_jid,
        "NameSetByPN": owner_pn,
        "Topic": topic,
        "TopicID": if topic.is_empty() { "" } else { "3EB0D1" },
        "TopicSetAt": created,
        "TopicSetBy": owner_jid,
        "TopicSetByPN": owner_pn,
        "TopicDeleted": false,
        "IsLocked": group.settings.locked,
        "IsAnnounce": group.settings.announce,
        "AnnounceVersionID": "1",
        "IsEphemeral": false,
        "DisappearingTimer": 0,
        "IsIncognito": false,
        "IsParent": false,
        "DefaultMembershipApprovalMode": "",
        "LinkedParentJID": group.community.as_deref().unwrap_or_default(),
        "IsDefaultSubGroup": false,
        "IsJoinApprovalRequired": group.settings.approval,
        "AddressingMode": if by_lid { "lid" } else { "pn" },
        "GroupCreated": created,
        "CreatorCountryCode": "",
        "ParticipantVersionID": "1",
        "ParticipantCount": seen.len(),
        "MemberAddMode": if group.settings.members_add { "all_member_add" } else { "admin_add" },
        "Suspended": false,
    });
    if with_members && let Some(shown) = shown.as_object_mut() {
        shown.insert("Participants".to_owned(), participants(world, group));
    }
    shown
}

/// Returns the members of a group.
pub(in crate::whatsapp::providers) fn participants(world: &World, group: &Group) -> Value {
    let seen = members(world, group);
    let by_lid = lists_by_lid(&seen);
    seen.iter().map(|member| participant(member, by_lid, 0)).collect()
}

fn participant(member: &Seen, by_lid: bool, error: u16) -> Value {
    json!({
        "JID": member.jid(by_lid),
        "PhoneNumber": member.pn().unwrap_or_default(),
        "LID": member.lid,
        "IsAdmin": member.role >= Role::Admin,
        "IsSuperAdmin": member.role == Role::SuperAdmin,
        "DisplayName": "",
        "Error": error,
        "AddRequest": null,
    })
}

/// Returns the result for one person: the JID that was asked about, in the world's form, and WhatsApp's code.
pub(in crate::whatsapp::providers) fn result(world: &World, jid: &str, code: u16, adding: bool, now: i64) -> Value {
    let error = if code == 200 { 0 } else { code };
    let seen = person(world, jid).unwrap_or_else(|| Seen {
        phone: jid.strip_suffix("@s.whatsapp.net").map(str::to_owned),
        lid: jid.strip_suffix("@lid").map(|_| jid.to_owned()).unwrap_or_default(),
        role: Role::Member,
    });
    let mut shown = participant(&seen, seen.phone.is_none(), error);
    if adding
        && code == 403
        && let Some(shown) = shown.as_object_mut()
    {
        let until = format!("{}Z", moment(usher_clock::Timestamp::from_secs(now + 3 * 24 * 60 * 60)));
        shown.insert("AddRequest".to_owned(), json!({ "Code": "PrivateInvite001", "Expiration": until }));
    }
    shown
}
