//! Erasure of a person, a user and a server.

use sqlx::AssertSqlSafe;
use whatsapp::Person;

use super::*;
use crate::access::{Given, RoleId, Scope};
use crate::store::schema::tables;

fn ana() -> Person {
    "+5511977770001".parse().unwrap()
}

fn add(people: &[&str]) -> Operation {
    AddMembers {
        at: at(),
        people: people.iter().map(|person| person.parse().unwrap()).collect(),
        labels: Labels::default(),
        most: None,
        rest_later: false,
    }
    .into()
}

fn added(people: &[&str]) -> AuditEnd {
    let people = people.iter().map(|person| AddResult { person: person.parse().unwrap(), standing: AddStatus::Added });
    let outcome =
        Outcome::AddMembers(MembersAdded { people: people.collect(), invite: None, rest_at: None, continues_at: None });
    AuditEnd::Done { outcome: Box::new(outcome.into()), stopped: None }
}

async fn record(store: &Store, interaction: u64, user: u64, people: &[&str]) -> AuditId {
    let entry = AuditEntry { user: UserId(user), ..entry(interaction, &add(people)) };
    store.journal().record(&entry, &added(people), None, &InstanceId::new(), NOW).await.unwrap().unwrap()
}

async fn question(store: &Store, people: &[&str]) {
    let question = PendingConfirmation { operation: add(people), ..pending(ConfirmationId::new(), NOW + DAY) };
    store.confirmations().insert(&question).await.unwrap();
}

/// Returns everything that the store has, as text.
async fn everything(store: &Store) -> String {
    let mut all = String::new();
    for table in tables().await.unwrap() {
        let columns: Vec<String> =
            table.columns.iter().map(|column| format!("COALESCE(CAST({} AS TEXT), '')", column.name)).collect();
        let text = format!("SELECT {} FROM {}", columns.join(" || '|' || "), table.name);
        for pool in [&store.pool, &store.quick] {
            let rows: Vec<String> = sqlx::query_scalar(AssertSqlSafe(text.as_str())).fetch_all(pool).await.unwrap();
            all.push_str(&rows.join("\n"));
        }
    }
    all
}

