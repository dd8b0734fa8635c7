//! Scalability: a simulation of a day of many servers, in virtual time, with the queue of the real rate limiter.
//!
//! `cargo bench --bench scale` prints the tables for up to 100,000 servers, with `-- --short` for up to 10,000. No
//! figure makes it fail, but a violated rule of the rate limiter does.
#![expect(clippy::print_stdout, reason = "prints the report")]

#[expect(dead_code, unreachable_pub, reason = "includes the rate limiter's own file and uses a part of it")]
#[path = "../../crates/groups-api/src/rate_limiter/queue.rs"]
mod queue;
mod report;

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};
use std::ops::RangeInclusive;
use std::time::Duration;

use fastrand::Rng;

use queue::{Lane, Queue, Urgency};
use report::{PEOPLE, load, print_assumptions, print_table, seconds, waiting, waits};

/// Microseconds since the day began (UTC), or of a wait.
type Micros = u64;
const SECOND: Micros = 1_000_000;
const MINUTE: Micros = 60 * SECOND;
const HOUR: Micros = 60 * MINUTE;

const SEED: u64 = 20_261_123;
/// The defaults of `[groups_api]` for each session: maximum starts in any one second, requests in flight, waiting
/// requests.
const STARTS: usize = 5;
const IN_FLIGHT: usize = 8;
const PLACES: usize = 1_000;
/// Requests a minute for a key (the API documents no figure; this is the sandbox's), and the number up to which rate
/// limiters keep their pace.
const KEY_LIMIT: usize = 600;
const KEY_USABLE: usize = KEY_LIMIT / 5 * 4;
/// Seconds until the response to a request: median, standard deviation of the logarithm (p99 is ten times the median),
/// maximum.
const LATENCY: (f64, f64, f64) = (0.15, 0.99, 20.0);
/// Commands of a server in a day: median, standard deviation of the logarithm, maximum.
const ACTIVITY: (f64, f64, f64) = (2.0, 1.6, 500.0);
/// Requests of an ordinary command.
const REQUESTS: RangeInclusive<u32> = 1..=3;
/// The load of the hours of a local day, from midnight on; only their ratios matter.
const HOURS: [u32; 24] = [3, 2, 1, 1, 1, 1, 2, 3, 5, 6, 7, 7, 8, 7, 7, 7, 8, 9, 11, 13, 14, 12, 9, 5];
/// Hours that local time is ahead of UTC, for each tenth of the servers: Brazil (3 behind), Europe, Pakistan, Malaysia.
const ZONES: [u64; 10] = [21, 21, 21, 21, 1, 1, 1, 5, 5, 8];
/// The share of servers that have a burst in the day, and the commands of a burst, all within a minute.
const BURSTS: f64 = 0.005;
const BURST_COMMANDS: RangeInclusive<u32> = 24..=96;
/// The share of servers that add 1,000 people in the day, and the requests of a bulk add: four, each with a read-back.
const BULKS: f64 = 0.002;
const BULK_REQUESTS: u32 = 8;
/// Candidate numbers of servers in a session; waits are acceptable if the p99 of users' waits is below the limit.
const CANDIDATES: [usize; 9] = [1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 8_000, 12_000, 16_000];
const GOOD: Micros = 2 * SECOND;

/// The commands of a server in a day, with their times.
type Day = Vec<(Micros, Command)>;

/// A future or running command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Command {
    server: u64,
    class: Class,
    /// Requests without a response yet.
    left: u32,
    /// The command waits for the API's response.
    in_flight: bool,
}

/// The class of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    /// A user's command, of a server that has its burst in that minute.
    Burst,
    /// A user's command, of another server of the same session, at most ten seconds after one of a burst.
    Beside,
    /// A user's command at any other time.
    Calm,
    Bulk,
}

/// A request that reached the rate limiter.
struct Request {
    command: Command,
    came: Micros,
    /// The times of its start and its response; `None` if it was refused as busy.
    sent: Option<(Micros, Micros)>,
}

/// Returns whether the request is its command's last: no request remains after it, or it was refused. Each command has
/// one.
fn is_last(request: &Request) -> bool {
    request.sent.is_none() || request.command.left == 1
}

/// A session's rate limiter, with the rules of `crates/groups-api/src/rate_limiter`, and its day.
struct Session {
    queue: Queue<(Micros, Command)>,
    in_flight: usize,
    starts: Vec<Micros>,
    /// Arrivals of commands, and responses to requests.
    events: BinaryHeap<Reverse<(Micros, Command)>>,
    requests: Vec<Request>,
    random: Rng,
}

