//! One person under several ids: the other form of a number, a LID, and results that name people in many ways.

use sandbox::whatsapp::{AddResults, Answers, Fault, FaultRule, Operation, Person, PersonId, Provider, Role};
use sandbox::{ALPHA, ANA, NEIGHBOURS, NOBODY, OPEN, SHY, Scene};

use crate::harness::{BotScene, Reply, TestBot};
use crate::process::{Host, text};

const LONG: &str = "+5531988880001";
const SHORT: &str = "+553188880001";
/// Pairs of a number as people write it, and the number under which WhatsApp lists the person.
const FORMS: [(&str, &str); 5] = [
    (LONG, SHORT),
    (SHORT, LONG),
    ("+5215512345678", "+525512345678"),
    ("+525512345678", "+5215512345678"),
    ("+5491123456789", "+541123456789"),
];

fn line_with<'a>(text: &'a str, words: &str) -> &'a str {
    text.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words} is not in {text}"))
}

fn listed(scene: &mut Scene, number: &str, other: &str) -> PersonId {
    scene.whatsapp.add_person(Person::phone(number).listed_as(other))
}

/// A scene in which this person is in the group already, under the other number.
fn with_member(number: &'static str, other: &'static str, role: Role) -> BotScene {
    TestBot::with(move |scene| {
        let person = listed(scene, number, other);
        scene.whatsapp.put_member(ALPHA, person, role);
    })
}

/// Returns the role in the group of the person who is listed under this number.
fn role(bot: &TestBot, listed: &str) -> Option<Role> {
    bot.groups.world(|world| world.group(ALPHA).unwrap().role(world.find_person(listed)?))
}

/// Returns the people whom each request of this method named.
fn named(reply: &Reply, method: &str) -> Vec<Vec<String>> {
    let calls = reply.calls.iter().filter(|call| call.method == method);
    let people = calls.map(|call| call.body.as_ref().unwrap()["participants"].as_array().unwrap().clone());
    people.map(|all| all.iter().map(|one| one.as_str().unwrap().to_owned()).collect()).collect()
}

fn jid(number: &str) -> String {
    format!("{}@s.whatsapp.net", number.trim_start_matches('+'))
}

async fn act(bot: &TestBot, command: &str, members: &str) -> Reply {
    let reply = bot.command("owner", command, &[("group", ALPHA), ("members", members)]).await;
    if reply.buttons().contains(&"Remove".to_owned()) { bot.press("owner", &reply, "Remove").await } else { reply }
}

#[tokio::test]
async fn who_is_listed_under_another_number_was_added() {
    for (asked, other) in FORMS {
        for answers in [Answers::Object, Answers::Nothing] {
            TestBot::with(|scene| {
                scene.whatsapp.settings.answers = answers;
                listed(scene, asked, other);
            })
            .run(async |bot| {
                let reply = act(bot, "wa-group members add", asked).await;
                assert!(line_with(&reply.text(), "**Added** (1)").contains(asked), "{}", reply.text());
                assert!(reply.notice().contains("added"), "{}", reply.notice());
                let again = act(bot, "wa-group members add", asked).await;
                assert!(line_with(&again.text(), "Already in the group").contains(asked), "{}", again.text());
                assert!(again.calls.iter().all(|call| call.method == "GET"), "{:?}", again.calls());
            })
            .await;
        }
    }
}

#[tokio::test]
async fn member_is_removed_under_the_listed_number() {
    for (asked, other) in FORMS {
        with_member(asked, other, Role::Member)
            .run(async |bot| {
                let reply = act(bot, "wa-group members remove", asked).await;
                assert!(line_with(&reply.text(), "**Removed** (1)").contains(asked), "{}", reply.text());
                assert_eq!(named(&reply, "DELETE"), [[jid(other)]]);
                assert_eq!(role(bot, other), None);
            })
            .await;
    }
}

#[tokio::test]
async fn admins_change_under_the_listed_number() {
    for (asked, other) in FORMS {
        with_member(asked, other, Role::Member)
            .run(async |bot| {
                let reply = act(bot, "wa-group admins promote", asked).await;
                assert!(line_with(&reply.text(), "Now admin").contains(asked), "{}", reply.text());
                assert_eq!(named(&reply, "POST"), [[jid(other)]]);
                assert_eq!(role(bot, other), Some(Role::Admin));
                let reply = act(bot, "wa-group admins demote", asked).await;
                assert!(line_with(&reply.text(), "No longer admin").contains(asked), "{}", reply.text());
                assert_eq!(role(bot, other), Some(Role::Member));
            })
            .await;
    }
}

