//! The goals, which `benches/README.md` lists beside the figures. They apply to the build of the container image.

use std::path::Path;
use std::process::{Command, Stdio};

/// What a figure of this bot should be at most.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Goal {
    /// This value, in the unit of its line.
    AtMost(f64),
    /// So many times the same figure of the minimal bot on poise.
    TimesPoise(f64),
    /// So many times the processor time of a command that reads.
    TimesRead(f64),
}

pub(crate) const CPU: Goal = Goal::TimesPoise(1.2);
pub(crate) const CHANGE: Goal = Goal::TimesRead(2.5);
pub(crate) const ACKNOWLEDGED_P99: Goal = Goal::TimesPoise(2.0);
pub(crate) const READY: Goal = Goal::AtMost(100.0);
pub(crate) const IDLE: Goal = Goal::AtMost(15.0);
pub(crate) const BURST: Goal = Goal::AtMost(50.0);
pub(crate) const AFTER_BURST: Goal = Goal::AtMost(25.0);
pub(crate) const SERVERS: Goal = Goal::AtMost(17.0);
pub(crate) const GROWTH: Goal = Goal::AtMost(2.0);

/// The figures that a goal is compared with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Compared {
    /// The same line of this bot.
    pub(crate) own: f64,
    /// The same line of the bot on poise, if it was measured.
    pub(crate) poise: Option<f64>,
    /// The processor time of a command of this bot that reads.
    pub(crate) read: f64,
}

impl Goal {
    /// Returns the goal in words.
    pub(crate) fn text(self) -> String {
        match self {
            Self::AtMost(most) => format!("{most}"),
            Self::TimesPoise(times) => format!("{times} × poise"),
            Self::TimesRead(times) => format!("{times} × a read"),
        }
    }

    /// Returns whether the goal is met, and how far it is missed.
    pub(crate) fn verdict(self, of: Compared) -> String {
        let (value, most, unit) = match self {
            Self::AtMost(most) => (of.own, most, ""),
            Self::TimesRead(times) => (of.own / of.read, times, " ×"),
            Self::TimesPoise(times) => match of.poise {
                Some(poise) => (of.own / poise, times, " ×"),
                None => return "no poise".to_owned(),
            },
        };
        let digits = if unit.is_empty() { 1 } else { 2 };
        let verdict = if value <= most { "met" } else { "missed" };
        let over = if value <= most { String::new() } else { format!(", {:.0} % over", (value / most - 1.0) * 100.0) };
        format!("{verdict}: {value:.digits$}{unit}{over}")
    }
}

/// Returns a line that names the measured program, and whether it is built as the image's, which has no sandbox.
pub(crate) fn measured(program: &Path) -> String {
    let sandbox =
        Command::new(program).args(["sandbox", "--help"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let build = match sandbox {
        Ok(ended) if ended.success() => "built with the sandbox. The goals apply to the image's build (`.ci/image`)",
        Ok(_) => "built without the sandbox, as in the image",
        Err(_) => "which does not start",
    };
    format!("Usher: {}, {build}.", program.display())
}
