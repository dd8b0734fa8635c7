//! Texts of errors. Each says what is missing and who can grant it, or what happened, whether anything changed, and
//! what to do next. They are always private.

use std::time::Duration;

use groups_api::{ApiError, ApiMessage, Effect};
use whatsapp::InvalidId;

use super::access::mention;
use super::card::{Card, File, Message, sorry};
use super::operations::status_reason;
use super::outcomes::{code, name_or_id};
use super::pages::{self, page, place, with_pages};
use super::people::quoted;
use super::text::{block, clamp, escape};
use super::unsettled::{not_confirmed, with_check};
use super::user_errors::{capabilities, limited, of_access, of_files, of_request, presets};
use crate::access::Refusal;
use crate::discord::components::PageSource;
use crate::error::{Ambiguous, UserError};
use crate::language::Language;
use crate::operations::{
    BadEntry, BadMembers, BadText, DESCRIPTION_CHARS_MAX, Failure, GroupSummary, URL_CHARS_MAX, Why,
};
use crate::table::csv;

/// Maximum bad entries listed; the others are counted.
const LISTED_MAX: usize = 15;
/// Maximum characters of a text that is returned to its author.
const WRITTEN_MAX: usize = 3_000;
/// Maximum characters of an entry in a table of bad entries.
const ENTRY_MAX: usize = 200;

/// Returns the text of an error. `reference` finds the log lines of this interaction; it is shown where the user may
/// need to ask an operator.
pub(crate) fn problem(say: Language, problem: &UserError, reference: &str) -> Message {
    with_choice(say, problem_card(say, problem, reference), problem)
}

/// Returns the text of an error together with the user's own text, so that the text is not lost.
pub(crate) fn problem_with(say: Language, problem: &UserError, reference: &str, written: Option<&str>) -> Message {
    let card = problem_card(say, problem, reference);
    match written.filter(|text| !text.trim().is_empty()) {
        Some(text) => {
            // In a code block, the user copies the text exactly as written.
            let text = block(&clamp(text, WRITTEN_MAX));
            let card = card.footnote(format!("\n**{}**\n{text}", say.field_your_text()));
            with_choice(say, card, problem)
        }
        None => with_choice(say, card, problem),
    }
}

/// Adds the buttons that belong to the error.
pub(super) fn with_choice(say: Language, card: Card, problem: &UserError) -> Message {
    match problem {
        UserError::AmbiguousGroup(Ambiguous { needs, name, groups, page }) => {
            let of = PageSource::Namesakes { needs: *needs, name: name.clone() };
            with_pages(say, card.into(), &of, *page, groups.len())
        }
        UserError::NotConfirmed(not_confirmed) => with_check(say, card, not_confirmed),
        _ => card.into(),
    }
}

/// Returns the error in one line.
pub(super) fn one_line(say: Language, problem: &UserError) -> String {
    problem_card(say, problem, "").into_text()
}

