//! Counts what is in progress, so that stopping can wait for it. (serenity spawns a task for each event and forgets it.)

use tokio::sync::watch;

#[derive(Debug, Default)]
pub(crate) struct InProgress {
    count: watch::Sender<usize>,
}

/// One piece of work; it ends when this is dropped, be it by a panic.
#[derive(Debug)]
pub(crate) struct Work {
    count: watch::Sender<usize>,
}

/// A piece of work that only waits, and is not waited for.
#[derive(Debug)]
pub(crate) struct Aside {
    count: watch::Sender<usize>,
}

impl InProgress {
    pub(crate) fn begin(&self) -> Work {
        self.count.send_modify(|count| *count += 1);
        Work { count: self.count.clone() }
    }

    /// Takes the work that calls this out of the count for a while.
    pub(crate) fn aside(&self) -> Aside {
        self.count.send_modify(|count| *count = count.saturating_sub(1));
        Aside { count: self.count.clone() }
    }

    pub(crate) fn count(&self) -> usize {
        *self.count.borrow()
    }

    /// Returns when nothing is in progress.
    pub(crate) async fn none(&self) {
        let mut count = self.count.subscribe();
        // The sender is `self`'s, so that this ends by the count alone.
        if count.wait_for(|count| *count == 0).await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.count.send_modify(|count| *count = count.saturating_sub(1));
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        self.count.send_modify(|count| *count += 1);
    }
}
