//! Brazil's old way to write a number that any carrier may connect: `(0xx11) 97777-0412`, `0**11 97777-0412`.

use std::borrow::Cow;

use super::Country;

/// Stand for the two digits of the carrier.
const CARRIER: [&str; 4] = ["xx", "XX", "**", "--"];
const SEPARATORS: [char; 4] = [' ', '-', '(', ')'];

/// Leaves out the signs of the carrier behind the trunk zero, where a number is one of Brazil: by `country`, or by the
/// country code in front of it.
pub(super) fn without(text: &str, country: Option<Country>) -> Cow<'_, str> {
    if !CARRIER.iter().any(|carrier| text.contains(carrier)) {
        return Cow::Borrowed(text);
    }
    let is_brazil = country.is_some_and(|country| country.letters() == "BR");
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(zero) = rest.find('0') {
        let (before, from) = rest.split_at_checked(zero).unwrap_or((rest, ""));
        written.push_str(before);
        rest = from.get(1..).unwrap_or_default();
        written.push('0');
        let in_front = written.trim_end_matches('0').trim_end_matches(SEPARATORS);
        let is_first = written.strip_suffix('0').is_some_and(|one| !one.ends_with(|c: char| c.is_alphanumeric()));
        let has_code = in_front.strip_suffix("55").is_some_and(|one| one.ends_with('+') || one.ends_with("00"));
        if !has_code && !(is_brazil && (is_first || in_front.ends_with("55"))) {
            continue;
        }
        if let Some(area) = behind_carrier(rest) {
            rest = area;
        }
    }
    written.push_str(rest);
    Cow::Owned(written)
}

/// Returns what follows the signs of a carrier, if it begins with an area code.
fn behind_carrier(text: &str) -> Option<&str> {
    let signs = text.trim_start_matches(SEPARATORS);
    let signs = if signs.len() + 2 < text.len() { return None } else { signs };
    // The sign of a carrier can be a separator itself.
    let after =
        CARRIER.iter().find_map(|carrier| signs.strip_prefix(carrier).or_else(|| text.strip_prefix(carrier)))?;
    let area = after.trim_start_matches(SEPARATORS);
    let mut digits = area.chars();
    let is_area = digits.by_ref().take(2).filter(|c| matches!(c, '1'..='9')).count() == 2;
    (is_area && after.len() - area.len() <= 2).then_some(area)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signs_of_a_carrier_go() {
        for (text, expected) in [
            ("(0xx11) 97777-0412", "(011) 97777-0412"),
            ("0xx11 97777-0412", "011 97777-0412"),
            ("(0XX11)97777-0412", "(011)97777-0412"),
            ("0**11 97777-0412", "011 97777-0412"),
            ("0 xx 11 97777-0412", "011 97777-0412"),
            ("0-xx-11 97777-0412", "011 97777-0412"),
            ("0xx(11) 97777-0412", "011) 97777-0412"),
            ("0(xx)11 97777-0412", "011 97777-0412"),
            ("(0xx)11 97777-0412", "(011 97777-0412"),
            ("+55 (0xx11) 97777-0412", "+55 (011) 97777-0412"),
            ("Ana: 0xx11 97777-0412, Bia: 0xx21 97777-0413", "Ana: 011 97777-0412, Bia: 021 97777-0413"),
            ("+55 11 9xxxx-0412", "+55 11 9xxxx-0412"),
            ("11 90xx1-0412", "11 90xx1-0412"),
            ("0xx0 1", "0xx0 1"),
            ("xx0", "xx0"),
        ] {
            assert_eq!(without(text, "BR".parse().ok()), expected);
        }
        assert_eq!(without("+55 (0xx11) 97777-0412", None), "+55 (011) 97777-0412");
        for text in ["0xx11 97777-0412", "+49 0xx11 97777-0412"] {
            assert_eq!(without(text, "DE".parse().ok()), text);
        }
    }
}
