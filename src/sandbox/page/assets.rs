//! The page's own files, which are part of the program, and files of others, which are never more than files.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Those of `src/sandbox/page/assets`.
macro_rules! assets {
    ($($name:literal),+ $(,)?) => {
        /// Name and content.
        const ASSETS: &[(&str, &[u8])] = &[$(($name, include_bytes!(concat!("assets/", $name)))),+];
    };
}

assets! {
    "index.html",
}

pub(super) async fn index() -> Response {
    own("index.html")
}

pub(super) async fn asset(Path(name): Path<String>) -> Response {
    own(&name)
}

fn own(name: &str) -> Response {
    let Some((_, content)) = ASSETS.iter().find(|(known, _)| *known == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    };
    ([(header::CONTENT_TYPE, kind)], *content).into_response()
}

/// A file that somebody sent: shown if it is a picture of points, and otherwise downloaded, whatever it says it is.
pub(super) fn foreign(kind: &str, bytes: Vec<u8>) -> Response {
    match ["image/png", "image/jpeg", "image/gif", "image/webp"].iter().find(|known| **known == kind) {
        Some(known) => ([(header::CONTENT_TYPE, *known)], bytes).into_response(),
        None => {
            let headers =
                [(header::CONTENT_TYPE, "application/octet-stream"), (header::CONTENT_DISPOSITION, "attachment")];
            (headers, bytes).into_response()
        }
    }
}
