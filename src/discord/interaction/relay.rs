//! A relay between serenity and Discord's gateway, on a loopback socket.
//!
//! serenity exposes the JSON of an event only if it fails to parse it, and drops the fields that it skips while
//! parsing. The relay renames the events that Usher reads itself and puts their JSON into a string, so that serenity
//! passes each of them on unchanged ([`Event::Unknown`](serenity::all::Event)). It also reduces the bot's own user in
//! READY, which serenity must be able to parse. Everything else passes through unchanged.

use std::borrow::Cow;
use std::io::Read as _;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use dashmap::DashSet;
use flate2::read::ZlibDecoder;
use futures::{Sink, SinkExt as _, Stream, StreamExt as _};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use serenity::all::Ready;
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::tungstenite::{Error as SocketError, Message};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use url::Url;

use crate::address::check_gateway;
use crate::metrics::Metrics;

/// The event name under which serenity passes on an interaction. The data is its JSON, as a string.
pub(in crate::discord) const RAW_INTERACTION: &str = "USHER_RAW_INTERACTION";

/// Discord, "Gateway Opcodes".
const IDENTIFY: u8 = 2;
const RESUME: u8 = 6;
const INTERACTION: &str = "INTERACTION_CREATE";
const READY: &str = "READY";
/// The fields of the bot's own user in READY that serenity reads.
const OWN_USER: [&str; 6] = ["id", "username", "discriminator", "bot", "verified", "mfa_enabled"];
/// Maximum time for the first line of a request. Only this process knows the relay's address, so the line must be
/// right.
const FIRST_LINE_WITHIN: Duration = Duration::from_secs(5);
const CONNECT_WITHIN: Duration = Duration::from_secs(10);
/// Maximum time for one side to answer the other's close.
const CLOSE_WITHIN: Duration = Duration::from_secs(2);
/// Maximum number of concurrent connections; a shard has one.
const CONNECTIONS_MAX: usize = 256;
/// The largest event after decompression. Without intents the largest is an interaction with one message.
const EVENT_BYTES_MAX: u64 = 32 * 1024 * 1024;

/// The running relay. It stops when [`Relay::stop`] is called.
#[derive(Debug)]
pub(in crate::discord) struct Relay {
    url: String,
    tasks: TaskTracker,
    stop: CancellationToken,
}

impl Relay {
    /// Listens, and connects each client that knows [`Self::url`] to the gateway at `upstream`.
    /// Accepts a `ws://` address of this machine only, whatever its source: the token is sent there.
    pub(in crate::discord) async fn start(upstream: &str, metrics: Metrics) -> anyhow::Result<Self> {
        // This matches serenity's own format. Parsing adds a path to an address without one.
        let upstream = Url::parse(&format!("{upstream}?v={}", serenity::constants::GATEWAY_VERSION))
            .context("Discord returned an invalid gateway address")?;
        check_gateway(&upstream).context("gateway address from Discord's API")?;
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.context("failed to open the loopback socket")?;
        let address = listener.local_addr().context("failed to open the loopback socket")?;
        let path = format!("/{}", uuid::Uuid::new_v4().simple());
        let url = format!("ws://{address}{path}");
        let (tasks, stop) = (TaskTracker::new(), CancellationToken::new());
        let accepting = accept(listener, path, upstream, metrics, tasks.clone());
        let stopped = stop.clone().cancelled_owned();
        tasks.spawn(async move {
            tokio::select! {
                () = accepting => {}
                () = stopped => {}
            }
        });
        Ok(Self { url, tasks, stop })
    }

    /// Returns the address that serenity connects to.
    pub(in crate::discord) fn url(&self) -> &str {
        &self.url
    }

    /// Stops the relay. Open connections have a moment to close.
    pub(in crate::discord) async fn stop(&self) {
        self.stop.cancel();
        self.tasks.close();
        if tokio::time::timeout(CLOSE_WITHIN, self.tasks.wait()).await.is_err() {
            tracing::debug!("failed to close a gateway connection in time");
        }
    }
}

