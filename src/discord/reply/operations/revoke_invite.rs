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
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|say, _, who| say.deed_invite_revoked(who));
    const QUESTION: Option<QuestionOf<Self>> =
        Some(|_, say| Question { text: say.ask_revoke(), yes: say.ask_revoke_yes() });

    fn result(&self, Reader { say, .. }: Reader, outcome: &InviteRevoked) -> Card {
        let card = Card::new(Tone::Done, title_of_group(&self.at));
        match &outcome.code {
            Some(code) => with_qr_code(say, card, code, format!("{}\n{}", say.invite_revoked(), code.link())),
            None => card.text(say.invite_revoked_unread()),
        }
    }

    fn takes_long(outcome: &InviteRevoked) -> bool {
        outcome.code.is_some()
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.say.wish_revoke_invite())
    }
}
