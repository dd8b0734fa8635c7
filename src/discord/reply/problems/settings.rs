//! Texts of errors of changes to rights and settings.

use crate::access::Capability;
use crate::discord::reply::card::{Card, sorry};
use crate::discord::reply::outcomes::code;
use crate::error::SettingsError;
use crate::language::Language;

pub(super) fn card(say: Language, problem: &SettingsError) -> Card {
    match problem {
        SettingsError::BeyondOwn { capabilities } => sorry(say.beyond_own(), say.beyond_own_text(names(capabilities))),
        SettingsError::NothingToRevoke { in_file: true } => sorry(say.fixed(), say.fixed_grant()),
        SettingsError::NothingToRevoke { in_file: false } => {
            sorry(say.nothing_to_revoke(), say.nothing_to_revoke_text())
        }
        SettingsError::NothingToGrant => sorry(say.nothing_to_grant(), say.nothing_to_grant_text()),
        SettingsError::NoEffectInGroup { capabilities } => {
            sorry(say.no_effect(), say.no_effect_text(names(capabilities)))
        }
        SettingsError::SetAlready => sorry(say.set_already(), say.set_already_text()),
        SettingsError::FixedByFile => sorry(say.fixed(), say.fixed_setting()),
        SettingsError::NotAMember => sorry(say.not_a_member(), say.not_a_member_text()),
        SettingsError::CannotWrite { channel } => {
            sorry(say.cannot_write(), say.cannot_write_text(format!("<#{channel}>")))
        }
    }
}

fn names(capabilities: &[Capability]) -> String {
    let names: Vec<String> = capabilities.iter().map(|one| code(one.name())).collect();
    names.join(", ")
}
