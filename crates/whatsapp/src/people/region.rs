//! Countries and their numbers: which exist, and how people of a country write them.

use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

use phonenumber::Metadata;
use phonenumber::metadata::{DATABASE, Descriptor};
use serde::{Deserialize, Serialize};

use super::country_names;
use super::grouping::Grouping;
use super::pattern::{Digits, Pattern};
use crate::PhoneNumber;

/// A country, by its two letters (ISO 3166-1). Only countries with phone numbers exist.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

/// The text is not the two letters of a country, such as `BR`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a country is two capital letters, such as \"BR\"")]
pub struct UnknownCountry;

impl Country {
    /// Returns the country of a number, or `None` for a number that belongs to no country. Several countries share a
    /// code; a number of which only the form is known belongs to the main one.
    pub fn of(number: &PhoneNumber) -> Option<Self> {
        let (code, national) = split(number.digits())?;
        let digits = Digits::new(national)?;
        let mut regions = regions_of(code);
        let first = regions.clone().next();
        regions.find(|region| region.is_home_of(&digits)).or(first).map(|region| region.country)
    }

    /// Returns the calling code: 55 for Brazil.
    pub fn calling_code(self) -> Option<u16> {
        region_of(self).map(|region| region.code)
    }

    /// Returns the main country of a calling code: the United States for 1.
    pub fn with_calling_code(code: u16) -> Option<Self> {
        regions_of(code).next().map(|region| region.country)
    }

    /// Returns the country that a person names: by its two letters in any case, by its calling code, or by its name, where
    /// that is one of the languages of the product. Names and codes may stand together, as [`Self::with_code`] writes
    /// them, if they agree.
    pub fn named(text: &str) -> Option<Self> {
        country_names::country_of_words(text)
    }

    /// Returns the two letters and the calling code: `BR (+55)`.
    pub fn with_code(self) -> String {
        self.calling_code().map_or_else(|| self.to_string(), |code| format!("{self} (+{code})"))
    }

    /// Returns the country of the first digits of an international number: a calling code, and an area where several
    /// countries share the code.
    pub(super) fn with_prefix(digits: &str) -> Option<Self> {
        let (code, area) = split(digits)?;
        if area.is_empty() {
            return Self::with_calling_code(code);
        }
        let area = Digits::new(area)?;
        let is_of =
            |region: &&NumberingPlan| region.patterns().leading.as_ref().is_some_and(|leading| leading.starts(&area));
        regions_of(code).find(is_of).map(|region| region.country)
    }

    /// Returns the two letters.
    pub fn letters(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Country({self})")
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.letters())
    }
}

impl FromStr for Country {
    type Err = UnknownCountry;

    fn from_str(text: &str) -> Result<Self, UnknownCountry> {
        let letters = <[u8; 2]>::try_from(text.as_bytes()).map_err(|_| UnknownCountry)?;
        region_of(Self(letters)).map(|region| region.country).ok_or(UnknownCountry)
    }
}

impl TryFrom<String> for Country {
    type Error = UnknownCountry;

    fn try_from(text: String) -> Result<Self, UnknownCountry> {
        text.parse()
    }
}

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.to_string()
    }
}

/// What is known of the numbers of a country.
pub(super) struct NumberingPlan {
    pub(super) country: Country,
    pub(super) code: u16,
    /// What people dial in front of a national number, such as `0`.
    pub(super) trunk: Option<&'static str>,
    is_main: bool,
    meta: &'static Metadata,
    patterns: OnceLock<Patterns>,
    groupings: OnceLock<Vec<Grouping>>,
}

struct Patterns {
    leading: Option<Pattern>,
    general: Option<Pattern>,
    mobile: Option<Pattern>,
    fixed: Option<Pattern>,
    others: Vec<Pattern>,
}

/// What a number is used for, as far as its digits tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Use {
    /// The form fits the country, and no use of these digits is known.
    Unassigned,
    Fixed,
    /// Mobile, or of a country where digits do not tell.
    Mobile,
}

