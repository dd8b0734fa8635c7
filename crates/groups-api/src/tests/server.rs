//! A server on a loopback socket. It answers as the test prescribes, byte by byte, and records its requests.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::super::*;

pub(super) const KEY: &str = "titan_0123456789";

/// The server's behaviour on one connection, after it received the request.
pub(super) enum Step {
    Say(String),
    /// An endless body.
    Flood,
    HangUp,
    /// Until the client hangs up.
    Silence,
}

pub(super) struct Server {
    pub(super) address: SocketAddr,
    heard: Arc<Mutex<Vec<String>>>,
    of_session: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Accepts one connection for each step. Without steps there is no server, and connections are refused.
    pub(super) fn new(steps: Vec<Step>) -> Self {
        Self::with_session(steps, || ok(&json!({"name": "default", "status": "CONNECTED"})))
    }

    /// Accepts one connection for each step. Until the last of them, it also answers requests for the session's status.
    pub(super) fn with_session(steps: Vec<Step>, session: fn() -> Step) -> Self {
        let heard = Arc::<Mutex<Vec<String>>>::default();
        let of_session = Arc::<Mutex<Vec<String>>>::default();
        if steps.is_empty() {
            return Self { address: ([127, 0, 0, 1], 1).into(), heard, of_session };
        }
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (notes, asked) = (Arc::clone(&heard), Arc::clone(&of_session));
        std::thread::spawn(move || {
            let next = || {
                let (mut stream, _) = listener.accept().unwrap();
                let request = hear(&mut stream);
                let of_session = request.starts_with("GET /api/sessions/default HTTP");
                let notes = if of_session { &asked } else { &notes };
                notes.lock().unwrap().push(request);
                (stream, of_session)
            };
            for step in steps {
                let mut stream = next();
                while stream.1 {
                    session().take(stream.0);
                    stream = next();
                }
                step.take(stream.0);
            }
        });
        Self { address, heard, of_session }
    }

    pub(super) fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }

    /// Returns how often the session's status was requested.
    pub(super) fn asked_of_session(&self) -> usize {
        self.of_session.lock().unwrap().len()
    }

    pub(super) fn settings(&self) -> ClientSettings {
        ClientSettings {
            provider: Provider::Titan,
            base_url: format!("http://{}", self.address).parse().unwrap(),
            http: Http::Loopback,
            key: KEY.into(),
            user_agent: "usher/1.0".to_owned(),
            sessions: 1,
            timeout: Some(Duration::from_secs(120)),
            settle_within: Duration::from_secs(90),
            requests_per_second: NonZeroU32::new(1000).unwrap(),
            concurrency: 8,
            queue: 8,
            clock: Clock::system(),
            metrics: Arc::new(()),
        }
    }

    pub(super) fn client(&self) -> GroupsApi {
        GroupsApi::new(self.settings()).unwrap()
    }
}

/// Reads a request, head and body.
fn hear(stream: &mut TcpStream) -> String {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let read = stream.read(&mut buffer).unwrap();
        request.extend_from_slice(&buffer[..read]);
        let text = String::from_utf8(request.clone()).unwrap();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            if body.len() >= length.map_or(0, |length| length.parse().unwrap()) {
                return text;
            }
        }
        assert!(read > 0, "cut request");
    }
}

impl Step {
    fn take(self, mut stream: TcpStream) {
        match self {
            Self::Say(answer) => {
                // The client may hang up early.
                stream.write_all(answer.as_bytes()).ok();
            }
            Self::Flood => {
                stream.write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").unwrap();
                let chunk = format!("10000\r\n{}\r\n", " ".repeat(0x10000));
                while stream.write_all(chunk.as_bytes()).is_ok() {}
            }
            Self::HangUp => {}
            Self::Silence => while stream.read(&mut [0; 64]).is_ok_and(|read| read > 0) {},
        }
    }
}

pub(super) fn say(status: u16, headers: &str, body: &str) -> Step {
    let length = body.len();
    Step::Say(format!("HTTP/1.1 {status} X\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}"))
}

pub(super) fn ok(data: &Value) -> Step {
    say(200, "", &json!({ "data": data }).to_string())
}

pub(super) fn failure(status: u16) -> Step {
    say(status, "", r#"{"error": "out of order"}"#)
}
