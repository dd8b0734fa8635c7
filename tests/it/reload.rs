//! A running bot reads its configuration again.

use sandbox::ALPHA;

use crate::process::{Host, Process};

/// Changes the configuration file, and lets the bot read it until the log contains `words`.
async fn reload(host: &Host, bot: &Process, config: &str, words: &str) {
    std::fs::write(host.file("usher.toml"), config).unwrap();
    bot.hang_up();
    host.logged(words).await;
}

async fn shown_to(host: &Host, who: &str) -> String {
    host.answered(host.send(who, "wa-group show", &[("group", ALPHA)])).await
}

#[tokio::test]
async fn hang_up_takes_over_grants_and_limits() {
    Host::run(async |host| {
        let bot = host.start(None).await;
        assert!(shown_to(host, "visitor").await.contains("No permission"));

        // Every member has the role with the server's own id.
        let everyone = host.guild;
        let grant = format!("[[guilds.grants]]\nrole = \"{everyone}\"\npreset = \"viewer\"\n");
        let config =
            format!("{}{grant}", host.config).replace("groups_api.timeout = \"2s\"", "groups_api.timeout = \"1s\"");
        reload(host, &bot, &config, &format!("grant of role {everyone} added")).await;
        assert!(shown_to(host, "visitor").await.contains("Alpha Team"));
        // A key that cannot change while the bot runs is named.
        host.logged("key=\"groups_api.timeout\"").await;

        // A broken file changes nothing, and is named.
        let broken = config.replace("preset = \"viewer\"", "preset = \"boss\"");
        reload(host, &bot, &broken, "failed to reload the configuration").await;
        assert!(shown_to(host, "visitor").await.contains("Alpha Team"));
        assert!(host.log().contains("preset"), "{}", host.log());

        reload(host, &bot, &host.config, &format!("grant of role {everyone} removed")).await;
        assert!(shown_to(host, "visitor").await.contains("No permission"));
        assert!(bot.stop().await.success());
    })
    .await;
}

#[tokio::test]
async fn hang_up_takes_over_a_new_server() {
    let mut scene = Host::with(|_| {});
    let other = scene.change(|scene| {
        let other = scene.discord.add_guild("Elsewhere");
        (other, scene.discord.add_channel(other, "general"))
    });
    scene
        .run(async |host| {
            let bot = host.start(None).await;
            let owner = host.discord.world(|world| world.application.owner);
            let options = vec![("group".to_owned(), serde_json::json!(ALPHA))];
            let show = || host.discord.command(owner, other.1, "wa-group show", &options).unwrap();
            let config = format!("{}[[guilds]]\nid = \"{}\"\nsessions = [\"default\"]\n", host.config, other.0);
            reload(host, &bot, &config, &format!("server {}: added", other.0)).await;
            let registered = host.discord.wait_until(|world| {
                world.commands.values().any(|command| command.guild == Some(other.0)).then_some(())
            });
            host.within(registered).await;
            assert!(host.answered(show()).await.contains("Alpha Team"));
            reload(host, &bot, &host.config, &format!("server {}: removed", other.0)).await;
            assert!(host.answered(show()).await.contains("not set up"));
            assert!(bot.stop().await.success());
        })
        .await;
}
