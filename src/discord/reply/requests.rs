//! Requests for approval: the post for approvers, and the messages to the requester. Everyone in the channel can read
//! the post. For this reason it masks phone numbers; its details button shows them to approvers.

use groups_api::Effect;
use serenity::all::{ButtonStyle, CreateActionRow, CreateButton, CreateInputText, CreateModal, InputTextStyle};
use whatsapp::Person;

use super::announcements::{audit_line, user};
use super::card::{Card, Message, TEXT_MAX, Tone};
use super::operations::subject;
use super::outcomes::{code, done_card};
use super::permissions::permission;
use super::problems::{About, in_short, problem_card, with_choice};
use super::request_details::left_out;
use super::request_line::request_line;
use super::text::{clamp, masked, quote, relative, without_codes};
use super::unsettled::repeats;
use crate::access::{RoleId, UserId};
use crate::discord::components::CustomId;
use crate::error::{NotConfirmed, OperationError, UserError};
use crate::language::Language;
use crate::operations::{Failure, Operation};
use crate::services::{AccountNames, Done};
use crate::store::{AccessRequest, State};

/// Characters of a reason.
const REASON_MAX: u16 = 500;

/// The result of posting a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Posting {
    Done,
    /// The post is retried.
    Later,
    /// The bot cannot post there. The post is retried, but succeeds only after a person fixes the channel.
    Impossible,
}

/// What the post of an open request says about the last press.
#[derive(Debug, Clone, Copy)]
pub(crate) enum PostNote<'a> {
    /// The approved request was not carried out.
    Problem(&'a UserError),
    /// This person approved it first, and may not do so any more.
    ApprovalLost(UserId),
}

/// Returns the post for approvers. `result`: the result of an approved request. `note`: about an open one.
pub(crate) fn request_posted(
    i18n: Language,
    request: &AccessRequest,
    result: Option<&Result<Done, UserError>>,
    note: Option<PostNote<'_>>,
    account: AccountNames,
) -> Message {
    let AccessRequest { id, actor, operation, state, .. } = request;
    let line = request_line(i18n, operation, Person::masked);
    let card = Card::new(tone(*state, result), subject(i18n, operation)).footer(footer(i18n, request, account));
    if *state != State::Open {
        let asked = i18n.request_asked(user(*actor), &line.phrase);
        let text = format!("{asked}{}\n{}", line.blocks(), ending(i18n, request, result, masked));
        return card.text(text).into();
    }
    let note = note.map(|note| match note {
        PostNote::Problem(problem) => open_problem(i18n, operation, problem),
        PostNote::ApprovalLost(by) => i18n.approval_lost(user(by)),
    });
    let text = format!("{}{}", i18n.request_asks(user(*actor), &line.phrase), line.blocks());
    let left_out = left_out(i18n, operation, text.chars().count() > TEXT_MAX);
    let card = card
        .text(text)
        .field(i18n.field_not_shown(), left_out)
        .fact(i18n.field_needs(), permission(i18n, operation.needs()))
        .fact(i18n.field_asked_in(), format!("<#{}>", request.channel))
        .fact(i18n.field_good_until(), until(request))
        .field(i18n.field_approvals(), approvals(i18n, request))
        .field(i18n.field_not_carried_out(), note.unwrap_or_default());
    let button = |id: CustomId, style, label: String| CreateButton::new(id).style(style).label(label);
    Message::from(card).with_row(CreateActionRow::Buttons(vec![
        button(CustomId::Approve(*id, Some(request.digest)), ButtonStyle::Success, i18n.button_approve()),
        button(CustomId::Deny(*id), ButtonStyle::Danger, i18n.button_deny()),
        button(CustomId::Details(*id), ButtonStyle::Secondary, i18n.button_details()),
    ]))
}

/// Returns the requester's message while the request waits.
pub(crate) fn asked(i18n: Language, request: &AccessRequest, posting: Posting) -> Message {
    let AccessRequest { id, operation, .. } = request;
    let where_it_is = match posting {
        Posting::Done => i18n.request_posted(),
        Posting::Later => i18n.request_posted_later(),
        Posting::Impossible => i18n.request_not_posted(),
    };
    let tone = if posting == Posting::Impossible { Tone::Failed } else { Tone::Attention };
    let line = request_line(i18n, operation, Person::readable);
    let waits = format!("{}{}", i18n.request_waits(&line.phrase), line.blocks());
    let footer = format!("{} · {}", i18n.footer_request(id.to_string()), i18n.request_take_back());
    Card::new(tone, title_for_requester(i18n, operation))
        .text(format!("{waits}\n{where_it_is}"))
        .fact(i18n.field_good_until(), until(request))
        .field(i18n.field_approvals(), approvals(i18n, request))
        .footer(footer)
        .into()
}

