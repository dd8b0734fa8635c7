//! Text as users see it: visible characters, names on one line, and the key by which two texts that look the same are
//! equal.

use icu_casemap::{CaseMapper, CaseMapperBorrowed};
use icu_normalizer::{
    ComposingNormalizer, ComposingNormalizerBorrowed, DecomposingNormalizer, DecomposingNormalizerBorrowed,
};
use icu_properties::props::{Dash, DefaultIgnorableCodePoint, Emoji, GeneralCategory, NoncharacterCodePoint};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed, CodePointSetData, CodePointSetDataBorrowed};

const IGNORABLE: CodePointSetDataBorrowed<'static> = CodePointSetData::new::<DefaultIgnorableCodePoint>();
const NONCHARACTER: CodePointSetDataBorrowed<'static> = CodePointSetData::new::<NoncharacterCodePoint>();
const EMOJI: CodePointSetDataBorrowed<'static> = CodePointSetData::new::<Emoji>();
const DASH: CodePointSetDataBorrowed<'static> = CodePointSetData::new::<Dash>();
const COMPATIBILITY: ComposingNormalizerBorrowed<'static> = ComposingNormalizer::new_nfkc();
const DECOMPOSED: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizer::new_nfkd();
const CATEGORY: CodePointMapDataBorrowed<'static, GeneralCategory> = CodePointMapData::<GeneralCategory>::new();
const CASE: CaseMapperBorrowed<'static> = CaseMapper::new();

/// Returns whether `text` has a character that a reader can see.
pub fn has_visible(text: &str) -> bool {
    text.chars().any(|c| !is_blank(c) && !is_hidden(c))
}

/// Returns `text` on one line: line breaks, tabs, control characters and runs of spaces each become one space, and both
/// ends are trimmed. Characters that shape others (joiners, variation selectors) stay.
pub fn single_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c }).collect();
    let line = spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    line.trim_matches(is_trimmed).to_owned()
}

/// Cleans a text of several lines: every kind of line break becomes `\n`, other control characters become a space, and
/// both ends are trimmed. A text without a visible character becomes empty.
pub fn lines(text: &str) -> String {
    if !has_visible(text) {
        return String::new();
    }
    let unified = text.replace("\r\n", "\n");
    let line_breaks = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let cleaned = unified.chars().map(|c| match c {
        '\n' | '\t' => c,
        _ if line_breaks.contains(&c) => '\n',
        _ if c.is_control() => ' ',
        _ => c,
    });
    cleaned.collect::<String>().trim_matches(is_trimmed).to_owned()
}

/// Returns the ASCII letters and digits of `text`, with a hyphen for each run of other characters between them: a part of
/// a file name that every system accepts. Letters lose their accents. Has at most `max` characters, and may be empty.
pub fn ascii_words(text: &str, max: usize) -> String {
    let mut words = String::new();
    let mut is_apart = false;
    for c in DECOMPOSED.normalize(text).chars() {
        let own = [c];
        let letters: &[char] = match c {
            'ß' | 'ẞ' => &['s', 's'],
            'æ' => &['a', 'e'],
            'Æ' => &['A', 'E'],
            'œ' => &['o', 'e'],
            'Œ' => &['O', 'E'],
            'ø' => &['o'],
            'Ø' => &['O'],
            'ł' => &['l'],
            'Ł' => &['L'],
            'đ' => &['d'],
            'Đ' => &['D'],
            'ı' => &['i'],
            _ if c.is_ascii_alphanumeric() => &own,
            // An accent belongs to the letter before it.
            _ if CATEGORY.get(c) == GeneralCategory::NonspacingMark => continue,
            _ => {
                is_apart = !words.is_empty();
                continue;
            }
        };
        if words.len() + usize::from(is_apart) + letters.len() > max {
            break;
        }
        if std::mem::take(&mut is_apart) {
            words.push('-');
        }
        words.extend(letters);
    }
    words
}

/// Returns the key by which texts that look the same are equal. Case, spaces, line breaks, invisible characters,
/// composed and decomposed letters, full-width forms, dashes and quotation marks make no difference. The key of a text
/// without a visible character is empty.
pub fn match_key(text: &str) -> String {
    if text.is_ascii() {
        let seen: String = text.chars().filter(|c| c.is_whitespace() || !c.is_control()).collect();
        return seen.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_lowercase();
    }
    // Folding a letter's case can decompose it, and its decomposition can be folded further.
    let folded = CASE.fold_string(&COMPATIBILITY.normalize(&without_hidden(text))).into_owned();
    let folded = CASE.fold_string(&COMPATIBILITY.normalize(&folded)).into_owned();
    let key = without_hidden(&COMPATIBILITY.normalize(&folded));
    let key = COMPATIBILITY.normalize(&key).into_owned();
    key.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Replaces look-alikes by one form, and removes invisible characters.
fn without_hidden(text: &str) -> String {
    let seen = text.chars().filter(|c| is_blank(*c) || !is_hidden(*c));
    seen.map(|c| match c {
        _ if is_blank(c) => ' ',
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bc}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201f}' => '"',
        _ if DASH.contains(c) => '-',
        _ => c,
    })
    .collect()
}

