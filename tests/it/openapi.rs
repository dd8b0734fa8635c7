//! Validates every request of the bot against Discord's published specification, if `DISCORD_OPENAPI` names it.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use jsonschema::Validator;
use serde_json::{Value, json};

/// The specification, and the validators built from it so far.
struct Specification {
    document: Value,
    validators: Mutex<HashMap<String, Option<Validator>>>,
}

static SPECIFICATION: LazyLock<Option<Specification>> = LazyLock::new(|| {
    let Some(path) = std::env::var_os("DISCORD_OPENAPI") else {
        eprintln!("skipped: requests are not held against Discord's specification, since DISCORD_OPENAPI is not set");
        return None;
    };
    let text = std::fs::read_to_string(path).expect("DISCORD_OPENAPI names a file");
    let document = serde_json::from_str(&text).expect("DISCORD_OPENAPI names a JSON document");
    Some(Specification { document, validators: Mutex::default() })
});

/// Returns the schemas of Discord's specification, by name.
pub(crate) fn schemas() -> Option<&'static Value> {
    SPECIFICATION.as_ref().map(|specification| &specification.document["components"]["schemas"])
}

/// Panics if Discord's specification has no such request, or does not allow its body.
pub(crate) fn check(method: &str, path: &str, body: &Value) {
    let Some(specification) = SPECIFICATION.as_ref() else { return };
    let path = path.split('?').next().unwrap_or(path);
    let path = path.strip_prefix("/api/v10").expect("a path of version 10");
    let template = specification.template(method, path);
    let template = template.unwrap_or_else(|| panic!("Discord's specification has no {method} {path}"));
    let key = format!("{method} {template}");
    let mut validators = specification.validators.lock().unwrap();
    let validator = validators.entry(key).or_insert_with(|| specification.validator(method, &template));
    match validator {
        Some(validator) => {
            let problems: Vec<String> =
                validator.iter_errors(body).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(problems.is_empty(), "{method} {template} with {body:#} is refused: {problems:#?}");
        }
        None => assert!(body.is_null(), "{method} {template} takes no body, and got {body}"),
    }
}

impl Specification {
    /// Returns the specification's path for this path, such as `/interactions/{interaction_id}/…`.
    fn template(&self, method: &str, path: &str) -> Option<String> {
        let fits = |template: &str| {
            let (mut left, mut right) = (template.split('/'), path.split('/'));
            loop {
                match (left.next(), right.next()) {
                    (None, None) => return true,
                    (Some(wanted), Some(part)) if wanted == part || wanted.starts_with('{') => {}
                    _ => return false,
                }
            }
        };
        let paths = self.document["paths"].as_object()?;
        let known = |(_, item): &(&String, &Value)| !item[method.to_lowercase()].is_null();
        let mut found: Vec<&String> =
            paths.iter().filter(known).map(|(path, _)| path).filter(|path| fits(path)).collect();
        // Both `/…/@original` and `/…/{message_id}` match: the literal one takes precedence.
        found.sort_by_key(|path| path.matches('{').count());
        found.first().map(|path| (*path).clone())
    }

    fn validator(&self, method: &str, template: &str) -> Option<Validator> {
        let operation = &self.document["paths"][template][method.to_lowercase()];
        let schema = operation["requestBody"]["content"]["application/json"]["schema"].clone();
        if schema.is_null() {
            return None;
        }
        let root = json!({ "allOf": [schema], "components": self.document["components"] });
        Some(jsonschema::validator_for(&root).expect("a schema of the specification"))
    }
}

#[test]
fn every_reply_in_two_languages_is_a_message_that_discord_takes() {
    for snapshots in [
        include_str!("../../src/discord/reply/snapshots/en.json"),
        include_str!("../../src/discord/reply/snapshots/de.json"),
    ] {
        let replies: HashMap<String, Value> = serde_json::from_str(snapshots).unwrap();
        assert!(replies.len() > 200);
        for reply in replies.values() {
            check("POST", "/api/v10/channels/1/messages", reply);
        }
    }
}
