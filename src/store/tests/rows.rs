//! Rows of interactions, confirmations and the journal, on every store.

use super::*;

rules! {
    async fn an_interaction_begins_once(store: &Store) {
        let (me, other) = (InstanceId::new(), InstanceId::new());
        let case = begin(store, 7, &me).await;
        let again = begin_with(store, 7, &other, None).await;
        assert!(matches!(again, Err(BeginError::AlreadyBegun)), "{again:?}");
        assert!(store.journal().end(case, ending(&AuditSubject::from(&leave()), &done(), None), NOW).await.unwrap());
        let again = begin_with(store, 7, &other, None).await;
        assert!(matches!(again, Err(BeginError::AlreadyBegun)), "{again:?}");
    }

    async fn of_many_who_begin_the_same_at_once_one_does(store: &Store) {
        let instances: Vec<InstanceId> = (0..8).map(|_| InstanceId::new()).collect();
        let all = instances.iter().map(|copy| begin_with(store, 7, copy, None));
        let begun = join_all(all).await;
        assert_eq!(begun.iter().filter(|begun| begun.is_ok()).count(), 1, "{begun:?}");
    }

    async fn confirmation_is_consumed_when_its_operation_begins(store: &Store) {
        let (me, id) = (InstanceId::new(), ConfirmationId::new());
        store.confirmations().insert(&pending(id, NOW)).await.unwrap();
        begin_with(store, 1, &me, Some(Authorization::Confirmation(id))).await.unwrap();
        assert!(store.confirmations().get(id).await.unwrap().is_none());
        let second = begin_with(store, 2, &me, Some(Authorization::Confirmation(id))).await;
        assert!(matches!(second, Err(BeginError::AnsweredAlready)), "{second:?}");
        assert_eq!(store.journal().count_open().await.unwrap(), 1, "the second left no row");
    }

    async fn a_question_is_kept_with_all_that_it_needs_until_it_runs_out(store: &Store) {
        let (id, later) = (ConfirmationId::new(), ConfirmationId::new());
        store.confirmations().insert(&pending(id, NOW)).await.unwrap();
        store.confirmations().insert(&pending(later, NOW + DAY)).await.unwrap();
        let found = store.confirmations().get(id).await.unwrap().unwrap();
        assert_eq!((found.guild, found.user, found.operation), (GuildId(1), UserId(3), leave()));
        assert_eq!((found.expires_at, found.application), (NOW, 77));
        let gone = store.confirmations().expired(NOW, 10).await.unwrap();
        assert_eq!(gone.iter().map(|pending| pending.id).collect::<Vec<_>>(), [id]);
        assert!(store.confirmations().delete(id).await.unwrap());
        assert!(!store.confirmations().delete(id).await.unwrap(), "it is deleted once");
    }

    async fn a_change_that_is_not_confirmed_is_watched_until_it_is(store: &Store) {
        let (me, journal) = (InstanceId::new(), store.journal());
        let session: SessionName = "default".parse().unwrap();
        let minutes = |minutes: u32| NOW + Duration::from_secs(60) * minutes;
        let lost = async |number: u64| {
            let case = begin(store, number, &me).await;
            journal.note(case, &json!({ "before": number }), Some(NOW)).await.unwrap();
            case
        };
        let (first, second, settled) = (lost(1).await, lost(2).await, lost(3).await);
        let cases = async |since| {
            let rows = journal.unsettled(&session, since).await.unwrap();
            let mut cases: Vec<AuditId> = rows.iter().map(|row| row.case).collect();
            cases.sort();
            cases
        };
        assert_eq!(cases(ago(1)).await, [first, second, settled]);
        assert_eq!(cases(minutes(1)).await, [first, second, settled], "they are in progress");

        let what = AuditSubject::from(&leave());
        let unknown = AuditEnd::Failed { failure: Failure::new(ApiError::Lost, Effect::Maybe) };
        assert!(journal.end(settled, ending(&what, &done(), None), minutes(1)).await.unwrap());
        for case in [first, second] {
            assert!(journal.end(case, ending(&what, &unknown, None), minutes(1)).await.unwrap());
        }
        assert_eq!(cases(ago(1)).await, [first, second]);
        assert_eq!(cases(minutes(1)).await, [], "older ones are not requested");
        assert_eq!(journal.count_watched().await.unwrap(), 2);
        assert_eq!(journal.to_watch(minutes(5), 10).await.unwrap().len(), 0);
        let due = journal.to_watch(minutes(6), 10).await.unwrap();
        assert_eq!(due.iter().map(|row| row.case).collect::<Vec<_>>(), [first, second]);
        assert_eq!(due[0].progress, Some(json!({ "before": 1 })), "the data to verify it is kept");
        assert!(journal.take_watch(&due[0], minutes(6)).await.unwrap());
        assert!(!journal.take_watch(&due[0], minutes(6)).await.unwrap(), "of two callers, one gets it");

        let row = journal.of_interaction(InteractionId(1)).await.unwrap().unwrap();
        assert_eq!(row.watch, Some(minutes(8)), "in case its taker does not verify it");
        journal.looked(&row, minutes(6)).await.unwrap();
        let row = journal.of_interaction(InteractionId(1)).await.unwrap().unwrap();
        assert_eq!(row.watch, Some(minutes(16)));
        journal.posted(&[first]).await.unwrap();
        assert!(journal.confirm(&row, &what, &done(), minutes(7)).await.unwrap());
        assert!(!journal.confirm(&row, &what, &done(), minutes(8)).await.unwrap(), "it is confirmed once");
        let row = journal.of_interaction(InteractionId(1)).await.unwrap().unwrap();
        assert_eq!((row.verdict, row.confirmed), (Some(AuditStatus::Done), Some(minutes(7))));
        assert_eq!((row.lost, row.progress.clone(), row.ended), (None, None, Some(minutes(1))));
        assert_eq!((row.watch, row.is_confirmed()), (Some(minutes(9)), true), "until the requester is notified");
        journal.end_watch(row.case).await.unwrap();
        let waiting = store.log_queue().oldest(GuildId(1), 10).await.unwrap();
        let is_first = |item: &LogItem| matches!(item, LogItem::Entry(row) if row.case == first);
        assert!(waiting.iter().any(is_first), "it is posted to the log channel");

        for at in [6, 16, 61] {
            let row = journal.to_watch(minutes(at), 10).await.unwrap().pop().unwrap();
            assert_eq!(row.case, second);
            assert!(journal.take_watch(&row, minutes(at)).await.unwrap());
            journal.looked(&row, minutes(at)).await.unwrap();
        }
        assert_eq!(journal.count_watched().await.unwrap(), 0, "it is watched for an hour");
        assert_eq!(cases(ago(1)).await, [second]);
    }

    async fn a_row_that_cannot_be_read_does_not_hide_the_others(store: &Store) {
        let journal = store.journal();
        let me = InstanceId::new();
        let broken = begin(store, 1, &me).await;
        let open = begin(store, 2, &me).await;
        let statement = sqlx::query("UPDATE journal SET progress = '{' WHERE id = $1").bind(broken.0);
        statement.execute(&store.pool).await.unwrap();
        let cases = |rows: Vec<AuditRecord>| rows.iter().map(|row| row.case).collect::<Vec<_>>();
        assert_eq!(cases(journal.open(10).await.unwrap()), [open]);
        assert_eq!(cases(journal.unsettled(&"default".parse().unwrap(), NOW).await.unwrap()), [open]);
    }

    async fn a_row_comes_back_as_it_was_written(store: &Store) {
        let me = InstanceId::new();
        let case = begin_with(store, 7, &me, None).await.unwrap();
        store.journal().note(case, &json!({ "before": 2 }), None).await.unwrap();
        let open = store.journal().open(10).await.unwrap();
        let row = open.first().unwrap();
        assert_eq!((row.case, row.tries, row.begun, row.owner.as_ref()), (case, 1, NOW, Some(&me)));
        assert_eq!(row.progress, Some(json!({ "before": 2 })));
        assert_eq!(row.entry.what.data, Some(leave()));
        assert_eq!(row.entry.what.group_name.as_deref(), Some("Alpha Team"));

        let failure = Failure::new(ApiError::RateLimited { retry_after: Some(DAY) }, Effect::No);
        let end = AuditEnd::Failed { failure };
        assert!(store.journal().end(case, ending(&row.entry.what, &end, None), NOW + DAY).await.unwrap());
        assert!(!store.journal().end(case, ending(&row.entry.what, &done(), None), NOW).await.unwrap(), "a row ends once");
        let row = store.journal().of_interaction(InteractionId(7)).await.unwrap().unwrap();
        assert_eq!((row.verdict, row.ended, row.owner.clone()), (Some(AuditStatus::Failed), Some(NOW + DAY), None));
        assert!(matches!(row.end(), Some(AuditEnd::Failed { failure: Failure { carried: Effect::No, .. } })));
        assert_eq!(store.journal().count_open().await.unwrap(), 0);
    }

    async fn each_row_of_a_copy_that_is_gone_is_taken_over_once(store: &Store) {
        let (gone, one, two) = (InstanceId::new(), InstanceId::new(), InstanceId::new());
        for interaction in 1..=6 {
            begin(store, interaction, &gone).await;
        }
        let journal = store.journal();
        let cases: Vec<AuditId> = journal.open(10).await.unwrap().iter().map(|row| row.case).collect();
        let all = cases.iter().flat_map(|case| [&one, &two].map(|to| journal.take_over(*case, &gone, to)));
        let mut taken = Vec::new();
        for row in join_all(all).await {
            if let Some(row) = row.unwrap() {
                assert_eq!(row.tries, 2);
                taken.push(row.case.0);
            }
        }
        taken.sort_unstable();
        let number = taken.len();
        taken.dedup();
        assert_eq!((number, taken.len()), (6, 6));
    }

    async fn of_what_ended_at_once_an_interaction_has_one_row(store: &Store) {
        let refused = AuditEnd::refused(Capability::InvitesRead);
        let what = AuditSubject { operation: "invites.show".to_owned(), ..AuditSubject::default() };
        let entry = AuditEntry { what, ..entry(7, &leave()) };
        assert!(store.journal().record(&entry, &refused, None, &InstanceId::new(), NOW).await.unwrap().is_some());
        assert!(store.journal().record(&entry, &refused, None, &InstanceId::new(), NOW).await.unwrap().is_none());
        let rows = unposted(store, 1).await;
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].verdict, Some(AuditStatus::Refused));
        store.journal().posted(&[rows[0].case]).await.unwrap();
        assert!(unposted(store, 1).await.is_empty());
    }

    async fn groups_of_a_user_are_returned_once_and_the_latest_first(store: &Store) {
        let journal = store.journal();
        for (interaction, group, user) in [(1, "1@g.us", 3), (2, "2@g.us", 3), (3, "1@g.us", 3), (4, "3@g.us", 4)] {
            let group = group.parse().unwrap();
            let leave = leave().with_group(GroupRef { group, ..at() });
            let entry = AuditEntry { user: UserId(user), ..entry(interaction, &leave) };
            let begun = NOW + Duration::from_secs(interaction);
            journal.record(&entry, &done(), None, &InstanceId::new(), begun).await.unwrap();
        }
        let groups = async |user, most| {
            let groups = journal.groups_of(GuildId(1), UserId(user), most).await.unwrap();
            groups.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(groups(3, 25).await, ["1@g.us", "2@g.us"]);
        assert_eq!(groups(3, 1).await, ["1@g.us"]);
        assert_eq!(groups(4, 25).await, ["3@g.us"]);
        assert_eq!(journal.groups_of(GuildId(2), UserId(3), 25).await.unwrap(), []);
    }

    async fn rows_are_found_by_person_operation_time_and_server(store: &Store) {
        let refused = AuditEnd::refused(Capability::InvitesRead);
        for (interaction, guild, user, operation, begun) in [
            (1, 1, 3, "groups.rename", NOW),
            (2, 1, 4, "groups.rename", NOW + DAY),
            (3, 1, 3, "invites.show", NOW + DAY),
            (4, 2, 3, "groups.rename", NOW + DAY),
        ] {
            let what = AuditSubject::of(operation);
            let entry =
                AuditEntry { guild: GuildId(guild), user: UserId(user), what, ..entry(interaction, &leave()) };
            store.journal().record(&entry, &refused, None, &InstanceId::new(), begun).await.unwrap();
        }
        let at = |start| Filter { start, ..Filter::default() };
        let found = async |filter: Filter<'_>| {
            let rows = store.journal().ended(GuildId(1), filter, 10).await.unwrap();
            rows.iter().map(|row| row.entry.interaction.0).collect::<Vec<_>>()
        };
        assert_eq!(found(Filter::default()).await, [3, 2, 1]);
        assert_eq!(found(Filter { user: Some(UserId(3)), ..Filter::default() }).await, [3, 1]);
        assert_eq!(found(Filter { operation: Some("groups.rename"), ..Filter::default() }).await, [2, 1]);
        assert_eq!(found(Filter { since: Some(NOW + DAY), ..Filter::default() }).await, [3, 2]);
        let first = store.journal().ended(GuildId(1), Filter::default(), 1).await.unwrap()[0].case;
        let last = store.journal().ended(GuildId(1), at(Start::Oldest), 1).await.unwrap()[0].case;
        assert_eq!(found(at(Start::Below(first))).await, [2, 1]);
        assert_eq!(found(at(Start::Above(last))).await, [2, 3]);
        assert_eq!(found(at(Start::Oldest)).await, [1, 2, 3]);
        assert!(store.journal().find(GuildId(2), first).await.unwrap().is_none(), "another server's");
    }

    async fn instances_record_the_same_interactions_concurrently(store: &Store) {
        // On SQLite there is one instance.
        if !store.shared {
            return;
        }
        let other = Store::on(store.pool.clone(), store.reads.clone(), store.quick.clone(), store.shared, None);
        let (here, there, copy) = (store.interactions(), other.interactions(), InstanceId::new());
        // A transaction holds a row in the middle until both have come that far, each from its end.
        let mut middle = store.pool.begin().await.unwrap();
        let text = "INSERT INTO visits (interaction, application, token, guild, asker, language, arrived_at) \
                    VALUES (150, 1, '', 1, 1, 'en', 0)";
        sqlx::query(text).execute(&mut *middle).await.unwrap();
        let commit = async {
            let waiting = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() \
                           AND wait_event_type = 'Lock'";
            while sqlx::query_scalar::<_, i64>(waiting).fetch_one(&store.pool).await.unwrap() < 2 {}
            middle.commit().await.unwrap();
        };
        let upwards = join_all((100..200).map(|number| here.note(visit(number, Some(&copy)))));
        let downwards = join_all((100..200).rev().map(|number| there.note(visit(number, Some(&copy)))));
        let ((), one, two) = tokio::join!(commit, upwards, downwards);
        let failed = one.iter().chain(&two).find_map(|noted| noted.as_ref().err());
        assert!(failed.is_none(), "{failed:?}");
    }

    async fn concurrent_inserts_use_few_prepared_statements(store: &Store) {
        let (interactions, copy) = (store.interactions(), InstanceId::new());
        for number in 1..=70 {
            let of_this_round = (number * 100)..(number * 100 + number);
            let noted = join_all(of_this_round.clone().map(|one| interactions.note(visit(one, Some(&copy))))).await;
            assert!(noted.iter().all(Result::is_ok));
            assert_eq!(interactions.unanswered(1_000).await.unwrap().len() as u64, number);
            let answered = join_all(of_this_round.map(|one| interactions.answered(InteractionId(one), NOW))).await;
            assert!(answered.iter().all(Result::is_ok));
        }
        assert!(interactions.unanswered(1_000).await.unwrap().is_empty());
        // SQLite does not report it.
        if store.shared {
            let text = "SELECT COUNT(*) FROM pg_prepared_statements WHERE statement LIKE '%visits%'";
            let mut quick = store.quick.acquire().await.unwrap();
            let kept: i64 = sqlx::query_scalar(text).fetch_one(&mut *quick).await.unwrap();
            assert!(kept <= 16, "{kept} statements");
        }
    }

    async fn a_visit_is_one_copys_to_answer(store: &Store) {
        let (one, two) = (InstanceId::new(), InstanceId::new());
        let interactions = store.interactions();
        interactions.note(visit(7, Some(&one))).await.unwrap();
        interactions.note(visit(7, Some(&two))).await.unwrap();
        let noted = interactions.get(InteractionId(7)).await.unwrap().unwrap();
        assert_eq!(noted.owner, Some(one.clone()));
        interactions.own(&visit(7, Some(&two))).await.unwrap();
        interactions.release(InteractionId(7), &one).await.unwrap();
        assert!(!interactions.take_over(&noted, &one).await.unwrap(), "it has changed hands since");
        interactions.release(InteractionId(7), &two).await.unwrap();
        let free = interactions.get(InteractionId(7)).await.unwrap().unwrap();
        assert_eq!(free.owner, None);
        assert!(interactions.take_over(&free, &one).await.unwrap());
        assert!(!interactions.take_over(&free, &two).await.unwrap());
        assert_eq!(interactions.unanswered(10).await.unwrap().len(), 1);
        interactions.answered(InteractionId(7), NOW).await.unwrap();
        assert!(interactions.unanswered(10).await.unwrap().is_empty());
        let answered = interactions.get(InteractionId(7)).await.unwrap().unwrap();
        assert!(answered.answered && secrecy::ExposeSecret::expose_secret(&answered.token).is_empty());
    }

    async fn copies_are_known_by_their_beats(store: &Store) {
        let (one, two) = (InstanceId::new(), InstanceId::new());
        store.instances().beat(&one).await.unwrap();
        store.instances().beat(&two).await.unwrap();
        store.instances().beat(&two).await.unwrap();
        let mut all = store.instances().all().await.unwrap();
        all.sort_by_key(|(_, beat)| *beat);
        assert_eq!(all, [(one.clone(), 0), (two, 1)]);
        store.instances().forget(&one).await.unwrap();
        assert_eq!(store.instances().all().await.unwrap().len(), 1);
    }

    async fn old_rows_are_forgotten_and_numbers_in_others_masked(store: &Store) {
        let me = InstanceId::new();
        let person: whatsapp::Person = "+5511999999999".parse().unwrap();
        let add: Operation = AddMembers { at: at(), people: vec![person.clone()], labels: Labels::default(), most: None, rest_later: false }.into();
        let people = vec![AddResult { person, standing: AddStatus::Added }];
        let added = Outcome::AddMembers(MembersAdded { people, invite: None, rest_at: None, continues_at: None });
        let end = AuditEnd::Done { outcome: Box::new(added.into()), stopped: None };
        for (interaction, begun) in [(1, ago(400)), (2, ago(40)), (3, ago(1))] {
            store.journal().record(&entry(interaction, &add), &end, None, &me, begun).await.unwrap();
        }
        let open = {
            let entry = entry(4, &add);
            let beginning = Beginning { entry: &entry, progress: &json!({}), authorization: None, owner: &me, adds: 0 };
            store.journal().begin(beginning, &RATES, ago(400)).await
        }.unwrap();
        store.interactions().note(visit(1, Some(&me))).await.unwrap();
        store.interactions().answered(InteractionId(1), NOW).await.unwrap();

        let retention = Retention { keep_days: 365, mask_after_days: 30 };
        store.forget(retention, NOW + Duration::from_secs(7_200)).await.unwrap();
        let row = async |interaction| store.journal().of_interaction(InteractionId(interaction)).await.unwrap();
        assert!(row(1).await.is_none());
        let masked = row(2).await.unwrap();
        assert_eq!(masked.people(), [("+55\u{a0}•••••\u{a0}9999", "added")]);
        assert!(masked.entry.what.data.is_none() && masked.verdict == Some(AuditStatus::Done));
        assert_eq!(row(3).await.unwrap().people(), [("5511999999999@s.whatsapp.net", "added")]);
        assert_eq!(row(4).await.unwrap().case, open, "open rows are not deleted");
        assert!(store.interactions().get(InteractionId(1)).await.unwrap().is_none());
    }
}