impl Session {
    fn new<'a>(days: impl Iterator<Item = &'a Day>, random: Rng) -> Self {
        let mut commands: Vec<_> = days.flatten().copied().collect();
        let in_bursts = commands.iter().filter(|(_, command)| command.class == Class::Burst);
        let bursts: BTreeSet<_> = in_bursts.map(|(at, _)| *at).collect();
        for (at, command) in &mut commands {
            if command.class == Class::Calm && bursts.range(at.saturating_sub(10 * SECOND)..=*at).next().is_some() {
                command.class = Class::Beside;
            }
        }
        let events = commands.into_iter().map(Reverse).collect();
        Self { queue: Queue::default(), in_flight: 0, starts: Vec::new(), events, requests: Vec::new(), random }
    }

    /// Simulates the day, until the last response.
    fn run(mut self) -> Vec<Request> {
        let (mut now, commands) = (0, self.events.len());
        loop {
            let event = self.events.peek().map(|Reverse((at, _))| *at);
            match self.next_start(now) {
                Some(start) if event.is_none_or(|at| start <= at) && self.queue.len() > 0 => {
                    now = start;
                    self.let_in(now);
                }
                _ => {
                    let Some(Reverse((at, command))) = self.events.pop() else { break };
                    now = at;
                    self.happen(command, now);
                }
            }
        }
        assert_eq!((self.queue.len(), self.in_flight), (0, 0), "requests left over");
        check(&self.requests, commands);
        self.requests
    }

    /// Handles the arrival of a command, or a response, after which the command sends its next request.
    fn happen(&mut self, mut command: Command, now: Micros) {
        if command.in_flight {
            command = Command { left: command.left - 1, in_flight: false, ..command };
            self.in_flight -= 1;
            // Before its next request, which may not overtake another one.
            self.let_in(now);
        }
        if command.left == 0 {
            return;
        }
        if self.next_start(now) == Some(now) {
            self.start(command, now, now);
        } else if self.queue.len() < PLACES {
            let urgency = if command.class == Class::Bulk { Urgency::Bulk } else { Urgency::People };
            self.queue.push(Lane { server: command.server, urgency }, (now, command));
        } else {
            self.requests.push(Request { command, came: now, sent: None });
        }
    }

    fn let_in(&mut self, now: Micros) {
        while self.next_start(now) == Some(now) {
            let Some((came, command)) = self.queue.pop() else { return };
            self.start(command, came, now);
        }
    }

    /// Returns when the next request may start; `None` if it waits for a response, not for a time.
    fn next_start(&self, now: Micros) -> Option<Micros> {
        let earliest = self.starts.iter().nth_back(STARTS - 1).map_or(now, |start| now.max(start + SECOND));
        (self.in_flight < IN_FLIGHT).then_some(earliest)
    }

    fn start(&mut self, command: Command, came: Micros, now: Micros) {
        self.starts.push(now);
        self.in_flight += 1;
        let answered = now + micros(log_normal(LATENCY, &mut self.random));
        self.events.push(Reverse((answered, Command { in_flight: true, ..command })));
        self.requests.push(Request { command, came, sent: Some((now, answered)) });
    }
}

/// Checks the recorded requests of a session against the rules, independently of the rate limiter.
fn check(requests: &[Request], commands: usize) {
    let early = requests.iter().any(|request| request.sent.is_some_and(|(start, _)| start < request.came));
    assert!(!early, "a request started before it came");
    let (mut starts, mut ends): (Vec<_>, Vec<_>) = requests.iter().filter_map(|request| request.sent).unzip();
    starts.sort_unstable();
    ends.sort_unstable();
    assert!(most_within(&starts, SECOND) <= STARTS, "too many starts in a second");
    // At each start, at most the limit of earlier requests are in flight.
    assert!(starts.iter().skip(IN_FLIGHT).zip(&ends).all(|(start, end)| end <= start), "too many in flight");
    assert_eq!(requests.iter().filter(|one| is_last(one)).count(), commands, "commands lost, or ended twice");
}

