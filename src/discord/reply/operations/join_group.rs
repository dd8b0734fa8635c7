//! `/wa-group join`

use super::{AuditLine, Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Message, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::next_steps::with_next_steps;
use crate::discord::reply::outcomes::{code, name_or_id};
use crate::discord::reply::request_line::RequestLine;
use crate::language::Language;
use crate::operations::{GroupJoined, JoinGroup};

impl Present for JoinGroup {
    const COMMANDS: &'static [&'static str] = &["wa-group join"];
    const TOPIC: Topic = Topic::Invites;
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|i18n, _, who| i18n.deed_joined(who));

    fn result(&self, Reader { i18n, .. }: Reader, outcome: &GroupJoined) -> Card {
        Card::new(Tone::Done, self.title_after(outcome))
            .text(i18n.joined())
            .field(i18n.field_group_id(), code(outcome.group.as_str()))
    }

    fn with_buttons(&self, reader: Reader, message: Message, outcome: &GroupJoined) -> Message {
        with_next_steps(reader, message, &outcome.group)
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.i18n.wish_join())
    }

    fn subject(&self, i18n: Language) -> String {
        i18n.about_invite()
    }

    fn title_after(&self, GroupJoined { group, name }: &GroupJoined) -> String {
        name_or_id(name.as_deref(), group)
    }
}
