//! Tests of the settings of groups and the requests to join, with each provider that has them.

use serde_json::{Value, json};

use super::{Answer, Served, form};
use crate::whatsapp::{Fault, FaultRule, GroupSettings, JoinMethod, JoinRequest, Operation, Person, World};
use usher_clock::Timestamp;

const CAIO: &str = "5511900000005";
const COMMUNITY: &str = "120363999999999999@g.us";

impl Served {
    fn settings(&self, group: &str) -> GroupSettings {
        self.stand_in.world(|world| world.group_settings(group).unwrap())
    }

    /// Lets Caio, and Dora, of whom only the LID is known, ask to join the club. Ana wants to add Dora.
    async fn asked(provider: &str) -> Self {
        Self::with(provider, |world| {
            let club = world.group_named("Club").unwrap().id.clone();
            let ana = world.find_person("5511900000003").unwrap();
            let caio = world.add_person(Person::phone(CAIO).named("Caio"));
            let dora = world.add_person(Person::lid("77@lid"));
            let at = Timestamp::from_secs(1_774_653_527);
            for (person, method) in [(caio, JoinMethod::InviteLink), (dora, JoinMethod::AddedBy(ana))] {
                assert!(world.add_request(&club, JoinRequest { person, at, method }));
            }
        })
        .await
    }

    fn is_in_club(&self, person: &str) -> bool {
        self.stand_in.world(|world| world.group(&self.club).unwrap().has(world.find_person(person).unwrap()))
    }
}

/// Returns a value that every provider shows of a group in its own words.
fn shown(answer: &Answer, pointer: &str) -> Value {
    answer.json().pointer(pointer).cloned().unwrap_or_else(|| panic!("no {pointer} in {}", answer.text))
}

/// Switches everything in the club to what a new group has not.
fn unlike_new(world: &mut World) {
    let club = world.group_named("Club").unwrap().id.clone();
    let club = world.group_mut(&club).unwrap();
    club.settings = GroupSettings { announce: true, locked: true, members_add: false, approval: true };
    club.community = Some(COMMUNITY.to_owned());
}

#[tokio::test]
async fn every_library_tells_the_settings_in_its_words() {
    #[rustfmt::skip] // a table
    let table = [
        ("waha", "/restrict", "/announce", "/joinApprovalMode", "/memberAddMode", "/linkedParent", json!(false)),
        ("waha-gows", "/IsLocked", "/IsAnnounce", "/IsJoinApprovalRequired", "/MemberAddMode", "/LinkedParentJID", json!("admin_add")),
        ("waha-webjs", "/groupMetadata/restrict", "/groupMetadata/announce", "/groupMetadata/membershipApprovalMode", "/groupMetadata/memberAddMode", "/groupMetadata/parentGroup/_serialized", json!("admin_add")),
    ];
    for (provider, locked, announce, approval, add_mode, community, admins_add) in table {
        let served = Served::with(provider, unlike_new).await;
        let group = served.waha("GET", "/api/default/groups/{club}", Value::Null).await;
        for flag in [locked, announce, approval] {
            assert_eq!(shown(&group, flag), true, "{provider} {flag}");
        }
        assert_eq!((shown(&group, add_mode), shown(&group, community)), (admins_add, json!(COMMUNITY)));
    }
    let evolution = Served::with("evolution", unlike_new).await;
    let group = evolution.evolution("GET", "/group/findGroupInfos/default?groupJid={club}", Value::Null).await;
    assert_eq!((shown(&group, "/restrict"), shown(&group, "/announce")), (json!(true), json!(true)));
    assert_eq!(shown(&group, "/linkedParent"), COMMUNITY);
    let gowa = Served::with("gowa", unlike_new).await;
    let group = gowa.gowa("GET", "/group/info?group_id={club}", Value::Null).await;
    for flag in ["IsLocked", "IsAnnounce", "IsJoinApprovalRequired"] {
        assert_eq!(shown(&group, &format!("/results/{flag}")), true);
    }
    assert_eq!(shown(&group, "/results/MemberAddMode"), "admin_add");
    assert_eq!(shown(&group, "/results/LinkedParentJID"), COMMUNITY);
    let openwa = Served::with("openwa", unlike_new).await;
    let group = openwa.openwa("default", "GET", "/groups/{club}", Value::Null).await;
    assert_eq!((shown(&group, "/locked"), shown(&group, "/announce")), (json!(true), json!(true)));
    assert_eq!(
        (shown(&group, "/memberAddMode"), shown(&group, "/linkedParentJID")),
        (json!("admins"), json!(COMMUNITY))
    );
}

