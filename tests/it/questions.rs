//! Questions before something that cannot be taken back: good for 60 seconds, and for one use.

use std::time::Duration;

use usher::sandbox::discord::{Fault, MessageId, State};
use usher::sandbox::{ALPHA, BETA};

use crate::harness::{Reply, Town};

const MINUTE: Duration = Duration::from_secs(60);

impl Town {
    async fn ask_to_delete(&self) -> Reply {
        self.command("owner", "wa-group delete", &[("group", BETA)]).await
    }

    /// Moves the clock, and lets what looks after questions have its turn.
    async fn pass(&self, time: Duration) {
        self.house.clock.advance(time);
        for _ in 0..2 {
            self.command("helper", "wa-group list", &[]).await;
        }
    }

    async fn buttons_go(&self, message: MessageId) -> String {
        let gone = self.house.discord.wait_until(|world| {
            let message = &world.messages[&message];
            message.components.is_empty().then(|| message.all_text())
        });
        self.within(gone).await
    }

    fn beta_is_there(&self) -> bool {
        self.house.groups.world(|world| world.group(BETA).is_some())
    }
}

#[tokio::test]
async fn the_time_stands_still_while_a_name_is_typed() {
    let town = Town::new().await;
    let question = town.ask_to_delete().await;
    town.pass(Duration::from_secs(50)).await;
    let opened = town.press("owner", &question, "Delete…").await;
    for _ in 0..9 {
        town.pass(MINUTE).await;
    }
    let reply = town.fill_in("owner", &opened, "Beta Readers").await;
    assert!(reply.text().contains("was deleted") && !town.beta_is_there(), "{}", reply.text());
    town.close().await;
}

#[tokio::test]
async fn a_window_that_was_dismissed_keeps_its_button_for_ten_minutes() {
    let town = Town::new().await;
    let question = town.ask_to_delete().await;
    let message = question.message.as_ref().unwrap().id;
    let first = town.press("owner", &question, "Delete…").await;
    for _ in 0..9 {
        town.pass(MINUTE).await;
    }
    // Opened again: the time is given once.
    let second = town.press("owner", &question, "Delete…").await;
    town.pass(2 * MINUTE).await;
    let text = town.buttons_go(message).await;
    assert!(text.contains("Not confirmed in time") && text.contains("Nothing was changed"), "{text}");
    for opened in [first, second] {
        let reply = town.fill_in("owner", &opened, "Beta Readers").await;
        assert_eq!(reply.title(), "No longer good");
        assert!(reply.calls.is_empty());
    }
    assert!(town.beta_is_there());
    town.close().await;
}

#[tokio::test]
async fn a_mistyped_name_can_be_typed_again_in_any_case() {
    let town = Town::new().await;
    let mut shown = town.ask_to_delete().await;
    for typed in ["Beta Reader", "Alpha Team", "x"] {
        let opened = town.press("owner", &shown, "Delete…").await;
        shown = town.fill_in("owner", &opened, typed).await;
        assert!(shown.text().contains("Nothing was deleted") && shown.text().contains("Beta Readers"));
        assert_eq!(shown.buttons(), ["Delete…", "Cancel"], "{typed}");
        assert!(shown.calls.is_empty() && town.beta_is_there());
    }
    let opened = town.press("owner", &shown, "Delete…").await;
    let other = town.press("owner", &shown, "Delete…").await;
    let done = town.fill_in("owner", &opened, "bEta rEADERS ").await;
    assert!(done.text().contains("was deleted"), "{}", done.text());
    assert_eq!(done.calls.iter().filter(|call| call.method == "DELETE").count(), 1);
    // A second window that was open at the same time acts no more.
    let again = town.fill_in("owner", &other, "Beta Readers").await;
    assert!(again.calls.iter().all(|call| call.method == "GET"), "{:?}", again.calls());
    town.close().await;
}

#[tokio::test]
async fn after_a_mistyped_name_the_question_can_be_cancelled() {
    let town = Town::new().await;
    let question = town.ask_to_delete().await;
    let opened = town.press("owner", &question, "Delete…").await;
    let other = town.press("owner", &question, "Delete…").await;
    let shown = town.fill_in("owner", &opened, "Beta").await;
    let reply = town.press("owner", &shown, "Cancel").await;
    assert_eq!(reply.title(), "Cancelled");
    let late = town.fill_in("owner", &other, "Beta Readers").await;
    assert_eq!(late.title(), "No longer good");
    assert!(town.beta_is_there());
    town.close().await;
}

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
