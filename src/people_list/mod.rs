//! A list of people that a user gave: where it comes from, and how it was read. Nobody of a list is added, removed or
//! changed before the user saw how it was read, unless nothing had to be guessed ([`ReadList::needs_preview`]).

mod planned;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use whatsapp::Person;
use whatsapp::people::{
    Country, DoubleEntry, FoundPerson, LineKey, PEOPLE_MAX, PeopleList, Reading, UnclearEntry, UnclearReason,
    UnreadableList,
};

use crate::operations::Labels;

pub use planned::{GroupFacts, ListPreview, Planned, Selection, select};

/// Most unclear entries and most doubles that a list keeps; the others are counted.
const NAMED_MAX: usize = 1_000;
/// Fewest digits of a number without its country code that somebody may mean.
const NATIONAL_DIGITS_MIN: usize = 7;

/// Where a list comes from: a typed or pasted text, a file, or both.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListSource {
    pub text: Option<String>,
    pub file: Option<ListFile>,
    /// Somebody else wrote it: the user did not choose its words.
    #[serde(default)]
    pub is_of_others: bool,
}

/// A file that Discord holds.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListFile {
    /// The address, which Discord signs for some hours.
    pub url: String,
}

impl std::fmt::Debug for ListSource {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ListSource(text: {}, file: {})", self.text.is_some(), self.file.is_some())
    }
}

/// The part of a source that an entry comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListPart {
    Text,
    File,
}

/// A list as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadList {
    pub source: ListSource,
    /// The country by which numbers without a country code were read.
    pub country: Option<Country>,
    pub text: Option<PeopleList>,
    /// Without the people who are in the text; those are doubles.
    pub file: Option<PeopleList>,
    /// All unclear entries and all doubles, also those beyond [`NAMED_MAX`].
    pub unclear: usize,
    pub doubles: usize,
}

impl ReadList {
    /// Joins the lists of a text and a file. A person of both counts as one of the text. Returns
    /// [`UnreadableList::TooManyPeople`] if both together name more than one list may.
    pub fn new(
        source: ListSource,
        country: Option<Country>,
        text: Option<PeopleList>,
        mut file: Option<PeopleList>,
    ) -> Result<Self, UnreadableList> {
        if let (Some(text), Some(file)) = (&text, &mut file) {
            move_doubles(text, file);
        }
        let mut list = Self { source, country, text, file, unclear: 0, doubles: 0 };
        if list.found().count() > PEOPLE_MAX {
            return Err(UnreadableList::TooManyPeople);
        }
        list.unclear = list.named_unclear().count();
        list.doubles = list.parts().map(|(_, part)| part.doubles.len()).sum();
        for part in [&mut list.text, &mut list.file].into_iter().flatten() {
            part.unclear.truncate(NAMED_MAX);
            part.doubles.truncate(NAMED_MAX);
        }
        Ok(list)
    }

    /// Returns the lists that were read, that of the text first.
    pub fn parts(&self) -> impl Iterator<Item = (ListPart, &PeopleList)> {
        let text = self.text.iter().map(|part| (ListPart::Text, part));
        text.chain(self.file.iter().map(|part| (ListPart::File, part)))
    }

    /// Returns the people in the order of the list, each once.
    pub fn found(&self) -> impl Iterator<Item = (ListPart, &FoundPerson)> {
        self.parts().flat_map(|(origin, part)| part.found.iter().map(move |found| (origin, found)))
    }

    /// Returns the people whose numbers had to be guessed, the least certain first.
    pub fn guesses(&self) -> Vec<(ListPart, &FoundPerson)> {
        let confidence = |found: &FoundPerson| match &found.reading {
            Reading::Guess(reason) => Some(reason.confidence()),
            Reading::Exact | Reading::National(_) => None,
        };
        let mut guesses: Vec<_> = self.found().filter(|(_, found)| confidence(found).is_some()).collect();
        guesses.sort_by_key(|(_, found)| confidence(found));
        guesses
    }

    /// Returns the unclear entries, at most [`NAMED_MAX`] of each part; [`Self::unclear`] counts all.
    pub fn named_unclear(&self) -> impl Iterator<Item = (ListPart, &UnclearEntry)> {
        self.parts().flat_map(|(origin, part)| part.unclear.iter().map(move |entry| (origin, entry)))
    }

    /// Returns the people of a selection, with their labels.
    pub fn select(&self, selection: Selection) -> (Vec<Person>, Labels) {
        let wanted = |found: &FoundPerson| match selection {
            Selection::All | Selection::First | Selection::FirstThenRest => true,
            Selection::Sure => !found.reading.is_guess(),
        };
        let (mut people, mut labels) = (Vec::new(), Labels::default());
        for (_, found) in self.found().filter(|(_, found)| wanted(found)) {
            people.push(found.person.clone());
            if let Some(label) = &found.label {
                labels.insert(&found.person, label);
            }
        }
        (people, labels)
    }

    /// Returns how many entries it holds: people, doubles and unclear ones.
    pub fn entries(&self) -> usize {
        self.parts().map(|(_, part)| part.found.len() + part.doubles.len() + part.unclear.len()).sum()
    }

    /// Returns how many people a selection has.
    pub fn count(&self, selection: Selection) -> usize {
        match selection {
            Selection::All | Selection::First | Selection::FirstThenRest => self.found().count(),
            Selection::Sure => self.found().filter(|(_, found)| !found.reading.is_guess()).count(),
        }
    }

    /// Returns whether the list may be read otherwise with another country.
    pub fn depends_on_country(&self) -> bool {
        let is_national = |(_, found): (ListPart, &FoundPerson)| matches!(found.reading, Reading::National(_));
        self.found().any(is_national)
            || !self.guesses().is_empty()
            || self.named_unclear().any(|(_, entry)| may_be_national(entry))
    }

    /// Returns whether the user must see how the list was read: somebody else wrote it, or something was guessed or could
    /// not be read.
    pub fn needs_preview(&self) -> bool {
        self.source.is_of_others || self.unclear > 0 || self.count(Selection::Sure) < self.count(Selection::All)
    }
}

/// Makes the people of the file who are in the text doubles.
fn move_doubles(text: &PeopleList, file: &mut PeopleList) {
    let first: HashMap<LineKey, &FoundPerson> =
        text.found.iter().map(|found| (found.person.line_key(), found)).collect();
    let (known, new): (Vec<_>, Vec<_>) =
        std::mem::take(&mut file.found).into_iter().partition(|found| first.contains_key(&found.person.line_key()));
    file.found = new;
    let double = |found: FoundPerson| {
        let first =
            first.get(&found.person.line_key()).map_or_else(|| found.place.clone(), |first| first.place.clone());
        DoubleEntry { person: found.person, label: found.label, place: found.place, first }
    };
    file.doubles.extend(known.into_iter().map(double));
}

/// Returns whether an entry may be a number of a country that was not meant.
fn may_be_national(entry: &UnclearEntry) -> bool {
    let digits = entry.text.chars().filter(char::is_ascii_digit).count();
    match entry.reason {
        _ if entry.text.contains('+') => false,
        UnclearReason::CountryMissing | UnclearReason::AreaCodeMissing | UnclearReason::NoSuchNumber => true,
        UnclearReason::TooShort | UnclearReason::TooLong => digits >= NATIONAL_DIGITS_MIN,
        _ => false,
    }
}
