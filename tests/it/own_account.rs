//! Usher never removes, promotes or demotes its own account: the account leaves with `/wa-group leave`.

use discord_stand_in::Message;
use sandbox::whatsapp::{Fault, FaultRule, Number, Operation, Person, Role, World};
use sandbox::{ALPHA, ANA, BRUNO, NEIGHBOURS, Scene};

use crate::approvals::may_ask;
use crate::harness::{Reply, TestBot, together};
use crate::process::Ground;

const ACCOUNT: &str = "+5511900000000";
const OWN: &str = "This is Usher's own account";

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

fn lid(test_bot: &TestBot) -> String {
    test_bot.house.groups.world(|world| world.person(world.find_person(ACCOUNT).unwrap()).unwrap().lid_jid())
}

async fn act(test_bot: &TestBot, command: &str, members: &str) -> Reply {
    let reply = test_bot.command("owner", command, &[("group", NEIGHBOURS), ("members", members)]).await;
    if reply.buttons().contains(&"Remove".to_owned()) { test_bot.press("owner", &reply, "Remove").await } else { reply }
}

/// Returns whether a change named the account.
fn named_in_a_change(test_bot: &TestBot, reply: &Reply) -> bool {
    let (phone, lid) = ("5511900000000", lid(test_bot));
    reply.calls.iter().filter(|call| call.method != "GET").any(|call| {
        let body = call.body.as_ref().map(ToString::to_string).unwrap_or_default();
        body.contains(phone) || body.contains(&lid)
    })
}

#[tokio::test]
async fn the_account_is_known_by_number_and_lid() {
    for scene in [as_admin as fn(&mut Scene), hidden, without_lids] {
        for command in ["wa-group members remove", "wa-group admins promote", "wa-group admins demote"] {
            let test_bot = TestBot::with(scene).await;
            // WhatsApp lets only the creator change the role of others.
            let beside = if command.ends_with("remove") { format!("{ANA}, {ACCOUNT}") } else { ACCOUNT.to_owned() };
            for name in [ACCOUNT.to_owned(), lid(&test_bot), beside] {
                let reply = act(&test_bot, command, &name).await;
                let text = reply.text();
                let line = text.lines().find(|line| line.contains(OWN)).unwrap_or_else(|| panic!("{command}: {text}"));
                assert!(line.contains("/wa-group leave") && !line.contains(ANA), "{command}: {text}");
                assert!(!named_in_a_change(&test_bot, &reply), "{command} {name}");
            }
            let account =
                |world: &mut World| world.group(NEIGHBOURS).unwrap().role(world.find_person(ACCOUNT).unwrap());
            assert_eq!(test_bot.house.groups.world(account), Some(Role::Admin));
            test_bot.close().await;
        }
    }
}

#[tokio::test]
async fn where_the_account_is_unknown_nothing_is_sent() {
    for body in [None, Some(r#"{"data": {"name": "default", "status": "CONNECTED"}}"#)] {
        for command in ["wa-group members remove", "wa-group admins promote", "wa-group admins demote"] {
            let test_bot = TestBot::with(hidden).await;
            let fault = body.map_or(Fault::Status(403), |body| Fault::Answer(body.to_owned()));
            test_bot.house.groups.inject(FaultRule::always(fault).of(Operation::GetSession));
            let reply = act(&test_bot, command, ANA).await;
            assert!(reply.text().contains("Nothing was changed"), "{command}: {}", reply.text());
            assert!(reply.calls.iter().all(|call| call.method == "GET"), "{command}: {:?}", reply.calls());
            test_bot.close().await;
        }
    }
}

#[tokio::test]
async fn approval_does_not_remove_the_account() {
    let test_bot = TestBot::with(may_ask).await;
    let options = [("group", ALPHA), ("members", ACCOUNT)];
    test_bot.command("helper", "wa-group members remove", &options).await;
    let request = test_bot.posted().pop().unwrap();
    let reply = test_bot.decide("owner", &request, "Approve").await;
    assert!(reply.calls.iter().all(|call| call.method == "GET"), "{:?}", reply.calls());
    assert!(test_bot.house.groups.world(|world| world.group(ALPHA).is_some_and(|group| !group.members.is_empty())));
    let told = test_bot.posted().iter().map(Message::all_text).collect::<String>();
    assert!(!told.contains("removed +55"), "{told}");
    test_bot.close().await;
}

#[tokio::test]
async fn a_restart_does_not_remove_the_account() {
    let _turn = together().await;
    let numbers: Vec<String> = (0..300).map(|number| format!("+55118{number:08}")).collect();
    let ground = Ground::new(|scene| {
        as_admin(scene);
        for number in &numbers {
            let person = scene.whatsapp.add_person(Person::phone(number));
            scene.whatsapp.put_member(NEIGHBOURS, person, Role::Member);
        }
    })
    .await;
    let first = ground.start(None).await;
    let members = format!("{},{ACCOUNT}", numbers.join(","));
    let options = [("group", NEIGHBOURS), ("members", members.as_str())];
    let question = ground.send("owner", "wa-group members remove", &options);
    ground.answered(question).await;
    assert!(first.stop().await.success());
    let bot = ground.start(Some("after request")).await;
    let message = ground.test_bot.discord.world(|world| world.interactions[&question].original.unwrap());
    ground.test_bot.discord.press(ground.person("owner"), message, "Remove").unwrap();
    ground.logged("place=\"after request\"").await;
    bot.kill().await;

    let bot = ground.start(None).await;
    let shown = ground.test_bot.discord.wait_until(|world| {
        let text = world.messages[&message].all_text();
        text.contains("**Removed** (300)").then_some(text)
    });
    let text = ground.within(shown).await;
    assert!(text.contains(OWN), "{text}");
    assert!(bot.stop().await.success());
    for call in ground.test_bot.groups.calls().iter().filter(|call| call.method == "DELETE") {
        assert!(!call.body.as_ref().unwrap().to_string().contains("5511900000000"));
    }
}

#[tokio::test]
async fn the_creator_is_not_taken_for_the_account() {
    let test_bot = TestBot::with(as_admin).await;
    let text = act(&test_bot, "wa-group members remove", BRUNO).await.text();
    assert!(text.contains("Created the group") && !text.contains(OWN), "{text}");
    test_bot.close().await;
}
