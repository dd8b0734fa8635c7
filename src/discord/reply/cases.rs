//! The journal in words: a line for the log channel, pages of `/wa-audit recent`, one case in full.

use std::fmt;
use std::str::FromStr;

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};

use super::card::{Card, Message, Tone};
use super::notices::{deed, deed_of};
use super::outcomes::{code, name_or_id};
use super::people::count;
use super::text::{clamp, escape};
use crate::access::UserId;
use crate::desk::{CaseFilter, CasePage, Done, Export};
use crate::error::Problem;
use crate::groups_api::Carried;
use crate::operations::Failure;
use crate::store::{Case, End, NotApproved, Row, Verdict};

/// Discord, "Component Object": characters of a `custom_id`.
const CUSTOM_ID_MAX: usize = 100;
/// Of a group's name in a line.
const NAME_MAX: usize = 60;

/// For the log channel: who did what, or was refused. Phone numbers are masked, and there are no links.
pub(crate) fn case_line(row: &Row) -> Message {
    let what = &row.entry.what;
    let title = match (&what.group, &what.group_name) {
        (Some(group), name) => name_or_id(name.as_deref(), group),
        (None, Some(name)) => escape(name),
        (None, None) => String::new(),
    };
    let tone = match row.verdict {
        Some(Verdict::Done) => Tone::Done,
        Some(Verdict::Refused | Verdict::Failed) => Tone::Failed,
        Some(Verdict::Unknown) | None => Tone::Attention,
    };
    let result = row.verdict.map_or("open", Verdict::name);
    Card::new(tone, title)
        .text(format!("<@{}> {}.{}", row.entry.user, sentence(row), approved(row)))
        .footer(format!("Case {} · {} · {result}", row.case.0, what.operation))
        .into()
}

/// What somebody is told in the log channel who can no longer be told in the answer.
pub(crate) fn told_late(user: UserId, case: Option<Case>, result: &Result<Done, Problem>) -> Message {
    let (tone, text) = match result {
        Ok(done) => {
            (Tone::Done, format!("What you asked for was finished late: <@{user}> {}.", deed(done).unwrap_or_default()))
        }
        Err(Problem::Failed(Failure { carried: Carried::Maybe, .. })) => (
            Tone::Attention,
            "What you asked for was interrupted, and nobody knows whether it was done. Check by hand.".to_owned(),
        ),
        Err(_) => (
            Tone::Failed,
            "What you asked for was interrupted. Nothing was changed. Use the command again if you still want it."
                .to_owned(),
        ),
    };
    let footer = case.map_or_else(String::new, |case| format!("Case {}", case.0));
    Message::from(Card::new(tone, "After an interruption").text(text).footer(footer)).pinging(user)
}

/// What the row tells, to follow the person's name.
fn sentence(row: &Row) -> String {
    let operation = code(&row.entry.what.operation);
    match (row.end(), row.verdict) {
        (Some(End::Done { outcome }), _) => {
            let outcome_of = |operation| Done { operation, outcome: (*outcome).clone(), shows_numbers: false };
            let done = row.entry.what.data.clone().map(outcome_of);
            let nothing = !outcome.changed_something();
            match done.as_ref().and_then(deed) {
                _ if nothing => format!("used {operation}, which changed nothing"),
                Some(deed) => deed,
                None => deed_of(&outcome, false).unwrap_or_else(|| format!("used {operation}")),
            }
        }
        (Some(End::Refused { needs }), _) => format!("was refused {operation}, which needs {}", code(needs.name())),
        (Some(End::NotApproved { how: NotApproved::Denied { reason } }), _) => {
            let why = reason.map_or_else(String::new, |reason| format!(": {}", escape(&reason)));
            format!("asked for {operation}, and was denied it{}{why}", by(row))
        }
        (Some(End::NotApproved { how: NotApproved::Cancelled }), _) => {
            format!("asked for {operation}, and took the request back")
        }
        (Some(End::NotApproved { how: NotApproved::Expired }), _) => {
            format!("asked for {operation}, and nobody decided in time")
        }
        (Some(End::Failed { failure: Failure { carried: Carried::No, cause } }), _) => {
            format!("tried {operation}; it failed ({}) and changed nothing", escape(&cause.to_string()))
        }
        (Some(End::Failed { failure: Failure { cause, .. } }), _) => {
            let cause = escape(&cause.to_string());
            format!("tried {operation}; **nobody knows whether it was done** ({cause}). Check by hand")
        }
        // Masked: what is left of it as data.
        (None, verdict) => {
            let people = row.people().len();
            let people = if people == 0 { String::new() } else { format!(" for {}", count(people)) };
            format!("used {operation}{people}: {}", verdict.map_or("open", Verdict::name))
        }
    }
}

/// Who decided, where somebody had to.
fn by(row: &Row) -> String {
    row.approver.map_or_else(String::new, |by| format!(" by <@{by}>"))
}

/// Who approved it, to follow the sentence.
fn approved(row: &Row) -> String {
    match (row.approver, row.verdict) {
        (None, _) | (_, Some(Verdict::Refused)) => String::new(),
        (Some(by), _) => format!(" <@{by}> approved it."),
    }
}