impl NumberingPlan {
    fn patterns(&self) -> &Patterns {
        self.patterns.get_or_init(|| {
            let kinds = self.meta.descriptors();
            let pattern = |kind: Option<&Descriptor>| {
                let text = kind?.national_number().as_str();
                Pattern::parse(&text.split_whitespace().collect::<String>())
            };
            let others = [kinds.voip(), kinds.personal_number(), kinds.uan(), kinds.toll_free(), kinds.shared_cost()];
            Patterns {
                leading: self.meta.leading_digits().and_then(|text| Pattern::parse(text.as_str())),
                general: pattern(Some(kinds.general())),
                mobile: pattern(kinds.mobile()),
                fixed: pattern(kinds.fixed_line()),
                others: others.into_iter().filter_map(pattern).collect(),
            }
        })
    }

    /// Returns a national number in groups, as people abroad write it behind the country code; `None` if it is not known
    /// how its digits are grouped.
    pub(super) fn grouped(&self, national: &str) -> Option<String> {
        let groupings = self.groupings.get_or_init(|| {
            let abroad = self.meta.international_formats();
            let formats = if abroad.is_empty() { self.meta.formats() } else { abroad };
            formats.iter().filter_map(Grouping::of).collect()
        });
        groupings.iter().find_map(|grouping| grouping.apply(national))
    }

    /// Returns the shortest and the longest length of a national number.
    pub(super) fn lengths(&self) -> (Option<usize>, Option<usize>) {
        let kinds = self.meta.descriptors();
        let all = [kinds.mobile(), kinds.fixed_line()].into_iter().flatten();
        let lengths = all.flat_map(|kind| kind.possible_length().iter().map(|length| usize::from(*length)));
        (lengths.clone().min(), lengths.max())
    }

    /// Returns whether a number of this length can be called inside its area only.
    pub(super) fn has_local_length(&self, length: usize) -> bool {
        let kinds = self.meta.descriptors();
        let all = [kinds.mobile(), kinds.fixed_line()].into_iter().flatten();
        all.flat_map(Descriptor::possible_local_length).any(|local| usize::from(*local) == length)
    }

    /// Returns the use of a national number, without a trunk prefix. `None`: no number of the country has this form.
    fn use_of(&self, national: &Digits) -> Option<Use> {
        let patterns = self.patterns();
        let fits = |pattern: &Option<Pattern>| pattern.as_ref().is_some_and(|one| one.is_match(national));
        if !fits(&patterns.general) {
            return None;
        }
        Some(if fits(&patterns.mobile) {
            Use::Mobile
        } else if fits(&patterns.fixed) || patterns.others.iter().any(|one| one.is_match(national)) {
            Use::Fixed
        } else {
            let length = u16::try_from(national.length()).ok()?;
            let is_long = kind_has_length(self.meta.descriptors().mobile(), length);
            return is_long.then_some(Use::Unassigned);
        })
    }

    /// Returns whether a number belongs to this country and not to another with the same code.
    fn is_home_of(&self, national: &Digits) -> bool {
        match &self.patterns().leading {
            Some(leading) => leading.starts(national),
            None => self.use_of(national).is_some_and(|found| found != Use::Unassigned),
        }
    }
}

fn kind_has_length(kind: Option<&Descriptor>, length: u16) -> bool {
    kind.is_some_and(|kind| kind.possible_length().contains(&length))
}

static REGIONS: OnceLock<Vec<NumberingPlan>> = OnceLock::new();

/// Returns all countries; those that share a code stand together, the main one first. The first call loads the metadata.
fn regions() -> &'static [NumberingPlan] {
    REGIONS.get_or_init(|| {
        let mut regions: Vec<NumberingPlan> = DATABASE.iter().filter_map(region).collect();
        regions.sort_by_key(|region| (region.code, !region.is_main, region.country));
        regions
    })
}

/// Returns whether the metadata of all countries is loaded. The first use of a number of any country loads it, which takes
/// about 150 ms and 5 MiB.
pub fn is_metadata_loaded() -> bool {
    REGIONS.get().is_some()
}

/// Returns the data of a country. Codes that belong to no country, such as 800, are left out: no person has such a
/// number.
fn region(meta: &'static Metadata) -> Option<NumberingPlan> {
    let letters = <[u8; 2]>::try_from(meta.id().as_bytes()).ok()?;
    Some(NumberingPlan {
        country: Country(letters),
        code: meta.country_code(),
        trunk: meta.national_prefix(),
        is_main: meta.is_main_country_for_code(),
        meta,
        patterns: OnceLock::new(),
        groupings: OnceLock::new(),
    })
}

