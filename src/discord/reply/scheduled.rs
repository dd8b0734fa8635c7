//! The report of an operation that Usher began by itself: the next people of a list. It may be public: phone numbers are
//! masked.

use serenity::all::CreateActionRow;

use super::announcements::{audit_line, user};
use super::card::{Card, Message, Tone};
use super::confirmation::{stop_rest_button, stopped_in_words};
use super::problems::one_line;
use crate::access::{InteractionId, UserId};
use crate::error::UserError;
use crate::language::Language;
use crate::operations::{AddStatus, MembersAdded, Outcome};
use crate::services::Done;
use crate::store::AuditId;

/// Returns the message for the person whose list it is. `job`: the interaction that stands for the operation.
pub(crate) fn told_scheduled(
    i18n: Language,
    (actor, job): (UserId, InteractionId),
    case: Option<AuditId>,
    result: &Result<Done, UserError>,
) -> Message {
    let (tone, text) = match result {
        Ok(done) => (Tone::Done, told(i18n, done, actor)),
        Err(problem) if problem.is_effect_unknown() => (Tone::Attention, i18n.rest_unknown(user(actor))),
        Err(problem) => (Tone::Failed, format!("{} {}", i18n.rest_failed(user(actor)), one_line(i18n, problem))),
    };
    let footer = case.map_or_else(String::new, |case| i18n.footer_case(case.0.to_string()));
    let message = Message::from(Card::new(tone, i18n.rest_title()).text(text).footer(footer));
    match result {
        Ok(Done { outcome: Outcome::AddMembers(MembersAdded { continues_at: Some(_), .. }), .. }) => {
            message.with_row(CreateActionRow::Buttons(vec![stop_rest_button(i18n, job)]))
        }
        Ok(_) | Err(_) => message,
    }
}

fn told(i18n: Language, done: &Done, actor: UserId) -> String {
    let mut lines = vec![if done.outcome.changed_something() {
        audit_line(i18n, done, actor).unwrap_or_default()
    } else {
        i18n.rest_nobody(user(actor))
    }];
    if let Outcome::AddMembers(outcome) = &done.outcome {
        lines.extend(counts(i18n, outcome));
    }
    lines.extend(done.stopped.map(|stopped| stopped_in_words(i18n, stopped)));
    lines.push(i18n.rest_details());
    lines.join("\n")
}

fn counts(i18n: Language, outcome: &MembersAdded) -> Vec<String> {
    let count = |standing| outcome.people.iter().filter(|result| result.standing == standing).count();
    let (added, unconfirmed, rest) = (count(AddStatus::Added), count(AddStatus::Unconfirmed), outcome.rest().count());
    // Those who were not requested and do not follow were not added.
    let waiting = if outcome.continues_at.is_some() { rest } else { 0 };
    let others = outcome.people.len().saturating_sub(added + unconfirmed + waiting);
    let mut lines = vec![i18n.rest_counts(added, others, waiting)];
    if unconfirmed > 0 {
        lines.push(i18n.rest_unconfirmed(unconfirmed));
    }
    lines
}
