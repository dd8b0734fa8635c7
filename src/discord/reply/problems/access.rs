//! Texts of errors of access.

use super::{About, LISTED_MAX};
use crate::access::Refusal;
use crate::command_name::CommandName;
use crate::discord::reply::access::mention;
use crate::discord::reply::card::{Card, sorry};
use crate::discord::reply::permissions::{action, permission};
use crate::error::AccessError;
use crate::language::Language;

pub(super) fn card(i18n: Language, problem: &AccessError, about: About<'_>) -> Card {
    match problem {
        AccessError::NotInAServer => sorry(i18n.only_in_server(), i18n.only_in_server_text()),
        AccessError::ServerNotConfigured { server } => {
            sorry(i18n.not_set_up(), i18n.not_set_up_text(server.to_string()))
        }
        AccessError::NotAdministrator => sorry(i18n.for_administrators(), i18n.for_administrators_text()),
        AccessError::Refused(refusal) => refused(i18n, refusal, about),
    }
}

fn refused(i18n: Language, refusal: &Refusal, about: About<'_>) -> Card {
    let needs = if about.operation == CommandName::AuditReason.as_str() {
        // Everyone may change their own.
        i18n.action_audit_reason_of_others()
    } else {
        action(i18n, about.operation).unwrap_or_else(|| permission(i18n, refusal.needs))
    };
    let have_it = match refusal.holders.as_slice() {
        [] => i18n.refused_nobody(),
        [only] => i18n.refused_one_role(mention(*only)),
        several => {
            let roles: Vec<String> = several.iter().take(LISTED_MAX).map(|one| mention(*one)).collect();
            i18n.refused_roles(roles.join(", "))
        }
    };
    let why = match refusal {
        Refusal { needs_approval: true, .. } => i18n.refused_only_asked(needs),
        Refusal { elsewhere: true, .. } => i18n.refused_elsewhere(needs),
        Refusal { .. } => i18n.refused_needs(needs),
    };
    sorry(i18n.refused(), format!("{why} {have_it} {}", i18n.nothing_changed()))
}
