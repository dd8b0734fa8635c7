//! Why somebody did not get what they asked for, in words: what is missing and who can give it; what happened, whether
//! anything changed, and what to do next. Private, always.

use std::time::Duration;

use super::access::mention;
use super::card::{Card, File, Message, sorry};
use super::declined::{capabilities, limited, of_access, of_files, of_request, presets};
use super::outcomes::{code, name_or_id, status_reason};
use super::pages::{self, Listed, page, place, with_pages};
use super::people::quoted;
use super::text::{block, clamp, escape};
use super::unsettled::{not_confirmed, with_check};
use crate::access::Refusal;
use crate::error::{Ambiguous, Problem};
use crate::groups_api::ids::InvalidId;
use crate::groups_api::{ApiError, Carried, Said};
use crate::language::Language;
use crate::operations::{BadEntry, BadMembers, BadText, DESCRIPTION_CHARS_MAX, Failure, GroupLine, URL_CHARS_MAX, Why};
use crate::table::csv;

/// Bad entries listed; more are counted.
const LISTED_MAX: usize = 15;
/// Characters of a text that comes back to its writer.
const WRITTEN_MAX: usize = 3_000;
/// Characters of an entry in a table of bad ones.
const ENTRY_MAX: usize = 200;

/// `reference` finds the log lines of this interaction; it is shown where an operator may be asked.
pub(crate) fn problem(say: Language, problem: &Problem, reference: &str) -> Message {
    with_choice(say, problem_card(say, problem, reference), problem)
}

/// The same, with what the person has written: it is not lost.
pub(crate) fn problem_with(say: Language, problem: &Problem, reference: &str, written: Option<&str>) -> Message {
    let card = problem_card(say, problem, reference);
    match written.filter(|text| !text.trim().is_empty()) {
        Some(text) => {
            // In a block it is copied as it was written.
            let text = block(&clamp(text, WRITTEN_MAX));
            let card = card.footnote(format!("\n**{}**\n{text}", say.field_your_text()));
            with_choice(say, card, problem)
        }
        None => with_choice(say, card, problem),
    }
}

/// With the buttons that go with the problem.
pub(super) fn with_choice(say: Language, card: Card, problem: &Problem) -> Message {
    match problem {
        Problem::AmbiguousGroup(Ambiguous { needs, name, groups, page }) => {
            let of = Listed::Namesakes { needs: *needs, name: name.clone() };
            with_pages(say, card.into(), &of, *page, groups.len())
        }
        Problem::NotConfirmed(not_confirmed) => with_check(say, card, not_confirmed),
        _ => card.into(),
    }
}

/// The same in a line.
pub(super) fn one_line(say: Language, problem: &Problem) -> String {
    problem_card(say, problem, "").into_text()
}

pub(super) fn problem_card(say: Language, problem: &Problem, reference: &str) -> Card {
    match problem {
        Problem::NotInAServer => sorry(say.only_in_server(), say.only_in_server_text()),
        Problem::ServerNotConfigured => sorry(say.not_set_up(), say.not_set_up_text()),
        Problem::Refused(refusal) => refused(say, refusal),
        Problem::BadId(_)
        | Problem::BadText(_)
        | Problem::NoSuchPreset { .. }
        | Problem::NoSuchCapability { .. }
        | Problem::OptionMissing(_)
        | Problem::TooManyPeople { .. } => {
            sorry(say.does_not_work(), format!("{} {}", bad_input(say, problem), say.nothing_sent()))
        }
        Problem::BadMembers(bad) => bad_members(say, bad),
        Problem::BadFile(_)
        | Problem::BadPicture(_)
        | Problem::NotDownloaded
        | Problem::TwoPictures
        | Problem::NoInvite
        | Problem::PageGone => of_files(say, problem),
        Problem::NoSuchSession { sessions } => {
            let sessions: Vec<String> = sessions.iter().map(|session| code(session)).collect();
            sorry(say.no_such_session(), say.no_such_session_text(sessions.join(", ")))
        }
        Problem::NoSuchGroup { name } => sorry(say.no_such_group(), say.no_such_group_text(quoted(name))),
        Problem::AmbiguousGroup(namesakes) => ambiguous(say, namesakes),
        Problem::ConfirmationGone => sorry(say.no_longer_good(), say.no_longer_good_text()),
        Problem::NotYours => sorry(say.not_yours(), say.not_yours_text()),
        // Asked again, with the name: see `ask_again`.
        Problem::WrongName => sorry(say.wrong_name(), say.nothing_changed()),
        Problem::Failed(failure) => failed(say, failure).footer(say.footer_reference(reference)),
        Problem::NotConfirmed(unconfirmed) => not_confirmed(say, unconfirmed),
        Problem::Unsettled { since } => {
            sorry(say.still_unsettled(), say.still_unsettled_text(format!("<t:{}:R>", since.as_secs())))
        }
        Problem::BeingChecked { until } => sorry(say.still_unsettled(), say.settling(format!("<t:{until}:T>"))),
        Problem::NoSuchCase => sorry(say.no_such_case(), say.no_such_case_text()),
        Problem::Elsewhere
        | Problem::NotWritten
        | Problem::NotAcknowledged
        | Problem::CutShort
        | Problem::Busy
        | Problem::Stopping
        | Problem::UnknownCommand { .. }
        | Problem::Unreadable
        | Problem::Internal => of_usher(say, problem, reference),
        Problem::TooMuch(too_much) => limited(say, too_much),
        Problem::NoApprovalsChannel { .. }
        | Problem::DiscordSilent
        | Problem::TooManyRequests
        | Problem::NoSuchRequest
        | Problem::OwnRequest
        | Problem::BeingDecided
        | Problem::NotAsShown
        | Problem::RequestDecided { .. } => of_request(say, problem),
        Problem::BeyondOwn { .. }
        | Problem::NothingToRevoke { .. }
        | Problem::NothingToGrant
        | Problem::NoEffectInGroup { .. }
        | Problem::SetAlready
        | Problem::FixedByFile
        | Problem::NotAdministrator
        | Problem::NotAMember
        | Problem::CannotWrite { .. } => of_access(say, problem),
    }
}

