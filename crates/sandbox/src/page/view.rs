//! The world as one person sees it, in sections of keyed entries. A page receives all of it at first, and then the
//! changes.

use std::collections::BTreeMap;

use discord_stand_in::{
    ACKNOWLEDGE_WITHIN, ChannelId, Guild, Interaction, InteractionKind, State, UserId, World, bits,
};
use serde_json::{Map, Value, json};

use crate::playground::Playground;
use crate::scenario_player::SceneAt;
use crate::scene::CAST;
use crate::tour;
use crate::whatsapp::{self, Call, Group, Picture, Provider, Role};
use crate::words::words_for;

/// Maximum number of messages of each channel, the newest ones.
const MESSAGES: usize = 100;
/// Maximum number of interactions of one person, the newest ones.
const INTERACTIONS: usize = 20;
/// Maximum number of API calls, the newest ones.
const CALLS: usize = 200;

type Section = BTreeMap<String, Value>;

#[derive(Debug, Default, PartialEq)]
pub(super) struct View(BTreeMap<&'static str, Section>);

impl View {
    pub(super) fn of(playground: &Playground, offered: &[Provider], scene: Option<&SceneAt>, who: UserId) -> Self {
        let mut sections = BTreeMap::from([
            ("here", here(playground, scene, who)),
            ("scenes", scenes()),
            ("providers", providers(offered)),
            ("calls", calls(playground)),
            ("groups", playground.fakes.groups.look(groups)),
        ]);
        playground.fakes.discord.look(|world| {
            let Some(guild) = world.guilds.get(&playground.fakes.guild) else { return };
            let channels = channels(world, guild, who);
            sections.insert("messages", messages(world, channels.keys(), who));
            sections.insert("channels", shown_channels(channels));
            sections.insert("words", words(world, who));
            sections.insert("people", people(world, guild));
            sections.insert("roles", roles(guild));
            sections.insert("commands", commands(world, who, playground.fakes.channel));
            sections.insert("interactions", interactions(playground, world, who));
        });
        Self(sections)
    }

    /// Returns the whole view as a frame that replaces the previous state.
    pub(super) fn whole(&self) -> Value {
        json!({ "fresh": true, "put": self.0 })
    }

    /// Returns the changes since `before`, or `None` if there are none.
    pub(super) fn news_since(&self, before: &Self) -> Option<Value> {
        let (mut put, mut gone) = (Map::new(), Map::new());
        let none = Section::new();
        for (name, section) in &self.0 {
            let was = before.0.get(name).unwrap_or(&none);
            let changed: Section = section
                .iter()
                .filter(|(key, value)| was.get(*key) != Some(*value))
                .map(|(key, value)| (key.clone(), value.clone()))
                .collect();
            let missing: Vec<&String> = was.keys().filter(|key| !section.contains_key(*key)).collect();
            if !changed.is_empty() {
                put.insert((*name).to_owned(), json!(changed));
            }
            if !missing.is_empty() {
                gone.insert((*name).to_owned(), json!(missing));
            }
        }
        (!put.is_empty() || !gone.is_empty()).then(|| json!({ "put": put, "gone": gone }))
    }
}

/// Returns the section of single values.
fn here(playground: &Playground, scene: Option<&SceneAt>, who: UserId) -> Section {
    let session = if playground.is_session_connected() { "connected" } else { "disconnected" };
    let (bot_state, standing_faults) = (playground.bot_state(), playground.standing_faults());
    playground.fakes.discord.look(|world| {
        let guild = playground.fakes.guild;
        let all = json!({
            "guild": world.guilds.get(&guild).map(|guild| &guild.name),
            "guild_id": guild,
            "you": who,
            "locale": world.users.get(&who).map(|user| &user.locale),
            "bot": { "id": world.application.bot, "state": bot_state },
            "session": session,
            "provider": playground.fakes.groups.provider().name(),
            "faults": standing_faults,
            "scene": scene,
        });
        Section::from([(String::new(), all)])
    })
}

fn scenes() -> Section {
    let steps = tour::steps(Provider::Titan).into_iter().enumerate();
    steps.map(|(order, step)| (step.name.to_owned(), json!({ "order": order }))).collect()
}

/// Returns the providers as which a new world may be served.
fn providers(offered: &[Provider]) -> Section {
    let shown = |(order, provider): (usize, &Provider)| {
        (provider.name().to_owned(), json!({ "order": order, "title": provider.title() }))
    };
    offered.iter().enumerate().map(shown).collect()
}

/// Returns the words of the page, in the language of this person's Discord client.
fn words(world: &World, who: UserId) -> Section {
    let locale = world.users.get(&who).map_or("en-US", |user| &user.locale);
    words_for(locale).iter().map(|(key, text)| (key.clone(), json!(text))).collect()
}

/// Returns the bot and the people who can be played.
fn people(world: &World, guild: &Guild) -> Section {
    let shown = |id: &UserId| {
        let (user, member) = (world.users.get(id)?, guild.members.get(id)?);
        let cast = CAST.iter().position(|(word, _)| *word == user.name);
        if cast.is_none() && !user.bot {
            return None;
        }
        let value = json!({
            "name": user.name, "global_name": user.global_name, "bot": user.bot, "roles": member.roles,
            "locale": user.locale, "order": cast.unwrap_or(CAST.len()),
        });
        Some((id.to_string(), value))
    };
    guild.members.keys().filter_map(shown).collect()
}

fn roles(guild: &Guild) -> Section {
    guild.roles.iter().map(|(id, role)| (id.to_string(), json!({ "name": role.name }))).collect()
}

/// Returns the channels of the server, and the direct one with the bot, if there is one.
fn channels(world: &World, guild: &Guild, who: UserId) -> BTreeMap<ChannelId, Value> {
    let of_guild = world.channels.values().filter(|channel| {
        channel.guild == Some(guild.id) && world.permissions(who, channel.id) & bits::VIEW_CHANNEL != 0
    });
    let direct = world.channels.values().filter(|channel| channel.recipient == Some(who));
    let listed = of_guild.chain(direct).enumerate();
    listed
        .map(|(order, channel)| {
            let direct = channel.guild.is_none();
            (channel.id, json!({ "name": channel.name, "direct": direct, "order": order }))
        })
        .collect()
}

fn shown_channels(channels: BTreeMap<ChannelId, Value>) -> Section {
    channels.into_iter().map(|(id, value)| (id.to_string(), value)).collect()
}

fn messages<'a>(world: &World, channels: impl Iterator<Item = &'a ChannelId>, who: UserId) -> Section {
    let newest = |channel: &ChannelId| {
        let seen = world.seen_by(who, *channel);
        let newest = seen.into_iter().rev().take(MESSAGES);
        newest.map(|message| (message.id.to_string(), world.message_json(message, ""))).collect::<Vec<_>>()
    };
    channels.flat_map(newest).collect()
}

