//! Tells dates, ids and amounts by their form, so that they are never dialled.

use super::UnclearReason;

/// Forms of tax numbers and ids: Brazil's CPF and CNPJ, Chile's RUT, Argentina's CUIT, the SSN of the USA.
const ID_FORMS: [&str; 7] = [
    "ddd.ddd.ddd-dd",
    "dd.ddd.ddd/dddd-dd",
    "dd.ddd.ddd-d",
    "d.ddd.ddd-d",
    "dd-dddddddd-d",
    "ddd-dd-dddd",
    "dddd-dddd-dddd-dddd",
];
/// Forms of the postal codes of Brazil Portugal.
const POSTAL_FORMS: [&str; 2] = ["ddddd-ddd", "dddd-ddd"];

/// Returns what a word is, if it is written like something other than a phone number. Digits are ASCII.
pub(super) fn word(word: &str) -> Option<UnclearReason> {
    if is_date(word) {
        return Some(UnclearReason::Date);
    }
    let form: String = word.chars().take(20).map(|c| if c.is_ascii_digit() { 'd' } else { c }).collect();
    if ID_FORMS.contains(&&*form) {
        return Some(UnclearReason::IdNumber);
    }
    POSTAL_FORMS.contains(&&*form).then_some(UnclearReason::PostalCode)
}

/// Returns whether the word is a date, with separators or as eight digits, or begins with one.
fn is_date(word: &str) -> bool {
    // 2024-05-17T10:33:12Z
    let word = word.split_once('T').map_or(word, |(date, _)| date).trim_end_matches(['.', ',', ':']);
    let separator = word.chars().find(|c| !c.is_ascii_digit());
    let Some(separator) = separator else {
        return word.len() == 8 && is_date_of_digits(word);
    };
    if !matches!(separator, '-' | '/' | '.') {
        return false;
    }
    let parts: Vec<&str> = word.split(separator).take(4).collect();
    let [first, second, third] = parts.as_slice() else { return false };
    is_year(first) && is_month_and_day(second, third) || is_end_of_date(first, second, third)
}

fn is_date_of_digits(word: &str) -> bool {
    let (Some(first), Some(last)) = (word.get(..4), word.get(4..)) else { return false };
    let halves = |text: &str| text.get(..2).zip(text.get(2..)).is_some_and(|(one, other)| is_month_and_day(one, other));
    (is_year(first) && halves(last)) || (is_year(last) && halves(first))
}

/// Returns whether the year stands last, with four digits or two.
fn is_end_of_date(first: &str, second: &str, third: &str) -> bool {
    let is_short_year = third.len() == 2 && number(third).is_some();
    (is_year(third) || is_short_year) && is_month_and_day(first, second)
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && number(text).is_some_and(|year| (1900..=2099).contains(&year))
}

/// Returns whether the two are a month and a day, in any order.
fn is_month_and_day(one: &str, other: &str) -> bool {
    let is_short = |text: &str| matches!(text.len(), 1 | 2);
    let (Some(first), Some(second)) = (number(one), number(other)) else { return false };
    let fit = |month: u32, day: u32| (1..=12).contains(&month) && (1..=31).contains(&day);
    is_short(one) && is_short(other) && (fit(first, second) || fit(second, first))
}

fn number(text: &str) -> Option<u32> {
    if text.len() > 4 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// Returns whether the word is a time of day: `10:30`, `9:05:12`, `10h30`, `10:30pm`.
pub(super) fn is_time(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let clock = lower.trim_end_matches("am").trim_end_matches("pm").trim_end_matches('h');
    let Some(separator) = clock.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, ':' | 'h')) else {
        return false;
    };
    let parts: Vec<&str> = clock.split(separator).take(4).collect();
    let [hours, minutes @ ..] = parts.as_slice() else { return false };
    let is_hour = (1..=2).contains(&hours.len()) && number(hours).is_some_and(|hours| hours < 25);
    let is_minute = |text: &&str| text.len() == 2 && number(text).is_some_and(|minute| minute < 60);
    is_hour && (1..=2).contains(&minutes.len()) && minutes.iter().all(is_minute)
}

/// Returns whether the word is a day of a month, or a year, or a part of one: `12/05`, `17.5.`, `17.5.90`, `2024`,
/// `2024/1`.
pub(super) fn is_short_date(word: &str) -> bool {
    let parts: Vec<&str> = word.trim_end_matches('.').split(['/', '.', '-']).take(4).collect();
    match parts.as_slice() {
        [year] => is_year(year),
        [one, other] => is_month_and_day(one, other) || (is_year(one) && other.len() == 1 && number(other).is_some()),
        _ => is_date(word),
    }
}

/// What a number with a fraction or an exponent is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decimal<'a> {
    /// A whole number: 5511999999999.0
    Whole(&'a str),
    Fraction,
    /// 5.51198E+12
    Scientific,
}

