//! Refusals of one person. Each is shown to that person, but repeated refusals must neither fill the log channel nor
//! cause a write to the store each time. In any minute the first refusal is posted and a few are recorded; the others
//! are counted, and their number is posted at the end of that minute.
//!
//! Each instance keeps its own count in memory for that minute; an instance that is killed loses it. Each refusal is
//! also in the program's log.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::{Request, Resources, entry};
use crate::access::{Capability, GuildId, InteractionId, UserId};
use crate::store::{AuditEnd, AuditId, AuditSubject, StoreError};

const MINUTE: Duration = Duration::from_secs(60);
/// Maximum rows of one person's refusals in a minute.
const ROWS_MAX: u32 = 5;
/// Maximum people in memory. While there are more, the refusals of the others are in the program's log only.
const PEOPLE_MAX: usize = 10_000;

/// Refusals that were not posted to the log channel yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoreRefusals {
    pub guild: GuildId,
    pub user: UserId,
    /// The last of them.
    pub interaction: InteractionId,
    pub count: u64,
}

/// Records refusals.
pub struct Refusals {
    resources: Resources,
    counts: RefusalCounts,
}

#[derive(Debug, Default)]
struct RefusalCounts(Mutex<HashMap<(GuildId, UserId), Minute>>);

/// One person's refusals since the last post.
#[derive(Debug, Clone)]
struct Minute {
    ends: Instant,
    rows: u32,
    /// The last row and the capability it was refused for. The number of refusals without a row is added to this row.
    last: Option<(AuditId, Capability)>,
    interaction: InteractionId,
    unposted: u64,
    write_retry: u64,
}

/// The handling of a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RefusalStep {
    /// Recorded and posted.
    Post,
    /// Recorded.
    Write,
    /// Counted.
    Count,
    /// Dropped: too many people are refused at once.
    Drop,
}

impl RefusalCounts {
    fn next(&self, who: (GuildId, UserId), interaction: InteractionId, now: Instant) -> RefusalStep {
        let mut all = self.lock();
        if let Some(minute) = all.get_mut(&who) {
            minute.interaction = interaction;
            minute.unposted += 1;
            if minute.rows < ROWS_MAX {
                minute.rows += 1;
                return RefusalStep::Write;
            }
            minute.write_retry += 1;
            return RefusalStep::Count;
        }
        if all.len() >= PEOPLE_MAX {
            return RefusalStep::Drop;
        }
        let (ends, rows, last) = (now + MINUTE, 1, None);
        all.insert(who, Minute { ends, rows, last, interaction, unposted: 0, write_retry: 0 });
        RefusalStep::Post
    }

    fn wrote(&self, who: (GuildId, UserId), case: AuditId, needs: Capability) {
        if let Some(minute) = self.lock().get_mut(&who) {
            minute.last = Some((case, needs));
        }
    }

