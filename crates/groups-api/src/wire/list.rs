//! Parses a list as a stream: an account in hundreds of full groups has a list of tens of megabytes, of which only ids,
//! names and counts are needed. Neither the body nor a list inside an entry is ever held as a whole.

use std::cell::Cell;
use std::fmt;
use std::io::{self, BufReader, ErrorKind, Read};
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::WHOLE_ID;
use super::refusal::{FieldContent, reports_failure};
use super::value::visit_scalars;
use crate::error::ApiError;

/// Largest list that is parsed.
pub(crate) const LIST_BYTES_MAX: usize = 64 << 20;
/// Longest text inside a list: the parser holds each text as a whole.
const TEXT_BYTES_MAX: usize = 1 << 20;
/// Deepest nesting of lists and objects: the parser remembers each open one.
const DEPTH_MAX: usize = 128;
/// Memory for the kept parts of a list.
const KEPT_BYTES_MAX: usize = 8 << 20;
/// Bytes that the parser reads at a time.
pub(super) const BUFFER_BYTES: usize = 32 << 10;

/// An entry of a list: the fields that are kept, and their types.
pub(crate) trait Entry: Sized + Send + 'static {
    /// The names of the fields.
    type Names: Sync;

    /// Returns whether the text, number or flag of the field of that name is kept.
    fn keeps(names: &Self::Names, field: &str) -> bool;

    /// Returns whether the list in the field of that name is kept as the number of its entries.
    fn counts(_names: &Self::Names, _field: &str) -> bool {
        false
    }

    /// Returns the field whose object has further fields of the same entry.
    fn inside(_names: &Self::Names) -> Option<&'static str> {
        None
    }

    /// Parses an entry. Returns `None` if it cannot be read.
    fn read(names: &Self::Names, entry: &Value) -> Option<Self>;

    /// Returns whether an unreadable entry certainly is something else, and no part of this list.
    fn is_foreign(_names: &Self::Names, _entry: &Value) -> bool {
        false
    }

    /// Returns the bytes that the entry holds on the heap.
    fn text_bytes(&self) -> usize;
}

/// A list of the API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed<T> {
    pub entries: Vec<T>,
    /// Number of further entries that could not be read. Above 0, the list does not prove that an item is absent.
    pub unread: usize,
}

/// A reason why a body is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unread {
    /// The connection broke, or the time-out was reached.
    Cut,
    TooLarge,
    Garbled,
    /// The provider refused the request although the status reports success.
    Refused(ApiError),
}

/// Where an answer has its list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ListPlace {
    /// The fields that lead to it; empty if the answer is the list.
    pub(crate) path: &'static [&'static str],
    /// True if it is an object with a field for each entry.
    pub(crate) is_keyed: bool,
}

/// Parses a list. A list without any readable entry is an error, not an empty list.
pub(crate) fn list<T: Entry>(names: &T::Names, place: ListPlace, body: impl Read) -> Result<Listed<T>, Unread> {
    list_within(LIST_BYTES_MAX, names, place, body)
}

/// Parses a list of at most that many bytes.
pub(super) fn list_within<T: Entry>(
    bytes: usize,
    names: &T::Names,
    place: ListPlace,
    body: impl Read,
) -> Result<Listed<T>, Unread> {
    let budget = Budget { left: Cell::new(KEPT_BYTES_MAX), spent: Cell::new(false) };
    let reader = BufReader::with_capacity(BUFFER_BYTES, Bounded::new(bytes, body));
    let mut deserializer = serde_json::Deserializer::from_reader(reader);
    let entries = Entries { budget: &budget, names, is_keyed: place.is_keyed, entry: PhantomData::<T> };
    let read = Envelope { path: place.path, entries }.deserialize(&mut deserializer);
    match read.and_then(|listed| deserializer.end().map(|()| listed)) {
        Ok(Some(listed)) => Ok(listed),
        Ok(None) => Err(Unread::Garbled),
        Err(_) if budget.spent.get() => Err(Unread::TooLarge),
        Err(error) => Err(unread(&error)),
    }
}

/// Returns why the parser failed.
pub(super) fn unread(error: &serde_json::Error) -> Unread {
    match error.io_error_kind() {
        Some(ErrorKind::FileTooLarge) => Unread::TooLarge,
        Some(ErrorKind::ConnectionAborted) => Unread::Cut,
        _ => Unread::Garbled,
    }
}

/// Remaining memory for entries.
struct Budget {
    left: Cell<usize>,
    spent: Cell<bool>,
}

impl Budget {
    fn take(&self, bytes: usize) -> bool {
        let left = self.left.get().checked_sub(bytes);
        self.left.set(left.unwrap_or_default());
        self.spent.set(left.is_none());
        left.is_some()
    }
}

/// The objects around the list.
struct Envelope<'a, T: Entry> {
    path: &'static [&'static str],
    entries: Entries<'a, T>,
}

impl<'de, T: Entry> DeserializeSeed<'de> for Envelope<'_, T> {
    type Value = Option<Listed<T>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        if self.path.is_empty() { self.entries.deserialize(deserializer) } else { deserializer.deserialize_map(self) }
    }
}

impl<'de, T: Entry> Visitor<'de> for Envelope<'_, T> {
    type Value = Option<Listed<T>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with a list")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Self::Value, A::Error> {
        let (mut listed, mut refused) = (None, false);
        let (wanted, path) = self.path.split_first().map_or(("", self.path), |(first, rest)| (*first, rest));
        while let Some(name) = fields.next_key::<String>()? {
            if name == wanted {
                listed = fields.next_value_seed(Envelope { path, entries: self.entries })?;
            } else {
                refused |= reports_failure(&name.to_ascii_lowercase(), &fields.next_value::<FieldContent>()?);
            }
        }
        Ok(listed.filter(|_| !refused))
    }
}

