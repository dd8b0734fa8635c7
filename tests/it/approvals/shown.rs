//! Approvers see the text exactly as the operation would use it.

use discord_stand_in::MessageId;
use groups_api::PEOPLE_PER_REQUEST;
use sandbox::{ALPHA, ANA, BRUNO, Scene};
use serde_json::{Value, json};

use crate::approvals::may_ask;
use crate::files::{attached_to, csv_of};
use crate::harness::{Reply, TestBot};

/// Extends [`may_ask`] with the creation and deletion of groups.
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
    TestBot::with(may_ask)
        .run(async |bot| {
            for text in
                ["Bring water.", "Who comes?", "Now!", "**No** @everyone: [x](https://example.com) -", "One\n\n> two…"]
            {
                let asked = bot.command("helper", "wa-group describe", &[("group", ALPHA), ("text", text)]).await;
                let posted = bot.posted().pop().unwrap();
                let details = bot.decide("moderator", &posted, "Details").await;
                let details = bot.discord.world(|world| world.original(details.interaction).unwrap().all_text());
                let approved = bot.decide("moderator", &posted, "Approve").await;
                for shown in [asked.text(), posted.all_text(), details, approved.text()] {
                    assert!(shown.contains(&format!("```\n{text}\n```")), "{text}: {shown}");
                }
                let carried_out = bot.groups.world(|world| world.group(ALPHA).unwrap().description.clone());
                assert_eq!(carried_out.as_deref(), Some(text));
                let listed = bot.command("helper", "wa-request list", &[]).await.text();
                assert!(listed.contains("change this group's description · **Alpha Team**"), "{listed}");
            }
        })
        .await;
}

#[tokio::test]
async fn a_new_name_is_shown_and_told_without_a_second_stop() {
    TestBot::with(may_ask)
        .run(async |bot| {
            let asked = bot.command("helper", "wa-group rename", &[("group", ALPHA), ("name", "Alpha. Crew.")]).await;
            let posted = bot.posted().pop().unwrap();
            let approved = bot.decide("moderator", &posted, "Approve").await;
            let told = bot.message(asked.message.as_ref().unwrap().id).all_text();
            let notice = bot.discord.world(|world| world.followups(asked.interaction)[0].all_text());
            for shown in [asked.text(), posted.all_text(), approved.text(), told, notice] {
                let plain = shown.replace(['*', '`'], "");
                assert!(plain.contains("Alpha. Crew.") && !plain.contains("Crew.."), "{shown}");
            }
        })
        .await;
}

#[tokio::test]
async fn details_hold_all_that_would_be_carried_out() {
    TestBot::with(may_ask_for_more)
        .needs(|can| can.people_per_request == PEOPLE_PER_REQUEST && can.description_chars > 2_100)
        .run(async |bot| {
            let (who, discord) = (bot.person("helper"), &bot.discord);
            let people = discord.upload(who, "people.csv", "text/csv", csv_of(40).into_bytes()).to_string();
            let mut png = std::io::Cursor::new(Vec::new());
            image::DynamicImage::new_rgb8(64, 64).write_to(&mut png, image::ImageFormat::Png).unwrap();
            let picture = discord.upload(who, "picture.png", "image/png", png.into_inner()).to_string();
            // The longest text after escaping, with a deceptive end.
            let text = format!("{}``` JOIN https://evil.example", "*".repeat(2_000));
            let options = [
                ("name", "New Crew"),
                ("description", text.as_str()),
                ("file", people.as_str()),
                ("picture", picture.as_str()),
            ];
            bot.command("helper", "wa-group create", &options).await;
            let posted = bot.posted().pop().unwrap();
            let shown = posted.all_text();
            assert!(shown.contains("20 of 40 people") && shown.contains("shows the picture"), "{shown}");
            assert!(shown.contains("too long to show here"), "{shown}");

            let details = bot.decide("owner", &posted, "Details").await;
            assert!(details.notices.is_empty());
            let details = discord.world(|world| world.original(details.interaction).unwrap().clone());
            assert!(details.is_ephemeral());
            assert_eq!(String::from_utf8(attached_to(&details, "text.txt")).unwrap(), text);
            let table = String::from_utf8(attached_to(&details, "people-New-Crew.csv")).unwrap();
            assert_eq!(table.lines().count(), 41);
            assert!(table.ends_with("'+5521900000039,BR,Person 39\n"), "{table}");
            assert!(image::load_from_memory(&attached_to(&details, "picture.jpg")).is_ok());
        })
        .await;
}

