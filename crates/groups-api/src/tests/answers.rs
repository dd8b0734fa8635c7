//! Tests of answers whose status reports success.

use super::*;

/// Sends every change whose answer is not needed to a server that gives that answer.
async fn changes(step: fn() -> Step) -> Vec<Result<(), ApiError>> {
    let (session, group, people) = (session(), group(), people());
    let api = || Server::new(vec![step()]).client();
    vec![
        api().set_subject(&session, &group, "Team").await,
        api().set_description(&session, &group, "Us").await,
        api().set_picture(&session, &group, NewPicture::Base64("iVBO".to_owned())).await,
        api().leave(&session, &group).await,
        api().delete(&session, &group).await,
        api().add_participants(&session, &group, &people).await.map(drop),
        api().remove_participants(&session, &group, &people).await,
        api().promote(&session, &group, &people).await,
        api().demote(&session, &group, &people).await,
        api().revoke_invite(&session, &group).await.map(drop),
    ]
}

#[tokio::test]
async fn a_change_is_done_when_its_answer_says_so() {
    let steps: [fn() -> Step; 6] = [
        || say(200, "", ""),
        || say(200, "", "{}"),
        || say(201, "", r#"{"data": null}"#),
        || say(200, "", r#"{"data": {"participants": [{"id": "1@lid", "error": 403}]}}"#),
        || say(204, "", ""),
        || Step::Say("HTTP/1.1 204 X\r\nconnection: close\r\n\r\n".to_owned()),
    ];
    for step in steps {
        assert_eq!(changes(step).await, vec![Ok(()); 10]);
    }
}

#[tokio::test]
async fn a_change_whose_answer_does_not_say_so_is_open() {
    let steps: [fn() -> Step; 8] = [
        || say(200, "", r#"{"error": "no"}"#),
        || say(200, "", r#"{"success": false, "data": {"code": "AbCdEfGhIjKlMnOpQrStUv"}}"#),
        || say(201, "", r#"{"data": false}"#),
        || say(200, "", r#"{"data": {"success": false}}"#),
        || say(200, "", "<p>done</p>"),
        || say(201, "", r#"{"data": "#),
        || say(202, "", r#"{"data": {"correlationId": "x"}}"#),
        || Step::Say("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"da".to_owned()),
    ];
    for step in steps {
        for result in changes(step).await {
            assert_eq!(result, Err(ApiError::Garbled));
            assert_eq!(result.unwrap_err().changed(), Effect::Maybe);
        }
        let api = || Server::new(vec![step()]).client();
        let created = api().create_group(&session(), "Team", &people()).await;
        assert_eq!(created, Err(ApiError::Garbled));
        assert_eq!(api().join(&session(), &CODE.parse().unwrap()).await, Err(ApiError::Garbled));
    }
    for result in changes(|| Step::Flood).await {
        assert_eq!(result.clone().map_err(|error| error.changed()), Err(Effect::Maybe), "{result:?}");
    }
}

/// Returns a list of groups with 1,000 members each.
fn full_groups(count: usize) -> String {
    let members: Vec<_> = (0..1_000)
        .map(|number| json!({"phoneNumber": format!("+55119{number:08}"), "lid": format!("{number:015}@lid"), "isAdmin": false}))
        .collect();
    let group =
        json!({"id": "1@g.us", "name": "Team", "createdAt": 1_700_000_000, "participants": members}).to_string();
    format!(r#"{{"data": [{}]}}"#, vec![group; count].join(","))
}

#[tokio::test]
async fn a_list_of_full_groups_is_read() {
    let groups = Server::new(vec![say(200, "", &full_groups(150))]).client().groups(&session()).await.unwrap();
    assert_eq!(groups.len(), 150);
    assert!(groups.iter().all(|group| group.name == "Team" && group.size == Some(1_000)));
}

#[tokio::test]
async fn a_long_list_that_broke_off_is_read_again() {
    let list = full_groups(20);
    let cut = list.get(..list.len() - 100).unwrap();
    let broken = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{cut}", list.len());
    let server = Server::new(vec![Step::Say(broken), say(200, "", &list)]);
    assert_eq!(get(&server.client()).await, Ok(()));
    assert_eq!(server.heard().len(), 2);
    let server = Server::new(vec![say(200, "", cut)]);
    assert_eq!(get(&server.client()).await, Err(ApiError::Garbled), "whole, but no JSON");
}

#[tokio::test]
async fn an_unreadable_entry_is_no_proof_of_absence() {
    let group_list = json!([{"id": "1@g.us"}, {"id": null}]);
    let api = || Server::new(vec![ok(&group_list)]).client();
    assert_eq!(api().groups(&session()).await, Err(ApiError::Garbled));
    assert_eq!(api().readable_groups(&session()).await.unwrap().unread, 1);
    let members = json!([{"lid": "1@lid", "isAdmin": false}, {"id": "5511999999999"}]);
    let api = || Server::new(vec![ok(&members)]).client();
    assert_eq!(api().participants(&session(), &group()).await, Err(ApiError::Garbled));
    assert_eq!(api().readable_participants(&session(), &group()).await.unwrap().unread, 1);
    let api = || Server::new(vec![ok(&json!(["1@lid"]))]).client();
    assert_eq!(api().participants(&session(), &group()).await.map(|members| members.len()), Ok(1));
    assert_eq!(api().ranked_participants(&session(), &group()).await, Err(ApiError::Garbled), "no roles");
    for nothing in [json!([{}]), json!([null]), json!(["x"])] {
        let api = || Server::new(vec![ok(&nothing)]).client();
        assert_eq!(api().readable_groups(&session()).await, Err(ApiError::Garbled), "{nothing}");
        assert_eq!(api().readable_participants(&session(), &group()).await, Err(ApiError::Garbled), "{nothing}");
        assert_eq!(api().sessions().await, Err(ApiError::Garbled), "{nothing}");
    }
}
