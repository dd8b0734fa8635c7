//! Connections that can be cut from within a handler: the client then sees the connection closed without an answer,
//! which no response of an HTTP framework can express.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::{CancellationToken, WaitForCancellationFutureOwned};

/// The listening socket. Cancelling `stop` cuts every connection that came through it.
pub(super) struct Gate {
    tcp: TcpListener,
    stop: CancellationToken,
}

impl Gate {
    pub(super) fn new(tcp: TcpListener, stop: CancellationToken) -> Self {
        Self { tcp, stop }
    }
}

impl Listener for Gate {
    type Io = Line;
    type Addr = Peer;

    async fn accept(&mut self) -> (Line, Peer) {
        // The listener's own `accept` tries again after an error; this one is for it.
        let (tcp, address) = Listener::accept(&mut self.tcp).await;
        let cut = self.stop.child_token();
        if let Err(error) = tcp.set_nodelay(true) {
            tracing::debug!(%error, "A connection stays slow.");
        }
        (Line { tcp, cut: Box::pin(cut.clone().cancelled_owned()) }, Peer { address, cut })
    }

    fn local_addr(&self) -> io::Result<Peer> {
        Ok(Peer { address: self.tcp.local_addr()?, cut: self.stop.clone() })
    }
}

/// The other end of a connection, as a handler knows it.
#[derive(Clone)]
pub(super) struct Peer {
    address: SocketAddr,
    cut: CancellationToken,
}

impl Peer {
    /// Closes the connection. The caller's own task is dropped with it, so this never returns.
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

/// One connection: fails at its next read or write once it is cut. The server reads while a handler works, so that is
/// at once.
pub(super) struct Line {
    tcp: TcpStream,
    cut: Pin<Box<WaitForCancellationFutureOwned>>,
}

impl Line {
    /// Also has the task woken when the connection is cut.
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
