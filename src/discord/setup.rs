//! Handles `/wa-setup` and its menus: shows what is set up and what is missing, and sets the first settings of a
//! server.

use groups_api::Session;
use serenity::all::{
    ComponentInteraction, ComponentInteractionDataKind as Chosen, CurrentUser, GuildChannel, Member, PartialGuild,
    Permissions,
};

use super::reply::{self, Menu, SetUp, Writing};
use super::responder::{DeferredInteraction, Responder};
use super::rest::{Rest, RestError};
use super::{Context, Data, Error};
use crate::access::{ChannelId, GuildId, Preset, RoleId};
use crate::error::UserError;
use crate::operations::{ListSessions, Outcome, SETUP};
use crate::services::{Current, GrantChange, JobProgress, NextStep};
use crate::store::AuditSubject;

/// The permissions that the bot needs in a channel that it writes to.
const WRITING: [(Permissions, &str); 3] = [
    (Permissions::VIEW_CHANNEL, "View Channel"),
    (Permissions::SEND_MESSAGES, "Send Messages"),
    (Permissions::EMBED_LINKS, "Embed Links"),
];

pub(crate) async fn show(ctx: Context<'_>) -> Result<(), Error> {
    let bot_state = ctx.data();
    let responder = Responder::of_command(bot_state, ctx.interaction);
    if let Err(problem) = administered(bot_state, &responder).await {
        return responder.refuse(&problem, AuditSubject::of(SETUP)).await;
    }
    let deferred = responder.defer().await?;
    show_all(bot_state, &deferred, None).await
}

/// Handles a choice in a menu.
pub(super) async fn chosen(bot_state: &Data, interaction: &ComponentInteraction, menu: Menu) -> Result<(), Error> {
    let responder = Responder::of_component(bot_state, interaction);
    if let Err(problem) = administered(bot_state, &responder).await {
        return responder.refuse(&problem, AuditSubject::of(SETUP)).await;
    }
    let deferred = responder.defer_update().await?;
    let set = set(bot_state, &deferred, menu, &interaction.data.kind).await;
    bot_state.metrics.answered(SETUP, set.as_ref().map_or_else(UserError::outcome, |_| "done"));
    match set {
        Err(UserError::Elsewhere) => Ok(()),
        set => show_all(bot_state, &deferred, Some(set)).await,
    }
}

async fn administered(bot_state: &Data, responder: &Responder) -> Result<Current, UserError> {
    bot_state.services.administered(responder.actor()?).await
}

async fn set(
    bot_state: &Data,
    deferred: &DeferredInteraction,
    menu: Menu,
    chosen: &Chosen,
) -> Result<Outcome, UserError> {
    let (services, request) = (&bot_state.services, deferred.request());
    match (menu, chosen) {
        (Menu::Channel(purpose), Chosen::ChannelSelect { values }) => {
            let channel = values.first().map(|channel| ChannelId(channel.get()));
            if let Some(channel) = channel {
                match ServerFacts::read(&bot_state.rest, request.actor.guild).await {
                    Ok(facts) => match facts.writing(&bot_state.rest, channel).await {
                        Writing::Possible => {}
                        Writing::Lacks(_) | Writing::Gone | Writing::Unknown => {
                            return Err(UserError::CannotWrite { channel });
                        }
                    },
                    Err(_) => return Err(UserError::DiscordSilent),
                }
            }
            services.set_channel(request, purpose, channel).await
        }
        (Menu::Moderator, Chosen::RoleSelect { values }) => {
            let role = values.first().ok_or(UserError::OptionMissing(&["role"]))?;
            services.administered(&request.actor).await?;
            let giving = GrantChange {
                role: RoleId(role.get()),
                preset: Some(Preset::Moderator),
                capabilities: [].into(),
                needs_approval: [].into(),
                all_need_approval: false,
                session: None,
                group: None,
            };
            services.grant(request, &giving).await
        }
        _ => Err(UserError::UnknownCommand { nearest: None }),
    }
}

