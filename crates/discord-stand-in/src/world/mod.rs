//! The state of the stand-in's Discord: guilds, people, messages, interactions, and every request that the bot made. It
//! is plain data that tests and the terminal read; the rules are in other modules.

mod permissions;
mod records;

use std::collections::{BTreeMap, VecDeque};

use serde_json::Value;

pub use permissions::{Overwrite, bits};
pub use records::{
    Attachment, Choice, Command, GatewayRecord, Interaction, InteractionKind, Message, Request, State, flags,
};

use usher_clock::{Clock, Timestamp};

use super::faults::Faults;
use super::snowflake::{
    ApplicationId, AttachmentId, ChannelId, CommandId, GuildId, InteractionId, MessageId, RoleId, Snowflakes, UserId,
};

/// Maximum number of messages, interactions and requests that are kept.
const REMEMBERED: usize = 10_000;

/// The whole state.
#[derive(Debug)]
pub struct World {
    pub application: Application,
    pub guilds: BTreeMap<GuildId, Guild>,
    pub channels: BTreeMap<ChannelId, Channel>,
    pub users: BTreeMap<UserId, User>,
    pub commands: BTreeMap<CommandId, Command>,
    pub messages: BTreeMap<MessageId, Message>,
    pub interactions: BTreeMap<InteractionId, Interaction>,
    /// The newest requests of the bot, oldest first.
    pub requests: VecDeque<Request>,
    /// Requests without an endpoint here. A test should find this empty.
    pub unexpected: VecDeque<Request>,
    pub gateway: GatewayRecord,
    /// The faults to inject.
    pub faults: Faults,
    /// Sends people without decorations, nameplates and large flags, for bots whose library cannot read them.
    pub plain_profiles: bool,
    /// Files that people uploaded for commands, with the uploader.
    pub(crate) uploads: BTreeMap<AttachmentId, (UserId, Attachment)>,
    /// Creation times of commands, for the daily limit.
    pub(crate) command_creates: BTreeMap<Option<GuildId>, VecDeque<Timestamp>>,
    /// The time of this Discord.
    pub clock: Clock,
    ids: Snowflakes,
}

/// The bot's application.
#[derive(Debug, Clone)]
pub struct Application {
    pub id: ApplicationId,
    pub name: String,
    pub owner: UserId,
    /// The bot's own user.
    pub bot: UserId,
    pub flags: u64,
    /// Whether anybody may add the bot to a server.
    pub public: bool,
    /// The privileged intents that the developer portal allows: guild members, presences, message content. The default
    /// is none, so that a bot that requests one is closed with 4014.
    pub privileged_intents: u64,
    /// The number of shards that `GET /gateway/bot` recommends.
    pub shards: u64,
    /// Maximum size in bytes of one file that the bot sends (10 MiB unless the guild is boosted).
    pub attachment_size_limit: u64,
}

#[derive(Debug, Clone)]
pub struct Guild {
    pub id: GuildId,
    pub name: String,
    pub owner: UserId,
    pub locale: String,
    pub roles: BTreeMap<RoleId, Role>,
    pub members: BTreeMap<UserId, Member>,
}

#[derive(Debug, Clone)]
pub struct Role {
    pub id: RoleId,
    pub name: String,
    pub permissions: u64,
}

#[derive(Debug, Clone)]
pub struct Member {
    pub roles: Vec<RoleId>,
    pub nick: Option<String>,
    pub joined: Timestamp,
}

#[derive(Debug, Clone)]
pub struct Channel {
    pub id: ChannelId,
    /// The guild, or `None` for direct messages.
    pub guild: Option<GuildId>,
    pub name: String,
    pub overwrites: Vec<Overwrite>,
    /// The other person of a direct message.
    pub recipient: Option<UserId>,
}

#[derive(Debug, Clone)]
pub struct User {
    pub id: UserId,
    /// The unique name (`username`).
    pub name: String,
    /// The display name that the person chose (`global_name`). Clients show it instead of the unique name.
    pub global_name: Option<String>,
    pub bot: bool,
    pub locale: String,
    /// True if this person accepts direct messages from the bot.
    pub takes_messages: bool,
}

impl User {
    fn new(id: UserId, name: &str, bot: bool) -> Self {
        // A new account shows its unique name. A bot has no display name.
        let global_name = (!bot).then(|| name.to_owned());
        Self { id, name: name.to_owned(), global_name, bot, locale: "en-US".to_owned(), takes_messages: true }
    }

    /// Returns the name that clients show.
    pub fn shown_name(&self) -> &str {
        self.global_name.as_deref().unwrap_or(&self.name)
    }
}