async fn accept(listener: TcpListener, path: String, upstream: Url, metrics: Metrics, tasks: TaskTracker) {
    let shards = Arc::new(DashSet::new());
    loop {
        match listener.accept().await {
            Ok((stream, _)) if tasks.len() <= CONNECTIONS_MAX => {
                let (path, upstream, metrics, shards) =
                    (path.clone(), upstream.clone(), metrics.clone(), shards.clone());
                tasks.spawn(async move {
                    if let Err(error) = relay(stream, &path, &upstream, &shards, &metrics).await {
                        tracing::debug!(error = format!("{error:#}"), "failed to relay a gateway connection");
                    }
                });
            }
            Ok(_) => tracing::warn!("failed to relay a gateway connection: too many are open"),
            Err(error) => {
                tracing::warn!(%error, "failed to accept a gateway connection");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

/// Relays one connection. Connects to the gateway before it answers serenity, so that serenity sees and handles an
/// unreachable gateway.
async fn relay(
    stream: TcpStream,
    path: &str,
    upstream: &Url,
    shards: &DashSet<u64>,
    metrics: &Metrics,
) -> anyhow::Result<()> {
    let knows_path = tokio::time::timeout(FIRST_LINE_WITHIN, asks_for(&stream, path)).await;
    let knows_path = knows_path.context("timed out waiting for a request")?;
    anyhow::ensure!(knows_path?, "wrong path in the request");
    let connecting = tokio_tungstenite::connect_async(upstream.as_str());
    let connected = tokio::time::timeout(CONNECT_WITHIN, connecting).await.context("the gateway timed out")?;
    let (gateway, _) = connected?;
    let client = tokio_tungstenite::accept_async(stream).await?;
    let ((to_gateway, from_gateway), (to_client, from_client)) = (gateway.split(), client.split());
    let mut down = std::pin::pin!(forward(from_gateway, to_client, |message| opened(message, metrics)));
    let mut up = std::pin::pin!(forward(from_client, to_gateway, |message| counted(message, shards, metrics)));
    // A broken connection ends both sides at once. After a close, the relay waits for the other side's close.
    tokio::select! {
        closed = &mut down => if closed { tokio::time::timeout(CLOSE_WITHIN, up).await.unwrap_or_default(); },
        closed = &mut up => if closed { tokio::time::timeout(CLOSE_WITHIN, down).await.unwrap_or_default(); },
    }
    Ok(())
}

/// Returns whether the first line of a request names `path`. Leaves the line unread, for the handshake.
async fn asks_for(stream: &TcpStream, path: &str) -> std::io::Result<bool> {
    let wanted = format!("GET {path}?");
    let mut line = vec![0; wanted.len()];
    loop {
        stream.readable().await?;
        let read = stream.peek(&mut line).await?;
        let seen = line.get(..read).unwrap_or_default();
        if read == 0 || !wanted.as_bytes().starts_with(seen) || read == wanted.len() {
            return Ok(read == wanted.len() && seen == wanted.as_bytes());
        }
        tokio::task::yield_now().await;
    }
}

/// Forwards messages until the connection ends. Returns whether it was closed cleanly. Each side answers pings itself.
async fn forward(
    mut from: impl Stream<Item = Result<Message, SocketError>> + Unpin,
    mut to: impl Sink<Message, Error = SocketError> + Unpin,
    change: impl Fn(Message) -> Message,
) -> bool {
    let mut closed = false;
    while let Some(Ok(message)) = from.next().await {
        match message {
            Message::Ping(_) | Message::Pong(_) | Message::Frame(_) => continue,
            Message::Close(_) => closed = true,
            Message::Text(_) | Message::Binary(_) => {}
        }
        if to.send(change(message)).await.is_err() {
            return closed;
        }
    }
    closed
}

/// An event as Discord sends it.
#[derive(Deserialize)]
struct Event<'a> {
    op: u8,
    s: Option<u64>,
    #[serde(borrow)]
    t: Option<Cow<'a, str>>,
    #[serde(borrow)]
    d: &'a RawValue,
}

/// Counts what serenity sends to begin a session or to continue one, and returns the message. `shards`: those that have
/// begun a session before.
fn counted(message: Message, shards: &DashSet<u64>, metrics: &Metrics) -> Message {
    #[derive(Deserialize)]
    struct Sent {
        op: u8,
        #[serde(default)]
        d: Value,
    }
    if let Message::Text(text) = &message
        && let Ok(Sent { op, d }) = serde_json::from_str(text)
    {
        match op {
            IDENTIFY => {
                metrics.identified();
                if !shards.insert(d.pointer("/shard/0").and_then(Value::as_u64).unwrap_or_default()) {
                    metrics.reconnected();
                }
            }
            RESUME => metrics.reconnected(),
            _ => {}
        }
    }
    message
}

/// Returns the message, with an interaction in a form that serenity does not read. Logs an unreadable event, and counts
/// an unreadable interaction: nothing else notices it.
fn opened(message: Message, metrics: &Metrics) -> Message {
    let text = match &message {
        Message::Text(text) => Cow::Borrowed(text.as_str()),
        Message::Binary(bytes) => {
            let Some(text) = inflated(bytes) else {
                tracing::error!(bytes = bytes.len(), "failed to decompress an event of the gateway");
                return message;
            };
            Cow::Owned(text)
        }
        _ => return message,
    };
    // Other events contain these names only in texts; parsing such an event as well does no harm.
    if !text.contains(INTERACTION) && !text.contains(READY) {
        return message;
    }
    let Event { op, s, t, d } = match parsed::<Event<'_>>(&text) {
        Ok(event) => event,
        Err(path) => {
            tracing::error!(path, "failed to read an event of the gateway");
            if text.contains(INTERACTION) {
                metrics.unreadable();
            }
            return message;
        }
    };
    let changed = match t.as_deref() {
        Some(INTERACTION) => json!({ "op": op, "s": s, "t": RAW_INTERACTION, "d": d.get() }),
        Some(READY) => json!({ "op": op, "s": s, "t": READY, "d": ready(d) }),
        _ => return message,
    };
    Message::Text(changed.to_string())
}

/// Parses the text, or returns the path of the first invalid value.
fn parsed<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, String> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut deserializer).map_err(|error| error.path().to_string())
}

