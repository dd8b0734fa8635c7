//! The commands in the menus of messages and of people.

use std::time::Duration;

use serenity::all::{Message, User};

use super::wa_access::show_rights;
use crate::access::{Groups, Target};
use crate::discord::interaction::Responder;
use crate::discord::interaction::dispatch::take_target;
use crate::discord::interaction::pipeline::try_on_session;
use crate::discord::{Context, Error, lists, message_text, reply};
use crate::error::{InputError, UserError};
use crate::operations::{AddMembers, GroupSummary, Perform as _, PreviewInvite};
use crate::services::WantedGroups;
use crate::store::{AuditSubject, OpenList};

/// Maximum wait for the list of groups.
const GROUPS_WITHIN: Duration = Duration::from_secs(10);

/// Offered in the menu of a message.
#[poise::command(context_menu_command = "Preview WhatsApp invite", guild_only)]
pub(super) async fn preview_invite(ctx: Context<'_>, _message: Message) -> Result<(), Error> {
    // The message as Discord sent it: serenity drops parts that may contain a link.
    let target = take_target(ctx).await.unwrap_or_default();
    let codes = message_text::invites(&target);
    let links = codes.len();
    let code = codes.into_iter().next().ok_or(InputError::NoInvite.into());
    let build = code.map(|code| async move |session| Ok(PreviewInvite { session, invite: code.into(), links }));
    try_on_session::<PreviewInvite, _, _>(ctx, None, Groups::Any, build).await
}

/// Offered in the menu of a message: reads the people of its text and its file, and asks for the group.
#[poise::command(context_menu_command = "Add people from this message", guild_only)]
pub(super) async fn add_people(ctx: Context<'_>, _message: Message) -> Result<(), Error> {
    let responder = Responder::of_command(ctx.data(), ctx.interaction);
    let target = take_target(ctx).await.unwrap_or_default();
    let admitted = async {
        let (actor, settings) = (responder.actor()?.clone(), responder.settings().await?);
        settings.authorize(&actor, AddMembers::NEEDS, Target::IN_SCOPE)?;
        Ok::<_, UserError>((actor, settings, lists::source_of_message(&target)?.ok_or(InputError::NobodyNamed)?))
    };
    let what = AuditSubject::of(AddMembers::NAME);
    let (actor, settings, source) = match admitted.await {
        Ok(admitted) => admitted,
        Err(problem) => return responder.refuse(&problem, what).await,
    };
    let deferred = responder.defer().await?;
    let services = &deferred.bot_state().services;
    let groups = services.groups.choices(&settings, &actor, WantedGroups::of::<AddMembers>(), GROUPS_WITHIN).await;
    let groups: Vec<GroupSummary> = groups.into_iter().map(|offered| offered.group).collect();
    if groups.is_empty() {
        return deferred.answer(&reply::no_groups(deferred.language())).await;
    }
    match services.confirmations.insert_list(OpenList { guild: actor.guild, user: actor.user, source }).await {
        Ok((id, expires_at)) => {
            deferred.answer(&reply::which_group(deferred.language(), id, expires_at, &groups)).await
        }
        Err(problem) => deferred.say_no(&problem, what).await,
    }
}

/// Offered in the menu of a person.
#[poise::command(context_menu_command = "WhatsApp permissions", guild_only)]
pub(super) async fn rights(ctx: Context<'_>, user: User) -> Result<(), Error> {
    show_rights(ctx, user.id.get(), None).await
}
