//! Deliveries in which each server has its own turn: one that is slow or refused does not delay another.

use std::collections::HashSet;

use tokio::task::JoinSet;

use crate::access::GuildId;

/// Maximum number of servers that are delivered to concurrently.
const AT_ONCE: usize = 8;

/// The turns that are under way. Each is a task of its own: one that holds a connection to the store continues while
/// the worker waits for one. Dropping this ends them.
pub(super) struct ServerTurns<T> {
    running: JoinSet<(GuildId, T)>,
    busy: HashSet<GuildId>,
    /// The server whose turn was started last.
    last: GuildId,
}

impl<T: Send + 'static> ServerTurns<T> {
    pub(super) fn new() -> Self {
        Self { running: JoinSet::new(), busy: HashSet::new(), last: GuildId(0) }
    }

    /// Starts the turns of the servers that are `due` and have none under way, as far as there is room. Servers after
    /// the last one come first, so that each has its turn.
    pub(super) fn start<F>(&mut self, mut due: Vec<GuildId>, turn: impl Fn(GuildId) -> F)
    where
        F: Future<Output = T> + Send + 'static,
    {
        let last = self.last;
        due.sort_unstable_by_key(|guild| (*guild <= last, *guild));
        for guild in due {
            if self.running.len() < AT_ONCE && self.busy.insert(guild) {
                self.last = guild;
                let turn = turn(guild);
                self.running.spawn(async move { (guild, turn.await) });
            }
        }
    }

    /// Waits until a turn ends. Returns the server and the result, or `None` if no turn is under way.
    pub(super) async fn ended(&mut self) -> Option<(GuildId, T)> {
        loop {
            match self.running.join_next().await? {
                Ok((guild, result)) => {
                    self.busy.remove(&guild);
                    return Some((guild, result));
                }
                Err(error) => {
                    // The server is unknown, so all are read again.
                    tracing::error!(%error, "failed to deliver to a server");
                    self.busy.clear();
                }
            }
        }
    }
}
