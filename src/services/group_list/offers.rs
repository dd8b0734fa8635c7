//! Completes a list of groups while a user types. What is offered reads back as what it was offered for.

use std::collections::HashMap;

use whatsapp::unicode::{has_visible, shown, single_line};

use super::{GroupDirectory, ListEntry, Meant, Segment, joined, key_of, marked, segments};
use crate::access::SET_MARK;
use crate::services::OfferedGroup;

/// Maximum sets that are offered before the groups.
const SETS_FIRST: usize = 10;
/// Maximum bytes of a text that is completed. A longer one would not fit into a choice.
const TYPED_MAX: usize = 1_000;
/// Stands between the entries of an offered text.
const SEPARATOR: &str = ", ";

/// A completion of a list that is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedEntry {
    /// The entries before, each followed by a separator.
    pub before: String,
    /// The entry that completes the list.
    pub entry: String,
    pub what: OfferedWhat,
}

/// What an offered entry stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfferedWhat {
    Group {
        /// The name, if the entry is the id, because the name would not read back as this group.
        name_of_id: Option<String>,
        lacks_admin: bool,
    },
    Set {
        /// Its groups in the user's scope.
        groups: usize,
    },
}

/// The completions of a list, the best first.
#[derive(Debug, Default)]
pub struct OfferedEntries {
    pub entries: Vec<OfferedEntry>,
    /// How many more fit.
    pub more: usize,
    /// How many of those that fit make the list too long. They are not offered.
    pub too_long: usize,
}

impl OfferedEntry {
    /// Returns the whole list.
    pub fn value(&self) -> String {
        format!("{}{}", self.before, self.entry)
    }
}

/// A group or set that may complete a list.
#[derive(Debug, Clone, Copy)]
struct EntryCandidate {
    meant: Meant,
    /// As [`OfferedGroup::lacks_admin`].
    lacks_admin: bool,
}

/// How well a group or set fits to what is typed; the smallest fits best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    lacks_admin: bool,
    /// False if the typed segments are the beginning of a name with commas.
    is_one_segment: bool,
    /// True if the name does not start with what is typed.
    is_inside: bool,
}

/// The entries before the one that is completed.
struct EntriesBefore {
    entries: Vec<ListEntry>,
    /// Their texts, each with a separator: by names where those are clear, and by ids.
    starts: [String; 2],
}

impl GroupDirectory {
    /// Returns completions of the last entry of a list, without what its other entries name: at most `most`, of which
    /// each has at most `chars_max` characters together with them. `order`: the groups in the order in which they are
    /// offered.
    pub(in crate::services) fn offer(
        &self,
        typed: &str,
        order: &[OfferedGroup],
        most: usize,
        chars_max: usize,
    ) -> OfferedEntries {
        if typed.len() > TYPED_MAX {
            return OfferedEntries::default();
        }
        let segments = segments(typed);
        let group = |offered: &OfferedGroup| {
            let index = self.by_id.get(&offered.group.id)?;
            Some(EntryCandidate { meant: Meant::Group(*index), lacks_admin: offered.lacks_admin })
        };
        let groups = order.iter().filter_map(group);
        let sets = self.sets.iter().enumerate().filter(|(_, set)| !set.groups.is_empty());
        let sets: Vec<EntryCandidate> =
            sets.map(|(index, _)| EntryCandidate { meant: Meant::Set(index), lacks_admin: false }).collect();
        let (first, others) = sets.split_at(sets.len().min(SETS_FIRST));
        let all = first.iter().copied().chain(groups).chain(others.iter().copied());
        let mut befores: HashMap<usize, EntriesBefore> = HashMap::new();
        let mut fitting = Vec::new();
        for (one, (fit, taken)) in all.filter_map(|one| Some((one, self.fit(&segments, one)?))) {
            let before = befores.entry(taken).or_insert_with(|| {
                let kept = segments.len().saturating_sub(taken);
                self.before(&segments.iter().take(kept).map(|one| one.text).collect::<Vec<_>>().join(","))
            });
            if !before.entries.iter().any(|entry| entry.meant == [one.meant]) {
                fitting.push((fit, one, taken));
            }
        }
        fitting.sort_by_key(|(fit, ..)| *fit);
        let mut offered = OfferedEntries { more: fitting.len(), ..OfferedEntries::default() };
        for (_, one, taken) in fitting {
            if offered.entries.len().max(offered.too_long) >= most {
                break;
            }
            offered.more -= 1;
            match befores.get(&taken).and_then(|before| self.completed(before, one)) {
                Some(entry) if entry.value().chars().count() <= chars_max => offered.entries.push(entry),
                Some(_) => offered.too_long += 1,
                None => {}
            }
        }
        offered
    }

