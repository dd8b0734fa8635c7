//! `/wa-person find`.

use std::time::Duration;

use sandbox::whatsapp::{Fault, FaultRule, GroupSeed, Operation, Person, StatusReason};
use sandbox::{ALPHA, ANA, BETA, Scene};

use crate::harness::{Reply, TestBot};

const FIND: &str = "wa-person find";

/// The groups of [`crowd`] that list the person.
const IN: [usize; 4] = [3, 8, 21, 29];

/// Adds 30 groups, and a person who is in four of them, as an admin in one.
fn crowd(scene: &mut Scene, person: Person) {
    let world = &mut scene.whatsapp;
    let account = world.find_person("+5511900000000").unwrap();
    let person = world.add_person(person);
    for number in 0..30 {
        let seed = GroupSeed::new(&format!("Crowd {number:02}"), account);
        let seed = match IN.iter().position(|place| *place == number) {
            Some(0) => seed.admin(person),
            Some(_) => seed.member(person),
            None => seed,
        };
        world.add_group(seed);
    }
}

/// Returns how many lists of members were read. Some servers give them with the group.
fn reads(reply: &Reply) -> usize {
    let lists = [Some(Operation::ListParticipants), Some(Operation::GetGroup)];
    reply.calls.iter().filter(|call| lists.contains(&call.operation)).count()
}

#[tokio::test]
async fn a_person_is_found_in_all_groups_with_one_read_each() {
    TestBot::with(|scene| crowd(scene, Person::phone("+5511966660001")))
        .run(async |bot| {
            let found = bot.command("moderator", FIND, &[("person", "+55 11 96666-0001")]).await;
            let text = found.text();
            assert!(found.is_private() && found.notices.is_empty());
            assert!(text.starts_with("+5511966660001\n"), "{text}");
            assert!(text.contains("In 4 of 33 groups") && text.contains("**Crowd 03** · admin"), "{text}");
            for number in IN {
                assert!(text.contains(&format!("**Crowd {number:02}**")), "{text}");
            }
            assert!(!text.contains("Crowd 04") && text.contains("Members as they were <t:"), "{text}");
            assert_eq!(reads(&found), 33);

            // From the lists that were read.
            let again = bot.command("moderator", FIND, &[("person", "+5511966660001")]).await;
            assert!(again.text().contains("In 4 of 33 groups") && again.calls.is_empty(), "{:?}", again.calls());
            let nobody = bot.command("moderator", FIND, &[("person", "+5511966660002")]).await;
            assert!(
                nobody.text().contains("Not found in any of the 33 groups that Usher searched."),
                "{}",
                nobody.text()
            );
            assert!(nobody.calls.is_empty());

            bot.groups.world(|world| {
                let person = world.find_person("+5511966660001").unwrap();
                let group = world.group_named("Crowd 04").unwrap().id.clone();
                assert!(world.put_member(&group, person, sandbox::whatsapp::Role::Member));
            });
            let fresh = bot.press("moderator", &again, "Refresh").await;
            assert!(fresh.text().contains("In 5 of 33 groups") && reads(&fresh) == 33, "{}", fresh.text());
        })
        .await;
}

#[tokio::test]
async fn lists_older_than_ten_minutes_are_read_again() {
    TestBot::run(async |bot| {
        let found = bot.command("moderator", FIND, &[("person", ANA)]).await;
        assert!(reads(&found) == 3, "{:?}", found.calls());
        bot.clock.advance(Duration::from_secs(9 * 60));
        assert_eq!(reads(&bot.command("moderator", FIND, &[("person", ANA)]).await), 0);
        bot.clock.advance(Duration::from_secs(2 * 60));
        assert_eq!(reads(&bot.command("moderator", FIND, &[("person", ANA)]).await), 3);
    })
    .await;
}

#[tokio::test]
async fn a_change_of_usher_makes_the_list_old() {
    TestBot::run(async |bot| {
        let before = bot.command("moderator", FIND, &[("person", ANA)]).await;
        assert!(before.text().contains("**Alpha Team**"), "{}", before.text());
        let question = bot.command("moderator", "wa-group members remove", &[("group", ALPHA), ("members", ANA)]).await;
        bot.press("moderator", &question, "Remove").await;
        let after = bot.command("moderator", FIND, &[("person", ANA)]).await;
        assert!(!after.text().contains("**Alpha Team**") && reads(&after) == 1, "{}", after.text());
    })
    .await;
}

#[tokio::test]
async fn one_person_is_found_under_every_number() {
    let listed = Person::phone("+5511966660001").listed_as("+551166660001");
    TestBot::with(|scene| crowd(scene, listed))
        .run(async |bot| {
            for number in ["+5511966660001", "+551166660001", "Ana +55 (11) 96666-0001"] {
                let found = bot.command("moderator", FIND, &[("person", number)]).await;
                assert!(found.text().contains("In 4 of 33 groups"), "{number}: {}", found.text());
            }
            let long = bot.command("moderator", FIND, &[("person", "+5511966660001")]).await;
            assert!(long.text().contains("listed as +551166660001"), "{}", long.text());
            let short = bot.command("moderator", FIND, &[("person", "+551166660001")]).await;
            assert!(!short.text().contains("listed as"), "{}", short.text());
        })
        .await;
}

