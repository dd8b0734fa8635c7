//! From `/wa-setup` and its menus to the desk: what is there, what is missing, and the first settings of a server.

use serenity::all::{
    ComponentInteraction, ComponentInteractionDataKind as Chosen, CurrentUser, GuildChannel, Member, PartialGuild,
    Permissions,
};

use super::reply::{self, Menu, SetUp, Writing};
use super::rest::{Rest, RestError};
use super::visit::{Visit, Waiting};
use super::{Context, Data, Error};
use crate::access::{ChannelId, GuildId, Preset, RoleId};
use crate::desk::{Clearance, Current, Giving, Progress};
use crate::error::Problem;
use crate::groups_api::model::Session;
use crate::operations::{ListSessions, Outcome, SETUP};
use crate::store::What;

/// What the bot needs in a channel that it writes to.
const WRITING: [(Permissions, &str); 3] = [
    (Permissions::VIEW_CHANNEL, "View Channel"),
    (Permissions::SEND_MESSAGES, "Send Messages"),
    (Permissions::EMBED_LINKS, "Embed Links"),
];

pub(crate) async fn show(ctx: Context<'_>) -> Result<(), Error> {
    let front = ctx.data();
    let visit = Visit::of_command(front, ctx.interaction);
    if let Err(problem) = administered(front, &visit).await {
        return visit.refuse(&problem, what()).await;
    }
    let waiting = visit.defer().await?;
    show_all(front, &waiting, None).await
}

/// Something was chosen in a menu.
pub(super) async fn chosen(front: &Data, interaction: &ComponentInteraction, menu: Menu) -> Result<(), Error> {
    let visit = Visit::of_component(front, interaction);
    if let Err(problem) = administered(front, &visit).await {
        return visit.refuse(&problem, what()).await;
    }
    let waiting = visit.defer_update().await?;
    let set = set(front, &waiting, menu, &interaction.data.kind).await;
    front.metrics.answered(SETUP, set.as_ref().map_or_else(Problem::outcome, |_| "done"));
    match set {
        Err(Problem::Elsewhere) => Ok(()),
        set => show_all(front, &waiting, Some(set)).await,
    }
}

async fn administered(front: &Data, visit: &Visit) -> Result<Current, Problem> {
    front.desk.administered(visit.asker()?).await
}

async fn set(front: &Data, waiting: &Waiting, menu: Menu, chosen: &Chosen) -> Result<Outcome, Problem> {
    let (desk, request) = (&front.desk, waiting.request());
    match (menu, chosen) {
        (Menu::Channel(purpose), Chosen::ChannelSelect { values }) => {
            let channel = values.first().map(|channel| ChannelId(channel.get()));
            if let Some(channel) = channel {
                match Facts::read(&front.rest, request.asker.guild).await {
                    Ok(facts) => match facts.writing(&front.rest, channel).await {
                        Writing::Possible => {}
                        Writing::Lacks(_) | Writing::Gone | Writing::Unknown => {
                            return Err(Problem::CannotWrite { channel });
                        }
                    },
                    Err(_) => return Err(Problem::DiscordSilent),
                }
            }
            desk.set_channel(request, purpose, channel).await
        }
        (Menu::Moderator, Chosen::RoleSelect { values }) => {
            let role = values.first().ok_or(Problem::OptionMissing(&["role"]))?;
            desk.administered(&request.asker).await?;
            let giving = Giving {
                role: RoleId(role.get()),
                preset: Some(Preset::Moderator),
                capabilities: [].into(),
                needs_approval: [].into(),
                all_need_approval: false,
                session: None,
                group: None,
            };
            desk.grant(request, &giving).await
        }
        _ => Err(Problem::UnknownCommand { nearest: None }),
    }
}

