//! `/wa-group rename`

use super::{AuditLine, Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::request_line::RequestLine;
use crate::discord::reply::text::escape;
use crate::language::Language;
use crate::operations::{GroupRenamed, RenameGroup};

impl Present for RenameGroup {
    const COMMANDS: &'static [&'static str] = &["wa-group rename"];
    const TOPIC: Topic = Topic::Groups;
    const AUDIT_LINE: Option<AuditLine<Self>> =
        Some(|i18n, outcome, who| i18n.deed_renamed(who, escape(&outcome.before), escape(&outcome.after)));

    fn action(i18n: Language) -> String {
        i18n.action_rename()
    }

    fn result(&self, Reader { i18n, .. }: Reader, outcome: &GroupRenamed) -> Card {
        let GroupRenamed { before, after, is_superseded } = outcome;
        if *is_superseded {
            return Card::new(Tone::Attention, escape(after)).text(i18n.name_superseded());
        }
        if before == after {
            return Card::new(Tone::Shown, escape(after)).text(i18n.name_unchanged());
        }
        Card::new(Tone::Done, escape(after)).text(i18n.renamed(escape(before), escape(after)))
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        let i18n = phrasing.i18n;
        RequestLine::of(i18n.wish_rename()).text(i18n.field_new_name(), self.name.as_str())
    }

    fn title_after(&self, outcome: &GroupRenamed) -> String {
        escape(&outcome.after)
    }
}