/// Returns the result, only for the requester.
pub(crate) fn request_told(
    i18n: Language,
    request: &AccessRequest,
    result: Option<&Result<Done, UserError>>,
    reference: &str,
    account: AccountNames,
) -> Message {
    let approved_by = |card: Card| card.field(i18n.field_approved_by(), by(i18n, request));
    match result {
        Some(Ok(done)) => approved_by(done_card(i18n, done)).footer(footer(i18n, request, account)).into(),
        Some(Err(problem)) => {
            let about = About { operation: request.operation.name(), reference };
            with_choice(i18n, approved_by(problem_card(i18n, problem, about)), problem)
        }
        None => {
            let line = request_line(i18n, &request.operation, Person::readable);
            let asked = format!("{}{}", i18n.request_you_asked(&line.phrase), line.blocks());
            Card::new(tone(request.state, None), title_for_requester(i18n, &request.operation))
                .text(format!("{asked}\n{}", ending(i18n, request, None, str::to_owned)))
                .footer(footer(i18n, request, account))
                .into()
        }
    }
}

/// Returns the reminder of an open request in the approvals channel; `None` if the request is not posted.
pub(crate) fn reminder(i18n: Language, request: &AccessRequest, role: Option<RoleId>) -> Option<Message> {
    let AccessRequest { id, guild, actor, operation, posted, .. } = request;
    let (channel, message) = (*posted)?;
    let link = format!("https://discord.com/channels/{guild}/{channel}/{message}");
    let asks = i18n.request_asks(user(*actor), &request_line(i18n, operation, Person::masked).phrase);
    let reminder = Card::new(Tone::Attention, subject(i18n, operation))
        .text(format!("{asks}\n{}", i18n.reminder(id.to_string(), link)))
        .fact(i18n.field_good_until(), until(request))
        .field(i18n.field_approvals(), approvals(i18n, request));
    let reminder = Message::from(reminder);
    Some(match role {
        Some(role) => reminder.mentioning(role),
        None => reminder,
    })
}

/// Returns the result for the channel, if the requester can be reached only there.
pub(crate) fn request_told_in_public(
    i18n: Language,
    request: &AccessRequest,
    result: Option<&Result<Done, UserError>>,
) -> Message {
    let line = request_line(i18n, &request.operation, Person::masked);
    let asked = format!("{}{}", i18n.request_you_asked(&line.phrase), line.blocks());
    let card = Card::new(tone(request.state, result), title_for_requester(i18n, &request.operation))
        .text(format!("{asked}\n{}", ending(i18n, request, result, masked)))
        .footer(i18n.footer_request(request.id.to_string()));
    Message::from(card).pinging(request.actor)
}

/// Returns the presser's message if the store failed after the press.
pub(crate) fn press_unread(i18n: Language) -> Message {
    Card::new(Tone::Failed, i18n.press_unread()).text(i18n.press_unread_text()).into()
}

/// Returns the modal for the reason of a denial.
pub(crate) fn ask_for_reason(i18n: Language, id: CustomId) -> CreateModal {
    let field = CreateInputText::new(InputTextStyle::Paragraph, i18n.deny_field(), CustomId::ReasonField)
        .required(false)
        .max_length(REASON_MAX);
    CreateModal::new(id, i18n.deny_title()).components(vec![CreateActionRow::InputText(field)])
}

/// Returns the reason that was typed in the modal, if there is one. The reason is stored, so that it may contain no
/// invite code.
pub(crate) fn reason(typed: &str) -> Option<String> {
    let reason: String = typed.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    let reason = without_codes(reason.trim());
    (!reason.is_empty()).then(|| clamp(&reason, REASON_MAX.into()))
}

/// Returns how a request was decided. `by`: who decided.
pub(super) fn state_in_words(i18n: Language, state: State, by: &str) -> String {
    match state {
        State::Open => i18n.result_open(),
        State::Approved => i18n.state_approved(by),
        State::Denied => i18n.state_denied(by),
        State::Cancelled => i18n.state_cancelled(),
        State::Expired => i18n.state_expired(),
        State::Void => i18n.state_void(),
    }
}

pub(crate) fn request_cancelled(i18n: Language, request: &AccessRequest) -> Message {
    let text = i18n.request_taken_back(request.id.to_string());
    Card::new(Tone::Shown, title_for_requester(i18n, &request.operation)).text(text).into()
}

/// Returns the label of an open request in autocomplete.
pub(crate) fn request_choice(i18n: Language, request: &AccessRequest) -> String {
    let at = request.operation.group().filter(|at| !at.is_name_secret);
    let at = at.and_then(|at| at.name.as_deref()).unwrap_or_default();
    let wish = request_line(i18n, &request.operation, Person::masked).phrase;
    let at = if at.is_empty() { String::new() } else { format!(" · {at}") };
    super::text::plain(&format!("#{} {}{at}", request.id, wish.replace("**", "")))
}

