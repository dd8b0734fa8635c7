//! `/wa-group invite revoke`

use super::shared::with_qr_code;
use super::{AuditLine, Phrasing, Present, Question, QuestionOf, Reader};
use crate::discord::reply::card::{Card, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::request_line::RequestLine;
use crate::operations::{InviteRevoked, RevokeInvite};

impl Present for RevokeInvite {
    const COMMANDS: &'static [&'static str] = &["wa-group invite revoke"];
    const TOPIC: Topic = Topic::Invites;
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|i18n, _, who| i18n.deed_invite_revoked(who));
    const QUESTION: Option<QuestionOf<Self>> =
        Some(|_, i18n| Question { text: i18n.ask_revoke(), yes: i18n.ask_revoke_yes() });

    fn result(&self, Reader { i18n, .. }: Reader, outcome: &InviteRevoked) -> Card {
        let card = Card::new(Tone::Done, title_of_group(&self.at));
        match &outcome.code {
            Some(code) => with_qr_code(i18n, card, code, format!("{}\n{}", i18n.invite_revoked(), code.link())),
            None => card.text(i18n.invite_revoked_unread()),
        }
    }

    fn takes_long(outcome: &InviteRevoked) -> bool {
        outcome.code.is_some()
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.i18n.wish_revoke_invite())
    }
}
