//! Every reply, as the JSON that Discord receives, in English and in German. To change a reply, run
//! `UPDATE_SNAPSHOTS=1 cargo test --lib snapshots`, and review the diff.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use groups_api::{ApiError, Effect, Engine, Provider};
use serde_json::{Value, json};
use usher_clock::Timestamp;
use whatsapp::{GroupId, InvalidId};

use super::*;
use crate::access::{
    Capability, ChannelId, ChannelSetting, CountrySetting, Given, Grant, GuildId, How, InteractionId, MessageId,
    Narrowing, Origin, Preset, ReasonsSetting, Refusal, Right, RoleId, RoleSetting, Scope, Server, UserId,
};
use crate::error::{
    AccessError, Ambiguous, AttachmentError, ConfirmationError, GroupError, InputError, InteractionError, NotConfirmed,
    OperationError, RequestError, SettingsError, Unavailable, UserError,
};
use crate::language::Language;
use crate::operations::{BadText, Failure, GroupSummary, Operation, Outcome, Step, Wait};
use crate::picture::BadPicture;
use crate::services::{
    AccountNames, CaseFilter, CasePage, Done, Export, FoundJob, ListedRequest, LogTrouble, NextSteps, RequestAction,
};
use crate::store::{
    AccessRequest, AdminOutcome, AuditEnd, AuditEntry, AuditId, AuditRecord, AuditStatus, AuditSubject, ConfirmationId,
    Digest, NotApproved, RequestId, State, Stopped, StoreError, TooMuch,
};

mod accounts;
mod approvals;
mod country;
mod entries;
mod exports;
mod failures;
mod group_sets;
mod limits;
mod numbers;
mod page;
mod people;
mod samples;
mod words;

use accounts::no_sessions;
use failures::api_errors;
use samples::{HOSTILE, ROLE, TIME, WHO, done_of, done_samples, group, not_confirmed, operation, previews, problems};

/// The samples are of a server with several accounts.
const ACCOUNT: AccountNames = AccountNames::Shown;

fn request(operation: &Operation, state: State) -> AccessRequest {
    AccessRequest {
        id: RequestId(7),
        interaction: InteractionId(9),
        guild: GuildId(1),
        channel: ChannelId(31),
        actor: WHO,
        application: 77,
        token: "token".into(),
        language: Language::English,
        operation: operation.clone(),
        digest: Digest::of_operation(operation),
        asked: TIME,
        expires_at: TIME,
        state,
        needs_two: false,
        first_approver: None,
        decided_by: Some(UserId(12)).filter(|_| state != State::Open),
        decided: None,
        reason: Some("Not *now*.".to_owned()).filter(|_| state == State::Denied),
        posted: None,
        undeliverable: false,
        notified: false,
        owner: None,
    }
}

fn row(operation: &Operation, end: Option<&AuditEnd>) -> AuditRecord {
    let what = AuditSubject::from(operation);
    AuditRecord {
        case: AuditId(1_234),
        entry: AuditEntry {
            guild: GuildId(1),
            channel: ChannelId(31),
            user: WHO,
            user_name: None,
            interaction: InteractionId(9),
            what,
        },
        begun: TIME,
        tries: 2,
        owner: None,
        progress: None,
        ended: end.map(|_| TIME),
        verdict: end.map(AuditEnd::verdict),
        detail: end.map(|end| serde_json::to_value(end).unwrap()),
        approver: Some(UserId(12)),
        first_approver: None,
        reason: None,
        reason_by: None,
        changed: None,
        lost: None,
        watch: None,
        confirmed: None,
    }
}