/// `set`: what a menu has just come to.
async fn show_all(front: &Data, waiting: &Waiting, set: Option<Result<Outcome, Problem>>) -> Result<(), Error> {
    let asker = waiting.asker();
    let server = match front.desk.server(asker).await {
        Ok(server) => server,
        Err(problem) => return waiting.say_no(&problem, what()).await,
    };
    let facts = Facts::read(&front.rest, asker.guild).await;
    if let Err(error) = &facts {
        tracing::warn!(%error, "what Discord knows of the server could not be read");
    }
    let can_write = async |channel: Option<ChannelId>| match (channel, &facts) {
        (None, _) => None,
        (Some(channel), Ok(facts)) => Some(facts.writing(&front.rest, channel).await),
        (Some(_), Err(_)) => Some(Writing::Unknown),
    };
    let log = can_write(server.log.channel).await;
    let log_trouble = front.desk.log_trouble(asker).await.filter(|trouble| server.log.channel == Some(trouble.channel));
    if log_trouble.is_some() && log == Some(Writing::Possible) {
        front.desk.retry_log(asker.guild).await;
    }
    let approvals = can_write(server.approvals.channel).await;
    if approvals == Some(Writing::Possible) {
        front.closed_approvals.open(asker.guild);
    }
    let view = SetUp {
        sessions: sessions(front, waiting).await,
        log,
        log_trouble,
        approvals,
        without_grants: facts.as_ref().ok().map(|facts| facts.without_grants(&server)),
        server: &server,
    };
    waiting.answer_without_note(&reply::set_up(waiting.language(), &view, set.as_ref())).await
}

async fn sessions(front: &Data, waiting: &Waiting) -> Result<Vec<Session>, Problem> {
    let Clearance::Go(cleared) = front.desk.clear(waiting.asker(), ListSessions {}.into()).await? else {
        return Err(Problem::NotAdministrator);
    };
    match front.desk.run(waiting.request(), cleared, Progress::default(), &front.rest).await?.outcome {
        Outcome::Sessions { sessions } => Ok(sessions),
        _ => Err(Problem::Internal),
    }
}

/// What Discord knows of a server, and of the bot in it.
struct Facts {
    guild: PartialGuild,
    bot: Member,
}

impl Facts {
    async fn read(rest: &Rest, guild: GuildId) -> Result<Self, RestError> {
        let bot: CurrentUser = rest.read("/users/@me").await?;
        let mut member: serde_json::Value = rest.read(&format!("/guilds/{guild}/members/{}", bot.id)).await?;
        // serenity wants it, and Discord does not say it here.
        if let Some(fields) = member.as_object_mut() {
            fields.insert("guild_id".to_owned(), guild.to_string().into());
        }
        let bot = serde_json::from_value(member).map_err(|_| RestError::Unreadable)?;
        let mut guild: serde_json::Value = rest.read(&format!("/guilds/{guild}")).await?;
        // They name the people who made them, with profiles in forms that serenity does not read.
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
            // Discord shows no channel to who may not view it.
            Err(error) if error.is_forbidden() => Writing::Lacks(vec!["View Channel"]),
            Err(error) if error.is_final() => Writing::Gone,
            Err(error) => {
                tracing::warn!(%error, "a channel could not be looked at");
                Writing::Unknown
            }
        }
    }

    /// Roles of people that no grant names; by their place in the server's list.
    fn without_grants(&self, server: &Current) -> Vec<RoleId> {
        let mut roles: Vec<_> = self.guild.roles.values().filter(|role| !role.managed).collect();
        roles.sort_by_key(|role| std::cmp::Reverse(role.position));
        let is_bare = |role: &RoleId| role.0 != server.guild.0 && server.grants.iter().all(|grant| grant.role != *role);
        let administers = |role: &&&serenity::all::Role| role.permissions.contains(Permissions::ADMINISTRATOR);
        roles.iter().filter(|role| !administers(role)).map(|role| RoleId(role.id.get())).filter(is_bare).collect()
    }
}

fn what() -> What {
    What { operation: SETUP.to_owned(), ..What::default() }
}
