//! The web page of the sandbox. It shows the channel as Discord's client would show it, with the WhatsApp groups beside
//! it. The binary contains all its files, and the page uses the stand-ins over one WebSocket.
//!
//! A visitor may do everything on the page. It therefore listens on this machine only, unless configured otherwise, and
//! refuses requests of other sites' pages.

mod assets;
mod connection;
mod guard;
mod requests;
mod view;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use discord_stand_in::AttachmentId;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::scenario_player::ScenarioPlayer;
use super::whatsapp::Picture;

/// Maximum number of open pages.
const PAGES: usize = 16;
/// Maximum size of a message: a file of 10 MiB, Discord's limit, in base64, with the rest of the request.
const LARGEST_MESSAGE: usize = 15 * 1024 * 1024;

/// The running server. It stops when dropped.
pub(super) struct Page {
    address: SocketAddr,
    tasks: TaskTracker,
    stop: CancellationToken,
}

/// The state that every request needs.
struct PageState {
    scenarios: Arc<ScenarioPlayer>,
    seats: Arc<Semaphore>,
    tasks: TaskTracker,
    stop: CancellationToken,
}

impl Page {
    pub(super) async fn open(listen: SocketAddr, scenarios: Arc<ScenarioPlayer>) -> io::Result<Self> {
        let listener = TcpListener::bind(listen).await?;
        let address = listener.local_addr()?;
        let (tasks, stop) = (TaskTracker::new(), CancellationToken::new());
        let page_state =
            PageState { scenarios, seats: Arc::new(Semaphore::new(PAGES)), tasks: tasks.clone(), stop: stop.clone() };
        let routes = Router::new()
            .route("/", get(assets::index))
            .route("/assets/{name}", get(assets::asset))
            .route("/live", get(live))
            .route("/attachments/{channel}/{id}/{name}", get(attachment))
            .route("/pictures/{group}", get(picture))
            .with_state(Arc::new(page_state))
            .layer(middleware::from_fn(guard::guard));
        let served = axum::serve(listener, routes).with_graceful_shutdown(stop.clone().cancelled_owned());
        tasks.spawn(async move {
            if let Err(error) = served.await {
                tracing::warn!(%error, "the sandbox page stopped");
            }
        });
        Ok(Self { address, tasks, stop })
    }

    pub(super) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Closes every connection, and waits until that is done.
    pub(super) async fn stop(self) {
        self.stop.cancel();
        self.tasks.close();
        self.tasks.wait().await;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

/// Upgrades the request to a WebSocket (RFC 6455, section 4.2.2).
async fn live(State(page_state): State<Arc<PageState>>, headers: HeaderMap, request: Request) -> Response {
    let says = |name, value: &str| {
        headers.get(name).and_then(|said| said.to_str().ok()).is_some_and(|said| said.eq_ignore_ascii_case(value))
    };
    let key = headers.get(header::SEC_WEBSOCKET_KEY);
    let (Some(key), true, true) = (key, says(header::UPGRADE, "websocket"), says(header::SEC_WEBSOCKET_VERSION, "13"))
    else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Ok(seat) = Arc::clone(&page_state.seats).try_acquire_owned() else {
        return (StatusCode::SERVICE_UNAVAILABLE, "Too many pages are open.").into_response();
    };
    let accept = derive_accept_key(key.as_bytes());
    let (scenarios, stop) = (Arc::clone(&page_state.scenarios), page_state.stop.clone());
    page_state.tasks.spawn(async move {
        let _seat = seat;
        let Ok(upgraded) = hyper::upgrade::on(request).await else { return };
        let config = WebSocketConfig {
            max_message_size: Some(LARGEST_MESSAGE),
            max_frame_size: Some(LARGEST_MESSAGE),
            ..WebSocketConfig::default()
        };
        let socket = WebSocketStream::from_raw_socket(TokioIo::new(upgraded), Role::Server, Some(config)).await;
        tokio::select! {
            () = connection::serve(socket, scenarios) => {}
            () = stop.cancelled() => {}
        }
    });
    let answer = [
        (header::CONNECTION, "upgrade".to_owned()),
        (header::UPGRADE, "websocket".to_owned()),
        (header::SEC_WEBSOCKET_ACCEPT, accept),
    ];
    (StatusCode::SWITCHING_PROTOCOLS, answer).into_response()
}

/// Serves a file of a message, or one that was uploaded for a command.
async fn attachment(
    State(page_state): State<Arc<PageState>>,
    Path((_, id, name)): Path<(String, AttachmentId, String)>,
) -> Response {
    let playground = page_state.scenarios.playground();
    let found = playground.fakes.discord.look(|world| world.attachment(id).cloned());
    match found.filter(|file| file.filename == name) {
        Some(file) => assets::foreign(file.content_type.as_deref().unwrap_or_default(), file.bytes),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Serves the picture of a group, if it is a file.
async fn picture(State(page_state): State<Arc<PageState>>, Path(group): Path<String>) -> Response {
    let playground = page_state.scenarios.playground();
    let found = playground.fakes.groups.look(|world| world.group(&group)?.picture.clone());
    match found {
        Some(Picture::Uploaded(bytes)) => assets::foreign("image/jpeg", bytes),
        Some(Picture::Url(_)) | None => StatusCode::NOT_FOUND.into_response(),
    }
}
