//! Phone numbers without a country code, as people of one country write them.

use std::fmt;

use phonenumber::country;
use serde::Deserialize;
use whatsapp::{InvalidId, Person, PhoneNumber};

use super::people::Why;

/// Longest text that is parsed as a person. Parsing a longer one as a national number would be slow.
const ENTRY_BYTES_MAX: usize = 250;

/// A country whose national numbers are accepted, by its two letters (ISO 3166-1).
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Region(country::Id);

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Region({:?})", self.0)
    }
}

impl TryFrom<String> for Region {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let well_formed = text.len() == 2 && text.chars().all(|c| c.is_ascii_uppercase());
        let id = if well_formed { text.parse().ok() } else { None };
        id.map(Self).ok_or("a country is two capital letters, such as \"BR\"")
    }
}

/// Returns the country of a person's number by its two letters, or `None` for a LID and for a number that belongs to no
/// country.
pub fn country_of(person: &Person) -> Option<String> {
    let Person::Phone(number) = person else { return None };
    let country = phonenumber::parse(None, number.to_string()).ok()?.country().id()?;
    Some(format!("{country:?}"))
}

/// Parses a person. Without `region`, every number needs its country code. With one, a number without `+` may be a
/// national or an international number, and is accepted only if exactly one of the two exists.
pub(super) fn read_person(text: &str, region: Option<Region>) -> Result<Person, Why> {
    let text = text.trim();
    if text.len() > ENTRY_BYTES_MAX {
        return Err(Why::Invalid(InvalidId::Phone));
    }
    let whole = text.parse::<Person>();
    let Some(Region(country)) = region.filter(|_| !text.starts_with('+') && !text.starts_with("00")) else {
        return whole.map_err(Why::Invalid);
    };
    if text.contains('@') {
        return whole.map_err(Why::Invalid);
    }
    let national = real(phonenumber::parse(Some(country), text).ok());
    let international = whole.ok().and_then(|person| match person {
        Person::Phone(number) => real(phonenumber::parse(None, number.to_string()).ok()),
        Person::Lid(_) => None,
    });
    match (national, international) {
        (Some(national), Some(international)) if national != international => Err(Why::TwoCountries),
        (Some(number), _) | (None, Some(number)) => Ok(Person::Phone(number)),
        (None, None) if text.chars().filter(char::is_ascii_digit).count() >= 3 => Err(Why::NoCountryCode),
        (None, None) => Err(Why::Invalid(InvalidId::Phone)),
    }
}

/// Returns the number, if a number of that form can exist.
fn real(number: Option<phonenumber::PhoneNumber>) -> Option<PhoneNumber> {
    let number = number.filter(phonenumber::is_valid)?;
    number.format().mode(phonenumber::Mode::E164).to_string().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, region: &str) -> Result<String, Why> {
        read_person(text, Some(region.to_owned().try_into().unwrap())).map(|person| person.to_string())
    }

    #[test]
    fn a_national_number_is_understood_in_its_country() {
        for (text, region, digits) in [
            ("11 99999-9999", "BR", "5511999999999"),
            ("(11) 99999-9999", "BR", "5511999999999"),
            ("011 99999-9999", "BR", "5511999999999"),
            ("5511999999999", "BR", "5511999999999"),
            ("+55 11 99999-9999", "DE", "5511999999999"),
            ("0151 23456789", "DE", "4915123456789"),
            ("4915123456789", "DE", "4915123456789"),
            ("004915123456789", "BR", "4915123456789"),
            ("(202) 555-0123", "US", "12025550123"),
            ("098765 43210", "IN", "919876543210"),
            ("0812-3456-7890", "ID", "6281234567890"),
            ("5511999999999@s.whatsapp.net", "US", "5511999999999"),
        ] {
            assert_eq!(read(text, region), Ok(format!("{digits}@s.whatsapp.net")), "{text} in {region}");
        }
        assert_eq!(read("123456789@lid", "BR"), Ok("123456789@lid".to_owned()));
    }

    #[test]
    fn what_could_be_somebody_elses_number_is_refused() {
        // A landline of Blumenau, or a number in Norway.
        assert_eq!(read("47 3334-4455", "BR"), Err(Why::TwoCountries));
        assert_eq!(read("12345", "BR"), Err(Why::NoCountryCode));
        assert_eq!(read("99999-9999", "BR"), Err(Why::NoCountryCode));
        assert_eq!(read("banana", "BR"), Err(Why::Invalid(InvalidId::Phone)));
        assert_eq!(
            read_person("11 99999-9999", None).map(|one| one.to_string()),
            Ok("11999999999@s.whatsapp.net".to_owned())
        );
    }
}