#[tokio::test]
async fn exact_number_is_the_only_one_removed() {
    for (asked, other) in [(LONG, SHORT), (SHORT, LONG)] {
        TestBot::with(|scene| {
            for number in [LONG, SHORT] {
                let person = scene.whatsapp.add_person(Person::phone(number));
                scene.whatsapp.put_member(ALPHA, person, Role::Member);
            }
        })
        .run(async |bot| {
            let reply = act(bot, "wa-group members remove", asked).await;
            assert!(line_with(&reply.text(), "**Removed** (1)").contains(asked), "{}", reply.text());
            assert_eq!(named(&reply, "DELETE"), [[jid(asked)]]);
            assert_eq!((role(bot, asked), role(bot, other)), (None, Some(Role::Member)));
        })
        .await;
    }
}

#[tokio::test]
async fn search_finds_the_other_form_of_a_number() {
    with_member(LONG, SHORT, Role::Member)
        .run(async |bot| {
            for (search, finds) in [(LONG, true), (SHORT, true), ("+5531988880002", false)] {
                let reply =
                    bot.command("owner", "wa-group members find", &[("group", ALPHA), ("search", search)]).await;
                assert_eq!(reply.text().contains(SHORT), finds, "{search}: {}", reply.text());
            }
        })
        .await;
}

#[tokio::test]
async fn own_account_is_known_under_its_other_number() {
    let with_account = |scene: &mut Scene| {
        let account = scene.whatsapp.find_person("+5511900000000").unwrap();
        let number =
            Person { phone: Some("5511988880000".to_owned()), ..scene.whatsapp.person(account).unwrap().clone() };
        *scene.whatsapp.person_mut(account).unwrap() = number.listed_as("551188880000");
        scene.whatsapp.settings.lids = false;
        scene.whatsapp.put_member(NEIGHBOURS, account, Role::Admin);
    };
    for command in ["wa-group members remove", "wa-group admins demote"] {
        TestBot::with(with_account)
            .run(async |bot| {
                for number in ["+5511988880000", "+551188880000"] {
                    let reply = bot.command("owner", command, &[("group", NEIGHBOURS), ("members", number)]).await;
                    let pressed = reply.buttons().contains(&"Remove".to_owned());
                    let reply = if pressed { bot.press("owner", &reply, "Remove").await } else { reply };
                    assert!(reply.text().contains("Usher's own number"), "{number}: {}", reply.text());
                    assert!(reply.calls.iter().all(|call| call.method == "GET"), "{:?}", reply.calls());
                }
            })
            .await;
    }
}

#[tokio::test]
async fn results_are_read_in_every_form_and_under_every_id() {
    for results in [AddResults::List, AddResults::ByJid, AddResults::Numbers, AddResults::Texts, AddResults::Errors] {
        TestBot::with(|scene| {
            scene.whatsapp.settings.results = results;
            listed(scene, LONG, SHORT);
            scene.whatsapp.add_person(Person::phone("+5531977770001").lid_only());
        })
        .needs(|can| can.people_by_lid)
        .run(async |bot| {
            let members = format!("{OPEN}, {SHY}, {NOBODY}, {LONG}, {ANA}, +5531977770001");
            let text = act(bot, "wa-group members add", &members).await.text();
            let added = line_with(&text, "**Added** (3)");
            assert!([OPEN, LONG, "+5531977770001"].iter().all(|number| added.contains(number)), "{results:?}: {text}");
            assert!(line_with(&text, "privacy settings").contains(SHY), "{results:?}: {text}");
            assert!(line_with(&text, "**Not on WhatsApp** (1)").contains(NOBODY), "{results:?}: {text}");
            assert!(line_with(&text, "Already in the group").contains(ANA), "{results:?}: {text}");
        })
        .await;
    }
}

#[tokio::test]
async fn listed_by_lid_alone_is_a_member_already() {
    // A number with one form, and one that some providers name by its other form.
    for (number, other) in [("+5511966660002", None), (LONG, Some(SHORT))] {
        for results in [AddResults::List, AddResults::ByJid, AddResults::Texts, AddResults::Errors, AddResults::Lids] {
            TestBot::with(|scene| {
                scene.whatsapp.settings.results = results;
                let person = Person::phone(number).lid_only();
                let person = other.map_or(person.clone(), |other| person.listed_as(other));
                let person = scene.whatsapp.add_person(person);
                scene.whatsapp.put_member(ALPHA, person, Role::Member);
            })
            .needs(|can| can.people_by_lid)
            .run(async |bot| {
                let text = act(bot, "wa-group members add", number).await.text();
                assert!(line_with(&text, "Already in the group").contains(number), "{results:?}: {text}");
            })
            .await;
        }
    }
}

