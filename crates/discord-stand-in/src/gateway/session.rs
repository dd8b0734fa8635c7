//! Sessions: the state of a client across several connections. Events are kept here for a RESUME.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use usher_clock::Clock;

use super::Event;
use crate::snowflake::GuildId;

/// Maximum number of events that a session keeps for a RESUME. A client that missed more must identify again. Discord
/// does not document its own limit.
const REPLAY: usize = 512;
/// Capacity of a connection's queue. It is larger than a whole replay, and larger than the number of servers of a
/// shard, each of which is announced (Discord, "Sharding": 2,500). Both therefore always fit.
pub(super) const QUEUE: usize = 4_096;
/// Lifetime of a session without a connection. Discord does not document its own.
const KEPT_FOR: Duration = Duration::from_secs(5 * 60);
/// The period in which `max_concurrency` sessions may start (Gateway, Session Start Limit Object).
const IDENTIFY_PACE: Duration = Duration::from_secs(5);
/// Maximum number of sessions that may be started in a day (Gateway, Identifying).
pub(crate) const STARTS_A_DAY: u64 = 1_000;
pub(crate) const MAX_CONCURRENCY: u64 = 1;

/// An instruction to a connection.
#[derive(Debug)]
pub(super) enum Order {
    Send(String),
    Close(u16),
}

/// The handle of a connection.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) orders: mpsc::Sender<Order>,
    /// Stops all traffic of the connection without ending it.
    pub(super) mute: CancellationToken,
    /// Ends the connection without a close frame.
    pub(super) cut: CancellationToken,
    pub(super) number: u64,
}

impl Line {
    /// Sends an instruction to the connection. A client that does not read fast enough is disconnected, as Discord
    /// does.
    pub(super) fn tell(&self, order: Order) {
        if self.orders.try_send(order).is_err() {
            self.cut.cancel();
        }
    }
}

#[derive(Debug)]
pub(super) struct Session {
    pub(super) shard: (u64, u64),
    pub(super) intents: u64,
    /// The sequence number of the newest event.
    pub(super) seq: u64,
    replay: VecDeque<(u64, String)>,
    pub(super) line: Option<Line>,
    gone_since: Option<Instant>,
}

/// All sessions of the bot.
#[derive(Debug)]
pub(crate) struct Hub {
    clock: Clock,
    pub(super) sessions: BTreeMap<String, Session>,
    pub(crate) starts_left: u64,
    /// Start times of sessions, by the shard number modulo `MAX_CONCURRENCY`.
    started: BTreeMap<u64, Instant>,
    lines: u64,
    pub(super) heartbeat_interval: Duration,
}

/// The reason why a session could not be resumed.
pub(super) enum NoResume {
    Unknown,
    BadSequence,
}

impl Hub {
    pub(crate) fn new(clock: &Clock) -> Self {
        Self {
            clock: clock.clone(),
            sessions: BTreeMap::new(),
            starts_left: STARTS_A_DAY,
            started: BTreeMap::new(),
            lines: 0,
            // The interval that Discord sends most of the time.
            heartbeat_interval: Duration::from_millis(41_250),
        }
    }

    pub(super) fn next_line(&mut self) -> u64 {
        self.lines += 1;
        self.lines
    }

    /// Returns whether a session may start now; false leads to op 9 (Gateway, Identifying).
    pub(super) fn may_start(&mut self, shard: u64) -> bool {
        let now = self.clock.now();
        // Shards with the same key share one start limit.
        let key = shard.checked_rem(MAX_CONCURRENCY).unwrap_or_default();
        if self.started.get(&key).is_some_and(|last| now.duration_since(*last) < IDENTIFY_PACE) {
            return false;
        }
        self.started.insert(key, now);
        self.starts_left = self.starts_left.saturating_sub(1);
        true
    }

    pub(super) fn start(&mut self, shard: (u64, u64), intents: u64, line: Line) -> String {
        self.forget_old();
        let id: String = (0..32).map(|_| fastrand::char('a'..='f')).collect();
        let session = Session { shard, intents, seq: 0, replay: VecDeque::new(), line: Some(line), gone_since: None };
        self.sessions.insert(id.clone(), session);
        id
    }

    /// Resumes a session: sends the events after `seq`, and returns the number of those events.
    pub(super) fn resume(&mut self, id: &str, seq: u64, line: Line) -> Result<u64, NoResume> {
        self.forget_old();
        let session = self.sessions.get_mut(id).ok_or(NoResume::Unknown)?;
        if seq > session.seq {
            return Err(NoResume::BadSequence);
        }
        let oldest = session.replay.front().map_or(session.seq + 1, |(first, _)| *first);
        if seq + 1 < oldest {
            self.sessions.remove(id);
            return Err(NoResume::Unknown);
        }
        let mut replayed = 0;
        for (_, text) in session.replay.iter().filter(|(number, _)| *number > seq) {
            line.tell(Order::Send(text.clone()));
            replayed += 1;
        }
        if let Some(old) = session.line.replace(line) {
            old.cut.cancel();
        }
        session.gone_since = None;
        session.dispatch("RESUMED", &json!({"_trace": []}));
        Ok(replayed)
    }

    /// Sends an event to every session whose shard owns its guild and that subscribed to its intent.
    pub(crate) fn dispatch(&mut self, event: &Event) {
        self.forget_old();
        for session in self.sessions.values_mut().filter(|session| session.wants(event)) {
            session.dispatch(event.name, &(event.data)(session.intents));
        }
    }

    pub(super) fn dispatch_to(&mut self, id: &str, name: &str, data: &Value) {
        if let Some(session) = self.sessions.get_mut(id) {
            session.dispatch(name, data);
        }
    }

    /// Records that a connection ended. Its session waits for a RESUME, unless it is over.
    pub(super) fn lost(&mut self, id: &str, number: u64, over: bool) {
        let Some(session) = self.sessions.get_mut(id) else { return };
        if session.line.as_ref().is_none_or(|line| line.number != number) {
            return;
        }
        session.line = None;
        session.gone_since = Some(self.clock.now());
        if over {
            self.sessions.remove(id);
        }
    }

    pub(super) fn connected(&self) -> usize {
        self.sessions.values().filter(|session| session.line.is_some()).count()
    }

    fn forget_old(&mut self) {
        let now = self.clock.now();
        let old = |since: Instant| now.duration_since(since) > KEPT_FOR;
        self.sessions.retain(|_, session| !session.gone_since.is_some_and(old));
    }
}

impl Session {
    /// Returns whether events of this guild belong to the shard. Direct messages belong to shard 0 (Gateway, Sharding).
    pub(super) fn owns(&self, guild: Option<GuildId>) -> bool {
        let (shard, of) = self.shard;
        guild.map_or(shard == 0, |guild| (guild.0 >> 22) % of.max(1) == shard)
    }

    fn wants(&self, event: &Event) -> bool {
        self.owns(event.guild) && (event.intent == 0 || self.intents & event.intent != 0)
    }

    fn dispatch(&mut self, name: &str, data: &Value) {
        self.seq += 1;
        let text = json!({"op": 0, "t": name, "s": self.seq, "d": data}).to_string();
        if let Some(line) = &self.line {
            line.tell(Order::Send(text.clone()));
        }
        self.replay.push_back((self.seq, text));
        if self.replay.len() > REPLAY {
            self.replay.pop_front();
        }
    }
}
