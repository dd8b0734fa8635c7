//! What people attach to a command: files of people, and pictures. It is fetched after the answer was promised.

use serenity::all::Attachment;

use super::Context;
use super::rest::Rest;
use crate::error::Problem;
use crate::groups_api::ids::Person;
use crate::operations::{BadFile, BadMembers, FILE_BYTES_MAX, Region, once_each, parse_members, read_roster};
use crate::picture::{self, BadPicture, Picture};

/// The people that a command names, in its text, in a file, or in both.
pub(crate) struct People<'a> {
    typed: Vec<Person>,
    file: Option<&'a Attachment>,
    rest: &'a Rest,
    region: Option<Region>,
}

impl<'a> People<'a> {
    /// Reads what was typed; what was attached is only looked at.
    pub(crate) fn named(ctx: Context<'a>, typed: Option<&str>, file: Option<&'a Attachment>) -> Result<Self, Problem> {
        let region = ctx.data().desk.region();
        let typed = typed.map(|text| parse_members(text, region)).transpose()?.unwrap_or_default();
        if file.is_some_and(|file| file.size as usize > FILE_BYTES_MAX) {
            return Err(BadFile::TooLarge.into());
        }
        Ok(Self { typed, file, rest: &ctx.data().rest, region })
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
        let Self { typed: mut people, file, rest, region } = self;
        if let Some(file) = file {
            let bytes = fetch(rest, file, FILE_BYTES_MAX).await?.ok_or(BadFile::TooLarge)?;
            people.extend(read_roster(&bytes, region)?);
        }
        Ok(once_each(people))
    }
}

/// A picture, as it will look in WhatsApp.
pub(crate) async fn picture(ctx: Context<'_>, file: &Attachment) -> Result<Picture, Problem> {
    if file.size as usize > picture::BYTES_MAX {
        return Err(BadPicture::TooLarge.into());
    }
    let bytes = fetch(&ctx.data().rest, file, picture::BYTES_MAX).await?;
    Ok(Picture::read(bytes.ok_or(BadPicture::TooLarge)?).await?)
}

async fn fetch(rest: &Rest, file: &Attachment, most: usize) -> Result<Option<Vec<u8>>, Problem> {
    rest.attachment(&file.url, most).await.map_err(|error| {
        tracing::warn!(%error, "what somebody attached could not be had");
        Problem::NotDownloaded
    })
}
