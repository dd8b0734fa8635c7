//! Confirmation questions before operations that cannot be undone, and their buttons.

use std::time::Duration;

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton, CreateInputText, CreateModal, InputTextStyle};
use usher_clock::Timestamp;

use super::announcements::who;
use super::card::{Card, Message, Tone};
use super::operations::{self, Question, subject};
use super::outcomes::title;
use super::request_line::request_line;
use super::text::{block, clamp, plain, quote, relative};
use super::unsettled::{repeats, settling};
use crate::access::InteractionId;
use crate::discord::components::CustomId;
use crate::language::Language;
use crate::operations::{Confirm, GroupRef, Operation, Step, Wait};
use crate::people_list::Selection;
use crate::services::FoundJob;
use crate::store::{ConfirmationId, Stopped};

/// Discord, "Text Inputs": characters of a placeholder.
const PLACEHOLDER_MAX: usize = 100;
/// Discord, "Modals": characters of a title.
pub(super) const WINDOW_TITLE_MAX: usize = 45;
/// Characters of a progress bar.
const BAR: usize = 20;

/// Returns the question with its two buttons. `unsettled`: when the same change was requested, if its
/// outcome is unknown.
pub(crate) fn ask(
    i18n: Language,
    id: ConfirmationId,
    operation: &Operation,
    unsettled: Option<Timestamp>,
    expires_at: Timestamp,
) -> Message {
    let mut question = question(i18n, operation);
    if let Some(since) = unsettled {
        let text = repeats(i18n, since);
        question = match operation.confirm() {
            Confirm::No => Question { text, yes: i18n.repeats_yes() },
            Confirm::Press | Confirm::TypeName => Question { text: format!("{text}\n\n{}", question.text), ..question },
        };
    }
    let Question { text, yes } = question;
    let text = match operation.reason() {
        Some(reason) => format!("{text}\n**{}**\n{}", i18n.field_reason(), quote(reason.as_str())),
        None => text,
    };
    let card = Card::new(Tone::Attention, title(operation)).text(text).footnote(expiry(i18n, expires_at));
    Message::from(card).with_row(answers(i18n, id, operation, yes))
}

/// Returns a line below a question. Discord counts the time down in the reader's language (Discord, "Timestamps").
pub(super) fn expiry(i18n: Language, expires_at: Timestamp) -> String {
    format!("\n{}", i18n.expires(relative(expires_at)))
}

/// Returns the question again after the typed name did not match the group's name.
pub(crate) fn ask_again(i18n: Language, id: ConfirmationId, operation: &Operation, expires_at: Timestamp) -> Message {
    let (title, text) = match operation.group().and_then(GroupRef::visible_name) {
        Some(_) => (i18n.wrong_name(), i18n.wrong_name_text()),
        None => (i18n.wrong_group_id(), i18n.wrong_group_id_text()),
    };
    let name = operation.group().map_or("", GroupRef::name_to_type);
    let Question { yes, .. } = question(i18n, operation);
    let card = Card::new(Tone::Failed, title).text(format!("{text}\n{}", block(name)));
    let card = card.footnote(i18n.expires(relative(expires_at)));
    Message::from(card).with_row(answers(i18n, id, operation, yes))
}

/// Returns the two buttons below a question; `yes` is the label of the first.
fn answers(i18n: Language, id: ConfirmationId, operation: &Operation, yes: String) -> CreateActionRow {
    let answer = match operation.confirm() {
        Confirm::TypeName => CustomId::TypeName(id),
        Confirm::Press | Confirm::No => CustomId::Confirm(id, Selection::All),
    };
    let yes = CreateButton::new(answer).style(ButtonStyle::Danger).label(yes);
    let no = CreateButton::new(CustomId::Cancel(id)).style(ButtonStyle::Secondary).label(i18n.button_cancel());
    CreateActionRow::Buttons(vec![yes, no])
}

fn question(i18n: Language, operation: &Operation) -> Question {
    let other = || Question { text: i18n.ask_other(), yes: i18n.ask_other_yes() };
    operations::question(i18n, operation).unwrap_or_else(other)
}

/// Returns the modal `id` that asks for the group's name, or for its id if the group has no visible name.
pub(crate) fn ask_for_name(i18n: Language, id: CustomId, operation: &Operation) -> CreateModal {
    let name = operation.group().and_then(GroupRef::visible_name);
    let (label, shown) = match name {
        Some(name) => (i18n.delete_field(), clamp(&plain(name), PLACEHOLDER_MAX)),
        None => (i18n.delete_field_id(), operation.group().map(|at| at.group.to_string()).unwrap_or_default()),
    };
    let field =
        CreateInputText::new(InputTextStyle::Short, label, CustomId::NameField).placeholder(shown).required(true);
    let title = i18n.delete_title(operation.group().map(title_in_window).unwrap_or_default());
    CreateModal::new(id, clamp(&title, WINDOW_TITLE_MAX)).components(vec![CreateActionRow::InputText(field)])
}

/// Returns the name of a group in the title of a modal, or its id.
pub(super) fn title_in_window(at: &GroupRef) -> String {
    at.visible_name().map_or_else(|| at.group.to_string(), plain)
}

