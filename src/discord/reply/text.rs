//! Makes text from outside harmless. Names of groups are shown as plain text: no mention, link or formatting in them
//! takes effect.

use usher_clock::Timestamp;
use whatsapp::unicode::shown;
use whatsapp::{InviteCode, MASK, Participant, Person, hide_numbers};

use crate::language::Language;

/// Escapes one line of text for a place where Discord reads Markdown (an embed's title, description, fields).
pub(crate) fn escape(text: &str) -> String {
    escape_lines(&one_line(text))
}

/// Escapes text and keeps its line breaks.
pub(crate) fn escape_lines(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 4);
    // The line contains only digits so far: a dot after them would make a numbered list.
    let mut at_number = true;
    for c in shown(text).chars().filter(|c| *c != '\t') {
        match c {
            '\\' | '*' | '_' | '~' | '`' | '|' | '>' | '<' | '#' | '-' | '+' | '[' | ']' | '(' | ')' | ':' => {
                escaped.push('\\');
                escaped.push(c);
            }
            // A zero-width space prevents a mention.
            '@' => escaped.push_str("@\u{200b}"),
            '.' if at_number => escaped.push_str("\\."),
            _ => escaped.push(c),
        }
        at_number = c == '\n' || (at_number && (c.is_ascii_digit() || c == ' '));
    }
    // The visible digits of a masked number stay on the line of its mask.
    if escaped.contains(MASK) { escaped.replace(&format!("{MASK} "), &format!("{MASK}\u{a0}")) } else { escaped }
}

/// Formats text from outside as a code block. It adds nothing, changes no character, and no Markdown or mention in the
/// text takes effect.
pub(crate) fn block(text: &str) -> String {
    let shown = shown(text);
    if shown.contains("```") {
        // The text would end a code block.
        return quote(&shown);
    }
    format!("```\n{shown}\n```")
}

/// Quotes text from outside, as a block of its own.
pub(crate) fn quote(text: &str) -> String {
    let lines: Vec<String> = escape_lines(text).split('\n').map(|line| format!("> {line}")).collect();
    lines.join("\n")
}

/// Returns one line of text for a place without Markdown: a footer, a button, a choice, a placeholder.
pub(crate) fn plain(text: &str) -> String {
    one_line(text).replace('@', "@\u{200b}")
}

