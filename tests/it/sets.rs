//! Sets of groups, and lists of groups in one option.

use discord_stand_in::Choice;
use sandbox::whatsapp::GroupSeed;
use sandbox::{ALPHA, BETA, NEIGHBOURS, Scene};
use serde_json::json;

use crate::harness::{BotScene, Reply, TestBot, text_of};

const REFUSED: &str = "No permission";
const UNCLEAR: &str = "Some of these groups are not clear";

impl TestBot {
    async fn save_set(&self, who: &str, name: &str, groups: &str) -> Reply {
        self.command(who, "wa-set save", &[("name", name), ("groups", groups)]).await
    }

    /// Returns the list of sets as the person sees it.
    async fn sets(&self, who: &str) -> String {
        self.command(who, "wa-set list", &[]).await.text()
    }

    async fn offered_groups(&self, who: &str, typed: &str) -> Vec<Choice> {
        self.offers(who, "wa-set save", "groups", typed).await
    }
}

fn values(choices: &[Choice]) -> Vec<String> {
    choices.iter().map(|choice| choice.value.as_str().unwrap().to_owned()).collect()
}

/// Adds a grant of `access.manage` for the helper's role.
fn manages(scene: &mut Scene, narrowed: &str) {
    let grant = format!(
        "[[guilds.grants]]\nrole = \"{}\"\ncapabilities = [\"access.manage\"]\n{narrowed}\n",
        scene.roles.helper
    );
    scene.server.push_str(&grant);
}

/// Returns a scene in which the helper only manages access to Alpha Team.
fn helper_manages_alpha() -> BotScene {
    TestBot::with(|scene| manages(scene, &format!("groups = [\"{ALPHA}\"]")))
}

/// Adds groups with these names.
fn add_groups<'a>(scene: &mut Scene, names: impl IntoIterator<Item = &'a str>) {
    let account = scene.whatsapp.find_person("5511900000000").unwrap();
    for name in names {
        scene.whatsapp.add_group(GroupSeed::new(name, account));
    }
}

#[tokio::test]
async fn a_set_is_saved_replaced_listed_and_deleted() {
    TestBot::run(async |bot| {
        assert!(bot.sets("owner").await.contains("No sets to show here"));
        let reply = bot.save_set("owner", " North ", "beta readers, Alpha Team,").await;
        assert_eq!(reply.title(), "Set saved");
        assert!(
            reply.text().contains("**North** now has 2 groups:\n**Beta Readers** and **Alpha Team**"),
            "{}",
            reply.text()
        );
        assert!(reply.is_private() && reply.notices.is_empty());
        let reply = bot.save_set("owner", "NORTH", &format!("{ALPHA}, alpha team")).await;
        assert_eq!(reply.title(), "Set replaced");
        let listed = bot.sets("owner").await;
        assert!(listed.contains("**NORTH** · 1 group\n**Alpha Team**") && !listed.contains("North"), "{listed}");
        let reply = bot.command("owner", "wa-set delete", &[("name", "north")]).await;
        assert_eq!(reply.title(), "Set deleted");
        assert!(bot.sets("owner").await.contains("No sets to show here"));
        let reply = bot.command("owner", "wa-set delete", &[("name", "north")]).await;
        assert_eq!(reply.title(), "Set not found");
        let cases = bot.command("owner", "wa-audit recent", &[]).await.text();
        for part in [
            "saved the set **North** with 2 groups.",
            "replaced the set **NORTH** with a new one of 1 group.",
            "deleted the set **NORTH**",
        ] {
            assert!(cases.contains(part), "{part} is not in {cases}");
        }
    })
    .await;
}

#[tokio::test]
async fn sets_outlive_a_restart() {
    TestBot::with(|scene| {
        let folder = tempfile::tempdir().unwrap().keep();
        scene.store = format!("sqlite://{}", folder.join("usher.db").display());
    })
    .run(async |bot| {
        bot.save_set("owner", "North", "Alpha Team").await;
        bot.restart().await;
        assert!(bot.sets("owner").await.contains("**North** · 1 group"));
        assert_eq!(bot.save_set("owner", "Copy", "north").await.title(), "Set saved");
    })
    .await;
}

