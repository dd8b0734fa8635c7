//! `/wa-setup` with its menus and buttons: shows what is set up and what is missing, and sets the first settings of a server.

use groups_api::Session;
use serenity::all::{
    ComponentInteractionDataKind as Chosen, CurrentUser, GuildChannel, Member, ModalInteraction, PartialGuild,
    Permissions,
};
use whatsapp::SessionName;
use whatsapp::people::Country;

use crate::access::{BadInvitation, ChannelId, GuildId, InvitationText, Preset, RoleId, Server};
use crate::command_name::CommandName;
use crate::discord::components::{CustomId, Menu, typed};
use crate::discord::interaction::pipeline::{RunningCommand, authorize, begin, refuse};
use crate::discord::interaction::{PipelineRequest, Responder, in_time, log_problem};
use crate::discord::reply::{self, Mentioning, NumberMask, SetUp, Setting, Writing};
use crate::discord::rest::{Rest, RestError};
use crate::discord::{Context, Error};
use crate::error::{AccessError, InputError, InteractionError, SettingsError, Unavailable, UserError};
use crate::operations::{ListSessions, Outcome, SessionsListed};
use crate::services::{GrantChange, JobProgress, NextStep};

/// The permissions that the bot needs in a channel that it writes to.
const WRITING: [(Permissions, &str); 3] = [
    (Permissions::VIEW_CHANNEL, "View Channel"),
    (Permissions::SEND_MESSAGES, "Send Messages"),
    (Permissions::EMBED_LINKS, "Embed Links"),
];

/// Set up Usher on this server
// Hidden from others. The server's owner can show it to more people under Integrations.
#[poise::command(slash_command, guild_only, rename = "wa-setup", default_member_permissions = "ADMINISTRATOR")]
pub(super) async fn wa_setup(ctx: Context<'_>) -> Result<(), Error> {
    let Some(command) = begin(ctx, CommandName::Setup).await? else { return Ok(()) };
    show_all(command, None).await
}

/// Handles a choice in a menu.
pub(in crate::discord) async fn chosen(responder: Responder, menu: Menu, chosen: &Chosen) -> Result<(), Error> {
    change(responder, async |command| set(command, menu, chosen).await).await
}

/// Handles the button that opens the modal for the server's country.
pub(in crate::discord) async fn open_country(responder: Responder) -> Result<(), Error> {
    match authorize(&responder, CommandName::Setup).await {
        Ok(settings) => {
            let modal = reply::country_modal(responder.language(), settings.country.country);
            responder.open(&modal).await
        }
        Err(problem) => refuse(responder, CommandName::Setup, &problem).await,
    }
}

/// Handles the submitted modal, in which the user typed a country, or nothing to remove the server's.
pub(in crate::discord) async fn country_typed(responder: Responder, modal: &ModalInteraction) -> Result<(), Error> {
    let typed = typed(modal, &CustomId::CountryField).unwrap_or_default().trim();
    let country = match Country::named(typed) {
        None if typed.is_empty() => Ok(None),
        None => Err(SettingsError::UnknownCountry { typed: typed.to_owned() }),
        named => Ok(named),
    };
    change(responder, async |command| set_country(command, country?).await).await
}

/// Handles the button that makes the proposed country the server's.
pub(in crate::discord) async fn use_country(responder: Responder, country: Country) -> Result<(), Error> {
    change(responder, async |command| set_country(command, Some(country)).await).await
}

/// Handles the button that opens the modal for the server's text of invitations.
pub(in crate::discord) async fn open_invitation(responder: Responder) -> Result<(), Error> {
    let text = async {
        let settings = authorize(&responder, CommandName::Setup).await?;
        let language = in_time(async { Ok(responder.bot_state().language_of(settings.guild).await) }).await?;
        settings.invitation.clone().map_or_else(|| reply::invitation_of(language), Ok)
    };
    match text.await {
        Ok(text) => {
            let modal = reply::invitation_modal(responder.language(), &text);
            responder.open(&modal).await
        }
        Err(problem) => refuse(responder, CommandName::Setup, &problem).await,
    }
}

/// Handles the submitted modal, in which the user typed a text of invitations, or nothing for that of the language.
pub(in crate::discord) async fn invitation_typed(responder: Responder, modal: &ModalInteraction) -> Result<(), Error> {
    let typed = typed(modal, &CustomId::InvitationField).unwrap_or_default();
    let text = match InvitationText::parse(typed) {
        Err(BadInvitation) if typed.trim().is_empty() => Ok(None),
        Err(BadInvitation) => Err(SettingsError::BadInvitation),
        Ok(text) => Ok(Some(text)),
    };
    change(responder, async |command| {
        let default = reply::invitation_of(command.bot_state().language_of(command.actor().guild).await)?;
        let text = text?.filter(|text| *text != default);
        command.services().settings.set_invitation(command.request(), text).await.map(Setting::Invitation)
    })
    .await
}