/// Returns what a word is, if it is a number as spreadsheets and programs write them.
pub(super) fn decimal(word: &str) -> Option<Decimal<'_>> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = word.trim_start_matches(['+', '-']);
    if let Some((mantissa, exponent)) = unsigned.split_once(['e', 'E']) {
        let exponent = exponent.trim_start_matches(['+', '-']);
        let digits = mantissa.replacen(['.', ','], "", 1);
        return (is_digits(exponent) && exponent.len() <= 3 && is_digits(&digits)).then_some(Decimal::Scientific);
    }
    let (whole, fraction) = word.split_once(['.', ','])?;
    if !is_digits(whole.trim_start_matches('+')) || !is_digits(fraction) || whole.len() < 7 {
        return None;
    }
    if fraction.bytes().all(|byte| byte == b'0') && fraction.len() <= 3 {
        return Some(Decimal::Whole(whole));
    }
    // Ten digits and more after a dot that groups a number are rare; after a decimal point they are not.
    (fraction.len() <= 2 || whole.len() >= 10).then_some(Decimal::Fraction)
}

/// Returns what follows a word such as `CPF` or `ZIP`.
pub(super) fn after_word(word: &str) -> Option<UnclearReason> {
    const IDS: &str = "cpf cnpj rg nif nie dni nit curp rfc rut ruc cuit cuil ssn ein pan aadhaar aadhar nik npwp ktp \
        id iban pis pasep cnh nf nfe cns sus nis cin cc c.c ci cédula cedula passport passaporte pasaporte reisepass \
        passeport paspor ausweis steuernummer steuer-id steuerid vat gstin gst matricula matrícula registro reg \
        account acct a/c conta cuenta konto kontonummer rekening order invoice pedido protocolo kdnr kundennummer \
        kundennr bestellung bestellnummer auftrag rechnung commande facture factura fatura pesanan invoice resi \
        tracking rastreio ticket chamado reference referencia referência ref código codigo code token otp uid uuid \
        user-id userid serial imei nss bvn nin nino cnic siret siren nir ahv avs abn tfn boleto título titulo inscrição \
        renavam chassi upi bic";
    const POSTAL: &str = "cep zip zipcode plz cp c.p postcode postleitzahl pincode pin postal";
    const DATES: &str = "born birthday dob geb geboren nascimento nasc aniversário nacimiento naissance lahir date";
    const FAX: &str = "fax telefax telefaks";
    let word = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    let has = |words: &str| words.split(' ').any(|one| one == word);
    if has(FAX) {
        Some(UnclearReason::Fax)
    } else if has(IDS) {
        Some(UnclearReason::IdNumber)
    } else if has(POSTAL) {
        Some(UnclearReason::PostalCode)
    } else {
        has(DATES).then_some(UnclearReason::Date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_ids_are_told_by_their_form() {
        for text in [
            "1990-05-17",
            "17/05/2024",
            "5/17/2024",
            "17.05.2024",
            "17-05-24",
            "1990/5/7",
            "2024-05-17T10:33:12Z",
            "20240517",
            "17052024",
            "05172024",
            "19900517",
            "1.2.03",
        ] {
            assert_eq!(word(text), Some(UnclearReason::Date), "{text}");
        }
        for text in ["123.456.789-09", "12.345.678/0001-95", "12.345.678-5", "20-12345678-3", "123-45-6789"] {
            assert_eq!(word(text), Some(UnclearReason::IdNumber), "{text}");
        }
        for text in ["01310-100", "1250-096"] {
            assert_eq!(word(text), Some(UnclearReason::PostalCode), "{text}");
        }
        for text in [
            "97777-0412",
            "555-0123",
            "415-555-0123",
            "06.12.34.56.78",
            "912.345.678",
            "20231234",
            "0151/23456789",
            "11",
            "",
            "32/13/2024",
            "977770412",
            "12-34-56-78",
        ] {
            assert_eq!(word(text), None, "{text}");
        }
    }

    #[test]
    fn decimals_are_no_digits_of_a_number() {
        for (text, expected) in [
            ("5511988880001.0", Some(Decimal::Whole("5511988880001"))),
            ("5511988880001.00", Some(Decimal::Whole("5511988880001"))),
            ("5511988880001,00", Some(Decimal::Whole("5511988880001"))),
            ("5511988880001.5", Some(Decimal::Fraction)),
            ("5511988880001.0001", Some(Decimal::Fraction)),
            ("5.51198E+12", Some(Decimal::Scientific)),
            ("5,51198E+12", Some(Decimal::Scientific)),
            ("5e12", Some(Decimal::Scientific)),
            ("415.555", None),
            ("0151.23456789", None),
            ("edge", None),
            ("5511988880001", None),
        ] {
            assert_eq!(decimal(text), expected, "{text}");
        }
    }
}
