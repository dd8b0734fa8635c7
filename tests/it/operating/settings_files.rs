//! `usher settings export` and `usher settings import`.

use sandbox::ALPHA;
use usher::access::{GuildId, UserId};

use crate::harness::TestBot;
use crate::process::Host;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn settings_are_exported_and_imported_as_a_whole() {
    Host::run(async |host| {
        let guild = host.guild.to_string();
        let bot = host.start(None).await;
        let role = host.roles.moderator.to_string();
        host.grant("groups.delete").await;
        let narrowed =
            [("role", role.as_str()), ("capability", "groups.leave"), ("group", ALPHA), ("needs_approval", "all")];
        host.command("owner", "wa-access grant", &narrowed).await;
        let shown = host.send("owner", "wa-setup", &[]);
        host.answered(shown).await;
        let message = host.discord.world(|world| world.original(shown).unwrap().id);
        host.answered(host.discord.press(host.person("owner"), message, "Use BR (+55)").unwrap()).await;
        let file = host.file("settings.toml");
        let path = file.to_str().unwrap();
        let exported = host.usher(&["settings", "export", "--guild", &guild, path]).await;
        assert_eq!(exported.code, 0, "{}", exported.text);
        assert_eq!(host.usher(&["settings", "export", "--guild", &guild, path]).await.code, 1, "the file exists");
        let text = std::fs::read_to_string(&file).unwrap();
        let expected = format!(
            "[[guilds]]\nid = \"{guild}\"\nsessions = [\"default\"]\ncountry = \"BR\"\n\n[[guilds.grants]]\nrole = \"{role}\"\n\
             capabilities = [\"groups.delete\"]\n\n[[guilds.grants]]\nrole = \"{role}\"\n\
             needs_approval = [\"groups.leave\"]\ngroups = [\"{ALPHA}\"]\n"
        );
        assert_eq!(text, expected);
        // It can stand in the configuration file.
        usher::config::Config::parse(
            &format!("groups_api.base_url = \"http://127.0.0.1\"\n{text}"),
            "token".into(),
            "key".into(),
        )
        .unwrap();

        let unchanged = host.usher(&["settings", "import", path, "--yes"]).await;
        assert!(unchanged.code == 0 && unchanged.text.contains("nothing to change"), "{}", unchanged.text);
        let without = text.replace("country = \"BR\"\n", "");
        std::fs::write(host.file("without.toml"), without).unwrap();
        let removed = host.usher(&["settings", "import", host.file("without.toml").to_str().unwrap(), "--yes"]).await;
        assert!(removed.code == 0 && removed.text.contains("= country none"), "{}", removed.text);
        host.command("owner", "wa-access revoke", &[("role", &role)]).await;
        let shown = host.usher(&["settings", "import", path]).await;
        assert!(shown.code == 0 && shown.text.contains("+ role") && shown.text.contains("= country BR") && shown.text.contains("--yes"), "{}", shown.text);
        std::fs::write(host.file("wrong.toml"), text.replace("groups.leave", "groups.dance")).unwrap();
        let wrong = host.usher(&["settings", "import", host.file("wrong.toml").to_str().unwrap(), "--yes"]).await;
        assert!(wrong.code == 2 && wrong.text.contains("guilds[0].grants[1]"), "{}", wrong.text);
        let imported = host.usher(&["settings", "import", path, "--yes"]).await;
        assert!(imported.code == 0 && imported.text.contains("changed;"), "{}", imported.text);
        assert!(bot.stop().await.success(), "{}", host.log());
        host.with_store(async |store| {
            let rules = store.grants().rules(GuildId(guild.parse().unwrap())).await.unwrap();
            assert_eq!((rules.given.len(), rules.country), (2, "BR".parse().ok()));
        })
        .await;
        let last = host.journal().await.pop().unwrap();
        assert_eq!((last.entry.user, last.entry.what.operation.as_str()), (UserId::COMMAND_LINE, "setup"));
    })
    .await;
}

#[tokio::test]
async fn an_import_takes_effect_beside_the_bot() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("usher.db").display());
    TestBot::with(|scene| scene.store = url)
        .on_titan()
        .run(async |bot| {
            let delete = [("group", ALPHA)];
            let refused = bot.command("moderator", "wa-group delete", &delete).await;
            assert_eq!(refused.title(), "No permission");
            let config = usher::config::Config::parse(&bot.config, "token".into(), "key".into()).unwrap();
            let file = folder.path().join("settings.toml");
            let role = bot.role("moderator");
            let grant = format!("[[guilds.grants]]\nrole = \"{role}\"\ncapabilities = [\"groups.delete\"]\n");
            std::fs::write(&file, format!("[[guilds]]\nid = \"{}\"\n{grant}", bot.guild)).unwrap();
            usher::operator::import(&config, &file, None, true, &bot.bot_clock).await.unwrap();
            bot.clock.advance(std::time::Duration::from_secs(6));
            let question = bot.command("moderator", "wa-group delete", &delete).await;
            assert!(question.text().contains("Delete this group"), "{}", question.text());
        })
        .await;
}