pub(super) fn problem_card(say: Language, problem: &UserError, reference: &str) -> Card {
    match problem {
        UserError::NotInAServer => sorry(say.only_in_server(), say.only_in_server_text()),
        UserError::ServerNotConfigured => sorry(say.not_set_up(), say.not_set_up_text()),
        UserError::Refused(refusal) => refused(say, refusal),
        UserError::BadId(_)
        | UserError::BadText(_)
        | UserError::NoSuchPreset { .. }
        | UserError::NoSuchCapability { .. }
        | UserError::OptionMissing(_)
        | UserError::TooManyPeople { .. } => {
            sorry(say.does_not_work(), format!("{} {}", bad_input(say, problem), say.nothing_sent()))
        }
        UserError::BadMembers(bad) => bad_members(say, bad),
        UserError::BadFile(_)
        | UserError::BadPicture(_)
        | UserError::NotDownloaded
        | UserError::TwoPictures
        | UserError::NoInvite
        | UserError::PageGone => of_files(say, problem),
        UserError::NoSuchSession { sessions } => {
            let sessions: Vec<String> = sessions.iter().map(|session| code(session)).collect();
            sorry(say.no_such_session(), say.no_such_session_text(sessions.join(", ")))
        }
        UserError::NoSuchGroup { name } => sorry(say.no_such_group(), say.no_such_group_text(quoted(name))),
        UserError::AmbiguousGroup(namesakes) => ambiguous(say, namesakes),
        UserError::ConfirmationGone => sorry(say.no_longer_good(), say.no_longer_good_text()),
        UserError::NotYours => sorry(say.not_yours(), say.not_yours_text()),
        // The question follows again, with the name: see `ask_again`.
        UserError::WrongName => sorry(say.wrong_name(), say.nothing_changed()),
        UserError::Failed(failure) => failed(say, failure).footer(say.footer_reference(reference)),
        UserError::NotConfirmed(unconfirmed) => not_confirmed(say, unconfirmed),
        UserError::Unsettled { since } => {
            sorry(say.still_unsettled(), say.still_unsettled_text(format!("<t:{}:R>", since.as_secs())))
        }
        UserError::BeingChecked { until } => {
            sorry(say.still_unsettled(), say.settling(format!("<t:{}:T>", until.as_secs())))
        }
        UserError::NoSuchCase => sorry(say.no_such_case(), say.no_such_case_text()),
        UserError::Elsewhere
        | UserError::NotWritten
        | UserError::NotAcknowledged
        | UserError::CutShort
        | UserError::Busy
        | UserError::Stopping
        | UserError::UnknownCommand { .. }
        | UserError::Unreadable
        | UserError::Internal => of_usher(say, problem, reference),
        UserError::TooMuch(too_much) => limited(say, too_much),
        UserError::NoApprovalsChannel { .. }
        | UserError::DiscordSilent
        | UserError::TooManyRequests
        | UserError::NoSuchRequest
        | UserError::OwnRequest
        | UserError::BeingDecided
        | UserError::NotAsShown
        | UserError::RequestDecided { .. } => of_request(say, problem),
        UserError::BeyondOwn { .. }
        | UserError::NothingToRevoke { .. }
        | UserError::NothingToGrant
        | UserError::NoEffectInGroup { .. }
        | UserError::SetAlready
        | UserError::FixedByFile
        | UserError::NotAdministrator
        | UserError::NotAMember
        | UserError::CannotWrite { .. } => of_access(say, problem),
    }
}

/// Returns the text of an error inside Usher.
fn of_usher(say: Language, problem: &UserError, reference: &str) -> Card {
    match problem {
        // Never shown: another instance answers.
        UserError::Elsewhere => sorry(say.elsewhere(), say.elsewhere_text()),
        UserError::NotWritten => {
            sorry(say.not_written(), say.not_written_text()).footer(say.footer_reference(reference))
        }
        UserError::NotAcknowledged => sorry(say.too_late(), say.too_late_text()),
        UserError::CutShort => sorry(say.cut_short(), say.cut_short_text()),
        UserError::Busy => sorry(say.too_much_at_once(), say.too_much_at_once_text()),
        UserError::Stopping => sorry(say.restarting(), say.restarting_text()),
        UserError::UnknownCommand { nearest: Some(command) } => {
            sorry(say.unknown_command(), say.unknown_command_now(code(&format!("/{command}"))))
        }
        UserError::Unreadable => sorry(say.unreadable(), say.unreadable_text()).footer(say.footer_reference(reference)),
        UserError::UnknownCommand { nearest: None } => sorry(say.unknown_command(), say.unknown_command_text()),
        _ => sorry(say.fault(), say.fault_text()).footer(say.footer_reference(reference)),
    }
}

fn refused(say: Language, refusal: &Refusal) -> Card {
    let needs = code(refusal.needs.name());
    let have_it = match refusal.holders.as_slice() {
        [] => say.refused_nobody(),
        [only] => say.refused_one_role(mention(*only)),
        several => {
            let roles: Vec<String> = several.iter().take(LISTED_MAX).map(|one| mention(*one)).collect();
            say.refused_roles(roles.join(", "))
        }
    };
    let why = match refusal {
        Refusal { needs_approval: true, .. } => say.refused_only_asked(needs),
        Refusal { elsewhere: true, .. } => say.refused_elsewhere(needs),
        Refusal { .. } => say.refused_needs(needs),
    };
    sorry(say.refused(), format!("{why} {have_it} {}", say.nothing_changed()))
}

