//! Takes ids, mentions and links out of a text, so that their digits are not read as phone numbers.

use percent_encoding::percent_decode_str;

use super::UnclearReason;
use super::number::read_number;
use super::shape::{self, Decimal, decimal};
use crate::{InvalidId, Person};

/// Stands in a text where something was taken out.
pub(super) const GAP: char = '\u{1}';
/// Stands in a text where a person was taken out.
pub(super) const PERSON: char = '\u{2}';

/// Longest mention or custom emoji of Discord.
const MENTION_BYTES_MAX: usize = 100;

/// What was taken out.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token {
    Person(Person),
    Other(UnclearReason, String),
}

/// Returns the text without its ids, mentions and links, and these. A link to a phone number leaves the number in the
/// text if it is not whole.
pub(super) fn without_tokens(text: &str) -> (String, Vec<Token>) {
    let mut tokens = Vec::new();
    let mut rest = String::with_capacity(text.len());
    let text = without_mentions(text, &mut tokens);
    let has_word = text.contains(['e', 'E', 'h']) && text.contains(|c: char| c.is_ascii_digit());
    if !has_word && !text.contains(['@', '/', ':', '=', '%', ',']) {
        return (text, tokens);
    }
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            rest.push(' ');
        }
        rest.push_str(&without_token(word, &mut tokens));
    }
    (rest, tokens)
}

/// Takes out what Discord writes in angle brackets. Other brackets become spaces: `Ana <+55…>`.
fn without_mentions(text: &str, tokens: &mut Vec<Token>) -> String {
    if !text.contains('<') {
        return text.replace('>', " ");
    }
    let mut rest = String::with_capacity(text.len());
    let mut left = text;
    while let Some((before, after)) = left.split_once('<') {
        rest.push_str(before);
        let inside = after.split_once('>').filter(|(inside, _)| inside.len() <= MENTION_BYTES_MAX);
        let is_of_discord = |inside: &str| {
            inside.starts_with(['@', '#', ':', '/']) || inside.starts_with("a:") || inside.starts_with("t:")
        };
        match inside {
            Some((inside, after)) if is_of_discord(inside) => {
                if inside.starts_with('@') {
                    tokens.push(Token::Other(UnclearReason::DiscordMention, format!("<{inside}>")));
                }
                rest.push(GAP);
                left = after;
            }
            _ => {
                rest.push(' ');
                left = after;
            }
        }
    }
    rest.push_str(left);
    rest.replace('>', " ")
}

/// Takes an id or a link out of a word.
fn without_token(word: &str, tokens: &mut Vec<Token>) -> String {
    let inner =
        word.trim_matches(['(', ')', '[', ']', '"', '\'', '*', '`', '|']).trim_end_matches(['.', '!', '?', ':']);
    match decimal(inner) {
        Some(Decimal::Scientific) => {
            tokens.push(Token::Other(UnclearReason::Scientific, inner.to_owned()));
            return GAP.to_string();
        }
        Some(Decimal::Whole(whole)) => return whole.to_owned(),
        Some(Decimal::Fraction) | None => {}
    }
    if shape::is_time(inner) {
        tokens.push(Token::Other(UnclearReason::Date, inner.to_owned()));
        return GAP.to_string();
    }
    let lower = inner.to_ascii_lowercase();
    for scheme in ["tel:", "sms:", "callto:", "phone:"] {
        if let Some((_, number)) = lower.split_once(scheme)
            && number.starts_with(|c: char| matches!(c, '+' | '(' | '%') || c.is_ascii_digit())
        {
            let number = number.split(['?', ';']).next().unwrap_or_default();
            let before = word.get(..word.len() - word.trim_start_matches(|c: char| c != ':').len()).unwrap_or_default();
            let label = before.get(..before.len().saturating_sub(scheme.len() - 1)).unwrap_or_default();
            return format!("{label} {}", super::chars::plain(&percent_decode_str(number).decode_utf8_lossy()));
        }
    }
    if let Some(text) = link(inner, &lower, tokens) {
        return text;
    }
    match inner.split_once('@') {
        // How WhatsApp copies a mention: @5511999999999
        Some(("", _)) => word.replace('@', " "),
        Some((user, server)) => jid(user, server, tokens),
        None => word.to_owned(),
    }
}

