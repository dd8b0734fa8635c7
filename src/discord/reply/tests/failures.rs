//! The errors of the groups API that a person may read about.

use std::time::Duration;

use groups_api::{ApiError, DisconnectReason, NotOffered, SessionStatus};

/// Returns each error once.
pub(super) fn api_errors() -> Vec<ApiError> {
    let retry_after = Duration::from_secs(90);
    vec![
        ApiError::BadRequest { said: None, named: Vec::new() },
        ApiError::Unauthorized,
        ApiError::Forbidden { said: None },
        ApiError::NotFound,
        ApiError::Conflict { said: None },
        ApiError::RateLimited { retry_after: None },
        ApiError::Busy { retry_after },
        ApiError::Resting { retry_after: retry_after * 10 },
        ApiError::NotConnected { status: SessionStatus::Disconnected, reason: Some(DisconnectReason::LoggedOut) },
        ApiError::NotConnected { status: SessionStatus::Disconnected, reason: None },
        ApiError::Unavailable,
        ApiError::Lost,
        ApiError::Garbled,
        ApiError::ServerError,
        ApiError::NotSent,
        ApiError::AccountResting { session: "default".parse().unwrap(), retry_after },
        NotOffered::DeleteGroup.into(),
        NotOffered::RemoveDescription.into(),
        NotOffered::Picture.into(),
        NotOffered::PictureByUrl.into(),
        NotOffered::EmptyGroup.into(),
        NotOffered::PersonByLid.into(),
        NotOffered::InviteCode.into(),
        NotOffered::PeopleAtCreation(10).into(),
        NotOffered::Settings.into(),
        NotOffered::SetWriters.into(),
        NotOffered::SetEditors.into(),
        NotOffered::SetAdders.into(),
        NotOffered::SetJoinApproval.into(),
        NotOffered::JoinRequests.into(),
        NotOffered::NameBytes(25).into(),
        NotOffered::DescriptionChars(1_024).into(),
        NotOffered::Operation.into(),
    ]
}
