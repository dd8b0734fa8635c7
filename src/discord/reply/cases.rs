//! Texts about the audit log: a line for the log channel, pages of `/wa-audit recent`, and one case in full.

use groups_api::Effect;
use whatsapp::Person;

use super::announcements::{approved_by, audit_line, recorded_line, user, who};
use super::card::{Card, File, Message, Tone};
use super::confirmation::stopped_in_words;
use super::namesakes::Namesakes;
use super::outcomes::{code, name_or_id};
use super::pages;
use super::people::became;
use super::permissions::action;
use super::problems::in_short;
use super::request_line::request_line;
use super::text::{NumberMask, clamp, escape, masked, quote};
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
pub(crate) fn case_line(i18n: Language, row: &AuditRecord) -> Message {
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
    let case = i18n.footer_case(row.case.0.to_string());
    Card::new(tone, title)
        .text(told(i18n, row))
        .footer(format!("{case} · {} · {}", action_of(i18n, row), verdict(i18n, row)))
        .into()
}

/// Returns the log channel's line about a user who was refused repeatedly: the number of refusals that it did not show.
pub(crate) fn more_refusals(i18n: Language, who: UserId, count: u64) -> Message {
    Card::new(Tone::Failed, "").text(i18n.more_refusals(user(who), count)).into()
}

/// Returns the log channel's message for a user whose answer can no longer be edited.
pub(crate) fn told_late(
    i18n: Language,
    actor: UserId,
    case: Option<AuditId>,
    result: &Result<Done, UserError>,
) -> Message {
    let (tone, text) = match result {
        Ok(done) => (Tone::Done, i18n.interrupted_done(audit_line(i18n, done, actor).unwrap_or_default())),
        Err(problem) if problem.is_effect_unknown() => (Tone::Attention, i18n.interrupted_unknown(user(actor))),
        Err(_) => (Tone::Failed, i18n.interrupted_nothing(user(actor))),
    };
    let footer = case.map_or_else(String::new, |case| i18n.footer_case(case.0.to_string()));
    Card::new(tone, i18n.interrupted()).text(text).footer(footer).into()
}

/// Returns the row's text, and who approved it.
fn told(i18n: Language, row: &AuditRecord) -> String {
    let sentence = sentence(i18n, row);
    let sentence = if row.confirmed.is_some() { i18n.case_confirmed(sentence) } else { sentence };
    let sentence = match row.end() {
        Some(AuditEnd::Done { stopped: Some(stopped), .. }) => {
            format!("{sentence}\n{}", stopped_in_words(i18n, stopped))
        }
        Some(
            AuditEnd::Done { stopped: None, .. }
            | AuditEnd::Failed { .. }
            | AuditEnd::Refused { .. }
            | AuditEnd::NotApproved { .. },
        )
        | None => sentence,
    };
    // Who denied it is in the sentence.
    let last = row.approver.filter(|_| row.verdict != Some(AuditStatus::Refused));
    let approvers = row.first_approver.into_iter().chain(last).map(|by| who(i18n, by)).collect();
    match approved_by(i18n, approvers) {
        Some(approved) => format!("{sentence}\n{approved}"),
        None => sentence,
    }
}

