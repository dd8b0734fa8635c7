//! Phone numbers of one person that WhatsApp and people write with and without a digit.

use crate::PhoneNumber;

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
}
