//! Revoked access takes effect at once, also for a running job. Covers also who may stop a job.

use std::time::Duration;

use discord_stand_in::InteractionId;
use sandbox::ALPHA;
use sandbox::whatsapp::{Fault, FaultRule, Operation};
use serde_json::json;

use crate::files::{adds, csv_of, send_as, stoppable, town_of};
use crate::harness::{Reply, TestBot};

/// Longer than the lifetime of roles from an interaction.
const LONG: Duration = Duration::from_secs(200);

/// Starts a job of four requests, the first of which is in flight until the clock has moved by [`LONG`].
async fn job(test_bot: &TestBot, who: &str) -> InteractionId {
    let first = FaultRule::next(Fault::Delay(LONG)).of(Operation::AddParticipants);
    test_bot.house.groups.inject(first);
    let file = ("people.csv", csv_of(1_000).into_bytes());
    let job = send_as(test_bot, who, ("wa-group members add", ("group", ALPHA)), "file", file);
    stoppable(test_bot, job).await;
    job
}

async fn ended(test_bot: &TestBot, job: InteractionId) -> Reply {
    test_bot.house.clock.advance(LONG + Duration::from_secs(1));
    test_bot.reply(job).await
}

/// Checks that the job sent only the request in flight, and reports why.
fn stopped(reply: &Reply, why: &str) {
    let text = reply.text();
    assert_eq!(adds(&reply.calls).len(), 1, "{text}");
    assert!(text.contains("**Added** (256)") && text.contains(why), "{text}");
    assert!(text.contains("**Not asked for; these can be added by the same command** (744)"), "{text}");
}

#[tokio::test]
async fn job_ends_when_its_right_is_taken() {
    let test_bot = town_of(1_000).await;
    test_bot.grant("owner", "everyone", &[("capability", "members.add")]).await;
    let job = job(&test_bot, "visitor").await;
    let role = test_bot.role("everyone");
    let taken = test_bot.send("owner", "wa-access revoke", &[("role", &role), ("capability", "members.add")]);
    test_bot.shown(taken, "lost `members.add`").await;
    let reply = ended(&test_bot, job).await;
    stopped(&reply, "may not do this here any more");
    let audit = test_bot.command("owner", "wa-audit recent", &[]).await;
    assert!(audit.text().contains("members.add"), "{}", audit.text());
    test_bot.close().await;
}

#[tokio::test]
async fn job_ends_when_discord_says_that_its_requester_is_nobody_here() {
    type Change = fn(&TestBot);
    let role_taken: Change = |test_bot| {
        let who = test_bot.person("moderator");
        test_bot.house.discord.world(|world| world.join(test_bot.house.guild, who, &[]));
    };
    let left: Change = |test_bot| {
        let who = test_bot.person("moderator");
        test_bot.house.discord.world(|world| world.leave(test_bot.house.guild, who));
    };
    let bot_gone: Change = |test_bot| {
        test_bot.house.discord.world(|world| {
            let bot = world.application.bot;
            world.leave(test_bot.house.guild, bot);
        });
    };
    for (change, why) in [
        (role_taken, "may not do this here any more"),
        (left, "has left this server"),
        (bot_gone, "Usher is not in this server any more"),
    ] {
        let test_bot = town_of(1_000).await;
        let job = job(&test_bot, "moderator").await;
        change(&test_bot);
        stopped(&ended(&test_bot, job).await, why);
        test_bot.close().await;
    }
}

#[tokio::test]
async fn who_manages_access_stops_any_job_and_nobody_else_does() {
    let test_bot = town_of(1_000).await;
    let job = job(&test_bot, "moderator").await;
    let discord = &test_bot.house.discord;
    // Another user presses the button, whose id they have seen.
    let shown = stoppable(&test_bot, job).await;
    let id = shown.control("Stop").unwrap()["custom_id"].as_str().unwrap().to_owned();
    let question = test_bot.send("moderator", "wa-group invite revoke", &[("group", ALPHA)]);
    let question = test_bot.shown(question, "Revoke the invite link?").await;
    let press = discord.press(test_bot.person("moderator"), question.id, "Cancel").unwrap();
    let list = test_bot.send("helper", "wa-request list", &[]);
    test_bot.shown(list, "").await;
    let mut forged = discord.world(|world| world.interactions[&press].payload.clone());
    forged["member"] = discord.world(|world| world.interactions[&list].payload["member"].clone());
    forged["data"]["custom_id"] = json!(id);
    let helper = discord.raw_interaction(forged);
    test_bot.shown(helper, "You may not do this").await;

    // By number, from autocomplete.
    let offers = test_bot.offers("owner", "wa-audit stop", "id", "").await;
    assert_eq!(offers.len(), 1, "{offers:?}");
    assert!(offers[0].name.contains("members.add"), "{offers:?}");
    let none = test_bot.offers("helper", "wa-audit stop", "id", "").await;
    assert!(none.is_empty(), "{none:?}");
    let number = offers[0].value.as_i64().unwrap();
    let case = vec![("id".to_owned(), json!(number))];
    let refused =
        discord.command(test_bot.person("moderator"), test_bot.house.channel, "wa-audit stop", &case).unwrap();
    test_bot.shown(refused, "You may not do this").await;
    let stop = discord.command(test_bot.person("owner"), test_bot.house.channel, "wa-audit stop", &case).unwrap();
    test_bot.shown(stop, "It stops once the request that is under way is answered").await;
    let reply = ended(&test_bot, job).await;
    stopped(&reply, &format!("<@{}> stopped this", test_bot.person("owner")));
    let again = discord.command(test_bot.person("owner"), test_bot.house.channel, "wa-audit stop", &case).unwrap();
    let again = test_bot.reply(again).await;
    assert!(again.text().contains("Nothing was stopped"), "{}", again.text());
    let number = number.to_string();
    let shown = test_bot.command("owner", "wa-audit recent", &[]).await;
    assert!(shown.text().contains(&format!("#{number}")), "{}", shown.text());
    test_bot.close().await;
}
