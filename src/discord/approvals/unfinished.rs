//! Presses that meet a fault: the posted request is shown again as it stands.

use std::time::Duration;

use tracing::Instrument as _;

use crate::discord::{Data, Error};
use crate::store::RequestId;

/// How often, and at what interval, the store is asked to have a request shown again.
const TRIES: u32 = 120;
const TRY_EVERY: Duration = Duration::from_secs(5);

/// A press that was acknowledged and has not shown yet how it ended. Dropped before [`Self::end`] was told of a success, it
/// has the request shown again: after an error, after a panic, and where the bot stops.
pub(super) struct Unfinished {
    front: Data,
    id: RequestId,
    is_over: bool,
}

impl Unfinished {
    pub(super) fn new(front: &Data, id: RequestId) -> Self {
        Self { front: front.clone(), id, is_over: false }
    }

    pub(super) fn end(mut self, result: Result<(), Error>) -> Result<(), Error> {
        self.is_over = result.is_ok();
        result
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // Where the bot stops, the next run reads from the store what is still to be told.
        if self.is_over || self.front.ended.is_cancelled() {
            return;
        }
        let (front, id) = (self.front.clone(), self.id);
        let ended = front.ended.clone();
        let shown = async move {
            for _ in 0..TRIES {
                match front.desk.store().requests().show_again(id).await {
                    Ok(()) => return,
                    Err(error) => tracing::debug!(request = id.0, %error, "failed to have a request shown again"),
                }
                front.clock.sleep(TRY_EVERY).await;
            }
            tracing::warn!(request = id.0, "failed to have a request shown again: the store cannot be written");
        };
        let bounded = async move {
            tokio::select! {
                () = shown => {}
                () = ended.cancelled() => {}
            }
        };
        self.front.tasks.spawn(bounded.in_current_span());
    }
}
