//! A request as HTTP sends it.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::Method;
use serde_json::Value;

/// Characters that need no encoding in a path segment: the unreserved ones of RFC 3986.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A request, without the address of the provider and the headers that sign it.
#[derive(Debug)]
pub(crate) struct HttpRequest {
    pub(crate) method: Method,
    /// The path after the base URL, percent-encoded.
    pub(crate) path: String,
    /// Names and values, not encoded.
    pub(crate) query: Vec<(&'static str, String)>,
    pub(crate) content: RequestBody,
}

/// The body of a request.
#[derive(Debug)]
pub(crate) enum RequestBody {
    None,
    Json(Value),
}

impl HttpRequest {
    pub(crate) fn new(method: Method, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), query: Vec::new(), content: RequestBody::None }
    }

    pub(crate) fn get(path: impl Into<String>) -> Self {
        Self::new(Method::GET, path)
    }

    pub(crate) fn with_query(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.query.push((name, value.into()));
        self
    }

    pub(crate) fn with_json(self, body: Value) -> Self {
        Self { content: RequestBody::Json(body), ..self }
    }
}

/// Returns the text as one segment of a path.
pub(crate) fn segment(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}
