//! The country of a server, by which numbers without a country code are read: `/wa-setup` shows and sets it.

use sandbox::whatsapp::StatusReason;

use crate::harness::{Reply, TestBot};

const BUTTON: &str = "Country…";

/// Types a country in the modal of `/wa-setup`.
async fn set(bot: &TestBot, shown: &Reply, typed: &str) -> Reply {
    let opened = bot.press("owner", shown, BUTTON).await;
    bot.fill_in("owner", &opened, typed).await
}

/// Returns the field of `/wa-setup` about the country.
fn field(reply: &Reply) -> String {
    let embed = reply.embed();
    let fields = embed["fields"].as_array().unwrap();
    let field = fields.iter().find(|field| field["name"] == "Country of phone numbers").unwrap();
    field["value"].as_str().unwrap().to_owned()
}

/// Returns the text that the modal already contains.
fn filled(bot: &TestBot, opened: &Reply) -> String {
    bot.modal(opened)["components"][0]["components"][0]["value"].as_str().unwrap_or_default().to_owned()
}

const MEANING: &str = "Numbers without a country code are read as numbers of this country.";
const NOT_SET: &str = "Not set. Usher can't tell which country a number without a country code belongs to.";

#[tokio::test]
async fn the_country_of_the_connected_account_is_proposed() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("usher.db").display());
    TestBot::with(|scene| scene.store = url)
        .run(async |bot| {
            let reply = bot.command("owner", "wa-setup", &[]).await;
            let proposed = "Suggested: BR (+55), from the number of the connected WhatsApp account.";
            assert_eq!(field(&reply), format!("{NOT_SET}\n{proposed}"));
            assert_eq!(filled(bot, &bot.press("owner", &reply, BUTTON).await), "");
            let reply = bot.press("owner", &reply, "Use BR (+55)").await;
            let done = "✅ Country of phone numbers: BR (+55)";
            assert!(reply.text().contains(done), "{}", reply.text());
            assert_eq!(field(&reply), format!("BR (+55)\n{MEANING}"));
            assert_eq!(reply.buttons().iter().filter(|label| label.contains("BR")).count(), 0);
            assert_eq!(filled(bot, &bot.press("owner", &reply, BUTTON).await), "BR");
            bot.restart().await;
            let reply = bot.command("owner", "wa-setup", &[]).await;
            assert_eq!(field(&reply), format!("BR (+55)\n{MEANING}"));
            // An empty field removes it.
            let reply = set(bot, &reply, "").await;
            assert!(reply.text().contains("✅ This server has no country of its own any more."), "{}", reply.text());
            assert_eq!(field(&reply), format!("{NOT_SET}\n{proposed}"));
            for (case, line) in [
                (1, "set the country of phone numbers to BR (+55)."),
                (2, "removed this server's country of phone numbers."),
            ] {
                let shown = bot.numbered("owner", "wa-audit show", "case", case).await.text();
                assert!(shown.contains(line), "{line} is not in {shown}");
            }
        })
        .await;
}

#[tokio::test]
async fn a_country_is_typed_as_letters_code_or_name() {
    TestBot::run(async |bot| {
        let mut shown = bot.command("owner", "wa-setup", &[]).await;
        for (typed, expected) in [
            ("BR", "BR (+55)"),
            ("de", "DE (+49)"),
            ("+55", "BR (+55)"),
            ("49", "DE (+49)"),
            ("0055", "BR (+55)"),
            ("Alemanha", "DE (+49)"),
            ("brasil", "BR (+55)"),
            ("  Gb ", "GB (+44)"),
            ("KZ (+7)", "KZ (+7)"),
            ("+1 809", "DO (+1)"),
            ("भारत", "IN (+91)"),
            ("USA", "US (+1)"),
        ] {
            shown = set(bot, &shown, typed).await;
            assert_eq!(field(&shown), format!("{expected}\n{MEANING}"), "{typed}");
            assert!(shown.text().contains("✅") && shown.is_private(), "{}", shown.text());
        }
        for typed in
            ["Atlantis", "XX", "B", "BRA", "+999", "BR (+49)", "11 97777-0001", "*x*", "Room 55", "0", "BR, DE", "+"]
        {
            shown = set(bot, &shown, typed).await;
            let text = shown.text();
            assert!(text.contains("⚠️ **Not changed.** Usher knows no country"), "{typed}: {text}");
            assert!(text.contains("Write its two letters, such as `BR`"), "{typed}: {text}");
            assert_eq!(field(&shown), format!("US (+1)\n{MEANING}"), "{typed}");
        }
        shown = set(bot, &shown, "us").await;
        assert!(shown.text().contains("⚠️ **Not changed.** This is already set."), "{}", shown.text());
        let recent = bot.command("owner", "wa-audit recent", &[]).await.text();
        assert!(recent.contains("**#12**") && !recent.contains("**#13**"), "only what was set is recorded: {recent}");
    })
    .await;
}

#[tokio::test]
async fn the_files_default_is_shown_with_its_source() {
    TestBot::with(|scene| scene.settings.push_str("limits.default_region = \"DE\"\n"))
        .run(async |bot| {
            let reply = bot.command("owner", "wa-setup", &[]).await;
            let default = format!("DE (+49) (the bot owner's default for all servers)\n{MEANING}");
            assert!(
                field(&reply).starts_with(&default) && field(&reply).contains("Suggested: BR (+55)"),
                "{}",
                field(&reply)
            );
            bot.groups.world(|world| world.disconnect("default", StatusReason::LoggedOut));
            let reply = bot.command("owner", "wa-setup", &[]).await;
            assert_eq!(field(&reply), default);
            bot.groups.world(|world| world.connect("default"));
            let reply = set(bot, &reply, "FR").await;
            assert_eq!(field(&reply), format!("FR (+33)\n{MEANING}"));
        })
        .await;
}

#[tokio::test]
async fn a_country_of_the_file_cannot_be_changed_here() {
    TestBot::with(|scene| scene.server = format!("country = \"PT\"\n{}", scene.server))
        .run(async |bot| {
            let reply = bot.command("owner", "wa-setup", &[]).await;
            assert_eq!(field(&reply), format!("PT (+351) (set by the bot owner)\n{MEANING}"));
            assert_eq!(reply.buttons(), ["Invitation…", "Make reasons mandatory"]);
            // A forged press.
            let chosen = bot.choose("owner", &reply, "setup:approvals", &[bot.approvals.to_string()]).await;
            let mut raw = bot.discord.world(|world| world.interactions[&chosen.interaction].payload.clone());
            raw["data"]["custom_id"] = "setup:country:BR".into();
            let reply = bot.reply(bot.discord.raw_interaction(raw)).await;
            assert!(
                reply.text().contains("⚠️ **Not changed.** This is set in the configuration file"),
                "{}",
                reply.text()
            );
            assert!(field(&reply).starts_with("PT (+351)"), "{}", field(&reply));
        })
        .await;
}

#[tokio::test]
async fn the_country_is_for_administrators_only() {
    TestBot::run(async |bot| {
        let (guild, owner) = (bot.guild, bot.person("owner"));
        let reply = bot.command("owner", "wa-setup", &[]).await;
        let opened = bot.press("owner", &reply, BUTTON).await;
        bot.discord.world(|world| world.join(guild, owner, &[]));
        assert_eq!(bot.fill_in("owner", &opened, "BR").await.title(), "For Administrators only");
        let reply = bot.press("owner", &reply, BUTTON).await;
        assert_eq!(reply.title(), "For Administrators only");
    })
    .await;
}
