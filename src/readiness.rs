//! Readiness: what the bot depends on, whether each of it works, and since when. The gauges of the
//! [metrics](crate::metrics) that do not count events are set here.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use groups_api::{ApiError, GroupsApi, Lane, Listed, Session, Urgency};
use serde::Serialize;
use usher_clock::{Clock, Timestamp};
use whatsapp::SessionName;

use crate::discord::GatewayState;
use crate::metrics::Metrics;
use crate::services::Services;
use crate::store::{Store, StoreError};

/// Maximum silence of the groups API before readiness sends a request to it.
const API_HEARD_WITHIN: Duration = Duration::from_secs(60);
/// Maximum wait for a dependency that is asked, so that `/readyz` answers within 2 s. A probe gives up soon after.
const ASK_WITHIN: Duration = Duration::from_millis(1_500);

/// The state of a dependency, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DependencyState {
    Up,
    Down,
    Unknown,
}

/// A dependency of the bot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dependency {
    pub state: DependencyState,
    /// Since when it has this state: RFC 3339, in UTC.
    pub since: String,
    /// Why it is not up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The conditions for the bot to work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Readiness {
    pub ready: bool,
    /// The connection to Discord.
    pub gateway: Dependency,
    /// Whether interactions arrive in time to be answered.
    pub in_time: Dependency,
    /// Whether the store accepts writes.
    pub store: Dependency,
    pub groups_api: Dependency,
}

/// A dependency's state, and when it began.
#[derive(Debug, Clone)]
struct TrackedState {
    state: DependencyState,
    since: Timestamp,
    reason: Option<String>,
}

#[derive(Debug, Clone)]
struct Tracked {
    gateway: TrackedState,
    in_time: TrackedState,
    store: TrackedState,
    groups_api: TrackedState,
}

/// Observes the dependencies.
pub struct Monitor {
    gateway: Arc<GatewayState>,
    services: Arc<Services>,
    store: Store,
    api: GroupsApi,
    clock: Clock,
    metrics: Metrics,
    tracked: Mutex<Tracked>,
}

impl Monitor {
    pub(crate) fn new(
        gateway: Arc<GatewayState>,
        services: Arc<Services>,
        store: Store,
        api: GroupsApi,
        (clock, metrics): (Clock, Metrics),
    ) -> Self {
        let since = clock.now_utc();
        let unknown = TrackedState { state: DependencyState::Unknown, since, reason: None };
        let tracked = Mutex::new(Tracked {
            gateway: unknown.clone(),
            in_time: unknown.clone(),
            // It was opened and written to a moment ago.
            store: TrackedState { state: DependencyState::Up, ..unknown.clone() },
            groups_api: unknown,
        });
        metrics.started_at(since);
        metrics.store_up.set(1);
        metrics.set_sessions(services.settings.sessions());
        Self { gateway, services, store, api, clock, metrics, tracked }
    }

    /// Checks everything, and asks what has not been heard of lately. Takes at most [`ASK_WITHIN`].
    pub(crate) async fn check(&self) -> Readiness {
        let (store, groups_api) = tokio::join!(self.ask_store(), async {
            if self.is_api_heard() { None } else { Some(self.ask_api().await) }
        });
        self.note_store(store);
        if let Some(groups_api) = groups_api {
            self.note(|tracked| &mut tracked.groups_api, groups_api);
        }
        self.refresh();
        self.readiness()
    }

    /// Returns all metrics, with the gauges of what is in memory. Asks nothing.
    pub(crate) fn metrics(&self) -> String {
        self.refresh();
        self.metrics.waiting.set(i64::try_from(self.api.waiting()).unwrap_or(i64::MAX));
        self.metrics.text()
    }

    /// Counts in the store what the gauges show.
    pub(crate) async fn count(&self) -> Result<(), StoreError> {
        self.note_store(self.ask_store().await);
        let figures = self.store.figures(self.clock.now_utc()).await?;
        self.metrics.open.set(figures.open);
        self.metrics.unconfirmed.set(figures.unconfirmed);
        self.metrics.open_requests.set(figures.open_requests);
        self.metrics.log_entries.set(figures.log_entries);
        let budget = u64::from(self.services.adds_per_day());
        let left = |session: SessionName| {
            let added = figures.added.get(&session).copied().unwrap_or_default();
            (session, budget.saturating_sub(added))
        };
        let sessions = self.services.settings.sessions();
        self.metrics.set_sessions(sessions.clone());
        self.metrics.set_people_left(&sessions.into_iter().map(left).collect::<HashMap<_, _>>());
        self.metrics.store_was_read(self.clock.now_utc());
        Ok(())
    }

