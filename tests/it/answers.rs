//! API responses that report success but are invalid: a refusal inside a 200, an HTML page, unreadable lists.

use discord_stand_in::InteractionId;
use futures::future::join_all;
use sandbox::whatsapp::{Answers, Fault, FaultRule, GroupSeed, Operation, Person, Role, World};
use sandbox::{ALPHA, ANA, BETA, BRUNO, OPEN, STREET_PARTY, STREET_PARTY_CODE};

use crate::harness::{BotScene, Reply, TestBot};

type Options = &'static [(&'static str, &'static str)];

/// A change: the command, the button that confirms it, the API operation, the text of the success answer, and a check
/// of the groups.
struct Change {
    command: &'static str,
    options: Options,
    confirm: Option<&'static str>,
    operation: Operation,
    words: &'static str,
    is_done: fn(&World) -> bool,
}

fn role_of(world: &World, phone: &str) -> Option<Role> {
    world.group(ALPHA).unwrap().role(world.find_person(phone).unwrap())
}

const AT_ALPHA: Options = &[("group", ALPHA)];

fn changes() -> Vec<Change> {
    let change = |command, options, operation, words, is_done: fn(&World) -> bool| Change {
        command,
        options,
        confirm: None,
        operation,
        words,
        is_done,
    };
    let confirmed = |label, change: Change| Change { confirm: Some(label), ..change };
    let is_renamed = |world: &World| world.group(ALPHA).unwrap().name == "Alpha Crew";
    let rename: &[_] = &[("group", ALPHA), ("name", "Alpha Crew")];
    let describe: &[_] = &[("group", ALPHA), ("text", "Nine o'clock")];
    let is_described = |world: &World| world.group(ALPHA).unwrap().description.as_deref() == Some("Nine o'clock");
    let picture: &[_] = &[("group", ALPHA), ("url", "https://example.com/a.png")];
    let add: &[_] = &[("group", ALPHA), ("members", OPEN)];
    let remove: &[_] = &[("group", ALPHA), ("members", ANA)];
    let demote: &[_] = &[("group", ALPHA), ("members", BRUNO)];
    let create: &[_] = &[("name", "Harbour Watch")];
    let join: &[_] = &[("code", STREET_PARTY_CODE)];
    vec![
        change("wa-group rename", rename, Operation::UpdateSubject, "Renamed", is_renamed),
        change("wa-group describe", describe, Operation::UpdateDescription, "Description changed", is_described),
        change("wa-group picture", picture, Operation::SetPicture, "Picture changed", |world| {
            world.group(ALPHA).unwrap().picture.is_some()
        }),
        change("wa-group create", create, Operation::CreateGroup, "Group created", |world| {
            world.group_named("Harbour Watch").is_some()
        }),
        change("wa-group join", join, Operation::JoinGroup, "Usher joined", |world| {
            world.group(STREET_PARTY).unwrap().has(world.find_person("5511900000000").unwrap())
        }),
        change("wa-group members add", add, Operation::AddParticipants, "**Added** (1)", |world| {
            role_of(world, OPEN).is_some()
        }),
        change("wa-group admins promote", remove, Operation::PromoteParticipants, "**Now admin** (1)", |world| {
            role_of(world, ANA) == Some(Role::Admin)
        }),
        change("wa-group admins demote", demote, Operation::DemoteParticipants, "**No longer admin** (1)", |world| {
            role_of(world, BRUNO) == Some(Role::Member)
        }),
        confirmed(
            "Remove",
            change("wa-group members remove", remove, Operation::RemoveParticipants, "**Removed** (1)", |world| {
                role_of(world, ANA).is_none()
            }),
        ),
        confirmed(
            "Leave",
            change("wa-group leave", AT_ALPHA, Operation::LeaveGroup, "Usher left this group", |world| {
                role_of(world, "5511900000000").is_none()
            }),
        ),
        confirmed(
            "Revoke",
            change("wa-group invite revoke", AT_ALPHA, Operation::RevokeInvite, "no longer works", |world| {
                world.group(ALPHA).unwrap().invite != "AlphaInvite2026Winter0"
            }),
        ),
    ]
}

