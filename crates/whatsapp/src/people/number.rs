//! Reads one phone number, as written with its country code or as people of one country write it.

use super::region::{Country, NumberingPlan, Use, region_of, regions_of, split, use_of};
use super::{GuessReason, Reading, UnclearReason};
use crate::PhoneNumber;

/// Fewest digits of a number with a country code and without `+`. Shorter ones are ids, dates and local numbers.
const INTERNATIONAL_DIGITS_MIN: usize = 10;
/// Most digits that are looked at: a number with every prefix that can be dialled in front of it.
const DIGITS_MAX: usize = 24;
/// Fewest digits of a number with its country code in brackets and without `+`; `(47) 3334-4455` has an area code.
const BRACKETED_CODE_DIGITS_MIN: usize = 11;

/// How people of North America group the digits of a number: (415) 555-0123.
const NORTH_AMERICAN_GROUPS: [usize; 3] = [3, 3, 4];

/// Countries with the trunk prefix 0 whose people usually write numbers without it.
const TRUNK_ZERO_UNUSUAL: [&str; 9] = ["AR", "BO", "BR", "CN", "CO", "IN", "PE", "TR", "VE"];

/// A number as it is written: its digits, and how they are grouped.
#[derive(Debug, Default)]
struct WrittenNumber {
    digits: String,
    plus: bool,
    /// Lengths of the groups of digits.
    groups: Vec<usize>,
    first_in_brackets: bool,
}

impl WrittenNumber {
    /// Takes a text of ASCII digits and separators, with `+` only in front. `None`: there are too many digits.
    fn parse(text: &str) -> Option<Self> {
        // A plus sign at the end is how some right-to-left texts show one at the start.
        let plus = text.contains('+');
        let is_international = plus || text.trim_start_matches(['(', ' ']).starts_with("00");
        // WrittenNumber for callers at home: +44 (0)7700 900123.
        let without_zero = if is_international { text.replacen("(0)", " ", 1) } else { text.to_owned() };
        let mut written = Self { plus, ..Self::default() };
        let mut in_group = false;
        for c in without_zero.chars() {
            if c.is_ascii_digit() {
                written.digits.push(c);
                match written.groups.last_mut().filter(|_| in_group) {
                    Some(group) => *group += 1,
                    None => written.groups.push(1),
                }
            }
            in_group = c.is_ascii_digit();
            written.first_in_brackets |= c == '(' && written.digits.is_empty();
        }
        (written.digits.len() <= DIGITS_MAX).then_some(written)
    }

    fn first_group(&self) -> usize {
        self.groups.first().copied().unwrap_or_default()
    }
}

/// A number that can exist.
struct Candidate {
    digits: String,
    used: Use,
    /// The text has the prefix that is dialled before national numbers.
    has_trunk: bool,
    guess: Option<GuessReason>,
}

impl Candidate {
    fn new(code: u16, national: &str, has_trunk: bool) -> Option<Self> {
        let used = use_of(code, national).filter(|used| *used != Use::Unassigned)?;
        Some(Self { digits: format!("{code}{national}"), used, has_trunk, guess: None })
    }

    /// Returns whether the groups show that the last digit of a mobile number of Brazil is missing: 11 97777-041. Without
    /// it the number is the older form of somebody else's.
    fn is_cut_off(&self, written: &WrittenNumber) -> bool {
        let is_old = self.digits.len() == 12 && self.digits.starts_with("55") && self.used == Use::Mobile;
        is_old && written.groups.len() > 1 && written.groups.last() == Some(&3)
    }

    fn number(&self) -> Result<PhoneNumber, UnclearReason> {
        self.digits.parse().map_err(|_| UnclearReason::NoSuchNumber)
    }
}

fn is_of_brazil(region: Option<&NumberingPlan>) -> bool {
    region.is_some_and(|region| region.code == 55)
}

