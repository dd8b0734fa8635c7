//! The connection of one client: HELLO, IDENTIFY or RESUME, heartbeats, and the events sent to it.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use futures::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio::time::Instant;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};
use tokio_tungstenite::tungstenite::protocol::frame::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_util::sync::CancellationToken;

use super::compression::Packing;
use super::events::greet;
use super::intents;
use super::session::{Line, NoResume, Order, QUEUE};
use crate::Shared;
use crate::world::push_bounded_vec;

/// Close codes (Opcodes and Status Codes, Gateway Close Event Codes).
mod codes {
    pub(super) const UNKNOWN_OPCODE: u16 = 4001;
    pub(super) const DECODE_ERROR: u16 = 4002;
    pub(super) const NOT_AUTHENTICATED: u16 = 4003;
    pub(super) const AUTHENTICATION_FAILED: u16 = 4004;
    pub(super) const ALREADY_AUTHENTICATED: u16 = 4005;
    pub(super) const INVALID_SEQ: u16 = 4007;
    pub(super) const RATE_LIMITED: u16 = 4008;
    pub(super) const SESSION_TIMED_OUT: u16 = 4009;
    pub(super) const INVALID_SHARD: u16 = 4010;
    pub(super) const SHARDING_REQUIRED: u16 = 4011;
    pub(super) const INVALID_VERSION: u16 = 4012;
    pub(super) const INVALID_INTENTS: u16 = 4013;
    pub(super) const DISALLOWED_INTENTS: u16 = 4014;
}

/// Maximum size of a payload that a client may send (Gateway, Sending Events).
const LARGEST: usize = 4_096;
/// Maximum number of payloads that a client may send in `WINDOW` (Gateway, Rate Limiting).
const SENDS: usize = 120;
const WINDOW: Duration = Duration::from_secs(60);
/// Maximum number of guilds of one shard (Gateway, Sharding).
const GUILDS_A_SHARD: usize = 2_500;

/// The reason why a connection ends.
enum End {
    /// The stand-in closes it with a code.
    Close(u16),
    /// The other side closed it, or it broke. The code is the one that the other side sent, if any.
    Gone(Option<u16>),
}

struct Connection {
    shared: Arc<Shared>,
    packing: Packing,
    orders: mpsc::Sender<Order>,
    cut: CancellationToken,
    mute: CancellationToken,
    number: u64,
    session: Option<String>,
    sends: VecDeque<Instant>,
}

pub(super) async fn run(stream: TcpStream, shared: Arc<Shared>) {
    let mut query = String::new();
    #[expect(clippy::result_large_err, reason = "the library's signature")]
    let handshake = tokio_tungstenite::accept_hdr_async(stream, |request: &Request, response: Response| {
        request.uri().query().unwrap_or_default().clone_into(&mut query);
        accepted(response)
    });
    let Ok(mut socket) = handshake.await else { return };
    let param = |name: &str| {
        let found = url::form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name);
        found.map(|(_, value)| value.into_owned())
    };
    let known_version = matches!(param("v").as_deref(), Some("9" | "10"));
    let Some(packing) = Packing::by_name(param("compress").as_deref()) else {
        return close(&mut socket, codes::DECODE_ERROR).await;
    };
    if !known_version {
        return close(&mut socket, codes::INVALID_VERSION).await;
    }
    // The stand-in does not support Erlang's term format.
    if param("encoding").is_some_and(|encoding| encoding != "json") {
        return close(&mut socket, codes::DECODE_ERROR).await;
    }
    let (orders, inbox) = mpsc::channel(QUEUE);
    let (cut, mute) = (CancellationToken::new(), CancellationToken::new());
    let number = shared.change(|inner| inner.hub.next_line());
    let connection = Connection {
        shared: Arc::clone(&shared),
        packing,
        orders,
        cut: cut.clone(),
        mute: mute.clone(),
        number,
        session: None,
        sends: VecDeque::new(),
    };
    connection.talk(&mut socket, inbox).await;
}

