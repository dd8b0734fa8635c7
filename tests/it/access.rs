//! Access: refusals, scopes, and the second access check at a button press.

use discord_stand_in::InteractionKind;
use sandbox::{ALPHA, ANA, BETA, OPEN, STREET_PARTY_CODE};
use serde_json::json;

use crate::harness::TestBot;

/// Every command, with valid options.
const COMMANDS: &[(&str, &[(&str, &str)])] = &[
    ("wa-group create", &[("name", "New")]),
    ("wa-group list", &[]),
    ("wa-group show", &[("group", BETA)]),
    ("wa-group rename", &[("group", BETA), ("name", "New")]),
    ("wa-group describe", &[("group", BETA), ("text", "New")]),
    ("wa-group picture", &[("group", BETA), ("url", "https://pictures.example/a.png")]),
    ("wa-group leave", &[("group", BETA)]),
    ("wa-group delete", &[("group", BETA)]),
    ("wa-group join", &[("code", STREET_PARTY_CODE)]),
    ("wa-group preview", &[("code", STREET_PARTY_CODE)]),
    ("wa-group members list", &[("group", BETA)]),
    ("wa-group members add", &[("group", BETA), ("members", OPEN)]),
    ("wa-group members remove", &[("group", BETA), ("members", ANA)]),
    ("wa-group admins promote", &[("group", BETA), ("members", ANA)]),
    ("wa-group admins demote", &[("group", BETA), ("members", ANA)]),
    ("wa-group invite show", &[("group", BETA)]),
    ("wa-group invite revoke", &[("group", BETA)]),
    ("wa-session list", &[]),
];

#[tokio::test]
async fn without_grant_each_command_is_refused_and_nothing_is_sent() {
    TestBot::run(async |bot| {
        for (command, options) in COMMANDS {
            let reply = bot.command("visitor", command, options).await;
            assert_eq!(reply.title(), "No permission", "{command}");
            assert!(reply.is_private() && reply.calls.is_empty() && reply.notices.is_empty(), "{command}");
            // The refusal is the first response, not an edit of a deferred one.
            assert_eq!(reply.message.unwrap().edited, 0, "{command}");
        }
        let deferred =
            bot.discord.world(|world| world.requests.iter().filter(|request| request.body["type"] == 5).count());
        assert_eq!(deferred, 0);
    })
    .await;
}

#[tokio::test]
async fn a_refusal_says_what_is_missing_and_who_has_it() {
    TestBot::run(async |bot| {
        let moderators = format!("<@&{}>", bot.roles.moderator);
        let reply = bot.command("visitor", "wa-group invite revoke", &[("group", ALPHA)]).await;
        assert!(
            reply.text().contains("You can't revoke invite links here") && reply.text().contains(&moderators),
            "{}",
            reply.text()
        );
        let reply = bot.command("moderator", "wa-group delete", &[("group", ALPHA)]).await;
        assert!(
            reply.text().contains("You can't delete groups here") && reply.text().contains("Administrators"),
            "{}",
            reply.text()
        );
    })
    .await;
}

