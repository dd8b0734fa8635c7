//! What people attach to a command: files of people, and pictures. It is fetched after the answer was promised.

use serenity::all::Attachment;

use super::rest::Rest;
use super::visit::asker;
use super::{Context, Front};
use crate::access::{Groups, Reach, UserId};
use crate::compute::{ComputeError, Weight};
use crate::error::Problem;
use crate::groups_api::ids::Person;
use crate::operations::{BadFile, BadMembers, FILE_BYTES_MAX, Perform, Region, once_each, parse_members, read_roster};
use crate::picture::{self, BadPicture, Picture};

/// Characters of typed text that are read at once.
const TYPED_INLINE_MAX: usize = 500;

/// The people that a command names, in its text, in a file, or in both.
pub(crate) struct People<'a> {
    typed: Vec<Person>,
    file: Option<&'a Attachment>,
    ctx: Context<'a>,
    region: Option<Region>,
}

impl<'a> People<'a> {
    /// Reads what was typed; what was attached is only looked at.
    pub(crate) async fn named<O: Perform>(
        ctx: Context<'a>,
        typed: Option<&str>,
        file: Option<&'a Attachment>,
    ) -> Result<Self, Problem> {
        let region = ctx.data().desk.region();
        let typed = match typed {
            Some(text) => people_typed::<O>(ctx, text).await?,
            None => Vec::new(),
        };
        if file.is_some_and(|file| file.size as usize > FILE_BYTES_MAX) {
            return Err(BadFile::TooLarge.into());
        }
        Ok(Self { typed, file, ctx, region })
    }

    /// For a command that makes no sense without anybody.
    pub(crate) fn somebody(self) -> Result<Self, Problem> {
        if self.typed.is_empty() && self.file.is_none() {
            return Err(BadMembers { entries: Vec::new(), in_file: false }.into());
        }
        Ok(self)
    }

    /// All of them, each once.
    pub(crate) async fn read(self) -> Result<Vec<Person>, Problem> {
        let Self { typed: mut people, file, ctx, region } = self;
        if let Some(file) = file {
            let Front { rest, compute, .. } = &**ctx.data();
            count(ctx)?;
            let place = compute.place(Weight::File)?;
            let bytes = fetch(rest, file, FILE_BYTES_MAX).await?.ok_or(BadFile::TooLarge)?;
            people.extend(place.read(move |deadline| Ok(read_roster(&bytes, region, deadline))).await??);
        }
        Ok(once_each(people))
    }
}

/// The people that were typed for `O`. A long text takes milliseconds; it is read only for those who may do `O` or ask for it.
/// All others get the pipeline's refusal, which goes before any other problem.
pub(crate) async fn people_typed<O: Perform>(ctx: Context<'_>, text: &str) -> Result<Vec<Person>, Problem> {
    let desk = &ctx.data().desk;
    let region = desk.region();
    if text.len() <= TYPED_INLINE_MAX {
        return Ok(parse_members(text, region)?);
    }
    let asker = asker(ctx.interaction.guild_id, ctx.interaction.member.as_deref()).ok_or(Problem::NotInAServer)?;
    desk.admit(&asker, O::NEEDS, Reach { session: None, groups: Groups::InScope }).await?;
    let text = text.to_owned();
    Ok(ctx.data().compute.run(move || parse_members(&text, region)).await??)
}

/// A picture, as it will look in WhatsApp.
pub(crate) async fn picture(ctx: Context<'_>, file: &Attachment) -> Result<Picture, Problem> {
    if file.size as usize > picture::BYTES_MAX {
        return Err(BadPicture::TooLarge.into());
    }
    count(ctx)?;
    let place = ctx.data().compute.place(Weight::Picture)?;
    let bytes = fetch(&ctx.data().rest, file, picture::BYTES_MAX).await?.ok_or(BadPicture::TooLarge)?;
    let read = place.read(move |deadline| Ok(Picture::read(&bytes, deadline))).await;
    match read {
        Err(ComputeError::TimedOut) => Err(BadPicture::TooSlow.into()),
        read => Ok(read??),
    }
}

/// Counts that somebody makes the bot read a file.
fn count(ctx: Context<'_>) -> Result<(), Problem> {
    ctx.data().desk.look_up(UserId(ctx.interaction.user.id.get()))
}

async fn fetch(rest: &Rest, file: &Attachment, most: usize) -> Result<Option<Vec<u8>>, Problem> {
    rest.attachment(&file.url, most).await.map_err(|error| {
        tracing::warn!(%error, "what somebody attached could not be had");
        Problem::NotDownloaded
    })
}