fn day(server: u64, random: &mut Rng) -> Day {
    let ahead = random.choice(ZONES).unwrap_or_default();
    let burst = (random.f64() < BURSTS).then(|| moment(ahead, random));
    let mut commands = Day::new();
    let mut add = |at, class, left| commands.push((at, Command { server, class, left, in_flight: false }));
    let a_day = log_normal(ACTIVITY, random);
    // Steps with a mean length of 1 give random arrivals (Poisson).
    let mut passed = exponential(random);
    while passed < a_day {
        let at = moment(ahead, random);
        let in_burst = burst.is_some_and(|start| (start..start + MINUTE).contains(&at));
        add(at, if in_burst { Class::Burst } else { Class::Calm }, random.u32(REQUESTS));
        passed += exponential(random);
    }
    if let Some(start) = burst {
        for _ in 0..random.u32(BURST_COMMANDS) {
            // Squared, so that half of them arrive in the first quarter of the minute.
            add(start + micros(60.0 * random.f64().powi(2)), Class::Burst, random.u32(REQUESTS));
        }
    }
    if random.f64() < BULKS {
        add(moment(ahead, random), Class::Bulk, BULK_REQUESTS);
    }
    commands
}

/// Returns a random time of activity, for a local time that is `ahead` hours ahead of UTC.
fn moment(ahead: u64, random: &mut Rng) -> Micros {
    let mut of_all = random.u32(0..HOURS.iter().sum());
    let mut local = random.u64(0..HOUR);
    for busy in HOURS {
        let Some(rest) = of_all.checked_sub(busy) else { break };
        of_all = rest;
        local += HOUR;
    }
    (local + (24 - ahead) * HOUR) % (24 * HOUR)
}

/// Returns an exponentially distributed number with a mean of 1.
fn exponential(random: &mut Rng) -> f64 {
    -(1.0 - random.f64()).ln()
}

fn log_normal((median, spread, most): (f64, f64, f64), random: &mut Rng) -> f64 {
    let normal = (2.0 * exponential(random)).sqrt() * (std::f64::consts::TAU * random.f64()).cos();
    (median * (spread * normal).exp()).min(most)
}

fn micros(seconds: f64) -> Micros {
    Micros::try_from(Duration::from_secs_f64(seconds).as_micros()).unwrap_or(Micros::MAX)
}

/// Returns the maximum number of these sorted times within any interval of this length.
fn most_within(times: &[Micros], length: Micros) -> usize {
    let (mut within, mut most, mut oldest) = (0, 0, times.iter().peekable());
    for at in times {
        within += 1;
        while oldest.next_if(|oldest| *oldest + length <= *at).is_some() {
            within -= 1;
        }
        most = most.max(within);
    }
    most
}

/// Returns the requests of each session, with the servers distributed evenly over the sessions.
fn simulate(servers: &[Day], sessions: usize) -> Vec<Vec<Request>> {
    let mut seeds = Rng::with_seed(SEED);
    let of = |session| servers.iter().skip(session).step_by(sessions);
    (0..sessions).map(|session| Session::new(of(session), seeds.fork()).run()).collect()
}

/// Returns the largest candidate number of servers in a session with acceptable waits.
fn search(world: &[Day]) -> usize {
    let (mut columns, mut most, mut good) = (Vec::new(), 0, true);
    for size in CANDIDATES.into_iter().filter(|size| *size <= world.len()) {
        let sessions = world.len() / size;
        let days = simulate(world.get(..sessions * size).unwrap_or_default(), sessions);
        let p99 = |days: &[Vec<Request>]| waits(days, &PEOPLE)[2];
        let worst = days.chunks(1).map(p99).max().unwrap_or_default();
        good &= p99(&days) < GOOD;
        most = if good { size } else { most };
        let first = vec![("Servers in a session", size.to_string()), ("Sessions", sessions.to_string())];
        columns.push([first, waiting(&days), vec![("People: p99 in the worst session", seconds(worst))]].concat());
    }
    print_table("How many servers a session carries", columns);
    println!("\nUp to {most} servers in a session: the p99 of people's waits is below {} s.", seconds(GOOD));
    most
}

fn main() {
    let largest = if std::env::args().any(|argument| argument == "--short") { 10_000 } else { 100_000 };
    let mut random = Rng::with_seed(SEED);
    let world: Vec<_> = (1..=largest).map(|server| day(server, &mut random)).collect();
    print_assumptions();
    let most = search(&world);
    let mut columns = Vec::new();
    for servers in [1_000, 10_000, 100_000].into_iter().filter_map(|size| world.get(..size)) {
        for sessions in BTreeSet::from([1, servers.len().div_ceil(most.max(1))]) {
            let days = simulate(servers, sessions);
            columns.push([load(servers, &days), waiting(&days)].concat());
        }
    }
    print_table("One session, and as many as it takes", columns);
}
