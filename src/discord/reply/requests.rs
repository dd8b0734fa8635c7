//! Requests for approval: the post for approvers, and the messages to the requester. Everyone in the channel can read
//! the post. For this reason it masks phone numbers; its details button shows them to approvers.

use groups_api::Effect;
use serenity::all::{ButtonStyle, CreateActionRow, CreateButton, CreateInputText, CreateModal, InputTextStyle};
use whatsapp::Person;

use super::announcements::{audit_line, user};
use super::card::{Card, Message, TEXT_MAX, Tone, sorry};
use super::namesakes::Namesakes;
use super::operations::subject;
use super::outcomes::{code, done_card};
use super::people::person;
use super::problems::{in_short, problem_card, with_choice};
use super::request_details::left_out;
use super::request_line::request_line;
use super::text::{clamp, masked, quote, without_codes};
use super::unsettled::repeats;
use crate::discord::components::CustomId;
use crate::error::{NotConfirmed, OperationError, UserError};
use crate::language::Language;
use crate::operations::{Failure, Operation};
use crate::services::Done;
use crate::store::{AccessRequest, RequestId, State};

/// Characters of a reason.
const REASON_MAX: u16 = 500;
/// Characters of a request in a list.
const LINE_MAX: usize = 120;
/// Requests in a list.
const LINES_MAX: usize = 20;

/// The result of posting a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Posting {
    Done,
    /// The post is retried.
    Later,
    /// The bot cannot post there. The post is retried, but succeeds only after a person fixes the channel.
    Impossible,
}

/// Returns the post for approvers. `result`: the result of an approved request. `trouble`: the error of the last press.
pub(crate) fn request_posted(
    say: Language,
    request: &AccessRequest,
    result: Option<&Result<Done, UserError>>,
    trouble: Option<&UserError>,
) -> Message {
    let AccessRequest { id, actor, operation, state, .. } = request;
    let line = request_line(say, operation, Person::masked);
    let card = Card::new(tone(*state, result), subject(say, operation)).footer(footer(say, request));
    if *state != State::Open {
        let asked = say.request_asked(user(*actor), &line.phrase);
        let text = format!("{asked}{}\n{}", line.blocks(), ending(say, request, result, masked));
        return card.text(text).into();
    }
    let trouble = trouble.map(|problem| format!("{} {}", plain_words(say, problem), say.can_be_approved_again()));
    let text = format!("{}{}", say.request_asks(user(*actor), &line.phrase), line.blocks());
    let left_out = left_out(say, operation, text.chars().count() > TEXT_MAX);
    let card = card
        .text(text)
        .field(say.field_not_shown(), left_out)
        .fact(say.field_needs(), code(operation.needs().name()))
        .fact(say.field_asked_in(), format!("<#{}>", request.channel))
        .fact(say.field_good_until(), until(request))
        .field(say.field_not_carried_out(), trouble.unwrap_or_default());
    let button = |id: CustomId, style, label: String| CreateButton::new(id).style(style).label(label);
    Message::from(card).with_row(CreateActionRow::Buttons(vec![
        button(CustomId::Approve(*id, Some(request.digest)), ButtonStyle::Success, say.button_approve()),
        button(CustomId::Deny(*id), ButtonStyle::Danger, say.button_deny()),
        button(CustomId::Details(*id), ButtonStyle::Secondary, say.button_details()),
    ]))
}

/// Returns the requester's message while the request waits.
pub(crate) fn asked(say: Language, request: &AccessRequest, posting: Posting) -> Message {
    let AccessRequest { id, operation, .. } = request;
    let where_it_is = match posting {
        Posting::Done => say.request_posted(),
        Posting::Later => say.request_posted_later(),
        Posting::Impossible => say.request_not_posted(),
    };
    let tone = if posting == Posting::Impossible { Tone::Failed } else { Tone::Attention };
    let line = request_line(say, operation, person);
    let waits = format!("{}{}", say.request_waits(&line.phrase), line.blocks());
    let footer = format!("{} · {}", say.footer_request(id.to_string()), say.request_take_back());
    Card::new(tone, title_for_requester(say, operation))
        .text(format!("{waits}\n{where_it_is}"))
        .fact(say.field_good_until(), until(request))
        .footer(footer)
        .into()
}

