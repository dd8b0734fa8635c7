//! The text by which people are invited to a group.

use std::fmt;

use whatsapp::unicode::lines;

/// Maximum characters of a text.
pub const INVITATION_CHARS_MAX: usize = 1_000;
/// Stands for the group's name in a text.
pub const GROUP_PLACE: &str = "{group}";
/// Stands for the invite link in a text.
pub const LINK_PLACE: &str = "{link}";

/// A text with a place for the invite link, and perhaps with places for the group's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationText(String);

/// The text has no place for the link, or is too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no place for the link, or longer than {INVITATION_CHARS_MAX} characters")]
pub struct BadInvitation;

impl InvitationText {
    pub fn parse(text: &str) -> Result<Self, BadInvitation> {
        let text = lines(text);
        let fits = text.contains(LINK_PLACE) && text.chars().count() <= INVITATION_CHARS_MAX;
        if fits { Ok(Self(text)) } else { Err(BadInvitation) }
    }

    /// Returns the message about a group.
    pub fn about(&self, group: &str, link: &str) -> String {
        // A group's name may contain the place of the link.
        let filled = |part: &str| part.replace(GROUP_PLACE, group);
        self.0.split(LINK_PLACE).map(filled).collect::<Vec<_>>().join(link)
    }
}

impl fmt::Display for InvitationText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_filled_and_needs_a_place_for_the_link() {
        for (text, message) in [
            ("Join {group}: {link}", "Join A {link} b: L"),
            ("{link}", "L"),
            ("{link} {link} {group} {group}", "L L A {link} b A {link} b"),
            ("  Hi\r\n{link}  ", "Hi\nL"),
            ("{name} {LINK} {link}", "{name} {LINK} L"),
            ("{{link}}", "{L}"),
        ] {
            assert_eq!(InvitationText::parse(text).unwrap().about("A {link} b", "L"), message, "{text}");
        }
        for text in ["", " ", "Join us", "{ link }", "{group}", "link", &format!("{{link}}{}", "x".repeat(1_000))] {
            assert_eq!(InvitationText::parse(text), Err(BadInvitation), "{text}");
        }
    }
}