fn sentence(i18n: Language, row: &AuditRecord) -> String {
    let by = || row.approver.map_or_else(|| i18n.somebody(), |by| who(i18n, by));
    let (who, action, operation) = (who(i18n, row.entry.user), specific_action(i18n, row), &row.entry.what.operation);
    match row.end() {
        Some(AuditEnd::Done { outcome, .. }) if !outcome.changed_something() => i18n.case_nothing(who, action),
        Some(AuditEnd::Done { outcome, .. }) => {
            let line = recorded_line(i18n, row.entry.what.data.as_ref(), &outcome, row.entry.user);
            line.unwrap_or_else(|| i18n.case_used(who, action))
        }
        Some(AuditEnd::Refused { more, .. }) => {
            let refused = i18n.case_refused(who, action);
            if more == 0 { refused } else { format!("{refused}\n{}", i18n.case_refused_more(more)) }
        }
        Some(AuditEnd::NotApproved { how }) => match how {
            NotApproved::Denied { reason: None } => i18n.case_denied(by(), who, action),
            NotApproved::Denied { reason: Some(reason) } => {
                format!("{}\n{}", i18n.case_denied(by(), who, action), quote(&masked(&reason)))
            }
            NotApproved::Cancelled => i18n.case_taken_back(who, action),
            NotApproved::Expired => i18n.case_expired(who, action),
        },
        Some(AuditEnd::Failed { failure: Failure { carried: Effect::No, cause, .. } }) => {
            i18n.case_failed(who, action, in_short(i18n, &cause, operation))
        }
        Some(AuditEnd::Failed { failure: Failure { cause, .. } }) => {
            i18n.case_unknown(who, action, in_short(i18n, &cause, operation))
        }
        // Retention masked the people, so the outcome no longer parses; only the number of people is known.
        None => match row.people().len() {
            0 => i18n.case_used_result(who, action_of(i18n, row), verdict(i18n, row)),
            people => i18n.case_used_for(who, action_of(i18n, row), people, verdict(i18n, row)),
        },
    }
}

/// Returns what the operation of a case is for: "rename groups".
fn action_of(i18n: Language, row: &AuditRecord) -> String {
    // A newer version may have written a name that this one does not know.
    action(i18n, &row.entry.what.operation).unwrap_or_else(|| code(&row.entry.what.operation))
}

/// Returns what the case is about, with masked numbers: "remove +55 ••••• 0001 from this group". Only the purpose of the
/// command is known of a refusal, and of a case whose people are masked by now.
fn specific_action(i18n: Language, row: &AuditRecord) -> String {
    let known = row.entry.what.data.as_ref().map(|operation| request_line(i18n, operation, Person::masked).phrase);
    known.unwrap_or_else(|| action_of(i18n, row))
}

/// Returns the outcome of a case in one word.
fn verdict(i18n: Language, row: &AuditRecord) -> String {
    match row.verdict {
        None => i18n.result_open(),
        Some(AuditStatus::Done) => match row.end() {
            Some(AuditEnd::Done { outcome, .. }) if !outcome.changed_something() => i18n.result_nothing(),
            Some(
                AuditEnd::Done { .. }
                | AuditEnd::Failed { .. }
                | AuditEnd::Refused { .. }
                | AuditEnd::NotApproved { .. },
            )
            | None => i18n.result_done(),
        },
        Some(AuditStatus::Failed) => i18n.result_failed(),
        Some(AuditStatus::Refused) => i18n.result_refused(),
        Some(AuditStatus::Unknown) => i18n.result_unknown(),
    }
}

/// Returns a page of cases.
pub(crate) fn cases(i18n: Language, page: &CasePage, filter: &CaseFilter) -> Message {
    let named = |row: &'_ AuditRecord| Some((row.entry.what.group.clone()?, row.entry.what.group_name.clone()?));
    let groups: Vec<_> = page.rows.iter().filter_map(named).collect();
    let namesakes = Namesakes::among(groups.iter().map(|(id, name)| (id, name.as_str())), NAME_MAX);
    let line = |row: &AuditRecord| {
        let what = &row.entry.what;
        let operation = action_of(i18n, row);
        let case = match (&what.group, &what.group_name) {
            (Some(group), name) => {
                let shown = clamp(&name_or_id(name.as_deref(), group), NAME_MAX);
                let is_shared = name.as_deref().is_some_and(|name| namesakes.has(name));
                let shown = if is_shared { format!("{shown} · {}", code(group.as_str())) } else { shown };
                i18n.case_line_in(operation, shown, verdict(i18n, row))
            }
            (None, _) => i18n.case_line(operation, verdict(i18n, row)),
        };
        format!("**#{}** <t:{}:R> {} · {case}", row.case.0, row.begun.as_secs(), who(i18n, row.entry.user))
    };
    let lines: Vec<String> = page.rows.iter().map(line).collect();
    let leads_on = page.newer.is_some() || page.older.is_some();
    let text = match (lines.is_empty(), leads_on) {
        (true, false) => i18n.cases_none(),
        (true, true) => i18n.cases_none_near(LOOKED_THROUGH_MAX),
        (false, _) => lines.join("\n"),
    };
    let message = Message::from(Card::new(Tone::Shown, i18n.cases()).text(text).footer(i18n.cases_footer()));
    let at = |start| CustomId::Cases(CasesAt { start, filter: filter.clone() });
    // Discord requires distinct ids, also for disabled buttons.
    let (newer, older) = (page.newer.unwrap_or(AuditId(0)), page.older.unwrap_or(AuditId(0)));
    let buttons = [Start::Newest, Start::Above(newer), Start::Below(older), Start::Oldest].map(at);
    pages::with_turns(i18n, message, buttons, page.newer.is_some(), page.older.is_some())
}