/// Returns the result, only for the requester.
pub(crate) fn request_told(
    say: Language,
    request: &AccessRequest,
    result: Option<&Result<Done, UserError>>,
    reference: &str,
) -> Message {
    let approved_by = |card: Card| card.field(say.field_approved_by(), by(say, request));
    match result {
        Some(Ok(done)) => approved_by(done_card(say, done)).footer(footer(say, request)).into(),
        Some(Err(problem)) => with_choice(say, approved_by(problem_card(say, problem, reference)), problem),
        None => {
            let line = request_line(say, &request.operation, person);
            let asked = format!("{}{}", say.request_you_asked(&line.phrase), line.blocks());
            Card::new(tone(request.state, None), title_for_requester(say, &request.operation))
                .text(format!("{asked}\n{}", ending(say, request, None, str::to_owned)))
                .footer(footer(say, request))
                .into()
        }
    }
}

/// Returns the result for the channel, if the requester can be reached only there.
pub(crate) fn request_told_in_public(
    say: Language,
    request: &AccessRequest,
    result: Option<&Result<Done, UserError>>,
) -> Message {
    let line = request_line(say, &request.operation, Person::masked);
    let asked = format!("{}{}", say.request_you_asked(&line.phrase), line.blocks());
    let card = Card::new(tone(request.state, result), title_for_requester(say, &request.operation))
        .text(format!("{asked}\n{}", ending(say, request, result, masked)))
        .footer(say.footer_request(request.id.to_string()));
    Message::from(card).pinging(request.actor)
}

/// Returns the presser's message if the store failed after the press.
pub(crate) fn press_unread(say: Language) -> Message {
    Card::new(Tone::Failed, say.press_unread()).text(say.press_unread_text()).into()
}

/// Returns the answer to a press on a request that another press or the worker is handling.
pub(crate) fn press_busy(say: Language) -> Message {
    sorry(say.being_decided(), say.being_decided_text()).into()
}

/// Returns the modal for the reason of a denial.
pub(crate) fn ask_for_reason(say: Language, id: RequestId) -> CreateModal {
    let field = CreateInputText::new(InputTextStyle::Paragraph, say.deny_field(), CustomId::ReasonField)
        .required(false)
        .max_length(REASON_MAX);
    CreateModal::new(CustomId::Deny(id), say.deny_title()).components(vec![CreateActionRow::InputText(field)])
}

/// Returns the reason that was typed in the modal, if there is one. The reason is stored, so that it may contain no
/// invite code.
pub(crate) fn reason(typed: &str) -> Option<String> {
    let reason: String = typed.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    let reason = without_codes(reason.trim());
    (!reason.is_empty()).then(|| clamp(&reason, REASON_MAX.into()))
}

/// Returns the actor's own requests, or everyone's.
pub(crate) fn requests(say: Language, all: &[AccessRequest]) -> Message {
    let card = Card::new(Tone::Shown, say.requests());
    if all.is_empty() {
        return card.text(say.requests_none()).into();
    }
    let groups = all.iter().filter_map(|request| request.operation.group());
    let groups = groups.filter_map(|at| Some((&at.group, at.visible_name()?)));
    let namesakes = Namesakes::among(groups, LINE_MAX);
    let line = |request: &AccessRequest| {
        let requested = request_line(say, &request.operation, Person::masked);
        let phrase = clamp(&requested.phrase, LINE_MAX);
        let state = match (request.state, request.posted) {
            (State::Open, None) if request.undeliverable => say.state_open_unpostable(until(request)),
            (State::Open, None) => say.state_open_unposted(until(request)),
            (State::Open, Some(_)) => say.state_open(until(request)),
            (state, _) => state_in_words(say, state, &by(say, request)),
        };
        let at = request.operation.group().filter(|at| !at.is_name_secret);
        let shared = at.filter(|at| at.visible_name().is_some_and(|name| namesakes.has(name)));
        let title = title_for_requester(say, &request.operation);
        let title = shared.map_or(title.clone(), |at| format!("{title} ({})", code(at.group.as_str())));
        let line = say.request_line(user(request.actor), phrase, title, state);
        format!("**#{}** {line}{}", request.id, requested.line())
    };
    let lines: Vec<String> = all.iter().take(LINES_MAX).map(line).collect();
    card.text(lines.join("\n")).into()
}

/// Returns how a request was decided. `by`: who decided.
pub(super) fn state_in_words(say: Language, state: State, by: &str) -> String {
    match state {
        State::Open => say.result_open(),
        State::Approved => say.state_approved(by),
        State::Denied => say.state_denied(by),
        State::Cancelled => say.state_cancelled(),
        State::Expired => say.state_expired(),
        State::Void => say.state_void(),
    }
}

pub(crate) fn request_cancelled(say: Language, request: &AccessRequest) -> Message {
    let text = say.request_taken_back(request.id.to_string());
    Card::new(Tone::Shown, title_for_requester(say, &request.operation)).text(text).into()
}

