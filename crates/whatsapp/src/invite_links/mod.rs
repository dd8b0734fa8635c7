//! Finds WhatsApp invite links in text that people type or paste.

use percent_encoding::percent_decode_str;

use crate::unicode::without_invisible;

/// Most characters of an invite code. A code has about 22; as the length is not specified, this is generous.
const CODE_CHARS_MAX: usize = 64;
/// Number of characters in the codes that WhatsApp creates today.
const CODE_CHARS: usize = 22;
/// Fewest characters of what is hidden as a code. A shorter text can be guessed, and is no code of WhatsApp today.
const HIDDEN_CHARS_MIN: usize = 8;
/// Most links that are found in one text.
const LINKS_MAX: usize = 100;
/// Longest host name, or text before it, that is examined.
const HOST_CHARS_MAX: usize = 64;

/// Path segments before a code, which follows as the next segment or in the query.
const BEFORE_CODE: [&str; 4] = ["accept", "invite", "invites", "join"];
/// Words in the place of a code that are not codes: other pages of WhatsApp, and placeholders that programs write for a
/// missing value.
const NO_CODES: [&str; 48] = [
    "about",
    "app",
    "business",
    "call",
    "channel",
    "channels",
    "chat",
    "chats",
    "code",
    "community",
    "contact",
    "download",
    "faq",
    "group",
    "groups",
    "help",
    "legal",
    "link",
    "message",
    "otp",
    "privacy",
    "send",
    "undefined",
    "null",
    "none",
    "nil",
    "nan",
    "void",
    "true",
    "false",
    "object",
    "object-object",
    "object_object",
    "objectobject",
    "unknown",
    "empty",
    "error",
    "string",
    "inf",
    "infinity",
    "missing",
    "invalid",
    "unavailable",
    "notfound",
    "not-found",
    "not_found",
    "expired",
    "revoked",
];

/// Returns whether `text` can be an invite code: letters, digits, `-` and `_`, and no placeholder.
pub(super) fn is_code(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let lower = lower.trim_matches(['-', '_']);
    (1..=CODE_CHARS_MAX).contains(&text.len())
        && text.chars().all(is_code_char)
        && !lower.is_empty()
        && !BEFORE_CODE.contains(&lower)
        && !NO_CODES.contains(&lower)
}

/// Returns a code that was typed without a link, with any punctuation around it.
pub(super) fn bare_code(text: &str) -> Option<String> {
    let around = |c: char| c.is_whitespace() || "<>()[]{}\"'`“”‘’«»*|.,;:!?".contains(c);
    let text = without_invisible(text);
    let code = text.trim_matches(around);
    is_code(code).then(|| code.to_owned())
}

/// Returns the codes of the invite links in `text` in order, without duplicates.
pub(super) fn codes(text: &str) -> Vec<String> {
    scan(&readable(text))
}

/// Returns the text without invisible characters and escapes, and percent-decoded if only that shows a link.
fn readable(text: &str) -> String {
    let plain = without_escapes(&without_invisible(text));
    if !plain.contains('%') || !scan(&plain).is_empty() {
        return plain;
    }
    // The link may be part of the address of a page that redirects to it.
    let decoded = percent_decode_str(&plain).decode_utf8_lossy();
    if scan(&decoded).is_empty() { plain } else { decoded.into_owned() }
}

/// Replaces what can be an invite code by `mask` in each word of `text` that mentions WhatsApp. Hides more than
/// [`codes`] finds: links in addresses of other pages, links with an unknown path.
pub(super) fn hide_codes(text: &str, mask: &str) -> String {
    let name = |text: &str| text.to_ascii_lowercase().find("whatsapp");
    let readable = readable(text);
    if name(&readable).is_none() {
        return text.to_owned();
    }
    let words = readable.split_inclusive(char::is_whitespace);
    words.fold(String::new(), |mut hidden, word| {
        let (before, link) = name(word).and_then(|at| word.split_at_checked(at)).unwrap_or((word, ""));
        hidden.push_str(before);
        hidden.extend(link.split_inclusive(|c: char| !is_code_char(c)).map(|piece| hide_run(piece, mask)));
        hidden
    })
}

/// Hides the characters of a code with which `piece` starts, if they are enough for one.
fn hide_run(piece: &str, mask: &str) -> String {
    let (run, after) = split_code_run(piece);
    let stays = run.len() < HIDDEN_CHARS_MIN || run.eq_ignore_ascii_case("whatsapp");
    if stays { piece.to_owned() } else { format!("{mask}{after}") }
}

/// Removes the backslashes that escape Discord's Markdown or JSON.
fn without_escapes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' || !chars.peek().is_some_and(char::is_ascii_punctuation) {
            plain.push(c);
        }
    }
    plain
}

