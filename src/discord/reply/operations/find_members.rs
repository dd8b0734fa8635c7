//! `/wa-group members find`

use whatsapp::{Participant, Role};

use super::shared::with_unread;
use super::{Phrasing, Present, Reader};
use crate::discord::components::PageSource;
use crate::discord::reply::card::{Card, Message, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::pages::{self, page, place, with_pages};
use crate::discord::reply::people::member_line;
use crate::discord::reply::request_line::RequestLine;
use crate::discord::reply::text::{NumberMask, clamp, escape, masked};
use crate::language::Language;
use crate::operations::{FindMembers, FoundBy, MembersFound};

/// Maximum characters of the searched text in a reply.
const SEARCH_MAX: usize = 100;

impl Present for FindMembers {
    const COMMANDS: &'static [&'static str] = &["wa-group members find"];
    const TOPIC: Topic = Topic::People;

    fn action(i18n: Language) -> String {
        i18n.action_members_find()
    }

    fn result(&self, Reader { i18n, numbers, .. }: Reader, outcome: &MembersFound) -> Card {
        let found = shown(outcome, numbers);
        let search = clamp(&escape(&self.search), SEARCH_MAX);
        let page = page(&found, self.page);
        let text = if found.is_empty() {
            i18n.members_none_found(search)
        } else {
            let lines = pages::text(&page, |member| member_line(i18n, member, numbers));
            format!("{}{}\n{lines}", i18n.members_found(found.len(), search), place(i18n, &page))
        };
        let tone = if found.is_empty() { Tone::Attention } else { Tone::Shown };
        let card = with_unread(i18n, Card::new(tone, title_of_group(&self.at)).text(text), outcome.unread);
        if numbers == NumberMask::Masked && self.role.is_none() {
            card.footnote(format!("\n{}", i18n.members_find_masked()))
        } else {
            card
        }
    }

    fn with_buttons(&self, Reader { i18n, numbers, .. }: Reader, message: Message, outcome: &MembersFound) -> Message {
        let of = PageSource::Found { group: self.at.group.clone(), search: self.search.clone() };
        with_pages(i18n, message, &of, self.page, shown(outcome, numbers).len())
    }

    /// Everyone in the channel for approvals reads it, so it names a person as `phrasing` says.
    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        let i18n = phrasing.i18n;
        let line = RequestLine::of(i18n.wish_find_members());
        match self.search.parse() {
            Ok(person) => line.person(i18n.field_search(), (phrasing.name)(&person)),
            Err(_) => line.text(i18n.field_search(), &masked(&self.search)),
        }
    }
}

/// Returns the members whom the reader may find.
fn shown(outcome: &MembersFound, numbers: NumberMask) -> Vec<Participant> {
    let may_find = |by: FoundBy| numbers == NumberMask::Shown || by == FoundBy::Visible;
    outcome.members.iter().filter(|found| may_find(found.by)).map(|found| found.member.clone()).collect()
}

/// Returns the role that a text names, in the reader's language or in English.
pub(crate) fn role_named(i18n: Language, text: &str) -> Option<Role> {
    let roles = |i18n: Language| {
        [
            (i18n.creator(), Role::SuperAdmin),
            (i18n.role_creator(), Role::SuperAdmin),
            (i18n.admin(), Role::Admin),
            (i18n.role_member(), Role::Member),
        ]
    };
    let text = text.trim().to_lowercase();
    let singular = text.strip_suffix('s').unwrap_or(&text);
    let is_named = |name: &str| [text.as_str(), singular].contains(&name.to_lowercase().as_str());
    let mut all = roles(i18n).into_iter().chain(roles(Language::English));
    all.find(|(name, _)| is_named(name)).map(|(_, role)| role)
}
