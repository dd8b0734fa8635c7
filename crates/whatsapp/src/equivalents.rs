//! Phone numbers of one person that WhatsApp and people write with and without a digit.

use std::fmt;

use crate::{Person, PhoneNumber};

/// Key by which numbers of one line are equal. WhatsApp lists some accounts under the number that they had before their
/// country changed its numbers: Brazil's without the ninth digit, Mexico's with a 1, Argentina's with or without the 9.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LineKey(String);

impl fmt::Debug for LineKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LineKey(…)")
    }
}

impl PhoneNumber {
    /// Returns this number and the other forms in which the same account is known: Brazil's mobile numbers with and
    /// without the ninth digit, Mexico's with and without the 1 after the country code, and Argentina's with and without
    /// the 9 there. WhatsApp keeps the form in which an account was registered.
    pub fn equivalents(&self) -> Vec<Self> {
        let digits = self.digits();
        let other =
            brazil(digits).or_else(|| after_country(digits, "52", '1')).or_else(|| after_country(digits, "54", '9'));
        let other = other.and_then(|digits| digits.parse().ok());
        std::iter::once(self.clone()).chain(other).collect()
    }

    /// Returns the key by which numbers of one line are equal: the shortest of them.
    pub fn line_key(&self) -> LineKey {
        let shortest = self.equivalents().into_iter().min_by_key(|number| number.digits().len());
        LineKey(shortest.unwrap_or_else(|| self.clone()).digits().to_owned())
    }
}

impl Person {
    /// Returns the key by which numbers of one line are equal. A LID equals only itself.
    pub fn line_key(&self) -> LineKey {
        match self {
            Self::Phone(number) => number.line_key(),
            Self::Lid(lid) => LineKey(lid.to_string()),
        }
    }

    /// Returns this id and the other forms in which the same account is known. A LID has one form.
    pub fn forms(&self) -> Vec<Self> {
        match self {
            Self::Phone(number) => number.equivalents().into_iter().map(Self::Phone).collect(),
            Self::Lid(_) => vec![self.clone()],
        }
    }
}

/// Brazil: 55, two digits of the area, and eight or nine digits. Eight-digit mobile numbers begin with 6 to 9, and
/// the ninth digit is a 9 before them.
fn brazil(digits: &str) -> Option<String> {
    let (area, number) = digits.strip_prefix("55")?.split_at_checked(2)?;
    match (number.len(), number.strip_prefix('9')) {
        (9, Some(short)) if short.starts_with(['6', '7', '8', '9']) => Some(format!("55{area}{short}")),
        (8, _) if number.starts_with(['6', '7', '8', '9']) => Some(format!("55{area}9{number}")),
        _ => None,
    }
}

/// Countries whose mobile numbers have ten digits, and one more after the country code when dialled from abroad.
fn after_country(digits: &str, country: &str, extra: char) -> Option<String> {
    let number = digits.strip_prefix(country)?;
    match (number.len(), number.strip_prefix(extra)) {
        (11, Some(short)) => Some(format!("{country}{short}")),
        (10, _) => Some(format!("{country}{extra}{number}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_form_of_a_number_is_known() {
        for (number, other) in [
            ("+5511999998888", Some("+551199998888")),
            ("+551199998888", Some("+5511999998888")),
            ("+551133334444", None),
            ("+5215512345678", Some("+525512345678")),
            ("+525512345678", Some("+5215512345678")),
            ("+5491123456789", Some("+541123456789")),
            ("+541123456789", Some("+5491123456789")),
            ("+4915112345678", None),
            ("+15551234567", None),
        ] {
            let number: PhoneNumber = number.parse().unwrap();
            let expected: Vec<PhoneNumber> =
                std::iter::once(number.clone()).chain(other.map(|other| other.parse().unwrap())).collect();
            assert_eq!(number.equivalents(), expected, "{number}");
            for equivalent in number.equivalents() {
                assert!(equivalent.equivalents().contains(&number), "{number}");
            }
        }
    }

    #[test]
    fn numbers_of_one_line_have_one_key() {
        let key = |number: &str| number.parse::<PhoneNumber>().unwrap().line_key();
        for (one, other) in [
            ("+5531988880001", "+553188880001"),
            ("+5511977770412", "+551177770412"),
            ("+5521968880001", "+552168880001"),
            ("+5585999990001", "+558599990001"),
            ("+5215512345678", "+525512345678"),
            ("+5218112345678", "+528112345678"),
            ("+5213312345678", "+523312345678"),
            ("+5491123456789", "+541123456789"),
            ("+5493512345678", "+543512345678"),
            ("+5492234567890", "+542234567890"),
        ] {
            assert_eq!(key(one), key(other), "{one}");
        }
        for (one, other) in [
            ("+5511941234567", "+551141234567"),
            ("+5511988880001", "+5511988880002"),
            ("+5511988880001", "+5521988880001"),
            ("+15512345678", "+525512345678"),
            ("+491512345678", "+4915123456789"),
            ("+5211234567890", "+5221234567890"),
        ] {
            assert_ne!(key(one), key(other), "{one}");
        }
        let lid: Person = "123456789@lid".parse().unwrap();
        assert_ne!(lid.line_key(), Person::Phone("123456789".parse().unwrap()).line_key());
    }
}
