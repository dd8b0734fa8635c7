//! Files at the stand-in for Discord: uploaded as forms, shown by messages, and downloadable.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use serenity::all::{CreateAttachment, CreateEmbed, CreateMessage, EditAttachments, EditMessage, HttpBuilder};

use super::Services;

impl Services {
    /// Sends a request of the bot with files, each with its part's name, its own name and its bytes.
    async fn form(
        &self,
        method: Method,
        path: &str,
        payload: &Value,
        files: &[(&str, &str, &[u8])],
    ) -> (StatusCode, Value) {
        let mut body = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"payload_json\"\r\nContent-Type: application/json\r\n\r\n{payload}\r\n"
        )
        .into_bytes();
        for (part, name, bytes) in files {
            let head =
                format!("--edge\r\nContent-Disposition: form-data; name=\"{part}\"; filename=\"{name}\"\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--edge--\r\n");
        let request = self.client.request(method, format!("{}/api/v10{path}", self.discord().api_url()));
        let request = request.header("Authorization", format!("Bot {}", self.discord().token()));
        let answer = request.header("Content-Type", "multipart/form-data; boundary=edge").body(body).send().await;
        let answer = answer.unwrap();
        (answer.status(), answer.json().await.unwrap_or_default())
    }

    pub(super) async fn download(&self, url: &Value) -> (StatusCode, Vec<u8>) {
        let answer = self.client.get(url.as_str().unwrap()).send().await.unwrap();
        (answer.status(), answer.bytes().await.unwrap().to_vec())
    }
}

#[tokio::test]
async fn a_reply_may_bring_files_and_an_embed_shows_one_of_them() {
    let services = Services::new().await;
    let ping = services.ping();
    let path = format!("/interactions/{ping}/{}/callback?with_response=true", services.token(ping));
    let data = json!({
        "embeds": [{ "title": "t", "image": { "url": "attachment://a.png" } }],
        "attachments": [{ "id": 0, "filename": "a.png" }, { "id": 1, "description": "Said" }],
    });
    let files: [(&str, &str, &[u8]); 2] = [("files[0]", "x.png", b"\x89PNG"), ("files[1]", "b c.txt", b"hello")];
    let (status, answer) = services.form(Method::POST, &path, &json!({ "type": 4, "data": data }), &files).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    let message = &answer["resource"]["message"];
    // The file in the embed is not listed among the attachments.
    assert_eq!(message["attachments"].as_array().unwrap().len(), 1, "{message}");
    let listed = &message["attachments"][0];
    assert_eq!((&listed["filename"], &listed["size"]), (&json!("b_c.txt"), &json!(5)));
    assert_eq!(listed["content_type"], json!("text/plain; charset=utf-8"));
    assert_eq!(services.download(&listed["url"]).await, (StatusCode::OK, b"hello".to_vec()));
    let image = &message["embeds"][0]["image"]["url"];
    assert_eq!(services.download(image).await, (StatusCode::OK, b"\x89PNG".to_vec()));

    let kept = services.original(ping).attachments;
    assert_eq!(kept[1].description.as_deref(), Some("Said"));
    assert_eq!((kept[0].bytes.as_slice(), kept[0].in_embed), (&b"\x89PNG"[..], true));
    let recorded = services.discord().world(|world| world.requests.back().unwrap().clone());
    assert_eq!((recorded.body["type"].as_u64(), recorded.files.len()), (Some(4), 2));
}

#[tokio::test]
async fn edit_keeps_the_named_files_or_all_by_default() {
    let services = Services::new().await;
    let ping = services.ping();
    services.callback(ping, json!({ "type": 5 })).await;
    let application = services.discord().world(|world| world.application.id);
    let path = format!("/webhooks/{application}/{}/messages/@original", services.token(ping));
    let names = || services.original(ping).attachments.into_iter().map(|file| file.filename).collect::<Vec<_>>();

    services.form(Method::PATCH, &path, &json!({ "content": "one" }), &[("files[0]", "1.txt", b"1")]).await;
    services.form(Method::PATCH, &path, &json!({ "content": "two" }), &[("files[0]", "2.txt", b"2")]).await;
    assert_eq!(names(), ["1.txt", "2.txt"]);
    let second = services.original(ping).attachments[1].id;
    let edit = json!({ "attachments": [{ "id": second }, { "id": 0, "filename": "3.txt" }] });
    services.form(Method::PATCH, &path, &edit, &[("files[0]", "x.txt", b"3")]).await;
    assert_eq!(names(), ["2.txt", "3.txt"]);
    services.webhook(Method::PATCH, ping, "/messages/@original", json!({ "content": "same" })).await;
    assert_eq!(names(), ["2.txt", "3.txt"]);
    services.webhook(Method::PATCH, ping, "/messages/@original", json!({ "attachments": [] })).await;
    assert!(names().is_empty());
}

