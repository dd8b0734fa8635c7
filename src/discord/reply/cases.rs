//! Texts about the audit log: a line for the log channel, pages of `/wa-audit recent`, and one case in full.

use groups_api::Effect;

use super::announcements::{audit_line, recorded_line, user, who};
use super::card::{Card, File, Message, Tone};
use super::confirmation::stopped_in_words;
use super::namesakes::Namesakes;
use super::outcomes::{code, name_or_id};
use super::pages;
use super::people::became;
use super::problems::in_short;
use super::text::{clamp, escape, masked};
use crate::access::UserId;
use crate::discord::components::{CasesAt, CustomId};
use crate::error::UserError;
use crate::language::Language;
use crate::operations::{Failure, Operation, Rank};
use crate::services::{CaseFilter, CasePage, Done, Export, LOOKED_THROUGH_MAX};
use crate::store::{AuditEnd, AuditId, AuditRecord, AuditStatus, NotApproved, Start};

/// Maximum characters of a group's name in a line.
const NAME_MAX: usize = 60;

/// Returns a line for the log channel: who did what, or was refused. Phone numbers are masked, and there are no links.
pub(crate) fn case_line(say: Language, row: &AuditRecord) -> Message {
    let what = &row.entry.what;
    let title = match (&what.group, &what.group_name) {
        (Some(group), name) => name_or_id(name.as_deref(), group),
        (None, Some(name)) => escape(name),
        (None, None) => String::new(),
    };
    let tone = match row.verdict {
        Some(AuditStatus::Done) => Tone::Done,
        Some(AuditStatus::Refused | AuditStatus::Failed) => Tone::Failed,
        Some(AuditStatus::Unknown) | None => Tone::Attention,
    };
    let case = say.footer_case(row.case.0.to_string());
    Card::new(tone, title)
        .text(told(say, row))
        .footer(format!("{case} · {} · {}", what.operation, verdict(say, row)))
        .into()
}

/// Returns the log channel's line about a user who was refused repeatedly: the number of refusals that it did not show.
pub(crate) fn more_refusals(say: Language, who: UserId, count: u64) -> Message {
    Card::new(Tone::Failed, "").text(say.more_refusals(user(who), count)).into()
}

/// Returns the log channel's message for a user whose answer can no longer be edited.
pub(crate) fn told_late(
    say: Language,
    actor: UserId,
    case: Option<AuditId>,
    result: &Result<Done, UserError>,
) -> Message {
    let (tone, text) = match result {
        Ok(done) => (Tone::Done, say.interrupted_done(audit_line(say, done, actor).unwrap_or_default())),
        Err(problem) if problem.is_effect_unknown() => (Tone::Attention, say.interrupted_unknown(user(actor))),
        Err(_) => (Tone::Failed, say.interrupted_nothing(user(actor))),
    };
    let footer = case.map_or_else(String::new, |case| say.footer_case(case.0.to_string()));
    Message::from(Card::new(tone, say.interrupted()).text(text).footer(footer)).pinging(actor)
}

/// Returns the row's text, and who approved it.
fn told(say: Language, row: &AuditRecord) -> String {
    let sentence = sentence(say, row);
    let sentence = if row.confirmed.is_some() { say.case_confirmed(sentence) } else { sentence };
    let sentence = match row.end() {
        Some(AuditEnd::Done { stopped: Some(stopped), .. }) => {
            format!("{sentence}\n{}", stopped_in_words(say, stopped))
        }
        Some(
            AuditEnd::Done { stopped: None, .. }
            | AuditEnd::Failed { .. }
            | AuditEnd::Refused { .. }
            | AuditEnd::NotApproved { .. },
        )
        | None => sentence,
    };
    match (row.approver, row.verdict) {
        (None, _) | (_, Some(AuditStatus::Refused)) => sentence,
        (Some(by), _) => format!("{sentence}\n{}", say.deed_approved(who(say, by))),
    }
}

fn sentence(say: Language, row: &AuditRecord) -> String {
    let by = || row.approver.map_or_else(|| say.somebody(), |by| who(say, by));
    let (who, operation) = (who(say, row.entry.user), code(&row.entry.what.operation));
    match row.end() {
        Some(AuditEnd::Done { outcome, .. }) if !outcome.changed_something() => say.case_nothing(who, operation),
        Some(AuditEnd::Done { outcome, .. }) => {
            let line = recorded_line(say, row.entry.what.data.as_ref(), &outcome, row.entry.user);
            line.unwrap_or_else(|| say.case_used(who, operation))
        }
        Some(AuditEnd::Refused { needs, more }) => {
            let refused = say.case_refused(who, operation, code(needs.name()));
            if more == 0 { refused } else { format!("{refused}\n{}", say.case_refused_more(more)) }
        }
        Some(AuditEnd::NotApproved { how }) => match how {
            NotApproved::Denied { reason: None } => say.case_denied(who, operation, by()),
            NotApproved::Denied { reason: Some(reason) } => {
                say.case_denied_why(who, operation, by(), escape(&masked(&reason)))
            }
            NotApproved::Cancelled => say.case_taken_back(who, operation),
            NotApproved::Expired => say.case_expired(who, operation),
        },
        Some(AuditEnd::Failed { failure: Failure { carried: Effect::No, cause, .. } }) => {
            say.case_failed(who, operation, in_short(say, &cause))
        }
        Some(AuditEnd::Failed { failure: Failure { cause, .. } }) => {
            say.case_unknown(who, operation, in_short(say, &cause))
        }
        // Retention masked the people, so the outcome no longer parses; only the number of people is known.
        None => match row.people().len() {
            0 => say.case_used_result(who, operation, verdict(say, row)),
            people => say.case_used_for(who, operation, people, verdict(say, row)),
        },
    }
}

