//! HTTP endpoints for operators: `/healthz` (the process runs), `/readyz` (the bot can work, or the reasons why it
//! cannot) and `/metrics`, which asks nothing outside this process.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Json, Router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::task::{AbortHandle, JoinHandle, JoinSet};
use tokio_util::sync::CancellationToken;

use crate::readiness::{Monitor, Readiness};

/// Most concurrent connections.
const CONNECTIONS_MAX: usize = 64;
/// Time limit for a client to send its request.
const HEADERS_WITHIN: Duration = Duration::from_secs(5);
const ACCEPT_AGAIN_AFTER: Duration = Duration::from_secs(1);
const ASK_WITHIN: Duration = Duration::from_secs(5);

/// The listening server.
#[derive(Debug)]
pub struct Health {
    address: SocketAddr,
    stopping: CancellationToken,
    server: JoinHandle<()>,
}

impl Health {
    pub async fn start(listen: SocketAddr, monitor: Arc<Monitor>) -> anyhow::Result<Self> {
        let listener =
            TcpListener::bind(listen).await.with_context(|| format!("http.listen: failed to bind {listen}"))?;
        let address = listener.local_addr()?;
        let stopping = CancellationToken::new();
        let router = Router::new()
            .route("/healthz", get(async || "alive\n"))
            .route("/readyz", get(ready))
            .route("/metrics", get(shown))
            .with_state(monitor);
        let stopped = stopping.clone().cancelled_owned();
        #[expect(clippy::disallowed_methods, reason = "owned: `stop` aborts it by its handle")]
        let server = tokio::spawn(async move {
            tokio::select! {
                () = serve(listener, router) => {}
                () = stopped => {}
            }
        });
        Ok(Self { address, stopping, server })
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub async fn stop(self) {
        self.stopping.cancel();
        // An open keep-alive connection must not delay the stop.
        self.server.abort();
    }
}

/// Serves connections until it is aborted. Past [`CONNECTIONS_MAX`] the oldest one is closed: a client with many idle
/// connections neither uses up this process's file descriptors nor keeps a probe from its answer.
async fn serve(listener: TcpListener, router: Router) {
    let mut http = http1::Builder::new();
    // hyper also counts the time between two requests of a connection.
    http.timer(TokioTimer::new()).header_read_timeout(HEADERS_WITHIN);
    let mut connections: JoinSet<()> = JoinSet::new();
    let mut open: VecDeque<AbortHandle> = VecDeque::new();
    loop {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                tracing::warn!(%error, "failed to accept a connection to the health endpoint");
                tokio::time::sleep(ACCEPT_AGAIN_AFTER).await;
                continue;
            }
        };
        while connections.try_join_next().is_some() {}
        open.retain(|connection| !connection.is_finished());
        if open.len() >= CONNECTIONS_MAX
            && let Some(oldest) = open.pop_front()
        {
            oldest.abort();
        }
        let connection = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router.clone()));
        open.push_back(connections.spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection to the health endpoint failed");
            }
        }));
    }
}

async fn ready(State(monitor): State<Arc<Monitor>>) -> (StatusCode, Json<Readiness>) {
    let readiness = monitor.check().await;
    let status = if readiness.ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(readiness))
}

async fn shown(State(monitor): State<Arc<Monitor>>) -> impl IntoResponse {
    let content_type = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(header::CONTENT_TYPE, content_type)], monitor.metrics())
}

/// Queries a running bot, for the container's health check.
pub async fn ask(listen: SocketAddr) -> anyhow::Result<()> {
    let client = reqwest::Client::builder().timeout(ASK_WITHIN).no_proxy().build()?;
    let answer = client.get(format!("http://{listen}/readyz")).send().await.context("failed to reach the bot")?;
    let ready = answer.status().is_success();
    let text = answer.text().await.unwrap_or_default();
    anyhow::ensure!(ready, "the bot is not ready: {text}");
    Ok(())
}