fn with_known_invite() -> BotScene {
    TestBot::with(|scene| {
        let alpha = scene.whatsapp.group_mut(ALPHA).unwrap();
        "AlphaInvite2026Winter0".clone_into(&mut alpha.invite);
    })
}

async fn carry_out(bot: &TestBot, change: &Change) -> Reply {
    let interaction: InteractionId = match change.confirm {
        None => bot.send("owner", change.command, change.options),
        Some(label) => {
            let question = bot.command("owner", change.command, change.options).await;
            let message = question.message.as_ref().unwrap().id;
            bot.discord.press(bot.person("owner"), message, label).unwrap()
        }
    };
    bot.hurried_reply(interaction).await
}

const REFUSALS: [&str; 6] = [
    r#"{"error": "something went wrong"}"#,
    r#"{"success": false, "data": {"code": "AbCdEfGhIjKlMnOpQrStUv"}}"#,
    r#"{"data": false}"#,
    r#"{"data": {"success": false, "id": "120363000000000001@g.us"}}"#,
    r#"{"status": "error", "data": {}}"#,
    "<!doctype html><title>Sign in</title>",
];

#[tokio::test]
async fn a_refusal_inside_a_200_is_not_told_as_done() {
    let case = async |(number, change): (usize, Change)| {
        // Each change gets one of the responses; the client's own tests cover all of them.
        let body = REFUSALS[number % REFUSALS.len()];
        with_known_invite()
            .on_titan()
            .run(async |bot| {
                bot.groups.inject(FaultRule::always(Fault::Answer(body.to_owned())).of(change.operation));
                let reply = carry_out(bot, &change).await;
                let text = reply.text();
                assert!(!bot.groups.world(|world| (change.is_done)(world)));
                assert!(!text.contains(change.words), "{} {body}: {text}", change.command);
                assert_eq!(reply.title(), "Not confirmed", "{} {body}: {text}", change.command);
                assert!(!text.contains("AbCdEfGhIjKlMnOpQrStUv") && !text.contains("something went wrong"), "{text}");
                assert!(reply.notices.is_empty(), "{} {body}: {}", change.command, reply.notice());
            })
            .await;
    };
    join_all(changes().into_iter().enumerate().map(case)).await;
}

#[tokio::test]
async fn a_change_done_behind_a_refusal_is_found_by_reading() {
    let case = async |(number, change): (usize, Change)| {
        let body = REFUSALS[number % REFUSALS.len()];
        with_known_invite()
            .on_titan()
            .run(async |bot| {
                bot.groups.inject(FaultRule::next(Fault::AnswerAfter(body.to_owned())).of(change.operation));
                let reply = carry_out(bot, &change).await;
                let text = reply.text();
                assert!(bot.groups.world(|world| (change.is_done)(world)), "{}", change.command);
                // The API does not return a group's picture, so nothing can be verified.
                let is_shown = change.operation != Operation::SetPicture;
                assert_eq!(text.contains(change.words), is_shown, "{} {body}: {text}", change.command);
            })
            .await;
    };
    join_all(changes().into_iter().enumerate().map(case)).await;
}

#[tokio::test]
async fn a_deletion_refused_inside_a_200_is_not_told_as_done() {
    for (fault, done) in [(Fault::Answer as fn(String) -> Fault, false), (Fault::AnswerAfter, true)] {
        TestBot::with(|_| {})
            .on_titan()
            .run(async |bot| {
                bot.groups.inject(FaultRule::always(fault(REFUSALS[0].to_owned())).of(Operation::DeleteGroup));
                let question = bot.command("owner", "wa-group delete", AT_ALPHA).await;
                let typed = bot.press("owner", &question, "Delete…").await;
                let interaction = bot.submit("owner", &typed, "Alpha Team");
                let reply = bot.hurried_reply(interaction).await;
                let text = reply.text();
                assert_eq!(bot.groups.world(|world| world.group(ALPHA).is_none()), done);
                assert_eq!(text.contains("Group deleted"), done, "{text}");
            })
            .await;
    }
}

/// Commands that read a list, and their API operations.
const LISTS: [(&str, Options, Operation); 4] = [
    ("wa-group list", &[], Operation::ListGroups),
    ("wa-group members list", AT_ALPHA, Operation::ListParticipants),
    ("wa-group members export", AT_ALPHA, Operation::ListParticipants),
    ("wa-session list", &[], Operation::ListSessions),
];

