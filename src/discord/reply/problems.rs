//! Why somebody did not get what they asked for, in words: what is missing and who can give it; what happened, whether
//! anything changed, and what to do next. Private, always.

use std::time::Duration;

use super::access::mention;
use super::card::{Card, Message, sorry};
use super::declined::{limited, of_access, of_request};
use super::outcomes::{code, name_or_id, status_reason};
use super::people::quoted;
use super::text::{clamp, escape};
use crate::access::Refusal;
use crate::error::Problem;
use crate::groups_api::{ApiError, Carried, Said};
use crate::operations::{BadMembers, Failure, GroupLine};

/// Bad entries and candidates listed; more are counted.
const LISTED_MAX: usize = 15;

/// `reference` finds the log lines of this interaction; it is shown where an operator may be asked.
pub(crate) fn problem(problem: &Problem, reference: &str) -> Message {
    problem_card(problem, reference).into()
}

/// The same in a line.
pub(super) fn one_line(problem: &Problem) -> String {
    problem_card(problem, "").into_text()
}

pub(super) fn problem_card(problem: &Problem, reference: &str) -> Card {
    match problem {
        Problem::NotInAServer => {
            sorry("Only in a server", "Usher works in a server's channels, not in direct messages.")
        }
        Problem::ServerNotConfigured => sorry(
            "Not set up here",
            "This server is not in Usher's configuration, so nobody can use it here. Whoever runs the bot can add it.",
        ),
        Problem::Refused(refusal) => refused(refusal),
        Problem::BadId(_)
        | Problem::BadText(_)
        | Problem::BadRight(_)
        | Problem::OptionMissing(_)
        | Problem::TooManyPeople { .. } => bad_input(problem),
        Problem::BadMembers(bad) => bad_members(bad),
        Problem::NoSuchSession { sessions } => {
            let sessions: Vec<String> = sessions.iter().map(|session| code(session)).collect();
            let text =
                format!("This server has no such session. It has: {}. Nothing was changed.", sessions.join(", "));
            sorry("No such session", text)
        }
        Problem::NoSuchGroup { name } => {
            let text = format!(
                "There is no group called {} that you may use for this. Pick one of the groups offered while you type, or see `/wa-group list`. Nothing was changed.",
                quoted(name)
            );
            sorry("No such group", text)
        }
        Problem::AmbiguousGroup { name, candidates } => ambiguous(name, candidates),
        Problem::ConfirmationGone => sorry(
            "No longer good",
            "This question was answered already, or it is more than 60 seconds old. Nothing was changed now. Use the command again if you still want it.",
        ),
        Problem::NotYours => sorry("Not yours", "Only the person who used the command can answer this."),
        Problem::WrongName => sorry(
            "That is another name",
            "What you typed is not the name of this group. Nothing was deleted. Use the command again to try once more.",
        ),
        Problem::Failed(failure) => failed(failure).footer(format!("Reference {reference}")),
        Problem::NoSuchCase => sorry(
            "No such case",
            "There is no case of that number that you may see. `/wa-audit recent` lists the latest.",
        ),
        Problem::Elsewhere
        | Problem::NotWritten
        | Problem::NotAcknowledged
        | Problem::CutShort
        | Problem::Busy
        | Problem::Stopping
        | Problem::UnknownCommand
        | Problem::Internal => of_usher(problem, reference),
        Problem::TooMuch(too_much) => limited(too_much),
        Problem::NoApprovalsChannel { .. }
        | Problem::DiscordSilent
        | Problem::TooManyRequests
        | Problem::NoSuchRequest
        | Problem::OwnRequest
        | Problem::BeingDecided
        | Problem::RequestDecided { .. } => of_request(problem),
        Problem::BeyondOwn { .. }
        | Problem::NothingToRevoke { .. }
        | Problem::FixedByFile
        | Problem::NotAdministrator
        | Problem::NotAMember
        | Problem::CannotWrite { .. } => of_access(problem),
    }
}