#[tokio::test]
async fn without_a_result_no_reason_is_told() {
    TestBot::with(|scene| {
        scene.whatsapp.settings.answers = Answers::Nothing;
    })
    .on_titan()
    .run(async |bot| {
        let reply = act(bot, "wa-group members add", &format!("{OPEN}, {SHY}, {NOBODY}")).await;
        let text = reply.text();
        let line = line_with(&text, "Not added: not on WhatsApp, or they don't let others add them");
        assert!(line.contains(SHY) && line.contains(NOBODY) && !line.contains(OPEN), "{text}");
        assert!(!text.contains("privacy") && text.contains("https://chat.whatsapp.com/"), "{text}");
        assert_eq!(reply.buttons(), ["Get invite message", "Undo"]);
    })
    .await;
    TestBot::with(|scene| {
        scene.whatsapp.settings.answers = Answers::Nothing;
        scene.whatsapp.add_person(Person::phone(LONG).lid_only());
    })
    .on_titan()
    .run(async |bot| {
        let text = act(bot, "wa-group members add", LONG).await.text();
        assert!(text.contains("Not confirmed") && !text.contains("privacy") && !text.contains("Not added"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn creation_asks_once_more_for_those_who_are_missing() {
    TestBot::with(|scene| {
        listed(scene, LONG, SHORT);
    })
    .not_on(Provider::Gowa)
    .run(async |bot| {
        let people = format!("{OPEN}, {SHY}, {NOBODY}, {LONG}");
        let reply = bot.command("owner", "wa-group create", &[("name", "Harbour Watch"), ("members", &people)]).await;
        let text = reply.text();
        assert!(text.contains("Added 2 of 4 people"), "{text}");
        let added = line_with(&text, "**Added** (2)");
        assert!(added.contains(OPEN) && added.contains(LONG), "{text}");
        assert!(line_with(&text, "privacy settings").contains(SHY), "{text}");
        assert!(line_with(&text, "**Not on WhatsApp** (1)").contains(NOBODY), "{text}");
        let calls = named(&reply, "POST");
        assert_eq!(calls.len(), 2, "{:?}", reply.calls());
        assert_eq!(calls[1], [jid(SHY), jid(NOBODY)]);
    })
    .await;
}

#[tokio::test]
async fn creation_asks_for_nobody_where_all_joined() {
    for hidden in [false, true] {
        TestBot::with(|scene| {
            let person = Person::phone(LONG);
            scene.whatsapp.add_person(if hidden { person.lid_only() } else { person });
        })
        .not_on(Provider::OpenWa)
        .run(async |bot| {
            let people = format!("{OPEN}, {LONG}");
            let options = [("name", "Harbour Watch"), ("members", people.as_str())];
            let reply = bot.command("owner", "wa-group create", &options).await;
            assert!(reply.text().contains("**Added** (2)"), "{hidden}: {}", reply.text());
            let of = |operation| reply.calls.iter().filter(|call| call.operation == Some(operation)).count();
            assert_eq!(
                (of(Operation::AddParticipants), of(Operation::ListParticipants)),
                (0, 1),
                "{:?}",
                reply.calls()
            );
        })
        .await;
    }
}

#[tokio::test]
async fn killed_creation_asks_once_for_the_missing() {
    Host::run(async |host| {
        let add = Operation::AddParticipants;
        host.groups.inject(FaultRule::next(Fault::Silence).of(add));
        let bot = host.start(None).await;
        let people = format!("{OPEN}, {SHY}");
        let options = [("name", "Harbour Watch"), ("members", people.as_str())];
        let interaction = host.send("owner", "wa-group create", &options);
        host.within(host.groups.until_call(|call| call.operation == Some(add))).await;
        bot.kill().await;

        let bot = host.start(None).await;
        let ended = host.discord.wait_until(|world| {
            let text = text(world, interaction);
            text.contains("Group created").then_some(text)
        });
        let text = host.within(ended).await;
        assert!(line_with(&text, "**Added** (1)").contains(OPEN), "{text}");
        assert!(line_with(&text, "Not confirmed").contains(SHY) && !text.contains("privacy"), "{text}");
        let sent = |operation| host.groups.calls().iter().filter(|call| call.operation == Some(operation)).count();
        assert_eq!((sent(Operation::CreateGroup), sent(add)), (1, 1));
        assert!(bot.stop().await.success());
    })
    .await;
}

#[tokio::test]
async fn creation_without_budget_tells_no_reason() {
    TestBot::with(|scene| scene.settings = "limits.adds_per_day = 3\n".to_owned())
        .not_on(Provider::Gowa)
        .run(async |bot| {
            let people = format!("{OPEN}, {SHY}, {NOBODY}");
            let options = [("name", "Harbour Watch"), ("members", people.as_str())];
            let reply = bot.command("owner", "wa-group create", &options).await;
            let text = reply.text();
            let line = line_with(&text, "Not added: not on WhatsApp, or they don't let others add them");
            assert!(line.contains(SHY) && line.contains(NOBODY) && !text.contains("privacy"), "{text}");
            assert_eq!(named(&reply, "POST").len(), 1, "{:?}", reply.calls());
        })
        .await;
}
