//! Tests of operations 14 to 17.

use reqwest::Method;
use serde_json::{Value, json};

use super::{ACCOUNT, Answer, Api, encoded};
use crate::whatsapp::{Answers, InviteAnswer, JoinAnswer, PreviewInviter, PreviewSize};

impl Api {
    fn code(&self, group: &str) -> String {
        self.stand_in.world(|world| world.group(group).unwrap().invite.clone())
    }

    /// Joins with the second account, which is in no group.
    async fn join(&self, code: &str) -> Answer {
        let url = format!("{}/api/sessions/second/groups/join", self.stand_in.base_url());
        let request = self.client.post(url).bearer_auth(self.stand_in.key());
        self.send(request.json(&json!({"session": "second", "code": code}))).await
    }

    async fn preview(&self, code: &str) -> Answer {
        self.get(&format!("/join?code={code}")).await
    }
}

#[tokio::test]
async fn only_an_admin_gets_and_revokes_the_invite() {
    let api = Api::start().await;
    for (group, status) in [(&api.club, 200), (&api.board, 200), (&api.choir, 403)] {
        let path = format!("/{}/invite", encoded(group));
        assert_eq!(api.get(&path).await.status, status);
        assert_eq!(api.delete(&path).await.status, status);
    }
}

#[tokio::test]
async fn a_revoked_link_stops_working() {
    let api = Api::start().await;
    let path = format!("/{}/invite", encoded(&api.club));
    let old = api.get(&path).await.data()["code"].as_str().unwrap().to_owned();
    assert_eq!(old.len(), 22);
    let new = api.delete(&path).await.data()["code"].as_str().unwrap().to_owned();
    assert_ne!(old, new);
    assert_eq!(api.get(&path).await.data()["code"], new);
    assert_eq!([api.preview(&old).await.status, api.join(&old).await.status], [404, 404]);
    assert_eq!([api.preview(&new).await.status, api.join(&new).await.status], [200, 200]);
}

#[tokio::test]
async fn an_invite_comes_in_each_variant_of_the_contract() {
    let api = Api::start().await;
    let path = format!("/{}/invite", encoded(&api.club));
    let (code, link) = (api.code(&api.club), format!("https://chat.whatsapp.com/{}", api.code(&api.club)));
    for (variant, expected) in [
        (InviteAnswer::Code, json!({"code": code})),
        (InviteAnswer::InviteCode, json!({"inviteCode": code})),
        (InviteAnswer::InviteLink, json!({"inviteLink": link})),
        (InviteAnswer::Link, json!({"link": link})),
        (InviteAnswer::BareCode, json!(code)),
        (InviteAnswer::BareUrl, json!(link)),
    ] {
        api.stand_in.world(|world| world.settings.invite = variant);
        assert_eq!(api.get(&path).await.data(), expected);
    }
    // A revocation may answer without the new code, which the client must then read.
    api.stand_in.world(|world| world.settings.answers = Answers::Empty);
    assert_eq!(api.delete(&path).await.data(), json!({}));
    assert_ne!(api.get(&path).await.data(), json!(link));
    api.stand_in.world(|world| world.settings.answers = Answers::Nothing);
    assert_eq!(api.delete(&path).await.status, 204);
}

#[tokio::test]
async fn joining_makes_the_account_a_member_once() {
    let api = Api::start().await;
    let joined = api.join(&api.code(&api.club)).await.data();
    assert_eq!((joined["id"].as_str(), joined["name"].as_str()), (Some(&*api.club), Some("Club")));
    assert_eq!(joined["participants"].as_array().unwrap().len(), 4);
    assert!(api.is_in(&api.club, "5511900000002"));
    assert_eq!(api.join(&api.code(&api.club)).await.status, 409);
    api.stand_in.world(|world| world.settings.join = JoinAnswer::Id);
    assert_eq!(api.join(&api.code(&api.board)).await.data(), json!({"id": api.board}));
}

#[tokio::test]
async fn a_full_group_cannot_be_joined() {
    let api = Api::start().await;
    api.stand_in.world(|world| world.settings.members_max = 3);
    assert_eq!(api.join(&api.code(&api.club)).await.status, 409);
}

#[tokio::test]
async fn a_preview_joins_nothing_and_tells_the_group() {
    let api = Api::start().await;
    let url = format!("{}/api/sessions/second/groups/join?code={}", api.stand_in.base_url(), api.code(&api.club));
    let preview = || api.send(api.client.get(&url).bearer_auth(api.stand_in.key()));
    let seen = preview().await.data();
    assert_eq!(
        (seen["id"].as_str(), seen["name"].as_str(), seen["size"].as_u64()),
        (Some(&*api.club), Some("Club"), Some(3))
    );
    assert_eq!(seen["inviterLid"], seen["participants"][0]["lid"]);
    assert!(!api.is_in(&api.club, "5511900000002"));
    api.stand_in.world(|world| world.settings.preview_inviter = PreviewInviter::OwnerLid);
    for (variant, name) in [
        (PreviewSize::ParticipantCount, "participantCount"),
        (PreviewSize::ParticipantsCount, "participantsCount"),
        (PreviewSize::MemberCount, "memberCount"),
    ] {
        api.stand_in.world(|world| world.settings.preview_size = variant);
        let seen = preview().await.data();
        assert_eq!((seen[name].as_u64(), seen.get("size"), seen.get("inviterLid")), (Some(3), None, None));
        assert!(seen["ownerLid"].is_string());
    }
}

#[tokio::test]
async fn who_revokes_an_invite_is_the_inviter_of_the_new_one() {
    let api = Api::start().await;
    api.delete(&format!("/{}/invite", encoded(&api.board))).await;
    let account = api.person(ACCOUNT);
    let lid = api.stand_in.world(|world| format!("{}@lid", world.person(account).unwrap().lid));
    assert_eq!(api.preview(&api.code(&api.board)).await.data()["inviterLid"], lid);
}

#[tokio::test]
async fn a_code_is_not_a_link_and_dead_codes_are_not_found() {
    let api = Api::start().await;
    let link = "https%3A%2F%2Fchat.whatsapp.com%2Fabc";
    for (query, status) in [("", 400), ("?code=", 400), (&*format!("?code={link}"), 400), ("?code=never", 404)] {
        assert_eq!(api.get(&format!("/join{query}")).await.status, status, "{query}");
    }
    assert_eq!(api.join("https://chat.whatsapp.com/abc").await.status, 400);
    assert_eq!(api.post("/join", Value::Object(serde_json::Map::new())).await.status, 400);
    assert_eq!(api.call(Method::POST, "/join", json!({"code": "never"})).await.status, 404);
}
