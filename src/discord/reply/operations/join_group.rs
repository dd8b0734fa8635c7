//! `/wa-group join`

use super::{AuditLine, Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::{code, name_or_id};
use crate::discord::reply::request_line::RequestLine;
use crate::language::Language;
use crate::operations::{GroupJoined, JoinGroup};

impl Present for JoinGroup {
    const COMMANDS: &'static [&'static str] = &["wa-group join"];
    const TOPIC: Topic = Topic::Invites;
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|say, _, who| say.deed_joined(who));

    fn result(&self, Reader { say, .. }: Reader, outcome: &GroupJoined) -> Card {
        Card::new(Tone::Done, self.title_after(outcome))
            .text(say.joined())
            .field(say.field_group_id(), code(outcome.group.as_str()))
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.say.wish_join())
    }

    fn subject(&self, say: Language) -> String {
        say.about_invite()
    }

    fn title_after(&self, GroupJoined { group, name }: &GroupJoined) -> String {
        name_or_id(name.as_deref(), group)
    }
}
