//! What the client does for providers other than Titan.

use super::*;
use crate::provider::PictureForm;

fn client_of(server: &Server, provider: Provider, key: &str) -> GroupsApi {
    GroupsApi::new(ClientSettings { provider, key: key.into(), ..server.settings() }).unwrap()
}

#[tokio::test]
async fn a_session_is_read_once_and_again_after_its_id_is_refused() {
    let list = |id: &str| say(200, "", &json!([{"id": id, "name": "default", "status": "ready"}]).to_string());
    let gone = r#"{"message":"Session is not started","error":"Bad Request","statusCode":400}"#;
    let steps = vec![list("old"), say(200, "", "[]"), say(400, "", gone), list("new"), say(200, "", "[]")];
    let server = Server::new(steps);
    let api = client_of(&server, Provider::OpenWa, "a key");
    assert!(get(&api).await.is_ok());
    let refused = get(&api).await;
    assert!(matches!(refused, Err(ApiError::NotConnected { .. })), "{refused:?}");
    assert!(get(&api).await.is_ok());
    let paths: Vec<String> =
        server.heard().iter().map(|request| request.split(' ').nth(1).unwrap_or_default().to_owned()).collect();
    assert_eq!(
        paths,
        [
            "/api/sessions?name=default",
            "/api/sessions/old/groups?limit=1000",
            "/api/sessions/old/groups?limit=1000",
            "/api/sessions?name=default",
            "/api/sessions/new/groups?limit=1000",
        ]
    );
    assert!(server.heard()[0].contains("x-api-key: a key"));
}

#[tokio::test]
async fn gowa_gets_its_device_its_key_and_a_form() {
    let done = say(200, "", r#"{"code":"SUCCESS","message":"","results":{"picture_id":"1"}}"#);
    let server = Server::new(vec![done]);
    let api = client_of(&server, Provider::Gowa, "user:password");
    let picture = NewPicture::Base64("aGVsbG8=".to_owned());
    hurried(&api.inner.clock, api.set_picture(&session(), &group(), picture)).await.unwrap();
    let request = server.heard()[0].to_lowercase();
    for part in [
        "post /group/photo http",
        "x-device-id: default\r\n",
        "authorization: basic dxnlcjpwyxnzd29yza==\r\n",
        "content-type: multipart/form-data; boundary=",
        "name=\"group_id\"\r\n\r\n1@g.us\r\n",
        "name=\"photo\"; filename=\"picture.jpg\"\r\n",
        "content-type: image/jpeg\r\n\r\nhello\r\n",
    ] {
        assert!(request.contains(part), "{part} is not in {request}");
    }
    let form = PictureForm { fields: Vec::new(), name: "photo", jpeg: b"secret".to_vec() };
    assert!(!format!("{form:?}").contains("115"), "a picture is in no log line");
}

#[tokio::test]
async fn a_list_as_long_as_it_can_be_proves_nothing() {
    let groups: Vec<Value> = (0..500).map(|number| json!({"JID": format!("{number}@g.us"), "Name": "A"})).collect();
    let list = |groups: &[Value]| {
        let results = json!({"code": "SUCCESS", "message": "", "results": {"data": groups}});
        say(200, "", &results.to_string())
    };
    let server = Server::new(vec![list(&groups), list(&groups[1..])]);
    let api = client_of(&server, Provider::Gowa, "user:password");
    let listed = hurried(&api.inner.clock, api.readable_groups(&session())).await.unwrap();
    assert_eq!((listed.entries.len(), listed.unread), (500, 1));
    assert_eq!(hurried(&api.inner.clock, api.groups(&session())).await.unwrap().len(), 499);
}

#[test]
fn a_key_without_a_colon_is_none_of_gowa() {
    let settings = ClientSettings { provider: Provider::Gowa, ..Server::new(Vec::new()).settings() };
    let error = GroupsApi::new(settings).err().unwrap();
    assert!(error.to_string().contains("user:password"), "{error}");
}
