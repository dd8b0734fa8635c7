//! Grants and revocations in Discord: they take effect at once, are in the journal, and never exceed the granter's
//! rights.

use sandbox::{ALPHA, BETA, OPEN, STREET_PARTY_CODE};

use crate::harness::{BotScene, Reply, TestBot};

const REFUSED: &str = "No permission";

/// Returns a scene in which the helper's role only manages access to Alpha Team.
fn helper_manages_alpha() -> BotScene {
    TestBot::with(|scene| {
        scene.server = format!(
            "{}[[guilds.grants]]\nrole = \"{}\"\ncapabilities = [\"access.manage\"]\ngroups = [\"{ALPHA}\"]\n",
            scene.server, scene.roles.helper
        );
    })
}

impl TestBot {
    pub(crate) async fn grant(&self, who: &str, role: &str, options: &[(&str, &str)]) -> Reply {
        let role = self.role(role);
        let all: Vec<(&str, &str)> = [("role", role.as_str())].into_iter().chain(options.iter().copied()).collect();
        self.command(who, "wa-access grant", &all).await
    }

    pub(crate) async fn revoke(&self, who: &str, role: &str, options: &[(&str, &str)]) -> Reply {
        let role = self.role(role);
        let all: Vec<(&str, &str)> = [("role", role.as_str())].into_iter().chain(options.iter().copied()).collect();
        self.command(who, "wa-access revoke", &all).await
    }

    pub(crate) fn role(&self, name: &str) -> String {
        let roles = self.roles;
        match name {
            "moderator" => roles.moderator.to_string(),
            "helper" => roles.helper.to_string(),
            // The id of the @everyone role equals the server's id.
            _ => self.guild.to_string(),
        }
    }
}

#[tokio::test]
async fn what_is_granted_counts_at_once_and_what_is_revoked_no_longer() {
    TestBot::with(|_| {})
        .on_titan()
        .run(async |bot| {
            let delete = [("group", BETA)];
            assert_eq!(bot.command("moderator", "wa-group delete", &delete).await.title(), REFUSED);
            let reply = bot.grant("owner", "moderator", &[("capability", "groups.delete")]).await;
            assert!(reply.is_private() && reply.notices.is_empty());
            assert!(reply.text().contains("can now use `groups.delete`"), "{}", reply.text());
            let question = bot.command("moderator", "wa-group delete", &delete).await;
            assert!(question.text().contains("Delete this group"), "{}", question.text());

            let reply = bot.revoke("owner", "moderator", &[("capability", "groups.delete")]).await;
            assert!(reply.text().contains(": `groups.delete`"), "{}", reply.text());
            assert_eq!(bot.command("moderator", "wa-group delete", &delete).await.title(), REFUSED);
            // The check applies also to a press on an older question.
            let typed = bot.press("moderator", &question, "Delete…").await;
            assert_eq!(typed.title(), REFUSED);
        })
        .await;
}

#[tokio::test]
async fn a_preset_is_granted_as_a_whole_and_for_one_group_alone() {
    TestBot::run(async |bot| {
        let reply = bot.grant("owner", "everyone", &[("preset", "moderator"), ("group", "Beta Readers")]).await;
        assert!(reply.text().contains("**moderator** in **Beta Readers**"), "{}", reply.text());
        let reply = bot.command("visitor", "wa-group rename", &[("group", BETA), ("name", "Beta Crew")]).await;
        assert!(reply.text().contains("Beta Crew"), "{}", reply.text());
        assert_eq!(bot.command("visitor", "wa-group show", &[("group", ALPHA)]).await.title(), REFUSED);
        let reply = bot.command("visitor", "wa-group preview", &[("code", STREET_PARTY_CODE)]).await;
        assert_eq!(reply.title(), REFUSED);
        bot.revoke("owner", "everyone", &[("group", BETA)]).await;
        assert_eq!(bot.command("visitor", "wa-group show", &[("group", BETA)]).await.title(), REFUSED);
    })
    .await;
}

#[tokio::test]
async fn grants_outlive_a_restart() {
    TestBot::with(|scene| {
        let folder = tempfile::tempdir().unwrap().keep();
        scene.store = format!("sqlite://{}", folder.join("usher.db").display());
    })
    .run(async |bot| {
        bot.grant("owner", "everyone", &[("preset", "viewer")]).await;
        bot.restart().await;
        assert_ne!(bot.command("visitor", "wa-group list", &[]).await.title(), REFUSED);
    })
    .await;
}

