//! The access matrix, generated: every command, by a user with each preset, for each scope, in a group inside and
//! outside of it. The oracle is the table of `commands.md`.

use discord_stand_in::{InteractionId, UserId};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use sandbox::{ALPHA, ANA, BETA, OPEN, STREET_PARTY_CODE, Scene};
use serde_json::Value;

use crate::approvals::may_ask;
use crate::harness::TestBot;

const PRESETS: [&str; 6] = ["none", "viewer", "helper", "moderator", "manager", "owner"];

/// The scope of a grant.
const SCOPES: [(&str, &str); 4] = [
    ("everywhere", ""),
    ("in Alpha Team", "groups = [\"120363000000000001@g.us\"]\n"),
    ("in this session", "sessions = [\"default\"]\n"),
    ("in another session", "sessions = [\"second\"]\n"),
];

/// The target of a command.
#[derive(Clone, Copy, PartialEq)]
enum Touches {
    /// The named group.
    Group,
    /// Everything in scope.
    Scope,
    /// Everything in scope of the server's first session.
    Default,
    /// No specific group: a grant for single groups is not enough.
    Anything,
}

type Options = &'static [(&'static str, &'static str)];

/// The command, its options besides `group`, the least preset that may use it, and its target. From `commands.md`.
const ORACLE: &[(&str, Options, &str, Touches)] = &[
    ("wa-group list", &[], "viewer", Touches::Default),
    ("wa-group show", &[], "viewer", Touches::Group),
    ("wa-group preview", &[("code", STREET_PARTY_CODE)], "viewer", Touches::Anything),
    ("wa-group members list", &[], "viewer", Touches::Group),
    ("wa-group members find", &[("search", "admin")], "viewer", Touches::Group),
    ("wa-person find", &[("person", ANA)], "viewer", Touches::Scope),
    ("wa-session list", &[], "viewer", Touches::Scope),
    ("wa-group invite show", &[], "helper", Touches::Group),
    ("wa-group members add", &[("members", OPEN)], "helper", Touches::Group),
    ("wa-group rename", &[("name", "Renamed")], "moderator", Touches::Group),
    ("wa-group describe", &[("text", "Described")], "moderator", Touches::Group),
    ("wa-group picture", &[("url", "https://pictures.example/a.png")], "moderator", Touches::Group),
    ("wa-group members remove", &[("members", ANA)], "moderator", Touches::Group),
    ("wa-group invite revoke", &[], "moderator", Touches::Group),
    // Titan has neither settings nor requests to join, which is said only to those who may.
    ("wa-group requests list", &[], "moderator", Touches::Group),
    ("wa-group requests approve", &[("members", ANA)], "moderator", Touches::Group),
    ("wa-group requests decline", &[], "moderator", Touches::Group),
    ("wa-group settings", &[], "manager", Touches::Group),
    ("wa-group settings", &[("who_may_write", "admins")], "manager", Touches::Group),
    ("wa-group create", &[("name", "New")], "manager", Touches::Anything),
    ("wa-group join", &[("code", STREET_PARTY_CODE)], "manager", Touches::Anything),
    ("wa-group leave", &[], "manager", Touches::Group),
    ("wa-group members export", &[], "manager", Touches::Group),
    ("wa-group admins promote", &[("members", ANA)], "manager", Touches::Group),
    ("wa-group admins demote", &[("members", ANA)], "manager", Touches::Group),
    ("wa-audit recent", &[], "manager", Touches::Scope),
    ("wa-audit export", &[], "manager", Touches::Scope),
    ("wa-group delete", &[], "owner", Touches::Group),
    ("wa-access show", &[], "owner", Touches::Scope),
    ("wa-set save", &[("name", "North"), ("groups", ALPHA)], "owner", Touches::Scope),
    ("wa-set list", &[], "owner", Touches::Scope),
    ("wa-set delete", &[("name", "North")], "owner", Touches::Scope),
];

/// Returns whether the table allows it, independently of the program.
fn allowed(preset: &str, scope: &str, least: &str, touches: Touches, group: &str) -> bool {
    let place = |name: &str| PRESETS.iter().position(|preset| *preset == name).unwrap();
    let holds = place(preset) >= place(least);
    let in_scope = match (scope, touches) {
        ("everywhere" | "in this session", _) | ("in Alpha Team", Touches::Scope | Touches::Default) => true,
        ("in Alpha Team", Touches::Group) => group == ALPHA,
        ("in Alpha Team", Touches::Anything) => false,
        // A command without a session is allowed if anything is in scope; groups and new groups are in `default`.
        ("in another session", touches) => touches == Touches::Scope,
        _ => unreachable!(),
    };
    holds && in_scope
}

