//! The answer to a user's action, and its text as people read it.

use discord_stand_in::{InteractionId, Message};
use sandbox::whatsapp::Call;
use serde_json::Value;

/// Returns all text of a message, with each phone number as tests write it: `+5511977770001`, or `+55 ••••• 0001`. So a
/// test finds a number in any form, also one that must not be there. The snapshots of the replies, and
/// `a_member_list_has_unbreakable_numbers`, have the characters that Discord gets.
pub(crate) fn text_of(message: &Message) -> String {
    let text = message.all_text().replace("\u{a0}•", " •").replace("•\u{a0}", "• ");
    let in_number = |c: char| c.is_ascii_digit() || c == '\u{a0}' || c == '\u{2011}';
    let mut parts = text.split('+');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |shown, part| {
        let (number, rest) = part.split_at(part.find(|c| !in_number(c)).unwrap_or(part.len()));
        format!("{shown}+{}{rest}", number.replace(['\u{a0}', '\u{2011}'], ""))
    })
}

/// Returns the labels of the enabled buttons of a message.
pub(crate) fn buttons_of(message: &Message) -> Vec<String> {
    let enabled = message.controls().into_iter().filter(|control| control["disabled"] != true);
    enabled.filter_map(|control| Some(control["label"].as_str()?.to_owned())).collect()
}

/// The results of a user's action.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    pub(crate) interaction: InteractionId,
    /// The final answer.
    pub(crate) message: Option<Message>,
    /// The public follow-ups in the channel.
    pub(crate) notices: Vec<Message>,
    /// The groups API calls that it caused.
    pub(crate) calls: Vec<Call>,
}

impl Reply {
    /// Returns all text of the answer.
    pub(crate) fn text(&self) -> String {
        self.message.as_ref().map(text_of).unwrap_or_default()
    }

    pub(crate) fn embed(&self) -> Value {
        self.message.as_ref().and_then(|message| message.embeds.first()).cloned().unwrap_or_default()
    }

    pub(crate) fn title(&self) -> String {
        self.embed()["title"].as_str().unwrap_or_default().to_owned()
    }

    /// Returns whether only the actor sees the answer.
    pub(crate) fn is_private(&self) -> bool {
        self.message.as_ref().is_some_and(Message::is_ephemeral)
    }

    /// Returns the labels of its enabled buttons.
    pub(crate) fn buttons(&self) -> Vec<String> {
        self.message.as_ref().map(buttons_of).unwrap_or_default()
    }

    /// Returns the text of the public follow-ups.
    pub(crate) fn notice(&self) -> String {
        self.notices.iter().map(text_of).collect::<Vec<_>>().join("\n")
    }

    /// Returns the calls without their common path prefix, such as
    /// `GET /groups/120363000000000001%40g.us/invite → 200`.
    pub(crate) fn calls(&self) -> Vec<String> {
        let line = |call: &Call| {
            let path = call.path.strip_prefix("/api/sessions/default").unwrap_or(&call.path);
            let query = call.query.as_ref().map_or_else(String::new, |query| format!("?{query}"));
            let status = call.status.map_or_else(|| "none".to_owned(), |status| status.to_string());
            format!("{} {path}{query} → {status}", call.method)
        };
        self.calls.iter().map(line).collect()
    }
}
