//! Questions before something that cannot be taken back: good for 60 seconds, and for one use.

use std::time::Duration;

use usher::sandbox::ALPHA;
use usher::sandbox::discord::{Fault, State};

use crate::harness::Town;

#[tokio::test]
async fn a_question_runs_out_after_60_seconds_and_its_buttons_go() {
    let town = Town::new().await;
    let question = town.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
    let message = question.message.as_ref().unwrap().id;
    town.house.clock.advance(Duration::from_secs(61));
    let without_buttons = town.house.discord.wait_until(|world| {
        let message = &world.messages[&message];
        message.components.is_empty().then(|| message.all_text())
    });
    let text = town.within(without_buttons).await;
    assert!(text.contains("Not confirmed in time") && text.contains("Nothing was changed"), "{text}");
    assert!(town.house.groups.take_calls().iter().all(|call| call.method == "GET"));
    town.close().await;
}

#[tokio::test]
async fn what_was_confirmed_in_time_does_not_run_out_while_it_is_looked_at() {
    use usher::sandbox::whatsapp::{Fault as ApiFault, FaultRule, Operation};
    let town = Town::new().await;
    let question = town.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
    town.house.clock.advance(Duration::from_secs(50));
    town.house.groups.inject(FaultRule::next(ApiFault::Delay(Duration::from_secs(15))).of(Operation::GetInvite));
    let message = question.message.as_ref().unwrap().id;
    let press = town.house.discord.press(town.person("moderator"), message, "Revoke").unwrap();
    town.within(town.house.groups.until_call(|call| call.operation == Some(Operation::GetInvite))).await;
    // The 60 seconds are over. Another command, so that what looks after questions has certainly had its turn.
    town.house.clock.advance(Duration::from_secs(12));
    town.command("owner", "wa-session list", &[]).await;
    town.house.clock.advance(Duration::from_secs(5));
    let reply = town.reply(press).await;
    assert!(reply.text().contains("The old invite link no longer works"), "{}", reply.text());
    town.close().await;
}

#[tokio::test]
async fn two_presses_at_once_act_once() {
    let town = Town::new().await;
    let question = town.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
    let (who, message) = (town.person("moderator"), question.message.as_ref().unwrap().id);
    let press = || town.house.discord.press(who, message, "Revoke").unwrap();
    let (first, second) = (press(), press());
    let replies = [town.reply(first).await, town.reply(second).await];
    let deletes = replies.iter().flat_map(|reply| &reply.calls).filter(|call| call.method == "DELETE").count();
    assert_eq!(deletes, 1);
    assert_eq!(replies.iter().map(|reply| reply.notices.len()).sum::<usize>(), 1);
    // Nobody takes the press that lost for an answer that is still owed.
    for _ in 0..3 {
        town.house.clock.advance(Duration::from_secs(11));
        town.command("owner", "wa-session list", &[]).await;
    }
    let text = town.house.discord.world(|world| world.messages[&message].all_text());
    assert!(text.contains("The old invite link no longer works"), "{text}");
    town.close().await;
}

#[tokio::test]
async fn an_interaction_that_is_delivered_twice_is_acted_on_once() {
    let town = Town::new().await;
    let reply = town.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Once")]).await;
    town.house.discord.redeliver(reply.interaction);
    // Another command, so that the second delivery has certainly been handled.
    let after = town.command("moderator", "wa-session list", &[]).await;
    assert!(after.calls.iter().all(|call| call.method == "GET"), "{:?}", after.calls());
    town.close().await;
}

#[tokio::test]
async fn cancelling_changes_nothing() {
    let town = Town::new().await;
    let question = town.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
    let reply = town.press("moderator", &question, "Cancel").await;
    assert!(reply.text().contains("Nothing was changed") && reply.buttons().is_empty(), "{}", reply.text());
    assert!(reply.calls.is_empty() && reply.notices.is_empty());
    town.close().await;
}

#[tokio::test]
async fn nothing_is_done_where_the_acknowledgement_fails() {
    let town = Town::new().await;
    town.house.discord.world(|world| {
        world.faults.next("POST /interactions/{interaction}/{token}/callback", 1, Fault::ServerError(502));
    });
    let options = [("group", ALPHA), ("text", "Never")];
    let interaction = town.send("moderator", "wa-group describe", &options);
    let refused = town.house.discord.wait_until(|world| {
        world
            .requests
            .iter()
            .any(|request| request.path.contains(&interaction.to_string()) && request.status == 502)
            .then_some(())
    });
    town.within(refused).await;
    town.within(town.house.app.idle()).await;
    assert!(town.house.groups.take_calls().is_empty());
    // The person's client shows a failure; nothing waits for an answer here any more.
    town.house.discord.world(|world| world.interactions.get_mut(&interaction).unwrap().state = State::Answered);
    town.close().await;
}

#[tokio::test]
async fn discords_rate_limit_on_an_answer_is_waited_out() {
    let town = Town::new().await;
    town.house.discord.world(|world| {
        let limited = Fault::RateLimited { retry_after: Duration::from_millis(20), global: false };
        world.faults.next("PATCH /webhooks/*", 1, limited);
        world.faults.next("PATCH /webhooks/*", 1, Fault::ServerError(503));
    });
    let reply = town.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
    assert_eq!(reply.title(), "Alpha Team");
    town.close().await;
}
