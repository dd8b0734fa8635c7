//! Tests of the stored form.

use serde_json::{Value, json};

use super::*;

/// The stored names, which other releases read: they never change.
#[test]
fn outcomes_keep_their_stored_form() {
    let group = "120363000000000001@g.us";
    let person = "5511999999999@s.whatsapp.net";
    let member = json!({ "phone": "+5511999999999", "lid": null, "role": "super_admin" });
    let stored = [
        json!({ "outcome": "groups", "session": "default", "search": null, "groups": [], "unread": 0 }),
        json!({ "outcome": "group", "group": {
            "id": group, "name": "A", "description": null, "owner": "77@lid", "created_at": 1, "participants": [member],
        } }),
        json!({ "outcome": "previewed", "preview": {
            "id": group, "name": "A", "size": 2, "created_at": null, "inviter": null, "participants": [],
        } }),
        json!({ "outcome": "members", "members": [member], "unread": 0 }),
        json!({ "outcome": "members_exported", "members": 3 }),
        json!({ "outcome": "invite_shown" }),
        json!({ "outcome": "sessions", "sessions": [] }),
        json!({
            "outcome": "created", "group": group, "name": "New", "people": [], "invite": null,
            "described": "set", "pictured": null,
        }),
        json!({ "outcome": "renamed", "before": "A", "after": "B" }),
        json!({ "outcome": "described", "text": "a", "unchanged": false }),
        json!({ "outcome": "picture_set", "url": null }),
        json!({ "outcome": "left" }),
        json!({ "outcome": "deleted" }),
        json!({ "outcome": "joined", "group": group, "name": null }),
        json!({
            "outcome": "added", "people": [{ "person": person, "standing": "must_be_invited" }], "invite": null,
            "rest_at": 7,
        }),
        json!({ "outcome": "removed", "people": [{ "person": person, "removal": "no_member" }] }),
        json!({ "outcome": "admins_changed", "people": [{ "person": person, "result": "changed" }], "admins": [member] }),
        json!({ "outcome": "invite_revoked", "code": null }),
    ];
    for stored in stored {
        let read: Outcome = serde_json::from_value(stored.clone()).unwrap_or_else(|error| panic!("{error}: {stored}"));
        assert_eq!(serde_json::to_value(read.as_written()).unwrap(), stored);
    }
}

#[test]
fn no_code_or_table_is_stored() {
    let code: whatsapp::InviteCode = "AbCdEfGhIjKlMnOpQrStUv".parse().unwrap();
    let shown = Outcome::ShowInvite(super::super::InviteShown { code: Some(code.clone()) });
    let revoked = Outcome::RevokeInvite(super::super::InviteRevoked { code: Some(code) });
    for outcome in [shown, revoked] {
        let stored = serde_json::to_value(outcome.as_written()).unwrap();
        assert!(!stored.to_string().contains("AbCd"), "{stored}");
    }
}

#[test]
fn operations_keep_their_stored_names() {
    let at = json!({ "session": "default", "group": "120363000000000001@g.us", "name": null, "is_name_secret": false });
    let stored: [(&str, Value); 4] = [
        ("invites.revoke", json!({ "operation": "revoke_invite", "at": at })),
        ("groups.leave", json!({ "operation": "leave_group", "at": at })),
        ("members.list", json!({ "operation": "list_members", "at": at, "page": 0 })),
        ("sessions.list", json!({ "operation": "list_sessions" })),
    ];
    for (name, stored) in stored {
        let read: Operation = serde_json::from_value(stored.clone()).unwrap();
        assert_eq!((read.name(), serde_json::to_value(&read).unwrap()), (name, stored));
    }
}
