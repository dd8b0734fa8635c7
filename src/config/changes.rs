//! The differences between the configuration in use and one that was read again.

use std::collections::BTreeSet;
use std::fmt::Debug;

use secrecy::ExposeSecret as _;
use whatsapp::SessionName;

use super::{ApprovalsConfig, Config, Discord, GroupsApiConfig, HttpConfig, LimitsConfig, Log, StoreConfig};
use crate::access::{Capability, GuildId, RoleId, Server};

/// What changed. No text contains a secret.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Changes of servers, grants and limits, in words.
    pub live: Vec<String>,
    /// Keys that changed and that a running bot cannot take over.
    pub fixed: Vec<&'static str>,
}

impl Config {
    /// Compares this configuration with a newer one.
    pub(crate) fn changes_to(&self, new: &Self) -> Changes {
        let Self { discord, groups_api, store, limits, approvals, log, http, servers, discord_token, groups_api_key } =
            self;
        let mut fixed = fixed_of_apis((discord, groups_api), (&new.discord, &new.groups_api));
        fixed.extend(fixed_of_process((store, *log, *http), (&new.store, new.log, new.http)));
        let secrets = [
            ("DISCORD_TOKEN", discord_token.expose_secret() == new.discord_token.expose_secret()),
            ("GROUPS_API_KEY", groups_api_key.expose_secret() == new.groups_api_key.expose_secret()),
        ];
        fixed.extend(secrets);
        let fixed = fixed.into_iter().filter(|(_, is_same)| !is_same).map(|(key, _)| key).collect();
        let mut live = limits_changed(limits, &new.limits);
        let ApprovalsConfig { expire_after, two_for } = approvals;
        live.extend(changed("approvals.expire_after", expire_after, &new.approvals.expire_after));
        live.extend(changed("approvals.two_for", &names(two_for), &names(&new.approvals.two_for)));
        let guilds: BTreeSet<GuildId> = servers.keys().chain(new.servers.keys()).copied().collect();
        for guild in guilds {
            match (servers.get(&guild), new.servers.get(&guild)) {
                (Some(old), Some(new)) => live.extend(server_changed(old, new)),
                (Some(_), None) => live.push(format!("server {guild}: removed")),
                (None, Some(_)) => live.push(format!("server {guild}: added")),
                (None, None) => {}
            }
        }
        Changes { live, fixed }
    }
}

