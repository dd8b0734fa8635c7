use crate::discord::road::on_group;
use crate::discord::{Context, Error, offers};
use crate::error::Problem;
use crate::operations::{PictureUrl, SetPicture};

/// Change the picture of a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn picture(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "offers::group::<SetPicture>"]
    group: String,
    #[description = "Address of the picture, beginning with https://"] url: Option<String>,
) -> Result<(), Error> {
    let url = url.ok_or(Problem::OptionMissing("url")).and_then(|url| Ok(PictureUrl::parse(&url)?));
    on_group(ctx, &group, url.map(|url| |at| SetPicture { at, url })).await
}
