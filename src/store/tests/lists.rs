//! Lists of people that wait for their user, on every store.

use std::sync::Arc;

use whatsapp::people::{ReadOptions, read_text};

use super::*;
use crate::people_list::{GroupFacts, ListPreview, ListSource, ReadList};

fn source() -> ListSource {
    ListSource { text: Some("Ana\u{0} +5511977770412, 47 3334-4455".to_owned()), file: None, is_of_others: true }
}

fn preview() -> ListPreview {
    let list = read_text("Ana +5511977770412\n17/05/2024", ReadOptions::default()).unwrap();
    let list = ReadList::new(source(), "BR".parse().ok(), Some(list), None).unwrap();
    ListPreview { list, facts: GroupFacts { members: Some(7), ..GroupFacts::default() } }
}

fn with_preview(id: ConfirmationId, user: u64, expires_at: Timestamp) -> PendingConfirmation {
    let preview = Some(Arc::new(preview()));
    PendingConfirmation { preview, user: UserId(user), ..pending(id, expires_at) }
}

rules! {
    async fn a_preview_is_kept_with_its_confirmation(store: &Store) {
        let (id, me) = (ConfirmationId::new(), InstanceId::new());
        store.confirmations().insert(&with_preview(id, 3, NOW)).await.unwrap();
        let found = store.confirmations().get(id).await.unwrap().unwrap();
        let text = found.preview.unwrap();
        assert_eq!((text.facts, text.list.unclear, text.list.found().count()), (preview().facts, 1, 1));
        assert!(store.lists().get(id, ago(1)).await.unwrap().is_none(), "it is no list without a group");
        begin_with(store, 1, &me, Some(Authorization::Confirmation(id))).await.unwrap();
        assert!(!store.lists().delete(id).await.unwrap(), "it goes with its confirmation");
    }

    async fn a_list_without_a_group_is_its_users_until_it_expires(store: &Store) {
        let id = ConfirmationId::new();
        let list = OpenList { guild: GuildId(1), user: UserId(3), source: source() };
        store.lists().insert(id, list, NOW).await.unwrap();
        let found = store.lists().get(id, ago(1)).await.unwrap().unwrap();
        assert_eq!((found.guild, found.user), (GuildId(1), UserId(3)));
        // PostgreSQL cannot hold U+0000, which no reader needs.
        assert_eq!(found.source.text.as_deref().map(|text| text.contains("+5511977770412")), Some(true));
        assert!(store.lists().get(id, NOW).await.unwrap().is_none());
    }

    async fn a_user_has_at_most_twenty_lists(store: &Store) {
        let minute = Duration::from_secs(60);
        let ids: Vec<ConfirmationId> = (0..23).map(|_| ConfirmationId::new()).collect();
        let other = ConfirmationId::new();
        store.confirmations().insert(&with_preview(other, 4, NOW)).await.unwrap();
        for (age, id) in (1_u32..).zip(&ids) {
            store.confirmations().insert(&with_preview(*id, 3, NOW + minute * age)).await.unwrap();
        }
        let mut left = Vec::new();
        for id in &ids {
            left.push(store.confirmations().get(*id).await.unwrap().is_some());
        }
        assert_eq!(left, [vec![false; 3], vec![true; 20]].concat(), "the oldest are gone");
        assert!(store.confirmations().get(other).await.unwrap().is_some());
    }

    async fn one_press_confirms_and_can_be_released(store: &Store) {
        let (id, first, second) = (ConfirmationId::new(), InteractionId(1), InteractionId(2));
        let table = store.confirmations();
        table.insert(&pending(id, NOW)).await.unwrap();
        assert!(table.confirm(id, first, NOW + DAY).await.unwrap());
        assert!(!table.confirm(id, second, NOW + DAY).await.unwrap());
        assert!(table.confirm(id, first, NOW + DAY).await.unwrap(), "another instance takes the same press over");
        table.release(id, second).await.unwrap();
        assert!(!table.confirm(id, second, NOW + DAY).await.unwrap());
        table.release(id, first).await.unwrap();
        assert!(table.confirm(id, second, NOW + DAY).await.unwrap());
    }
}
