//! Discord's error responses: an HTTP status, a code of Discord's own list (Opcodes and Status Codes, JSON), and, for
//! an invalid body, the tree of fields with the errors of each.

use serde_json::{Map, Value, json};

/// The response to a refused request.
#[derive(Debug, Clone)]
pub(crate) struct ApiError {
    pub(crate) status: u16,
    pub(crate) code: u32,
    pub(crate) message: String,
    pub(crate) errors: Option<Value>,
}

impl ApiError {
    fn new(status: u16, code: u32, message: &str) -> Self {
        Self { status, code, message: message.to_owned(), errors: None }
    }

    /// Returns an error that no state of this world causes.
    pub(crate) fn of(status: u16, code: u32) -> Self {
        Self::new(status, code, "Refused")
    }

    /// Returns an error that has only the HTTP status.
    pub(crate) fn http(status: u16, reason: &str) -> Self {
        Self::new(status, 0, &format!("{status}: {reason}"))
    }

    pub(crate) fn not_found() -> Self {
        Self::http(404, "Not Found")
    }
    pub(crate) fn unauthorized() -> Self {
        Self::http(401, "Unauthorized")
    }
    pub(crate) fn unknown_application() -> Self {
        Self::new(404, 10_002, "Unknown Application")
    }
    pub(crate) fn unknown_channel() -> Self {
        Self::new(404, 10_003, "Unknown Channel")
    }
    pub(crate) fn unknown_guild() -> Self {
        Self::new(404, 10_004, "Unknown Guild")
    }
    pub(crate) fn unknown_member() -> Self {
        Self::new(404, 10_007, "Unknown Member")
    }
    pub(crate) fn unknown_message() -> Self {
        Self::new(404, 10_008, "Unknown Message")
    }
    pub(crate) fn unknown_user() -> Self {
        Self::new(404, 10_013, "Unknown User")
    }
    pub(crate) fn unknown_webhook() -> Self {
        Self::new(404, 10_015, "Unknown Webhook")
    }
    pub(crate) fn unknown_interaction() -> Self {
        Self::new(404, 10_062, "Unknown interaction")
    }
    pub(crate) fn unknown_command() -> Self {
        Self::new(404, 10_063, "Unknown application command")
    }
    pub(crate) fn too_many_commands(most: usize) -> Self {
        Self::new(400, 30_032, &format!("Maximum number of application commands reached ({most})."))
    }
    pub(crate) fn too_many_creates() -> Self {
        Self::new(429, 30_034, "Max number of daily application command creates has been reached (200)")
    }
    pub(crate) fn entity_too_large() -> Self {
        Self::new(413, 40_005, "Request entity too large")
    }
    pub(crate) fn already_acknowledged() -> Self {
        Self::new(400, 40_060, "Interaction has already been acknowledged.")
    }
    pub(crate) fn missing_access() -> Self {
        Self::new(403, 50_001, "Missing Access")
    }
    pub(crate) fn not_the_author() -> Self {
        Self::new(403, 50_005, "Cannot edit a message authored by another user")
    }
    pub(crate) fn empty_message() -> Self {
        Self::new(400, 50_006, "Cannot send an empty message")
    }
    pub(crate) fn cannot_message_user() -> Self {
        Self::new(403, 50_007, "Cannot send messages to this user")
    }
    pub(crate) fn missing_permissions() -> Self {
        Self::new(403, 50_013, "Missing Permissions")
    }
    pub(crate) fn invalid_webhook_token() -> Self {
        Self::new(401, 50_027, "Invalid Webhook Token")
    }
    pub(crate) fn bad_json() -> Self {
        Self::new(400, 50_109, "The request body contains invalid JSON.")
    }

    /// Returns the error for a form that is truncated or has no boundary.
    pub(crate) fn bad_form() -> Self {
        Self::new(400, 50_035, "Invalid Form Body")
    }
    pub(crate) fn content_type(taken: &str) -> Self {
        invalid("", "CONTENT_TYPE_INVALID", &format!("Expected \"Content-Type\" header to be one of {{{taken}}}."))
    }
    /// Returns the error for a form part that is a file but is not named `files[n]`.
    pub(crate) fn not_a_file(name: &str) -> Self {
        invalid("", "BASE_TYPE_CHOICES", &format!("Unexpected file \"{name}\": files are named files[n]."))
    }

    pub(crate) fn body(&self) -> Value {
        let mut body = json!({"message": self.message, "code": self.code});
        if let (Some(errors), Some(fields)) = (&self.errors, body.as_object_mut()) {
            fields.insert("errors".to_owned(), errors.clone());
        }
        body
    }
}

/// Collects the validation errors of a body, field by field.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    root: Map<String, Value>,
}

impl Problems {
    /// Adds a problem at a path such as `embeds.0.title`. The empty path is the body itself.
    pub(crate) fn add(&mut self, path: &str, code: &str, message: impl Into<String>) {
        let mut at = &mut self.root;
        for step in path.split('.').filter(|step| !step.is_empty()) {
            let below = at.entry(step).or_insert_with(|| Value::Object(Map::new()));
            let Value::Object(below) = below else { return };
            at = below;
        }
        let list = at.entry("_errors").or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(list) = list {
            list.push(json!({"code": code, "message": message.into()}));
        }
    }

    pub(crate) fn required(&mut self, path: &str) {
        self.add(path, "BASE_TYPE_REQUIRED", "This field is required");
    }

    pub(crate) fn choices(&mut self, path: &str, allowed: &str) {
        self.add(path, "BASE_TYPE_CHOICES", format!("Value must be one of {{{allowed}}}."));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.root.is_empty()
    }

    /// Returns a single 50035 with all collected problems.
    pub(crate) fn into_result(self) -> Result<(), ApiError> {
        if self.is_empty() {
            return Ok(());
        }
        Err(ApiError {
            status: 400,
            code: 50_035,
            message: "Invalid Form Body".to_owned(),
            errors: Some(Value::Object(self.root)),
        })
    }
}

/// Returns a 50035 with a single problem.
pub(crate) fn invalid(path: &str, code: &str, message: &str) -> ApiError {
    let mut problems = Problems::default();
    problems.add(path, code, message);
    problems.into_result().err().unwrap_or_else(ApiError::bad_json)
}

/// Returns the path of a field below another.
pub(crate) fn below(path: &str, field: impl std::fmt::Display) -> String {
    if path.is_empty() { field.to_string() } else { format!("{path}.{field}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_have_discords_shape() {
        let mut problems = Problems::default();
        problems.add("embeds.0.title", "BASE_TYPE_MAX_LENGTH", "Must be 256 or fewer in length.");
        problems.required("name");
        let error = problems.into_result().unwrap_err();
        assert_eq!(
            error.body(),
            json!({"code": 50035, "message": "Invalid Form Body", "errors": {
                "embeds": {"0": {"title": {"_errors": [
                    {"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 256 or fewer in length."}]}}},
                "name": {"_errors": [{"code": "BASE_TYPE_REQUIRED", "message": "This field is required"}]},
            }})
        );
    }
}
