//! From `/wa-access` to the desk.

use std::time::Duration;

use serenity::all::{CommandInteraction, Permissions};

use super::offers::ALL;
use super::reply;
use super::visit::{Visit, Waiting};
use super::{Context, Error};
use crate::access::{Asker, Capability, Groups, GuildId, Preset, Reach, RoleId, UserId};
use crate::desk::{Desk, Giving};
use crate::error::Problem;
use crate::operations::{ACCESS_GRANT, ACCESS_REVOKE, Outcome};
use crate::store::What;

/// In some part of the server.
const REACH: Reach<'_> = Reach { session: None, groups: Groups::InScope };

/// How long an answer waits for the names of groups; without them it shows their ids.
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
    let desk = &ctx.data().desk;
    let Some(waiting) = admit(ctx, name).await? else { return Ok(()) };
    let changed = async {
        let server = desk.server(waiting.asker()).await?;
        let giving = read(desk, waiting.asker(), typed).await?;
        let outcome = if gives {
            desk.grant(waiting.request(), &giving).await
        } else {
            desk.revoke(waiting.request(), &giving).await
        };
        Ok((outcome?, server, giving.without_effect()))
    };
    match changed.await {
        Ok((outcome, server, left_out)) => {
            ctx.data().metrics.answered(name, "done");
            let names = desk.names(&server, PATIENCE).await.into();
            let message = match &outcome {
                Outcome::Granted { role, given } => reply::granted(waiting.language(), *role, given, &left_out, &names),
                Outcome::Revoked { role, taken } => reply::revoked(waiting.language(), *role, taken, &names),
                _ => return Err(anyhow::anyhow!("a change of grants came to something else")),
            };
            waiting.answer(&message).await
        }
        Err(Problem::Elsewhere) => Ok(()),
        Err(problem) => waiting.say_no(&problem, what(name)).await,
    }
}

/// `/wa-access show`
pub(crate) async fn show(ctx: Context<'_>, role: Option<u64>, user: Option<u64>) -> Result<(), Error> {
    let desk = &ctx.data().desk;
    let Some(waiting) = admit(ctx, "access.show").await? else { return Ok(()) };
    match desk.managed(waiting.asker()).await {
        Ok((server, mut grants)) => {
            let theirs = user.map(|user| member(ctx.interaction, server.guild, user));
            grants.retain(|grant| role.is_none_or(|role| grant.role.0 == role));
            match theirs {
                Some(Some(member)) => {
                    grants.retain(|grant| grant.role.0 == server.guild.0 || member.roles.contains(&grant.role));
                }
                Some(None) => return waiting.say_no(&Problem::NotAMember, what("access.show")).await,
                None => {}
            }
            let names = desk.names(&server, PATIENCE).await.into();
            waiting.answer(&reply::grants(waiting.language(), &grants, &names)).await
        }
        Err(problem) => waiting.say_no(&problem, what("access.show")).await,
    }
}

/// `/wa-access check`
pub(crate) async fn check(ctx: Context<'_>, user: u64, group: Option<&str>) -> Result<(), Error> {
    let desk = &ctx.data().desk;
    let Some(waiting) = admit(ctx, "access.check").await? else { return Ok(()) };
    let checked = async {
        let server = desk.server(waiting.asker()).await?;
        let member = member(ctx.interaction, server.guild, user).ok_or(Problem::NotAMember)?;
        let at = if let Some(text) = group {
            Some(desk.locate(waiting.asker(), Capability::AccessManage, text, true).await?)
        } else {
            // Who manages single groups, or some sessions, looks at those.
            for session in &server.sessions {
                let everywhere = Reach { session: Some(session), groups: Groups::Any };
                server.permit(waiting.asker(), Capability::AccessManage, everywhere)?;
            }
            None
        };
        let reach = at.as_ref().map(|at| Reach::of_group(&at.session, &at.group));
        let rights = server.rights_of(&member, reach);
        let at = at.map(|at| at.name.unwrap_or_else(|| at.group.to_string()));
        Ok(reply::checked(waiting.language(), member.user, at.as_deref(), &rights))
    };
    match checked.await {
        Ok(message) => waiting.answer(&message).await,
        Err(problem) => waiting.say_no(&problem, what("access.check")).await,
    }
}

/// Decides access from the interaction alone, and acknowledges; `None` where it was refused.
async fn admit(ctx: Context<'_>, name: &str) -> Result<Option<Waiting>, Error> {
    let visit = Visit::of_command(ctx.data(), ctx.interaction);
    match visit.permit(Capability::AccessManage, REACH).await {
        Ok(()) => visit.defer().await.map(Some),
        Err(problem) => visit.refuse(&problem, what(name)).await.map(|()| None),
    }
}

async fn read(desk: &Desk, asker: &Asker, typed: Typed) -> Result<Giving, Problem> {
    let Typed { role, preset, capability, group, session, needs_approval } = typed;
    let preset = preset
        .map(|text| text.trim().to_lowercase().parse::<Preset>().map_err(|_| Problem::NoSuchPreset { name: text }));
    let preset = preset.transpose()?;
    let wanted = needs_approval.as_deref().map(str::trim).unwrap_or_default();
    let all_need_approval = [ALL, "yes", "true"].iter().any(|word| wanted.eq_ignore_ascii_case(word));
    let needs_approval = if all_need_approval || ["no", "false"].contains(&wanted.to_lowercase().as_str()) {
        String::new()
    } else {
        wanted.to_owned()
    };
    let group = match group {
        Some(text) => Some(desk.locate(asker, Capability::AccessManage, &text, true).await?),
        None => None,
    };
    let session = match session {
        Some(text) => Some(desk.session(asker, Some(&text)).await?),
        None => None,
    };
    Ok(Giving {
        role: RoleId(role),
        preset,
        capabilities: capabilities(capability.as_deref().unwrap_or_default())?,
        needs_approval: capabilities(&needs_approval)?,
        all_need_approval,
        session,
        group,
    })
}

/// Names of capabilities, separated by commas or spaces.
fn capabilities(text: &str) -> Result<std::collections::BTreeSet<Capability>, Problem> {
    let names = text.split([',', ';', ' ']).map(str::trim).filter(|name| !name.is_empty());
    let no_such = |name: &str| Problem::NoSuchCapability { name: name.to_owned() };
    names.map(|name| name.to_lowercase().parse().map_err(|_| no_such(name))).collect()
}

/// Somebody who is named by an option, as the interaction shows them; `None` where they are not in the server.
fn member(interaction: &CommandInteraction, guild: GuildId, user: u64) -> Option<Asker> {
    let member = interaction.data.resolved.members.get(&serenity::all::UserId::new(user))?;
    Some(Asker {
        guild,
        user: UserId(user),
        roles: member.roles.iter().map(|role| RoleId(role.get())).collect(),
        administrator: member.permissions.is_some_and(|permissions| permissions.contains(Permissions::ADMINISTRATOR)),
    })
}

fn what(operation: &str) -> What {
    What { operation: operation.to_owned(), ..What::default() }
}
