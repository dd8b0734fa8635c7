//! Operations that begin later, on every store.

use super::*;
use crate::operations::Continuation;

fn rest() -> Continuation {
    Continuation { operation: leave(), due: NOW + DAY }
}

/// Ends a row that a continuation follows. Returns its number.
async fn ended(store: &Store, interaction: u64) -> AuditId {
    let case = begin(store, interaction, &InstanceId::new()).await;
    let (what, end, next) = (AuditSubject::from(&leave()), done(), rest());
    let ending = Ending { next: Some(&next), ..ending(&what, &end, Some(1)) };
    assert!(store.journal().end(case, ending, NOW).await.unwrap());
    assert!(!store.journal().end(case, ending, NOW).await.unwrap(), "a row ends once");
    case
}

rules! {
    async fn an_end_schedules_its_continuation_once(store: &Store) {
        let case = ended(store, 1).await;
        let schedule = store.schedule();
        assert!(schedule.due(NOW, 10).await.unwrap().is_empty());
        let due = schedule.due(NOW + DAY, 10).await.unwrap();
        let [one] = due.as_slice() else { panic!("{due:?}") };
        let place = (one.guild, one.channel, one.user, one.approver, one.after);
        assert_eq!(place, (GuildId(1), ChannelId(2), UserId(3), None, Some(case)));
        assert_eq!((&one.operation, one.planned, one.due), (&leave(), NOW + DAY, NOW + DAY));
        assert_eq!(schedule.after(case).await.unwrap().unwrap().id, one.id);
        assert_eq!(schedule.of_guild(GuildId(1), 10).await.unwrap().len(), 1);
        assert!(schedule.of_guild(GuildId(2), 10).await.unwrap().is_empty());
    }

    async fn an_undo_is_stored_with_the_end_once(store: &Store) {
        let me = InstanceId::new();
        let case = begin(store, 1, &me).await;
        let (what, end) = (AuditSubject::from(&leave()), done());
        let [first, second] = [ConfirmationId::new(), ConfirmationId::new()].map(|id| pending(id, NOW + DAY));
        let with = |undo| Ending { undo: Some(undo), ..ending(&what, &end, None) };
        assert!(store.journal().end(case, with(&first), NOW).await.unwrap());
        assert!(!store.journal().end(case, with(&second), NOW).await.unwrap(), "a row ends once");
        let confirmations = store.confirmations();
        let kept = confirmations.get(first.id).await.unwrap().unwrap();
        assert_eq!((kept.operation, kept.expires_at, kept.user), (leave(), NOW + DAY, UserId(3)));
        assert!(confirmations.get(second.id).await.unwrap().is_none());
    }

    async fn a_due_operation_is_claimed_and_begun_once(store: &Store) {
        ended(store, 1).await;
        let (schedule, me) = (store.schedule(), InstanceId::new());
        let one = schedule.due(NOW + DAY, 10).await.unwrap().remove(0);
        assert!(schedule.claim(&one, NOW + DAY * 2).await.unwrap());
        assert!(!schedule.claim(&one, NOW + DAY * 2).await.unwrap(), "another caller was first");
        let again = schedule.due(NOW + DAY * 2, 10).await.unwrap().remove(0);
        assert_eq!((again.planned, again.due), (NOW + DAY, NOW + DAY * 2));
        let token = Some(Authorization::Scheduled(one.id, Some(UserId(7))));
        let case = begin_with(store, 2, &me, token).await.unwrap();
        assert!(matches!(begin_with(store, 3, &me, token).await, Err(BeginError::AnsweredAlready)));
        assert!(schedule.due(NOW + DAY * 9, 10).await.unwrap().is_empty());
        let row = store.journal().find(GuildId(1), case).await.unwrap().unwrap();
        assert_eq!(row.approver, Some(UserId(7)));
    }

    async fn a_postponed_operation_has_a_new_time(store: &Store) {
        let case = ended(store, 1).await;
        let schedule = store.schedule();
        let one = schedule.after(case).await.unwrap().unwrap();
        schedule.postpone(one.id, NOW + DAY * 5).await.unwrap();
        let later = schedule.after(case).await.unwrap().unwrap();
        assert_eq!((later.planned, later.due), (NOW + DAY * 5, NOW + DAY * 5));
    }

    async fn what_is_scheduled_goes_with_its_user_and_its_approver(store: &Store) {
        for (interaction, subject) in [(1, DataSubject::User(UserId(3))), (2, DataSubject::Guild(GuildId(1)))] {
            let case = ended(store, interaction).await;
            assert_eq!(store.erase(&subject, true).await.unwrap().requests, 1);
            assert!(store.schedule().after(case).await.unwrap().is_none());
        }
    }
}