impl World {
    /// Returns a Discord that contains only one application, its owner (`olivia`) and its bot (`bot`).
    pub fn new(clock: &Clock) -> Self {
        let mut ids = Snowflakes::default();
        let owner = UserId(ids.next(clock.now_utc()));
        // The application and its bot share an id, as in every application created since 2016.
        let bot = UserId(ids.next(clock.now_utc()));
        let mut world = Self {
            application: Application {
                id: ApplicationId(bot.0),
                name: "Bot".to_owned(),
                owner,
                bot,
                flags: 1 << 23,
                public: false,
                privileged_intents: 0,
                shards: 1,
                attachment_size_limit: 10 * 1024 * 1024,
            },
            guilds: BTreeMap::new(),
            channels: BTreeMap::new(),
            users: BTreeMap::new(),
            commands: BTreeMap::new(),
            messages: BTreeMap::new(),
            interactions: BTreeMap::new(),
            requests: VecDeque::new(),
            unexpected: VecDeque::new(),
            gateway: GatewayRecord::default(),
            faults: Faults::default(),
            plain_profiles: false,
            uploads: BTreeMap::new(),
            command_creates: BTreeMap::new(),
            clock: clock.clone(),
            ids,
        };
        for (id, name, bot) in [(owner, "olivia", false), (bot, "bot", true)] {
            world.users.insert(id, User::new(id, name, bot));
        }
        world
    }

    /// Renames the application. Its bot has the same name in lower case.
    pub fn name_bot(&mut self, name: &str) {
        name.clone_into(&mut self.application.name);
        if let Some(bot) = self.users.get_mut(&self.application.bot) {
            bot.name = name.to_lowercase();
        }
    }

    /// Adds a guild with the bot, owned by the application's owner. Its first role, with the guild's id, is @everyone.
    pub fn add_guild(&mut self, name: &str) -> GuildId {
        let id = GuildId(self.new_id());
        let (joined, owner, bot) = (self.clock.now_utc(), self.application.owner, self.application.bot);
        let everyone = RoleId(id.0);
        let mut guild = Guild {
            id,
            name: name.to_owned(),
            owner,
            locale: "en-US".to_owned(),
            roles: BTreeMap::new(),
            members: BTreeMap::new(),
        };
        let role = Role { id: everyone, name: "@everyone".to_owned(), permissions: bits::EVERYONE };
        guild.roles.insert(everyone, role);
        for user in [owner, bot] {
            guild.members.insert(user, Member { roles: Vec::new(), nick: None, joined });
        }
        self.guilds.insert(id, guild);
        id
    }

    pub fn add_channel(&mut self, guild: GuildId, name: &str) -> ChannelId {
        let id = ChannelId(self.new_id());
        let channel =
            Channel { id, guild: Some(guild), name: name.to_owned(), overwrites: Vec::new(), recipient: None };
        self.channels.insert(id, channel);
        id
    }

    pub fn add_role(&mut self, guild: GuildId, name: &str, permissions: u64) -> RoleId {
        let id = RoleId(self.new_id());
        if let Some(guild) = self.guilds.get_mut(&guild) {
            guild.roles.insert(id, Role { id, name: name.to_owned(), permissions });
        }
        id
    }

    /// Adds a person.
    pub fn add_user(&mut self, name: &str) -> UserId {
        let id = UserId(self.new_id());
        self.users.insert(id, User::new(id, name, false));
        id
    }

    /// Adds a person as a member of a guild.
    pub fn add_member(&mut self, guild: GuildId, name: &str, roles: &[RoleId]) -> UserId {
        let id = self.add_user(name);
        self.join(guild, id, roles);
        id
    }

    /// Returns a member of a guild, by name.
    pub fn member_named(&self, guild: GuildId, name: &str) -> Option<UserId> {
        let named = |id: &&UserId| self.users.get(id).is_some_and(|user| !user.bot && user.name == name);
        self.guilds.get(&guild)?.members.keys().find(named).copied()
    }

    /// Adds a user to a guild, or sets the roles of a member.
    pub fn join(&mut self, guild: GuildId, user: UserId, roles: &[RoleId]) {
        let joined = self.clock.now_utc();
        if let Some(guild) = self.guilds.get_mut(&guild) {
            guild.members.insert(user, Member { roles: roles.to_vec(), nick: None, joined });
        }
    }

    /// Removes a user from a guild.
    pub fn leave(&mut self, guild: GuildId, user: UserId) {
        if let Some(guild) = self.guilds.get_mut(&guild) {
            guild.members.remove(&user);
        }
    }

    /// Sets the display name of a user.
    pub fn set_global_name(&mut self, user: UserId, name: &str) {
        if let Some(user) = self.users.get_mut(&user) {
            user.global_name = Some(name.to_owned());
        }
    }

    /// Sets the language of a user's Discord client.
    pub fn speak(&mut self, user: UserId, locale: &str) {
        if let Some(user) = self.users.get_mut(&user) {
            locale.clone_into(&mut user.locale);
        }
    }