#[tokio::test]
async fn a_grant_for_one_group_covers_that_group_alone() {
    TestBot::run(async |bot| {
        let reply = bot.command("helper", "wa-group list", &[]).await;
        assert!(reply.text().contains("Alpha Team") && !reply.text().contains("Beta"), "{}", reply.text());
        let reply = bot.command("helper", "wa-group show", &[("group", ALPHA)]).await;
        assert_eq!(reply.title(), "Alpha Team");

        // By id: the bot can refuse from the interaction only.
        let reply = bot.command("helper", "wa-group show", &[("group", BETA)]).await;
        assert_eq!(reply.title(), "No permission");
        assert!(reply.text().contains("only in other groups") && reply.calls.is_empty(), "{}", reply.text());
        // By name: the reply does not reveal that the group exists.
        let reply = bot.command("helper", "wa-group show", &[("group", "Beta Readers")]).await;
        assert_eq!(reply.title(), "Group not found");
        // A command without a group needs a grant that is not limited to groups.
        let reply = bot.command("helper", "wa-group preview", &[("code", STREET_PARTY_CODE)]).await;
        assert_eq!(reply.title(), "No permission");
        assert!(reply.calls.is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_administrator_may_do_everything_without_a_grant() {
    TestBot::run(async |bot| {
        for (command, options) in COMMANDS {
            let reply = bot.command("owner", command, options).await;
            assert_ne!(reply.title(), "No permission", "{command}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_role_lost_between_the_question_and_the_press_counts() {
    TestBot::run(async |bot| {
        let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
        let (guild, moderator) = (bot.guild, bot.people.moderator);
        bot.discord.world(|world| world.join(guild, moderator, &[]));
        let reply = bot.press("moderator", &question, "Revoke").await;
        assert_eq!(reply.title(), "No permission");
        assert!(reply.buttons().is_empty() && reply.calls.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_server_that_is_not_configured_gets_a_polite_no() {
    TestBot::with(|scene| {
        let other = scene.discord.add_guild("Elsewhere");
        scene.server = format!("{}[[guilds]]\nid = \"1\"\nsessions = [\"default\"]\n", scene.server);
        scene.settings = format!("{}discord.register = \"global\"\n", scene.settings).replace("discord.register", "#");
        let _ = other;
    })
    .run(async |bot| {
        let payload = bot.discord.world(|world| {
            let other = world.guilds.values().find(|guild| guild.name == "Elsewhere").unwrap().id;
            let channel = world.add_channel(other, "general");
            (other, channel)
        });
        let mut raw = last_command(bot, "wa-group list").await;
        raw["guild_id"] = json!(payload.0.to_string());
        raw["channel_id"] = json!(payload.1.to_string());
        let reply = bot.reply(bot.discord.raw_interaction(raw)).await;
        assert_eq!(reply.title(), "Not set up here");
        assert!(reply.text().contains(&format!("`{}`", payload.0)), "{}", reply.text());
        assert!(reply.calls.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_direct_message_gets_a_polite_no() {
    TestBot::run(async |bot| {
        let mut raw = last_command(bot, "wa-group list").await;
        raw["user"] = raw["member"]["user"].clone();
        for key in ["guild_id", "member", "guild", "guild_locale"] {
            raw.as_object_mut().unwrap().remove(key);
        }
        raw["context"] = json!(1);
        let reply = bot.reply(bot.discord.raw_interaction(raw)).await;
        assert_eq!(reply.title(), "Use this in a server");
    })
    .await;
}

#[tokio::test]
async fn a_command_that_is_not_known_any_more_is_answered() {
    TestBot::run(async |bot| {
        for (path, name) in [("/data/name", "wa-old"), ("/data/options/0/name", "vanish")] {
            let mut raw = last_command(bot, "wa-group list").await;
            *raw.pointer_mut(path).unwrap() = json!(name);
            let reply = bot.reply(bot.discord.raw_interaction(raw)).await;
            assert_eq!(reply.title(), "Unknown command", "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_forged_or_old_button_does_nothing() {
    TestBot::run(async |bot| {
        let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
        bot.press("moderator", &question, "Cancel").await;
        let press = bot.discord.world(|world| {
            let pressed = world.interactions.values().rev().find(|one| one.kind == InteractionKind::Component).unwrap();
            pressed.payload.clone()
        });
        for id in ["yes:00000000000000000000000000000000", "yes:", "name:x", "", "no", "yes:../../x"] {
            let mut raw = press.clone();
            raw["data"]["custom_id"] = json!(id);
            let reply = bot.reply(bot.discord.raw_interaction(raw)).await;
            assert!(reply.calls.is_empty(), "{id}");
            assert!(["No longer valid", "You already answered this"].contains(&reply.title().as_str()), "{id}");
        }
    })
    .await;
}

#[tokio::test]
async fn only_the_asker_can_answer_a_question() {
    TestBot::run(async |bot| {
        let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
        let reply = bot.press("moderator", &question, "Cancel").await;
        assert!(reply.text().contains("Nothing changed") && reply.calls.is_empty());
        let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
        // Only the actor sees the message; the owner forges a press on it.
        let mut raw = bot.discord.world(|world| {
            let pressed = world.interactions.values().rev().find(|one| one.kind == InteractionKind::Component).unwrap();
            pressed.payload.clone()
        });
        let message = question.message.as_ref().unwrap();
        let yes = message.control("Revoke").unwrap()["custom_id"].clone();
        let owner = bot.command("owner", "wa-session list", &[]).await.interaction;
        raw["member"] = bot.discord.world(|world| world.interactions[&owner].payload["member"].clone());
        raw["data"]["custom_id"] = yes;
        let reply = bot.reply(bot.discord.raw_interaction(raw)).await;
        assert_eq!(reply.title(), "These buttons are not for you");
        // The question is still valid for its actor.
        let reply = bot.press("moderator", &question, "Revoke").await;
        assert!(reply.text().contains("New link"), "{}", reply.text());
    })
    .await;
}

/// Returns the payload of the moderator's last command, for a modified second delivery.
async fn last_command(bot: &TestBot, name: &str) -> serde_json::Value {
    let interaction = bot.command("moderator", name, &[]).await.interaction;
    bot.discord.world(|world| world.interactions[&interaction].payload.clone())
}
