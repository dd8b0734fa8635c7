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
        && text.bytes().all(is_code_byte)
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
    readable.split_inclusive(char::is_whitespace).fold(String::new(), |mut hidden, word| {
        let (before, mut rest) = name(word).and_then(|at| word.split_at_checked(at)).unwrap_or((word, ""));
        hidden.push_str(before);
        while let Some(c) = rest.chars().next() {
            let (run, after) = split_code_run(rest);
            if run.is_empty() {
                hidden.push(c);
                rest = rest.get(c.len_utf8()..).unwrap_or_default();
            } else {
                hidden.push_str(if run.len() < HIDDEN_CHARS_MIN || run.eq_ignore_ascii_case("whatsapp") {
                    run
                } else {
                    mask
                });
                rest = after;
            }
        }
        hidden
    })
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
    let length = text.bytes().take_while(|byte| is_code_byte(*byte)).count();
    text.split_at_checked(length).unwrap_or(("", text))
}

fn is_code_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{InvalidId, InviteCode};

    const CODE: &str = "AbCdEfGhIjKlMnOpQrStUv";

    /// Returns a link in every known form.
    fn links() -> Vec<String> {
        [
            "https://chat.whatsapp.com/C",
            "http://chat.whatsapp.com/C",
            "chat.whatsapp.com/C",
            "www.chat.whatsapp.com/C",
            "HTTPS://Chat.WhatsApp.COM/C",
            "https://chat.whatsapp.com:443/C",
            "https://chat.whatsapp.com//C",
            "https://chat.whatsapp.com/C/",
            "https://chat.whatsapp.com/C?mode=gi_t",
            "https://chat.whatsapp.com/C/?mode=ac_c#x",
            "https://chat.whatsapp.com/invite/C",
            "https://chat.whatsapp.com/Invite/C/",
            "https://chat.whatsapp.com/join/C",
            "https://chat.whatsapp.com/accept?code=C",
            "https://web.whatsapp.com/accept?code=C",
            "https://web.whatsapp.com/accept/?x=1&code=C",
            "https://www.whatsapp.com/accept?x=1&amp;CODE=C",
            "whatsapp://chat?code=C",
            "whatsapp://chat/?code=C&x=1",
            "WhatsApp://Chat?Code=C",
            "https://l.example/?u=https%3A%2F%2Fchat.whatsapp.com%2FC&h=x",
            "https:\\/\\/chat.whatsapp.com\\/C",
            "ht\u{200b}tps://chat.whats\u{ad}app.com/\u{2060}C\u{feff}",
        ]
        .map(|link| {
            link.replace('C', "{C}").replace("{C}ODE=", "CODE=").replace("{C}hat", "Chat").replace("{C}OM", "COM")
        })
        .map(|link| link.replace("{C}ode", "Code").replace("{C}", CODE))
        .to_vec()
    }

    /// Texts that people write around a link.
    const AROUND: [(&str, &str); 29] = [
        ("", ""),
        (" \n", "\t "),
        ("Join us: ", ""),
        ("Join us:", " now"),
        ("", "."),
        ("", "!!"),
        ("", ","),
        ("see (", ")."),
        ("<", ">"),
        ("`", "`"),
        ("```\n", "\n```"),
        ("||", "||"),
        ("**", "**"),
        ("__", "__"),
        ("*_", "_*"),
        ("~~", "~~"),
        ("> ", ""),
        ("\"", "\""),
        ("“", "”"),
        ("«", "»"),
        ("link:", ""),
        ("[Our group](", ")"),
        ("[Our group](<", ">)"),
        ("🎉", "🎉"),
        ("👉🏽 ", "👈🏽"),
        ("加入我们：", "。谢谢"),
        ("加入", "加入"),
        ("\u{202a}", "\u{202c}"),
        ("…", "…"),
    ];

    #[test]
    fn every_link_is_found_in_every_text_around_it() {
        for link in links() {
            for (before, after) in AROUND {
                let text = format!("{before}{link}{after}");
                let typed = InviteCode::typed(&text);
                assert_eq!(typed.as_ref().map(InviteCode::as_str), Ok(CODE), "{text}");
                assert_eq!(codes(&text), [CODE], "{text}");
                assert!(!hide_codes(&text, "•••").contains(CODE), "{text}");
            }
        }
    }

    #[test]
    fn hidden_codes_leave_the_rest_of_a_text() {
        for (text, hidden) in [
            ("Not by AbCdEfGhIjKlMnOpQrStUv", "Not by AbCdEfGhIjKlMnOpQrStUv"),
            ("a\\_b", "a\\_b"),
            (
                "by https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv?x=1, OK?",
                "by https://chat.whatsapp.com/•••?x=1, OK?",
            ),
            (
                "https://evil.example/chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv",
                "https://evil.example/chat.whatsapp.com/•••",
            ),
            (
                "https://x.example/?to=https%3A%2F%2Fchat.whatsapp.com%2FAbCdEfGhIjKlMnOpQrStUv",
                "https://x.example/?to=https://chat.whatsapp.com/•••",
            ),
            ("WhatsApp first, communities second", "WhatsApp first, communities second"),
        ] {
            assert_eq!(hide_codes(text, "•••"), hidden);
        }
    }

    #[test]
    fn a_bare_code_is_taken_with_what_stands_around_it() {
        for text in ["{}", " {}\n", "`{}`", "<{}>", "\"{}\"", "{}.", "\u{200b}{}\u{feff}", "“{}”"] {
            let text = text.replace("{}", CODE);
            assert_eq!(InviteCode::typed(&text).unwrap().as_str(), CODE, "{text}");
        }
        assert_eq!(InviteCode::typed("_Ab-cD_").unwrap().as_str(), "_Ab-cD_");
    }

    #[test]
    fn what_is_no_invite_gives_no_code() {
        for text in [
            "",
            "https://chat.whatsapp.com/",
            "https://chat.whatsapp.com",
            "https://chat.whatsapp.com/accept",
            "https://chat.whatsapp.com/accept?code=",
            "https://chat.whatsapp.com/accept?x=C",
            "https://chat.whatsapp.com/invite/",
            "https://chat.whatsapp.com/invite/accept",
            "https://chat.whatsapp.com/undefined",
            "https://chat.whatsapp.com/invite/null",
            "https://chat.whatsapp.com/Join?x=1",
            "https://chat.whatsapp.com/a/b",
            "https://chat.whatsapp.com/?code=AbCd",
            "https://chat.whatsapp.com/abc%2Fdef",
            "https://chat.whatsapp.com/cód",
            "https://chat.whatsapp.com.evil.example/AbCd",
            "https://chat.whatsapp.com@evil.example/AbCd",
            "https://evil.example/chat.whatsapp.com/AbCd",
            "https://evil.example//chat.whatsapp.com/AbCd",
            "https://evilchat.whatsapp.com/AbCd",
            "https://evil.chat.whatsapp.com/AbCd",
            "https://evil-chat.whatsapp.com/AbCd",
            "me@chat.whatsapp.com/AbCd",
            "ftp://chat.whatsapp.com/AbCd",
            "https://whatsapp.com/channel/0029VaAbCdEfGhIjKlMnOp",
            "https://chat.whatsapp.com/channel/0029VaAbCdEfGhIjKlMnOp",
            "https://call.whatsapp.com/voice/AbCdEfGhIjKlMnOpQrStUv",
            "https://web.whatsapp.com/AbCd",
            "https://wa.me/5511988880001",
            "https://api.whatsapp.com/send?phone=5511988880001",
            "whatsapp://send?code=AbCd",
            "whatsapp whatsapp.com chat.whatsapp.co/AbCd",
        ] {
            assert!(codes(text).is_empty(), "{text}: {:?}", codes(text));
        }
        for text in ["accept", "Invite", "undefined", "null", "two words", "../../sessions", &"a".repeat(65)] {
            assert_eq!(InviteCode::typed(text), Err(InvalidId::Invite), "{text}");
            assert!(text.parse::<InviteCode>().is_err(), "{text}");
        }
    }

    #[test]
    fn different_links_are_told_apart() {
        let of = |code: &str| format!("https://chat.whatsapp.com/{code}");
        let text = format!("{} {} {}?mode=x", of("One"), of("Two"), of("One"));
        assert_eq!(codes(&text), ["One", "Two"]);
        assert_eq!(InviteCode::typed(&text), Err(InvalidId::SeveralInvites));
        let text = format!("[{0}]({0})", of("One"));
        assert_eq!(InviteCode::typed(&text).unwrap().as_str(), "One");
        let many: String = (0..1_000).map(|number| of(&format!("{number} "))).collect();
        assert_eq!(codes(&many).len(), LINKS_MAX);
    }

    #[test]
    fn underscores_of_a_code_stay() {
        for code in ["Ab_", "_Ab", "A-_-b", "AbCdEfGhIjKlMnOpQrSt_-"] {
            assert_eq!(codes(&format!("https://chat.whatsapp.com/{code} x")), [code]);
        }
        assert_eq!(codes(&format!("_see https://chat.whatsapp.com/{CODE}_")), [CODE]);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic_and_every_code_is_one(
            text in "(\\PC|(https?://)?(chat|web|www)\\.whatsapp\\.com/|accept|invite|[?]code=|[A-Za-z0-9_/%.@-]){0,40}",
        ) {
            for code in codes(&text) {
                prop_assert!(is_code(&code), "{:?} in {:?}", code, text);
                prop_assert_eq!(code.parse::<InviteCode>().map(|code| code.to_string()), Ok(code));
            }
            drop(InviteCode::typed(&text));
            for code in codes(&hide_codes(&text, "•••")) {
                prop_assert!(code.len() < HIDDEN_CHARS_MIN, "{:?} of {:?}", code, text);
            }
        }

        #[test]
        fn a_link_is_found_between_any_other_words(
            before in "(\\PC{0,20}[^\\PC\\p{L}\\p{N}_/@.:%\\\\-])?", code in "[A-Za-z0-9]{22}", after in "([ .,!?)>\u{1f389}]\\PC{0,20})?",
        ) {
            prop_assume!(!before.to_lowercase().contains("whatsapp") && !after.to_lowercase().contains("whatsapp"));
            prop_assume!(!is_code(&code) || !after.starts_with('?'));
            let text = format!("{before}https://chat.whatsapp.com/{code}{after}");
            prop_assert_eq!(codes(&text), [code]);
        }
    }
}
