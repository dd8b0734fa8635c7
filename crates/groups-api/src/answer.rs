//! Reads the body of an answer whose status reports success. The status proves nothing by itself: a proxy or the API
//! may report a failure in the body.

use std::io::{self, ErrorKind, Read};
use std::sync::Arc;

use reqwest::{Response, StatusCode};
use serde_json::Value;
use tokio::sync::{Semaphore, mpsc};

use super::provider::{Dialect, Engine};
use super::wire::{self, ANSWER_BYTES_MAX, Entry, LIST_BYTES_MAX, Listed, Unread, Vocabulary};
use crate::ask::Ask;

/// A body up to this size is parsed on the current thread, which takes less than a millisecond.
const SHORT_BYTES: usize = 128 << 10;
/// Number of longer bodies that are parsed at the same time.
const LONG_AT_ONCE: usize = 4;
/// Chunks of a longer body that are buffered for the thread that parses it.
const CHUNKS_WAITING: usize = 4;

/// What was asked, and in which dialect: all that is needed to read the answer.
#[derive(Clone)]
pub(super) struct AnswerContext {
    pub(super) dialect: &'static dyn Dialect,
    pub(super) engine: Engine,
    pub(super) ask: Arc<Ask>,
}

/// A way to read an answer.
pub(super) struct AnswerReader<T> {
    /// Largest body that is read.
    bytes_max: usize,
    /// True if only a status that reports an end counts.
    needs_end: bool,
    read: fn(&AnswerContext, &mut dyn Read) -> Result<T, Unread>,
}

impl<T> Clone for AnswerReader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for AnswerReader<T> {}

impl<T: Send + 'static> AnswerReader<T> {
    /// Reads the answer to a read with `read`.
    pub(super) const fn of_read(read: fn(&AnswerContext, &mut dyn Read) -> Result<T, Unread>) -> Self {
        Self { bytes_max: ANSWER_BYTES_MAX, needs_end: false, read }
    }

    /// Reads the answer to a change with `read`.
    pub(super) const fn of_change(read: fn(&AnswerContext, &mut dyn Read) -> Result<T, Unread>) -> Self {
        Self { needs_end: true, ..Self::of_read(read) }
    }

    /// Reads a body that was received as a whole.
    pub(super) fn read_bytes(self, context: &AnswerContext, mut body: &[u8]) -> Result<T, Unread> {
        (self.read)(context, &mut body)
    }

    /// Reads the body of an answer whose status reports success.
    pub(super) async fn read(self, context: &AnswerContext, response: Response) -> Result<T, Unread> {
        // 202 means that the change is still to come.
        let ended = matches!(response.status(), StatusCode::OK | StatusCode::CREATED | StatusCode::NO_CONTENT);
        let (context, read) = (context.clone(), self.read);
        let answer = read_streamed(response, self.bytes_max, move |mut body| read(&context, &mut body)).await?;
        if self.needs_end && !ended { Err(Unread::Garbled) } else { Ok(answer) }
    }
}

/// Reads a list of groups or members. `names`: of their fields.
pub(super) fn list_of<T: Entry>(
    context: &AnswerContext,
    names: &T::Names,
    body: &mut dyn Read,
) -> Result<Listed<T>, Unread> {
    wire::list(names, context.dialect.list_place(&context.ask, context.engine), body)
}

impl<T: Entry> AnswerReader<Listed<T>> {
    /// As [`Self::of_read`], for a list.
    pub(super) const fn of_list(read: fn(&AnswerContext, &mut dyn Read) -> Result<Listed<T>, Unread>) -> Self {
        Self { bytes_max: LIST_BYTES_MAX, ..Self::of_read(read) }
    }
}

impl AnswerContext {
    /// Returns the names of the fields in the answer.
    pub(super) fn words(&self) -> &'static Vocabulary {
        self.dialect.vocabulary(self.engine)
    }

    /// Reads the answer to a read that is no list.
    pub(super) fn content(&self, body: &mut dyn Read) -> Result<Value, Unread> {
        self.dialect.read(&self.ask, self.engine, body)
    }

    /// Reads the answer to a change.
    pub(super) fn done(&self, body: &mut dyn Read) -> Result<Value, Unread> {
        self.dialect.done(&self.ask, self.engine, body)
    }
}

/// Parses a body up to a size limit; `parse` counts the bytes that arrive. A long body is parsed on a blocking thread
/// while its chunks arrive. Few are parsed at the same time, since each takes megabytes.
async fn read_streamed<T: Send + 'static>(
    mut response: Response,
    most: usize,
    parse: impl FnOnce(Box<dyn Read + Send>) -> Result<T, Unread> + Send + 'static,
) -> Result<T, Unread> {
    static LONG: Semaphore = Semaphore::const_new(LONG_AT_ONCE);
    if response.content_length().is_some_and(|length| length > most as u64) {
        return Err(Unread::TooLarge);
    }
    let mut head = Vec::new();
    while head.len() <= SHORT_BYTES {
        match response.chunk().await.map_err(|_| Unread::Cut)? {
            Some(chunk) => head.extend_from_slice(&chunk),
            None => return parse(Box::new(io::Cursor::new(head))),
        }
    }
    // Until then the API keeps the rest. The semaphore is never closed.
    let turn = LONG.acquire().await.map_err(|_| Unread::Cut)?;
    let (send, receive) = mpsc::channel(CHUNKS_WAITING);
    let parse = tokio::task::spawn_blocking(move || {
        let rest = Chunks { receive, current: io::Cursor::default(), is_at_end: false };
        let parsed = parse(Box::new(io::Cursor::new(head).chain(rest)));
        // Held until the work has really ended, even if its caller no longer waits.
        drop(turn);
        parsed
    });
    // Without `End` the reader knows that the body was cut off, even if this future is dropped.
    let feed = async move {
        while let Ok(chunk) = response.chunk().await {
            let is_last = chunk.is_none();
            let chunk = chunk.map_or(Chunk::End, |chunk| Chunk::Part(chunk.to_vec()));
            // The reader ends once it has read enough.
            if send.send(chunk).await.is_err() || is_last {
                return;
            }
        }
    };
    let (read, ()) = tokio::join!(parse, feed);
    read.unwrap_or(Err(Unread::Garbled))
}

enum Chunk {
    Part(Vec<u8>),
    End,
}

/// The chunks of a body, for a blocking thread.
struct Chunks {
    receive: mpsc::Receiver<Chunk>,
    current: io::Cursor<Vec<u8>>,
    is_at_end: bool,
}

impl Read for Chunks {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let count = self.current.read(buffer)?;
            if count > 0 || buffer.is_empty() || self.is_at_end {
                return Ok(count);
            }
            match self.receive.blocking_recv() {
                Some(Chunk::Part(bytes)) => self.current = io::Cursor::new(bytes),
                Some(Chunk::End) => self.is_at_end = true,
                None => return Err(ErrorKind::ConnectionAborted.into()),
            }
        }
    }
}

/// Reads at most `limit` bytes, whatever length was announced.
pub(super) async fn read_body(mut response: Response, limit: usize) -> Result<Vec<u8>, Unread> {
    if response.content_length().is_some_and(|length| length > limit as u64) {
        return Err(Unread::TooLarge);
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|_| Unread::Cut)? {
        if body.len() + chunk.len() > limit {
            return Err(Unread::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}