#[tokio::test]
async fn waha_has_two_settings_with_a_path_each() {
    for engine in ["waha", "waha-gows", "waha-webjs"] {
        let served = Served::by(engine).await;
        let settings = "/api/default/groups/{club}/settings/security";
        for (path, of) in [
            ("info-admin-only", (|settings| settings.locked) as fn(GroupSettings) -> bool),
            ("messages-admin-only", |settings| settings.announce),
        ] {
            let path = format!("{settings}/{path}");
            for (body, admins_only) in [(json!({"adminsOnly": false}), false), (json!({}), true)] {
                let answer = served.waha("PUT", &path, body).await;
                let text = if engine == "waha-webjs" { "true" } else { "" };
                assert_eq!((answer.status, answer.text.as_str()), (200, text));
                assert_eq!(
                    (served.operation(), served.last().path),
                    (
                        Some(Operation::UpdateSettings),
                        format!("/api/sessions/default/groups/{}/settings", served.club.replace('@', "%40")),
                    )
                );
                assert_eq!(of(served.settings(&served.club)), admins_only);
                let read = served.waha("GET", &path, Value::Null).await;
                assert_eq!((read.status, read.json()), (200, json!({"adminsOnly": admins_only})));
                assert_eq!(served.operation(), Some(Operation::GetSettings));
            }
        }
        let refused =
            served.waha("PUT", "/api/default/groups/{choir}/settings/security/info-admin-only", json!({})).await;
        match engine {
            "waha-webjs" => assert_eq!((refused.status, refused.text.as_str()), (200, "false")),
            "waha" => assert_eq!((refused.status, shown(&refused, "/exception/data")), (500, json!(403))),
            _ => assert_eq!(shown(&refused, "/exception/details"), "info query returned status 403: forbidden"),
        }
        let none = served.waha("GET", "/api/default/groups/{club}/settings/security/members", Value::Null).await;
        assert_eq!(none.status, 404);
    }
}

#[tokio::test]
async fn evolution_changes_a_setting_by_a_word() {
    let served = Served::by("evolution").await;
    let set = async |group: &str, action: &str| {
        let path = format!("/group/updateSetting/default?groupJid={{{group}}}");
        served.evolution("POST", &path, json!({"action": action})).await
    };
    for (action, locked, announce) in [
        ("unlocked", false, false),
        ("announcement", false, true),
        ("locked", true, true),
        ("not_announcement", true, false),
    ] {
        let answer = set("club", action).await;
        assert_eq!((answer.status, answer.json()), (201, json!({"updateSetting": {}})));
        let now = served.settings(&served.club);
        assert_eq!((now.locked, now.announce, served.operation()), (locked, announce, Some(Operation::UpdateSettings)));
    }
    assert_eq!(served.last().body.unwrap()["announce"], false, "in the words of the contract");
    let unknown = set("club", "closed").await;
    assert_eq!((unknown.status, shown(&unknown, "/response/message/0/property")), (400, json!("action")));
    let refused = set("choir", "locked").await;
    let messages = json!(["Error updating setting", "Error: forbidden"]);
    assert_eq!((refused.status, shown(&refused, "/response/message")), (400, messages));
}

#[tokio::test]
async fn gowa_changes_two_settings() {
    let served = Served::by("gowa").await;
    for (path, name, on, of) in [
        ("/group/locked", "locked", true, (|settings| settings.locked) as fn(GroupSettings) -> bool),
        ("/group/locked", "locked", false, |settings| settings.locked),
        ("/group/announce", "announce", true, |settings| settings.announce),
        ("/group/announce", "announce", false, |settings| settings.announce),
    ] {
        let answer = served.gowa("POST", path, json!({"group_id": "club", name: on})).await;
        assert_eq!((answer.status, shown(&answer, "/code")), (200, json!("SUCCESS")));
        assert_eq!((of(served.settings(&served.club)), served.operation()), (on, Some(Operation::UpdateSettings)));
    }
    let refused = served.gowa("POST", "/group/locked", json!({"group_id": "choir", "locked": false})).await;
    assert_eq!((refused.status, shown(&refused, "/code")), (500, json!("INTERNAL_SERVER_ERROR")));
    assert_eq!(shown(&refused, "/message"), "info query returned status 403: forbidden");
}

#[tokio::test]
async fn gowa_lists_and_decides_requests() {
    let served = Served::asked("gowa").await;
    let list = served.gowa("GET", "/group/participant-requests?group_id={club}", Value::Null).await;
    assert_eq!((list.status, served.operation()), (200, Some(Operation::ListJoinRequests)));
    let at = "2026-03-27T23:18:47Z";
    let requests = json!([
        {"jid": "5511900000005@s.whatsapp.net", "phone_number": CAIO, "display_name": "Caio", "requested_at": at},
        {"jid": "77@lid", "phone_number": "", "requested_at": at},
    ]);
    assert_eq!(shown(&list, "/results"), requests);
    let decide = async |verb: &str, people: &[&str]| {
        let body = json!({"group_id": "club", "participants": people});
        served.gowa("POST", &format!("/group/participant-requests/{verb}"), body).await
    };
    assert_eq!(decide("approve", &["77"]).await.status, 400, "a LID is looked for as a number");
    let results = decide("approve", &[CAIO, "5511900000006"]).await;
    assert_eq!(served.operation(), Some(Operation::ApproveJoinRequests));
    assert_eq!(shown(&results, "/results/0/status"), "success");
    assert_eq!(shown(&results, "/results/1/message"), "Action approve failed (code 404)");
    assert!(served.is_in_club(CAIO));
    assert_eq!(shown(&decide("reject", &[CAIO]).await, "/results/0/message"), "Action reject failed (code 404)");
    assert_eq!(served.operation(), Some(Operation::DeclineJoinRequests));
    assert_eq!(decide("reject", &[]).await.status, 400);
    let refused = served.gowa("GET", "/group/participant-requests?group_id={choir}", Value::Null).await;
    assert_eq!(shown(&refused, "/message"), "info query returned status 403: forbidden");
}

