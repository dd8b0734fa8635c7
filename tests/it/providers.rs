//! Each provider in the scene of the other tests, whatever `USHER_TEST_PROVIDER` says: what differs between them.

use sandbox::whatsapp::{Call, Fault, FaultRule, Number, Operation, Provider, Role, StatusReason, WahaEngine};
use sandbox::{ALPHA, NEIGHBOURS, NOBODY, OPEN, SHY};
use serde_json::Value;

use crate::harness::{Reply, TestBot};

const OTHERS: [Provider; 6] = [
    Provider::Waha(WahaEngine::Noweb),
    Provider::Waha(WahaEngine::Gows),
    Provider::Waha(WahaEngine::Webjs),
    Provider::Evolution,
    Provider::Gowa,
    Provider::OpenWa,
];

async fn owner(bot: &TestBot, name: &str, options: &[(&str, &str)]) -> Reply {
    bot.command("owner", name, options).await
}

#[tokio::test]
async fn each_operation_has_its_effect_at_each_provider() {
    for provider in OTHERS {
        TestBot::served_as(provider)
            .run(async |bot| {
                let people = format!("{OPEN} {SHY} {NOBODY}");
                // GOWA creates no group if a number is not on WhatsApp.
                let (founders, added) = if provider == Provider::Gowa {
                    (format!("{OPEN} {SHY}"), "1 of 2")
                } else {
                    (people.clone(), "1 of 3")
                };
                let created = owner(bot, "wa-group create", &[("name", "Choir"), ("members", &founders)]).await;
                assert!(created.text().contains(&format!("Added {added}")), "{provider}: {}", created.text());
                let choir =
                    bot.groups.world(|world| world.groups().find(|one| one.name == "Choir").unwrap().id.clone());
                let group = ("group", choir.as_str());
                let takes_links = !matches!(provider, Provider::Evolution | Provider::Gowa);
                let pictured = if takes_links { "Picture changed" } else { "Attach the picture" };
                for (name, options, said) in [
                    ("wa-group rename", vec![group, ("name", "Chamber Choir")], "Chamber Choir"),
                    ("wa-group describe", vec![group, ("text", "Tuesdays at seven.")], "Tuesdays at seven."),
                    ("wa-group picture", vec![group, ("url", "https://example.com/a.png")], pictured),
                    ("wa-group admins promote", vec![group, ("members", OPEN)], "**Now admin** (1)"),
                    ("wa-group admins demote", vec![group, ("members", OPEN)], "**No longer admin** (1)"),
                    ("wa-group show", vec![group], "Tuesdays at seven."),
                    ("wa-group members list", vec![group], "2 people"),
                    ("wa-group list", vec![], "**Chamber Choir** · 2 members"),
                    ("wa-session list", vec![], "+5511900000000"),
                ] {
                    let reply = owner(bot, name, &options).await;
                    assert!(reply.text().contains(said), "{provider}: {name}: {}", reply.text());
                }
                let added = owner(bot, "wa-group members add", &[("group", ALPHA), ("members", &people)]).await;
                for said in ["**Added** (1)", "privacy settings don't allow it", "**Not on WhatsApp** (1)"] {
                    assert!(added.text().contains(said), "{provider}: {said}: {}", added.text());
                }
                let asked = owner(bot, "wa-group members remove", &[("group", ALPHA), ("members", OPEN)]).await;
                let removed = bot.press("owner", &asked, "Remove").await;
                assert!(removed.text().contains("**Removed** (1)"), "{provider}: {}", removed.text());

                let old = bot.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
                let link = owner(bot, "wa-group invite show", &[("group", ALPHA)]).await;
                assert!(link.text().contains(&old), "{provider}: {}", link.text());
                let preview = owner(bot, "wa-group preview", &[("code", &old)]).await;
                assert_eq!(preview.title(), "Alpha Team", "{provider}");
                let asked = owner(bot, "wa-group invite revoke", &[("group", ALPHA)]).await;
                let revoked = bot.press("owner", &asked, "Revoke").await;
                let new = bot.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
                assert!(new != old && revoked.text().contains(&new), "{provider}: {}", revoked.text());
                let gone = owner(bot, "wa-group preview", &[("code", &old)]).await;
                assert_eq!(gone.title(), "Invite link doesn't work", "{provider}");

                let asked = owner(bot, "wa-group leave", &[group]).await;
                let left = bot.press("owner", &asked, "Leave").await;
                assert!(left.text().contains("Usher left this group"), "{provider}: {}", left.text());
            })
            .await;
    }
}

