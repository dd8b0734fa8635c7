//! `/wa-group describe`

use super::{AuditLine, Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::request_line::RequestLine;
use crate::discord::reply::text::escape_lines;
use crate::language::Language;
use crate::operations::{DescribeGroup, GroupDescribed};

impl Present for DescribeGroup {
    const COMMANDS: &'static [&'static str] = &["wa-group describe"];
    const TOPIC: Topic = Topic::Groups;
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|i18n, _, who| i18n.deed_described(who));

    fn action(i18n: Language) -> String {
        i18n.action_describe()
    }

    fn result(&self, Reader { i18n, .. }: Reader, outcome: &GroupDescribed) -> Card {
        let GroupDescribed { text, unchanged, is_superseded, .. } = outcome;
        if *is_superseded {
            return Card::new(Tone::Attention, title_of_group(&self.at)).text(i18n.description_superseded());
        }
        let title = title_of_group(&self.at);
        match (unchanged, text.as_str()) {
            (true, _) => Card::new(Tone::Shown, title).text(i18n.description_unchanged()),
            (false, "") => Card::new(Tone::Done, title).text(i18n.description_removed()),
            (false, text) => Card::new(Tone::Done, title).text(format!("{}\n{}", i18n.described(), escape_lines(text))),
        }
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        let i18n = phrasing.i18n;
        match self.text.as_str() {
            "" => RequestLine::of(i18n.wish_undescribe()),
            text => RequestLine::of(i18n.wish_describe()).text(i18n.describe_field(), text),
        }
    }
}