#[tokio::test]
async fn openwa_reads_and_changes_settings() {
    let served = Served::by("openwa").await;
    let read = served.openwa("default", "GET", "/groups/{choir}/settings", Value::Null).await;
    assert_eq!((read.status, served.operation()), (200, Some(Operation::GetSettings)));
    assert_eq!(read.json(), json!({"announce": false, "locked": true, "memberAddMode": "all"}));
    let put = async |group: &str, body: Value| {
        served.openwa("default", "PUT", &format!("/groups/{{{group}}}/settings"), body).await
    };
    let done = put("club", json!({"announce": true, "locked": false, "memberAddMode": "admins"})).await;
    assert_eq!((done.status, done.json()), (200, json!({"success": true, "message": "Group settings updated"})));
    assert_eq!(served.operation(), Some(Operation::UpdateSettings));
    let settings = GroupSettings { announce: true, locked: false, members_add: false, approval: false };
    assert_eq!(served.settings(&served.club), settings);
    assert_eq!(put("club", json!({"ephemeralSeconds": 86400})).await.status, 200);
    assert_eq!(served.settings(&served.club), settings, "the rest stays");
    for (body, message) in [
        (json!({}), json!("At least one of announce, locked, ephemeralSeconds, memberAddMode must be provided")),
        (json!({"locked": null}), json!(["locked must be a boolean value"])),
        (
            json!({"memberAddMode": "everyone"}),
            json!(["memberAddMode must be one of the following values: all, admins"]),
        ),
        (json!({"ephemeralSeconds": -1}), json!(["ephemeralSeconds must be an integer number not less than 0"])),
        (json!({"approval": true}), json!(["property approval should not exist"])),
    ] {
        let refused = put("club", body).await;
        assert_eq!((refused.status, shown(&refused, "/message")), (400, message));
    }
    assert_eq!(put("choir", json!({"locked": false})).await.status, 403);
    assert_eq!(served.openwa("default", "GET", "/groups/9%40g.us/settings", Value::Null).await.status, 404);
}

#[tokio::test]
async fn openwa_lists_and_decides_requests() {
    let served = Served::asked("openwa").await;
    let requests = "/groups/{club}/membership-requests";
    let list = served.openwa("default", "GET", requests, Value::Null).await;
    assert_eq!((list.status, served.operation()), (200, Some(Operation::ListJoinRequests)));
    assert_eq!(
        list.json(),
        json!([
            {"participantId": "5511900000005@c.us", "method": "invite_link", "requestedAt": 1_774_653_527},
            {"participantId": "77@lid", "addedById": "5511900000003@c.us", "method": "non_admin_add", "requestedAt": 1_774_653_527},
        ])
    );
    let approved = served
        .openwa(
            "default",
            "POST",
            &format!("{requests}/approve"),
            json!({"participants": ["5511900000005@c.us", "5511900000006"]}),
        )
        .await;
    assert_eq!((approved.status, served.operation()), (200, Some(Operation::ApproveJoinRequests)));
    assert_eq!(
        approved.json(),
        json!({"success": true, "results": [
            {"id": "5511900000005@c.us", "success": true, "status": 200},
            {"id": "5511900000006@c.us", "success": false, "status": 404, "message": "no such request"},
        ]})
    );
    assert!(served.is_in_club(CAIO));
    let rest = served.openwa("default", "POST", &format!("{requests}/reject"), json!({})).await;
    assert_eq!(shown(&rest, "/results"), json!([{"id": "77@lid", "success": true, "status": 200}]));
    assert_eq!(served.operation(), Some(Operation::DeclineJoinRequests));
    assert!(served.stand_in.world(|world| world.requests(&served.club).is_empty()));
    let none = served.openwa("default", "POST", &format!("{requests}/approve"), Value::Null).await;
    assert_eq!(shown(&none, "/results"), json!([]));
    assert_eq!(served.openwa("default", "GET", "/groups/{choir}/membership-requests", Value::Null).await.status, 403);
}

#[tokio::test]
async fn faults_strike_these_operations_too() {
    let served = Served::asked("openwa").await;
    for (operation, method, rest) in [
        (Operation::UpdateSettings, "PUT", "/groups/{club}/settings"),
        (Operation::ApproveJoinRequests, "POST", "/groups/{club}/membership-requests/approve"),
    ] {
        served.stand_in.inject(FaultRule::next(Fault::StatusAfter(500)).of(operation));
        let body = if method == "PUT" { json!({"announce": true}) } else { json!({}) };
        let struck = served.openwa("default", method, rest, body).await;
        assert_eq!((struck.status, form(&struck.json()).len()), (500, 2));
    }
    assert!(served.settings(&served.club).announce && served.is_in_club(CAIO), "they were applied");
}
