//! Where the store is.

use std::path::PathBuf;

use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;

/// `sqlite://PATH`, `sqlite://:memory:`, or `postgres://…`, which may hold a password.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "String")]
pub struct StoreUrl(SecretString);

pub(super) enum Place {
    Memory,
    File(PathBuf),
    Server(SecretString),
}

const SQLITE: &str = "sqlite://";

impl StoreUrl {
    pub(super) fn place(&self) -> Place {
        match self.0.expose_secret().strip_prefix(SQLITE) {
            Some(":memory:") => Place::Memory,
            Some(path) => Place::File(PathBuf::from(path)),
            None => Place::Server(self.0.clone()),
        }
    }
}

impl Default for StoreUrl {
    fn default() -> Self {
        Self(SecretString::from(format!("{SQLITE}data/usher.db")))
    }
}

impl TryFrom<String> for StoreUrl {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let known = match text.strip_prefix(SQLITE) {
            Some(path) => !path.is_empty() && !path.contains(['?', '#']),
            None => text.starts_with("postgres://") || text.starts_with("postgresql://"),
        };
        if known { Ok(Self(text.into())) } else { Err("sqlite:// and a path, or postgres://…, is wanted") }
    }
}
