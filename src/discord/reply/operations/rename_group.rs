//! `/wa-group rename`

use super::{AuditLine, Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::request_line::RequestLine;
use crate::discord::reply::text::escape;
use crate::operations::{GroupRenamed, RenameGroup};

impl Present for RenameGroup {
    const COMMANDS: &'static [&'static str] = &["wa-group rename"];
    const TOPIC: Topic = Topic::Groups;
    const AUDIT_LINE: Option<AuditLine<Self>> =
        Some(|say, outcome, who| say.deed_renamed(who, escape(&outcome.before), escape(&outcome.after)));

    fn result(&self, Reader { say, .. }: Reader, GroupRenamed { before, after }: &GroupRenamed) -> Card {
        if before == after {
            return Card::new(Tone::Shown, escape(after)).text(say.name_unchanged());
        }
        Card::new(Tone::Done, escape(after)).text(say.renamed(escape(before), escape(after)))
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        let say = phrasing.say;
        RequestLine::of(say.wish_rename()).text(say.field_new_name(), self.name.as_str())
    }

    fn title_after(&self, outcome: &GroupRenamed) -> String {
        escape(&outcome.after)
    }
}
