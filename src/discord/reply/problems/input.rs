//! Texts of errors of what a user typed or chose.

use whatsapp::InvalidId;

use crate::access::{Capability, Preset};
use crate::discord::reply::card::{Card, sorry};
use crate::discord::reply::outcomes::code;
use crate::discord::reply::people::bold;
use crate::discord::reply::people_list::nobody_found;
use crate::error::InputError;
use crate::language::Language;
use crate::operations::{BadText, DESCRIPTION_CHARS_MAX, REASON_CHARS_MAX, URL_CHARS_MAX};

pub(super) fn card(i18n: Language, problem: &InputError) -> Card {
    match problem {
        InputError::Id(invalid) => bad(i18n, &bad_id(i18n, *invalid)),
        InputError::Text(text) => bad(i18n, &bad_text(i18n, text)),
        InputError::NobodyFound(list) => nobody_found(i18n, list),
        InputError::NobodyAsks => sorry(i18n.nobody_asks(), i18n.nobody_asks_text()),
        InputError::OnePersonOnly { given } => sorry(i18n.one_person_only(), i18n.one_person_only_text(*given)),
        InputError::NobodyNamed => sorry(i18n.nobody_named(), i18n.nobody_named_text()),
        InputError::TooManyPeople { given, max } => bad(i18n, &i18n.too_many_people(*max, *given)),
        InputError::OptionMissing(names) => {
            let names: Vec<String> = names.iter().map(|name| code(name)).collect();
            bad(i18n, &i18n.option_wanted(names.join(", ")))
        }
        InputError::ReasonMissing => sorry(i18n.reason_missing(), i18n.reason_missing_text(code("reason"))),
        InputError::NoReasonForRefusal => bad(i18n, &i18n.no_reason_for_refusal()),
        InputError::TwoPictures => sorry(i18n.bad_picture(), i18n.picture_either()),
        InputError::NoSuchPreset { name } => {
            bad(i18n, &i18n.no_such_preset(bold(name), names(Preset::ALL.map(Preset::name))))
        }
        InputError::NoSuchCapability { name } => {
            bad(i18n, &i18n.no_such_capability(bold(name), names(Capability::ALL.map(Capability::name))))
        }
        InputError::NoSuchCase => sorry(i18n.no_such_case(), i18n.no_such_case_text()),
        InputError::NoInvite => sorry(i18n.no_invite(), i18n.no_invite_text()),
    }
}

/// Returns the card with a sentence about invalid input.
fn bad(i18n: Language, sentence: &str) -> Card {
    sorry(i18n.does_not_work(), format!("{sentence} {}", i18n.nothing_changed()))
}

fn bad_id(i18n: Language, invalid: InvalidId) -> String {
    match invalid {
        InvalidId::Session => i18n.bad_session(),
        InvalidId::Group => i18n.bad_group(),
        InvalidId::GroupForPerson => i18n.bad_group_for_person(),
        InvalidId::Person => i18n.bad_person(),
        InvalidId::Phone => i18n.bad_phone(),
        InvalidId::Invite => i18n.bad_invite(),
        InvalidId::SeveralInvites => i18n.bad_several_invites(),
    }
}

fn bad_text(i18n: Language, bad: &BadText) -> String {
    match bad {
        BadText::NameEmpty => i18n.bad_name_empty(),
        BadText::NameTooLong { given, max } => i18n.bad_name_long(*given, *max),
        BadText::DescriptionTooLong { given } => i18n.bad_description_long(*given, DESCRIPTION_CHARS_MAX),
        BadText::ReasonTooLong { given } => i18n.bad_reason_long(*given, REASON_CHARS_MAX),
        BadText::PictureUrl => i18n.bad_picture_url(),
        BadText::PictureUrlPrivate => i18n.bad_picture_url_private(),
        BadText::PictureUrlTooLong { given } => i18n.bad_picture_url_long(*given, URL_CHARS_MAX),
    }
}

fn names<const N: usize>(all: [&str; N]) -> String {
    all.map(code).join(", ")
}