    /// Takes the counts of the minutes that are over, or of `all`. The next minute of those people begins now; their
    /// further refusals are posted at its end.
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
            let next = Minute { ends, rows, last, unposted: 0, write_retry: 0, ..minute.clone() };
            over.push((*who, std::mem::replace(minute, next)));
            true
        });
        over
    }

    /// Puts back a count that could not be posted.
    fn put_back(&self, who: (GuildId, UserId), minute: &Minute) {
        if let Some(now) = self.lock().get_mut(&who) {
            now.unposted += minute.unposted;
            now.write_retry += minute.write_retry;
            now.last = now.last.or(minute.last);
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<(GuildId, UserId), Minute>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Refusals {
    pub(super) fn new(resources: Resources) -> Self {
        Self { resources, counts: RefusalCounts::default() }
    }

    /// Records a refusal of `what`, which needs the capability. A failure of the store is only logged.
    pub async fn record(&self, request: &Request, what: AuditSubject, needs: Capability) {
        let who = (request.actor.guild, request.actor.user);
        let step = self.counts.next(who, request.interaction, self.resources.clock.now());
        let is_posted = match step {
            RefusalStep::Post => true,
            RefusalStep::Write => false,
            RefusalStep::Count => return,
            RefusalStep::Drop => {
                tracing::warn!("refusal not recorded: too many people are refused at once");
                return;
            }
        };
        let (entry, end) = (entry(request, what), AuditEnd::refused(needs));
        match self
            .resources
            .store
            .journal()
            .record_refusal(&entry, &end, is_posted, self.resources.clock.now_utc())
            .await
        {
            Ok(Some(case)) => {
                self.counts.wrote(who, case, needs);
                if is_posted {
                    self.resources.log_has_news();
                }
            }
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "failed to record a refusal"),
        }
    }

    /// Records how many refusals have no row of their own, for the minutes that are over or for `all`. Returns the
    /// counts to post to the log channels.
    pub async fn take_unposted(&self, all: bool) -> Result<Vec<MoreRefusals>, StoreError> {
        let mut more = Vec::new();
        for (who, minute) in self.counts.over(self.resources.clock.now(), all) {
            if minute.write_retry > 0 {
                let Some((case, needs)) = minute.last else {
                    tracing::warn!(refusals = minute.write_retry, "refusals not recorded: the store failed");
                    continue;
                };
                let end = AuditEnd::Refused { needs, more: minute.write_retry };
                if let Err(error) = self.resources.store.journal().amend_refusal(case, &end).await {
                    self.counts.put_back(who, &minute);
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
    fn first_refusal_is_posted_some_recorded_and_the_rest_counted() {
        let (refusals, now) = (RefusalCounts::default(), Instant::now());
        let steps: Vec<RefusalStep> = (0..8).map(|number| refusals.next(WHO, InteractionId(number), now)).collect();
        let (post, write, count) = (RefusalStep::Post, RefusalStep::Write, RefusalStep::Count);
        assert_eq!(steps, [post, write, write, write, write, count, count, count]);
        assert!(refusals.over(now + SECOND * 59, false).is_empty());
        let over = refusals.over(now + MINUTE, false);
        let [(who, Minute { unposted: 7, write_retry: 3, interaction: InteractionId(7), .. })] = over.as_slice() else {
            panic!("{over:?}");
        };
        assert_eq!(*who, WHO);
        // In the next minute nothing is posted before its end.
        assert_eq!(refusals.next(WHO, InteractionId(9), now + MINUTE), write);
        assert_eq!(refusals.over(now + MINUTE * 2, false).len(), 1);
        // After a minute without refusals, the next one is the first again.
        assert!(refusals.over(now + MINUTE * 3, false).is_empty());
        assert_eq!(refusals.next(WHO, InteractionId(10), now + MINUTE * 3), post);
    }

    #[test]
    fn who_is_remembered_is_bounded() {
        let (refusals, now) = (RefusalCounts::default(), Instant::now());
        for user in 0..PEOPLE_MAX as u64 {
            assert_eq!(refusals.next((GuildId(1), UserId(user)), InteractionId(1), now), RefusalStep::Post);
        }
        assert_eq!(refusals.next((GuildId(2), UserId(1)), InteractionId(1), now), RefusalStep::Drop);
        assert!(refusals.over(now + MINUTE, false).is_empty());
        assert_eq!(refusals.next((GuildId(2), UserId(1)), InteractionId(1), now + MINUTE), RefusalStep::Post);
    }

    proptest! {
        /// Each refusal is reported once, in a post or in a count. There is one post in any minute, and few rows. This
        /// holds for all times.
        #[test]
        fn each_is_told_once(pauses in proptest::collection::vec((0_u32..90, 1_u32..20), 0..60)) {
            let (refusals, mut now) = (RefusalCounts::default(), Instant::now());
            let (mut posts, mut rows) = (Vec::new(), Vec::new());
            let (mut refused, mut told, mut write_retry) = (0_u64, 0_u64, 0_u64);
            let mut tell = |now: Instant, posts: &mut Vec<Instant>, all: bool| {
                for (_, minute) in refusals.over(now, all) {
                    told += minute.unposted;
                    write_retry += minute.write_retry;
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
                        RefusalStep::Post => {
                            posts.push(now);
                            rows.push(now);
                        }
                        RefusalStep::Write => rows.push(now),
                        RefusalStep::Count => {}
                        RefusalStep::Drop => panic!("dropped"),
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
            prop_assert_eq!(rows.len() as u64 + write_retry, refused);
            // A refusal without a count has a post of its own.
            prop_assert!(told <= refused.saturating_sub(first));
        }
    }
}
