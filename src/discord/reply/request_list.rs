//! The answer to `/wa-request list`: a line for each request, and buttons for those that the reader can decide or withdraw.

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};
use whatsapp::Person;

use super::announcements::user;
use super::card::{Card, Message, Tone};
use super::namesakes::Namesakes;
use super::outcomes::code;
use super::pages::with_turns_to;
use super::problems::one_line;
use super::request_line::request_line;
use super::requests::{by, ending, state_in_words, title_for_requester, until};
use super::text::clamp;
use crate::discord::components::{CustomId, ListedEffect, ListedPress, PageSource, PageTurn};
use crate::error::UserError;
use crate::language::Language;
use crate::services::{Done, ListedRequest, RequestAction};
use crate::store::{AccessRequest, RequestId, State};

/// Characters of a request in a list.
const LINE_MAX: usize = 120;
/// Requests on a page.
const LINES_MAX: usize = 10;
/// Rows of buttons of a message (Discord, "Action Rows").
const ROWS_MAX: usize = 5;

/// Returns a page of the requests. `result`: that of the last press in the list.
pub(crate) fn requests(i18n: Language, all: &[ListedRequest], page: usize, result: Option<String>) -> Message {
    let pages = pages(all);
    let last = pages.len().saturating_sub(1);
    let page = page.min(last);
    let listed = pages.get(page).copied().unwrap_or_default();
    let groups = listed.iter().filter_map(|one| one.request.operation.group());
    let groups = groups.filter_map(|at| Some((&at.group, at.visible_name()?)));
    let namesakes = Namesakes::among(groups, LINE_MAX);
    let lines: Vec<String> = listed.iter().map(|one| line(i18n, &one.request, &namesakes)).collect();
    let text = if lines.is_empty() { i18n.requests_none() } else { lines.join("\n") };
    let card = Card::new(Tone::Shown, i18n.requests()).text(text);
    let card = match result {
        Some(result) => card.headline(format!("{result}\n")),
        None => card,
    };
    let card = if last == 0 { card } else { card.footer(i18n.page(page + 1, last + 1)) };
    let rows = listed.iter().filter_map(|one| buttons(i18n, one, page));
    let message = rows.fold(Message::from(card), Message::with_row);
    let id = |place, page| CustomId::Page(PageTurn { of: PageSource::Requests, page, place });
    with_turns_to(i18n, message, page, last, id)
}

/// Returns the result of a press in the list, as its first line.
pub(crate) fn listed_result(
    i18n: Language,
    request: &AccessRequest,
    result: Option<&Result<Done, UserError>>,
) -> String {
    let shown = match request.first_approver.filter(|_| request.state == State::Open) {
        Some(first) => i18n.approvals_one_more(user(first)),
        None => ending(i18n, request, result, str::to_owned),
    };
    format!("**#{}** {shown}", request.id)
}

/// Returns why a press in the list changed nothing, as its first line.
pub(crate) fn listed_problem(i18n: Language, id: RequestId, problem: &UserError) -> String {
    format!("⚠️ **#{id}** {}", one_line(i18n, problem))
}

/// Divides the requests into pages, so that each request that needs buttons has a row, and the buttons that turn pages too.
fn pages(all: &[ListedRequest]) -> Vec<&[ListedRequest]> {
    let has_row = |one: &ListedRequest| one.action != RequestAction::Nothing;
    if all.len() <= LINES_MAX && all.iter().filter(|one| has_row(one)).count() <= ROWS_MAX {
        return vec![all];
    }
    let (mut pages, mut rest) = (Vec::new(), all);
    while !rest.is_empty() {
        let (mut lines, mut rows) = (0, 0);
        for one in rest.iter().take(LINES_MAX) {
            rows += usize::from(has_row(one));
            if rows >= ROWS_MAX {
                break;
            }
            lines += 1;
        }
        let (page, others) = rest.split_at(lines.max(1));
        pages.push(page);
        rest = others;
    }
    pages
}

fn line(i18n: Language, request: &AccessRequest, namesakes: &Namesakes) -> String {
    let requested = request_line(i18n, &request.operation, Person::masked);
    let phrase = clamp(&requested.phrase, LINE_MAX);
    let state = match (request.state, request.posted, request.first_approver) {
        (State::Open, None, _) if request.undeliverable => i18n.state_open_unpostable(until(request)),
        (State::Open, None, _) => i18n.state_open_unposted(until(request)),
        (State::Open, Some(_), Some(first)) => i18n.state_open_one_more(user(first), until(request)),
        (State::Open, Some(_), None) => i18n.state_open(until(request)),
        (state, ..) => state_in_words(i18n, state, &by(i18n, request)),
    };
    let at = request.operation.group().filter(|at| !at.is_name_secret);
    let shared = at.filter(|at| at.visible_name().is_some_and(|name| namesakes.has(name)));
    let title = title_for_requester(i18n, &request.operation);
    let title = shared.map_or(title.clone(), |at| format!("{title} ({})", code(at.group.as_str())));
    let line = i18n.request_line(user(request.actor), phrase, title, state);
    format!("**#{}** {line}{}", request.id, requested.line())
}

/// Returns the buttons of a request; `None` if its reader can do nothing with it.
fn buttons(i18n: Language, one: &ListedRequest, page: usize) -> Option<CreateActionRow> {
    let AccessRequest { id: request, digest, .. } = one.request;
    let number = request.to_string();
    let button = |id: CustomId, style, label: String| CreateButton::new(id).style(style).label(label);
    let listed = |effect| CustomId::Listed(ListedPress { page, request, effect });
    let may_approve = match one.action {
        RequestAction::Nothing => return None,
        RequestAction::Withdraw => {
            let withdraw =
                button(listed(ListedEffect::Withdraw), ButtonStyle::Secondary, i18n.button_withdraw_request(number));
            return Some(CreateActionRow::Buttons(vec![withdraw]));
        }
        RequestAction::Deny => false,
        RequestAction::Decide => true,
    };
    let approve = listed(ListedEffect::Approve(digest));
    Some(CreateActionRow::Buttons(vec![
        button(approve, ButtonStyle::Success, i18n.button_approve_request(number.clone())).disabled(!may_approve),
        button(listed(ListedEffect::Deny), ButtonStyle::Danger, i18n.button_deny_request(number.clone())),
        button(CustomId::Details(request), ButtonStyle::Secondary, i18n.button_details_request(number)),
    ]))
}