/// Reads `5511999999999@s.whatsapp.net`, also behind `jid=` or `Ana:`. Anything else with `@` is an address.
fn jid(user: &str, server: &str, tokens: &mut Vec<Token>) -> String {
    let user_start = user.trim_end_matches(|c: char| c.is_ascii_digit() || c == ':').len();
    let (label, user) = user.split_at_checked(user_start).unwrap_or(("", user));
    let (colon, user) = user.split_at_checked(user.len() - user.trim_start_matches(':').len()).unwrap_or(("", user));
    let server = server.to_ascii_lowercase();
    let server = server.split(['/', '?', '&', '"', '\'']).next().unwrap_or_default();
    let text = format!("{user}@{server}");
    let found = match (server, text.parse::<Person>()) {
        ("s.whatsapp.net" | "c.us" | "lid", Ok(Person::Phone(number))) => {
            match read_number(&number.to_string(), None) {
                Ok(_) => Token::Person(Person::Phone(number)),
                Err(reason) => Token::Other(reason, text),
            }
        }
        ("s.whatsapp.net" | "c.us" | "lid", Ok(person)) => Token::Person(person),
        ("s.whatsapp.net" | "c.us" | "lid", Err(_)) => Token::Other(UnclearReason::OtherId, text),
        ("g.us", _) | (_, Err(InvalidId::GroupForPerson)) => Token::Other(UnclearReason::GroupId, text),
        ("newsletter" | "broadcast" | "call" | "bot" | "hosted", _) => Token::Other(UnclearReason::OtherId, text),
        _ => return GAP.to_string(),
    };
    let gap = if matches!(found, Token::Person(_)) { PERSON } else { GAP };
    tokens.push(found);
    format!("{label}{colon}{gap}")
}

/// Takes a link out. Returns `None` if the word is none.
fn link(word: &str, lower: &str, tokens: &mut Vec<Token>) -> Option<String> {
    let is_whatsapp = ["wa.me/", "whatsapp.com/", "whatsapp:"].iter().any(|host| lower.contains(host));
    if !is_whatsapp && !lower.contains("://") && !lower.starts_with("www.") {
        return None;
    }
    let number = if !is_whatsapp {
        None
    } else if let Some((_, query)) = lower.split_once("phone=") {
        query.split(['&', '#']).next()
    } else {
        lower.split_once("wa.me/").and_then(|(_, path)| path.split(['/', '?', '#']).next())
    };
    let number = number.map(|number| percent_decode_str(number).decode_utf8_lossy().into_owned());
    let number = number
        .map(|number| super::chars::plain(&number))
        .filter(|number| number.contains(|c: char| c.is_ascii_digit()));
    let Some(number) = number else {
        tokens.push(Token::Other(UnclearReason::LinkWithoutNumber, word.to_owned()));
        return Some(GAP.to_string());
    };
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    // The rest of a number with blanks follows in the text.
    if digits.len() < 7 {
        return Some(format!(" {number}"));
    }
    if number.contains(|c: char| c.is_ascii_alphabetic()) {
        tokens.push(Token::Other(UnclearReason::LinkWithoutNumber, word.to_owned()));
        return Some(GAP.to_string());
    }
    let (token, gap) = match read_number(&format!("+{digits}"), None) {
        Ok((number, _)) => (Token::Person(Person::Phone(number)), PERSON),
        Err(reason) => (Token::Other(reason, word.to_owned()), GAP),
    };
    tokens.push(token);
    Some(gap.to_string())
}
