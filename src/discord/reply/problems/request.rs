//! Texts of errors of requests for approval.

use super::About;
use crate::discord::reply::announcements::user;
use crate::discord::reply::card::{Card, sorry};
use crate::discord::reply::permissions::{action, permission};
use crate::discord::reply::requests::state_in_words;
use crate::error::RequestError;
use crate::language::Language;
use crate::services::OPEN_MAX;
use crate::store::State;

pub(super) fn card(i18n: Language, problem: &RequestError, about: About<'_>) -> Card {
    match problem {
        RequestError::NoApprovalsChannel { needs } => {
            let needs = action(i18n, about.operation).unwrap_or_else(|| permission(i18n, *needs));
            sorry(i18n.nowhere_to_ask(), i18n.nowhere_to_ask_text(needs))
        }
        RequestError::TooManyOpen => sorry(i18n.too_many_requests(), i18n.too_many_requests_text(OPEN_MAX)),
        RequestError::NoSuchRequest => sorry(i18n.no_such_request(), i18n.no_such_request_text()),
        RequestError::OwnRequest => sorry(i18n.own_request(), i18n.own_request_text()),
        RequestError::ApprovedAlready => sorry(i18n.approved_already(), i18n.approved_already_text()),
        RequestError::BeingDecided => sorry(i18n.being_decided(), i18n.being_decided_text()),
        RequestError::NotAsShown => sorry(i18n.not_as_shown(), i18n.not_as_shown_text()),
        RequestError::Decided { state, by } => {
            let by = by.map_or_else(|| i18n.somebody(), user);
            let text = match state {
                State::Open => i18n.decided_too_late(),
                State::Void => i18n.decided_void(),
                State::Approved | State::Denied | State::Cancelled | State::Expired => {
                    i18n.decided_otherwise(state_in_words(i18n, *state, &by))
                }
            };
            sorry(i18n.decided(), text)
        }
    }
}
