//! What is taken counts at once, for a job that runs too; and who may stop it.

use std::time::Duration;

use serde_json::json;
use usher::sandbox::ALPHA;
use usher::sandbox::discord::InteractionId;
use usher::sandbox::whatsapp::{Fault, FaultRule, Operation};

use crate::files::{adds, csv_of, send_as, stoppable, town_of};
use crate::harness::{Reply, Town};

/// Longer than roles count that came with an interaction.
const LONG: Duration = Duration::from_secs(200);

/// A job of four requests, the first of which is under way until the clock has moved by [`LONG`].
async fn job(town: &Town, who: &str) -> InteractionId {
    let first = FaultRule::next(Fault::Delay(LONG)).of(Operation::AddParticipants);
    town.house.groups.inject(first);
    let file = ("people.csv", csv_of(1_000).into_bytes());
    let job = send_as(town, who, ("wa-group members add", ("group", ALPHA)), "file", file);
    stoppable(town, job).await;
    job
}

async fn ended(town: &Town, job: InteractionId) -> Reply {
    town.house.clock.advance(LONG + Duration::from_secs(1));
    town.reply(job).await
}

/// The job sent what was under way and no more, and says why.
fn stopped(reply: &Reply, why: &str) {
    let text = reply.text();
    assert_eq!(adds(&reply.calls).len(), 1, "{text}");
    assert!(text.contains("**Added** (256)") && text.contains(why), "{text}");
    assert!(text.contains("**Not asked for; these can be added by the same command** (744)"), "{text}");
}

#[tokio::test]
async fn job_ends_when_its_right_is_taken() {
    let town = town_of(1_000).await;
    town.grant("owner", "everyone", &[("capability", "members.add")]).await;
    let job = job(&town, "visitor").await;
    let role = town.role("everyone");
    let taken = town.send("owner", "wa-access revoke", &[("role", &role), ("capability", "members.add")]);
    town.shown(taken, "lost `members.add`").await;
    let reply = ended(&town, job).await;
    stopped(&reply, "may not do this here any more");
    let audit = town.command("owner", "wa-audit recent", &[]).await;
    assert!(audit.text().contains("members.add"), "{}", audit.text());
    town.close().await;
}

#[tokio::test]
async fn job_ends_when_discord_says_that_its_requester_is_nobody_here() {
    type Change = fn(&Town);
    let role_taken: Change = |town| {
        let who = town.person("moderator");
        town.house.discord.world(|world| world.join(town.house.guild, who, &[]));
    };
    let left: Change = |town| {
        let who = town.person("moderator");
        town.house.discord.world(|world| world.leave(town.house.guild, who));
    };
    let bot_gone: Change = |town| {
        town.house.discord.world(|world| {
            let bot = world.application.bot;
            world.leave(town.house.guild, bot);
        });
    };
    for (change, why) in [
        (role_taken, "may not do this here any more"),
        (left, "has left this server"),
        (bot_gone, "Usher is not in this server any more"),
    ] {
        let town = town_of(1_000).await;
        let job = job(&town, "moderator").await;
        change(&town);
        stopped(&ended(&town, job).await, why);
        town.close().await;
    }
}

#[tokio::test]
async fn who_manages_access_stops_any_job_and_nobody_else_does() {
    let town = town_of(1_000).await;
    let job = job(&town, "moderator").await;
    let discord = &town.house.discord;
    // Somebody else presses the button, whose id they have seen.
    let shown = stoppable(&town, job).await;
    let id = shown.control("Stop").unwrap()["custom_id"].as_str().unwrap().to_owned();
    let question = town.send("moderator", "wa-group invite revoke", &[("group", ALPHA)]);
    let question = town.shown(question, "Revoke the invite link?").await;
    let press = discord.press(town.person("moderator"), question.id, "Cancel").unwrap();
    let list = town.send("helper", "wa-request list", &[]);
    town.shown(list, "").await;
    let mut forged = discord.world(|world| world.interactions[&press].payload.clone());
    forged["member"] = discord.world(|world| world.interactions[&list].payload["member"].clone());
    forged["data"]["custom_id"] = json!(id);
    let helper = discord.raw_interaction(forged);
    town.shown(helper, "You may not do this").await;

    // By number, which is offered.
    let offers = town.offers("owner", "wa-audit stop", "id", "").await;
    assert_eq!(offers.len(), 1, "{offers:?}");
    assert!(offers[0].name.contains("members.add"), "{offers:?}");
    let none = town.offers("helper", "wa-audit stop", "id", "").await;
    assert!(none.is_empty(), "{none:?}");
    let number = offers[0].value.as_i64().unwrap();
    let case = vec![("id".to_owned(), json!(number))];
    let refused = discord.command(town.person("moderator"), town.house.channel, "wa-audit stop", &case).unwrap();
    town.shown(refused, "You may not do this").await;
    let stop = discord.command(town.person("owner"), town.house.channel, "wa-audit stop", &case).unwrap();
    town.shown(stop, "It stops once the request that is under way is answered").await;
    let reply = ended(&town, job).await;
    stopped(&reply, &format!("<@{}> stopped this", town.person("owner")));
    let again = discord.command(town.person("owner"), town.house.channel, "wa-audit stop", &case).unwrap();
    let again = town.reply(again).await;
    assert!(again.text().contains("Nothing was stopped"), "{}", again.text());
    let number = number.to_string();
    let shown = town.command("owner", "wa-audit recent", &[]).await;
    assert!(shown.text().contains(&format!("#{number}")), "{}", shown.text());
    town.close().await;
}
