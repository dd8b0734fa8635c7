//! `/wa-group`: WhatsApp groups.

mod admins;
mod describe;
mod help;
mod invite;
mod members;
mod rename;
mod requests;
mod settings;

pub(in crate::discord) use describe::{open as open_description, submit as submit_description};
pub(in crate::discord) use members::{nobody_yet, open as open_people, submit as submit_people};
pub(in crate::discord) use rename::{open as open_name, submit as submit_name};
pub(in crate::discord) use requests::decide_all;
pub(super) use settings::{APPROVAL, WHO};

use serenity::all::Attachment;
use whatsapp::InviteCode;

use crate::access::Groups;
use crate::discord::interaction::PipelineRequest;
use crate::discord::interaction::pipeline::{on_group, on_group_if, on_session, try_on_group, try_on_session};
use crate::discord::interaction::refused::NOT_SHOWN;
use crate::discord::{Context, Error, attachments, autocomplete, lists};
use crate::error::{InputError, UserError};
use crate::operations::{
    CreateGroup, DeleteGroup, Description, GroupName, JoinGroup, Labels, LeaveGroup, ListGroups, PictureFrom,
    PictureUrl, PreviewInvite, Reason, SetPicture, ShowGroup,
};
use crate::people_list::Planned;

/// Manage WhatsApp groups
#[poise::command(
    slash_command,
    guild_only,
    rename = "wa-group",
    subcommands(
        "create",
        "list",
        "show",
        "rename::rename",
        "describe::describe",
        "picture",
        "leave",
        "delete",
        "join",
        "preview",
        "help::help",
        "members::members",
        "admins::admins",
        "invite::invite",
        "requests::requests",
        "settings::settings"
    ),
    subcommand_required
)]
pub(super) async fn wa_group(_ctx: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Returns the request of a command that takes a reason, and the reason that it was given.
fn with_reason(ctx: Context<'_>, typed: Option<&str>) -> (PipelineRequest, Result<Option<Reason>, UserError>) {
    let reason = typed.map(Reason::parse).transpose().map(Option::flatten).map_err(UserError::from);
    let request = PipelineRequest::from(ctx);
    (if let Ok(None) = reason { request.without_reason() } else { request }, reason)
}

#[expect(clippy::too_many_arguments, reason = "the command has so many options")]
/// Create a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn create(
    ctx: Context<'_>,
    #[description = "Name of the group, for example Street Party"]
    #[min_length = 1]
    name: String,
    #[description = "Phone numbers to add, for example +55 11 99999-9999, +49 1512 3456789"] members: Option<String>,
    #[description = "File with people to add: text, CSV, contacts (.vcf) or a spreadsheet"] file: Option<Attachment>,
    #[description = "What the group is about"]
    #[max_length = 2048]
    description: Option<String>,
    #[description = "Picture of the group: PNG, JPEG, WebP or GIF, up to 8 MB"] picture: Option<Attachment>,
    #[description = "WhatsApp account to use (default: this server's first)"]
    #[autocomplete = "autocomplete::session::<CreateGroup>"]
    session: Option<String>,
) -> Result<(), Error> {
    let read = || {
        let name = GroupName::parse(&name, ctx.data().services.name_chars())?;
        let description = description.as_deref().map(Description::parse).transpose()?;
        let description = description.filter(|text| !text.as_str().is_empty());
        Ok::<_, UserError>((name, description, lists::source(members.as_deref(), file.as_ref())?))
    };
    let new_group = read().map(|(name, description, people)| {
        async move |session| {
            let list = match people {
                Some(people) => Some(lists::read_for(ctx.data(), &lists::actor_of(ctx)?, people).await?),
                None => None,
            };
            let picture = match &picture {
                Some(file) => Some(attachments::picture(ctx, file).await?),
                None => None,
            };
            let (people, labels) = (Vec::new(), Labels::default());
            let create = CreateGroup { session, name, people, labels, description, picture };
            match list {
                Some(list) => Planned::with_list(create, list),
                None => Ok(create.into()),
            }
        }
    });
    try_on_session::<CreateGroup, _, _>(ctx, session.as_deref(), Groups::Any, new_group).await
}