#[tokio::test]
async fn a_set_gives_nobody_permissions() {
    TestBot::run(async |bot| {
        bot.save_set("owner", "North", "Alpha Team, Beta Readers").await;
        for who in ["moderator", "helper", "visitor"] {
            for (command, options) in [
                ("wa-set save", vec![("name", "Mine"), ("groups", "North")]),
                ("wa-set list", vec![]),
                ("wa-set delete", vec![("name", "North")]),
            ] {
                let reply = bot.command(who, command, &options).await;
                assert_eq!(reply.title(), REFUSED, "{who}: {command}");
                assert!(reply.text().contains("sets of groups") && reply.calls.is_empty(), "{}", reply.text());
            }
            assert!(bot.offered_groups(who, "").await.is_empty());
            assert!(bot.offers(who, "wa-set delete", "name", "").await.is_empty());
            let shown = bot.command(who, "wa-group show", &[("group", BETA)]).await;
            assert_eq!(shown.title() == REFUSED, who != "moderator", "{who}: {}", shown.text());
        }
    })
    .await;
}

#[tokio::test]
async fn who_manages_one_group_reaches_only_that_group() {
    helper_manages_alpha()
        .run(async |bot| {
            bot.save_set("owner", "North", "Alpha Team, Beta Readers").await;
            bot.save_set("owner", "South", "Beta Readers").await;
            let listed = bot.sets("helper").await;
            assert!(listed.contains("**North** · 1 group\n**Alpha Team**"), "{listed}");
            assert!(!listed.contains("Beta") && !listed.contains("South"), "{listed}");
            let names = bot.offers("helper", "wa-set delete", "name", "").await;
            assert_eq!(values(&names), ["North"]);
            let offered = bot.offered_groups("helper", "").await;
            assert_eq!(values(&offered), ["📁 North", "Alpha Team"]);
            assert_eq!(offered[0].name, "📁 North · 1 group");

            let reply = bot.save_set("helper", "Mine", "north").await;
            assert!(reply.text().contains("**Mine** now has 1 group:\n**Alpha Team**"), "{}", reply.text());
            let reply = bot.save_set("helper", "Other", "South").await;
            assert_eq!(reply.title(), UNCLEAR);
            assert!(reply.text().contains("no group that you can use here") && !reply.text().contains("Beta"));
        })
        .await;
}

#[tokio::test]
async fn a_group_out_of_scope_is_like_one_that_is_not_there() {
    helper_manages_alpha()
        .run(async |bot| {
            let missing = "120363000000000099@g.us";
            for (theirs, none) in [(BETA, missing), ("Beta Readers", "Zeta Readers")] {
                let replies = [bot.save_set("helper", "X", theirs).await, bot.save_set("helper", "X", none).await];
                assert_eq!(replies[0].title(), UNCLEAR);
                let [theirs, none] = [(theirs, &replies[0]), (none, &replies[1])]
                    .map(|(typed, reply)| reply.text().replace('\u{200b}', "").replace(typed, "what was typed"));
                assert_eq!(theirs, none);
            }
            assert!(bot.sets("owner").await.contains("No sets"));
        })
        .await;
}

#[tokio::test]
async fn a_set_with_groups_out_of_scope_is_not_changed() {
    helper_manages_alpha()
        .run(async |bot| {
            bot.save_set("owner", "North", "Alpha Team, Beta Readers").await;
            bot.save_set("owner", "South", "Beta Readers").await;
            for (name, command, options) in [
                ("North", "wa-set save", vec![("groups", "Alpha Team")]),
                ("South", "wa-set save", vec![("groups", "Alpha Team")]),
                ("North", "wa-set delete", vec![]),
            ] {
                let options: Vec<_> = [("name", name)].into_iter().chain(options).collect();
                let reply = bot.command("helper", command, &options).await;
                assert_eq!(reply.title(), "You can't manage all groups of this set", "{name}: {}", reply.text());
                assert!(!reply.text().contains("Beta"), "{}", reply.text());
            }
            // A set of which they see no group is one that is not there.
            let reply = bot.command("helper", "wa-set delete", &[("name", "South")]).await;
            assert_eq!(reply.title(), "Set not found");
            let listed = bot.sets("owner").await;
            assert!(listed.contains("**North** · 2 groups") && listed.contains("**South** · 1 group"), "{listed}");
        })
        .await;
}

#[tokio::test]
async fn a_manager_of_another_account_sees_no_groups() {
    TestBot::with(|scene| {
        scene.whatsapp.add_session("second", "+5511900000001");
        scene.server = scene.server.replacen("sessions = [\"default\"]", "sessions = [\"default\", \"second\"]", 1);
        manages(scene, "sessions = [\"second\"]");
    })
    .run(async |bot| {
        bot.save_set("owner", "North", "Alpha Team").await;
        assert!(bot.sets("helper").await.contains("No sets to show here"));
        assert!(bot.offered_groups("helper", "").await.is_empty());
        assert_eq!(bot.save_set("helper", "Mine", ALPHA).await.title(), UNCLEAR);
        assert_eq!(bot.save_set("helper", "Mine", "North").await.title(), UNCLEAR);
        assert_eq!(bot.save_set("helper", "North", "Alpha Team").await.title(), UNCLEAR);
        assert_eq!(bot.command("helper", "wa-set delete", &[("name", "North")]).await.title(), "Set not found");
        assert!(bot.sets("owner").await.contains("**North** · 1 group"));
    })
    .await;
}

