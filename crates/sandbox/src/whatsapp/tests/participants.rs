//! Tests of operations 9 to 13.

use reqwest::Method;
use serde_json::json;

use super::{ACCOUNT, ANA, Api, BIA, CAIO, encoded};
use crate::whatsapp::{AddResults, Answers, ParticipantId, Person, Role};

impl Api {
    fn role(&self, group: &str, jid: &str) -> Option<Role> {
        let person = self.person(jid);
        self.stand_in.world(|world| world.group(group).unwrap().role(person))
    }

    async fn participants(&self, group: &str) -> Vec<serde_json::Value> {
        let data = self.get(&format!("/{}/participants", encoded(group))).await.data();
        data.as_array().unwrap().clone()
    }
}

#[tokio::test]
async fn the_result_of_adding_is_told_person_by_person() {
    let api = Api::start().await;
    let jid = |last: u8| format!("55119000001{last:02}@s.whatsapp.net");
    api.stand_in.world(|world| {
        world.add_person(Person::phone(&jid(1)).forbids_adding());
        world.add_person(Person::phone(&jid(2)).not_on_whatsapp());
        world.add_person(Person::phone(&jid(3)).left_recently());
    });
    let asked = [CAIO, &jid(1), &jid(2), &jid(3), BIA, "77@lid", "5511900000010@c.us"];
    assert_eq!(api.add(&api.club, &asked).await, [200, 403, 404, 408, 409, 404, 200]);
    assert_eq!(api.add(&api.club, &[CAIO]).await, [409]);
    assert!(api.is_in(&api.club, CAIO) && !api.is_in(&api.club, &jid(1)));
    assert_eq!(api.participants(&api.club).await.len(), 5);
}

#[tokio::test]
async fn without_results_the_participants_tell_who_got_in() {
    let api = Api::start().await;
    api.stand_in.world(|world| {
        world.add_person(Person::phone(CAIO).forbids_adding());
        world.settings.answers = Answers::Empty;
    });
    let path = format!("/{}/participants", encoded(&api.club));
    let answer = api.post(&path, json!({"participants": [CAIO, "5511900000010@s.whatsapp.net"]})).await;
    assert_eq!(answer.data(), json!({}));
    let numbers: Vec<_> = api.participants(&api.club).await.iter().map(|one| one["phoneNumber"].clone()).collect();
    assert_eq!(numbers, ["+5511900000001", "+5511900000003", "+5511900000004", "+5511900000010"]);
}

#[tokio::test]
async fn the_result_of_adding_has_many_forms() {
    let asked = "5531988880001@s.whatsapp.net";
    let listed = "553188880001@s.whatsapp.net";
    for (results, code, data) in [
        (AddResults::List, 200, json!({"participants": [{"id": asked, "status": 200}]})),
        (AddResults::ByJid, 403, json!({asked: {"code": 403}})),
        (AddResults::Numbers, 403, json!({asked: 403})),
        (AddResults::Texts, 403, json!({"participants": [{"jid": asked, "status": "403"}]})),
        (AddResults::Errors, 200, json!([{"JID": "9@lid", "PhoneNumber": listed, "LID": "9@lid", "Error": 0}])),
        (AddResults::Lids, 403, json!({"participants": [{"jid": "9@lid", "error": "403"}]})),
    ] {
        let api = Api::start().await;
        api.stand_in.world(|world| {
            let person = Person { lid: "9".to_owned(), ..Person::phone(asked).listed_as(listed) };
            world.add_person(if code == 403 { person.forbids_adding() } else { person });
            world.settings.results = results;
        });
        let path = format!("/{}/participants", encoded(&api.club));
        assert_eq!(api.post(&path, json!({"participants": [asked]})).await.data(), data, "{results:?}");
    }
}

#[tokio::test]
async fn a_member_is_known_by_the_listed_number() {
    let api = Api::start().await;
    let (asked, listed) = ("5531988880001@s.whatsapp.net", "553188880001@s.whatsapp.net");
    api.stand_in.world(|world| world.add_person(Person::phone(asked).listed_as(listed)));
    assert_eq!(api.add(&api.club, &[asked]).await, [200]);
    assert!(api.participants(&api.club).await.iter().any(|one| one["phoneNumber"] == "+553188880001"));
    assert_eq!(api.add(&api.club, &[asked, listed]).await, [409, 409]);
    assert_eq!(api.act(Method::DELETE, &api.club, "", &[asked]).await, [404]);
    assert_eq!(api.act(Method::DELETE, &api.club, "", &[listed]).await, [200]);
}

#[tokio::test]
async fn a_refused_number_refuses_the_whole_request() {
    let api = Api::start().await;
    let (bad, path) = ("5531988880001@s.whatsapp.net", format!("/{}/participants", encoded(&api.club)));
    for named in [true, false] {
        api.stand_in.world(|world| world.add_person(Person::phone(bad).refused(named)));
        let answer = api.post(&path, json!({"participants": [CAIO, bad]})).await;
        assert_eq!((answer.status, answer.text.contains(bad)), (400, named));
        let numbers: Vec<_> = api.participants(&api.club).await.iter().map(|one| one["phoneNumber"].clone()).collect();
        assert!(!numbers.contains(&json!(format!("+{}", CAIO.split('@').next().unwrap()))), "{numbers:?}");
    }
}

