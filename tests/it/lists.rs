//! Lists of people: how they are read, shown before anything is done, and carried out after one press.

use std::time::Duration;

use discord_stand_in::{InteractionId, State};
use sandbox::whatsapp::Person;
use sandbox::{ALPHA, ANA, BETA, Scene};
use serde_json::Value;

use crate::files::{adds, attached_to, send_as};
use crate::harness::{BotScene, Reply, TestBot, batches};
use crate::process::Host;

/// Adds people with the `members` option.
async fn add(bot: &TestBot, who: &str, members: &str) -> Reply {
    bot.command(who, "wa-group members add", &[("group", ALPHA), ("members", members)]).await
}

async fn add_file(bot: &TestBot, name: &str, bytes: impl Into<Vec<u8>>) -> Reply {
    let sent = send_as(bot, "owner", ("wa-group members add", ("group", ALPHA)), "file", (name, bytes.into()));
    bot.reply(sent).await
}

/// Returns whether the person with this number is a member of Alpha Team.
fn is_in(bot: &TestBot, number: &str) -> bool {
    bot.groups.world(|world| {
        let person = world.find_person(number);
        person.is_some_and(|person| world.group(ALPHA).unwrap().has(person))
    })
}

fn size(bot: &TestBot) -> usize {
    bot.groups.world(|world| world.group(ALPHA).unwrap().members.len())
}

/// Returns a scene in which these people are on WhatsApp.
fn with(numbers: &'static [&'static str]) -> BotScene {
    TestBot::with(|scene| {
        for number in numbers {
            scene.whatsapp.add_person(Person::phone(number));
        }
    })
}

const SURE: &str = "+5511988880001";
const GUESSED: &str = "+5511988880002";
/// A number with a country code, one without `+`, and a date.
const MESSY: &str = "1. Ana *A*: +55 11 98888-0001\n2. Bia 5511988880002\n3. 17/05/2024";

#[tokio::test]
async fn only_the_sure_people_are_added_if_the_user_says_so() {
    with(&[SURE, GUESSED])
        .run(async |bot| {
            let shown = add(bot, "owner", MESSY).await;
            assert!(adds(&shown.calls).is_empty() && shown.is_private() && shown.notices.is_empty());
            let text = shown.text();
            for part in [
                "Usher found **2 people**",
                "Line 2 · Bia · **+5511988880002** · the + in front is missing; read as a number of BR (+55)",
                "Line 3 · **17/05/2024** · a date or time",
                "(limit 1,024)",
            ] {
                assert!(text.contains(part), "{part}: {text}");
            }
            assert_eq!(shown.buttons(), ["Add only the 1 certain one", "Add 2 people", "Change country", "Cancel"]);
            let done = bot.press("owner", &shown, "Add only the 1 certain one").await;
            assert!(done.text().contains("**Added** (1)"), "{}", done.text());
            assert!(is_in(bot, SURE) && !is_in(bot, GUESSED));
            assert!(done.buttons() == ["Undo"] && done.notices.len() == 1);
        })
        .await;
}

#[tokio::test]
async fn all_people_are_added_by_one_press_and_once() {
    with(&[SURE, GUESSED])
        .run(async |bot| {
            let shown = add(bot, "moderator", MESSY).await;
            let message = shown.message.clone().unwrap();
            let id = |label: &str| message.control(label).unwrap()["custom_id"].clone();
            let (all, sure) = (id("Add 2 people"), id("Add only the 1 certain one"));
            let done = bot.press("moderator", &shown, "Add 2 people").await;
            assert!(done.text().contains("**Added** (2)"), "{}", done.text());
            assert!(is_in(bot, SURE) && is_in(bot, GUESSED));
            for old in [all, sure] {
                let again = press_again(bot, done.interaction, &old).await;
                assert!(again.calls.is_empty(), "{:?}", again.calls());
                assert!(again.text().contains("You already answered this"), "{}", again.text());
            }
        })
        .await;
}

/// Presses a button that its message no longer has, as a second click or a forger does. `like`: the press to imitate.
async fn press_again(bot: &TestBot, like: InteractionId, custom_id: &Value) -> Reply {
    let mut raw = bot.discord.world(|world| world.interactions[&like].payload.clone());
    raw["data"]["custom_id"] = custom_id.clone();
    bot.reply(bot.discord.raw_interaction(raw)).await
}