#[tokio::test]
async fn each_unclear_entry_is_named_with_its_place() {
    TestBot::with(|scene| add_groups(scene, ["Twins", "Twins", "North"]))
        .run(async |bot| {
            bot.save_set("owner", "North", "Alpha Team").await;
            let reply = bot.save_set("owner", "X", "Alpha Team, alpha teem, @everyone, Twins, North, nobody@g.us").await;
            assert_eq!(reply.title(), UNCLEAR);
            let text = reply.text();
            for part in [
                "Entry 2 · **alpha teem** · You can use no group and no set of this name here. Similar names: **Alpha Team**",
                "Entry 3 · **@\u{200b}everyone** · You can use no group",
                "Entry 4 · **Twins** · Several groups have this name. Write the id of one: `",
                "Entry 5 · **North** · A set has the same name. Write **📁 North** for the set, or the id of a group: `",
                "Entry 6 · **nobody@\u{200b}g.us** · You can use no group",
                "Nothing changed.",
            ] {
                assert!(text.contains(part), "{part} is not in {text}");
            }
            assert!(!text.contains("Entry 1"), "{text}");
            assert!(!bot.sets("owner").await.contains("**X**"));
            let reply = bot.save_set("owner", "X", "📁 North").await;
            assert!(reply.text().contains("**Alpha Team**"), "{}", reply.text());
            assert_eq!(bot.save_set("owner", "X", " , ,").await.title(), "No group given");
        })
        .await;
}

#[tokio::test]
async fn a_name_with_a_comma_is_one_entry() {
    TestBot::with(|scene| add_groups(scene, ["Alpha Team, Beta Readers", "Köln, Sülz"]))
        .run(async |bot| {
            let offered = bot.offered_groups("owner", "Neighbours, köln, s").await;
            assert_eq!(values(&offered)[0], "Neighbours, Köln, Sülz");
            let reply = bot.save_set("owner", "West", &values(&offered)[0]).await;
            assert!(reply.text().contains("2 groups:\n**Neighbours** and **Köln, Sülz**"), "{}", reply.text());
            // Two names that would read as a third are not offered so.
            let offered = values(&bot.offered_groups("owner", "Alpha Team, beta").await);
            assert_eq!(offered, ["Alpha Team, Beta Readers".to_owned(), format!("Alpha Team, {BETA}")]);
            let reply = bot.save_set("owner", "Both", &offered[1]).await;
            assert!(reply.text().contains("2 groups:\n**Alpha Team** and **Beta Readers**"), "{}", reply.text());
            let reply = bot.save_set("owner", "One", &offered[0]).await;
            assert!(reply.text().contains("1 group:\n**Alpha Team, Beta Readers**"), "{}", reply.text());
        })
        .await;
}

#[tokio::test]
async fn the_last_entry_is_completed_and_none_offered_twice() {
    TestBot::with(|scene| add_groups(scene, ["Twins", "Twins"]))
        .run(async |bot| {
            bot.save_set("owner", "North", "Alpha Team, Beta Readers").await;
            let offered = bot.offered_groups("owner", "").await;
            assert_eq!((offered[0].name.as_str(), &offered[0].value), ("📁 North · 2 groups", &json!("📁 North")));
            assert_eq!(offered.len(), 6, "{offered:?}");
            let offered = bot.offered_groups("owner", "beta readers, 📁 North, ").await;
            let all = values(&offered);
            assert_eq!(all.len(), 4, "{all:?}");
            assert!(all.iter().all(|value| value.starts_with("Beta Readers, 📁 North, ")), "{all:?}");
            let offered = bot.offered_groups("owner", "Neighbours, tw").await;
            for choice in &offered {
                // The name of each choice reads as its value does.
                let id = choice.value.as_str().unwrap().rsplit(", ").next().unwrap().to_owned();
                assert_eq!(choice.name.replace('\u{200b}', ""), format!("Neighbours, Twins · {id}"));
                let reply = bot.save_set("owner", "Named", &choice.name).await;
                assert!(reply.text().contains("2 groups:\n**Neighbours** and **Twins**"), "{}", reply.text());
            }
            assert_eq!(offered.len(), 2);
            assert_eq!(
                values(&bot.offered_groups("owner", &format!("{NEIGHBOURS}, alp")).await),
                ["Neighbours, Alpha Team"]
            );
        })
        .await;
}