/// Why it is Usher itself that could not do it.
fn of_usher(problem: &Problem, reference: &str) -> Card {
    match problem {
        // Never shown: whoever has it answers.
        Problem::Elsewhere => sorry("Elsewhere", "Another copy of Usher answers this."),
        Problem::NotWritten => sorry(
            "Cannot be written down",
            "Usher writes down what it does, and cannot at the moment. So nothing was done. Try again in a minute.",
        )
        .footer(format!("Reference {reference}")),
        Problem::NotAcknowledged => sorry(
            "Too late",
            "Discord did not take Usher's first answer in time. Nothing was changed. Use the command again if you still want it.",
        ),
        Problem::CutShort => sorry(
            "Cut short",
            "Usher was interrupted before it began this. Nothing was changed. Use the command again if you still want it.",
        ),
        Problem::Busy => sorry("Too much at once", "Usher has too much to do at the moment. Nothing was changed. Try again in a minute."),
        Problem::Stopping => sorry("Restarting", "Usher is being restarted. Nothing was changed. Try again in a minute."),
        Problem::UnknownCommand => sorry(
            "Unknown command",
            "This command is not one of Usher's any more. Restart your Discord client to see the present ones. Nothing was changed.",
        ),
        _ => sorry(
            "A fault of Usher",
            "Something went wrong in Usher itself. Look at the group before you try again: it may have been changed. Whoever runs the bot finds the cause in its log by the reference below.",
        )
        .footer(format!("Reference {reference}")),
    }
}

fn refused(refusal: &Refusal) -> Card {
    let needs = code(refusal.needs.name());
    let have_it = match refusal.holders.as_slice() {
        [] => "No role has it here; the server's Administrators do.".to_owned(),
        [only] => format!("The role {} has it.", mention(*only)),
        several => {
            let roles: Vec<String> = several.iter().take(LISTED_MAX).map(|one| mention(*one)).collect();
            format!("The roles {} have it.", roles.join(", "))
        }
    };
    let why = match refusal {
        Refusal { needs_approval: true, .. } => {
            format!("This needs {needs}, which you may only ask for, and this command cannot be asked for.")
        }
        Refusal { elsewhere: true, .. } => format!("This needs {needs}, which you have for other groups or sessions."),
        Refusal { .. } => format!("This needs {needs}."),
    };
    sorry("You may not do this", format!("{why} {have_it} Nothing was changed."))
}

fn bad_input(problem: &Problem) -> Card {
    let what = match problem {
        Problem::BadId(invalid) => invalid.to_string(),
        Problem::BadText(bad) => bad.to_string(),
        Problem::TooManyPeople { given, max } => {
            format!(
                "a group is created with at most {max} people, and these are {given}; add the rest with `/wa-group members add`"
            )
        }
        other => other.to_string(),
    };
    let mut letters = what.chars();
    let sentence: String =
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    sorry("That does not work", format!("{sentence}. Nothing was sent."))
}

fn bad_members(bad: &BadMembers) -> Card {
    if bad.entries.is_empty() {
        return sorry("Nobody named", "Name at least one person, by phone number or id. Nothing was sent.");
    }
    let line =
        |entry: &crate::operations::BadEntry| format!("{}\\. {}: {}", entry.place, quoted(&entry.text), entry.why);
    let mut lines: Vec<String> = bad.entries.iter().take(LISTED_MAX).map(line).collect();
    if bad.entries.len() > LISTED_MAX {
        lines.push(format!("… and {} more.", bad.entries.len() - LISTED_MAX));
    }
    sorry("Some entries are no people", format!("{}\n\nNothing was sent.", lines.join("\n")))
}

fn ambiguous(name: &str, candidates: &[GroupLine]) -> Card {
    let line = |line: &GroupLine| {
        format!("{} · {}", clamp(&name_or_id(Some(&line.name), &line.id), 90), code(line.id.as_str()))
    };
    let mut lines: Vec<String> = candidates.iter().take(LISTED_MAX).map(line).collect();
    if candidates.len() > LISTED_MAX {
        lines.push(format!("… and {} more.", candidates.len() - LISTED_MAX));
    }
    let text = format!(
        "Several groups are called {}. Use the id of the one you mean:\n{}\n\nNothing was changed.",
        quoted(name),
        lines.join("\n")
    );
    sorry("Which group?", text)
}

