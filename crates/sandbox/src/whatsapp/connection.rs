//! Connections that a handler can cut: the client then sees the connection closed without an answer, which no response
//! of an HTTP framework can express.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio_util::sync::{CancellationToken, DropGuard, WaitForCancellationFutureOwned};

/// The connections of a server, and whether it accepts new ones.
#[derive(Debug)]
pub(super) struct Connections {
    open: Mutex<Vec<(SocketAddr, CancellationToken)>>,
    wanted: watch::Sender<bool>,
    listening: watch::Sender<bool>,
}

impl Connections {
    pub(super) fn new() -> Self {
        Self { open: Mutex::default(), wanted: watch::Sender::new(true), listening: watch::Sender::new(true) }
    }

    /// Closes the socket, so that connecting is refused, and every connection except that of `except`.
    pub(super) async fn refuse(&self, except: Option<SocketAddr>) {
        self.wanted.send_replace(false);
        self.until_listening(false).await;
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.iter().filter(|(address, _)| Some(*address) != except).for_each(|(_, cut)| cut.cancel());
    }

    /// Opens the socket again, at the same address.
    pub(super) async fn accept(&self) {
        self.wanted.send_replace(true);
        self.until_listening(true).await;
    }

    async fn until_listening(&self, listening: bool) {
        let mut is = self.listening.subscribe();
        // This never fails: `self` holds the sender.
        if is.wait_for(|is| *is == listening).await.is_err() {
            std::future::pending::<()>().await;
        }
    }

    fn add(&self, address: SocketAddr, cut: CancellationToken) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|(_, cut)| !cut.is_cancelled());
        open.push((address, cut));
    }
}

/// The listening socket. Cancelling `stop` cuts every connection accepted by it.
pub(super) struct Gate {
    /// Absent while connecting is refused.
    tcp: Option<TcpListener>,
    address: SocketAddr,
    stop: CancellationToken,
    connections: Arc<Connections>,
}

impl Gate {
    pub(super) fn new(tcp: TcpListener, stop: CancellationToken, connections: Arc<Connections>) -> io::Result<Self> {
        Ok(Self { address: tcp.local_addr()?, tcp: Some(tcp), stop, connections })
    }

    /// Opens or closes the socket as requested, and returns the next connection.
    async fn next(&mut self) -> (TcpStream, SocketAddr) {
        let mut wanted = self.connections.wanted.subscribe();
        loop {
            let is_wanted = *wanted.borrow_and_update();
            match &mut self.tcp {
                Some(tcp) if is_wanted => {
                    // The listener's own `accept` retries after an error.
                    tokio::select! {
                        accepted = Listener::accept(tcp) => return accepted,
                        _ = wanted.changed() => {}
                    }
                }
                Some(_) => {
                    self.tcp = None;
                    self.connections.listening.send_replace(false);
                }
                None if is_wanted => match TcpListener::bind(self.address).await {
                    Ok(tcp) => {
                        self.tcp = Some(tcp);
                        self.connections.listening.send_replace(true);
                    }
                    Err(error) => {
                        tracing::warn!(%error, "failed to reopen the socket");
                        tokio::task::yield_now().await;
                    }
                },
                None => {
                    // This never fails: the server holds the sender.
                    if wanted.changed().await.is_err() {
                        std::future::pending::<()>().await;
                    }
                }
            }
        }
    }
}

impl Listener for Gate {
    type Io = Line;
    type Addr = Peer;

    async fn accept(&mut self) -> (Line, Peer) {
        let (tcp, address) = self.next().await;
        let cut = self.stop.child_token();
        self.connections.add(address, cut.clone());
        if let Err(error) = tcp.set_nodelay(true) {
            tracing::debug!(%error, "failed to set TCP_NODELAY");
        }
        let line = Line { tcp, cut: Box::pin(cut.clone().cancelled_owned()), _closed: cut.clone().drop_guard() };
        (line, Peer { address, cut })
    }

    fn local_addr(&self) -> io::Result<Peer> {
        Ok(Peer { address: self.address, cut: self.stop.clone() })
    }
}

/// The peer of a connection, for use in a handler.
#[derive(Clone)]
pub(super) struct Peer {
    address: SocketAddr,
    cut: CancellationToken,
}

impl Peer {
    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Closes the connection. It never returns: the client gets no answer.
    pub(super) async fn cut<T>(&self) -> T {
        self.cut.cancel();
        std::future::pending().await
    }
}

impl fmt::Debug for Peer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Peer({})", self.address)
    }
}

impl Connected<IncomingStream<'_, Gate>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Gate>) -> Self {
        stream.remote_addr().clone()
    }
}

/// A connection that fails at its next read or write once it is cut. The server reads while a handler works, so that
/// the failure is immediate.
pub(super) struct Line {
    tcp: TcpStream,
    cut: Pin<Box<WaitForCancellationFutureOwned>>,
    /// Marks the connection as closed on drop.
    _closed: DropGuard,
}

impl Line {
    /// Fails if the connection is cut. Otherwise registers the task to be woken when it is.
    fn check(&mut self, cx: &mut Context<'_>) -> io::Result<()> {
        match self.cut.as_mut().poll(cx) {
            Poll::Ready(()) => Err(io::ErrorKind::ConnectionAborted.into()),
            Poll::Pending => Ok(()),
        }
    }
}

impl AsyncRead for Line {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        self.check(cx)?;
        Pin::new(&mut self.tcp).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Line {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.check(cx)?;
        Pin::new(&mut self.tcp).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check(cx)?;
        Pin::new(&mut self.tcp).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_shutdown(cx)
    }
}
