//! Extractors for the parts of a request. They refuse invalid parts as the contract specifies.

use std::collections::HashMap;

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use serde::de::DeserializeOwned;

use crate::whatsapp::refusal::Refusal;
use crate::whatsapp::wire::{InSession, Plain};

/// The session in the path.
pub(crate) struct Session(pub(super) String);

impl<S: Send + Sync> FromRequestParts<S> for Session {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        Ok(Self(path_parameter(parts, state, "session").await?))
    }
}

/// The group in the path.
pub(crate) struct GroupId(pub(super) String);

impl<S: Send + Sync> FromRequestParts<S> for GroupId {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        Ok(Self(path_parameter(parts, state, "groupId").await?))
    }
}

/// The invite code in the query.
pub(crate) struct Code(pub(super) String);

impl<S: Send + Sync> FromRequestParts<S> for Code {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let query = Query::<HashMap<String, String>>::from_request_parts(parts, state).await;
        let code = query.ok().and_then(|Query(mut query)| query.remove("code"));
        code.map(Self).ok_or_else(|| Refusal::invalid("code: expected in the query"))
    }
}

/// A JSON body that names the session of the path.
pub(crate) struct Body<T>(pub(super) T);

impl<S: Send + Sync, T: InSession + DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let (mut parts, body) = request.into_parts();
        let Session(session) = Session::from_request_parts(&mut parts, state).await?;
        let body = read(body).await?;
        parse(&parts.headers, &body, &session).map(Self)
    }
}

/// An optional body. The contract does not specify whether an operation that needs only its path has a body. A request
/// may omit it; if there is one, the rules for bodies apply.
pub(crate) struct NoBody;

impl<S: Send + Sync> FromRequest<S> for NoBody {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let (mut parts, body) = request.into_parts();
        let Session(session) = Session::from_request_parts(&mut parts, state).await?;
        let body = read(body).await?;
        if !body.is_empty() {
            parse::<Plain>(&parts.headers, &body, &session)?;
        }
        Ok(Self)
    }
}

/// Reads the body. Its length was checked before.
async fn read(body: axum::body::Body) -> Result<Bytes, Refusal> {
    axum::body::to_bytes(body, usize::MAX).await.map_err(|_| Refusal::invalid("the body was not received to its end"))
}

fn parse<T: InSession + DeserializeOwned>(headers: &HeaderMap, body: &[u8], session: &str) -> Result<T, Refusal> {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    if !essence.eq_ignore_ascii_case("application/json") {
        return Err(Refusal::invalid("a body is sent with Content-Type: application/json"));
    }
    let request: T = serde_json::from_slice(body).map_err(|error| Refusal::invalid(format!("body: {error}")))?;
    if request.session() != session {
        return Err(Refusal::invalid("session: the one in the body is not the one in the path"));
    }
    Ok(request)
}

async fn path_parameter<S: Send + Sync>(parts: &mut Parts, state: &S, name: &str) -> Result<String, Refusal> {
    let path = Path::<HashMap<String, String>>::from_request_parts(parts, state).await;
    let value = path.ok().and_then(|Path(mut path)| path.remove(name));
    value.ok_or_else(|| Refusal::invalid(format!("{name}: cannot be read")))
}
