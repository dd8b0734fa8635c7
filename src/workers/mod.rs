//! Background workers. Each is an endless loop in a task of its own; [`app`](crate::app) has the list. Before work that
//! only one instance may do, a worker takes ownership in the store. [`discord`](crate::discord) delivers the messages of
//! the workers.

pub(crate) mod accounts;
pub(crate) mod approvals;
pub(crate) mod confirmations;
pub(crate) mod figures;
pub(crate) mod heartbeat;
pub(crate) mod join_requests;
pub(crate) mod left_guilds;
pub(crate) mod log_channel;
pub(crate) mod recovery;
pub(crate) mod refusals;
pub(crate) mod retention;
pub(crate) mod schedule;
mod server_turns;
pub(crate) mod unsettled;

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// The running workers.
#[derive(Debug, Default)]
pub(crate) struct Workers {
    tasks: TaskTracker,
    stopping: CancellationToken,
}

impl Workers {
    /// Runs a worker in a task of its own until [`Self::stop`].
    pub(crate) fn spawn(&self, worker: impl Future<Output = ()> + Send + 'static) {
        self.tasks.spawn(self.stopping.clone().run_until_cancelled_owned(worker));
    }

    /// Ends all workers, and waits for them.
    pub(crate) async fn stop(self) {
        self.stopping.cancel();
        self.tasks.close();
        self.tasks.wait().await;
    }
}
