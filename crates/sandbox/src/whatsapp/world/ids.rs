//! The identifiers of the contract, validated as strictly as it specifies.

use crate::whatsapp::refusal::{Cause, Refusal};

/// A person in a request.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum PersonJid {
    /// E.164 digits.
    Phone(String),
    Lid(String),
}

impl PersonJid {
    pub(super) fn parse(text: &str) -> Result<Self, Refusal> {
        let (user, server) = text.split_once('@').unwrap_or((text, ""));
        match server {
            "s.whatsapp.net" | "c.us" if is_number(user, 7..=15) && !user.starts_with('0') => {
                Ok(Self::Phone(user.to_owned()))
            }
            "lid" if is_number(user, 1..=20) => Ok(Self::Lid(user.to_owned())),
            _ => Err(Refusal::invalid("participants: expected <digits>@s.whatsapp.net or <digits>@lid")),
        }
    }
}

/// Checks a group id: `<digits>@g.us`, or `<digits>-<digits>@g.us`.
pub(super) fn check_group_id(text: &str) -> Result<(), Refusal> {
    let user = text.strip_suffix("@g.us").unwrap_or_default();
    let well_formed = match user.split_once('-') {
        Some((creator, stamp)) => is_number(creator, 1..=20) && is_number(stamp, 1..=20),
        None => is_number(user, 1..=25),
    };
    if well_formed { Ok(()) } else { Err(Refusal::invalid("groupId: expected <digits>@g.us")) }
}

/// Checks a session name: `^[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}$`.
pub(super) fn check_session_name(text: &str) -> Result<(), Refusal> {
    let starts_well = text.starts_with(|c: char| c.is_ascii_alphanumeric());
    let fits = text.len() <= 64 && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
    let refusal = || Refusal::invalid("session: not a session name").because(Cause::NoSession);
    if starts_well && fits { Ok(()) } else { Err(refusal()) }
}

/// Checks an invite code: letters, digits, `-` and `_`. Links are refused.
pub(super) fn check_code(text: &str) -> Result<(), Refusal> {
    let of_code = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let fits = (1..=64).contains(&text.len()) && text.chars().all(of_code);
    let refusal = || Refusal::invalid("code: expected the last segment of the invite link").because(Cause::NoInvite);
    if fits { Ok(()) } else { Err(refusal()) }
}

fn is_number(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}