/// Returns whether the area code of a Brazilian number would end inside a group of digits: 97777-04123 has a digit too
/// many, and no area code 97.
fn is_area_inside(written: &WrittenNumber) -> bool {
    let is_national = matches!(written.digits.len(), 10 | 11) && !written.digits.starts_with('0');
    is_national && written.groups.len() > 1 && matches!(written.first_group(), 4 | 5)
}

/// Returns whether digits that no number of the country has are an id there: Brazil's CPF, by its check digits, or
/// India's Aadhaar, by its groups.
fn is_id(region: Option<&NumberingPlan>, written: &WrittenNumber) -> bool {
    match region.map(|region| region.country) {
        Some(country) if country.letters() == "BR" => is_cpf(&written.digits),
        Some(country) if country.letters() == "IN" => written.groups == [4, 4, 4],
        _ => false,
    }
}

/// Returns whether the last two of eleven digits are the check digits of the others.
fn is_cpf(digits: &str) -> bool {
    let values: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    let check = |count: usize| {
        let sum: u32 = values.iter().take(count).rev().zip(2..).map(|(digit, weight)| digit * weight).sum();
        values.get(count) == Some(&(sum * 10 % 11 % 10))
    };
    values.len() == 11 && check(9) && check(10)
}

/// Reads a number that is written with ASCII digits and separators. Without a country code it is of `country`.
pub(super) fn read_number(text: &str, country: Option<Country>) -> Result<(PhoneNumber, Reading), UnclearReason> {
    let written = WrittenNumber::parse(text).ok_or(UnclearReason::TooLong)?;
    let digits = &*written.digits;
    let region = country.and_then(region_of);
    if let Some(found) = dialled_abroad(region, digits).filter(|_| !written.plus) {
        return found;
    }
    let exact =
        if written.plus { Some(digits.strip_prefix("00").unwrap_or(digits)) } else { digits.strip_prefix("00") };
    if let Some(digits) = exact {
        let found = international(digits)?;
        if found.is_cut_off(&written) {
            return Err(UnclearReason::TooShort);
        }
        return Ok((found.number()?, found.guess.map_or(Reading::Exact, Reading::Guess)));
    }
    if is_of_brazil(region) && is_area_inside(&written) {
        return Err(UnclearReason::NoSuchNumber);
    }
    let national = region.and_then(|region| national(region, digits));
    let whole = Some(digits).filter(|digits| digits.len() >= INTERNATIONAL_DIGITS_MIN).and_then(assigned);
    let (found, reading) = match (region, national, whole) {
        (Some(region), Some(national), Some(whole)) => of_two(&written, region, national, whole),
        (Some(region), Some(national), None) => {
            let reading = if is_trunk_missing(region, &national) {
                Reading::Guess(GuessReason::TrunkZeroMissing)
            } else {
                Reading::National(region.country)
            };
            (national, reading)
        }
        (Some(region), None, Some(whole)) if digits.starts_with(&region.code.to_string()) => {
            (whole, Reading::National(region.country))
        }
        (_, None, Some(whole)) => {
            if written.first_in_brackets && digits.len() < BRACKETED_CODE_DIGITS_MIN {
                return Err(missing(region, digits));
            }
            if is_id(region, &written) {
                return Err(UnclearReason::IdNumber);
            }
            (whole, Reading::Guess(GuessReason::PlusMissing))
        }
        (_, _, None) => return Err(missing(region, digits)),
        (None, Some(_), Some(_)) => return Err(UnclearReason::CountryMissing),
    };
    if found.is_cut_off(&written) {
        return Err(UnclearReason::TooShort);
    }
    let number = found.number()?;
    let reading = match (reading, north_american(&written, &number)) {
        (Reading::National(_), Some(other)) => Reading::Guess(GuessReason::TwoCountries { other }),
        (reading, _) => reading,
    };
    Ok((number, reading))
}