/// A page of cases.
pub(crate) fn cases(page: &CasePage, filter: &CaseFilter, first: bool) -> Message {
    let line = |row: &Row| {
        let what = &row.entry.what;
        let group = match (&what.group, &what.group_name) {
            (Some(group), name) => format!(" in **{}**", clamp(&name_or_id(name.as_deref(), group), NAME_MAX)),
            (None, _) => String::new(),
        };
        let result = row.verdict.map_or("open", Verdict::name);
        format!(
            "**#{}** <t:{}:R> <@{}> {}{group}: {result}",
            row.case.0,
            row.begun.as_secs(),
            row.entry.user,
            code(&what.operation)
        )
    };
    let lines: Vec<String> = page.rows.iter().map(line).collect();
    let text = match (lines.is_empty(), first) {
        (true, true) => "There is no such case that you may see.".to_owned(),
        (true, false) => "There are no older cases.".to_owned(),
        (false, _) => lines.join("\n"),
    };
    let card = Card::new(Tone::Shown, "Cases").text(text).footer("/wa-audit show tells all of one case.");
    let newest = (!first).then_some((Older { before: None, filter: filter.clone() }, "Newest"));
    let older = page.older.map(|case| (Older { before: Some(case), filter: filter.clone() }, "Older"));
    let buttons: Vec<CreateButton> = [newest, older]
        .into_iter()
        .flatten()
        .map(|(to, label)| (to.to_string(), label))
        .filter(|(id, _)| id.len() <= CUSTOM_ID_MAX)
        .map(|(id, label)| CreateButton::new(id).style(ButtonStyle::Secondary).label(label))
        .collect();
    let message = Message::from(card);
    if buttons.is_empty() { message } else { message.with_row(CreateActionRow::Buttons(buttons)) }
}

/// A button that leads to another page: which cases, below which one. It holds nothing that its presser did not type,
/// and what they may see is decided again at the press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Older {
    pub(crate) before: Option<Case>,
    pub(crate) filter: CaseFilter,
}

impl fmt::Display for Older {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let CaseFilter { user, group, operation, days } = &self.filter;
        let number = |number: Option<u64>| number.map_or_else(String::new, |number| format!("{number:x}"));
        let before = self.before.and_then(|case| u64::try_from(case.0).ok());
        write!(
            f,
            "cases:{}:{}:{}:{}:{}",
            number(before),
            number(user.map(|user| user.0)),
            number(days.map(u64::from)),
            operation.as_deref().unwrap_or_default(),
            group.as_ref().map(ToString::to_string).unwrap_or_default()
        )
    }
}

impl FromStr for Older {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let parts: Vec<&str> = text.split(':').collect();
        let ["cases", before, user, days, operation, group] = parts.as_slice() else { return Err(()) };
        let number = |text: &str| match text {
            "" => Ok(None),
            text => u64::from_str_radix(text, 16).map(Some).map_err(|_| ()),
        };
        let before = number(before)?.map(i64::try_from).transpose().map_err(|_| ())?.map(Case);
        let filter = CaseFilter {
            user: number(user)?.map(UserId),
            days: number(days)?.map(u32::try_from).transpose().map_err(|_| ())?,
            operation: Some((*operation).to_owned()).filter(|operation| !operation.is_empty()),
            group: if group.is_empty() { None } else { Some(group.parse().map_err(|_| ())?) },
        };
        Ok(Self { before, filter })
    }
}

/// One case, with all that is written down of it.
pub(crate) fn case_shown(row: &Row) -> Message {
    let what = &row.entry.what;
    let people: Vec<String> = row
        .people()
        .into_iter()
        .map(|(person, became)| format!("{}: {}", escape(person), became.replace('_', " ")))
        .collect();
    let shown = clamp(&people.join("\n"), 1_000);
    let group = match (&what.group, &what.group_name) {
        (Some(group), name) => format!("{}\n{}", name_or_id(name.as_deref(), group), code(group.as_str())),
        (None, _) => String::new(),
    };
    Card::new(Tone::Shown, format!("Case {}", row.case.0))
        .text(format!("<@{}> {}.{}", row.entry.user, sentence(row), approved(row)))
        .fact("When", format!("<t:{}:f>", row.begun.as_secs()))
        .fact("Result", row.verdict.map_or("open", Verdict::name))
        .fact("Operation", code(&what.operation))
        .fact("Channel", format!("<#{}>", row.entry.channel))
        .fact("Session", what.session.as_ref().map(|session| escape(session.as_str())).unwrap_or_default())
        .fact("Tries", if row.tries > 1 { row.tries.to_string() } else { String::new() })
        .field("Group", group)
        .field("People", shown)
        .footer(format!("Reference {}", super::super::visit::reference(row.entry.interaction)))
        .into()
}

pub(crate) fn exported(export: &Export) -> Message {
    let cut = if export.cut { " There were more; the newest are in it." } else { "" };
    let text = format!(
        "{} cases, as a file for a spreadsheet.{cut} It holds what its members may not want others to see.",
        export.rows
    );
    Card::new(Tone::Shown, "Journal").text(text).into()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_page_survives_its_button(
            before in proptest::option::of(0..i64::MAX),
            user in proptest::option::of(1..u64::MAX),
            days in proptest::option::of(0..10_000_u32),
            operation in proptest::option::of("[a-z]{1,10}\\.[a-z]{1,6}"),
            group in proptest::option::of("[0-9]{18}@g\\.us"),
        ) {
            let filter = CaseFilter {
                user: user.map(UserId), days, operation, group: group.map(|group| group.parse().unwrap()),
            };
            let older = Older { before: before.map(Case), filter };
            prop_assert!(older.to_string().len() <= CUSTOM_ID_MAX);
            prop_assert_eq!(older.to_string().parse::<Older>(), Ok(older));
        }
    }
}
