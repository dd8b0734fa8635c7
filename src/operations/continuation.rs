//! An operation that continues one that has ended.

use usher_clock::Timestamp;

use super::Operation;

/// The operation, and when it may begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Continuation {
    pub operation: Operation,
    pub due: Timestamp,
}