type Compared = Vec<(&'static str, bool)>;

fn fixed_of_apis(old: (&Discord, &GroupsApiConfig), new: (&Discord, &GroupsApiConfig)) -> Compared {
    let Discord { api_url, register, shards } = old.0;
    let GroupsApiConfig {
        provider,
        base_url,
        allow_http,
        timeout,
        settle_within,
        requests_per_second,
        concurrency,
        queue,
    } = old.1;
    vec![
        ("discord.api_url", *api_url == new.0.api_url),
        ("discord.register", *register == new.0.register),
        ("discord.shards", *shards == new.0.shards),
        ("groups_api.provider", *provider == new.1.provider),
        ("groups_api.base_url", *base_url == new.1.base_url),
        ("groups_api.allow_http", *allow_http == new.1.allow_http),
        ("groups_api.timeout", *timeout == new.1.timeout),
        ("groups_api.settle_within", *settle_within == new.1.settle_within),
        ("groups_api.requests_per_second", *requests_per_second == new.1.requests_per_second),
        ("groups_api.concurrency", *concurrency == new.1.concurrency),
        ("groups_api.queue", *queue == new.1.queue),
    ]
}

fn fixed_of_process(old: (&StoreConfig, Log, HttpConfig), new: (&StoreConfig, Log, HttpConfig)) -> Compared {
    let (StoreConfig { url, keep_days, mask_after_days }, Log { format }, HttpConfig { listen }) = old;
    vec![
        ("store.url", url.is(&new.0.url)),
        ("store.keep_days", *keep_days == new.0.keep_days),
        ("store.mask_after_days", *mask_after_days == new.0.mask_after_days),
        ("log.format", format == new.1.format),
        ("http.listen", listen == new.2.listen),
    ]
}

fn limits_changed(old: &LimitsConfig, new: &LimitsConfig) -> Vec<String> {
    let LimitsConfig {
        name_chars,
        changes_per_minute,
        heavy_changes_per_minute,
        approval_requests_per_minute,
        lookups_per_minute,
        adds_per_day,
        confirm_above,
        default_region,
    } = old;
    [
        changed("limits.name_chars", name_chars, &new.name_chars),
        changed("limits.changes_per_minute", changes_per_minute, &new.changes_per_minute),
        changed("limits.heavy_changes_per_minute", heavy_changes_per_minute, &new.heavy_changes_per_minute),
        changed("limits.approval_requests_per_minute", approval_requests_per_minute, &new.approval_requests_per_minute),
        changed("limits.lookups_per_minute", lookups_per_minute, &new.lookups_per_minute),
        changed("limits.adds_per_day", adds_per_day, &new.adds_per_day),
        changed("limits.confirm_above", confirm_above, &new.confirm_above),
        changed("limits.default_region", default_region, &new.default_region),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn changed<T: Debug + PartialEq>(key: &str, old: &T, new: &T) -> Option<String> {
    (old != new).then(|| format!("{key}: {old:?} is now {new:?}"))
}

fn names(capabilities: &BTreeSet<Capability>) -> Vec<&'static str> {
    capabilities.iter().map(|capability| capability.name()).collect()
}

fn server_changed(old: &Server, new: &Server) -> Vec<String> {
    let Server {
        guild,
        sessions,
        grants,
        log,
        approvals,
        approvals_role,
        alerts_role,
        country,
        invitation: _,
        reasons,
        sets: _,
    } = old;
    let mut changes = Vec::new();
    if *sessions != new.sessions {
        let names: Vec<&str> = new.sessions.iter().map(SessionName::as_str).collect();
        changes.push(format!("server {guild}: the sessions are now {}", names.join(", ")));
    }
    if *log != new.log {
        changes.push(format!("server {guild}: another log channel"));
    }
    if *approvals != new.approvals {
        changes.push(format!("server {guild}: another approvals channel"));
    }
    if *approvals_role != new.approvals_role {
        changes.push(format!("server {guild}: another role to mention for requests"));
    }
    if *alerts_role != new.alerts_role {
        changes.push(format!("server {guild}: another role to mention for WhatsApp accounts"));
    }
    if *country != new.country {
        changes.push(format!("server {guild}: another country of phone numbers"));
    }
    if *reasons != new.reasons {
        changes.push(format!("server {guild}: another rule for reasons"));
    }
    let gone = grants.iter().filter(|grant| !new.grants.contains(grant)).map(|grant| ("removed", grant.role));
    let given = new.grants.iter().filter(|grant| !grants.contains(grant)).map(|grant| ("added", grant.role));
    let each: BTreeSet<(&str, RoleId)> = gone.chain(given).collect();
    changes.extend(each.into_iter().map(|(what, role)| format!("server {guild}: grant of role {role} {what}")));
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
[groups_api]
base_url = "https://api.example.com"

[[guilds]]
id = "2000000000000000001"
sessions = ["default"]
log_channel = "3000000000000000001"

[[guilds.grants]]
role = "4100000000000000001"
preset = "moderator"
"#;

    fn parse(text: &str, key: &str) -> Config {
        Config::parse(text, "token".into(), key.into()).unwrap()
    }

    #[test]
    fn each_change_is_named_and_no_secret_is() {
        let more = format!("{FILE}[[guilds]]\nid = \"7\"\nsessions = [\"default\"]\n");
        for (new, live, fixed) in [
            (FILE.to_owned(), vec![], vec![]),
            (more, vec!["server 7: added"], vec![]),
            (format!("{FILE}[limits]\nadds_per_day = 7\n"), vec!["limits.adds_per_day: 500 is now 7"], vec![]),
            (
                FILE.replace("[\"default\"]", "[\"default\", \"second\"]"),
                vec!["server 2000000000000000001: the sessions are now default, second"],
                vec![],
            ),
            (
                FILE.replace("log_channel", "approvals_channel"),
                vec![
                    "server 2000000000000000001: another log channel",
                    "server 2000000000000000001: another approvals channel",
                ],
                vec![],
            ),
            (
                FILE.replace("log_channel = \"3", "approvals_role = \"4\"\nlog_channel = \"3"),
                vec!["server 2000000000000000001: another role to mention for requests"],
                vec![],
            ),
            (
                FILE.replace("log_channel = \"3", "alerts_role = \"4\"\nlog_channel = \"3"),
                vec!["server 2000000000000000001: another role to mention for WhatsApp accounts"],
                vec![],
            ),
            (
                format!("{FILE}[approvals]\ntwo_for = [\"groups.delete\"]\n"),
                vec!["approvals.two_for: [] is now [\"groups.delete\"]"],
                vec![],
            ),
            (
                FILE.replace("log_channel = \"3", "country = \"BR\"\nlog_channel = \"3"),
                vec!["server 2000000000000000001: another country of phone numbers"],
                vec![],
            ),
            (
                FILE.replace("log_channel = \"3", "reasons_required = true\nlog_channel = \"3"),
                vec!["server 2000000000000000001: another rule for reasons"],
                vec![],
            ),
            (
                format!("{FILE}[limits]\ndefault_region = \"BR\"\n"),
                vec!["limits.default_region: None is now Some(Country(BR))"],
                vec![],
            ),
            (
                FILE.replace("moderator", "helper"),
                vec![
                    "server 2000000000000000001: grant of role 4100000000000000001 added",
                    "server 2000000000000000001: grant of role 4100000000000000001 removed",
                ],
                vec![],
            ),
            (
                FILE.replace("2000000000000000001", "8"),
                vec!["server 8: added", "server 2000000000000000001: removed"],
                vec![],
            ),
            (
                format!("{FILE}[store]\nurl = \"postgres://u:hunter2@host/db\"\n[http]\nlisten = \"127.0.0.1:1\"\n"),
                vec![],
                vec!["store.url", "http.listen"],
            ),
        ] {
            let changes = parse(FILE, "key").changes_to(&parse(&new, "key"));
            assert_eq!((changes.live, changes.fixed), (live.into_iter().map(str::to_owned).collect(), fixed), "{new}");
        }
        let changes = parse(FILE, "key").changes_to(&parse(FILE, "another"));
        assert_eq!(changes.fixed, ["GROUPS_API_KEY"]);
    }
}
