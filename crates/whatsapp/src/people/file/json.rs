//! Lists in JSON: of texts, of numbers, of objects, or an object with such a list.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::people::table::{CellTable, Row, TableLimits};
use crate::people::{COLUMNS_MAX, ListFormat, PeopleList, ReadOptions, UnreadableList, table, titles};

/// Most values of a document. Bounds its memory.
const VALUES_MAX: usize = 150_000;
/// Most fields of an entry.
const FIELDS_MAX: usize = 200;
/// Deepest level of an entry at which a field is a column.
const DEPTH_MAX: usize = 4;

/// Fewest digits of a number.
const NUMBER_DIGITS_MIN: usize = 7;

/// A value of JSON. Texts and numbers keep their text.
#[derive(Debug)]
enum Value {
    Nothing,
    Text(Box<str>),
    List(Vec<Value>),
    Fields(Vec<(Box<str>, Value)>),
}

/// Reads a list in JSON. Returns `None` for a text that is not JSON.
pub(super) fn read(text: &str, options: ReadOptions) -> Option<Result<PeopleList, UnreadableList>> {
    let start = text.trim_start();
    if !start.starts_with(['[', '{']) {
        return None;
    }
    let mut left = VALUES_MAX;
    let mut entries = Vec::new();
    let mut deserializer = serde_json::Deserializer::from_str(start).into_iter::<serde::de::IgnoredAny>();
    // One document, or one entry on each line.
    let is_json = deserializer.next().is_some_and(|first| first.is_ok());
    if !is_json {
        return None;
    }
    let mut rest = start;
    while !rest.trim().is_empty() {
        let mut deserializer = serde_json::Deserializer::from_str(rest);
        match (Seed { left: &mut left }).deserialize(&mut deserializer) {
            Ok(value) => entries.push(value),
            Err(_) if left == 0 => return Some(Err(UnreadableList::TooManyCells)),
            Err(_) => return None,
        }
        let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<serde::de::IgnoredAny>();
        let _: Option<Result<_, _>> = stream.next();
        rest = rest.get(stream.byte_offset()..)?;
    }
    // `[1] +55…` is a list of text.
    if entries.len() > 1 && entries.iter().any(|entry| !matches!(entry, Value::Fields(_))) {
        return None;
    }
    let value = if entries.len() == 1 { entries.pop()? } else { Value::List(entries) };
    Some(rows(&value).and_then(|table| table::read(&[table], ListFormat::Json, options)))
}

/// Returns the entries of a document as a table.
fn rows(value: &Value) -> Result<CellTable, UnreadableList> {
    let entries = entries(value);
    let mut titles: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    let mut limits = TableLimits::default();
    for (index, (key, entry)) in entries.into_iter().enumerate() {
        let mut fields = Vec::new();
        if let Some(key) = key {
            fields.push(("key".to_owned(), key.to_owned()));
        }
        flatten("", entry, 0, &mut fields);
        fields.truncate(FIELDS_MAX);
        let mut cells: Vec<String> = Vec::new();
        for (title, text) in fields {
            let column = titles.iter().position(|one| *one == title).unwrap_or_else(|| {
                titles.push(title);
                titles.len() - 1
            });
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            if let Some(cell) = cells.get_mut(column) {
                if !cell.is_empty() {
                    cell.push_str("; ");
                }
                cell.push_str(&text);
            }
        }
        limits.row(cells.len())?;
        if titles.len() > COLUMNS_MAX {
            return Err(UnreadableList::TooManyCells);
        }
        let mut row = Row::new(index + 1);
        for cell in cells {
            row.push(&cell);
        }
        rows.push(row);
    }
    let mut table = CellTable::default();
    if titles.iter().any(|title| !title.is_empty()) {
        let mut header = Row::new(0);
        for title in &titles {
            header.push(title);
        }
        table.rows.push(header);
        table.has_made_titles = true;
    }
    table.rows.append(&mut rows);
    Ok(table)
}