/// Returns the number of North America that a text shows by its groups, `(415) 555-0123`, where it was read as a number
/// of a country whose people group digits otherwise.
fn north_american(written: &WrittenNumber, read: &PhoneNumber) -> Option<PhoneNumber> {
    if written.groups != NORTH_AMERICAN_GROUPS || read.digits().starts_with('1') {
        return None;
    }
    let usual = phonenumber::parse(None, read.to_string()).ok()?.format().mode(phonenumber::Mode::National).to_string();
    let first = usual.trim_start_matches(|c: char| !c.is_ascii_digit());
    let first_group = first.chars().take_while(char::is_ascii_digit).count();
    let other = assigned(&format!("1{}", written.digits))?.number().ok()?;
    (first_group != NORTH_AMERICAN_GROUPS[0]).then_some(other)
}

/// Decides between a number of the server's country and one of another country with the same digits.
fn of_two(
    written: &WrittenNumber,
    region: &NumberingPlan,
    national: Candidate,
    whole: Candidate,
) -> (Candidate, Reading) {
    let of_country = Reading::National(region.country);
    if national.digits == whole.digits {
        return (national, of_country);
    }
    let code_length = split(&written.digits).map_or(0, |(code, _)| code.to_string().len());
    let is_own = written.digits.starts_with(&region.code.to_string());
    // 4915123456789 in Germany: nobody writes a landline of Emden like this.
    if is_own && whole.used == Use::Mobile && national.used == Use::Fixed && !national.has_trunk {
        return (whole, of_country);
    }
    // A landline without its zero is less likely than a mobile number without its plus.
    if whole.used == Use::Mobile && national.used == Use::Fixed && is_trunk_missing(region, &national) {
        let other = national.number();
        return (whole, other.map_or(of_country, |other| Reading::Guess(GuessReason::TwoCountries { other })));
    }
    let first_group = written.first_group();
    let code_is_apart = first_group == code_length || first_group == written.digits.len();
    let is_clear = national.has_trunk || written.first_in_brackets || !code_is_apart || national.used > whole.used;
    if is_clear && !is_trunk_missing(region, &national) {
        return (national, of_country);
    }
    match whole.number() {
        Ok(other) => (national, Reading::Guess(GuessReason::TwoCountries { other })),
        Err(_) => (national, of_country),
    }
}

/// Returns whether the number has no trunk zero where people usually write it. Spreadsheets drop leading zeros.
fn is_trunk_missing(region: &NumberingPlan, national: &Candidate) -> bool {
    region.trunk == Some("0") && !national.has_trunk && !TRUNK_ZERO_UNUSUAL.contains(&region.country.letters())
}

/// Reads digits after a dialling prefix of the country that is not `00`: 011 in North America, 0011 in Australia.
fn dialled_abroad(
    region: Option<&NumberingPlan>,
    digits: &str,
) -> Option<Result<(PhoneNumber, Reading), UnclearReason>> {
    let prefixes: &[&str] = match region?.country.letters() {
        _ if region?.code == 1 => &["011"],
        "AU" => &["0011"],
        "JP" => &["010"],
        "RU" | "KZ" => &["810"],
        "NG" => &["009"],
        "KE" | "TZ" | "UG" => &["000"],
        _ => &[],
    };
    let rest = prefixes.iter().find_map(|prefix| digits.strip_prefix(prefix))?;
    assigned(rest).map(|found| Ok((found.number()?, Reading::Exact)))
}

/// Returns an international number without `+`, if it is in use.
fn assigned(digits: &str) -> Option<Candidate> {
    let (code, national) = split(digits)?;
    Candidate::new(code, national, false)
}