#[tokio::test]
async fn a_list_of_which_nothing_can_be_read_is_a_failure() {
    for (command, options, operation) in LISTS {
        for body in
            [r#"{"data": [{"id": 7}, {}]}"#, r#"{"data": [], "error": "no"}"#, r#"{"data": {"success": false}}"#]
        {
            TestBot::run(async |bot| {
                bot.groups.inject(FaultRule::always(Fault::Answer(body.to_owned())).of(operation));
                let reply = bot.command("owner", command, options).await;
                assert_eq!(reply.title(), "Unexpected answer", "{command} {body}: {}", reply.text());
                assert!(reply.text().contains("Nothing changed"), "{command} {body}: {}", reply.text());
            })
            .await;
        }
    }
}

#[tokio::test]
async fn entries_that_cannot_be_read_are_counted() {
    TestBot::with(|_| {})
        .on_titan()
        .run(async |bot| {
            let answer = |body: &str, operation| {
                bot.groups.inject(FaultRule::next(Fault::Answer(body.to_owned())).of(operation));
            };
            answer(r#"{"data": [{"id": "1@g.us", "name": "One"}, {}, {"id": null}]}"#, Operation::ListGroups);
            let reply = bot.command("owner", "wa-group list", &[]).await;
            assert!(reply.text().contains("2 more entries could not be read"), "{}", reply.text());
            let members = r#"{"data": [{"lid": "1@lid", "isAdmin": false}, {"id": "junk"}]}"#;
            answer(members, Operation::ListParticipants);
            let reply = bot.command("owner", "wa-group members list", AT_ALPHA).await;
            assert!(reply.text().contains("1 more entry could not be read"), "{}", reply.text());
            answer(members, Operation::ListParticipants);
            let reply = bot.command("owner", "wa-group members export", AT_ALPHA).await;
            assert_eq!(reply.title(), "Unexpected answer", "a file is taken for the whole list: {}", reply.text());
        })
        .await;
}

#[tokio::test]
async fn an_unreadable_member_list_shows_nobody_absent() {
    for members in [r#"{"data": [{"lid": "1@lid", "isAdmin": false}, {"id": "junk"}]}"#, r#"{"data": [{}]}"#] {
        TestBot::run(async |bot| {
            bot.groups.inject(FaultRule::always(Fault::Answer(members.to_owned())).of(Operation::ListParticipants));
            for command in ["wa-group admins promote", "wa-group admins demote", "wa-group members add"] {
                let reply = bot.command("owner", command, &[("group", ALPHA), ("members", OPEN)]).await;
                assert_eq!(reply.title(), "Unexpected answer", "{command}: {}", reply.text());
                assert!(reply.calls.iter().all(|call| call.method == "GET"), "{command}: {:?}", reply.calls());
            }
            let question = bot.command("owner", "wa-group members remove", &[("group", ALPHA), ("members", ANA)]).await;
            let reply = bot.press("owner", &question, "Remove").await;
            assert_eq!(reply.title(), "Unexpected answer", "{}", reply.text());
            assert!(reply.calls.iter().all(|call| call.method == "GET"), "{:?}", reply.calls());
        })
        .await;
    }
}

#[tokio::test]
async fn members_listed_by_id_are_shown() {
    TestBot::with(|_| {})
        .on_titan()
        .run(async |bot| {
            let ids = r#"{"data": ["5511977770001@c.us", "987654321098765@lid"]}"#;
            bot.groups.inject(FaultRule::next(Fault::Answer(ids.to_owned())).of(Operation::ListParticipants));
            let reply = bot.command("owner", "wa-group members list", AT_ALPHA).await;
            let text = reply.text();
            assert!(text.contains("2 people") && text.contains(ANA) && text.contains("987654321098765@lid"), "{text}");
            bot.groups.inject(FaultRule::always(Fault::Answer(ids.to_owned())).of(Operation::ListParticipants));
            let reply = bot.command("owner", "wa-group admins demote", &[("group", ALPHA), ("members", ANA)]).await;
            assert_eq!(reply.title(), "Unexpected answer", "no roles are given: {}", reply.text());
        })
        .await;
}

#[tokio::test]
async fn a_missing_value_is_no_invite_link() {
    for code in ["undefined", "null", "https://chat.whatsapp.com/undefined", "NaN", "[object Object]"] {
        TestBot::run(async |bot| {
            let body = format!(r#"{{"data": {{"code": "{code}"}}}}"#);
            bot.groups.inject(FaultRule::always(Fault::Answer(body)).of(Operation::GetInvite));
            let reply = bot.command("owner", "wa-group invite show", AT_ALPHA).await;
            assert_eq!(reply.title(), "Unexpected answer", "{code}: {}", reply.text());
            assert!(reply.message.as_ref().unwrap().attachments.is_empty(), "{code}");
            let reply = bot.command("owner", "wa-group join", &[("code", code)]).await;
            assert!(reply.calls.is_empty() && reply.title() == "Check your input", "{code}: {}", reply.text());
        })
        .await;
    }
}

#[tokio::test]
async fn what_is_said_of_each_person_is_read_in_every_form() {
    for (answer, words) in [
        (r#"{"data": {"5521988880001@c.us": {"code": 404, "message": "x"}}}"#, "**Not on WhatsApp** (1)"),
        (r#"{"data": {"participants": {"5521988880001@s.whatsapp.net": {"error": "403"}}}}"#, "privacy settings"),
        (
            r#"{"data": {"participants": [{"id": "5521988880001@c.us", "status": "409"}]}}"#,
            "**Already in the group** (1)",
        ),
        (r#"{"data": [{"jid": "5521988880001@c.us", "error": "409"}]}"#, "**Already in the group** (1)"),
        (r#"{"data": {"5521988880001@c.us": 409}}"#, "**Already in the group** (1)"),
        (r#"{"data": [{"id": "5521988880001@c.us", "error": "408"}]}"#, "**Not added: left the group recently"),
    ] {
        TestBot::with(|_| {})
            .on_titan()
            .run(async |bot| {
                bot.groups.inject(FaultRule::next(Fault::Answer(answer.to_owned())).of(Operation::AddParticipants));
                let reply = bot.command("owner", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
                assert!(reply.text().contains(words), "{answer}: {}", reply.text());
            })
            .await;
    }
}

#[tokio::test]
async fn who_is_listed_by_lid_only_is_not_called_absent() {
    let members = [("group", ALPHA), ("members", "+5511966660001")];
    // Carla is listed only by LID, and was a member before.
    for (hidden, words) in [(true, "Not confirmed. Check"), (false, "Not added: not on WhatsApp, or")] {
        TestBot::with(|scene| {
            scene.whatsapp.settings.answers = Answers::Nothing;
            let person = Person::phone("+5511966660001");
            scene.whatsapp.add_person(if hidden { person.lid_only() } else { person.forbids_adding() });
        })
        .on_titan()
        .run(async |bot| {
            let reply = bot.command("owner", "wa-group members add", &members).await;
            assert!(reply.text().contains(words), "{hidden}: {}", reply.text());
        })
        .await;
    }
}

#[tokio::test]
async fn an_account_in_100_full_groups_can_be_used() {
    TestBot::with(|scene| {
        let account = scene.whatsapp.find_person("5511900000000").unwrap();
        let people: Vec<_> = (0..1_000)
            .map(|number| Person::phone(&format!("+55219{number:08}")))
            .map(|person| scene.whatsapp.add_person(person))
            .collect();
        for number in 0..100 {
            let seed = GroupSeed::new(&format!("Full {number}"), account).members(people.iter().copied());
            scene.whatsapp.add_group(seed);
        }
    })
    .run(async |bot| {
        let reply = bot.command("owner", "wa-group list", &[("search", "Full 99")]).await;
        assert!(reply.text().contains("**Full 99** · 1,001 members"), "{}", reply.text());
        let reply = bot.command("owner", "wa-group create", &[("name", "Harbour Watch"), ("members", OPEN)]).await;
        assert!(reply.text().contains("Group created"), "{}", reply.text());
        let reply = bot.command("owner", "wa-group show", &[("group", "beta readers")]).await;
        assert!(reply.text().contains(BETA), "{}", reply.text());
    })
    .await;
}
