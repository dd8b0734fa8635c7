//! Runs work that takes the processor for more than a few milliseconds: reading files and pictures, writing tables and
//! QR codes. It uses its own threads, so that it never delays other users' interactions.
//!
//! User input is read through [`Compute::place`]: few reads at a time, a bounded queue, and a deadline that the work
//! itself checks. Output is made through [`Compute::run`], which rejects nothing while Usher runs, because a change
//! that was made must be shown; its input is bounded already.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::{OwnedSemaphorePermit, Semaphore, TryAcquireError};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// A class of work by its memory use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// A file of at most a mebibyte, and its cells.
    File,
    /// A file of some mebibytes, and its pixels.
    Picture,
    /// Files of up to 24 mebibytes, from their creation until Discord has them.
    Export,
}

impl Weight {
    /// Returns the number of places in the queue: one for each mebibyte.
    fn places(self) -> u32 {
        match self {
            Self::File => 1,
            Self::Picture | Self::Export => 8,
        }
    }

    /// Returns the mebibytes of [`MEMORY`] that running work takes.
    fn memory(self) -> u32 {
        match self {
            Self::File => 32,
            Self::Picture => MEMORY,
            Self::Export => 64,
        }
    }
}

/// Mebibytes for all running work together. With the queue ([`Limits::places`]) and the idle process, the total is
/// under 150.
const MEMORY: u32 = 72;

/// Limits of concurrent computations and of their time.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Concurrent reads. The same amount of bounded work runs beside them.
    pub at_once: u32,
    /// Places in the queue, including those of running work, in mebibytes of user input; more is rejected.
    pub places: u32,
    /// Maximum wait in the queue.
    pub wait: Duration,
    /// Maximum run time.
    pub run: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        // Half of the processors stay free for the async threads.
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let at_once = u32::try_from(processors / 2).unwrap_or(u32::MAX).clamp(1, 4);
        Self { at_once, places: 32, wait: Duration::from_secs(30), run: Duration::from_secs(10) }
    }
}

/// Why a computation has no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ComputeError {
    /// Too many computations run or wait.
    #[error("too many computations wait")]
    Busy,
    /// The computation reached its deadline.
    #[error("the computation took too long")]
    TimedOut,
    /// The computation panicked, or Usher is stopping.
    #[error("the computation failed")]
    Failed,
}

/// The time until which a computation may run. The computation checks it; a thread cannot be ended from outside.
#[derive(Debug, Clone)]
pub struct Deadline {
    at: Option<Instant>,
    stopping: CancellationToken,
}

impl Deadline {
    /// Returns a deadline that is never reached, for tests.
    #[cfg(test)]
    pub(crate) fn never() -> Self {
        Self { at: None, stopping: CancellationToken::new() }
    }

    /// Returns a deadline that has been reached, for tests.
    #[cfg(test)]
    pub(crate) fn reached() -> Self {
        let deadline = Self::never();
        deadline.stopping.cancel();
        deadline
    }

    /// Returns [`ComputeError::TimedOut`] once the deadline has passed, and [`ComputeError::Failed`] if Usher is
    /// stopping.
    pub fn check(&self) -> Result<(), ComputeError> {
        if self.stopping.is_cancelled() {
            return Err(ComputeError::Failed);
        }
        if self.at.is_some_and(|at| Instant::now() >= at) { Err(ComputeError::TimedOut) } else { Ok(()) }
    }
}

/// Runs computations off the async threads. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Compute {
    inner: Arc<ComputeInner>,
}

#[derive(Debug)]
struct ComputeInner {
    limits: Limits,
    places: Arc<Semaphore>,
    memory: Arc<Semaphore>,
    reads: Arc<Semaphore>,
    runs: Arc<Semaphore>,
    tasks: TaskTracker,
    stopping: CancellationToken,
}

impl Default for Compute {
    fn default() -> Self {
        Self::new(Limits::default())
    }
}

impl Compute {
    pub fn new(limits: Limits) -> Self {
        let semaphore = |permits: u32| Arc::new(Semaphore::new(permits as usize));
        let inner = ComputeInner {
            limits,
            places: semaphore(limits.places),
            memory: semaphore(MEMORY),
            reads: semaphore(limits.at_once),
            runs: semaphore(limits.at_once),
            tasks: TaskTracker::new(),
            stopping: CancellationToken::new(),
        };
        Self { inner: Arc::new(inner) }
    }

