//! Group commit: one caller writes the items of all waiting callers in one statement. Many small commits would cost
//! more than the commands that they belong to.

use std::sync::{Mutex, PoisonError};

use tokio::sync::oneshot;

use super::StoreError;

/// Maximum rows in one statement. More would not be faster, and a statement of this many rows is 85 KB, which its
/// connection keeps.
const MOST: usize = 64;

/// The queue of waiting items, and the turn to write.
#[derive(Debug)]
pub(super) struct BatchWriter<T> {
    waiting: Mutex<Vec<(T, oneshot::Sender<bool>)>>,
    turn: tokio::sync::Mutex<()>,
}

impl<T> Default for BatchWriter<T> {
    fn default() -> Self {
        Self { waiting: Mutex::default(), turn: tokio::sync::Mutex::default() }
    }
}

impl<T> BatchWriter<T> {
    /// Writes the item, with `write` or with that of another caller that is writing. The item of a caller that stops
    /// waiting may be written all the same.
    pub(super) async fn write<F>(&self, item: T, write: impl Fn(Vec<T>) -> F) -> Result<(), StoreError>
    where
        F: Future<Output = Result<(), StoreError>>,
    {
        let (written, mut was_written) = oneshot::channel();
        self.lock().push((item, written));
        loop {
            let turn = tokio::select! {
                biased;
                written = &mut was_written => return result(written.ok()),
                turn = self.turn.lock() => turn,
            };
            if let Ok(written) = was_written.try_recv() {
                return result(Some(written));
            }
            let (items, waiting): (Vec<T>, Vec<_>) = {
                let mut all = self.lock();
                let some = all.len().min(MOST);
                all.drain(..some).unzip()
            };
            let ended = write(items).await;
            drop(turn);
            for one in waiting {
                // The receiver is gone if the caller has stopped waiting.
                one.send(ended.is_ok()).unwrap_or_default();
            }
            // If more items wait than one statement takes, this caller's own may be among the rest.
            if was_written.try_recv().is_ok() {
                return ended;
            }
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<(T, oneshot::Sender<bool>)>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Repeats the last row until there are 1, 2, 4 and so on, so that few different statements are needed: a connection
/// keeps each different statement with its plan. Only for statements to which a repeated row is harmless.
pub(super) fn pad_to_power_of_two<T: Clone>(rows: &mut Vec<T>) {
    if let Some(last) = rows.last().cloned() {
        rows.resize(rows.len().next_power_of_two(), last);
    }
}

/// Returns the caller's own result. The writer got the error itself, or has stopped waiting.
fn result(written: Option<bool>) -> Result<(), StoreError> {
    match written {
        Some(true) => Ok(()),
        Some(false) | None => Err(StoreError::Along),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use futures::future::join_all;

    use super::*;

    #[tokio::test]
    async fn what_comes_while_one_writes_is_written_at_once_and_each_once() {
        let (batch_writer, written) = (BatchWriter::default(), Mutex::new(Vec::new()));
        let written_by_one = |items: Vec<usize>| async {
            tokio::task::yield_now().await;
            written.lock().unwrap().push(items);
            Ok(())
        };
        let all = join_all((0..1_200).map(|item| batch_writer.write(item, written_by_one))).await;
        assert!(all.iter().all(Result::is_ok));
        let written = written.into_inner().unwrap();
        assert!(written.len() <= 1 + 1_200_usize.div_ceil(MOST), "{} statements", written.len());
        assert_eq!(written.concat(), (0..1_200).collect::<Vec<_>>());
    }

    #[test]
    fn a_few_statements_do_for_every_number_of_rows() {
        let filled = |number| {
            let mut rows: Vec<usize> = (0..number).collect();
            pad_to_power_of_two(&mut rows);
            assert!(rows.starts_with(&(0..number).collect::<Vec<_>>()));
            assert!(rows.iter().all(|row| *row < number), "no row that was not there");
            rows.len()
        };
        let sizes: BTreeSet<usize> = (0..=MOST).map(filled).collect();
        assert_eq!(sizes.into_iter().collect::<Vec<_>>(), [0, 1, 2, 4, 8, 16, 32, 64]);
    }

    #[tokio::test]
    async fn a_failure_is_everybodys_and_who_gives_up_holds_up_nobody() {
        let batch_writer = BatchWriter::default();
        let fail = |_: Vec<usize>| async {
            tokio::task::yield_now().await;
            Err(StoreError::TooSlow)
        };
        let all = join_all((0..3).map(|item| batch_writer.write(item, fail))).await;
        assert!(all.iter().all(Result::is_err));

        let never = |_: Vec<usize>| std::future::pending();
        let mut writer = Box::pin(batch_writer.write(0, never));
        let mut other = Box::pin(batch_writer.write(1, |_| async { Ok(()) }));
        assert!(futures::poll!(&mut writer).is_pending() && futures::poll!(&mut other).is_pending());
        drop(writer);
        assert!(other.await.is_ok());
    }
}
