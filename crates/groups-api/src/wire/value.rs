//! Parses an answer that is no list, as a stream and into a bounded amount of memory: as JSON values, a body of 8 MB
//! could otherwise take twenty times as much.

use std::cell::Cell;
use std::fmt;
use std::io::{BufReader, Read};

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::list::{BUFFER_BYTES, Bounded, Unread, unread};
use super::{ANSWER_BYTES_MAX, EMPTY_BYTES_MAX};

/// Memory for the values of one answer. A group of 5,000 members takes half of it.
const VALUE_BYTES_MAX: usize = 16 << 20;
/// Memory of an entry of an object in its tree, not counting its name.
const FIELD_BYTES: usize = 2 * (size_of::<String>() + size_of::<Value>());

/// Parses one JSON value of at most that many bytes.
pub(super) fn value(bytes_max: usize, body: impl Read) -> Result<Value, Unread> {
    let (left, spent) = (Cell::new(VALUE_BYTES_MAX), Cell::new(false));
    let reader = BufReader::with_capacity(BUFFER_BYTES, Bounded::new(bytes_max, body));
    let mut deserializer = serde_json::Deserializer::from_reader(reader);
    let read = BoundedValue { left: &left, spent: &spent }.deserialize(&mut deserializer);
    let read = read.and_then(|value| deserializer.end().map(|()| value));
    read.map_err(|error| if spent.get() { Unread::TooLarge } else { unread(&error) })
}

/// Parses an answer without an envelope.
pub(crate) fn json(body: impl Read) -> Result<Value, Unread> {
    value(ANSWER_BYTES_MAX, body)
}

/// Parses an answer that may be a bare text. An empty one is `null`.
pub(crate) fn text_or_json(mut body: impl Read) -> Result<Value, Unread> {
    let mut head = Vec::new();
    let read = body.by_ref().take(EMPTY_BYTES_MAX as u64).read_to_end(&mut head);
    read.map_err(|_| Unread::Cut)?;
    let is_json = |first: &u8| matches!(first, b'{' | b'[' | b'"' | b't' | b'f' | b'n' | b'0'..=b'9' | b'-');
    let trimmed = head.trim_ascii();
    if head.len() < EMPTY_BYTES_MAX {
        if trimmed.is_empty() {
            return Ok(Value::Null);
        }
        if let Ok(value) = value(ANSWER_BYTES_MAX, trimmed) {
            return Ok(value);
        }
        return Ok(String::from_utf8_lossy(trimmed).into_owned().into());
    }
    if !trimmed.first().is_some_and(is_json) {
        return Err(Unread::Garbled);
    }
    value(ANSWER_BYTES_MAX, head.chain(body))
}

/// Parses a value into the remaining memory.
#[derive(Clone, Copy)]
struct BoundedValue<'a> {
    left: &'a Cell<usize>,
    spent: &'a Cell<bool>,
}

impl BoundedValue<'_> {
    fn take<E: serde::de::Error>(self, bytes: usize) -> Result<(), E> {
        if let Some(left) = self.left.get().checked_sub(bytes) {
            self.left.set(left);
            return Ok(());
        }
        self.spent.set(true);
        Err(E::custom("the answer takes too much memory"))
    }
}

/// The methods of a [`Visitor`] for any JSON other than texts, lists and objects.
macro_rules! visit_scalars {
    () => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("any JSON")
        }

        fn visit_unit<E>(self) -> Result<Value, E> {
            Ok(Value::Null)
        }

        fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
            Ok(flag.into())
        }

        fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
            Ok(number.into())
        }

        fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
            Ok(number.into())
        }

        fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
            Ok(number.into())
        }
    };
}
pub(super) use visit_scalars;

impl<'de> DeserializeSeed<'de> for BoundedValue<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for BoundedValue<'_> {
    type Value = Value;

    visit_scalars!();

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Value, E> {
        self.take(text.len())?;
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut kept = Vec::new();
        while let Some(entry) = entries.next_element_seed(self)? {
            // A growing vector holds up to twice its content.
            self.take(2 * size_of::<Value>())?;
            kept.push(entry);
        }
        Ok(Value::Array(kept))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut kept = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            self.take(FIELD_BYTES + name.len())?;
            let value = fields.next_value_seed(self)?;
            kept.insert(name, value);
        }
        Ok(Value::Object(kept))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    const MOST: usize = 8 << 20;

    #[test]
    fn an_answer_takes_a_bounded_amount_of_memory() {
        let repeated = |what: &str, times: usize| format!("[{}null]", format!("{what},").repeat(times));
        for body in [
            // 4 million values of two bytes.
            repeated("0", 4_000_000),
            repeated("[]", 2_700_000),
            repeated("{\"a\":1}", 1_000_000),
            // Many short texts.
            repeated("\"0123456789012345678901234567890123456789\"", 190_000),
        ] {
            assert!(body.len() < MOST);
            assert_eq!(value(MOST, body.as_bytes()), Err(Unread::TooLarge), "{body:.20}");
        }
        let member = json!({
            "phoneNumber": "5511999999999@s.whatsapp.net", "lid": "123456789012345@lid", "isAdmin": false, "isSuperAdmin": false,
        });
        let group = json!({ "data": { "id": "1@g.us", "participants": vec![member; 5_000] } });
        assert_eq!(value(MOST, group.to_string().as_bytes()), Ok(group));
        assert_eq!(value(10, b"{\"data\": 1}".as_slice()), Err(Unread::TooLarge));
        assert_eq!(value(MOST, b"{\"data\": 1".as_slice()), Err(Unread::Garbled));
        assert_eq!(value(MOST, b"{} x".as_slice()), Err(Unread::Garbled));
        assert_eq!(value(MOST, "[".repeat(100_000).as_bytes()), Err(Unread::Garbled));
    }

    proptest! {
        #[test]
        fn it_reads_what_serde_json_reads(text in "[\\[\\]{}\",:a0-9. tnul\\\\-]{0,40}") {
            prop_assert_eq!(value(MOST, text.as_bytes()).ok(), serde_json::from_str::<Value>(&text).ok());
        }
    }
}
