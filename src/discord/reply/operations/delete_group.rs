//! `/wa-group delete`

use super::{AuditLine, Phrasing, Present, Question, QuestionOf, Reader};
use crate::discord::reply::card::{Card, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::request_line::RequestLine;
use crate::operations::{DeleteGroup, GroupDeleted};

impl Present for DeleteGroup {
    const COMMANDS: &'static [&'static str] = &["wa-group delete"];
    const TOPIC: Topic = Topic::Groups;
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|i18n, _, who| i18n.deed_deleted(who));
    const QUESTION: Option<QuestionOf<Self>> = Some(|delete, i18n| {
        let text = if delete.at.visible_name().is_some() { i18n.ask_delete() } else { i18n.ask_delete_nameless() };
        Question { text, yes: i18n.ask_delete_yes() }
    });

    fn result(&self, Reader { i18n, .. }: Reader, _outcome: &GroupDeleted) -> Card {
        Card::new(Tone::Done, title_of_group(&self.at)).text(i18n.deleted())
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.i18n.wish_delete())
    }
}
