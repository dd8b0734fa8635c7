use super::*;
use crate::access::{Actor, Capability, Decision, Groups, RoleId, Target, UserId};

const GOOD: &str = r#"
[groups_api]
base_url = "https://api.example.com"

[[guilds]]
id = "2000000000000000001"
sessions = ["default"]

[[guilds.grants]]
role = "4100000000000000001"
preset = "moderator"
needs_approval = ["groups.create", "invites.revoke"]
"#;

fn parse(text: &str) -> Result<Config, ConfigError> {
    Config::parse(text, SecretString::from("token"), SecretString::from("key"))
}

/// Returns the errors of a file.
fn problems(text: &str) -> Vec<String> {
    parse(text).map_or_else(|error| error.0, |_| Vec::new())
}

#[test]
fn a_short_file_is_filled_up_with_the_defaults() {
    let config = parse(GOOD).unwrap();
    assert_eq!(config.groups_api.timeout, Duration::from_secs(20));
    assert_eq!(config.groups_api.settle_within(), Duration::from_secs(90));
    assert_eq!(config.groups_api.requests_per_second.get(), 5);
    assert_eq!((config.groups_api.concurrency.get(), config.groups_api.queue.get()), (8, 1000));
    assert_eq!(config.limits.name_chars.get(), 25);
    assert_eq!(config.http.listen.to_string(), "127.0.0.1:9090");
    assert_eq!(config.discord.register, RegisterIn::Global);
}

#[test]
fn what_needs_approval_is_taken_out_of_the_preset() {
    let config = parse(GOOD).unwrap();
    let server = &config.servers[&GuildId(2_000_000_000_000_000_001)];
    let roles = vec![RoleId(4_100_000_000_000_000_001)];
    let actor = Actor { guild: server.guild, user: UserId(1), roles, administrator: false };
    let anywhere = Target { session: None, groups: Groups::Any };
    assert!(server.decide(&actor, Capability::MembersRemove, anywhere).is_allowed());
    assert_eq!(server.decide(&actor, Capability::InvitesRevoke, anywhere), Decision::NeedsApproval);
}

#[test]
fn the_files_that_come_with_the_project_are_good() {
    for text in [include_str!("../../config/usher.toml"), include_str!("../../config/example.toml")] {
        assert_eq!(problems(text), [""; 0]);
    }
    // The documented file comments some keys out; these must be valid keys too.
    let all = include_str!("../../config/usher.toml").lines().map(|line| {
        let key =
            line.strip_prefix("# ").filter(|rest| rest.split_once(" = ").is_some_and(|(key, _)| !key.contains(' ')));
        key.unwrap_or(line)
    });
    let all: Vec<&str> = all.filter(|line| !line.starts_with("needs_approval")).collect();
    assert_eq!(problems(&all.join("\n")), [""; 0]);
}

