//! `/wa-group members find`.

use sandbox::whatsapp::Provider;
use sandbox::{ALPHA, ANA, BRUNO, whatsapp::GroupSeed, whatsapp::Person};

use crate::harness::{TestBot, text_of};

const FIND: &str = "wa-group members find";

fn find(search: &str) -> [(&'static str, &str); 2] {
    [("group", ALPHA), ("search", search)]
}

#[tokio::test]
async fn members_are_found_by_number_part_and_role() {
    TestBot::with(|_| {})
        .not_on(Provider::OpenWa)
        .run(async |bot| {
            let in_full = bot.command("moderator", FIND, &find(ANA)).await;
            assert!(in_full.text().contains("1 member matches") && in_full.text().contains(ANA), "{}", in_full.text());
            assert!(in_full.is_private() && in_full.notices.is_empty());
            assert_eq!(in_full.calls(), ["GET /groups/120363000000000001%40g.us/participants → 200"]);
            for part in ["97777", "(11) 97777-0001", " +55 11 97777 0001 ", "770001"] {
                let found = bot.command("moderator", FIND, &find(part)).await.text();
                assert!(found.contains(ANA), "{part}: {found}");
            }
            let lid = bot.command("moderator", FIND, &find("987654321098765@lid")).await.text();
            assert!(lid.contains("1 member matches") && lid.contains("987654321098765@lid"), "{lid}");
            for role in ["admin", "Admins"] {
                let admins = bot.command("moderator", FIND, &find(role)).await.text();
                let places = ["+5511900000000 · group creator", &format!("{BRUNO} · admin")]
                    .map(|part| admins.find(part).unwrap());
                assert!(places.is_sorted() && !admins.contains(ANA), "{admins}");
            }
            let creator = bot.command("moderator", FIND, &find("creator")).await.text();
            assert!(creator.contains("1 member matches") && creator.contains("+5511900000000"), "{creator}");
        })
        .await;
}

#[tokio::test]
async fn a_search_without_a_match_says_so() {
    TestBot::run(async |bot| {
        for search in ["4444444444", "Ana", "*everyone*", "@here"] {
            let found = bot.command("moderator", FIND, &find(search)).await;
            let text = found.text();
            assert!(text.contains("No member matches") && !text.contains(ANA), "{search}: {text}");
            assert!(found.is_private() && found.buttons().is_empty());
        }
        let gone = bot.command("moderator", FIND, &[("group", "No such group"), ("search", ANA)]).await;
        assert!(!gone.text().contains("No member matches"), "{}", gone.text());
    })
    .await;
}

#[tokio::test]
async fn roles_are_understood_in_the_readers_language() {
    TestBot::run(async |bot| {
        let person = bot.person("moderator");
        bot.discord.world(|world| world.speak(person, "de"));
        let creator = bot.command("moderator", FIND, &find("Ersteller")).await.text();
        assert!(creator.contains("1 Mitglied passt") && creator.contains("+5511900000000"), "{creator}");
        let admin = bot.command("moderator", FIND, &find("admin")).await.text();
        assert!(admin.contains("Mitglieder passen"), "{admin}");
    })
    .await;
}

/// A search for each hidden digit would otherwise reveal a masked number.
#[tokio::test]
async fn a_reader_of_masked_numbers_cannot_search_the_hidden_part() {
    TestBot::run(async |bot| {
        for (search, is_found) in
            [("97777", false), ("1197777", false), ("7777000", false), ("0001", true), (ANA, true)]
        {
            let found = bot.command("helper", FIND, &find(search)).await.text();
            assert_eq!(found.contains("+55 ••••• 0001"), is_found, "{search}: {found}");
            assert!(!found.replace(search.trim_start_matches('+'), "").contains("97777"), "{search}: {found}");
            assert!(found.contains("You see only a part of each number"), "{found}");
        }
    })
    .await;
}

#[tokio::test]
async fn many_matches_have_pages() {
    TestBot::with(|scene| {
        let world = &mut scene.whatsapp;
        let account = world.find_person("+5511900000000").unwrap();
        let people: Vec<_> =
            (0..60).map(|number| world.add_person(Person::phone(&format!("+55119666600{number:02}")))).collect();
        world.add_group(GroupSeed::new("Crowd", account).members(people));
    })
    .run(async |bot| {
        let options = [("group", "Crowd"), ("search", "96666")];
        let first = bot.command("moderator", FIND, &options).await;
        assert!(first.text().contains("60 members match") && first.text().contains("Page 1 of 3"), "{}", first.text());
        assert_eq!(first.buttons(), ["Next", "Last"]);
        let last = bot.press("moderator", &first, "Last").await;
        assert!(last.text().contains("Page 3 of 3") && last.text().contains("+5511966660059"), "{}", last.text());
        assert_eq!(last.buttons(), ["First", "Previous"]);
        let first = bot.press("moderator", &last, "First").await;
        assert!(
            first.text().contains("60 members match") && first.text().contains("+5511966660000"),
            "{}",
            first.text()
        );
    })
    .await;
}

#[tokio::test]
async fn a_request_to_search_masks_the_number_in_the_channel() {
    TestBot::with(|scene| {
        scene.server = format!("approvals_channel = \"{}\"\n{}", scene.approvals, scene.server);
        let role = scene.discord.add_role(scene.guild, "asker", 0);
        scene.discord.add_member(scene.guild, "asker", &[role]);
        let grant = format!("[[guilds.grants]]\nrole = \"{role}\"\nneeds_approval = [\"groups.read\"]\n");
        scene.server.push_str(&grant);
    })
    .run(async |bot| {
        let asked = bot.command("asker", FIND, &find(ANA)).await;
        assert!(asked.calls.iter().all(|call| call.method == "GET"));
        assert!(asked.text().contains("search this group's members"), "{}", asked.text());
        let posted = text_of(&bot.posted().pop().unwrap());
        assert!(posted.contains("••••• 0001") && !posted.contains("97777"), "{posted}");
    })
    .await;
}
