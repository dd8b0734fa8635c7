//! The commands in the menus of messages and of people.

use serenity::all::{Message, User};

use super::wa_access::show_rights;
use crate::access::{Groups, Target};
use crate::discord::interaction::actor;
use crate::discord::interaction::dispatch::take_target;
use crate::discord::interaction::pipeline::try_on_session;
use crate::discord::{Context, Error, message_text};
use crate::error::InputError;
use crate::operations::{JoinGroup, Perform as _, PreviewInvite};

/// Offered in the menu of a message.
#[poise::command(context_menu_command = "Preview WhatsApp invite", guild_only)]
pub(super) async fn preview_invite(ctx: Context<'_>, _message: Message) -> Result<(), Error> {
    // The message as Discord sent it: serenity drops parts that may contain a link.
    let target = take_target(ctx).await.unwrap_or_default();
    let codes = message_text::invites(&target);
    let links = codes.len();
    let code = codes.into_iter().next().ok_or(InputError::NoInvite.into());
    let services = &ctx.data().services;
    let actor = actor(ctx.interaction.guild_id, ctx.interaction.member.as_deref());
    let build = code.map(|code| {
        async move |session| {
            let target = Target { session: Some(&session), groups: Groups::Any };
            let may_join = match &actor {
                Some(actor) => {
                    let settings = services.settings.get(actor.guild).await?;
                    settings.require(actor, JoinGroup::NEEDS, target).is_ok()
                }
                None => false,
            };
            Ok(PreviewInvite { session, invite: code.into(), may_join, links })
        }
    });
    try_on_session(ctx, None, Groups::Any, build).await
}

/// Offered in the menu of a person.
#[poise::command(context_menu_command = "WhatsApp: what may they do?", guild_only)]
pub(super) async fn rights(ctx: Context<'_>, user: User) -> Result<(), Error> {
    show_rights(ctx, user.id.get(), None).await
}
