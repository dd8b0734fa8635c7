//! A request as HTTP sends it.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::Method;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::multipart::{Form, Part};
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
    /// Headers of this request only.
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) content: RequestBody,
}

/// The body of a request.
#[derive(Debug)]
pub(crate) enum RequestBody {
    None,
    Json(Value),
    Form(PictureForm),
}

/// A form with a picture (`multipart/form-data`). It is built again for each attempt, because a body is sent only once.
pub(crate) struct PictureForm {
    /// Names and values of the fields before the picture.
    pub(crate) fields: Vec<(&'static str, String)>,
    /// The name of the picture's field.
    pub(crate) name: &'static str,
    pub(crate) jpeg: Vec<u8>,
}

impl fmt::Debug for PictureForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PictureForm")
            .field("fields", &self.fields)
            .field("bytes", &self.jpeg.len())
            .finish_non_exhaustive()
    }
}

impl PictureForm {
    /// Returns the form as reqwest sends it.
    pub(crate) fn to_multipart(&self) -> Form {
        let picture = Part::bytes(self.jpeg.clone()).file_name("picture.jpg");
        let kind = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static("image/jpeg"))]);
        let with_field = |form: Form, (name, value): &(&'static str, String)| form.text(*name, value.clone());
        self.fields.iter().fold(Form::new(), with_field).part(self.name, picture.headers(kind))
    }
}

impl HttpRequest {
    pub(crate) fn new(method: Method, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), query: Vec::new(), headers: Vec::new(), content: RequestBody::None }
    }

    pub(crate) fn get(path: impl Into<String>) -> Self {
        Self::new(Method::GET, path)
    }

    pub(crate) fn with_query(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.query.push((name, value.into()));
        self
    }

    pub(crate) fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(crate) fn with_form(self, form: PictureForm) -> Self {
        Self { content: RequestBody::Form(form), ..self }
    }

    pub(crate) fn with_json(self, body: Value) -> Self {
        Self { content: RequestBody::Json(body), ..self }
    }
}

/// Returns the text as one segment of a path.
pub(crate) fn segment(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}
