//! Requests for approval: Usher posts them to approvers, accepts one decision, runs the operation for the requester,
//! and reports the result.

use std::time::Duration;

use discord_stand_in::{Fault, InteractionKind, Message, MessageId};
use sandbox::{ALPHA, ANA, BETA, OPEN, Scene};
use serde_json::json;

use crate::harness::{Reply, TestBot};

const MINUTE: Duration = Duration::from_secs(60);

/// Gives the helper's role the moderators' capabilities in Alpha Team, all with approval.
pub(crate) fn may_ask(scene: &mut Scene) {
    let Scene { approvals, roles, .. } = scene;
    scene.server = format!(
        "approvals_channel = \"{approvals}\"\n{}[[guilds.grants]]\nrole = \"{}\"\n\
         needs_approval = [\"groups.edit\", \"members.remove\", \"invites.revoke\"]\ngroups = [\"{ALPHA}\"]\n",
        scene.server, roles.helper
    );
}

async fn test_bot() -> TestBot {
    TestBot::with(may_ask).await
}

impl TestBot {
    /// Returns the requests in the approvals channel, oldest first.
    pub(crate) fn posted(&self) -> Vec<Message> {
        self.house.discord.world(|world| {
            let is_posted = |message: &&Message| message.channel == self.house.approvals && !message.is_ephemeral();
            world.messages.values().filter(is_posted).cloned().collect()
        })
    }

    pub(crate) fn message(&self, id: MessageId) -> Message {
        self.house.discord.world(|world| world.messages[&id].clone())
    }

    /// Presses a button of a posted request.
    pub(crate) async fn decide(&self, who: &str, request: &Message, label: &str) -> Reply {
        let interaction = self.house.discord.press(self.person(who), request.id, label).unwrap();
        self.reply(interaction).await
    }

    /// Returns the direct messages to a user.
    fn direct(&self, who: &str) -> Vec<Message> {
        let who = self.person(who);
        self.house.discord.world(|world| {
            let of = |message: &&Message| {
                world.channels.get(&message.channel).is_some_and(|channel| channel.recipient == Some(who))
            };
            world.messages.values().filter(of).cloned().collect()
        })
    }
}

const RENAME: &[(&str, &str)] = &[("group", ALPHA), ("name", "Alpha Crew")];

