//! The JSON objects that Discord sends, built from the world's records. They contain every key that serenity,
//! discord.js, discord.py and twilight need: serenity drops an interaction without `attachment_size_limit` or `locale`,
//! for example.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};

use super::snowflake::{ChannelId, GuildId, InteractionId, UserId, iso8601};
use super::world::{Attachment, Channel, Guild, Interaction, Message, Role, World};

/// The characters to percent-encode in an address: all except letters, digits and these.
const IN_ADDRESS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Flags that need more than 32 bits. The specification allows 53.
const LARGE_FLAGS: u64 = (1 << 50) | (1 << 6);

impl World {
    pub(crate) fn user_json(&self, id: UserId) -> Value {
        let known = self.users.get(&id);
        let (name, bot) = known.map_or(("deleted_user", false), |user| (user.name.as_str(), user.bot));
        let mut user = json!({
            "id": id,
            "username": name,
            "discriminator": if bot { "0001" } else { "0" },
            "global_name": known.and_then(|user| user.global_name.as_deref()),
            "avatar": null,
            "avatar_decoration_data": null,
            "banner": null,
            "accent_color": null,
            "collectibles": null,
            "display_name_styles": null,
            "primary_guild": null,
            "clan": null,
            "public_flags": 0,
            "flags": 0,
        });
        if bot {
            insert(&mut user, "bot", true);
        } else if !self.plain_profiles {
            self.decorate(&mut user);
            insert(&mut user, "flags", LARGE_FLAGS);
            insert(&mut user, "public_flags", 1 << 22);
            let guild = json!({"identity_guild_id": null, "identity_enabled": null, "tag": null, "badge": null});
            insert(&mut user, "primary_guild", guild.clone());
            insert(&mut user, "clan", guild);
            insert(&mut user, "display_name_styles", json!({"font_id": 3, "effect_id": 2, "colors": [16_711_680]}));
        }
        user
    }

    /// Adds purchasable profile decorations, in forms that Discord's specification allows and few libraries expect.
    fn decorate(&self, person: &mut Value) {
        if self.plain_profiles {
            return;
        }
        let decoration = json!({"asset": "v2_a_fed43ab12698df65902ba06727e20c0e", "sku_id": null, "expires_at": null});
        let nameplate = json!({
            "sku_id": null, "asset": "nameplates/nameplates/twilight/", "label": "", "palette": "cobalt",
            "expires_at": null,
        });
        insert(person, "avatar_decoration_data", decoration);
        insert(person, "collectibles", json!({ "nameplate": nameplate }));
    }

    /// Returns the bot's own user, as in `GET /users/@me` and READY.
    pub(crate) fn own_user_json(&self) -> Value {
        let mut user = self.user_json(self.application.bot);
        insert(&mut user, "verified", true);
        insert(&mut user, "mfa_enabled", true);
        insert(&mut user, "email", Value::Null);
        insert(&mut user, "bio", "");
        insert(&mut user, "locale", "en-US");
        insert(&mut user, "premium_type", 0);
        user
    }

    /// Returns a member without its user, as in `resolved` and in gateway messages.
    pub(crate) fn partial_member_json(&self, guild: &Guild, id: UserId) -> Option<Value> {
        let member = guild.members.get(&id)?;
        let mut json = json!({
            "roles": member.roles,
            "nick": member.nick,
            "avatar": null,
            "banner": null,
            "avatar_decoration_data": null,
            "collectibles": null,
            "joined_at": iso8601(member.joined),
            "premium_since": null,
            "pending": false,
            "flags": 0,
            "communication_disabled_until": null,
            "unusual_dm_activity_until": null,
        });
        if self.users.get(&id).is_some_and(|user| !user.bot) {
            self.decorate(&mut json);
        }
        Some(json)
    }

    pub(crate) fn member_json(&self, guild: &Guild, id: UserId) -> Option<Value> {
        let mut member = self.partial_member_json(guild, id)?;
        insert(&mut member, "user", self.user_json(id));
        insert(&mut member, "deaf", false);
        insert(&mut member, "mute", false);
        Some(member)
    }

    /// Returns a channel as in `resolved` and in interactions. `permissions` are those of the person who made the
    /// request.
    pub(crate) fn partial_channel_json(&self, channel: &Channel, who: UserId) -> Value {
        let mut json = channel_json(channel);
        insert(&mut json, "permissions", self.permissions(who, channel.id).to_string());
        json
    }

