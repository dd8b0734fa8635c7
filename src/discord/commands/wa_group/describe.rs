use crate::discord::interaction::pipeline::{PipelineRequest, try_on_group};
use crate::discord::interaction::responder::Responder;
use crate::discord::{Context, Error, autocomplete, describe as discord_describe};
use crate::error::UserError;
use crate::operations::{DescribeGroup, Description};

/// Change the description of a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn describe(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "autocomplete::group::<DescribeGroup>"]
    group: String,
    #[description = "The new description, up to 2,048 characters"] text: Option<String>,
) -> Result<(), Error> {
    let Some(text) = text else { return discord_describe::ask(ctx, &group).await };
    let asked = PipelineRequest::new(Responder::of_command(ctx.data(), ctx.interaction).with_draft(&text));
    let text = Description::parse(&text).map_err(UserError::from);
    try_on_group(asked, &group, text.map(|text| async move |at| Ok(DescribeGroup { at, text }))).await
}
