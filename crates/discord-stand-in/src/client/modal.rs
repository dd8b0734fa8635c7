//! The payload that Discord's client builds when a modal is submitted.

use serde_json::{Value, json};

use super::ClientError;
use super::options::{kind, length_bound};
use crate::world::text;

/// Maximum characters of a text input (Component Reference).
const INPUT_MAX: usize = 4_000;
const TEXT_DISPLAY: u64 = 10;

/// Returns the rows of a modal with the typed values. Fields without a typed value keep their prefilled one. Only text
/// inputs accept typed values here.
pub(super) fn modal_rows(modal: &Value, fields: &[(String, String)]) -> Result<Vec<Value>, ClientError> {
    let rows = modal.get("components").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut sent = Vec::new();
    let mut left: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
    for row in &rows {
        if kind(row) == TEXT_DISPLAY {
            sent.push(json!({ "type": TEXT_DISPLAY, "id": 1 }));
            continue;
        }
        let input = row.pointer("/components/0").or_else(|| row.get("component")).ok_or(ClientError::NoModal)?;
        let id = text(input, "custom_id");
        left.retain(|name| *name != id);
        let typed = fields.iter().find(|(name, _)| name == id).map(|(_, value)| value.as_str());
        let typed = typed.unwrap_or_else(|| text(input, "value"));
        let length = typed.chars().count();
        let required = input.get("required") != Some(&json!(false));
        let least = length_bound(input, "min_length").unwrap_or_default().max(usize::from(required));
        let fits = (length == 0 && !required)
            || (least..=length_bound(input, "max_length").unwrap_or(INPUT_MAX)).contains(&length);
        if !fits {
            return Err(ClientError::BadField(id.to_owned()));
        }
        let input = json!({ "type": 4, "custom_id": id, "value": typed, "id": 2 });
        sent.push(match row.get("component") {
            Some(_) => json!({ "type": 18, "id": 1, "component": input }),
            None => json!({ "type": 1, "id": 1, "components": [input] }),
        });
    }
    match left.first() {
        Some(unknown) => Err(ClientError::BadField((*unknown).to_owned())),
        None => Ok(sent),
    }
}
