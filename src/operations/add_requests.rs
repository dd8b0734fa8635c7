//! The requests of an add, as far as their answers decide them. A request that the API refuses as invalid is sent again
//! without the people whom the refusal names, or else in halves, until the refused numbers are known: one bad number
//! must not keep the others out. The requests follow from the answers, so that a resumed job continues them.

use std::collections::{HashSet, VecDeque};

use whatsapp::Person;

use super::Added;
use super::batches::BatchItem;

/// Most refused requests of one add. A single bad number among 256 people costs nine.
const REFUSALS_MAX: usize = 32;
/// Most people who may be refused one after another, without a request that is accepted or a refusal that names them:
/// it is no longer likely that the numbers are the cause.
const FRUITLESS_MAX: usize = 3;

/// People of one request, by their places among all who are asked for.
#[derive(Debug)]
struct AddRequest {
    places: Vec<usize>,
    /// True if a refused request named these people before.
    is_repeat: bool,
    /// True if the other half of a refused request follows.
    is_first_half: bool,
}

/// The state of an add after some answers.
#[derive(Debug)]
pub(super) struct AddRequests<'a> {
    people: &'a [Person],
    queue: VecDeque<AddRequest>,
    /// The state of each person.
    asked: Vec<BatchItem>,
    refusals: usize,
    fruitless: usize,
    /// True if a refusal named a person.
    has_named: bool,
}

/// How many people the next requests of a change ask WhatsApp to add.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Adds {
    /// In the next request.
    pub next: usize,
    /// Those of them who were not counted with an earlier request.
    pub new: usize,
    /// In the next request and all later ones, without those who were counted.
    pub rest: usize,
}

impl<'a> AddRequests<'a> {
    /// Returns the state after these `answers` to requests for `people`, with at most `at_once` people a request.
    pub(super) fn after(people: &'a [Person], at_once: usize, answers: &[Added]) -> Self {
        let places: Vec<usize> = (0..people.len()).collect();
        let requests = places.chunks(at_once.max(1));
        let request = |places: &[usize]| AddRequest { places: places.to_vec(), is_repeat: false, is_first_half: false };
        let mut requests = Self {
            people,
            queue: requests.map(request).collect(),
            asked: vec![BatchItem::No; people.len()],
            refusals: 0,
            fruitless: 0,
            has_named: false,
        };
        for answer in answers {
            requests.answered(answer);
        }
        requests
    }

    /// Returns the people whom the next request names.
    pub(super) fn next(&self) -> Vec<Person> {
        let places = self.queue.front().map_or(&[] as &[usize], |request| request.places.as_slice());
        places.iter().filter_map(|place| self.people.get(*place)).cloned().collect()
    }

    /// Returns how many requests are left.
    pub(super) fn left(&self) -> usize {
        self.queue.len()
    }

    pub(super) fn adds(&self) -> Adds {
        let new = |request: &AddRequest| if request.is_repeat { 0 } else { request.places.len() };
        let next = self.queue.front();
        Adds {
            next: next.map_or(0, |request| request.places.len()),
            new: next.map_or(0, new),
            rest: self.queue.iter().map(new).sum(),
        }
    }

    /// Returns how many people need no further request.
    pub(super) fn reached(&self) -> usize {
        self.asked.iter().filter(|asked| **asked != BatchItem::No).count()
    }

    /// Returns the state of the people, in their order. `in_doubt`: the next request may have been carried out.
    pub(super) fn asked(mut self, in_doubt: bool) -> Vec<BatchItem> {
        if let Some(request) = self.queue.pop_front().filter(|_| in_doubt) {
            self.set(&request.places, BatchItem::Unanswered);
        }
        self.asked
    }

    /// Returns whether a request may have been carried out.
    pub(super) fn any_accepted(&self) -> bool {
        self.asked.iter().any(|asked| matches!(asked, BatchItem::Answered | BatchItem::Unanswered))
    }

    /// Returns whether every request was refused, and none of the refusals named a person. The cause may then be
    /// something else than the numbers.
    pub(super) fn is_fruitless(&self) -> bool {
        !self.any_accepted() && !self.has_named
    }

    /// Applies the answer to the next request.
    pub(super) fn answered(&mut self, answer: &Added) {
        let Some(request) = self.queue.pop_front() else { return };
        match answer {
            Added::Answered(_) => self.accepted(&request, BatchItem::Answered),
            Added::Unanswered(_) => self.accepted(&request, BatchItem::Unanswered),
            Added::Refused(refused) => self.refused(&request, refused.people()),
        }
    }

