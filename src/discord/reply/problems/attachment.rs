//! Texts of errors of attached files.

use crate::discord::reply::card::{Card, sorry};
use crate::error::AttachmentError;
use crate::language::Language;
use crate::operations::{BadFile, FILE_BYTES_MAX, FILE_CELLS_MAX, FILE_COLUMNS_MAX, FILE_ENTRIES_MAX, FILE_ROWS_MAX};
use crate::picture::{self, BadPicture};

const MIB: usize = 1024 * 1024;

pub(super) fn card(say: Language, problem: &AttachmentError) -> Card {
    match problem {
        AttachmentError::File(bad) => sorry(say.bad_file(), bad_file(say, *bad)),
        AttachmentError::Picture(bad) => sorry(say.bad_picture(), bad_picture(say, bad)),
        AttachmentError::NotDownloaded => sorry(say.bad_file(), say.file_not_downloaded()),
    }
}

fn bad_file(say: Language, bad: BadFile) -> String {
    match bad {
        BadFile::TooLarge => say.file_too_large(FILE_BYTES_MAX / MIB),
        BadFile::NotText => say.file_not_text(),
        BadFile::NoColumn => say.file_no_column(),
        BadFile::TooMany => say.file_too_many(FILE_ENTRIES_MAX),
        BadFile::TooManyCells => say.file_too_many_cells(FILE_ROWS_MAX, FILE_COLUMNS_MAX, FILE_CELLS_MAX),
        BadFile::TooSlow => say.file_too_slow(),
    }
}

fn bad_picture(say: Language, bad: &BadPicture) -> String {
    match bad {
        BadPicture::TooLarge => say.picture_too_large(picture::BYTES_MAX / MIB),
        BadPicture::TooManyPixels { width, height, max } => say.picture_too_many_pixels(*max, *width, *height),
        BadPicture::Unreadable => say.picture_unreadable(),
        BadPicture::CutOff => say.picture_cut_off(),
        BadPicture::TooSlow => say.picture_too_slow(),
    }
}