/// Returns the result for other readers. `shown`: how they see the reason of a denial.
pub(super) fn ending(
    i18n: Language,
    request: &AccessRequest,
    result: Option<&Result<Done, UserError>>,
    shown: impl Fn(&str) -> String,
) -> String {
    let by = by(i18n, request);
    match (request.state, result) {
        (State::Open, _) => i18n.ending_open(until(request)),
        (State::Approved, None) => i18n.ending_being_done(by),
        (State::Approved, Some(Ok(done))) if !done.outcome.changed_something() => i18n.ending_nothing(by),
        (State::Approved, Some(Ok(done))) => {
            match audit_line(i18n, done, request.actor).filter(|_| done.operation.changes()) {
                Some(line) => format!("{} {line}", i18n.ending_approved(by)),
                None => i18n.ending_done(by),
            }
        }
        (State::Approved, Some(Err(problem))) => {
            format!("{} {}", i18n.ending_approved(by), plain_words(i18n, &request.operation, problem))
        }
        (State::Denied, _) => {
            let denied = i18n.ending_denied(by);
            let why =
                request.reason.as_deref().map(|reason| format!("\n{}\n{}", i18n.ending_why(), quote(&shown(reason))));
            format!("{denied}{}", why.unwrap_or_default())
        }
        (State::Cancelled, _) => i18n.ending_cancelled(user(request.actor)),
        (State::Expired, _) => i18n.ending_expired(),
        (State::Void, _) => i18n.ending_void(by, user(request.actor)),
    }
}

/// Returns the error without the details that only the requester may see.
fn plain_words(i18n: Language, operation: &Operation, problem: &UserError) -> String {
    match problem {
        UserError::Operation(problem) => plain_words_of_operation(i18n, operation, problem),
        UserError::Access(_)
        | UserError::Input(_)
        | UserError::Attachment(_)
        | UserError::Group(_)
        | UserError::Request(_)
        | UserError::TooMuch(_)
        | UserError::Set(_)
        | UserError::Settings(_)
        | UserError::Confirmation(_)
        | UserError::Interaction(_)
        | UserError::Unavailable(_)
        | UserError::Elsewhere => i18n.trouble_other(problem_card(i18n, problem, About::default()).into_title()),
    }
}

fn plain_words_of_operation(i18n: Language, operation: &Operation, problem: &OperationError) -> String {
    let cause_of = |cause| in_short(i18n, cause, operation.name());
    match problem {
        OperationError::NotConfirmed(not_confirmed) => {
            let NotConfirmed { failure, .. } = &**not_confirmed;
            let unknown = i18n.trouble_unknown(cause_of(&failure.cause));
            if failure.is_not_shown() { unknown } else { format!("{unknown} {}", i18n.trouble_watched()) }
        }
        OperationError::Failed(Failure { carried: Effect::Maybe, cause, .. }) => i18n.trouble_unknown(cause_of(cause)),
        OperationError::Failed(Failure { carried: Effect::No, cause, .. }) => i18n.trouble_failed(cause_of(cause)),
        OperationError::Unsettled { since } => repeats(i18n, *since),
        OperationError::BeingChecked { until } => i18n.settling(relative(*until)),
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
pub(super) fn title_for_requester(i18n: Language, operation: &Operation) -> String {
    match operation.group() {
        Some(at) if at.is_name_secret => code(at.group.as_str()),
        Some(_) | None => subject(i18n, operation),
    }
}

pub(super) fn footer(i18n: Language, request: &AccessRequest, account: AccountNames) -> String {
    let number = i18n.footer_request(request.id.to_string());
    match (request.operation.session(), account) {
        (Some(session), AccountNames::Shown) => format!("{number} · {}", i18n.footer_session(session.as_str())),
        (Some(_), AccountNames::Hidden) | (None, _) => number,
    }
}

/// Returns who decided the request: both people, if two approved it.
pub(super) fn by(i18n: Language, request: &AccessRequest) -> String {
    let last = request.decided_by.map_or_else(|| i18n.somebody(), user);
    match request.first_approver {
        Some(first) if request.state == State::Approved => i18n.approvers(user(first), last),
        Some(_) | None => last,
    }
}

/// Returns how many people must approve an open request, or who has done so; empty if one is enough.
fn approvals(i18n: Language, request: &AccessRequest) -> String {
    match request.first_approver {
        Some(first) => i18n.approvals_one_more(user(first)),
        None if request.needs_two => i18n.approvals_two(),
        None => String::new(),
    }
}

/// Returns why an approved request was not carried out and is open still.
fn open_problem(i18n: Language, operation: &Operation, problem: &UserError) -> String {
    format!("{} {}", plain_words(i18n, operation, problem), i18n.can_be_approved_again())
}

/// Returns a time that Discord shows in the reader's language (Discord, "Timestamps").
pub(super) fn until(request: &AccessRequest) -> String {
    format!("<t:{0}:f> (<t:{0}:R>)", request.expires_at.as_secs())
}
