//! Usher never removes, promotes or demotes its own account: the account leaves with `/wa-group leave`.

use discord_stand_in::Message;
use sandbox::whatsapp::{Fault, FaultRule, Number, Operation, Person, Provider, Role, World};
use sandbox::{ALPHA, ANA, BRUNO, NEIGHBOURS, Scene};

use crate::approvals::may_ask;
use crate::harness::{Reply, TestBot};
use crate::process::Host;

const ACCOUNT: &str = "+5511900000000";
const OWN: &str = "Usher's own number";

/// Makes the account an admin of another person's group, so that WhatsApp itself would allow its removal.
fn as_admin(scene: &mut Scene) {
    let account = scene.whatsapp.find_person(ACCOUNT).unwrap();
    scene.whatsapp.put_member(NEIGHBOURS, account, Role::Admin);
}

fn hidden(scene: &mut Scene) {
    as_admin(scene);
    let account = scene.whatsapp.find_person(ACCOUNT).unwrap();
    scene.whatsapp.person_mut(account).unwrap().number = Number::Hidden;
}

fn without_lids(scene: &mut Scene) {
    as_admin(scene);
    scene.whatsapp.settings.lids = false;
}

fn lid(bot: &TestBot) -> String {
    bot.groups.world(|world| world.person(world.find_person(ACCOUNT).unwrap()).unwrap().lid_jid())
}

async fn act(bot: &TestBot, command: &str, members: &str) -> Reply {
    let reply = bot.command("owner", command, &[("group", NEIGHBOURS), ("members", members)]).await;
    if reply.buttons().contains(&"Remove".to_owned()) { bot.press("owner", &reply, "Remove").await } else { reply }
}

/// Returns whether a change named the account.
fn named_in_a_change(bot: &TestBot, reply: &Reply) -> bool {
    let (phone, lid) = ("5511900000000", lid(bot));
    reply.calls.iter().filter(|call| call.method != "GET").any(|call| {
        let body = call.body.as_ref().map(ToString::to_string).unwrap_or_default();
        body.contains(phone) || body.contains(&lid)
    })
}

#[tokio::test]
async fn the_account_is_known_by_number_and_lid() {
    for (scene, is_told_by_lid) in [(as_admin as fn(&mut Scene), false), (hidden, true), (without_lids, true)] {
        for command in ["wa-group members remove", "wa-group admins promote", "wa-group admins demote"] {
            let scene = TestBot::with(scene).needs(|can| can.people_by_lid).not_on(Provider::OpenWa);
            // Evolution does not tell the account's own LID.
            let scene = if is_told_by_lid { scene.not_on(Provider::Evolution) } else { scene };
            scene
                .run(async |bot| {
                    // WhatsApp lets only the creator change the role of others.
                    let beside =
                        if command.ends_with("remove") { format!("{ANA}, {ACCOUNT}") } else { ACCOUNT.to_owned() };
                    for name in [ACCOUNT.to_owned(), lid(bot), beside] {
                        let reply = act(bot, command, &name).await;
                        let text = reply.text();
                        let line =
                            text.lines().find(|line| line.contains(OWN)).unwrap_or_else(|| panic!("{command}: {text}"));
                        assert!(line.contains("/wa-group leave") && !line.contains(ANA), "{command}: {text}");
                        assert!(!named_in_a_change(bot, &reply), "{command} {name}");
                    }
                    let account =
                        |world: &mut World| world.group(NEIGHBOURS).unwrap().role(world.find_person(ACCOUNT).unwrap());
                    assert_eq!(bot.groups.world(account), Some(Role::Admin));
                })
                .await;
        }
    }
}

#[tokio::test]
async fn where_the_account_is_unknown_nothing_is_sent() {
    for body in [None, Some(r#"{"data": {"name": "default", "status": "CONNECTED"}}"#)] {
        for command in ["wa-group members remove", "wa-group admins promote", "wa-group admins demote"] {
            TestBot::with(hidden)
                .run(async |bot| {
                    let fault = body.map_or(Fault::Status(403), |body| Fault::Answer(body.to_owned()));
                    bot.groups.inject(FaultRule::always(fault).of(Operation::GetSession));
                    let reply = act(bot, command, ANA).await;
                    assert!(reply.text().contains("Nothing changed"), "{command}: {}", reply.text());
                    assert!(reply.calls.iter().all(|call| call.method == "GET"), "{command}: {:?}", reply.calls());
                })
                .await;
        }
    }
}

#[tokio::test]
async fn approval_does_not_remove_the_account() {
    TestBot::with(may_ask)
        .run(async |bot| {
            let options = [("group", ALPHA), ("members", ACCOUNT)];
            bot.command("helper", "wa-group members remove", &options).await;
            let request = bot.posted().pop().unwrap();
            let reply = bot.decide("owner", &request, "Approve").await;
            assert!(reply.calls.iter().all(|call| call.method == "GET"), "{:?}", reply.calls());
            assert!(bot.groups.world(|world| world.group(ALPHA).is_some_and(|group| !group.members.is_empty())));
            let told = bot.posted().iter().map(Message::all_text).collect::<String>();
            assert!(!told.contains("removed +55"), "{told}");
        })
        .await;
}

#[tokio::test]
async fn a_restart_does_not_remove_the_account() {
    let numbers: Vec<String> = (0..300).map(|number| format!("+55219{number:08}")).collect();
    Host::with(|scene| {
        as_admin(scene);
        for number in &numbers {
            let person = scene.whatsapp.add_person(Person::phone(number));
            scene.whatsapp.put_member(NEIGHBOURS, person, Role::Member);
        }
    })
    .run(async |host| {
        let first = host.start(None).await;
        let members = format!("{},{ACCOUNT}", numbers.join(","));
        let options = [("group", NEIGHBOURS), ("members", members.as_str())];
        let question = host.send("owner", "wa-group members remove", &options);
        host.answered(question).await;
        assert!(first.stop().await.success());
        let bot = host.start(Some("after request")).await;
        let message = host.discord.world(|world| world.interactions[&question].original.unwrap());
        host.discord.press(host.person("owner"), message, "Remove").unwrap();
        host.logged("place=\"after request\"").await;
        bot.kill().await;

        let bot = host.start(None).await;
        let shown = host.discord.wait_until(|world| {
            let text = world.messages[&message].all_text();
            text.contains("**Removed** (300)").then_some(text)
        });
        let text = host.within(shown).await;
        assert!(text.contains(OWN), "{text}");
        assert!(bot.stop().await.success());
        for call in host.groups.calls().iter().filter(|call| call.method == "DELETE") {
            assert!(!call.body.as_ref().unwrap().to_string().contains("5511900000000"));
        }
    })
    .await;
}

#[tokio::test]
async fn the_creator_is_not_taken_for_the_account() {
    TestBot::with(as_admin)
        .run(async |bot| {
            let text = act(bot, "wa-group members remove", BRUNO).await.text();
            assert!(text.contains("Group creator") && !text.contains(OWN), "{text}");
        })
        .await;
}
