//! Why somebody did not get what they asked for, where it is about limits, approvals or rights.

use std::time::Duration;

use super::card::{Card, sorry};
use super::outcomes::code;
use crate::error::Problem;
use crate::store::{State, TooMuch};

/// When it is free again.
pub(super) fn limited(too_much: &TooMuch) -> Card {
    // The next whole second.
    let at = |time: &Duration, style| format!("<t:{0}:{style}> (<t:{0}:R>)", time.as_secs() + 1);
    match too_much {
        TooMuch::InAMinute { free_at } => sorry(
            "Too fast",
            format!(
                "You have changed a lot in the last minute. Nothing was changed now. You can go on at {}.",
                at(free_at, 'T')
            ),
        ),
        TooMuch::InADay { left, budget, free_at } => {
            let when = free_at.as_ref().map_or_else(
                || {
                    format!(
                        "So many cannot be added in one day at all: the limit is {budget}. Send them the invite link."
                    )
                },
                |free_at| {
                    format!("All of these can be added from {}; sending the invite link works now.", at(free_at, 'f'))
                },
            );
            let text = format!(
                "WhatsApp bans accounts that add many strangers, so this account adds at most {budget} people in 24 \
                 hours. It may add {left} now. Nobody was added. {when}"
            );
            sorry("Enough for today", text)
        }
    }
}

/// Why a request cannot be made or decided.
pub(super) fn of_request(problem: &Problem) -> Card {
    match problem {
        Problem::NoApprovalsChannel { needs } => sorry(
            "Nowhere to ask",
            format!(
                "You may use {} only if somebody approves, and this server has no channel for approvals. An Administrator \
                 can set one with `/wa-setup`. Nothing was changed.",
                code(needs.name())
            ),
        ),
        Problem::TooManyRequests => sorry(
            "Too many requests",
            format!(
                "You have {} open requests, and may not have more. Wait until one is decided, or take one back with \
                 `/wa-request cancel`. Nothing was changed.",
                crate::desk::OPEN_MAX
            ),
        ),
        Problem::DiscordSilent => sorry(
            "Discord does not answer",
            "Usher asked Discord something, and it did not answer. Nothing was changed. Try again in a minute.",
        ),
        Problem::OwnRequest => sorry("Your own request", "Somebody else must decide it; nobody approves their own."),
        Problem::BeingDecided => {
            sorry("Just now", "Somebody else has pressed a moment ago; the request will show how it ends.")
        }
        Problem::RequestDecided { state, by } => {
            let by = by.map_or_else(String::new, |by| format!(" by <@{by}>"));
            let how = match state {
                State::Open => "ran out of time".to_owned(),
                State::Void => "is no longer possible: who asked may not even ask for it any more".to_owned(),
                state => format!("was {}{by}", state.name()),
            };
            sorry("Decided already", format!("This request {how}. Nothing was changed now."))
        }
        _ => sorry(
            "No such request",
            "There is no open request of yours with that number. `/wa-request list` shows them.",
        ),
    }
}

/// Why rights or settings cannot be changed.
pub(super) fn of_access(problem: &Problem) -> Card {
    match problem {
        Problem::BeyondOwn { capabilities } => {
            let names: Vec<String> = capabilities.iter().map(|one| code(one.name())).collect();
            sorry(
                "More than you hold",
                format!(
                    "Nobody gives rights that they do not hold themselves, there where they give them. You do not hold: \
                     {}. Nothing was changed.",
                    names.join(", ")
                ),
            )
        }
        Problem::NothingToRevoke { in_file: true } => sorry(
            "Fixed",
            "That comes from the configuration file: whoever runs the bot can take it away, and nobody here. Nothing was changed.",
        ),
        Problem::NothingToRevoke { in_file: false } => sorry(
            "Nothing to revoke",
            "That role was given nothing of the kind here. `/wa-access show` lists the grants. Nothing was changed.",
        ),
        Problem::FixedByFile => sorry("Fixed", "The configuration file sets this. Whoever runs the bot can change it."),
        Problem::NotAdministrator => sorry(
            "For Administrators",
            "Only people with Discord's Administrator permission set a server up. Nothing was changed.",
        ),
        Problem::NotAMember => sorry("Not in this server", "That person is not a member of this server."),
        Problem::CannotWrite { channel } => sorry(
            "No way to write there",
            format!(
                "Usher cannot write to <#{channel}>. Give it View Channel, Send Messages and Embed Links there, and choose it \
                 again. Nothing was changed."
            ),
        ),
        other => sorry("That does not work", other.to_string()),
    }
}
