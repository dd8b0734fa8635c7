use crate::discord::road::{Asked, on_group};
use crate::discord::visit::Visit;
use crate::discord::{Context, Error, describe as discord_describe, offers};
use crate::error::Problem;
use crate::operations::{DescribeGroup, Description};

/// Change the description of a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn describe(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "offers::group::<DescribeGroup>"]
    group: String,
    #[description = "The new description, up to 2,048 characters"] text: Option<String>,
) -> Result<(), Error> {
    let Some(text) = text else { return discord_describe::ask(ctx, &group).await };
    let asked = Asked::anew(Visit::of_command(ctx.data(), ctx.interaction).with_draft(&text));
    let text = Description::parse(&text).map_err(Problem::from);
    on_group(asked, &group, text.map(|text| async move |at| Ok(DescribeGroup { at, text }))).await
}
