//! `/wa-group describe`

use super::{AuditLine, Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::request_line::RequestLine;
use crate::discord::reply::text::escape_lines;
use crate::operations::{DescribeGroup, GroupDescribed};

impl Present for DescribeGroup {
    const COMMANDS: &'static [&'static str] = &["wa-group describe"];
    const TOPIC: Topic = Topic::Groups;
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|say, _, who| say.deed_described(who));

    fn result(&self, Reader { say, .. }: Reader, GroupDescribed { text, unchanged }: &GroupDescribed) -> Card {
        let title = title_of_group(&self.at);
        match (unchanged, text.as_str()) {
            (true, _) => Card::new(Tone::Shown, title).text(say.description_unchanged()),
            (false, "") => Card::new(Tone::Done, title).text(say.description_removed()),
            (false, text) => Card::new(Tone::Done, title).text(format!("{}\n{}", say.described(), escape_lines(text))),
        }
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        let say = phrasing.say;
        match self.text.as_str() {
            "" => RequestLine::of(say.wish_undescribe()),
            text => RequestLine::of(say.wish_describe()).text(say.describe_field(), text),
        }
    }
}