pub(super) fn region_of(country: Country) -> Option<&'static NumberingPlan> {
    regions().iter().find(|region| region.country == country)
}

/// Returns the countries with a calling code, the main one first.
pub(super) fn regions_of(code: u16) -> impl Iterator<Item = &'static NumberingPlan> + Clone {
    let all = regions();
    let start = all.partition_point(|region| region.code < code);
    all.get(start..).unwrap_or_default().iter().take_while(move |region| region.code == code)
}

/// Separates an international number into its country code and the rest. `None`: there is no such country.
pub(super) fn split(digits: &str) -> Option<(u16, &str)> {
    (1..=3).find_map(|length| {
        let (code, national) = digits.split_at_checked(length)?;
        let code = code.parse().ok().filter(|_| !code.starts_with('0'))?;
        regions_of(code).next().map(|_| (code, national))
    })
}

/// Returns the best use that any country with this code has for a national number.
pub(super) fn use_of(code: u16, national: &str) -> Option<Use> {
    let known = Digits::new(national).and_then(|digits| regions_of(code).filter_map(|one| one.use_of(&digits)).max());
    match known {
        Some(Use::Fixed | Use::Mobile) => known,
        _ if is_of_older_plan(code, national) => Some(Use::Mobile),
        Some(Use::Unassigned) | None => known,
    }
}

/// Returns whether the number has the form of a numbering plan that WhatsApp still uses for accounts that are older
/// than a change: Brazil before the ninth digit, Mexico and Argentina with the mobile digit.
fn is_of_older_plan(code: u16, national: &str) -> bool {
    let now = |national: &str| use_of(code, national).is_some_and(|found| found != Use::Unassigned);
    match (code, national.len()) {
        (55, 10) => national.split_at_checked(2).is_some_and(|(area, subscriber)| {
            subscriber.starts_with(['6', '7', '8', '9']) && now(&format!("{area}9{subscriber}"))
        }),
        (52, 11) => national.strip_prefix('1').is_some_and(now),
        (54, 11) => national.strip_prefix('9').is_some_and(|rest| rest.len() == 10 && now(rest)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_of_the_metadata_is_understood() {
        let mut mobiles = 0;
        for region in regions() {
            let patterns = region.patterns();
            assert!(patterns.general.is_some(), "{}", region.country);
            let kinds = region.meta.descriptors();
            assert_eq!(patterns.mobile.is_some(), kinds.mobile().is_some(), "{}", region.country);
            assert_eq!(patterns.fixed.is_some(), kinds.fixed_line().is_some(), "{}", region.country);
            assert_eq!(patterns.leading.is_some(), region.meta.leading_digits().is_some(), "{}", region.country);
            let formats = region.meta.formats().iter().chain(region.meta.international_formats());
            for format in formats {
                assert!(Grouping::of(format).is_some(), "{} {}", region.country, format.pattern().as_str());
            }
            for kind in [kinds.mobile(), kinds.fixed_line()].into_iter().flatten() {
                let Some(example) = kind.example() else { continue };
                let digits = Digits::new(example).unwrap();
                assert!(region.use_of(&digits).is_some_and(|found| found != Use::Unassigned), "{}", region.country);
                mobiles += 1;
            }
        }
        assert!(mobiles > 400, "{mobiles}");
    }

    #[test]
    fn a_number_has_a_country() {
        for (number, country) in [
            ("+5511977770412", "BR"),
            ("+553188880001", "BR"),
            ("+12025550123", "US"),
            ("+16135550123", "CA"),
            ("+79161234567", "RU"),
            ("+77011234567", "KZ"),
            ("+447912345678", "GB"),
            ("+5215512345678", "MX"),
            ("+390612345678", "IT"),
        ] {
            let country: Country = country.parse().unwrap();
            assert_eq!(Country::of(&number.parse().unwrap()), Some(country), "{number}");
        }
        assert_eq!(Country::of(&"+9991234567".parse().unwrap()), None);
        for text in ["br", "B", "BRA", "XX", "001", ""] {
            assert_eq!(text.parse::<Country>(), Err(UnknownCountry), "{text}");
        }
        assert_eq!("BR".parse::<Country>().unwrap().calling_code(), Some(55));
        assert_eq!(Country::with_calling_code(1), "US".parse().ok());
    }
}
