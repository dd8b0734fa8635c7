//! The queue of a rate limiter. Pure data: it knows no time, no tasks and no limits.

use std::collections::VecDeque;

/// Interactive requests that are admitted while a bulk request waits; then one bulk request is.
const PEOPLE_IN_A_ROW: u32 = 20;

/// The origin of requests. Servers that share a session take turns, whatever each of them requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lane {
    /// The Discord server's id; 0 for requests of no server.
    pub server: u64,
    pub urgency: Urgency,
}

/// The priority of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// Interactive: a user waits for the answer. Such requests are admitted first.
    People,
    /// A long job. It is admitted when no interactive request waits, or enough of them were admitted first.
    Bulk,
}

/// Locates a waiting request, to remove it.
#[derive(Debug, Clone, Copy)]
pub(super) struct QueueTicket {
    number: u64,
    place: QueuePlace,
}

#[derive(Debug, Clone, Copy)]
enum QueuePlace {
    Again,
    Lane(Lane),
}

/// The waiting requests. Interactive requests precede bulk requests; in each class, servers take turns, and the
/// requests of a server keep their order. Retries are separate: they have been admitted already.
pub(super) struct Queue<T> {
    again: Line<T>,
    people: Turns<T>,
    bulk: Turns<T>,
    /// Interactive requests admitted since a bulk request began to wait.
    went_before_bulk: u32,
    /// Number of the next ticket.
    next: u64,
}

impl<T> Queue<T> {
    pub(super) fn push(&mut self, lane: Lane, one: T) -> QueueTicket {
        let number = self.number();
        if lane.urgency == Urgency::Bulk && self.bulk.is_empty() {
            self.went_before_bulk = 0;
        }
        self.turns(lane.urgency).push(lane.server, number, one);
        QueueTicket { number, place: QueuePlace::Lane(lane) }
    }

    /// Adds a retry.
    pub(super) fn push_again(&mut self, one: T) -> QueueTicket {
        let number = self.number();
        self.again.push_back((number, one));
        QueueTicket { number, place: QueuePlace::Again }
    }

    pub(super) fn pop(&mut self) -> Option<T> {
        let bulks_turn = self.people.is_empty() || self.went_before_bulk >= PEOPLE_IN_A_ROW;
        if bulks_turn && let Some(one) = self.bulk.pop() {
            self.went_before_bulk = 0;
            return Some(one);
        }
        let one = self.people.pop()?;
        if !self.bulk.is_empty() {
            self.went_before_bulk += 1;
        }
        Some(one)
    }

    pub(super) fn pop_again(&mut self) -> Option<T> {
        self.again.pop_front().map(|(_, one)| one)
    }

    /// Removes a request that no longer waits. Returns whether it was still in the queue.
    pub(super) fn remove(&mut self, ticket: QueueTicket) -> bool {
        match ticket.place {
            QueuePlace::Again => remove(&mut self.again, ticket.number),
            QueuePlace::Lane(lane) => self.turns(lane.urgency).remove(lane.server, ticket.number),
        }
    }

    /// Returns the number of requests that have not been admitted.
    pub(super) fn len(&self) -> usize {
        self.people.len() + self.bulk.len()
    }

    /// Returns the number of waiting retries.
    pub(super) fn len_again(&self) -> usize {
        self.again.len()
    }

    fn turns(&mut self, urgency: Urgency) -> &mut Turns<T> {
        match urgency {
            Urgency::People => &mut self.people,
            Urgency::Bulk => &mut self.bulk,
        }
    }

    fn number(&mut self) -> u64 {
        self.next += 1;
        self.next
    }
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        Self { again: Line::new(), people: Turns::default(), bulk: Turns::default(), went_before_bulk: 0, next: 0 }
    }
}

/// A queue in order of arrival, with the number of each request.
type Line<T> = VecDeque<(u64, T)>;

fn remove<T>(line: &mut Line<T>, number: u64) -> bool {
    // Numbers only grow, so the queue is sorted by them.
    line.binary_search_by_key(&number, |(number, _)| *number).ok().and_then(|at| line.remove(at)).is_some()
}

/// The servers with waiting requests in the order of their turns, each with its queue, which is never empty.
struct Turns<T>(VecDeque<(u64, Line<T>)>);

impl<T> Turns<T> {
    fn push(&mut self, server: u64, number: u64, one: T) {
        match self.0.iter_mut().find(|(of, _)| *of == server) {
            Some((_, line)) => line.push_back((number, one)),
            None => self.0.push_back((server, Line::from([(number, one)]))),
        }
    }

    fn pop(&mut self) -> Option<T> {
        let (server, mut line) = self.0.pop_front()?;
        let one = line.pop_front().map(|(_, one)| one);
        if !line.is_empty() {
            self.0.push_back((server, line));
        }
        one
    }

    fn remove(&mut self, server: u64, number: u64) -> bool {
        let Some(at) = self.0.iter().position(|(of, _)| *of == server) else { return false };
        let Some((_, line)) = self.0.get_mut(at) else { return false };
        let removed = remove(line, number);
        if line.is_empty() {
            self.0.remove(at);
        }
        removed
    }

