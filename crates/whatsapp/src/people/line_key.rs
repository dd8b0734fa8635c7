//! Numbers that reach the same line.

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
    /// Returns the key by which numbers of one line are equal.
    pub fn line_key(&self) -> LineKey {
        LineKey(older_form(self.digits()).unwrap_or_else(|| self.digits().to_owned()))
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
}

/// Removes the digit that a mobile number has in one form and not in the other.
fn older_form(digits: &str) -> Option<String> {
    if let Some(national) = digits.strip_prefix("52").filter(|national| national.len() == 11) {
        return Some(format!("52{}", national.strip_prefix('1')?));
    }
    if let Some(national) = digits.strip_prefix("54").filter(|national| national.len() == 11) {
        return Some(format!("54{}", national.strip_prefix('9')?));
    }
    let national = digits.strip_prefix("55").filter(|national| national.len() == 11)?;
    let (area, subscriber) = national.split_at_checked(2)?;
    // Mobile numbers had 6 to 9 in front before. Behind a 9, the other digits are newer numbers, and landlines alone.
    let older = subscriber.strip_prefix('9').filter(|older| older.starts_with(['6', '7', '8', '9']))?;
    Some(format!("55{area}{older}"))
}

#[cfg(test)]
mod tests {
    use super::*;

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