    /// Takes a place in the queue before the input is downloaded, so that the memory of the queue is bounded too.
    /// Returns [`ComputeError::Busy`] if the queue is full.
    pub fn place(&self, weight: Weight) -> Result<QueuePosition, ComputeError> {
        let places = self.inner.places.clone();
        let permit = places.try_acquire_many_owned(weight.places()).map_err(|error| match error {
            TryAcquireError::NoPermits => ComputeError::Busy,
            TryAcquireError::Closed => ComputeError::Failed,
        })?;
        Ok(QueuePosition { compute: self.clone(), weight, permit })
    }

    /// Runs `work` whose input is bounded already, such as rendering an answer. It waits in the queue, and is rejected
    /// only once Usher has stopped.
    pub async fn run<T, W>(&self, work: W) -> Result<T, ComputeError>
    where
        T: Send + 'static,
        W: FnOnce() -> T + Send + 'static,
    {
        let ComputeInner { runs, tasks, .. } = &*self.inner;
        let turn = runs.clone().acquire_owned().await.map_err(|_| ComputeError::Failed)?;
        let running = tasks.spawn_blocking(move || {
            let result = work();
            drop(turn);
            result
        });
        running.await.map_err(|_panic| ComputeError::Failed)
    }

    /// Like [`Self::run`], for work that may fail.
    pub async fn try_run<T, E, W>(&self, work: W) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<ComputeError> + Send + 'static,
        W: FnOnce() -> Result<T, E> + Send + 'static,
    {
        match self.run(work).await {
            Ok(result) => result,
            Err(error) => Err(error.into()),
        }
    }

    /// Starts no more computations, cancels the running ones, and waits for them.
    pub async fn stop(&self) {
        let ComputeInner { places, memory, reads, runs, tasks, stopping, .. } = &*self.inner;
        stopping.cancel();
        for semaphore in [places, memory, reads, runs] {
            semaphore.close();
        }
        tasks.close();
        tasks.wait().await;
    }
}

/// A place in the queue of reads.
#[derive(Debug)]
pub struct QueuePosition {
    compute: Compute,
    weight: Weight,
    permit: OwnedSemaphorePermit,
}

/// Memory that is reserved for a piece of work until it is dropped.
#[derive(Debug)]
pub struct Room {
    _place: OwnedSemaphorePermit,
    _memory: OwnedSemaphorePermit,
}

impl QueuePosition {
    /// Waits for the memory that the work takes. Returns [`ComputeError::Busy`] on a timeout.
    pub async fn room(self) -> Result<Room, ComputeError> {
        let Self { compute, weight, permit } = self;
        let ComputeInner { limits, memory, .. } = &*compute.inner;
        let memory = tokio::time::timeout(limits.wait, memory.clone().acquire_many_owned(weight.memory()));
        let memory = memory.await.map_err(|_| ComputeError::Busy)?.map_err(|_| ComputeError::Failed)?;
        Ok(Room { _place: permit, _memory: memory })
    }

