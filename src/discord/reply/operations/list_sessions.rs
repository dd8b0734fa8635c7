//! `/wa-session list`, and the connection of an account

use groups_api::{DisconnectReason, Session, SessionStatus};

use super::{Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::request_line::RequestLine;
use crate::discord::reply::text::{escape, plain};
use crate::language::Language;
use crate::operations::{ListSessions, SessionsListed};

impl Present for ListSessions {
    const COMMANDS: &'static [&'static str] = &["wa-session list"];
    const TOPIC: Topic = Topic::Groups;

    fn result(&self, Reader { say, .. }: Reader, SessionsListed { sessions }: &SessionsListed) -> Card {
        if sessions.is_empty() {
            return Card::new(Tone::Attention, say.sessions()).text(say.sessions_none());
        }
        Card::new(Tone::Shown, say.sessions()).text(session_lines(say, sessions))
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.say.wish_sessions())
    }

    fn subject(&self, say: Language) -> String {
        say.sessions()
    }
}

/// Returns a line for each session, with its connection status.
pub(in crate::discord::reply) fn session_lines(say: Language, sessions: &[Session]) -> String {
    let line = |session: &Session| {
        let status = match &session.status {
            SessionStatus::Connected => say.status_connected(),
            SessionStatus::Connecting => say.status_connecting(),
            SessionStatus::Disconnected => say.status_disconnected(),
            SessionStatus::Unknown | SessionStatus::Other(_) => escape(&plain(session.status.as_str())),
        };
        let reason = session.status_reason.as_ref().filter(|_| !session.is_connected());
        let reason = reason.map_or_else(String::new, |reason| format!(": {}", status_reason(say, reason)));
        let push_name = session.push_name.as_deref().map_or_else(String::new, |name| format!(" · {}", escape(name)));
        format!("**{}** · {status}{reason}{push_name}", escape(session.name.as_str()))
    };
    sessions.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Returns why a session is not connected (groups API, "Session").
pub(in crate::discord::reply) fn status_reason(say: Language, reason: &DisconnectReason) -> String {
    match reason {
        DisconnectReason::ScanQr => say.reason_scan_qr(),
        DisconnectReason::AutoReconnect => say.reason_auto_reconnect(),
        DisconnectReason::Failed => say.reason_failed(),
        DisconnectReason::ManualStop => say.reason_manual_stop(),
        DisconnectReason::QrTimeout => say.reason_qr_timeout(),
        DisconnectReason::LoggedOut => say.reason_logged_out(),
        DisconnectReason::TemporaryBan => say.reason_temporary_ban(),
        DisconnectReason::StreamError => say.reason_stream_error(),
        DisconnectReason::Other(text) => escape(text),
    }
}
