//! `/wa-group requests list`

use serenity::all::{
    ButtonStyle, CreateActionRow, CreateButton, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption,
};
use whatsapp::{JoinDecision, JoinRequest, Person};

use super::shared::with_unread;
use super::{Phrasing, Present, Reader};
use crate::discord::components::{CustomId, PageSource};
use crate::discord::reply::card::{Card, Message, Tone};
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::pages::{self, page, place, with_pages};
use crate::discord::reply::request_line::RequestLine;
use crate::discord::reply::text::{NumberMask, member, relative};
use crate::language::Language;
use crate::operations::{JoinRequestsListed, ListJoinRequests};

impl Present for ListJoinRequests {
    const COMMANDS: &'static [&'static str] = &["wa-group requests list"];
    const TOPIC: Topic = Topic::People;

    fn action(i18n: Language) -> String {
        i18n.action_join_requests()
    }

    fn result(&self, Reader { i18n, .. }: Reader, outcome: &JoinRequestsListed) -> Card {
        let JoinRequestsListed { requests, unread, approval } = outcome;
        let text = if requests.is_empty() {
            let open = *approval == Some(false);
            if open { i18n.join_requests_not_needed() } else { i18n.join_requests_none() }
        } else {
            let page = page(requests, self.page);
            let lines = pages::text(&page, |request| line(i18n, request));
            format!("**{}**{}\n{lines}", i18n.join_requests_count(requests.len()), place(i18n, &page))
        };
        with_unread(i18n, Card::new(Tone::Shown, title_of_group(&self.at)).text(text), *unread)
    }

    fn with_buttons(&self, Reader { i18n, .. }: Reader, message: Message, outcome: &JoinRequestsListed) -> Message {
        let group = &self.at.group;
        let shown = page(&outcome.requests, self.page).lines;
        if shown.is_empty() {
            return message;
        }
        let menu = |decision, prompt: String| {
            let options: Vec<CreateSelectMenuOption> = shown.iter().filter_map(|one| option(i18n, one)).collect();
            // Discord takes no menu without options.
            let most = u8::try_from(options.len()).ok().filter(|most| *most > 0)?;
            let id = CustomId::DecideSome(decision, group.clone());
            let menu = CreateSelectMenu::new(id, CreateSelectMenuKind::String { options });
            Some(CreateActionRow::SelectMenu(menu.placeholder(prompt).min_values(1).max_values(most)))
        };
        let menus =
            [menu(JoinDecision::Approve, i18n.menu_approve()), menu(JoinDecision::Decline, i18n.menu_decline())];
        let message = menus.into_iter().flatten().fold(message, Message::with_row);
        let all = |decision, label: String| {
            let id = CustomId::DecideAll(decision, group.clone());
            CreateButton::new(id).style(ButtonStyle::Secondary).label(label)
        };
        let buttons = vec![
            all(JoinDecision::Approve, i18n.button_approve_all()),
            all(JoinDecision::Decline, i18n.button_decline_all()),
        ];
        let of = PageSource::JoinRequests { group: group.clone() };
        with_pages(i18n, message.with_row(CreateActionRow::Buttons(buttons)), &of, self.page, outcome.requests.len())
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.i18n.wish_join_requests())
    }
}

/// Returns who asks, and since when. A user who may approve a person sees the number in full.
fn line(i18n: Language, request: &JoinRequest) -> String {
    let name = member(i18n, &request.person, NumberMask::Shown);
    match request.requested_at {
        Some(at) => format!("{name} · {}", relative(at)),
        None => name,
    }
}

fn option(i18n: Language, request: &JoinRequest) -> Option<CreateSelectMenuOption> {
    let person = &request.person;
    let id = person.phone.clone().map(Person::Phone).or_else(|| person.lid.clone().map(Person::Lid))?;
    Some(CreateSelectMenuOption::new(member(i18n, person, NumberMask::Shown), id.to_string()))
}