/// Returns the replies about requests and rows of the journal.
fn of_decisions(i18n: Language, all: &mut BTreeMap<String, Message>) {
    let samples: Vec<Done> = done_samples().into_iter().map(done_of).collect();
    for (number, done) in samples.iter().enumerate() {
        let name = format!("request {number:02} {}", done.operation.name());
        all.insert(
            format!("{name} posted"),
            request_posted(i18n, &request(&done.operation, State::Open), None, None, ACCOUNT),
        );
        let ended = row(
            &done.operation,
            Some(&AuditEnd::Done { outcome: Box::new(done.outcome.as_written().into()), stopped: None }),
        );
        all.insert(format!("case {number:02} {}", done.operation.name()), case_line(i18n, &ended));
    }
    let first = &samples[4];
    let unknown = Failure::new(ApiError::Lost, Effect::Maybe);
    for state in State::ALL {
        let request = request(&first.operation, state);
        let done = Ok(Done {
            operation: first.operation.clone(),
            outcome: first.outcome.clone(),
            shows_numbers: false,
            account: ACCOUNT,
            stopped: None,
            interaction: InteractionId(9),
            next: NextSteps::default(),
        });
        let failed = Err(unknown.clone().into());
        for (how, result) in [("", None), (" done", Some(&done)), (" failed", Some(&failed))] {
            all.insert(format!("request {}{how}", state.name()), request_posted(i18n, &request, result, None, ACCOUNT));
            all.insert(
                format!("request told {}{how}", state.name()),
                request_told(i18n, &request, result, "REF", ACCOUNT),
            );
            all.insert(
                format!("request in public {}{how}", state.name()),
                request_told_in_public(i18n, &request, result),
            );
        }
    }
    let open = request(&first.operation, State::Open);
    let silent = Unavailable::DiscordSilent.into();
    all.insert(
        "request trouble".to_owned(),
        request_posted(i18n, &open, None, Some(PostNote::Problem(&silent)), ACCOUNT),
    );
    all.insert(
        "request details".to_owned(),
        request_details(i18n, &request(&samples[11].operation, State::Open), ACCOUNT),
    );
    all.insert("request taken back".to_owned(), request_cancelled(i18n, &open));
    for posting in [Posting::Done, Posting::Later, Posting::Impossible] {
        all.insert(format!("request asked {posting:?}"), asked(i18n, &open, posting));
    }
    let listed = |request, action| ListedRequest { request, action };
    all.insert("requests none".to_owned(), requests(i18n, &[], 0, None));
    let each = State::ALL.map(|state| listed(request(&first.operation, state), RequestAction::Nothing));
    all.insert("requests".to_owned(), requests(i18n, &each, 0, None));
    approvals::of_join_notices(i18n, all);
    people::of_person(i18n, all);
    accounts::of_alerts(i18n, all);
    approvals::of_two(i18n, all, &request(&first.operation, State::Open));
    entries::of_rows(i18n, &samples, all);
}

/// Returns the replies about rights and settings.
#[expect(clippy::too_many_lines, reason = "a list")]
fn of_rights(i18n: Language, all: &mut BTreeMap<String, Message>) {
    let names = HashMap::from([(group(), HOSTILE.to_owned())]).into();
    let given = |capability, group: Option<GroupId>, needs_approval| {
        let session = Some("default".parse().unwrap()).filter(|_| group.is_some());
        Given { role: ROLE, scope: Scope { session, group }, capability, needs_approval }
    };
    let some =
        [given(Capability::GroupsCreate, Some(group()), false), given(Capability::GroupsEdit, Some(group()), true)];
    all.insert("granted".to_owned(), granted(i18n, ROLE, &some, &[Capability::GroupsCreate].into(), &names));
    all.insert("revoked".to_owned(), revoked(i18n, ROLE, &some, &names));
    let grant = |origin, groups| Grant {
        role: ROLE,
        capabilities: Preset::Moderator.capabilities().collect(),
        needs_approval: [Capability::GroupsCreate].into(),
        sessions: None,
        groups,
        origin,
    };
    let both = vec![grant(Origin::File, None), grant(Origin::Discord, Some([group()].into()))];
    all.insert("grants".to_owned(), grants(i18n, &both, &names));
    all.insert("grants none".to_owned(), grants(i18n, &[], &names));
    let narrowed = Narrowing { sessions: None, groups: Some([group()].into()) };
    let right = |how| vec![Right { capability: Capability::GroupsEdit, how }];
    for (name, how) in [
        ("administrator", How::Administrator),
        ("role", How::Through(vec![(ROLE, vec![narrowed])])),
        ("approval", How::ByApproval(vec![ROLE])),
        ("nothing", How::Not),
    ] {
        all.insert(format!("rights {name}"), checked(i18n, WHO, None, &right(how), &names));
    }
    let setting = |channel, fixed| ChannelSetting { channel, fixed };
    let server = |grants, log, approvals| Server {
        guild: GuildId(1),
        sessions: vec!["default".parse().unwrap()],
        grants,
        log,
        approvals,
        approvals_role: RoleSetting::default(),
        alerts_role: None,
        country: CountrySetting::default(),
        invitation: None,
        reasons: ReasonsSetting::default(),
        sets: Vec::new(),
    };
    let bare = server(Vec::new(), setting(None, false), setting(None, false));
    let full = server(both, setting(Some(ChannelId(31)), true), setting(Some(ChannelId(32)), false));
    let view = |server, log, approvals, without_grants| SetUp {
        provider: Some((Provider::Waha, Engine::Gows)),
        server,
        sessions: Ok(no_sessions()),
        numbers: NumberMask::Shown,
        log,
        log_trouble: None,
        approvals,
        mentioning: None,
        alerting: None,
        default_country: None,
        proposed_country: None,
        default_invitation: invitation_of(i18n).ok(),
        without_grants,
    };
    all.insert("set-up bare".to_owned(), set_up(i18n, &view(&bare, None, None, Some(vec![ROLE])), None));
    let lacks = Some(Writing::Lacks(vec!["View Channel"]));
    let set = view(&full, lacks, Some(Writing::Gone), Some(Vec::new()));
    all.insert("set-up full".to_owned(), set_up(i18n, &set, None));
    let trouble = LogTrouble { channel: ChannelId(31), since: Timestamp::from_secs(1_800_000_000), waiting: 12 };
    let closed = SetUp { log_trouble: Some(trouble), ..view(&full, Some(Writing::Possible), None, None) };
    all.insert("set-up log closed".to_owned(), set_up(i18n, &closed, None));
    all.insert("note log closed".to_owned(), withdrawn(i18n).with_note(log_trouble(i18n, &trouble)));
    let not_set = Err(Unavailable::DiscordSilent.into());
    all.insert(
        "set-up silent".to_owned(),
        set_up(i18n, &view(&full, Some(Writing::Unknown), None, None), Some(&not_set)),
    );
    for (name, purpose, channel) in [
        ("log", "log", Some(31)),
        ("no log", "log", None),
        ("approvals", "approvals", Some(31)),
        ("no approvals", "approvals", None),
    ] {
        let set =
            serde_json::from_value(json!({ "purpose": purpose, "channel": channel.map(|id: u64| id.to_string()) }));
        let set = Ok(Setting::Channel(set.unwrap()));
        all.insert(format!("set-up {name}"), set_up(i18n, &view(&bare, None, None, None), Some(&set)));
    }
    approvals::of_role(i18n, all, &view(&full, None, None, None));
    group_sets::of_sets(i18n, all);
    accounts::of_role(i18n, all, &view(&full, None, None, None));
    country::of_country(i18n, all, &view(&bare, None, None, None));
}

