//! One form for the characters that people type in numbers: digits of any script, dashes, blanks, brackets and plus
//! signs. Invisible characters go.

use icu_properties::props::{Dash, GeneralCategory};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed, CodePointSetData, CodePointSetDataBorrowed};

use crate::unicode::{is_blank, is_hidden};

const CATEGORY: CodePointMapDataBorrowed<'static, GeneralCategory> = CodePointMapData::<GeneralCategory>::new();
const DASH: CodePointSetDataBorrowed<'static> = CodePointSetData::new::<Dash>();

/// Encloses the digit before it in a keycap: the emoji 1️⃣.
const KEYCAP: char = '\u{20e3}';

/// Fewest digits of a number.
const NUMBER_DIGITS_MIN: usize = 7;

/// Returns `text` with every character of a number in its ASCII form. Line breaks become `\n`, and other characters stay.
pub(super) fn plain(text: &str) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\t')) {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut after_keycap = false;
    // Keycaps beside the digits of a number count a list.
    let keycaps = text.matches(KEYCAP).count();
    let are_counters = keycaps > 0 && text.bytes().filter(u8::is_ascii_digit).count() >= keycaps + NUMBER_DIGITS_MIN;
    while let Some(c) = chars.next() {
        let mut c = plain_char(c);
        while chars.peek().is_some_and(|next| is_hidden(*next) && !is_line_break(*next)) {
            chars.next();
        }
        let is_keycap = chars.next_if_eq(&KEYCAP).is_some();
        // The digit of a keycap that counts a list does not belong to the number behind it.
        if after_keycap && !is_keycap && are_counters {
            plain.push(')');
        } else if after_keycap && !is_keycap && c.is_ascii_digit() {
            plain.push(' ');
        }
        after_keycap = is_keycap;
        if is_line_break(c) {
            c = '\n';
        }
        if c == '\n' || c == '\t' || !is_hidden(c) {
            plain.push(c);
        }
    }
    plain
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn plain_char(c: char) -> char {
    match c {
        _ if c.is_ascii() => c,
        '➕' | '⁺' | '﹢' | '＋' | '˖' => '+',
        '（' | '﹙' | '［' | '【' => '(',
        '）' | '﹚' | '］' | '】' => ')',
        '．' | '。' | '․' | '·' | '‧' | '٫' => '.',
        '／' | '⁄' | '∕' => '/',
        '，' | '、' | '،' | '﹐' | '٬' => ',',
        '；' | '؛' | '﹔' => ';',
        '：' | '﹕' => ':',
        '＠' => '@',
        '＝' => '=',
        '｜' => '|',
        '‘' | '’' | '‛' | 'ʼ' | '＇' => '\'',
        '“' | '”' | '„' | '＂' => '"',
        '～' | '〜' => '-',
        'ａ'..='ｚ' | 'Ａ'..='Ｚ' => ascii_of(c),
        _ if is_line_break(c) => c,
        _ if is_blank(c) => ' ',
        _ if DASH.contains(c) => '-',
        _ => digit(c).unwrap_or(c),
    }
}

/// Returns the ASCII form of a full-width letter.
fn ascii_of(c: char) -> char {
    u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c)
}

/// Returns the ASCII form of a decimal digit of any script. Unicode keeps the ten digits of a script together, in
/// order; where several sets follow each other, their number is a multiple of ten.
fn digit(c: char) -> Option<char> {
    // The scripts of the product's languages and their neighbours; the general way takes longer.
    for zero in ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{ff10}'] {
        let value = u32::from(c).checked_sub(u32::from(zero)).filter(|value| *value < 10);
        if let Some(value) = value {
            return char::from_digit(value, 10);
        }
    }
    let is_digit = |c: char| CATEGORY.get(c) == GeneralCategory::DecimalNumber;
    if !is_digit(c) {
        return None;
    }
    let before =
        (1..60).take_while(|back| u32::from(c).checked_sub(*back).and_then(char::from_u32).is_some_and(is_digit));
    char::from_digit(u32::try_from(before.count()).ok()? % 10, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_numbers_have_one_form() {
        for (text, expected) in [
            ("\u{202a}+55\u{a0}11\u{a0}98888\u{2011}0001\u{202c}", "+55 11 98888-0001"),
            ("+55 11 98888\u{ad}0001", "+55 11 988880001"),
            ("+55 11 98888–0001", "+55 11 98888-0001"),
            ("+55 11 98888—0001", "+55 11 98888-0001"),
            ("+55 11 98888−0001", "+55 11 98888-0001"),
            ("+٩٦٦٥٠١٢٣٤٥٦٧", "+966501234567"),
            ("+۹۸۹۱۲۱۲۳۴۵۶۷", "+989121234567"),
            ("＋５５ （１１） ９８８８８－０００１", "+55 (11) 98888-0001"),
            ("+९१ ९८७६५ ४३२१०", "+91 98765 43210"),
            ("+𝟓𝟓 𝟭𝟭 𝟿𝟾𝟾𝟾𝟾", "+55 11 98888"),
            ("+55\u{200b}11\u{2060}98888\u{feff}0001", "+5511988880001"),
            ("+55\u{2009}11\u{202f}98888\u{3000}0001", "+55 11 98888 0001"),
            ("\u{2066}+55 11\u{2069}", "+55 11"),
            ("➕55", "+55"),
            ("1️⃣ +55", "1 +55"),
            ("1️⃣5511", "1 5511"),
            ("1️⃣0️⃣5511", "10 5511"),
            ("5️⃣5️⃣ 1️⃣1️⃣", "55 11"),
            ("1️⃣ 11 97777-0412 2️⃣11 97777-0413", "1) 11 97777-0412 2)11 97777-0413"),
            ("৫৫ ௫௫ ๕๕ ၅၅ ៥៥", "55 55 55 55 55"),
            ("a\u{2028}b\r", "a\nb\n"),
            ("Zoë 🦀", "Zoë 🦀"),
        ] {
            assert_eq!(plain(text), expected, "{text:?}");
        }
    }

    #[test]
    fn every_decimal_digit_has_its_value() {
        let digits: Vec<char> = ('\u{80}'..=char::MAX).filter_map(digit).collect();
        assert!(digits.len() >= 650);
        for (index, digit) in digits.iter().enumerate() {
            assert_eq!(digit.to_digit(10), u32::try_from(index % 10).ok());
        }
    }
}