#[tokio::test]
async fn a_deletion_is_approved_by_typing_the_name() {
    TestBot::with(may_ask_for_more)
        .on_titan()
        .run(async |bot| {
            let is_there = || bot.groups.world(|world| world.group(ALPHA).is_some());
            bot.command("helper", "wa-group delete", &[("group", ALPHA)]).await;
            let posted = bot.posted().pop().unwrap();
            let opened = bot.decide("owner", &posted, "Approve").await;
            assert!(bot.modal(&opened).to_string().contains("Alpha Team"));
            let wrong = bot.fill_in("owner", &opened, "Alpha").await;
            let said = bot.discord.world(|world| world.original(wrong.interaction).unwrap().all_text());
            assert!(said.contains("Name does not match"), "{said}");
            assert_eq!(bot.message(posted.id).all_text(), posted.all_text(), "the request stands as before");
            assert!(is_there());
            // A member who may not approve cannot do so with a forged modal.
            let list = bot.command("moderator", "wa-request list", &[]).await;
            let discord = &bot.discord;
            let mut forged = discord.world(|world| world.interactions[&wrong.interaction].payload.clone());
            forged["member"] = discord.world(|world| world.interactions[&list.interaction].payload["member"].clone());
            forged["data"]["components"][0]["components"][0]["value"] = json!("Alpha Team");
            let forged = bot.reply(discord.raw_interaction(forged)).await;
            let said = discord.world(|world| world.original(forged.interaction).unwrap().all_text());
            assert!(said.contains("No permission") && is_there(), "{said}");
            let opened = bot.decide("owner", &posted, "Approve").await;
            let approved = bot.fill_in("owner", &opened, "alpha team").await;
            assert!(approved.text().contains("Approved by"), "{}", approved.text());
            assert!(!is_there());
        })
        .await;
}

#[tokio::test]
async fn details_name_the_people_as_the_list_did() {
    TestBot::with(may_ask)
        .run(async |bot| {
            let members = format!("Ana: {ANA}, {BRUNO}");
            let asked =
                bot.command("helper", "wa-group members remove", &[("group", ALPHA), ("members", &members)]).await;
            assert!(asked.text().contains("Waiting for approval"), "{}", asked.text());
            let posted = bot.posted().pop().unwrap();
            let details = bot.decide("moderator", &posted, "Details").await;
            let details = bot.discord.world(|world| world.original(details.interaction).unwrap().clone());
            let table = String::from_utf8(attached_to(&details, "people-Alpha-Team.csv")).unwrap();
            assert!(table.contains("phone number,country,name"), "{table}");
            assert!(table.contains(&format!("{ANA},BR,Ana")) && table.contains(&format!("{BRUNO},BR,\n")), "{table}");
        })
        .await;
}

/// Presses a button with this id on a posted request, as the moderator.
async fn forged(bot: &TestBot, posted: MessageId, id: &str) -> Reply {
    let discord = &bot.discord;
    let pressed = discord.press(bot.person("moderator"), posted, "Details").unwrap();
    let mut payload: Value = discord.world(|world| world.interactions[&pressed].payload.clone());
    bot.reply(pressed).await;
    payload["data"]["custom_id"] = json!(id);
    bot.reply(discord.raw_interaction(payload)).await
}

#[tokio::test]
async fn only_what_was_shown_is_approved() {
    TestBot::with(may_ask)
        .run(async |bot| {
            bot.command("helper", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]).await;
            let posted = bot.posted().pop().unwrap();
            // The id of another operation, as after a restored backup of the store; and an id of the last release.
            for id in ["approve:1:0123456789abcdef", "approve:1"] {
                let pressed = forged(bot, posted.id, id).await;
                assert!(pressed.calls.iter().all(|call| call.method == "GET"), "{:?}", pressed.calls());
                let now = bot.message(posted.id);
                assert!(now.all_text().contains("The request is different"), "{}", now.all_text());
                assert!(now.all_text().contains("Alpha Crew") && now.control("Approve").is_some());
            }
            let approved = bot.decide("moderator", &bot.message(posted.id), "Approve").await;
            assert!(approved.text().contains("Approved by"), "{}", approved.text());
        })
        .await;
}
