//! Rights that are granted in Discord, requests for approval, and limits: tests that run on every store.

use usher_clock::Timestamp;

use super::*;
use crate::access::{Given, MessageId, RoleId, Scope};
use crate::command_name::CommandName;
use crate::language::Language;
use crate::operations::{CreateGroup, GroupName, Labels};
use crate::store::{AdminOutcome, RightsGranted};

fn given(role: u64, capability: Capability, group: Option<&str>) -> Given {
    let scope = Scope { session: None, group: group.map(|group| group.parse().unwrap()) };
    Given { role: RoleId(role), scope, capability, needs_approval: false }
}

fn of_rules(interaction: u64) -> AuditEntry {
    AuditEntry { what: AuditSubject::of(CommandName::AccessGrant.as_str()), ..entry(interaction, &leave()) }
}

fn granted() -> AuditEnd {
    let granted = AdminOutcome::from(RightsGranted { role: RoleId(10), given: Vec::new() });
    AuditEnd::Done { outcome: Box::new(granted.into()), stopped: None }
}

pub(super) fn asking(interaction: u64, owner: &InstanceId) -> AccessRequest {
    AccessRequest {
        id: RequestId(0),
        interaction: InteractionId(interaction),
        guild: GuildId(1),
        channel: ChannelId(2),
        actor: UserId(3),
        application: 77,
        token: "aW50ZXJhY3Rpb24".into(),
        language: Language::Hindi,
        operation: leave(),
        digest: Digest::of_operation(&leave()),
        asked: NOW,
        expires_at: NOW + DAY,
        state: State::Open,
        needs_two: false,
        first_approver: None,
        decided_by: None,
        decided: None,
        reason: None,
        posted: None,
        undeliverable: false,
        notified: false,
        owner: Some(owner.clone()),
    }
}

fn denial() -> (RequestDecision, AuditEnd) {
    let reason = Some("not now".to_owned());
    let end = AuditEnd::NotApproved { how: NotApproved::Denied { reason: reason.clone() } };
    (RequestDecision { state: State::Denied, by: Some(UserId(9)), reason }, end)
}

const RATES_OF_A_DAY: Rates = Rates { changes_per_minute: 4, heavy_changes_per_minute: 2, adds_per_day: 100, ..RATES };

/// Begins an operation of the same person and session, a second after the one before.
async fn begin_at(
    store: &Store,
    interaction: u64,
    operation: &Operation,
    adds: usize,
    at: Timestamp,
) -> Result<AuditId, BeginError> {
    let rates = RATES_OF_A_DAY;
    let (entry, owner) = (entry(interaction, operation), InstanceId::new());
    let beginning = Beginning { entry: &entry, progress: &json!({}), authorization: None, owner: &owner, adds };
    store.journal().begin(beginning, &rates, at).await
}

fn create() -> Operation {
    let name = GroupName::parse("Picnic", 25).unwrap();
    CreateGroup {
        session: "default".parse().unwrap(),
        name,
        people: Vec::new(),
        labels: Labels::default(),
        description: None,
        picture: None,
    }
    .into()
}

const SECOND: Duration = Duration::from_secs(1);