fn commands(world: &World, who: UserId, channel: ChannelId) -> Section {
    world.commands_for(who, channel).map(|command| (command.id.to_string(), command.json.clone())).collect()
}

fn interactions(playground: &Playground, world: &World, who: UserId) -> Section {
    let own = world.interactions.values().rev();
    let own = own.filter(|one| one.who == who && one.kind != InteractionKind::Autocomplete).take(INTERACTIONS);
    own.map(|one| (one.id.to_string(), interaction(playground, one))).collect()
}

fn interaction(playground: &Playground, one: &Interaction) -> Value {
    let how = match &one.state {
        State::Waiting if playground.fakes.clock.now() > one.created + ACKNOWLEDGE_WITHIN => "failed",
        State::Waiting => "waiting",
        State::Modal(_) if !one.submitted => "modal",
        _ => "done",
    };
    json!({
        "channel": one.channel,
        "command": (one.kind == InteractionKind::Command).then(|| one.command_name()),
        "message": one.source,
        "control": one.payload.pointer("/data/custom_id"),
        "state": how,
        "modal": one.state.modal().filter(|_| how == "modal"),
    })
}

fn groups(world: &whatsapp::World) -> Section {
    world.groups().map(|group| (group.id.clone(), shown_group(world, group))).collect()
}

fn shown_group(world: &whatsapp::World, group: &Group) -> Value {
    let account = world.sessions().next().map(|session| session.account);
    let role = account.and_then(|account| group.role(account));
    let picture = match &group.picture {
        None => None,
        Some(Picture::Url(url)) => Some(url.clone()),
        Some(Picture::Uploaded(bytes)) => Some(format!("/pictures/{}?{}", group.id, bytes.len())),
    };
    let members = group.members.iter().filter_map(|member| {
        let person = world.person(member.person)?;
        let role = match member.role {
            Role::Member => "member",
            Role::Admin => "admin",
            Role::SuperAdmin => "owner",
        };
        let number = person.phone.as_ref().map(|phone| format!("+{phone}"));
        Some(json!({ "person": person.lid, "name": person.name, "number": number, "jid": person.jid(), "role": role }))
    });
    json!({
        "id": group.id, "name": group.name, "description": group.description, "picture": picture,
        "member": role.is_some(), "admin": role.is_some_and(|role| role >= Role::Admin),
        "invite": group.invite, "created": group.created_at.as_secs(), "members": members.collect::<Vec<_>>(),
    })
}

fn calls(playground: &Playground) -> Section {
    playground.fakes.groups.newest_calls(CALLS).iter().map(|call| (call.number.to_string(), shown_call(call))).collect()
}

fn shown_call(call: &Call) -> Value {
    let ms = |time: std::time::Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
    json!({
        "method": call.method.as_str(), "path": call.path, "query": call.query,
        "operation": call.operation.map(whatsapp::Operation::name), "status": call.status,
        "ms": call.took.map(ms), "at": call.at.as_millis(), "body": call.body,
    })
}