/// Adds a user for each preset and scope, with their own role.
fn populate(scene: &mut Scene) -> Vec<(&'static str, &'static str, UserId)> {
    let mut people = Vec::new();
    scene.whatsapp.add_session("second", "+5511900000001");
    scene.server = scene.server.replacen("sessions = [\"default\"]", "sessions = [\"default\", \"second\"]", 1);
    for preset in PRESETS {
        for (scope, narrowed) in SCOPES {
            let role = scene.discord.add_role(scene.guild, &format!("{preset} {scope}"), 0);
            people.push((preset, scope, scene.discord.add_member(scene.guild, &format!("{preset}-{scope}"), &[role])));
            if preset != "none" {
                let grant = format!("[[guilds.grants]]\nrole = \"{role}\"\npreset = \"{preset}\"\n{narrowed}");
                scene.server.push_str(&grant);
            }
        }
    }
    people
}

#[tokio::test]
async fn presets_allow_exactly_the_commands_in_the_table() {
    let mut people = Vec::new();
    TestBot::with(|scene| people = populate(scene))
        .run(async |bot| {
            let mut asked = 0;
            for (command, options, least, touches) in ORACLE {
                let groups: &[&str] = if *touches == Touches::Group { &[ALPHA, BETA] } else { &[""] };
                for group in groups {
                    for (preset, scope, who) in &people {
                        let mut options = options.to_vec();
                        if !group.is_empty() {
                            options.push(("group", group));
                        }
                        // With a grant for the second session only, Usher looks for the group there: "not found" is no refusal.
                        let interaction = bot.send_as(*who, command, &options);
                        let reply = bot.reply(interaction).await;
                        let refused = reply.title() == "No permission";
                        let expected = allowed(preset, scope, least, *touches, group);
                        let elsewhere = *scope == "in another session" && *touches == Touches::Group;
                        if elsewhere {
                            // A user with a grant only in the other session cannot affect this session's groups.
                            let paths =
                                reply.calls.iter().filter(|call| call.path.starts_with("/api/sessions/default"));
                            assert_eq!(paths.count(), 0, "{preset} {scope}: {command} {group}: {:?}", reply.calls());
                        } else {
                            assert_eq!(!refused, expected, "{preset} {scope}: {command} {group}: {}", reply.text());
                        }
                        assert!(!refused || reply.calls.iter().all(|call| call.method == "GET"));
                        asked += 1;
                    }
                }
            }
            assert!(asked > 700, "{asked}");
        })
        .await;
}

/// Returns the full names of a command's subcommands, as Discord has them registered.
fn leaves(command: &Value, above: &str) -> Vec<String> {
    let name = format!("{above} {}", command["name"].as_str().unwrap()).trim_start().to_owned();
    // Discord, "Application Command Option Type": 1 is a subcommand, 2 a group of them.
    let is_below = |option: &&Value| [1, 2].contains(&option["type"].as_u64().unwrap());
    let below: Vec<&Value> = command["options"].as_array().into_iter().flatten().filter(is_below).collect();
    if below.is_empty() { vec![name] } else { below.into_iter().flat_map(|option| leaves(option, &name)).collect() }
}

#[tokio::test]
async fn every_group_command_is_in_the_table() {
    TestBot::run(async |bot| {
        let commands = bot.discord.world(|world| {
            let all = world.commands.values().map(|command| command.json.clone());
            all.filter(|command| ["wa-group", "wa-person"].contains(&command["name"].as_str().unwrap()))
                .flat_map(|command| leaves(&command, ""))
                .collect::<Vec<_>>()
        });
        assert!(commands.len() > 15, "{commands:?}");
        for command in commands.iter().filter(|command| *command != "wa-group help") {
            assert!(ORACLE.iter().any(|(name, ..)| name == command), "{command}");
        }
    })
    .await;
}

/// Returns the text that answers an interaction.
async fn answer(bot: &TestBot, interaction: InteractionId) -> String {
    bot.reply(interaction).await;
    bot.discord.world(|world| world.original(interaction).unwrap().all_text())
}

