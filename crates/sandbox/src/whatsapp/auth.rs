//! API keys: the known keys, their scopes and their rate limits.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use axum::http::StatusCode;
use tokio::time::Instant;

use super::refusal::{Cause, Refusal};

/// The permission of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    GroupsRead,
    GroupsManage,
    SessionsRead,
    WebhooksManage,
    /// `*`
    All,
}

impl Scope {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::GroupsRead => "groups:read",
            Self::GroupsManage => "groups:manage",
            Self::SessionsRead => "sessions:read",
            Self::WebhooksManage => "webhooks:manage",
            Self::All => "*",
        }
    }
}

/// A rate limit for each key: at most `requests` within any period of this length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimit {
    pub requests: usize,
    pub window: Duration,
}

impl Default for RateLimit {
    fn default() -> Self {
        Self { requests: 600, window: Duration::from_secs(60) }
    }
}

/// The keys that the stand-in accepts.
#[derive(Debug, Default)]
pub(super) struct Keys {
    keys: BTreeMap<String, Key>,
    /// Requests without a known key are counted together, so that they need no memory each.
    strangers: Window,
}

#[derive(Debug)]
struct Key {
    scopes: Vec<Scope>,
    window: Window,
}

/// The rate limit headers of a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quota {
    pub(super) limit: usize,
    pub(super) remaining: usize,
}

impl Keys {
    pub(super) fn add(&mut self, key: &str, scopes: &[Scope]) {
        self.keys.insert(key.to_owned(), Key { scopes: scopes.to_vec(), window: Window::default() });
    }

    pub(super) fn remove(&mut self, key: &str) {
        self.keys.remove(key);
    }

    /// Counts a request with this key, and returns whether it is allowed.
    pub(super) fn check(
        &mut self,
        key: Option<&str>,
        scope: Option<Scope>,
        limit: RateLimit,
        now: Instant,
    ) -> (Quota, Result<(), Refusal>) {
        let key = key.and_then(|key| self.keys.get_mut(key));
        let (window, scopes) = match key {
            Some(key) => (&mut key.window, Some(&key.scopes)),
            None => (&mut self.strangers, None),
        };
        let counted = window.count(limit, now);
        let quota = Quota { limit: limit.requests, remaining: limit.requests.saturating_sub(window.0.len()) };
        let verdict = counted.map_err(Refusal::too_many).and_then(|()| match (scopes, scope) {
            (None, _) => Err(Refusal::new(StatusCode::UNAUTHORIZED, "missing or invalid API key")),
            (Some(scopes), Some(scope)) if !scopes.contains(&scope) && !scopes.contains(&Scope::All) => {
                let error = format!("insufficient scope: this key lacks {}", scope.as_str());
                Err(Refusal::forbidden(error).because(Cause::Scope))
            }
            _ => Ok(()),
        });
        (quota, verdict)
    }
}

/// Times of the last requests within the window.
#[derive(Debug, Default)]
struct Window(VecDeque<Instant>);

impl Window {
    /// Records a request. Fails with the seconds until the next one is allowed.
    fn count(&mut self, limit: RateLimit, now: Instant) -> Result<(), u64> {
        while self.0.front().is_some_and(|&oldest| oldest + limit.window <= now) {
            self.0.pop_front();
        }
        if self.0.len() < limit.requests {
            self.0.push_back(now);
            return Ok(());
        }
        let frees = self.0.front().map_or(limit.window, |&oldest| oldest + limit.window - now);
        // The value is rounded up, so that a client that waits this many seconds is not refused again.
        Err(frees.as_secs() + u64::from(frees.subsec_nanos() > 0))
    }
}