#[tokio::test]
async fn another_country_reads_the_list_again() {
    with(&["+4915123456789", "+14155550123"])
        .run(async |bot| {
            let shown = add(bot, "owner", "Jo 0151 23456789").await;
            assert_eq!(shown.buttons(), ["Change country", "Cancel"], "{}", shown.text());
            assert!(shown.text().contains("country code missing; write it like +55 11 99999-9999"), "{}", shown.text());
            let opened = bot.press("owner", &shown, "Change country").await;
            let wrong = bot.fill_in("owner", &opened, "Atlantis").await;
            assert!(wrong.text().contains("no country **Atlantis** by this name"), "{}", wrong.text());
            let opened = bot.press("owner", &wrong, "Change country").await;
            let german = bot.fill_in("owner", &opened, "deutschland").await;
            assert!(german.text().contains("as a number of DE (+49)"), "{}", german.text());
            assert!(adds(&german.calls).is_empty());
            let done = bot.press("owner", &german, "Add 1 person").await;
            assert!(done.text().contains("**Added** (1): "), "{}", done.text());
            assert!(is_in(bot, "+4915123456789"));
        })
        .await;
}

#[tokio::test]
async fn a_file_is_read_again_for_another_country() {
    with(&["+4915123456789"])
        .run(async |bot| {
            let shown = add_file(bot, "people.csv", "Name;Handy\nJo;0151 23456789\nNobody;\n").await;
            let opened = bot.press("owner", &shown, "Change country").await;
            let german = bot.fill_in("owner", &opened, "+49").await;
            assert!(german.text().contains("column 2 **Handy**"), "{}", german.text());
            let done = bot.press("owner", &german, "Add 1 person").await;
            assert!(done.text().contains("**Added** (1): "), "{}", done.text());
        })
        .await;
}

#[tokio::test]
async fn people_are_pasted_into_a_window() {
    with(&[SURE])
        .run(async |bot| {
            let opened = bot.command("helper", "wa-group members add", &[("group", ALPHA)]).await;
            assert_eq!(bot.modal(&opened)["title"], "Add people");
            let done = bot.fill_in("helper", &opened, "Ana\n+55 11 98888-0001\n").await;
            assert!(done.text().contains("**Added** (1): "), "{}", done.text());
            assert!(is_in(bot, SURE));

            let opened = bot.command("owner", "wa-group members add", &[("group", "Alpha Team")]).await;
            let empty = bot.fill_in("owner", &opened, "nobody here").await;
            assert_eq!(empty.title(), "Nobody found", "{}", empty.text());
            assert!(empty.text().contains("nobody here") && adds(&empty.calls).is_empty(), "{}", empty.text());

            for (who, group) in [("visitor", ALPHA), ("helper", BETA)] {
                let refused = bot.command(who, "wa-group members add", &[("group", group)]).await;
                assert_eq!(refused.title(), "No permission", "{who}: {}", refused.text());
            }
        })
        .await;
}

/// Uses the menu of a message with this content.
async fn from_message(bot: &TestBot, who: &str, content: &str) -> Reply {
    let (author, channel) = (bot.person("visitor"), bot.channel);
    let message = bot.discord.world(|world| world.add_message(author, channel, content));
    let sent = bot.discord.message_command(bot.person(who), channel, "Add people from this message", message);
    bot.reply(sent.unwrap()).await
}

async fn choose(bot: &TestBot, who: &str, on: &Reply, group: &str) -> Reply {
    let message = on.message.as_ref().unwrap().id;
    let chosen = bot.discord.select(bot.person(who), message, "Choose a group", &[group.to_owned()]).unwrap();
    bot.reply(chosen).await
}

