//! Attachments of a command: files with people, and pictures. The bot downloads them after it acknowledged the command.

use serenity::all::Attachment;
use whatsapp::Person;

use super::interaction::actor;
use super::rest::Rest;
use super::{BotState, Context};
use crate::access::{Target, UserId};
use crate::compute::{ComputeError, Deadline, Weight};
use crate::error::{AccessError, AttachmentError, UserError};
use crate::operations::{
    BadFile, BadMembers, FILE_BYTES_MAX, Perform, Region, once_each, parse_members, read_member_file,
};
use crate::picture::{self, BadPicture, Picture};

/// Maximum length of a typed text that is parsed in place, in characters.
const TYPED_INLINE_MAX: usize = 500;

/// The people that a command names, in its text, in a file, or in both.
pub(crate) struct People<'a> {
    typed: Vec<Person>,
    file: Option<&'a Attachment>,
    ctx: Context<'a>,
    region: Option<Region>,
}

impl<'a> People<'a> {
    /// Parses the typed text. Checks the attachment without downloading it.
    pub(crate) async fn named<O: Perform>(
        ctx: Context<'a>,
        typed: Option<&str>,
        file: Option<&'a Attachment>,
    ) -> Result<Self, UserError> {
        let region = ctx.data().services.region();
        let typed = match typed {
            Some(text) => people_typed::<O>(ctx, text).await?,
            None => Vec::new(),
        };
        if file.is_some_and(|file| file.size as usize > FILE_BYTES_MAX) {
            return Err(BadFile::TooLarge.into());
        }
        Ok(Self { typed, file, ctx, region })
    }

    /// Requires at least one person or a file.
    pub(crate) fn not_empty(self) -> Result<Self, UserError> {
        if self.typed.is_empty() && self.file.is_none() {
            return Err(BadMembers { entries: Vec::new(), in_file: false }.into());
        }
        Ok(self)
    }

    /// Returns all people, without duplicates.
    pub(crate) async fn read(self) -> Result<Vec<Person>, UserError> {
        let Self { typed: mut people, file, ctx, region } = self;
        if let Some(file) = file {
            let BotState { rest, compute, .. } = &**ctx.data();
            count(ctx)?;
            let place = compute.place(Weight::File)?;
            let bytes = fetch(rest, file, FILE_BYTES_MAX).await?.ok_or(BadFile::TooLarge)?;
            let read = move |deadline: &Deadline| Ok::<_, UserError>(read_member_file(&bytes, region, deadline)?);
            people.extend(place.read(read).await?);
        }
        Ok(once_each(people))
    }
}

/// Returns the people typed for `O`. A long text takes milliseconds, so it is parsed only for actors who may do `O` or
/// request it. The pipeline refuses all others, and its refusal takes precedence over other errors.
pub(crate) async fn people_typed<O: Perform>(ctx: Context<'_>, text: &str) -> Result<Vec<Person>, UserError> {
    let services = &ctx.data().services;
    let region = services.region();
    if text.len() <= TYPED_INLINE_MAX {
        return Ok(parse_members(text, region)?);
    }
    let actor = actor(ctx.interaction.guild_id, ctx.interaction.member.as_deref()).ok_or(AccessError::NotInAServer)?;
    services.settings.get(actor.guild).await?.authorize(&actor, O::NEEDS, Target::IN_SCOPE)?;
    let text = text.to_owned();
    ctx.data().compute.try_run(move || Ok(parse_members(&text, region)?)).await
}

/// Returns a picture in the form that WhatsApp shows.
pub(crate) async fn picture(ctx: Context<'_>, file: &Attachment) -> Result<Picture, UserError> {
    if file.size as usize > picture::BYTES_MAX {
        return Err(BadPicture::TooLarge.into());
    }
    count(ctx)?;
    let place = ctx.data().compute.place(Weight::Picture)?;
    let bytes = fetch(&ctx.data().rest, file, picture::BYTES_MAX).await?.ok_or(BadPicture::TooLarge)?;
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

/// Counts a download towards the user's limit.
fn count(ctx: Context<'_>) -> Result<(), UserError> {
    ctx.data().services.lookups.count(UserId(ctx.interaction.user.id.get()))
}

async fn fetch(rest: &Rest, file: &Attachment, most: usize) -> Result<Option<Vec<u8>>, UserError> {
    rest.attachment(&file.url, most).await.map_err(|error| {
        tracing::warn!(%error, "failed to download an attachment");
        AttachmentError::NotDownloaded.into()
    })
}
