//! `/wa-group leave`

use super::{AuditLine, Phrasing, Present, Question, QuestionOf, Reader};
use crate::discord::reply::card::{Card, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::request_line::RequestLine;
use crate::operations::{GroupLeft, LeaveGroup};

impl Present for LeaveGroup {
    const COMMANDS: &'static [&'static str] = &["wa-group leave"];
    const TOPIC: Topic = Topic::Groups;
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|i18n, _, who| i18n.deed_left(who));
    const QUESTION: Option<QuestionOf<Self>> =
        Some(|_, i18n| Question { text: i18n.ask_leave(), yes: i18n.ask_leave_yes() });

    fn result(&self, Reader { i18n, .. }: Reader, _outcome: &GroupLeft) -> Card {
        Card::new(Tone::Done, title_of_group(&self.at)).text(i18n.left())
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.i18n.wish_leave())
    }
}
