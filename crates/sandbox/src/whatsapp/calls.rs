//! The record of every call to the API.

use std::collections::{HashSet, VecDeque};
use std::time::Duration;

use axum::http::Method;
use serde_json::Value;
use usher_clock::Timestamp;

use super::operation::Operation;

/// Maximum number of calls that are kept.
const CALLS: usize = 10_000;
/// Maximum size of a recorded body. Only the length of a larger one (a picture) is recorded, so that the record stays
/// small.
const BODY_BYTES: usize = 16 * 1024;

/// A call, as it was received.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// The number of the call, starting at 1.
    pub number: u64,
    pub method: Method,
    /// The path as it was sent, percent-encoded.
    pub path: String,
    pub query: Option<String>,
    /// `None` if the path or the method does not belong to the API.
    pub operation: Option<Operation>,
    /// The body. Absent if there was none, if it was not JSON, or if it was too long.
    pub body: Option<Value>,
    pub body_bytes: usize,
    pub session: Option<String>,
    /// True if another provider than Titan was called.
    pub(super) is_foreign: bool,
    /// True for the first read of a session of WAHA or `OpenWA`, by which a client learns its engine or its id.
    pub(super) reads_engine: bool,
    /// The status with which Titan would have refused it, if it was refused.
    pub(super) refused: Option<u16>,
    /// The status of the answer. `None` while the call is in progress, and permanently if it got no answer.
    pub status: Option<u16>,
    /// True if it had a key that allows it.
    pub authorized: bool,
    pub at: Timestamp,
    /// Time from the call to its answer, by the stand-in's clock.
    pub took: Option<Duration>,
}

impl Call {
    /// Returns a call that was just received. It gets its number when it is recorded.
    pub(super) fn new(method: Method, uri: &axum::http::Uri, body: &[u8], at: Timestamp) -> Self {
        let kept = if body.len() <= BODY_BYTES { serde_json::from_slice(body).ok() } else { None };
        Self {
            number: 0,
            method,
            path: uri.path().to_owned(),
            query: uri.query().map(str::to_owned),
            operation: None,
            body: kept,
            body_bytes: body.len(),
            session: None,
            is_foreign: false,
            reads_engine: false,
            refused: None,
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
    /// The sessions of WAHA or `OpenWA` that were read.
    read: HashSet<String>,
}

impl CallLog {
    pub(super) fn record(&mut self, mut call: Call) -> u64 {
        if call.operation != Some(Operation::GetSession) {
            call.reads_engine = false;
        } else if call.reads_engine {
            call.reads_engine = self.read.insert(call.session.clone().unwrap_or_default());
        }
        if self.calls.len() >= CALLS {
            self.calls.pop_front();
        }
        self.last += 1;
        self.calls.push_back(Call { number: self.last, ..call });
        self.last
    }

    /// Adds data to a recorded call. Does nothing if the call was dropped from the record.
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
