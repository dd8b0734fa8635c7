//! Tests of the contract, over a real socket. Every answer is also checked against the OpenAPI document.

mod contract;
mod faults;
mod groups;
mod invites;
mod openapi;
mod participants;
mod providers;
mod settings;

use std::time::Duration;

use reqwest::header::HeaderMap;
use reqwest::{Client, Method, redirect};
use serde_json::{Value, json};
use usher_clock::Clock;

use super::{GroupSeed, GroupsStandIn, Operation, Person, PersonId, World};

const ACCOUNT: &str = "5511900000001@s.whatsapp.net";
const ANA: &str = "5511900000003@s.whatsapp.net";
const BIA: &str = "5511900000004@s.whatsapp.net";
const CAIO: &str = "5511900000005@s.whatsapp.net";

/// A stand-in with two accounts and three groups. `default` created the club, is an admin of the board and a plain
/// member of the choir; `second` is in none. Ana created the other two groups and is an admin of the club; Bia is a
/// member of all three.
struct Api {
    stand_in: GroupsStandIn,
    clock: Clock,
    client: Client,
    club: String,
    board: String,
    choir: String,
}

struct Answer {
    status: u16,
    headers: HeaderMap,
    text: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("not JSON: {}", self.text))
    }

    fn data(&self) -> Value {
        assert!((200..300).contains(&self.status), "{}: {}", self.status, self.text);
        self.json()["data"].clone()
    }

    fn error(&self) -> String {
        self.json()["error"].as_str().expect("an error").to_owned()
    }

    fn header(&self, name: &str) -> u64 {
        self.headers[name].to_str().unwrap().parse().unwrap()
    }
}

impl Api {
    async fn start() -> Self {
        let (world, [club, board, choir]) = scene();
        let clock = Clock::system();
        let listen = "127.0.0.1:0".parse().unwrap();
        let stand_in = GroupsStandIn::start(clock.clone(), listen, world).await.unwrap();
        Self { stand_in, clock, client: client(), club, board, choir }
    }

    /// Returns the URL. `rest` follows `/api/sessions/default/groups`.
    fn url(&self, rest: &str) -> String {
        format!("{}/api/sessions/default/groups{rest}", self.stand_in.base_url())
    }

    fn request(&self, method: Method, rest: &str) -> reqwest::RequestBuilder {
        self.client.request(method, self.url(rest)).bearer_auth(self.stand_in.key())
    }

    async fn get(&self, rest: &str) -> Answer {
        self.send(self.request(Method::GET, rest)).await
    }

    /// Makes a call with `session` added to the body.
    async fn call(&self, method: Method, rest: &str, mut body: Value) -> Answer {
        body["session"] = json!("default");
        self.send(self.request(method, rest).json(&body)).await
    }

    async fn post(&self, rest: &str, body: Value) -> Answer {
        self.call(Method::POST, rest, body).await
    }

    async fn put(&self, rest: &str, body: Value) -> Answer {
        self.call(Method::PUT, rest, body).await
    }

    async fn delete(&self, rest: &str) -> Answer {
        self.send(self.request(Method::DELETE, rest)).await
    }

    /// Adds, removes, promotes or demotes these people, and returns the code of each.
    async fn act(&self, method: Method, group: &str, rest: &str, participants: &[&str]) -> Vec<u64> {
        let path = format!("/{}/participants{rest}", encoded(group));
        let answer = self.call(method, &path, json!({"participants": participants})).await;
        let outcomes = answer.data()["participants"].as_array().expect("one for each").clone();
        for (outcome, asked) in outcomes.iter().zip(participants) {
            assert_eq!(outcome["id"], *asked);
        }
        outcomes.iter().map(|outcome| outcome["status"].as_u64().unwrap()).collect()
    }

    async fn add(&self, group: &str, participants: &[&str]) -> Vec<u64> {
        self.act(Method::POST, group, "", participants).await
    }

    async fn send(&self, request: reqwest::RequestBuilder) -> Answer {
        let request = request.build().unwrap();
        let (method, path) = (request.method().clone(), request.url().path().to_owned());
        let response = self.client.execute(request).await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let answer = Answer { status, headers, text: response.text().await.unwrap() };
        if let Some(operation) = Operation::route(&path).and_then(|route| Operation::find(&method, route)) {
            openapi::check(operation, &answer);
        }
        answer
    }

    fn person(&self, jid: &str) -> PersonId {
        let number = jid.split('@').next().unwrap();
        self.stand_in.world(|world| world.find_person(number)).expect("somebody known")
    }

    fn is_in(&self, group: &str, jid: &str) -> bool {
        let person = self.person(jid);
        self.stand_in.world(|world| world.group(group).unwrap().has(person))
    }

    fn name_of(&self, group: &str) -> String {
        self.stand_in.world(|world| world.group(group).unwrap().name.clone())
    }
}

/// Returns the world of [`Api`], with the ids of the club, the board and the choir.
fn scene() -> (World, [String; 3]) {
    let mut world = World::new();
    let account = world.add_session("default", "+55 11 90000-0001");
    world.add_session("second", "+55 11 90000-0002");
    let ana = world.add_person(Person::phone("+5511900000003").named("Ana"));
    let bia = world.add_person(Person::phone("+5511900000004").hides_phone());
    let club = world.add_group(GroupSeed::new("Club", account).admin(ana).member(bia));
    let board = world.add_group(GroupSeed::new("Board", ana).admin(account).member(bia));
    let choir = world.add_group(GroupSeed::new("Choir", ana).members([account, bia]));
    (world, [club, board, choir])
}

fn client() -> Client {
    Client::builder().timeout(Duration::from_secs(30)).redirect(redirect::Policy::none()).no_proxy().build().unwrap()
}

/// Encodes a group's id for a path.
fn encoded(group: &str) -> String {
    group.replace('@', "%40")
}
