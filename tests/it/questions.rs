//! Confirmation questions before operations that cannot be undone: valid for 60 seconds, and for one use.

use std::time::Duration;

use discord_stand_in::{Fault, MessageId, State};
use sandbox::{ALPHA, BETA};

use crate::harness::{Reply, TestBot};

const MINUTE: Duration = Duration::from_secs(60);

impl TestBot {
    async fn ask_to_delete(&self) -> Reply {
        self.command("owner", "wa-group delete", &[("group", BETA)]).await
    }

    /// Moves the clock, and lets the worker that expires questions run.
    async fn pass(&self, time: Duration) {
        self.clock.advance(time);
        for _ in 0..2 {
            self.command("helper", "wa-group list", &[]).await;
        }
    }

    async fn buttons_go(&self, message: MessageId) -> String {
        let gone = self.discord.wait_until(|world| {
            let message = &world.messages[&message];
            message.components.is_empty().then(|| message.all_text())
        });
        self.within(gone).await
    }

    fn beta_is_there(&self) -> bool {
        self.groups.world(|world| world.group(BETA).is_some())
    }
}

#[tokio::test]
async fn the_time_stands_still_while_a_name_is_typed() {
    TestBot::with(|_| {})
        .on_titan()
        .run(async |bot| {
            let question = bot.ask_to_delete().await;
            bot.pass(Duration::from_secs(50)).await;
            let opened = bot.press("owner", &question, "Delete…").await;
            for _ in 0..9 {
                bot.pass(MINUTE).await;
            }
            let reply = bot.fill_in("owner", &opened, "Beta Readers").await;
            assert!(reply.text().contains("Group deleted") && !bot.beta_is_there(), "{}", reply.text());
        })
        .await;
}

#[tokio::test]
async fn a_window_that_was_dismissed_keeps_its_button_for_ten_minutes() {
    TestBot::with(|_| {})
        .on_titan()
        .run(async |bot| {
            let question = bot.ask_to_delete().await;
            let message = question.message.as_ref().unwrap().id;
            let first = bot.press("owner", &question, "Delete…").await;
            for _ in 0..9 {
                bot.pass(MINUTE).await;
            }
            // The modal is opened again: the time is extended only once.
            let second = bot.press("owner", &question, "Delete…").await;
            bot.pass(2 * MINUTE).await;
            let text = bot.buttons_go(message).await;
            assert!(text.contains("Expired") && text.contains("Nothing changed"), "{text}");
            for opened in [first, second] {
                let reply = bot.fill_in("owner", &opened, "Beta Readers").await;
                assert_eq!(reply.title(), "No longer valid");
                assert!(reply.calls.is_empty());
            }
            assert!(bot.beta_is_there());
        })
        .await;
}

#[tokio::test]
async fn a_mistyped_name_can_be_typed_again_in_any_case() {
    TestBot::with(|_| {})
        .on_titan()
        .run(async |bot| {
            let mut shown = bot.ask_to_delete().await;
            for typed in ["Beta Reader", "Alpha Team", "x"] {
                let opened = bot.press("owner", &shown, "Delete…").await;
                shown = bot.fill_in("owner", &opened, typed).await;
                assert!(shown.text().contains("Nothing was deleted") && shown.text().contains("Beta Readers"));
                assert_eq!(shown.buttons(), ["Delete…", "Cancel"], "{typed}");
                assert!(shown.calls.is_empty() && bot.beta_is_there());
            }
            let opened = bot.press("owner", &shown, "Delete…").await;
            let other = bot.press("owner", &shown, "Delete…").await;
            let done = bot.fill_in("owner", &opened, "bEta rEADERS ").await;
            assert!(done.text().contains("Group deleted"), "{}", done.text());
            assert_eq!(done.calls.iter().filter(|call| call.method == "DELETE").count(), 1);
            // A second modal that was open at the same time has no effect.
            let again = bot.fill_in("owner", &other, "Beta Readers").await;
            assert!(again.calls.iter().all(|call| call.method == "GET"), "{:?}", again.calls());
        })
        .await;
}

#[tokio::test]
async fn after_a_mistyped_name_the_question_can_be_cancelled() {
    TestBot::with(|_| {})
        .on_titan()
        .run(async |bot| {
            let question = bot.ask_to_delete().await;
            let opened = bot.press("owner", &question, "Delete…").await;
            let other = bot.press("owner", &question, "Delete…").await;
            let shown = bot.fill_in("owner", &opened, "Beta").await;
            let reply = bot.press("owner", &shown, "Cancel").await;
            assert_eq!(reply.title(), "Cancelled");
            let late = bot.fill_in("owner", &other, "Beta Readers").await;
            assert_eq!(late.title(), "You already answered this");
            assert!(bot.beta_is_there());
        })
        .await;
}

#[tokio::test]
async fn a_question_runs_out_after_60_seconds_and_its_buttons_go() {
    TestBot::run(async |bot| {
        let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
        let message = question.message.as_ref().unwrap().id;
        bot.clock.advance(Duration::from_secs(61));
        let without_buttons = bot.discord.wait_until(|world| {
            let message = &world.messages[&message];
            message.components.is_empty().then(|| message.all_text())
        });
        let text = bot.within(without_buttons).await;
        assert!(text.contains("Expired") && text.contains("Nothing changed"), "{text}");
        assert!(bot.groups.take_calls().iter().all(|call| call.method == "GET"));
    })
    .await;
}

