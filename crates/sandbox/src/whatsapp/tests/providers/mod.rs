//! Tests of the other providers: what each is asked and answers, over a real socket, beside excerpts of what the real
//! servers answered.

mod evolution;
mod gowa;
mod openwa;
mod settings;
mod waha;

use std::collections::BTreeSet;

use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;
use usher_clock::Clock;

use super::{Answer, client, scene};
use crate::whatsapp::{Call, Fault, FaultRule, GroupsStandIn, Operation, Provider, World};

/// The world of `Api`, served as a provider. A new member, Caio, can be added to the club.
struct Served {
    stand_in: GroupsStandIn,
    client: Client,
    club: String,
    board: String,
    choir: String,
}

impl Served {
    async fn by(provider: &str) -> Self {
        Self::with(provider, |_| {}).await
    }

    async fn with(provider: &str, change: impl FnOnce(&mut World)) -> Self {
        let (mut world, [club, board, choir]) = scene();
        change(&mut world);
        let world = world.served_as(provider.parse().unwrap());
        let listen = "127.0.0.1:0".parse().unwrap();
        let stand_in = GroupsStandIn::start(Clock::system(), listen, world).await.unwrap();
        Self { stand_in, client: client(), club, board, choir }
    }

    /// Returns a request. `{club}`, `{board}` and `{choir}` in its path are the encoded ids of these groups.
    fn request(&self, method: &str, path: &str) -> RequestBuilder {
        let id = |group: &str| group.replace('@', "%40");
        let path = path
            .replace("{club}", &id(&self.club))
            .replace("{board}", &id(&self.board))
            .replace("{choir}", &id(&self.choir));
        let method: Method = method.parse().unwrap();
        self.client.request(method, format!("{}{path}", self.stand_in.base_url()))
    }

    async fn send(&self, request: RequestBuilder) -> Answer {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Answer { status, headers, text: response.text().await.unwrap() }
    }

    /// Returns the last call.
    fn last(&self) -> Call {
        self.stand_in.calls().pop().unwrap()
    }

    fn operation(&self) -> Option<Operation> {
        self.last().operation
    }
}

impl Answer {
    fn content_type(&self) -> Option<&str> {
        self.headers.get("content-type").map(|value| value.to_str().unwrap())
    }
}

/// Returns the names in an answer and its first items, with the path of each, to compare forms without contents.
fn form(value: &Value) -> BTreeSet<String> {
    fn look(value: &Value, at: &str, seen: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    seen.insert(format!("{at}.{name}"));
                    look(value, &format!("{at}.{name}"), seen);
                }
            }
            Value::Array(items) => items.first().into_iter().for_each(|item| look(item, &format!("{at}[]"), seen)),
            _ => {}
        }
    }
    let mut seen = BTreeSet::new();
    look(value, "", &mut seen);
    seen
}

/// Compares the form of an answer with a recorded one.
fn like(answer: &Value, recorded: &str) {
    let recorded: Value = serde_json::from_str(recorded).unwrap();
    assert_eq!(form(answer), form(&recorded), "{answer}");
}

#[test]
fn every_provider_is_chosen_by_its_name() {
    for provider in Provider::ALL {
        assert_eq!(provider.to_string().parse(), Ok(provider));
    }
    assert_eq!("waha".parse(), "waha-noweb".parse::<Provider>());
    let unknown = "wuzapi".parse::<Provider>().unwrap_err().to_string();
    assert!(unknown.starts_with("expected one of titan, waha-noweb"), "{unknown}");
}

/// Returns a request for the groups of `default`, as each provider takes it.
fn list(served: &Served) -> RequestBuilder {
    let key = served.stand_in.key();
    match served.stand_in.provider() {
        Provider::Titan => served.request("GET", "/api/sessions/default/groups").bearer_auth(key),
        Provider::Waha(_) => served.request("GET", "/api/default/groups").header("x-api-key", key),
        Provider::Evolution => {
            served.request("GET", "/group/fetchAllGroups/default?getParticipants=true").header("apikey", key)
        }
        Provider::Gowa => {
            let (user, password) = key.split_once(':').unwrap();
            let request = served.request("GET", "/user/my/groups").basic_auth(user, Some(password));
            request.header("x-device-id", "default")
        }
        Provider::OpenWa => {
            let id = crate::whatsapp::providers::stable_id("default");
            served.request("GET", &format!("/api/sessions/{id}/groups")).header("x-api-key", key)
        }
    }
}