#[tokio::test]
async fn no_choice_is_cut_where_the_list_is_too_long() {
    let long: Vec<String> = (0..4).map(|number| format!("Group {number} {}", "x".repeat(40))).collect();
    TestBot::with(|scene| add_groups(scene, long.iter().map(String::as_str)))
        .run(async |bot| {
            let typed = format!("{}, {}, ", long[0], long[1]);
            let offered = bot.offered_groups("owner", &typed).await;
            assert_eq!(offered.len(), 1, "{offered:?}");
            assert!(offered[0].name.starts_with("Too long for more suggestions"), "{offered:?}");
            assert_eq!(offered[0].value, json!(typed));
            // What is typed does not even fit itself.
            let typed = format!("{typed}{}, ", long[2]);
            assert!(bot.offered_groups("owner", &typed).await.is_empty());
            let reply = bot.save_set("owner", "Long", &typed).await;
            assert!(reply.text().contains("**Long** now has 3 groups"), "{}", reply.text());
        })
        .await;
}

#[tokio::test]
async fn sets_and_their_groups_are_bounded() {
    TestBot::with(|scene| {
        let names: Vec<String> = (0..301).map(|number| format!("Group {number}")).collect();
        add_groups(scene, names.iter().map(String::as_str));
    })
    .run(async |bot| {
        for name in [" \u{200b}", "North, South", ALPHA, &"x".repeat(33)] {
            let reply = bot.save_set("owner", name, "Alpha Team").await;
            assert_eq!(reply.title(), "This name does not work for a set", "{name}");
        }
        let names: Vec<String> = (0..301).map(|number| format!("Group {number}")).collect();
        let reply = bot.save_set("owner", "All", &names.join(",")).await;
        assert_eq!(reply.title(), "Too many groups for a set");
        let reply = bot.save_set("owner", "All", &names[1..].join(",")).await;
        assert!(reply.text().contains("**All** now has 300 groups"), "{}", reply.text());
        for number in 1..50 {
            bot.save_set("owner", &format!("Set {number}"), "Alpha Team").await;
        }
        assert_eq!(bot.save_set("owner", "One more", "Alpha Team").await.title(), "No room for another set");
        assert_eq!(bot.save_set("owner", "set 7", "Beta Readers").await.title(), "Set replaced");
        let list = bot.command("owner", "wa-set list", &[]).await;
        assert_eq!(list.title(), "Sets of groups · Page 1 of 7");
        assert!(list.text().contains("The attached file has all groups"), "{}", list.text());
        let next = bot.press("owner", &list, "Next").await;
        assert!(next.title().contains("Page 2 of 7") && next.text().contains("**Set 16**"), "{}", next.text());
    })
    .await;
}

#[tokio::test]
async fn a_group_that_the_account_left_is_left_out() {
    TestBot::run(async |bot| {
        bot.save_set("owner", "North", "Alpha Team, Neighbours").await;
        bot.save_set("owner", "South", "Neighbours").await;
        let question = bot.command("owner", "wa-group leave", &[("group", NEIGHBOURS)]).await;
        bot.press("owner", &question, "Leave").await;
        let reply = bot.save_set("owner", "Copy", "North").await;
        assert!(reply.text().contains("**Copy** now has 1 group:\n**Alpha Team**"), "{}", reply.text());
        assert!(reply.text().contains("is in them any more: 1 group"), "{}", reply.text());
        let reply = bot.save_set("owner", "Copy", "South").await;
        assert_eq!(reply.title(), UNCLEAR);
        assert_eq!(values(&bot.offered_groups("owner", "north").await), ["📁 North"]);
        assert!(bot.offered_groups("owner", "south").await.is_empty());
        // The set is still there to be deleted.
        assert_eq!(bot.command("owner", "wa-set delete", &[("name", "South")]).await.title(), "Set deleted");
    })
    .await;
}

#[tokio::test]
async fn names_of_groups_in_sets_lose_their_markup() {
    TestBot::with(|scene| add_groups(scene, ["**@everyone** [x](https://evil.example)"]))
        .run(async |bot| {
            let offered = bot.offered_groups("owner", "everyone").await;
            assert_eq!(offered.len(), 1, "{offered:?}");
            let reply = bot.save_set("owner", "*Set*", &values(&offered)[0]).await;
            assert_eq!(reply.title(), "Set saved");
            let list = bot.command("owner", "wa-set list", &[]).await;
            for text in [reply.text(), text_of(list.message.as_ref().unwrap())] {
                assert!(text.contains("**\\*Set\\***"), "{text}");
                assert!(text.contains("\\*\\*@\u{200b}everyone\\*\\* \\[x\\]"), "{text}");
            }
        })
        .await;
}
