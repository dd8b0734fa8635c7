//! Reads lists of groups: names, ids and names of sets, separated by commas. A name may contain commas itself, so the
//! longest known name counts. What is offered while a user types reads back as what it was offered for.

use std::collections::{BTreeSet, HashMap};

use whatsapp::GroupId;
use whatsapp::unicode::{has_visible, match_key, shown, single_line};

use super::OfferedGroup;
use super::likely_groups::likely;
use crate::access::{DETAIL_MARK, SET_MARK, SetName};
use crate::error::{BadGroup, BadGroupReason};
use crate::operations::{GroupRef, GroupSummary};

/// The forms of a comma, which look alike in a key.
const COMMAS: [char; 4] = [',', '\u{ff0c}', '\u{fe50}', '\u{fe10}'];
/// Maximum sets that are offered before the groups.
const SETS_FIRST: usize = 10;
/// Stands between the entries of an offered text.
const SEPARATOR: &str = ", ";

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
        let names: Vec<(Meant, String)> = of_groups.chain(of_sets).collect();
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
            let found = self.of_entry(&entry, recent).map(|(groups, gone)| {
                resolved.groups.extend(groups.into_iter().filter(|at| seen.insert(at.group.clone())));
                resolved.gone.extend(gone.into_iter().filter(|group| seen.insert(group.clone())));
            });
            bad.extend(found.err().map(|reason| BadGroup { place: index + 1, text: entry.text, reason }));
        }
        if bad.is_empty() { Ok(resolved) } else { Err(bad) }
    }

    /// Returns the groups that an entry stands for, and those that are gone.
    fn of_entry(&self, entry: &ListEntry, recent: &[GroupId]) -> Result<(Vec<GroupRef>, Vec<GroupId>), BadGroupReason> {
        match entry.meant.as_slice() {
            [] => {
                let named = self.groups.iter().filter(|known| known.is_named).map(|known| known.summary.clone());
                let (like, is_like) = likely(&match_key(&entry.text), named.collect(), recent);
                Err(BadGroupReason::Unknown { like: if is_like { like } else { Vec::new() } })
            }
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
            let taken = match longest {
                Some((entry, taken)) => {
                    entries.push(entry);
                    taken
                }
                None => {
                    if !first.key.is_empty() {
                        entries.push(ListEntry { text: first.text.trim().to_owned(), meant: Vec::new() });
                    }
                    1
                }
            };
            rest = rest.get(taken..).unwrap_or_default();
        }
        entries
    }

    /// Returns all that an entry with this key may stand for: an id, a name, or a name with details after it, as
    /// [`OfferedEntry`] is shown. An id among the details decides.
    fn meant(&self, key: &str) -> Vec<Meant> {
        let with_id = |text: &str| text.parse::<GroupId>().ok().map(|id| self.by_id.get(&id).copied());
        if let Some(found) = with_id(key) {
            return found.map(Meant::Group).into_iter().collect();
        }
        if let Some(named) = self.by_name.get(key) {
            return named.clone();
        }
        let Some((mut name, detail)) = key.rsplit_once(DETAIL_MARK) else { return Vec::new() };
        let id = with_id(detail);
        loop {
            // Details have no comma: what follows one is another entry.
            let is_one = key.get(name.len()..).is_some_and(|details| !details.contains(','));
            if let Some(named) = self.by_name.get(name).filter(|_| is_one) {
                let fits = |meant: &&Meant| id.is_none_or(|found| found.map(Meant::Group) == Some(**meant));
                return named.iter().filter(fits).copied().collect();
            }
            match name.rsplit_once(DETAIL_MARK) {
                Some((shorter, _)) => name = shorter,
                None => return Vec::new(),
            }
        }
    }

    /// Returns completions of the last entry of a list, without what its other entries name: at most `most`, of which
    /// each has at most `chars_max` characters together with them. `order`: the groups in the order in which they are
    /// offered.
    pub(super) fn offer(&self, typed: &str, order: &[OfferedGroup], most: usize, chars_max: usize) -> OfferedEntries {
        let segments = segments(typed);
        let group = |offered: &OfferedGroup| {
            let index = self.by_id.get(&offered.group.id)?;
            Some(Candidate { meant: Meant::Group(*index), lacks_admin: offered.lacks_admin })
        };
        let groups = order.iter().filter_map(group);
        let sets = self.sets.iter().enumerate().filter(|(_, set)| !set.groups.is_empty());
        let sets: Vec<Candidate> =
            sets.map(|(index, _)| Candidate { meant: Meant::Set(index), lacks_admin: false }).collect();
        let (first, others) = sets.split_at(sets.len().min(SETS_FIRST));
        let all = first.iter().copied().chain(groups).chain(others.iter().copied());
        let mut befores: HashMap<usize, Vec<ListEntry>> = HashMap::new();
        let mut fitting = Vec::new();
        for (one, (fit, taken)) in all.filter_map(|one| Some((one, self.fit(&segments, one)?))) {
            let before = befores.entry(taken).or_insert_with(|| {
                let kept = segments.len().saturating_sub(taken);
                self.read(&segments.iter().take(kept).map(|one| one.text).collect::<Vec<_>>().join(","))
            });
            if !before.iter().any(|entry| entry.meant == [one.meant]) {
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
    fn fit(&self, segments: &[Segment<'_>], one: Candidate) -> Option<(Fit, usize)> {
        let Candidate { meant, lacks_admin } = one;
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
    fn completed(&self, before: &[ListEntry], one: Candidate) -> Option<OfferedEntry> {
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
            read.len() == before.len() + 1
                && read.iter().zip(before).all(is_same)
                && read.last().is_some_and(|last| last.meant == [one.meant])
        };
        let starts = [true, false].map(|by_name| before.iter().map(|entry| self.again(entry, by_name)).collect());
        let all = starts.iter().flat_map(|start: &String| [Some(&name), id.as_ref()].map(|text| (start, text)));
        let (start, entry) =
            all.filter_map(|(start, text)| Some((start, text?))).find(|(start, text)| reads_back(start, text))?;
        let name_of_id = Some(&name).filter(|name| id.as_ref() == Some(entry) && has_visible(name)).cloned();
        let what = match groups_of_set {
            Some(groups) => OfferedWhat::Set { groups },
            None => OfferedWhat::Group { name_of_id, lacks_admin: one.lacks_admin },
        };
        Some(OfferedEntry { before: start.clone(), entry: entry.clone(), what })
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

/// A group or set that may complete a list.
#[derive(Debug, Clone, Copy)]
struct Candidate {
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

/// Returns the name of a set as it is offered.
fn marked(name: &SetName) -> String {
    format!("{SET_MARK} {name}")
}

/// Returns a group's name as it is shown on one line.
fn line(name: &str) -> String {
    single_line(&shown(name))
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(number: usize) -> GroupId {
        format!("{}@g.us", 120_363_000_000_000_000_u64 + number as u64).parse().unwrap()
    }

    fn group(number: usize, name: &str) -> KnownGroup {
        let summary = GroupSummary { id: id(number), name: name.to_owned(), size: None, created_at: None };
        let session = "default".parse().unwrap();
        let at = GroupRef { session, group: id(number), name: Some(name.to_owned()), is_name_secret: false };
        KnownGroup { at, summary, is_named: true }
    }

    fn set(name: &str, groups: &[usize], gone: &[usize]) -> KnownSet {
        let ids = |numbers: &[usize]| numbers.iter().map(|number| id(*number)).collect();
        KnownSet { name: SetName::parse(name).unwrap(), groups: ids(groups), gone: ids(gone) }
    }

    /// Alpha is 1, Beta is 2, and so on.
    fn directory() -> GroupDirectory {
        let names = [
            "Alpha Team",
            "Beta",
            "Twins",
            "Twins",
            "Alpha Team, Beta",
            "North",
            "Köln, Sülz",
            "120363000000000001@g.us",
        ];
        let groups = (1..).zip(names).map(|(number, name)| group(number, name)).collect();
        let sets = vec![set("North", &[2, 1], &[]), set("South", &[3, 2], &[40]), set("Empty", &[], &[])];
        GroupDirectory::new(groups, sets)
    }

    fn offered(directory: &GroupDirectory, typed: &str, chars_max: usize) -> OfferedEntries {
        let group = |known: &KnownGroup| OfferedGroup { group: known.summary.clone(), lacks_admin: false };
        let order: Vec<OfferedGroup> = directory.groups.iter().map(group).collect();
        directory.offer(typed, &order, 25, chars_max)
    }

    fn values(typed: &str, chars_max: usize) -> Vec<String> {
        offered(&directory(), typed, chars_max).entries.iter().map(OfferedEntry::value).collect()
    }

    #[test]
    fn a_list_reads_as_its_longest_known_names() {
        for (text, numbers, gone) in [
            ("Alpha Team", &[1][..], &[][..]),
            ("  beta ,ALPHA  team,, ", &[2, 1], &[]),
            ("Alpha Team, Beta", &[5], &[]),
            ("Beta, Alpha Team", &[2, 1], &[]),
            ("Alpha Team, Beta, Beta", &[5, 2], &[]),
            ("Beta，köln ,  sülz", &[2, 7], &[]),
            ("120363000000000003@g.us, Beta", &[3, 2], &[]),
            ("Beta, beta, 120363000000000002@g.us", &[2], &[]),
            ("📁 North", &[2, 1], &[]),
            ("South, beta", &[3, 2], &[40]),
            ("📁 South · 3 groups, Alpha Team", &[3, 2, 1], &[40]),
            ("Twins · 120363000000000004@g.us", &[4], &[]),
            ("Twins · 3 members · 120363000000000003@g.us", &[3], &[]),
            // The id decides, not the group that is called so.
            ("120363000000000001@g.us", &[1], &[]),
            (" , ", &[], &[]),
        ] {
            let resolved = directory().resolve(text, &[]).unwrap_or_else(|bad| panic!("{text}: {bad:?}"));
            let groups: Vec<GroupId> = resolved.groups.into_iter().map(|at| at.group).collect();
            assert_eq!(groups, numbers.iter().map(|number| id(*number)).collect::<Vec<_>>(), "{text}");
            assert_eq!(resolved.gone, gone.iter().map(|number| id(*number)).collect::<Vec<_>>(), "{text}");
        }
    }

    #[test]
    fn each_unclear_entry_is_named_with_its_place() {
        let text = "Beta, Gamma, Twins, North, Empty, 120363000000000099@g.us, x · 120363000000000001@g.us, alpha teem";
        let bad = directory().resolve(text, &[]).unwrap_err();
        let places: Vec<(usize, &str)> = bad.iter().map(|one| (one.place, one.text.as_str())).collect();
        assert_eq!(
            places,
            [
                (2, "Gamma"),
                (3, "Twins"),
                (4, "North"),
                (5, "Empty"),
                (6, "120363000000000099@g.us"),
                (7, "x · 120363000000000001@g.us"),
                (8, "alpha teem")
            ]
        );
        assert!(matches!(&bad[0].reason, BadGroupReason::Unknown { like } if like.is_empty()));
        assert!(matches!(&bad[1].reason, BadGroupReason::Ambiguous { groups, is_set: false } if groups.len() == 2));
        assert!(matches!(&bad[2].reason, BadGroupReason::Ambiguous { groups, is_set: true } if groups.len() == 1));
        assert!(matches!(&bad[3].reason, BadGroupReason::EmptySet));
        assert!(matches!(&bad[6].reason, BadGroupReason::Unknown { like } if like[0].name == "Alpha Team"));
    }

    #[test]
    fn the_last_entry_is_completed() {
        for (typed, expected) in [
            ("bet", &["Beta", "Alpha Team, Beta"][..]),
            ("north", &["📁 North", "120363000000000006@g.us"]),
            ("📁 so", &["📁 South"]),
            ("twins", &["120363000000000003@g.us", "120363000000000004@g.us"]),
            ("Beta, bet", &["Beta, Alpha Team, Beta"]),
            ("Beta, köln, s", &["Beta, Köln, Sülz"]),
            ("south, twins · 120363000000000004@g.us", &["📁 South, 120363000000000004@g.us"]),
            ("Gamma, köln", &["Gamma, Köln, Sülz"]),
            ("nothing", &[]),
            ("120363000000000002", &["Beta"]),
        ] {
            let found = values(typed, 100);
            assert!(
                found.iter().map(String::as_str).take(expected.len()).eq(expected.iter().copied()),
                "{typed}: {found:?}"
            );
            assert!(!expected.is_empty() || found.is_empty(), "{typed}: {found:?}");
        }
    }

    #[test]
    fn an_entry_is_not_offered_twice_and_sets_come_first() {
        let found = values("", 100);
        assert_eq!(found.first().map(String::as_str), Some("📁 North"), "{found:?}");
        assert!(!found.iter().any(|one| one.contains("Empty")), "{found:?}");
        let next = values("Beta, 📁 North, ", 100);
        assert_eq!(next.len(), found.len() - 2, "{next:?}");
        assert!(next.iter().all(|one| one.starts_with("Beta, 📁 North, ")), "{next:?}");
    }

    /// After "Alpha Team, ", the name of Beta would make the name of another group.
    #[test]
    fn an_offer_never_names_another_group() {
        let found = values("Alpha Team, bet", 100);
        assert_eq!(found, ["Alpha Team, Beta", "Alpha Team, 120363000000000002@g.us"]);
        let read = |text: &str| directory().resolve(text, &[]).unwrap().groups.len();
        assert_eq!([read(&found[0]), read(&found[1])], [1, 2]);
    }

    #[test]
    fn a_list_that_is_too_long_is_counted_and_not_offered() {
        let offered = offered(&directory(), "Beta, ", 20);
        assert!(offered.entries.iter().all(|entry| entry.value().chars().count() <= 20), "{offered:?}");
        assert!(offered.too_long > 0 && !offered.entries.is_empty(), "{offered:?}");
    }

    #[test]
    fn more_than_fit_are_counted() {
        let groups = (1..=60).map(|number| group(number, &format!("Group {number:02}"))).collect();
        let offered = offered(&GroupDirectory::new(groups, Vec::new()), "gro", 100);
        assert_eq!((offered.entries.len(), offered.more, offered.too_long), (25, 35, 0));
    }

    fn name() -> impl Strategy<Value = String> {
        "[aAb📁·@，, ]{0,6}|[ab](, [ab]){0,3}|[ab] · [ab]|12036300000000000[1-9]@g\\.us|\\PC{0,12}"
    }

    proptest! {
        /// Whatever the groups and sets are called, an offer reads back as the entries before and what was offered.
        #[test]
        fn an_offer_reads_back_as_what_it_is(
            names in prop::collection::vec(name(), 1..8),
            sets in prop::collection::vec("[aAb ]{1,4}|\\PC{1,8}", 0..4),
            picks in prop::collection::vec(any::<prop::sample::Index>(), 1..5),
        ) {
            let groups: Vec<KnownGroup> = (1..).zip(&names).map(|(number, name)| group(number, name)).collect();
            let count = groups.len();
            let mut known: Vec<KnownSet> = Vec::new();
            for name in sets.iter().filter_map(|name| SetName::parse(name).ok()) {
                if known.iter().all(|set| !set.name.is_same(&name)) {
                    known.push(KnownSet { name, groups: vec![id(1), id(count)], gone: Vec::new() });
                }
            }
            let directory = GroupDirectory::new(groups, known);
            let mut typed = String::new();
            let mut chosen: Vec<Vec<Meant>> = Vec::new();
            for pick in picks {
                let all = offered(&directory, &typed, 400);
                if all.entries.is_empty() {
                    break;
                }
                let offer = pick.get(&all.entries);
                let read = directory.read(&offer.value());
                prop_assert_eq!(read.len(), chosen.len() + 1, "{:?}: {:?}", offer, read);
                let (last, before) = read.split_last().unwrap();
                prop_assert!(before.iter().map(|entry| &entry.meant).eq(chosen.iter()), "{:?}: {:?}", offer, read);
                prop_assert_eq!(last.meant.len(), 1, "{:?}: {:?}", offer, read);
                prop_assert!(!chosen.contains(&last.meant), "{:?} again", offer);
                chosen.push(last.meant.clone());
                typed = format!("{}, ", offer.value());
            }
        }

        /// A text of any form is read, and each part of it once.
        #[test]
        fn any_text_is_read(text in "\\PC{0,60}|[aAbB, ·📁]{0,40}") {
            let read = directory().read(&text);
            prop_assert!(read.len() <= text.split(COMMAS).count());
            prop_assert!(read.iter().all(|entry| !entry.text.is_empty()));
        }
    }
}