#[tokio::test]
async fn requester_uses_the_same_command_and_one_approval_runs_it() {
    let test_bot = test_bot().await;
    let asked = test_bot.command("helper", "wa-group rename", RENAME).await;
    assert!(asked.is_private() && asked.notices.is_empty());
    assert!(asked.text().contains("rename this group.\n**New name**\n```\nAlpha Crew\n```"), "{}", asked.text());
    assert!(asked.text().contains("Request 1") && asked.text().contains("Good until"), "{}", asked.text());
    assert!(asked.calls.iter().all(|call| call.method == "GET"), "nothing is done yet: {:?}", asked.calls());

    let posted = test_bot.posted();
    let request = posted.first().unwrap();
    let helper = format!("<@{}>", test_bot.person("helper"));
    let text = request.all_text();
    let wish = "rename this group.\n**New name**\n```\nAlpha Crew\n```";
    for part in [&helper, "Alpha Team", wish, "`groups.edit`", "Good until"] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    let approved = test_bot.decide("moderator", request, "Approve").await;
    let moderator = format!("<@{}>", test_bot.person("moderator"));
    let shown = approved.message.clone().unwrap();
    assert!(shown.all_text().contains(&format!("{moderator} approved it: {helper} renamed **Alpha Team**")));
    assert!(shown.components.is_empty(), "the buttons are gone");
    assert_eq!(test_bot.house.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Crew");
    // The requester sees the result in the answer to the command, and the channel gets an announcement.
    let told = test_bot.message(asked.message.unwrap().id).all_text();
    assert!(told.contains("Renamed: **Alpha Team** → **Alpha Crew**") && told.contains(&moderator), "{told}");
    let notices = test_bot.house.discord.world(|world| {
        world.followups(asked.interaction).into_iter().map(Message::all_text).collect::<Vec<_>>().join("\n")
    });
    assert!(notices.contains("renamed") && notices.contains(&format!("{moderator} approved it")), "{notices}");
    test_bot.close().await;
}

#[tokio::test]
async fn nobody_approves_who_does_not_hold_it_nor_their_own() {
    let test_bot = TestBot::with(|scene| {
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
    .await;
    test_bot.command("helper", "wa-group rename", RENAME).await;
    let request = test_bot.posted().pop().unwrap();
    for who in ["visitor", "moderator", "helper"] {
        for label in ["Approve", "Deny", "Details"] {
            let reply = test_bot.decide(who, &request, label).await;
            assert_eq!(reply.title(), "You may not do this", "{who}: {label}");
            assert!(reply.is_private() && reply.calls.is_empty());
        }
    }
    assert_eq!(test_bot.message(request.id).components, request.components, "it stays as it was");

    // A requester who now has the capability still cannot approve their own request.
    test_bot.grant("owner", "helper", &[("capability", "groups.edit")]).await;
    let reply = test_bot.decide("helper", &request, "Approve").await;
    assert_eq!(reply.title(), "Your own request");
    assert_eq!(test_bot.house.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Team");
    test_bot.decide("owner", &request, "Approve").await;
    assert_eq!(test_bot.house.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Crew");
    test_bot.close().await;
}

#[tokio::test]
async fn a_right_to_ask_is_for_the_groups_of_its_grant_alone() {
    let test_bot = test_bot().await;
    for group in [BETA, "Beta Readers"] {
        let reply = test_bot.command("helper", "wa-group rename", &[("group", group), ("name", "Mine")]).await;
        assert!(["You may not do this", "No such group"].contains(&reply.title().as_str()), "{}", reply.text());
    }
    let offered = test_bot.offers("helper", "wa-group rename", "group", "").await;
    assert_eq!(offered.into_iter().map(|choice| choice.name).collect::<Vec<_>>(), ["Alpha Team"]);
    // A grant for one group does not allow requests without a group.
    let reply = test_bot.command("helper", "wa-group create", &[("name", "New")]).await;
    assert_eq!(reply.title(), "You may not do this");
    assert!(test_bot.posted().is_empty());
    test_bot.close().await;
}

#[tokio::test]
async fn phone_numbers_are_masked_except_for_approvers() {
    let test_bot = test_bot().await;
    let options = [("group", ALPHA), ("members", ANA)];
    let asked = test_bot.command("helper", "wa-group members remove", &options).await;
    assert!(asked.buttons().is_empty(), "the approver's press is the confirmation");
    let request = test_bot.posted().pop().unwrap();
    assert!(request.all_text().contains("remove +55 ••••• 0001") && !request.all_text().contains(ANA));
    let details = test_bot.decide("moderator", &request, "Details").await;
    assert!(details.is_private() && details.text().contains(ANA), "{}", details.text());
    test_bot.decide("moderator", &request, "Approve").await;
    let all = test_bot.posted().pop().unwrap().all_text();
    assert!(all.contains("removed +55 ••••• 0001") && !all.contains(ANA), "{all}");
    test_bot.close().await;
}

#[tokio::test]
async fn a_denial_says_why_and_nothing_is_done() {
    let test_bot = test_bot().await;
    let asked = test_bot.command("helper", "wa-group rename", RENAME).await;
    let request = test_bot.posted().pop().unwrap();
    let opened = test_bot.decide("moderator", &request, "Deny").await;
    let denied = test_bot.fill_in("moderator", &opened, "Wait for **Monday** @everyone").await;
    let shown = test_bot.message(request.id);
    assert!(shown.all_text().contains("denied it") && shown.components.is_empty(), "{}", shown.all_text());
    assert!(shown.all_text().contains("\\*\\*Monday\\*\\*"), "{}", shown.all_text());
    let told = test_bot.message(asked.message.unwrap().id).all_text();
    assert!(told.contains("denied it") && told.contains("Monday") && told.contains("Nothing was changed"), "{told}");
    assert!(denied.calls.is_empty());
    // A second decision, and a second modal of the same request, come too late.
    let mut raw = test_bot.house.discord.world(|world| world.interactions[&denied.interaction].payload.clone());
    raw["member"] = member(&test_bot, "owner").await;
    let late = test_bot.reply(test_bot.house.discord.raw_interaction(raw)).await;
    assert_eq!(late.title(), "Decided already");
    let recent = test_bot.command("owner", "wa-audit recent", &[]).await;
    assert!(recent.text().contains("`groups.rename`") && recent.text().contains("refused"), "{}", recent.text());
    let case = case(&test_bot, 1).await;
    assert!(case.contains("was denied it by") && case.contains("Monday"), "{case}");
    test_bot.close().await;
}

#[tokio::test]
async fn of_two_who_approve_at_once_one_does() {
    let test_bot = test_bot().await;
    let options = [("group", ALPHA)];
    test_bot.command("helper", "wa-group invite revoke", &options).await;
    let request = test_bot.posted().pop().unwrap();
    let press = |who| test_bot.house.discord.press(test_bot.person(who), request.id, "Approve").unwrap();
    let (first, second) = (press("moderator"), press("owner"));
    let replies = [test_bot.reply(first).await, test_bot.reply(second).await];
    let deletes = replies.iter().flat_map(|reply| &reply.calls).filter(|call| call.method == "DELETE").count();
    assert_eq!(deletes, 1);
    let late = test_bot.house.discord.world(|world| {
        world.interactions.values().rev().find(|one| one.kind == InteractionKind::Component).unwrap().payload.clone()
    });
    let reply = test_bot.reply(test_bot.house.discord.raw_interaction(late)).await;
    assert_eq!(reply.title(), "Decided already");
    test_bot.close().await;
}

#[tokio::test]
async fn a_new_link_is_for_the_asker_and_never_in_the_channel() {
    let test_bot = test_bot().await;
    let asked = test_bot.command("helper", "wa-group invite revoke", &[("group", ALPHA)]).await;
    let request = test_bot.posted().pop().unwrap();
    test_bot.decide("moderator", &request, "Approve").await;
    let link = test_bot.house.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
    let told = test_bot.message(asked.message.unwrap().id);
    assert!(told.is_ephemeral() && told.all_text().contains(&link), "{}", told.all_text());
    test_bot.house.discord.world(|world| {
        let others = world.messages.values().filter(|message| message.id != told.id);
        assert!(others.into_iter().all(|message| !message.all_text().contains(&link)));
    });
    test_bot.close().await;
}

#[tokio::test]
async fn request_is_decided_after_restart_and_requester_gets_a_dm() {
    let folder = tempfile::tempdir().unwrap();
    let test_bot = TestBot::with(|scene| {
        may_ask(scene);
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
    })
    .await;
    test_bot.command("helper", "wa-group rename", RENAME).await;
    let request = test_bot.posted().pop().unwrap();
    let test_bot = test_bot.restart().await;
    // The token of the command has expired.
    test_bot.house.clock.advance(MINUTE * 20);
    test_bot.decide("moderator", &request, "Approve").await;
    assert_eq!(test_bot.house.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Crew");
    let direct = test_bot.direct("helper");
    assert_eq!(direct.len(), 1);
    assert!(direct[0].all_text().contains("Renamed"), "{}", direct[0].all_text());
    test_bot.close().await;
}

#[tokio::test]
async fn who_takes_no_direct_messages_is_mentioned_where_they_asked() {
    let test_bot = test_bot().await;
    let who = test_bot.person("helper");
    test_bot.house.discord.world(|world| world.users.get_mut(&who).unwrap().takes_messages = false);
    test_bot.command("helper", "wa-group members remove", &[("group", ALPHA), ("members", ANA)]).await;
    let request = test_bot.posted().pop().unwrap();
    test_bot.house.clock.advance(MINUTE * 20);
    test_bot.decide("moderator", &request, "Approve").await;
    assert!(test_bot.direct("helper").is_empty());
    let mention = test_bot.house.discord.world(|world| {
        let pings = |message: &&Message| message.pings.contains(&who);
        world.messages.values().find(pings).cloned()
    });
    let mention = mention.expect("somebody was mentioned");
    assert_eq!(mention.channel, test_bot.house.channel);
    assert!(mention.all_text().contains("removed +55 ••••• 0001") && !mention.all_text().contains(ANA));
    // This is the only intended ping.
    test_bot.house.discord.world(|world| world.messages.get_mut(&mention.id).unwrap().pings.clear());
    test_bot.close().await;
}

#[tokio::test]
async fn a_request_that_nobody_decides_expires_and_everybody_is_told() {
    let test_bot = test_bot().await;
    let asked = test_bot.command("helper", "wa-group rename", RENAME).await;
    let request = test_bot.posted().pop().unwrap();
    test_bot.house.clock.advance(MINUTE * 60 * 24 + MINUTE);
    let expired = test_bot.house.discord.wait_until(|world| {
        let message = &world.messages[&request.id];
        message.components.is_empty().then(|| message.all_text())
    });
    let text = test_bot.within(expired).await;
    assert!(text.contains("Nobody decided in time"), "{text}");
    let told = test_bot.house.discord.wait_until(|world| {
        let direct = world
            .messages
            .values()
            .find(|message| world.channels.get(&message.channel).is_some_and(|channel| channel.recipient.is_some()));
        direct.map(Message::all_text)
    });
    assert!(test_bot.within(told).await.contains("Nobody decided in time"));
    drop(asked);
    // A press that was in flight, or is forged.
    let mut raw = press(&test_bot, "wa-group rename").await;
    raw["data"]["custom_id"] = json!("approve:1");
    let late = test_bot.reply(test_bot.house.discord.raw_interaction(raw)).await;
    assert_eq!(late.title(), "Decided already");
    assert_eq!(test_bot.house.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Team");
    test_bot.close().await;
}

#[tokio::test]
async fn what_has_changed_meanwhile_is_said_and_nothing_is_done() {
    let test_bot = test_bot().await;
    // The group no longer exists.
    test_bot.command("helper", "wa-group invite revoke", &[("group", ALPHA)]).await;
    let request = test_bot.posted().pop().unwrap();
    let question = test_bot.command("owner", "wa-group delete", &[("group", ALPHA)]).await;
    let typed = test_bot.press("owner", &question, "Delete…").await;
    test_bot.fill_in("owner", &typed, "Alpha Team").await;
    let reply = test_bot.decide("moderator", &request, "Approve").await;
    assert!(
        reply.text().contains("approved it. It failed") && reply.text().contains("nothing was changed"),
        "{}",
        reply.text()
    );
    assert!(reply.buttons().is_empty());
    test_bot.close().await;

    // The grant is revoked, the role is lost, or the requester has left.
    for change in ["grant", "role", "left"] {
        let test_bot = TestBot::with(|scene| {
            scene.server = format!("approvals_channel = \"{}\"\n{}", scene.approvals, scene.server);
        })
        .await;
        test_bot.grant("owner", "helper", &[("capability", "groups.edit"), ("needs_approval", "all")]).await;
        let asked = test_bot.command("helper", "wa-group rename", RENAME).await;
        let request = test_bot.posted().pop().unwrap();
        let (guild, helper) = (test_bot.house.guild, test_bot.person("helper"));
        match change {
            "grant" => drop(test_bot.revoke("owner", "helper", &[("capability", "groups.edit")]).await),
            "role" => test_bot.house.discord.world(|world| world.join(guild, helper, &[])),
            _ => test_bot.house.discord.world(|world| world.leave(guild, helper)),
        }
        let reply = test_bot.decide("moderator", &request, "Approve").await;
        assert!(reply.text().contains("no longer possible"), "{change}: {}", reply.text());
        assert!(reply.calls.is_empty() && reply.buttons().is_empty(), "{change}");
        assert_eq!(test_bot.house.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Team");
        let told = test_bot.message(asked.message.unwrap().id).all_text();
        assert!(told.contains("no longer possible"), "{change}: {told}");
        test_bot.close().await;
    }
}

#[tokio::test]
async fn what_only_time_stands_in_the_way_of_can_be_approved_again() {
    use sandbox::whatsapp::{Fault, FaultRule};
    let test_bot = test_bot().await;
    test_bot.command("helper", "wa-group rename", RENAME).await;
    let request = test_bot.posted().pop().unwrap();
    test_bot.house.groups.inject(FaultRule::always(Fault::RateLimited { retry_after: 600 }));
    let reply = test_bot.decide("moderator", &request, "Approve").await;
    assert!(reply.text().contains("It can be approved again"), "{}", reply.text());
    assert_eq!(reply.buttons(), ["Approve", "Deny", "Details"]);
    test_bot.house.groups.world(sandbox::whatsapp::World::clear_faults);
    let reply = test_bot.decide("moderator", &request, "Approve").await;
    assert!(reply.text().contains("renamed **Alpha Team**"), "{}", reply.text());
    test_bot.close().await;
}

#[tokio::test]
async fn open_requests_are_limited_to_five_and_can_be_withdrawn() {
    let test_bot = test_bot().await;
    for number in 0..5 {
        let name = format!("Name {number}");
        test_bot.command("helper", "wa-group rename", &[("group", ALPHA), ("name", &name)]).await;
    }
    let reply = test_bot.command("helper", "wa-group rename", RENAME).await;
    assert_eq!(reply.title(), "Too many requests");
    assert_eq!(test_bot.posted().len(), 5);
    let list = test_bot.command("helper", "wa-request list", &[]).await;
    assert!(list.is_private() && list.text().contains("**#5**") && list.text().contains("Name 4"), "{}", list.text());
    let offered = test_bot.offers("helper", "wa-request cancel", "id", "").await;
    assert_eq!(offered.len(), 5);
    assert!(offered[0].name.contains("#5 groups.rename Alpha Team"), "{}", offered[0].name);
    let cancel = |who: &str, id: i64| {
        let options = vec![("id".to_owned(), json!(id))];
        test_bot
            .house
            .discord
            .command(test_bot.person(who), test_bot.house.channel, "wa-request cancel", &options)
            .unwrap()
    };
    // Another user's request is not found, not even by an access manager.
    let reply = test_bot.reply(cancel("owner", 2)).await;
    assert_eq!(reply.title(), "No such request");
    let reply = test_bot.reply(cancel("helper", 2)).await;
    assert!(reply.text().contains("taken back"), "{}", reply.text());
    let shown = test_bot.posted().remove(1);
    assert!(shown.all_text().contains("taken back") && shown.components.is_empty(), "{}", shown.all_text());
    let reply = test_bot.reply(cancel("helper", 2)).await;
    assert_eq!(reply.title(), "Decided already");
    let reply = test_bot.command("helper", "wa-group rename", RENAME).await;
    assert!(reply.text().contains("Request 6"), "{}", reply.text());
    // A requester sees their own requests; an access manager sees all.
    let list = test_bot.command("visitor", "wa-request list", &[]).await;
    assert!(list.text().contains("no request"), "{}", list.text());
    let list = test_bot.command("owner", "wa-request list", &[]).await;
    assert!(list.text().contains("**#6**"), "{}", list.text());
    test_bot.close().await;
}

#[tokio::test]
async fn request_is_stored_before_its_post_and_the_post_is_retried() {
    let test_bot = test_bot().await;
    test_bot.house.discord.world(|world| {
        let limited = Fault::RateLimited { retry_after: Duration::from_secs(90), global: false };
        world.faults.next("POST /channels/{channel}/messages", 1, limited);
    });
    let asked = test_bot.command("helper", "wa-group rename", RENAME).await;
    assert!(asked.text().contains("could not be posted yet"), "{}", asked.text());
    let list = test_bot.command("helper", "wa-request list", &[]).await;
    assert!(list.text().contains("not posted yet"), "{}", list.text());
    test_bot.house.clock.advance(Duration::from_secs(15));
    let approvals = test_bot.house.approvals;
    let posted = test_bot
        .house
        .discord
        .wait_until(|world| world.messages.values().any(|message| message.channel == approvals).then_some(()));
    test_bot.within(posted).await;
    let answer = asked.message.as_ref().unwrap().id;
    let told = test_bot
        .house
        .discord
        .wait_until(|world| world.messages[&answer].all_text().contains("It was posted").then_some(()));
    test_bot.within(told).await;
    let request = test_bot.posted().pop().unwrap();
    test_bot.decide("moderator", &request, "Approve").await;
    test_bot.close().await;
}

#[tokio::test]
async fn unwritable_channel_is_shown_to_the_requester_and_in_the_list() {
    let test_bot = test_bot().await;
    let approvals = test_bot.house.approvals;
    test_bot.house.discord.world(|world| world.deny_bot(approvals, u64::MAX));
    let asked = test_bot.command("helper", "wa-group rename", RENAME).await;
    assert!(asked.text().contains("It cannot be posted") && asked.text().contains("`/wa-setup`"), "{}", asked.text());
    let list = test_bot.command("owner", "wa-request list", &[]).await;
    assert!(list.text().contains("it cannot be posted"), "{}", list.text());
    test_bot.close().await;
}

#[tokio::test]
async fn without_a_channel_for_approvals_there_is_nowhere_to_ask() {
    let test_bot = TestBot::with(|scene| {
        may_ask(scene);
        scene.server = scene
            .server
            .lines()
            .filter(|line| !line.starts_with("approvals_channel"))
            .fold(String::new(), |all, line| all + line + "\n");
    })
    .await;
    let reply = test_bot.command("helper", "wa-group rename", RENAME).await;
    assert_eq!(reply.title(), "Nowhere to ask");
    assert!(reply.text().contains("`/wa-setup`") && reply.calls.is_empty(), "{}", reply.text());
    test_bot.close().await;
}

#[tokio::test]
async fn a_read_can_be_asked_for_as_well() {
    let test_bot = test_bot().await;
    test_bot
        .grant("owner", "everyone", &[("capability", "groups.read"), ("needs_approval", "all"), ("group", ALPHA)])
        .await;
    // A member who needs approval even to read sees no names before the approval.
    assert!(test_bot.offers("visitor", "wa-group show", "group", "").await.is_empty());
    let asked = test_bot.command("visitor", "wa-group members list", &[("group", ALPHA)]).await;
    let request = test_bot.posted().pop().unwrap();
    assert!(request.all_text().contains("see this group's members"), "{}", request.all_text());
    let approved = test_bot.decide("moderator", &request, "Approve").await;
    assert!(!approved.text().contains("+55"), "{}", approved.text());
    let told = test_bot.message(asked.message.unwrap().id);
    assert!(told.is_ephemeral() && told.all_text().contains("+55 ••••• 0001"), "{}", told.all_text());
    let late = test_bot.house.discord.press(test_bot.person("owner"), request.id, "Approve");
    assert!(late.is_err(), "the buttons are gone");
    let case = case(&test_bot, 2).await;
    assert!(case.contains("`members.list`") && case.contains("approved it"), "{case}");
    test_bot.close().await;
}

#[tokio::test]
async fn a_forged_press_decides_nothing() {
    let test_bot = test_bot().await;
    test_bot.command("helper", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
    let raw = press(&test_bot, "wa-group rename").await;
    for id in ["approve:99", "approve:-1", "approve:", "approve:1:2", "deny:x", "details:99", "approve:0x1"] {
        let mut raw = raw.clone();
        raw["data"]["custom_id"] = json!(id);
        let reply = test_bot.reply(test_bot.house.discord.raw_interaction(raw)).await;
        assert!(["No such request", "No longer good"].contains(&reply.title().as_str()), "{id}: {}", reply.text());
        assert!(reply.calls.is_empty() && reply.is_private(), "{id}");
    }
    test_bot.close().await;
}

/// Returns the text of `/wa-audit show`.
async fn case(test_bot: &TestBot, number: i64) -> String {
    let options = vec![("case".to_owned(), json!(number))];
    let house = &test_bot.house;
    let shown = house.discord.command(test_bot.person("owner"), house.channel, "wa-audit show", &options).unwrap();
    test_bot.reply(shown).await.text()
}

/// Returns a user's `member` object, as in interactions.
async fn member(test_bot: &TestBot, who: &str) -> serde_json::Value {
    let used = test_bot.command(who, "wa-request list", &[]).await.interaction;
    test_bot.house.discord.world(|world| world.interactions[&used].payload["member"].clone())
}

/// Returns the payload of the moderator's press on the helper's request, for a modified second delivery.
async fn press(test_bot: &TestBot, command: &str) -> serde_json::Value {
    test_bot.command("helper", command, &[("group", ALPHA), ("name", "Pressed")]).await;
    let request = test_bot.posted().pop().unwrap();
    let pressed = test_bot.decide("moderator", &request, "Details").await;
    test_bot.house.discord.world(|world| world.interactions[&pressed.interaction].payload.clone())
}