#[tokio::test]
async fn every_provider_passes_the_same_pipeline() {
    for provider in Provider::ALL {
        let served = Served::by(provider.name()).await;
        let answered = served.send(list(&served)).await;
        assert_eq!((answered.status, served.operation()), (200, Some(Operation::ListGroups)), "{provider}");
        assert!(served.last().authorized && answered.text.contains("Club"));
        for (fault, whole) in [(Fault::Truncated, false), (Fault::Huge, true)] {
            served.stand_in.inject(FaultRule::next(fault.clone()).of(Operation::ListGroups).in_session("default"));
            let struck = served.send(list(&served)).await;
            assert_eq!(serde_json::from_str::<Value>(&struck.text).is_ok(), whole, "{provider} {fault:?}");
            assert_eq!(struck.text.len() > 8 * 1024 * 1024, whole);
        }
        served.stand_in.inject(FaultRule::next(Fault::Drop).in_session("second"));
        assert_eq!(served.send(list(&served)).await.status, 200, "{provider}: it was for another session");
        served.stand_in.inject(FaultRule::next(Fault::Drop).of(Operation::ListGroups));
        assert!(list(&served).send().await.is_err());
        assert_eq!(served.last().status, None);
        served.stand_in.inject(FaultRule::next(Fault::Answer("[]".to_owned())));
        assert_eq!(served.send(list(&served)).await.text, "[]");
        served.stand_in.world(|world| world.remove_key(served.stand_in.key()));
        assert_eq!(served.send(list(&served)).await.status, 401, "{provider}");
    }
}

#[tokio::test]
async fn a_version_is_told_with_a_key_and_by_some_without() {
    for (provider, path, header, place, status, is_public) in [
        ("waha-noweb", "/api/server/version", "x-api-key", "/version", 401, false),
        ("waha-webjs", "/api/server/version", "x-api-key", "/version", 401, false),
        ("evolution", "/", "apikey", "/version", 200, true),
        ("gowa", "/app/info", "authorization", "/results/version", 401, false),
        // Its health is told to all, and its version only to those who have a key.
        ("openwa", "/api/health", "x-api-key", "/version", 200, false),
    ] {
        let served = Served::by(provider).await;
        let key = served.stand_in.key().to_owned();
        let request = served.request("GET", path);
        let told = served.send(match (header, key.split_once(':')) {
            ("authorization", Some((user, password))) => request.basic_auth(user, Some(password)),
            _ => request.header(header, &key),
        });
        let told = told.await;
        assert_eq!((told.status, served.operation()), (200, Some(Operation::GetVersion)), "{provider}: {}", told.text);
        assert!(told.json().pointer(place).is_some_and(Value::is_string), "{provider}: {}", told.text);
        let stranger = served.send(served.request("GET", path)).await;
        let version = serde_json::from_str::<Value>(&stranger.text).ok();
        let is_told = version.is_some_and(|body| body.pointer(place).is_some());
        assert_eq!((stranger.status, is_told), (status, is_public), "{provider}: {}", stranger.text);
    }
}

#[tokio::test]
async fn no_provider_but_titan_has_its_description_or_headers() {
    for provider in Provider::ALL.into_iter().filter(|provider| *provider != Provider::Titan) {
        let served = Served::by(provider.name()).await;
        let description = served.send(served.request("GET", "/openapi.json")).await;
        assert!(description.status == 401 || description.status == 404, "{provider}");
        let answer = served.send(list(&served)).await;
        assert!(!answer.headers.contains_key("x-ratelimit-limit"), "{provider}");
    }
}

#[test]
fn the_option_takes_every_provider() {
    #[derive(clap::Parser)]
    struct Program {
        #[command(flatten)]
        options: crate::Options,
    }
    let parse = |arguments: &[&str]| {
        let arguments = std::iter::once("sandbox").chain(arguments.iter().copied());
        <Program as clap::Parser>::try_parse_from(arguments).map(|program| program.options.provider)
    };
    assert_eq!(parse(&[]).unwrap(), Provider::Titan);
    assert_eq!(parse(&["--only", "groups-api", "--provider", "evolution"]).unwrap(), Provider::Evolution);
    assert_eq!(parse(&["--provider", "waha"]).unwrap(), Provider::Waha(crate::whatsapp::WahaEngine::Noweb));
    let unknown = parse(&["--only", "groups-api", "--provider", "wuzapi"]).unwrap_err().to_string();
    assert!(unknown.contains("expected one of titan"), "{unknown}");
}

/// Checks that a published description has every route of a table.
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn described(
    variable: &str,
    routes: &[crate::whatsapp::providers::Route],
    read: fn(&str) -> BTreeSet<(String, String)>,
) {
    let Ok(file) = std::env::var_os(variable).ok_or(()) else {
        eprintln!("skipped: {variable} does not name a file: the routes were not held against a description");
        return;
    };
    let plain = |path: &str| {
        path.split('/')
            .map(|part| if part.starts_with('{') { "{}" } else { part }.to_owned())
            .collect::<Vec<_>>()
            .join("/")
    };
    let described: BTreeSet<_> = read(&std::fs::read_to_string(file).unwrap())
        .into_iter()
        .map(|(method, path)| (method, plain(&path)))
        .collect();
    for route in routes {
        let route = (route.method.to_lowercase(), plain(route.path));
        assert!(described.contains(&route), "{route:?}");
    }
}
