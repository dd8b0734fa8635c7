//! Countries as people and the columns of tables name them.

use super::region::Country;
use super::{chars, region};
use crate::unicode;

/// Names of countries in the languages of the product. Others are told by their two letters or their code.
const NAMES: &[(&str, &str)] = &[
    ("brazil", "BR"),
    ("brasil", "BR"),
    ("brasilien", "BR"),
    ("brésil", "BR"),
    ("ब्राज़ील", "BR"),
    ("germany", "DE"),
    ("deutschland", "DE"),
    ("alemanha", "DE"),
    ("alemania", "DE"),
    ("allemagne", "DE"),
    ("jerman", "DE"),
    ("austria", "AT"),
    ("österreich", "AT"),
    ("switzerland", "CH"),
    ("schweiz", "CH"),
    ("suisse", "CH"),
    ("suiza", "CH"),
    ("france", "FR"),
    ("frankreich", "FR"),
    ("frança", "FR"),
    ("francia", "FR"),
    ("spain", "ES"),
    ("españa", "ES"),
    ("espanha", "ES"),
    ("spanien", "ES"),
    ("espagne", "ES"),
    ("portugal", "PT"),
    ("italy", "IT"),
    ("italia", "IT"),
    ("italien", "IT"),
    ("itália", "IT"),
    ("italie", "IT"),
    ("united kingdom", "GB"),
    ("great britain", "GB"),
    ("england", "GB"),
    ("uk", "GB"),
    ("reino unido", "GB"),
    ("united states", "US"),
    ("united states of america", "US"),
    ("usa", "US"),
    ("u.s.a.", "US"),
    ("estados unidos", "US"),
    ("eua", "US"),
    ("vereinigte staaten", "US"),
    ("états-unis", "US"),
    ("amerika serikat", "US"),
    ("canada", "CA"),
    ("kanada", "CA"),
    ("india", "IN"),
    ("indien", "IN"),
    ("inde", "IN"),
    ("índia", "IN"),
    ("भारत", "IN"),
    ("bharat", "IN"),
    ("indonesia", "ID"),
    ("indonesien", "ID"),
    ("indonésie", "ID"),
    ("nigeria", "NG"),
    ("kenya", "KE"),
    ("kenia", "KE"),
    ("south africa", "ZA"),
    ("südafrika", "ZA"),
    ("mexico", "MX"),
    ("méxico", "MX"),
    ("mexiko", "MX"),
    ("mexique", "MX"),
    ("argentina", "AR"),
    ("argentinien", "AR"),
    ("colombia", "CO"),
    ("kolumbien", "CO"),
    ("colômbia", "CO"),
    ("chile", "CL"),
    ("peru", "PE"),
    ("perú", "PE"),
    ("turkey", "TR"),
    ("türkiye", "TR"),
    ("türkei", "TR"),
    ("russia", "RU"),
    ("russland", "RU"),
    ("ukraine", "UA"),
    ("israel", "IL"),
    ("saudi arabia", "SA"),
    ("united arab emirates", "AE"),
    ("uae", "AE"),
    ("egypt", "EG"),
    ("pakistan", "PK"),
    ("bangladesh", "BD"),
    ("philippines", "PH"),
    ("netherlands", "NL"),
    ("niederlande", "NL"),
    ("belgium", "BE"),
    ("belgien", "BE"),
    ("poland", "PL"),
    ("polen", "PL"),
    ("angola", "AO"),
    ("mozambique", "MZ"),
    ("moçambique", "MZ"),
    ("malaysia", "MY"),
    ("singapore", "SG"),
    ("ireland", "IE"),
    ("australia", "AU"),
];

/// Longest text that names a country.
const TEXT_BYTES_MAX: usize = 200;

/// Returns the country that a cell names by its code, its two letters or its name.
pub(super) fn country_of_cell(cell: &str) -> Option<Country> {
    let plain = chars::plain(cell);
    let code: String = plain.chars().filter(char::is_ascii_digit).collect();
    let letters: String = plain.chars().filter(|c| c.is_alphabetic()).collect();
    if !code.is_empty() {
        let number = code.strip_prefix("00").unwrap_or(&code).trim_end_matches(".0");
        let whole = plain.trim().trim_start_matches(['\'', '=', '"', '+', '(', ' ']);
        let number = if whole.ends_with(".0") { number.strip_suffix('0').unwrap_or(number) } else { number };
        let number = number.parse().ok().filter(|_| number.len() <= 4)?;
        // The code of some countries is given with the area: 1 809.
        return Country::with_calling_code(number)
            .or_else(|| region::split(&code).and_then(|(code, _)| Country::with_calling_code(code)));
    }
    if letters.chars().count() == 2 {
        let found = letters.to_uppercase().parse().ok();
        if found.is_some() {
            return found;
        }
    }
    let key = unicode::match_key(cell);
    NAMES.iter().find(|(name, _)| unicode::match_key(name) == key).and_then(|(_, letters)| letters.parse().ok())
}

