//! `docs/replies.md`: every reply in English on one page, to be read from top to bottom.

use super::*;
use std::fmt::Write as _;

/// The chapters of the page: what the names of their replies start with, their title, and when people see them.
const CHAPTERS: [(&[&str], &str, &str); 14] = [
    (&["help"], "Help", "After `/wa-group help`."),
    (
        &["done ", "confirmed late", "press unread", "rest "],
        "Answers",
        "Only the person who ran the command sees them.",
    ),
    (&["person "], "People across groups", "After `/wa-person find`. Only the person who ran the command sees them."),
    (&["notice "], "Announcements", "Everyone in the channel sees them after a change."),
    (&["preview ", "list "], "Lists of people", "Before people of a list are added, removed or changed."),
    (&["ask ", "repeats ", "describe", "withdrawn", "expired"], "Questions", "Before something that can't be undone."),
    (&["working", "progress ", "restarted", "stopp", "check"], "Longer work", "While Usher works, or checks a change."),
    (
        &["request", "join notice"],
        "Requests for approval",
        "For the person who asks, and for those who approve. Notices of requests to join are in the same channel.",
    ),
    (&["problem "], "Errors", "Only the person who ran the command or pressed the button sees them."),
    (
        &["case", "late ", "more refusals", "exported", "note "],
        "Audit log",
        "In the log channel, and after `/wa-audit`.",
    ),
    (&["alert "], "Alerts", "In the log channel, about WhatsApp accounts."),
    (&["grant", "revoked", "rights "], "Permissions", "After `/wa-access`."),
    (&["set ", "sets"], "Sets of groups", "After `/wa-set`."),
    (&["set-up"], ONCE, "After `/wa-setup`. Lines that were shown before are left out."),
];

/// The chapter whose lines are shown once.
const ONCE: &str = "Setup";

#[test]
fn the_page_shows_every_reply() {
    let page = page();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/replies.md");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(path, &page).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    let differs = kept.lines().zip(page.lines()).find(|(kept, now)| kept != now);
    assert!(
        kept == page,
        "docs/replies.md is stale, first at {differs:?}; run: UPDATE_SNAPSHOTS=1 cargo test --lib page"
    );
}

fn page() -> String {
    let mut page =
        "# Replies\n\nEverything that Usher says, in English, with samples of groups and people that try to \
                    break the texts. A test writes this page from the code; `UPDATE_SNAPSHOTS=1 cargo test --lib page` \
                    brings it up to date.\n"
            .to_owned();
    let mut replies = every_reply(Language::English);
    for (starts, title, when) in CHAPTERS {
        writeln!(page, "\n## {title}\n\n{when}").unwrap();
        let (of_chapter, rest): (BTreeMap<_, _>, BTreeMap<_, _>) =
            replies.into_iter().partition(|(name, _)| starts.iter().any(|start| name.starts_with(start)));
        replies = rest;
        let mut seen = Vec::new();
        for (name, message) in of_chapter {
            let mut lines = lines(&message);
            if title == ONCE {
                lines.retain(|line| !seen.contains(&vec![line.clone()]));
                seen.extend(lines.iter().map(|line| vec![line.clone()]));
            }
            if name.starts_with("problem ") && !seen.is_empty() {
                // The text that is returned to its author; the first error shows it.
                let text = lines.iter().position(|line| line == "**Your text**").unwrap_or(lines.len());
                lines.drain(text..(text + 4).min(lines.len()));
            }
            if !lines.is_empty() && (title == ONCE || !seen.contains(&lines)) {
                write!(page, "\n### {name}\n\n{}", as_quote(&lines)).unwrap();
                seen.push(lines);
            }
        }
    }
    assert!(replies.is_empty(), "replies without a chapter: {:?}", replies.keys());
    page
}

/// Returns the lines of a message: its embeds, its buttons and its files.
fn lines(message: &Message) -> Vec<String> {
    let json = serde_json::to_value(message).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut lines: Vec<String> = Vec::new();
    for embed in json["embeds"].as_array().unwrap() {
        lines.push(format!("**{}**", text(&embed["title"])));
        lines.extend(text(&embed["description"]).split('\n').map(str::to_owned));
        for field in embed["fields"].as_array().into_iter().flatten() {
            lines.push(format!("**{}**", text(&field["name"])));
            lines.extend(text(&field["value"]).split('\n').map(str::to_owned));
        }
        let footer = text(&embed["footer"]["text"]);
        lines.extend(Some(format!("<sub>{footer}</sub>")).filter(|_| !footer.is_empty()));
    }
    for row in json["components"].as_array().unwrap() {
        let label = |control: &Value| {
            format!("[{}]", control["label"].as_str().or(control["placeholder"].as_str()).unwrap_or_default())
        };
        let labels: Vec<String> = row["components"].as_array().unwrap().iter().map(label).collect();
        lines.push(format!("`{}`", labels.join(" ")));
    }
    lines.extend(message.files().iter().map(|file| format!("📎 {}", file.name)));
    lines.retain(|line| !line.replace(['\u{200b}', '*'], "").trim().is_empty());
    lines
}

fn as_quote(lines: &[String]) -> String {
    let mut in_block = false;
    let mut page = String::new();
    for (number, line) in lines.iter().enumerate() {
        in_block ^= line.trim() == "```";
        // A backslash ends a line where Markdown would otherwise continue the paragraph.
        let is_last = number + 1 == lines.len();
        let end = if in_block || is_last || line.starts_with("```") { "" } else { "\\" };
        writeln!(page, "> {}{end}", as_people_see(line)).unwrap();
    }
    page
}

/// Replaces what Discord's client shows as a name or a time.
fn as_people_see(line: &str) -> String {
    let mut shown = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('<') {
        shown.push_str(before);
        let name = [("t:", "*a time*"), ("@&", "@Role"), ("@", "@person"), ("#", "#channel"), ("/wa-", "`/a command`")];
        let name = name.iter().find(|(start, _)| after.starts_with(start));
        match (name, after.split_once('>')) {
            (Some((_, name)), Some((_, after))) if !before.ends_with('\\') => {
                shown.push_str(name);
                rest = after;
            }
            _ => {
                shown.push('<');
                rest = after;
            }
        }
    }
    shown + rest
}
