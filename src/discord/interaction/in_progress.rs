//! Counts the work in progress, so that a stop can wait for it. serenity spawns a task for each event and drops its
//! handle.

use tokio::sync::watch;

#[derive(Debug, Default)]
pub(crate) struct InProgress {
    count: watch::Sender<usize>,
}

/// One piece of work. It ends when this is dropped, also by a panic.
#[derive(Debug)]
pub(crate) struct Work {
    count: watch::Sender<usize>,
}

/// A piece of work that only waits. A stop does not wait for it.
#[derive(Debug)]
pub(crate) struct Aside {
    count: watch::Sender<usize>,
}

impl InProgress {
    pub(crate) fn begin(&self) -> Work {
        self.count.send_modify(|count| *count += 1);
        Work { count: self.count.clone() }
    }

    /// Removes the caller's work from the count until the result is dropped.
    pub(crate) fn aside(&self) -> Aside {
        self.count.send_modify(|count| *count = count.saturating_sub(1));
        Aside { count: self.count.clone() }
    }

    pub(crate) fn count(&self) -> usize {
        *self.count.borrow()
    }

    /// Waits until nothing is in progress.
    pub(crate) async fn none(&self) {
        let mut count = self.count.subscribe();
        // `self` owns the sender, so the wait never fails and ends only when the count is 0.
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
