//! Error replies when the groups API fails: what happened, whether anything changed, what to do next. They never
//! contain the text of an error page, a key or an address.

use sandbox::whatsapp::{Fault, FaultRule, GroupSeed, Operation, Provider, StatusReason};
use sandbox::{ALPHA, ANA, BETA, NEIGHBOURS, OPEN};

use crate::harness::{Reply, TestBot, provider};

const INVITE: &[(&str, &str)] = &[("group", ALPHA)];

/// Fails if the answer contains secrets or internals.
fn assert_keeps_quiet(bot: &TestBot, reply: &Reply) {
    let text = reply.text();
    for secret in [bot.groups.key(), "127.0.0.1", "<html", "nginx", "http://", "/api/", "titan_"] {
        assert!(!text.contains(secret), "{secret} is in {text}");
    }
    assert!(reply.is_private() && reply.notices.is_empty());
}

#[tokio::test]
async fn each_failure_of_a_read_is_told_in_words() {
    // Only Titan says how long.
    let limited = if provider() == Provider::Titan { "in 100 seconds" } else { "in 60 seconds" };
    for (fault, words) in [
        (Fault::Html(500), "not reachable"),
        (Fault::Html(404), "Group not found in WhatsApp"),
        (Fault::Status(401), "can't sign in"),
        (Fault::Status(403), "Not allowed in WhatsApp"),
        (Fault::Status(503), "not reachable"),
        (Fault::Drop, "not reachable"),
        (Fault::Truncated, "Unexpected answer"),
        (Fault::Redirect("http://localhost:9/".to_owned()), "Unexpected answer"),
        (Fault::Huge, "Unexpected answer"),
        (Fault::RateLimited { retry_after: 100 }, limited),
    ] {
        TestBot::run(async |bot| {
            bot.groups.inject(FaultRule::always(fault.clone()).of(Operation::GetInvite));
            // The clock skips the pauses between two attempts.
            let interaction = bot.send("moderator", "wa-group invite show", INVITE);
            let reply = bot.impatient_reply(interaction).await;
            let text = reply.text();
            assert!(text.contains(words) && text.contains("Nothing changed"), "{fault:?}: {text}");
            // The log says more only of errors that are not the user's.
            let is_the_users = matches!(fault, Fault::Html(404) | Fault::Status(403) | Fault::RateLimited { .. });
            assert_eq!(text.contains("Error code "), !is_the_users, "{fault:?}: {text}");
            assert_keeps_quiet(bot, &reply);
        })
        .await;
    }
}

#[tokio::test]
async fn revoke_invite_reconciles_lost_answer() {
    for (fault, words) in [
        (Fault::DropAfter, "The old link no longer works"),
        (Fault::StatusAfter(502), "The old link no longer works"),
        (Fault::Drop, "it may still happen"),
        (Fault::Html(500), "it may still happen"),
        (Fault::Status(500), "the change is not there"),
    ] {
        TestBot::run(async |bot| {
            let link = |bot: &TestBot| bot.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
            let before = link(bot);
            bot.groups.inject(FaultRule::always(fault.clone()).of(Operation::RevokeInvite));
            let question = bot.command("moderator", "wa-group invite revoke", INVITE).await;
            let id = question.message.as_ref().unwrap().id;
            let interaction = bot.discord.press(bot.person("moderator"), id, "Revoke").unwrap();
            let reply = bot.hurried_reply(interaction).await;
            let text = reply.text();
            assert!(text.contains(words) && !text.contains("Nothing changed"), "{fault:?}: {text}");
            assert_eq!(text.contains("no longer works"), link(bot) != before, "{fault:?}: {text}");
            assert_eq!(reply.calls.iter().filter(|call| call.method == "DELETE").count(), 1, "{fault:?}");
        })
        .await;
    }
}

#[tokio::test]
async fn what_cannot_be_read_back_is_said_to_be_unknown() {
    TestBot::run(async |bot| {
        bot.groups.inject(FaultRule::next(Fault::StatusAfter(502)).of(Operation::RevokeInvite));
        let question = bot.command("moderator", "wa-group invite revoke", INVITE).await;
        let interaction =
            bot.discord.press(bot.person("moderator"), question.message.as_ref().unwrap().id, "Revoke").unwrap();
        bot.within(bot.groups.until_call(|call| call.method == "DELETE")).await;
        bot.groups.inject(FaultRule::always(Fault::Status(503)).of(Operation::GetInvite));
        let reply = bot.hurried_reply(interaction).await;
        assert!(reply.text().contains("could not check the groups afterwards"), "{}", reply.text());
        assert!(!reply.text().contains("Nothing changed"), "{}", reply.text());
        assert_keeps_quiet(bot, &reply);
    })
    .await;
}

#[tokio::test]
async fn an_add_whose_answer_was_lost_is_never_sent_again() {
    for (fault, words) in [
        (Fault::DropAfter, "**Added** (1)"),
        (Fault::Drop, "it may still happen"),
        (Fault::StatusAfter(500), "**Added** (1)"),
        (Fault::Status(500), "the change is not there"),
        (Fault::Html(502), "it may still happen"),
    ] {
        TestBot::run(async |bot| {
            bot.groups.inject(FaultRule::next(fault.clone()).of(Operation::AddParticipants));
            let interaction = bot.send("moderator", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]);
            let reply = bot.hurried_reply(interaction).await;
            assert!(reply.text().contains(words), "{fault:?}: {}", reply.text());
            assert_eq!(reply.calls.iter().filter(|call| call.method == "POST").count(), 1, "{fault:?}");
        })
        .await;
    }
}

