//! The record of every call that was made.

use std::collections::VecDeque;
use std::time::Duration;

use axum::http::Method;
use serde_json::Value;

use super::operation::Operation;

/// How many calls are remembered.
const CALLS: usize = 10_000;
/// Larger bodies (pictures) are recorded by their length alone, so that the record stays small.
const BODY_BYTES: usize = 16 * 1024;

/// One call, as it came in.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// Counted from 1 since the start.
    pub number: u64,
    pub method: Method,
    /// As it was sent, percent-encoding and all.
    pub path: String,
    pub query: Option<String>,
    /// `None`: the path or the method is none of the API's.
    pub operation: Option<Operation>,
    /// Absent if there was none, if it was no JSON, or if it was too long to keep.
    pub body: Option<Value>,
    pub body_bytes: usize,
    /// What was answered; `None` while the call is being carried out, and for ever if it got no answer.
    pub status: Option<u16>,
    /// Whether it came with a key that allows it.
    pub authorized: bool,
    /// Since 1970.
    pub at: Duration,
    /// From the call to its answer, by the stand-in's clock.
    pub took: Option<Duration>,
}

impl Call {
    /// A call that has just come in; it gets its number when it is recorded.
    pub(super) fn new(method: Method, uri: &axum::http::Uri, body: &[u8], at: Duration) -> Self {
        let kept = if body.len() <= BODY_BYTES { serde_json::from_slice(body).ok() } else { None };
        Self {
            number: 0,
            method,
            path: uri.path().to_owned(),
            query: uri.query().map(str::to_owned),
            operation: None,
            body: kept,
            body_bytes: body.len(),
            status: None,
            authorized: false,
            at,
            took: None,
        }
    }
}

#[derive(Debug, Default)]
pub(super) struct CallLog {
    calls: VecDeque<Call>,
    /// The number of the last call.
    last: u64,
}

impl CallLog {
    pub(super) fn record(&mut self, call: Call) -> u64 {
        if self.calls.len() >= CALLS {
            self.calls.pop_front();
        }
        self.last += 1;
        self.calls.push_back(Call { number: self.last, ..call });
        self.last
    }

    /// Adds to a call what was found out since; nothing if it is forgotten already.
    pub(super) fn amend(&mut self, number: u64, amend: impl FnOnce(&mut Call)) {
        if let Some(call) = self.calls.iter_mut().rev().find(|call| call.number == number) {
            amend(call);
        }
    }

    pub(super) fn all(&self) -> Vec<Call> {
        self.calls.iter().cloned().collect()
    }

    pub(super) fn newest(&self, most: usize) -> Vec<Call> {
        self.calls.iter().rev().take(most).cloned().collect()
    }

    pub(super) fn take(&mut self) -> Vec<Call> {
        self.calls.drain(..).collect()
    }

    pub(super) fn find(&self, mut fits: impl FnMut(&Call) -> bool) -> Option<Call> {
        self.calls.iter().find(|call| fits(call)).cloned()
    }
}