/// Returns the outcome of a case in one word.
fn verdict(say: Language, row: &AuditRecord) -> String {
    match row.verdict {
        None => say.result_open(),
        Some(AuditStatus::Done) => say.result_done(),
        Some(AuditStatus::Failed) => say.result_failed(),
        Some(AuditStatus::Refused) => say.result_refused(),
        Some(AuditStatus::Unknown) => say.result_unknown(),
    }
}

/// Returns a page of cases.
pub(crate) fn cases(say: Language, page: &CasePage, filter: &CaseFilter) -> Message {
    let named = |row: &'_ AuditRecord| Some((row.entry.what.group.clone()?, row.entry.what.group_name.clone()?));
    let groups: Vec<_> = page.rows.iter().filter_map(named).collect();
    let namesakes = Namesakes::among(groups.iter().map(|(id, name)| (id, name.as_str())), NAME_MAX);
    let line = |row: &AuditRecord| {
        let what = &row.entry.what;
        let operation = code(&what.operation);
        let case = match (&what.group, &what.group_name) {
            (Some(group), name) => {
                let shown = clamp(&name_or_id(name.as_deref(), group), NAME_MAX);
                let is_shared = name.as_deref().is_some_and(|name| namesakes.has(name));
                let shown = if is_shared { format!("{shown} · {}", code(group.as_str())) } else { shown };
                say.case_line_in(operation, shown, verdict(say, row))
            }
            (None, _) => say.case_line(operation, verdict(say, row)),
        };
        format!("**#{}** <t:{}:R> {} {case}", row.case.0, row.begun.as_secs(), who(say, row.entry.user))
    };
    let lines: Vec<String> = page.rows.iter().map(line).collect();
    let leads_on = page.newer.is_some() || page.older.is_some();
    let text = match (lines.is_empty(), leads_on) {
        (true, false) => say.cases_none(),
        (true, true) => say.cases_none_near(LOOKED_THROUGH_MAX),
        (false, _) => lines.join("\n"),
    };
    let message = Message::from(Card::new(Tone::Shown, say.cases()).text(text).footer(say.cases_footer()));
    let at = |start| CustomId::Cases(CasesAt { start, filter: filter.clone() });
    // Discord requires distinct ids, also for disabled buttons.
    let (newer, older) = (page.newer.unwrap_or(AuditId(0)), page.older.unwrap_or(AuditId(0)));
    let buttons = [Start::Newest, Start::Above(newer), Start::Below(older), Start::Oldest].map(at);
    pages::with_turns(say, message, buttons, page.newer.is_some(), page.older.is_some())
}

/// Returns one case with all its recorded details.
pub(crate) fn case_shown(say: Language, row: &AuditRecord, in_full: bool) -> Message {
    let what = &row.entry.what;
    // Only the results of this operation name a rank.
    let to = if let Some(Operation::ChangeAdmins(change)) = &what.data { change.to } else { Rank::Admin };
    let people: Vec<String> = row
        .people_shown(in_full)
        .into_iter()
        .map(|(person, what)| format!("{}: {}", escape(&person), became(say, what, to)))
        .collect();
    let shown = clamp(&people.join("\n"), 1_000);
    let group = match (&what.group, &what.group_name) {
        (Some(group), name) => format!("{}\n{}", name_or_id(name.as_deref(), group), code(group.as_str())),
        (None, _) => String::new(),
    };
    let session = what.session.as_ref().map(|session| escape(session.as_str()));
    // The bot owner's changes on the command line have none.
    let channel = if row.entry.channel.0 == 0 { String::new() } else { format!("<#{}>", row.entry.channel) };
    Card::new(Tone::Shown, say.footer_case(row.case.0.to_string()))
        .text(told(say, row))
        .fact(say.field_when(), format!("<t:{}:f>", row.begun.as_secs()))
        .fact(say.field_result(), verdict(say, row))
        .fact(say.field_operation(), code(&what.operation))
        .fact(say.field_channel(), channel)
        .fact(say.field_session(), session.unwrap_or_default())
        .fact(say.field_tries(), if row.tries > 1 { row.tries.to_string() } else { String::new() })
        .field(say.field_group(), group)
        .field(say.field_people(), shown)
        .footer(say.footer_reference(crate::discord::interaction::reference(row.entry.interaction)))
        .into()
}

pub(crate) fn exported(say: Language, export: Export) -> Message {
    const ONE: &str = "usher-journal.csv";
    // Discord, "Create Message": at most this many files.
    const SEVERAL: [&str; 10] = [
        "usher-journal-1.csv",
        "usher-journal-2.csv",
        "usher-journal-3.csv",
        "usher-journal-4.csv",
        "usher-journal-5.csv",
        "usher-journal-6.csv",
        "usher-journal-7.csv",
        "usher-journal-8.csv",
        "usher-journal-9.csv",
        "usher-journal-10.csv",
    ];
    let cut = if export.missing > 0 { say.journal_cut(export.missing) } else { String::new() };
    let card = Card::new(Tone::Shown, say.journal()).text(format!("{} {cut}", say.journal_exported(export.rows)));
    let names: &[&str] = if export.files.len() > 1 { &SEVERAL } else { &[ONE] };
    let files = names.iter().zip(export.files);
    files.fold(card, |card, (name, bytes)| card.file(File::csv(name, bytes))).into()
}
