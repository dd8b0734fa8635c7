//! Requests that two people must approve, and reminders, on every store.

use super::self_service::asking;
use super::*;
use crate::access::{MessageId, RoleId};

const FIRST: UserId = UserId(7);
const SECOND: UserId = UserId(8);

fn approvers(first: Option<UserId>, last: UserId, id: RequestId) -> Authorization {
    Authorization::Request(id, Approvers { first, last })
}

fn denied() -> (RequestDecision, AuditEnd) {
    let end = AuditEnd::NotApproved { how: NotApproved::Denied { reason: None } };
    (RequestDecision { state: State::Denied, by: Some(UserId(9)), reason: None }, end)
}

/// Stores a request that is posted.
async fn posted(store: &Store, interaction: u64, change: impl FnOnce(&mut AccessRequest)) -> AccessRequest {
    let mut new = asking(interaction, &InstanceId::new());
    change(&mut new);
    let id = store.requests().ask(&new, 5, 1_000).await.unwrap().id;
    store.requests().posted(id, ChannelId(4), MessageId(5)).await.unwrap();
    store.requests().get(id).await.unwrap().unwrap()
}

rules! {
    async fn one_approval_never_begins_what_needs_two(store: &Store) {
        let (me, requests) = (InstanceId::new(), store.requests());
        let id = posted(store, 1, |new| new.needs_two = true).await.id;
        for (first, last) in [(None, FIRST), (Some(FIRST), SECOND), (Some(FIRST), FIRST)] {
            let begun = begin_with(store, 1, &me, Some(approvers(first, last, id))).await;
            assert!(matches!(begun, Err(BeginError::AnsweredAlready)), "{first:?} {last:?}: {begun:?}");
        }
        assert!(requests.approve_first(id, FIRST, None, &me, NOW).await.unwrap());
        assert!(!requests.approve_first(id, SECOND, None, &me, NOW).await.unwrap(), "there is a first approval");
        let now = requests.get(id).await.unwrap().unwrap();
        assert_eq!((now.first_approver, now.needs_two, now.notified), (Some(FIRST), true, false));
        for (first, last) in [(None, SECOND), (Some(SECOND), FIRST), (Some(FIRST), FIRST)] {
            let begun = begin_with(store, 1, &me, Some(approvers(first, last, id))).await;
            assert!(matches!(begun, Err(BeginError::AnsweredAlready)), "{first:?} {last:?}: {begun:?}");
        }
        begin_with(store, 1, &me, Some(approvers(Some(FIRST), SECOND, id))).await.unwrap();
        let row = store.journal().of_interaction(InteractionId(1)).await.unwrap().unwrap();
        assert_eq!((row.first_approver, row.approver), (Some(FIRST), Some(SECOND)));
        let now = requests.get(id).await.unwrap().unwrap();
        assert_eq!((now.state, now.first_approver, now.decided_by), (State::Approved, Some(FIRST), Some(SECOND)));
        assert!(!requests.approve_first(id, UserId(6), Some(FIRST), &me, NOW).await.unwrap(), "it is decided");
    }

    async fn of_many_who_approve_at_once_one_is_first_and_one_begins(store: &Store) {
        let (me, requests) = (InstanceId::new(), store.requests());
        let id = posted(store, 1, |_| ()).await.id;
        let first = join_all((20..26).map(|by| requests.approve_first(id, UserId(by), None, &me, NOW))).await;
        assert_eq!(first.into_iter().filter(|first| *first.as_ref().unwrap()).count(), 1);
        let first = requests.get(id).await.unwrap().unwrap().first_approver;
        let begun = (30..36).map(|by| begin_with(store, 1, &me, Some(approvers(first, UserId(by), id))));
        assert_eq!(join_all(begun).await.into_iter().flatten().count(), 1);
    }

    async fn an_approval_that_does_not_count_is_replaced_once(store: &Store) {
        let (me, requests) = (InstanceId::new(), store.requests());
        let id = posted(store, 1, |_| ()).await.id;
        assert!(requests.approve_first(id, FIRST, None, &me, NOW).await.unwrap());
        assert!(requests.approve_first(id, SECOND, Some(FIRST), &me, NOW).await.unwrap());
        assert!(!requests.approve_first(id, UserId(6), Some(FIRST), &me, NOW).await.unwrap());
        let begun = begin_with(store, 1, &me, Some(approvers(Some(FIRST), UserId(6), id))).await;
        assert!(matches!(begun, Err(BeginError::AnsweredAlready)), "{begun:?}");
        assert!(!requests.approve_first(id, UserId(6), Some(SECOND), &me, NOW + DAY).await.unwrap(), "it has expired");
    }

    async fn a_denial_after_the_first_approval_ends_it_and_names_both(store: &Store) {
        let (me, requests) = (InstanceId::new(), store.requests());
        let request = posted(store, 1, |new| new.needs_two = true).await;
        assert!(requests.approve_first(request.id, FIRST, None, &me, NOW).await.unwrap());
        assert_eq!(store.figures(NOW).await.unwrap().open_requests, 1);
        let (decision, end) = denied();
        assert!(requests.decide(&request, &decision, &end, &me, NOW).await.unwrap().is_some());
        let row = store.journal().of_interaction(InteractionId(1)).await.unwrap().unwrap();
        assert_eq!((row.first_approver, row.approver), (Some(FIRST), Some(UserId(9))));
        let begun = begin_with(store, 2, &me, Some(approvers(Some(FIRST), SECOND, request.id))).await;
        assert!(matches!(begun, Err(BeginError::AnsweredAlready)), "{begun:?}");
        assert_eq!(store.figures(NOW).await.unwrap().open_requests, 0);
    }

    async fn a_first_approval_is_announced_until_its_post_shows_it(store: &Store) {
        let (me, requests) = (InstanceId::new(), store.requests());
        let request = posted(store, 1, |new| new.needs_two = true).await;
        assert!(requests.to_notify(request.guild, 10).await.unwrap().is_empty());
        assert!(requests.approve_first(request.id, FIRST, None, &me, NOW).await.unwrap());
        let due = requests.to_notify(request.guild, 10).await.unwrap();
        assert_eq!(due.len(), 1);
        requests.shown(&request).await.unwrap();
        assert_eq!(requests.to_notify(request.guild, 10).await.unwrap().len(), 1, "an older state was shown");
        requests.shown(&due[0]).await.unwrap();
        assert!(requests.to_notify(request.guild, 10).await.unwrap().is_empty());
    }

    async fn an_erased_approver_no_longer_counts(store: &Store) {
        let (me, requests) = (InstanceId::new(), store.requests());
        let id = posted(store, 1, |_| ()).await.id;
        let begun = posted(store, 2, |_| ()).await.id;
        for id in [id, begun] {
            assert!(requests.approve_first(id, FIRST, None, &me, NOW).await.unwrap());
        }
        let case = begin_with(store, 2, &me, Some(approvers(Some(FIRST), SECOND, begun))).await.unwrap();
        store.journal().end(case, ending(&AuditSubject::from(&leave()), &done(), None), NOW).await.unwrap();
        let erased = store.erase(&DataSubject::User(FIRST), true).await.unwrap();
        assert_eq!((erased.requests, erased.audit_entries), (2, 1));
        let row = store.journal().of_interaction(InteractionId(2)).await.unwrap().unwrap();
        assert_eq!((row.first_approver, row.approver), (Some(UserId::ERASED), Some(SECOND)));
        let now = requests.get(id).await.unwrap().unwrap();
        assert_eq!((now.state, now.needs_two, now.first_approver), (State::Open, true, None));
    }

    async fn a_reminder_is_due_once_after_two_hours_or_half_the_time(store: &Store) {
        let minutes = |minutes: u64| Duration::from_secs(minutes * 60);
        for (interaction, valid_for, due_after) in [(1, 24 * 60, 120), (2, 240, 120), (3, 60, 30), (4, 20, 10)] {
            let request = posted(store, interaction, |new| new.expires_at = NOW + minutes(valid_for)).await;
            let due = async |after| {
                let all = store.requests().to_remind(request.guild, NOW + minutes(after), 10).await.unwrap();
                all.iter().any(|due| due.id == request.id)
            };
            assert!(!due(due_after - 1).await && due(due_after).await, "{valid_for}");
            assert!(due(valid_for - 10).await && !due(valid_for - 9).await, "{valid_for}");
            let at = NOW + minutes(due_after);
            assert_eq!(store.requests().guilds_to_remind(at).await.unwrap(), [request.guild]);
            let requests = store.requests();
            let begun = join_all((0..4).map(|_| requests.begin_reminder(request.id, at))).await;
            assert_eq!(begun.into_iter().filter(|begun| *begun.as_ref().unwrap()).count(), 1, "{valid_for}");
            if valid_for > 20 {
                // An instance that was killed before the post.
                assert!(!due(due_after).await && due(due_after + 1).await, "{valid_for}");
                assert!(store.requests().begin_reminder(request.id, at + minutes(1)).await.unwrap());
            }
            store.requests().reminded(request.id).await.unwrap();
            assert!(!due(valid_for / 2 + 2).await && !due(valid_for - 10).await, "{valid_for}");
            let (decision, end) = denied();
            store.requests().decide(&request, &decision, &end, &InstanceId::new(), NOW).await.unwrap();
        }
    }

    async fn nothing_reminds_of_what_is_decided_unposted_or_short(store: &Store) {
        let short = |new: &mut AccessRequest| new.expires_at = NOW + Duration::from_secs(19 * 60);
        posted(store, 1, short).await;
        store.requests().ask(&asking(2, &InstanceId::new()), 5, 1_000).await.unwrap();
        let request = posted(store, 3, |_| ()).await;
        let (decision, end) = denied();
        store.requests().decide(&request, &decision, &end, &InstanceId::new(), NOW).await.unwrap();
        for minutes in (0..24 * 60).step_by(7) {
            let at = NOW + Duration::from_secs(60) * minutes;
            assert!(store.requests().guilds_to_remind(at).await.unwrap().is_empty(), "after {minutes} minutes");
            assert!(!store.requests().begin_reminder(request.id, at).await.unwrap());
        }
    }

    async fn the_role_of_requests_round_trips(store: &Store) {
        let role = async || store.grants().rules(GuildId(1)).await.unwrap().approvals_role;
        assert_eq!(role().await, None);
        for (interaction, chosen) in [(1, Some(RoleId(41))), (2, None)] {
            let change = RuleChange::ApprovalsRole(chosen);
            store.grants().change(&entry(interaction, &leave()), &change, &done(), NOW).await.unwrap();
            assert_eq!(role().await, chosen);
        }
    }
}
