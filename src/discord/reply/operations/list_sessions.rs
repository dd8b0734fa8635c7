//! `/wa-session list`, and the connection of an account

use groups_api::{DisconnectReason, Session, SessionStatus};
use whatsapp::Person;

use super::{Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::request_line::RequestLine;
use crate::discord::reply::text::{NumberMask, escape, plain};
use crate::language::Language;
use crate::operations::{ListSessions, SessionsListed};

impl Present for ListSessions {
    const COMMANDS: &'static [&'static str] = &["wa-session list"];
    const TOPIC: Topic = Topic::Groups;

    fn action(i18n: Language) -> String {
        i18n.action_sessions()
    }

    fn result(&self, Reader { i18n, numbers, .. }: Reader, SessionsListed { sessions }: &SessionsListed) -> Card {
        if sessions.is_empty() {
            return Card::new(Tone::Attention, i18n.sessions()).text(i18n.sessions_none());
        }
        Card::new(Tone::Shown, i18n.sessions()).text(session_lines(i18n, sessions, numbers))
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.i18n.wish_sessions())
    }

    fn subject(&self, i18n: Language) -> String {
        i18n.sessions()
    }
}

/// Returns a line for each session: its name, its connection status, and the account's number and name.
pub(in crate::discord::reply) fn session_lines(i18n: Language, sessions: &[Session], numbers: NumberMask) -> String {
    let line = |session: &Session| {
        let status = match &session.status {
            SessionStatus::Connected => i18n.status_connected(),
            SessionStatus::Connecting => i18n.status_connecting(),
            SessionStatus::Disconnected => i18n.status_disconnected(),
            SessionStatus::Unknown | SessionStatus::Other(_) => escape(&plain(session.status.as_str())),
        };
        let reason = session.status_reason.as_ref().filter(|_| !session.is_connected());
        let reason = reason.map_or_else(String::new, |reason| format!(": {}", status_reason(i18n, reason)));
        let number = session.phone.clone().map(|phone| format!(" · {}", numbers.name(&Person::Phone(phone))));
        let number = number.unwrap_or_default();
        let push_name = session.push_name.as_deref().map_or_else(String::new, |name| format!(" · {}", escape(name)));
        format!("**{}** · {status}{reason}{number}{push_name}", escape(session.name.as_str()))
    };
    sessions.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Returns why a session is not connected (groups API, "Session").
pub(in crate::discord::reply) fn status_reason(i18n: Language, reason: &DisconnectReason) -> String {
    match reason {
        DisconnectReason::ScanQr => i18n.reason_scan_qr(),
        DisconnectReason::AutoReconnect => i18n.reason_auto_reconnect(),
        DisconnectReason::Failed => i18n.reason_failed(),
        DisconnectReason::ManualStop => i18n.reason_manual_stop(),
        DisconnectReason::QrTimeout => i18n.reason_qr_timeout(),
        DisconnectReason::LoggedOut => i18n.reason_logged_out(),
        DisconnectReason::TemporaryBan => i18n.reason_temporary_ban(),
        DisconnectReason::StreamError => i18n.reason_stream_error(),
        DisconnectReason::Other(text) => escape(text),
    }
}
