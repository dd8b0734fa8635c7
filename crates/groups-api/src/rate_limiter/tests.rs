//! Tests of the rate limiter from the view of its waiting requests.

use std::pin::{Pin, pin};

use futures::{FutureExt, poll};

use super::pace::SECOND;
use super::*;

const PEOPLE: Lane = Lane { server: 1, urgency: Urgency::People };
const BULK: Lane = Lane { server: 1, urgency: Urgency::Bulk };

fn rate_limiter(starts: u32, slots: usize, places: usize, clock: &Clock) -> RateLimiter {
    let starts = NonZeroU32::new(starts).unwrap();
    RateLimiter::new(RateLimits { starts, slots, places, quota: Arc::default(), clock: clock.clone() })
}

fn server(server: u64) -> Lane {
    Lane { server, ..PEOPLE }
}

type Entering<'a> = Pin<Box<dyn Future<Output = Result<Permit<'a>, ApiError>> + 'a>>;

/// Returns a request that waits already.
async fn waiting(rate_limiter: &RateLimiter, lane: Lane) -> Entering<'_> {
    let mut entering: Entering<'_> = Box::pin(rate_limiter.enter(lane));
    assert!(poll!(&mut entering).is_pending());
    entering
}

/// Returns which of the requests are admitted when each is polled once, the last one first. Admitted requests end at
/// once.
async fn let_in(entering: &mut [Entering<'_>]) -> Vec<usize> {
    // Twice, since the request that drives the timer may be polled last.
    let mut ready = Vec::new();
    for _ in 0..2 {
        for (number, one) in entering.iter_mut().enumerate().rev() {
            if !ready.contains(&number) && poll!(one).is_ready() {
                ready.push(number);
            }
        }
    }
    ready.sort_unstable();
    ready
}

#[tokio::test]
async fn in_no_second_do_more_start_than_allowed() {
    let clock = Clock::system();
    let rate_limiter = rate_limiter(3, 100, 100, &clock);
    assert!(rate_limiter.enter(PEOPLE).now_or_never().is_some() && rate_limiter.enter(PEOPLE).now_or_never().is_some());
    clock.advance(SECOND / 2);
    assert!(rate_limiter.enter(PEOPLE).now_or_never().is_some());
    let mut waiters = Vec::new();
    for _ in 0..3 {
        waiters.push(waiting(&rate_limiter, PEOPLE).await);
    }
    assert_eq!(let_in(&mut waiters).await, [0; 0], "half a second after the first two");
    clock.advance(SECOND * 6 / 10);
    assert_eq!(let_in(&mut waiters).await, [0, 1], "a second after the first two");
    let mut third = waiters.pop().unwrap();
    assert!(poll!(&mut third).is_pending());
    clock.advance(SECOND / 2);
    assert!(poll!(&mut third).is_ready(), "a second after the third");
}

#[tokio::test]
async fn requests_in_flight_are_limited_and_start_in_order() {
    let rate_limiter = rate_limiter(1000, 1, 100, &Clock::system());
    let first = rate_limiter.enter(PEOPLE).await.unwrap();
    let mut second = waiting(&rate_limiter, PEOPLE).await;
    let mut third = waiting(&rate_limiter, PEOPLE).await;
    drop(first);
    assert!(rate_limiter.enter(PEOPLE).now_or_never().is_none(), "overtakes");
    assert!(poll!(&mut third).is_pending() && poll!(&mut second).is_ready());
}

#[tokio::test]
async fn one_servers_crowd_holds_up_anothers_first_by_one_turn() {
    let clock = Clock::system();
    let rate_limiter = rate_limiter(1, 1000, 1000, &clock);
    rate_limiter.enter(server(1)).await.unwrap();
    let mut waiters = Vec::new();
    for _ in 0..500 {
        waiters.push(waiting(&rate_limiter, server(1)).await);
    }
    waiters.push(waiting(&rate_limiter, server(2)).await);
    clock.advance(SECOND);
    assert_eq!(let_in(&mut waiters).await, [0]);
    let mut other = waiters.pop().unwrap();
    drop(waiters.remove(0));
    clock.advance(SECOND);
    assert_eq!(let_in(&mut waiters).await, [0; 0]);
    assert!(poll!(&mut other).is_ready());
}

#[tokio::test]
async fn people_go_before_bulk_that_came_earlier() {
    let rate_limiter = rate_limiter(1000, 1, 100, &Clock::system());
    let in_flight = rate_limiter.enter(BULK).await.unwrap();
    let mut bulk = waiting(&rate_limiter, BULK).await;
    let mut people = waiting(&rate_limiter, PEOPLE).await;
    drop(in_flight);
    assert!(poll!(&mut bulk).is_pending() && poll!(&mut people).is_ready());
}

#[tokio::test]
async fn those_beyond_the_queue_are_told_how_long_it_is() {
    let clock = Clock::system();
    let rate_limiter = rate_limiter(2, 1, 5, &clock);
    let _in_flight = rate_limiter.enter(PEOPLE).await.unwrap();
    let mut waiters = Vec::new();
    for _ in 0..5 {
        waiters.push(waiting(&rate_limiter, PEOPLE).await);
    }
    let refused = rate_limiter.enter(PEOPLE).await.err();
    assert_eq!(refused, Some(ApiError::Busy { retry_after: Duration::from_secs(3) }));
    waiters.pop();
    assert!(rate_limiter.enter(PEOPLE).now_or_never().is_none(), "the place of one who left is free");
}

#[tokio::test]
async fn who_gives_up_waiting_leaves_no_trace() {
    let clock = Clock::system();
    let rate_limiter = rate_limiter(1, 10, 10, &clock);
    let first = rate_limiter.enter(PEOPLE).await.unwrap();
    for _ in 0..10 {
        assert!(rate_limiter.enter(PEOPLE).now_or_never().is_none());
        assert!(first.again().now_or_never().is_none());
    }
    assert_eq!(rate_limiter.waiting(), 0);
    clock.advance(SECOND);
    assert!(rate_limiter.enter(PEOPLE).now_or_never().is_some());
}

#[tokio::test]
async fn who_gives_up_when_just_let_in_makes_room_for_the_next() {
    let clock = Clock::system();
    let rate_limiter = rate_limiter(1, 2, 10, &clock);
    let first = rate_limiter.enter(PEOPLE).await.unwrap();
    let mut keeper = waiting(&rate_limiter, PEOPLE).await;
    let second = waiting(&rate_limiter, PEOPLE).await;
    let mut third = waiting(&rate_limiter, PEOPLE).await;
    clock.advance(SECOND);
    let kept = poll!(&mut keeper);
    assert!(kept.is_ready());
    clock.advance(SECOND);
    drop(kept);
    assert_eq!(rate_limiter.waiting(), 1, "the second is in, and does not know it");
    drop(second);
    assert!(poll!(&mut third).is_ready(), "the second's start is the third's");
    drop(first);
    assert_eq!(rate_limiter.lock().in_flight, 0);
}

#[tokio::test]
async fn when_the_one_that_keeps_the_door_leaves_another_keeps_it() {
    let clock = Clock::system();
    let rate_limiter = rate_limiter(1, 10, 10, &clock);
    rate_limiter.enter(PEOPLE).await.unwrap();
    let keeper = waiting(&rate_limiter, PEOPLE).await;
    let mut other = pin!(rate_limiter.enter(PEOPLE));
    assert!(poll!(&mut other).is_pending());
    drop(keeper);
    tokio::join!(async { other.await.unwrap() }, async { clock.advance(SECOND) });
}

#[tokio::test]
async fn a_second_attempt_counts_as_a_start_and_goes_before_others() {
    let clock = Clock::system();
    let rate_limiter = rate_limiter(1, 10, 10, &clock);
    let pass = rate_limiter.enter(PEOPLE).await.unwrap();
    let mut other = waiting(&rate_limiter, PEOPLE).await;
    let mut again = Box::pin(pass.again());
    assert!(poll!(&mut again).is_pending());
    assert_eq!(rate_limiter.waiting(), 2);
    clock.advance(SECOND);
    assert!(poll!(&mut other).is_pending() && poll!(&mut again).is_ready());
    clock.advance(SECOND);
    assert!(poll!(&mut other).is_ready());
}

#[tokio::test]
async fn a_second_attempt_needs_no_slot() {
    let clock = Clock::system();
    let rate_limiter = rate_limiter(1, 1, 10, &clock);
    let pass = rate_limiter.enter(PEOPLE).await.unwrap();
    let mut other = waiting(&rate_limiter, PEOPLE).await;
    tokio::select! {
        biased;
        () = pass.again() => {}
        _ = &mut other => panic!("there is one slot"),
        () = async { clock.advance(SECOND); std::future::pending().await } => {}
    }
}

#[tokio::test]
async fn start_rate_follows_the_remaining_limit() {
    let clock = Clock::system();
    let rate_limiter = rate_limiter(10, 100, 100, &clock);
    let starts = |remaining| {
        clock.advance(SECOND);
        rate_limiter.limits.quota.note(RateLimitHeaders { limit: 100, remaining }, clock.now());
        (0..20).filter(|_| rate_limiter.enter(PEOPLE).now_or_never().is_some()).count()
    };
    assert_eq!([100, 20, 10, 0, 4, 50].map(starts), [10, 10, 5, 1, 2, 10]);
}

#[test]
fn sessions_have_own_limiters_and_share_the_remaining_limit() {
    let limits = rate_limiter(1, 1, 1, &Clock::system()).limits;
    let rate_limiters =
        RateLimiters { of_the_rest: Arc::new(RateLimiter::new(limits.clone())), of_sessions: DashMap::new(), limits };
    let (one, two) = ("one".parse().unwrap(), "two".parse().unwrap());
    assert!(Arc::ptr_eq(&rate_limiters.of(Some(&one)), &rate_limiters.of(Some(&one))));
    assert!(!Arc::ptr_eq(&rate_limiters.of(Some(&one)), &rate_limiters.of(Some(&two))));
    assert!(!Arc::ptr_eq(&rate_limiters.of(None), &rate_limiters.of(Some(&two))));
    assert!(Arc::ptr_eq(&rate_limiters.of(None).limits.quota, &rate_limiters.of(Some(&two)).limits.quota));
}
