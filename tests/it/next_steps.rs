//! The buttons and menus for what one does next: with a group, with a preview, and after a wrong name.

use sandbox::whatsapp::{GroupSeed, Role};
use sandbox::{ALPHA, BETA, NEIGHBOURS};
use serde_json::{Value, json};

use crate::harness::{Reply, TestBot};

const STEPS: [&str; 5] = ["Invite link", "Members", "Add people", "Rename", "Describe"];

/// The steps below a group that is shown, whose id one may need.
fn steps_of_shown() -> Vec<&'static str> {
    [&STEPS[..], &["Copy ID"]].concat()
}

/// Returns the labels and values of the menu of a reply.
fn menu(reply: &Reply) -> Vec<(String, String)> {
    menu_named(reply, "Choose a group")
}

fn menu_named(reply: &Reply, prompt: &str) -> Vec<(String, String)> {
    let message = reply.message.as_ref().unwrap();
    let Some(control) = message.control(prompt) else { return Vec::new() };
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    control["options"].as_array().unwrap().iter().map(|one| (text(&one["label"]), text(&one["value"]))).collect()
}

async fn choose(bot: &TestBot, who: &str, on: &Reply, group: &str) -> Reply {
    choose_in(bot, who, on, "Choose a group", group).await
}

async fn choose_in(bot: &TestBot, who: &str, on: &Reply, prompt: &str, group: &str) -> Reply {
    let message = on.message.as_ref().unwrap().id;
    let chosen = bot.discord.select(bot.person(who), message, prompt, &[group.to_owned()]).unwrap();
    bot.reply(chosen).await
}

fn with_groups(names: &'static [&'static str]) -> crate::harness::BotScene {
    TestBot::with(move |scene| {
        let account = scene.whatsapp.find_person("5511900000000").unwrap();
        for name in names {
            scene.whatsapp.add_group(GroupSeed::new(name, account));
        }
    })
}

