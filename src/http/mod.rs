//! Health, for whoever supervises the process: `/healthz` (it runs) and `/readyz` (it is connected to Discord).

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// Whether the bot is connected to Discord.
type IsReady = Arc<dyn Fn() -> bool + Send + Sync>;

const ASK_WITHIN: Duration = Duration::from_secs(3);

/// The listening server.
#[derive(Debug)]
pub struct Health {
    address: SocketAddr,
    stopping: CancellationToken,
    server: JoinHandle<()>,
}

impl Health {
    pub async fn start(listen: SocketAddr, is_ready: IsReady) -> anyhow::Result<Self> {
        let listener =
            TcpListener::bind(listen).await.with_context(|| format!("http.listen: {listen} cannot be used"))?;
        let address = listener.local_addr()?;
        let stopping = CancellationToken::new();
        let router =
            Router::new().route("/healthz", get(async || "alive\n")).route("/readyz", get(ready)).with_state(is_ready);
        let stopped = stopping.clone().cancelled_owned();
        #[expect(clippy::disallowed_methods, reason = "owned: its handle is kept and awaited by `stop`")]
        let server = tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, router).with_graceful_shutdown(stopped).await {
                tracing::error!(%error, "the health endpoint has ended");
            }
        });
        Ok(Self { address, stopping, server })
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub async fn stop(self) {
        self.stopping.cancel();
        // A connection that is kept open must not hold up the stop.
        self.server.abort();
    }
}

async fn ready(State(is_ready): State<IsReady>) -> (StatusCode, &'static str) {
    if is_ready() {
        (StatusCode::OK, "ready\n")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "not connected to Discord\n")
    }
}

/// Asks a running bot, as the container's health check does.
pub async fn ask(listen: SocketAddr) -> anyhow::Result<()> {
    let client = reqwest::Client::builder().timeout(ASK_WITHIN).no_proxy().build()?;
    let answer = client.get(format!("http://{listen}/readyz")).send().await.context("no bot answers there")?;
    anyhow::ensure!(answer.status().is_success(), "the bot is not connected to Discord");
    Ok(())
}
