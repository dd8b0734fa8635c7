use serenity::all::Attachment;

use crate::discord::road::on_group;
use crate::discord::{Context, Error, attached, offers};
use crate::error::Problem;
use crate::operations::{PictureFrom, PictureUrl, SetPicture};

/// Change the picture of a WhatsApp group
#[poise::command(slash_command)]
pub(super) async fn picture(
    ctx: Context<'_>,
    #[description = "The group"]
    #[autocomplete = "offers::group::<SetPicture>"]
    group: String,
    #[description = "The picture: PNG, JPEG, WebP or GIF, up to 8 MiB"] image: Option<Attachment>,
    #[description = "Address of the picture, beginning with https://"] url: Option<String>,
) -> Result<(), Error> {
    let chosen = match (image, url) {
        (Some(_), Some(_)) => Err(Problem::TwoPictures),
        (None, None) => Err(Problem::OptionMissing(&["image", "url"])),
        (image, url) => {
            url.as_deref().map(PictureUrl::parse).transpose().map(|url| (image, url)).map_err(Problem::from)
        }
    };
    let build = chosen.map(|(image, url)| {
        async move |at| {
            let picture = match (image, url) {
                (Some(image), _) => PictureFrom::Image(attached::picture(ctx, &image).await?),
                (None, Some(url)) => PictureFrom::Url(url),
                (None, None) => PictureFrom::Forgotten,
            };
            Ok(SetPicture { at, picture })
        }
    });
    on_group(ctx, &group, build).await
}