/// Returns the entries of a document: of the list, of the longest list in the object, or of an object whose keys name
/// people.
fn entries(value: &Value) -> Vec<(Option<&str>, &Value)> {
    match value {
        Value::List(list) => match list.as_slice() {
            [only @ Value::List(_)] => entries(only),
            _ => list.iter().map(|entry| (None, entry)).collect(),
        },
        Value::Fields(fields) => {
            let lists = fields.iter().filter(|(_, value)| matches!(value, Value::List(_) | Value::Fields(_)));
            let longest = lists.max_by_key(|(_, value)| match value {
                Value::List(entries) => entries.len(),
                Value::Fields(fields) => usize::from(!fields.is_empty()),
                Value::Nothing | Value::Text(_) => 0,
            });
            let keyed = fields
                .iter()
                .filter(|(key, _)| key.bytes().filter(u8::is_ascii_digit).count() >= NUMBER_DIGITS_MIN)
                .count();
            // {"Ana": "+55…", "Bia": "+55…"}
            let is_named = |(key, value): &(Box<str>, Value)| match value {
                Value::Text(text) => {
                    titles::kind(key).is_none() && text.bytes().filter(u8::is_ascii_digit).count() >= NUMBER_DIGITS_MIN
                }
                Value::Nothing | Value::List(_) | Value::Fields(_) => false,
            };
            if keyed * 2 > fields.len() || (fields.len() > 1 && fields.iter().all(is_named)) {
                return fields.iter().map(|(key, value)| (Some(&**key), value)).collect();
            }
            match longest {
                Some((_, list @ Value::List(_))) if !is_person(fields) => entries(list),
                Some((_, inner @ Value::Fields(_))) if !is_person(fields) => entries(inner),
                _ => vec![(None, value)],
            }
        }
        Value::Nothing | Value::Text(_) => vec![(None, value)],
    }
}

/// Returns whether an object is an entry itself, and not around a list.
fn is_person(fields: &[(Box<str>, Value)]) -> bool {
    fields
        .iter()
        .any(|(key, value)| matches!(value, Value::Text(_)) && titles::kind(key).is_some_and(titles::Title::is_number))
}

/// Adds the texts of an entry, with the names of their fields.
fn flatten(name: &str, value: &Value, depth: usize, fields: &mut Vec<(String, String)>) {
    if depth > DEPTH_MAX || fields.len() >= FIELDS_MAX {
        return;
    }
    match value {
        Value::Nothing => {}
        Value::Text(text) => fields.push((name.to_owned(), text.to_string())),
        Value::List(values) => values.iter().for_each(|value| flatten(name, value, depth + 1, fields)),
        Value::Fields(inner) => {
            // How libraries write an id: {"id": {"server": "c.us", "user": "55…", "_serialized": "55…@c.us"}}.
            if let Some((_, id)) = inner.iter().find(|(key, _)| &**key == "_serialized") {
                return flatten("jid", id, depth + 1, fields);
            }
            let is_fax = |(key, value): &(Box<str>, Value)| match value {
                Value::Text(kind) => matches!(&**key, "type" | "label" | "kind") && kind.to_lowercase().contains("fax"),
                Value::Nothing | Value::List(_) | Value::Fields(_) => false,
            };
            if inner.iter().any(is_fax) {
                return;
            }
            // A person of their own has people beside: an admin, a parent.
            let is_person = is_person(inner);
            for (key, value) in inner {
                let is_other =
                    matches!(value, Value::Fields(_)) && !titles::kind(key).is_some_and(titles::Title::is_number);
                if is_person && is_other {
                    flatten_named(key, value, depth + 1, fields);
                    continue;
                }
                let is_form = matches!(&**key, "value" | "number" | "e164");
                flatten(if is_form && !name.is_empty() { name } else { key }, value, depth + 1, fields);
            }
        }
    }
}

/// Adds the texts of an object inside an entry that has a number of its own, except numbers: they are of somebody else.
fn flatten_named(name: &str, value: &Value, depth: usize, fields: &mut Vec<(String, String)>) {
    let mut inner = Vec::new();
    flatten(name, value, depth, &mut inner);
    inner.retain(|(title, _)| !titles::kind(title).is_some_and(titles::Title::is_number));
    fields.extend(inner.into_iter().map(|(title, text)| (format!("{name} {title}"), text)));
}

/// Reads a value, and counts down the values that may follow.
struct Seed<'a> {
    left: &'a mut usize,
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        *self.left = self.left.checked_sub(1).ok_or_else(|| D::Error::custom("too many values"))?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Text(number.to_string().into()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Text(number.to_string().into()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Text(number.to_string().into()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.into()))
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(Seed { left: self.left })? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(Key(key)) = map.next_key()? {
            fields.push((key, map.next_value_seed(Seed { left: self.left })?));
        }
        Ok(Value::Fields(fields))
    }
}

struct Key(Box<str>);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(String::deserialize(deserializer)?.into()))
    }
}