/// Handles the button that makes reasons mandatory, or optional.
pub(in crate::discord) async fn require_reasons(responder: Responder, required: bool) -> Result<(), Error> {
    change(responder, async |command| {
        command.services().settings.set_reasons(command.request(), required).await.map(Setting::Reasons)
    })
    .await
}

async fn set_country(command: &RunningCommand, country: Option<Country>) -> Result<Setting, UserError> {
    command.services().settings.set_country(command.request(), country).await.map(Setting::Country)
}

/// Changes a setting, and shows all of them with the result.
async fn change(
    responder: Responder,
    set: impl AsyncFnOnce(&RunningCommand) -> Result<Setting, UserError>,
) -> Result<(), Error> {
    let request = PipelineRequest::in_place(responder);
    let Some(command) = begin(request, CommandName::Setup).await? else { return Ok(()) };
    match set(&command).await {
        Err(UserError::Elsewhere) => Ok(()),
        set => {
            if let Err(problem) = &set {
                log_problem(problem);
            }
            show_all(command, Some(set)).await
        }
    }
}

async fn set(command: &RunningCommand, menu: Menu, chosen: &Chosen) -> Result<Setting, UserError> {
    let (services, rest, request) = (command.services(), &command.bot_state().rest, command.request());
    match (menu, chosen) {
        (Menu::Channel(purpose), Chosen::ChannelSelect { values }) => {
            let channel = values.first().map(|channel| ChannelId(channel.get()));
            if let Some(channel) = channel {
                match ServerFacts::read(rest, request.actor.guild).await {
                    Ok(facts) => match facts.writing(rest, channel).await {
                        Writing::Possible => {}
                        Writing::Lacks(_) | Writing::Gone | Writing::Unknown => {
                            return Err(SettingsError::CannotWrite { channel }.into());
                        }
                    },
                    Err(_) => return Err(Unavailable::DiscordSilent.into()),
                }
            }
            services.settings.set_channel(request, purpose, channel).await.map(Setting::Channel)
        }
        (Menu::ApprovalsRole, Chosen::RoleSelect { values }) => {
            let role = values.first().map(|role| RoleId(role.get()));
            services.settings.set_approvals_role(request, role).await.map(Setting::ApprovalsRole)
        }
        (Menu::Moderator, Chosen::RoleSelect { values }) => {
            let role = values.first().ok_or(InputError::OptionMissing(&["role"]))?;
            services.settings.get(request.actor.guild).await?.require_administrator(&request.actor)?;
            let giving = GrantChange {
                role: RoleId(role.get()),
                preset: Some(Preset::Moderator),
                capabilities: [].into(),
                needs_approval: [].into(),
                all_need_approval: false,
                session: None,
                group: None,
            };
            services.settings.grant(request, &giving).await.map(Setting::Moderators)
        }
        _ => Err(InteractionError::UnknownCommand { nearest: None }.into()),
    }
}

