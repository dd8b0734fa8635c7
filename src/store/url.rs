//! The URL of the store.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;

/// `sqlite://PATH`, `sqlite://:memory:`, or `postgres://…`, which may hold a password.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "String")]
pub struct StoreUrl(SecretString);

pub(super) enum StoreLocation {
    Memory,
    File(PathBuf),
    Server(SecretString),
}

const SQLITE: &str = "sqlite://";

impl StoreUrl {
    /// Returns whether two addresses are the same.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }

    pub(super) fn place(&self) -> StoreLocation {
        match self.0.expose_secret().strip_prefix(SQLITE) {
            Some(":memory:") => StoreLocation::Memory,
            Some(path) => StoreLocation::File(PathBuf::from(path)),
            None => StoreLocation::Server(self.0.clone()),
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
        match text.strip_prefix(SQLITE) {
            Some(path) if has_parameters(path) => Err("sqlite:// takes a path, and no parameters after it"),
            Some(path) if !path.is_empty() => Ok(Self(text.into())),
            None if text.starts_with("postgres://") || text.starts_with("postgresql://") => Ok(Self(text.into())),
            _ => Err("expected sqlite:// and a path, or postgres://…"),
        }
    }
}

/// Returns whether the path ends in parameters such as `?mode=rwc`, which other programs accept. Anything else is a
/// literal file name, in which `?`, `#` and `%20` are ordinary characters.
fn has_parameters(path: &str) -> bool {
    path.rsplit_once('?')
        .and_then(|(_, after)| after.split_once('='))
        .is_some_and(|(key, _)| !key.is_empty() && key.chars().all(|c| c.is_ascii_alphabetic() || c == '_'))
}

/// Returns the URL with which sqlx opens exactly this file: absolute, since a relative path would be parsed as a host,
/// and with all characters except these percent-encoded. The file must exist.
pub(super) fn of_file(path: &Path) -> anyhow::Result<String> {
    const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    let path = path.to_str().context("its name is not UTF-8")?;
    Ok(format!("{SQLITE}{}?mode=rw", utf8_percent_encode(path, PATH)))
}
