//! Refusals of one person: each is told to that person, but somebody who is refused again and again must neither fill the
//! log channel nor make the disk write for each of them. In any minute the first is posted and a few are written down; the
//! others are counted, and the number is told at the end of that minute.
//!
//! The count is kept in memory for that minute, by each copy of the bot for itself: a copy that is killed loses it. Each
//! refusal is in the program's log.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::{Desk, Request, entry};
use crate::access::{Capability, GuildId, InteractionId, UserId};
use crate::store::{Case, End, StoreError, What};

const MINUTE: Duration = Duration::from_secs(60);
/// Rows of one person's refusals in a minute.
const ROWS_MAX: u32 = 5;
/// People who are remembered. The refusals of others are in the program's log only, while there are so many.
const PEOPLE_MAX: usize = 10_000;

/// Refusals that the log channel does not know of yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoreRefusals {
    pub guild: GuildId,
    pub user: UserId,
    /// The last of them.
    pub interaction: InteractionId,
    pub count: u64,
}

#[derive(Debug, Default)]
pub(super) struct Refusals(Mutex<HashMap<(GuildId, UserId), Minute>>);

/// One person's refusals since the last was posted.
#[derive(Debug, Clone)]
struct Minute {
    ends: Instant,
    rows: u32,
    /// The last row, and what was refused by it: the number of those without a row is added to it.
    last: Option<(Case, Capability)>,
    interaction: InteractionId,
    unposted: u64,
    unwritten: u64,
}

/// What is done with a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// It is written down, and posted.
    Post,
    /// It is written down.
    Write,
    /// It is counted.
    Count,
    /// Too many people are refused at once.
    Drop,
}

impl Refusals {
    fn next(&self, who: (GuildId, UserId), interaction: InteractionId, now: Instant) -> Step {
        let mut all = self.lock();
        if let Some(minute) = all.get_mut(&who) {
            minute.interaction = interaction;
            minute.unposted += 1;
            if minute.rows < ROWS_MAX {
                minute.rows += 1;
                return Step::Write;
            }
            minute.unwritten += 1;
            return Step::Count;
        }
        if all.len() >= PEOPLE_MAX {
            return Step::Drop;
        }
        let (ends, rows, last) = (now + MINUTE, 1, None);
        all.insert(who, Minute { ends, rows, last, interaction, unposted: 0, unwritten: 0 });
        Step::Post
    }

    fn wrote(&self, who: (GuildId, UserId), case: Case, needs: Capability) {
        if let Some(minute) = self.lock().get_mut(&who) {
            minute.last = Some((case, needs));
        }
    }

    /// Takes what is to be told of the minutes that are over, or of `all`. The next minute of those people begins now: what
    /// they are refused meanwhile is told at its end.
    fn over(&self, now: Instant, all: bool) -> Vec<((GuildId, UserId), Minute)> {
        let mut minutes = self.lock();
        let mut over = Vec::new();
        minutes.retain(|who, minute| {
            if !all && minute.ends > now {
                return true;
            }
            if minute.unposted == 0 {
                return false;
            }
            let (ends, rows, last) = (now + MINUTE, 0, None);
            let next = Minute { ends, rows, last, unposted: 0, unwritten: 0, ..minute.clone() };
            over.push((*who, std::mem::replace(minute, next)));
            true
        });
        over
    }

