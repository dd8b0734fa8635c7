//! `/wa-group settings`, with the providers that have them.

use std::time::Duration;

use sandbox::whatsapp::{Fault, FaultRule, GroupSettings, Operation, Provider, WahaEngine};
use sandbox::{ALPHA, NEIGHBOURS};

use crate::harness::{BotScene, Reply, TestBot};

const WITH_SETTINGS: [Provider; 6] = [
    Provider::Waha(WahaEngine::Noweb),
    Provider::Waha(WahaEngine::Gows),
    Provider::Waha(WahaEngine::Webjs),
    Provider::Evolution,
    Provider::Gowa,
    Provider::OpenWa,
];

fn on_waha() -> BotScene {
    TestBot::served_as(Provider::Waha(WahaEngine::Noweb))
}

async fn settings(bot: &TestBot, options: &[(&str, &str)]) -> Reply {
    let all: Vec<(&str, &str)> = [("group", ALPHA)].into_iter().chain(options.iter().copied()).collect();
    bot.command("owner", "wa-group settings", &all).await
}

fn alpha(bot: &TestBot) -> GroupSettings {
    bot.groups.world(|world| world.group_settings(ALPHA).unwrap())
}

/// Returns the number of requests that a reply took to change settings.
fn changes(reply: &Reply) -> usize {
    reply.calls.iter().filter(|call| call.operation == Some(Operation::UpdateSettings)).count()
}

#[tokio::test]
async fn settings_are_shown_changed_and_undone() {
    for provider in WITH_SETTINGS {
        TestBot::served_as(provider)
            .run(async |bot| {
                let shown = settings(bot, &[]).await;
                assert!(shown.text().contains("Everyone can send messages."), "{provider}: {}", shown.text());
                assert!(shown.text().contains("Only admins can change the name"), "{provider}: {}", shown.text());
                let wanted = [("who_may_write", "admins"), ("who_may_edit", "everyone")];
                let changed = settings(bot, &wanted).await;
                let (text, now) = (changed.text(), alpha(bot));
                assert!(now.announce && !now.locked, "{provider}: {now:?}: {text}");
                assert!(text.contains("**Changed**") && text.contains("Only admins can send messages."), "{text}");
                assert!(changed.notice().contains("changed the group settings"), "{}", changed.notice());
                let same = settings(bot, &wanted).await;
                assert!(same.text().contains("**Already set**"), "{provider}: {}", same.text());
                assert_eq!((changes(&changed), changes(&same)), (2, 0), "{provider}");
                let undone = bot.press("owner", &changed, "Undo").await;
                let now = alpha(bot);
                assert!(!now.announce && now.locked, "{provider}: {now:?}: {}", undone.text());
            })
            .await;
    }
}

#[tokio::test]
async fn a_setting_that_is_lacking_is_refused_before_it_is_sent() {
    for provider in WITH_SETTINGS {
        TestBot::served_as(provider)
            .run(async |bot| {
                for option in [("who_may_add", "admins"), ("join_approval", "on")] {
                    if (option.0, provider) == ("who_may_add", Provider::OpenWa) {
                        continue;
                    }
                    let refused = settings(bot, &[("who_may_write", "admins"), option]).await;
                    assert_eq!(refused.title(), "Not available here", "{provider}: {}", refused.text());
                    assert_eq!((changes(&refused), alpha(bot).announce), (0, false), "{provider}");
                }
            })
            .await;
    }
}

#[tokio::test]
async fn who_may_add_is_changed_where_that_can_be() {
    TestBot::served_as(Provider::OpenWa)
        .run(async |bot| {
            let changed = settings(bot, &[("who_may_add", "admins")]).await;
            assert!(changed.text().contains("Only admins can add members."), "{}", changed.text());
            assert!(!alpha(bot).members_add);
        })
        .await;
}

#[tokio::test]
async fn titan_has_no_settings_and_says_so() {
    TestBot::served_as(Provider::Titan)
        .run(async |bot| {
            for options in [vec![], vec![("who_may_write", "admins")]] {
                let refused = settings(bot, &options).await;
                assert_eq!(refused.title(), "Not available here", "{}", refused.text());
                assert!(refused.text().contains("A group admin can do it in WhatsApp."), "{}", refused.text());
            }
            assert!(bot.offers("owner", "wa-group settings", "group", "").await.is_empty());
        })
        .await;
}

#[tokio::test]
async fn a_setting_whose_answer_is_cut_is_verified() {
    for provider in WITH_SETTINGS {
        TestBot::served_as(provider)
            .run(async |bot| {
                bot.groups.inject(FaultRule::next(Fault::DropAfter).of(Operation::UpdateSettings));
                let changed = settings(bot, &[("who_may_write", "admins")]).await;
                assert!(changed.text().contains("**Changed**"), "{provider}: {}", changed.text());
                assert_eq!((alpha(bot).announce, changes(&changed)), (true, 1), "{provider}: {:?}", changed.calls());
            })
            .await;
    }
}

#[tokio::test]
async fn what_was_changed_before_a_failure_is_told_apart() {
    on_waha()
        .run(async |bot| {
            // The first request meets the first rule, which harms nothing.
            for fault in [Fault::Delay(Duration::ZERO), Fault::Status(403)] {
                bot.groups.inject(FaultRule::next(fault).of(Operation::UpdateSettings));
            }
            let reply = settings(bot, &[("who_may_write", "admins"), ("who_may_edit", "everyone")]).await;
            let text = reply.text();
            assert!(text.contains("**Changed**\n• Only admins can send messages."), "{text}");
            assert!(text.contains("**Not changed**\n• Everyone can change"), "{text}");
            assert_eq!(changes(&reply), 2);
        })
        .await;
}

#[tokio::test]
async fn settings_need_their_permission_and_an_admin() {
    on_waha()
        .run(async |bot| {
            let refused = bot.command("moderator", "wa-group settings", &[("group", ALPHA)]).await;
            assert_eq!(refused.title(), "No permission");
            let options = [("group", NEIGHBOURS), ("who_may_write", "admins")];
            let refused = bot.command("owner", "wa-group settings", &options).await;
            assert_eq!(refused.title(), "Usher is not an admin of this group", "{}", refused.text());
        })
        .await;
}
