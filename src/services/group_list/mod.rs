//! Reads lists of groups: names, ids and names of sets, separated by commas. A name may contain commas itself, so the
//! longest known name counts.

mod offers;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap};

use whatsapp::GroupId;
use whatsapp::unicode::{has_visible, match_key};

pub use offers::{OfferedEntries, OfferedEntry, OfferedWhat};

use super::likely_groups::likely;
use crate::access::{DETAIL_MARK, SET_MARK, SetName};
use crate::error::{BadGroup, BadGroupReason};
use crate::operations::{GroupRef, GroupSummary};

/// Maximum unclear entries for which groups with a like name are looked for, and groups that one entry names.
const COMPARED_MAX: usize = 15;
const MEANT_MAX: usize = 10;
/// The forms of a comma, which look alike in a key.
const COMMAS: [char; 4] = [',', '\u{ff0c}', '\u{fe50}', '\u{fe10}'];
/// The groups and sets that a user can name in a list.
#[derive(Debug, Default)]
pub(super) struct GroupDirectory {
    groups: Vec<KnownGroup>,
    sets: Vec<KnownSet>,
    by_id: HashMap<GroupId, usize>,
    by_name: HashMap<String, Vec<Meant>>,
    /// The numbers of commas that known names have, the largest first.
    commas: Vec<usize>,
}

/// A group in the user's scope.
#[derive(Debug)]
pub(super) struct KnownGroup {
    pub(super) at: GroupRef,
    pub(super) summary: GroupSummary,
    /// Whether the user may find it by its name.
    pub(super) is_named: bool,
}

/// A set, with its groups in the user's scope.
#[derive(Debug)]
pub(super) struct KnownSet {
    pub(super) name: SetName,
    pub(super) groups: Vec<GroupId>,
    /// Those of its groups that no account of the server is in any more.
    pub(super) gone: Vec<GroupId>,
}

/// What an entry stands for, by its index in the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meant {
    Group(usize),
    Set(usize),
}

/// An entry of a list, as typed, and all that it may stand for.
#[derive(Debug, PartialEq, Eq)]
struct ListEntry {
    text: String,
    meant: Vec<Meant>,
}

/// A part of a list between two commas, and its key.
struct Segment<'a> {
    text: &'a str,
    key: String,
}

/// The groups that a list stands for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ResolvedGroups {
    /// In the order of the list, each once.
    pub groups: Vec<GroupRef>,
    /// Groups of its sets that no account of the server is in any more. They are left out.
    pub gone: Vec<GroupId>,
}

impl GroupDirectory {
    pub(super) fn new(groups: Vec<KnownGroup>, sets: Vec<KnownSet>) -> Self {
        let by_id = groups.iter().enumerate().map(|(index, known)| (known.at.group.clone(), index)).collect();
        let mut directory = Self { groups, sets, by_id, ..Self::default() };
        let of_groups = directory.groups.iter().enumerate().filter(|(_, known)| known.is_named);
        let of_groups = of_groups.map(|(index, known)| (Meant::Group(index), key_of(&known.summary.name)));
        let of_sets = directory.sets.iter().enumerate().flat_map(|(index, set)| {
            let names = [set.name.to_string(), marked(&set.name)];
            names.map(|name| (Meant::Set(index), key_of(&name)))
        });
        // Sets come first, so that they are among the first that a name means.
        let names: Vec<(Meant, String)> = of_sets.chain(of_groups).collect();
        let mut commas = BTreeSet::from([0]);
        for (meant, key) in names.into_iter().filter(|(_, key)| has_visible(key)) {
            commas.insert(key.matches(',').count());
            directory.by_name.entry(key).or_default().push(meant);
        }
        directory.commas = commas.into_iter().rev().collect();
        directory
    }

    /// Returns the groups of a list, or all of its entries that are not clear. `recent`: the groups that the user used
    /// last.
    pub(super) fn resolve(&self, text: &str, recent: &[GroupId]) -> Result<ResolvedGroups, Vec<BadGroup>> {
        let (mut resolved, mut bad, mut seen) = (ResolvedGroups::default(), Vec::new(), BTreeSet::new());
        for (index, entry) in self.read(text).into_iter().enumerate() {
            let found = self.of_entry(&entry).map(|(groups, gone)| {
                resolved.groups.extend(groups.into_iter().filter(|at| seen.insert(at.group.clone())));
                resolved.gone.extend(gone.into_iter().filter(|group| seen.insert(group.clone())));
            });
            bad.extend(found.err().map(|reason| BadGroup { place: index + 1, text: entry.text, reason }));
        }
        for one in bad.iter_mut().take(COMPARED_MAX) {
            if let BadGroupReason::Unknown { like } = &mut one.reason {
                *like = self.like(&one.text, recent);
            }
        }
        if bad.is_empty() { Ok(resolved) } else { Err(bad) }
    }