/// Returns a sentence about invalid input.
fn bad_input(say: Language, problem: &UserError) -> String {
    match problem {
        UserError::BadId(invalid) => bad_id(say, *invalid),
        UserError::BadText(BadText::NameEmpty) => say.bad_name_empty(),
        UserError::BadText(BadText::NameTooLong { given, max }) => say.bad_name_long(*max, *given),
        UserError::BadText(BadText::DescriptionTooLong { given }) => {
            say.bad_description_long(DESCRIPTION_CHARS_MAX, *given)
        }
        UserError::BadText(BadText::PictureUrl) => say.bad_picture_url(),
        UserError::BadText(BadText::PictureUrlPrivate) => say.bad_picture_url_private(),
        UserError::BadText(BadText::PictureUrlTooLong { given }) => say.bad_picture_url_long(URL_CHARS_MAX, *given),
        UserError::TooManyPeople { given, max } => say.too_many_people(*max, *given),
        UserError::NoSuchPreset { name } => say.no_such_preset(quoted(name), presets()),
        UserError::NoSuchCapability { name } => say.no_such_capability(quoted(name), capabilities()),
        UserError::OptionMissing(names) => {
            say.option_wanted(names.iter().map(|name| code(name)).collect::<Vec<_>>().join(", "))
        }
        _ => String::new(),
    }
}

fn bad_id(say: Language, invalid: InvalidId) -> String {
    match invalid {
        InvalidId::Session => say.bad_session(),
        InvalidId::Group => say.bad_group(),
        InvalidId::GroupForPerson => say.bad_group_for_person(),
        InvalidId::Person => say.bad_person(),
        InvalidId::Phone => say.bad_phone(),
        InvalidId::Invite => say.bad_invite(),
        InvalidId::SeveralInvites => say.bad_several_invites(),
    }
}

fn bad_members(say: Language, bad: &BadMembers) -> Card {
    if bad.entries.is_empty() {
        return sorry(say.nobody_named(), say.nobody_named_text());
    }
    let line = |entry: &BadEntry| {
        let place = entry.place.to_string();
        let place = if bad.in_file { say.file_line(place) } else { format!("{place}\\.") };
        format!("{place} {}: {}", quoted(&entry.text), why(say, &entry.why))
    };
    let lines = some_of(say, &bad.entries, line);
    if bad.entries.len() <= LISTED_MAX {
        return sorry(say.bad_entries(), format!("{lines}\n\n{}", say.nothing_sent()));
    }
    let row = |entry: &BadEntry| [entry.place.to_string(), clamp(&entry.text, ENTRY_MAX), why(say, &entry.why)];
    let columns = [say.column_line(), say.column_entry(), say.column_problem()];
    let all = csv(columns.each_ref().map(String::as_str), bad.entries.iter().map(row));
    let attachments = say.bad_entries_attached(bad.entries.len());
    sorry(say.bad_entries(), format!("{lines}\n\n{attachments} {}", say.nothing_sent()))
        .file(File::csv("problems.csv", all))
}

/// Returns a sentence about an invalid entry.
fn why(say: Language, why: &Why) -> String {
    match why {
        Why::Invalid(invalid) => bad_id(say, *invalid),
        Why::Ambiguous => say.bad_ambiguous(),
        Why::NoCountryCode => say.bad_national(),
        Why::TwoCountries => say.bad_two_countries(),
    }
}

fn ambiguous(say: Language, namesakes: &Ambiguous) -> Card {
    let Ambiguous { name, groups, page: number, .. } = namesakes;
    let line = |line: &GroupSummary| {
        format!("{} · {}", clamp(&name_or_id(Some(&line.name), &line.id), 90), code(line.id.as_str()))
    };
    let page = page(groups, *number);
    let lines = pages::text(&page, line);
    let text = format!("{}\n{lines}\n\n{}", say.which_group_text(quoted(name)), say.nothing_changed());
    sorry(format!("{}{}", say.which_group(), place(say, &page)), text)
}

