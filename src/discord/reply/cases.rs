//! Texts about the audit log: a line for the log channel, pages of `/wa-audit recent`, and one case in full.

use super::announcements::{audit_line, user, who};
use super::card::{Card, File, Message, Tone};
use super::case_sentence::{CaseReader, action_of, asked_name, reason, told, verdict};
use super::namesakes::Namesakes;
use super::outcomes::{code, name_or_id};
use super::pages;
use super::people::became;
use super::text::{NumberMask, clamp, escape, masked, quote, relative};
use crate::access::UserId;
use crate::discord::components::{CasesAt, CustomId};
use crate::error::UserError;
use crate::language::Language;
use crate::operations::Rank;
use crate::services::{CaseFilter, CasePage, Done, Export, LOOKED_THROUGH_MAX};
use crate::store::{AuditId, AuditRecord, AuditResult, AuditStatus, ReasonChanged, Start};

/// Maximum characters of a group's name in a line.
const NAME_MAX: usize = 60;
/// Maximum characters of what a line says, and of a text that a person wrote in it.
const SENTENCE_MAX: usize = 220;
const QUOTE_MAX: usize = 80;

/// Returns a line for the log channel: who did what, or was refused. Phone numbers are masked, and there are no links.
pub(crate) fn case_line(i18n: Language, row: &AuditRecord) -> Message {
    let what = &row.entry.what;
    let title = match (&what.group, &what.group_name) {
        (Some(group), name) => name_or_id(name.as_deref(), group),
        (None, Some(name)) => escape(name),
        (None, None) => String::new(),
    };
    let tone = match row.result() {
        AuditResult::Done => Tone::Done,
        AuditResult::Refused | AuditResult::Failed => Tone::Failed,
        AuditResult::NoChange | AuditResult::NotConfirmed | AuditResult::Open => Tone::Attention,
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

/// Returns a page of cases.
pub(crate) fn cases(i18n: Language, page: &CasePage, filter: &CaseFilter) -> Message {
    let named = |row: &'_ AuditRecord| Some((row.entry.what.group.clone()?, row.entry.what.group_name.clone()?));
    let groups: Vec<_> = page.rows.iter().filter_map(named).collect();
    let namesakes = Namesakes::among(groups.iter().map(|(id, name)| (id, name.as_str())), NAME_MAX);
    let line = |row: &AuditRecord| {
        let what = &row.entry.what;
        let group = match (&what.group, &what.group_name) {
            (Some(group), name) => {
                let shown = clamp(&name_or_id(name.as_deref(), group), NAME_MAX);
                let is_shared = name.as_deref().is_some_and(|name| namesakes.has(name));
                if is_shared {
                    format!("**{shown}** · {} · ", code(group.as_str()))
                } else {
                    format!("**{shown}** · ")
                }
            }
            (None, Some(typed)) => format!("**{}** · ", clamp(&escape(typed), NAME_MAX)),
            (None, None) => String::new(),
        };
        let sentence = CaseReader { i18n, names: &|user| who(i18n, user) }.sentence(row);
        let sentence = clamp(sentence.lines().next().unwrap_or_default(), SENTENCE_MAX);
        let texts = asked_name(i18n, row).into_iter().chain(reason(row).map(|reason| masked(&reason)));
        let texts = texts.map(|text| format!("\n> {}", clamp(&escape(&text), QUOTE_MAX))).collect::<Vec<_>>().concat();
        format!("**#{}** {} · {group}{sentence}{texts}", row.case.0, relative(row.begun))
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
    // Only the results of one operation name a rank.
    let to = row.rank().unwrap_or(Rank::Admin);
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
        (None, Some(typed)) => escape(typed),
        (None, None) => String::new(),
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

/// Returns the answer to a change of a reason.
pub(crate) fn reason_saved(i18n: Language, ReasonChanged { case, reason }: &ReasonChanged) -> Message {
    let text = format!("{}\n{}", i18n.reason_saved_text(case.0.to_string()), quote(reason));
    Card::new(Tone::Done, i18n.reason_saved()).text(text).into()
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
