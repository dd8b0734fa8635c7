//! What is said of a change whose answer was lost: while it is being checked, when it is not confirmed, and when it took
//! effect after all.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};

use super::card::{Card, Message, Tone};
use super::notices::{deed, user};
use super::outcomes::{code, done_card, name_or_id};
use super::people::person;
use super::problems::in_short;
use super::requests::title_of;
use super::text::clamp;
use super::wish::wish;
use crate::access::UserId;
use crate::desk::Done;
use crate::error::NotConfirmed;
use crate::groups_api::ApiError;
use crate::language::Language;
use crate::operations::{Doubt, Failure, GroupLine, Operation, Sign};
use crate::store::Case;

/// Groups named that may be a new one.
const CANDIDATES_MAX: usize = 10;

/// The button that looks again at a change that is not confirmed. It travels as the `custom_id`; who may look is decided
/// at the press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CheckAgain(pub(crate) Case);

impl fmt::Display for CheckAgain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "check:{}", self.0.0)
    }
}

impl FromStr for CheckAgain {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let case = text.strip_prefix("check:").and_then(|case| case.parse().ok()).ok_or(())?;
        Ok(Self(Case(case)))
    }
}

/// In the place of the answer, while it is being checked whether a change took effect. `until`: seconds since 1970.
/// `restarted`: because Usher was restarted meanwhile, not because the answer was lost.
pub(crate) fn settling(say: Language, operation: &Operation, until: i64, restarted: bool) -> Message {
    let time = format!("<t:{until}:T>");
    let text = if restarted { say.settling_restarted(time) } else { say.settling(time) };
    Card::new(Tone::Attention, title_of(say, operation)).text(text).into()
}

/// The change is not confirmed: what was asked for, what is known, and a button to look again.
pub(super) fn not_confirmed(say: Language, not_confirmed: &NotConfirmed) -> Card {
    let NotConfirmed { case, operation, failure } = not_confirmed;
    let wish = wish(say, operation, person);
    let asked = format!("{}{}", say.unconfirmed_asked(&wish.phrase), wish.blocks());
    let doubt = failure.doubt.as_deref();
    let known = match doubt.map(|doubt| (doubt.sign, doubt.candidates.as_slice())) {
        Some((Sign::Unchanged, _)) => say.unconfirmed_unchanged(doubt.map_or(0, |doubt| doubt.waited)),
        Some((Sign::Unclear, [])) => say.unconfirmed_unclear(),
        Some((Sign::Unclear, candidates)) => format!("{}\n{}", say.unconfirmed_candidates(), groups(say, candidates)),
        Some((Sign::NotShown, _)) => say.unconfirmed_not_shown(),
        Some((Sign::Unreadable, _)) => match doubt.and_then(|doubt| doubt.unreadable.as_ref()) {
            Some(why) => format!("{} ({})", say.unconfirmed_unreadable(), in_short(say, why)),
            None => say.unconfirmed_unreadable(),
        },
        None => say.unconfirmed_unknown(),
    };
    let watched = if failure.is_not_shown() { String::new() } else { format!("\n\n{}", say.unconfirmed_watched()) };
    Card::new(Tone::Attention, say.unconfirmed())
        .text(format!("{asked}\n\n{known}{watched}"))
        .footer(say.footer_case(case.0.to_string()))
}

/// The same with its button, where looking again can tell.
pub(super) fn with_check(say: Language, card: impl Into<Message>, not_confirmed: &NotConfirmed) -> Message {
    let message = card.into();
    if not_confirmed.failure.is_not_shown() {
        return message;
    }
    let id = CheckAgain(not_confirmed.case).to_string();
    let button = CreateButton::new(id).style(ButtonStyle::Secondary).label(say.button_check_again());
    message.with_row(CreateActionRow::Buttons(vec![button]))
}

/// The change is still not confirmed after a look at `now`, in seconds since 1970.
pub(crate) fn still_not_confirmed(say: Language, not_confirmed: &NotConfirmed, now: Duration) -> Message {
    let checked = say.unconfirmed_checked(format!("<t:{}:T>", now.as_secs()));
    let card = self::not_confirmed(say, not_confirmed).footnote(format!("\n{checked}"));
    with_check(say, card, not_confirmed)
}

/// Whether the change took effect cannot be read now, because of `why`.
pub(crate) fn not_readable_now(say: Language, not_confirmed: NotConfirmed, why: ApiError) -> Message {
    let NotConfirmed { case, operation, failure } = not_confirmed;
    let doubt = Doubt { sign: Sign::Unreadable, waited: 0, candidates: Vec::new(), unreadable: Some(why) };
    let failure = Failure { doubt: Some(Box::new(doubt)), ..failure };
    let now = NotConfirmed { case, operation, failure };
    with_check(say, self::not_confirmed(say, &now), &now)
}

/// The change took effect after it was reported as not confirmed.
pub(crate) fn confirmed_late(say: Language, done: &Done) -> Message {
    done_card(say, done).headline(say.confirmed_late()).into()
}

/// The same for a requester whose answer can no longer be edited, in the log channel or as a direct message.
pub(crate) fn confirmed_late_to(say: Language, done: &Done, requester: UserId) -> Message {
    let text = say.confirmed_late_to(user(requester));
    let deed = deed(say, done, requester).unwrap_or_default();
    let card = Card::new(Tone::Done, done_card(say, done).into_title()).text(format!("{text}\n{deed}"));
    Message::from(card).pinging(requester)
}

/// A press on the button could not be followed.
pub(crate) fn check_failed(say: Language) -> Message {
    Card::new(Tone::Failed, say.button_check_again()).text(say.check_failed()).into()
}

/// There is nothing to look at any more.
pub(crate) fn check_over(say: Language) -> Message {
    Card::new(Tone::Shown, say.button_check_again()).text(say.check_over()).into()
}

/// The line of a question about a change of which the same was requested at `since`, and is not settled.
pub(super) fn repeats(say: Language, since: Duration) -> String {
    say.repeats_unsettled(format!("<t:{}:R>", since.as_secs()))
}

fn groups(say: Language, candidates: &[GroupLine]) -> String {
    let line = |line: &GroupLine| {
        format!("{} · {}", clamp(&name_or_id(Some(&line.name), &line.id), 90), code(line.id.as_str()))
    };
    let mut lines: Vec<String> = candidates.iter().take(CANDIDATES_MAX).map(line).collect();
    if candidates.len() > CANDIDATES_MAX {
        lines.push(say.list_goes_on(candidates.len() - CANDIDATES_MAX));
    }
    lines.join("\n")
}