/// Returns the message that replaces the question while the operation runs.
pub(crate) fn working(i18n: Language, operation: &Operation) -> Message {
    Card::new(Tone::Shown, title(operation)).text(i18n.working()).into()
}

/// Returns the progress message, which replaces the question. `taken`: the total time of the answered requests.
pub(crate) fn progress(
    i18n: Language,
    operation: &Operation,
    step: Step,
    interaction: InteractionId,
    taken: Duration,
) -> Message {
    let Step { answered, of, people, wait } = step;
    if let (Wait::Settle { until }, None | Some((_, 1))) = (wait, people) {
        return settling(i18n, operation, until, false);
    }
    let far = match people {
        Some((reached, all)) => far(i18n, reached, all, taken),
        None => i18n.working_far(answered, of),
    };
    // The number of lines stays the same, so that the content below does not jump.
    let pause = match wait {
        Wait::Answer => "\u{200b}".to_owned(),
        Wait::RateLimit { until } => i18n.working_api_pause(relative(until)),
        Wait::Pace { until } => i18n.working_slowly(relative(until)),
        Wait::Settle { until } => i18n.settling(relative(until)),
    };
    let message = Message::from(Card::new(Tone::Shown, title(operation)).text(format!("{far}\n{pause}")));
    if people.is_none() {
        return message;
    }
    let button = CreateButton::new(CustomId::Stop(interaction)).style(ButtonStyle::Secondary).label(i18n.button_stop());
    message.with_row(CreateActionRow::Buttons(vec![button]))
}

/// Returns a progress bar, the same in numbers, and about how long the rest takes.
fn far(i18n: Language, reached: usize, all: usize, taken: Duration) -> String {
    let full = (reached * BAR).checked_div(all).unwrap_or(BAR);
    let bar: String = (0..BAR).map(|place| if place < full { '▰' } else { '▱' }).collect();
    let mut parts = vec![i18n.working_people(reached, all)];
    if reached > 0 && taken >= Duration::from_secs(1) {
        let left = taken.as_millis() * all.saturating_sub(reached) as u128 / reached as u128;
        let minutes = u64::try_from(left.div_ceil(60_000)).unwrap_or(u64::MAX);
        parts.push(if left < 60_000 { i18n.working_left_little() } else { i18n.working_left(minutes) });
    }
    format!("{}\n{bar}", parts.join(" · "))
}

/// Returns the button that cancels what is to follow the job of an interaction.
pub(super) fn stop_rest_button(i18n: Language, interaction: InteractionId) -> CreateButton {
    CreateButton::new(CustomId::Stop(interaction)).style(ButtonStyle::Secondary).label(i18n.button_stop_rest())
}

/// Returns the buttons that add as many people as the account may add today and the others later, or cancel.
pub(crate) fn offer_for_today(i18n: Language, id: ConfirmationId, people: usize) -> CreateActionRow {
    let add = CreateButton::new(CustomId::Confirm(id, Selection::All))
        .style(ButtonStyle::Success)
        .label(i18n.button_add_rest(people));
    let cancel = CreateButton::new(CustomId::Cancel(id)).style(ButtonStyle::Secondary).label(i18n.button_cancel());
    CreateActionRow::Buttons(vec![add, cancel])
}

/// Returns the reply to a press of [`CustomId::Stop`].
pub(crate) fn stopping(i18n: Language, found: FoundJob) -> Message {
    let (tone, title, text) = match found {
        FoundJob::Running => (Tone::Shown, i18n.stopping_title(), i18n.stopping()),
        FoundJob::Scheduled => (Tone::Shown, i18n.cancelled(), i18n.rest_cancelled()),
        FoundJob::None => (Tone::Failed, i18n.stop_gone_title(), i18n.stop_gone()),
    };
    Card::new(tone, title).text(text).into()
}

/// Returns why a job ended before all requests were sent.
pub(super) fn stopped_in_words(i18n: Language, stopped: Stopped) -> String {
    match stopped {
        Stopped::By(person) => i18n.stopped_by(who(i18n, person)),
        Stopped::NotAllowed => i18n.stopped_not_allowed(),
        Stopped::NotAMember => i18n.stopped_not_a_member(),
        Stopped::NoServer => i18n.stopped_no_server(),
        Stopped::Unknown => i18n.stopped_unknown(),
        Stopped::Overdue => i18n.stopped_overdue(),
        Stopped::AccountLost => i18n.stopped_account_lost(),
    }
}

pub(crate) fn withdrawn(i18n: Language) -> Message {
    Card::new(Tone::Shown, i18n.cancelled()).text(i18n.nothing_changed()).into()
}

/// Returns the message that replaces the question about an operation that no one confirmed in time.
pub(crate) fn expired(i18n: Language, operation: &Operation) -> Message {
    let wish = request_line(i18n, operation, whatsapp::Person::readable).phrase;
    let card = Card::new(Tone::Shown, i18n.not_confirmed()).text(i18n.not_confirmed_text(wish));
    match subject(i18n, operation) {
        name if name.is_empty() => card.into(),
        name => card.headline(format!("**{name}**")).into(),
    }
}
