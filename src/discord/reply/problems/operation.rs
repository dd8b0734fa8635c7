//! Texts of errors of operations that were attempted.

use std::time::Duration;

use groups_api::{ApiError, ApiMessage, Effect};

use crate::discord::reply::card::{Card, sorry};
use crate::discord::reply::operations::status_reason;
use crate::discord::reply::text::escape;
use crate::discord::reply::unsettled::not_confirmed;
use crate::error::OperationError;
use crate::language::Language;
use crate::operations::Failure;

pub(super) fn card(say: Language, problem: &OperationError, reference: &str) -> Card {
    match problem {
        OperationError::Failed(failure) => failed(say, failure).footer(say.footer_reference(reference)),
        OperationError::NotConfirmed(unconfirmed) => not_confirmed(say, unconfirmed),
        OperationError::Unsettled { since } => {
            sorry(say.still_unsettled(), say.still_unsettled_text(format!("<t:{}:R>", since.as_secs())))
        }
        OperationError::BeingChecked { until } => {
            sorry(say.still_unsettled(), say.settling(format!("<t:{}:T>", until.as_secs())))
        }
    }
}

fn failed(say: Language, failure: &Failure) -> Card {
    let (title, what, next) = words(say, &failure.cause);
    let said = match (&failure.cause, failure.carried) {
        // These texts say themselves that nothing changed.
        (ApiError::NotSent, _) | (ApiError::ServerError, Effect::No) => return sorry(title, what),
        (ApiError::BadRequest { said } | ApiError::Forbidden { said } | ApiError::Conflict { said }, _) => {
            said.as_ref()
        }
        (ApiError::ServerError, Effect::Maybe)
        | (
            ApiError::Unauthorized
            | ApiError::NotFound
            | ApiError::RateLimited { .. }
            | ApiError::Busy { .. }
            | ApiError::Resting { .. }
            | ApiError::AccountResting { .. }
            | ApiError::NotConnected { .. }
            | ApiError::Unavailable
            | ApiError::Lost
            | ApiError::Garbled
            | ApiError::TooLarge,
            _,
        ) => None,
    };
    let said = said.map(|said: &ApiMessage| format!("\n{}", say.api_says(escape(said.as_str())))).unwrap_or_default();
    let changed = match failure.carried {
        Effect::No => say.nothing_changed(),
        Effect::Maybe => say.perhaps_changed(),
    };
    sorry(title, format!("{what}{said}\n{changed} {next}"))
}

/// Returns in a few words why the groups API failed.
pub(in crate::discord::reply) fn in_short(say: Language, cause: &ApiError) -> String {
    words(say, cause).0
}

/// Returns a title, what happened, and what to do next.
fn words(say: Language, cause: &ApiError) -> (String, String, String) {
    let again = |pause: Option<Duration>| say.try_again_after(after(say, pause));
    match cause {
        ApiError::BadRequest { .. } => (say.api_refused(), say.api_refused_text(), String::new()),
        ApiError::Unauthorized => (say.api_key(), say.api_key_text(), say.api_key_next()),
        ApiError::Forbidden { .. } => (say.api_forbidden(), say.api_forbidden_text(), say.api_forbidden_next()),
        ApiError::NotFound => (say.api_not_there(), say.api_not_there_text(), say.api_not_there_next()),
        ApiError::Conflict { .. } => (say.api_conflict(), say.api_conflict_text(), String::new()),
        ApiError::RateLimited { retry_after } => (say.api_pause(), say.api_pause_text(), again(*retry_after)),
        ApiError::Busy { retry_after } => (say.api_busy(), say.api_busy_text(), again(Some(*retry_after))),
        ApiError::Resting { retry_after } => (say.api_trouble(), say.api_trouble_text(), again(Some(*retry_after))),
        ApiError::AccountResting { session, retry_after } => {
            let text = say.account_trouble_text(escape(session.as_str()));
            (say.account_trouble(), text, again(Some(*retry_after)))
        }
        ApiError::NotConnected { reason, .. } => {
            let why = reason.as_ref().map(|reason| say.api_not_connected_why(status_reason(say, reason)));
            let what = why.unwrap_or_else(|| say.api_not_connected_text());
            (say.api_not_connected(), what, say.api_not_connected_next())
        }
        ApiError::Unavailable => (say.api_silent(), say.api_silent_text(), say.api_silent_next()),
        ApiError::Lost => (say.api_lost(), say.api_lost_text(), String::new()),
        ApiError::ServerError => (say.api_error(), say.api_error_text(), String::new()),
        ApiError::NotSent => (say.not_done(), say.not_sent_text(), String::new()),
        ApiError::Garbled | ApiError::TooLarge => (say.api_garbled(), say.api_garbled_text(), say.api_garbled_next()),
    }
}

fn after(say: Language, pause: Option<Duration>) -> String {
    match pause.map(|pause| pause.as_secs().max(1)) {
        None => say.after_a_minute(),
        Some(seconds @ ..=120) => say.after_seconds(seconds),
        Some(seconds) => say.after_minutes(seconds.div_ceil(60)),
    }
}