#[test]
fn each_problem_is_a_line_that_names_its_key() {
    let guild = "[[guilds]]\nid = \"2000000000000000001\"\nsessions = [\"default\"]\n";
    let api = "[groups_api]\nbase_url = \"https://api.example.com\"\n";
    for (text, key, word) in [
        (format!("{api}{guild}[discord]\nregsiter = \"global\""), "discord.regsiter", "no such key"),
        (format!("{api}{guild}[colours]\nx = 1"), "colours", "no such key"),
        (format!("{api}{guild}{guild}"), "guilds[1].id", "twice"),
        (
            format!("{api}{guild}[[guilds.grants]]\nrole = \"Moderator\"\npreset = \"viewer\""),
            "guilds[0].grants[0].role",
            "Discord id",
        ),
        (format!("{api}{guild}[[guilds.grants]]\nrole = \"41\""), "guilds[0].grants[0]", "gives nothing"),
        (
            format!("{api}{guild}[[guilds.grants]]\nrole = \"41\"\npreset = \"boss\""),
            "guilds[0].grants[0].preset",
            "`moderator`",
        ),
        (
            format!("{api}{guild}[[guilds.grants]]\nrole = \"41\"\ncapabilities = [\"groups.*\"]"),
            "guilds[0].grants[0].capabilities",
            "no capability",
        ),
        (
            format!("{api}{guild}[[guilds.grants]]\nrole = \"41\"\npreset = \"viewer\"\nsessions = [\"other\"]"),
            "guilds[0].grants[0].sessions",
            "no session of this server",
        ),
        (
            format!("{api}{guild}[[guilds.grants]]\nrole = \"41\"\npreset = \"viewer\"\ngroups = [\"Alpha\"]"),
            "guilds[0].grants[0].groups",
            "@g.us",
        ),
        (format!("{api}[[guilds]]\nid = \"2\"\nsessions = []"), "guilds[0].sessions", "at least one"),
        (format!("{api}[[guilds]]\nid = \"2\"\nsessions = [\"../x\"]"), "guilds[0].sessions", "session"),
        (api.to_owned(), "guilds", "at least one server"),
        (guild.to_owned(), "groups_api", "base_url"),
        (format!("[groups_api]\nbase_url = \"http://api.example.com\"\n{guild}"), "groups_api.base_url", "https"),
        (
            format!("[groups_api]\nbase_url = \"https://u:p@api.example.com\"\n{guild}"),
            "groups_api.base_url",
            "password",
        ),
        (format!("{api}timeout = \"0s\"\n{guild}"), "groups_api.timeout", "between 1ms and 5m"),
        (format!("{api}timeout = 20\n{guild}"), "groups_api.timeout", "a number is given, expected a duration"),
        (format!("{api}settle_within = \"39s\"\n{guild}"), "groups_api.settle_within", "twice groups_api.timeout"),
        (format!("{api}settle_within = \"11m\"\n{guild}"), "groups_api.settle_within", "at most 10m"),
        (format!("{api}settle_within = 90\n{guild}"), "groups_api.settle_within", "expected a duration"),
        (format!("{api}concurrency = 0\n{guild}"), "groups_api.concurrency", "nonzero"),
        (
            format!("{api}{guild}[limits]\nname_chars = \"x\""),
            "limits.name_chars",
            "a text is given, expected a nonzero",
        ),
        (format!("{api}{guild}[limits]\ndefault_region = \"Brazil\""), "limits.default_region", "two capital letters"),
        (format!("{api}{guild}[store]\nurl = \"mysql://x\""), "store.url", "sqlite://"),
        (
            format!("{api}{guild}[approvals]\nexpire_after = \"soon\""),
            "approvals.expire_after",
            "a text is given, expected a duration",
        ),
        (format!("{api}{guild}[log]\nformat = \"xml\""), "log.format", "expected `text` or `json`"),
        (format!("{api}{guild}[http]\nlisten = \"here\""), "http.listen", "socket address"),
    ] {
        let found = problems(&text);
        assert!(
            found.len() == 1 && found[0].starts_with(key) && found[0].contains(word) && !found[0].contains('\n'),
            "{key}, {word}: {found:?}"
        );
    }
}

#[test]
fn every_problem_is_reported_at_once() {
    let found = problems(
        "[discord]\nx = 1\n[groups_api]\nbase_url = \"nowhere\"\n[log]\nformat = 3\n[[guilds]]\nid = \"x\"\nsessions = []",
    );
    let keys: Vec<&str> = found.iter().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(keys, ["discord.x", "groups_api.base_url", "log.format", "guilds[0].id"]);
}

#[test]
fn no_secret_is_shown_by_debug() {
    let config = Config::parse(GOOD, SecretString::from("t0ken"), SecretString::from("titan_k3y")).unwrap();
    let shown = format!("{config:?}");
    assert!(!shown.contains("t0ken") && !shown.contains("titan_k3y"));
}

const SECRET: &str = "hunter2_pa55";

/// Returns a file, and its expected errors.
fn complaints(text: &str) -> (String, Vec<String>) {
    (text.to_owned(), problems(text))
}

