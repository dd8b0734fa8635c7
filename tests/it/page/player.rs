//! A client of the sandbox's page without a browser: the real program, and its WebSocket as the page's own script uses
//! it.

use std::process::Stdio;
use std::time::Duration;

use futures::{SinkExt as _, StreamExt as _};
use serde_json::{Map, Value, json};
use tokio::io::{AsyncBufReadExt as _, BufReader, Lines};
use tokio::net::TcpStream;
use tokio::process::{Child, ChildStdout, Command};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// A running `usher sandbox`, with its page at any free port.
pub(crate) struct Sandbox {
    /// `http://127.0.0.1:PORT`
    pub(crate) url: String,
    /// The program would end if its output were not read.
    says: Lines<BufReader<ChildStdout>>,
    _program: Child,
}

impl Sandbox {
    pub(crate) async fn open() -> Self {
        Self::with(&["--listen", "127.0.0.1:0"]).await
    }

    pub(crate) async fn with(arguments: &[&str]) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_usher"));
        program.env_clear().arg("sandbox").args(arguments).stdin(Stdio::null()).stdout(Stdio::piped());
        let mut program = program.kill_on_drop(true).spawn().unwrap();
        let mut lines = BufReader::new(program.stdout.take().unwrap()).lines();
        let found = async {
            loop {
                let line = lines.next_line().await.unwrap().expect("it says where the page is");
                let url = line.strip_prefix("Open ").and_then(|rest| rest.split_whitespace().next());
                if let Some(url) = url {
                    return url.to_owned();
                }
            }
        };
        let url = tokio::time::timeout(PATIENCE, found).await.expect("it says where the page is");
        Self { url, says: lines, _program: program }
    }

    /// Reads on until the program prints a line that begins with this name. Returns the word after it.
    pub(crate) async fn printed(&mut self, name: &str) -> String {
        let found = async {
            loop {
                let line = self.says.next_line().await.unwrap().expect("the program still runs");
                let word = line.trim().strip_prefix(name).and_then(|rest| rest.split_whitespace().next());
                if let Some(word) = word {
                    return word.to_owned();
                }
            }
        };
        tokio::time::timeout(PATIENCE, found).await.expect("the program prints it")
    }

    pub(crate) async fn page(&self) -> Player {
        Player::open(&self.url).await
    }
}

/// One open page: its received data, by section and key.
pub(crate) struct Player {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    pub(crate) state: Map<String, Value>,
    asked: u64,
}

impl Player {
    async fn open(url: &str) -> Self {
        let mut request = format!("{}/live", url.replace("http://", "ws://")).into_client_request().unwrap();
        request.headers_mut().insert("Origin", url.parse().unwrap());
        let (socket, _) = connect_async(request).await.unwrap();
        let mut player = Self { socket, state: Map::new(), asked: 0 };
        player.until(|state| state.contains_key("here").then_some(())).await;
        player
    }

    /// Sends an action. Returns its response or error.
    pub(crate) async fn ask(&mut self, mut what: Value) -> Result<Value, String> {
        self.asked += 1;
        what["id"] = json!(self.asked);
        self.socket.send(Message::Text(what.to_string())).await.unwrap();
        loop {
            let mut frame = self.frame().await;
            if frame["answer"] == self.asked {
                return match frame["problem"].take() {
                    Value::String(problem) => Err(problem),
                    _ => Ok(frame["ok"].take()),
                };
            }
        }
    }

    /// Waits until `find` finds a value in the received data.
    pub(crate) async fn until<T>(&mut self, mut find: impl FnMut(&Map<String, Value>) -> Option<T>) -> T {
        let found = async {
            loop {
                if let Some(found) = find(&self.state) {
                    return found;
                }
                self.frame().await;
            }
        };
        tokio::time::timeout(PATIENCE, found).await.expect("it is not there after a minute")
    }

    /// Receives the next frame.
    async fn frame(&mut self) -> Value {
        let next = tokio::time::timeout(PATIENCE, self.socket.next()).await.expect("the page is told nothing");
        let Message::Text(text) = next.expect("the page's connection has ended").unwrap() else { return Value::Null };
        let frame: Value = serde_json::from_str(&text).unwrap();
        if frame["fresh"] == true {
            self.state.clear();
        }
        for (section, things) in frame["put"].as_object().into_iter().flatten() {
            let known = self.state.entry(section.clone()).or_insert_with(|| json!({}));
            for (key, thing) in things.as_object().unwrap() {
                known[key] = thing.clone();
            }
        }
        for (section, keys) in frame["gone"].as_object().into_iter().flatten() {
            for key in keys.as_array().unwrap() {
                self.state[section].as_object_mut().unwrap().remove(key.as_str().unwrap());
            }
        }
        frame
    }

    /// Returns the id of the person, channel or group of this name.
    pub(crate) fn id(&self, section: &str, name: &str) -> String {
        let named = |(_, thing): &(&String, &Value)| thing["name"] == name;
        self.state[section].as_object().unwrap().iter().find(named).expect("it is there").0.clone()
    }

    pub(crate) async fn look_as(&mut self, name: &str) {
        let person = self.id("people", name);
        self.ask(json!({ "do": "look", "as": person })).await.unwrap();
        self.until(|state| (state["here"][""]["you"] == person.as_str()).then_some(())).await;
    }

    /// Sends a command in #whatsapp. Returns the interaction's id.
    pub(crate) async fn command(&mut self, name: &str, options: Value) -> Result<Value, String> {
        let channel = self.id("channels", "whatsapp");
        self.ask(json!({ "do": "command", "channel": channel, "name": name, "options": options })).await
    }

    /// Waits for the newest message with an embed of this title.
    pub(crate) async fn embed(&mut self, title: &str) -> Value {
        self.until(|state| {
            let messages = state["messages"].as_object()?.values();
            messages.rev().find(|message| message["embeds"][0]["title"] == title).cloned()
        })
        .await
    }
}