fn failed(failure: &Failure) -> Card {
    if let Failure { cause: ApiError::Lost, carried: Carried::No } = failure {
        return sorry(
            "Not done",
            "The groups API did not say how it went, and a look at the group shows that it was not done. Nothing was changed. Try again.",
        );
    }
    let (title, what, next) = words(&failure.cause);
    let said = match &failure.cause {
        ApiError::BadRequest { said } | ApiError::Forbidden { said } | ApiError::Conflict { said } => said.as_ref(),
        _ => None,
    };
    let said = said.map(|said: &Said| format!("\nThe API says: “{}”", escape(said.as_str()))).unwrap_or_default();
    let changed = match failure.carried {
        Carried::No => "Nothing was changed.",
        Carried::Maybe => "It may have been done, or not: check by hand before you try again.",
    };
    sorry(&title, format!("{what}{said}\n{changed} {next}"))
}

/// A title, what happened, and what to do next.
fn words(cause: &ApiError) -> (String, String, String) {
    let (title, what, next) = match cause {
        ApiError::BadRequest { .. } => ("Refused by the API", "The groups API did not accept this.", ""),
        ApiError::Unauthorized => (
            "Usher's key is refused",
            "The groups API does not accept Usher's key.",
            "Whoever runs the bot must set a valid one; trying again does not help.",
        ),
        ApiError::Forbidden { .. } => (
            "The account may not do this",
            "WhatsApp or the groups API does not allow this to the account: most often it is no admin of the group.",
            "An admin of the group can make it one; some things only the group's creator may do.",
        ),
        ApiError::NotFound => (
            "Not there",
            "The groups API knows no such group or invite: it may have been deleted, left or revoked.",
            "`/wa-group list` shows the groups that are there.",
        ),
        ApiError::Conflict { .. } => ("Not possible now", "This does not fit the present state of the group.", ""),
        ApiError::RateLimited { retry_after } => {
            let next = format!("Try again {}.", after(*retry_after));
            return ("Too many requests".to_owned(), "The groups API asks for a pause.".to_owned(), next);
        }
        ApiError::Busy { retry_after } => {
            let next = format!("Try again {}.", after(Some(*retry_after)));
            return ("Busy".to_owned(), "Too many requests wait for this session.".to_owned(), next);
        }
        ApiError::Resting { retry_after } => {
            let next = format!("Try again {}.", after(Some(*retry_after)));
            let what = "The groups API failed several times in a row, so Usher leaves it alone for a moment.";
            return ("The API has trouble".to_owned(), what.to_owned(), next);
        }
        ApiError::NotConnected { reason, .. } => {
            let why = reason.as_deref().map_or_else(String::new, |reason| format!(": {}", status_reason(reason)));
            let what = format!("The session's account is not connected to WhatsApp{why}.");
            let next = "`/wa-session list` shows the accounts; whoever runs the account must connect it again.";
            return ("The account is not connected".to_owned(), what, next.to_owned());
        }
        ApiError::Unavailable => (
            "The API does not answer",
            "The groups API cannot be reached, or the session is not connected.",
            "`/wa-session list` shows the sessions; otherwise try again in a minute.",
        ),
        ApiError::Lost => ("The answer was lost", "The groups API got this and did not say how it went.", ""),
        ApiError::Garbled | ApiError::TooLarge => (
            "Not understood",
            "The groups API gave an answer that Usher cannot read.",
            "If it happens again, tell whoever runs the bot.",
        ),
    };
    (title.to_owned(), what.to_owned(), next.to_owned())
}

fn after(pause: Option<Duration>) -> String {
    match pause.map(|pause| pause.as_secs().max(1)) {
        None => "in a minute".to_owned(),
        Some(1) => "in 1 second".to_owned(),
        Some(seconds @ 2..=120) => format!("in {seconds} seconds"),
        Some(seconds) => format!("in {} minutes", seconds.div_ceil(60)),
    }
}
