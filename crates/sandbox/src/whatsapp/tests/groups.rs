//! Tests of operations 1 to 8.

use reqwest::Method;
use serde_json::json;

use super::{ACCOUNT, ANA, Api, BIA, CAIO, encoded};
use crate::whatsapp::{NoDescription, Operation, Person, Picture, Role};

#[tokio::test]
async fn new_group_has_the_super_admin_and_the_addable_members() {
    let api = Api::start().await;
    let private = "5511900000006@s.whatsapp.net";
    api.stand_in.world(|world| world.add_person(Person::phone(private).forbids_adding()));
    let answer = api.post("", json!({"name": "New", "participants": [CAIO, private, ACCOUNT]})).await;
    assert_eq!(answer.status, 201);
    let group = answer.data();
    assert_eq!(group["name"], "New");
    assert!(group["description"].is_null() && group["createdAt"].as_i64().unwrap() > 1_700_000_000);
    let participants = group["participants"].as_array().unwrap();
    assert_eq!(participants.len(), 2);
    assert_eq!(participants[0]["phoneNumber"], "+5511900000001");
    assert_eq!((&participants[0]["isSuperAdmin"], &participants[0]["isAdmin"]), (&json!(true), &json!(true)));
    assert_eq!(participants[0]["lid"], group["ownerLid"]);
    assert_eq!(
        (&participants[1]["phoneNumber"], &participants[1]["isAdmin"]),
        (&json!("+5511900000005"), &json!(false))
    );
    let id = encoded(group["id"].as_str().unwrap());
    assert_eq!(api.get(&format!("/{id}")).await.data(), group);
}

#[tokio::test]
async fn a_name_has_1_to_25_characters() {
    let api = Api::start().await;
    let subject = format!("/{}/subject", encoded(&api.club));
    for (name, status) in [("", 400), ("  ", 400), (&*"é".repeat(25), 200), (&*"x".repeat(26), 400)] {
        assert_eq!(api.put(&subject, json!({"subject": name})).await.status, status, "{name}");
        let created = api.post("", json!({"name": name, "participants": [ANA]})).await.status;
        assert_eq!(created, if status == 200 { 201 } else { status }, "{name}");
    }
    assert_eq!(api.name_of(&api.club), "é".repeat(25));
}

#[tokio::test]
async fn an_action_names_at_most_256_participants_by_well_formed_jids() {
    let api = Api::start().await;
    let many = |count| (0..count).map(|n| format!("55119{n:08}@s.whatsapp.net")).collect::<Vec<_>>();
    let participants = format!("/{}/participants", encoded(&api.club));
    // A group may be created without other members. Every other action needs at least one person.
    for (method, path) in [
        (Method::POST, String::new()),
        (Method::POST, participants.clone()),
        (Method::DELETE, participants.clone()),
        (Method::POST, format!("{participants}/promote")),
        (Method::POST, format!("{participants}/demote")),
    ] {
        for (people, accepted) in [(many(0), path.is_empty()), (many(256), true), (many(257), false)] {
            let count = people.len();
            let body = json!({"name": "New", "participants": people});
            let status = api.call(method.clone(), &path, body).await.status;
            assert_eq!((200..300).contains(&status), accepted, "{method} {path}: {count} gave {status}");
        }
        for wrong in ["5511900000001", "+5511900000001@s.whatsapp.net", "12@s.whatsapp.net", "x@lid", "1@g.us", ""] {
            let body = json!({"name": "New", "participants": [ANA, wrong]});
            assert_eq!(api.call(method.clone(), &path, body).await.status, 400, "{method} {path}: {wrong}");
        }
    }
}

#[tokio::test]
async fn the_list_holds_the_groups_that_the_account_is_in() {
    let api = Api::start().await;
    let listed = api.get("").await.data();
    let names: Vec<_> = listed.as_array().unwrap().iter().map(|group| group["name"].clone()).collect();
    assert_eq!(names, ["Club", "Board", "Choir"]);
    assert_eq!(listed[0]["participants"].as_array().unwrap().len(), 3);
    api.stand_in.world(|world| {
        world.settings.members_in_lists = false;
        world.settings.no_description = NoDescription::Absent;
    });
    let listed = api.get("").await.data();
    assert!(listed[0].get("participants").is_none() && listed[0].get("description").is_none());
    let url = format!("{}/api/sessions/second/groups", api.stand_in.base_url());
    let others = api.send(api.client.get(url).bearer_auth(api.stand_in.key())).await;
    assert_eq!(others.data(), json!([]));
}

