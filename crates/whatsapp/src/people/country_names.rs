//! Countries as a column of a table names them.

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
}