#[tokio::test]
async fn details_and_stopping_are_for_whom_the_table_says() {
    let mut people = Vec::new();
    TestBot::with(|scene| {
        may_ask(scene);
        people = populate(scene);
    })
    .run(async |bot| {
        bot.command("helper", "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]).await;
        let posted = bot.posted().pop().unwrap();
        let discord = &bot.discord;
        for (preset, scope, who) in &people {
            let details = answer(bot, discord.press(*who, posted.id, "Details").unwrap()).await;
            let expected = allowed(preset, scope, "moderator", Touches::Group, ALPHA);
            assert_eq!(details.contains("Alpha Crew"), expected, "{preset} {scope}: {details}");
            assert_eq!(!details.contains("No permission"), expected, "{preset} {scope}: {details}");
            let stop = answer(bot, bot.send_numbered(*who, "wa-audit stop", "id", 999)).await;
            let expected = allowed(preset, scope, "owner", Touches::Scope, "");
            assert_eq!(!stop.contains("No permission"), expected, "{preset} {scope}: {stop}");
        }
    })
    .await;
}

#[tokio::test]
async fn asking_is_for_whom_the_grant_says() {
    let mut people = Vec::new();
    TestBot::with(|scene| {
        scene.server = format!("approvals_channel = \"{}\"\n{}", scene.approvals, scene.server);
        scene.whatsapp.add_session("second", "+5511900000001");
        scene.server = scene.server.replacen("sessions = [\"default\"]", "sessions = [\"default\", \"second\"]", 1);
        for (scope, narrowed) in SCOPES {
            let role = scene.discord.add_role(scene.guild, scope, 0);
            people.push((scope, scene.discord.add_member(scene.guild, &format!("asks-{scope}"), &[role])));
            let grant = format!("[[guilds.grants]]\nrole = \"{role}\"\nneeds_approval = [\"groups.edit\"]\n{narrowed}");
            scene.server.push_str(&grant);
        }
    })
    .run(async |bot| {
        for (scope, who) in people {
            for group in [ALPHA, BETA] {
                let asked = bot.send_as(who, "wa-group rename", &[("group", group), ("name", "Mine")]);
                let asked = bot.reply(asked).await;
                assert!(asked.calls.iter().all(|call| call.method == "GET"), "{scope}: {:?}", asked.calls());
                let is_asked = asked.text().contains("Waiting for approval");
                // A grant for the other session covers none of this session's groups.
                let expected = match scope {
                    "everywhere" | "in this session" => true,
                    "in Alpha Team" => group == ALPHA,
                    _ => continue,
                };
                assert_eq!(is_asked, expected, "{scope} {group}: {}", asked.text());
                // A request does not reveal a group's name.
                assert!(
                    !asked.text().contains("Alpha Team") && !asked.text().contains("Beta Readers"),
                    "{}",
                    asked.text()
                );
            }
            let stop = bot.send_numbered(who, "wa-audit stop", "id", 1);
            assert_eq!(bot.reply(stop).await.title(), "No permission", "{scope}");
        }
    })
    .await;
}

/// Commands that a user without the right to manage access may try.
fn attempt() -> impl Strategy<Value = (&'static str, &'static str, Vec<(&'static str, String)>)> {
    let who = prop::sample::select(vec!["moderator", "helper", "visitor"]);
    let command = prop::sample::select(vec!["wa-access grant", "wa-access revoke"]);
    let role = prop::sample::select(vec!["moderator", "helper", "everyone"]);
    let preset = prop::option::of(prop::sample::select(PRESETS[1..].to_vec()));
    let capability = prop::option::of(prop::sample::select(vec!["groups.delete", "access.manage", "members.add", "x"]));
    let group = prop::option::of(prop::sample::select(vec![ALPHA, BETA, "Alpha Team", "nowhere"]));
    let approval = prop::option::of(prop::sample::select(vec!["all", "groups.create"]));
    (who, command, role, preset, capability, group, approval).prop_map(
        |(who, command, role, preset, capability, group, approval)| {
            let mut options = vec![("role", role.to_owned())];
            let more = [("preset", preset), ("capability", capability), ("group", group)];
            options.extend(more.into_iter().filter_map(|(name, value)| Some((name, value?.to_owned()))));
            if command == "wa-access grant" {
                options.extend(approval.map(|approval| ("needs_approval", approval.to_owned())));
            }
            (who, command, options)
        },
    )
}

/// Returns all access decisions: the rights of each user, everywhere and in each group, as the owner sees them.
async fn decisions(bot: &TestBot) -> Vec<String> {
    let mut all = vec![bot.command("owner", "wa-access show", &[]).await.text()];
    for who in ["moderator", "helper", "visitor"] {
        let user = bot.person(who).to_string();
        for group in [None, Some(ALPHA), Some(BETA)] {
            let mut options = vec![("user", user.as_str())];
            options.extend(group.map(|group| ("group", group)));
            all.push(bot.command("owner", "wa-access check", &options).await.text());
        }
    }
    all
}

#[tokio::test]
async fn commands_of_non_managers_never_change_access() {
    TestBot::run(async |bot| {
        bot.grant("owner", "everyone", &[("capability", "invites.read"), ("group", BETA)]).await;
        bot.grant("owner", "helper", &[("capability", "groups.create"), ("needs_approval", "all")]).await;
        let before = decisions(bot).await;
        assert!(before.join("\n").contains("`invites.read`"));
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        for _ in 0..12 {
            let sequence = prop::collection::vec(attempt(), 1..8).new_tree(&mut runner).unwrap().current();
            for (who, command, options) in &sequence {
                let mut options = options.clone();
                options[0].1 = bot.role(&options[0].1);
                let options: Vec<(&str, &str)> = options.iter().map(|(name, value)| (*name, value.as_str())).collect();
                let reply = bot.command(who, command, &options).await;
                assert_eq!(reply.title(), "No permission", "{who}: {command} {options:?}");
            }
            assert_eq!(decisions(bot).await, before, "{sequence:?}");
        }
    })
    .await;
}