fn scan(text: &str) -> Vec<String> {
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<String> = Vec::new();
    for (at, name) in lower.match_indices("whatsapp") {
        let (Some(before), Some(after)) = (lower.get(..at), text.get(at + name.len()..)) else { continue };
        let code = of_app_link(before, after).or_else(|| of_web_link(before, after));
        if let Some(code) = code.filter(|code| is_code(code) && !found.iter().any(|known| known == code)) {
            found.push(code.to_owned());
            if found.len() == LINKS_MAX {
                break;
            }
        }
    }
    found
}

/// Returns the code of `whatsapp://chat?code=…`; its first word is already consumed.
fn of_app_link<'a>(before: &str, after: &'a str) -> Option<&'a str> {
    let rest = after.strip_prefix("://")?;
    let (place, rest) = split_code_run(rest);
    let known = ["chat", "accept", "invite", "join"].iter().any(|known| place.eq_ignore_ascii_case(known));
    if known { of_query(before, rest.trim_start_matches('/')) } else { None }
}

/// Returns the code of a link to `chat.whatsapp.com` or `web.whatsapp.com`. `before` and `after`: the text around
/// `whatsapp`, `before` in lower case.
fn of_web_link<'a>(before: &str, after: &'a str) -> Option<&'a str> {
    let rest = after.get(..4).filter(|ending| ending.eq_ignore_ascii_case(".com")).and(after.get(4..))?;
    let (before, host) = split_host(before)?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let start = link_start(before)?;
    let rest = without_port(rest).strip_prefix('/')?.trim_start_matches('/');
    let (part, after_part) = split_code_run(rest);
    if BEFORE_CODE.iter().any(|word| part.eq_ignore_ascii_case(word)) {
        let rest = after_part.trim_start_matches('/');
        let (next, after_next) = split_code_run(rest);
        return if next.is_empty() { of_query(start, rest) } else { whole(start, next, after_next) };
    }
    if host == "chat." { whole(start, part, after_part) } else { None }
}

/// Splits off the labels of the host before `whatsapp`; `None` if it is no host of WhatsApp.
fn split_host(before: &str) -> Option<(&str, &str)> {
    let in_host = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let length = before.bytes().rev().take(HOST_CHARS_MAX).take_while(in_host).count();
    let (before, host) = before.split_at_checked(before.len() - length)?;
    let known = ["", "chat.", "web.", "api."];
    known.contains(&host.strip_prefix("www.").unwrap_or(host)).then_some((before, host))
}

/// Returns the text before a link, without its scheme; `None` if the host is a part of a path, an e-mail address, or an
/// address with another scheme.
fn link_start(before: &str) -> Option<&str> {
    match before.strip_suffix("//") {
        Some(before) => before.strip_suffix("https:").or_else(|| before.strip_suffix("http:")),
        None => (!before.ends_with(['/', '@'])).then_some(before),
    }
}

fn without_port(rest: &str) -> &str {
    match rest.strip_prefix(':') {
        Some(port) => port.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    }
}

/// Returns the code in a path segment, unless a character follows that cannot follow a code.
fn whole<'a>(start: &str, part: &'a str, after: &str) -> Option<&'a str> {
    let mut next = after.chars();
    let goes_on = match next.next() {
        Some('/') => next.next().is_some_and(|c| c.is_ascii_alphanumeric()),
        Some('%' | '@') => true,
        // In languages without spaces, text may follow a link directly, so a code of full length is accepted.
        Some(c) => c.is_alphanumeric() && part.len() < CODE_CHARS - 2,
        None => false,
    };
    (!goes_on).then(|| without_emphasis(start, part))
}

/// Removes Markdown underscores around a link, which could be taken for a part of the code.
fn without_emphasis<'a>(start: &str, part: &'a str) -> &'a str {
    let mut code = part;
    for _ in start.bytes().rev().take_while(|byte| *byte == b'_') {
        code = code.strip_suffix('_').unwrap_or(code);
    }
    while code.len() > CODE_CHARS
        && let Some(shorter) = code.strip_suffix(['_', '-'])
    {
        code = shorter;
    }
    code
}

/// Returns the value of `code` in a query that starts here. `start`: the text before the link.
fn of_query<'a>(start: &str, rest: &'a str) -> Option<&'a str> {
    let query = rest.strip_prefix('?')?;
    let end = query.find(|c: char| c.is_whitespace() || !c.is_ascii_graphic() || "<>\"'()[]{}|`#".contains(c));
    let query = end.map_or(Some(query), |end| query.get(..end))?;
    query.split(['&', ';']).find_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        let (code, after) = split_code_run(value);
        (name.eq_ignore_ascii_case("code") && !after.starts_with('%')).then(|| without_emphasis(start, code))
    })
}

/// Splits off the characters that are valid in a code.
fn split_code_run(text: &str) -> (&str, &str) {
    let length = text.find(|c: char| !is_code_char(c)).unwrap_or(text.len());
    text.split_at_checked(length).unwrap_or(("", text))
}

fn is_code_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

#[cfg(test)]
mod tests;
