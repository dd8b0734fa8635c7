//! Texts of errors about limits, approvals and rights.

use usher_clock::Timestamp;

use super::announcements::user;
use super::card::{Card, sorry};
use super::outcomes::code;
use super::requests::state_in_words;
use crate::access::{Capability, Preset};
use crate::error::UserError;
use crate::language::Language;
use crate::operations::{BadFile, FILE_BYTES_MAX, FILE_CELLS_MAX, FILE_COLUMNS_MAX, FILE_ENTRIES_MAX, FILE_ROWS_MAX};
use crate::picture::{self, BadPicture};
use crate::store::{State, TooMuch};

/// Returns the text of a limit, with the time at which it is free again.
pub(super) fn limited(say: Language, too_much: &TooMuch) -> Card {
    // Rounded up to the next whole second.
    let at = |time: &Timestamp, style| format!("<t:{0}:{style}> (<t:{0}:R>)", time.as_secs() + 1);
    match too_much {
        TooMuch::InAMinute { free_at } => sorry(say.too_fast(), say.too_fast_text(at(free_at, 'T'))),
        TooMuch::Asked { free_at } => sorry(say.too_fast(), say.asked_too_much_text(at(free_at, 'T'))),
        TooMuch::InADay { left, budget, free_at } => {
            let when = match free_at {
                None => say.enough_ever(*budget),
                Some(free_at) => say.enough_until(at(free_at, 'f')),
            };
            sorry(say.enough_today(), format!("{} {when}", say.enough_today_text(*budget, *left)))
        }
    }
}

/// Returns why a request cannot be made or decided.
pub(super) fn of_request(say: Language, problem: &UserError) -> Card {
    match problem {
        UserError::NoApprovalsChannel { needs } => {
            sorry(say.nowhere_to_ask(), say.nowhere_to_ask_text(code(needs.name())))
        }
        UserError::TooManyRequests => {
            sorry(say.too_many_requests(), say.too_many_requests_text(crate::services::OPEN_MAX))
        }
        UserError::DiscordSilent => sorry(say.discord_silent(), say.discord_silent_text()),
        UserError::OwnRequest => sorry(say.own_request(), say.own_request_text()),
        UserError::BeingDecided => sorry(say.being_decided(), say.being_decided_text()),
        UserError::NotAsShown => sorry(say.not_as_shown(), say.not_as_shown_text()),
        UserError::RequestDecided { state, by } => {
            let by = by.map_or_else(|| say.somebody(), user);
            let text = match state {
                State::Open => say.decided_too_late(),
                State::Void => say.decided_void(),
                state => say.decided_otherwise(state_in_words(say, *state, &by)),
            };
            sorry(say.decided(), text)
        }
        _ => sorry(say.no_such_request(), say.no_such_request_text()),
    }
}

/// Returns why rights or settings cannot be changed.
pub(super) fn of_access(say: Language, problem: &UserError) -> Card {
    match problem {
        UserError::BeyondOwn { capabilities } => {
            let names: Vec<String> = capabilities.iter().map(|one| code(one.name())).collect();
            sorry(say.beyond_own(), say.beyond_own_text(names.join(", ")))
        }
        UserError::NothingToRevoke { in_file: true } => sorry(say.fixed(), say.fixed_grant()),
        UserError::NothingToRevoke { in_file: false } => sorry(say.nothing_to_revoke(), say.nothing_to_revoke_text()),
        UserError::NothingToGrant => sorry(say.nothing_to_grant(), say.nothing_to_grant_text()),
        UserError::NoEffectInGroup { capabilities } => {
            let names: Vec<String> = capabilities.iter().map(|capability| code(capability.name())).collect();
            sorry(say.no_effect(), say.no_effect_text(names.join(", ")))
        }
        UserError::SetAlready => sorry(say.set_already(), say.set_already_text()),
        UserError::FixedByFile => sorry(say.fixed(), say.fixed_setting()),
        UserError::NotAMember => sorry(say.not_a_member(), say.not_a_member_text()),
        UserError::CannotWrite { channel } => sorry(say.cannot_write(), say.cannot_write_text(format!("<#{channel}>"))),
        _ => sorry(say.for_administrators(), say.for_administrators_text()),
    }
}

/// Returns why an attachment or a URL cannot be used.
pub(super) fn of_files(say: Language, problem: &UserError) -> Card {
    const MIB: usize = 1024 * 1024;
    match problem {
        UserError::BadFile(bad) => {
            let text = match bad {
                BadFile::TooLarge => say.file_too_large(FILE_BYTES_MAX / MIB),
                BadFile::NotText => say.file_not_text(),
                BadFile::NoColumn => say.file_no_column(),
                BadFile::TooMany => say.file_too_many(FILE_ENTRIES_MAX),
                BadFile::TooManyCells => say.file_too_many_cells(FILE_ROWS_MAX, FILE_COLUMNS_MAX, FILE_CELLS_MAX),
                BadFile::TooSlow => say.file_too_slow(),
            };
            sorry(say.bad_file(), text)
        }
        UserError::BadPicture(bad) => {
            let text = match bad {
                BadPicture::TooLarge => say.picture_too_large(picture::BYTES_MAX / MIB),
                BadPicture::TooManyPixels { width, height, max } => say.picture_too_many_pixels(*max, *width, *height),
                BadPicture::Unreadable => say.picture_unreadable(),
                BadPicture::CutOff => say.picture_cut_off(),
                BadPicture::TooSlow => say.picture_too_slow(),
            };
            sorry(say.bad_picture(), text)
        }
        UserError::TwoPictures => sorry(say.bad_picture(), say.picture_either()),
        UserError::NoInvite => sorry(say.no_invite(), say.no_invite_text()),
        UserError::PageGone => sorry(say.pages_old(), say.pages_old_text()),
        _ => sorry(say.bad_file(), say.file_not_downloaded()),
    }
}

/// Returns the existing presets, for an unknown one.
pub(super) fn presets() -> String {
    Preset::ALL.map(|preset| code(preset.name())).join(", ")
}

pub(super) fn capabilities() -> String {
    Capability::ALL.map(|capability| code(capability.name())).join(", ")
}
