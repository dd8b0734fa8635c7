//! Texts of errors of access.

use super::LISTED_MAX;
use crate::access::Refusal;
use crate::discord::reply::access::mention;
use crate::discord::reply::card::{Card, sorry};
use crate::discord::reply::outcomes::code;
use crate::error::AccessError;
use crate::language::Language;

pub(super) fn card(say: Language, problem: &AccessError) -> Card {
    match problem {
        AccessError::NotInAServer => sorry(say.only_in_server(), say.only_in_server_text()),
        AccessError::ServerNotConfigured { server } => sorry(say.not_set_up(), say.not_set_up_text(server.to_string())),
        AccessError::NotAdministrator => sorry(say.for_administrators(), say.for_administrators_text()),
        AccessError::Refused(refusal) => refused(say, refusal),
    }
}

fn refused(say: Language, refusal: &Refusal) -> Card {
    let needs = code(refusal.needs.name());
    let have_it = match refusal.holders.as_slice() {
        [] => say.refused_nobody(),
        [only] => say.refused_one_role(mention(*only)),
        several => {
            let roles: Vec<String> = several.iter().take(LISTED_MAX).map(|one| mention(*one)).collect();
            say.refused_roles(roles.join(", "))
        }
    };
    let why = match refusal {
        Refusal { needs_approval: true, .. } => say.refused_only_asked(needs),
        Refusal { elsewhere: true, .. } => say.refused_elsewhere(needs),
        Refusal { .. } => say.refused_needs(needs),
    };
    sorry(say.refused(), format!("{why} {have_it} {}", say.nothing_changed()))
}
