//! Splits people into several requests, and tracks which requests name a person and which were answered.

use std::collections::HashMap;
use std::hash::Hash;

use groups_api::Effect;
use serde::{Deserialize, Serialize};
use whatsapp::Person;

use super::Failure;

/// Stands for the answer of a request that took effect although its answer was lost.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Unanswered {}

/// State of the request that names a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BatchItem {
    /// No request that names the person was sent, or the API refused it.
    No,
    Answered,
    /// The answer was lost: only a read can show the result for the person.
    Unanswered,
    /// The API refused a request because of this person.
    Refused,
}

/// The people whom requests name, each once.
#[derive(Debug)]
pub(super) struct NamedPeople {
    /// The ids by which requests name them.
    pub(super) people: Vec<Person>,
    /// The place in `people` of each person of the operation, if a request names them.
    pub(super) places: Vec<Option<usize>>,
}

impl NamedPeople {
    /// Selects those of `all` for whom `id` returns the id by which a request names them. It also returns a key, by
    /// which several of them are one person.
    pub(super) fn new<K: Hash + Eq>(all: &[Person], id: impl Fn(&Person) -> Option<(K, Person)>) -> Self {
        let mut named = Self { people: Vec::new(), places: Vec::new() };
        let mut known = HashMap::new();
        for person in all {
            let place = id(person).map(|(key, id)| {
                *known.entry(key).or_insert_with(|| {
                    named.people.push(id);
                    named.people.len() - 1
                })
            });
            named.places.push(place);
        }
        named
    }

    /// Returns the first of them, at most so many.
    pub(super) fn first(mut self, most: usize) -> Self {
        self.people.truncate(most);
        for place in &mut self.places {
            *place = place.filter(|place| *place < most);
        }
        self
    }
}

/// The requests of an operation that were sent so far.
#[derive(Debug)]
pub(super) struct Batches {
    /// People in one request.
    size: usize,
    /// One entry for each request that took effect: true if it was answered.
    answered: Vec<bool>,
    /// True if the request after those may have been carried out.
    in_doubt: bool,
}

impl Batches {
    /// Creates the record for requests whose answers hold no data. `stopped`: why the request after the last of those
    /// failed.
    pub(super) fn of(size: usize, answers: &[Option<Unanswered>], stopped: Option<&Failure>) -> Self {
        let in_doubt = stopped.is_some_and(|failure| failure.carried == Effect::Maybe);
        Self { size: size.max(1), answered: answers.iter().map(Option::is_none).collect(), in_doubt }
    }

    /// Returns whether any sent request may have been carried out.
    pub(super) fn any(&self) -> bool {
        self.in_doubt || !self.answered.is_empty()
    }

    /// Returns the state for each person of the operation.
    pub(super) fn asked_of_each(&self, named: &NamedPeople) -> Vec<BatchItem> {
        named.places.iter().map(|place| place.map_or(BatchItem::No, |place| self.asked(place))).collect()
    }

    /// Returns the state for the person at this place among those who are named in requests.
    fn asked(&self, place: usize) -> BatchItem {
        let request = place / self.size;
        match self.answered.get(request) {
            Some(true) => BatchItem::Answered,
            Some(false) => BatchItem::Unanswered,
            None if self.in_doubt && request == self.answered.len() => BatchItem::Unanswered,
            None => BatchItem::No,
        }
    }
}

/// Returns the people whom request number `index` names, with `size` people a request.
pub(super) fn batch(people: &[Person], index: usize, size: usize) -> Vec<Person> {
    people.iter().skip(index * size).take(size).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use groups_api::ApiError;

    #[test]
    fn a_person_is_asked_for_in_the_request_of_their_place() {
        let lost = Failure::new(ApiError::Lost, Effect::Maybe);
        let refused = Failure::new(ApiError::NotFound, Effect::No);
        let (answers, size) = ([None, Some(Unanswered {})], 2);
        for (stopped, fifth) in
            [(None, BatchItem::No), (Some(&refused), BatchItem::No), (Some(&lost), BatchItem::Unanswered)]
        {
            let batches = Batches::of(size, &answers, stopped);
            let asked = (0..7).map(|place| batches.asked(place)).collect::<Vec<_>>();
            let (sure, lost, no) = (BatchItem::Answered, BatchItem::Unanswered, BatchItem::No);
            assert_eq!(asked, [sure, sure, lost, lost, fifth, fifth, no]);
        }
        assert!(!Batches::of(size, &[], Some(&refused)).any());
        assert!(Batches::of(size, &[], Some(&lost)).any());
    }

    #[test]
    fn a_request_names_each_person_once() {
        let all: Vec<Person> =
            ["+5531988880001", "+15550100", "+553188880001", "7@lid"].map(|person| person.parse().unwrap()).to_vec();
        let named = NamedPeople::new(&all, |person| (*person != all[3]).then(|| (person.line_key(), person.clone())));
        assert_eq!(named.people, all[..2]);
        assert_eq!(named.places, [Some(0), Some(1), Some(0), None]);
    }
}