    /// Asks the groups API for its sessions: whether it answers, and which accounts are connected. Returns them.
    pub(crate) async fn ask_for_accounts(&self) -> Option<Listed<Session>> {
        // People's requests come first.
        let api = self.api.on_behalf_of(Lane { server: 0, urgency: Urgency::Bulk });
        let asked = api.look_at_sessions().await;
        let (found, listed) = match asked {
            Ok(listed) => (Ok(()), Some(listed)),
            Err(error) => (Err(error.to_string()), None),
        };
        self.note(|tracked| &mut tracked.groups_api, found);
        listed
    }

    /// Takes over what is known without a request.
    fn refresh(&self) {
        let gateway = if self.gateway.is_connected() { Ok(()) } else { Err("not connected to Discord".to_owned()) };
        self.note(|tracked| &mut tracked.gateway, gateway);
        let in_time = if self.gateway.is_in_time() { Ok(()) } else { Err("interactions arrive too late".to_owned()) };
        self.note(|tracked| &mut tracked.in_time, in_time);
        if self.is_api_heard() {
            self.note(|tracked| &mut tracked.groups_api, Ok(()));
        } else if !self.api.reached_lately().asked {
            self.note_api_failing();
        }
        let is_up = |tracked: &TrackedState| (tracked.state == DependencyState::Up).into();
        let tracked = self.tracked().clone();
        self.metrics.gateway.set(is_up(&tracked.gateway));
        self.metrics.store_up.set(is_up(&tracked.store));
        self.metrics.api_up.set(is_up(&tracked.groups_api));
    }

    /// Returns whether the groups API has answered recently, to any request.
    fn is_api_heard(&self) -> bool {
        let reached = self.api.reached_lately();
        reached.asked && reached.answered_ago.is_some_and(|ago| ago < API_HEARD_WITHIN)
    }

    /// Notes that the circuit breaker holds requests back. A more exact reason of an earlier failure stays.
    fn note_api_failing(&self) {
        let is_down = self.tracked().groups_api.state == DependencyState::Down;
        if !is_down {
            self.note(|tracked| &mut tracked.groups_api, Err("the groups API failed repeatedly".to_owned()));
        }
    }

    async fn ask_api(&self) -> Result<(), String> {
        let asked = tokio::time::timeout(ASK_WITHIN, self.api.sessions()).await;
        asked.map_err(|_| no_answer()).and_then(|asked| asked.map(drop).map_err(|error: ApiError| error.to_string()))
    }

    /// Writes to the store. A heartbeat is a write, and harmless.
    async fn ask_store(&self) -> Result<(), String> {
        let instances = self.store.instances();
        let asked = tokio::time::timeout(ASK_WITHIN, instances.beat(self.services.cluster.me())).await;
        asked.map_err(|_| no_answer()).and_then(|asked| asked.map_err(|error| error.to_string()))
    }

    fn note_store(&self, found: Result<(), String>) {
        self.note(|tracked| &mut tracked.store, found);
    }

    fn note(&self, which: impl FnOnce(&mut Tracked) -> &mut TrackedState, found: Result<(), String>) {
        let state = if found.is_ok() { DependencyState::Up } else { DependencyState::Down };
        let mut all = self.tracked();
        let known = which(&mut all);
        if known.state != state {
            known.since = self.clock.now_utc();
        }
        known.state = state;
        known.reason = found.err();
    }

    fn readiness(&self) -> Readiness {
        let shown = |TrackedState { state, since, reason }: TrackedState| Dependency {
            state,
            since: humantime::format_rfc3339_seconds(SystemTime::from(since)).to_string(),
            reason,
        };
        let Tracked { gateway, in_time, store, groups_api } = self.tracked().clone();
        let ready =
            [&gateway, &in_time, &store, &groups_api].iter().all(|tracked| tracked.state == DependencyState::Up);
        Readiness {
            ready,
            gateway: shown(gateway),
            in_time: shown(in_time),
            store: shown(store),
            groups_api: shown(groups_api),
        }
    }

    fn tracked(&self) -> MutexGuard<'_, Tracked> {
        self.tracked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn no_answer() -> String {
    format!("no answer within {}", humantime::format_duration(ASK_WITHIN))
}
