//! The table of the results.

use std::fmt::Write as _;

use crate::bots::Bot;
use crate::measure::{Figures, Own};

/// A line of the table: its label, its decimal places, and its figure.
type Line = (&'static str, usize, fn(&Figures) -> Option<f64>);

const LINES: [Line; 10] = [
    ("processor time for a command, 64 under way, ms", 3, |of| Some(of.cpu)),
    ("the same for a command that changes something, ms", 3, |of| of.own.as_ref().map(|Own { change, .. }| *change)),
    ("acknowledgement, median, ms", 2, |of| Some(of.acknowledged)),
    ("acknowledgement, 99 of 100 within, ms", 2, |of| Some(of.acknowledged_p99)),
    ("from start to usable, ms", 0, |of| Some(of.ready)),
    ("resident, idle, MiB", 1, |of| Some(of.idle)),
    ("resident after 1,000 commands at once, MiB", 1, |of| Some(of.burst)),
    ("resident a minute later, MiB", 1, |of| Some(of.after_burst)),
    ("resident in 2,500 servers, MiB", 1, |of| Some(of.servers)),
    ("more resident after 100,000 commands than after 10,000, MiB", 1, |of| {
        of.own.as_ref().map(|Own { growth, .. }| *growth)
    }),
];

/// Returns a Markdown table with a column for each bot.
pub(crate) fn table(bots: &[Bot], figures: &[Figures]) -> String {
    let mut text = String::from("\n| |");
    for bot in bots {
        write!(text, " {} |", bot.name).unwrap_or_default();
    }
    text.push_str("\n|---|");
    text.push_str(&"--:|".repeat(bots.len()));
    for (what, digits, figure) in LINES {
        write!(text, "\n| {what} |").unwrap_or_default();
        for of in figures {
            match figure(of) {
                Some(value) => write!(text, " {value:.digits$} |").unwrap_or_default(),
                None => text.push_str(" |"),
            }
        }
    }
    text
}
