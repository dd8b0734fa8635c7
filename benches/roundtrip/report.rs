//! The table of the results.

use std::fmt::Write as _;

use crate::bots::Bot;
use crate::goals::{self, Compared, Goal};
use crate::measure::{Figures, Own};

/// A line of the table: its label, its decimal places, its figure, and the goal for this bot.
type Line = (&'static str, usize, fn(&Figures) -> Option<f64>, Option<Goal>);

const LINES: [Line; 10] = [
    ("processor time for a command, 64 under way, ms", 3, |of| Some(of.cpu), Some(goals::CPU)),
    (
        "the same for a command that changes something, ms",
        3,
        |of| of.own.as_ref().map(|Own { change, .. }| *change),
        Some(goals::CHANGE),
    ),
    ("acknowledgement, median, ms", 2, |of| Some(of.acknowledged), None),
    ("acknowledgement, 99 of 100 within, ms", 2, |of| Some(of.acknowledged_p99), Some(goals::ACKNOWLEDGED_P99)),
    ("from start to usable, ms", 0, |of| Some(of.ready), Some(goals::READY)),
    ("resident, idle, MiB", 1, |of| Some(of.idle), Some(goals::IDLE)),
    ("resident after 1,000 commands at once, MiB", 1, |of| Some(of.burst), Some(goals::BURST)),
    ("resident a minute later, MiB", 1, |of| Some(of.after_burst), Some(goals::AFTER_BURST)),
    ("resident in 2,500 servers, MiB", 1, |of| Some(of.servers), Some(goals::SERVERS)),
    (
        "more resident after 100,000 commands than after 10,000, MiB",
        1,
        |of| of.own.as_ref().map(|Own { growth, .. }| *growth),
        Some(goals::GROWTH),
    ),
];

/// Returns a Markdown table with a column for each bot, and two for the goals of this bot.
pub(crate) fn table(bots: &[Bot], figures: &[Figures]) -> String {
    let of = |name: &str| bots.iter().zip(figures).find(|(bot, _)| bot.name == name).map(|(_, figures)| figures);
    let mut text = String::from("\n| |");
    for bot in bots {
        write!(text, " {} |", bot.name).unwrap_or_default();
    }
    text.push_str(" goal | |\n|---|");
    text.push_str(&"--:|".repeat(bots.len()));
    text.push_str("--:|---|");
    for (what, digits, figure, goal) in LINES {
        write!(text, "\n| {what} |").unwrap_or_default();
        for of in figures {
            match figure(of) {
                Some(value) => write!(text, " {value:.digits$} |").unwrap_or_default(),
                None => text.push_str(" |"),
            }
        }
        let own = of("usher").and_then(|usher| Some((figure(usher)?, usher.cpu)));
        match (goal, own) {
            (Some(goal), Some((own, read))) => {
                let verdict = goal.verdict(Compared { own, poise: of("poise").and_then(figure), read });
                write!(text, " {} | {verdict} |", goal.text()).unwrap_or_default();
            }
            (Some(goal), None) => write!(text, " {} | |", goal.text()).unwrap_or_default(),
            (None, _) => text.push_str(" | |"),
        }
    }
    text
}
