//! The hook for metrics.

use std::fmt;

use whatsapp::SessionName;

/// Receives what every request shows. `()` ignores it.
pub trait RequestMetrics: fmt::Debug + Send + Sync {
    /// Counts one attempt of a request. `operation` is the name of a method of [`GroupsApi`](crate::GroupsApi).
    /// `status` is `None` if there was no answer.
    fn requested(&self, operation: &'static str, status: Option<u16>);

    /// Notes whether an account is connected to WhatsApp, as an answer of the API shows it.
    fn account(&self, session: &SessionName, is_connected: bool);
}

impl RequestMetrics for () {
    fn requested(&self, _operation: &'static str, _status: Option<u16>) {}

    fn account(&self, _session: &SessionName, _is_connected: bool) {}
}
