//! Contacts: vCard 2.1, 3 and 4, as phones and address books export them.

use encoding_rs::UTF_8;

use crate::Person;
use crate::people::collect::{Collector, RowKind};
use crate::people::number::read_number;
use crate::people::piece::scan;
use crate::people::{
    ColumnReason, ListFormat, PeopleList, ReadOptions, Reading, UnclearReason, UnreadableList, chars, text, titles,
};

/// Longest content line, unfolded. Pictures are longer, and are passed over.
const LINE_BYTES_MAX: usize = 4_096;
/// Most numbers of one contact.
const NUMBERS_MAX: usize = 50;

/// Reads contacts. Returns `None` for a text that has none.
pub(super) fn read(text: &str, options: ReadOptions) -> Option<Result<PeopleList, UnreadableList>> {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let is_card = start.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCARD"));
    is_card.then(|| cards(text, options))
}

fn cards(text: &str, options: ReadOptions) -> Result<PeopleList, UnreadableList> {
    let mut collector = Collector::new(ListFormat::Contacts, options);
    let mut card: Option<ContactCard> = None;
    for line in Unfolded::of(text) {
        let Some(property) = Property::parse(&line.text) else { continue };
        let is_card = property.value.trim().eq_ignore_ascii_case("VCARD");
        match &*property.name {
            "BEGIN" if is_card => {
                if let Some(card) = card.replace(ContactCard { line: line.number, ..ContactCard::default() }) {
                    card.emit(&mut collector)?;
                }
            }
            "END" if is_card => {
                if let Some(card) = card.take() {
                    card.emit(&mut collector)?;
                }
            }
            _ => {
                if let Some(card) = card.as_mut() {
                    card.add(property, line.number);
                }
            }
        }
    }
    // The last contact of a file that was cut off.
    if let Some(card) = card {
        card.emit(&mut collector)?;
    }
    Ok(collector.list)
}

/// A content line, with the lines that continue it.
struct ContentLine {
    number: usize,
    text: String,
}

/// The content lines of a file.
struct Unfolded<'a, I: Iterator<Item = (usize, &'a str)>> {
    lines: std::iter::Peekable<I>,
}

impl<'a> Unfolded<'a, Box<dyn Iterator<Item = (usize, &'a str)> + 'a>> {
    fn of(text: &'a str) -> Self {
        let lines: Box<dyn Iterator<Item = (usize, &'a str)> + 'a> = Box::new(text::lines(text).enumerate());
        Self { lines: lines.peekable() }
    }
}

impl<'a, I: Iterator<Item = (usize, &'a str)>> Iterator for Unfolded<'a, I> {
    type Item = ContentLine;

    fn next(&mut self) -> Option<ContentLine> {
        let (index, first) = self.lines.next()?;
        let mut text = first.to_owned();
        let is_quoted = first.to_ascii_uppercase().contains("QUOTED-PRINTABLE");
        loop {
            let is_soft_break = is_quoted && text.ends_with('=');
            let next = self.lines.next_if(|(_, line)| is_soft_break || line.starts_with([' ', '\t']));
            let Some((_, next)) = next else { break };
            if is_soft_break {
                text.pop();
            }
            // A line that is too long is cut, and its end passed over.
            if text.len() < LINE_BYTES_MAX {
                text.push_str(if is_soft_break { next } else { next.get(1..).unwrap_or_default() });
            } else if is_soft_break {
                text.push('=');
            }
        }
        Some(ContentLine { number: index + 1, text })
    }
}

/// A property: `item1.TEL;TYPE=CELL;waid=5511…:+55 11 …`.
struct Property {
    group: String,
    name: String,
    /// In upper case, without `TYPE=`.
    parameters: Vec<String>,
    value: String,
}

impl Property {
    fn parse(line: &str) -> Option<Self> {
        let mut quoted = false;
        let colon = line.char_indices().find(|(_, c)| {
            quoted ^= *c == '"';
            *c == ':' && !quoted
        });
        let (head, value) = line.split_at_checked(colon?.0)?;
        let value = value.get(1..)?;
        let mut parts = head.split(';');
        let name = parts.next()?.trim().to_ascii_uppercase();
        let (group, name) = name.rsplit_once('.').map_or(("", &*name), |(group, name)| (group, name));
        let parameters: Vec<String> = parts.map(|part| part.to_ascii_uppercase().replace('"', "")).collect();
        let is_quoted = parameters.iter().any(|one| one.ends_with("QUOTED-PRINTABLE"));
        let value = if is_quoted { unquoted(value) } else { value.to_owned() };
        Some(Self { group: group.to_owned(), name: name.to_owned(), parameters, value })
    }

    /// Returns the values of `TYPE`, written with or without its name.
    fn has_type(&self, wanted: &[&str]) -> bool {
        let types = self.parameters.iter().map(|one| one.strip_prefix("TYPE=").unwrap_or(one));
        types.flat_map(|one| one.split(',')).any(|one| wanted.contains(&one.trim()))
    }
}