#[tokio::test]
async fn people_of_a_message_are_added_to_the_chosen_group() {
    with(&[SURE, GUESSED])
        .run(async |bot| {
            let asked = from_message(bot, "moderator", "New here:\nAna +55 11 98888-0001\nBia +55 11 98888-0002").await;
            assert!(asked.is_private() && adds(&asked.calls).is_empty());
            let done = choose(bot, "moderator", &asked, ALPHA).await;
            // Somebody else wrote it, so it is shown first.
            assert!(adds(&done.calls).is_empty() && !is_in(bot, SURE), "{}", done.text());
            let done = bot.press("moderator", &done, "Add 2 people").await;
            assert!(done.text().contains("**Added** (2): "), "{}", done.text());
            assert!(is_in(bot, SURE) && is_in(bot, GUESSED));

            let helper = from_message(bot, "helper", "+55 11 98888-0001").await;
            let control = helper.message.as_ref().unwrap().control("Choose a group").unwrap().clone();
            let groups: Vec<&str> =
                control["options"].as_array().unwrap().iter().filter_map(|one| one["value"].as_str()).collect();
            assert_eq!(groups, [ALPHA], "the groups in scope");
            let none = from_message(bot, "moderator", "").await;
            assert_eq!(none.title(), "No people given", "{}", none.text());
            let refused = from_message(bot, "visitor", "+55 11 98888-0001").await;
            assert_eq!(refused.title(), "No permission", "{}", refused.text());
        })
        .await;
}

#[tokio::test]
async fn a_mention_is_told_to_be_no_number() {
    TestBot::run(async |bot| {
        let visitor = bot.person("visitor");
        let shown = add(bot, "owner", &format!("<@{visitor}>")).await;
        assert!(shown.text().contains("a Discord user; Usher does not know their phone number"), "{}", shown.text());
        assert!(shown.calls.iter().all(|call| call.method == "GET"));
    })
    .await;
}

#[tokio::test]
async fn many_people_are_added_after_a_press_even_if_all_are_sure() {
    let numbers = ["+5511988880001", "+5511988880002", "+5511988880003"];
    TestBot::with(|scene| {
        scene.settings = scene.settings.replace("confirm_above = 100000", "confirm_above = 2");
        for number in numbers {
            scene.whatsapp.add_person(Person::phone(number));
        }
    })
    .run(async |bot| {
        let two = add(bot, "owner", &numbers[..2].join("\n")).await;
        assert!(two.text().contains("**Added** (2)"), "{}", two.text());
        let shown = add(bot, "owner", &numbers.join("\n")).await;
        assert!(shown.text().contains("2 of them are already in the group"), "{}", shown.text());
        assert_eq!(shown.buttons(), ["Add 3 people", "Cancel"]);
        let cancelled = bot.press("owner", &shown, "Cancel").await;
        assert_eq!(cancelled.title(), "Cancelled");
        assert!(!is_in(bot, numbers[2]));
        // Removing always asks, so a number of people alone does not show a list.
        let removal =
            bot.command("owner", "wa-group members remove", &[("group", ALPHA), ("members", &numbers.join(" "))]).await;
        assert_eq!(removal.buttons(), ["Remove", "Cancel"], "{}", removal.text());
    })
    .await;
}

#[tokio::test]
async fn a_preview_survives_a_restart_and_ends_after_ten_minutes() {
    let folder = tempfile::tempdir().unwrap();
    let store = format!("sqlite://{}", folder.path().join("usher.db").display());
    TestBot::with(|scene| {
        scene.store = store;
        for number in [SURE, GUESSED] {
            scene.whatsapp.add_person(Person::phone(number));
        }
    })
    .run(async |bot| {
        let (first, second) = (add(bot, "owner", MESSY).await, add(bot, "owner", MESSY).await);
        bot.clock.advance(Duration::from_secs(9 * 60));
        bot.restart().await;
        let done = bot.press("owner", &first, "Add only the 1 certain one").await;
        assert!(done.text().contains("**Added** (1)"), "{}", done.text());
        bot.clock.advance(Duration::from_secs(61));
        let message = second.message.as_ref().unwrap().id;
        let gone = bot.discord.wait_until(|world| {
            let message = &world.messages[&message];
            message.components.is_empty().then(|| message.all_text())
        });
        let text = bot.within(gone).await;
        assert!(text.contains("Expired"), "{text}");
        assert!(!is_in(bot, GUESSED));
    })
    .await;
}

#[tokio::test]
async fn access_is_decided_again_at_the_press() {
    with(&[SURE, GUESSED])
        .run(async |bot| {
            let before = size(bot);
            let shown = add(bot, "moderator", MESSY).await;
            let moderator = bot.person("moderator");
            bot.discord.world(|world| world.join(bot.guild, moderator, &[]));
            for button in ["Add 2 people", "Change country"] {
                let pressed = bot.press("moderator", &shown, button).await;
                assert_eq!(pressed.title(), "No permission", "{button}: {}", pressed.text());
                assert!(adds(&pressed.calls).is_empty());
                if pressed.buttons().is_empty() {
                    break;
                }
            }
            assert_eq!(size(bot), before);
        })
        .await;
}

