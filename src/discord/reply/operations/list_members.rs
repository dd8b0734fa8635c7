//! `/wa-group members list`

use super::shared::with_unread;
use super::{Phrasing, Present, Reader};
use crate::discord::components::PageSource;
use crate::discord::reply::card::{Card, Message, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::pages::{self, page, place, with_pages};
use crate::discord::reply::people::member_line;
use crate::discord::reply::request_line::RequestLine;
use crate::language::Language;
use crate::operations::{ListMembers, MembersListed};

impl Present for ListMembers {
    const COMMANDS: &'static [&'static str] = &["wa-group members list"];
    const TOPIC: Topic = Topic::People;

    fn action(i18n: Language) -> String {
        i18n.action_members_list()
    }

    fn result(&self, Reader { i18n, numbers, .. }: Reader, MembersListed { members, unread }: &MembersListed) -> Card {
        let page = page(members, self.page);
        let lines = pages::text(&page, |one| member_line(i18n, one, numbers));
        let text = format!("**{}**{}\n{lines}", i18n.people(members.len()), place(i18n, &page));
        with_unread(i18n, Card::new(Tone::Shown, title_of_group(&self.at)).text(text), *unread)
    }

    fn with_buttons(&self, Reader { i18n, .. }: Reader, message: Message, outcome: &MembersListed) -> Message {
        let of = PageSource::Members { group: self.at.group.clone() };
        with_pages(i18n, message, &of, self.page, outcome.members.len())
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.i18n.wish_members())
    }
}
