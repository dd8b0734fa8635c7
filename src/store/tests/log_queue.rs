//! The queues of the log channels.

use usher_clock::Timestamp;

use super::*;

/// Returns the rows of a server that wait for its log channel.
pub(super) async fn unposted(store: &Store, guild: u64) -> Vec<AuditRecord> {
    let items = store.log_queue().oldest(GuildId(guild), 10).await.unwrap();
    let rows = items.into_iter().filter_map(|item| match item {
        LogItem::Entry(row) => Some(*row),
        LogItem::LateAnswer { .. } => None,
    });
    rows.collect()
}

async fn record(store: &Store, interaction: u64, guild: u64, ended: Timestamp) {
    let entry = AuditEntry { guild: GuildId(guild), ..entry(interaction, &leave()) };
    let end = AuditEnd::refused(Capability::GroupsLeave);
    store.journal().record(&entry, &end, None, &InstanceId::new(), ended).await.unwrap().unwrap();
}

fn closure(failures: u32) -> LogClosure {
    LogClosure { channel: ChannelId(5), since: NOW, code: 50_013, failures, next_try: NOW + DAY }
}

rules! {
    async fn each_server_has_a_queue_in_the_order_of_ends(store: &Store) {
        let second = Duration::from_secs(1);
        begin(store, 1, &InstanceId::new()).await;
        for (interaction, guild, after) in [(2, 1, 5), (3, 2, 1), (4, 1, 3), (5, 9, 9)] {
            record(store, interaction, guild, NOW + second * after).await;
        }
        let late = InteractionId(6);
        store.log_queue().add_late_answer(GuildId(1), late, "{}".to_owned(), NOW + second * 4).await.unwrap();
        store.log_queue().add_late_answer(GuildId(1), late, "{}".to_owned(), NOW + second * 6).await.unwrap();
        store.log_queue().add_late_answer(GuildId(4), InteractionId(7), "{}".to_owned(), NOW).await.unwrap();
        let mut guilds = store.log_queue().guilds().await.unwrap();
        guilds.sort_unstable();
        assert_eq!(guilds, [1, 2, 4, 9].map(GuildId));
        let order = async |most| {
            let items = store.log_queue().oldest(GuildId(1), most).await.unwrap();
            let name = |item: LogItem| match item {
                LogItem::Entry(row) => row.entry.interaction.0,
                LogItem::LateAnswer { interaction, message, .. } => {
                    assert_eq!(message, "{}");
                    interaction.0
                }
            };
            items.into_iter().map(name).collect::<Vec<_>>()
        };
        assert_eq!((order(10).await, order(2).await), (vec![4, 6, 2], vec![4, 6]));
        assert_eq!(store.log_queue().count(GuildId(1)).await.unwrap(), 3);
        store.log_queue().add_late_answer(GuildId(1), late, "[]".to_owned(), NOW + second * 7).await.unwrap();
        store.log_queue().delete_late_answer(late, NOW + second * 4).await.unwrap();
        assert_eq!(store.log_queue().count(GuildId(1)).await.unwrap(), 3, "another message has replaced it");
        store.log_queue().delete_late_answer(late, NOW + second * 7).await.unwrap();
        assert_eq!(order(10).await, [4, 2]);
        store.log_queue().discard(GuildId(1)).await.unwrap();
        assert_eq!(store.log_queue().count(GuildId(1)).await.unwrap(), 0);
        assert_eq!(store.log_queue().count(GuildId(2)).await.unwrap(), 1);
        assert_eq!(store.journal().count_open().await.unwrap(), 1);
    }

    async fn a_closure_is_kept_until_the_channel_is_open(store: &Store) {
        let (queue, guild) = (store.log_queue(), GuildId(1));
        assert_eq!(queue.closure(guild).await.unwrap(), None);
        for failures in [1, 2] {
            queue.close(guild, &closure(failures)).await.unwrap();
            assert_eq!(queue.closures().await.unwrap(), [(guild, closure(failures))]);
        }
        queue.try_now(guild, NOW).await.unwrap();
        assert_eq!(queue.closure(guild).await.unwrap(), Some(LogClosure { next_try: NOW, ..closure(2) }));
        queue.open(guild).await.unwrap();
        assert!(queue.closures().await.unwrap().is_empty());
    }

    async fn one_copy_delivers_to_a_channel_at_a_time(store: &Store) {
        let (queue, guild) = (store.log_queue(), GuildId(1));
        let (me, other) = (InstanceId::new(), InstanceId::new());
        let claim = async |copy, gone| queue.claim(guild, copy, |_| gone).await.unwrap();
        assert!(claim(&me, false).await && claim(&me, false).await);
        assert_eq!(claim(&other, false).await, !store.is_shared());
        assert!(claim(&other, true).await);
        queue.release(guild, &me).await.unwrap();
        assert_eq!(claim(&me, false).await, !store.is_shared(), "another instance held it");
        queue.close(guild, &closure(1)).await.unwrap();
        queue.release(guild, &other).await.unwrap();
        assert!(claim(&me, false).await);
        assert_eq!(queue.closure(guild).await.unwrap(), Some(closure(1)));
    }

    async fn late_answers_are_kept_as_long_as_the_journal(store: &Store) {
        let (queue, guild) = (store.log_queue(), GuildId(1));
        for (interaction, days) in [(1, 400), (2, 300)] {
            queue.add_late_answer(guild, InteractionId(interaction), "{}".to_owned(), ago(days)).await.unwrap();
            record(store, interaction, 1, ago(days)).await;
        }
        store.forget(Retention { keep_days: 365, mask_after_days: 30 }, NOW).await.unwrap();
        assert_eq!(queue.count(guild).await.unwrap(), 2);
    }
}
