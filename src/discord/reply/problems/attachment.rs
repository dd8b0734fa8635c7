//! Texts of errors of attached files.

use whatsapp::people::{CELLS_MAX, COLUMNS_MAX, FILE_BYTES_MAX, PEOPLE_MAX, ROWS_MAX, UnreadableList};

use crate::discord::reply::card::{Card, sorry};
use crate::error::AttachmentError;
use crate::language::Language;
use crate::picture::{self, BadPicture};

const MIB: usize = 1024 * 1024;

pub(super) fn card(i18n: Language, problem: &AttachmentError) -> Card {
    match problem {
        AttachmentError::List(bad) => sorry(i18n.bad_list(), bad_list(i18n, *bad)),
        AttachmentError::TooSlow => sorry(i18n.bad_file(), i18n.file_too_slow()),
        AttachmentError::Picture(bad) => sorry(i18n.bad_picture(), bad_picture(i18n, bad)),
        AttachmentError::NotDownloaded => sorry(i18n.bad_file(), i18n.file_not_downloaded()),
    }
}

fn bad_list(i18n: Language, bad: UnreadableList) -> String {
    match bad {
        UnreadableList::TooLarge => i18n.file_too_large(FILE_BYTES_MAX / MIB),
        UnreadableList::UnknownFormat => i18n.file_unknown_format(),
        UnreadableList::UnsupportedSpreadsheet => i18n.file_unsupported_spreadsheet(),
        UnreadableList::Damaged => i18n.file_damaged(),
        UnreadableList::TooManyPeople => i18n.file_too_many(PEOPLE_MAX),
        UnreadableList::TooManyCells => i18n.file_too_many_cells(ROWS_MAX, COLUMNS_MAX, CELLS_MAX),
    }
}

fn bad_picture(i18n: Language, bad: &BadPicture) -> String {
    match bad {
        BadPicture::TooLarge => i18n.picture_too_large(picture::BYTES_MAX / MIB),
        BadPicture::TooManyPixels { width, height, max } => i18n.picture_too_many_pixels(*width, *height, *max),
        BadPicture::Unreadable => i18n.picture_unreadable(),
        BadPicture::CutOff => i18n.picture_cut_off(),
        BadPicture::TooSlow => i18n.picture_too_slow(),
    }
}
