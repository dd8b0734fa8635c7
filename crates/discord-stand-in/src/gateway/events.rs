//! The events that are dispatched to sessions.

use serde_json::{Value, json};

use super::{Hub, intents};
use crate::payload::insert;
use crate::snowflake::{GuildId, MessageId, UserId};
use crate::world::{Message, World};

/// An event with the data that decides which sessions receive it.
pub(crate) struct Event {
    pub(crate) name: &'static str,
    pub(crate) guild: Option<GuildId>,
    /// The intent that a session needs to receive the event; 0 if every session receives it.
    pub(crate) intent: u64,
    /// Returns the data for a session with these intents.
    pub(crate) data: Box<dyn Fn(u64) -> Value>,
}

impl Event {
    /// Returns the event for an interaction, which needs no intent.
    pub(crate) fn interaction(payload: Value, guild: Option<GuildId>) -> Self {
        Self { name: "INTERACTION_CREATE", guild, intent: 0, data: Box::new(move |_| payload.clone()) }
    }

    /// Returns a `MESSAGE_CREATE` or `MESSAGE_UPDATE`. Ephemeral replies need the intent for direct messages and
    /// contain no guild (Gateway Events, Message Create).
    pub(crate) fn message(world: &World, message: &Message, files: &str, name: &'static str) -> Self {
        let guild = world.channels.get(&message.channel).and_then(|channel| channel.guild);
        let shown_in = guild.filter(|_| !message.is_ephemeral());
        let mut full = world.message_json(message, files);
        if let Some(guild) = shown_in.and_then(|id| world.guilds.get(&id)) {
            insert(&mut full, "guild_id", json!(guild.id));
            if let Some(member) = world.partial_member_json(guild, message.author) {
                insert(&mut full, "member", member);
            }
        }
        let bot = world.application.bot;
        let always = guild.is_none() || message.author == bot || message.pings.contains(&bot);
        Self {
            name,
            guild,
            intent: message_intent(shown_in),
            data: Box::new(move |granted| {
                let mut data = full.clone();
                if !always && granted & intents::MESSAGE_CONTENT == 0 {
                    insert(&mut data, "content", "");
                    for hidden in ["embeds", "attachments", "components"] {
                        insert(&mut data, hidden, json!([]));
                    }
                }
                data
            }),
        }
    }

    pub(crate) fn message_deleted(world: &World, message: &Message) -> Self {
        let guild = world.channels.get(&message.channel).and_then(|channel| channel.guild);
        let data = deleted_json(message.id, message, guild);
        let intent = message_intent(guild.filter(|_| !message.is_ephemeral()));
        Self { name: "MESSAGE_DELETE", guild, intent, data: Box::new(move |_| data.clone()) }
    }
}

fn message_intent(guild: Option<GuildId>) -> u64 {
    if guild.is_some() { intents::GUILD_MESSAGES } else { intents::DIRECT_MESSAGES }
}

fn deleted_json(id: MessageId, message: &Message, guild: Option<GuildId>) -> Value {
    let mut data = json!({"id": id, "channel_id": message.channel});
    if let Some(guild) = guild.filter(|_| !message.is_ephemeral()) {
        insert(&mut data, "guild_id", json!(guild));
    }
    data
}

/// Sends READY and then a `GUILD_CREATE` for each guild of the shard, as after every IDENTIFY.
pub(super) fn greet(hub: &mut Hub, world: &World, session_id: &str, gateway: &str) {
    let Some(session) = hub.sessions.get(session_id) else { return };
    let (shard, wants_guilds) = (session.shard, session.intents & intents::GUILDS != 0);
    let bot: UserId = world.application.bot;
    let mine: Vec<_> = world
        .guilds
        .values()
        .filter(|guild| session.owns(Some(guild.id)) && guild.members.contains_key(&bot))
        .collect();
    let guilds: Vec<_> = mine.iter().map(|guild| json!({"id": guild.id, "unavailable": true})).collect();
    let ready = json!({
        "v": 10,
        "user": world.own_user_json(),
        "user_settings": {},
        "session_type": "normal",
        "session_id": session_id,
        "resume_gateway_url": gateway,
        "relationships": [],
        "private_channels": [],
        "presences": [],
        "guilds": guilds,
        "guild_join_requests": [],
        "geo_ordered_rtc_regions": [],
        "application": {"id": world.application.id, "flags": world.application.flags},
        "shard": [shard.0, shard.1],
        "_trace": [],
    });
    hub.dispatch_to(session_id, "READY", &ready);
    if wants_guilds {
        for guild in mine {
            hub.dispatch_to(session_id, "GUILD_CREATE", &world.guild_create_json(guild));
        }
    }
}