/// Returns READY with only those fields of the bot's own user that serenity needs. If serenity cannot read it anyway,
/// it never connects and does not log why.
fn ready(data: &RawValue) -> Value {
    let mut data: Value = serde_json::from_str(data.get()).unwrap_or_default();
    if let Some(user) = data.get_mut("user").and_then(Value::as_object_mut) {
        user.retain(|key, _| OWN_USER.contains(&key.as_str()));
    }
    if let Err(error) = serde_path_to_error::deserialize::<_, Ready>(&data) {
        tracing::error!(path = %error.path(), "failed to read READY: Discord's gateway cannot be used");
    }
    data
}

/// Decompresses an event. serenity requests compression of large events, each separately.
fn inflated(bytes: &[u8]) -> Option<String> {
    let mut text = String::new();
    let read = ZlibDecoder::new(bytes).take(EVENT_BYTES_MAX).read_to_string(&mut text).ok()?;
    (u64::try_from(read).ok()? < EVENT_BYTES_MAX).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_token_goes_to_no_gateway_in_clear() {
        for upstream in ["ws://gateway.discord.gg", "ws://10.0.0.1:80", "http://127.0.0.1:1", "gateway.discord.gg", ""]
        {
            assert!(Relay::start(upstream, Metrics::default()).await.is_err(), "{upstream}");
        }
        for upstream in ["wss://gateway.discord.gg", "ws://127.0.0.1:1", "ws://[::1]:1/gateway"] {
            Relay::start(upstream, Metrics::default()).await.unwrap().stop().await;
        }
    }
}
