//! Sessions: the accounts that the API runs.

use usher_clock::Timestamp;

use super::people::PersonId;

/// The state of an account's connection to WhatsApp.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionStatus {
    Connecting,
    Connected,
    Disconnected,
}

/// The reason why an account is not connected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusReason {
    ScanQr,
    AutoReconnect,
    Failed,
    ManualStop,
    QrTimeout,
    LoggedOut,
    TemporaryBan,
    StreamError,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub name: String,
    pub status: SessionStatus,
    pub reason: Option<StatusReason>,
    /// The account itself. Its name is the push name.
    pub account: PersonId,
    pub business_name: Option<String>,
    pub platform: Option<String>,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
}
