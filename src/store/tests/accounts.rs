//! States of the accounts, on every store.

use groups_api::AccountCondition;

use super::*;
use crate::store::{AccountState, LogItem};

fn session() -> SessionName {
    "default".parse().unwrap()
}

fn lost(version: i64) -> AccountState {
    AccountState {
        condition: AccountCondition::LoggedOut,
        since: Some(NOW),
        lost_since: Some(NOW),
        told: Some(AccountCondition::Reconnecting),
        number: Some("+55 ••••• 0001".to_owned()),
        name: None,
        seen_at: NOW,
        version,
    }
}

/// Returns the messages that wait for the log channel of a server.
async fn queued(store: &Store, guild: GuildId) -> Vec<String> {
    let items = store.log_queue().oldest(guild, 10).await.unwrap();
    let message = |item| match item {
        LogItem::LateAnswer { message, .. } => message,
        LogItem::Entry(row) => panic!("{row:?}"),
    };
    items.into_iter().map(message).collect()
}

rules! {
    async fn one_of_several_callers_changes_an_account(store: &Store) {
        let table = store.account_states();
        for (version, state) in [(0, lost(0)), (1, AccountState { told: None, ..lost(1) })] {
            let messages = [(GuildId(1), format!("first {version}")), (GuildId(2), format!("second {version}"))];
            let changes = join_all((0..8).map(|_| async {
                table.change(&session(), &state, &messages, NOW).await.unwrap()
            }));
            assert_eq!(changes.await.into_iter().filter(|is_mine| *is_mine).count(), 1);
            let known = table.all().await.unwrap();
            assert_eq!(known[&session()], AccountState { version: version + 1, ..state });
        }
        // Each server has each message once, in order.
        for (guild, name) in [(GuildId(1), "first"), (GuildId(2), "second")] {
            let mut messages = queued(store, guild).await;
            messages.sort_unstable();
            assert_eq!(messages, [format!("{name} 0"), format!("{name} 1")]);
        }
    }

    async fn states_are_deleted_with_the_journal(store: &Store) {
        let table = store.account_states();
        table.change(&session(), &lost(0), &[], NOW).await.unwrap();
        let retention = Retention { keep_days: 10, mask_after_days: 5 };
        store.forget(retention, NOW + 9 * DAY).await.unwrap();
        assert_eq!(table.all().await.unwrap().len(), 1);
        store.forget(retention, NOW + 11 * DAY).await.unwrap();
        assert!(table.all().await.unwrap().is_empty());
    }
}
