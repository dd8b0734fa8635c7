//! Texts of errors of operations that were attempted.

use std::time::Duration;

use groups_api::{ApiError, ApiMessage, Effect, NotOffered};

use super::About;
use crate::discord::reply::card::{Card, sorry};
use crate::discord::reply::operations::status_reason;
use crate::discord::reply::text::{escape, quote, relative};
use crate::discord::reply::unsettled::not_confirmed;
use crate::error::OperationError;
use crate::language::Language;
use crate::operations::{Failure, JoinGroup, Perform as _, PreviewInvite};

pub(super) fn card(i18n: Language, problem: &OperationError, about: About<'_>) -> Card {
    match problem {
        OperationError::Failed(failure) => {
            let card = failed(i18n, failure, about.operation);
            if is_the_users(&failure.cause) { card } else { card.footer(i18n.footer_reference(about.reference)) }
        }
        OperationError::NotConfirmed(unconfirmed) => not_confirmed(i18n, unconfirmed),
        OperationError::Unsettled { since } => {
            sorry(i18n.still_unsettled(), i18n.still_unsettled_text(relative(*since)))
        }
        OperationError::BeingChecked { until } => {
            sorry(i18n.still_unsettled(), i18n.settling(format!("<t:{}:T>", until.as_secs())))
        }
    }
}

/// Returns whether the user, a group admin or time can remove the cause, so that no one needs the log.
fn is_the_users(cause: &ApiError) -> bool {
    match cause {
        ApiError::BadRequest { .. }
        | ApiError::Forbidden { .. }
        | ApiError::NotFound
        | ApiError::Conflict { .. }
        | ApiError::RateLimited { .. }
        | ApiError::Busy { .. }
        | ApiError::NotOffered(_)
        | ApiError::NotConnected { .. } => true,
        ApiError::Unauthorized
        | ApiError::Resting { .. }
        | ApiError::AccountResting { .. }
        | ApiError::Unavailable
        | ApiError::Lost
        | ApiError::ServerError
        | ApiError::NotSent
        | ApiError::Garbled
        | ApiError::TooLarge => false,
    }
}

fn failed(i18n: Language, failure: &Failure, operation: &str) -> Card {
    let (title, what, next) = words(i18n, &failure.cause, operation);
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
            | ApiError::NotOffered(_)
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
    let said = said.map(|said: &ApiMessage| format!("\n{}\n{}", i18n.api_says(), quote(said.as_str())));
    let changed = match failure.carried {
        Effect::No => i18n.nothing_changed(),
        Effect::Maybe => i18n.perhaps_changed(),
    };
    let text = format!("{what} {changed} {next}");
    sorry(title, format!("{}{}", text.trim_end(), said.unwrap_or_default()))
}

/// Returns in a few words why an operation of that name failed.
pub(in crate::discord::reply) fn in_short(i18n: Language, cause: &ApiError, operation: &str) -> String {
    words(i18n, cause, operation).0
}

/// Returns a title, what happened, and what to do next.
fn words(i18n: Language, cause: &ApiError, operation: &str) -> (String, String, String) {
    let again = |pause: Option<Duration>| i18n.try_again_after(after(i18n, pause));
    match cause {
        ApiError::BadRequest { .. } => (i18n.api_refused(), i18n.api_refused_text(), String::new()),
        ApiError::Unauthorized => (i18n.api_key(), i18n.api_key_text(), i18n.api_key_next()),
        ApiError::Forbidden { .. } => (i18n.api_forbidden(), i18n.api_forbidden_text(), i18n.api_forbidden_next()),
        ApiError::NotFound if [JoinGroup::NAME, PreviewInvite::NAME].contains(&operation) => {
            (i18n.api_no_invite(), i18n.api_no_invite_text(), i18n.api_no_invite_next())
        }
        ApiError::NotFound => (i18n.api_no_group(), i18n.api_no_group_text(), i18n.api_no_group_next()),
        ApiError::Conflict { .. } if operation == JoinGroup::NAME => {
            (i18n.api_no_join(), i18n.api_no_join_text(), i18n.api_no_join_next())
        }
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
        ApiError::NotOffered(what) => {
            let (what, next) = not_offered(i18n, *what);
            (i18n.not_offered(), what, next)
        }
        ApiError::NotSent => (i18n.not_done(), i18n.not_sent_text(), String::new()),
        ApiError::Garbled | ApiError::TooLarge => {
            (i18n.api_garbled(), i18n.api_garbled_text(), i18n.api_garbled_next())
        }
    }
}

/// Returns what the provider cannot do, and what to do instead.
fn not_offered(i18n: Language, what: NotOffered) -> (String, String) {
    match what {
        NotOffered::DeleteGroup => (i18n.not_offered_delete(), i18n.not_offered_delete_next()),
        NotOffered::RemoveDescription => (i18n.not_offered_no_description(), i18n.not_offered_no_description_next()),
        NotOffered::Picture => (i18n.not_offered_picture(), i18n.not_offered_update()),
        NotOffered::PictureByUrl => (i18n.not_offered_picture_url(), i18n.not_offered_picture_url_next()),
        NotOffered::EmptyGroup => (i18n.not_offered_empty(), i18n.not_offered_empty_next()),
        NotOffered::PersonByLid => (i18n.not_offered_lid(), String::new()),
        NotOffered::InviteCode => (i18n.not_offered_code(), i18n.api_no_invite_next()),
        NotOffered::PeopleAtCreation(most) => (i18n.not_offered_people(most), i18n.not_offered_people_next()),
        NotOffered::Settings => (i18n.not_offered_settings(), i18n.not_offered_in_whatsapp()),
        NotOffered::SetWriters => (i18n.not_offered_writers(), i18n.not_offered_in_whatsapp()),
        NotOffered::SetEditors => (i18n.not_offered_editors(), i18n.not_offered_in_whatsapp()),
        NotOffered::SetAdders => (i18n.not_offered_adders(), i18n.not_offered_in_whatsapp()),
        NotOffered::SetJoinApproval => (i18n.not_offered_join_approval(), i18n.not_offered_in_whatsapp()),
        NotOffered::JoinRequests => (i18n.not_offered_join_requests(), i18n.not_offered_in_whatsapp()),
        NotOffered::NameBytes(most) => (i18n.not_offered_name(most), String::new()),
        NotOffered::DescriptionChars(most) => (i18n.not_offered_long_description(most), String::new()),
        NotOffered::Operation => (i18n.not_offered_other(), i18n.not_offered_update()),
    }
}

fn after(i18n: Language, pause: Option<Duration>) -> String {
    match pause.map(|pause| pause.as_secs().max(1)) {
        None => i18n.after_a_minute(),
        Some(seconds @ ..=120) => i18n.after_seconds(seconds),
        Some(seconds) => i18n.after_minutes(seconds.div_ceil(60)),
    }
}
