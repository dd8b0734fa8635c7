//! `/wa-group list`

use super::shared::with_unread;
use super::{Phrasing, Present, Reader};
use crate::discord::components::PageSource;
use crate::discord::reply::card::{Card, Message, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::namesakes::Twins;
use crate::discord::reply::outcomes::name_or_id;
use crate::discord::reply::pages::{self, page, place, with_pages};
use crate::discord::reply::people_list::open_menu;
use crate::discord::reply::request_line::RequestLine;
use crate::discord::reply::text::{clamp, escape};
use crate::language::Language;
use crate::operations::{GroupSummary, GroupsListed, ListGroups};

/// Maximum characters of a group's name.
const NAME_MAX: usize = 90;

impl Present for ListGroups {
    const COMMANDS: &'static [&'static str] = &["wa-group list"];
    const TOPIC: Topic = Topic::Groups;

    fn action(i18n: Language) -> String {
        i18n.action_list()
    }

    fn result(&self, Reader { i18n, .. }: Reader, outcome: &GroupsListed) -> Card {
        let GroupsListed { search, groups, unread, .. } = outcome;
        let page = page(groups, self.page);
        let card = match (groups.is_empty(), search) {
            (true, None) => Card::new(Tone::Shown, i18n.groups()).text(i18n.groups_none()),
            (true, Some(search)) => {
                Card::new(Tone::Shown, i18n.groups()).text(i18n.groups_none_found(clamp(&escape(search), 100)))
            }
            (false, _) => {
                let title = format!("{}{}", i18n.groups_count(groups.len()), place(i18n, &page));
                let twins = Twins::among(groups, NAME_MAX);
                Card::new(Tone::Shown, title).text(pages::text(&page, |group| line(i18n, group, &twins)))
            }
        };
        with_unread(i18n, card, *unread)
    }

    fn with_buttons(&self, Reader { i18n, .. }: Reader, message: Message, outcome: &GroupsListed) -> Message {
        let shown = page(&outcome.groups, self.page).lines;
        let message = if shown.is_empty() { message } else { message.with_row(open_menu(i18n, shown)) };
        let of = PageSource::Groups { session: outcome.session.to_string(), search: outcome.search.clone() };
        with_pages(i18n, message, &of, self.page, outcome.groups.len())
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.i18n.wish_list())
    }

    fn subject(&self, i18n: Language) -> String {
        i18n.groups()
    }
}

/// Returns the group's name and size, and what tells it from others of the same name.
fn line(i18n: Language, group: &GroupSummary, twins: &Twins<'_>) -> String {
    let size = group.size.map_or_else(String::new, |size| format!(" · {}", i18n.members_count(size)));
    let difference = twins.difference(i18n, group).unwrap_or_default();
    // The difference may begin with the size.
    let difference = difference.strip_prefix(&size).unwrap_or(&difference);
    let name = clamp(&name_or_id(Some(&group.name), &group.id), NAME_MAX);
    format!("**{name}**{size}{difference}")
}
