//! The `resolved` object: the people, roles, channels, messages and files that a command names.

use serde_json::{Map, Value, json};

use super::options::kind;
use crate::payload::{attachment_json, insert, role_json};
use crate::snowflake::{AttachmentId, ChannelId, MessageId, RoleId, UserId};
use crate::world::{Guild, User, World, bits};

/// A person who uses a command, and the place where they use it.
#[derive(Clone, Copy)]
pub(super) struct Asking<'a> {
    pub(super) world: &'a World,
    /// Base address of the file downloads.
    pub(super) files: &'a str,
    pub(super) who: UserId,
    pub(super) channel: ChannelId,
}

impl<'a> Asking<'a> {
    pub(super) fn guild(&self) -> Option<&'a Guild> {
        let guild = self.world.channels.get(&self.channel)?.guild?;
        self.world.guilds.get(&guild)
    }
}

/// Returns whether an option of this kind takes an id: user, channel, role, mentionable, attachment.
pub(super) fn is_reference(kind: u64) -> bool {
    matches!(kind, 6..=9 | 11)
}

/// The objects that were named so far.
#[derive(Default)]
pub(super) struct Resolved {
    kinds: Map<String, Value>,
}

impl Resolved {
    /// Adds the objects to the `data` of a command, if there are any.
    pub(super) fn add_to(self, data: &mut Value) {
        if !self.kinds.is_empty() {
            insert(data, "resolved", self.kinds);
        }
    }

    /// Returns the id of the object that was picked for an option, by its id or by its name.
    pub(super) fn find(&mut self, asking: Asking<'_>, option: &Value, picked: &str) -> Option<u64> {
        match kind(option) {
            6 => self.user(asking, picked),
            7 => self.channel(asking, option, picked),
            8 => self.role(asking, picked),
            9 => self.user(asking, picked).or_else(|| self.role(asking, picked)),
            _ => self.attachment(asking, picked),
        }
    }

    /// Returns the id of the object that was picked in a menu of users, roles, mentionables or channels (Component
    /// Reference).
    pub(super) fn choose(&mut self, asking: Asking<'_>, menu: &Value, picked: &str) -> Option<u64> {
        match kind(menu) {
            5 => self.user(asking, picked),
            6 => self.role(asking, picked),
            7 => self.user(asking, picked).or_else(|| self.role(asking, picked)),
            8 => self.channel(asking, menu, picked),
            _ => None,
        }
    }

    fn user(&mut self, asking: Asking<'_>, picked: &str) -> Option<u64> {
        let name = picked.strip_prefix('@').unwrap_or(picked);
        let here = |id: &UserId| match asking.guild() {
            Some(guild) => guild.members.contains_key(id),
            None => asking.world.permissions(*id, asking.channel) != 0,
        };
        let is_named = |user: &&User| (user.name == name || user.shown_name() == name) && here(&user.id);
        let named = || asking.world.users.values().find(is_named).map(|user| user.id);
        let id = picked.parse().ok().filter(|id| asking.world.users.contains_key(id)).or_else(named)?;
        self.add_user(asking, id)?;
        Some(id.0)
    }

    fn channel(&mut self, asking: Asking<'_>, option: &Value, picked: &str) -> Option<u64> {
        let name = picked.strip_prefix('#').unwrap_or(picked);
        let types = option.get("channel_types").and_then(Value::as_array).filter(|types| !types.is_empty());
        // The stand-in has only text channels.
        if types.is_some_and(|types| !types.contains(&json!(0))) {
            return None;
        }
        let id = picked.parse().ok();
        let mut seen = asking
            .world
            .channels_of(asking.guild()?.id)
            .filter(|channel| asking.world.permissions(asking.who, channel.id) & bits::VIEW_CHANNEL != 0);
        let found = seen.find(|channel| Some(channel.id) == id || channel.name == name)?;
        self.add("channels", found.id, asking.world.partial_channel_json(found, asking.who));
        Some(found.id.0)
    }

    fn role(&mut self, asking: Asking<'_>, picked: &str) -> Option<u64> {
        let (id, name) = (picked.parse::<RoleId>().ok(), picked.strip_prefix('@').unwrap_or(picked));
        let mut roles = asking.guild()?.roles.values().enumerate();
        let fits = |name_of: &str| name_of == picked || name_of == name;
        let (position, role) = roles.find(|(_, role)| Some(role.id) == id || fits(&role.name))?;
        self.add("roles", role.id, role_json(position, role));
        Some(role.id.0)
    }

    /// Returns the id of an uploaded file. People can only give files that they uploaded themselves.
    fn attachment(&mut self, asking: Asking<'_>, picked: &str) -> Option<u64> {
        let id: AttachmentId = picked.parse().ok()?;
        let (_, file) = asking.world.uploads.get(&id).filter(|(who, _)| *who == asking.who)?;
        self.add("attachments", id, attachment_json(file, ChannelId(0), asking.files, true));
        Some(id.0)
    }

    /// Adds a user, and the member if the user is one.
    pub(super) fn add_user(&mut self, asking: Asking<'_>, id: UserId) -> Option<()> {
        asking.world.users.get(&id)?;
        self.add("users", id, asking.world.user_json(id));
        if let Some(mut member) = asking.guild().and_then(|guild| asking.world.partial_member_json(guild, id)) {
            insert(&mut member, "permissions", asking.world.permissions(id, asking.channel).to_string());
            self.add("members", id, member);
        }
        Some(())
    }

    /// Adds a message of this channel that everyone may see. Ephemeral messages have no menu of commands.
    pub(super) fn add_message(&mut self, asking: Asking<'_>, id: MessageId) -> Option<()> {
        let found = asking.world.seen_by(asking.who, asking.channel).into_iter().find(|message| message.id == id)?;
        if found.is_ephemeral() {
            return None;
        }
        self.add("messages", id, asking.world.message_json(found, asking.files));
        Some(())
    }

    fn add(&mut self, kind: &str, id: impl std::fmt::Display, json: Value) {
        let of_kind = self.kinds.entry(kind).or_insert_with(|| json!({}));
        insert(of_kind, &id.to_string(), json);
    }
}
