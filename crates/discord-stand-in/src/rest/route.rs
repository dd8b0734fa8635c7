//! Routing of requests.

use crate::snowflake::{ApplicationId, ChannelId, CommandId, GuildId, InteractionId, MessageId, UserId};

/// A message of an interaction: the original, or a follow-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Original,
    Id(MessageId),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Route {
    Gateway,
    GatewayBot,
    Me,
    OwnGuilds,
    Application,
    OauthApplication,
    Commands { application: ApplicationId, guild: Option<GuildId> },
    CommandsCreate { application: ApplicationId, guild: Option<GuildId> },
    CommandsOverwrite { application: ApplicationId, guild: Option<GuildId> },
    Command { application: ApplicationId, guild: Option<GuildId>, id: CommandId },
    CommandEdit { application: ApplicationId, guild: Option<GuildId>, id: CommandId },
    CommandDelete { application: ApplicationId, guild: Option<GuildId>, id: CommandId },
    Callback { interaction: InteractionId, token: String },
    Followup { application: ApplicationId, token: String },
    Reply { application: ApplicationId, token: String, message: Which },
    ReplyEdit { application: ApplicationId, token: String, message: Which },
    ReplyDelete { application: ApplicationId, token: String, message: Which },
    DirectChannel,
    Channel { channel: ChannelId },
    Messages { channel: ChannelId },
    Message { channel: ChannelId, message: MessageId },
    MessageEdit { channel: ChannelId, message: MessageId },
    MessageDelete { channel: ChannelId, message: MessageId },
    Guild { guild: GuildId },
    GuildRoles { guild: GuildId },
    Member { guild: GuildId, user: UserId },
}

/// Returns the endpoint for a method and a path. Both `/api/v10` and `/api` are accepted, as Discord does.
pub(super) fn find(method: &str, path: &str) -> Option<Route> {
    let rest = path.strip_prefix("/api")?;
    let rest = rest.strip_prefix("/v10").or_else(|| rest.strip_prefix("/v9")).unwrap_or(rest);
    let parts: Vec<&str> = rest.strip_prefix('/')?.split('/').collect();
    match (method, parts.as_slice()) {
        ("GET", ["gateway"]) => Some(Route::Gateway),
        ("GET", ["gateway", "bot"]) => Some(Route::GatewayBot),
        ("GET", ["users", "@me"]) => Some(Route::Me),
        ("GET", ["users", "@me", "guilds"]) => Some(Route::OwnGuilds),
        ("GET", ["applications", "@me"]) => Some(Route::Application),
        ("GET", ["oauth2", "applications", "@me"]) => Some(Route::OauthApplication),
        ("POST", ["users", "@me", "channels"]) => Some(Route::DirectChannel),
        (_, ["applications", application, rest @ ..]) => commands(method, application.parse().ok()?, rest),
        ("POST", ["interactions", interaction, token, "callback"]) => {
            Some(Route::Callback { interaction: interaction.parse().ok()?, token: (*token).to_owned() })
        }
        (_, ["webhooks", application, token, rest @ ..]) => {
            replies(method, application.parse().ok()?, (*token).to_owned(), rest)
        }
        (_, ["channels", channel, rest @ ..]) => channels(method, channel.parse().ok()?, rest),
        ("GET", ["guilds", guild]) => Some(Route::Guild { guild: guild.parse().ok()? }),
        ("GET", ["guilds", guild, "members", user]) => {
            Some(Route::Member { guild: guild.parse().ok()?, user: user.parse().ok()? })
        }
        ("GET", ["guilds", guild, "roles"]) => Some(Route::GuildRoles { guild: guild.parse().ok()? }),
        _ => None,
    }
}

/// Returns whether an endpoint exists at a path, for any method.
pub(super) fn is_known(path: &str) -> bool {
    ["GET", "POST", "PUT", "PATCH", "DELETE"].iter().any(|method| find(method, path).is_some())
}

fn commands(method: &str, application: ApplicationId, rest: &[&str]) -> Option<Route> {
    let (guild, rest) = match rest {
        ["guilds", guild, rest @ ..] => (Some(guild.parse().ok()?), rest),
        rest => (None, rest),
    };
    match (method, rest) {
        ("GET", ["commands"]) => Some(Route::Commands { application, guild }),
        ("POST", ["commands"]) => Some(Route::CommandsCreate { application, guild }),
        ("PUT", ["commands"]) => Some(Route::CommandsOverwrite { application, guild }),
        ("GET", ["commands", id]) => Some(Route::Command { application, guild, id: id.parse().ok()? }),
        ("PATCH", ["commands", id]) => Some(Route::CommandEdit { application, guild, id: id.parse().ok()? }),
        ("DELETE", ["commands", id]) => Some(Route::CommandDelete { application, guild, id: id.parse().ok()? }),
        _ => None,
    }
}

fn replies(method: &str, application: ApplicationId, token: String, rest: &[&str]) -> Option<Route> {
    let which = |text: &str| match text {
        "@original" | "%40original" => Some(Which::Original),
        id => id.parse().ok().map(Which::Id),
    };
    match (method, rest) {
        ("POST", []) => Some(Route::Followup { application, token }),
        ("GET", ["messages", id]) => Some(Route::Reply { application, token, message: which(id)? }),
        ("PATCH", ["messages", id]) => Some(Route::ReplyEdit { application, token, message: which(id)? }),
        ("DELETE", ["messages", id]) => Some(Route::ReplyDelete { application, token, message: which(id)? }),
        _ => None,
    }
}

