//! The condition of a session's account: whether it can be used, and if not, what a person can do.

use crate::model::{DisconnectReason, Session, SessionStatus};

/// The condition of an account, from the best to the one that needs most attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccountCondition {
    Connected,
    /// The connection broke, and the provider restores it by itself.
    Reconnecting,
    /// It is not connected, and the provider does not say why, or has given up.
    Disconnected,
    /// A person has stopped it in the provider.
    Stopped,
    /// The provider does not list it.
    Missing,
    /// It is not, or no longer, linked to a phone: its QR code must be scanned.
    LoggedOut,
    /// WhatsApp has banned it for a while. No provider says until when.
    Banned,
}

impl AccountCondition {
    pub const ALL: [Self; 7] = [
        Self::Connected,
        Self::Reconnecting,
        Self::Disconnected,
        Self::Stopped,
        Self::Missing,
        Self::LoggedOut,
        Self::Banned,
    ];

    /// Returns the name under which it is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Connected => "connected",
            Self::Reconnecting => "reconnecting",
            Self::Disconnected => "disconnected",
            Self::Stopped => "stopped",
            Self::Missing => "missing",
            Self::LoggedOut => "logged_out",
            Self::Banned => "banned",
        }
    }

    /// Returns the condition of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == name)
    }

    /// Returns whether the account is connected.
    pub fn is_connected(self) -> bool {
        self == Self::Connected
    }

    /// Returns whether the account stays unusable until a person, or WhatsApp, does something.
    pub fn is_lost(self) -> bool {
        self > Self::Reconnecting
    }
}

impl Session {
    /// Returns the condition of the account, or `None` if the answer does not tell it.
    pub fn condition(&self) -> Option<AccountCondition> {
        match (&self.status, &self.status_reason) {
            (SessionStatus::Connected, _) => Some(AccountCondition::Connected),
            (SessionStatus::Unknown | SessionStatus::Other(_), _) => None,
            (_, Some(DisconnectReason::TemporaryBan)) => Some(AccountCondition::Banned),
            (_, Some(DisconnectReason::ScanQr | DisconnectReason::QrTimeout | DisconnectReason::LoggedOut)) => {
                Some(AccountCondition::LoggedOut)
            }
            (_, Some(DisconnectReason::ManualStop)) => Some(AccountCondition::Stopped),
            (SessionStatus::Connecting, _)
            | (_, Some(DisconnectReason::AutoReconnect | DisconnectReason::StreamError)) => {
                Some(AccountCondition::Reconnecting)
            }
            (SessionStatus::Disconnected, None | Some(DisconnectReason::Failed | DisconnectReason::Other(_))) => {
                Some(AccountCondition::Disconnected)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_found_by_its_stored_name() {
        for condition in AccountCondition::ALL {
            assert_eq!(AccountCondition::named(condition.as_str()), Some(condition));
        }
        assert_eq!(AccountCondition::named("asleep"), None);
    }
}