/// Returns the text to show. Invisible characters are removed: they could make two names look the same or hide a text
/// in another. Each character that looks like a space becomes one. Line breaks and tabs stay. Joiners, variation
/// selectors and tags stay if they shape the character before them: families and flags of emoji, letters that are
/// joined or kept apart in Indic and Arabic scripts.
pub fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    // The last visible character, and whether tags may follow it.
    let (mut last, mut takes_tags) = ('\0', false);
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let shapes = match c {
            // Unicode, sections 9.2 and 23.2: between two letters or emoji; ASCII is never joined.
            '\u{200c}' | '\u{200d}' => {
                !last.is_ascii() && next.is_some_and(|next| !next.is_ascii() && !is_unseen(next))
            }
            // A keycap, or an emoji (Unicode, "Emoji Variation Sequences").
            '\u{fe0e}' | '\u{fe0f}' => next == Some('\u{20e3}') || EMOJI.contains(last) && !last.is_ascii(),
            // Flags of regions (UTS #51, "Emoji Tag Sequence"): a black flag, tags, and the tag that ends them.
            '\u{e0020}'..='\u{e007f}' => takes_tags,
            _ => false,
        };
        takes_tags = c == '\u{1f3f4}' || (takes_tags && shapes && c != '\u{e007f}');
        match c {
            '\n' | '\t' => shown.push(c),
            _ if shapes => shown.push(c),
            _ if is_blank(c) => shown.push(if c.is_whitespace() { c } else { ' ' }),
            _ if is_hidden(c) => continue,
            _ => shown.push(c),
        }
        // A shaping character belongs to the character before it.
        last = if shapes && c != '\u{200c}' && c != '\u{200d}' { last } else { c };
    }
    shown
}

fn is_unseen(c: char) -> bool {
    is_blank(c) || is_hidden(c)
}

/// Removes characters that a reader cannot see. Spaces and line breaks stay.
pub fn without_invisible(text: &str) -> String {
    text.chars().filter(|c| is_blank(*c) || !is_hidden(*c)).collect()
}

/// Returns whether a reader sees only empty space. Unicode counts the Braille pattern without dots as a symbol and the
/// Hangul fillers as letters; both are displayed as a space.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{2800}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}

/// Returns whether a character takes no space of its own: format and control characters, variation selectors, tags.
pub(crate) fn is_hidden(c: char) -> bool {
    let annotation = matches!(c, '\u{fff9}'..='\u{fffb}');
    c.is_control() || annotation || IGNORABLE.contains(c) || NONCHARACTER.contains(c)
}

