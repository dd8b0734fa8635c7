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

pub(super) fn card(i18n: Language, problem: &OperationError, reference: &str) -> Card {
    match problem {
        OperationError::Failed(failure) => failed(i18n, failure).footer(i18n.footer_reference(reference)),
        OperationError::NotConfirmed(unconfirmed) => not_confirmed(i18n, unconfirmed),
        OperationError::Unsettled { since } => {
            sorry(i18n.still_unsettled(), i18n.still_unsettled_text(format!("<t:{}:R>", since.as_secs())))
        }
        OperationError::BeingChecked { until } => {
            sorry(i18n.still_unsettled(), i18n.settling(format!("<t:{}:T>", until.as_secs())))
        }
    }
}

fn failed(i18n: Language, failure: &Failure) -> Card {
    let (title, what, next) = words(i18n, &failure.cause);
    let said = match (&failure.cause, failure.carried) {
        // These texts say themselves that nothing changed.
        (ApiError::NotSent, _) | (ApiError::ServerError, Effect::No) => return sorry(title, what),
        (ApiError::BadRequest { said, .. } | ApiError::Forbidden { said } | ApiError::Conflict { said }, _) => {
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
    let said = said.map(|said: &ApiMessage| format!("\n{}", i18n.api_says(escape(said.as_str())))).unwrap_or_default();
    let changed = match failure.carried {
        Effect::No => i18n.nothing_changed(),
        Effect::Maybe => i18n.perhaps_changed(),
    };
    sorry(title, format!("{what}{said}\n{changed} {next}"))
}

/// Returns in a few words why the groups API failed.
pub(in crate::discord::reply) fn in_short(i18n: Language, cause: &ApiError) -> String {
    words(i18n, cause).0
}

/// Returns a title, what happened, and what to do next.
fn words(i18n: Language, cause: &ApiError) -> (String, String, String) {
    let again = |pause: Option<Duration>| i18n.try_again_after(after(i18n, pause));
    match cause {
        ApiError::BadRequest { .. } => (i18n.api_refused(), i18n.api_refused_text(), String::new()),
        ApiError::Unauthorized => (i18n.api_key(), i18n.api_key_text(), i18n.api_key_next()),
        ApiError::Forbidden { .. } => (i18n.api_forbidden(), i18n.api_forbidden_text(), i18n.api_forbidden_next()),
        ApiError::NotFound => (i18n.api_not_there(), i18n.api_not_there_text(), i18n.api_not_there_next()),
        ApiError::Conflict { .. } => (i18n.api_conflict(), i18n.api_conflict_text(), String::new()),
        ApiError::RateLimited { retry_after } => (i18n.api_pause(), i18n.api_pause_text(), again(*retry_after)),
        ApiError::Busy { retry_after } => (i18n.api_busy(), i18n.api_busy_text(), again(Some(*retry_after))),
        ApiError::Resting { retry_after } => (i18n.api_trouble(), i18n.api_trouble_text(), again(Some(*retry_after))),
        ApiError::AccountResting { session, retry_after } => {
            let text = i18n.account_trouble_text(escape(session.as_str()));
            (i18n.account_trouble(), text, again(Some(*retry_after)))
        }
        ApiError::NotConnected { reason, .. } => {
            let why = reason.as_ref().map(|reason| i18n.api_not_connected_why(status_reason(i18n, reason)));
            let what = why.unwrap_or_else(|| i18n.api_not_connected_text());
            (i18n.api_not_connected(), what, i18n.api_not_connected_next())
        }
        ApiError::Unavailable => (i18n.api_silent(), i18n.api_silent_text(), i18n.api_silent_next()),
        ApiError::Lost => (i18n.api_lost(), i18n.api_lost_text(), String::new()),
        ApiError::ServerError => (i18n.api_error(), i18n.api_error_text(), String::new()),
        ApiError::NotSent => (i18n.not_done(), i18n.not_sent_text(), String::new()),
        ApiError::Garbled | ApiError::TooLarge => {
            (i18n.api_garbled(), i18n.api_garbled_text(), i18n.api_garbled_next())
        }
    }
}

fn after(i18n: Language, pause: Option<Duration>) -> String {
    match pause.map(|pause| pause.as_secs().max(1)) {
        None => i18n.after_a_minute(),
        Some(seconds @ ..=120) => i18n.after_seconds(seconds),
        Some(seconds) => i18n.after_minutes(seconds.div_ceil(60)),
    }
}
