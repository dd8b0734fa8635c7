//! Sets of groups, on every store.

use super::*;
use crate::access::{GROUP_SETS_MAX, GroupSet, SetName};
use crate::store::{AdminOutcome, SetChange, SetSaved, SetWrite};

fn set(name: &str, groups: &[u64]) -> GroupSet {
    let groups = groups.iter().map(|number| format!("{number}@g.us").parse().unwrap()).collect();
    GroupSet { name: SetName::parse(name).unwrap(), groups }
}

fn saved() -> AuditEnd {
    let saved = AdminOutcome::from(SetSaved { name: "North".to_owned(), groups: Vec::new(), replaced: false });
    AuditEnd::Done { outcome: Box::new(saved.into()), stopped: None }
}

async fn change(store: &Store, interaction: u64, change: SetChange) -> SetWrite {
    let entry = AuditEntry { what: AuditSubject::of("sets.save"), ..entry(interaction, &leave()) };
    store.grants().change_set(&entry, &change, &saved(), NOW).await.unwrap()
}

async fn save(store: &Store, interaction: u64, set: GroupSet, before: Option<GroupSet>) -> SetWrite {
    change(store, interaction, SetChange::Save { set, before }).await
}

async fn sets(store: &Store) -> Vec<GroupSet> {
    store.grants().rules(GuildId(1)).await.unwrap().sets
}

async fn rows(store: &Store) -> usize {
    store.journal().ended(GuildId(1), Filter::default(), 100).await.unwrap().len()
}

rules! {
    async fn a_set_is_read_as_it_was_saved(store: &Store) {
        let before = store.grants().version(GuildId(1)).await.unwrap();
        let (south, north) = (set("South", &[3]), set("North's", &[2, 1]));
        for (interaction, set) in [(1, &south), (2, &north)] {
            assert_eq!(save(store, interaction, set.clone(), None).await, SetWrite::Done);
        }
        assert_eq!(sets(store).await, [north.clone(), south.clone()]);
        assert_ne!(store.grants().version(GuildId(1)).await.unwrap(), before);
        let replaced = set("NORTH's", &[4]);
        assert_eq!(save(store, 3, replaced.clone(), Some(north)).await, SetWrite::Done);
        assert_eq!(change(store, 4, SetChange::Delete(south)).await, SetWrite::Done);
        assert_eq!(sets(store).await, [replaced]);
        assert_eq!(rows(store).await, 4);
        assert!(store.grants().rules(GuildId(2)).await.unwrap().sets.is_empty());
    }

    async fn a_set_that_has_changed_stays(store: &Store) {
        let (first, second) = (set("North", &[1]), set("north", &[2]));
        assert_eq!(save(store, 1, first.clone(), None).await, SetWrite::Done);
        assert_eq!(save(store, 1, second.clone(), Some(first.clone())).await, SetWrite::Elsewhere);
        for (interaction, change_of) in [
            (2, SetChange::Save { set: second.clone(), before: None }),
            (3, SetChange::Save { set: second.clone(), before: Some(second.clone()) }),
            (4, SetChange::Delete(second)),
            (5, SetChange::Delete(set("South", &[1]))),
        ] {
            assert_eq!(change(store, interaction, change_of).await, SetWrite::Changed, "{interaction}");
        }
        assert_eq!(sets(store).await, [first]);
        assert_eq!(rows(store).await, 1, "nothing is recorded that did not happen");
    }

    async fn two_people_do_not_save_one_set_at_once(store: &Store) {
        let saves = (1..=8).map(|number| save(store, number, set("North", &[number]), None));
        let done = join_all(saves).await.into_iter().filter(|write| *write == SetWrite::Done).count();
        assert_eq!((done, sets(store).await.len(), rows(store).await), (1, 1, 1));
    }

    async fn a_server_has_a_limited_number_of_sets(store: &Store) {
        for number in 0..GROUP_SETS_MAX as u64 {
            assert_eq!(save(store, number + 1, set(&format!("Set {number}"), &[1]), None).await, SetWrite::Done);
        }
        assert_eq!(save(store, 100, set("One more", &[1]), None).await, SetWrite::Full);
        assert_eq!(save(store, 101, set("SET 7", &[2]), Some(set("Set 7", &[1]))).await, SetWrite::Done);
        assert_eq!(sets(store).await.len(), GROUP_SETS_MAX);
    }

    async fn sets_go_with_their_server(store: &Store) {
        save(store, 1, set("North", &[1]), None).await;
        let erased = store.erase(&DataSubject::Guild(GuildId(1)), true).await.unwrap();
        assert_eq!(erased, Erasure { audit_entries: 1, settings: 2, ..Erasure::default() });
        assert!(sets(store).await.is_empty());
        save(store, 2, set("North", &[1]), None).await;
        store.left_guilds().mark(GuildId(1), NOW).await.unwrap();
        assert!(store.left_guilds().remove(GuildId(1), NOW).await.unwrap());
        assert!(sets(store).await.is_empty());
    }
}