#[tokio::test]
async fn create_group_finds_the_group_after_a_lost_answer() {
    for (fault, created) in [(Fault::DropAfter, true), (Fault::StatusAfter(502), true), (Fault::Drop, false)] {
        TestBot::with(|_| {})
            .needs(|can| can.empty_group)
            .run(async |bot| {
                let first = bot.command("owner", "wa-group create", &[("name", "Harbour Watch")]).await;
                bot.groups.inject(FaultRule::always(fault.clone()).of(Operation::CreateGroup));
                let options = [("name", "Harbour Watch"), ("members", OPEN), ("description", "At night")];
                let interaction = bot.send("owner", "wa-group create", &options);
                let reply = bot.hurried_reply(interaction).await;
                let text = reply.text();
                assert_eq!(text.contains("Group created. Added 1 person."), created, "{fault:?}: {text}");
                assert_eq!(text.contains("it may still happen"), !created, "{fault:?}: {text}");
                assert!(!text.contains("Nothing changed"), "{fault:?}: {text}");
                assert_eq!(reply.calls.iter().filter(|call| call.method == "POST").count(), 1, "{fault:?}");
                let of_that_name = bot.groups.world(|world| {
                    world
                        .groups()
                        .filter(|group| group.name == "Harbour Watch")
                        .map(|group| group.id.clone())
                        .collect::<Vec<_>>()
                });
                assert_eq!(of_that_name.len(), 1 + usize::from(created), "{fault:?}");
                let id = |text: &str| of_that_name.iter().filter(|id| text.contains(id.as_str())).count();
                assert_eq!((id(&first.text()), id(&text)), (1, usize::from(created)));
            })
            .await;
    }
}

#[tokio::test]
async fn members_that_cannot_be_read_back_leave_the_outcome_unknown() {
    TestBot::run(async |bot| {
        bot.groups.inject(FaultRule::always(Fault::Status(403)).of(Operation::ListParticipants));
        let reply = bot.command("owner", "wa-group create", &[("name", "Odd"), ("members", OPEN)]).await;
        assert!(reply.text().contains("Group created. Added 0 of 1 person."), "{}", reply.text());
        assert!(reply.text().contains("Not confirmed. Check the member list"), "{}", reply.text());
    })
    .await;
}

#[tokio::test]
async fn whatsapp_refusal_is_shown_with_its_reason() {
    TestBot::run(async |bot| {
        let reply = bot.command("moderator", "wa-group rename", &[("group", NEIGHBOURS), ("name", "Mine")]).await;
        assert!(
            reply.text().contains("not an admin of this group") && reply.text().contains("Nothing changed"),
            "{}",
            reply.text()
        );
        assert_keeps_quiet(bot, &reply);
    })
    .await;
}

#[tokio::test]
async fn vanished_group_is_reported_and_no_longer_suggested() {
    TestBot::run(async |bot| {
        let offered = bot.offers("owner", "wa-group show", "group", "beta").await;
        assert_eq!(offered.len(), 1);
        bot.groups.world(|world| {
            let account = world.find_person("5511900000000").unwrap();
            world.take_out(BETA, account);
        });
        let reply = bot.command("owner", "wa-group rename", &[("group", BETA), ("name", "Gone")]).await;
        assert_eq!(reply.title(), "Group not found in WhatsApp");
        assert!(reply.text().contains("Nothing changed"), "{}", reply.text());
        bot.offers("owner", "wa-group show", "group", "beta").await;
        let renewed = bot.groups.until_call(|call| call.operation == Some(Operation::ListGroups));
        bot.within(renewed).await;
    })
    .await;
}

#[tokio::test]
async fn an_ambiguous_name_is_refused_with_the_candidates() {
    TestBot::with(|scene| {
        let account = scene.whatsapp.find_person("5511900000000").unwrap();
        for id in ["120363000000000011@g.us", "120363000000000012@g.us"] {
            scene.whatsapp.add_group(GroupSeed::new("Twins", account).id(id));
        }
    })
    .run(async |bot| {
        let reply = bot.command("moderator", "wa-group describe", &[("group", "TWINS"), ("text", "x")]).await;
        assert_eq!(reply.title(), "Which group?");
        for id in ["120363000000000011@g.us", "120363000000000012@g.us"] {
            assert!(reply.text().contains(id), "{}", reply.text());
        }
        assert!(reply.calls.iter().all(|call| call.method == "GET"));
        assert!(reply.buttons().is_empty());
    })
    .await;
}

#[tokio::test]
async fn disconnected_session_error_names_the_sessions_command() {
    TestBot::with(|scene| scene.whatsapp.disconnect("default", StatusReason::ScanQr))
        .run(async |bot| {
            let interaction = bot.send("moderator", "wa-group members list", INVITE);
            let reply = bot.impatient_reply(interaction).await;
            assert!(reply.text().contains("/wa-session list"), "{}", reply.text());
            assert_keeps_quiet(bot, &reply);
        })
        .await;
}

#[tokio::test]
async fn certainly_failed_removal_reports_no_change() {
    TestBot::run(async |bot| {
        let question =
            bot.command("moderator", "wa-group members remove", &[("group", NEIGHBOURS), ("members", ANA)]).await;
        let reply = bot.press("moderator", &question, "Remove").await;
        assert!(reply.text().contains("Nothing changed"), "{}", reply.text());
        assert_keeps_quiet(bot, &reply);
    })
    .await;
}
