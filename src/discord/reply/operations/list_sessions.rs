//! `/wa-session list`, and the connection of an account

use groups_api::{AccountCondition, DisconnectReason, Session, SessionStatus};
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

    fn result(&self, Reader { i18n, numbers, .. }: Reader, listed: &SessionsListed) -> Card {
        if listed.sessions.is_empty() {
            return Card::new(Tone::Attention, i18n.sessions()).text(i18n.sessions_none());
        }
        Card::new(Tone::Shown, i18n.sessions()).text(session_lines(i18n, listed, numbers))
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.i18n.wish_sessions())
    }

    fn subject(&self, i18n: Language) -> String {
        i18n.sessions()
    }
}

/// Returns the sign of an account's condition, before the words that say the same.
pub(in crate::discord::reply) fn sign_of(condition: Option<AccountCondition>) -> &'static str {
    match condition {
        Some(AccountCondition::Connected) => "🟢",
        Some(AccountCondition::Reconnecting) => "🟡",
        Some(AccountCondition::Banned) => "⛔",
        Some(
            AccountCondition::Disconnected
            | AccountCondition::Stopped
            | AccountCondition::Missing
            | AccountCondition::LoggedOut,
        ) => "🔴",
        None => "⚪",
    }
}

/// Returns two lines for each session: its name, its connection status, and the account's number and name; since when,
/// and how many people it may still add.
pub(in crate::discord::reply) fn session_lines(
    i18n: Language,
    SessionsListed { sessions, facts }: &SessionsListed,
    numbers: NumberMask,
) -> String {
    let line = |session: &Session| {
        let status = match &session.status {
            SessionStatus::Connected => i18n.status_connected(),
            SessionStatus::Connecting => i18n.status_connecting(),
            SessionStatus::Disconnected => i18n.status_disconnected(),
            SessionStatus::Unknown => i18n.status_unknown(),
            SessionStatus::Other(text) => escape(&plain(text)),
        };
        let reason = session.status_reason.as_ref().filter(|_| !session.is_connected());
        let reason = reason.map_or_else(String::new, |reason| format!(": {}", status_reason(i18n, reason)));
        let number = session.phone.clone().map(|phone| format!(" · {}", numbers.name(&Person::Phone(phone))));
        let number = number.unwrap_or_default();
        let push_name = session.push_name.as_deref().map_or_else(String::new, |name| format!(" · {}", escape(name)));
        let (sign, name) = (sign_of(session.condition()), escape(session.name.as_str()));
        let facts = facts.get(&session.name);
        // Discord, "Timestamps": the date and the time.
        let since = facts.and_then(|facts| facts.since);
        let since = since.map(|since| i18n.account_listed_since(format!("<t:{}:f>", since.as_secs())));
        let left = facts.and_then(|facts| facts.left).map(|left| i18n.account_left(left));
        let known: Vec<String> = since.into_iter().chain(left).collect();
        let known = if known.is_empty() { String::new() } else { format!("\n{}", known.join(" · ")) };
        format!("{sign} **{name}** · {status}{reason}{number}{push_name}{known}")
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
