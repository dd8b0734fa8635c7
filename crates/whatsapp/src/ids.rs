//! Identifiers of WhatsApp. Each is created only by parsing, so that a raw string never reaches a provider's client. A
//! value of these types can be inserted into a path or a body unchanged.
//!
//! `Display` is the API's form. `Debug` hides phone numbers and invite codes: the first are personal data, the second
//! are capabilities, and `Debug` ends up in logs.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::invite_links;

/// Fewest digits of an international number: with the country code, Niue's numbers have seven.
const PHONE_DIGITS_MIN: usize = 7;
/// Most digits of an international number (E.164).
const PHONE_DIGITS_MAX: usize = 15;
/// No known identifier is longer; a longer text is rejected before it is parsed.
const JID_CHARS_MAX: usize = 64;

/// A reason why a text is not a valid identifier. The texts are written for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidId {
    #[error("a session's name has 1 to 64 letters, digits, dots, dashes or underscores")]
    Session,
    #[error("a group's id has the form 120363012345678901@g.us")]
    Group,
    #[error("this is a group's id, not a person's")]
    GroupForPerson,
    #[error("a person is a phone number with its country code, such as +55 11 99999-9999, or an id ending in @lid")]
    Person,
    #[error("a phone number has 7 to 15 digits, its country code first")]
    Phone,
    #[error("an invite is a link such as https://chat.whatsapp.com/… or the code at its end")]
    Invite,
    #[error("several different invite links")]
    SeveralInvites,
}

/// Defines a newtype over `String` that is serialised as its text and deserialised by parsing.
macro_rules! text_id {
    ($name:ident) => {
        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl TryFrom<String> for $name {
            type Error = InvalidId;
            fn try_from(text: String) -> Result<Self, InvalidId> {
                text.parse()
            }
        }
        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    };
}

/// A session: one WhatsApp account at the groups API. `^[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}$`
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SessionName(String);
text_id!(SessionName);

impl FromStr for SessionName {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let starts_well = text.starts_with(|c: char| c.is_ascii_alphanumeric());
        let fits = text.len() <= 64 && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
        if starts_well && fits { Ok(Self(text.to_owned())) } else { Err(InvalidId::Session) }
    }
}

/// A group's JID: `<digits>@g.us`, or `<digits>-<digits>@g.us` for older groups.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct GroupId(String);
text_id!(GroupId);

impl FromStr for GroupId {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let user = text.strip_suffix("@g.us").ok_or(InvalidId::Group)?;
        let well_formed = match user.split_once('-') {
            Some((creator, stamp)) => is_digits(creator) && is_digits(stamp),
            None => is_digits(user),
        };
        if well_formed && text.len() <= JID_CHARS_MAX { Ok(Self(text.to_owned())) } else { Err(InvalidId::Group) }
    }
}

/// A phone number: the E.164 digits, without the `+`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Returns the digits, country code first, without `+`.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// Returns `+55 ••••• 9999`, the form for public places: the country code and the last four digits, with no-break
    /// spaces.
    pub fn masked(&self) -> String {
        let country: String = self.0.chars().take(country_code_length(&self.0)).collect();
        format!("+{country}\u{a0}•••••\u{a0}{}", last_four(&self.0))
    }
}

/// Returns how many of the digits are the country code (ITU E.164: 1 and 7 have one digit, these zones have two, all
/// others three).
fn country_code_length(digits: &str) -> usize {
    const TWO_DIGITS: [&str; 44] = [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
        "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
        "86", "90", "91", "92", "93", "94", "95", "98",
    ];
    if digits.starts_with(['1', '7']) {
        1
    } else if TWO_DIGITS.iter().any(|code| digits.starts_with(code)) {
        2
    } else {
        3
    }
}

fn last_four(digits: &str) -> String {
    digits.chars().skip(digits.chars().count().saturating_sub(4)).collect()
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PhoneNumber(…)")
    }
}

/// `Display` writes `+5511999999999`, the API's form of a participant.
impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "+{}", self.0)
    }
}

impl From<PhoneNumber> for String {
    fn from(number: PhoneNumber) -> Self {
        number.to_string()
    }
}

impl TryFrom<String> for PhoneNumber {
    type Error = InvalidId;

    fn try_from(text: String) -> Result<Self, InvalidId> {
        text.parse()
    }
}

impl FromStr for PhoneNumber {
    type Err = InvalidId;

    /// Parses an international number in any notation: `+55 (11) 99999-9999`, `0055…`, `5511999999999`.
    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let text = text.trim();
        let international = text.strip_prefix('+').or_else(|| text.strip_prefix("00")).unwrap_or(text);
        let mut digits = String::with_capacity(PHONE_DIGITS_MAX);
        for c in international.chars() {
            match c {
                '0'..='9' if digits.len() < PHONE_DIGITS_MAX => digits.push(c),
                // Separators that people type between digits, including the no-break spaces of copied numbers.
                ' ' | '\u{a0}' | '\u{202f}' | '-' | '\u{2010}' | '\u{2011}' | '.' | '(' | ')' | '/' => {}
                _ => return Err(InvalidId::Phone),
            }
        }
        // No country code starts with 0.
        if digits.len() < PHONE_DIGITS_MIN || digits.starts_with('0') {
            return Err(InvalidId::Phone);
        }
        Ok(Self(digits))
    }
}