fn one_line(text: &str) -> String {
    shown(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Masks the codes of the invite links in free text.
pub(crate) fn without_codes(text: &str) -> String {
    InviteCode::hide_all(text, MASK)
}

/// Masks free text for readers who may not see phone numbers and invite links.
pub(crate) fn masked(text: &str) -> String {
    hide_numbers(&without_codes(text))
}

/// Cuts text to at most `max` characters; a cut text ends in an ellipsis, and never inside an escape.
pub(crate) fn clamp(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    if max == 0 {
        return String::new();
    }
    let mut kept: String = text.chars().take(max - 1).collect();
    let trailing = kept.chars().rev().take_while(|c| *c == '\\').count();
    if trailing % 2 == 1 {
        kept.pop();
    }
    kept.push('…');
    kept
}

/// Returns a time as Discord shows it, relative to now (Discord, "Timestamps").
pub(crate) fn relative(time: Timestamp) -> String {
    format!("<t:{}:R>", time.as_secs())
}

/// The visibility of phone numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberMask {
    Shown,
    Masked,
}

impl NumberMask {
    /// Returns the mask for a reader who may see numbers in full, or may not.
    pub(crate) fn of(in_full: bool) -> Self {
        if in_full { Self::Shown } else { Self::Masked }
    }

    /// Returns the person as the reader may see them.
    pub(crate) fn name(self, person: &Person) -> String {
        match self {
            Self::Shown => person.readable(),
            Self::Masked => person.masked(),
        }
    }
}

/// Returns the member, for a private answer.
pub(crate) fn member(i18n: Language, member: &Participant, numbers: NumberMask) -> String {
    let phone = member.phone.clone().map(Person::Phone);
    let known = phone.or_else(|| member.lid.clone().map(Person::Lid));
    known.map_or_else(|| i18n.nameless(), |person| numbers.name(&person))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use whatsapp::unicode::match_key;

    use super::*;

    #[test]
    fn free_text_shows_others_no_number_and_no_invite_code() {
        for (text, shown) in [
            ("Call Ana: +55 (11) 98888-0001, please", "Call Ana: ••••• 0001, please"),
            ("5511988880001", "••••• 0001"),
            ("+44 7700 900123 or 020 7946 0018.", "••••• 0123 or ••••• 0018."),
            ("٠١٢٣٤٥٦٧٨٩", "••••• ٦٧٨٩"),
            ("at 18:30 on 12.11., room 204", "at 18:30 on 12.11., room 204"),
            ("see https://Chat.WhatsApp.com/AbCdEf123456 now", "see https://Chat.WhatsApp.com/••••• now"),
            ("whatsapp://chat?code=AbCdEf123456&x=1", "whatsapp://chat?code=•••••&x=1"),
            ("https://wa.me/5511988880001", "https://wa.me/••••• 0001"),
        ] {
            assert_eq!(masked(text), shown);
        }
    }

    #[test]
    fn hostile_names_lose_their_effect() {
        for (text, escaped) in [
            ("Alpha Team", "Alpha Team"),
            ("**bold** _it_ ~~s~~ ||x|| `c`", "\\*\\*bold\\*\\* \\_it\\_ \\~\\~s\\~\\~ \\|\\|x\\|\\| \\`c\\`"),
            ("@everyone", "@\u{200b}everyone"),
            ("<@123> <#1> <t:1:R> <:a:1>", "\\<@\u{200b}123\\> \\<\\#1\\> \\<t\\:1\\:R\\> \\<\\:a\\:1\\>"),
            ("[x](https://evil.example)", "\\[x\\]\\(https\\://evil.example\\)"),
            ("# big", "\\# big"),
            ("1. one", "1\\. one"),
            ("a\nb\u{202e}c", "a bc"),
        ] {
            assert_eq!(escape(text), escaped, "{text}");
        }
        assert_eq!(escape_lines("a\n- b\n12. c"), "a\n\\- b\n12\\. c");
        assert_eq!(plain("a_b @here\n<x>"), "a_b @\u{200b}here <x>");
    }

    proptest! {
        /// Renders the text as Discord does: a backslash makes the next punctuation plain. The remaining text must
        /// contain no effective markup.
        #[test]
        fn escaped_text_has_no_live_markup(text in "\\PC{0,80}|[@<>:*_`|~#\\[\\]()\\\\/.a-z0-9\n -]{0,80}") {
            let escaped = escape_lines(&text);
            let mut live = String::new();
            let mut chars = escaped.chars();
            while let Some(c) = chars.next() {
                if c == '\\' {
                    let next = chars.next();
                    prop_assert!(next.is_some_and(|c| c.is_ascii_punctuation()), "a lone backslash in {escaped:?}");
                    live.push('\u{fffc}');
                } else {
                    live.push(c);
                }
            }
            for markup in ["*", "_", "~", "`", "|", "<", ">", "#", "[", "]", "(", "://", "@e", "@h", "@1", "@&", "\\"] {
                prop_assert!(!live.contains(markup), "{markup} is live in {escaped:?}");
            }
            for line in live.lines() {
                prop_assert!(!line.trim_start().starts_with("- "), "a list in {escaped:?}");
                let after_number = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
                prop_assert!(!(after_number.starts_with(". ") && line.trim_start() != after_number), "a numbered list in {escaped:?}");
            }
        }

        #[test]
        fn what_is_shown_can_be_typed(name in any::<String>()) {
            prop_assert_eq!(match_key(&plain(&name)), match_key(&name));
        }

        #[test]
        fn clamped_text_fits_and_ends_in_no_half_escape(text in "[a\\\\*]{0,40}", max in 1usize..40) {
            let clamped = clamp(&escape(&text), max);
            prop_assert!(clamped.chars().count() <= max);
            let backslashes = clamped.trim_end_matches('…').chars().rev().take_while(|c| *c == '\\').count();
            prop_assert!(backslashes % 2 == 0);
        }
    }
}