#[tokio::test]
async fn nobody_gives_more_than_they_hold_nor_where_they_do_not() {
    helper_manages_alpha()
        .run(async |bot| {
            // In Alpha Team the helper has the preset of that name, and may manage access there.
            let reply = bot.grant("helper", "everyone", &[("capability", "members.add"), ("group", ALPHA)]).await;
            assert!(reply.text().contains("can now use `members.add`"), "{}", reply.text());
            for (capability, group, title) in [
                ("groups.delete", Some(ALPHA), "You can't give these permissions"),
                ("members.remove, members.add", Some(ALPHA), "You can't give these permissions"),
                ("members.add", Some(BETA), REFUSED),
                ("members.add", None, REFUSED),
                ("access.manage", None, REFUSED),
            ] {
                let mut options = vec![("capability", capability)];
                options.extend(group.map(|group| ("group", group)));
                let reply = bot.grant("helper", "everyone", &options).await;
                assert_eq!(reply.title(), title, "{capability} {group:?}: {}", reply.text());
                // Rights with approval are no way around it.
                options.push(("needs_approval", "all"));
                let reply = bot.grant("helper", "everyone", &options).await;
                assert_eq!(reply.title(), title, "{capability} {group:?} by approval");
            }
            // The helper cannot find Beta Readers by its name, as in all commands.
            let reply = bot.grant("helper", "everyone", &[("preset", "viewer"), ("group", "Beta Readers")]).await;
            assert_eq!(reply.title(), "Group not found");
            assert_eq!(bot.command("visitor", "wa-group list", &[]).await.title(), REFUSED);
            let reply = bot.command("visitor", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
            assert!(reply.text().contains("Added"), "{}", reply.text());
        })
        .await;
}

#[tokio::test]
async fn who_does_not_manage_access_changes_nothing_and_sees_nothing() {
    TestBot::run(async |bot| {
        for (command, options) in [
            ("wa-access grant", vec![("role", bot.role("moderator")), ("preset", "owner".to_owned())]),
            ("wa-access revoke", vec![("role", bot.role("moderator"))]),
            ("wa-access show", vec![]),
            ("wa-access check", vec![("user", bot.person("visitor").to_string())]),
        ] {
            let options: Vec<(&str, &str)> = options.iter().map(|(name, value)| (*name, value.as_str())).collect();
            for who in ["moderator", "helper", "visitor"] {
                let reply = bot.command(who, command, &options).await;
                assert_eq!(reply.title(), REFUSED, "{who}: {command}");
                assert!(
                    (reply.text().contains("manage permissions") || reply.text().contains("see permissions"))
                        && reply.calls.is_empty()
                );
            }
        }
    })
    .await;
}

#[tokio::test]
async fn grants_from_the_file_cannot_be_revoked_in_discord() {
    TestBot::run(async |bot| {
        let reply = bot.revoke("owner", "moderator", &[]).await;
        assert_eq!(reply.title(), "Set by the bot owner");
        assert!(reply.text().contains("configuration file"), "{}", reply.text());
        let reply = bot.revoke("owner", "everyone", &[]).await;
        assert_eq!(reply.title(), "Nothing to remove");
        assert_ne!(bot.command("moderator", "wa-group list", &[]).await.title(), REFUSED);
    })
    .await;
}

#[tokio::test]
async fn administrators_stay_owners_whatever_is_revoked() {
    TestBot::run(async |bot| {
        bot.grant("owner", "everyone", &[("preset", "owner")]).await;
        // A member without the Administrator permission revokes everything.
        let reply = bot.revoke("visitor", "everyone", &[]).await;
        assert_eq!(reply.title(), "Permissions removed");
        assert_eq!(bot.command("visitor", "wa-access show", &[]).await.title(), REFUSED);
        let reply = bot.command("owner", "wa-access show", &[]).await;
        assert_eq!(reply.title(), "Permissions");
    })
    .await;
}

#[tokio::test]
async fn grants_show_their_source_and_only_those_the_actor_manages() {
    helper_manages_alpha()
        .run(async |bot| {
            bot.grant("owner", "everyone", &[("preset", "viewer"), ("group", BETA)]).await;
            let text = bot.command("owner", "wa-access show", &[]).await.text();
            for part in [
                "**moderator** · set by the bot owner",
                "**helper** in **Alpha Team** · set by the bot owner",
                "**viewer** in **Beta Readers** · set here",
            ] {
                assert!(text.contains(part), "{part} is not in {text}");
            }
            let moderator = bot.role("moderator");
            let text = bot.command("owner", "wa-access show", &[("role", &moderator)]).await.text();
            assert!(text.contains("**moderator**") && !text.contains("viewer"), "{text}");
            let user = bot.person("visitor").to_string();
            let text = bot.command("owner", "wa-access show", &[("user", &user)]).await.text();
            assert!(text.contains("**viewer**") && !text.contains("moderator"), "{text}");
            // An access manager of Alpha Team sees no grants that only concern other groups.
            let text = bot.command("helper", "wa-access show", &[]).await.text();
            assert!(text.contains("Alpha Team") && !text.contains("Beta") && !text.contains(BETA), "{text}");
        })
        .await;
}

#[tokio::test]
async fn check_says_what_somebody_may_do_and_through_which_role() {
    TestBot::run(async |bot| {
        bot.grant("owner", "moderator", &[("capability", "groups.create"), ("needs_approval", "all")]).await;
        let user = bot.person("moderator").to_string();
        let text = bot.command("owner", "wa-access check", &[("user", &user)]).await.text();
        let role = bot.role("moderator");
        for part in [
            format!("(`members.remove`) · from <@&{role}>"),
            format!("(`groups.create`) · with approval · from <@&{role}>"),
            "`groups.delete`".to_owned(),
        ] {
            assert!(text.contains(&part), "{part} is not in {text}");
        }
        let user = bot.person("helper").to_string();
        let text = bot.command("owner", "wa-access check", &[("user", &user)]).await.text();
        assert!(text.contains("only in **Alpha Team**"), "{text}");
        let text = bot.command("owner", "wa-access check", &[("user", &user), ("group", BETA)]).await.text();
        assert!(text.contains("has no permissions here"), "{text}");
        let user = bot.person("owner").to_string();
        let text = bot.command("owner", "wa-access check", &[("user", &user)]).await.text();
        assert!(text.contains("Administrator"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn grant_options_are_autocompleted() {
    helper_manages_alpha()
        .run(async |bot| {
            bot.command("owner", "wa-group list", &[]).await;
            let names = async |who: &str, option: &str, typed: &str| {
                let offers = bot.offers(who, "wa-access grant", option, typed).await;
                offers.into_iter().map(|choice| choice.name).collect::<Vec<_>>()
            };
            assert_eq!(names("owner", "capability", "invites").await, ["invites.read", "invites.revoke"]);
            let second = names("owner", "capability", "groups.read, members.e").await;
            assert_eq!(second, ["groups.read, members.export"]);
            assert_eq!(
                names("owner", "needs_approval", "al").await.first().unwrap(),
                "all: every permission given here"
            );
            assert_eq!(names("owner", "session", "").await, ["default"]);
            assert_eq!(names("owner", "group", "beta").await, ["Beta Readers"]);
            assert_eq!(names("helper", "group", "").await, ["Alpha Team"]);
            assert!(names("visitor", "group", "").await.is_empty());
        })
        .await;
}

#[tokio::test]
async fn what_is_no_right_is_said_so() {
    TestBot::run(async |bot| {
        for options in [[("capability", "groups.*")], [("needs_approval", "everything")]] {
            let reply = bot.grant("owner", "moderator", &options).await;
            assert_eq!(reply.title(), "Check your input", "{}", reply.text());
        }
        let reply = bot.grant("owner", "moderator", &[]).await;
        assert!(reply.text().contains("`preset`"), "{}", reply.text());
    })
    .await;
}

#[tokio::test]
async fn a_grant_without_effect_changes_nothing_and_is_not_told() {
    type Options = &'static [(&'static str, &'static str)];
    TestBot::with(|scene| scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server))
        .run(async |bot| {
            let refused: [(&str, Options, &str); 10] = [
                // The capability concerns groups that do not exist yet.
                ("everyone", &[("capability", "groups.create"), ("group", ALPHA)], "Not possible for one group"),
                (
                    "everyone",
                    &[("capability", "groups.read, groups.join"), ("group", ALPHA)],
                    "Not possible for one group",
                ),
                ("everyone", &[("needs_approval", "groups.create"), ("group", ALPHA)], "Not possible for one group"),
                // The file grants it, for all groups or for this one.
                ("moderator", &[("preset", "moderator")], "Nothing to add"),
                ("moderator", &[("capability", "groups.edit, members.add")], "Nothing to add"),
                ("moderator", &[("capability", "groups.edit"), ("group", BETA)], "Nothing to add"),
                ("moderator", &[("capability", "groups.edit"), ("session", "default")], "Nothing to add"),
                ("moderator", &[("capability", "groups.edit"), ("needs_approval", "all")], "Nothing to add"),
                ("helper", &[("preset", "helper"), ("group", ALPHA)], "Nothing to add"),
                ("everyone", &[], "Check your input"),
            ];
            for (role, options, title) in refused {
                let reply = bot.grant("owner", role, options).await;
                assert_eq!(reply.title(), title, "{options:?}: {}", reply.text());
                assert!(title == "Check your input" || reply.text().contains("Nothing changed"), "{}", reply.text());
            }
            for (role, options) in [("everyone", &[][..]), ("helper", &[("capability", "groups.delete")][..])] {
                let reply = bot.revoke("owner", role, options).await;
                assert_eq!(reply.title(), "Nothing to remove");
            }
            let options = [("capability", "groups.read"), ("group", ALPHA)];
            assert_eq!(bot.grant("owner", "everyone", &options).await.title(), "Permissions added");
            assert_eq!(bot.grant("owner", "everyone", &options).await.title(), "Nothing to add");
            // With approval is less than without, and so a change.
            let asked = [options[0], options[1], ("needs_approval", "all")];
            assert_eq!(bot.grant("owner", "everyone", &asked).await.title(), "Permissions added");
            assert_eq!(bot.grant("owner", "everyone", &asked).await.title(), "Nothing to add");
            // A preset for one group leaves out capabilities that do not apply to one group.
            let reply = bot.grant("owner", "everyone", &[("preset", "manager"), ("group", ALPHA)]).await;
            let [given, note] =
                reply.text().split("Left out").map(str::to_owned).collect::<Vec<_>>().try_into().unwrap();
            assert!(given.contains("`groups.leave`") && !given.contains("groups.create"), "{given}");
            assert!(note.contains("limited to one group: `groups.create`, `groups.join`"), "{note}");
            assert_eq!(bot.revoke("owner", "everyone", &[]).await.title(), "Permissions removed");
            assert_eq!(bot.revoke("owner", "everyone", &[]).await.title(), "Nothing to remove");
            // Only actual changes are in the journal and in the log channel.
            let recent = bot.command("owner", "wa-audit recent", &[]).await.text();
            let changes = recent.matches("added permissions").count() + recent.matches("removed permissions").count();
            assert_eq!(changes, 4, "{recent}");
            let log = bot.log;
            let told = bot.discord.wait_until(|world| {
                let lines = world.messages.values().filter(|message| message.channel == log).count();
                (lines >= 4).then_some(lines)
            });
            assert_eq!(bot.within(told).await, 4);
        })
        .await;
}

#[tokio::test]
async fn each_change_of_a_grant_is_in_the_journal_and_the_log_channel() {
    let mut log = None;
    TestBot::with(|scene| {
        let channel = scene.discord.add_channel(scene.guild, "log");
        scene.server = format!("log_channel = \"{channel}\"\n{}", scene.server);
        log = Some(channel);
    })
    .run(async |bot| {
        bot.grant("owner", "moderator", &[("preset", "manager")]).await;
        bot.revoke("owner", "moderator", &[("capability", "groups.leave")]).await;
        let log = log.unwrap();
        let lines = bot.discord.wait_until(|world| {
            let messages = world.messages.values().filter(|message| message.channel == log);
            let lines: Vec<String> = messages.map(discord_stand_in::Message::all_text).collect();
            (lines.len() == 2).then(|| lines.join("\n"))
        });
        let lines = bot.within(lines).await;
        assert!(lines.contains("added permissions for") && lines.contains("**manager**"), "{lines}");
        assert!(lines.contains("removed permissions from") && lines.contains("leave groups"), "{lines}");
        let recent = bot.command("owner", "wa-audit recent", &[("operation", "access.revoke")]).await;
        assert!(recent.text().contains("removed permissions"), "{}", recent.text());
    })
    .await;
}
