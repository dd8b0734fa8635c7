//! Private answers use the user's language; public messages use the server's language.

use discord_stand_in::Message;
use sandbox::ALPHA;

use crate::harness::{BotScene, TestBot};

/// Returns a scene with the languages of the moderator and of the server.
fn speaking(person: &str, server: &str) -> BotScene {
    TestBot::with(|scene| {
        let moderator = scene.discord.member_named(scene.guild, "moderator").unwrap();
        person.clone_into(&mut scene.discord.users.get_mut(&moderator).unwrap().locale);
        server.clone_into(&mut scene.discord.guilds.get_mut(&scene.guild).unwrap().locale);
    })
}

#[tokio::test]
async fn answers_use_the_users_language_and_notices_the_servers() {
    for (person, server, answer, notice) in [
        ("de", "pt-BR", "Umbenannt", "renomeou"),
        ("pt-BR", "de", "Renomead", "umbenannt"),
        ("ja", "fr", "Renamed", "renommé"),
    ] {
        speaking(person, server)
            .run(async |bot| {
                let reply = bot.command("moderator", "wa-group rename", &[("group", ALPHA), ("name", "New")]).await;
                assert!(reply.text().contains(answer), "{person}: {}", reply.text());
                assert!(reply.notice().contains(notice), "{server}: {}", reply.notice());
            })
            .await;
    }
}

#[tokio::test]
async fn refusals_questions_and_help_are_in_the_askers_language() {
    speaking("de", "en-US")
        .run(async |bot| {
            let refused = bot.command("moderator", "wa-group delete", &[("group", ALPHA)]).await;
            assert!(
                refused.title() != "No permission" && !refused.text().contains("Only Administrators"),
                "{}",
                refused.text()
            );
            let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
            assert!(!question.buttons().contains(&"Revoke".to_owned()), "{:?}", question.buttons());
            bot.clock.advance(std::time::Duration::from_secs(61));
            let asked = question.message.as_ref().unwrap().id;
            let over = bot.discord.wait_until(|world| {
                let text = world.messages[&asked].all_text();
                world.messages[&asked].components.is_empty().then_some(text)
            });
            let over = bot.within(over).await;
            assert!(!over.contains("Expired"), "what runs out says so in the language of its asker: {over}");
            let help = bot.command("moderator", "wa-group help", &[]).await;
            assert!(help.text().contains("</wa-group members add:"), "{}", help.text());
            assert!(!help.text().contains("What you can do here"), "{}", help.text());
        })
        .await;
}

#[tokio::test]
async fn what_the_log_channel_is_told_is_in_the_servers_language() {
    TestBot::with(|scene| {
        let log = scene.log;
        scene.server = format!("log_channel = \"{log}\"\n{}", scene.server);
    })
    .run(async |bot| {
        bot.discord.world(|world| world.guilds.get_mut(&bot.guild).unwrap().locale = "es-ES".to_owned());
        bot.command("moderator", "wa-group rename", &[("group", ALPHA), ("name", "New")]).await;
        let told = bot.discord.wait_until(|world| {
            let mut lines = world.messages.values().filter(|message| message.channel == bot.log).map(Message::all_text);
            lines.next()
        });
        let told = bot.within(told).await;
        assert!(told.contains("Alpha Team") && !told.contains("renamed"), "{told}");
    })
    .await;
}

#[tokio::test]
async fn commands_are_described_in_every_language() {
    TestBot::run(async |bot| {
        bot.discord.world(|world| {
            let group = &world.commands.values().next().unwrap().json;
            for locale in ["de", "es-ES", "es-419", "pt-BR", "fr", "hi", "id"] {
                let list = group["options"].as_array().unwrap().iter().find(|option| option["name"] == "list").unwrap();
                for described in [group, list, &list["options"][0]] {
                    assert!(described["description_localizations"][locale].is_string(), "{locale}: {described}");
                }
            }
        });
    })
    .await;
}