/// Shows all settings. `set`: the result of a choice in a menu.
async fn show_all(
    bot_state: &Data,
    deferred: &DeferredInteraction,
    set: Option<Result<Outcome, UserError>>,
) -> Result<(), Error> {
    let actor = deferred.actor();
    let server = match bot_state.services.server(actor).await {
        Ok(server) => server,
        Err(problem) => return deferred.say_no(&problem, AuditSubject::of(SETUP)).await,
    };
    let facts = ServerFacts::read(&bot_state.rest, actor.guild).await;
    if let Err(error) = &facts {
        tracing::warn!(%error, "failed to read the server from Discord");
    }
    let can_write = async |channel: Option<ChannelId>| match (channel, &facts) {
        (None, _) => None,
        (Some(channel), Ok(facts)) => Some(facts.writing(&bot_state.rest, channel).await),
        (Some(_), Err(_)) => Some(Writing::Unknown),
    };
    let log = can_write(server.log.channel).await;
    let log_trouble =
        bot_state.services.log_trouble(actor).await.filter(|trouble| server.log.channel == Some(trouble.channel));
    if log_trouble.is_some() && log == Some(Writing::Possible) {
        bot_state.services.retry_log(actor.guild).await;
    }
    let approvals = can_write(server.approvals.channel).await;
    if approvals == Some(Writing::Possible) {
        bot_state.closed_approvals.open(actor.guild);
    }
    let view = SetUp {
        sessions: sessions(bot_state, deferred).await,
        log,
        log_trouble,
        approvals,
        without_grants: facts.as_ref().ok().map(|facts| facts.without_grants(&server)),
        server: &server,
    };
    deferred.answer_without_note(&reply::set_up(deferred.language(), &view, set.as_ref())).await
}

async fn sessions(bot_state: &Data, deferred: &DeferredInteraction) -> Result<Vec<Session>, UserError> {
    let NextStep::Go(cleared) = bot_state.services.reauthorize(deferred.actor(), ListSessions {}.into()).await? else {
        return Err(UserError::NotAdministrator);
    };
    match bot_state.services.run(deferred.request(), cleared, JobProgress::default(), &bot_state.rest).await?.outcome {
        Outcome::Sessions { sessions } => Ok(sessions),
        _ => Err(UserError::Internal),
    }
}

/// Discord's data of a server, and of the bot in it.
struct ServerFacts {
    guild: PartialGuild,
    bot: Member,
}

impl ServerFacts {
    async fn read(rest: &Rest, guild: GuildId) -> Result<Self, RestError> {
        let bot: CurrentUser = rest.read("/users/@me").await?;
        let mut member: serde_json::Value = rest.read(&format!("/guilds/{guild}/members/{}", bot.id)).await?;
        // serenity requires the field, and Discord does not send it here.
        if let Some(fields) = member.as_object_mut() {
            fields.insert("guild_id".to_owned(), guild.to_string().into());
        }
        let bot = serde_json::from_value(member).map_err(|_| RestError::Unreadable)?;
        let mut guild: serde_json::Value = rest.read(&format!("/guilds/{guild}")).await?;
        // They contain their creators, with profiles in forms that serenity does not read.
        if let Some(fields) = guild.as_object_mut() {
            for made_by_people in ["emojis", "stickers"] {
                fields.insert(made_by_people.to_owned(), serde_json::Value::Array(Vec::new()));
            }
        }
        Ok(Self { guild: serde_json::from_value(guild).map_err(|_| RestError::Unreadable)?, bot })
    }

    async fn writing(&self, rest: &Rest, channel: ChannelId) -> Writing {
        match rest.read::<GuildChannel>(&format!("/channels/{channel}")).await {
            Ok(channel) if channel.guild_id == self.guild.id => {
                let may = self.guild.user_permissions_in(&channel, &self.bot);
                let lacks: Vec<&str> =
                    WRITING.iter().filter(|(needed, _)| !may.contains(*needed)).map(|(_, name)| *name).collect();
                if lacks.is_empty() { Writing::Possible } else { Writing::Lacks(lacks) }
            }
            Ok(_) => Writing::Gone,
            // Discord hides the channel from a bot that may not view it.
            Err(error) if error.is_forbidden() => Writing::Lacks(vec!["View Channel"]),
            Err(error) if error.is_final() => Writing::Gone,
            Err(error) => {
                tracing::warn!(%error, "failed to read a channel");
                Writing::Unknown
            }
        }
    }

    /// Returns the roles of people that no grant names, by their position in the server's list.
    fn without_grants(&self, server: &Current) -> Vec<RoleId> {
        let mut roles: Vec<_> = self.guild.roles.values().filter(|role| !role.managed).collect();
        roles.sort_by_key(|role| std::cmp::Reverse(role.position));
        let is_bare = |role: &RoleId| role.0 != server.guild.0 && server.grants.iter().all(|grant| grant.role != *role);
        let administers = |role: &&&serenity::all::Role| role.permissions.contains(Permissions::ADMINISTRATOR);
        roles.iter().filter(|role| !administers(role)).map(|role| RoleId(role.id.get())).filter(is_bare).collect()
    }
}