fn of_help(i18n: Language, all: &mut BTreeMap<String, Message>) {
    let line = |topic, by_approval| HelpLine {
        topic,
        mention: "</wa-group list:5>".to_owned(),
        description: "What it is for".to_owned(),
        by_approval,
        for_all: false,
        is_common: topic == Topic::Groups,
    };
    let lines: Vec<HelpLine> = Topic::ALL.into_iter().map(|topic| line(topic, topic == Topic::People)).collect();
    all.insert("help".to_owned(), help(i18n, &lines, None));
    all.insert("help nothing".to_owned(), help(i18n, &[], None));
    for topic in Topic::ALL {
        all.insert(format!("help {}", topic.name()), help(i18n, &lines, Some(topic)));
    }
}

/// Returns every reply in that language, by name.
fn every_reply(i18n: Language) -> BTreeMap<String, Message> {
    let mut all = BTreeMap::new();
    let kept: ConfirmationId = "0123456789abcdef0123456789abcdef".parse().unwrap();
    for (number, sample) in done_samples().into_iter().enumerate() {
        let done_here = done_of(sample);
        let name = format!("{number:02} {}", done_here.operation.name());
        all.insert(format!("done {name}"), done(i18n, &done_here));
        if let Some(told) = announcement(i18n, &done_here, WHO) {
            all.insert(format!("notice {name}"), told);
        }
        all.insert(format!("ask {name}"), ask(i18n, kept, &done_here.operation, None, TIME));
    }
    all.insert("press unread".to_owned(), press_unread(i18n));
    all.insert("ask again".to_owned(), ask_again(i18n, kept, &operation("delete_group", &json!({})), TIME));
    let about = About { operation: "groups.rename", reference: "REF" };
    for (number, of) in problems().iter().enumerate() {
        all.insert(format!("problem {number:03} {of}"), problem_with(i18n, of, about, Some("My *text*.")));
    }
    let add = done_of(done_samples().swap_remove(15)).operation;
    for (name, sample) in [("add", 15), ("revoke", 22)] {
        let operation = done_of(done_samples().swap_remove(sample)).operation;
        all.insert(format!("repeats {name}"), ask(i18n, kept, &operation, Some(TIME), TIME));
    }
    for (name, people, wait) in [
        ("people", Some((256, 1_000)), Wait::Answer),
        ("requests", None, Wait::RateLimit { until: Timestamp::from_secs(1) }),
        ("rest", Some((0, 30)), Wait::Pace { until: Timestamp::from_secs(1) }),
        ("check people", Some((256, 1_000)), Wait::Settle { until: Timestamp::from_secs(1) }),
        ("check", None, Wait::Settle { until: Timestamp::from_secs(1) }),
    ] {
        let step = Step { answered: 1, of: 4, people, wait };
        all.insert(format!("progress {name}"), progress(i18n, &add, step, InteractionId(9), Duration::from_secs(30)));
    }
    all.insert("working".to_owned(), working(i18n, &add));
    all.insert("restarted".to_owned(), settling(i18n, &add, Timestamp::from_secs(1), true));
    all.insert("check over".to_owned(), check_over(i18n));
    for (number, of) in not_confirmed().iter().enumerate() {
        if let UserError::Operation(OperationError::NotConfirmed(of)) = of {
            all.insert(format!("checked again {number}"), still_not_confirmed(i18n, of, TIME));
        }
    }
    let renamed = done_of(done_samples().swap_remove(4));
    all.insert("confirmed late".to_owned(), confirmed_late(i18n, &renamed));
    all.insert("confirmed late to".to_owned(), confirmed_late_to(i18n, &renamed, WHO));
    let confirmed = row(
        &renamed.operation,
        Some(&AuditEnd::Done { outcome: Box::new(renamed.outcome.as_written().into()), stopped: None }),
    );
    all.insert("case confirmed".to_owned(), case_line(i18n, &AuditRecord { confirmed: Some(TIME), ..confirmed }));
    all.insert("withdrawn".to_owned(), withdrawn(i18n));
    all.insert("expired".to_owned(), expired(i18n, &add));
    all.insert("stopping".to_owned(), stopping(i18n, FoundJob::Running));
    all.insert("stopping the rest".to_owned(), stopping(i18n, FoundJob::Scheduled));
    all.insert("stopped nothing".to_owned(), stopping(i18n, FoundJob::None));
    for stopped in [
        Stopped::By(WHO),
        Stopped::NotAllowed,
        Stopped::NotAMember,
        Stopped::NoServer,
        Stopped::Unknown,
        Stopped::Overdue,
        Stopped::AccountLost,
    ] {
        let ended = AuditEnd::Done { outcome: Box::new(renamed.outcome.as_written().into()), stopped: Some(stopped) };
        all.insert(format!("case stopped {stopped:?}"), case_line(i18n, &row(&renamed.operation, Some(&ended))));
    }
    let by = Done { stopped: Some(Stopped::By(WHO)), ..done_of(done_samples().swap_remove(4)) };
    all.insert("done stopped".to_owned(), done(i18n, &by));
    all.insert("describe".to_owned(), describe_ready(i18n, add.group().unwrap()));
    for (name, shown) in previews() {
        all.insert(format!("preview {name}"), preview(i18n, &shown));
    }
    let group_line = GroupSummary { id: group(), name: HOSTILE.to_owned(), size: None, created_at: None };
    all.insert("list which group".to_owned(), which_group(i18n, kept, TIME, &vec![group_line; 26]));
    all.insert("list no groups".to_owned(), no_groups(i18n));
    of_help(i18n, &mut all);
    of_decisions(i18n, &mut all);
    of_rights(i18n, &mut all);
    all
}

