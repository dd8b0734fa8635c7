//! One decision for each request: who may decide, what is done, and who hears of it.

use discord_stand_in::{InteractionKind, Message};
use sandbox::{ALPHA, ANA, BETA, OPEN};
use serde_json::json;

use crate::harness::{TestBot, text_of};

use super::{MINUTE, RENAME, case, helper_may_ask, may_ask, member, press};

#[tokio::test]
async fn requester_uses_the_same_command_and_one_approval_runs_it() {
    helper_may_ask()
        .run(async |bot| {
            let asked = bot.command("helper", "wa-group rename", RENAME).await;
            assert!(asked.is_private() && asked.notices.is_empty());
            assert!(
                asked.text().contains("rename this group.\n**New name**\n```\nAlpha Crew\n```"),
                "{}",
                asked.text()
            );
            assert!(asked.text().contains("Request #1") && asked.text().contains("Expires"), "{}", asked.text());
            assert!(asked.calls.iter().all(|call| call.method == "GET"), "nothing is done yet: {:?}", asked.calls());

            let posted = bot.posted();
            let request = posted.first().unwrap();
            let helper = format!("<@{}>", bot.person("helper"));
            let text = request.all_text();
            let wish = "rename this group.\n**New name**\n```\nAlpha Crew\n```";
            for part in [&helper, "Alpha Team", wish, "rename and describe groups", "Expires"] {
                assert!(text.contains(part), "{part} is not in {text}");
            }
            let approved = bot.decide("moderator", request, "Approve").await;
            let moderator = format!("<@{}>", bot.person("moderator"));
            let shown = approved.message.clone().unwrap();
            assert!(shown.all_text().contains(&format!("Approved by {moderator}. {helper} renamed **Alpha Team**")));
            assert!(shown.components.is_empty(), "the buttons are gone");
            assert_eq!(bot.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Crew");
            // The requester sees the result in the answer to the command, and the channel gets an announcement.
            let told = bot.message(asked.message.unwrap().id).all_text();
            assert!(told.contains("Renamed: **Alpha Team** → **Alpha Crew**") && told.contains(&moderator), "{told}");
            let notices = bot.discord.world(|world| {
                world.followups(asked.interaction).into_iter().map(Message::all_text).collect::<Vec<_>>().join("\n")
            });
            assert!(notices.contains("renamed") && notices.contains(&format!("Approved by {moderator}")), "{notices}");
        })
        .await;
}

#[tokio::test]
async fn nobody_approves_who_does_not_hold_it_nor_their_own() {
    TestBot::with(|scene| {
        may_ask(scene);
        // The moderator has the capability only in Beta Readers, and may request it everywhere.
        let all = format!("[[guilds.grants]]\nrole = \"{}\"\npreset = \"moderator\"\n", scene.roles.moderator);
        assert!(scene.server.contains(&all));
        scene.server = scene.server.replace(&all, "");
        scene.server = format!(
            "{}[[guilds.grants]]\nrole = \"{}\"\npreset = \"moderator\"\ngroups = [\"{BETA}\"]\n\
             [[guilds.grants]]\nrole = \"{}\"\nneeds_approval = [\"groups.edit\"]\n",
            scene.server, scene.roles.moderator, scene.roles.moderator
        );
    })
    .run(async |bot| {
        bot.command("helper", "wa-group rename", RENAME).await;
        let request = bot.posted().pop().unwrap();
        for who in ["visitor", "moderator", "helper"] {
            for label in ["Approve", "Deny", "Details"] {
                let reply = bot.decide(who, &request, label).await;
                assert_eq!(reply.title(), "No permission", "{who}: {label}");
                assert!(reply.is_private() && reply.calls.is_empty());
            }
        }
        assert_eq!(bot.message(request.id).components, request.components, "it stays as it was");

        // A requester who now has the capability still cannot approve their own request.
        bot.grant("owner", "helper", &[("capability", "groups.edit")]).await;
        let reply = bot.decide("helper", &request, "Approve").await;
        assert_eq!(reply.title(), "This is your own request");
        assert_eq!(bot.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Team");
        bot.decide("owner", &request, "Approve").await;
        assert_eq!(bot.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Crew");
    })
    .await;
}

#[tokio::test]
async fn phone_numbers_are_masked_except_for_approvers() {
    helper_may_ask()
        .run(async |bot| {
            let options = [("group", ALPHA), ("members", ANA)];
            let asked = bot.command("helper", "wa-group members remove", &options).await;
            assert!(asked.buttons().is_empty(), "the approver's press is the confirmation");
            let request = bot.posted().pop().unwrap();
            let posted = text_of(&request);
            assert!(posted.contains("remove +55 ••••• 0001") && !posted.contains(ANA), "{posted}");
            let details = bot.decide("moderator", &request, "Details").await;
            assert!(details.is_private() && details.text().contains(ANA), "{}", details.text());
            bot.decide("moderator", &request, "Approve").await;
            let all = text_of(&bot.posted().pop().unwrap());
            assert!(all.contains("removed +55 ••••• 0001") && !all.contains(ANA), "{all}");
        })
        .await;
}

#[tokio::test]
async fn a_denial_says_why_and_nothing_is_done() {
    helper_may_ask()
        .run(async |bot| {
            let asked = bot.command("helper", "wa-group rename", RENAME).await;
            let request = bot.posted().pop().unwrap();
            let opened = bot.decide("moderator", &request, "Deny").await;
            let denied = bot.fill_in("moderator", &opened, "Wait for **Monday** @everyone").await;
            let shown = bot.message(request.id);
            assert!(shown.all_text().contains("Denied by") && shown.components.is_empty(), "{}", shown.all_text());
            assert!(shown.all_text().contains("\\*\\*Monday\\*\\*"), "{}", shown.all_text());
            let told = bot.message(asked.message.unwrap().id).all_text();
            assert!(
                told.contains("Denied by") && told.contains("Monday") && told.contains("Nothing changed"),
                "{told}"
            );
            assert!(denied.calls.is_empty());
            // A second decision, and a second modal of the same request, come too late.
            let mut raw = bot.discord.world(|world| world.interactions[&denied.interaction].payload.clone());
            raw["member"] = member(bot, "owner").await;
            let late = bot.reply(bot.discord.raw_interaction(raw)).await;
            assert_eq!(late.title(), "Already decided");
            let recent = bot.command("owner", "wa-audit recent", &[]).await;
            assert!(
                recent.text().contains("denied a request") && recent.text().contains("rename this group"),
                "{}",
                recent.text()
            );
            let case = case(bot, 1).await;
            assert!(case.contains("denied a request") && case.contains("Monday"), "{case}");
        })
        .await;
}

#[tokio::test]
async fn of_two_who_approve_at_once_one_does() {
    helper_may_ask()
        .run(async |bot| {
            let options = [("group", ALPHA)];
            bot.command("helper", "wa-group invite revoke", &options).await;
            let request = bot.posted().pop().unwrap();
            let press = |who| bot.discord.press(bot.person(who), request.id, "Approve").unwrap();
            let (first, second) = (press("moderator"), press("owner"));
            let replies = [bot.reply(first).await, bot.reply(second).await];
            let deletes = replies.iter().flat_map(|reply| &reply.calls).filter(|call| call.method == "DELETE").count();
            assert_eq!(deletes, 1);
            let late = bot.discord.world(|world| {
                world
                    .interactions
                    .values()
                    .rev()
                    .find(|one| one.kind == InteractionKind::Component)
                    .unwrap()
                    .payload
                    .clone()
            });
            let reply = bot.reply(bot.discord.raw_interaction(late)).await;
            assert_eq!(reply.title(), "Already decided");
        })
        .await;
}

#[tokio::test]
async fn a_new_link_is_for_the_asker_and_never_in_the_channel() {
    helper_may_ask()
        .run(async |bot| {
            let asked = bot.command("helper", "wa-group invite revoke", &[("group", ALPHA)]).await;
            let request = bot.posted().pop().unwrap();
            bot.decide("moderator", &request, "Approve").await;
            let link = bot.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
            let told = bot.message(asked.message.unwrap().id);
            assert!(told.is_ephemeral() && told.all_text().contains(&link), "{}", told.all_text());
            bot.discord.world(|world| {
                let others = world.messages.values().filter(|message| message.id != told.id);
                assert!(others.into_iter().all(|message| !message.all_text().contains(&link)));
            });
        })
        .await;
}

#[tokio::test]
async fn request_is_decided_after_restart_and_requester_gets_a_dm() {
    let folder = tempfile::tempdir().unwrap();
    TestBot::with(|scene| {
        may_ask(scene);
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
    })
    .run(async |bot| {
        bot.command("helper", "wa-group rename", RENAME).await;
        let request = bot.posted().pop().unwrap();
        bot.restart().await;
        // The token of the command has expired.
        bot.clock.advance(MINUTE * 20);
        bot.decide("moderator", &request, "Approve").await;
        assert_eq!(bot.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Crew");
        let direct = bot.direct("helper");
        assert_eq!(direct.len(), 1);
        assert!(direct[0].all_text().contains("Renamed"), "{}", direct[0].all_text());
    })
    .await;
}

#[tokio::test]
async fn who_takes_no_direct_messages_is_mentioned_where_they_asked() {
    helper_may_ask()
        .run(async |bot| {
            let who = bot.person("helper");
            bot.discord.world(|world| world.users.get_mut(&who).unwrap().takes_messages = false);
            bot.command("helper", "wa-group members remove", &[("group", ALPHA), ("members", ANA)]).await;
            let request = bot.posted().pop().unwrap();
            bot.clock.advance(MINUTE * 20);
            bot.decide("moderator", &request, "Approve").await;
            assert!(bot.direct("helper").is_empty());
            let mention = bot.discord.world(|world| {
                let pings = |message: &&Message| message.pings.contains(&who);
                world.messages.values().find(pings).cloned()
            });
            let mention = mention.expect("somebody was mentioned");
            assert_eq!(mention.channel, bot.channel);
            let told = text_of(&mention);
            assert!(told.contains("removed +55 ••••• 0001") && !told.contains(ANA), "{told}");
            // This is the only intended ping.
            bot.discord.world(|world| world.messages.get_mut(&mention.id).unwrap().pings.clear());
        })
        .await;
}

#[tokio::test]
async fn what_has_changed_meanwhile_is_said_and_nothing_is_done() {
    helper_may_ask()
        .on_titan()
        .run(async |bot| {
            // The group no longer exists.
            bot.command("helper", "wa-group invite revoke", &[("group", ALPHA)]).await;
            let request = bot.posted().pop().unwrap();
            let question = bot.command("owner", "wa-group delete", &[("group", ALPHA)]).await;
            let typed = bot.press("owner", &question, "Delete…").await;
            bot.fill_in("owner", &typed, "Alpha Team").await;
            let reply = bot.decide("moderator", &request, "Approve").await;
            assert!(
                reply.text().contains("Not done (Group not found in WhatsApp)")
                    && reply.text().contains("Nothing changed"),
                "{}",
                reply.text()
            );
            assert!(reply.buttons().is_empty());
        })
        .await;

    // The grant is revoked, the role is lost, or the requester has left.
    for change in ["grant", "role", "left"] {
        TestBot::with(|scene| {
            scene.server = format!("approvals_channel = \"{}\"\n{}", scene.approvals, scene.server);
        })
        .on_titan()
        .run(async |bot| {
            bot.grant("owner", "helper", &[("capability", "groups.edit"), ("needs_approval", "all")]).await;
            let asked = bot.command("helper", "wa-group rename", RENAME).await;
            let request = bot.posted().pop().unwrap();
            let (guild, helper) = (bot.guild, bot.person("helper"));
            match change {
                "grant" => drop(bot.revoke("owner", "helper", &[("capability", "groups.edit")]).await),
                "role" => bot.discord.world(|world| world.join(guild, helper, &[])),
                _ => bot.discord.world(|world| world.leave(guild, helper)),
            }
            let reply = bot.decide("moderator", &request, "Approve").await;
            assert!(reply.text().contains("no longer has permission to request it"), "{change}: {}", reply.text());
            assert!(reply.calls.is_empty() && reply.buttons().is_empty(), "{change}");
            assert_eq!(bot.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Team");
            let told = bot.message(asked.message.unwrap().id).all_text();
            assert!(told.contains("no longer has permission to request it"), "{change}: {told}");
        })
        .await;
    }
}

#[tokio::test]
async fn what_only_time_stands_in_the_way_of_can_be_approved_again() {
    use sandbox::{whatsapp::Fault, whatsapp::FaultRule};
    helper_may_ask()
        .run(async |bot| {
            bot.command("helper", "wa-group rename", RENAME).await;
            let request = bot.posted().pop().unwrap();
            bot.groups.inject(FaultRule::always(Fault::RateLimited { retry_after: 600 }));
            let reply = bot.decide("moderator", &request, "Approve").await;
            assert!(reply.text().contains("You can approve it again"), "{}", reply.text());
            assert_eq!(reply.buttons(), ["Approve", "Deny", "Details"]);
            bot.groups.world(sandbox::whatsapp::World::clear_faults);
            // An account that WhatsApp limits rests for a minute.
            bot.clock.advance(std::time::Duration::from_secs(61));
            let reply = bot.decide("moderator", &request, "Approve").await;
            assert!(reply.text().contains("renamed **Alpha Team**"), "{}", reply.text());
        })
        .await;
}

#[tokio::test]
async fn a_forged_press_decides_nothing() {
    helper_may_ask()
        .run(async |bot| {
            bot.command("helper", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
            let raw = press(bot, "wa-group rename").await;
            for id in ["approve:99", "approve:-1", "approve:", "approve:1:2", "deny:x", "details:99", "approve:0x1"] {
                let mut raw = raw.clone();
                raw["data"]["custom_id"] = json!(id);
                let reply = bot.reply(bot.discord.raw_interaction(raw)).await;
                assert!(
                    ["Request not found", "No longer valid"].contains(&reply.title().as_str()),
                    "{id}: {}",
                    reply.text()
                );
                assert!(reply.calls.is_empty() && reply.is_private(), "{id}");
            }
        })
        .await;
}
