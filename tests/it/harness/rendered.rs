//! The text of a message as people read it, for snapshots.

use discord_stand_in::{ChannelId, Message, RoleId, UserId, World};
use serde_json::Value;

use super::{Reply, TestBot};

/// Numbers with this many digits are ids.
const ID_DIGITS: usize = 17;
const LINK: &str = "https://chat.whatsapp.com/";

impl TestBot {
    /// Returns the answer, then the public follow-ups, as people read them.
    pub(crate) fn rendered_reply(&self, reply: &Reply) -> String {
        let all: Vec<String> = reply.message.iter().chain(&reply.notices).map(|one| self.rendered(one)).collect();
        all.join("\n\n")
    }

    /// Returns a message as people read it: a heading with its readers, the title, the text, fields, footer, files, and
    /// a line for each row of buttons. Ids, times, references and invite codes are replaced by placeholders.
    pub(crate) fn rendered(&self, message: &Message) -> String {
        self.discord.world(|world| {
            let mut lines = vec![if message.is_ephemeral() { "(only you)" } else { "(everyone)" }.to_owned()];
            if !message.content.is_empty() {
                lines.push(message.content.clone());
            }
            message.embeds.iter().for_each(|embed| push_embed(embed, &mut lines));
            lines.extend(message.attachments.iter().map(|file| format!("(file {})", file.filename)));
            lines.extend(message.components.iter().map(row));
            self.without_ids(world, &lines.join("\n"))
        })
    }

    /// Returns the modal that `opened` opened, as people read it.
    pub(crate) fn rendered_modal(&self, opened: &Reply) -> String {
        let modal = self.modal(opened);
        let mut lines = vec![format!("# {}", text(&modal, "title"))];
        for input in modal["components"].as_array().into_iter().flatten().map(|row| &row["components"][0]) {
            lines.push(format!("{}: [{}{}]", text(input, "label"), text(input, "value"), text(input, "placeholder")));
        }
        self.discord.world(|world| self.without_ids(world, &lines.join("\n")))
    }

    fn without_ids(&self, world: &World, text: &str) -> String {
        let mut shown = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('<') {
            shown.push_str(before);
            let markup = after.split_once('>').and_then(|(inner, after)| Some((self.markup(world, inner)?, after)));
            let (markup, after) = markup.unwrap_or(("<".to_owned(), after));
            shown.push_str(&markup);
            rest = after;
        }
        shown.push_str(rest);
        // Nobody sees zero-width spaces, spaces at the end of a line, and where a line may not break.
        let seen = |line: &str| line.trim_end().replace('\u{200b}', "").replace('\u{a0}', " ").replace('\u{2011}', "-");
        let shown: Vec<String> = shown.lines().map(seen).collect();
        let shown = shown.join("\n");
        let shown = without_numbers(&shown);
        let shown = without_words_after(&shown, LINK, |c| c.is_ascii_alphanumeric(), "CODE");
        let shown = without_words_after(&shown, "Error code ", |c| c.is_ascii_alphanumeric(), "REF");
        // How long Usher has waited, by the clock of the test.
        without_words_after(&shown, "After ", |c| c.is_ascii_digit(), "N")
    }

    /// Returns the text that Discord shows for `<inner>`.
    fn markup(&self, world: &World, inner: &str) -> Option<String> {
        let id = |prefix: &str| inner.strip_prefix(prefix)?.parse::<u64>().ok();
        if let Some(role) = id("@&") {
            return Some(format!("@{}", world.guilds[&self.guild].roles[&RoleId(role)].name));
        }
        if let Some(user) = id("@") {
            return Some(format!("@{}", world.users[&UserId(user)].name));
        }
        if let Some(channel) = id("#") {
            return Some(format!("#{}", world.channels[&ChannelId(channel)].name));
        }
        if inner.starts_with("t:") {
            return Some("TIME".to_owned());
        }
        inner.starts_with('/').then(|| inner.split(':').next().unwrap_or(inner).to_owned())
    }
}

fn text<'a>(of: &'a Value, key: &str) -> &'a str {
    of[key].as_str().unwrap_or_default()
}

fn push_embed(embed: &Value, lines: &mut Vec<String>) {
    let mut push = |line: String, is_there: bool| {
        if is_there {
            lines.push(line);
        }
    };
    push(format!("# {}", text(embed, "title")), embed["title"].is_string());
    push(text(embed, "description").to_owned(), embed["description"].is_string());
    for field in embed["fields"].as_array().into_iter().flatten() {
        push(format!("{}: {}", text(field, "name"), text(field, "value")), true);
    }
    push(format!("(image {})", text(&embed["image"], "url")), embed["image"].is_object());
    push(format!("— {}", text(&embed["footer"], "text")), embed["footer"].is_object());
}

/// Returns a row of buttons and menus.
fn row(row: &Value) -> String {
    let controls = row["components"].as_array().into_iter().flatten().map(|control| {
        let label = [text(control, "label"), text(control, "placeholder")].concat();
        let disabled = if control["disabled"] == true { " (disabled)" } else { "" };
        format!("[{label}{disabled}]")
    });
    controls.collect::<Vec<_>>().join(" ")
}

fn without_numbers(text: &str) -> String {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut shown = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_digit) {
        let (before, number) = rest.split_at(start);
        let (number, after) = number.split_at(number.find(|c| !is_digit(c)).unwrap_or(number.len()));
        shown.push_str(before);
        shown.push_str(if number.len() < ID_DIGITS { number } else { "ID" });
        rest = after;
    }
    shown + rest
}

/// Replaces the word after each `before`, up to the first character that is no part of it.
fn without_words_after(text: &str, before: &str, is_part: impl Fn(char) -> bool, placeholder: &str) -> String {
    let mut parts = text.split(before);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |shown, part| {
        let after = part.trim_start_matches(&is_part);
        let word = if after.len() < part.len() { placeholder } else { "" };
        format!("{shown}{before}{word}{after}")
    })
}
