//! A message of the bot: one embed, within Discord's limits, that pings no one.

use std::borrow::Cow;

use bytes::Bytes;
use serde::ser::Error as _;
use serde::{Serialize, Serializer};
use serenity::all::{CreateActionRow, CreateAllowedMentions, CreateButton, CreateEmbed, CreateEmbedFooter};

use whatsapp::GroupId;

use super::access::mention;
use super::text::clamp;
use crate::access::{RoleId, UserId};

/// Discord, "Embed Limits"; characters.
const TITLE_MAX: usize = 256;
pub(super) const TEXT_MAX: usize = 4096;
const FIELDS_MAX: usize = 25;
const FIELD_NAME_MAX: usize = 256;
pub(super) const FIELD_VALUE_MAX: usize = 1024;
const FOOTER_MAX: usize = 2048;
/// Discord, "Attachment Object": characters of a description.
const ALT_MAX: usize = 1024;
/// Discord, "Action Rows": buttons in one.
const ROW_MAX: usize = 5;
/// Maximum characters of all texts of all embeds of a message together.
const TOTAL_MAX: usize = 6000;

/// The meaning of the embed's colour. The text always says the same, so no meaning depends on the colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// An operation succeeded.
    Done,
    /// The reply only shows data.
    Shown,
    /// The reply asks a question or needs attention.
    Attention,
    /// The request was refused or failed.
    Failed,
}

/// A builder for an embed. Its texts are Markdown: callers escape text from outside first.
#[derive(Debug, Clone)]
pub(crate) struct Card {
    tone: Tone,
    title: String,
    text: String,
    fields: Vec<Field>,
    footer: String,
    image: Option<String>,
    files: Vec<File>,
}

/// A file attached to a message.
#[derive(Debug, Clone)]
pub(crate) struct File {
    pub(crate) name: Cow<'static, str>,
    pub(crate) content_type: &'static str,
    /// Shared by all requests that send the file.
    pub(crate) bytes: Bytes,
    /// The alternative text of a picture; empty for other files.
    pub(crate) alt: String,
}

#[derive(Debug, Clone)]
struct Field {
    name: String,
    value: String,
    inline: bool,
}

impl File {
    pub(crate) fn csv(name: impl Into<Cow<'static, str>>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), content_type: "text/csv", bytes: bytes.into(), alt: String::new() }
    }
}

/// Returns the card of a request that failed or was refused.
pub(super) fn sorry(title: impl Into<String>, text: impl Into<String>) -> Card {
    Card::new(Tone::Failed, title).text(text)
}

impl Card {
    pub(crate) fn new(tone: Tone, title: impl Into<String>) -> Self {
        Self {
            tone,
            title: title.into(),
            text: String::new(),
            fields: Vec::new(),
            footer: String::new(),
            image: None,
            files: Vec::new(),
        }
    }

    pub(crate) fn text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Adds a field; skips one without a value, because Discord refuses it.
    pub(crate) fn field(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.with(name.into(), value.into(), false)
    }

    /// Adds a short field that may stand beside others.
    pub(crate) fn fact(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.with(name.into(), value.into(), true)
    }

    fn with(mut self, name: String, value: String, inline: bool) -> Self {
        if !value.trim().is_empty() {
            self.fields.push(Field { name, value, inline });
        }
        self
    }

    /// Sets the footer, which is plain text without Markdown.
    pub(crate) fn footer(mut self, footer: impl Into<String>) -> Self {
        self.footer = footer.into();
        self
    }

    /// Adds a first line to the text.
    pub(crate) fn headline(mut self, text: impl Into<String>) -> Self {
        self.text = format!("{}\n{}", text.into(), self.text);
        self
    }

    /// Adds a last line to the text.
    pub(crate) fn footnote(mut self, text: impl Into<String>) -> Self {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(&text.into());
        self
    }

    pub(crate) fn image(mut self, url: impl Into<String>) -> Self {
        self.image = Some(url.into());
        self
    }

    /// Shows an attached picture.
    pub(crate) fn picture(self, file: File) -> Self {
        let url = format!("attachment://{}", file.name);
        self.image(url).file(file)
    }

    pub(crate) fn file(mut self, file: File) -> Self {
        self.files.push(file);
        self
    }

    /// Returns only the title, for use in a sentence.
    pub(super) fn into_title(self) -> String {
        self.title
    }

    /// Returns only the text, for use in another card.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Returns the embed, and how many of `room` characters it leaves.
    fn into_embed(self, mut room: usize) -> (CreateEmbed, usize) {
        let colour = match self.tone {
            Tone::Done => 0x2D_7D_46,
            Tone::Shown => 0x3B_6E_A5,
            Tone::Attention => 0xB7_79_1F,
            Tone::Failed => 0xB4_2B_2B,
        };
        let mut fit = |text: &str, max: usize| {
            let text = clamp(text, max.min(room));
            room -= text.chars().count();
            text
        };
        let mut embed = CreateEmbed::new().colour(colour);
        if !self.title.is_empty() {
            embed = embed.title(fit(&self.title, TITLE_MAX));
        }
        if !self.footer.is_empty() {
            embed = embed.footer(CreateEmbedFooter::new(fit(&self.footer, FOOTER_MAX)));
        }
        for field in self.fields.iter().take(FIELDS_MAX) {
            let (name, value) = (fit(&field.name, FIELD_NAME_MAX), fit(&field.value, FIELD_VALUE_MAX));
            if !name.is_empty() && !value.is_empty() {
                embed = embed.field(name, value, field.inline);
            }
        }
        if !self.text.is_empty() {
            embed = embed.description(fit(&self.text, TEXT_MAX));
        }
        if let Some(url) = self.image {
            embed = embed.image(url);
        }
        (embed, room)
    }
}