/// Returns one case with all its recorded details.
pub(crate) fn case_shown(i18n: Language, row: &AuditRecord, in_full: bool) -> Message {
    let what = &row.entry.what;
    // Only the results of this operation name a rank.
    let to = if let Some(Operation::ChangeAdmins(change)) = &what.data { change.to } else { Rank::Admin };
    let numbers = NumberMask::of(in_full);
    let line = |(person, what): (&str, &str)| {
        // Retention masks people, and an erasure leaves only a note.
        let name = person.parse().map_or_else(|_| escape(person).replace(' ', "\u{a0}"), |one| numbers.name(&one));
        format!("{name}: {}", became(i18n, what, to))
    };
    let people: Vec<String> = row.people().into_iter().map(line).collect();
    let shown = clamp(&people.join("\n"), 1_000);
    let group = match (&what.group, &what.group_name) {
        (Some(group), name) => format!("{}\n{}", name_or_id(name.as_deref(), group), code(group.as_str())),
        (None, _) => String::new(),
    };
    let session = what.session.as_ref().map(|session| escape(session.as_str()));
    // The bot owner's changes on the command line have none.
    let channel = if row.entry.channel.0 == 0 { String::new() } else { format!("<#{}>", row.entry.channel) };
    let footer = match row.verdict {
        Some(AuditStatus::Failed | AuditStatus::Unknown) | None => {
            i18n.footer_reference(crate::discord::interaction::reference(row.entry.interaction))
        }
        Some(AuditStatus::Done | AuditStatus::Refused) => String::new(),
    };
    Card::new(Tone::Shown, i18n.footer_case(row.case.0.to_string()))
        .text(told(i18n, row))
        .fact(i18n.field_when(), format!("<t:{}:f>", row.begun.as_secs()))
        .fact(i18n.field_result(), verdict(i18n, row))
        .fact(i18n.field_operation(), action_of(i18n, row))
        .fact(i18n.field_channel(), channel)
        .fact(i18n.field_session(), session.unwrap_or_default())
        .fact(i18n.field_tries(), if row.tries > 1 { row.tries.to_string() } else { String::new() })
        .field(i18n.field_group(), group)
        .field(i18n.field_people(), shown)
        .footer(footer)
        .into()
}

pub(crate) fn exported(i18n: Language, export: Export) -> Message {
    let cut = if export.missing > 0 { i18n.journal_cut(export.missing) } else { String::new() };
    let card = Card::new(Tone::Shown, i18n.journal()).text(format!("{} {cut}", i18n.journal_exported(export.rows)));
    let is_one = export.files.len() == 1;
    let name =
        |number: usize| if is_one { "usher-journal.csv".to_owned() } else { format!("usher-journal-{number}.csv") };
    let files = (1..).map(name).zip(export.files);
    files.fold(card, |card, (name, bytes)| card.file(File::csv(name, bytes))).into()
}