rules! {
    async fn a_question_is_given_more_time_once(store: &Store) {
        let (confirmations, minute) = (store.confirmations(), Duration::from_secs(60));
        let (id, late) = (ConfirmationId::new(), ConfirmationId::new());
        confirmations.insert(&pending(id, NOW + minute)).await.unwrap();
        confirmations.insert(&pending(late, NOW)).await.unwrap();
        assert!(confirmations.extend_once(id, NOW + minute * 10, NOW).await.unwrap());
        assert!(!confirmations.extend_once(id, NOW + minute * 20, NOW).await.unwrap(), "once");
        assert!(!confirmations.extend_once(late, NOW + minute * 10, NOW).await.unwrap(), "it has expired");
        assert_eq!(confirmations.get(id).await.unwrap().unwrap().expires_at, NOW + minute * 10);
        assert!(!confirmations.delete_expired(id, NOW + minute * 9).await.unwrap());
        assert!(confirmations.delete_expired(late, NOW).await.unwrap() && !confirmations.delete_expired(late, NOW).await.unwrap());
        assert!(confirmations.delete_expired(id, NOW + minute * 10).await.unwrap());
    }

    async fn grants_round_trip_and_each_change_is_in_the_journal(store: &Store) {
        let grants = store.grants();
        assert_eq!(grants.version(GuildId(1)).await.unwrap(), 0);
        let narrowed = given(10, Capability::MembersAdd, Some("1@g.us"));
        let give = RuleChange::Give(vec![given(10, Capability::GroupsRead, None), narrowed.clone()]);
        let case = grants.change(&of_rules(7), &give, &granted(), NOW).await.unwrap();
        assert!(case.is_some());
        let again = grants.change(&of_rules(7), &RuleChange::Give(vec![given(11, Capability::GroupsDelete, None)]), &granted(), NOW).await;
        assert!(again.unwrap().is_none(), "an interaction changes the rules once");
        let mut rules = grants.rules(GuildId(1)).await.unwrap();
        rules.given.sort();
        assert_eq!(rules.given, [given(10, Capability::GroupsRead, None), narrowed.clone()]);

        let asked = Given { needs_approval: true, ..narrowed };
        grants.change(&of_rules(8), &RuleChange::Give(vec![asked.clone()]), &granted(), NOW).await.unwrap();
        let take = RuleChange::Take(vec![given(10, Capability::GroupsRead, None)]);
        grants.change(&of_rules(9), &take, &granted(), NOW).await.unwrap();
        grants.change(&of_rules(10), &RuleChange::LogChannel(Some(ChannelId(5))), &granted(), NOW).await.unwrap();
        let rules = grants.rules(GuildId(1)).await.unwrap();
        assert_eq!((rules.given, rules.log_channel, rules.approvals_channel), (vec![asked], Some(ChannelId(5)), None));
        assert_eq!(rules.country, None);
        for (interaction, country) in [(11, "BR".parse().ok()), (12, "DE".parse().ok()), (13, None)] {
            grants.change(&of_rules(interaction), &RuleChange::Country(country), &granted(), NOW).await.unwrap();
            let rules = grants.rules(GuildId(1)).await.unwrap();
            assert_eq!((rules.country, rules.log_channel), (country, Some(ChannelId(5))));
        }
        assert_eq!(grants.version(GuildId(1)).await.unwrap(), NOW.as_millis() + 6, "six changes after the first");
        assert!(grants.rules(GuildId(2)).await.unwrap().given.is_empty(), "another server has its own rules");
        let journal = store.journal().ended(GuildId(1), Filter::default(), 10).await.unwrap();
        assert_eq!(journal.len(), 7);
    }

    async fn request_is_stored_once_and_open_requests_are_limited(store: &Store) {
        let me = InstanceId::new();
        let first = store.requests().ask(&asking(1, &me), 2, 1_000).await.unwrap();
        let again = store.requests().ask(&asking(1, &me), 2, 1_000).await.unwrap();
        assert_eq!(first.id, again.id, "the same interaction creates one request");
        assert_eq!((first.operation.clone(), first.state, first.expires_at), (leave(), State::Open, NOW + DAY));
        store.requests().ask(&asking(2, &me), 2, 1_000).await.unwrap();
        let third = store.requests().ask(&asking(3, &me), 2, 1_000).await;
        assert!(matches!(third, Err(AskError::TooManyOpen)), "{third:?}");
        assert!(store.requests().of_interaction(InteractionId(3)).await.unwrap().is_none(), "the third left nothing");
        let (decision, end) = denial();
        store.requests().decide(&first, &decision, &end, &me, NOW).await.unwrap().unwrap();
        store.requests().ask(&asking(3, &me), 2, 1_000).await.unwrap();
    }

    async fn of_many_who_ask_at_once_no_more_get_in_than_may(store: &Store) {
        let me = InstanceId::new();
        let requests: Vec<AccessRequest> = (1..9).map(|interaction| asking(interaction, &me)).collect();
        let store_of = store.requests();
        let asked = join_all(requests.iter().map(|request| store_of.ask(request, 3, 1_000))).await;
        assert_eq!(asked.into_iter().flatten().count(), 3);
    }

    async fn of_two_who_decide_one_does_and_the_journal_has_it_once(store: &Store) {
        let (me, other) = (InstanceId::new(), InstanceId::new());
        let request = store.requests().ask(&asking(1, &me), 5, 1_000).await.unwrap();
        let (decision, end) = denial();
        let authorization = Some(Authorization::Request(request.id, Approvers { first: None, last: UserId(8) }));
        let store_of = store.requests();
        let (denied, begun) = tokio::join!(
            store_of.decide(&request, &decision, &end, &other, NOW),
            begin_with(store, 1, &me, authorization),
        );
        let (denied, begun) = (denied.unwrap().is_some(), begun.is_ok());
        assert!(denied != begun, "denied: {denied}, begun: {begun}");
        let now = store.requests().get(request.id).await.unwrap().unwrap();
        let expected = if denied { (State::Denied, Some(UserId(9))) } else { (State::Approved, Some(UserId(8))) };
        assert_eq!((now.state, now.decided_by), expected);
        let row = store.journal().of_interaction(InteractionId(1)).await.unwrap().unwrap();
        assert_eq!((row.approver, row.ended.is_some()), (expected.1, denied));
        let late = begin_with(store, 1, &me, authorization).await;
        assert!(matches!(late, Err(BeginError::AlreadyBegun | BeginError::AnsweredAlready)), "{late:?}");
    }

    async fn what_a_newer_version_wrote_is_left_alone_for_a_day(store: &Store) {
        let me = InstanceId::new();
        let request = store.requests().ask(&asking(1, &me), 5, 1_000).await.unwrap();
        let id = ConfirmationId::new();
        store.confirmations().insert(&pending(id, NOW)).await.unwrap();
        for text in ["UPDATE requests SET what = '{\"operation\":\"later\"}'", "UPDATE kept SET what = '{\"operation\":\"later\"}'"] {
            sqlx::query(text).execute(&store.pool).await.unwrap();
        }
        let state = async || {
            let text = "SELECT (SELECT state FROM requests) || (SELECT CAST(COUNT(*) AS TEXT) FROM kept)";
            sqlx::query_scalar::<_, String>(text).fetch_one(&store.pool).await.unwrap()
        };
        for (now, expected) in [(NOW, "open1"), (NOW + DAY / 2, "open1"), (request.expires_at + DAY, "void0")] {
            assert!(store.requests().to_notify(request.guild, 10).await.unwrap().is_empty());
            assert!(store.requests().expired(now, 10).await.unwrap().is_empty());
            assert!(store.confirmations().expired(now, 10).await.unwrap().is_empty());
            assert_eq!(state().await, expected, "{now:?}");
        }
    }

    async fn one_servers_requests_do_not_crowd_out_those_of_others(store: &Store) {
        let me = InstanceId::new();
        for interaction in 1..=5 {
            store.requests().ask(&asking(interaction, &me), 5, 1_000).await.unwrap();
        }
        let other = AccessRequest { guild: GuildId(2), ..asking(6, &me) };
        let other = store.requests().ask(&other, 5, 1_000).await.unwrap();
        // Each server has its own queue.
        let mut guilds = store.requests().guilds_to_notify().await.unwrap();
        guilds.sort_unstable();
        assert_eq!(guilds, [asking(1, &me).guild, other.guild]);
        let of_other = store.requests().to_notify(other.guild, 3).await.unwrap();
        assert_eq!(of_other.iter().map(|request| request.id).collect::<Vec<_>>(), [other.id]);
    }

    async fn requests_per_minute_are_limited_across_servers_and_results(store: &Store) {
        let me = InstanceId::new();
        let asking_at = |interaction: u64, guild: u64, at: Timestamp| {
            let asking = asking(interaction, &me);
            AccessRequest { guild: GuildId(guild), asked: at, expires_at: at + DAY, ..asking }
        };
        for number in 0..3 {
            let new = asking_at(number + 1, number + 1, NOW + SECOND * u32::try_from(number).unwrap());
            let request = store.requests().ask(&new, 5, 3).await.unwrap();
            let (decision, end) = denial();
            store.requests().decide(&request, &decision, &end, &me, NOW).await.unwrap();
        }
        let fourth = store.requests().ask(&asking_at(4, 1, NOW + SECOND * 10), 5, 3).await;
        let free = NOW + SECOND * 60;
        assert!(matches!(fourth, Err(AskError::TooManyInAMinute { free_at }) if free_at == free), "{fourth:?}");
        // The same interaction again creates no other request, and another person may ask.
        store.requests().ask(&asking_at(3, 3, NOW + SECOND * 11), 5, 3).await.unwrap();
        let other = AccessRequest { actor: UserId(77), ..asking_at(5, 1, NOW + SECOND * 11) };
        store.requests().ask(&other, 5, 3).await.unwrap();
        store.requests().ask(&asking_at(4, 1, NOW + SECOND * 60), 5, 3).await.unwrap();
    }

    async fn what_is_to_be_told_is_found_until_it_was(store: &Store) {
        let (me, other) = (InstanceId::new(), InstanceId::new());
        let request = store.requests().ask(&asking(1, &me), 5, 1_000).await.unwrap();
        let to_notify = async || store.requests().to_notify(request.guild, 10).await.unwrap().len();
        let guilds = async || store.requests().guilds_to_notify().await.unwrap();
        assert_eq!(guilds().await, [request.guild]);
        assert!(store.requests().to_notify(GuildId(99), 10).await.unwrap().is_empty());
        assert_eq!(to_notify().await, 1);
        // An earlier release ends such a request if it cannot read it.
        let found_by_an_earlier_one = async || {
            let text = "SELECT COUNT(*) FROM requests WHERE told = 0";
            sqlx::query_scalar::<_, i64>(text).fetch_one(&store.pool).await.unwrap()
        };
        assert_eq!(found_by_an_earlier_one().await, 0);
        assert!(store.requests().undeliverable(request.id).await.unwrap());
        assert!(!store.requests().undeliverable(request.id).await.unwrap(), "reported once");
        store.requests().posted(request.id, ChannelId(4), MessageId(5)).await.unwrap();
        assert_eq!(to_notify().await, 0);
        let (decision, end) = denial();
        store.requests().decide(&request, &decision, &end, &me, NOW).await.unwrap().unwrap();
        assert_eq!(found_by_an_earlier_one().await, 0);
        let now = store.requests().to_notify(request.guild, 10).await.unwrap().pop().unwrap();
        assert_eq!((now.posted, now.undeliverable), (Some((ChannelId(4), MessageId(5))), false));
        assert_eq!(now.reason.as_deref(), Some("not now"));
        assert!(store.requests().take_over(&now, &other).await.unwrap());
        assert!(!store.requests().take_over(&now, &me).await.unwrap(), "of two callers, one gets it");
        store.requests().set_notified(request.id, false).await.unwrap();
        assert_eq!(to_notify().await, 0);
        let old = Retention { keep_days: 365, mask_after_days: 30 };
        store.forget(old, NOW + DAY * 29).await.unwrap();
        assert!(store.requests().get(request.id).await.unwrap().is_some());
        store.forget(old, NOW + DAY * 31).await.unwrap();
        assert!(store.requests().get(request.id).await.unwrap().is_none());
    }

    async fn open_requests_run_out_and_are_listed_before_decided_ones(store: &Store) {
        let me = InstanceId::new();
        let first = store.requests().ask(&asking(1, &me), 5, 1_000).await.unwrap();
        let second = store.requests().ask(&AccessRequest { expires_at: NOW + DAY * 2, ..asking(2, &me) }, 5, 1_000).await.unwrap();
        let (decision, end) = denial();
        store.requests().decide(&second, &decision, &end, &me, NOW).await.unwrap().unwrap();
        let list = store.requests().list(GuildId(1), Some(UserId(3)), NOW, 10).await.unwrap();
        assert_eq!(list.iter().map(|request| request.id).collect::<Vec<_>>(), [first.id, second.id]);
        assert!(store.requests().list(GuildId(1), Some(UserId(4)), NOW, 10).await.unwrap().is_empty());
        assert_eq!(store.requests().expired(NOW + DAY, 10).await.unwrap().len(), 1);
        assert!(store.requests().expired(NOW, 10).await.unwrap().is_empty());
    }

    async fn changes_per_minute_are_limited_with_a_retry_time(store: &Store) {
        let mut at = NOW;
        for interaction in 1..=4 {
            begin_at(store, interaction, &leave(), 0, at).await.unwrap();
            at = at + SECOND;
        }
        let fifth = begin_at(store, 5, &leave(), 0, at).await;
        let free = NOW + SECOND * 60;
        assert!(matches!(fifth, Err(BeginError::TooMuch(TooMuch::InAMinute { limit: 4, free_at, .. })) if free_at == free), "{fifth:?}");
        assert!(store.journal().of_interaction(InteractionId(5)).await.unwrap().is_none(), "it left no row");
        begin_at(store, 5, &leave(), 0, free).await.unwrap();
    }

    async fn heavy_changes_are_fewer_and_refusals_do_not_count(store: &Store) {
        let refused = AuditEnd::refused(Capability::GroupsCreate);
        for interaction in 11..19 {
            store.journal().record(&entry(interaction, &create()), &refused, None, &InstanceId::new(), NOW).await.unwrap();
        }
        begin_at(store, 1, &create(), 0, NOW).await.unwrap();
        begin_at(store, 2, &create(), 0, NOW).await.unwrap();
        let third = begin_at(store, 3, &create(), 0, NOW).await;
        assert!(matches!(third, Err(BeginError::TooMuch(TooMuch::InAMinute { .. }))), "{third:?}");
        begin_at(store, 4, &leave(), 0, NOW).await.unwrap();
    }

    async fn daily_add_limit_refunds_unused_reservations(store: &Store) {
        let session = "default".parse().unwrap();
        let first = begin_at(store, 1, &create(), 60, NOW).await.unwrap();
        let second = begin_at(store, 2, &create(), 41, NOW + SECOND * 61).await;
        let free = NOW + DAY;
        assert!(
            matches!(second, Err(BeginError::TooMuch(TooMuch::InADay { left: 40, budget: 100, free_at: Some(at) })) if at == free),
            "{second:?}"
        );
        let never = begin_at(store, 2, &create(), 101, NOW + SECOND * 61).await;
        assert!(matches!(never, Err(BeginError::TooMuch(TooMuch::InADay { free_at: None, .. }))), "{never:?}");
        // A second request for 40 of them fits; one for more does not, and changes nothing.
        let reserve = async |more| store.journal().reserve(first, &session, more, &RATES_OF_A_DAY, NOW + SECOND).await.unwrap();
        assert!(!reserve(41).await);
        assert_eq!(store.added_lately(&session, NOW + SECOND).await.unwrap(), 60);
        assert!(reserve(40).await && !reserve(1).await);
        assert_eq!(store.added_lately(&session, NOW + SECOND).await.unwrap(), 100);
        // In the end one add was requested, whatever its result.
        let added = Outcome::AddMembers(MembersAdded { people: Vec::new(), invite: None, rest_at: None, continues_at: None });
        let end = AuditEnd::Done { outcome: Box::new(added.into()), stopped: None };
        store.journal().end(first, ending(&AuditSubject::from(&create()), &end, Some(1)), NOW).await.unwrap();
        assert_eq!(store.added_lately(&session, NOW + SECOND).await.unwrap(), 1);
        assert!(!reserve(1).await, "it has ended");
        begin_at(store, 2, &create(), 99, NOW + SECOND * 61).await.unwrap();
        assert_eq!(store.added_lately(&session, NOW + DAY + SECOND * 62).await.unwrap(), 0);
    }

    async fn two_at_once_cannot_both_take_the_last_place(store: &Store) {
        let operations: Vec<Operation> = (0..6).map(|_| create()).collect();
        let all = operations.iter().zip(1..).map(|(operation, interaction)| begin_at(store, interaction, operation, 40, NOW));
        let begun = join_all(all).await;
        assert_eq!(begun.iter().filter(|begun| begun.is_ok()).count(), 2, "{begun:?}");
    }
}