#[tokio::test]
async fn unclear_entries_are_shown_in_pages_and_in_a_file() {
    with(&[SURE])
        .run(async |bot| {
            let dates = (1..=20).map(|day| format!("{day}/05/2024\n")).collect::<Vec<_>>().concat();
            let shown = add(bot, "owner", &format!("{dates}+55 11 98888-0001")).await;
            assert!(shown.text().contains("Page 1 of 3") && !shown.text().contains("Line 20 "), "{}", shown.text());
            let last = bot.press("owner", &shown, "Last").await;
            assert!(last.text().contains("Line 20 · **20/05/2024** · a date or time"), "{}", last.text());
            let file = String::from_utf8(attached_to(last.message.as_ref().unwrap(), "list-Alpha-Team.csv")).unwrap();
            assert_eq!(file.lines().count(), 22, "{file}");
            let done = bot.press("owner", &last, "Add 1 person").await;
            assert!(done.text().contains("**Added** (1)"), "{}", done.text());
        })
        .await;
}

#[tokio::test]
async fn a_person_with_approval_sees_the_list_before_they_ask() {
    TestBot::with(|scene| {
        for number in [SURE, GUESSED] {
            scene.whatsapp.add_person(Person::phone(number));
        }
        let Scene { approvals, roles, server, .. } = scene;
        let (grants, role) =
            (server.replace("preset = \"helper\"", "needs_approval = [\"members.add\"]"), roles.helper);
        assert!(grants.contains("needs_approval") && grants.contains(&role.to_string()));
        *server = format!("approvals_channel = \"{approvals}\"\n{grants}");
    })
    .run(async |bot| {
        let shown = add(bot, "helper", MESSY).await;
        assert_eq!(shown.buttons(), ["Add only the 1 certain one", "Add 2 people", "Change country", "Cancel"]);
        let asked = bot.press("helper", &shown, "Add 2 people").await;
        assert!(adds(&asked.calls).is_empty() && !is_in(bot, SURE), "{}", asked.text());
        assert!(asked.text().contains("approv"), "{}", asked.text());
    })
    .await;
}

#[tokio::test]
async fn people_are_removed_and_promoted_by_lists_as_well() {
    TestBot::run(async |bot| {
        for (command, button) in [
            ("wa-group members remove", "Remove 1 person"),
            ("wa-group admins promote", "Make 1 person an admin"),
            ("wa-group admins demote", "Remove 1 person as admin"),
        ] {
            let shown = bot.command("owner", command, &[("group", ALPHA), ("members", "Ana 5511977770001")]).await;
            assert!(shown.text().contains("Entry 1 · Ana · **+5511977770001**"), "{command}: {}", shown.text());
            assert_eq!(shown.buttons(), [button, "Change country", "Cancel"], "{command}");
            let cancelled = bot.press("owner", &shown, "Cancel").await;
            assert_eq!(cancelled.title(), "Cancelled", "{command}");
        }
        let shown =
            bot.command("owner", "wa-group members remove", &[("group", ALPHA), ("members", "5511977770001")]).await;
        let done = bot.press("owner", &shown, "Remove 1 person").await;
        assert!(done.text().contains("**Removed** (1)"), "{}", done.text());
        assert!(!is_in(bot, ANA));
    })
    .await;
}