#[tokio::test]
async fn confirmed_operation_does_not_expire_during_its_check() {
    use sandbox::{whatsapp::Fault as ApiFault, whatsapp::FaultRule, whatsapp::Operation};
    TestBot::run(async |bot| {
        let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
        bot.clock.advance(Duration::from_secs(50));
        bot.groups.inject(FaultRule::next(ApiFault::Delay(Duration::from_secs(15))).of(Operation::GetInvite));
        let message = question.message.as_ref().unwrap().id;
        let press = bot.discord.press(bot.person("moderator"), message, "Revoke").unwrap();
        bot.within(bot.groups.until_call(|call| call.operation == Some(Operation::GetInvite))).await;
        // The 60 seconds are over. After another command, the worker that expires questions has certainly run.
        bot.clock.advance(Duration::from_secs(12));
        bot.command("owner", "wa-session list", &[]).await;
        bot.clock.advance(Duration::from_secs(5));
        let reply = bot.reply(press).await;
        assert!(reply.text().contains("The old link no longer works"), "{}", reply.text());
    })
    .await;
}

#[tokio::test]
async fn two_presses_at_once_act_once() {
    TestBot::run(async |bot| {
        let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
        let (who, message) = (bot.person("moderator"), question.message.as_ref().unwrap().id);
        let press = || bot.discord.press(who, message, "Revoke").unwrap();
        let (first, second) = (press(), press());
        let replies = [bot.reply(first).await, bot.reply(second).await];
        let deletes = replies.iter().flat_map(|reply| &reply.calls).filter(|call| call.method == "DELETE").count();
        assert_eq!(deletes, 1);
        assert_eq!(replies.iter().map(|reply| reply.notices.len()).sum::<usize>(), 1);
        // The press that lost is not treated as an unanswered interaction.
        for _ in 0..3 {
            bot.clock.advance(Duration::from_secs(11));
            bot.command("owner", "wa-session list", &[]).await;
        }
        let text = bot.discord.world(|world| world.messages[&message].all_text());
        assert!(text.contains("The old link no longer works"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn an_interaction_that_is_delivered_twice_is_acted_on_once() {
    TestBot::run(async |bot| {
        let reply = bot.command("moderator", "wa-group describe", &[("group", ALPHA), ("text", "Once")]).await;
        bot.discord.redeliver(reply.interaction);
        // After another command, the second delivery has certainly been handled.
        let after = bot.command("moderator", "wa-session list", &[]).await;
        assert!(after.calls.iter().all(|call| call.method == "GET"), "{:?}", after.calls());
    })
    .await;
}

#[tokio::test]
async fn cancelling_changes_nothing() {
    TestBot::run(async |bot| {
        let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
        let reply = bot.press("moderator", &question, "Cancel").await;
        assert!(reply.text().contains("Nothing changed") && reply.buttons().is_empty(), "{}", reply.text());
        assert!(reply.calls.is_empty() && reply.notices.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_press_that_was_not_acknowledged_can_be_repeated() {
    TestBot::run(async |bot| {
        let question = bot.command("moderator", "wa-group invite revoke", &[("group", ALPHA)]).await;
        let (who, message) = (bot.person("moderator"), question.message.as_ref().unwrap().id);
        bot.discord.world(|world| {
            world.faults.next("POST /interactions/{interaction}/{token}/callback", 1, Fault::ServerError(502));
        });
        let lost = bot.discord.press(who, message, "Revoke").unwrap();
        let refused = bot.discord.wait_until(|world| {
            let is_it = |path: &str, status: u16| path.contains(&lost.to_string()) && status == 502;
            world.requests.iter().any(|request| is_it(&request.path, request.status)).then_some(())
        });
        bot.within(refused).await;
        bot.within(bot.app().idle()).await;
        assert!(bot.groups.take_calls().iter().all(|call| call.method == "GET"));
        bot.discord.world(|world| world.interactions.get_mut(&lost).unwrap().state = State::Answered);
        let done = bot.press("moderator", &question, "Revoke").await;
        assert!(done.text().contains("The old link no longer works"), "{}", done.text());
    })
    .await;
}

#[tokio::test]
async fn nothing_is_done_where_the_acknowledgement_fails() {
    TestBot::run(async |bot| {
        bot.discord.world(|world| {
            world.faults.next("POST /interactions/{interaction}/{token}/callback", 1, Fault::ServerError(502));
        });
        let options = [("group", ALPHA), ("text", "Never")];
        let interaction = bot.send("moderator", "wa-group describe", &options);
        let refused = bot.discord.wait_until(|world| {
            world
                .requests
                .iter()
                .any(|request| request.path.contains(&interaction.to_string()) && request.status == 502)
                .then_some(())
        });
        bot.within(refused).await;
        bot.within(bot.app().idle()).await;
        assert!(bot.groups.take_calls().is_empty());
        // The user's client shows a failure; the stand-in no longer waits for an answer.
        bot.discord.world(|world| world.interactions.get_mut(&interaction).unwrap().state = State::Answered);
    })
    .await;
}

#[tokio::test]
async fn discords_rate_limit_on_an_answer_is_waited_out() {
    TestBot::run(async |bot| {
        bot.discord.world(|world| {
            let limited = Fault::RateLimited { retry_after: Duration::from_millis(20), global: false };
            world.faults.next("PATCH /webhooks/*", 1, limited);
            world.faults.next("PATCH /webhooks/*", 1, Fault::ServerError(503));
        });
        let reply = bot.command("moderator", "wa-group show", &[("group", ALPHA)]).await;
        assert_eq!(reply.title(), "Alpha Team");
    })
    .await;
}
