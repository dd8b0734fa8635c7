//! Property tests: no input makes a reader panic, and the chunks of a list do not affect the result. `PROPTEST_CASES`
//! sets the number of inputs.

use std::io;

use proptest::prelude::*;
use serde_json::json;

use super::titan_for_tests::{Listable, group, joined, list, participant, preview};
use super::*;

fn data(body: &[u8]) -> Option<Value> {
    super::data(body).ok()
}

fn done(body: &[u8]) -> Option<Value> {
    super::done(body).ok()
}

/// Generates JSON that often has the contract's fields, with arbitrary content.
fn any_json() -> impl Strategy<Value = Value> {
    let fields = "id|name|lid|jid|phoneNumber|participants|results|createdAt|code|link|size|status|error|ownerLid|data|\
                  success|isAdmin|isSuperAdmin|5511999999999@c.us|pushName|statusReason";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,20}|[0-9]{1,25}(@g.us|@lid|@c.us)?|[0-9+:T.-]{0,30}Z".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::hash_map(fields, inner, 0..6).prop_map(|map| map.into_iter().collect()),
        ]
    })
}

/// A body that arrives in pieces of these sizes.
struct Pieces<'a> {
    body: &'a [u8],
    sizes: Vec<usize>,
}

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let size = self.sizes.pop().unwrap_or(usize::MAX).min(buffer.len()).min(self.body.len());
        buffer[..size].copy_from_slice(&self.body[..size]);
        self.body = &self.body[size..];
        Ok(size)
    }
}

/// Returns the expected result of reading a list as a stream.
fn expected<T: Listable>(body: &Value) -> Option<Listed<T>> {
    let entries = data(body.to_string().as_bytes())?;
    let entries = entries.as_array()?;
    let read: Vec<T> = entries.iter().filter_map(|entry| T::read(T::names(), &counted(entry))).collect();
    let foreign = |entry: &&Value| T::read(T::names(), &counted(entry)).is_none() && T::is_foreign(T::names(), entry);
    let unread = entries.len() - read.len() - entries.iter().filter(foreign).count();
    (entries.is_empty() || !read.is_empty()).then_some(Listed { entries: read, unread })
}

/// Replaces the participants of the entry with their number.
fn counted(entry: &Value) -> Value {
    let mut entry = entry.clone();
    if let Some(people) = entry.get_mut("participants") {
        *people = people.as_array().map_or(people.clone(), |people| people.len().into());
    }
    entry
}

fn read_anything(body: &[u8], sizes: &[usize]) {
    let pieces = || Pieces { body, sizes: sizes.iter().map(|size| size + 1).collect() };
    assert_eq!(list::<ListedGroup>(pieces()), list(body));
    assert_eq!(list::<Participant>(pieces()), list(body));
    assert_eq!(list::<RankedParticipant>(pieces()), list(body));
    for value in [data(body), done(body), serde_json::from_slice(body).ok()].into_iter().flatten() {
        let found = (
            (group(&value), participant(&value), session(&value), add_results(&value, &[])),
            (preview(&value), joined(&value), invite(&value), new_invite(&value), timestamp(&value)),
            error_text(body),
        );
        assert!(!format!("{found:?}").contains('\0'));
    }
}

proptest! {
    #[test]
    fn no_json_makes_a_reader_panic(value in any_json(), sizes in prop::collection::vec(0..40_usize, 0..20)) {
        read_anything(value.to_string().as_bytes(), &sizes);
        read_anything(json!({ "data": value }).to_string().as_bytes(), &sizes);
    }

    #[test]
    fn no_bytes_make_a_reader_panic(
        body in prop::collection::vec(any::<u8>(), 0..200),
        sizes in prop::collection::vec(0..40_usize, 0..20),
    ) {
        prop_assert_eq!(data(&body).and(error_text(&body)), None);
        read_anything(&body, &sizes);
    }

    #[test]
    fn no_cut_or_altered_json_makes_a_reader_panic(
        value in any_json(),
        cut in 0..400_usize,
        (at, byte) in (0..400_usize, any::<u8>()),
    ) {
        let mut body = json!({ "data": [value] }).to_string().into_bytes();
        if let Some(place) = body.get_mut(at) {
            *place = byte;
        }
        body.truncate(cut);
        read_anything(&body, &[]);
    }

    #[test]
    fn a_list_is_read_the_same_as_a_stream(entries in prop::collection::vec(any_json(), 0..8)) {
        let body = json!({ "data": entries });
        let text = body.to_string();
        prop_assert_eq!(list::<ListedGroup>(text.as_bytes()).ok(), expected(&body));
        prop_assert_eq!(list::<Participant>(text.as_bytes()).ok(), expected(&body));
        prop_assert_eq!(list::<RankedParticipant>(text.as_bytes()).ok(), expected(&body));
    }
}

/// Yields `{"data": [ … ]}` of about that many bytes, piece by piece.
struct LongList {
    entry: Vec<u8>,
    at: usize,
    left: usize,
    is_begun: bool,
}

impl Read for LongList {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.is_begun {
            self.is_begun = true;
            return Read::read(&mut &br#"{"data": ["#[..], buffer);
        }
        let count = Read::read(&mut &self.entry[self.at..], buffer)?;
        self.at += count;
        if self.at == self.entry.len() && self.left > self.entry.len() {
            self.left -= self.entry.len();
            self.at = 0;
        } else if self.at == self.entry.len() && count == 0 && self.left > 0 {
            self.left = 0;
            return Read::read(&mut &br#"{"id": "1@g.us"}]}"#[..], buffer);
        }
        Ok(count)
    }
}

fn peak_kib() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

#[test]
#[ignore = "measures the whole process, so it runs by itself: cargo test -p groups-api --lib long_lists -- --ignored"]
fn long_lists_take_little_memory() {
    let members: Vec<_> = (0..1_000)
        .map(|number| json!({"phoneNumber": format!("+55119{number:08}"), "lid": format!("{number:015}@lid")}))
        .collect();
    let group = json!({"id": "1@g.us", "name": "Team", "participants": members});
    let entry = format!("{group},").into_bytes();
    let before = peak_kib();
    let read = || {
        let list = list(LongList { entry: entry.clone(), at: 0, left: 63 << 20, is_begun: false });
        let groups: Listed<ListedGroup> = list.unwrap();
        assert!(groups.entries.len() >= (63 << 20) / entry.len());
    };
    std::thread::scope(|scope| (0..8).for_each(|_| drop(scope.spawn(read))));
    let grown = peak_kib() - before;
    assert!(grown < 16 << 10, "eight lists of 63 MiB took {grown} KiB");
}
