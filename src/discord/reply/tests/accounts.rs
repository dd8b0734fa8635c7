//! Replies about WhatsApp accounts: the alerts, and the role that they mention.

use groups_api::AccountCondition;

use super::*;
use crate::operations::SessionsListed;
use crate::services::{AccountChange, AccountNews};
use crate::store::AccountState;

/// Returns the list of no session.
pub(super) fn no_sessions() -> SessionsListed {
    SessionsListed { sessions: Vec::new(), facts: BTreeMap::new() }
}

/// Returns the setup of a server with a role for alerts. `full`: the setup of one without.
pub(super) fn of_role(i18n: Language, all: &mut BTreeMap<String, Message>, full: &SetUp<'_>) {
    let server = Server { alerts_role: Some(ROLE), ..full.server.clone() };
    for (name, alerting) in [
        ("mentions in alerts", Mentioning::Possible),
        ("mentions in alerts nobody", Mentioning::Forbidden),
        ("mentions in alerts no role", Mentioning::NoRole),
    ] {
        let view = SetUp {
            provider: None,
            server: &server,
            sessions: Ok(no_sessions()),
            numbers: full.numbers,
            log: None,
            log_trouble: None,
            approvals: None,
            mentioning: None,
            alerting: Some(alerting),
            default_country: None,
            proposed_country: None,
            default_invitation: None,
            without_grants: None,
        };
        all.insert(format!("set-up {name}"), set_up(i18n, &view, None));
    }
}

/// Returns the alert about each condition, and those about accounts that are back.
pub(super) fn of_alerts(i18n: Language, all: &mut BTreeMap<String, Message>) {
    let lost_since = Timestamp::from_secs(1_800_000_000);
    let change = |condition, since: Timestamp| AccountChange {
        session: "default".parse().unwrap(),
        state: AccountState {
            condition,
            since: Some(since),
            lost_since: None,
            told: None,
            number: Some("+55\u{a0}•••••\u{a0}0001".to_owned()),
            name: Some("*Usher*".to_owned()),
            seen_at: since,
            version: 1,
        },
        news: None,
    };
    let lost = AccountCondition::ALL.into_iter().filter(|condition| !condition.is_connected());
    for condition in lost {
        let news = AccountNews::Lost { since: lost_since };
        let alert = account_alert(i18n, &change(condition, lost_since), news, AccountNames::Hidden);
        all.insert(format!("alert {}", condition.as_str()), alert);
    }
    let mut nameless = change(AccountCondition::LoggedOut, lost_since);
    (nameless.state.number, nameless.state.name) = (None, None);
    let news = AccountNews::Lost { since: lost_since };
    let alert = account_alert(i18n, &nameless, news, AccountNames::Shown).mentioning(ROLE);
    all.insert("alert of several".to_owned(), alert);
    for (name, seconds) in
        [("seconds", 59), ("minute", 60), ("minutes", 7_199), ("hours", 7_200), ("days", 2 * 24 * 60 * 60)]
    {
        let back = change(AccountCondition::Connected, lost_since + Duration::from_secs(seconds));
        let alert = account_alert(i18n, &back, AccountNews::Back { lost_since }, AccountNames::Hidden);
        all.insert(format!("alert back after {name}"), alert);
    }
}
