//! `/wa-access`: the grants of a server.

use std::time::Duration;

use serenity::all::{CommandInteraction, Permissions, Role, User};

use crate::access::{Actor, Capability, Groups, GuildId, Preset, RoleId, Target, UserId};
use crate::command_name::CommandName;
use crate::discord::autocomplete::{self, ALL};
use crate::discord::interaction::pipeline::begin;
use crate::discord::{Context, Error, reply};
use crate::error::{InputError, SettingsError, UserError};
use crate::services::{CurrentSettings, GrantChange, NameLookup, Services};

/// Maximum time that an answer waits for the names of groups; without them it shows their ids.
const PATIENCE: Duration = Duration::from_secs(3);

/// The options of `/wa-access grant` and `/wa-access revoke`, as typed.
#[derive(Debug, Default)]
struct Typed {
    role: u64,
    preset: Option<String>,
    capability: Option<String>,
    group: Option<String>,
    session: Option<String>,
    needs_approval: Option<String>,
}

/// See and change permissions
#[poise::command(
    slash_command,
    guild_only,
    rename = "wa-access",
    subcommands("show", "grant", "revoke", "check"),
    subcommand_required
)]
pub(super) async fn wa_access(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Show the permissions of this server and where they come from
#[poise::command(slash_command)]
pub(super) async fn show(
    ctx: Context<'_>,
    #[description = "Only the permissions of this role"] role: Option<Role>,
    #[description = "Only the permissions of this person"] user: Option<User>,
) -> Result<(), Error> {
    let Some(command) = begin(ctx, CommandName::AccessShow).await? else { return Ok(()) };
    let shown = async {
        let settings = command.settings();
        let mut grants = settings.managed_grants(command.actor())?;
        grants.retain(|grant| role.as_ref().is_none_or(|role| grant.role.0 == role.id.get()));
        if let Some(user) = user {
            let member = member(ctx.interaction, settings.guild, user.id.get()).ok_or(SettingsError::NotAMember)?;
            grants.retain(|grant| grant.role.0 == settings.guild.0 || member.roles.contains(&grant.role));
        }
        let names = command.services().groups.names(settings, PATIENCE).await.into();
        Ok(reply::grants(command.language(), &grants, &names))
    };
    let shown = shown.await;
    command.end(shown).await
}

/// Give a role permissions
#[poise::command(slash_command)]
#[expect(clippy::too_many_arguments, reason = "one for each option")]
pub(super) async fn grant(
    ctx: Context<'_>,
    #[description = "Role that gets the permissions"] role: Role,
    #[description = "Set of permissions; each has everything of the one before"] preset: Option<String>,
    #[description = "Single permissions, for example groups.create, members.export"]
    #[autocomplete = "autocomplete::capability"]
    capability: Option<String>,
    #[description = "Only in this group: type a part of its name"]
    #[autocomplete = "autocomplete::managed_group"]
    group: Option<String>,
    #[description = "Only with this WhatsApp account"]
    #[autocomplete = "autocomplete::managed_session"]
    session: Option<String>,
    #[description = "Permissions that need approval: all, or for example members.add, groups.create"]
    #[autocomplete = "autocomplete::needs_approval"]
    needs_approval: Option<String>,
) -> Result<(), Error> {
    let typed = Typed { role: role.id.get(), preset, capability, group, session, needs_approval };
    let Some(command) = begin(ctx, CommandName::AccessGrant).await? else { return Ok(()) };
    let granted = async {
        let (services, language) = (command.services(), command.language());
        let change = read(services, command.settings(), command.actor(), typed).await?;
        let granted = services.settings.grant(command.request(), &change).await?;
        let names = services.groups.names(command.settings(), PATIENCE).await.into();
        Ok(reply::granted(language, granted.role, &granted.given, &change.without_effect(), &names))
    };
    let granted = granted.await;
    command.end(granted).await
}

/// Remove permissions from a role
#[poise::command(slash_command)]
pub(super) async fn revoke(
    ctx: Context<'_>,
    #[description = "Role that loses the permissions"] role: Role,
    #[description = "Only the permissions of this set"] preset: Option<String>,
    #[description = "Only these permissions, for example members.add, groups.create"]
    #[autocomplete = "autocomplete::capability"]
    capability: Option<String>,
    #[description = "Only what was given for this group: type a part of its name"]
    #[autocomplete = "autocomplete::managed_group"]
    group: Option<String>,
) -> Result<(), Error> {
    let typed = Typed { role: role.id.get(), preset, capability, group, ..Typed::default() };
    let Some(command) = begin(ctx, CommandName::AccessRevoke).await? else { return Ok(()) };
    let revoked = async {
        let (services, language) = (command.services(), command.language());
        let change = read(services, command.settings(), command.actor(), typed).await?;
        let revoked = services.settings.revoke(command.request(), &change).await?;
        let names = services.groups.names(command.settings(), PATIENCE).await.into();
        Ok(reply::revoked(language, revoked.role, &revoked.taken, &names))
    };
    let revoked = revoked.await;
    command.end(revoked).await
}

/// See what a person can do, and from which role
#[poise::command(slash_command)]
pub(super) async fn check(
    ctx: Context<'_>,
    #[description = "Person to check"] user: User,
    #[description = "Check one group: type a part of its name"]
    #[autocomplete = "autocomplete::managed_group"]
    group: Option<String>,
) -> Result<(), Error> {
    show_rights(ctx, user.id.get(), group.as_deref()).await
}

/// Shows what a user may do, in a group or anywhere.
pub(super) async fn show_rights(ctx: Context<'_>, user: u64, group: Option<&str>) -> Result<(), Error> {
    let Some(command) = begin(ctx, CommandName::AccessCheck).await? else { return Ok(()) };
    let checked = async {
        let (services, settings, actor) = (command.services(), command.settings(), command.actor());
        let member = member(ctx.interaction, settings.guild, user).ok_or(SettingsError::NotAMember)?;
        let at = if let Some(text) = group {
            Some(services.groups.resolve(settings, actor, Capability::AccessManage, text, NameLookup::Needed).await?)
        } else {
            // An actor who manages some groups or sessions sees only those.
            for session in &settings.sessions {
                let everywhere = Target { session: Some(session), groups: Groups::Any };
                settings.require(actor, Capability::AccessManage, everywhere)?;
            }
            None
        };
        let target = at.as_ref().map(|at| Target::of_group(&at.session, &at.group));
        let rights = settings.rights_of(&member, target);
        let at = at.map(|at| at.name.unwrap_or_else(|| at.group.to_string()));
        let names = services.groups.names(settings, PATIENCE).await.into();
        Ok(reply::checked(command.language(), member.user, at.as_deref(), &rights, &names))
    };
    let checked = checked.await;
    command.end(checked).await
}

async fn read(
    services: &Services,
    settings: &CurrentSettings,
    actor: &Actor,
    typed: Typed,
) -> Result<GrantChange, UserError> {
    let Typed { role, preset, capability, group, session, needs_approval } = typed;
    let preset = preset
        .map(|text| text.trim().to_lowercase().parse::<Preset>().map_err(|_| InputError::NoSuchPreset { name: text }));
    let preset = preset.transpose()?;
    let wanted = needs_approval.as_deref().map(str::trim).unwrap_or_default();
    let all_need_approval = [ALL, "yes", "true"].iter().any(|word| wanted.eq_ignore_ascii_case(word));
    let needs_approval = if all_need_approval || ["no", "false"].contains(&wanted.to_lowercase().as_str()) {
        String::new()
    } else {
        wanted.to_owned()
    };
    let group = match group {
        Some(text) => {
            Some(services.groups.resolve(settings, actor, Capability::AccessManage, &text, NameLookup::Needed).await?)
        }
        None => None,
    };
    let session = match session {
        Some(text) => Some(settings.session(Some(&text))?),
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
    let no_such = |name: &str| InputError::NoSuchCapability { name: name.to_owned() };
    names.map(|name| name.to_lowercase().parse().map_err(|_| no_such(name).into())).collect()
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
