//! Lists of members, on every store.

use whatsapp::{GroupId, Participant, Person, Role};

use super::*;

const MINUTE: Duration = Duration::from_secs(60);

fn session() -> SessionName {
    "default".parse().unwrap()
}

fn group(number: u64) -> GroupId {
    format!("{number}@g.us").parse().unwrap()
}

fn member(phone: Option<&str>, lid: Option<&str>, role: Role) -> Participant {
    Participant { phone: phone.map(|phone| phone.parse().unwrap()), lid: lid.map(|lid| lid.parse().unwrap()), role }
}

fn list(number: u64, members: Vec<Participant>, read_at: Timestamp) -> ReadMembers {
    ReadMembers { group: group(number), members, unread: 0, read_at }
}

async fn is_usable(store: &Store, now: Timestamp) -> bool {
    store.member_lists().ages(&session(), now).await.unwrap().contains_key(&group(1))
}

rules! {
    async fn members_are_found_by_exactly_their_ids(store: &Store) {
        let lists = store.member_lists();
        let ana = member(Some("+5511977770001"), Some("77123456@lid"), Role::Admin);
        let by_lid = member(None, Some("77123456@lid"), Role::Member);
        let other = member(Some("+551197777000"), Some("7712345@lid"), Role::SuperAdmin);
        for (number, members) in [(1, vec![ana.clone(), other.clone()]), (2, vec![by_lid.clone()]), (3, vec![other.clone()])] {
            lists.put(&session(), &list(number, members, NOW)).await.unwrap();
        }
        lists.put(&"second".parse().unwrap(), &list(4, vec![ana.clone()], NOW)).await.unwrap();
        let with = async |ids: &[&str]| {
            let ids: Vec<Person> = ids.iter().map(|id| id.parse().unwrap()).collect();
            let mut found = lists.with(&session(), &ids).await.unwrap();
            found.sort_by(|(one, _), (another, _)| one.cmp(another));
            found
        };
        assert_eq!(with(&["+5511977770001"]).await, [(group(1), vec![ana.clone()])]);
        assert_eq!(with(&["77123456@lid"]).await, [(group(1), vec![ana.clone()]), (group(2), vec![by_lid])]);
        assert_eq!(with(&["+551197777000", "+15550100"]).await, [(group(1), vec![other.clone()]), (group(3), vec![other])]);
        assert_eq!(with(&["+55119777700011"]).await, []);
        assert_eq!(with(&[]).await, []);
        // A later list takes the place of the former one.
        lists.put(&session(), &list(1, vec![], NOW + MINUTE)).await.unwrap();
        assert_eq!(with(&["+5511977770001"]).await, []);
        let age = lists.ages(&session(), NOW).await.unwrap()[&group(2)];
        assert_eq!(age, ListAge { read_at: NOW, without_number: 1, unread: 0 });
    }

    async fn a_change_makes_lists_old_that_were_read_before_its_end(store: &Store) {
        let (lists, me) = (store.member_lists(), InstanceId::new());
        lists.put(&session(), &list(1, vec![], NOW)).await.unwrap();
        assert!(is_usable(store, NOW).await);
        let entry = entry(1, &leave());
        let beginning = Beginning { entry: &entry, progress: &json!({}), authorization: None, owner: &me, adds: 0 };
        let case = store.journal().begin(beginning, &RATES, NOW + MINUTE).await.unwrap();
        // Whatever is read while the change is under way may not show it.
        lists.put(&session(), &list(1, vec![], NOW + MINUTE * 2)).await.unwrap();
        assert!(!is_usable(store, NOW + MINUTE * 2).await);
        store.journal().end(case, ending(&entry.what, &done(), None), NOW + MINUTE * 3).await.unwrap();
        assert!(!is_usable(store, NOW + MINUTE * 3).await);
        lists.put(&session(), &list(1, vec![], NOW + MINUTE * 4)).await.unwrap();
        assert!(is_usable(store, NOW + MINUTE * 4).await);
    }

    async fn one_reader_has_the_turn(store: &Store) {
        let lists = store.member_lists();
        let first = lists.take_turn(&session(), NOW).await.unwrap().unwrap();
        assert!(lists.take_turn(&session(), NOW + MINUTE / 2).await.unwrap().is_none());
        assert!(lists.take_turn(&"second".parse().unwrap(), NOW).await.unwrap().is_some());
        assert!(lists.extend(&first, NOW + MINUTE / 2).await.unwrap());
        assert!(lists.take_turn(&session(), NOW + MINUTE).await.unwrap().is_none());
        // The reader is gone.
        let second = lists.take_turn(&session(), NOW + MINUTE * 2).await.unwrap().unwrap();
        assert!(!lists.extend(&first, NOW + MINUTE * 2).await.unwrap());
        lists.end_turn(first).await.unwrap();
        assert!(lists.take_turn(&session(), NOW + MINUTE * 2).await.unwrap().is_none());
        lists.end_turn(second).await.unwrap();
        assert!(lists.take_turn(&session(), NOW + MINUTE * 2).await.unwrap().is_some());
    }

    async fn lists_of_members_are_kept_for_an_hour(store: &Store) {
        let lists = store.member_lists();
        lists.put(&session(), &list(1, vec![member(Some("+5511977770001"), None, Role::Member)], NOW)).await.unwrap();
        let retention = Retention { keep_days: 365, mask_after_days: 30 };
        store.forget(retention, NOW + MINUTE * 59).await.unwrap();
        assert!(is_usable(store, NOW).await);
        store.forget(retention, NOW + MINUTE * 61).await.unwrap();
        assert!(!is_usable(store, NOW).await);
    }
}