/// Accepts the handshake. The library's callback returns a `Result` whose error would refuse the handshake.
#[expect(clippy::result_large_err, clippy::unnecessary_wraps, reason = "the signature is tungstenite's")]
fn accepted(response: Response) -> Result<Response, ErrorResponse> {
    Ok(response)
}

async fn close(socket: &mut WebSocketStream<TcpStream>, code: u16) {
    let frame = CloseFrame { code: CloseCode::from(code), reason: reason(code).into() };
    // The other side may have closed the connection already.
    if socket.close(Some(frame)).await.is_ok() {
        // Reading until the client's close frame prevents a reset, which could discard the last messages.
        let farewell = async { while let Some(Ok(_)) = socket.next().await {} };
        tokio::select! { () = farewell => {}, () = tokio::time::sleep(Duration::from_secs(2)) => {} }
    }
}

fn reason(code: u16) -> &'static str {
    match code {
        codes::UNKNOWN_OPCODE => "Unknown opcode.",
        codes::DECODE_ERROR => "Error while decoding payload.",
        codes::NOT_AUTHENTICATED => "Not authenticated.",
        codes::AUTHENTICATION_FAILED => "Authentication failed.",
        codes::ALREADY_AUTHENTICATED => "Already authenticated.",
        codes::INVALID_SEQ => "Invalid seq.",
        codes::RATE_LIMITED => "Rate limited.",
        codes::SESSION_TIMED_OUT => "Session timed out.",
        codes::INVALID_SHARD => "Invalid shard.",
        codes::SHARDING_REQUIRED => "Sharding required.",
        codes::INVALID_VERSION => "Invalid API version.",
        codes::INVALID_INTENTS => "Invalid intent(s).",
        codes::DISALLOWED_INTENTS => "Disallowed intent(s).",
        _ => "",
    }
}

impl Connection {
    async fn talk(mut self, socket: &mut WebSocketStream<TcpStream>, mut inbox: mpsc::Receiver<Order>) {
        let interval = self.shared.peek(|inner| inner.hub.heartbeat_interval);
        self.say(&json!({"op": 10, "s": null, "t": null, "d": {
            "heartbeat_interval": u64::try_from(interval.as_millis()).unwrap_or(u64::MAX), "_trace": [],
        }}));
        // One heartbeat may be late by half an interval. Discord does not document its own tolerance.
        let patience = interval + interval / 2;
        let mut heard = Instant::now();
        let (stop, cut, mute) = (self.shared.stop.clone(), self.cut.clone(), self.mute.clone());
        let end = loop {
            tokio::select! {
                () = stop.cancelled() => break End::Close(1001),
                () = cut.cancelled() => break End::Gone(None),
                order = inbox.recv() => match order {
                    Some(Order::Send(text)) => {
                        if !mute.is_cancelled() && self.send(socket, text).await.is_err() {
                            break End::Gone(None);
                        }
                    }
                    Some(Order::Close(code)) => break End::Close(code),
                    None => break End::Gone(None),
                },
                message = socket.next() => match message {
                    Some(Ok(message)) => match self.read(&message) {
                        Ok(was_heartbeat) => if was_heartbeat { heard = Instant::now() },
                        Err(end) => break end,
                    },
                    Some(Err(_)) | None => break End::Gone(None),
                },
                () = tokio::time::sleep_until(heard + patience), if !mute.is_cancelled() => {
                    break End::Close(codes::SESSION_TIMED_OUT);
                }
            }
        };
        self.leave(socket, end).await;
    }

    async fn send(&mut self, socket: &mut WebSocketStream<TcpStream>, text: String) -> Result<(), ()> {
        let message = self.packing.pack(text).map_err(drop)?;
        socket.send(message).await.map_err(drop)
    }

    fn say(&self, payload: &Value) {
        self.line().tell(Order::Send(payload.to_string()));
    }

    fn line(&self) -> Line {
        Line { orders: self.orders.clone(), cut: self.cut.clone(), mute: self.mute.clone(), number: self.number }
    }

