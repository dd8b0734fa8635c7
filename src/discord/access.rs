//! Handles `/wa-access`.

use std::time::Duration;

use serenity::all::{CommandInteraction, Permissions};

use super::autocomplete::ALL;
use super::reply;
use super::{Context, Error, pipeline};
use crate::access::{Actor, Capability, Groups, GuildId, Preset, RoleId, Target, UserId};
use crate::error::UserError;
use crate::operations::{ACCESS_GRANT, ACCESS_REVOKE};
use crate::services::{GrantChange, Services};
use crate::store::AuditSubject;

/// Maximum time that an answer waits for the names of groups; without them it shows their ids.
const PATIENCE: Duration = Duration::from_secs(3);

/// The options of `/wa-access grant` and `/wa-access revoke`, as typed.
#[derive(Debug, Default)]
pub(crate) struct Typed {
    pub(crate) role: u64,
    pub(crate) preset: Option<String>,
    pub(crate) capability: Option<String>,
    pub(crate) group: Option<String>,
    pub(crate) session: Option<String>,
    pub(crate) needs_approval: Option<String>,
}

pub(crate) async fn grant(ctx: Context<'_>, typed: Typed) -> Result<(), Error> {
    change(ctx, ACCESS_GRANT, typed, true).await
}

pub(crate) async fn revoke(ctx: Context<'_>, typed: Typed) -> Result<(), Error> {
    change(ctx, ACCESS_REVOKE, typed, false).await
}

async fn change(ctx: Context<'_>, name: &'static str, typed: Typed, gives: bool) -> Result<(), Error> {
    let services = &ctx.data().services;
    let Some(deferred) = pipeline::authorized(ctx, Capability::AccessManage, name).await? else { return Ok(()) };
    let changed = async {
        let server = services.server(deferred.actor()).await?;
        let giving = read(services, deferred.actor(), typed).await?;
        let (say, request) = (deferred.language(), deferred.request());
        if gives {
            let granted = services.grant(request, &giving).await?;
            let names = services.names(&server, PATIENCE).await.into();
            Ok(reply::granted(say, granted.role, &granted.given, &giving.without_effect(), &names))
        } else {
            let revoked = services.revoke(request, &giving).await?;
            let names = services.names(&server, PATIENCE).await.into();
            Ok(reply::revoked(say, revoked.role, &revoked.taken, &names))
        }
    };
    match changed.await {
        Ok(message) => {
            ctx.data().metrics.answered(name, "done");
            deferred.answer(&message).await
        }
        Err(UserError::Elsewhere) => Ok(()),
        Err(problem) => deferred.say_no(&problem, AuditSubject::of(name)).await,
    }
}

/// Handles `/wa-access show`.
pub(crate) async fn show(ctx: Context<'_>, role: Option<u64>, user: Option<u64>) -> Result<(), Error> {
    let services = &ctx.data().services;
    let Some(deferred) = pipeline::authorized(ctx, Capability::AccessManage, "access.show").await? else {
        return Ok(());
    };
    match services.managed(deferred.actor()).await {
        Ok((server, mut grants)) => {
            let theirs = user.map(|user| member(ctx.interaction, server.guild, user));
            grants.retain(|grant| role.is_none_or(|role| grant.role.0 == role));
            match theirs {
                Some(Some(member)) => {
                    grants.retain(|grant| grant.role.0 == server.guild.0 || member.roles.contains(&grant.role));
                }
                Some(None) => return deferred.say_no(&UserError::NotAMember, AuditSubject::of("access.show")).await,
                None => {}
            }
            let names = services.names(&server, PATIENCE).await.into();
            deferred.answer(&reply::grants(deferred.language(), &grants, &names)).await
        }
        Err(problem) => deferred.say_no(&problem, AuditSubject::of("access.show")).await,
    }
}

/// Handles `/wa-access check`.
pub(crate) async fn check(ctx: Context<'_>, user: u64, group: Option<&str>) -> Result<(), Error> {
    let services = &ctx.data().services;
    let Some(deferred) = pipeline::authorized(ctx, Capability::AccessManage, "access.check").await? else {
        return Ok(());
    };
    let checked = async {
        let server = services.server(deferred.actor()).await?;
        let member = member(ctx.interaction, server.guild, user).ok_or(UserError::NotAMember)?;
        let at = if let Some(text) = group {
            Some(services.resolve_group(deferred.actor(), Capability::AccessManage, text, true).await?)
        } else {
            // An actor who manages some groups or sessions sees only those.
            for session in &server.sessions {
                let everywhere = Target { session: Some(session), groups: Groups::Any };
                server.require(deferred.actor(), Capability::AccessManage, everywhere)?;
            }
            None
        };
        let target = at.as_ref().map(|at| Target::of_group(&at.session, &at.group));
        let rights = server.rights_of(&member, target);
        let at = at.map(|at| at.name.unwrap_or_else(|| at.group.to_string()));
        Ok(reply::checked(deferred.language(), member.user, at.as_deref(), &rights))
    };
    match checked.await {
        Ok(message) => deferred.answer(&message).await,
        Err(problem) => deferred.say_no(&problem, AuditSubject::of("access.check")).await,
    }
}

async fn read(services: &Services, actor: &Actor, typed: Typed) -> Result<GrantChange, UserError> {
    let Typed { role, preset, capability, group, session, needs_approval } = typed;
    let preset = preset
        .map(|text| text.trim().to_lowercase().parse::<Preset>().map_err(|_| UserError::NoSuchPreset { name: text }));
    let preset = preset.transpose()?;
    let wanted = needs_approval.as_deref().map(str::trim).unwrap_or_default();
    let all_need_approval = [ALL, "yes", "true"].iter().any(|word| wanted.eq_ignore_ascii_case(word));
    let needs_approval = if all_need_approval || ["no", "false"].contains(&wanted.to_lowercase().as_str()) {
        String::new()
    } else {
        wanted.to_owned()
    };
    let group = match group {
        Some(text) => Some(services.resolve_group(actor, Capability::AccessManage, &text, true).await?),
        None => None,
    };
    let session = match session {
        Some(text) => Some(services.session(actor, Some(&text)).await?),
        None => None,
    };
    Ok(GrantChange {
        role: RoleId(role),
        preset,
        capabilities: capabilities(capability.as_deref().unwrap_or_default())?,
        needs_approval: capabilities(&needs_approval)?,
        all_need_approval,
        session,
        group,
    })
}

/// Parses names of capabilities, separated by commas or spaces.
fn capabilities(text: &str) -> Result<std::collections::BTreeSet<Capability>, UserError> {
    let names = text.split([',', ';', ' ']).map(str::trim).filter(|name| !name.is_empty());
    let no_such = |name: &str| UserError::NoSuchCapability { name: name.to_owned() };
    names.map(|name| name.to_lowercase().parse().map_err(|_| no_such(name))).collect()
}

/// Returns the user of an option, with the data in the interaction, or `None` if they are not in the server.
fn member(interaction: &CommandInteraction, guild: GuildId, user: u64) -> Option<Actor> {
    let member = interaction.data.resolved.members.get(&serenity::all::UserId::new(user))?;
    Some(Actor {
        guild,
        user: UserId(user),
        roles: member.roles.iter().map(|role| RoleId(role.get())).collect(),
        administrator: member.permissions.is_some_and(|permissions| permissions.contains(Permissions::ADMINISTRATOR)),
    })
}