#[tokio::test]
async fn a_group_that_the_account_is_not_in_is_not_found() {
    let api = Api::start().await;
    let (club, account) = (api.club.clone(), api.person(ACCOUNT));
    api.stand_in.world(|world| world.take_out(&club, account));
    assert_eq!(api.get(&format!("/{}", encoded(&api.club))).await.status, 404);
    assert_eq!(api.get(&format!("/{}/participants", encoded(&api.club))).await.status, 404);
    assert_eq!(api.get("/999%40g.us").await.status, 404);
}

#[tokio::test]
async fn only_an_admin_changes_subject_description_and_picture() {
    let api = Api::start().await;
    for (group, status) in [(&api.club, 200), (&api.board, 200), (&api.choir, 403)] {
        let group = encoded(group);
        for (path, body) in [
            ("subject", json!({"subject": "New"})),
            ("description", json!({"description": "New"})),
            ("picture", json!({"url": "https://example.org/new.jpg"})),
        ] {
            assert_eq!(api.put(&format!("/{group}/{path}"), body).await.status, status, "{path}");
        }
    }
    assert_eq!(api.name_of(&api.choir), "Choir");
}

#[tokio::test]
async fn description_has_at_most_2048_characters_and_empty_removes_it() {
    let api = Api::start().await;
    let path = format!("/{}/description", encoded(&api.club));
    assert_eq!(api.put(&path, json!({"description": "é".repeat(2_048)})).await.status, 200);
    assert_eq!(api.put(&path, json!({"description": "x".repeat(2_049)})).await.status, 400);
    let group = format!("/{}", encoded(&api.club));
    assert_eq!(api.get(&group).await.data()["description"], "é".repeat(2_048));
    assert_eq!(api.put(&path, json!({"description": ""})).await.status, 200);
    assert!(api.get(&group).await.data()["description"].is_null());
}

#[tokio::test]
async fn a_picture_is_an_https_url_or_base64_and_not_both() {
    let api = Api::start().await;
    let path = format!("/{}/picture", encoded(&api.club));
    for wrong in [
        json!({}),
        json!({"url": "http://example.org/a.jpg"}),
        json!({"url": "a.jpg"}),
        json!({"url": "https://example.org/a.jpg", "base64": "aGk="}),
        json!({"base64": "not base64!"}),
        json!({"base64": "data:image/jpeg;base64,aGk="}),
        json!({"base64": ""}),
    ] {
        assert_eq!(api.put(&path, wrong.clone()).await.status, 400, "{wrong}");
    }
    let picture = || api.stand_in.world(|world| world.group(&api.club).unwrap().picture.clone());
    assert_eq!(picture(), None);
    assert_eq!(api.put(&path, json!({"base64": "aGk="})).await.status, 200);
    assert_eq!(picture(), Some(Picture::Uploaded(b"hi".to_vec())));
    let url = "https://example.org/a.jpg";
    assert_eq!(api.put(&path, json!({"url": url})).await.status, 200);
    assert_eq!(picture(), Some(Picture::Url(url.to_owned())));
}

#[tokio::test]
async fn who_has_left_a_group_sees_it_no_more() {
    let api = Api::start().await;
    let group = encoded(&api.choir);
    assert_eq!(api.send(api.request(Method::POST, &format!("/{group}/leave"))).await.status, 200);
    assert_eq!(api.get(&format!("/{group}")).await.status, 404);
    assert_eq!(api.post(&format!("/{group}/leave"), json!({})).await.status, 404);
    assert!(api.is_in(&api.choir, BIA) && !api.is_in(&api.choir, ACCOUNT));
}

#[tokio::test]
async fn a_group_left_without_an_admin_gets_one() {
    let api = Api::start().await;
    let created = api.post("", json!({"name": "New", "participants": [CAIO, BIA]})).await.data();
    let id = created["id"].as_str().unwrap();
    assert_eq!(api.post(&format!("/{}/leave", encoded(id)), json!({})).await.status, 200);
    let caio = api.person(CAIO);
    assert_eq!(api.stand_in.world(|world| world.group(id).unwrap().role(caio)), Some(Role::Admin));
}

#[tokio::test]
async fn only_the_creator_deletes_a_group_and_then_it_is_gone_for_all() {
    let api = Api::start().await;
    assert_eq!(api.delete(&format!("/{}", encoded(&api.board))).await.status, 403);
    assert_eq!(api.delete(&format!("/{}", encoded(&api.club))).await.status, 200);
    assert!(api.stand_in.world(|world| world.group(&api.club).is_none() && world.group(&api.board).is_some()));
    assert_eq!(api.get(&format!("/{}", encoded(&api.club))).await.status, 404);
    assert_eq!(api.stand_in.calls()[0].operation, Some(Operation::DeleteGroup));
}
