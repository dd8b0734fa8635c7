//! The page's own files, which are part of the binary, and files from other sources, which are never executed.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Embeds the files of `src/page/assets`.
macro_rules! assets {
    ($($name:literal),+ $(,)?) => {
        /// Name and content of each file.
        const ASSETS: &[(&str, &[u8])] = &[$(($name, include_bytes!(concat!("assets/", $name)))),+];
    };
}

assets! {
    "avatar.js",
    "calls.js",
    "channels.js",
    "chat.css",
    "choices.js",
    "commands.js",
    "components.js",
    "composer.css",
    "composer.js",
    "content.css",
    "dom.js",
    "embed.js",
    "faults.js",
    "favicon.svg",
    "fields.js",
    "files.js",
    "groups.js",
    "index.html",
    "layout.css",
    "links.js",
    "main.js",
    "markdown.js",
    "menus.js",
    "message.js",
    "messages.js",
    "modal.js",
    "names.js",
    "new-world.js",
    "offers.js",
    "options.js",
    "overlays.css",
    "panes.js",
    "people.css",
    "people.js",
    "presses.js",
    "rich-text.js",
    "scenes.js",
    "select.js",
    "socket.js",
    "store.js",
    "style.css",
    "time.js",
    "upload.js",
    "values.js",
    "welcome.css",
    "welcome.js",
    "words.js",
    "world.css",
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

/// Raster image formats, which cannot contain scripts.
const PICTURES: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/// Returns a response for a file from another source. Pictures are shown, all other files are downloaded, whatever
/// content type they declare.
pub(super) fn foreign(kind: &str, bytes: Vec<u8>) -> Response {
    if let Some(known) = PICTURES.iter().find(|known| **known == kind) {
        return ([(header::CONTENT_TYPE, *known)], bytes).into_response();
    }
    let headers = [(header::CONTENT_TYPE, "application/octet-stream"), (header::CONTENT_DISPOSITION, "attachment")];
    (headers, bytes).into_response()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::ASSETS;

    #[test]
    fn every_file_of_the_page_is_served() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/page/assets");
        let files = std::fs::read_dir(folder).unwrap();
        let there: BTreeSet<String> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        let served: BTreeSet<String> = ASSETS.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(served, there);
    }
}
