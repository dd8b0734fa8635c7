//! The settings of a server as text: in the form of the configuration file, and as a list of changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::access::{Capability, Given, Grant, GuildId, RoleId, Scope, Server};
use crate::command_name::CommandName;
use crate::store::{
    AdminOutcome, ApprovalsRoleSet, ChannelSet, CountrySet, OperatorChange, Purpose, ReasonsSet, RightsGranted,
    RightsRevoked, RuleChange, Rules,
};

/// Returns the settings that were made in Discord as a `[[guilds]]` table. `file`: the server in the configuration file, if
/// that names it; what only the file can set is taken from there. No text in it needs an escape: ids, countries, and names of sessions and capabilities have no quotes.
pub(super) fn to_toml(guild: GuildId, file: Option<&Server>, rules: Rules) -> String {
    let mut text = format!("[[guilds]]\nid = \"{guild}\"\n");
    if let Some(server) = file {
        line(&mut text, "sessions", &list(&server.sessions));
    }
    for (key, channel) in [("log_channel", rules.log_channel), ("approvals_channel", rules.approvals_channel)] {
        if let Some(channel) = channel {
            line(&mut text, key, &format!("\"{channel}\""));
        }
    }
    if let Some(role) = rules.approvals_role {
        line(&mut text, "approvals_role", &format!("\"{role}\""));
    }
    if let Some(role) = file.and_then(|server| server.alerts_role) {
        line(&mut text, "alerts_role", &format!("\"{role}\""));
    }
    if let Some(country) = rules.country {
        line(&mut text, "country", &format!("\"{country}\""));
    }
    if rules.reasons_required {
        line(&mut text, "reasons_required", "true");
    }
    for (role, scope, granted) in grouped(rules.given) {
        text.push_str("\n[[guilds.grants]]\n");
        line(&mut text, "role", &format!("\"{role}\""));
        let named = |needs_approval: bool| -> Vec<Capability> {
            let named = granted.iter().filter(|(_, needs)| *needs == needs_approval);
            named.map(|(capability, _)| *capability).collect()
        };
        for (key, capabilities) in [("capabilities", named(false)), ("needs_approval", named(true))] {
            if !capabilities.is_empty() {
                line(&mut text, key, &list(&capabilities));
            }
        }
        if let Some(session) = &scope.session {
            line(&mut text, "sessions", &list(std::slice::from_ref(session)));
        }
        if let Some(group) = &scope.group {
            line(&mut text, "groups", &list(std::slice::from_ref(group)));
        }
    }
    text
}

type Granted = BTreeSet<(Capability, bool)>;

fn grouped(given: Vec<Given>) -> Vec<(RoleId, Scope, Granted)> {
    let mut grants: BTreeMap<(RoleId, Scope), Granted> = BTreeMap::new();
    for Given { role, scope, capability, needs_approval } in given {
        grants.entry((role, scope)).or_default().insert((capability, needs_approval));
    }
    grants.into_iter().map(|((role, scope), granted)| (role, scope, granted)).collect()
}

fn line(text: &mut String, key: &str, value: &str) {
    text.push_str(key);
    text.push_str(" = ");
    text.push_str(value);
    text.push('\n');
}

fn list<T: ToString>(values: &[T]) -> String {
    let quoted: Vec<String> = values.iter().map(|value| format!("\"{}\"", value.to_string())).collect();
    format!("[{}]", quoted.join(", "))
}

/// Returns what the grants of a server give, in the form in which commands give it: for one session and group each.
fn given(grants: &[Grant]) -> BTreeMap<(RoleId, Scope, Capability), bool> {
    fn each<T: Clone>(set: Option<&BTreeSet<T>>) -> Vec<Option<T>> {
        set.map_or_else(|| vec![None], |set| set.iter().cloned().map(Some).collect())
    }
    let mut all = BTreeMap::new();
    for grant in grants {
        for session in each(grant.sessions.as_ref()) {
            for group in each(grant.groups.as_ref()) {
                let scope = Scope { session: session.clone(), group };
                for capability in &grant.needs_approval {
                    all.entry((grant.role, scope.clone(), *capability)).or_insert(true);
                }
                // A capability that one grant gives, and that needs approval by another, is held.
                for capability in &grant.capabilities {
                    all.insert((grant.role, scope.clone(), *capability), false);
                }
            }
        }
    }
    all
}