    fn accepted(&mut self, request: &AddRequest, asked: BatchItem) {
        self.fruitless = 0;
        self.set(&request.places, asked);
        // The cause of the refusal is in the other half, which would be refused too.
        if request.is_first_half
            && let Some(other) = self.queue.pop_front()
        {
            self.split(&other);
        }
    }

    fn refused(&mut self, request: &AddRequest, named: &[Person]) {
        self.refusals += 1;
        let named: HashSet<&Person> = named.iter().collect();
        let is_named = |place: &usize| self.people.get(*place).is_some_and(|person| named.contains(person));
        let (bad, rest): (Vec<usize>, Vec<usize>) = request.places.iter().copied().partition(is_named);
        if !bad.is_empty() {
            self.has_named = true;
            self.fruitless = 0;
            self.set(&bad, BatchItem::Refused);
            if !rest.is_empty() {
                self.queue.push_front(AddRequest { places: rest, is_repeat: true, is_first_half: false });
            }
        } else if request.places.len() == 1 {
            self.fruitless += 1;
            self.set(&request.places, BatchItem::Refused);
        } else {
            self.split(request);
        }
        if self.refusals >= REFUSALS_MAX || self.fruitless >= FRUITLESS_MAX {
            self.queue.clear();
        }
    }

    /// Puts both halves of a request in its place.
    fn split(&mut self, request: &AddRequest) {
        let (first, second) = request.places.split_at(request.places.len() / 2);
        let half =
            |places: &[usize], is_first_half| AddRequest { places: places.to_vec(), is_repeat: true, is_first_half };
        self.queue.push_front(half(second, false));
        if !first.is_empty() {
            self.queue.push_front(half(first, true));
        }
    }

