//! Files of messages: adding and removing them, and the addresses that serve them.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::body::Said;
use crate::Shared;
use crate::snowflake::AttachmentId;
use crate::world::{Attachment, Message, World, text};

/// Adds the files that were sent. Of the existing files, those that `attachments` names stay; without `attachments`,
/// all of them stay (Editing Message Attachments). Files that an embed shows always stay, because no list names them.
pub(super) fn attach(world: &mut World, message: &mut Message, said: Said<'_>) {
    let embeds = &message.embeds;
    let sent: Vec<String> = said.files.iter().map(|file| said.name(file)).collect();
    if said.fields.contains_key("attachments") {
        message.attachments.retain(|kept| {
            let shown = kept.in_embed && is_shown(embeds, &kept.filename) && !sent.contains(&kept.filename);
            shown || said.entry(kept.id.0).is_some()
        });
        for kept in &mut message.attachments {
            let described = said.entry(kept.id.0).and_then(|entry| entry.get("description"));
            if let Some(described) = described {
                kept.description = described.as_str().map(str::to_owned);
            }
        }
    }
    for (file, filename) in said.files.iter().zip(sent) {
        let description = said.entry(file.number).map(|entry| text(entry, "description"));
        message.attachments.push(Attachment {
            id: AttachmentId(world.new_id()),
            filename,
            content_type: file.content_type.clone(),
            description: description.filter(|text| !text.is_empty()).map(str::to_owned),
            bytes: file.bytes.to_vec(),
            in_embed: false,
        });
    }
    // If two files have the same name, the reference means the newer one. The older one is then listed like any other.
    let mut names = BTreeSet::new();
    for file in message.attachments.iter_mut().rev() {
        file.in_embed = names.insert(file.filename.clone()) && is_shown(&message.embeds, &file.filename);
    }
}

/// Returns whether a picture of an embed is the file with this name.
fn is_shown(embeds: &[Value], filename: &str) -> bool {
    let address = format!("attachment://{filename}");
    embeds.iter().any(|embed| shows(embed, &address))
}

/// Returns whether one of an embed's pictures has this address.
fn shows(embed: &Value, address: &str) -> bool {
    ["image", "thumbnail", "footer", "author"].iter().filter_map(|part| embed.get(part)).any(|part| {
        let key = if part.get("icon_url").is_some() { "icon_url" } else { "url" };
        text(part, key) == address
    })
}

/// Serves `GET /attachments/{channel}/{id}/{filename}`, for files of messages that are not deleted and for files
/// uploaded for commands.
pub(super) async fn serve(
    State(shared): State<Arc<Shared>>,
    Path((_, id, filename)): Path<(String, String, String)>,
) -> Response {
    let found = shared.peek(|inner| {
        let id = AttachmentId(id.parse().ok()?);
        inner.world.attachment(id).filter(|file| file.filename == filename).cloned()
    });
    let Some(file) = found else { return StatusCode::NOT_FOUND.into_response() };
    let kind = file.content_type.unwrap_or_else(|| "application/octet-stream".to_owned());
    ([(header::CONTENT_TYPE, kind)], file.bytes).into_response()
}