    pub(crate) fn guild_json(&self, guild: &Guild) -> Value {
        // The emoji contains its creator, as Discord sends it to a bot that may create expressions.
        let emoji = json!({
            "id": guild.id, "name": "harbour", "roles": [], "user": self.user_json(guild.owner), "require_colons": true,
            "managed": false, "animated": false, "available": true,
        });
        let roles: Vec<_> = guild.roles.values().enumerate().map(|(at, role)| role_json(at, role)).collect();
        json!({
            "id": guild.id, "name": guild.name, "icon": null, "description": null, "home_header": null,
            "splash": null, "discovery_splash": null, "features": [], "banner": null,
            "owner_id": guild.owner, "application_id": null, "region": "deprecated",
            "afk_channel_id": null, "afk_timeout": 300, "system_channel_id": null, "system_channel_flags": 0,
            "widget_enabled": false, "widget_channel_id": null, "verification_level": 0, "roles": roles,
            "default_message_notifications": 0, "mfa_level": 0, "explicit_content_filter": 0,
            "max_presences": null, "max_members": 500_000, "max_stage_video_channel_users": 50,
            "max_video_channel_users": 25, "vanity_url_code": null, "premium_tier": 0,
            "premium_subscription_count": 0, "preferred_locale": guild.locale, "rules_channel_id": null,
            "safety_alerts_channel_id": null, "public_updates_channel_id": null, "hub_type": null,
            "premium_progress_bar_enabled": false, "latest_onboarding_question_id": null, "nsfw": false,
            "nsfw_level": 0, "emojis": [emoji], "stickers": [], "incidents_data": null, "inventory_settings": null,
            "embed_enabled": false, "embed_channel_id": null,
        })
    }

