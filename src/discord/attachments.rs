//! Attachments of a command. The bot downloads them after it acknowledged the command.

use serenity::all::Attachment;

use super::Context;
use super::rest::Rest;
use crate::access::UserId;
use crate::compute::{ComputeError, Deadline, Weight};
use crate::error::{AttachmentError, UserError};
use crate::picture::{self, BadPicture, Picture};

/// Returns a picture in the form that WhatsApp shows.
pub(crate) async fn picture(ctx: Context<'_>, file: &Attachment) -> Result<Picture, UserError> {
    if file.size as usize > picture::BYTES_MAX {
        return Err(BadPicture::TooLarge.into());
    }
    ctx.data().services.lookups.count(UserId(ctx.interaction.user.id.get()))?;
    let place = ctx.data().compute.place(Weight::Picture)?;
    let bytes = fetch(&ctx.data().rest, &file.url, picture::BYTES_MAX).await?.ok_or(BadPicture::TooLarge)?;
    let read = move |deadline: &Deadline| Ok(Picture::read(&bytes, deadline)?);
    place.read(read).await.map_err(|unread| match unread {
        UnreadPicture::Bad(bad) => bad.into(),
        UnreadPicture::Compute(ComputeError::TimedOut) => BadPicture::TooSlow.into(),
        UnreadPicture::Compute(error) => error.into(),
    })
}

/// Why a picture was not read.
#[derive(Debug, thiserror::Error)]
enum UnreadPicture {
    #[error(transparent)]
    Bad(#[from] BadPicture),
    #[error(transparent)]
    Compute(#[from] ComputeError),
}

/// Downloads an attachment of at most `most` bytes. Returns `None` if it is larger.
pub(crate) async fn fetch(rest: &Rest, url: &str, most: usize) -> Result<Option<Vec<u8>>, UserError> {
    rest.attachment(url, most).await.map_err(|error| {
        tracing::warn!(%error, "failed to download an attachment");
        AttachmentError::NotDownloaded.into()
    })
}
