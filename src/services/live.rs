//! The part of the configuration that a running bot takes over from a changed file: servers with their grants, and limits.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use whatsapp::people::Country;

use crate::access::{Capability, GuildId, Server};
use crate::store::Rates;

/// The settings that may change while the bot runs.
#[derive(Debug)]
pub struct LiveSettings {
    /// The servers of the configuration file.
    pub servers: HashMap<GuildId, Server>,
    pub rates: Rates,
    /// Maximum characters of a new group's name.
    pub name_chars: usize,
    /// More people than this are added only after a preview.
    pub confirm_above: usize,
    /// The country of phone numbers without a country code, in servers that have set none.
    pub default_country: Option<Country>,
    /// Lifetime of a request for approval.
    pub expire_after: Duration,
    /// Two different people must approve requests for operations that need these.
    pub two_for: BTreeSet<Capability>,
}

/// Holds the current settings. Each reader uses one state of them until it reads again.
#[derive(Debug)]
pub(super) struct LiveConfig(RwLock<Arc<LiveSettings>>);

impl LiveConfig {
    pub(super) fn new(settings: LiveSettings) -> Self {
        Self(RwLock::new(Arc::new(settings)))
    }

    pub(super) fn get(&self) -> Arc<LiveSettings> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn set(&self, settings: LiveSettings) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(settings);
    }
}
