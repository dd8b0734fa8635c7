//! Request bodies: JSON, or a form with JSON in `payload_json` and files beside it (API Reference, Uploading Files).

use std::convert::Infallible;

use axum::body::Bytes;
use axum::http::{HeaderMap, header};
use multer::{Field, Multipart};
use serde_json::{Map, Value};

use crate::errors::{ApiError, below};
use crate::rules::messages::Sent;
use crate::rules::{Fields, field};

/// A parsed request body.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// The JSON, or null if there is none.
    pub(super) json: Value,
    pub(super) files: Vec<File>,
}

/// A file of a form.
#[derive(Debug, Clone)]
pub(super) struct File {
    /// The n of `files[n]`, by which `attachments` refers to the file.
    pub(super) number: u64,
    pub(super) filename: String,
    pub(super) content_type: Option<String>,
    pub(super) bytes: Bytes,
}

/// A message as a request describes it.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) fields: &'a Fields,
    pub(super) files: &'a [File],
    /// The path of `fields` in the request: `data` in a callback, otherwise empty.
    pub(super) path: &'a str,
}

impl Said<'_> {
    /// Returns the entry of `attachments` for a file or an attachment.
    pub(super) fn entry(&self, id: u64) -> Option<&Value> {
        let listed = field(self.fields, "attachments").and_then(Value::as_array)?;
        listed.iter().find(|entry| number(entry.get("id")) == Some(id))
    }

    /// Returns the files for validation, with their final names.
    pub(super) fn sent(&self) -> Vec<Sent> {
        let one = |file: &File| Sent { number: file.number, filename: self.name(file), size: file.bytes.len() };
        self.files.iter().map(one).collect()
    }

    /// Returns the final name of a file. `attachments` may give it another name than its form part has.
    pub(super) fn name(&self, file: &File) -> String {
        let given = self.entry(file.number).and_then(|entry| entry.get("filename")).and_then(Value::as_str);
        clean(given.filter(|name| !name.is_empty()).unwrap_or(&file.filename))
    }
}

/// Returns a number, which may also be a string, as ids are.
pub(super) fn number(value: Option<&Value>) -> Option<u64> {
    let value = value?;
    value.as_u64().or_else(|| value.as_str().and_then(|text| text.parse().ok()))
}

/// Replaces blanks with `_` and removes characters that are not allowed in an address, as Discord does.
fn clean(name: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    name.chars().map(|c| if c.is_whitespace() { '_' } else { c }).filter(|c| kept(*c)).collect()
}

/// Reads a body. `takes_files` states whether this endpoint accepts forms.
pub(super) async fn read(headers: &HeaderMap, bytes: Bytes, takes_files: bool) -> Result<Body, ApiError> {
    if bytes.is_empty() {
        return Ok(Body::default());
    }
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match essence.as_str() {
        "application/json" => {
            let json = serde_json::from_slice(&bytes).map_err(|_| ApiError::bad_json())?;
            Ok(Body { json, files: Vec::new() })
        }
        "multipart/form-data" if takes_files => form(kind, bytes).await,
        _ if takes_files => Err(ApiError::content_type("'application/json', 'multipart/form-data'")),
        _ => Err(ApiError::content_type("'application/json'")),
    }
}

async fn form(kind: &str, bytes: Bytes) -> Result<Body, ApiError> {
    let boundary = multer::parse_boundary(kind).map_err(|_| ApiError::bad_form())?;
    let all = futures::stream::iter([Ok::<_, Infallible>(bytes)]);
    let mut parts = Multipart::new(all, boundary);
    let mut files = Vec::new();
    let mut payload = None;
    let mut plain = Map::new();
    while let Some(part) = parts.next_field().await.map_err(|_| ApiError::bad_form())? {
        let name = part.name().unwrap_or_default().to_owned();
        if part.file_name().is_some() && name != "payload_json" {
            files.push(file(&name, part).await?);
            continue;
        }
        let text = part.text().await.map_err(|_| ApiError::bad_form())?;
        if name == "payload_json" {
            payload = Some(serde_json::from_str(&text).map_err(|_| ApiError::bad_json())?);
        } else {
            plain.insert(name, Value::String(text));
        }
    }
    // Without `payload_json` the form parts are the fields.
    Ok(Body { json: payload.unwrap_or(Value::Object(plain)), files })
}

async fn file(name: &str, part: Field<'_>) -> Result<File, ApiError> {
    let number = name.strip_prefix("files[").and_then(|rest| rest.strip_suffix(']')).and_then(|n| n.parse().ok());
    let number = number.ok_or_else(|| ApiError::not_a_file(&below("", name)))?;
    let filename = part.file_name().unwrap_or_default().to_owned();
    let given = part.content_type().map(ToString::to_string);
    let content_type = by_extension(&filename).map(str::to_owned).or(given);
    let bytes = part.bytes().await.map_err(|_| ApiError::bad_form())?;
    Ok(File { number, filename, content_type, bytes })
}

/// Returns the content type for the extension. Discord checks the name first.
fn by_extension(filename: &str) -> Option<&'static str> {
    let (_, extension) = filename.rsplit_once('.')?;
    Some(match extension.to_ascii_lowercase().as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "txt" | "log" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "mp4" => "video/mp4",
        "mp3" => "audio/mpeg",
        "ogg" => "audio/ogg",
        _ => return None,
    })
}