/// Returns whether a character has no meaning at the start or the end of a text. A joiner or a variation selector
/// belongs to the character before it.
fn is_trimmed(c: char) -> bool {
    (is_blank(c) && !matches!(c, '\u{115f}' | '\u{1160}'))
        || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Invisible characters, one of each kind.
    const UNSEEN: [char; 24] = [
        ' ',
        '\u{a0}',
        '\u{ad}',
        '\u{34f}',
        '\u{61c}',
        '\u{115f}',
        '\u{17b4}',
        '\u{180e}',
        '\u{200b}',
        '\u{200d}',
        '\u{200e}',
        '\u{202e}',
        '\u{2028}',
        '\u{2060}',
        '\u{2064}',
        '\u{2069}',
        '\u{2800}',
        '\u{3000}',
        '\u{3164}',
        '\u{fe0f}',
        '\u{feff}',
        '\u{ffa0}',
        '\u{e0041}',
        '\u{e0100}',
    ];

    #[test]
    fn text_of_unseen_characters_is_not_visible() {
        for c in UNSEEN {
            assert!(!has_visible(&c.to_string()), "{c:?}");
            assert_eq!((match_key(&c.to_string()), lines(&c.to_string())), (String::new(), String::new()), "{c:?}");
        }
        assert!(!has_visible(&UNSEEN.iter().collect::<String>()) && !has_visible("") && !has_visible("\u{7}"));
        for text in ["a", "\u{301}", "🦀", "한", "\u{200f}א", "."] {
            assert!(has_visible(text), "{text:?}");
        }
    }

    #[test]
    fn what_nobody_sees_is_not_shown() {
        for c in UNSEEN {
            let found = shown(&format!("Al{c}pha{c}"));
            assert!(
                ["Alpha", "Al pha ", "Al\u{a0}pha\u{a0}", "Al\u{2028}pha\u{2028}", "Al\u{3000}pha\u{3000}"]
                    .contains(&&*found),
                "{c:?}: {found:?}"
            );
        }
        for kept in [
            "👨\u{200d}👩\u{200d}👧",
            "❤\u{fe0f}",
            "क\u{94d}\u{200d}ष",
            "می\u{200c}خواهم",
            "🏴\u{e0067}\u{e0062}\u{e007f}",
            "1\u{fe0f}\u{20e3}",
            "❤\u{fe0f}\u{200d}🔥",
            "a\nb\tc",
            "é",
            "한글",
            "👩🏽\u{200d}🚒",
        ] {
            assert_eq!(shown(kept), kept);
        }
        for (text, found) in [
            ("❤\u{200d}", "❤"),
            ("❤\u{200d}\u{200d}🔥", "❤\u{200d}🔥"),
            ("1\u{fe0f}", "1"),
            ("é\u{fe0f}", "é"),
            ("❤\u{fe0f}\u{e0041}", "❤\u{fe0f}"),
            ("🏴\u{e0067}\u{e007f}\u{e0041}", "🏴\u{e0067}\u{e007f}"),
            ("a\u{200d}b", "ab"),
            ("\u{200d}क", "क"),
        ] {
            assert_eq!(shown(text), found, "{text:?}");
        }
    }

    #[test]
    fn a_line_break_in_a_name_is_one_space() {
        for space in
            ["\n", "\r\n", "\t", "\u{b}", "\u{c}", "\u{85}", "\u{a0}", "\u{2028}", "\u{2029}", "\u{3000}", " \n "]
        {
            assert_eq!(single_line(&format!("{space}Sales{space}Team{space}")), "Sales Team", "{space:?}");
        }
        assert_eq!(single_line("\u{feff} Sales \u{200b}"), "Sales");
        for kept in ["👨\u{200d}👩\u{200d}👧", "❤\u{fe0f}", "क\u{94d}\u{200d}ष", "🏴\u{e0067}\u{e0062}\u{e007f}"]
        {
            assert_eq!(single_line(kept), kept);
        }
    }

    #[test]
    fn line_breaks_of_a_description_stay() {
        assert_eq!(lines(" a\r\nb\u{2028}c\rd\n\ne\tf\u{7}g \n"), "a\nb\nc\nd\n\ne\tf g");
    }

    #[test]
    fn texts_that_look_the_same_have_one_key() {
        for (one, other) in [
            ("Alpha  Two", "alpha two"),
            ("Line\nbreak", "Line break"),
            ("Line\u{2028}break", "Line break"),
            (" Alpha\u{200e}\u{2068} Two\u{2069}\u{feff}", "ALPHA TWO"),
            ("Soft\u{ad}hyphen", "softhyphen"),
            ("Cafe\u{301}", "CAFÉ"),
            ("Ａｌｐｈａ\u{3000}Ｔｗｏ", "Alpha Two"),
            ("Straße", "STRASSE"),
            ("ΟΔΟΣ", "οδος"),
            ("❤\u{fe0f} Team", "❤ team"),
            ("a@b", "a@\u{200b}b"),
            ("non\u{2011}breaking", "non-breaking"),
            ("Ana’s “team”", "ana's \"team\""),
            ("a\u{3164}\u{2800}b", "a b"),
            ("Al\u{7}pha", "alpha"),
        ] {
            assert_eq!(match_key(one), match_key(other), "{one:?} {other:?}");
        }
        for (one, other) in [("Alpha Two", "AlphaTwo"), ("café", "cafe"), ("1", "2"), ("🦀", "🦞")] {
            assert_ne!(match_key(one), match_key(other), "{one:?} {other:?}");
        }
    }

    proptest! {
        #[test]
        fn a_key_is_its_own_key_and_ignores_what_is_unseen(
            text in any::<String>(),
            unseen in proptest::sample::select(&UNSEEN[2..]),
        ) {
            let key = match_key(&text);
            prop_assert_eq!(&match_key(&key), &key);
            prop_assert_eq!(match_key(&single_line(&text)).is_empty(), key.is_empty());
            prop_assert_eq!(key.is_empty(), !has_visible(&text));
            prop_assert_eq!(match_key(&format!("{unseen}{text}{unseen}")), key);
        }

        #[test]
        fn what_is_shown_looks_the_same(text in any::<String>()) {
            prop_assert_eq!(match_key(&shown(&text)), match_key(&text));
            prop_assert_eq!(shown(&shown(&text)), shown(&text));
        }

        #[test]
        fn a_line_has_no_line_break_and_is_its_own_line(text in any::<String>()) {
            let line = single_line(&text);
            let has_other_space = line.chars().any(|c| c != ' ' && (c.is_whitespace() || c.is_control()));
            prop_assert!(!has_other_space && !line.contains("  ") && line.trim() == line, "{:?}", line);
            prop_assert_eq!(&single_line(&line), &line);
            prop_assert!(line.chars().count() <= text.chars().count());
        }
    }
}