#[tokio::test]
async fn who_left_cannot_be_added_back_but_who_was_removed_can() {
    let api = Api::start().await;
    let bia = api.person(BIA);
    assert!(api.stand_in.world(|world| world.leaves(&api.club, bia)));
    assert_eq!(api.add(&api.club, &[BIA]).await, [408]);
    assert_eq!(api.act(Method::DELETE, &api.board, "", &[BIA]).await, [200]);
    assert_eq!(api.add(&api.board, &[BIA]).await, [200]);
}

#[tokio::test]
async fn a_full_group_takes_nobody_more() {
    let api = Api::start().await;
    api.stand_in.world(|world| world.settings.members_max = 4);
    assert_eq!(api.add(&api.club, &[CAIO, "5511900000010@s.whatsapp.net"]).await, [200, 419]);
}

#[tokio::test]
async fn only_an_admin_adds_and_removes() {
    let api = Api::start().await;
    let path = format!("/{}/participants", encoded(&api.choir));
    assert_eq!(api.post(&path, json!({"participants": [CAIO]})).await.status, 403);
    assert_eq!(api.call(Method::DELETE, &path, json!({"participants": [BIA]})).await.status, 403);
    assert!(api.is_in(&api.choir, BIA));
}

#[tokio::test]
async fn creator_and_own_account_cannot_be_removed() {
    let api = Api::start().await;
    assert_eq!(api.act(Method::DELETE, &api.board, "", &[BIA, ANA, ACCOUNT, CAIO]).await, [200, 403, 403, 404]);
    assert!(!api.is_in(&api.board, BIA) && api.is_in(&api.board, ANA));
}

#[tokio::test]
async fn only_the_creator_promotes_and_demotes() {
    let api = Api::start().await;
    for action in ["/promote", "/demote"] {
        for group in [&api.board, &api.choir] {
            let path = format!("/{}/participants{action}", encoded(group));
            assert_eq!(api.post(&path, json!({"participants": [BIA]})).await.status, 403);
        }
    }
    assert_eq!(api.act(Method::POST, &api.club, "/promote", &[BIA, ANA, CAIO]).await, [200, 200, 404]);
    assert_eq!(api.role(&api.club, BIA), Some(Role::Admin));
    assert_eq!(api.act(Method::POST, &api.club, "/demote", &[BIA, ANA, ACCOUNT]).await, [200, 200, 403]);
    assert_eq!(api.role(&api.club, ANA), Some(Role::Member));
    assert_eq!(api.role(&api.club, ACCOUNT), Some(Role::SuperAdmin));
}

#[tokio::test]
async fn a_demoted_or_removed_person_may_come_back_as_a_lid_only() {
    let api = Api::start().await;
    let before = api.participants(&api.club).await[2].clone();
    assert_eq!(before["phoneNumber"], "+5511900000004");
    api.act(Method::POST, &api.club, "/promote", &[BIA]).await;
    assert_eq!(api.participants(&api.club).await[2]["phoneNumber"], "+5511900000004");
    api.act(Method::POST, &api.club, "/demote", &[BIA]).await;
    let after = api.participants(&api.club).await[2].clone();
    assert!(after.get("phoneNumber").is_none() && after["lid"] == before["lid"]);
    // A person who does not hide their number keeps it.
    api.act(Method::POST, &api.club, "/demote", &[ANA]).await;
    assert_eq!(api.participants(&api.club).await[1]["phoneNumber"], "+5511900000003");
    // The LID is enough to name them.
    assert_eq!(api.act(Method::DELETE, &api.club, "", &[after["lid"].as_str().unwrap()]).await, [200]);
    assert_eq!(api.add(&api.club, &[BIA]).await, [200]);
    let back = api.participants(&api.club).await;
    assert!(back.iter().any(|one| one["lid"] == before["lid"] && one.get("phoneNumber").is_none()));
}

#[tokio::test]
async fn a_member_may_be_known_by_lid_alone_and_be_given_ids_as_well() {
    let api = Api::start().await;
    let nameless = "77000000000001@lid";
    let club = api.club.clone();
    api.stand_in.world(|world| {
        let person = world.add_person(Person::lid(nameless));
        world.put_member(&club, person, Role::Member);
        world.settings.lids = false;
        world.settings.participant_id = ParticipantId::Jid;
    });
    let seen = api.participants(&api.club).await;
    assert_eq!((seen[0]["jid"].as_str(), seen[0].get("lid")), (Some(ACCOUNT), None));
    assert_eq!((seen[3]["jid"].as_str(), seen[3]["lid"].as_str()), (Some(nameless), Some(nameless)));
    assert!(seen[3].get("phoneNumber").is_none());
}

#[tokio::test]
async fn the_same_number_has_the_same_lid_in_every_world() {
    let (one, other) = (Api::start().await, Api::start().await);
    for api in [&one, &other] {
        api.add(&api.club, &[CAIO]).await;
    }
    assert_eq!(one.participants(&one.club).await, other.participants(&other.club).await);
}
