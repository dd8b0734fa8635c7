//! Replies about the role for requests, about requests that two people must approve, and about lists with buttons.

use super::*;
use crate::store::{AnnouncedPeople, ApprovalsRoleSet, JoinNotice, NoticeId};

/// Returns the setup of a server with a role for requests. `full`: the setup of one without.
pub(super) fn of_role(i18n: Language, all: &mut BTreeMap<String, Message>, full: &SetUp<'_>) {
    let role = RoleSetting { role: Some(ROLE), fixed: false };
    let server = Server { approvals_role: role, ..full.server.clone() };
    let view = |mentioning| SetUp {
        provider: None,
        server: &server,
        sessions: Ok(no_sessions()),
        numbers: full.numbers,
        log: None,
        log_trouble: None,
        approvals: None,
        mentioning: Some(mentioning),
        alerting: None,
        default_country: None,
        proposed_country: None,
        default_invitation: None,
        without_grants: None,
    };
    for (name, mentioning) in [
        ("mentions", Mentioning::Possible),
        ("mentions nobody", Mentioning::Forbidden),
        ("mentions no role", Mentioning::NoRole),
    ] {
        all.insert(format!("set-up {name}"), set_up(i18n, &view(mentioning), None));
    }
    for (name, role) in [("role", Some(ROLE)), ("no role", None)] {
        let set = Ok(Setting::ApprovalsRole(ApprovalsRoleSet { role }));
        all.insert(format!("set-up {name}"), set_up(i18n, full, Some(&set)));
    }
}

/// Returns the notices of requests to join, in each state.
pub(super) fn of_join_notices(i18n: Language, all: &mut BTreeMap<String, Message>) {
    let notice = |waiting| JoinNotice {
        id: NoticeId::random(),
        guild: GuildId(1),
        session: "default".parse().unwrap(),
        group: "120363000000000001@g.us".parse().unwrap(),
        name: "Alpha *Team*".to_owned(),
        announced: AnnouncedPeople::default(),
        waiting,
        read_at: Timestamp::from_secs(1_800_000_000),
        post: None,
    };
    for (name, waiting, state) in [
        ("of one", 1, NoticeState::Open),
        ("of many", 2_000, NoticeState::Open),
        ("replaced", 2, NoticeState::Replaced),
        ("over", 0, NoticeState::Over),
        ("unreachable", 2, NoticeState::Over),
    ] {
        all.insert(format!("join notice {name}"), join_notice(i18n, &notice(waiting), state));
    }
}

/// Returns the replies about requests that two people must approve, and about lists with buttons.
pub(super) fn of_two(i18n: Language, all: &mut BTreeMap<String, Message>, open: &AccessRequest) {
    let posted = Some((ChannelId(31), MessageId(5)));
    let none = AccessRequest { needs_two: true, posted, ..open.clone() };
    let one = AccessRequest { first_approver: Some(UserId(13)), ..none.clone() };
    for (name, request) in [("two", &none), ("one more", &one)] {
        all.insert(format!("request {name}"), request_posted(i18n, request, None, None, ACCOUNT));
        all.insert(format!("request {name} asked"), asked(i18n, request, Posting::Done));
        all.insert(format!("request {name} reminder"), reminder(i18n, request, Some(ROLE)).unwrap());
    }
    let lost = Some(PostNote::ApprovalLost(UserId(14)));
    all.insert("request approval lost".to_owned(), request_posted(i18n, &one, None, lost, ACCOUNT));
    let approved = AccessRequest { state: State::Approved, decided_by: Some(UserId(12)), ..one.clone() };
    all.insert("request approved by two".to_owned(), request_posted(i18n, &approved, None, None, ACCOUNT));
    let actions = [RequestAction::Decide, RequestAction::Deny, RequestAction::Withdraw, RequestAction::Nothing];
    let listed = actions.map(|action| ListedRequest { request: one.clone(), action });
    let result = listed_result(i18n, &one, None);
    all.insert("requests with buttons".to_owned(), requests(i18n, &listed, 0, Some(result)));
    let many: Vec<ListedRequest> =
        (0..9).map(|_| ListedRequest { request: none.clone(), action: RequestAction::Decide }).collect();
    let problem = listed_problem(i18n, RequestId(7), &RequestError::BeingDecided.into());
    all.insert("requests on pages".to_owned(), requests(i18n, &many, 9, Some(problem)));
}
