//! Calls of other providers in the terms of Titan's contract, so that one test serves all providers.

use axum::http::StatusCode;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};

use crate::whatsapp::calls::Call;
use crate::whatsapp::operation::Operation;

/// The names that providers have for a field of Titan's bodies.
const FIELDS: [(&str, &[&str]); 4] = [
    ("name", &["name", "subject", "title"]),
    ("subject", &["subject", "name"]),
    ("description", &["description", "topic"]),
    ("code", &["code", "link", "inviteCode"]),
];

impl Call {
    /// Returns the call as Titan would have received and answered it. A call outside its operations stays as it is.
    #[must_use]
    pub(in crate::whatsapp) fn into_titan(self) -> Self {
        let Some(operation) = self.operation.filter(|_| self.is_foreign) else { return self };
        let group = self.in_query(&["groupJid", "group_id"]).or_else(|| self.group_in_path());
        let group = group.or_else(|| Some(self.field(&["groupJid", "group_id"])?.as_str()?.to_owned()));
        let group = utf8_percent_encode(&group.unwrap_or_default(), NON_ALPHANUMERIC).to_string();
        // The contract's own encoding of a JID.
        let group = group.replace("%2D", "-").replace("%2E", ".");
        let session = self.session.clone().unwrap_or_default();
        let path = operation.path().replace("{session}", &session).replace("{groupId}", &group);
        let success = if operation == Operation::CreateGroup { StatusCode::CREATED } else { StatusCode::OK };
        let succeeded = self.status.is_some_and(|status| (200..300).contains(&status));
        let status =
            if succeeded && self.refused.is_none() { Some(success.as_u16()) } else { self.refused.or(self.status) };
        let body = if operation.changes() { Some(self.titan_body(operation, &session)) } else { None };
        let query = match operation {
            Operation::PreviewInvite => Some(format!("code={}", self.code().unwrap_or_default())),
            _ => None,
        };
        Self { method: operation.method(), path, query, body, status, ..self }
    }

    fn titan_body(&self, operation: Operation, session: &str) -> Value {
        let mut fields = Map::from_iter([("session".to_owned(), session.into())]);
        let wanted: &[&str] = match operation {
            Operation::CreateGroup => &["name"],
            Operation::UpdateSubject => &["subject"],
            Operation::UpdateDescription => &["description"],
            _ => &[],
        };
        for (name, names) in FIELDS.iter().filter(|(name, _)| wanted.contains(name)) {
            fields.extend(self.field(names).map(|value| ((*name).to_owned(), value.clone())));
        }
        if operation == Operation::JoinGroup {
            fields.extend(self.code().map(|code| ("code".to_owned(), code.into())));
        }
        if operation == Operation::SetPicture {
            let file = |name: &str| self.body.as_ref()?.get("file")?.get(name).cloned();
            let url = file("url").or_else(|| self.field(&["url"]).cloned());
            let data = file("data").or_else(|| self.field(&["image", "base64"]).cloned());
            fields.extend(url.map(|url| ("url".to_owned(), url)));
            fields.extend(data.map(|data| ("base64".to_owned(), data)));
        }
        if let Some(people) = self.field(&["participants"]).and_then(Value::as_array) {
            let ids = people.iter().filter_map(|one| one.get("id").unwrap_or(one).as_str());
            fields.insert("participants".to_owned(), ids.map(titan_id).collect());
        }
        if operation == Operation::UpdateSettings {
            fields.extend(self.settings());
        }
        fields.into()
    }

    /// Returns the settings that a request changes. WAHA names one by its path, Evolution by a word.
    fn settings(&self) -> Vec<(String, Value)> {
        let given = |name: &'static str| Some((name, self.field(&[name])?.clone()));
        let by_path = |(end, name): (&str, &'static str)| {
            let admins_only = self.field(&["adminsOnly"]).cloned().unwrap_or(Value::Bool(true));
            self.path.ends_with(end).then_some((name, admins_only))
        };
        let by_word = match self.field(&["action"]).and_then(Value::as_str) {
            Some("announcement") => Some(("announce", true.into())),
            Some("not_announcement") => Some(("announce", false.into())),
            Some("locked") => Some(("locked", true.into())),
            Some("unlocked") => Some(("locked", false.into())),
            _ => None,
        };
        let paths = [("/messages-admin-only", "announce"), ("/info-admin-only", "locked")];
        let named = ["announce", "locked", "memberAddMode"].into_iter().filter_map(given);
        let settings = named.chain(paths.into_iter().filter_map(by_path)).chain(by_word);
        settings.map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// Returns the invite code, of which a provider may get the link.
    fn code(&self) -> Option<String> {
        let names = ["code", "inviteCode", "link"];
        let given = self.in_query(&names).or_else(|| Some(self.field(&names)?.as_str()?.to_owned()))?;
        Some(given.rsplit('/').next().unwrap_or_default().to_owned())
    }

    fn field(&self, names: &[&str]) -> Option<&Value> {
        names.iter().find_map(|name| self.body.as_ref()?.get(name))
    }

    fn in_query(&self, names: &[&str]) -> Option<String> {
        let pairs = url::form_urlencoded::parse(self.query.as_deref().unwrap_or_default().as_bytes());
        pairs.into_owned().find(|(name, _)| names.contains(&name.as_str())).map(|(_, value)| value)
    }

    fn group_in_path(&self) -> Option<String> {
        let decoded = self.path.split('/').map(|part| percent_encoding::percent_decode_str(part).decode_utf8_lossy());
        decoded.map(std::borrow::Cow::into_owned).find(|part| part.ends_with("@g.us"))
    }
}

/// Returns a person's id in Titan's form.
fn titan_id(id: &str) -> Value {
    match id.split_once('@') {
        Some((user, "c.us")) => format!("{user}@s.whatsapp.net").into(),
        Some(_) => id.into(),
        None => format!("{id}@s.whatsapp.net").into(),
    }
}