fn channels(method: &str, channel: ChannelId, rest: &[&str]) -> Option<Route> {
    match (method, rest) {
        ("GET", []) => Some(Route::Channel { channel }),
        ("POST", ["messages"]) => Some(Route::Messages { channel }),
        ("GET", ["messages", id]) => Some(Route::Message { channel, message: id.parse().ok()? }),
        ("PATCH", ["messages", id]) => Some(Route::MessageEdit { channel, message: id.parse().ok()? }),
        ("DELETE", ["messages", id]) => Some(Route::MessageDelete { channel, message: id.parse().ok()? }),
        _ => None,
    }
}

impl Route {
    /// Returns a name such as `POST /channels/{channel}/messages`, which faults and records use.
    pub(super) fn name(&self) -> String {
        let (method, path) = match self {
            Self::Gateway => ("GET", "/gateway"),
            Self::GatewayBot => ("GET", "/gateway/bot"),
            Self::Me => ("GET", "/users/@me"),
            Self::OwnGuilds => ("GET", "/users/@me/guilds"),
            Self::Application => ("GET", "/applications/@me"),
            Self::OauthApplication => ("GET", "/oauth2/applications/@me"),
            Self::Commands { guild: None, .. } => ("GET", "/applications/{application}/commands"),
            Self::Commands { .. } => ("GET", "/applications/{application}/guilds/{guild}/commands"),
            Self::CommandsCreate { guild: None, .. } => ("POST", "/applications/{application}/commands"),
            Self::CommandsCreate { .. } => ("POST", "/applications/{application}/guilds/{guild}/commands"),
            Self::CommandsOverwrite { guild: None, .. } => ("PUT", "/applications/{application}/commands"),
            Self::CommandsOverwrite { .. } => ("PUT", "/applications/{application}/guilds/{guild}/commands"),
            Self::Command { guild: None, .. } => ("GET", "/applications/{application}/commands/{command}"),
            Self::Command { .. } => ("GET", "/applications/{application}/guilds/{guild}/commands/{command}"),
            Self::CommandEdit { guild: None, .. } => ("PATCH", "/applications/{application}/commands/{command}"),
            Self::CommandEdit { .. } => ("PATCH", "/applications/{application}/guilds/{guild}/commands/{command}"),
            Self::CommandDelete { guild: None, .. } => ("DELETE", "/applications/{application}/commands/{command}"),
            Self::CommandDelete { .. } => ("DELETE", "/applications/{application}/guilds/{guild}/commands/{command}"),
            Self::Callback { .. } => ("POST", "/interactions/{interaction}/{token}/callback"),
            Self::Followup { .. } => ("POST", "/webhooks/{application}/{token}"),
            Self::Reply { message: Which::Original, .. } => {
                ("GET", "/webhooks/{application}/{token}/messages/@original")
            }
            Self::Reply { .. } => ("GET", "/webhooks/{application}/{token}/messages/{message}"),
            Self::ReplyEdit { message: Which::Original, .. } => {
                ("PATCH", "/webhooks/{application}/{token}/messages/@original")
            }
            Self::ReplyEdit { .. } => ("PATCH", "/webhooks/{application}/{token}/messages/{message}"),
            Self::ReplyDelete { message: Which::Original, .. } => {
                ("DELETE", "/webhooks/{application}/{token}/messages/@original")
            }
            Self::ReplyDelete { .. } => ("DELETE", "/webhooks/{application}/{token}/messages/{message}"),
            Self::DirectChannel => ("POST", "/users/@me/channels"),
            Self::Channel { .. } => ("GET", "/channels/{channel}"),
            Self::Messages { .. } => ("POST", "/channels/{channel}/messages"),
            Self::Message { .. } => ("GET", "/channels/{channel}/messages/{message}"),
            Self::MessageEdit { .. } => ("PATCH", "/channels/{channel}/messages/{message}"),
            Self::MessageDelete { .. } => ("DELETE", "/channels/{channel}/messages/{message}"),
            Self::Guild { .. } => ("GET", "/guilds/{guild}"),
            Self::GuildRoles { .. } => ("GET", "/guilds/{guild}/roles"),
            Self::Member { .. } => ("GET", "/guilds/{guild}/members/{user}"),
        };
        format!("{method} {path}")
    }

    /// Returns whether the endpoint accepts a form with files instead of JSON.
    pub(super) fn takes_files(&self) -> bool {
        matches!(
            self,
            Self::Callback { .. }
                | Self::Followup { .. }
                | Self::ReplyEdit { .. }
                | Self::Messages { .. }
                | Self::MessageEdit { .. }
        )
    }

    /// Returns whether the path contains the token. Interaction endpoints do; all others use the bot's token.
    pub(super) fn carries_its_token(&self) -> bool {
        matches!(
            self,
            Self::Gateway
                | Self::Callback { .. }
                | Self::Followup { .. }
                | Self::Reply { .. }
                | Self::ReplyEdit { .. }
                | Self::ReplyDelete { .. }
        )
    }
}