    /// Returns how well the end of a list fits, and how many segments that end has; `None` if it does not fit. A name
    /// with commas can be begun in an earlier segment.
    fn fit(&self, segments: &[Segment<'_>], one: EntryCandidate) -> Option<(Fit, usize)> {
        let EntryCandidate { meant, lacks_admin } = one;
        let (name, id) = match meant {
            Meant::Group(index) => {
                // Only a group that may be found by its name is offered by it.
                let known = self.groups.get(index).filter(|known| known.is_named)?;
                (key_of(&known.summary.name), known.at.group.as_str())
            }
            Meant::Set(index) => (key_of(self.sets.get(index)?.name.as_str()), ""),
        };
        let end = |taken: usize| segments.len().checked_sub(taken).and_then(|from| segments.get(from..)).map(joined);
        let begun = (2..=name.matches(',').count() + 1).rev().find(|taken| {
            end(*taken).is_some_and(|end| !end.starts_with(',') && !end.ends_with(',') && name.starts_with(&end))
        });
        if let Some(taken) = begun {
            return Some((Fit { lacks_admin, is_one_segment: false, is_inside: false }, taken));
        }
        let last = end(1)?;
        let typed = last.strip_prefix(SET_MARK).map_or(last.as_str(), str::trim_start);
        let fits = name.contains(typed) || id.contains(typed) || self.meant(&last).contains(&meant);
        fits.then(|| (Fit { lacks_admin, is_one_segment: true, is_inside: !name.starts_with(typed) }, 1))
    }

    /// Returns the list with an entry at its end: by name if that reads back as the same, otherwise by id.
    fn completed(
        &self,
        EntriesBefore { entries, starts }: &EntriesBefore,
        one: EntryCandidate,
    ) -> Option<OfferedEntry> {
        let (name, id, groups_of_set) = match one.meant {
            Meant::Set(index) => {
                let set = self.sets.get(index)?;
                (marked(&set.name), None, Some(set.groups.len()))
            }
            Meant::Group(index) => {
                let known = self.groups.get(index)?;
                (line(&known.summary.name), Some(known.at.group.to_string()), None)
            }
        };
        let reads_back = |start: &str, text: &str| {
            let read = self.read(&format!("{start}{text}"));
            let is_same = |(read, typed): (&ListEntry, &ListEntry)| read.meant == typed.meant;
            read.len() == entries.len() + 1
                && read.iter().zip(entries).all(is_same)
                && read.last().is_some_and(|last| last.meant == [one.meant])
        };
        let all = starts.iter().flat_map(|start| [Some(&name), id.as_ref()].map(|text| (start, text)));
        let (start, entry) =
            all.filter_map(|(start, text)| Some((start, text?))).find(|(start, text)| reads_back(start, text))?;
        let name_of_id = Some(&name).filter(|name| id.as_ref() == Some(entry) && has_visible(name)).cloned();
        let what = match groups_of_set {
            Some(groups) => OfferedWhat::Set { groups },
            None => OfferedWhat::Group { name_of_id, lacks_admin: one.lacks_admin },
        };
        Some(OfferedEntry { before: start.clone(), entry: entry.clone(), what })
    }

    /// Reads the entries before the one that is completed.
    fn before(&self, text: &str) -> EntriesBefore {
        let entries = self.read(text);
        let starts = [true, false].map(|by_name| entries.iter().map(|entry| self.again(entry, by_name)).collect());
        EntriesBefore { entries, starts }
    }

    /// Returns an entry in a short form, with a separator.
    fn again(&self, entry: &ListEntry, by_name: bool) -> String {
        let text = match entry.meant.as_slice() {
            [Meant::Set(index)] => self.sets.get(*index).map(|set| marked(&set.name)),
            [Meant::Group(index)] => self.groups.get(*index).map(|known| {
                let name = line(&known.summary.name);
                let reads_back = || match self.read(&name).as_slice() {
                    [only] => only.meant == entry.meant,
                    _ => false,
                };
                if by_name && reads_back() { name } else { known.at.group.to_string() }
            }),
            _ => None,
        };
        format!("{}{SEPARATOR}", text.unwrap_or_else(|| entry.text.clone()))
    }
}

/// Returns a group's name as it is shown on one line.
fn line(name: &str) -> String {
    single_line(&shown(name))
}