    /// Returns the direct message channel between the bot and a person. Creates it if necessary.
    pub fn direct_channel(&mut self, with: UserId) -> ChannelId {
        if let Some(known) = self.channels.values().find(|channel| channel.recipient == Some(with)) {
            return known.id;
        }
        let id = ChannelId(self.new_id());
        let channel = Channel { id, guild: None, name: String::new(), overwrites: Vec::new(), recipient: Some(with) };
        self.channels.insert(id, channel);
        id
    }

    /// Adds a message that a person writes in a channel. It pings the users and roles that it mentions.
    pub fn add_message(&mut self, author: UserId, channel: ChannelId, content: &str) -> MessageId {
        let id = MessageId(self.new_id());
        let mut message = Message::new(id, channel, author);
        content.clone_into(&mut message.content);
        message.pings = self.mentioned_users(content).collect();
        message.pinged_roles = self.mentioned_roles(content).collect();
        self.remember_message(message);
        id
    }

    /// Returns the users whose mention is in a text.
    pub(crate) fn mentioned_users(&self, text: &str) -> impl Iterator<Item = UserId> {
        let is_in = |id: &UserId| text.contains(&format!("<@{id}>")) || text.contains(&format!("<@!{id}>"));
        self.users.keys().copied().filter(is_in)
    }

    /// Returns the roles whose mention is in a text.
    pub(crate) fn mentioned_roles(&self, text: &str) -> impl Iterator<Item = RoleId> {
        let all = self.guilds.values().flat_map(|guild| guild.roles.keys().copied());
        all.filter(move |id| text.contains(&format!("<@&{id}>")))
    }

    /// Returns the messages that a user sees in a channel, oldest first. Ephemeral replies are visible to one person
    /// only.
    pub fn seen_by(&self, who: UserId, channel: ChannelId) -> Vec<&Message> {
        if self.permissions(who, channel) & bits::VIEW_CHANNEL == 0 {
            return Vec::new();
        }
        self.messages.values().filter(|message| message.channel == channel && message.is_shown_to(who)).collect()
    }

    /// Returns the newest message that is the original reply of an interaction.
    pub fn original(&self, interaction: InteractionId) -> Option<&Message> {
        let id = self.interactions.get(&interaction)?.original?;
        self.messages.get(&id).filter(|message| !message.deleted)
    }

    /// Returns the follow-ups of an interaction that are not deleted, oldest first.
    pub fn followups(&self, interaction: InteractionId) -> Vec<&Message> {
        let Some(interaction) = self.interactions.get(&interaction) else { return Vec::new() };
        let ids = interaction.followups.iter();
        ids.filter_map(|id| self.messages.get(id)).filter(|message| !message.deleted).collect()
    }

    /// Returns a file that is still available.
    pub fn attachment(&self, id: AttachmentId) -> Option<&Attachment> {
        let standing = self.messages.values().filter(|message| !message.deleted);
        let sent = standing.flat_map(|message| &message.attachments).find(|file| file.id == id);
        sent.or_else(|| self.uploads.get(&id).map(|(_, file)| file))
    }

    /// Returns the requests to a route such as `POST /channels/{channel}/messages`.
    pub fn requests_to<'a>(&'a self, route: &'a str) -> impl Iterator<Item = &'a Request> {
        self.requests.iter().filter(move |request| request.route == route)
    }

    pub(crate) fn new_id(&mut self) -> u64 {
        self.ids.next(self.clock.now_utc())
    }

    pub(crate) fn remember_message(&mut self, message: Message) {
        self.messages.insert(message.id, message);
        while self.messages.len() > REMEMBERED {
            self.messages.pop_first();
        }
    }

    pub(crate) fn remember_interaction(&mut self, interaction: Interaction) {
        self.interactions.insert(interaction.id, interaction);
        while self.interactions.len() > REMEMBERED {
            self.interactions.pop_first();
        }
    }

    pub(crate) fn remember_request(&mut self, request: Request) {
        if request.unexpected {
            push_bounded(&mut self.unexpected, request.clone());
        }
        push_bounded(&mut self.requests, request);
    }

    /// Returns a command's registration as a guild sees it. Guild commands hide global ones of the same name and type.
    pub fn find_command(&self, guild: Option<GuildId>, kind: u64, name: &str) -> Option<&Command> {
        let mut fitting: Vec<_> = self
            .commands
            .values()
            .filter(|command| command.guild.is_none() || command.guild == guild)
            .filter(|command| command.kind() == kind && command.name() == name)
            .collect();
        fitting.sort_by_key(|command| command.guild.is_none());
        fitting.first().copied()
    }
}

pub(crate) fn push_bounded<T>(queue: &mut VecDeque<T>, item: T) {
    queue.push_back(item);
    if queue.len() > REMEMBERED {
        queue.pop_front();
    }
}

/// Returns a member of a JSON object as text, or an empty text.
pub(crate) fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// Appends an item to a plain list, unless the list is full.
pub(crate) fn push_bounded_vec<T>(list: &mut Vec<T>, item: T) {
    if list.len() < REMEMBERED {
        list.push(item);
    }
}