/// A LID, WhatsApp's privacy id of a person: its digits, without `@lid`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Lid(String);

impl Lid {
    /// Returns the digits, without `@lid`.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// A LID reveals little, but it belongs to a person: only its last four digits are shown.
    pub fn masked(&self) -> String {
        format!("member\u{a0}•••••\u{a0}{}", last_four(&self.0))
    }
}

impl fmt::Display for Lid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@lid", self.0)
    }
}

impl From<Lid> for String {
    fn from(lid: Lid) -> Self {
        lid.to_string()
    }
}

impl TryFrom<String> for Lid {
    type Error = InvalidId;

    fn try_from(text: String) -> Result<Self, InvalidId> {
        text.parse()
    }
}

impl FromStr for Lid {
    type Err = InvalidId;

    /// Parses `123@lid`, and `123:4@lid` (the same person's fourth device).
    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let user = text.strip_suffix("@lid").ok_or(InvalidId::Person)?;
        let user = user.split_once(':').map_or(user, |(person, _device)| person);
        if is_digits(user) && text.len() <= JID_CHARS_MAX { Ok(Self(user.to_owned())) } else { Err(InvalidId::Person) }
    }
}

/// A person, as a request names a participant.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Person {
    Phone(PhoneNumber),
    Lid(Lid),
}

/// `Display` writes the JID: `5511999999999@s.whatsapp.net` or `123@lid`.
impl Person {
    /// Returns the digits of the id, whatever its kind.
    pub fn digits(&self) -> &str {
        match self {
            Self::Phone(number) => number.digits(),
            Self::Lid(lid) => lid.digits(),
        }
    }

    /// Returns the masked form of the person, for public places.
    pub fn masked(&self) -> String {
        match self {
            Self::Phone(number) => number.masked(),
            Self::Lid(lid) => lid.masked(),
        }
    }
}

impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Phone(number) => write!(f, "{}@s.whatsapp.net", number.digits()),
            Self::Lid(lid) => lid.fmt(f),
        }
    }
}

impl From<Person> for String {
    fn from(person: Person) -> Self {
        person.to_string()
    }
}

impl TryFrom<String> for Person {
    type Error = InvalidId;

    fn try_from(text: String) -> Result<Self, InvalidId> {
        text.parse()
    }
}

impl FromStr for Person {
    type Err = InvalidId;

    /// Parses a phone number, or a JID ending in `@s.whatsapp.net`, `@c.us` (the same person in older tools) or `@lid`.
    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let text = text.trim();
        let Some((user, server)) = text.split_once('@') else {
            return text.parse().map(Self::Phone);
        };
        match server {
            "s.whatsapp.net" | "c.us" => {
                let user = user.split_once(':').map_or(user, |(person, _device)| person);
                if is_digits(user) { user.parse().map(Self::Phone) } else { Err(InvalidId::Person) }
            }
            "lid" => text.parse().map(Self::Lid),
            "g.us" => Err(InvalidId::GroupForPerson),
            _ => Err(InvalidId::Person),
        }
    }
}

/// An invite code: opaque letters, digits, `-` and `_`. A person with the code can join the group.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct InviteCode(String);
text_id!(InviteCode);

impl InviteCode {
    /// Returns `https://chat.whatsapp.com/<code>`.
    pub fn link(&self) -> String {
        format!("https://chat.whatsapp.com/{}", self.0)
    }
}

impl fmt::Debug for InviteCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InviteCode(…)")
    }
}

impl FromStr for InviteCode {
    type Err = InvalidId;

    /// Parses a bare code, or only a link, in any known form (groups API, "Invite code").
    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let text = text.trim();
        if invite_links::is_code(text) {
            return Ok(Self(text.to_owned()));
        }
        if text.contains(char::is_whitespace) {
            return Err(InvalidId::Invite);
        }
        Self::only(invite_links::codes(text))
    }
}

impl InviteCode {
    /// Parses a user's input: a code, or one link in any text around it.
    pub fn typed(text: &str) -> Result<Self, InvalidId> {
        match invite_links::bare_code(text) {
            Some(code) => Ok(Self(code)),
            None => Self::only(invite_links::codes(text)),
        }
    }

    /// Returns the codes of the invite links in a text in order, without duplicates.
    pub fn all_in_text(text: &str) -> Vec<Self> {
        invite_links::codes(text).into_iter().map(Self).collect()
    }

    /// Replaces the codes of the invite links in a text by `mask`, which must have no character of a code.
    pub fn hide_all(text: &str, mask: &str) -> String {
        invite_links::hide_codes(text, mask)
    }

    fn only(mut codes: Vec<String>) -> Result<Self, InvalidId> {
        match codes.len() {
            0 => Err(InvalidId::Invite),
            1 => codes.pop().map(Self).ok_or(InvalidId::Invite),
            _ => Err(InvalidId::SeveralInvites),
        }
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