/// Returns a line for each of the first items, and the number of the others.
fn some_of<T>(say: Language, all: &[T], line: impl Fn(&T) -> String) -> String {
    let mut lines: Vec<String> = all.iter().take(LISTED_MAX).map(line).collect();
    if all.len() > LISTED_MAX {
        lines.push(say.list_goes_on(all.len() - LISTED_MAX));
    }
    lines.join("\n")
}

fn failed(say: Language, failure: &Failure) -> Card {
    match failure.cause {
        ApiError::NotSent => return sorry(say.not_done(), say.not_sent_text()),
        ApiError::ServerError if failure.carried == Effect::No => {
            return sorry(say.api_error(), say.api_error_text());
        }
        _ => {}
    }
    let (title, what, next) = words(say, &failure.cause);
    let said = match &failure.cause {
        ApiError::BadRequest { said } | ApiError::Forbidden { said } | ApiError::Conflict { said } => said.as_ref(),
        _ => None,
    };
    let said = said.map(|said: &ApiMessage| format!("\n{}", say.api_says(escape(said.as_str())))).unwrap_or_default();
    let changed = match failure.carried {
        Effect::No => say.nothing_changed(),
        Effect::Maybe => say.perhaps_changed(),
    };
    sorry(title, format!("{what}{said}\n{changed} {next}"))
}

/// Returns in a few words why the groups API failed.
pub(super) fn in_short(say: Language, cause: &ApiError) -> String {
    words(say, cause).0
}

/// Returns a title, what happened, and what to do next.
fn words(say: Language, cause: &ApiError) -> (String, String, String) {
    let again = |pause: Option<Duration>| say.try_again_after(after(say, pause));
    match cause {
        ApiError::BadRequest { .. } => (say.api_refused(), say.api_refused_text(), String::new()),
        ApiError::Unauthorized => (say.api_key(), say.api_key_text(), say.api_key_next()),
        ApiError::Forbidden { .. } => (say.api_forbidden(), say.api_forbidden_text(), say.api_forbidden_next()),
        ApiError::NotFound => (say.api_not_there(), say.api_not_there_text(), say.api_not_there_next()),
        ApiError::Conflict { .. } => (say.api_conflict(), say.api_conflict_text(), String::new()),
        ApiError::RateLimited { retry_after } => (say.api_pause(), say.api_pause_text(), again(*retry_after)),
        ApiError::Busy { retry_after } => (say.api_busy(), say.api_busy_text(), again(Some(*retry_after))),
        ApiError::Resting { retry_after } => (say.api_trouble(), say.api_trouble_text(), again(Some(*retry_after))),
        ApiError::AccountResting { session, retry_after } => {
            let text = say.account_trouble_text(escape(session.as_str()));
            (say.account_trouble(), text, again(Some(*retry_after)))
        }
        ApiError::NotConnected { reason, .. } => {
            let why = reason.as_ref().map(|reason| say.api_not_connected_why(status_reason(say, reason)));
            let what = why.unwrap_or_else(|| say.api_not_connected_text());
            (say.api_not_connected(), what, say.api_not_connected_next())
        }
        ApiError::Unavailable => (say.api_silent(), say.api_silent_text(), say.api_silent_next()),
        ApiError::Lost => (say.api_lost(), say.api_lost_text(), String::new()),
        ApiError::ServerError => (say.api_error(), say.api_error_text(), String::new()),
        ApiError::NotSent => (say.not_done(), say.not_sent_text(), String::new()),
        ApiError::Garbled | ApiError::TooLarge => (say.api_garbled(), say.api_garbled_text(), say.api_garbled_next()),
    }
}

fn after(say: Language, pause: Option<Duration>) -> String {
    match pause.map(|pause| pause.as_secs().max(1)) {
        None => say.after_a_minute(),
        Some(seconds @ ..=120) => say.after_seconds(seconds),
        Some(seconds) => say.after_minutes(seconds.div_ceil(60)),
    }
}
