//! People in several requests: who is named in which, and which of them were answered.

use serde::{Deserialize, Serialize};

use super::Failure;
use crate::groups_api::Carried;
use crate::groups_api::ids::Person;

/// Stands for the answer of a request that took effect though its answer was lost.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Unanswered {}

/// Whether a person was named in a request, and whether that request was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// No request that names the person was sent, or the API refused it.
    No,
    Answered,
    /// The answer was lost: what the person's part of it came to is known by reading only.
    Unanswered,
}

/// The requests of an operation, as far as they were sent.
#[derive(Debug)]
pub(super) struct Batches {
    /// People in one request.
    size: usize,
    /// For each request that took effect, whether it was answered.
    answered: Vec<bool>,
    /// Whether the one after those may have been carried out.
    in_doubt: bool,
}

impl Batches {
    /// `stopped`: why the request after the last of those failed.
    pub(super) fn new(size: usize, answered: impl IntoIterator<Item = bool>, stopped: Option<&Failure>) -> Self {
        let in_doubt = stopped.is_some_and(|failure| failure.carried == Carried::Maybe);
        Self { size: size.max(1), answered: answered.into_iter().collect(), in_doubt }
    }

    /// Of requests whose answers tell nothing but that they were answered.
    pub(super) fn of(size: usize, answers: &[Option<Unanswered>], stopped: Option<&Failure>) -> Self {
        Self::new(size, answers.iter().map(Option::is_none), stopped)
    }

    /// Whether any request was sent that may have been carried out.
    pub(super) fn any(&self) -> bool {
        self.in_doubt || !self.answered.is_empty()
    }

    /// Of each person in turn, of whom it is given whether requests name them.
    pub(super) fn asked_of_each(&self, named: impl IntoIterator<Item = bool>) -> impl Iterator<Item = Asked> {
        let mut place = 0;
        named.into_iter().map(move |is_named| {
            let asked = if is_named { self.asked(place) } else { Asked::No };
            place += usize::from(is_named);
            asked
        })
    }

    /// Of the person at this place among those who are named in requests.
    fn asked(&self, place: usize) -> Asked {
        let request = place / self.size;
        match self.answered.get(request) {
            Some(true) => Asked::Answered,
            Some(false) => Asked::Unanswered,
            None if self.in_doubt && request == self.answered.len() => Asked::Unanswered,
            None => Asked::No,
        }
    }
}

/// Those of the people who are named by request number `index`, of requests for `size` people each.
pub(super) fn batch(people: &[&Person], index: usize, size: usize) -> Vec<Person> {
    people.iter().copied().skip(index * size).take(size).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::groups_api::ApiError;

    #[test]
    fn a_person_is_asked_for_in_the_request_of_their_place() {
        let lost = Failure::new(ApiError::Lost, Carried::Maybe);
        let refused = Failure::new(ApiError::NotFound, Carried::No);
        let (answers, size) = ([None, Some(Unanswered {})], 2);
        for (stopped, fifth) in [(None, Asked::No), (Some(&refused), Asked::No), (Some(&lost), Asked::Unanswered)] {
            let batches = Batches::of(size, &answers, stopped);
            let asked = (0..7).map(|place| batches.asked(place)).collect::<Vec<_>>();
            let (sure, lost, no) = (Asked::Answered, Asked::Unanswered, Asked::No);
            assert_eq!(asked, [sure, sure, lost, lost, fifth, fifth, no]);
        }
        assert!(!Batches::of(size, &[], Some(&refused)).any());
        assert!(Batches::of(size, &[], Some(&lost)).any());
    }
}