/// Why it is Usher itself that could not do it.
fn of_usher(say: Language, problem: &Problem, reference: &str) -> Card {
    match problem {
        // Never shown: whoever has it answers.
        Problem::Elsewhere => sorry(say.elsewhere(), say.elsewhere_text()),
        Problem::NotWritten => sorry(say.not_written(), say.not_written_text()).footer(say.footer_reference(reference)),
        Problem::NotAcknowledged => sorry(say.too_late(), say.too_late_text()),
        Problem::CutShort => sorry(say.cut_short(), say.cut_short_text()),
        Problem::Busy => sorry(say.too_much_at_once(), say.too_much_at_once_text()),
        Problem::Stopping => sorry(say.restarting(), say.restarting_text()),
        Problem::UnknownCommand { nearest: Some(command) } => {
            sorry(say.unknown_command(), say.unknown_command_now(code(&format!("/{command}"))))
        }
        Problem::Unreadable => sorry(say.unreadable(), say.unreadable_text()).footer(say.footer_reference(reference)),
        Problem::UnknownCommand { nearest: None } => sorry(say.unknown_command(), say.unknown_command_text()),
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

/// What is wrong, in a sentence.
fn bad_input(say: Language, problem: &Problem) -> String {
    match problem {
        Problem::BadId(invalid) => bad_id(say, *invalid),
        Problem::BadText(BadText::NameEmpty) => say.bad_name_empty(),
        Problem::BadText(BadText::NameTooLong { given, max }) => say.bad_name_long(*max, *given),
        Problem::BadText(BadText::DescriptionTooLong { given }) => {
            say.bad_description_long(DESCRIPTION_CHARS_MAX, *given)
        }
        Problem::BadText(BadText::PictureUrl) => say.bad_picture_url(),
        Problem::BadText(BadText::PictureUrlPrivate) => say.bad_picture_url_private(),
        Problem::BadText(BadText::PictureUrlTooLong { given }) => say.bad_picture_url_long(URL_CHARS_MAX, *given),
        Problem::TooManyPeople { given, max } => say.too_many_people(*max, *given),
        Problem::NoSuchPreset { name } => say.no_such_preset(quoted(name), presets()),
        Problem::NoSuchCapability { name } => say.no_such_capability(quoted(name), capabilities()),
        Problem::OptionMissing(names) => {
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
    let attached = say.bad_entries_attached(bad.entries.len());
    sorry(say.bad_entries(), format!("{lines}\n\n{attached} {}", say.nothing_sent()))
        .file(File::csv("problems.csv", all))
}

/// What is wrong with an entry, in a sentence.
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
    let line = |line: &GroupLine| {
        format!("{} · {}", clamp(&name_or_id(Some(&line.name), &line.id), 90), code(line.id.as_str()))
    };
    let page = page(groups, *number);
    let lines = pages::text(&page, line);
    let text = format!("{}\n{lines}\n\n{}", say.which_group_text(quoted(name)), say.nothing_changed());
    sorry(format!("{}{}", say.which_group(), place(say, &page)), text)
}

/// A line for each of the first, and how many more there are.
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
        ApiError::ServerError if failure.carried == Carried::No => {
            return sorry(say.api_error(), say.api_error_text());
        }
        _ => {}
    }
    let (title, what, next) = words(say, &failure.cause);
    let said = match &failure.cause {
        ApiError::BadRequest { said } | ApiError::Forbidden { said } | ApiError::Conflict { said } => said.as_ref(),
        _ => None,
    };
    let said = said.map(|said: &Said| format!("\n{}", say.api_says(escape(said.as_str())))).unwrap_or_default();
    let changed = match failure.carried {
        Carried::No => say.nothing_changed(),
        Carried::Maybe => say.perhaps_changed(),
    };
    sorry(title, format!("{what}{said}\n{changed} {next}"))
}

/// Why the groups API did not do it, in a few words.
pub(super) fn in_short(say: Language, cause: &ApiError) -> String {
    words(say, cause).0
}

/// A title, what happened, and what to do next.
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
            let why = reason.as_deref().map(|reason| say.api_not_connected_why(status_reason(say, reason)));
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