    fn set(&mut self, places: &[usize], asked: BatchItem) {
        for place in places {
            self.asked.iter_mut().skip(*place).take(1).for_each(|one| *one = asked);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::operations::{RefusedRequest, Unanswered};

    fn people(count: usize) -> Vec<Person> {
        (0..count).map(|number| format!("+{}", 15_550_000_000 + number).parse().unwrap()).collect()
    }

    /// The run of an add at a server that refuses each request with a bad number.
    struct Run {
        asked: Vec<BatchItem>,
        /// The size of each request.
        sizes: Vec<usize>,
        /// The people counted in the account's budget.
        counted: usize,
        is_fruitless: bool,
    }

    fn run(count: usize, at_once: usize, bad: &[usize], says_who: bool) -> Run {
        let people = people(count);
        let bad: Vec<&Person> = bad.iter().filter_map(|place| people.get(*place)).collect();
        let (mut answers, mut sizes, mut counted) = (Vec::new(), Vec::new(), 0);
        loop {
            // The state is derived from the answers each time, as after a restart.
            let state = AddRequests::after(&people, at_once, &answers);
            let next = state.next();
            let adds = state.adds();
            if state.left() == 0 {
                let is_fruitless = state.is_fruitless();
                return Run { asked: state.asked(false), sizes, counted, is_fruitless };
            }
            assert_eq!(adds.next, next.len());
            counted += adds.new;
            sizes.push(next.len());
            assert!(sizes.len() < 200, "it ends");
            let named: Vec<Person> = next.into_iter().filter(|person| bad.contains(&person)).collect();
            answers.push(match (named.is_empty(), says_who) {
                (true, _) => Added::Answered(Vec::new()),
                (false, true) => Added::Refused(RefusedRequest::of(named)),
                (false, false) => Added::Refused(RefusedRequest::of(Vec::new())),
            });
        }
    }

    fn places(run: &Run, state: BatchItem) -> Vec<usize> {
        let of_state = run.asked.iter().enumerate().filter(|(_, asked)| **asked == state);
        of_state.map(|(place, _)| place).collect()
    }

    #[test]
    fn a_refused_number_is_narrowed_down() {
        for (count, at_once, bad, says_who, sizes) in [
            (3, 256, vec![], false, vec![3]),
            (3, 256, vec![0], false, vec![3, 1, 2]),
            (3, 256, vec![1], false, vec![3, 1, 1, 1]),
            (3, 256, vec![2], false, vec![3, 1, 1, 1]),
            (3, 256, vec![1], true, vec![3, 2]),
            (3, 256, vec![0, 2], true, vec![3, 1]),
            (2, 256, vec![0], false, vec![2, 1, 1]),
            (2, 256, vec![1], false, vec![2, 1, 1]),
            (8, 256, vec![6], false, vec![8, 4, 2, 1, 1]),
            (8, 256, vec![1], false, vec![8, 4, 2, 1, 1, 2, 4]),
            (6, 3, vec![4], false, vec![3, 3, 1, 1, 1]),
            (5, 2, vec![0, 4], true, vec![2, 1, 2, 1]),
            (16, 256, vec![15], false, vec![16, 8, 4, 2, 1, 1]),
        ] {
            let run = run(count, at_once, &bad, says_who);
            assert_eq!(run.sizes, sizes, "{count} {at_once} {bad:?} {says_who}");
            assert_eq!(places(&run, BatchItem::Refused), bad);
            assert_eq!(places(&run, BatchItem::Answered).len(), count - bad.len());
            assert_eq!(run.counted, count, "each person is counted once");
        }
        let run = run(256, 256, &[200], false);
        assert_eq!(run.sizes, [256, 128, 64, 32, 16, 8, 4, 2, 1, 1, 2, 4, 16, 32]);
    }

    #[test]
    fn narrowing_ends_where_the_numbers_are_not_the_cause() {
        for count in [1, 2, 3, 100, 256, 1_000] {
            let all: Vec<usize> = (0..count).collect();
            let run = run(count, 256, &all, false);
            assert!(run.is_fruitless && run.sizes.len() <= 16, "{count}: {:?}", run.sizes);
            assert!(places(&run, BatchItem::Refused).len() <= FRUITLESS_MAX);
        }
        // Many bad numbers take a bounded number of requests; the people after them are not asked for.
        let every_third: Vec<usize> = (0..256).step_by(3).collect();
        let run = run(256, 256, &every_third, false);
        assert!(run.sizes.len() <= 2 * REFUSALS_MAX && !run.is_fruitless, "{:?}", run.sizes);
        assert!(places(&run, BatchItem::No).contains(&255));
    }

    #[test]
    fn a_lost_answer_belongs_to_the_next_request() {
        let people = people(4);
        let refused = Added::Refused(RefusedRequest::of(Vec::new()));
        let (no, lost, answered) = (BatchItem::No, BatchItem::Unanswered, BatchItem::Answered);
        for (answers, in_doubt, expected) in [
            (vec![], false, [no; 4]),
            (vec![], true, [lost; 4]),
            (vec![refused], true, [lost, lost, no, no]),
            (vec![Added::Unanswered(Unanswered {})], true, [lost; 4]),
            (vec![Added::Answered(Vec::new())], true, [answered; 4]),
        ] {
            assert_eq!(AddRequests::after(&people, 256, &answers).asked(in_doubt), expected, "{answers:?}");
        }
    }

    #[test]
    fn the_last_release_reads_no_refusal_as_its_own_answer() {
        #[derive(Debug, serde::Deserialize)]
        #[serde(untagged)]
        #[expect(dead_code, reason = "only parsed")]
        enum AddedBefore {
            Answered(Vec<whatsapp::AddAnswer>),
            Unanswered(Unanswered),
        }
        for people in [people(0), people(2)] {
            let refused = serde_json::to_value(Added::Refused(RefusedRequest::of(people.clone()))).unwrap();
            serde_json::from_value::<AddedBefore>(refused.clone()).unwrap_err();
            let read: Added = serde_json::from_value(refused).unwrap();
            assert!(matches!(read, Added::Refused(refused) if refused.people() == people));
        }
        for (stored, is_answered) in [(json!([]), true), (json!({}), false)] {
            let read: Added = serde_json::from_value(stored).unwrap();
            assert_eq!(matches!(read, Added::Answered(_)), is_answered);
        }
    }

    proptest! {
        #[test]
        fn only_bad_numbers_are_called_refused(
            count in 1_usize..60, at_once in 1_usize..30, says_who: bool,
            bad in proptest::collection::btree_set(0_usize..60, 0..8),
        ) {
            let bad: Vec<usize> = bad.into_iter().filter(|place| *place < count).collect();
            let run = run(count, at_once, &bad, says_who);
            prop_assert!(places(&run, BatchItem::Refused).iter().all(|place| bad.contains(place)));
            prop_assert!(places(&run, BatchItem::Answered).iter().all(|place| !bad.contains(place)));
            prop_assert!(run.counted <= count);
            prop_assert!(run.sizes.iter().all(|size| *size <= at_once));
            prop_assert!(run.sizes.len() <= count.div_ceil(at_once) + 2 * REFUSALS_MAX);
            if says_who || bad.len() < FRUITLESS_MAX {
                prop_assert_eq!(places(&run, BatchItem::No), Vec::<usize>::new());
                prop_assert_eq!(places(&run, BatchItem::Refused), bad);
            }
        }
    }
}