/// A message, as the body of a response, an edit, a follow-up or a post. It pings no one unless `pinging` was called.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Message {
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<String>,
    embeds: Vec<CreateEmbed>,
    /// Always sent: an edit without components would leave the old buttons in place.
    #[serde(serialize_with = "with_ids_as_text")]
    components: Vec<CreateActionRow>,
    /// Allows no mentions, whatever the text contains.
    allowed_mentions: CreateAllowedMentions,
    /// Always sent: an edit without attachments would leave the old files in place.
    attachments: Vec<Attached>,
    #[serde(skip)]
    files: Vec<File>,
    /// Characters that its embeds may still use.
    #[serde(skip)]
    room: usize,
}

/// The metadata of an uploaded file, which Discord matches by index (Discord, "Uploading Files").
#[derive(Debug, Clone, Serialize)]
struct Attached {
    /// The index, as text: the specification says so.
    id: String,
    filename: Cow<'static, str>,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
}

/// Serializes a menu's default ids as text: serenity writes them as numbers, but Discord expects text.
fn with_ids_as_text<S: Serializer>(rows: &[CreateActionRow], serializer: S) -> Result<S::Ok, S::Error> {
    let mut rows = serde_json::to_value(rows).map_err(S::Error::custom)?;
    let menus = rows.as_array_mut().into_iter().flatten().filter_map(|row| row.get_mut("components")?.as_array_mut());
    let chosen = menus.flatten().filter_map(|menu| menu.get_mut("default_values")?.as_array_mut()).flatten();
    for id in chosen.filter_map(|one| one.get_mut("id")) {
        if let Some(number) = id.as_u64() {
            *id = number.to_string().into();
        }
    }
    rows.serialize(serializer)
}

impl From<Card> for Message {
    fn from(mut card: Card) -> Self {
        let files = std::mem::take(&mut card.files);
        let attachments = |(id, file): (usize, &File)| Attached {
            id: id.to_string(),
            filename: file.name.clone(),
            description: clamp(&file.alt, ALT_MAX),
        };
        let (embed, room) = card.into_embed(TOTAL_MAX);
        Self {
            attachments: files.iter().enumerate().map(attachments).collect(),
            files,
            content: None,
            embeds: vec![embed],
            room,
            components: Vec::new(),
            allowed_mentions: CreateAllowedMentions::new(),
        }
    }
}

impl Message {
    /// Returns a message of the id of a group alone: an app copies the text of a message with one touch, but not that of
    /// an embed.
    pub(crate) fn to_copy(group: &GroupId) -> Self {
        Self {
            content: Some(group.to_string()),
            embeds: Vec::new(),
            components: Vec::new(),
            allowed_mentions: CreateAllowedMentions::new(),
            attachments: Vec::new(),
            files: Vec::new(),
            room: TOTAL_MAX,
        }
    }

    pub(crate) fn with_row(mut self, row: CreateActionRow) -> Self {
        self.components.push(row);
        self
    }

    /// Adds a button to the last row, or in a row of its own if that is full or not of buttons (Discord: five buttons).
    pub(crate) fn with_button(mut self, button: CreateButton) -> Self {
        if let Some(CreateActionRow::Buttons(buttons)) = self.components.last_mut()
            && buttons.len() < ROW_MAX
        {
            buttons.push(button);
        } else {
            self.components.push(CreateActionRow::Buttons(vec![button]));
        }
        self
    }

    /// Adds a second card below the first, as far as the size limit allows.
    pub(crate) fn with_note(mut self, note: Card) -> Self {
        let (embed, room) = note.into_embed(self.room);
        self.room = room;
        self.embeds.push(embed);
        self
    }

    pub(crate) fn files(&self) -> &[File] {
        &self.files
    }

    /// Mentions and pings a role of the server, and nothing else that the message contains.
    pub(crate) fn mentioning(mut self, role: RoleId) -> Self {
        self.content = Some(mention(role));
        self.allowed_mentions = CreateAllowedMentions::new().roles([role.0]);
        self
    }

    /// Mentions and pings a user. Use it only for a user whom the bot cannot reach in another way.
    pub(crate) fn pinging(mut self, user: UserId) -> Self {
        self.content = Some(format!("<@{user}>"));
        self.allowed_mentions = CreateAllowedMentions::new().users([user.0]);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn characters(embed: &serde_json::Value) -> usize {
        let text = |value: &serde_json::Value| value.as_str().map_or(0, |text| text.chars().count());
        let fields = embed["fields"].as_array().cloned().unwrap_or_default();
        text(&embed["title"])
            + text(&embed["description"])
            + text(&embed["footer"]["text"])
            + fields.iter().map(|field| text(&field["name"]) + text(&field["value"])).sum::<usize>()
    }

    #[test]
    fn no_card_exceeds_what_discord_takes() {
        let mut card = Card::new(Tone::Done, "🦀".repeat(500)).text("é".repeat(9000)).footer("x".repeat(5000));
        for _ in 0..40 {
            card = card.field("name", "v".repeat(2000));
        }
        let sent = serde_json::to_value(Message::from(card)).unwrap();
        let embed = &sent["embeds"][0];
        assert!(characters(embed) <= TOTAL_MAX);
        assert_eq!(embed["title"].as_str().unwrap().chars().count(), TITLE_MAX);
        assert!(embed["fields"].as_array().unwrap().len() <= FIELDS_MAX);
        assert!(
            embed["fields"]
                .as_array()
                .unwrap()
                .iter()
                .all(|field| field["value"].as_str().unwrap().chars().count() <= FIELD_VALUE_MAX)
        );
        assert_eq!(sent["allowed_mentions"]["parse"], serde_json::json!([]));
        assert_eq!(sent["components"], serde_json::json!([]));
    }
}
