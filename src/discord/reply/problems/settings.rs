//! Texts of errors of changes to rights and settings.

use crate::access::{Capability, INVITATION_CHARS_MAX, LINK_PLACE};
use crate::discord::reply::card::{Card, sorry};
use crate::discord::reply::outcomes::code;
use crate::discord::reply::people::bold;
use crate::error::SettingsError;
use crate::language::Language;

pub(super) fn card(i18n: Language, problem: &SettingsError) -> Card {
    match problem {
        SettingsError::BeyondOwn { capabilities } => {
            sorry(i18n.beyond_own(), i18n.beyond_own_text(names(capabilities)))
        }
        SettingsError::NothingToRevoke { in_file: true } => sorry(i18n.fixed(), i18n.fixed_grant()),
        SettingsError::NothingToRevoke { in_file: false } => {
            sorry(i18n.nothing_to_revoke(), i18n.nothing_to_revoke_text())
        }
        SettingsError::NothingToGrant => sorry(i18n.nothing_to_grant(), i18n.nothing_to_grant_text()),
        SettingsError::NoEffectInGroup { capabilities } => {
            sorry(i18n.no_effect(), i18n.no_effect_text(names(capabilities)))
        }
        SettingsError::SetAlready => sorry(i18n.set_already(), i18n.set_already_text()),
        SettingsError::MentionsEveryone => sorry(i18n.mentions_everyone(), i18n.mentions_everyone_text()),
        SettingsError::FixedByFile => sorry(i18n.fixed(), i18n.fixed_setting()),
        SettingsError::NotAMember => sorry(i18n.not_a_member(), i18n.not_a_member_text()),
        SettingsError::CannotWrite { channel } => {
            sorry(i18n.cannot_write(), i18n.cannot_write_text(format!("<#{channel}>")))
        }
        SettingsError::BadInvitation => {
            sorry(i18n.bad_invitation(), i18n.bad_invitation_text(code(LINK_PLACE), INVITATION_CHARS_MAX))
        }
        SettingsError::UnknownCountry { typed } => {
            sorry(i18n.unknown_country(), i18n.unknown_country_text(bold(typed)))
        }
    }
}

fn names(capabilities: &[Capability]) -> String {
    let names: Vec<String> = capabilities.iter().map(|one| code(one.name())).collect();
    names.join(", ")
}
