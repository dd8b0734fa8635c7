//! Notices of requests to join, on every store.

use whatsapp::{GroupId, Participant, Role};

use super::*;
use crate::access::MessageId;

const EVERY: Duration = Duration::from_secs(120);
const MINUTE: Duration = Duration::from_secs(60);

fn session() -> SessionName {
    "default".parse().unwrap()
}

fn group() -> GroupId {
    "1@g.us".parse().unwrap()
}

fn person(phone: Option<&str>, lid: Option<&str>) -> Participant {
    let (phone, lid) = (phone.map(|phone| phone.parse().unwrap()), lid.map(|lid| lid.parse().unwrap()));
    Participant { phone, lid, role: Role::Member }
}

/// A notice of one person, who hides their number.
fn notice() -> JoinNotice {
    let mut announced = AnnouncedPeople::default();
    announced.add(&group(), &person(None, Some("876543210987654@lid")));
    JoinNotice {
        id: NoticeId::random(),
        guild: GuildId(1),
        session: session(),
        group: group(),
        name: "Alpha Team".to_owned(),
        announced,
        waiting: 1,
        read_at: NOW,
        post: None,
    }
}

#[test]
fn people_are_recognized_by_either_id_in_their_group_only() {
    let announced = notice().announced;
    let with_number = person(Some("+4915112345678"), Some("876543210987654@lid"));
    assert!(announced.has(&group(), &with_number));
    assert!(!announced.has(&"2@g.us".parse().unwrap(), &with_number));
    assert!(!announced.has(&group(), &person(Some("+4915112345678"), None)));
    assert!(!format!("{announced:?}").contains("876543210987654"));
    let longest = NoticeId::random().nonce();
    assert!(longest.len() <= 25, "{longest}");
}

rules! {
    async fn one_caller_looks_in_each_interval(store: &Store) {
        let table = store.join_notices();
        let first = table.begin_look(&session(), NOW, EVERY).await.unwrap();
        assert!(!first, "a session is looked at after an interval");
        assert!(!table.begin_look(&session(), NOW + MINUTE, EVERY).await.unwrap());
        let looks = join_all((0..8).map(|_| async { table.begin_look(&session(), NOW + EVERY, EVERY).await.unwrap() }));
        assert_eq!(looks.await.into_iter().filter(|is_mine| *is_mine).count(), 1);
        table.look_soon(&session(), NOW + EVERY).await.unwrap();
        assert!(table.begin_look(&session(), NOW + EVERY, EVERY).await.unwrap());
    }

    async fn a_notice_is_stored_once_and_replaced_once(store: &Store) {
        let (table, first) = (store.join_notices(), notice());
        assert!(table.add(&first, None, NOW).await.unwrap());
        assert!(!table.add(&notice(), None, NOW).await.unwrap(), "the group has a notice");
        assert_eq!(table.of_session(&session()).await.unwrap(), std::slice::from_ref(&first));
        let (second, third) = (notice(), notice());
        assert!(table.add(&second, Some(first.id), NOW).await.unwrap());
        assert!(!table.add(&third, Some(first.id), NOW).await.unwrap(), "another caller replaced it");
        assert!(!table.update(&first).await.unwrap() && !table.remove(first.id).await.unwrap());
        let changed = JoinNotice { waiting: 2, ..second.clone() };
        assert!(table.update(&changed).await.unwrap());
        assert_eq!(table.of_session(&session()).await.unwrap(), [changed]);
        assert!(table.remove(second.id).await.unwrap());
        assert!(table.of_session(&session()).await.unwrap().is_empty());
    }

    async fn a_notice_is_posted_again_by_one_caller_after_a_while(store: &Store) {
        let (table, one) = (store.join_notices(), notice());
        table.add(&one, None, NOW).await.unwrap();
        assert!(table.to_post(NOW + MINUTE / 2).await.unwrap().is_empty(), "its first caller posts it");
        let later = NOW + MINUTE;
        assert_eq!(table.to_post(later).await.unwrap(), std::slice::from_ref(&one));
        let begun = join_all((0..8).map(|_| async { table.begin_post(one.id, later).await.unwrap() }));
        assert_eq!(begun.await.into_iter().filter(|is_mine| *is_mine).count(), 1);
        table.posted(one.id, ChannelId(5), MessageId(6)).await.unwrap();
        assert!(table.to_post(NOW + DAY).await.unwrap().is_empty());
        assert_eq!(table.of_session(&session()).await.unwrap()[0].post, Some((ChannelId(5), MessageId(6))));
    }

    async fn notices_go_with_their_server_and_with_time(store: &Store) {
        let retention = Retention { keep_days: 365, mask_after_days: 30 };
        store.join_notices().add(&notice(), None, NOW).await.unwrap();
        assert_eq!(store.erase(&DataSubject::Guild(GuildId(1)), true).await.unwrap().messages, 1);
        store.join_notices().add(&notice(), None, NOW).await.unwrap();
        store.forget(retention, NOW + DAY * 30).await.unwrap();
        assert_eq!(store.join_notices().of_session(&session()).await.unwrap().len(), 1);
        store.forget(retention, NOW + DAY * 31).await.unwrap();
        assert!(store.join_notices().of_session(&session()).await.unwrap().is_empty());
    }
}
