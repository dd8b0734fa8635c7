//! The signals by which people stop the sandbox.

use std::io;

#[cfg(unix)]
use tokio::signal::unix::{Signal as Stop, SignalKind, signal};
#[cfg(windows)]
use tokio::signal::windows::{CtrlC as Interrupt, CtrlClose as Stop, ctrl_c, ctrl_close};

#[cfg(unix)]
type Interrupt = Stop;

/// Ctrl+C, and the signal of a service manager or of a window that closes.
pub(super) struct StopSignals {
    interrupt: Interrupt,
    stop: Stop,
}

impl StopSignals {
    /// From now on the signals do not end the process at once. Call this before anything tells people that they can stop
    /// the program.
    #[cfg(unix)]
    pub(super) fn listen() -> io::Result<Self> {
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, stop: signal(SignalKind::terminate())? })
    }

    /// From now on these events do not end the process at once.
    #[cfg(windows)]
    pub(super) fn listen() -> io::Result<Self> {
        Ok(Self { interrupt: ctrl_c()?, stop: ctrl_close()? })
    }

    /// Waits for one of the signals.
    pub(super) async fn received(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.stop.recv() => {}
        }
    }
}