    fn len(&self) -> usize {
        self.0.iter().map(|(_, line)| line.len()).sum()
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for Turns<T> {
    fn default() -> Self {
        Self(VecDeque::new())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn people(server: u64) -> Lane {
        Lane { server, urgency: Urgency::People }
    }

    fn bulk(server: u64) -> Lane {
        Lane { server, urgency: Urgency::Bulk }
    }

    fn queue(lanes: &[Lane]) -> Queue<(Lane, usize)> {
        let mut queue = Queue::default();
        for (number, lane) in lanes.iter().enumerate() {
            queue.push(*lane, (*lane, number));
        }
        queue
    }

    fn order(mut queue: Queue<(Lane, usize)>) -> Vec<usize> {
        std::iter::from_fn(|| queue.pop()).map(|(_, number)| number).collect()
    }

    #[test]
    fn servers_take_turns_and_each_ones_requests_keep_their_order() {
        assert_eq!(order(queue(&[1, 1, 1, 2, 2, 3].map(people))), [0, 3, 5, 1, 4, 2]);
    }

    #[test]
    fn busy_server_delays_another_servers_first_request_by_one_turn() {
        let mut lanes = vec![people(1); 500];
        lanes.push(people(2));
        assert_eq!(order(queue(&lanes)).iter().position(|number| *number == 500), Some(1));
    }

    #[test]
    fn people_go_before_bulk() {
        assert_eq!(order(queue(&[bulk(1), bulk(2), people(2), people(1)])), [2, 3, 0, 1]);
    }

    #[test]
    fn after_twenty_of_peoples_requests_one_of_the_bulk_goes() {
        let mut lanes = vec![people(1); 50];
        lanes.extend([bulk(1), bulk(2), bulk(2)]);
        let order = order(queue(&lanes));
        let bulk: Vec<_> = order.iter().enumerate().filter(|(_, number)| **number >= 50).map(|(at, _)| at).collect();
        assert_eq!(bulk, [20, 41, 52]);
    }

    #[test]
    fn bulk_has_no_claim_from_the_time_before_it_came() {
        let mut queue = queue(&[people(1); 60]);
        let first = queue.push(bulk(1), (bulk(1), 60));
        for _ in 0..19 {
            assert_eq!(queue.pop().unwrap().0, people(1));
        }
        assert!(queue.remove(first));
        queue.push(bulk(1), (bulk(1), 61));
        for _ in 0..20 {
            assert_eq!(queue.pop().unwrap().0, people(1));
        }
        assert_eq!(queue.pop().unwrap().1, 61);
    }

    #[test]
    fn who_tries_again_is_apart() {
        let mut queue = queue(&[people(1)]);
        let first = queue.push_again((people(2), 1));
        queue.push_again((people(2), 2));
        assert_eq!((queue.len(), queue.len_again()), (1, 2));
        assert!(queue.remove(first) && !queue.remove(first));
        assert_eq!(queue.pop_again(), Some((people(2), 2)));
        assert_eq!(queue.pop(), Some((people(1), 0)));
    }

    #[derive(Debug, Clone)]
    enum Step {
        Push(u64, bool),
        Pop,
        /// Chooses one of the requests that were ever pushed.
        Remove(usize),
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let step = prop_oneof![
            3 => (0..4_u64, prop::bool::weighted(0.8)).prop_map(|(server, urgent)| Step::Push(server, urgent)),
            2 => Just(Step::Pop),
            1 => (0..200_usize).prop_map(Step::Remove),
        ];
        prop::collection::vec(step, 0..200)
    }

    fn waits(model: &[(Lane, usize)], urgency: Urgency) -> bool {
        model.iter().any(|(lane, _)| lane.urgency == urgency)
    }

    proptest! {
        #[test]
        fn nobody_is_lost_taken_twice_or_overtaken_by_their_like(steps in steps()) {
            let mut queue = Queue::default();
            let mut tickets = Vec::new();
            // The requests that are expected to wait, in order of arrival.
            let mut model: Vec<(Lane, usize)> = Vec::new();
            // Interactive requests admitted in a row since a bulk request began to wait.
            let mut went_before_bulk = 0;
            for step in steps {
                match step {
                    Step::Push(server, urgent) => {
                        let lane = if urgent { people(server) } else { bulk(server) };
                        if !waits(&model, Urgency::Bulk) { went_before_bulk = 0; }
                        let one = (lane, tickets.len());
                        tickets.push(queue.push(lane, one));
                        model.push(one);
                    }
                    Step::Pop => {
                        let popped = queue.pop();
                        prop_assert_eq!(popped.is_some(), !model.is_empty());
                        let Some(one) = popped else { continue };
                        let bulks_turn = !waits(&model, Urgency::People) || went_before_bulk == PEOPLE_IN_A_ROW;
                        let due = if waits(&model, Urgency::Bulk) && bulks_turn { Urgency::Bulk } else { Urgency::People };
                        prop_assert_eq!(one.0.urgency, due);
                        went_before_bulk = if due == Urgency::Bulk { 0 } else { went_before_bulk + 1 };
                        // The first of its priority.
                        let at = model.iter().position(|(lane, _)| *lane == one.0);
                        prop_assert_eq!(at.map(|at| model.remove(at)), Some(one));
                    }
                    Step::Remove(number) => {
                        let Some(ticket) = tickets.get(number) else { continue };
                        let waits = model.iter().position(|(_, of)| *of == number);
                        prop_assert_eq!(queue.remove(*ticket), waits.is_some());
                        if let Some(at) = waits { model.remove(at); }
                    }
                }
                prop_assert_eq!(queue.len(), model.len());
            }
        }

        #[test]
        fn first_request_waits_for_at_most_one_of_each_other_server(servers in prop::collection::vec(0..8_u64, 1..100)) {
            let order = order(queue(&servers.iter().map(|server| people(*server)).collect::<Vec<_>>()));
            let mut distinct = servers.clone();
            distinct.sort_unstable();
            distinct.dedup();
            let mut first: Vec<u64> = order.iter().take(distinct.len()).map(|number| servers[*number]).collect();
            first.sort_unstable();
            prop_assert_eq!(first, distinct);
        }
    }
}