    /// Returns the guild of a `GUILD_CREATE`. Without the privileged intent it contains only the bot's own member.
    pub(crate) fn guild_create_json(&self, guild: &Guild) -> Value {
        let mut json = self.guild_json(guild);
        let bot = self.application.bot;
        let joined = guild.members.get(&bot).map(|member| iso8601(member.joined));
        let channels: Vec<_> = self.channels_of(guild.id).map(channel_json).collect();
        insert(&mut json, "joined_at", json!(joined));
        insert(&mut json, "large", false);
        insert(&mut json, "unavailable", false);
        insert(&mut json, "member_count", guild.members.len());
        insert(&mut json, "members", json!(self.member_json(guild, bot).into_iter().collect::<Vec<_>>()));
        insert(&mut json, "channels", channels);
        for empty in
            ["voice_states", "threads", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds"]
        {
            insert(&mut json, empty, json!([]));
        }
        json
    }

    pub(crate) fn channels_of(&self, guild: GuildId) -> impl Iterator<Item = &Channel> {
        self.channels.values().filter(move |channel| channel.guild == Some(guild))
    }

    /// Returns a message as REST sends it. The stand-in itself serves the files.
    pub fn message_json(&self, message: &Message, files: &str) -> Value {
        let listed = message.attachments.iter().filter(|file| !file.in_embed);
        let attachments: Vec<_> =
            listed.map(|file| attachment_json(file, message.channel, files, message.is_ephemeral())).collect();
        let mentions: Vec<_> = message.pings.iter().map(|id| self.user_json(*id)).collect();
        let mut json = json!({
            "type": 0,
            "id": message.id,
            "channel_id": message.channel,
            "author": self.user_json(message.author),
            "content": message.content,
            "timestamp": iso8601(message.id.made_at()),
            "edited_timestamp": message.edited_at.map(iso8601),
            "flags": message.flags,
            "components": message.components,
            "embeds": resolve_embeds(message, files),
            "attachments": attachments,
            "mentions": mentions,
            "mention_roles": message.pinged_roles,
            "mention_everyone": message.pinged_everyone,
            "pinned": false,
            "tts": false,
        });
        if let Some(nonce) = &message.nonce {
            insert(&mut json, "nonce", nonce.clone());
        }
        if let Some(interaction) = message.interaction.and_then(|id| self.interactions.get(&id)) {
            insert(&mut json, "application_id", json!(self.application.id));
            insert(&mut json, "webhook_id", json!(self.application.id));
            insert(&mut json, "interaction_metadata", self.metadata_json(interaction));
            if interaction.kind as u8 == 2 {
                let slash = interaction.payload.pointer("/data/type").is_none_or(|kind| *kind == 1);
                insert(&mut json, "type", if slash { 20 } else { 23 });
                insert(&mut json, "interaction", self.old_metadata_json(interaction));
            }
        }
        json
    }

    fn metadata_json(&self, interaction: &Interaction) -> Value {
        let mut json = json!({
            "id": interaction.id,
            "type": interaction.kind as u8,
            "user": self.user_json(interaction.who),
            "authorizing_integration_owners": owners(interaction.guild),
        });
        if interaction.kind as u8 == 2 {
            insert(&mut json, "name", full_name(&interaction.payload));
            let kind = interaction.payload.pointer("/data/type").cloned().unwrap_or_else(|| json!(1));
            insert(&mut json, "command_type", kind.clone());
            let target = interaction.payload.pointer("/data/target_id").and_then(Value::as_str).unwrap_or_default();
            match kind.as_u64() {
                Some(2) => insert(&mut json, "target_user", json!(target.parse().ok().map(|id| self.user_json(id)))),
                Some(3) => insert(&mut json, "target_message_id", target),
                _ => {}
            }
        } else if let Some(source) = interaction.source {
            insert(&mut json, "interacted_message_id", json!(source));
        }
        if interaction.kind as u8 == 5 {
            let opener = self.interactions.values().find(|other| other.submitted && other.who == interaction.who);
            if let Some(opener) = opener {
                insert(&mut json, "triggering_interaction_metadata", self.metadata_json(opener));
            }
        }
        json
    }

    fn old_metadata_json(&self, interaction: &Interaction) -> Value {
        json!({
            "id": interaction.id,
            "type": interaction.kind as u8,
            "name": full_name(&interaction.payload),
            "user": self.user_json(interaction.who),
        })
    }

    /// Returns the keys that every kind of interaction has.
    pub(crate) fn interaction_json(
        &self,
        (id, token): (InteractionId, &str),
        kind: u8,
        who: UserId,
        channel: ChannelId,
        data: &Value,
    ) -> Value {
        let found = self.channels.get(&channel);
        let guild = found.and_then(|channel| channel.guild).and_then(|id| self.guilds.get(&id));
        let locale = self.users.get(&who).map_or("en-US", |user| &user.locale);
        let bot_may = self.permissions(self.application.bot, channel);
        let mut json = json!({
            "id": id,
            "application_id": self.application.id,
            "type": kind,
            "token": token,
            "version": 1,
            "data": data,
            "channel_id": channel,
            "channel": found.map(|channel| self.partial_channel_json(channel, who)),
            "locale": locale,
            "app_permissions": bot_may.to_string(),
            "entitlements": [],
            "entitlement_sku_ids": [],
            "authorizing_integration_owners": owners(guild.map(|guild| guild.id)),
            "context": u8::from(guild.is_none()),
            "attachment_size_limit": self.application.attachment_size_limit,
        });
        match guild {
            Some(guild) => {
                let mut member = self.member_json(guild, who).unwrap_or_else(|| json!({}));
                insert(&mut member, "permissions", self.permissions(who, channel).to_string());
                insert(&mut json, "member", member);
                insert(&mut json, "guild_id", json!(guild.id));
                insert(&mut json, "guild_locale", guild.locale.as_str());
                insert(&mut json, "guild", json!({"id": guild.id, "locale": guild.locale, "features": []}));
            }
            None => insert(&mut json, "user", self.user_json(who)),
        }
        json
    }

    pub(crate) fn application_json(&self) -> Value {
        let application = &self.application;
        json!({
            "id": application.id, "name": application.name, "icon": null, "description": "", "summary": "",
            "type": null, "is_monetized": false, "is_verified": false, "is_discoverable": false,
            "bot": self.own_user_json(), "owner": self.user_json(application.owner), "team": null,
            "bot_public": application.public, "bot_require_code_grant": false, "hook": true, "flags": application.flags,
            "verify_key": "0".repeat(64), "redirect_uris": [], "interactions_endpoint_url": null,
            "role_connections_verification_url": null, "approximate_guild_count": self.guilds.len(),
            "approximate_user_install_count": 0, "approximate_user_authorization_count": 0,
            "integration_types_config": {"0": {}}, "event_webhooks_url": null, "event_webhooks_status": 1,
            "rpc_origins": [],
        })
    }
}

/// Returns who installed the application: the guild, for an interaction in one.
fn owners(guild: Option<GuildId>) -> Value {
    guild.map_or_else(|| json!({"0": "0"}), |id| json!({"0": id}))
}

impl Interaction {
    /// Returns the full name of a command, such as `wa-group invite revoke`.
    pub fn command_name(&self) -> String {
        full_name(&self.payload)
    }
}

/// Returns the full name from the payload of a command, such as `wa-group invite revoke`.
fn full_name(payload: &Value) -> String {
    let mut at = payload.get("data");
    let mut names = Vec::new();
    while let Some(level) = at {
        names.push(level.get("name").and_then(Value::as_str).unwrap_or_default());
        let first = level.get("options").and_then(|options| options.get(0));
        at = first.filter(|option| matches!(option.get("type").and_then(Value::as_u64), Some(1 | 2)));
    }
    names.join(" ")
}

pub(crate) fn role_json(position: usize, role: &Role) -> Value {
    json!({
        "id": role.id, "name": role.name, "description": null, "permissions": role.permissions.to_string(),
        "position": position, "color": 0, "hoist": false, "managed": false, "mentionable": false, "icon": null,
        "colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
        "unicode_emoji": null, "flags": 0,
    })
}

pub(crate) fn channel_json(channel: &Channel) -> Value {
    let Some(guild) = channel.guild else {
        return json!({"id": channel.id, "type": 1, "last_message_id": null, "flags": 0});
    };
    let overwrites = channel.overwrites.iter().map(|one| {
        json!({
            "id": one.id.to_string(), "type": u8::from(one.is_member),
            "allow": one.allow.to_string(), "deny": one.deny.to_string(),
        })
    });
    json!({
        "id": channel.id, "type": 0, "last_message_id": null, "flags": 0, "guild_id": guild,
        "name": channel.name, "parent_id": null, "rate_limit_per_user": 0, "topic": null, "position": 0,
        "permission_overwrites": overwrites.collect::<Vec<_>>(), "nsfw": false,
    })
}

pub(crate) fn attachment_json(file: &Attachment, channel: ChannelId, files: &str, ephemeral: bool) -> Value {
    let url = attachment_url(file, channel, files);
    let mut json = json!({
        "id": file.id, "filename": file.filename, "size": file.bytes.len(), "url": url, "proxy_url": url,
    });
    if let Some(kind) = &file.content_type {
        insert(&mut json, "content_type", kind.as_str());
    }
    if let Some(text) = &file.description {
        insert(&mut json, "description", text.as_str());
    }
    if ephemeral {
        insert(&mut json, "ephemeral", true);
    }
    json
}

fn attachment_url(file: &Attachment, channel: ChannelId, files: &str) -> String {
    let kind = if channel.0 == 0 { "ephemeral-attachments" } else { "attachments" };
    let name = utf8_percent_encode(&file.filename, IN_ADDRESS);
    format!("{files}/{kind}/{channel}/{}/{name}", file.id)
}

/// Returns the embeds as Discord sends them back, with each `attachment://…` replaced by the address of the file.
fn resolve_embeds(message: &Message, files: &str) -> Vec<Value> {
    let mut embeds = message.embeds.clone();
    for picture in embeds.iter_mut().filter_map(Value::as_object_mut).flat_map(Map::values_mut) {
        for key in ["url", "icon_url"] {
            let named = picture.get(key).and_then(Value::as_str).and_then(|url| url.strip_prefix("attachment://"));
            let file = named.and_then(|name| message.attachments.iter().rfind(|file| file.filename == name));
            if let Some(file) = file {
                let url = attachment_url(file, message.channel, files);
                insert(picture, key, url);
            }
        }
    }
    embeds
}

/// Sets a key of a JSON object that was built here.
pub(crate) fn insert(object: &mut Value, key: &str, value: impl Into<Value>) {
    if let Some(fields) = object.as_object_mut() {
        fields.insert(key.to_owned(), value.into());
    }
}