/// Reads an international number.
fn international(digits: &str) -> Result<Candidate, UnclearReason> {
    let Some((code, rest)) = split(digits) else {
        return Err(if digits.len() < 7 { UnclearReason::TooShort } else { UnclearReason::UnknownCountryCode });
    };
    if let Some(found) = Candidate::new(code, rest, false) {
        return Ok(found);
    }
    let mut regions = regions_of(code);
    let main = regions.clone().next().ok_or(UnclearReason::UnknownCountryCode)?;
    if let Some(mut found) = rest.strip_prefix('0').and_then(|rest| Candidate::new(code, rest, true)) {
        found.guess = (main.trunk != Some("0")).then_some(GuessReason::TrunkPrefix);
        return Ok(found);
    }
    let trunk = main.trunk.and_then(|trunk| rest.strip_prefix(trunk)).and_then(|rest| Candidate::new(code, rest, true));
    if let Some(found) = trunk.or_else(|| special(main, rest)) {
        return Ok(Candidate { guess: Some(GuessReason::TrunkPrefix), ..found });
    }
    if use_of(code, rest).is_some() {
        let digits = digits.to_owned();
        let guess = Some(GuessReason::Unassigned);
        return Ok(Candidate { digits, used: Use::Unassigned, has_trunk: false, guess });
    }
    if regions.clone().all(|region| region.lengths().0.is_none_or(|shortest| rest.len() < shortest)) {
        return Err(UnclearReason::TooShort);
    }
    if regions.all(|region| region.lengths().1.is_none_or(|longest| rest.len() > longest)) {
        return Err(UnclearReason::TooLong);
    }
    Err(UnclearReason::NoSuchNumber)
}

/// Reads a number of a country that is written without its code.
fn national(region: &NumberingPlan, digits: &str) -> Option<Candidate> {
    let trunk = || {
        let rest = digits.strip_prefix(region.trunk.unwrap_or("0"))?;
        Candidate::new(region.code, rest, true)
    };
    // Mexico's 1 is part of the number only where it is written with the country code.
    let own = (region.code == 52).then(|| special(region, digits)).flatten();
    own.or_else(|| Candidate::new(region.code, digits, false)).or_else(trunk).or_else(|| special(region, digits))
}

/// Reads what people of some countries dial in front of or inside a mobile number.
fn special(region: &NumberingPlan, digits: &str) -> Option<Candidate> {
    let code = region.code;
    match region.country.letters() {
        // Long distance through a carrier: 0 21 11 97777-0412.
        "BR" => {
            let rest = digits.strip_prefix('0')?.get(2..)?;
            // The older form of a mobile number is not dialled like this any more.
            Candidate::new(code, rest, true).filter(|found| found.used == Use::Fixed || rest.len() == 11)
        }
        "MX" => {
            let rest = ["044", "045", "01", "1"].iter().find_map(|prefix| digits.strip_prefix(prefix))?;
            Candidate::new(code, rest, true).filter(|found| found.digits.len() == 12)
        }
        // The 15 of a mobile at home is the 9 of an international number: 011 15-2345-6789.
        "AR" => {
            let rest = digits.strip_prefix('0').unwrap_or(digits);
            (2..=4).find_map(|length| {
                let (area, rest) = rest.split_at_checked(length)?;
                let national = format!("9{area}{}", rest.strip_prefix("15")?);
                Candidate::new(code, &national, true).filter(|_| national.len() == 11)
            })
        }
        _ => None,
    }
}

/// Returns why digits without a country code are not a number.
fn missing(region: Option<&NumberingPlan>, digits: &str) -> UnclearReason {
    let length = digits.len();
    match region.map(NumberingPlan::lengths) {
        _ if length > 15 => UnclearReason::TooLong,
        Some((Some(shortest), _)) if length < shortest => {
            if region.is_some_and(|region| region.has_local_length(length)) {
                UnclearReason::AreaCodeMissing
            } else {
                UnclearReason::TooShort
            }
        }
        Some(_) => UnclearReason::NoSuchNumber,
        None if length < 7 => UnclearReason::TooShort,
        None => UnclearReason::CountryMissing,
    }
}
