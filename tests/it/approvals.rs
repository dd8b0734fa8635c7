//! Asking for what one may not do: posted for those who may decide, decided once, carried out as the asker's, and told.

use std::time::Duration;

use serde_json::json;
use usher::sandbox::discord::{Fault, InteractionKind, Message, MessageId};
use usher::sandbox::{ALPHA, ANA, BETA, OPEN, Scene};

use crate::harness::{Reply, Town};

const MINUTE: Duration = Duration::from_secs(60);

/// The helper's role may ask in Alpha Team for what the moderators' role may do.
pub(crate) fn may_ask(scene: &mut Scene) {
    let Scene { approvals, roles, .. } = scene;
    scene.server = format!(
        "approvals_channel = \"{approvals}\"\n{}[[guilds.grants]]\nrole = \"{}\"\n\
         needs_approval = [\"groups.edit\", \"members.remove\", \"invites.revoke\"]\ngroups = [\"{ALPHA}\"]\n",
        scene.server, roles.helper
    );
}

async fn town() -> Town {
    Town::with(may_ask).await
}

impl Town {
    /// The requests that stand in the channel for approvals, oldest first.
    pub(crate) fn posted(&self) -> Vec<Message> {
        self.house.discord.world(|world| {
            let is_posted = |message: &&Message| message.channel == self.house.approvals && !message.is_ephemeral();
            world.messages.values().filter(is_posted).cloned().collect()
        })
    }

    pub(crate) fn message(&self, id: MessageId) -> Message {
        self.house.discord.world(|world| world.messages[&id].clone())
    }

    /// A press on a posted request.
    pub(crate) async fn decide(&self, who: &str, request: &Message, label: &str) -> Reply {
        let interaction = self.house.discord.press(self.person(who), request.id, label).unwrap();
        self.reply(interaction).await
    }

