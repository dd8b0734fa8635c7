//! `/wa-setup` with each source of the country of phone numbers.

use std::collections::BTreeMap;

use super::super::{Message, SetUp, Setting, set_up};
use crate::access::{CountrySetting, Server};
use crate::language::Language;
use crate::store::CountrySet;

/// Adds `/wa-setup` with each source of the country.
pub(super) fn of_country(i18n: Language, all: &mut BTreeMap<String, Message>, bare: &SetUp<'_>) {
    let country = |letters: &str| letters.parse().ok();
    for (name, own, fixed, default, proposed) in [
        ("own", "BR", false, "DE", "US"),
        ("fixed", "BR", true, "", "US"),
        ("default", "", false, "DE", "DE"),
        ("default proposed", "", false, "DE", "BR"),
        ("proposed", "", false, "", "BR"),
    ] {
        let setting = CountrySetting { country: country(own), fixed };
        let server = Server { country: setting, ..bare.server.clone() };
        let view = SetUp {
            provider: None,
            server: &server,
            sessions: Ok(super::no_sessions()),
            numbers: bare.numbers,
            log: None,
            log_trouble: None,
            approvals: None,
            mentioning: None,
            alerting: None,
            default_country: country(default),
            proposed_country: country(proposed),
            default_invitation: None,
            without_grants: None,
        };
        all.insert(format!("set-up country {name}"), set_up(i18n, &view, None));
        let set = Ok(Setting::Country(CountrySet { country: country(own) }));
        all.insert(format!("set-up country {name} set"), set_up(i18n, &view, Some(&set)));
    }
}