    /// Puts back what could not be told.
    fn put_back(&self, who: (GuildId, UserId), minute: &Minute) {
        if let Some(now) = self.lock().get_mut(&who) {
            now.unposted += minute.unposted;
            now.unwritten += minute.unwritten;
            now.last = now.last.or(minute.last);
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<(GuildId, UserId), Minute>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Desk {
    /// Writes down that somebody was refused. The refusal itself never waits for it, nor fails by it.
    pub async fn note_refusal(&self, request: &Request, what: What, needs: Capability) {
        let who = (request.asker.guild, request.asker.user);
        let step = self.refusals.next(who, request.interaction, self.clock.now());
        let is_posted = match step {
            Step::Post => true,
            Step::Write => false,
            Step::Count => return,
            Step::Drop => {
                tracing::warn!("a refusal is not written down: too many people are refused at once");
                return;
            }
        };
        let (entry, end) = (entry(request, what), End::refused(needs));
        match self.store.journal().record_refusal(&entry, &end, is_posted, self.clock.unix()).await {
            Ok(Some(case)) => {
                self.refusals.wrote(who, case, needs);
                if is_posted {
                    self.log_has_news();
                }
            }
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "a refusal could not be written down"),
        }
    }

    /// Writes down how many refusals have no row of their own, of the minutes that are over or of `all`. Gives what the log
    /// channels are to be told.
    pub async fn more_refusals(&self, all: bool) -> Result<Vec<MoreRefusals>, StoreError> {
        let mut more = Vec::new();
        for (who, minute) in self.refusals.over(self.clock.now(), all) {
            if minute.unwritten > 0 {
                let Some((case, needs)) = minute.last else {
                    tracing::warn!(refusals = minute.unwritten, "refusals are not written down: the store failed");
                    continue;
                };
                let end = End::Refused { needs, more: minute.unwritten };
                if let Err(error) = self.store.journal().amend_refusal(case, &end).await {
                    self.refusals.put_back(who, &minute);
                    return Err(error);
                }
            }
            let (guild, user) = who;
            more.push(MoreRefusals { guild, user, interaction: minute.interaction, count: minute.unposted });
        }
        Ok(more)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WHO: (GuildId, UserId) = (GuildId(1), UserId(1));
    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn the_first_is_posted_a_few_are_written_and_the_rest_is_counted() {
        let (refusals, now) = (Refusals::default(), Instant::now());
        let steps: Vec<Step> = (0..8).map(|number| refusals.next(WHO, InteractionId(number), now)).collect();
        let (post, write, count) = (Step::Post, Step::Write, Step::Count);
        assert_eq!(steps, [post, write, write, write, write, count, count, count]);
        assert!(refusals.over(now + SECOND * 59, false).is_empty());
        let over = refusals.over(now + MINUTE, false);
        let [(who, Minute { unposted: 7, unwritten: 3, interaction: InteractionId(7), .. })] = over.as_slice() else {
            panic!("{over:?}");
        };
        assert_eq!(*who, WHO);
        // In the minute after it nothing is posted before its end.
        assert_eq!(refusals.next(WHO, InteractionId(9), now + MINUTE), write);
        assert_eq!(refusals.over(now + MINUTE * 2, false).len(), 1);
        // A minute without any, and the next one is the first again.
        assert!(refusals.over(now + MINUTE * 3, false).is_empty());
        assert_eq!(refusals.next(WHO, InteractionId(10), now + MINUTE * 3), post);
    }

    #[test]
    fn who_is_remembered_is_bounded() {
        let (refusals, now) = (Refusals::default(), Instant::now());
        for user in 0..PEOPLE_MAX as u64 {
            assert_eq!(refusals.next((GuildId(1), UserId(user)), InteractionId(1), now), Step::Post);
        }
        assert_eq!(refusals.next((GuildId(2), UserId(1)), InteractionId(1), now), Step::Drop);
        assert!(refusals.over(now + MINUTE, false).is_empty());
        assert_eq!(refusals.next((GuildId(2), UserId(1)), InteractionId(1), now + MINUTE), Step::Post);
    }

    proptest! {
        /// Whatever the times, each refusal is told once, in a post or in a number; there is one post in any minute, and few
        /// rows.
        #[test]
        fn each_is_told_once(pauses in proptest::collection::vec((0_u32..90, 1_u32..20), 0..60)) {
            let (refusals, mut now) = (Refusals::default(), Instant::now());
            let (mut posts, mut rows) = (Vec::new(), Vec::new());
            let (mut refused, mut told, mut unwritten) = (0_u64, 0_u64, 0_u64);
            let mut tell = |now: Instant, posts: &mut Vec<Instant>, all: bool| {
                for (_, minute) in refusals.over(now, all) {
                    told += minute.unposted;
                    unwritten += minute.unwritten;
                    posts.push(now);
                }
            };
            for (pause, number) in pauses {
                for _ in 0..pause {
                    now += SECOND;
                    tell(now, &mut posts, false);
                }
                for _ in 0..number {
                    refused += 1;
                    match refusals.next(WHO, InteractionId(refused), now) {
                        Step::Post => {
                            posts.push(now);
                            rows.push(now);
                        }
                        Step::Write => rows.push(now),
                        Step::Count => {}
                        Step::Drop => panic!("dropped"),
                    }
                }
            }
            for pair in posts.windows(2) {
                prop_assert!(pair[1] - pair[0] >= MINUTE, "{pair:?}");
            }
            let of_last_minute = rows.iter().filter(|at| **at + MINUTE > now).count();
            prop_assert!(of_last_minute <= 2 * ROWS_MAX as usize, "{of_last_minute}");
            let first = refused.min(1);
            let before = posts.len();
            tell(now, &mut posts, true);
            let numbers = posts.len() - before;
            prop_assert!(numbers <= 1);
            prop_assert_eq!(rows.len() as u64 + unwritten, refused);
            // What is no number is a post of its own.
            prop_assert!(told <= refused.saturating_sub(first));
        }
    }
}