/// The list. `None` if the value is no list, or nothing in it can be read.
struct Entries<'a, T: Entry> {
    budget: &'a Budget,
    names: &'a T::Names,
    is_keyed: bool,
    entry: PhantomData<T>,
}

impl<T: Entry> Clone for Entries<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Entry> Copy for Entries<'_, T> {}

impl<'a, T: Entry> Entries<'a, T> {
    fn pruned(self) -> Pruned<'a, T> {
        Pruned { names: self.names, entry: PhantomData }
    }

    /// Adds an entry, or counts it as unread.
    fn add<E: serde::de::Error>(self, listed: &mut Listed<T>, entry: &Value) -> Result<(), E> {
        match T::read(self.names, entry) {
            Some(read) => {
                // A growing vector holds up to twice its content.
                if !self.budget.take(2 * size_of::<T>() + read.text_bytes()) {
                    return Err(E::custom("too many entries"));
                }
                listed.entries.push(read);
            }
            None => listed.unread += usize::from(!T::is_foreign(self.names, entry)),
        }
        Ok(())
    }
}

/// Returns the list, unless nothing in it could be read.
fn if_readable<T>(listed: Listed<T>, is_empty: bool) -> Option<Listed<T>> {
    if listed.unread > 0 {
        tracing::warn!(unread = listed.unread, "failed to read entries of a list from the groups API");
    }
    (is_empty || !listed.entries.is_empty()).then_some(listed)
}

impl<'de, T: Entry> DeserializeSeed<'de> for Entries<'_, T> {
    type Value = Option<Listed<T>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        if self.is_keyed { deserializer.deserialize_map(self) } else { deserializer.deserialize_seq(self) }
    }
}

impl<'de, T: Entry> Visitor<'de> for Entries<'_, T> {
    type Value = Option<Listed<T>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut listed = Listed { entries: Vec::new(), unread: 0 };
        let mut is_empty = true;
        while let Some(entry) = entries.next_element_seed(self.pruned())? {
            is_empty = false;
            self.add(&mut listed, &entry)?;
        }
        Ok(if_readable(listed, is_empty))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut listed = Listed { entries: Vec::new(), unread: 0 };
        let mut is_empty = true;
        while entries.next_key::<IgnoredAny>()?.is_some() {
            is_empty = false;
            let entry = entries.next_value_seed(self.pruned())?;
            self.add(&mut listed, &entry)?;
        }
        Ok(if_readable(listed, is_empty))
    }
}

/// Parses an entry as JSON with only its kept fields. Of those, lists and objects are dropped: a list becomes the
/// number of its entries where that is kept, and an object its text, if it is an id in parts.
struct Pruned<'a, T: Entry> {
    names: &'a T::Names,
    entry: PhantomData<T>,
}

/// The deserializer of one field's value.
#[derive(Clone, Copy)]
struct Leaf {
    is_counted: bool,
}

impl<'de, T: Entry> DeserializeSeed<'de> for Pruned<'_, T> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> DeserializeSeed<'de> for Leaf {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, T: Entry> Visitor<'de> for Pruned<'_, T> {
    type Value = Value;

    visit_scalars!();

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        while entries.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Null)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut kept = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            if T::keeps(self.names, &name) {
                let value = fields.next_value_seed(Leaf { is_counted: T::counts(self.names, &name) })?;
                kept.insert(name, value);
            } else if T::inside(self.names).is_some_and(|inside| inside == name) {
                let inner: Pruned<'_, T> = Pruned { names: self.names, entry: PhantomData };
                let value = fields.next_value_seed(inner)?;
                kept.insert(name, value);
            } else {
                fields.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Value::Object(kept))
    }
}

impl<'de> Visitor<'de> for Leaf {
    type Value = Value;

    visit_scalars!();

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut count = 0_usize;
        while entries.next_element::<IgnoredAny>()?.is_some() {
            count += 1;
        }
        Ok(if self.is_counted { count.into() } else { Value::Null })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut text = Value::Null;
        while let Some(name) = fields.next_key::<String>()? {
            if name == WHOLE_ID {
                text = fields.next_value_seed(Leaf { is_counted: false })?;
            } else {
                fields.next_value::<IgnoredAny>()?;
            }
        }
        Ok(text)
    }
}

/// Fails once the body, or one text in it, is too long, or lists are nested too deep.
pub(super) struct Bounded<R> {
    body: R,
    left: usize,
    depth: usize,
    in_text: bool,
    escaped: bool,
    text_bytes: usize,
}

impl<R> Bounded<R> {
    pub(super) fn new(left: usize, body: R) -> Self {
        Self { body, left, depth: 0, in_text: false, escaped: false, text_bytes: 0 }
    }

    fn check(&mut self, bytes: &[u8]) -> Result<(), ErrorKind> {
        for byte in bytes {
            if self.in_text {
                self.text_bytes += 1;
                match byte {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => self.in_text = false,
                    _ if self.text_bytes > TEXT_BYTES_MAX => return Err(ErrorKind::FileTooLarge),
                    _ => {}
                }
            } else {
                match byte {
                    b'"' => (self.in_text, self.text_bytes) = (true, 0),
                    b'[' | b'{' if self.depth >= DEPTH_MAX => return Err(ErrorKind::InvalidData),
                    b'[' | b'{' => self.depth += 1,
                    b']' | b'}' => self.depth = self.depth.saturating_sub(1),
                    _ => {}
                }
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.body.read(buffer)?;
        self.left = self.left.checked_sub(count).ok_or(ErrorKind::FileTooLarge)?;
        self.check(buffer.get(..count).unwrap_or_default())?;
        Ok(count)
    }
}
