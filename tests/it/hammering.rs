//! What one person may cost others: requests for approval, looks at WhatsApp, files, refusals.

use std::time::Duration;

use serde_json::json;
use usher::sandbox::discord::{ChannelId, Message};
use usher::sandbox::whatsapp::{Fault, FaultRule, Operation};
use usher::sandbox::{ALPHA, BETA, OPEN};

use crate::harness::{Reply, Town};

const MINUTE: Duration = Duration::from_secs(60);

async fn town(limits: &str) -> Town {
    Town::with(|scene| scene.settings = format!("groups_api.requests_per_second = 10000\n{limits}\n")).await
}

fn texts(town: &Town, channel: ChannelId) -> Vec<String> {
    town.house.discord.world(|world| {
        let of_channel = world.messages.values().filter(|message| message.channel == channel);
        of_channel.map(Message::all_text).collect()
    })
}

#[tokio::test]
async fn looks_at_what_costs_others_are_limited_and_it_is_said_when_they_are_free() {
    let town = town("limits.lookups_per_minute = 3").await;
    let code = |code: &'static str| [("code", code)];
    let show = [("group", ALPHA)];
    for reply in [
        town.command("owner", "wa-group preview", &code("Guess1111111111111111")).await,
        town.command("owner", "wa-group join", &code("Guess2222222222222222")).await,
        town.command("owner", "wa-group invite show", &show).await,
    ] {
        assert_ne!(reply.title(), "Too fast", "{}", reply.text());
        assert!(!reply.calls.is_empty(), "{}", reply.text());
    }
    for refused in [
        town.command("owner", "wa-group preview", &code("Guess3333333333333333")).await,
        town.command("owner", "wa-group join", &code("Guess4444444444444444")).await,
        town.command("owner", "wa-group invite show", &show).await,
    ] {
        assert_eq!(refused.title(), "Too fast", "{}", refused.text());
        assert!(refused.text().contains("You have asked for a lot") && refused.text().contains("<t:"));
        assert!(refused.is_private() && refused.calls.is_empty(), "{:?}", refused.calls());
    }
    // Others are not held up, nor is what costs nobody anything.
    assert_eq!(town.command("owner", "wa-group show", &show).await.title(), "Alpha Team");
    assert_ne!(town.command("moderator", "wa-group invite show", &show).await.title(), "Too fast");
    town.house.clock.advance(MINUTE);
    assert_ne!(town.command("owner", "wa-group invite show", &show).await.title(), "Too fast");
    town.close().await;
}

#[tokio::test]
async fn changes_that_fail_before_anything_is_sent_are_limited_too() {
    let town = town("limits.lookups_per_minute = 3").await;
    town.house.groups.inject(FaultRule::always(Fault::Status(404)).of(Operation::ListParticipants));
    let add = [("group", ALPHA), ("members", OPEN)];
    for _ in 0..3 {
        let reply = town.command("owner", "wa-group members add", &add).await;
        assert!(reply.text().contains("Nothing was changed") && !reply.calls.is_empty(), "{}", reply.text());
    }
    let reply = town.command("owner", "wa-group members add", &add).await;
    assert_eq!(reply.title(), "Too fast", "{}", reply.text());
    assert!(reply.calls.is_empty(), "{:?}", reply.calls());
    town.close().await;
}

async fn ask(town: &Town, text: &str) -> Reply {
    town.command("helper", "wa-group describe", &[("group", ALPHA), ("text", text)]).await
}

#[tokio::test]
async fn a_person_asks_for_approval_so_often_in_a_minute_though_they_take_it_back() {
    let town = Town::with(|scene| {
        let (approvals, helper) = (scene.approvals, scene.roles.helper);
        scene.settings = "limits.approval_requests_per_minute = 3\n".to_owned();
        scene.server = format!(
            "approvals_channel = \"{approvals}\"\n{}[[guilds.grants]]\nrole = \"{helper}\"\n\
             needs_approval = [\"groups.edit\"]\n",
            scene.server
        );
    })
    .await;
    let house = &town.house;
    for number in 1..=3 {
        let asked = ask(&town, &format!("Text {number}")).await;
        assert!(asked.text().contains("It was posted"), "{}", asked.text());
        let options = [("id".to_owned(), json!(number))];
        let cancel = house.discord.command(house.people.helper, house.channel, "wa-request cancel", &options);
        town.reply(cancel.unwrap()).await;
    }
    let reply = ask(&town, "Text 4").await;
    assert_eq!((reply.title(), texts(&town, house.approvals).len()), ("Too fast".to_owned(), 3), "{}", reply.text());
    house.clock.advance(MINUTE);
    assert!(ask(&town, "Text 5").await.text().contains("It was posted"));
    town.close().await;
}

#[tokio::test]
async fn refusals_of_one_person_are_one_post_a_minute_and_a_number() {
    let town = Town::with(|scene| scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server)).await;
    let log = town.house.log;
    for _ in 0..40 {
        let refused = town.command("visitor", "wa-group invite revoke", &[("group", ALPHA)]).await;
        assert_eq!(refused.title(), "You may not do this");
    }
    // Somebody else's refusal is posted for itself.
    town.command("helper", "wa-group invite revoke", &[("group", BETA)]).await;
    let two = town.house.discord.wait_until(|world| {
        let of_log = world.messages.values().filter(|message| message.channel == log);
        (of_log.count() == 2).then_some(())
    });
    town.within(two).await;
    town.house.clock.advance(MINUTE);
    let number = town.house.discord.wait_until(|world| {
        let mut all = world.messages.values().filter(|message| message.channel == log).map(Message::all_text);
        all.find(|text| text.contains("39 more times"))
    });
    let number = town.within(number).await;
    let (owner, visitor) = (town.person("owner"), town.person("visitor"));
    assert!(number.contains(&format!("<@{visitor}>")), "{number}");
    // The rows are bounded, and together they tell the number.
    let recent = town.command("owner", "wa-audit recent", &[("user", &visitor.to_string())]).await;
    assert_eq!(recent.text().matches("invites.revoke").count(), 5, "{}", recent.text());
    let options = [("case".to_owned(), json!(5))];
    let show = town.house.discord.command(owner, town.house.channel, "wa-audit show", &options).unwrap();
    let last = town.reply(show).await;
    assert!(last.text().contains("35 more refusals"), "{}", last.text());
    assert_eq!(texts(&town, log).len(), 3);
    town.close().await;
}

#[tokio::test]
async fn a_number_of_refusals_outlives_a_stop() {
    let folder = tempfile::tempdir().unwrap();
    let town = Town::with(|scene| {
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
        scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server);
    })
    .await;
    for _ in 0..9 {
        town.command("visitor", "wa-group show", &[("group", ALPHA)]).await;
    }
    let town = town.restart().await;
    let log = town.house.log;
    let number = town.house.discord.wait_until(|world| {
        let mut all = world.messages.values().filter(|message| message.channel == log).map(Message::all_text);
        all.find(|text| text.contains("8 more times"))
    });
    town.within(number).await;
    town.close().await;
}
