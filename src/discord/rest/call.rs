//! One request to Discord: what is sent, and what a refusal means.

use std::time::Duration;

use bytes::Bytes;
use reqwest::{Method, StatusCode, multipart};
use serde::{Deserialize, Serialize};
use tokio::time::Instant;

use super::RestError;
use super::brake::{Limited, RequestPurpose};
use crate::discord::reply::File;

/// One request to Discord.
pub(super) struct RestCall<'a> {
    pub(super) purpose: RequestPurpose,
    pub(super) method: Method,
    pub(super) path: &'a str,
    /// Allows a retry although the first attempt may have arrived.
    pub(super) repeatable: bool,
    pub(super) deadline: Instant,
}

/// The body of a request.
pub(super) enum Body<'a, T> {
    /// No body.
    Empty,
    Json(&'a T),
    /// JSON that refers to files, and the files (Discord, "Uploading Files").
    Files(&'a T, &'a [File]),
}

impl<'a, T: Serialize> Body<'a, T> {
    pub(super) fn new(json: &'a T, files: &'a [File]) -> Self {
        if files.is_empty() { Self::Json(json) } else { Self::Files(json, files) }
    }

    pub(super) fn put_into(&self, request: reqwest::RequestBuilder) -> Result<reqwest::RequestBuilder, RestError> {
        match self {
            Self::Empty => Ok(request),
            Self::Json(json) => Ok(request.json(json)),
            Self::Files(json, files) => {
                let json = serde_json::to_vec(json).map_err(|_| RestError::Unsendable)?;
                let part = |bytes: Bytes, content_type| {
                    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
                    let part = multipart::Part::stream_with_length(bytes, length);
                    part.mime_str(content_type).map_err(|_| RestError::Unsendable)
                };
                let mut form = multipart::Form::new().part("payload_json", part(json.into(), "application/json")?);
                for (place, file) in files.iter().enumerate() {
                    let part = part(file.bytes.clone(), file.content_type)?.file_name(file.name.clone());
                    form = form.part(format!("files[{place}]"), part);
                }
                Ok(request.multipart(form))
            }
        }
    }
}

/// Returns the error, its rate-limit information, and the pause before a retry, if a retry is useful. `after_fault`:
/// the pause if Discord itself failed.
pub(super) async fn refused(
    response: reqwest::Response,
    after_fault: Option<Duration>,
) -> (RestError, Limited, Option<Duration>) {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Body {
        code: u64,
        global: bool,
        retry_after: Option<f64>,
    }
    let status = response.status();
    let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok());
    let retry_after: Option<f64> = header("retry-after").and_then(|seconds| seconds.parse().ok());
    let scope = header("x-ratelimit-scope").map(str::to_owned);
    let is_global = header("x-ratelimit-global").is_some_and(|value| value == "true");
    let Body { code, global, retry_after: in_body } = response.json().await.unwrap_or_default();
    if status != StatusCode::TOO_MANY_REQUESTS {
        let pause = if status.is_server_error() { after_fault } else { None };
        return (RestError::Refused { status, code }, Limited::default(), pause);
    }
    // Discord did not execute the request.
    let seconds = retry_after.or(in_body).unwrap_or(1.0);
    let pause = Duration::try_from_secs_f64(seconds).unwrap_or_default();
    // Discord, "Rate Limits": the header or the body tells whether the limit is global.
    let is_global = is_global || global || scope.as_deref() == Some("global");
    let limited = Limited { globally_for: is_global.then_some(pause), shared: scope.as_deref() == Some("shared") };
    (RestError::Refused { status, code }, limited, Some(pause))
}