#[test]
fn no_complaint_about_the_file_holds_a_value_of_it() {
    let guild = "[[guilds]]\nid = \"2000000000000000001\"\nsessions = [\"default\"]\n";
    let api = "[groups_api]\nbase_url = \"https://api.example.com\"\n";
    let at = |section: &str, key: &str, value: &str| {
        let rest = match section {
            "groups_api" => guild.to_owned(),
            "guilds" | "guilds.grants" => api.to_owned(),
            _ => format!("{api}{guild}"),
        };
        let head = match section {
            "guilds" => "[[guilds]]".to_owned(),
            "guilds.grants" => format!("{guild}[[guilds.grants]]\nrole = \"41\""),
            other => format!("[{other}]"),
        };
        complaints(&format!("{rest}{head}\n{key} = {value}\n"))
    };
    let keys = [
        ("discord", "api_url"),
        ("discord", "register"),
        ("discord", "shards"),
        ("groups_api", "base_url"),
        ("groups_api", "timeout"),
        ("groups_api", "settle_within"),
        ("groups_api", "concurrency"),
        ("store", "url"),
        ("store", "keep_days"),
        ("limits", "name_chars"),
        ("limits", "default_region"),
        ("approvals", "expire_after"),
        ("log", "format"),
        ("http", "listen"),
        ("guilds", "id"),
        ("guilds", "sessions"),
        ("guilds", "log_channel"),
        ("guilds", "grants"),
        ("guilds.grants", "preset"),
        ("guilds.grants", "capabilities"),
        ("guilds.grants", "needs_approval"),
        ("guilds.grants", "sessions"),
        ("guilds.grants", "groups"),
    ];
    let mut found = Vec::new();
    for (section, key) in keys {
        for value in [
            format!("\"mysql://u:{SECRET}@host/db\""),
            format!("\"{SECRET}, expected {SECRET}\""),
            format!("[\"{SECRET} !\"]"),
            format!("{{ {SECRET} = \"{SECRET} !\" }}"),
            // Malformed lines.
            format!("\"postgres://u:{SECRET}@host"),
            format!("postgres://u:{SECRET}@host"),
            format!("'{SECRET}' \"{SECRET}\""),
            format!("\"\\q{SECRET}\""),
        ] {
            found.push(at(section, key, &value));
        }
    }
    for text in [
        format!("store = \"postgres://u:{SECRET}@host/db\"\n{api}{guild}"),
        format!("store = [\"{SECRET}\"]\n{api}{guild}"),
        format!("guilds = \"{SECRET}\"\n{api}"),
        format!("\"postgres://u:{SECRET}@host\" = 1\n{api}{guild}"),
        format!("{api}{guild}[store]\n\"postgres://u:{SECRET}@host\" = 1"),
        format!("{api}{guild}[store]\n\"postgres://u:{SECRET}@h\" = 1\n\"postgres://u:{SECRET}@h\" = 2"),
        format!("{api}{guild}[store]\nurl = \"postgres://u:{SECRET}@h\"\nurl = \"postgres://u:{SECRET}@h\""),
        format!("{api}{guild}[store]\nurl = \"x\"\nurl.password = \"{SECRET}\""),
        format!("[groups_api]\nbase_url = \"https://u:{SECRET}@api.example.com\"\n{guild}"),
        format!("[groups_api]\nbase_url = \"http://{SECRET}.example.com\"\n{guild}"),
        format!("{api}{guild}[discord]\napi_url = \"http://u:{SECRET}@127.0.0.1:1\""),
    ] {
        found.push(complaints(&text));
    }
    for (text, problems) in found {
        let problems = problems.join("\n");
        // A key's name is shown if it is a plain word.
        let shown = problems.replace(&format!(".{SECRET}:"), "");
        assert!(!problems.is_empty() && !shown.contains(SECRET), "{text}\n{problems}");
    }
}