    /// What somebody was told in direct messages.
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
async fn who_may_only_ask_asks_by_the_same_command_and_one_press_does_it() {
    let town = town().await;
    let asked = town.command("helper", "wa-group rename", RENAME).await;
    assert!(asked.is_private() && asked.notices.is_empty());
    assert!(asked.text().contains("rename this group.\n**New name**\n```\nAlpha Crew\n```"), "{}", asked.text());
    assert!(asked.text().contains("Request 1") && asked.text().contains("Good until"), "{}", asked.text());
    assert!(asked.calls.iter().all(|call| call.method == "GET"), "nothing is done yet: {:?}", asked.calls());

    let posted = town.posted();
    let request = posted.first().unwrap();
    let helper = format!("<@{}>", town.person("helper"));
    let text = request.all_text();
    let wish = "rename this group.\n**New name**\n```\nAlpha Crew\n```";
    for part in [&helper, "Alpha Team", wish, "`groups.edit`", "Good until"] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    let approved = town.decide("moderator", request, "Approve").await;
    let moderator = format!("<@{}>", town.person("moderator"));
    let shown = approved.message.clone().unwrap();
    assert!(shown.all_text().contains(&format!("{moderator} approved it: {helper} renamed **Alpha Team**")));
    assert!(shown.components.is_empty(), "the buttons are gone");
    assert_eq!(town.house.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Crew");
    // The asker sees it in the answer to the command, and the channel hears of it.
    let told = town.message(asked.message.unwrap().id).all_text();
    assert!(told.contains("Renamed: **Alpha Team** → **Alpha Crew**") && told.contains(&moderator), "{told}");
    let notices = town.house.discord.world(|world| {
        world.followups(asked.interaction).into_iter().map(Message::all_text).collect::<Vec<_>>().join("\n")
    });
    assert!(notices.contains("renamed") && notices.contains(&format!("{moderator} approved it")), "{notices}");
    town.close().await;
}

#[tokio::test]
async fn nobody_approves_who_does_not_hold_it_nor_their_own() {
    let town = Town::with(|scene| {
        may_ask(scene);
        // The moderator may do it in Beta Readers alone, and ask for it everywhere.
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
    town.command("helper", "wa-group rename", RENAME).await;
    let request = town.posted().pop().unwrap();
    for who in ["visitor", "moderator", "helper"] {
        for label in ["Approve", "Deny", "Details"] {
            let reply = town.decide(who, &request, label).await;
            assert_eq!(reply.title(), "You may not do this", "{who}: {label}");
            assert!(reply.is_private() && reply.calls.is_empty());
        }
    }
    assert_eq!(town.message(request.id).components, request.components, "it stays as it was");

    // Who holds it by now is still not the one to approve their own.
    town.grant("owner", "helper", &[("capability", "groups.edit")]).await;
    let reply = town.decide("helper", &request, "Approve").await;
    assert_eq!(reply.title(), "Your own request");
    assert_eq!(town.house.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Team");
    town.decide("owner", &request, "Approve").await;
    assert_eq!(town.house.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Crew");
    town.close().await;
}

#[tokio::test]
async fn a_right_to_ask_is_for_the_groups_of_its_grant_alone() {
    let town = town().await;
    for group in [BETA, "Beta Readers"] {
        let reply = town.command("helper", "wa-group rename", &[("group", group), ("name", "Mine")]).await;
        assert!(["You may not do this", "No such group"].contains(&reply.title().as_str()), "{}", reply.text());
    }
    let offered = town.offers("helper", "wa-group rename", "group", "").await;
    assert_eq!(offered.into_iter().map(|choice| choice.name).collect::<Vec<_>>(), ["Alpha Team"]);
    // What touches no group in particular cannot be asked for by such a grant.
    let reply = town.command("helper", "wa-group create", &[("name", "New")]).await;
    assert_eq!(reply.title(), "You may not do this");
    assert!(town.posted().is_empty());
    town.close().await;
}

#[tokio::test]
async fn phone_numbers_are_masked_in_the_channel_and_shown_to_who_may_decide() {
    let town = town().await;
    let options = [("group", ALPHA), ("members", ANA)];
    let asked = town.command("helper", "wa-group members remove", &options).await;
    assert!(asked.buttons().is_empty(), "the approver's press is the confirmation");
    let request = town.posted().pop().unwrap();
    assert!(request.all_text().contains("remove +55 ••••• 0001") && !request.all_text().contains(ANA));
    let details = town.decide("moderator", &request, "Details").await;
    assert!(details.is_private() && details.text().contains(ANA), "{}", details.text());
    town.decide("moderator", &request, "Approve").await;
    let all = town.posted().pop().unwrap().all_text();
    assert!(all.contains("removed +55 ••••• 0001") && !all.contains(ANA), "{all}");
    town.close().await;
}

#[tokio::test]
async fn a_denial_says_why_and_nothing_is_done() {
    let town = town().await;
    let asked = town.command("helper", "wa-group rename", RENAME).await;
    let request = town.posted().pop().unwrap();
    let opened = town.decide("moderator", &request, "Deny").await;
    let denied = town.fill_in("moderator", &opened, "Wait for **Monday** @everyone").await;
    let shown = town.message(request.id);
    assert!(shown.all_text().contains("denied it") && shown.components.is_empty(), "{}", shown.all_text());
    assert!(shown.all_text().contains("\\*\\*Monday\\*\\*"), "{}", shown.all_text());
    let told = town.message(asked.message.unwrap().id).all_text();
    assert!(told.contains("denied it") && told.contains("Monday") && told.contains("Nothing was changed"), "{told}");
    assert!(denied.calls.is_empty());
    // A second decision, and a second modal of the same request, come too late.
    let mut raw = town.house.discord.world(|world| world.interactions[&denied.interaction].payload.clone());
    raw["member"] = member(&town, "owner").await;
    let late = town.reply(town.house.discord.raw_interaction(raw)).await;
    assert_eq!(late.title(), "Decided already");
    let recent = town.command("owner", "wa-audit recent", &[]).await;
    assert!(recent.text().contains("`groups.rename`") && recent.text().contains("refused"), "{}", recent.text());
    let case = case(&town, 1).await;
    assert!(case.contains("was denied it by") && case.contains("Monday"), "{case}");
    town.close().await;
}

#[tokio::test]
async fn of_two_who_approve_at_once_one_does() {
    let town = town().await;
    let options = [("group", ALPHA)];
    town.command("helper", "wa-group invite revoke", &options).await;
    let request = town.posted().pop().unwrap();
    let press = |who| town.house.discord.press(town.person(who), request.id, "Approve").unwrap();
    let (first, second) = (press("moderator"), press("owner"));
    let replies = [town.reply(first).await, town.reply(second).await];
    let deletes = replies.iter().flat_map(|reply| &reply.calls).filter(|call| call.method == "DELETE").count();
    assert_eq!(deletes, 1);
    let late = town.house.discord.world(|world| {
        world.interactions.values().rev().find(|one| one.kind == InteractionKind::Component).unwrap().payload.clone()
    });
    let reply = town.reply(town.house.discord.raw_interaction(late)).await;
    assert_eq!(reply.title(), "Decided already");
    town.close().await;
}

#[tokio::test]
async fn a_new_link_is_for_the_asker_and_never_in_the_channel() {
    let town = town().await;
    let asked = town.command("helper", "wa-group invite revoke", &[("group", ALPHA)]).await;
    let request = town.posted().pop().unwrap();
    town.decide("moderator", &request, "Approve").await;
    let link = town.house.groups.world(|world| world.group(ALPHA).unwrap().invite.clone());
    let told = town.message(asked.message.unwrap().id);
    assert!(told.is_ephemeral() && told.all_text().contains(&link), "{}", told.all_text());
    town.house.discord.world(|world| {
        let others = world.messages.values().filter(|message| message.id != told.id);
        assert!(others.into_iter().all(|message| !message.all_text().contains(&link)));
    });
    town.close().await;
}

#[tokio::test]
async fn a_request_is_decided_after_a_restart_and_its_asker_told_in_a_direct_message() {
    let folder = tempfile::tempdir().unwrap();
    let town = Town::with(|scene| {
        may_ask(scene);
        scene.store = format!("sqlite://{}", folder.path().join("usher.db").display());
    })
    .await;
    town.command("helper", "wa-group rename", RENAME).await;
    let request = town.posted().pop().unwrap();
    let town = town.restart().await;
    // The token of the command is dead by now.
    town.house.clock.advance(MINUTE * 20);
    town.decide("moderator", &request, "Approve").await;
    assert_eq!(town.house.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Crew");
    let direct = town.direct("helper");
    assert_eq!(direct.len(), 1);
    assert!(direct[0].all_text().contains("Renamed"), "{}", direct[0].all_text());
    town.close().await;
}

#[tokio::test]
async fn who_takes_no_direct_messages_is_mentioned_where_they_asked() {
    let town = town().await;
    let who = town.person("helper");
    town.house.discord.world(|world| world.users.get_mut(&who).unwrap().takes_messages = false);
    town.command("helper", "wa-group members remove", &[("group", ALPHA), ("members", ANA)]).await;
    let request = town.posted().pop().unwrap();
    town.house.clock.advance(MINUTE * 20);
    town.decide("moderator", &request, "Approve").await;
    assert!(town.direct("helper").is_empty());
    let mention = town.house.discord.world(|world| {
        let pings = |message: &&Message| message.pings.contains(&who);
        world.messages.values().find(pings).cloned()
    });
    let mention = mention.expect("somebody was mentioned");
    assert_eq!(mention.channel, town.house.channel);
    assert!(mention.all_text().contains("removed +55 ••••• 0001") && !mention.all_text().contains(ANA));
    // It is the one ping that is meant.
    town.house.discord.world(|world| world.messages.get_mut(&mention.id).unwrap().pings.clear());
    town.close().await;
}

#[tokio::test]
async fn a_request_that_nobody_decides_expires_and_everybody_is_told() {
    let town = town().await;
    let asked = town.command("helper", "wa-group rename", RENAME).await;
    let request = town.posted().pop().unwrap();
    town.house.clock.advance(MINUTE * 60 * 24 + MINUTE);
    let expired = town.house.discord.wait_until(|world| {
        let message = &world.messages[&request.id];
        message.components.is_empty().then(|| message.all_text())
    });
    let text = town.within(expired).await;
    assert!(text.contains("Nobody decided in time"), "{text}");
    let told = town.house.discord.wait_until(|world| {
        let direct = world
            .messages
            .values()
            .find(|message| world.channels.get(&message.channel).is_some_and(|channel| channel.recipient.is_some()));
        direct.map(Message::all_text)
    });
    assert!(town.within(told).await.contains("Nobody decided in time"));
    drop(asked);
    // A press that was on its way, or is forged.
    let mut raw = press(&town, "wa-group rename").await;
    raw["data"]["custom_id"] = json!("approve:1");
    let late = town.reply(town.house.discord.raw_interaction(raw)).await;
    assert_eq!(late.title(), "Decided already");
    assert_eq!(town.house.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Team");
    town.close().await;
}

#[tokio::test]
async fn what_has_changed_meanwhile_is_said_and_nothing_is_done() {
    let town = town().await;
    // The group is gone.
    town.command("helper", "wa-group invite revoke", &[("group", ALPHA)]).await;
    let request = town.posted().pop().unwrap();
    let question = town.command("owner", "wa-group delete", &[("group", ALPHA)]).await;
    let typed = town.press("owner", &question, "Delete…").await;
    town.fill_in("owner", &typed, "Alpha Team").await;
    let reply = town.decide("moderator", &request, "Approve").await;
    assert!(
        reply.text().contains("approved it. It failed") && reply.text().contains("nothing was changed"),
        "{}",
        reply.text()
    );
    assert!(reply.buttons().is_empty());
    town.close().await;

    // The grant is revoked, the role is lost, or the asker has left.
    for change in ["grant", "role", "left"] {
        let town = Town::with(|scene| {
            scene.server = format!("approvals_channel = \"{}\"\n{}", scene.approvals, scene.server);
        })
        .await;
        town.grant("owner", "helper", &[("capability", "groups.edit"), ("needs_approval", "all")]).await;
        let asked = town.command("helper", "wa-group rename", RENAME).await;
        let request = town.posted().pop().unwrap();
        let (guild, helper) = (town.house.guild, town.person("helper"));
        match change {
            "grant" => drop(town.revoke("owner", "helper", &[("capability", "groups.edit")]).await),
            "role" => town.house.discord.world(|world| world.join(guild, helper, &[])),
            _ => town.house.discord.world(|world| world.leave(guild, helper)),
        }
        let reply = town.decide("moderator", &request, "Approve").await;
        assert!(reply.text().contains("no longer possible"), "{change}: {}", reply.text());
        assert!(reply.calls.is_empty() && reply.buttons().is_empty(), "{change}");
        assert_eq!(town.house.groups.world(|world| world.group(ALPHA).unwrap().name.clone()), "Alpha Team");
        let told = town.message(asked.message.unwrap().id).all_text();
        assert!(told.contains("no longer possible"), "{change}: {told}");
        town.close().await;
    }
}

#[tokio::test]
async fn what_only_time_stands_in_the_way_of_can_be_approved_again() {
    use usher::sandbox::whatsapp::{Fault, FaultRule};
    let town = town().await;
    town.command("helper", "wa-group rename", RENAME).await;
    let request = town.posted().pop().unwrap();
    town.house.groups.inject(FaultRule::always(Fault::RateLimited { retry_after: 600 }));
    let reply = town.decide("moderator", &request, "Approve").await;
    assert!(reply.text().contains("It can be approved again"), "{}", reply.text());
    assert_eq!(reply.buttons(), ["Approve", "Deny", "Details"]);
    town.house.groups.world(usher::sandbox::whatsapp::World::clear_faults);
    let reply = town.decide("moderator", &request, "Approve").await;
    assert!(reply.text().contains("renamed **Alpha Team**"), "{}", reply.text());
    town.close().await;
}

#[tokio::test]
async fn nobody_has_more_than_five_open_requests_and_one_can_be_taken_back() {
    let town = town().await;
    for number in 0..5 {
        let name = format!("Name {number}");
        town.command("helper", "wa-group rename", &[("group", ALPHA), ("name", &name)]).await;
    }
    let reply = town.command("helper", "wa-group rename", RENAME).await;
    assert_eq!(reply.title(), "Too many requests");
    assert_eq!(town.posted().len(), 5);
    let list = town.command("helper", "wa-request list", &[]).await;
    assert!(list.is_private() && list.text().contains("**#5**") && list.text().contains("Name 4"), "{}", list.text());
    let offered = town.offers("helper", "wa-request cancel", "id", "").await;
    assert_eq!(offered.len(), 5);
    assert!(offered[0].name.contains("#5 groups.rename Alpha Team"), "{}", offered[0].name);
    let cancel = |who: &str, id: i64| {
        let options = vec![("id".to_owned(), json!(id))];
        town.house.discord.command(town.person(who), town.house.channel, "wa-request cancel", &options).unwrap()
    };
    // Somebody else's is as good as none, even for who manages access.
    let reply = town.reply(cancel("owner", 2)).await;
    assert_eq!(reply.title(), "No such request");
    let reply = town.reply(cancel("helper", 2)).await;
    assert!(reply.text().contains("taken back"), "{}", reply.text());
    let shown = town.posted().remove(1);
    assert!(shown.all_text().contains("taken back") && shown.components.is_empty(), "{}", shown.all_text());
    let reply = town.reply(cancel("helper", 2)).await;
    assert_eq!(reply.title(), "Decided already");
    let reply = town.command("helper", "wa-group rename", RENAME).await;
    assert!(reply.text().contains("Request 6"), "{}", reply.text());
    // One sees one's own; who manages access sees all.
    let list = town.command("visitor", "wa-request list", &[]).await;
    assert!(list.text().contains("no request"), "{}", list.text());
    let list = town.command("owner", "wa-request list", &[]).await;
    assert!(list.text().contains("**#6**"), "{}", list.text());
    town.close().await;
}

#[tokio::test]
async fn a_request_is_stored_before_it_is_posted_and_a_post_that_fails_is_tried_again() {
    let town = town().await;
    town.house.discord.world(|world| {
        let limited = Fault::RateLimited { retry_after: Duration::from_secs(90), global: false };
        world.faults.next("POST /channels/{channel}/messages", 1, limited);
    });
    let asked = town.command("helper", "wa-group rename", RENAME).await;
    assert!(asked.text().contains("could not be posted yet"), "{}", asked.text());
    let list = town.command("helper", "wa-request list", &[]).await;
    assert!(list.text().contains("not posted yet"), "{}", list.text());
    town.house.clock.advance(Duration::from_secs(15));
    let approvals = town.house.approvals;
    let posted = town
        .house
        .discord
        .wait_until(|world| world.messages.values().any(|message| message.channel == approvals).then_some(()));
    town.within(posted).await;
    let answer = asked.message.as_ref().unwrap().id;
    let told = town
        .house
        .discord
        .wait_until(|world| world.messages[&answer].all_text().contains("It was posted").then_some(()));
    town.within(told).await;
    let request = town.posted().pop().unwrap();
    town.decide("moderator", &request, "Approve").await;
    town.close().await;
}

#[tokio::test]
async fn a_channel_that_cannot_be_written_is_told_to_the_asker_and_in_the_list() {
    let town = town().await;
    let approvals = town.house.approvals;
    town.house.discord.world(|world| world.deny_bot(approvals, u64::MAX));
    let asked = town.command("helper", "wa-group rename", RENAME).await;
    assert!(asked.text().contains("It cannot be posted") && asked.text().contains("`/wa-setup`"), "{}", asked.text());
    let list = town.command("owner", "wa-request list", &[]).await;
    assert!(list.text().contains("it cannot be posted"), "{}", list.text());
    town.close().await;
}

#[tokio::test]
async fn without_a_channel_for_approvals_there_is_nowhere_to_ask() {
    let town = Town::with(|scene| {
        may_ask(scene);
        scene.server = scene
            .server
            .lines()
            .filter(|line| !line.starts_with("approvals_channel"))
            .fold(String::new(), |all, line| all + line + "\n");
    })
    .await;
    let reply = town.command("helper", "wa-group rename", RENAME).await;
    assert_eq!(reply.title(), "Nowhere to ask");
    assert!(reply.text().contains("`/wa-setup`") && reply.calls.is_empty(), "{}", reply.text());
    town.close().await;
}

#[tokio::test]
async fn a_read_can_be_asked_for_as_well() {
    let town = town().await;
    town.grant("owner", "everyone", &[("capability", "groups.read"), ("needs_approval", "all"), ("group", ALPHA)])
        .await;
    // Who must ask even for a look is told no names before.
    assert!(town.offers("visitor", "wa-group show", "group", "").await.is_empty());
    let asked = town.command("visitor", "wa-group members list", &[("group", ALPHA)]).await;
    let request = town.posted().pop().unwrap();
    assert!(request.all_text().contains("see this group's members"), "{}", request.all_text());
    let approved = town.decide("moderator", &request, "Approve").await;
    assert!(!approved.text().contains("+55"), "{}", approved.text());
    let told = town.message(asked.message.unwrap().id);
    assert!(told.is_ephemeral() && told.all_text().contains("+55 ••••• 0001"), "{}", told.all_text());
    let late = town.house.discord.press(town.person("owner"), request.id, "Approve");
    assert!(late.is_err(), "the buttons are gone");
    let case = case(&town, 2).await;
    assert!(case.contains("`members.list`") && case.contains("approved it"), "{case}");
    town.close().await;
}

#[tokio::test]
async fn a_forged_press_decides_nothing() {
    let town = town().await;
    town.command("helper", "wa-group members add", &[("group", ALPHA), ("members", OPEN)]).await;
    let raw = press(&town, "wa-group rename").await;
    for id in ["approve:99", "approve:-1", "approve:", "approve:1:2", "deny:x", "details:99", "approve:0x1"] {
        let mut raw = raw.clone();
        raw["data"]["custom_id"] = json!(id);
        let reply = town.reply(town.house.discord.raw_interaction(raw)).await;
        assert!(["No such request", "No longer good"].contains(&reply.title().as_str()), "{id}: {}", reply.text());
        assert!(reply.calls.is_empty() && reply.is_private(), "{id}");
    }
    town.close().await;
}

/// The text of `/wa-audit show`.
async fn case(town: &Town, number: i64) -> String {
    let options = vec![("case".to_owned(), json!(number))];
    let house = &town.house;
    let shown = house.discord.command(town.person("owner"), house.channel, "wa-audit show", &options).unwrap();
    town.reply(shown).await.text()
}

/// Somebody's `member` object, as interactions bring it.
async fn member(town: &Town, who: &str) -> serde_json::Value {
    let used = town.command(who, "wa-request list", &[]).await.interaction;
    town.house.discord.world(|world| world.interactions[&used].payload["member"].clone())
}

/// The payload of a press by the moderator on a request of the helper's, to be changed and sent again.
async fn press(town: &Town, command: &str) -> serde_json::Value {
    town.command("helper", command, &[("group", ALPHA), ("name", "Pressed")]).await;
    let request = town.posted().pop().unwrap();
    let pressed = town.decide("moderator", &request, "Details").await;
    town.house.discord.world(|world| world.interactions[&pressed.interaction].payload.clone())
}