/// Returns the changes after which the server has exactly the wanted settings.
pub(super) fn changes(stored: &Rules, wanted: &Server) -> Vec<OperatorChange> {
    let before: BTreeMap<_, bool> =
        stored.given.iter().map(|one| ((one.role, one.scope.clone(), one.capability), one.needs_approval)).collect();
    let after = given(&wanted.grants);
    let as_given = |((role, scope, capability), needs_approval): (&(RoleId, Scope, Capability), &bool)| Given {
        role: *role,
        scope: scope.clone(),
        capability: *capability,
        needs_approval: *needs_approval,
    };
    let taken: Vec<Given> = before.iter().filter(|(key, _)| !after.contains_key(*key)).map(as_given).collect();
    let added: Vec<Given> =
        after.iter().filter(|(key, needs)| before.get(*key) != Some(*needs)).map(as_given).collect();
    let mut changes = Vec::new();
    for (role, taken) in by_role(taken) {
        let outcome = RightsRevoked { role, taken: taken.clone() }.into();
        changes.push(OperatorChange { command: CommandName::AccessRevoke, change: RuleChange::Take(taken), outcome });
    }
    for (role, given) in by_role(added) {
        let outcome = RightsGranted { role, given: given.clone() }.into();
        changes.push(OperatorChange { command: CommandName::AccessGrant, change: RuleChange::Give(given), outcome });
    }
    let channels = [
        (Purpose::Log, stored.log_channel, wanted.log.channel),
        (Purpose::Approvals, stored.approvals_channel, wanted.approvals.channel),
    ];
    for (purpose, before, channel) in channels.into_iter().filter(|(_, before, channel)| before != channel) {
        tracing::debug!(?purpose, ?before, ?channel, "an imported channel differs");
        let change = match purpose {
            Purpose::Log => RuleChange::LogChannel(channel),
            Purpose::Approvals => RuleChange::ApprovalsChannel(channel),
        };
        let outcome = ChannelSet { purpose, channel }.into();
        changes.push(OperatorChange { command: CommandName::Setup, change, outcome });
    }
    let role = wanted.approvals_role.role;
    if stored.approvals_role != role {
        let (change, outcome) = (RuleChange::ApprovalsRole(role), ApprovalsRoleSet { role }.into());
        changes.push(OperatorChange { command: CommandName::Setup, change, outcome });
    }
    let country = wanted.country.country;
    if stored.country != country {
        let (change, outcome) = (RuleChange::Country(country), CountrySet { country }.into());
        changes.push(OperatorChange { command: CommandName::Setup, change, outcome });
    }
    let required = wanted.reasons.required;
    if stored.reasons_required != required {
        let (change, outcome) = (RuleChange::ReasonsRequired(required), ReasonsSet { required }.into());
        changes.push(OperatorChange { command: CommandName::Setup, change, outcome });
    }
    changes
}

fn by_role(all: Vec<Given>) -> BTreeMap<RoleId, Vec<Given>> {
    let mut roles: BTreeMap<RoleId, Vec<Given>> = BTreeMap::new();
    for one in all {
        roles.entry(one.role).or_default().push(one);
    }
    roles
}

