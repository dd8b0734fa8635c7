use crate::discord::road::on_group;
use crate::discord::{Context, Error, offers};
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
    let text = text.ok_or(Problem::OptionMissing("text")).and_then(|text| Ok(Description::parse(&text)?));
    on_group(ctx, &group, text.map(|text| |at| DescribeGroup { at, text })).await
}
