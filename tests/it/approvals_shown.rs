//! What those who decide see: the text exactly as it is carried out.

use serde_json::{Value, json};
use usher::sandbox::discord::MessageId;
use usher::sandbox::{ALPHA, Scene};

use crate::approvals::may_ask;
use crate::files::{attached_to, csv_of};
use crate::harness::{Reply, Town};

/// As [`may_ask`], and for groups to be created and deleted too.
fn may_ask_for_more(scene: &mut Scene) {
    may_ask(scene);
    let more = format!(
        "[[guilds.grants]]\nrole = \"{}\"\nneeds_approval = [\"groups.create\", \"groups.delete\"]\n",
        scene.roles.helper
    );
    scene.server.push_str(&more);
}

#[tokio::test]
async fn a_request_shows_its_text_as_it_is_carried_out() {
    let town = Town::with(may_ask).await;
    for text in ["Bring water.", "Who comes?", "Now!", "**No** @everyone: [x](https://example.com) -", "One\n\n> two…"]
    {
        let asked = town.command("helper", "wa-group describe", &[("group", ALPHA), ("text", text)]).await;
        let posted = town.posted().pop().unwrap();
        let details = town.decide("moderator", &posted, "Details").await;
        let details = town.house.discord.world(|world| world.original(details.interaction).unwrap().all_text());
        let approved = town.decide("moderator", &posted, "Approve").await;
        for shown in [asked.text(), posted.all_text(), details, approved.text()] {
            assert!(shown.contains(&format!("```\n{text}\n```")), "{text}: {shown}");
        }
        let carried_out = town.house.groups.world(|world| world.group(ALPHA).unwrap().description.clone());
        assert_eq!(carried_out.as_deref(), Some(text));
        let listed = town.command("helper", "wa-request list", &[]).await.text();
        assert!(listed.contains("change this group's description in **Alpha Team**"), "{listed}");
    }
    town.close().await;
}

#[tokio::test]
async fn a_new_name_is_shown_and_told_without_a_second_stop() {
    let town = Town::with(may_ask).await;
    let asked = town.command("helper", "wa-group rename", &[("group", ALPHA), ("name", "Alpha. Crew.")]).await;
    let posted = town.posted().pop().unwrap();
    let approved = town.decide("moderator", &posted, "Approve").await;
    let told = town.message(asked.message.as_ref().unwrap().id).all_text();
    let notice = town.house.discord.world(|world| world.followups(asked.interaction)[0].all_text());
    for shown in [asked.text(), posted.all_text(), approved.text(), told, notice] {
        let plain = shown.replace(['*', '`'], "");
        assert!(plain.contains("Alpha. Crew.") && !plain.contains("Crew.."), "{shown}");
    }
    town.close().await;
}

#[tokio::test]
async fn details_hold_all_that_would_be_carried_out() {
    let town = Town::with(may_ask_for_more).await;
    let (who, discord) = (town.person("helper"), &town.house.discord);
    let people = discord.upload(who, "people.csv", "text/csv", csv_of(40).into_bytes()).to_string();
    let mut png = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(64, 64).write_to(&mut png, image::ImageFormat::Png).unwrap();
    let picture = discord.upload(who, "picture.png", "image/png", png.into_inner()).to_string();
    // Longest for what is escaped, with the bait at its end.
    let text = format!("{}``` JOIN https://evil.example", "*".repeat(2_000));
    let options = [
        ("name", "New Crew"),
        ("description", text.as_str()),
        ("file", people.as_str()),
        ("picture", picture.as_str()),
    ];
    town.command("helper", "wa-group create", &options).await;
    let posted = town.posted().pop().unwrap();
    let shown = posted.all_text();
    assert!(shown.contains("20 of 40 people are named here") && shown.contains("shows the picture"), "{shown}");
    assert!(shown.contains("too long to be shown here"), "{shown}");

    let details = town.decide("owner", &posted, "Details").await;
    assert!(details.notices.is_empty());
    let details = discord.world(|world| world.original(details.interaction).unwrap().clone());
    assert!(details.is_ephemeral());
    assert_eq!(String::from_utf8(attached_to(&details, "text.txt")).unwrap(), text);
    let table = String::from_utf8(attached_to(&details, "people.csv")).unwrap();
    assert_eq!(table.lines().count(), 41);
    assert!(table.ends_with("+5511800000039,BR\n"), "{table}");
    assert!(image::load_from_memory(&attached_to(&details, "picture.jpg")).is_ok());
    town.close().await;
}

#[tokio::test]
async fn a_deletion_is_approved_by_typing_the_name() {
    let town = Town::with(may_ask_for_more).await;
    let is_there = || town.house.groups.world(|world| world.group(ALPHA).is_some());
    town.command("helper", "wa-group delete", &[("group", ALPHA)]).await;
    let posted = town.posted().pop().unwrap();
    let opened = town.decide("owner", &posted, "Approve").await;
    assert!(town.modal(&opened).to_string().contains("Alpha Team"));
    let wrong = town.fill_in("owner", &opened, "Alpha").await;
    let said = town.house.discord.world(|world| world.original(wrong.interaction).unwrap().all_text());
    assert!(said.contains("another name"), "{said}");
    assert_eq!(town.message(posted.id).all_text(), posted.all_text(), "the request stands as before");
    assert!(is_there());
    // Who may not approve it does not by sending the window off.
    let list = town.command("moderator", "wa-request list", &[]).await;
    let discord = &town.house.discord;
    let mut forged = discord.world(|world| world.interactions[&wrong.interaction].payload.clone());
    forged["member"] = discord.world(|world| world.interactions[&list.interaction].payload["member"].clone());
    forged["data"]["components"][0]["components"][0]["value"] = json!("Alpha Team");
    let forged = town.reply(discord.raw_interaction(forged)).await;
    let said = discord.world(|world| world.original(forged.interaction).unwrap().all_text());
    assert!(said.contains("You may not do this") && is_there(), "{said}");
    let opened = town.decide("owner", &posted, "Approve").await;
    let approved = town.fill_in("owner", &opened, "alpha team").await;
    assert!(approved.text().contains("approved it"), "{}", approved.text());
    assert!(!is_there());
    town.close().await;
}

/// A press with this id on a posted request, by the moderator.
async fn forged(town: &Town, posted: MessageId, id: &str) -> Reply {
    let discord = &town.house.discord;
    let pressed = discord.press(town.person("moderator"), posted, "Details").unwrap();
    let mut payload: Value = discord.world(|world| world.interactions[&pressed].payload.clone());
    town.reply(pressed).await;
    payload["data"]["custom_id"] = json!(id);
    town.reply(discord.raw_interaction(payload)).await
}

#[tokio::test]
async fn only_what_was_shown_is_approved() {
    let town = Town::with(may_ask).await;
    town.command("helper", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]).await;
    let posted = town.posted().pop().unwrap();
    // Of another operation, as after an older copy of the store was put back; and of the last release.
    for id in ["approve:1:0123456789abcdef", "approve:1"] {
        let pressed = forged(&town, posted.id, id).await;
        assert!(pressed.calls.iter().all(|call| call.method == "GET"), "{:?}", pressed.calls());
        let now = town.message(posted.id);
        assert!(now.all_text().contains("Not what was shown"), "{}", now.all_text());
        assert!(now.all_text().contains("Alpha Crew") && now.control("Approve").is_some());
    }
    let approved = town.decide("moderator", &town.message(posted.id), "Approve").await;
    assert!(approved.text().contains("approved it"), "{}", approved.text());
    town.close().await;
}
