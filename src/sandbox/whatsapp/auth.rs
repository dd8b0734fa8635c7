//! Keys: who may call, for what, and how often.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use axum::http::StatusCode;
use tokio::time::Instant;

use super::refusal::Refusal;

/// What a key is good for.
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

/// At most so many requests within any time of that length, for each key.
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

/// The keys that the stand-in knows.
#[derive(Debug, Default)]
pub(super) struct Keys {
    keys: BTreeMap<String, Key>,
    /// Requests without a key that is known are counted together, so that they need no memory each.
    strangers: Window,
}

#[derive(Debug)]
struct Key {
    scopes: Vec<Scope>,
    window: Window,
}

/// What a request is told of its rate limit.
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

    /// Counts a request with this `Authorization` header, and says whether it may go on.
    pub(super) fn check(
        &mut self,
        authorization: Option<&str>,
        scope: Option<Scope>,
        limit: RateLimit,
        now: Instant,
    ) -> (Quota, Result<(), Refusal>) {
        let key = authorization.and_then(|value| value.strip_prefix("Bearer ")).and_then(|key| self.keys.get_mut(key));
        let (window, scopes) = match key {
            Some(key) => (&mut key.window, Some(&key.scopes)),
            None => (&mut self.strangers, None),
        };
        let counted = window.count(limit, now);
        let quota = Quota { limit: limit.requests, remaining: limit.requests.saturating_sub(window.0.len()) };
        let verdict = counted.map_err(Refusal::too_many).and_then(|()| match (scopes, scope) {
            (None, _) => Err(Refusal::new(StatusCode::UNAUTHORIZED, "missing or invalid API key")),
            (Some(scopes), Some(scope)) if !scopes.contains(&scope) && !scopes.contains(&Scope::All) => {
                Err(Refusal::forbidden(format!("insufficient scope: this key lacks {}", scope.as_str())))
            }
            _ => Ok(()),
        });
        (quota, verdict)
    }
}

/// When the last requests were made, within the window alone.
#[derive(Debug, Default)]
struct Window(VecDeque<Instant>);

impl Window {
    /// Fails with the seconds until there is room again.
    fn count(&mut self, limit: RateLimit, now: Instant) -> Result<(), u64> {
        while self.0.front().is_some_and(|&oldest| oldest + limit.window <= now) {
            self.0.pop_front();
        }
        if self.0.len() < limit.requests {
            self.0.push_back(now);
            return Ok(());
        }
        let frees = self.0.front().map_or(limit.window, |&oldest| oldest + limit.window - now);
        // Rounded up: whoever comes back after that many seconds finds room.
        Err(frees.as_secs() + u64::from(frees.subsec_nanos() > 0))
    }
}
