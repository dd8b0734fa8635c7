//! Rights given and taken in Discord: at once, in the journal, and never more than the giver holds.

use usher::sandbox::{ALPHA, BETA, OPEN, STREET_PARTY_CODE};

use crate::harness::{Reply, Town};

const REFUSED: &str = "You may not do this";

/// A town in which the helper's role manages access to Alpha Team, and nothing else.
async fn town() -> Town {
    Town::with(|scene| {
        scene.server = format!(
            "{}[[guilds.grants]]\nrole = \"{}\"\ncapabilities = [\"access.manage\"]\ngroups = [\"{ALPHA}\"]\n",
            scene.server, scene.roles.helper
        );
    })
    .await
}

impl Town {
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
        let roles = self.house.roles;
        match name {
            "moderator" => roles.moderator.to_string(),
            "helper" => roles.helper.to_string(),
            // The role that everybody has bears the server's number.
            _ => self.house.guild.to_string(),
        }
    }
}

#[tokio::test]
async fn what_is_granted_counts_at_once_and_what_is_revoked_no_longer() {
    let town = Town::new().await;
    let delete = [("group", BETA)];
    assert_eq!(town.command("moderator", "wa-group delete", &delete).await.title(), REFUSED);
    let reply = town.grant("owner", "moderator", &[("capability", "groups.delete")]).await;
    assert!(reply.is_private() && reply.notices.is_empty());
    assert!(reply.text().contains("may now use `groups.delete`"), "{}", reply.text());
    let question = town.command("moderator", "wa-group delete", &delete).await;
    assert!(question.text().contains("Delete this group"), "{}", question.text());

    let reply = town.revoke("owner", "moderator", &[("capability", "groups.delete")]).await;
    assert!(reply.text().contains("lost `groups.delete`"), "{}", reply.text());
    assert_eq!(town.command("moderator", "wa-group delete", &delete).await.title(), REFUSED);
    // And at the press of a question that was asked before.
    let typed = town.press("moderator", &question, "Delete…").await;
    assert_eq!(typed.title(), REFUSED);
    town.close().await;
}

#[tokio::test]
async fn a_preset_is_granted_as_a_whole_and_for_one_group_alone() {
    let town = Town::new().await;
    let reply = town.grant("owner", "everyone", &[("preset", "moderator"), ("group", "Beta Readers")]).await;
    assert!(reply.text().contains("**moderator** in **Beta Readers**"), "{}", reply.text());
    let reply = town.command("visitor", "wa-group rename", &[("group", BETA), ("name", "Beta Crew")]).await;
    assert!(reply.text().contains("Beta Crew"), "{}", reply.text());
    assert_eq!(town.command("visitor", "wa-group show", &[("group", ALPHA)]).await.title(), REFUSED);
    let reply = town.command("visitor", "wa-group preview", &[("code", STREET_PARTY_CODE)]).await;
    assert_eq!(reply.title(), REFUSED);
    town.revoke("owner", "everyone", &[("group", BETA)]).await;
    assert_eq!(town.command("visitor", "wa-group show", &[("group", BETA)]).await.title(), REFUSED);
    town.close().await;
}

#[tokio::test]
async fn grants_outlive_a_restart() {
    let town = Town::with(|scene| {
        let folder = tempfile::tempdir().unwrap().keep();
        scene.store = format!("sqlite://{}", folder.join("usher.db").display());
    })
    .await;
    town.grant("owner", "everyone", &[("preset", "viewer")]).await;
    let town = town.restart().await;
    assert_ne!(town.command("visitor", "wa-group list", &[]).await.title(), REFUSED);
    town.close().await;
}

