//! Revoked access takes effect at once, also for a running job. Covers also who may stop a job.

use std::time::Duration;

use discord_stand_in::InteractionId;
use sandbox::ALPHA;
use sandbox::whatsapp::{Fault, FaultRule, Operation};
use serde_json::json;

use crate::files::{adds, csv_of, send_as, stoppable, with_people};
use crate::harness::{Reply, TestBot, at_once};

/// Longer than the lifetime of roles from an interaction.
const LONG: Duration = Duration::from_secs(200);

/// Starts a job of several requests, the first of which is in flight until the clock has moved by [`LONG`].
async fn job(bot: &TestBot, who: &str) -> InteractionId {
    let first = FaultRule::next(Fault::Delay(LONG)).of(Operation::AddParticipants);
    bot.groups.inject(first);
    let file = ("people.csv", csv_of(1_000).into_bytes());
    let job = send_as(bot, who, ("wa-group members add", ("group", ALPHA)), "file", file);
    stoppable(bot, job).await;
    job
}

async fn ended(bot: &TestBot, job: InteractionId) -> Reply {
    bot.clock.advance(LONG + Duration::from_secs(1));
    bot.reply(job).await
}

/// Checks that the job sent only the request in flight, and reports why.
fn stopped(reply: &Reply, why: &str) {
    let text = reply.text();
    assert_eq!(adds(&reply.calls).len(), 1, "{text}");
    let first = at_once();
    assert!(text.contains(&format!("**Added** ({first})")) && text.contains(why), "{text}");
    let rest = format!("**Not tried. Run the command again to add them** ({})", 1_000 - first);
    assert!(text.contains(&rest), "{text}");
}

#[tokio::test]
async fn job_ends_when_its_right_is_taken() {
    with_people(1_000)
        .run(async |bot| {
            bot.grant("owner", "everyone", &[("capability", "members.add")]).await;
            let job = job(bot, "visitor").await;
            let role = bot.role("everyone");
            let taken = bot.send("owner", "wa-access revoke", &[("role", &role), ("capability", "members.add")]);
            bot.shown(taken, ": `members.add`").await;
            let reply = ended(bot, job).await;
            stopped(&reply, "no longer has permission here");
            let audit = bot.command("owner", "wa-audit recent", &[]).await;
            assert!(audit.text().contains("add people"), "{}", audit.text());
        })
        .await;
}

#[tokio::test]
async fn job_ends_when_discord_says_that_its_requester_is_nobody_here() {
    type Change = fn(&TestBot);
    let role_taken: Change = |bot| {
        let who = bot.person("moderator");
        bot.discord.world(|world| world.join(bot.guild, who, &[]));
    };
    let left: Change = |bot| {
        let who = bot.person("moderator");
        bot.discord.world(|world| world.leave(bot.guild, who));
    };
    let bot_gone: Change = |bot| {
        bot.discord.world(|world| {
            let user = world.application.bot;
            world.leave(bot.guild, user);
        });
    };
    for (change, why) in [
        (role_taken, "no longer has permission here"),
        (left, "has left this server"),
        (bot_gone, "Usher is not in this server any more"),
    ] {
        with_people(1_000)
            .run(async |bot| {
                let job = job(bot, "moderator").await;
                change(bot);
                stopped(&ended(bot, job).await, why);
            })
            .await;
    }
}

#[tokio::test]
async fn who_manages_access_stops_any_job_and_nobody_else_does() {
    with_people(1_000)
        .run(async |bot| {
            let job = job(bot, "moderator").await;
            let discord = &bot.discord;
            // Another user presses the button, whose id they have seen.
            let shown = stoppable(bot, job).await;
            let id = shown.control("Stop").unwrap()["custom_id"].as_str().unwrap().to_owned();
            let question = bot.send("moderator", "wa-group invite revoke", &[("group", ALPHA)]);
            let question = bot.shown(question, "Revoke the invite link?").await;
            let press = discord.press(bot.person("moderator"), question.id, "Cancel").unwrap();
            let list = bot.send("helper", "wa-request list", &[]);
            bot.shown(list, "").await;
            let mut forged = discord.world(|world| world.interactions[&press].payload.clone());
            forged["member"] = discord.world(|world| world.interactions[&list].payload["member"].clone());
            forged["data"]["custom_id"] = json!(id);
            let helper = discord.raw_interaction(forged);
            bot.shown(helper, "No permission").await;

            // By number, from autocomplete.
            let offers = bot.offers("owner", "wa-audit stop", "id", "").await;
            assert_eq!(offers.len(), 1, "{offers:?}");
            assert!(offers[0].name.contains("add people"), "{offers:?}");
            let none = bot.offers("helper", "wa-audit stop", "id", "").await;
            assert!(none.is_empty(), "{none:?}");
            let number = offers[0].value.as_i64().unwrap();
            let refused = bot.send_numbered(bot.person("moderator"), "wa-audit stop", "id", number);
            bot.shown(refused, "No permission").await;
            let stop = bot.send_numbered(bot.person("owner"), "wa-audit stop", "id", number);
            bot.shown(stop, "Usher stops after the current step").await;
            let reply = ended(bot, job).await;
            stopped(&reply, &format!("<@{}> stopped this", bot.person("owner")));
            let again = bot.numbered("owner", "wa-audit stop", "id", number).await;
            assert!(again.text().contains("This job already finished"), "{}", again.text());
            let number = number.to_string();
            let shown = bot.command("owner", "wa-audit recent", &[]).await;
            assert!(shown.text().contains(&format!("#{number}")), "{}", shown.text());
        })
        .await;
}