    async fn leave(self, socket: &mut WebSocketStream<TcpStream>, end: End) {
        let code = match end {
            End::Close(code) | End::Gone(Some(code)) => Some(code),
            End::Gone(None) => None,
        };
        // Codes 1000 and 1001 from the client end its session (Gateway, Initiating a Disconnect). So do the codes after
        // which Discord does not allow a resume.
        let over = match end {
            End::Gone(Some(1000 | 1001)) => true,
            End::Close(code) => matches!(code, 4004 | 4007 | 4009..=4014),
            End::Gone(_) => false,
        };
        self.shared.change(|inner| {
            if let Some(session) = &self.session {
                inner.hub.lost(session, self.number, over);
            }
            let record = &mut inner.world.gateway;
            match (&end, code) {
                (End::Close(_), Some(code)) => push_bounded_vec(&mut record.closes, code),
                (End::Gone(_), Some(code)) => push_bounded_vec(&mut record.closed_by_client, code),
                _ => {}
            }
            inner.world.gateway.connected = inner.hub.connected();
        });
        match end {
            End::Close(code) => close(socket, code).await,
            // The client's close frame gets a close frame in return (RFC 6455, 5.5.1): twilight waits for it, and
            // reconnects without it. The answer is already in the socket's buffer. If the client is gone, the flush has
            // no effect.
            End::Gone(_) if !self.mute.is_cancelled() => drop(socket.flush().await),
            End::Gone(_) => {}
        }
    }

    /// Handles a message of the client. Returns whether it was a heartbeat.
    fn read(&mut self, message: &Message) -> Result<bool, End> {
        let bytes = match message {
            Message::Text(text) => text.as_bytes(),
            Message::Binary(bytes) => bytes,
            Message::Close(frame) => return Err(End::Gone(frame.as_ref().map(|frame| frame.code.into()))),
            Message::Ping(_) | Message::Pong(_) | Message::Frame(_) => return Ok(false),
        };
        if bytes.len() > LARGEST {
            return Err(End::Close(codes::DECODE_ERROR));
        }
        self.count_send()?;
        let payload: Value = serde_json::from_slice(bytes).map_err(|_| End::Close(codes::DECODE_ERROR))?;
        let data = payload.get("d").unwrap_or(&Value::Null);
        match payload.get("op").and_then(Value::as_u64).ok_or(End::Close(codes::DECODE_ERROR))? {
            1 => {
                self.shared.change(|inner| inner.world.gateway.heartbeats += 1);
                self.say(&json!({"op": 11, "s": null, "t": null, "d": null}));
                return Ok(true);
            }
            2 => self.identify(data)?,
            6 => self.resume(data)?,
            // Presence, voice state, guild members and soundboard requests are accepted but have no effect here.
            3 | 4 | 8 | 31 if self.session.is_some() => {}
            3 | 4 | 8 | 31 => return Err(End::Close(codes::NOT_AUTHENTICATED)),
            _ => return Err(End::Close(codes::UNKNOWN_OPCODE)),
        }
        Ok(false)
    }

    fn count_send(&mut self) -> Result<(), End> {
        let now = self.shared.clock.now();
        while self.sends.front().is_some_and(|first| now.duration_since(*first) >= WINDOW) {
            self.sends.pop_front();
        }
        self.sends.push_back(now);
        if self.sends.len() > SENDS { Err(End::Close(codes::RATE_LIMITED)) } else { Ok(()) }
    }

    /// Checks that the connection has no session yet. After an op 9 the client may identify again on the same
    /// connection, so a session that has ended does not count.
    fn check_is_new(&self) -> Result<(), End> {
        let stands = |id: &String| self.shared.peek(|inner| inner.hub.sessions.contains_key(id));
        if self.session.as_ref().is_some_and(stands) {
            return Err(End::Close(codes::ALREADY_AUTHENTICATED));
        }
        Ok(())
    }

