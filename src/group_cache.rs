//! A cache of each session's list of groups, for autocomplete and for finding a group by its name. It refreshes in the
//! background, one request at a time per session, and contains this bot's own changes at once.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use dashmap::DashMap;
use groups_api::{ApiError, GroupsApi};
use tokio::sync::watch;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use usher_clock::Clock;
use whatsapp::{GroupId, SessionName};

use crate::operations::{GroupSummary, ListChange, Operation, Outcome};

/// A list younger than this is used without a refresh.
const FRESH_FOR: Duration = Duration::from_secs(30);
/// After a failure no request is sent for this long, however much users type.
const RETRY_AFTER: Duration = Duration::from_secs(5);
/// Maximum reads of a list that changed while it was being read.
const READS_MAX: usize = 3;

/// Cheap to clone.
#[derive(Clone)]
pub struct GroupCache {
    inner: Arc<CacheInner>,
}

struct CacheInner {
    api: GroupsApi,
    clock: Clock,
    tasks: TaskTracker,
    stopping: CancellationToken,
    /// One entry for each configured session that was used.
    shelves: DashMap<SessionName, Arc<CacheEntry>>,
}

/// The cached data of one session.
#[derive(Debug, Default)]
struct CacheEntry {
    state: Mutex<CacheState>,
    /// Counts the reads that have ended.
    reads: watch::Sender<u64>,
}

#[derive(Debug, Default)]
struct CacheState {
    groups: Arc<Vec<GroupSummary>>,
    read_at: Option<Instant>,
    failed: Option<(Instant, ApiError)>,
    reading: bool,
    /// Counts this bot's own changes.
    changes: u64,
}

impl GroupCache {
    pub fn new(api: GroupsApi, clock: Clock) -> Self {
        let (tasks, stopping) = (TaskTracker::new(), CancellationToken::new());
        Self { inner: Arc::new(CacheInner { api, clock, tasks, stopping, shelves: DashMap::new() }) }
    }

    /// Ends the reads in progress.
    pub async fn stop(&self) {
        self.inner.stopping.cancel();
        self.inner.tasks.close();
        self.inner.tasks.wait().await;
    }

    /// Returns the list after at most `patience`: a fresh one if the API answers in that time; otherwise the previous
    /// one, which may be empty.
    pub async fn offer(&self, session: &SessionName, patience: Duration) -> Arc<Vec<GroupSummary>> {
        let known = self.shelf(session);
        let had_list = known.state().read_at.is_some();
        let mut reads = known.reads.subscribe();
        let reading = self.refresh_if_stale(session, &known);
        // An existing list is returned at once, and refreshed in the background.
        if reading && !had_list {
            tokio::select! {
                _ = reads.changed() => {}
                () = self.inner.clock.sleep(patience) => {}
            }
        }
        known.state().groups.clone()
    }

    /// Returns the list, read again unless it is fresh.
    pub async fn groups(&self, session: &SessionName) -> Result<Arc<Vec<GroupSummary>>, ApiError> {
        let known = self.shelf(session);
        let mut reads = known.reads.subscribe();
        if self.refresh_if_stale(session, &known) {
            // `self` holds the sender, so this cannot fail.
            reads.changed().await.unwrap_or_default();
        }
        let state = known.state();
        match &state.failed {
            Some((_, error)) => Err(error.clone()),
            None => Ok(state.groups.clone()),
        }
    }

    /// Returns the list as it is cached.
    pub fn cached(&self, session: &SessionName) -> Arc<Vec<GroupSummary>> {
        self.inner.shelves.get(session).map(|known| known.state().groups.clone()).unwrap_or_default()
    }

    /// Returns the group if it is cached.
    pub fn known(&self, session: &SessionName, group: &GroupId) -> Option<GroupSummary> {
        let known = self.inner.shelves.get(session)?.clone();
        let state = known.state();
        state.groups.iter().find(|line| &line.id == group).cloned()
    }

    /// Makes the next call read the list again.
    pub fn forget(&self, session: &SessionName) {
        let known = self.shelf(session);
        let mut state = known.state();
        state.read_at = None;
        state.failed = None;
    }

    /// Applies this bot's own change.
    pub fn note(&self, operation: &Operation, outcome: &Outcome) {
        let (Some(session), Some(change)) = (operation.session(), outcome.list_change(operation.group())) else {
            return;
        };
        self.shelf(session).apply(change);
    }

    fn shelf(&self, session: &SessionName) -> Arc<CacheEntry> {
        if let Some(known) = self.inner.shelves.get(session) {
            return known.clone();
        }
        self.inner.shelves.entry(session.clone()).or_default().clone()
    }

    /// Starts a read if the list is stale. Returns whether a read is in progress.
    fn refresh_if_stale(&self, session: &SessionName, known: &Arc<CacheEntry>) -> bool {
        let now = self.inner.clock.now();
        {
            let mut state = known.state();
            let younger_than = |at: Instant, age: Duration| now.saturating_duration_since(at) < age;
            let fresh = state.read_at.is_some_and(|at| younger_than(at, FRESH_FOR));
            let failed = state.failed.as_ref().is_some_and(|(at, _)| younger_than(*at, RETRY_AFTER));
            if state.reading {
                return true;
            }
            if fresh || failed {
                return false;
            }
            state.reading = true;
        }
        let (inner, session, known) = (self.inner.clone(), session.clone(), known.clone());
        self.inner.tasks.spawn(async move {
            inner.stopping.run_until_cancelled(inner.read(&session, &known)).await;
            known.state().reading = false;
            known.reads.send_modify(|reads| *reads += 1);
        });
        true
    }
}

impl CacheInner {
    async fn read(&self, session: &SessionName, known: &CacheEntry) {
        for attempt in 1..=READS_MAX {
            let changes = known.state().changes;
            let answer = self.api.readable_groups(session).await;
            let mut state = known.state();
            // A list that was read while this bot changed a group may not show the change.
            if state.changes != changes && attempt < READS_MAX {
                continue;
            }
            match answer {
                Ok(groups) => {
                    state.groups = Arc::new(groups.entries.into_iter().map(GroupSummary::from).collect());
                    state.read_at = Some(self.clock.now());
                    state.failed = None;
                }
                Err(error) => state.failed = Some((self.clock.now(), error)),
            }
            break;
        }
    }
}

impl CacheEntry {
    fn state(&self) -> MutexGuard<'_, CacheState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn apply(&self, change: ListChange) {
        let mut state = self.state();
        state.changes += 1;
        let groups = Arc::make_mut(&mut state.groups);
        match change {
            ListChange::Put(line) => {
                groups.retain(|other| other.id != line.id);
                groups.push(line);
            }
            ListChange::Rename(group, name) => {
                for line in groups.iter_mut().filter(|line| line.id == group) {
                    line.name.clone_from(&name);
                }
            }
            ListChange::Remove(group) => groups.retain(|line| line.id != group),
        }
    }
}