#[tokio::test]
async fn a_form_that_is_wrong_is_refused_as_discord_refuses_it() {
    let services = Services::new().await;
    let path = format!("/channels/{}/messages", services.stand_ins.channel);
    let plain = json!({ "content": "c" });
    let big = vec![0; 10 * 1024 * 1024 + 1];
    let (status, answer) = services.form(Method::POST, &path, &plain, &[("files[0]", "big", &big)]).await;
    assert_eq!((status, &answer["code"]), (StatusCode::PAYLOAD_TOO_LARGE, &json!(40_005)));
    let eleven: Vec<String> = (0..11).map(|n| format!("files[{n}]")).collect();
    let eleven: Vec<(&str, &str, &[u8])> = eleven.iter().map(|part| (part.as_str(), "f", &b"f"[..])).collect();
    for (payload, files) in [
        (&plain, eleven.as_slice()),
        (&plain, &[("else", "f", b"f")]),
        (&plain, &[("files[0]", "f", b"f"), ("files[0]", "g", b"g")]),
        (&json!({ "content": "c", "attachments": [{ "id": 1, "filename": "f" }] }), &[("files[0]", "f", b"f")]),
    ] {
        let (status, answer) = services.form(Method::POST, &path, payload, files).await;
        assert_eq!((status, &answer["code"]), (StatusCode::BAD_REQUEST, &json!(50_035)), "{payload}");
    }
    let url = format!("{}/api/v10{path}", services.discord().api_url());
    for (kind, body, code) in [("text/plain", "{}", 50_035), ("application/json", "{", 50_109)] {
        let request = services.client.post(&url).header("Authorization", format!("Bot {}", services.discord().token()));
        let answer = request.header("Content-Type", kind).body(body).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
        assert_eq!(answer.json::<Value>().await.unwrap()["code"], json!(code));
    }
    let channel = services.stand_ins.channel;
    services.discord().world(|world| world.deny_bot(channel, discord_stand_in::bits::ATTACH_FILES));
    let (_, answer) = services.form(Method::POST, &path, &plain, &[("files[0]", "f", b"f")]).await;
    assert_eq!(answer["code"], json!(50_013));
}

#[tokio::test]
async fn serenity_sends_files_and_finds_them_in_its_messages() {
    let services = Services::new().await;
    let http =
        HttpBuilder::new(services.discord().token()).proxy(services.discord().api_url()).ratelimiter_disabled(true);
    let http = http.build();
    let channel = serenity::all::ChannelId::new(services.stand_ins.channel.0);
    let file = |name: &str| CreateAttachment::bytes(name.as_bytes().to_vec(), name);
    let create = CreateMessage::new().content("c").add_file(file("one.txt")).add_file(file("two.png"));
    let create = create.embed(CreateEmbed::new().attachment("two.png"));
    let mut message = channel.send_message(&http, create).await.unwrap();
    assert_eq!(message.attachments.len(), 1);
    let image = message.embeds[0].image.as_ref().unwrap().url.clone();
    assert_eq!(services.download(&json!(image)).await, (StatusCode::OK, b"two.png".to_vec()));
    let kept = EditAttachments::keep_all(&message).add(file("three.txt"));
    message.edit(&http, EditMessage::new().attachments(kept)).await.unwrap();
    let names: Vec<&str> = message.attachments.iter().map(|file| file.filename.as_str()).collect();
    assert_eq!(names, ["one.txt", "three.txt"]); // The one in the embed is not listed, and stays nevertheless.
    assert_eq!(message.embeds[0].image.as_ref().unwrap().url, image);
    assert_eq!(services.download(&json!(image)).await.0, StatusCode::OK);
}

#[tokio::test]
async fn a_picture_is_replaced_by_a_newer_one_of_its_name() {
    let services = Services::new().await;
    let path = format!("/channels/{}/messages", services.stand_ins.channel);
    let body = json!({
        "embeds": [{ "title": "t", "image": { "url": "attachment://a.png" } }],
        "attachments": [{ "id": 0, "filename": "a.png" }],
    });
    let (_, made) = services.form(Method::POST, &path, &body, &[("files[0]", "a.png", b"old")]).await;
    let path = format!("{path}/{}", made["id"].as_str().unwrap());
    let (_, edited) = services.form(Method::PATCH, &path, &body, &[("files[0]", "a.png", b"new")]).await;
    assert_eq!(edited["attachments"], json!([]));
    assert_eq!(services.download(&edited["embeds"][0]["image"]["url"]).await, (StatusCode::OK, b"new".to_vec()));
    assert_eq!(services.download(&made["embeds"][0]["image"]["url"]).await.0, StatusCode::NOT_FOUND);
}