#[tokio::test]
async fn what_a_provider_lacks_is_refused_before_anything_is_asked() {
    for provider in OTHERS {
        TestBot::served_as(provider)
            .run(async |bot| {
                let refused = owner(bot, "wa-group delete", &[("group", ALPHA)]).await;
                assert_eq!(refused.title(), "Not available here", "{provider}");
                assert!(refused.text().contains("`/wa-group leave`") && refused.buttons().is_empty(), "{provider}");
                assert_eq!(bot.offers("owner", "wa-group delete", "group", "").await.len(), 0, "{provider}");
                let described = owner(bot, "wa-group describe", &[("group", ALPHA), ("text", " ")]).await;
                let can = !matches!(provider, Provider::Waha(WahaEngine::Gows) | Provider::Evolution);
                assert_eq!(described.title() != "Not available here", can, "{provider}: {}", described.text());
                assert!(bot.groups.calls().iter().all(|call| call.operation != Some(Operation::DeleteGroup)));
            })
            .await;
    }
}

#[tokio::test]
async fn refusals_of_whatsapp_are_told_as_such_and_close_no_circuit() {
    for provider in OTHERS {
        TestBot::served_as(provider)
            .run(async |bot| {
                for number in 0..10 {
                    let name = format!("Neighbours {number}");
                    let refused = owner(bot, "wa-group rename", &[("group", NEIGHBOURS), ("name", &name)]).await;
                    assert_eq!(
                        refused.title(),
                        "Usher is not an admin of this group",
                        "{provider}: {}",
                        refused.text()
                    );
                }
                let renamed = owner(bot, "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]).await;
                assert!(renamed.text().contains("Alpha Crew"), "{provider}: {}", renamed.text());
            })
            .await;
    }
}

#[tokio::test]
async fn nothing_of_an_echo_or_a_stack_is_shown() {
    for provider in OTHERS {
        TestBot::served_as(provider)
            .run(async |bot| {
                for status in [400, 403, 404, 409, 500] {
                    bot.groups.inject(FaultRule::next(Fault::Status(status)).of(Operation::AddParticipants));
                    let reply = owner(bot, "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
                    let message = serde_json::to_string(&reply.message.as_ref().unwrap().embeds).unwrap();
                    for secret in ["stack", "node:internal", "/api/", "participants/add", bot.groups.key(), "NOWEB"] {
                        assert!(!message.contains(secret), "{provider} {status}: {secret}: {message}");
                    }
                }
            })
            .await;
    }
}

#[tokio::test]
async fn a_change_whose_answer_is_cut_is_made_once_at_each_provider() {
    for provider in OTHERS {
        TestBot::served_as(provider)
            .run(async |bot| {
                bot.groups.inject(FaultRule::next(Fault::DropAfter).of(Operation::RevokeInvite));
                let asked = owner(bot, "wa-group invite revoke", &[("group", ALPHA)]).await;
                let revoked = bot.press("owner", &asked, "Revoke").await;
                assert!(revoked.text().contains("The old link no longer works"), "{provider}: {}", revoked.text());
                bot.groups.inject(FaultRule::next(Fault::DropAfter).of(Operation::PromoteParticipants));
                let member = "+5511977770001";
                owner(bot, "wa-group admins promote", &[("group", ALPHA), ("members", member)]).await;
                let role = bot.groups.world(|world| {
                    let person = world.find_person("5511977770001").unwrap();
                    world.group(ALPHA).unwrap().role(person)
                });
                assert_eq!(role, Some(Role::Admin), "{provider}");
                let made =
                    |operation| bot.groups.calls().iter().filter(|call| call.operation == Some(operation)).count();
                assert!(made(Operation::RevokeInvite) <= 1 && made(Operation::PromoteParticipants) <= 1, "{provider}");
            })
            .await;
    }
}

#[tokio::test]
async fn an_account_without_a_connection_is_named_as_such() {
    for provider in OTHERS {
        TestBot::served_as(provider)
            .run(async |bot| {
                bot.groups.world(|world| world.disconnect("default", StatusReason::ScanQr));
                let refused = owner(bot, "wa-group rename", &[("group", ALPHA), ("name", "Alpha Crew")]).await;
                assert_eq!(refused.title(), "WhatsApp is disconnected", "{provider}: {}", refused.text());
                let sessions = owner(bot, "wa-session list", &[]).await;
                let text = sessions.text();
                assert!(text.contains("not connected") || text.contains("connecting"), "{provider}: {text}");
                assert_eq!(refused.embed()["fields"], Value::Null, "{provider}");
            })
            .await;
    }
}

#[tokio::test]
async fn an_account_listed_by_an_unknown_lid_is_never_named() {
    // These do not tell the LID of the account itself.
    for provider in [Provider::Evolution, Provider::Gowa, Provider::OpenWa] {
        TestBot::with(|scene| {
            let account = scene.whatsapp.find_person("5511900000000").unwrap();
            scene.whatsapp.put_member(NEIGHBOURS, account, Role::Admin);
            scene.whatsapp.person_mut(account).unwrap().number = Number::Hidden;
            scene.whatsapp.serve_as(provider);
        })
        .run(async |bot| {
            let lid =
                bot.groups.world(|world| world.person(world.find_person("5511900000000").unwrap()).unwrap().lid_jid());
            for command in ["wa-group members remove", "wa-group admins promote", "wa-group admins demote"] {
                for (members, told) in [("+5511900000000", "Usher's own number"), (&lid, "Nothing changed")] {
                    let reply = owner(bot, command, &[("group", NEIGHBOURS), ("members", members)]).await;
                    let asks = reply.buttons().contains(&"Remove".to_owned());
                    let reply = if asks { bot.press("owner", &reply, "Remove").await } else { reply };
                    assert!(reply.text().contains(told), "{provider}: {command}: {}", reply.text());
                    let changes = reply.calls.iter().filter_map(|call| call.operation).filter(|one| one.changes());
                    assert_eq!(changes.count(), 0, "{provider}: {command}");
                }
            }
        })
        .await;
    }
}

#[tokio::test]
async fn openwa_takes_descriptions_of_1024_characters() {
    TestBot::served_as(Provider::OpenWa)
        .run(async |bot| {
            let (long, just) = ("ä".repeat(1_025), "ä".repeat(1_024));
            for (command, options) in [
                ("wa-group describe", vec![("group", ALPHA), ("text", long.as_str())]),
                ("wa-group create", vec![("name", "Choir"), ("members", OPEN), ("description", &long)]),
            ] {
                let refused = owner(bot, command, &options).await;
                assert_eq!(refused.title(), "Not available here", "{command}: {}", refused.text());
                assert!(refused.text().contains("at most 1,024 characters"), "{command}: {}", refused.text());
                let changes = refused.calls.iter().filter_map(|call| call.operation).filter(|one| one.changes());
                assert_eq!(changes.count(), 0, "{command}");
            }
            let described = owner(bot, "wa-group describe", &[("group", ALPHA), ("text", &just)]).await;
            assert!(described.text().contains("Description changed"), "{}", described.text());
            assert_eq!(bot.groups.world(|world| world.group(ALPHA).unwrap().description.clone()), Some(just));
        })
        .await;
}

#[tokio::test]
async fn gowa_takes_few_people_at_once_and_names_of_25_bytes() {
    TestBot::served_as(Provider::Gowa)
        .run(async |bot| {
            let numbers =
                |count: usize| (0..count).map(|at| format!("+5521900000{at:03}")).collect::<Vec<_>>().join(" ");
            let create = [("name", "Choir"), ("members", &*numbers(11))];
            let refused = owner(bot, "wa-group create", &create).await;
            assert_eq!(refused.title(), "Not available here", "{}", refused.text());
            assert!(refused.text().contains("more than 10 people at once"), "{}", refused.text());
            let long = "ä".repeat(13);
            let refused = owner(bot, "wa-group rename", &[("group", ALPHA), ("name", &long)]).await;
            assert!(refused.text().contains("at most 25 bytes"), "{}", refused.text());
            let none = owner(bot, "wa-group create", &[("name", "Choir"), ("members", NOBODY)]).await;
            assert!(none.text().contains("not registered"), "{}", none.text());
            assert!(bot.groups.world(|world| world.groups().all(|group| group.name != "Choir")));
            let added = owner(bot, "wa-group members add", &[("group", ALPHA), ("members", &numbers(23))]).await;
            assert!(added.text().contains("**Added** (23)"), "{}", added.text());
            let size = |call: &Call| call.body.as_ref().unwrap()["participants"].as_array().unwrap().len();
            let is_add = |call: &&Call| call.operation == Some(Operation::AddParticipants);
            assert_eq!(added.calls.iter().filter(is_add).map(size).collect::<Vec<_>>(), [10, 10, 3]);
        })
        .await;
}
