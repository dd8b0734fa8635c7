//! Replies about a change whose answer was lost: while Usher checks it, if it is not confirmed, and if it took effect
//! later.

use groups_api::ApiError;
use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};
use usher_clock::Timestamp;
use whatsapp::Person;

use super::announcements::{audit_line, user};
use super::card::{Card, Message, Tone};
use super::operations::subject;
use super::outcomes::{code, done_card, name_or_id};
use super::problems::in_short;
use super::request_line::request_line;
use super::text::{clamp, relative};
use crate::access::UserId;
use crate::discord::components::CustomId;
use crate::error::NotConfirmed;
use crate::language::Language;
use crate::operations::{Doubt, Failure, GroupSummary, Operation, Sign};
use crate::services::Done;

/// Maximum named groups that may be the new group.
const CANDIDATES_MAX: usize = 10;

/// Returns the message that replaces the answer while Usher checks whether a change took effect. `until`: when the
/// change settles. `restarted`: the check runs because Usher restarted, not because the answer was lost.
pub(crate) fn settling(i18n: Language, operation: &Operation, until: Timestamp, restarted: bool) -> Message {
    let time = relative(until);
    let text = if restarted { i18n.settling_restarted(time) } else { i18n.settling(time) };
    Card::new(Tone::Attention, subject(i18n, operation)).text(text).into()
}

/// Returns the card of an unconfirmed change: the request, the known facts, and a button to check again.
pub(super) fn not_confirmed(i18n: Language, not_confirmed: &NotConfirmed) -> Card {
    let NotConfirmed { case, operation, failure } = not_confirmed;
    let line = request_line(i18n, operation, Person::readable);
    let asked = format!("{}{}", i18n.unconfirmed_asked(&line.phrase), line.blocks());
    let doubt = failure.doubt.as_deref();
    let known = match doubt.map(|doubt| (doubt.sign, doubt.candidates.as_slice())) {
        Some((Sign::Unchanged, _)) => i18n.unconfirmed_unchanged(doubt.map_or(0, |doubt| doubt.waited)),
        Some((Sign::Unclear, [])) => i18n.unconfirmed_unclear(),
        Some((Sign::Unclear, candidates)) => format!("{}\n{}", i18n.unconfirmed_candidates(), groups(i18n, candidates)),
        Some((Sign::NotShown, _)) => i18n.unconfirmed_not_shown(),
        Some((Sign::Unreadable, _)) => match doubt.and_then(|doubt| doubt.unreadable.as_ref()) {
            Some(why) => format!("{} ({})", i18n.unconfirmed_unreadable(), in_short(i18n, why, operation.name())),
            None => i18n.unconfirmed_unreadable(),
        },
        None => i18n.unconfirmed_unknown(),
    };
    let watched = if failure.is_not_shown() { String::new() } else { format!("\n\n{}", i18n.unconfirmed_watched()) };
    Card::new(Tone::Attention, i18n.unconfirmed())
        .text(format!("{asked}\n\n{known}{watched}"))
        .footer(i18n.footer_case(case.0.to_string()))
}

/// Adds the check button if another check can find the answer.
pub(super) fn with_check(i18n: Language, card: impl Into<Message>, not_confirmed: &NotConfirmed) -> Message {
    let message = card.into();
    if not_confirmed.failure.is_not_shown() {
        return message;
    }
    let id = CustomId::CheckAgain(not_confirmed.case);
    let button = CreateButton::new(id).style(ButtonStyle::Secondary).label(i18n.button_check_again());
    message.with_row(CreateActionRow::Buttons(vec![button]))
}

/// Returns the reply to a check at `now` that did not confirm the change.
pub(crate) fn still_not_confirmed(i18n: Language, not_confirmed: &NotConfirmed, now: Timestamp) -> Message {
    let checked = i18n.unconfirmed_checked(format!("<t:{}:T>", now.as_secs()));
    let card = self::not_confirmed(i18n, not_confirmed).footnote(format!("\n{checked}"));
    with_check(i18n, card, not_confirmed)
}

/// Returns the reply to a check that could not read the state, because of `why`.
pub(crate) fn not_readable_now(i18n: Language, not_confirmed: NotConfirmed, why: ApiError) -> Message {
    let NotConfirmed { case, operation, failure } = not_confirmed;
    let doubt = Doubt { sign: Sign::Unreadable, waited: 0, candidates: Vec::new(), unreadable: Some(why) };
    let failure = Failure { doubt: Some(Box::new(doubt)), ..failure };
    let now = NotConfirmed { case, operation, failure };
    with_check(i18n, self::not_confirmed(i18n, &now), &now)
}

/// Returns the reply for a change that took effect after it was reported as not confirmed.
pub(crate) fn confirmed_late(i18n: Language, done: &Done) -> Message {
    done_card(i18n, done).headline(i18n.confirmed_late()).into()
}

/// Returns the same reply for the log channel or a direct message, if the requester's answer can no longer be edited.
pub(crate) fn confirmed_late_to(i18n: Language, done: &Done, requester: UserId) -> Message {
    let text = i18n.confirmed_late_to(user(requester));
    let line = audit_line(i18n, done, requester).unwrap_or_default();
    let card = Card::new(Tone::Done, done_card(i18n, done).into_title()).text(format!("{text}\n{line}"));
    card.into()
}

/// Returns the reply to a press that the bot could not handle.
pub(crate) fn check_failed(i18n: Language) -> Message {
    Card::new(Tone::Failed, i18n.check_failed_title()).text(i18n.check_failed()).into()
}

/// Returns the reply to a press if nothing is left to check.
pub(crate) fn check_over(i18n: Language) -> Message {
    Card::new(Tone::Shown, i18n.check_over_title()).text(i18n.check_over()).into()
}

/// Returns the question's line about the same change, requested at `since`, whose outcome is unknown.
pub(super) fn repeats(i18n: Language, since: Timestamp) -> String {
    i18n.repeats_unsettled(relative(since))
}

fn groups(i18n: Language, candidates: &[GroupSummary]) -> String {
    let line = |line: &GroupSummary| {
        format!("{} · {}", clamp(&name_or_id(Some(&line.name), &line.id), 90), code(line.id.as_str()))
    };
    let mut lines: Vec<String> = candidates.iter().take(CANDIDATES_MAX).map(line).collect();
    if candidates.len() > CANDIDATES_MAX {
        lines.push(i18n.list_goes_on(candidates.len() - CANDIDATES_MAX));
    }
    lines.join("\n")
}
