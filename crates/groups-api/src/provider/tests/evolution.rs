//! Requests, failures and sessions of Evolution.

use super::*;

#[test]
fn evolution_is_asked_by_queries_and_bare_digits() {
    let about = "?groupJid=120363000000000001@g.us";
    let act = |action: &str, id: &str| {
        format!(
            r#"POST /group/updateParticipant/default{about} {{"action":"{action}","participants":["{id}","42@lid"]}}"#
        )
    };
    let expected = [
        r#"POST /group/create/default {"participants":["5511999999999","42@lid"],"subject":"Team"}"#.to_owned(),
        "GET /group/fetchAllGroups/default?getParticipants=false".to_owned(),
        format!("GET /group/findGroupInfos/default{about}"),
        format!(r#"POST /group/updateGroupSubject/default{about} {{"subject":"Team"}}"#),
        format!(r#"POST /group/updateGroupDescription/default{about} {{"description":"Us"}}"#),
        format!(r#"POST /group/updateGroupPicture/default{about} {{"image":"iVBO"}}"#),
        format!("DELETE /group/leaveGroup/default{about}"),
        "DeleteGroup".to_owned(),
        format!("GET /group/participants/default{about}"),
        act("add", "5511999999999"),
        act("remove", "5511999999999@s.whatsapp.net"),
        act("promote", "5511999999999@s.whatsapp.net"),
        act("demote", "5511999999999@s.whatsapp.net"),
        format!("GET /group/inviteCode/default{about}"),
        format!("POST /group/revokeInviteCode/default{about}"),
        format!("GET /group/acceptInviteCode/default?inviteCode={CODE}"),
        format!("GET /group/inviteInfo/default?inviteCode={CODE}"),
        format!(r#"POST /group/updateSetting/default{about} {{"action":"announcement"}}"#),
        format!(r#"POST /group/updateSetting/default{about} {{"action":"unlocked"}}"#),
        "SetAdders".to_owned(),
        "SetJoinApproval".to_owned(),
        "JoinRequests".to_owned(),
        "JoinRequests".to_owned(),
        "JoinRequests".to_owned(),
        "GET /instance/fetchInstances".to_owned(),
        "GET /instance/fetchInstances?instanceName=default".to_owned(),
        "GET /".to_owned(),
    ];
    let lines: Vec<String> =
        everything().into_iter().map(|what| line(Provider::Evolution, Engine::Only, what)).collect();
    assert_eq!(lines, expected);
}

#[test]
fn failures_of_evolution_are_told_apart_by_their_texts() {
    let own =
        |status: u16, texts: &str| format!(r#"{{"status":{status},"error":"x","response":{{"message":{texts}}}}}"#);
    let disconnected = || CallError::from(ApiError::NotConnected { status: SessionStatus::Disconnected, reason: None });
    let add = || What::Add(group(), people());
    let create = || What::CreateGroup { name: "Team".to_owned(), people: people() };
    for (what, status, texts, error) in [
        (subject(), 401, r#""Unauthorized""#, ApiError::Unauthorized.into()),
        (subject(), 404, r#"["The \"x\" instance does not exist"]"#, disconnected()),
        (What::Session, 404, r#"["The \"x\" instance does not exist"]"#, ApiError::NotFound.into()),
        (What::Session, 404, r#"["Instance \"x\" not found"]"#, ApiError::NotFound.into()),
        (
            add(),
            400,
            r#"["Error updating participants","TypeError: Cannot read properties of undefined (reading 'x')"]"#,
            disconnected(),
        ),
        (What::Group(group()), 404, r#"["Error fetching group","Error: not-authorized"]"#, forbidden()),
        (subject(), 500, r#"["Error updating group subject","Error: forbidden"]"#, forbidden()),
        (add(), 400, r#"["Error updating participants","Error: item-not-found"]"#, ApiError::NotFound.into()),
        (add(), 400, r#"["Error updating participants","Error: rate-overlimit"]"#, limited()),
        (What::RevokeInvite(group()), 404, r#"["Revoke error","Error: Timed Out"]"#, server_error(504, false)),
        (subject(), 500, r#"["Error updating group subject","Error: Connection Closed"]"#, server_error(504, false)),
        (create(), 500, r#"["Error creating group","Error: forbidden"]"#, ApiError::Lost.into()),
        (create(), 500, r#"["Error creating group","Error: rate-overlimit"]"#, limited_and_maybe_done()),
        (What::RevokeInvite(group()), 404, r#"["Revoke error","Error: rate-overlimit"]"#, limited()),
        (
            create(),
            500,
            r#"["Error creating group","TypeError: Cannot read properties of undefined (reading 'onWhatsApp')"]"#,
            disconnected(),
        ),
        (What::Preview(code()), 404, r#"["No invite info","AbCdEfGhIjKlMnOpQrStUv"]"#, ApiError::NotFound.into()),
        (
            What::SetPicture(group(), NewPicture::Base64(String::new())),
            500,
            r#"["Error update group picture","[object Object]"]"#,
            server_error(500, true),
        ),
        (
            subject(),
            404,
            r#"["Cannot POST /group/nosuch/default"]"#,
            ApiError::NotOffered(NotOffered::Operation).into(),
        ),
    ] {
        let found = meaning(Provider::Evolution, what, status, &own(status, texts));
        let signal = if status == 401 { HealthSignal::KeyRefused } else { HealthSignal::Alive };
        assert_eq!((found.error, found.signal), (error, signal), "{status} {texts}");
    }
}

#[test]
fn the_state_of_an_instance_says_whether_a_qr_code_is_shown() {
    for (status, code, state, reason) in [
        ("open", "null", "CONNECTED", None),
        ("open", "401", "CONNECTED", None),
        ("connecting", "null", "DISCONNECTED", Some("SCAN_QR")),
        ("connecting", "401", "DISCONNECTED", Some("SCAN_QR")),
        ("close", "null", "DISCONNECTED", Some("SCAN_QR")),
        ("close", "401", "DISCONNECTED", Some("LOGGED_OUT")),
        ("close", "408", "DISCONNECTED", Some("QR_TIMEOUT")),
        ("refused", "null", "UNKNOWN", None),
    ] {
        let instance =
            format!(r#"{{"name":"default","connectionStatus":"{status}","disconnectionReasonCode":{code}}}"#);
        let read = Provider::Evolution.dialect().session(&serde_json::from_str(&instance).unwrap()).unwrap();
        let shown = (read.status.as_str(), read.status_reason.as_ref().map(DisconnectReason::as_str));
        assert_eq!(shown, (state, reason), "{instance}");
    }
}
