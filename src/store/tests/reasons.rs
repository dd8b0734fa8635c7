//! Reasons, results and names of entries of the audit log.

use std::collections::BTreeSet;

use super::*;

const REASON: &str = "Spam from +55 11 99999-9999";

fn remove(reason: Option<&str>) -> Operation {
    RemoveMembers {
        at: at(),
        people: vec!["+5511999999999".parse().unwrap()],
        labels: Labels::default(),
        reason: reason.and_then(|reason| Reason::parse(reason).unwrap()),
    }
    .into()
}

fn removed(removal: Removal) -> AuditEnd {
    let person = "+5511999999999".parse().unwrap();
    let outcome = Outcome::RemoveMembers(MembersRemoved { people: vec![Removed { person, removal }] });
    AuditEnd::Done { outcome: Box::new(outcome.into()), stopped: None }
}

async fn record(store: &Store, interaction: u64, operation: &Operation, end: &AuditEnd, now: Timestamp) -> AuditId {
    let entry = AuditEntry { user_name: Some(format!("user{interaction}")), ..entry(interaction, operation) };
    store.journal().record(&entry, end, None, &InstanceId::new(), now).await.unwrap().unwrap()
}

async fn read(store: &Store, case: AuditId) -> AuditRecord {
    store.journal().find(GuildId(1), case).await.unwrap().unwrap()
}

async fn name(store: &Store) -> Option<String> {
    store.user_names().of(GuildId(1), &BTreeSet::from([UserId(3)])).await.unwrap().remove(&UserId(3))
}

rules! {
    async fn results_are_told_apart_also_of_rows_of_older_releases(store: &Store) {
        let failed = AuditEnd::Failed { failure: Failure::new(ApiError::NotFound, Effect::No) };
        let all = [
            (removed(Removal::Removed), AuditResult::Done),
            (removed(Removal::NoMember), AuditResult::NoChange),
            (failed, AuditResult::Failed),
            (AuditEnd::refused(Capability::MembersRemove), AuditResult::Refused),
        ];
        for (interaction, (end, _)) in (1..).zip(&all) {
            record(store, interaction, &remove(None), end, NOW).await;
        }
        for release in ["this", "an older one", "masked"] {
            match release {
                "an older one" => {
                    sqlx::query("UPDATE journal SET changed = NULL").execute(&store.pool).await.unwrap();
                }
                "masked" => {
                    let retention = Retention { keep_days: 365, mask_after_days: 0 };
                    store.forget(retention, NOW + DAY).await.unwrap();
                }
                _ => {}
            }
            for (interaction, (_, result)) in (1..).zip(&all) {
                for parts in [RecordParts::All, RecordParts::Line] {
                    let filter = Filter { result: Some(*result), parts, ..Filter::default() };
                    let rows = store.journal().ended(GuildId(1), filter, 10).await.unwrap();
                    let found: Vec<_> = rows.iter().filter(|row| row.result() == *result).collect();
                    assert_eq!(found.len(), 1, "{release}: {result:?}");
                    assert_eq!(found[0].entry.interaction, InteractionId(interaction), "{release}: {result:?}");
                }
            }
        }
    }

    async fn a_reason_is_kept_changed_masked_and_erased(store: &Store) {
        let case = record(store, 1, &remove(Some(REASON)), &removed(Removal::Removed), NOW).await;
        let refused = AuditEnd::refused(Capability::MembersRemove);
        let refused = record(store, 2, &remove(Some(REASON)), &refused, NOW).await;
        assert_eq!(read(store, case).await.reason.as_deref(), Some(REASON));
        assert_eq!(read(store, refused).await.reason, None, "a refused person writes nothing");

        let change = async |interaction, user, reason: &str| {
            let changed = ReasonChanged { case, reason: reason.to_owned() };
            let end = AuditEnd::Done { outcome: Box::new(AdminOutcome::from(changed.clone()).into()), stopped: None };
            let entry = AuditEntry { user: UserId(user), ..entry(interaction, &leave()) };
            store.journal().change_reason(&entry, &end, &changed, NOW).await.unwrap()
        };
        assert!(change(3, 4, "By another").await.is_some());
        assert!(change(3, 4, "Twice").await.is_none(), "an interaction changes it once");
        let row = read(store, case).await;
        assert_eq!((row.reason.as_deref(), row.reason_by), (Some("By another"), Some(UserId(4))));
        store.erase(&DataSubject::User(UserId(4)), true).await.unwrap();
        assert_eq!(read(store, case).await.reason_by, Some(UserId::ERASED));
        let by_author = change(5, 3, &REASON.replace([' ', '-'], "")).await.unwrap();
        let row = read(store, case).await;
        assert_eq!((row.reason.as_deref(), row.reason_by), (Some("Spamfrom+5511999999999"), None));
        assert!(read(store, by_author).await.detail.unwrap().to_string().contains("5511999999999"));

        store.erase(&DataSubject::Person("+5511999999999".parse().unwrap()), true).await.unwrap();
        assert_eq!(read(store, case).await.reason.as_deref(), Some("Spamfrom+(erased)"));
        let case = record(store, 6, &remove(Some(REASON)), &removed(Removal::Removed), ago(40)).await;
        store.forget(Retention { keep_days: 365, mask_after_days: 30 }, NOW).await.unwrap();
        assert_eq!(read(store, case).await.reason.as_deref(), Some("Spam from ••••• 9999"));
    }

    async fn a_name_is_kept_as_long_as_its_entries(store: &Store) {
        let end = removed(Removal::Removed);
        record(store, 1, &remove(None), &end, NOW).await;
        assert_eq!(name(store).await.as_deref(), Some("user1"));
        record(store, 2, &remove(None), &end, NOW + DAY * 2).await;
        assert_eq!(name(store).await.as_deref(), Some("user2"), "the last one");
        let long = "n".repeat(200);
        store.user_names().note(GuildId(1), UserId(3), &format!(" \n{long}"), NOW + DAY * 3).await.unwrap();
        assert_eq!(name(store).await.unwrap().len(), 40);
        store.user_names().note(GuildId(1), UserId(3), " ", NOW + DAY * 3).await.unwrap();
        assert_eq!(name(store).await.unwrap().len(), 40);

        let retention = Retention { keep_days: 30, mask_after_days: 30 };
        store.forget(retention, NOW + DAY * 33).await.unwrap();
        assert!(name(store).await.is_some());
        store.forget(retention, NOW + DAY * 35).await.unwrap();
        assert_eq!(name(store).await, None);
        record(store, 3, &remove(None), &end, NOW).await;
        let erased = store.erase(&DataSubject::User(UserId(3)), true).await.unwrap();
        assert_eq!((erased.names, name(store).await), (1, None));
        record(store, 4, &remove(None), &end, NOW).await;
        assert_eq!(store.erase(&DataSubject::Guild(GuildId(1)), true).await.unwrap().names, 1);
    }
}