    fn check_token(&self, data: &Value) -> Result<(), End> {
        let given = data.get("token").and_then(Value::as_str).unwrap_or_default();
        let bare = given.strip_prefix("Bot ").unwrap_or(given);
        if bare == self.shared.token { Ok(()) } else { Err(End::Close(codes::AUTHENTICATION_FAILED)) }
    }

    fn identify(&mut self, data: &Value) -> Result<(), End> {
        self.check_is_new()?;
        self.check_token(data)?;
        let properties = data.get("properties").is_some_and(Value::is_object);
        let asked = data.get("intents").and_then(Value::as_u64);
        let (true, Some(asked)) = (properties, asked) else { return Err(End::Close(codes::DECODE_ERROR)) };
        if asked & !intents::KNOWN != 0 {
            return Err(End::Close(codes::INVALID_INTENTS));
        }
        let shard = shard(data)?;
        if data.get("compress").and_then(Value::as_bool) == Some(true) && matches!(self.packing, Packing::Plain) {
            self.packing = Packing::Payload;
        }
        let (line, gateway) = (self.line(), self.shared.gateway.clone());
        self.session = self.shared.change(|inner| {
            if asked & intents::PRIVILEGED & !inner.world.application.privileged_intents != 0 {
                return Err(End::Close(codes::DISALLOWED_INTENTS));
            }
            let owned = inner.world.guilds.keys().filter(|guild| (guild.0 >> 22) % shard.1 == shard.0).count();
            if owned > GUILDS_A_SHARD {
                return Err(End::Close(codes::SHARDING_REQUIRED));
            }
            if inner.hub.starts_left == 0 {
                // Discord resets the token of a bot that starts too many sessions (Gateway, Identifying).
                return Err(End::Close(codes::AUTHENTICATION_FAILED));
            }
            if !inner.hub.may_start(shard.0) {
                inner.world.gateway.invalidated += 1;
                line.tell(Order::Send(invalid_session(false)));
                return Ok(None);
            }
            let id = inner.hub.start(shard, asked, line);
            greet(&mut inner.hub, &inner.world, &id, &gateway);
            inner.world.gateway.identified += 1;
            inner.world.gateway.presence = data.get("presence").cloned().unwrap_or_default();
            inner.world.gateway.shards.push(shard);
            inner.world.gateway.connected = inner.hub.connected();
            Ok(Some(id))
        })?;
        Ok(())
    }

    fn resume(&mut self, data: &Value) -> Result<(), End> {
        self.check_is_new()?;
        self.check_token(data)?;
        let id = data.get("session_id").and_then(Value::as_str).ok_or(End::Close(codes::DECODE_ERROR))?;
        let seq = data.get("seq").and_then(Value::as_u64).ok_or(End::Close(codes::DECODE_ERROR))?;
        let line = self.line();
        self.session = self.shared.change(|inner| match inner.hub.resume(id, seq, line) {
            Ok(replayed) => {
                inner.world.gateway.resumed += 1;
                inner.world.gateway.replayed += replayed;
                inner.world.gateway.connected = inner.hub.connected();
                Ok(Some(id.to_owned()))
            }
            Err(NoResume::BadSequence) => Err(End::Close(codes::INVALID_SEQ)),
            Err(NoResume::Unknown) => {
                inner.world.gateway.invalidated += 1;
                Ok(None)
            }
        })?;
        if self.session.is_none() {
            self.line().tell(Order::Send(invalid_session(false)));
        }
        Ok(())
    }
}

fn invalid_session(resumable: bool) -> String {
    json!({"op": 9, "d": resumable, "s": null, "t": null}).to_string()
}

/// Returns `[shard, of]`. The default is one shard of one.
fn shard(data: &Value) -> Result<(u64, u64), End> {
    let Some(given) = data.get("shard").filter(|given| !given.is_null()) else { return Ok((0, 1)) };
    let number = |at: usize| given.get(at).and_then(Value::as_u64);
    match (number(0), number(1)) {
        (Some(shard), Some(of)) if shard < of => Ok((shard, of)),
        _ => Err(End::Close(codes::INVALID_SHARD)),
    }
}
