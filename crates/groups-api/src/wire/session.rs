//! The connection of a session, as the API names it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Defines an enum of the API's texts. `Other` keeps a text that this version does not know. The stored form is the
/// text of the API.
macro_rules! api_text {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(from = "String", into = "String")]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
            /// Another text, at most 64 visible characters. It is foreign text, to be escaped where it is shown.
            Other(String),
        }

        impl $name {
            /// Returns the text of the API.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Other(text) => text,
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                match text.as_str() {
                    $($text => Self::$variant,)+
                    _ => Self::Other(text),
                }
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                match value {
                    $name::Other(text) => text,
                    known => known.as_str().to_owned(),
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

api_text! {
    /// Whether a session's account is connected to WhatsApp.
    SessionStatus {
        Connected = "CONNECTED",
        Connecting = "CONNECTING",
        Disconnected = "DISCONNECTED",
        /// The API gave no status.
        Unknown = "UNKNOWN",
    }
}

api_text! {
    /// Why a session is not connected.
    DisconnectReason {
        /// The account is to be paired with a phone.
        ScanQr = "SCAN_QR",
        /// The connection broke and is being restored.
        AutoReconnect = "AUTO_RECONNECT",
        Failed = "FAILED",
        ManualStop = "MANUAL_STOP",
        /// Nobody scanned the QR code in time.
        QrTimeout = "QR_TIMEOUT",
        /// The phone has removed this device.
        LoggedOut = "LOGGED_OUT",
        /// WhatsApp has banned the account for a while.
        TemporaryBan = "TEMPORARY_BAN",
        StreamError = "STREAM_ERROR",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_and_unknown_texts_are_stored_unchanged() {
        for (text, expected) in [
            ("CONNECTED", SessionStatus::Connected),
            ("UNKNOWN", SessionStatus::Unknown),
            ("NAPPING", SessionStatus::Other("NAPPING".to_owned())),
        ] {
            let json = serde_json::to_string(text).unwrap();
            let read: SessionStatus = serde_json::from_str(&json).unwrap();
            assert_eq!((&read, read.as_str()), (&expected, text));
            assert_eq!(serde_json::to_string(&read).unwrap(), json);
        }
        let reason: DisconnectReason = serde_json::from_str("\"SCAN_QR\"").unwrap();
        assert_eq!(
            (&reason, serde_json::to_string(&reason).unwrap()),
            (&DisconnectReason::ScanQr, "\"SCAN_QR\"".to_owned())
        );
    }
}