#[tokio::test]
async fn only_groups_in_scope_are_read_shown_and_counted() {
    TestBot::with(|scene| {
        crowd(scene, Person::phone("+5511966660001"));
        let world = &mut scene.whatsapp;
        let person = world.find_person("+5511966660001").unwrap();
        world.put_member(ALPHA, person, sandbox::whatsapp::Role::Member);
    })
    .run(async |bot| {
        let found = bot.command("helper", FIND, &[("person", "+5511966660001")]).await;
        let text = found.text();
        assert!(text.contains("In 1 of 1 groups") && text.contains("**Alpha Team**"), "{text}");
        assert!(!text.contains("Crowd") && reads(&found) == 1, "{text}");
        // What others read is not shown either.
        bot.command("moderator", FIND, &[("person", "+5511966660001")]).await;
        let again = bot.command("helper", FIND, &[("person", "+5511966660001")]).await;
        assert!(again.text().contains("In 1 of 1 groups") && !again.text().contains("Crowd"), "{}", again.text());
        let refused = bot.command("visitor", FIND, &[("person", "+5511966660001")]).await;
        assert!(
            refused.text().contains("You can't find people across groups here.") && refused.calls.is_empty(),
            "{}",
            refused.text()
        );
        let helper = bot.person("helper");
        bot.discord.world(|world| world.join(bot.guild, helper, &[]));
        let pressed = bot.press("helper", &again, "Refresh").await;
        assert!(pressed.calls.is_empty() && !pressed.text().contains("Alpha"), "{}", pressed.text());
    })
    .await;
}

#[tokio::test]
async fn another_number_is_masked_for_those_who_see_masks() {
    TestBot::with(|scene| {
        let world = &mut scene.whatsapp;
        let person = world.add_person(Person::phone("+5511966660001").listed_as("+551166660001"));
        world.put_member(ALPHA, person, sandbox::whatsapp::Role::Member);
    })
    .run(async |bot| {
        let found = bot.command("helper", FIND, &[("person", "+5511966660001")]).await;
        assert!(found.text().contains("listed as +55 ••••• 0001"), "{}", found.text());
        let full = bot.command("moderator", FIND, &[("person", "+5511966660001")]).await;
        assert!(full.text().contains("listed as +551166660001"), "{}", full.text());
    })
    .await;
}

#[tokio::test]
async fn groups_that_cannot_be_read_are_named() {
    TestBot::run(async |bot| {
        bot.groups.inject(FaultRule::always(Fault::Status(403)).of(Operation::ListParticipants).times(1));
        let found = bot.command("moderator", FIND, &[("person", "+5511966660001")]).await;
        let text = found.text();
        assert!(text.contains("Usher could not read the members of 1 group:"), "{text}");
        assert!(text.contains("Not found in any of the 2 groups that Usher searched."), "{text}");
        let again = bot.press("moderator", &found, "Refresh").await;
        assert!(!again.text().contains("could not read"), "{}", again.text());
    })
    .await;
}

#[tokio::test]
async fn a_disconnected_account_is_told() {
    TestBot::run(async |bot| {
        bot.groups.world(|world| world.disconnect("default", StatusReason::LoggedOut));
        let found = bot.command("moderator", FIND, &[("person", ANA)]).await;
        assert!(!found.text().contains("Not found in"), "{}", found.text());
        assert!(found.text().contains("WhatsApp"), "{}", found.text());
    })
    .await;
}

#[tokio::test]
async fn an_account_that_cannot_be_read_is_named() {
    TestBot::with(|scene| {
        let account = scene.whatsapp.add_session("second", "+5511900000001");
        scene.whatsapp.add_group(GroupSeed::new("Of the second", account));
        let sessions = "sessions = [\"default\"]";
        scene.server = scene.server.replacen(sessions, "sessions = [\"default\", \"second\"]", 1);
    })
    .run(async |bot| {
        bot.groups.world(|world| world.disconnect("second", StatusReason::LoggedOut));
        let found = bot.command("moderator", FIND, &[("person", ANA)]).await;
        let text = found.text();
        assert!(text.contains("In 3 of 3 groups") && text.contains("**Alpha Team**"), "{text}");
        assert!(text.contains("Usher could not list the groups of second."), "{text}");
        bot.groups.world(|world| world.connect("second"));
        bot.clock.advance(Duration::from_secs(31));
        let again = bot.press("moderator", &found, "Refresh").await;
        assert!(again.text().contains("In 3 of 4 groups") && !again.text().contains("could not"), "{}", again.text());
    })
    .await;
}

#[tokio::test]
async fn one_person_is_searched_for_at_a_time() {
    TestBot::run(async |bot| {
        for (typed, said) in [
            ("+5511966660001, +5511966660002", "This command is for one person, and you gave 2."),
            ("Ana", ""),
            ("5", ""),
            ("@here", ""),
        ] {
            let refused = bot.command("moderator", FIND, &[("person", typed)]).await;
            assert!(refused.text().contains(said) && refused.calls.is_empty(), "{typed}: {}", refused.text());
            assert!(!refused.text().contains("groups that Usher searched"), "{typed}: {}", refused.text());
        }
    })
    .await;
}

#[tokio::test]
async fn a_deleted_group_is_not_shown_any_more() {
    TestBot::run(async |bot| {
        let beta = bot.command("owner", FIND, &[("person", "+5511900000000")]).await;
        assert!(beta.text().contains("**Beta Readers"), "{}", beta.text());
        bot.groups.world(|world| {
            let account = world.find_person("+5511900000000").unwrap();
            world.leaves(BETA, account);
        });
        bot.clock.advance(Duration::from_secs(31));
        let gone = bot.command("owner", FIND, &[("person", "+5511900000000")]).await;
        assert!(gone.text().contains("In 2 of 2 groups") && !gone.text().contains("Beta"), "{}", gone.text());
    })
    .await;
}
