//! Texts of errors of requests for approval.

use crate::discord::reply::announcements::user;
use crate::discord::reply::card::{Card, sorry};
use crate::discord::reply::outcomes::code;
use crate::discord::reply::requests::state_in_words;
use crate::error::RequestError;
use crate::language::Language;
use crate::services::OPEN_MAX;
use crate::store::State;

pub(super) fn card(say: Language, problem: &RequestError) -> Card {
    match problem {
        RequestError::NoApprovalsChannel { needs } => {
            sorry(say.nowhere_to_ask(), say.nowhere_to_ask_text(code(needs.name())))
        }
        RequestError::TooManyOpen => sorry(say.too_many_requests(), say.too_many_requests_text(OPEN_MAX)),
        RequestError::NoSuchRequest => sorry(say.no_such_request(), say.no_such_request_text()),
        RequestError::OwnRequest => sorry(say.own_request(), say.own_request_text()),
        RequestError::BeingDecided => sorry(say.being_decided(), say.being_decided_text()),
        RequestError::NotAsShown => sorry(say.not_as_shown(), say.not_as_shown_text()),
        RequestError::Decided { state, by } => {
            let by = by.map_or_else(|| say.somebody(), user);
            let text = match state {
                State::Open => say.decided_too_late(),
                State::Void => say.decided_void(),
                State::Approved | State::Denied | State::Cancelled | State::Expired => {
                    say.decided_otherwise(state_in_words(say, *state, &by))
                }
            };
            sorry(say.decided(), text)
        }
    }
}
