use serde_json::Value;
use serenity::all::Message;

use crate::access::{Groups, Reach};
use crate::discord::dispatch::take_target;
use crate::discord::road::on_session;
use crate::discord::visit::asker;
use crate::discord::{Context, Error};
use crate::error::Problem;
use crate::groups_api::ids::InviteCode;
use crate::operations::{JoinGroup, Perform as _, PreviewInvite};

/// Offered in the menu of a message.
#[poise::command(context_menu_command = "Preview WhatsApp invite", guild_only)]
pub(super) async fn preview_invite(ctx: Context<'_>, message: Message) -> Result<(), Error> {
    let target = take_target(ctx).await.unwrap_or_default();
    let content = target.get("content").and_then(Value::as_str).unwrap_or(&message.content);
    let code = InviteCode::in_text(content).ok_or(Problem::NoInvite);
    let desk = &ctx.data().desk;
    let asker = asker(ctx.interaction.guild_id, ctx.interaction.member.as_deref());
    let build = code.map(|code| {
        async move |session| {
            let reach = Reach { session: Some(&session), groups: Groups::Any };
            let may_join = match &asker {
                Some(asker) => desk.permit(asker, JoinGroup::NEEDS, reach).await.is_ok(),
                None => false,
            };
            Ok(PreviewInvite { session, code, may_join })
        }
    });
    on_session(ctx, None, Groups::Any, build).await
}