rules! {
    async fn a_person_is_erased_in_every_form(store: &Store) {
        let (old, other) = ("+551177770001", "+5511977770002");
        let case = record(store, 1, 3, &["+5511977770001", other]).await;
        record(store, 2, 3, &[old]).await;
        record(store, 3, 3, &[other]).await;
        question(store, &["+5511977770001"]).await;
        question(store, &[other]).await;
        store.log_queue()
            .add_late_answer(GuildId(1), InteractionId(9), json!({ "content": "+5511977770001" }).to_string(), NOW)
            .await
            .unwrap();
        for (group, person) in [("7@g.us", ana()), ("8@g.us", other.parse().unwrap())] {
            let (group, members) = (group.parse().unwrap(), vec![person.into()]);
            let list = ReadMembers { group, members, unread: 0, read_at: NOW };
            store.member_lists().put(&"default".parse().unwrap(), &list).await.unwrap();
        }
        let before = everything(store).await;
        let subject = DataSubject::Person(ana());
        let counted = store.erase(&subject, false).await.unwrap();
        let expected = Erasure { audit_entries: 2, confirmations: 1, messages: 1, member_lists: 1, ..Erasure::default() };
        assert_eq!(counted, expected);
        assert_eq!(everything(store).await, before, "counting changes nothing");

        assert_eq!(store.erase(&subject, true).await.unwrap(), expected);
        let after = everything(store).await;
        assert!(!after.contains("5511977770001") && !after.contains("551177770001"), "{after}");
        assert!(after.contains("5511977770002"));
        let row = store.journal().find(GuildId(1), case).await.unwrap().unwrap();
        assert_eq!(row.people(), [("(erased)", "added"), ("5511977770002@s.whatsapp.net", "added")]);
        assert_eq!((row.verdict, row.entry.user), (Some(AuditStatus::Done), UserId(3)));
        assert_eq!(store.erase(&subject, true).await.unwrap(), Erasure::default());
    }

    async fn an_operation_in_progress_is_left_alone(store: &Store) {
        let entry = entry(1, &add(&["+5511977770001"]));
        let me = InstanceId::new();
        let beginning = Beginning { entry: &entry, progress: &json!({}), authorization: None, owner: &me, adds: 1 };
        let case = store.journal().begin(beginning, &RATES, NOW).await.unwrap();
        let subject = DataSubject::Person(ana());
        let erased = store.erase(&subject, true).await.unwrap();
        assert_eq!(erased, Erasure { in_progress: 1, ..Erasure::default() });
        store.journal().end(case, ending(&entry.what, &added(&["+5511977770001"]), Some(1)), NOW).await.unwrap();
        assert_eq!(store.erase(&subject, true).await.unwrap().audit_entries, 1);
    }

    async fn a_user_is_erased_and_the_entries_stay(store: &Store) {
        let user = 2_000_000_000_000_000_077;
        let case = record(store, 1, user, &["+5511977770001"]).await;
        record(store, 2, 3, &["+5511977770001"]).await;
        let of_user = PendingConfirmation { user: UserId(user), ..pending(ConfirmationId::new(), NOW + DAY) };
        store.confirmations().insert(&of_user).await.unwrap();
        for (interaction, is_answered) in [(5, true), (6, false)] {
            let visit = PendingInteraction { actor: UserId(user), ..visit(interaction, None) };
            store.interactions().note(visit).await.unwrap();
            if is_answered {
                store.interactions().answered(InteractionId(interaction), NOW).await.unwrap();
            }
        }
        let subject = DataSubject::User(UserId(user));
        let erased = store.erase(&subject, true).await.unwrap();
        let expected =
            Erasure { audit_entries: 1, confirmations: 1, interactions: 1, in_progress: 1, ..Erasure::default() };
        assert_eq!(erased, expected);
        let row = store.journal().find(GuildId(1), case).await.unwrap().unwrap();
        assert_eq!(row.entry.user, UserId::ERASED);
        assert_eq!(row.people(), [("5511977770001@s.whatsapp.net", "added")]);
        assert!(row.end().is_some(), "the entry can still be read as data");
        store.interactions().answered(InteractionId(6), NOW).await.unwrap();
        store.erase(&subject, true).await.unwrap();
        assert!(!everything(store).await.contains("2000000000000000077"));
    }

    async fn a_server_is_erased_and_no_other(store: &Store) {
        for guild in [1, 2] {
            let entry = AuditEntry { guild: GuildId(guild), ..entry(guild, &leave()) };
            let given = Given {
                role: RoleId(10),
                scope: Scope::default(),
                capability: Capability::GroupsRead,
                needs_approval: false,
            };
            store.grants().change(&entry, &RuleChange::Give(vec![given]), &done(), NOW).await.unwrap();
            store.left_guilds().mark(GuildId(guild), NOW).await.unwrap();
        }
        let erased = store.erase(&DataSubject::Guild(GuildId(1)), true).await.unwrap();
        assert_eq!(erased, Erasure { audit_entries: 1, settings: 3, ..Erasure::default() });
        assert!(store.grants().rules(GuildId(1)).await.unwrap().given.is_empty());
        assert_eq!(store.grants().rules(GuildId(2)).await.unwrap().given.len(), 1);
        assert_eq!(store.journal().ended(GuildId(2), Filter::default(), 10).await.unwrap().len(), 1);
        assert_eq!(store.left_guilds().with_settings().await.unwrap().into_keys().collect::<Vec<_>>(), [GuildId(2)]);
    }

    async fn settings_of_a_left_server_go_when_their_time_has_come(store: &Store) {
        let channel = RuleChange::LogChannel(Some(ChannelId(5)));
        store.grants().change(&entry(1, &leave()), &channel, &done(), NOW).await.unwrap();
        let (left, guild) = (store.left_guilds(), GuildId(1));
        assert_eq!(left.with_settings().await.unwrap().into_iter().collect::<Vec<_>>(), [(guild, None)]);
        left.mark(guild, NOW).await.unwrap();
        left.mark(guild, NOW + DAY).await.unwrap();
        assert_eq!(left.with_settings().await.unwrap()[&guild], Some(NOW), "the first time counts");
        assert!(!left.remove(guild, ago(1)).await.unwrap());
        left.clear(guild).await.unwrap();
        assert!(!left.remove(guild, NOW + DAY).await.unwrap(), "the bot has come back");
        assert_eq!(store.grants().rules(guild).await.unwrap().log_channel, Some(ChannelId(5)));
        left.mark(guild, NOW).await.unwrap();
        assert!(left.remove(guild, NOW).await.unwrap());
        assert_eq!(store.grants().rules(guild).await.unwrap().log_channel, None);
        assert!(left.with_settings().await.unwrap().is_empty());
    }

    async fn an_operator_changes_all_settings_or_none(store: &Store) {
        let change = |channel| OperatorChange {
            command: crate::command_name::CommandName::Setup,
            change: RuleChange::LogChannel(Some(ChannelId(channel))),
            outcome: ChannelSet { purpose: Purpose::Log, channel: Some(ChannelId(channel)) }.into(),
        };
        let changes = [(GuildId(1), vec![change(5), change(6)]), (GuildId(2), vec![change(7)])];
        store.grants().change_as_operator(&changes, NOW).await.unwrap();
        assert_eq!(store.grants().rules(GuildId(1)).await.unwrap().log_channel, Some(ChannelId(6)));
        assert_eq!(store.grants().rules(GuildId(2)).await.unwrap().log_channel, Some(ChannelId(7)));
        let rows = store.journal().ended(GuildId(1), Filter::default(), 10).await.unwrap();
        assert_eq!(rows.iter().map(|row| row.entry.user).collect::<Vec<_>>(), [UserId::COMMAND_LINE; 2]);
    }
}

/// A new table needs a decision in `erase.rs`, and a new column of a server's settings one in the export.
#[tokio::test]
async fn every_table_is_known_to_erasure_and_export() {
    let tables = tables().await.unwrap();
    let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    let known = [
        "accounts",
        "grants",
        "group_sets",
        "join_looks",
        "join_notices",
        "journal",
        "kept",
        "late_answers",
        "left_guilds",
        "lists",
        "log_channels",
        "member_list_turns",
        "member_lists",
        "requests",
        "schedule",
        "servers",
        "user_names",
        "visits",
    ];
    assert_eq!(names, known);
    let columns = |name: &str| tables.iter().find(|table| table.name == name).unwrap().column_list();
    assert_eq!(
        columns("servers"),
        "guild, version, log_channel, approvals_channel, country, invitation, reasons_required, approvals_role"
    );
    assert_eq!(columns("grants"), "guild, role, capability, session, group_id, needs_approval");
}