    /// Returns the groups with a name like a text.
    fn like(&self, text: &str, recent: &[GroupId]) -> Vec<GroupSummary> {
        let named = self.groups.iter().filter(|known| known.is_named).map(|known| known.summary.clone());
        let (like, is_like) = likely(&match_key(text), named.collect(), recent);
        if is_like { like } else { Vec::new() }
    }

    /// Returns the groups that an entry stands for, and those that are gone.
    fn of_entry(&self, entry: &ListEntry) -> Result<(Vec<GroupRef>, Vec<GroupId>), BadGroupReason> {
        match entry.meant.as_slice() {
            [] => Err(BadGroupReason::Unknown { like: Vec::new() }),
            [Meant::Group(index)] => Ok((self.group(*index).into_iter().cloned().collect(), Vec::new())),
            [Meant::Set(index)] => {
                let Some(set) = self.sets.get(*index) else { return Err(BadGroupReason::EmptySet) };
                let groups = set.groups.iter().filter_map(|group| self.group(*self.by_id.get(group)?).cloned());
                let groups: Vec<GroupRef> = groups.collect();
                if groups.is_empty() { Err(BadGroupReason::EmptySet) } else { Ok((groups, set.gone.clone())) }
            }
            several => {
                let summary = |meant: &Meant| match meant {
                    Meant::Group(index) => Some(self.groups.get(*index)?.summary.clone()),
                    Meant::Set(_) => None,
                };
                let is_set = several.iter().any(|meant| matches!(meant, Meant::Set(_)));
                Err(BadGroupReason::Ambiguous { groups: several.iter().filter_map(summary).collect(), is_set })
            }
        }
    }

    fn group(&self, index: usize) -> Option<&GroupRef> {
        self.groups.get(index).map(|known| &known.at)
    }

    /// Returns the entries of a list, in order, without empty ones.
    fn read(&self, text: &str) -> Vec<ListEntry> {
        let segments = segments(text);
        let mut entries = Vec::new();
        let mut rest = segments.as_slice();
        while let Some(first) = rest.first() {
            let longest = self.commas.iter().find_map(|commas| {
                let segments = rest.get(..=*commas)?;
                let meant = self.meant(&joined(segments));
                (!meant.is_empty()).then(|| (ListEntry { text: text_of(segments), meant }, commas + 1))
            });
            let taken = if let Some((entry, taken)) = longest {
                entries.push(entry);
                taken
            } else {
                if !first.key.is_empty() {
                    entries.push(ListEntry { text: first.text.trim().to_owned(), meant: Vec::new() });
                }
                1
            };
            rest = rest.get(taken..).unwrap_or_default();
        }
        entries
    }

    /// Returns what an entry with this key may stand for, at most [`MEANT_MAX`]: an id, a name, or a name with details after it, as
    /// [`OfferedEntry`] is shown. An id among the details decides.
    fn meant(&self, key: &str) -> Vec<Meant> {
        let with_id = |text: &str| text.parse::<GroupId>().ok().map(|id| self.by_id.get(&id).copied());
        if let Some(found) = with_id(key) {
            return found.map(Meant::Group).into_iter().collect();
        }
        if let Some(named) = self.by_name.get(key) {
            return named.iter().take(MEANT_MAX).copied().collect();
        }
        let Some((mut name, detail)) = key.rsplit_once(DETAIL_MARK) else { return Vec::new() };
        let id = with_id(detail);
        loop {
            // Details have no comma: what follows one is another entry.
            let is_one = key.get(name.len()..).is_some_and(|details| !details.contains(','));
            if let Some(named) = self.by_name.get(name).filter(|_| is_one) {
                let fits = |meant: &&Meant| id.is_none_or(|found| found.map(Meant::Group) == Some(**meant));
                return named.iter().filter(fits).take(MEANT_MAX).copied().collect();
            }
            match name.rsplit_once(DETAIL_MARK) {
                Some((shorter, _)) => name = shorter,
                None => return Vec::new(),
            }
        }
    }
}

/// Returns the name of a set as it is offered.
fn marked(name: &SetName) -> String {
    format!("{SET_MARK} {name}")
}

/// Returns the key of a name. Blanks beside commas make no difference.
fn key_of(name: &str) -> String {
    joined(&segments(name))
}

fn segments(text: &str) -> Vec<Segment<'_>> {
    text.split(COMMAS).map(|text| Segment { text, key: match_key(text) }).collect()
}

fn joined(segments: &[Segment<'_>]) -> String {
    segments.iter().map(|segment| segment.key.as_str()).collect::<Vec<_>>().join(",")
}

fn text_of(segments: &[Segment<'_>]) -> String {
    segments.iter().map(|segment| segment.text).collect::<Vec<_>>().join(",").trim().to_owned()
}