#[tokio::test]
async fn a_group_is_created_with_a_list_after_its_preview() {
    with(&[SURE, GUESSED])
        .run(async |bot| {
            let created = [("name", "Party"), ("members", MESSY)];
            let shown = bot.command("owner", "wa-group create", &created).await;
            assert_eq!(shown.title(), "Party", "{}", shown.text());
            assert_eq!(shown.buttons()[..2], ["Continue with only the 1 certain one", "Create with 2 people"]);
            assert!(shown.calls().iter().all(|call| call.starts_with("GET")), "{:?}", shown.calls());
            let done = bot.press("owner", &shown, "Create with 2 people").await;
            assert!(done.text().contains("all 2 people") || done.text().contains("**Added** (2)"), "{}", done.text());
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_instance_accepts_the_press_and_only_one_counts() {
    let scene = Host::with(|scene| {
        for number in [SURE, GUESSED] {
            scene.whatsapp.add_person(Person::phone(number));
        }
    });
    let run = scene.on_postgres().alone().run(async |host| {
        let one = host.start(None).await;
        let asked = host.send("owner", "wa-group members add", &[("group", ALPHA), ("members", MESSY)]);
        let text = host.answered(asked).await;
        assert!(text.contains("2 people"), "{text}");
        let two = host.start(None).await;
        host.within(host.discord.wait_connections(2)).await;
        one.kill().await;
        host.within(host.discord.wait_connections(1)).await;
        let owner = host.person("owner");
        let message = host.discord.world(|world| world.original(asked).unwrap().id);
        let presses = ["Add 2 people", "Add only the 1 certain one"]
            .map(|button| host.discord.press(owner, message, button).unwrap());
        let done = host.discord.wait_until(|world| {
            // A press that came second may leave the message as it is.
            let acknowledged = presses.iter().all(|press| world.interactions[press].state != State::Waiting);
            (acknowledged && world.messages[&message].all_text().contains("**Added**")).then_some(())
        });
        host.within(done).await;
        let added = host.groups.world(|world| {
            let is_in = |number| world.find_person(number).is_some_and(|one| world.group(ALPHA).unwrap().has(one));
            (is_in(SURE), is_in(GUESSED))
        });
        let told = presses.map(|press| host.text(press));
        assert!(added.0, "one of the presses is carried out: {told:?} {}", host.log());
        let begun = host.journal().await;
        assert_eq!(begun.len(), 1, "{begun:?}");
        assert!(two.stop().await.success(), "{}", host.log());
    });
    run.await;
}

#[tokio::test]
async fn as_many_as_the_day_allows_are_added_and_the_rest_is_a_file() {
    let numbers: Vec<String> = (1..=6).map(|of| format!("+551198888000{of}")).collect();
    TestBot::with(|scene| {
        scene.settings = scene.settings.replace("adds_per_day = 100000", "adds_per_day = 4");
        for number in &numbers {
            scene.whatsapp.add_person(Person::phone(number));
        }
    })
    .run(async |bot| {
        // One is a member already, and counts towards nothing.
        let list = format!("Zoe {ANA}\nBia 5511988880001\n{}", numbers[1..].join("\n"));
        let shown = add(bot, "owner", &list).await;
        assert!(shown.text().contains("only 4 more people"), "{}", shown.text());
        let buttons = ["Add only the 6 certain ones", "Add 4 now, the rest tomorrow", "Add only the first 4"];
        assert_eq!(shown.buttons()[..3], buttons, "{}", shown.text());
        let done = bot.press("owner", &shown, "Add only the first 4").await;
        let text = done.text();
        assert!(text.contains("**Added** (4)") && text.contains("**Already in the group** (1)"), "{text}");
        assert_eq!(adds(&done.calls), [4]);
        let left: Vec<bool> = numbers.iter().map(|number| !is_in(bot, number)).collect();
        assert_eq!(left, [false, false, false, false, true, true]);
        let message = done.message.as_ref().unwrap();
        let file = message.attachments.iter().find(|file| file.filename.starts_with("not-added")).unwrap();
        let file = String::from_utf8(file.bytes.clone()).unwrap();
        assert!(file.contains(&numbers[4]) && file.contains(&numbers[5]) && !file.contains(&numbers[3]), "{file}");
    })
    .await;
}

#[tokio::test]
async fn a_long_list_is_added_from_the_store() {
    let numbers: Vec<String> = (0..350).map(|of| format!("55219{of:08}")).collect();
    TestBot::with(|scene| {
        for number in &numbers {
            scene.whatsapp.add_person(Person::phone(&format!("+{number}")));
        }
    })
    .run(async |bot| {
        let shown = add_file(bot, "people.txt", numbers.join("\n")).await;
        assert_eq!(shown.buttons(), ["Add 350 people", "Change country", "Cancel"], "{}", shown.text());
        let done = bot.press("owner", &shown, "Add 350 people").await;
        assert!(done.text().contains("**Added** (350)"), "{}", done.text());
        assert_eq!(adds(&done.calls), batches(350));
    })
    .await;
}