/// Shows all settings. `set`: the result of a choice in a menu.
async fn show_all(command: RunningCommand, set: Option<Result<Setting, UserError>>) -> Result<(), Error> {
    let (bot_state, actor) = (command.bot_state(), command.actor());
    // A choice in a menu may have changed them since the command was authorized.
    let settings = match bot_state.services.settings.get(actor.guild).await {
        Ok(settings) => settings,
        Err(problem) => return command.end(Err(problem)).await,
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
    let log = can_write(settings.log.channel).await;
    let log_channels = &bot_state.services.log_channels;
    let log_trouble = log_channels.trouble(actor).await.filter(|trouble| settings.log.channel == Some(trouble.channel));
    if log_trouble.is_some() && log == Some(Writing::Possible) {
        log_channels.retry_now(actor.guild).await;
    }
    let approvals = can_write(settings.approvals.channel).await;
    if approvals == Some(Writing::Possible) {
        bot_state.closed_approvals.open(actor.guild);
    }
    let can_mention = async |role: Option<RoleId>, channel| match (role, &facts) {
        (None, _) => None,
        (Some(role), Ok(facts)) => Some(facts.mentioning(&bot_state.rest, role, channel).await),
        (Some(_), Err(_)) => Some(Mentioning::Unchecked),
    };
    let mentioning = can_mention(settings.approvals_role.role, settings.approvals.channel).await;
    let alerting = can_mention(settings.alerts_role, settings.log.channel).await;
    let sessions = sessions(&command).await.inspect_err(log_problem);
    let numbers = sessions.as_ref().map_or(NumberMask::Masked, |(_, numbers)| *numbers);
    let sessions = sessions.map(|(sessions, _)| sessions);
    let provider = match settings.default_session() {
        Some(session) => Some(bot_state.services.executor.provider_of(session).await),
        None => None,
    };
    let view = SetUp {
        provider,
        proposed_country: sessions.as_ref().ok().and_then(|listed| country_of_accounts(&settings, &listed.sessions)),
        default_country: settings.default_country(),
        default_invitation: reply::invitation_of(bot_state.language_of(actor.guild).await).ok(),
        sessions,
        numbers,
        log,
        log_trouble,
        approvals,
        mentioning,
        alerting,
        without_grants: facts.as_ref().ok().map(|facts| facts.without_grants(&settings)),
        server: &settings,
    };
    let message = reply::set_up(command.language(), &view, set.as_ref());
    let outcome = match &set {
        Some(Err(problem)) => problem.outcome(),
        Some(Ok(_)) | None => "done",
    };
    command.end_without_note(&message, outcome).await
}

/// Returns the sessions of the server, and whether the actor may see phone numbers.
async fn sessions(command: &RunningCommand) -> Result<(SessionsListed, NumberMask), UserError> {
    let executor = &command.services().executor;
    let NextStep::Go(authorized) = executor.reauthorize(command.actor(), ListSessions {}).await? else {
        return Err(AccessError::NotAdministrator.into());
    };
    let rest = &command.bot_state().rest;
    let done = executor.run(command.request(), authorized, JobProgress::default(), rest).await?;
    match done.outcome {
        Outcome::ListSessions(listed) => Ok((listed, NumberMask::of(done.shows_numbers))),
        _ => Err(Unavailable::Internal.into()),
    }
}

/// Returns the country of the server's first account that is connected, by its own phone number.
fn country_of_accounts(server: &Server, sessions: &[Session]) -> Option<Country> {
    let of = |name: &SessionName| {
        let session = sessions.iter().find(|session| session.name == *name && session.is_connected())?;
        session.phone.as_ref().and_then(Country::of)
    };
    server.sessions.iter().find_map(of)
}

/// Discord's data of a server, and of the bot in it.
pub(in crate::discord) struct ServerFacts {
    guild: PartialGuild,
    bot: Member,
}

impl ServerFacts {
    pub(in crate::discord) async fn read(rest: &Rest, guild: GuildId) -> Result<Self, RestError> {
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

    /// Returns the server's name.
    pub(in crate::discord) fn name(&self) -> &str {
        &self.guild.name
    }

    /// Returns the name of a role, if the server has it.
    pub(in crate::discord) fn role(&self, role: RoleId) -> Option<&str> {
        self.guild.roles.values().find(|known| known.id.get() == role.0).map(|known| known.name.as_str())
    }

    pub(in crate::discord) async fn writing(&self, rest: &Rest, channel: ChannelId) -> Writing {
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

    /// Returns whether a mention of the role in the channel notifies its members (Discord, "Role Object" and
    /// "Permissions": mentionable, or the permission Mention Everyone).
    async fn mentioning(&self, rest: &Rest, role: RoleId, channel: Option<ChannelId>) -> Mentioning {
        let Some(known) = self.guild.roles.values().find(|known| known.id.get() == role.0) else {
            return Mentioning::NoRole;
        };
        let Some(channel) = channel.filter(|_| !known.mentionable) else { return Mentioning::Possible };
        match rest.read::<GuildChannel>(&format!("/channels/{channel}")).await {
            Ok(channel) if self.guild.user_permissions_in(&channel, &self.bot).mention_everyone() => {
                Mentioning::Possible
            }
            Ok(_) => Mentioning::Forbidden,
            Err(_) => Mentioning::Unchecked,
        }
    }

    /// Returns the roles of people that no grant names, by their position in the server's list.
    fn without_grants(&self, server: &Server) -> Vec<RoleId> {
        let mut roles: Vec<_> = self.guild.roles.values().filter(|role| !role.managed).collect();
        roles.sort_by_key(|role| std::cmp::Reverse(role.position));
        let is_bare = |role: &RoleId| role.0 != server.guild.0 && server.grants.iter().all(|grant| grant.role != *role);
        let administers = |role: &&&serenity::all::Role| role.permissions.contains(Permissions::ADMINISTRATOR);
        roles.iter().filter(|role| !administers(role)).map(|role| RoleId(role.id.get())).filter(is_bare).collect()
    }
}
