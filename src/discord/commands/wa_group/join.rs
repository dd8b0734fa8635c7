use whatsapp::InviteCode;

use crate::access::Groups;
use crate::discord::pipeline::on_session;
use crate::discord::{Context, Error};
use crate::error::UserError;
use crate::operations::JoinGroup;

/// Join a WhatsApp group by an invite link
#[poise::command(slash_command)]
pub(super) async fn join(
    ctx: Context<'_>,
    #[description = "The invite link, or the code at its end"] code: String,
) -> Result<(), Error> {
    let code = InviteCode::typed(&code).map_err(UserError::from);
    on_session(
        ctx,
        None,
        Groups::Any,
        code.map(|code| async move |session| Ok(JoinGroup { session, invite: code.into() })),
    )
    .await
}
