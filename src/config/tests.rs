use std::collections::BTreeMap;

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
    assert_eq!(config.groups_api.timeout(), Duration::from_secs(20));
    assert_eq!(config.groups_api.settle_within(), Duration::from_secs(90));
    assert_eq!(config.groups_api.requests_per_second.get(), 5);
    assert_eq!((config.groups_api.concurrency.get(), config.groups_api.queue.get()), (8, 1000));
    assert_eq!(config.limits.name_chars.get(), 25);
    assert_eq!(config.http.listen.to_string(), "127.0.0.1:9090");
    assert_eq!(config.discord.register, RegisterIn::Global);
}

#[test]
fn a_slow_provider_has_more_time_unless_the_file_says_otherwise() {
    let of = |lines: &str| {
        let text = GOOD.replace("[groups_api]\n", &format!("[groups_api]\nprovider = \"gowa\"\n{lines}"));
        let config = Config::parse(&text, "token".into(), "user:password".into()).unwrap();
        (config.groups_api.timeout().as_secs(), config.groups_api.settle_within().as_secs())
    };
    assert_eq!(of(""), (50, 100));
    assert_eq!(of("timeout = \"15s\"\n"), (15, 90));
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

const REFERENCE: &str = include_str!("../../config/reference.toml");

/// Returns the name of the key that a line of the reference sets, also if the key is commented out.
fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.strip_prefix("# ").unwrap_or(line).split_once(" = ")?;
    (!key.contains(' ')).then_some(key)
}

#[test]
fn the_files_that_come_with_the_project_are_good() {
    for text in [REFERENCE, include_str!("../../config/example.toml")] {
        assert_eq!(problems(text), [""; 0]);
    }
    // The reference comments most keys out; these must be valid keys too.
    let uncommented = |line| key_of(line).and_then(|_| str::strip_prefix(line, "# ")).unwrap_or(line);
    let all: Vec<&str> = REFERENCE.lines().map(uncommented).collect();
    assert_eq!(problems(&all.join("\n")), [""; 0]);
}

#[test]
fn the_reference_explains_every_key() {
    let mut documented: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let (mut section, mut is_explained) = ("", false);
    for line in REFERENCE.lines() {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_matches(['[', ']']);
        }
        match key_of(line) {
            Some(key) => {
                assert!(is_explained, "{section}.{key} has no comment above it");
                documented.entry(section).or_default().push(key);
            }
            None => is_explained = line.starts_with('#') || (is_explained && !line.is_empty()),
        }
    }
    let keys = [
        ("approvals", keys::of::<ApprovalsConfig>()),
        ("discord", keys::of::<Discord>()),
        ("groups_api", keys::of::<GroupsApiConfig>()),
        ("guilds", keys::of::<Guild>()),
        ("guilds.grants", keys::of::<sections::GrantIn>()),
        ("http", keys::of::<HttpConfig>()),
        ("limits", keys::of::<LimitsConfig>()),
        ("log", keys::of::<Log>()),
        ("store", keys::of::<StoreConfig>()),
    ];
    for (section, keys) in &keys {
        // The grants are a section of their own.
        let mut keys: Vec<&str> = keys.iter().copied().filter(|key| *key != "grants").collect();
        let mut shown = documented.remove(section).unwrap_or_default();
        keys.sort_unstable();
        shown.sort_unstable();
        assert_eq!(shown, keys, "{section}");
    }
    assert!(documented.is_empty(), "{documented:?}");
}

/// The keys of a section, as its type declares them.
mod keys {
    use serde::de::{Deserialize, Deserializer, Error as _, Visitor, value::Error};

    struct Fields<'a>(&'a mut &'static [&'static str]);

    impl<'de> Deserializer<'de> for Fields<'_> {
        type Error = Error;

        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _name: &'static str,
            fields: &'static [&'static str],
            _visitor: V,
        ) -> Result<V::Value, Error> {
            *self.0 = fields;
            Err(Error::custom("only the names of the fields are read"))
        }

        fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Error> {
            Err(Error::custom("not a section"))
        }

        serde::forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
            newtype_struct seq tuple tuple_struct map enum identifier ignored_any
        }
    }

    pub(super) fn of<T: Deserialize<'static>>() -> &'static [&'static str] {
        let mut fields: &'static [&'static str] = &[];
        drop(T::deserialize(Fields(&mut fields)));
        assert!(!fields.is_empty());
        fields
    }
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
        (format!("{api}provider = \"gowa\"\n{guild}"), "GROUPS_API_KEY", "user:password"),
        (format!("{api}provider = \"wuzapi\"\n{guild}"), "groups_api.provider", "expected one of: titan, waha"),
        (format!("{api}timeout = \"0s\"\n{guild}"), "groups_api.timeout", "between 1ms and 5m"),
        (format!("{api}timeout = 20\n{guild}"), "groups_api.timeout", "a number is given, expected a duration"),
        (format!("{api}settle_within = \"39s\"\n{guild}"), "groups_api.settle_within", "twice groups_api.timeout"),
        (format!("{api}settle_within = \"11m\"\n{guild}"), "groups_api.settle_within", "at most 10m"),
        (format!("{api}settle_within = 90\n{guild}"), "groups_api.settle_within", "expected a duration"),
        (format!("{api}concurrency = 0\n{guild}"), "groups_api.concurrency", "a whole number above 0"),
        (
            format!("{api}{guild}[limits]\nname_chars = \"x\""),
            "limits.name_chars",
            "a text is given, expected a whole number above 0, without quotes",
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
fn a_wrong_type_shows_the_right_form() {
    let guild = "[[guilds]]\nid = \"2000000000000000001\"\nsessions = [\"default\"]\n";
    let api = "[groups_api]\nbase_url = \"https://api.example.com\"\n";
    for (text, key, form) in [
        (
            format!("{api}[[guilds]]\nid = 2000000000000000001\nsessions = [\"default\"]"),
            "guilds[0].id",
            "a number is given, expected a text: put it in quotes",
        ),
        (
            format!("{api}[[guilds]]\nid = \"2\"\nsessions = \"default\""),
            "guilds[0].sessions",
            "expected a list in brackets, such as [\"default\"]",
        ),
        (
            format!("{api}allow_http = \"true\"\n{guild}"),
            "groups_api.allow_http",
            "expected true or false, without quotes",
        ),
    ] {
        let found = problems(&text);
        assert!(found.len() == 1 && found[0].starts_with(key) && found[0].contains(form), "{key}: {found:?}");
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
        ("limits", "confirm_above"),
        ("limits", "default_region"),
        ("guilds", "country"),
        ("guilds", "reasons_required"),
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