#[tokio::test]
async fn created_and_shown_group_has_its_next_steps() {
    TestBot::with(|_| {})
        .needs(|can| can.empty_group)
        .run(async |bot| {
            let created = bot.command("owner", "wa-group create", &[("name", "Choir")]).await;
            assert_eq!(created.buttons(), STEPS);
            let link = bot.press("owner", &created, "Invite link").await;
            assert!(link.is_private() && link.text().contains("https://chat.whatsapp.com/"), "{}", link.text());
            assert_eq!(created.buttons(), STEPS, "the group's own reply stays");
            let members = bot.press("owner", &created, "Members").await;
            assert!(members.text().contains("1 person"), "{}", members.text());

            let window = bot.press("owner", &created, "Add people").await;
            let added = bot.fill_in("owner", &window, "+55 11 97777-0001").await;
            assert!(added.text().contains("**Added** (1)"), "{}", added.text());

            let window = bot.press("owner", &created, "Rename").await;
            assert_eq!(bot.modal(&window)["title"], "Rename Choir");
            assert!(bot.modal(&window).to_string().contains(r#""value":"Choir""#), "{}", bot.modal(&window));
            let renamed = bot.fill_in("owner", &window, "Chamber Choir").await;
            assert!(renamed.text().contains("Chamber Choir"), "{}", renamed.text());

            let window = bot.press("owner", &created, "Describe").await;
            let described = bot.fill_in("owner", &window, "Tuesdays at seven").await;
            assert!(described.text().contains("Tuesdays at seven"), "{}", described.text());

            let shown = bot.command("owner", "wa-group show", &[("group", "Chamber Choir")]).await;
            assert_eq!(shown.buttons(), steps_of_shown());
        })
        .await;
}

#[tokio::test]
async fn only_what_one_may_do_is_offered_and_each_press_is_authorized() {
    TestBot::run(async |bot| {
        let shown = bot.command("helper", "wa-group show", &[("group", ALPHA)]).await;
        assert_eq!(shown.buttons(), ["Invite link", "Members", "Add people", "Copy ID"]);
        let shown = bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
        assert_eq!(shown.buttons(), steps_of_shown());
        let moderator = bot.person("moderator");
        bot.discord.world(|world| world.join(bot.guild, moderator, &[]));
        for label in steps_of_shown() {
            let refused = bot.press("moderator", &shown, label).await;
            assert_eq!(refused.title(), "No permission", "{label}: {}", refused.text());
            assert_eq!(refused.calls(), [""; 0], "{label}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_list_opens_its_groups_and_a_group_gives_its_id() {
    with_groups(&["Street Party", "Street Party"])
        .run(async |bot| {
            let list = bot.command("moderator", "wa-group list", &[]).await;
            let offered = menu_named(&list, "Open a group");
            let labels: Vec<&str> = offered.iter().map(|(label, _)| label.as_str()).collect();
            assert_eq!(labels[..3], ["Alpha Team", "Beta Readers", "Neighbours"]);
            assert!(labels[3] != labels[4], "twins are told apart: {labels:?}");
            let text = list.text();
            let rows: Vec<&str> = text.lines().filter(|row| row.contains("**Street Party**")).collect();
            assert!(!text.contains("@g.us") && rows.len() == 2 && rows[0] != rows[1], "{text}");

            let shown = choose_in(bot, "moderator", &list, "Open a group", ALPHA).await;
            assert_eq!((shown.title().as_str(), shown.is_private()), ("Alpha Team", true));
            assert_eq!(menu_named(&list, "Open a group").len(), 5, "the list stays");
            let copied = bot.press("moderator", &shown, "Copy ID").await;
            assert!(copied.is_private());
            assert_eq!(copied.message.as_ref().unwrap().content, ALPHA);

            let moderator = bot.person("moderator");
            bot.discord.world(|world| world.join(bot.guild, moderator, &[]));
            let refused = choose_in(bot, "moderator", &list, "Open a group", BETA).await;
            assert_eq!(refused.title(), "No permission");
            assert_eq!(refused.calls(), [""; 0]);
        })
        .await;
}

#[tokio::test]
async fn a_preview_is_joined_once_and_shows_the_group_then() {
    TestBot::run(async |bot| {
        let code = bot.groups.world(|world| {
            let other = world.find_person("5511977770001").unwrap();
            let group = world.add_group(GroupSeed::new("Elsewhere", other));
            world.group(&group).unwrap().invite.clone()
        });
        let preview = bot.command("owner", "wa-group preview", &[("code", &code)]).await;
        assert_eq!(preview.buttons(), ["Join"]);
        let joined = bot.press("owner", &preview, "Join").await;
        assert_eq!(joined.title(), "Elsewhere");
        assert_eq!(joined.buttons(), STEPS, "there is nothing more to join");
        let again = bot.command("owner", "wa-group preview", &[("code", &code)]).await;
        assert!(again.text().contains("Usher is in this group"), "{}", again.text());
        assert_eq!(again.buttons(), STEPS);
        let others = bot.command("moderator", "wa-group preview", &[("code", &code)]).await;
        assert!(!others.buttons().contains(&"Join".to_owned()), "{:?}", others.buttons());
    })
    .await;
}

#[tokio::test]
async fn a_wrong_name_is_one_press_from_the_right_group() {
    with_groups(&["Beta Readers 2026", "Betriebsrat"])
        .run(async |bot| {
            for (typed, first) in [
                ("Beta Readers 2025", "Beta Readers 2026"),
                ("beta readrs", "Beta Readers"),
                ("2026", "Beta Readers 2026"),
            ] {
                let refused =
                    bot.command("moderator", "wa-group rename", &[("group", typed), ("name", "Renamed")]).await;
                assert_eq!(refused.title(), "Group not found");
                assert!(refused.text().contains("Did you mean one of these?"), "{typed}: {}", refused.text());
                let offered = menu(&refused);
                assert!(offered.len() <= 5 && offered[0].0 == first, "{typed}: {offered:?}");
            }
            let refused =
                bot.command("moderator", "wa-group rename", &[("group", "beta readrs"), ("name", "Renamed")]).await;
            let done = choose(bot, "moderator", &refused, BETA).await;
            assert!(done.text().contains("Renamed"), "{}", done.text());
            assert_eq!(menu(&done), [], "the menu is used up");
            assert_eq!(bot.groups.world(|world| world.group(BETA).unwrap().name.clone()), "Renamed");
        })
        .await;
}

#[tokio::test]
async fn a_chosen_group_is_confirmed_and_keeps_the_list() {
    with_groups(&["Street Party", "Street Party"])
        .run(async |bot| {
            let asked = bot
                .command("owner", "wa-group members add", &[("group", "street party"), ("members", "+5511977770001")])
                .await;
            assert_eq!(asked.title(), "Which group?");
            let offered = menu(&asked);
            assert!(
                offered.len() == 2 && offered.iter().all(|(label, _)| label.starts_with("Street Party (…")),
                "{offered:?}"
            );
            let added = choose(bot, "owner", &asked, &offered[1].1).await;
            assert!(added.text().contains("**Added** (1)"), "{}", added.text());
            let sizes = |id: &str| bot.groups.world(|world| world.group(id).unwrap().members.len());
            assert_eq!((sizes(&offered[0].1), sizes(&offered[1].1)), (1, 2));

            let asked = bot.command("owner", "wa-group leave", &[("group", "street party")]).await;
            let group = menu(&asked)[0].1.clone();
            let question = choose(bot, "owner", &asked, &group).await;
            assert_eq!(question.buttons(), ["Leave", "Cancel"], "{}", question.text());
            assert_eq!(question.title(), "Street Party");
            let left = bot.press("owner", &question, "Leave").await;
            assert!(left.text().contains("left"), "{}", left.text());
        })
        .await;
}

#[tokio::test]
async fn a_menu_of_groups_is_its_askers_own_and_authorized_anew() {
    TestBot::run(async |bot| {
        let refused = bot.command("moderator", "wa-group rename", &[("group", "alpha tea"), ("name", "Renamed")]).await;
        assert_eq!(menu(&refused)[0].1, ALPHA);
        let message = refused.message.as_ref().unwrap().id;
        // A value that the menu does not have, and a group that is out of scope.
        let forged = bot.discord.select(bot.person("moderator"), message, "Choose a group", &["1@g.us".to_owned()]);
        assert!(forged.is_err());
        let moderator = bot.person("moderator");
        bot.discord.world(|world| world.join(bot.guild, moderator, &[]));
        let denied = choose(bot, "moderator", &refused, ALPHA).await;
        assert_eq!(denied.title(), "No permission", "{}", denied.text());
        assert_eq!(bot.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Team");
        let visitor = bot.command("visitor", "wa-group rename", &[("group", "alpha tea"), ("name", "Renamed")]).await;
        assert_eq!(visitor.title(), "No permission");
        assert_eq!(menu(&visitor), []);
        let helper =
            bot.command("helper", "wa-group members add", &[("group", "Beta"), ("members", "+5511977770001")]).await;
        assert_eq!(menu(&helper).into_iter().map(|(_, id)| id).collect::<Vec<_>>(), [ALPHA], "only groups in scope");
    })
    .await;
}

#[tokio::test]
async fn what_was_used_last_is_offered_first() {
    let folder = tempfile::tempdir().unwrap();
    TestBot::with(|scene| scene.store = format!("sqlite://{}", folder.path().join("usher.db").display()))
        .run(async |bot| {
            let first =
                async |bot: &TestBot| bot.offers("moderator", "wa-group show", "group", "").await[0].value.clone();
            assert_eq!(first(bot).await, json!(ALPHA));
            bot.command("moderator", "wa-group show", &[("group", BETA)]).await;
            assert_eq!(first(bot).await, json!(BETA));
            bot.command("moderator", "wa-group describe", &[("group", BETA), ("text", "Tuesdays")]).await;
            assert_eq!(
                bot.offers("owner", "wa-group show", "group", "").await[0].value,
                json!(ALPHA),
                "of that person"
            );
            bot.restart().await;
            assert_eq!(first(bot).await, json!(BETA), "from the journal");
        })
        .await;
}

#[tokio::test]
async fn more_than_25_groups_are_said_to_be_more() {
    TestBot::with(|scene| {
        let account = scene.whatsapp.find_person("5511900000000").unwrap();
        for number in 0..30 {
            scene.whatsapp.add_group(GroupSeed::new(&format!("Street {number:02}"), account));
        }
    })
    .run(async |bot| {
        let offered = bot.offers("moderator", "wa-group show", "group", "street").await;
        assert_eq!(offered.len(), 25);
        assert_eq!(offered[24].name, "Type to see 6 more groups");
        let value = offered[24].value.as_str().unwrap().to_owned();
        let chosen = bot.command("moderator", "wa-group show", &[("group", &value)]).await;
        assert_eq!(chosen.title(), "Group not found");
        assert_eq!(menu(&chosen).len(), 5);
        let offered = bot.offers("moderator", "wa-group show", "group", "street 2").await;
        assert_eq!(offered.len(), 10);
    })
    .await;
}

#[tokio::test]
async fn a_group_without_an_admin_comes_last_and_names_the_number() {
    TestBot::run(async |bot| {
        let names = async |bot: &TestBot, command: &str| {
            let offered = bot.offers("moderator", command, "group", "").await;
            offered.into_iter().map(|choice| choice.name).collect::<Vec<_>>()
        };
        let rename = [("group", "Neighbours"), ("name", "Good neighbours")];
        let refused = bot.command("moderator", "wa-group rename", &rename).await;
        assert_eq!(refused.title(), "Usher is not an admin of this group", "{}", refused.text());
        assert!(refused.text().contains("+5511900000000"), "{}", refused.text());
        assert!(refused.calls().iter().any(|call| call.starts_with("PUT")), "WhatsApp decided it");
        assert_eq!(
            names(bot, "wa-group rename").await,
            ["Alpha Team", "Beta Readers", "Neighbours · Usher is not an admin"]
        );
        // What needs no admin is offered as ever: what was used last comes first.
        assert_eq!(names(bot, "wa-group show").await, ["Neighbours", "Alpha Team", "Beta Readers"]);

        // From now on it is refused before anything is asked or sent.
        let refused = bot.command("moderator", "wa-group invite revoke", &[("group", "Neighbours")]).await;
        assert_eq!((refused.title().as_str(), refused.buttons().len()), ("Usher is not an admin of this group", 0));
        assert!(refused.calls().iter().all(|call| call.starts_with("GET")), "{:?}", refused.calls());

        bot.groups.world(|world| {
            let account = world.find_person("5511900000000").unwrap();
            assert!(world.put_member(NEIGHBOURS, account, Role::Admin));
        });
        let renamed = bot.command("moderator", "wa-group rename", &rename).await;
        assert!(renamed.text().contains("Good neighbours"), "{}", renamed.text());
        assert!(!names(bot, "wa-group rename").await.iter().any(|name| name.contains("not an admin")));
    })
    .await;
}
