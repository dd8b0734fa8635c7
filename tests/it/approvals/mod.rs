//! Requests for approval: Usher posts them to approvers, accepts one decision, runs the operation for the requester,
//! and reports the result.

mod decisions;
mod listed;
mod reminders;
mod requests;
pub(crate) mod role;
mod shown;
mod survive;
pub(crate) mod two;

use std::time::Duration;

use discord_stand_in::{ChannelId, Message, MessageId, World};
use sandbox::{ALPHA, Scene};

use crate::harness::{BotScene, Reply, TestBot};

pub(super) const MINUTE: Duration = Duration::from_secs(60);

/// Gives the helper's role the moderators' capabilities in Alpha Team, all with approval.
pub(crate) fn may_ask(scene: &mut Scene) {
    let Scene { approvals, roles, .. } = scene;
    scene.server = format!(
        "approvals_channel = \"{approvals}\"\n{}[[guilds.grants]]\nrole = \"{}\"\n\
         needs_approval = [\"groups.edit\", \"members.remove\", \"invites.revoke\"]\ngroups = [\"{ALPHA}\"]\n",
        scene.server, roles.helper
    );
}

pub(crate) fn helper_may_ask() -> BotScene {
    TestBot::with(may_ask)
}

/// Returns the requests in the approvals channel, oldest first. A provider with requests to join has other posts there.
fn requests_in(world: &World, approvals: ChannelId) -> Vec<Message> {
    let is_of_request = |message: &&Message| {
        let nonce = message.nonce.as_ref().and_then(|nonce| nonce.as_str());
        nonce.is_none_or(|nonce| !nonce.starts_with("join-"))
    };
    let posted = world.messages.values().filter(|message| message.channel == approvals);
    posted.filter(|message| !message.is_ephemeral()).filter(is_of_request).cloned().collect()
}

impl TestBot {
    /// Returns the requests in the approvals channel, oldest first.
    pub(crate) fn posted(&self) -> Vec<Message> {
        self.discord.world(|world| requests_in(world, self.approvals))
    }

    pub(crate) fn message(&self, id: MessageId) -> Message {
        self.discord.world(|world| world.messages[&id].clone())
    }

    /// Presses a button of a posted request.
    pub(crate) async fn decide(&self, who: &str, request: &Message, label: &str) -> Reply {
        let interaction = self.discord.press(self.person(who), request.id, label).unwrap();
        self.reply(interaction).await
    }

    /// Returns the direct messages to a user.
    pub(crate) fn direct(&self, who: &str) -> Vec<Message> {
        let who = self.person(who);
        self.discord.world(|world| {
            let of = |message: &&Message| {
                world.channels.get(&message.channel).is_some_and(|channel| channel.recipient == Some(who))
            };
            world.messages.values().filter(of).cloned().collect()
        })
    }
}

pub(super) const RENAME: &[(&str, &str)] = &[("group", ALPHA), ("name", "Alpha Crew")];

/// Returns the text of `/wa-audit show`.
pub(super) async fn case(bot: &TestBot, number: i64) -> String {
    bot.numbered("owner", "wa-audit show", "case", number).await.text()
}

/// Returns a user's `member` object, as in interactions.
pub(super) async fn member(bot: &TestBot, who: &str) -> serde_json::Value {
    let used = bot.command(who, "wa-request list", &[]).await.interaction;
    bot.discord.world(|world| world.interactions[&used].payload["member"].clone())
}

/// Returns the payload of the moderator's press on the helper's request, for a modified second delivery.
pub(super) async fn press(bot: &TestBot, command: &str) -> serde_json::Value {
    bot.command("helper", command, &[("group", ALPHA), ("name", "Pressed")]).await;
    let request = bot.posted().pop().unwrap();
    let pressed = bot.decide("moderator", &request, "Details").await;
    bot.discord.world(|world| world.interactions[&pressed.interaction].payload.clone())
}
