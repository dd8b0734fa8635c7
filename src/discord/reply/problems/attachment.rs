//! Texts of errors of attached files.

use crate::discord::reply::card::{Card, sorry};
use crate::error::AttachmentError;
use crate::language::Language;
use crate::operations::{BadFile, FILE_BYTES_MAX, FILE_CELLS_MAX, FILE_COLUMNS_MAX, FILE_ENTRIES_MAX, FILE_ROWS_MAX};
use crate::picture::{self, BadPicture};

const MIB: usize = 1024 * 1024;

pub(super) fn card(i18n: Language, problem: &AttachmentError) -> Card {
    match problem {
        AttachmentError::File(bad) => sorry(i18n.bad_file(), bad_file(i18n, *bad)),
        AttachmentError::Picture(bad) => sorry(i18n.bad_picture(), bad_picture(i18n, bad)),
        AttachmentError::NotDownloaded => sorry(i18n.bad_file(), i18n.file_not_downloaded()),
    }
}

fn bad_file(i18n: Language, bad: BadFile) -> String {
    match bad {
        BadFile::TooLarge => i18n.file_too_large(FILE_BYTES_MAX / MIB),
        BadFile::NotText => i18n.file_not_text(),
        BadFile::NoColumn => i18n.file_no_column(),
        BadFile::TooMany => i18n.file_too_many(FILE_ENTRIES_MAX),
        BadFile::TooManyCells => i18n.file_too_many_cells(FILE_ROWS_MAX, FILE_COLUMNS_MAX, FILE_CELLS_MAX),
        BadFile::TooSlow => i18n.file_too_slow(),
    }
}

fn bad_picture(i18n: Language, bad: &BadPicture) -> String {
    match bad {
        BadPicture::TooLarge => i18n.picture_too_large(picture::BYTES_MAX / MIB),
        BadPicture::TooManyPixels { width, height, max } => i18n.picture_too_many_pixels(*max, *width, *height),
        BadPicture::Unreadable => i18n.picture_unreadable(),
        BadPicture::CutOff => i18n.picture_cut_off(),
        BadPicture::TooSlow => i18n.picture_too_slow(),
    }
}