/// Returns the country that a text names and that nothing in the text contradicts.
pub(super) fn country_of_words(text: &str) -> Option<Country> {
    if text.len() > TEXT_BYTES_MAX {
        return None;
    }
    let plain = chars::plain(text);
    let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
    let words = plain.trim_matches(|c: char| c.is_whitespace() || c.is_ascii_digit() || "+()-".contains(c));
    if words.is_empty() {
        return Country::with_prefix(digits.strip_prefix("00").unwrap_or(&digits));
    }
    let named = match <[char; 2]>::try_from(words.chars().collect::<Vec<_>>()) {
        Ok(letters) => letters.iter().collect::<String>().to_ascii_uppercase().parse().ok(),
        Err(_) => None,
    };
    let key = unicode::match_key(words);
    let of_name = || NAMES.iter().find(|(name, _)| unicode::match_key(name) == key)?.1.parse().ok();
    let country: Country = named.or_else(of_name)?;
    let code = digits.strip_prefix("00").unwrap_or(&digits);
    let agrees = code.is_empty() || country.calling_code().is_some_and(|own| own.to_string() == code);
    agrees.then_some(country)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_told_by_code_letters_or_name() {
        for (cell, expected) in [
            ("55", "BR"),
            ("+55", "BR"),
            ("0055", "BR"),
            ("55.0", "BR"),
            ("'+55", "BR"),
            ("BR", "BR"),
            ("br", "BR"),
            ("Brasil", "BR"),
            ("BRAZIL", "BR"),
            ("Deutschland", "DE"),
            ("1", "US"),
            ("+49", "DE"),
            ("Brazil (+55)", "BR"),
            ("UK", "GB"),
            ("India", "IN"),
            ("भारत", "IN"),
            ("+351", "PT"),
            ("７", "RU"),
        ] {
            assert_eq!(country_of_cell(cell).map(|one| one.to_string()).as_deref(), Some(expected), "{cell}");
        }
        for cell in ["", "Atlantis", "999", "12345", "-"] {
            assert_eq!(country_of_cell(cell), None, "{cell}");
        }
        for (_, letters) in NAMES {
            assert!(letters.parse::<Country>().is_ok(), "{letters}");
        }
    }

    #[test]
    fn a_country_is_understood_as_people_write_it() {
        for (text, expected) in [
            ("BR", "BR"),
            ("br", "BR"),
            (" Br ", "BR"),
            ("ｂｒ", "BR"),
            ("55", "BR"),
            ("+55", "BR"),
            ("+ 55", "BR"),
            ("0055", "BR"),
            ("(+55)", "BR"),
            ("+५५", "BR"),
            ("Brasil", "BR"),
            ("brazil", "BR"),
            ("BR (+55)", "BR"),
            ("Brazil +55", "BR"),
            ("KZ (+7)", "KZ"),
            ("7", "RU"),
            ("1", "US"),
            ("CA (+1)", "CA"),
            ("+1 809", "DO"),
            ("1-787", "PR"),
            ("UK", "GB"),
            ("U.S.A.", "US"),
            ("états-unis", "US"),
            ("Côte", ""),
            ("भारत", "IN"),
            ("BR (+44)", ""),
            ("Brazil 49", ""),
            ("Room 55", ""),
            ("55 11 97777-0412", ""),
            ("+1 555", ""),
            ("999", ""),
            ("0", ""),
            ("XX", ""),
            ("Atlantis", ""),
            ("B", ""),
            ("", ""),
            ("-", ""),
        ] {
            let found = Country::named(text).map(|one| one.to_string()).unwrap_or_default();
            assert_eq!(found, expected, "{text}");
        }
        assert_eq!(Country::named(&"Brazil".repeat(100)), None);
        for country in ["BR", "KZ", "CA", "DO", "GG", "DE", "VA", "IT"] {
            let country: Country = country.parse().unwrap();
            assert_eq!(Country::named(&country.with_code()), Some(country), "{}", country.with_code());
        }
        assert_eq!("BR".parse::<Country>().unwrap().with_code(), "BR (+55)");
    }
}
