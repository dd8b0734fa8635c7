use serenity::all::Attachment;

use crate::discord::interaction::pipeline::try_on_group;
use crate::discord::{Context, Error, attachments, autocomplete};
use crate::error::UserError;
use crate::operations::{PictureFrom, PictureUrl, SetPicture};

/// Change the picture of a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn picture(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "autocomplete::group::<SetPicture>"]
    group: String,
    #[description = "The picture: PNG, JPEG, WebP or GIF, up to 8 MiB"] image: Option<Attachment>,
    #[description = "Address of the picture, beginning with https://"] url: Option<String>,
) -> Result<(), Error> {
    let chosen = match (image, url) {
        (Some(_), Some(_)) => Err(UserError::TwoPictures),
        (None, None) => Err(UserError::OptionMissing(&["image", "url"])),
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
    try_on_group(ctx, &group, build).await
}