/// Decodes `=C3=A9`.
fn unquoted(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let code = (*byte == b'=').then(|| after.get(..2)).flatten().and_then(|code| std::str::from_utf8(code).ok());
        if let Some(decoded) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(decoded);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(*byte);
            rest = after;
        }
    }
    UTF_8.decode_without_bom_handling(&bytes).0.into_owned()
}

/// A number of a contact.
struct Number {
    rank: ColumnReason,
    group: String,
    line: usize,
    value: String,
    /// The number in WhatsApp's form, from the parameter `waid`.
    whatsapp: Option<String>,
}

#[derive(Default)]
struct ContactCard {
    line: usize,
    full_name: String,
    name: String,
    numbers: Vec<Number>,
    /// Labels of groups, by the group.
    labels: Vec<(String, String)>,
}

impl ContactCard {
    fn add(&mut self, property: Property, line: usize) {
        match &*property.name {
            "FN" => self.full_name = unescaped(&property.value),
            "N" => {
                let parts: Vec<String> = property.value.split(';').take(2).map(unescaped).collect();
                let given = parts.get(1).map(String::as_str).unwrap_or_default();
                let family = parts.first().map(String::as_str).unwrap_or_default();
                format!("{given} {family}").trim().clone_into(&mut self.name);
            }
            "X-ABLABEL" => self.labels.push((property.group, property.value)),
            "TEL" | "X-WHATSAPP" | "IMPP" | "X-SOCIALPROFILE" | "SOCIALPROFILE" | "X-PHONE" => {
                self.add_number(property, line);
            }
            _ => {}
        }
    }

    fn add_number(&mut self, property: Property, line: usize) {
        let is_whatsapp = property.name == "X-WHATSAPP"
            || property.parameters.iter().any(|one| one.contains("WHATSAPP"))
            || property.value.to_ascii_lowercase().starts_with("whatsapp:")
            || property.value.contains("wa.me/");
        let is_phone = matches!(&*property.name, "TEL" | "X-PHONE");
        if (!is_phone && !is_whatsapp) || self.numbers.len() == NUMBERS_MAX || property.value.trim().is_empty() {
            return;
        }
        if property.has_type(&["FAX", "PAGER", "HOMEFAX", "WORKFAX"]) {
            return;
        }
        let whatsapp = property.parameters.iter().find_map(|one| one.strip_prefix("WAID=")).map(str::to_owned);
        let rank = if is_whatsapp || whatsapp.is_some() {
            ColumnReason::WhatsApp
        } else if property.has_type(&["CELL", "IPHONE", "MOBILE"]) {
            ColumnReason::Mobile
        } else if property.has_type(&["HOME", "WORK", "MAIN", "OTHER"]) {
            ColumnReason::OtherPhone
        } else {
            ColumnReason::Phone
        };
        let value = property.value.trim();
        let value = value.strip_prefix("whatsapp:").unwrap_or(value).to_owned();
        self.numbers.push(Number { rank, group: property.group, line, value, whatsapp });
    }

    /// Reads the preferred number of the contact.
    fn emit(mut self, collector: &mut Collector) -> Result<(), UnreadableList> {
        collector.row(RowKind::Entries)?;
        let label = if self.full_name.is_empty() { &*self.name } else { &*self.full_name };
        for number in &mut self.numbers {
            let own = self.labels.iter().find(|(group, _)| *group == number.group && !group.is_empty());
            number.rank = match own.and_then(|(_, label)| titles::kind(label.trim_matches(['_', '$', '!', '<', '>']))) {
                Some(titles::Title::WhatsApp) => ColumnReason::WhatsApp,
                Some(titles::Title::Mobile) => number.rank.min(ColumnReason::Mobile),
                _ => number.rank,
            };
        }
        self.numbers.sort_by_key(|number| number.rank);
        let Some((number, others)) = self.numbers.split_first() else {
            let text = if label.is_empty() { "VCARD" } else { label };
            let place = collector.place(self.line, 1);
            return collector.unclear(text, UnclearReason::NoNumber, label, place);
        };
        collector.list.rows.other_numbers += others.len();
        let place = collector.place(number.line, 1);
        let whatsapp = number.whatsapp.as_ref().and_then(|digits| read_number(&format!("+{digits}"), None).ok());
        if let Some((found, _)) = whatsapp {
            return collector.person(Person::Phone(found), Reading::Exact, label, place);
        }
        let plain = chars::plain(&unescaped(&number.value)).replace(";ext=", " ext ");
        let mut count = 0;
        for piece in text::pieces(&plain) {
            let scan = scan(piece, false, collector);
            count += scan.people.len() + scan.problems.len();
            for one in scan.people {
                collector.person(one.person, one.reading, label, place.clone())?;
            }
            for one in scan.problems {
                collector.unclear(&one.text, one.reason, label, place.clone())?;
            }
        }
        if count == 0 {
            let has_digit = plain.contains(|c: char| c.is_ascii_digit());
            let reason = if has_digit { UnclearReason::TooShort } else { UnclearReason::NoNumber };
            collector.unclear(&plain, reason, label, place)?;
        }
        Ok(())
    }
}

/// Removes the backslashes of vCard 3 and 4.
fn unescaped(text: &str) -> String {
    text.trim().replace("\\n", " ").replace("\\N", " ").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
}