/// Returns a line for each part of a change.
pub(super) fn described(change: &OperatorChange) -> String {
    let mut text = String::new();
    let mut given = |sign: char, all: &[Given]| {
        for Given { role, scope: Scope { session, group }, capability, needs_approval } in all {
            let session = session.as_ref().map(|session| format!(" session {session}")).unwrap_or_default();
            let group = group.as_ref().map(|group| format!(" group {group}")).unwrap_or_default();
            let approval = if *needs_approval { " (needs approval)" } else { "" };
            text.extend([format!("{sign} role {role} {capability}{approval}{session}{group}\n")]);
        }
    };
    match &change.outcome {
        AdminOutcome::Granted(granted) => given('+', &granted.given),
        AdminOutcome::Revoked(revoked) => given('-', &revoked.taken),
        AdminOutcome::ChannelSet(ChannelSet { purpose, channel }) => {
            let key = match purpose {
                Purpose::Log => "log_channel",
                Purpose::Approvals => "approvals_channel",
            };
            let channel = channel.map_or_else(|| "none".to_owned(), |channel| channel.to_string());
            writeln!(text, "= {key} {channel}").unwrap_or_default();
        }
        AdminOutcome::ApprovalsRoleSet(ApprovalsRoleSet { role }) => {
            let role = role.map_or_else(|| "none".to_owned(), |role| role.to_string());
            writeln!(text, "= approvals_role {role}").unwrap_or_default();
        }
        AdminOutcome::CountrySet(CountrySet { country }) => {
            let country = country.map_or_else(|| "none".to_owned(), |country| country.to_string());
            writeln!(text, "= country {country}").unwrap_or_default();
        }
        AdminOutcome::ReasonsSet(ReasonsSet { required }) => {
            writeln!(text, "= reasons_required {required}").unwrap_or_default();
        }
        AdminOutcome::AuditExported(_)
        | AdminOutcome::InvitationSet(_)
        | AdminOutcome::ReasonChanged(_)
        | AdminOutcome::SetSaved(_)
        | AdminOutcome::SetDeleted(_) => {}
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;
    use crate::access::{ChannelId, ChannelSetting, CountrySetting, ReasonsSetting, RoleSetting};
    use crate::config::read_settings;

    const GUILD: GuildId = GuildId(2_000_000_000_000_000_001);

    fn one() -> impl Strategy<Value = Given> {
        let session = proptest::option::of(prop::sample::select(vec!["default", "second"]));
        let group = proptest::option::of(1..4_u64);
        let capability = prop::sample::select(Capability::ALL.to_vec());
        (10..13_u64, session, group, capability, any::<bool>()).prop_map(
            |(role, session, group, capability, needs_approval)| Given {
                role: RoleId(role),
                scope: Scope {
                    session: session.map(|name| name.parse().unwrap()),
                    group: group.map(|number| format!("{number}@g.us").parse().unwrap()),
                },
                capability,
                needs_approval,
            },
        )
    }

    fn rules() -> impl Strategy<Value = Rules> {
        let channel = || proptest::option::of((1..4_u64).prop_map(ChannelId));
        let country = proptest::option::of(prop::sample::select(vec!["BR", "DE"]));
        let country = country.prop_map(|letters| letters.map(|letters| letters.parse().unwrap()));
        let role = proptest::option::of((1..4_u64).prop_map(RoleId));
        (prop::collection::vec(one(), 0..12), channel(), channel(), role, country, any::<bool>()).prop_map(
            |(mut given, log, approvals, approvals_role, country, reasons_required)| {
                let key = |one: &Given| (one.role, one.scope.clone(), one.capability);
                given.sort_by_key(key);
                given.dedup_by_key(|one| key(one));
                Rules {
                    given,
                    log_channel: log,
                    approvals_channel: approvals,
                    approvals_role,
                    country,
                    invitation: None,
                    reasons_required,
                    sets: Vec::new(),
                }
            },
        )
    }

    /// The server in the configuration file.
    fn server() -> Server {
        let setting = ChannelSetting::default();
        Server {
            guild: GUILD,
            sessions: ["default", "second"].map(|name| name.parse().unwrap()).to_vec(),
            grants: Vec::new(),
            log: setting,
            approvals: setting,
            approvals_role: RoleSetting::default(),
            alerts_role: Some(RoleId(9)),
            country: CountrySetting::default(),
            invitation: None,
            reasons: ReasonsSetting::default(),
            sets: Vec::new(),
        }
    }

    fn read(text: &str) -> Server {
        let servers = HashMap::from([(GUILD, server())]);
        read_settings(text, &servers, None).unwrap().remove(0)
    }

    proptest! {
        #[test]
        fn an_export_changes_nothing_where_it_came_from(rules in rules()) {
            let text = to_toml(GUILD, Some(&server()), rules.clone());
            prop_assert!(changes(&rules, &read(&text)).is_empty(), "{}", text);
            prop_assert_eq!(read(&text).alerts_role, server().alerts_role);
            let not_in_the_file = to_toml(GUILD, None, rules.clone());
            prop_assert!(changes(&rules, &read(&not_in_the_file)).is_empty(), "{}", not_in_the_file);
        }

        /// The changes of an import lead from any settings to those of the file.
        #[test]
        fn an_import_makes_the_settings_those_of_the_file(before in rules(), wanted in rules()) {
            let mut now = before.clone();
            for change in changes(&before, &read(&to_toml(GUILD, None, wanted.clone()))) {
                prop_assert!(!described(&change).is_empty());
                let is_same = |one: &Given, other: &Given| {
                    (one.role, &one.scope, one.capability) == (other.role, &other.scope, other.capability)
                };
                match change.change {
                    RuleChange::Give(given) => {
                        now.given.retain(|one| !given.iter().any(|other| is_same(one, other)));
                        now.given.extend(given);
                    }
                    RuleChange::Take(taken) => now.given.retain(|one| !taken.contains(one)),
                    RuleChange::LogChannel(channel) => now.log_channel = channel,
                    RuleChange::ApprovalsChannel(channel) => now.approvals_channel = channel,
                    RuleChange::ApprovalsRole(role) => now.approvals_role = role,
                    RuleChange::Country(country) => now.country = country,
                    RuleChange::Invitation(text) => now.invitation = text,
                    RuleChange::ReasonsRequired(required) => now.reasons_required = required,
                }
            }
            now.given.sort();
            let mut given = wanted.given;
            given.sort();
            prop_assert_eq!(now.given, given);
            prop_assert_eq!(now.log_channel, wanted.log_channel);
            prop_assert_eq!(now.approvals_channel, wanted.approvals_channel);
            prop_assert_eq!(now.country, wanted.country);
            prop_assert_eq!(now.reasons_required, wanted.reasons_required);
        }
    }
}