/// Returns the label of an open request in autocomplete.
pub(crate) fn request_choice(request: &AccessRequest) -> String {
    let at = request.operation.group().filter(|at| !at.is_name_secret);
    let at = at.and_then(|at| at.name.as_deref()).unwrap_or_default();
    super::text::plain(&format!("#{} {} {at}", request.id, request.operation.name()))
}

/// Returns the result for other readers. `shown`: how they see the reason of a denial.
fn ending(
    say: Language,
    request: &AccessRequest,
    result: Option<&Result<Done, UserError>>,
    shown: impl Fn(&str) -> String,
) -> String {
    let by = by(say, request);
    match (request.state, result) {
        (State::Open, _) => say.ending_open(until(request)),
        (State::Approved, None) => say.ending_being_done(by),
        (State::Approved, Some(Ok(done))) if !done.outcome.changed_something() => say.ending_nothing(by),
        (State::Approved, Some(Ok(done))) => {
            match audit_line(say, done, request.actor).filter(|_| done.operation.changes()) {
                Some(line) => say.ending_deed(by, line),
                None => say.ending_done(by),
            }
        }
        (State::Approved, Some(Err(problem))) => say.ending_trouble(by, plain_words(say, problem)),
        (State::Denied, _) => {
            let denied = say.ending_denied(by);
            let why =
                request.reason.as_deref().map(|reason| format!("\n{}\n{}", say.ending_why(), quote(&shown(reason))));
            format!("{denied}{}", why.unwrap_or_default())
        }
        (State::Cancelled, _) => say.ending_cancelled(),
        (State::Expired, _) => say.ending_expired(),
        (State::Void, _) => say.ending_void(by, user(request.actor)),
    }
}

/// Returns the error without the details that only the requester may see.
fn plain_words(say: Language, problem: &UserError) -> String {
    match problem {
        UserError::Operation(problem) => plain_words_of_operation(say, problem),
        UserError::Access(_)
        | UserError::Input(_)
        | UserError::Attachment(_)
        | UserError::Group(_)
        | UserError::Request(_)
        | UserError::TooMuch(_)
        | UserError::Settings(_)
        | UserError::Confirmation(_)
        | UserError::Interaction(_)
        | UserError::Unavailable(_)
        | UserError::Elsewhere => say.trouble_other(problem_card(say, problem, "").into_title()),
    }
}

fn plain_words_of_operation(say: Language, problem: &OperationError) -> String {
    match problem {
        OperationError::NotConfirmed(not_confirmed) => {
            let NotConfirmed { failure, .. } = &**not_confirmed;
            let unknown = say.trouble_unknown(in_short(say, &failure.cause));
            if failure.is_not_shown() { unknown } else { format!("{unknown} {}", say.trouble_watched()) }
        }
        OperationError::Failed(Failure { carried: Effect::Maybe, cause, .. }) => {
            say.trouble_unknown(in_short(say, cause))
        }
        OperationError::Failed(Failure { carried: Effect::No, cause, .. }) => say.trouble_failed(in_short(say, cause)),
        OperationError::Unsettled { since } => repeats(say, *since),
        OperationError::BeingChecked { until } => say.settling(format!("<t:{}:T>", until.as_secs())),
    }
}

fn tone(state: State, result: Option<&Result<Done, UserError>>) -> Tone {
    match (state, result) {
        (State::Open, _) | (State::Approved, None) => Tone::Attention,
        (State::Approved, Some(Err(problem))) if problem.is_effect_unknown() => Tone::Attention,
        (State::Approved, Some(Ok(_))) => Tone::Done,
        (State::Approved, Some(Err(_))) | (State::Denied | State::Void, _) => Tone::Failed,
        (State::Cancelled | State::Expired, _) => Tone::Shown,
    }
}

/// Returns the title as [`subject`] does, for a requester who may not be allowed to read the group's name.
fn title_for_requester(say: Language, operation: &Operation) -> String {
    match operation.group() {
        Some(at) if at.is_name_secret => code(at.group.as_str()),
        Some(_) | None => subject(say, operation),
    }
}

pub(super) fn footer(say: Language, request: &AccessRequest) -> String {
    let number = say.footer_request(request.id.to_string());
    match request.operation.session() {
        Some(session) => format!("{number} · {}", say.footer_session(session.as_str())),
        None => number,
    }
}

fn by(say: Language, request: &AccessRequest) -> String {
    request.decided_by.map_or_else(|| say.somebody(), user)
}

/// Returns a time that Discord shows in the reader's language (Discord, "Timestamps").
fn until(request: &AccessRequest) -> String {
    format!("<t:{0}:f> (<t:{0}:R>)", request.expires_at.as_secs())
}
