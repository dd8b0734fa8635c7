//! The hook for metrics.

use std::fmt;

/// Counts requests. `()` counts nothing.
pub trait RequestMetrics: fmt::Debug + Send + Sync {
    /// Counts one attempt of a request. `operation` is the name of a method of [`GroupsApi`](crate::GroupsApi).
    /// `status` is `None` if there was no answer.
    fn requested(&self, operation: &'static str, status: Option<u16>);
}

impl RequestMetrics for () {
    fn requested(&self, _operation: &'static str, _status: Option<u16>) {}
}
