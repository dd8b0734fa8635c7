//! The role that new requests mention.

use discord_stand_in::{Message, MessageId};
use sandbox::Scene;

use crate::harness::{BotScene, Reply, TestBot};

use super::{RENAME, case, helper_may_ask, may_ask};

const ROLE: &str = "setup:approvals-role";

/// Returns the roles that a message pings, and clears them: a test fails on a ping that nobody expects.
pub(crate) fn pinged(bot: &TestBot, message: MessageId) -> Vec<String> {
    bot.discord.world(|world| {
        let message = world.messages.get_mut(&message).unwrap();
        assert!(message.pings.is_empty() && !message.pinged_everyone, "{message:?}");
        std::mem::take(&mut message.pinged_roles).iter().map(ToString::to_string).collect()
    })
}

/// The moderators are mentioned, as the configuration file says.
pub(super) fn mentions_moderators(scene: &mut Scene) {
    may_ask(scene);
    scene.server = format!("approvals_role = \"{}\"\n{}", scene.roles.moderator, scene.server);
}

fn of_file() -> BotScene {
    TestBot::with(mentions_moderators)
}

async fn choose(bot: &TestBot, on: &Reply, role: &[String]) -> Reply {
    bot.choose("owner", on, ROLE, role).await
}

#[tokio::test]
async fn a_new_request_mentions_the_role_and_nothing_else() {
    helper_may_ask()
        .run(async |bot| {
            let text = format!("@everyone @here <@&{}> <@{}>", bot.role("helper"), bot.person("owner"));
            let describe = [("group", sandbox::ALPHA), ("text", text.as_str())];
            let setup = bot.command("owner", "wa-setup", &[]).await;
            let moderator = bot.role("moderator");
            let set = choose(bot, &setup, std::slice::from_ref(&moderator)).await;
            assert!(set.text().contains(&format!("✅ New requests mention <@&{moderator}>.")), "{}", set.text());
            bot.command("helper", "wa-group describe", &describe).await;
            let posted = bot.posted().pop().unwrap();
            assert_eq!(pinged(bot, posted.id), std::slice::from_ref(&moderator));
            // The decision keeps the text, and pings nobody again.
            let approved = bot.decide("moderator", &posted, "Approve").await;
            assert!(approved.text().contains("Approved by"), "{}", approved.text());
            let of_edits = bot.discord.world(|world| {
                let patches = world.requests.iter().filter(|request| request.method == "PATCH");
                let mentions = |roles: &serde_json::Value| roles.as_array().is_some_and(|roles| !roles.is_empty());
                patches.filter(|request| mentions(&request.body["allowed_mentions"]["roles"])).count()
            });
            assert_eq!(of_edits, 0);
            pinged(bot, posted.id);

            let cleared = choose(bot, &set, &[]).await;
            assert!(cleared.text().contains("New requests mention no role."), "{}", cleared.text());
            let again = choose(bot, &cleared, &[]).await;
            assert!(again.text().contains("This is already set"), "{}", again.text());
            bot.command("helper", "wa-group rename", RENAME).await;
            assert_eq!(pinged(bot, bot.posted().pop().unwrap().id), [""; 0]);
            for (number, line) in
                [(1, "set the role that new requests mention to"), (3, "removed the role that new requests mention")]
            {
                let case = case(bot, number).await;
                assert!(case.contains(line), "{case}");
            }
        })
        .await;
}

#[tokio::test]
async fn only_administrators_choose_it_and_never_everyone() {
    helper_may_ask()
        .run(async |bot| {
            let setup = bot.command("owner", "wa-setup", &[]).await;
            let everyone = choose(bot, &setup, &[bot.guild.to_string()]).await;
            assert!(everyone.text().contains("Usher never mentions @everyone"), "{}", everyone.text());
            let (message, moderator) = (setup.message.as_ref().unwrap().id, bot.role("moderator"));
            let used = bot.command("moderator", "wa-request list", &[]).await.interaction;
            let chosen = bot.discord.select(bot.person("owner"), message, ROLE, &[moderator]).unwrap();
            let mut raw = bot.discord.world(|world| world.interactions[&chosen].payload.clone());
            raw["member"] = bot.discord.world(|world| world.interactions[&used].payload["member"].clone());
            bot.reply(chosen).await;
            let refused = bot.reply(bot.discord.raw_interaction(raw)).await;
            assert!(refused.text().contains("Administrators"), "{}", refused.text());
        })
        .await;
}

#[tokio::test]
async fn the_role_of_the_file_cannot_be_changed_in_discord() {
    of_file()
        .run(async |bot| {
            let setup = bot.command("owner", "wa-setup", &[]).await;
            assert!(setup.text().contains("(set by the bot owner) for each new request"), "{}", setup.text());
            let has_menu = |message: &Message| message.control(ROLE).is_some();
            assert!(!setup.message.as_ref().is_some_and(has_menu));
            bot.command("helper", "wa-group rename", RENAME).await;
            assert_eq!(pinged(bot, bot.posted().pop().unwrap().id), [bot.role("moderator")]);
        })
        .await;
}

#[tokio::test]
async fn a_deleted_role_does_not_stop_the_post() {
    of_file()
        .run(async |bot| {
            let setup = bot.command("owner", "wa-setup", &[]).await;
            assert!(setup.text().contains("The mention notifies nobody"), "{}", setup.text());
            let (guild, moderator) = (bot.guild, bot.role("moderator"));
            bot.discord.world(|world| {
                world.guilds.get_mut(&guild).unwrap().roles.retain(|role, _| role.to_string() != moderator);
            });
            let asked = bot.command("helper", "wa-group rename", RENAME).await;
            assert!(asked.text().contains("Usher sent it"), "{}", asked.text());
            pinged(bot, bot.posted().pop().unwrap().id);
            let setup = bot.command("owner", "wa-setup", &[]).await;
            assert!(setup.text().contains("This server has no such role"), "{}", setup.text());
        })
        .await;
}