    /// Runs `work` on user input. Returns [`ComputeError::TimedOut`] once its time is over, whether or not `work` has
    /// ended by then.
    pub async fn read<T, E, W>(self, work: W) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<ComputeError> + Send + 'static,
        W: FnOnce(&Deadline) -> Result<T, E> + Send + 'static,
    {
        let ComputeInner { limits, reads, tasks, stopping, .. } = &*self.compute.inner.clone();
        let turn = async {
            // The memory comes first: work that waits for memory must not hold a turn.
            let room = self.room().await?;
            let turn = reads.clone().acquire_owned().await.map_err(|_| ComputeError::Failed)?;
            Ok::<_, ComputeError>((room, turn))
        };
        let Ok(turn) = tokio::time::timeout(limits.wait, turn).await else { return Err(ComputeError::Busy.into()) };
        let turn = turn?;
        let deadline = Deadline { at: Some(Instant::now() + limits.run), stopping: stopping.clone() };
        let running = tasks.spawn_blocking(move || {
            let result = work(&deadline);
            // Held until the work has really ended, even if its caller has stopped waiting.
            drop(turn);
            result
        });
        // The work ends by itself at the deadline. Work that checks it late gets the same time again.
        match tokio::time::timeout(limits.run * 2, running).await {
            Ok(Ok(result)) => result,
            Err(_) => Err(ComputeError::TimedOut.into()),
            Ok(Err(_panic)) => Err(ComputeError::Failed.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn compute(at_once: u32, places: u32, run: Duration) -> Compute {
        Compute::new(Limits { at_once, places, wait: Duration::from_secs(60), run })
    }

    fn file(compute: &Compute) -> QueuePosition {
        compute.place(Weight::File).unwrap()
    }

    fn endless(deadline: &Deadline) -> Result<(), ComputeError> {
        loop {
            deadline.check()?;
        }
    }

    #[tokio::test]
    async fn a_read_beyond_the_queue_is_refused_as_busy() {
        let compute = compute(1, 2, Duration::from_secs(60));
        let (end, ended) = mpsc::channel::<()>();
        let mut running = Box::pin(file(&compute).read(move |_| Ok::<_, ComputeError>(ended.recv())));
        let mut waiting = Box::pin(file(&compute).read(|_| Ok::<_, ComputeError>(7)));
        assert!(futures::poll!(&mut running).is_pending() && futures::poll!(&mut waiting).is_pending());
        assert_eq!(compute.place(Weight::File).unwrap_err(), ComputeError::Busy);
        // Bounded work does not wait for reads.
        assert_eq!(compute.run(|| 9).await, Ok(9));
        end.send(()).unwrap();
        assert!(running.await.unwrap().is_ok());
        assert_eq!(waiting.await, Ok(7));
        assert_eq!(compute.place(Weight::Picture).unwrap_err(), ComputeError::Busy);
        assert_eq!(file(&compute).read(|_| Ok::<_, ComputeError>(8)).await, Ok(8));
    }

    #[tokio::test]
    async fn one_picture_is_read_at_a_time() {
        let compute = compute(4, 32, Duration::from_secs(60));
        let running = Arc::new(std::sync::Mutex::new((0_usize, 0_usize)));
        let (ends, mut pictures): (Vec<_>, Vec<_>) = (0..3)
            .map(|_| {
                let (end, ended) = mpsc::channel::<()>();
                let running = running.clone();
                let picture = compute.place(Weight::Picture).unwrap().read(move |_| {
                    let count = |change: fn(usize) -> usize| {
                        let mut running = running.lock().unwrap();
                        running.0 = change(running.0);
                        running.1 = running.1.max(running.0);
                    };
                    count(|running| running + 1);
                    let received = ended.recv();
                    count(|running| running - 1);
                    Ok::<_, ComputeError>(received)
                });
                (end, Box::pin(picture))
            })
            .unzip();
        for picture in &mut pictures {
            assert!(futures::poll!(picture).is_pending());
        }
        for end in ends {
            end.send(()).unwrap();
        }
        for picture in pictures {
            assert!(picture.await.unwrap().is_ok());
        }
        assert_eq!(running.lock().unwrap().1, 1);
    }

    #[tokio::test]
    async fn work_that_checks_its_deadline_ends_there() {
        let compute = compute(1, 1, Duration::from_millis(1));
        assert_eq!(file(&compute).read(endless).await, Err(ComputeError::TimedOut));
        compute.stop().await;
        assert_eq!(compute.run(|| 1).await, Err(ComputeError::Failed));
        assert_eq!(compute.place(Weight::File).unwrap_err(), ComputeError::Failed);
    }

    #[tokio::test]
    async fn stopping_ends_running_work() {
        let compute = compute(1, 1, Duration::from_secs(600));
        let mut running = Box::pin(file(&compute).read(endless));
        assert!(futures::poll!(&mut running).is_pending());
        compute.stop().await;
        assert_eq!(running.await, Err(ComputeError::Failed));
    }

    #[tokio::test]
    async fn a_panic_frees_its_place() {
        let compute = compute(1, 1, Duration::from_secs(60));
        for _ in 0..3 {
            assert_eq!(
                file(&compute).read::<(), ComputeError, _>(|_| panic!("on purpose")).await,
                Err(ComputeError::Failed)
            );
        }
        assert_eq!(file(&compute).read(|_| Ok::<_, ComputeError>(1)).await, Ok(1));
    }
}