#[test]
fn snapshots_of_every_reply_in_two_languages() {
    for i18n in [Language::English, Language::German] {
        let mut replies = serde_json::to_value(every_reply(i18n)).unwrap();
        // The order of keys depends on the features that the build gives serde_json.
        replies.sort_all_objects();
        let path = format!("{}/src/discord/reply/snapshots/{i18n}.json", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            std::fs::write(&path, serde_json::to_string_pretty(&replies).unwrap() + "\n").unwrap();
        }
        let kept: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap_or_default()).unwrap_or_default();
        for (name, reply) in replies.as_object().unwrap() {
            assert_eq!(Some(reply), kept.get(name), "{i18n}: {name}");
        }
        let gone: Vec<&String> = kept.as_object().unwrap().keys().filter(|name| replies.get(name).is_none()).collect();
        assert!(gone.is_empty(), "{i18n}: no longer said: {gone:?}");
    }
}

#[test]
fn every_operation_has_a_sample() {
    let samples = done_samples();
    for name in crate::operations::names() {
        assert!(samples.iter().any(|(operation, _)| operation.name() == name), "{name}");
    }
}

#[test]
fn announcements_hide_numbers_and_links_in_each_language() {
    for i18n in Language::ALL {
        for (name, message) in every_reply(i18n) {
            let is_public =
                ["notice", "case end", "request in public", "late"].iter().any(|kind| name.starts_with(kind))
                    || name.ends_with("posted")
                    || (name.starts_with("case ") && name != "case shown");
            let text = serde_json::to_string(&message).unwrap();
            let leaks = numbers::digits(&text).contains("552198888") || text.contains("chat.whatsapp.com");
            assert!(!is_public || !leaks, "{i18n}: {name}: {text}");
        }
    }
}
