//! A stand-in for the groups API: a real server on a loopback socket with a small model of WhatsApp behind it.
//!
//! It serves developers of clients of that API, including this project. It enforces the contract strictly, so that the
//! real API accepts the requests that it accepts. It does not use this project's client: it has its own wire types, so
//! that the two check each other.
//!
//! Reading order: [`world`] holds the groups and the rules of WhatsApp, without HTTP; [`routes`] is the thin HTTP layer
//! over it, with [`wire`] as its types; [`pipeline`] handles every call with [`auth`], [`faults`] and the record of
//! [`calls`]; [`openapi`] is the machine-readable description. [`providers`] serves the same world as other servers do.

mod auth;
mod calls;
mod connection;
mod faults;
mod openapi;
mod operation;
mod pipeline;
mod providers;
mod refusal;
mod routes;
mod wire;
mod world;

#[cfg(test)]
mod tests;

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use usher_clock::{Clock, Timestamp};

pub use auth::{RateLimit, Scope};
pub use calls::Call;
pub use faults::{Fault, FaultRule};
pub use operation::Operation;
pub use providers::{Provider, UnknownProvider, WahaEngine};
pub use world::{
    AddResults, Adding, Answers, CommandResult, Group, GroupSeed, GroupSettings, InviteAnswer, JoinAnswer, JoinMethod,
    JoinRequest, Member, NoDescription, Number, ParticipantId, Person, PersonId, Picture, PreviewInviter, PreviewSize,
    Role, Session, SessionStatus, Settings, StatusReason, World,
};

use calls::CallLog;
use connection::{Connections, Gate, Peer};

/// The running stand-in. It stops when dropped; [`GroupsStandIn::stop`] also waits for the end of its tasks.
#[derive(Debug)]
pub struct GroupsStandIn {
    shared: Arc<Shared>,
    address: SocketAddr,
    key: String,
    tasks: TaskTracker,
    stop: CancellationToken,
}

impl GroupsStandIn {
    /// Binds `listen` (`127.0.0.1:0` for any free port) and serves `world` there.
    pub async fn start(clock: Clock, listen: SocketAddr, world: World) -> io::Result<Self> {
        let tcp = TcpListener::bind(listen).await?;
        let address = tcp.local_addr()?;
        let (key, provider) = (world.key().to_owned(), world.provider());
        let shared = Arc::new(Shared {
            clock,
            provider,
            world: Mutex::new(world),
            calls: Mutex::new(CallLog::default()),
            changes: watch::Sender::new(()),
            tasks: TaskTracker::new(),
            stop: CancellationToken::new(),
            connections: Arc::new(Connections::new()),
        });
        let (tasks, stop) = (shared.tasks.clone(), shared.stop.clone());
        let service = routes::router(Arc::clone(&shared)).into_make_service_with_connect_info::<Peer>();
        let gate = Gate::new(tcp, stop.child_token(), Arc::clone(&shared.connections))?;
        let serve = axum::serve(gate, service).with_graceful_shutdown(stop.clone().cancelled_owned());
        tasks.spawn(async move {
            if let Err(error) = serve.await {
                tracing::warn!(%error, "the stand-in for the groups API stopped");
            }
        });
        tasks.close();
        Ok(Self { shared, address, key, tasks, stop })
    }

    /// Returns `http://127.0.0.1:<port>`, without a slash at the end.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the provider as which the world is served.
    pub fn provider(&self) -> Provider {
        self.shared.provider
    }

    /// Returns the key of the world. It has every scope.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Reads or changes the world while no request is being processed. Keep `look` short: requests wait for it.
    pub fn world<T>(&self, look: impl FnOnce(&mut World) -> T) -> T {
        self.shared.world(look)
    }

    /// Reads the world without notifying the tasks that wait for changes.
    pub(crate) fn look<T>(&self, look: impl FnOnce(&World) -> T) -> T {
        look(&self.shared.lock_world())
    }

    /// Returns a receiver that is notified of every later change of the world or of the calls.
    pub(crate) fn changes(&self) -> watch::Receiver<()> {
        self.shared.changes.subscribe()
    }

    /// Returns all calls so far, oldest first (the last 10,000), in the terms of Titan's contract.
    pub fn calls(&self) -> Vec<Call> {
        in_terms_of_titan(self.shared.calls().all())
    }

    /// Returns the calls after the one of that number, oldest first, as they were received.
    pub(crate) fn calls_after(&self, number: u64) -> Vec<Call> {
        self.shared.calls().all().into_iter().filter(|call| call.number > number).collect()
    }

    /// Returns the newest calls, newest first, as they were received.
    pub(crate) fn newest_calls(&self, most: usize) -> Vec<Call> {
        self.shared.calls().newest(most)
    }

    /// Returns all calls so far, and clears the record.
    pub fn take_calls(&self) -> Vec<Call> {
        in_terms_of_titan(self.shared.calls().take())
    }

    /// Injects faults into later calls. Rules are tried in the order in which they were added, and at most one applies
    /// to a call.
    pub fn inject(&self, rule: FaultRule) {
        self.world(|world| world.inject(rule));
    }

    /// Refuses every connection from now on, and closes the open ones.
    pub async fn refuse_connections(&self) {
        self.shared.connections.refuse(None).await;
    }

    /// Accepts connections again.
    pub async fn accept_connections(&self) {
        self.shared.connections.accept().await;
    }

    /// Waits until `holds` returns true. It runs again after every change of the world.
    pub async fn until(&self, mut holds: impl FnMut(&World) -> bool) {
        self.shared.until(|shared| holds(&shared.lock_world()).then_some(())).await;
    }

    /// Returns the first call that fits, now or once it has arrived. A call is recorded when it is received, without a
    /// status until it is answered.
    pub async fn until_call(&self, mut fits: impl FnMut(&Call) -> bool) -> Call {
        self.shared.until(|shared| shared.calls().find(|call| fits(&call.clone().into_titan()))).await.into_titan()
    }

    /// Closes the socket and every connection, and waits until that is done.
    pub async fn stop(self) {
        self.stop.cancel();
        self.tasks.wait().await;
    }
}

/// Returns the calls as Titan would have received them. The engine of a session concerns only WAHA.
fn in_terms_of_titan(calls: Vec<Call>) -> Vec<Call> {
    calls.into_iter().filter(|call| !call.reads_engine).map(Call::into_titan).collect()
}

impl Drop for GroupsStandIn {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

/// The state shared by the server's tasks and the owner of the stand-in.
#[derive(Debug)]
struct Shared {
    clock: Clock,
    provider: Provider,
    world: Mutex<World>,
    calls: Mutex<CallLog>,
    /// Notified after every change of the world or of the calls.
    changes: watch::Sender<()>,
    /// The server, and the calls in progress.
    tasks: TaskTracker,
    stop: CancellationToken,
    connections: Arc<Connections>,
}

impl Shared {
    fn world<T>(&self, look: impl FnOnce(&mut World) -> T) -> T {
        let seen = look(&mut self.lock_world());
        self.changes.send_replace(());
        seen
    }

    fn calls(&self) -> MutexGuard<'_, CallLog> {
        // A test that failed inside `look` has poisoned the lock. The data is still consistent enough to read.
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lock_world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn until<T>(&self, mut look: impl FnMut(&Self) -> Option<T>) -> T {
        let mut changes = self.changes.subscribe();
        loop {
            if let Some(found) = look(self) {
                return found;
            }
            // This never fails: `self` holds the sender.
            if changes.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    }

    fn now(&self) -> Timestamp {
        self.clock.now_utc()
    }
}
