//! The error responses of the stand-in.

use std::borrow::Cow;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::wire;

/// The reason for a refusal. Each provider tells it in a form of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    /// There is no key, or a wrong one.
    Key,
    /// The key lacks a scope.
    Scope,
    Invalid,
    /// The account lacks the role for it.
    NotAdmin,
    NoSession,
    NotConnected,
    /// There is no such group, or the account is not in it.
    NotFound,
    NoInvite,
    /// The account is in the group already.
    AlreadyIn,
    Full,
    TooMany,
    NoRoute,
    /// The provider cannot do this.
    NotOffered,
    /// A proxy in front of the provider answers.
    Proxy,
    Failed,
}

impl Cause {
    /// Returns the usual cause of a status of the contract.
    fn of(status: StatusCode) -> Self {
        match status.as_u16() {
            400 => Self::Invalid,
            401 => Self::Key,
            403 => Self::NotAdmin,
            404 => Self::NotFound,
            405 => Self::NoRoute,
            409 => Self::AlreadyIn,
            429 => Self::TooMany,
            501 => Self::NotOffered,
            502..=504 => Self::Proxy,
            _ => Self::Failed,
        }
    }
}

/// A status and a text for the developer of the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    pub(crate) cause: Cause,
    pub(crate) error: Cow<'static, str>,
    /// Seconds, for a 429.
    retry_after: Option<u64>,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, error: impl Into<Cow<'static, str>>) -> Self {
        Self { status, cause: Cause::of(status), error: error.into(), retry_after: None }
    }

    /// Sets another cause than the usual one of the status.
    #[must_use]
    pub(crate) fn because(self, cause: Cause) -> Self {
        Self { cause, ..self }
    }

    pub(crate) fn invalid(error: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, error)
    }

    pub(crate) fn forbidden(error: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::FORBIDDEN, error)
    }

    pub(crate) fn not_found(error: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::NOT_FOUND, error)
    }

    pub(crate) fn conflict(error: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::CONFLICT, error)
    }

    pub(crate) fn too_many(retry_after: u64) -> Self {
        Self { retry_after: Some(retry_after), ..Self::new(StatusCode::TOO_MANY_REQUESTS, "too many requests") }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let body = wire::Error { error: self.error.into_owned(), docs: Some(wire::DOCS.to_owned()) };
        let mut response = (self.status, Json(body)).into_response();
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
