//! A request to a provider other than Titan, taken apart, and the answers to it.

use axum::body::Bytes;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use usher_clock::Timestamp;

use crate::whatsapp::operation::{Operation, fits};

/// A request that a provider takes: method, path, and the operation that it is.
pub(in crate::whatsapp) struct Route {
    pub(in crate::whatsapp) method: &'static str,
    /// The path, with placeholders in braces.
    pub(in crate::whatsapp) path: &'static str,
    pub(in crate::whatsapp) operation: Operation,
    /// A pair that the query must contain.
    pub(in crate::whatsapp) query: Option<(&'static str, &'static str)>,
}

impl Route {
    pub(super) const fn new(method: &'static str, path: &'static str, operation: Operation) -> Self {
        Self { method, path, operation, query: None }
    }

    /// Limits the route to requests with this pair in the query.
    pub(super) const fn with(self, name: &'static str, value: &'static str) -> Self {
        Self { query: Some((name, value)), ..self }
    }
}

/// A request, taken apart.
#[derive(Debug)]
pub(in crate::whatsapp) struct Asked {
    pub(super) method: Method,
    /// The path as it was sent.
    pub(super) path: String,
    pub(super) query: Vec<(String, String)>,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    pub(super) now: Timestamp,
    pub(in crate::whatsapp) operation: Option<Operation>,
    pub(in crate::whatsapp) session: Option<String>,
    /// The parts of the path that have names, decoded.
    parts: Vec<(&'static str, String)>,
}

impl Asked {
    pub(in crate::whatsapp) fn new(routes: &'static [Route], head: &Parts, body: &[u8], now: Timestamp) -> Self {
        let path = head.uri.path();
        let query: Vec<(String, String)> =
            url::form_urlencoded::parse(head.uri.query().unwrap_or_default().as_bytes()).into_owned().collect();
        let route = routes.iter().find(|route| {
            let asks = |(name, value): (&str, &str)| query.iter().any(|(key, given)| key == name && given == value);
            route.method == head.method.as_str() && fits(route.path, path) && route.query.is_none_or(asks)
        });
        Self {
            method: head.method.clone(),
            path: path.to_owned(),
            headers: head.headers.clone(),
            body: Bytes::copy_from_slice(body),
            now,
            operation: route.map(|route| route.operation),
            session: None,
            parts: route.map(|route| parts(route.path, path)).unwrap_or_default(),
            query,
        }
    }

    /// Returns a part of the path by its name.
    pub(super) fn part(&self, name: &str) -> Option<&str> {
        self.parts.iter().find(|(part, _)| *part == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    pub(super) fn session(&self) -> &str {
        self.session.as_deref().unwrap_or_default()
    }

    /// Returns the body as JSON: an empty object if it is absent or is said to be something else, as the body parsers
    /// of Node.js do. Fails if it is not valid JSON.
    pub(super) fn json(&self) -> Result<Value, serde_json::Error> {
        let content_type = self.header(header::CONTENT_TYPE.as_str()).unwrap_or_default();
        let essence = content_type.split(';').next().unwrap_or_default().trim();
        if self.body.is_empty() || !essence.eq_ignore_ascii_case("application/json") {
            return Ok(Value::Object(Map::new()));
        }
        serde_json::from_slice(&self.body)
    }
}

/// Returns the parts of a path that the template gives names to.
fn parts(template: &'static str, path: &str) -> Vec<(&'static str, String)> {
    let named = |(name, value): (&'static str, &str)| {
        let name = name.strip_prefix('{')?.strip_suffix('}')?;
        Some((name, percent_decode_str(value).decode_utf8_lossy().into_owned()))
    };
    template.split('/').zip(path.split('/')).filter_map(named).collect()
}

pub(super) const JSON: &str = "application/json; charset=utf-8";

/// Returns JSON with the content type that Node.js servers give it.
pub(super) fn json(status: u16, body: &Value) -> Response {
    answer(status, JSON, body.to_string())
}

pub(super) fn answer(status: u16, content_type: &str, body: String) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CONTENT_TYPE, content_type)], body).into_response()
}

/// Returns an answer without a body.
pub(super) fn nothing(status: u16) -> Response {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
}

/// Returns a time as in `2026-11-25T18:01:18`, without a zone.
pub(super) fn moment(at: Timestamp) -> String {
    let at = time::OffsetDateTime::from_unix_timestamp(at.as_secs()).unwrap_or(time::OffsetDateTime::UNIX_EPOCH);
    let (hour, minute, second) = at.to_hms();
    let (year, month, day) = at.to_calendar_date();
    format!("{year:04}-{:02}-{day:02}T{hour:02}:{minute:02}:{second:02}", u8::from(month))
}