#[tokio::test]
async fn nobody_gives_more_than_they_hold_nor_where_they_do_not() {
    let town = town().await;
    // In Alpha Team the helper has the preset of that name, and may manage access there.
    let reply = town.grant("helper", "everyone", &[("capability", "members.add"), ("group", ALPHA)]).await;
    assert!(reply.text().contains("may now use `members.add`"), "{}", reply.text());
    for (capability, group, title) in [
        ("groups.delete", Some(ALPHA), "More than you hold"),
        ("members.remove, members.add", Some(ALPHA), "More than you hold"),
        ("members.add", Some(BETA), REFUSED),
        ("members.add", None, REFUSED),
        ("access.manage", None, REFUSED),
    ] {
        let mut options = vec![("capability", capability)];
        options.extend(group.map(|group| ("group", group)));
        let reply = town.grant("helper", "everyone", &options).await;
        assert_eq!(reply.title(), title, "{capability} {group:?}: {}", reply.text());
        // Nor by way of a right to ask.
        options.push(("needs_approval", "all"));
        let reply = town.grant("helper", "everyone", &options).await;
        assert_eq!(reply.title(), title, "{capability} {group:?} by approval");
    }
    // By its name Beta Readers is not there for the helper, as everywhere.
    let reply = town.grant("helper", "everyone", &[("preset", "viewer"), ("group", "Beta Readers")]).await;
    assert_eq!(reply.title(), "No such group");
    assert_eq!(town.command("visitor", "wa-group list", &[]).await.title(), REFUSED);
    let reply = town.command("visitor", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
    assert!(reply.text().contains("Added"), "{}", reply.text());
    town.close().await;
}

#[tokio::test]
async fn who_does_not_manage_access_changes_nothing_and_sees_nothing() {
    let town = Town::new().await;
    for (command, options) in [
        ("wa-access grant", vec![("role", town.role("moderator")), ("preset", "owner".to_owned())]),
        ("wa-access revoke", vec![("role", town.role("moderator"))]),
        ("wa-access show", vec![]),
        ("wa-access check", vec![("user", town.person("visitor").to_string())]),
    ] {
        let options: Vec<(&str, &str)> = options.iter().map(|(name, value)| (*name, value.as_str())).collect();
        for who in ["moderator", "helper", "visitor"] {
            let reply = town.command(who, command, &options).await;
            assert_eq!(reply.title(), REFUSED, "{who}: {command}");
            assert!(reply.text().contains("`access.manage`") && reply.calls.is_empty());
        }
    }
    town.close().await;
}

#[tokio::test]
async fn what_the_file_grants_cannot_be_revoked_and_the_answer_says_so() {
    let town = Town::new().await;
    let reply = town.revoke("owner", "moderator", &[]).await;
    assert_eq!(reply.title(), "Fixed");
    assert!(reply.text().contains("configuration file"), "{}", reply.text());
    let reply = town.revoke("owner", "everyone", &[]).await;
    assert_eq!(reply.title(), "Nothing to revoke");
    assert_ne!(town.command("moderator", "wa-group list", &[]).await.title(), REFUSED);
    town.close().await;
}

#[tokio::test]
async fn administrators_stay_owners_whatever_is_revoked() {
    let town = Town::new().await;
    town.grant("owner", "everyone", &[("preset", "owner")]).await;
    // Somebody without the permission takes everything away.
    let reply = town.revoke("visitor", "everyone", &[]).await;
    assert_eq!(reply.title(), "Revoked");
    assert_eq!(town.command("visitor", "wa-access show", &[]).await.title(), REFUSED);
    let reply = town.command("owner", "wa-access show", &[]).await;
    assert_eq!(reply.title(), "Grants");
    town.close().await;
}

#[tokio::test]
async fn grants_are_shown_with_where_they_come_from_and_only_those_that_one_manages() {
    let town = town().await;
    town.grant("owner", "everyone", &[("preset", "viewer"), ("group", BETA)]).await;
    let text = town.command("owner", "wa-access show", &[]).await.text();
    for part in
        ["**moderator** · file", "**helper** in **Alpha Team** · file", "**viewer** in **Beta Readers** · Discord"]
    {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    let moderator = town.role("moderator");
    let text = town.command("owner", "wa-access show", &[("role", &moderator)]).await.text();
    assert!(text.contains("**moderator**") && !text.contains("viewer"), "{text}");
    let user = town.person("visitor").to_string();
    let text = town.command("owner", "wa-access show", &[("user", &user)]).await.text();
    assert!(text.contains("**viewer**") && !text.contains("moderator"), "{text}");
    // Who manages Alpha Team sees nothing that is about other groups alone.
    let text = town.command("helper", "wa-access show", &[]).await.text();
    assert!(text.contains("Alpha Team") && !text.contains("Beta") && !text.contains(BETA), "{text}");
    town.close().await;
}

#[tokio::test]
async fn check_says_what_somebody_may_do_and_through_which_role() {
    let town = Town::new().await;
    town.grant("owner", "moderator", &[("capability", "groups.create"), ("needs_approval", "all")]).await;
    let user = town.person("moderator").to_string();
    let text = town.command("owner", "wa-access check", &[("user", &user)]).await.text();
    let role = town.role("moderator");
    for part in [
        format!("`members.remove` through <@&{role}>"),
        format!("`groups.create` if somebody approves, through <@&{role}>"),
        "`groups.delete`".to_owned(),
    ] {
        assert!(text.contains(&part), "{part} is not in {text}");
    }
    let user = town.person("helper").to_string();
    let text = town.command("owner", "wa-access check", &[("user", &user)]).await.text();
    assert!(text.contains("(not everywhere)"), "{text}");
    let text = town.command("owner", "wa-access check", &[("user", &user), ("group", BETA)]).await.text();
    assert!(text.contains("may do nothing here"), "{text}");
    let user = town.person("owner").to_string();
    let text = town.command("owner", "wa-access check", &[("user", &user)]).await.text();
    assert!(text.contains("Administrator"), "{text}");
    town.close().await;
}

#[tokio::test]
async fn presets_capabilities_groups_and_sessions_are_offered_while_typing() {
    let town = town().await;
    town.command("owner", "wa-group list", &[]).await;
    let names = async |who: &str, option: &str, typed: &str| {
        let offers = town.offers(who, "wa-access grant", option, typed).await;
        offers.into_iter().map(|choice| choice.name).collect::<Vec<_>>()
    };
    assert_eq!(names("owner", "preset", "").await, ["viewer", "helper", "moderator", "manager", "owner"]);
    assert_eq!(names("owner", "capability", "invites").await, ["invites.read", "invites.revoke"]);
    let second = names("owner", "capability", "groups.read, members.e").await;
    assert_eq!(second, ["groups.read, members.export"]);
    assert_eq!(names("owner", "needs_approval", "al").await.first().unwrap(), "all: everything in this grant");
    assert_eq!(names("owner", "session", "").await, ["default"]);
    assert_eq!(names("owner", "group", "beta").await, ["Beta Readers"]);
    assert_eq!(names("helper", "group", "").await, ["Alpha Team"]);
    assert!(names("visitor", "group", "").await.is_empty());
    town.close().await;
}

#[tokio::test]
async fn what_is_no_right_is_said_so() {
    let town = Town::new().await;
    for options in [[("preset", "king")], [("capability", "groups.*")], [("needs_approval", "everything")]] {
        let reply = town.grant("owner", "moderator", &options).await;
        assert_eq!(reply.title(), "That does not work", "{}", reply.text());
    }
    let reply = town.grant("owner", "moderator", &[]).await;
    assert!(reply.text().contains("`preset`"), "{}", reply.text());
    town.close().await;
}

#[tokio::test]
async fn a_grant_without_effect_changes_nothing_and_is_not_told() {
    type Options = &'static [(&'static str, &'static str)];
    let town = Town::with(|scene| scene.server = format!("log_channel = \"{}\"\n{}", scene.log, scene.server)).await;
    let refused: [(&str, Options, &str); 10] = [
        // It is about groups that are not there yet.
        ("everyone", &[("capability", "groups.create"), ("group", ALPHA)], "No effect in one group"),
        ("everyone", &[("capability", "groups.read, groups.join"), ("group", ALPHA)], "No effect in one group"),
        ("everyone", &[("needs_approval", "groups.create"), ("group", ALPHA)], "No effect in one group"),
        // The file gives it, for all groups or for this one.
        ("moderator", &[("preset", "moderator")], "Nothing to add"),
        ("moderator", &[("capability", "groups.edit, members.add")], "Nothing to add"),
        ("moderator", &[("capability", "groups.edit"), ("group", BETA)], "Nothing to add"),
        ("moderator", &[("capability", "groups.edit"), ("session", "default")], "Nothing to add"),
        ("moderator", &[("capability", "groups.edit"), ("needs_approval", "all")], "Nothing to add"),
        ("helper", &[("preset", "helper"), ("group", ALPHA)], "Nothing to add"),
        ("everyone", &[], "That does not work"),
    ];
    for (role, options, title) in refused {
        let reply = town.grant("owner", role, options).await;
        assert_eq!(reply.title(), title, "{options:?}: {}", reply.text());
        assert!(title == "That does not work" || reply.text().contains("Nothing was changed"), "{}", reply.text());
    }
    for (role, options) in [("everyone", &[][..]), ("helper", &[("capability", "groups.delete")][..])] {
        let reply = town.revoke("owner", role, options).await;
        assert_eq!(reply.title(), "Nothing to revoke");
    }
    let options = [("capability", "groups.read"), ("group", ALPHA)];
    assert_eq!(town.grant("owner", "everyone", &options).await.title(), "Granted");
    assert_eq!(town.grant("owner", "everyone", &options).await.title(), "Nothing to add");
    // To be asked for only: that is less, and so a change.
    let asked = [options[0], options[1], ("needs_approval", "all")];
    assert_eq!(town.grant("owner", "everyone", &asked).await.title(), "Granted");
    assert_eq!(town.grant("owner", "everyone", &asked).await.title(), "Nothing to add");
    // A preset for one group is given without what one group has no use for.
    let reply = town.grant("owner", "everyone", &[("preset", "manager"), ("group", ALPHA)]).await;
    let [given, note] =
        reply.text().split("In a single group").map(str::to_owned).collect::<Vec<_>>().try_into().unwrap();
    assert!(given.contains("`groups.leave`") && !given.contains("groups.create"), "{given}");
    assert!(note.contains("`groups.create`, `groups.join` has no effect"), "{note}");
    assert_eq!(town.revoke("owner", "everyone", &[]).await.title(), "Revoked");
    assert_eq!(town.revoke("owner", "everyone", &[]).await.title(), "Nothing to revoke");
    // Only what changed something is in the journal and in the log channel.
    let recent = town.command("owner", "wa-audit recent", &[]).await.text();
    assert_eq!(recent.matches("`access.").count(), 4, "{recent}");
    let log = town.house.log;
    let told = town.house.discord.wait_until(|world| {
        let lines = world.messages.values().filter(|message| message.channel == log).count();
        (lines >= 4).then_some(lines)
    });
    assert_eq!(town.within(told).await, 4);
    town.close().await;
}

#[tokio::test]
async fn each_change_of_a_grant_is_in_the_journal_and_the_log_channel() {
    let mut log = None;
    let town = Town::with(|scene| {
        let channel = scene.discord.add_channel(scene.guild, "log");
        scene.server = format!("log_channel = \"{channel}\"\n{}", scene.server);
        log = Some(channel);
    })
    .await;
    town.grant("owner", "moderator", &[("preset", "manager")]).await;
    town.revoke("owner", "moderator", &[("capability", "groups.leave")]).await;
    let log = log.unwrap();
    let lines = town.house.discord.wait_until(|world| {
        let messages = world.messages.values().filter(|message| message.channel == log);
        let lines: Vec<String> = messages.map(usher::sandbox::discord::Message::all_text).collect();
        (lines.len() == 2).then(|| lines.join("\n"))
    });
    let lines = town.within(lines).await;
    assert!(lines.contains("gave rights to") && lines.contains("**manager**"), "{lines}");
    assert!(lines.contains("took rights from") && lines.contains("`groups.leave`"), "{lines}");
    let recent = town.command("owner", "wa-audit recent", &[("operation", "access.revoke")]).await;
    assert!(recent.text().contains("`access.revoke`"), "{}", recent.text());
    town.close().await;
}