/// List your WhatsApp groups
#[poise::command(slash_command)]
pub(super) async fn list(
    ctx: Context<'_>,
    #[description = "Part of a group's name, for example party"]
    #[max_length = 60]
    search: Option<String>,
    #[description = "WhatsApp account to use (default: this server's first)"]
    #[autocomplete = "autocomplete::session::<ListGroups>"]
    session: Option<String>,
) -> Result<(), Error> {
    let search = search.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    on_session(ctx, session.as_deref(), Groups::InScope, |session| ListGroups { session, search, page: 0 }).await
}

/// Show a WhatsApp group: description, owner, size and admins
#[poise::command(slash_command)]
pub(super) async fn show(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<ShowGroup>"]
    group: String,
) -> Result<(), Error> {
    on_group(ctx, &group, |at| ShowGroup { at }).await
}

/// Change the picture of a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn picture(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<SetPicture>"]
    group: String,
    #[description = "The picture: PNG, JPEG, WebP or GIF, up to 8 MB"] image: Option<Attachment>,
    #[description = "Link to the picture, for example https://example.org/party.jpg"]
    #[max_length = 2048]
    url: Option<String>,
) -> Result<(), Error> {
    let chosen = match (image, url) {
        (Some(_), Some(_)) => Err(InputError::TwoPictures.into()),
        (None, None) => Err(InputError::OptionMissing(&["image", "url"]).into()),
        (image, url) => {
            url.as_deref().map(PictureUrl::parse).transpose().map(|url| (image, url)).map_err(UserError::from)
        }
    };
    let build = chosen.map(|(image, url)| {
        async move |at| {
            let picture = match (image, url) {
                (Some(image), _) => PictureFrom::Image(attachments::picture(ctx, &image).await?),
                (None, Some(url)) => PictureFrom::Url(url),
                (None, None) => PictureFrom::Forgotten,
            };
            Ok(SetPicture { at, picture })
        }
    });
    try_on_group::<SetPicture, _, _>(ctx, &group, build, NOT_SHOWN).await
}

/// Leave a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn leave(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<LeaveGroup>"]
    group: String,
    #[description = "Why? Shown in the audit log"]
    #[max_length = 300]
    reason: Option<String>,
) -> Result<(), Error> {
    let (request, reason) = with_reason(ctx, reason.as_deref());
    on_group_if(request, &group, reason.map(|reason| |at| LeaveGroup { at, reason })).await
}

/// Delete a WhatsApp group for all its members
#[poise::command(slash_command)]
pub(super) async fn delete(
    ctx: Context<'_>,
    #[description = "The group: type a part of its name"]
    #[autocomplete = "autocomplete::group::<DeleteGroup>"]
    group: String,
    #[description = "Why? Shown in the audit log"]
    #[max_length = 300]
    reason: Option<String>,
) -> Result<(), Error> {
    let (request, reason) = with_reason(ctx, reason.as_deref());
    on_group_if(request, &group, reason.map(|reason| |at| DeleteGroup { at, reason })).await
}

/// Join a WhatsApp group with an invite link
#[poise::command(slash_command)]
pub(super) async fn join(
    ctx: Context<'_>,
    #[description = "Invite link, for example https://chat.whatsapp.com/AbCdEf123456"]
    #[max_length = 500]
    code: String,
) -> Result<(), Error> {
    let code = InviteCode::typed(&code).map_err(UserError::from);
    try_on_session::<JoinGroup, _, _>(
        ctx,
        None,
        Groups::Any,
        code.map(|code| async move |session| Ok(JoinGroup { session, invite: code.into() })),
    )
    .await
}

/// See which group an invite link leads to, without joining
#[poise::command(slash_command)]
pub(super) async fn preview(
    ctx: Context<'_>,
    #[description = "Invite link, for example https://chat.whatsapp.com/AbCdEf123456"]
    #[max_length = 500]
    code: String,
) -> Result<(), Error> {
    let code = InviteCode::typed(&code).map_err(UserError::from);
    try_on_session::<PreviewInvite, _, _>(
        ctx,
        None,
        Groups::Any,
        code.map(|code| async move |session| Ok(PreviewInvite { session, invite: code.into(), links: 1 })),
    )
    .await
}
