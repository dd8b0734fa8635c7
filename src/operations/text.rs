//! Texts of a group: its name, its description, and the address of its picture. Each is checked before anything is
//! sent.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use url::Url;
use whatsapp::{InviteCode, MASK, unicode};

use crate::address::is_public;

/// Most characters of a description (WhatsApp's own limit; the contract states none).
pub const DESCRIPTION_CHARS_MAX: usize = 2048;

/// Most characters of a picture's address: Discord shows the picture from there and accepts no longer address.
pub const URL_CHARS_MAX: usize = 2048;

/// Most characters of the reason for an operation.
pub const REASON_CHARS_MAX: usize = 300;

/// A digest by which a text is compared with another one without being stored (SHA-256, in hexadecimal).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextDigest(String);

impl TextDigest {
    pub fn of(text: &str) -> Self {
        Self(hex(&Sha256::digest(text)))
    }
}

/// Returns the bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        write!(hex, "{byte:02x}").unwrap_or_default();
        hex
    })
}

/// Why a text is rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadText {
    #[error("a group's name cannot be empty")]
    NameEmpty,
    #[error("a group's name has at most {max} characters; this one has {given}")]
    NameTooLong { given: usize, max: usize },
    #[error("a description has at most {DESCRIPTION_CHARS_MAX} characters; this one has {given}")]
    DescriptionTooLong { given: usize },
    #[error("a reason has at most {REASON_CHARS_MAX} characters; this one has {given}")]
    ReasonTooLong { given: usize },
    #[error("a picture's address begins with https:// and holds no name or password")]
    PictureUrl,
    #[error("a picture's address is one of the public internet")]
    PictureUrlPrivate,
    #[error("a picture's address has at most {URL_CHARS_MAX} characters; this one has {given}")]
    PictureUrlTooLong { given: usize },
}

/// A name for a group: one line, with a visible character, and at most the configured number of characters (Unicode
/// scalar values).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupName(String);

impl GroupName {
    pub fn parse(text: &str, max: usize) -> Result<Self, BadText> {
        let name = unicode::single_line(text);
        let given = name.chars().count();
        if !unicode::has_visible(&name) {
            return Err(BadText::NameEmpty);
        }
        if given > max { Err(BadText::NameTooLong { given, max }) } else { Ok(Self(name)) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A description for a group. A description without a visible character is empty, and removes the current one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Description(String);

impl Description {
    pub fn parse(text: &str) -> Result<Self, BadText> {
        let text = unicode::lines(text);
        let given = text.chars().count();
        if given > DESCRIPTION_CHARS_MAX {
            return Err(BadText::DescriptionTooLong { given });
        }
        Ok(Self(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why somebody does something, for the audit log. It contains no invite codes, by which a reader could join.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason(String);

impl Reason {
    /// Returns the reason; `None` for a text without a visible character.
    pub fn parse(text: &str) -> Result<Option<Self>, BadText> {
        let text = unicode::lines(text);
        let given = text.chars().count();
        if given > REASON_CHARS_MAX {
            return Err(BadText::ReasonTooLong { given });
        }
        Ok(unicode::has_visible(&text).then(|| Self(InviteCode::hide_all(&text, MASK))))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The address of a picture. It is passed on unchanged: the API fetches it, and the bot never does. A host of the API's
/// own network is rejected, because outsiders must not reach it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PictureUrl(Url);

impl TryFrom<String> for PictureUrl {
    type Error = BadText;

    fn try_from(text: String) -> Result<Self, BadText> {
        Self::parse(&text)
    }
}

impl From<PictureUrl> for String {
    fn from(PictureUrl(url): PictureUrl) -> Self {
        url.into()
    }
}

impl PictureUrl {
    pub fn parse(text: &str) -> Result<Self, BadText> {
        let url = Url::parse(text.trim()).map_err(|_| BadText::PictureUrl)?;
        let plain = url.scheme() == "https" && url.username().is_empty() && url.password().is_none();
        if !plain || !url.has_host() {
            return Err(BadText::PictureUrl);
        }
        if !is_public(&url) {
            return Err(BadText::PictureUrlPrivate);
        }
        // The length of the encoded form counts: percent-encoding makes an address longer.
        let given = url.as_str().len();
        if given > URL_CHARS_MAX { Err(BadText::PictureUrlTooLong { given }) } else { Ok(Self(url)) }
    }

    pub fn as_url(&self) -> &Url {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_counted_in_characters() {
        let emoji = "🦀".repeat(24);
        for name in ["A", "Alpha Team", &emoji, &"é".repeat(25)] {
            assert_eq!(GroupName::parse(name, 25).unwrap().as_str(), name);
        }
        assert_eq!(GroupName::parse(" \n ", 25), Err(BadText::NameEmpty));
        assert_eq!(GroupName::parse(&"a".repeat(26), 25), Err(BadText::NameTooLong { given: 26, max: 25 }));
        assert_eq!(GroupName::parse(&"a".repeat(10_000), 25), Err(BadText::NameTooLong { given: 10_000, max: 25 }));
        assert_eq!(GroupName::parse(" Al\npha\u{7} ", 25).unwrap().as_str(), "Al pha");
        assert_eq!(GroupName::parse(&format!("a{}b", "\r\n".repeat(30)), 25).unwrap().as_str(), "a b");
    }

    #[test]
    fn a_name_of_nothing_visible_is_refused() {
        for text in
            ["", "\u{200b}", "\u{2060}", "\u{200e}\u{feff}", "\u{ad}", "\u{200d}", "\u{3164}", "\u{2800} \u{2800}"]
        {
            assert_eq!(GroupName::parse(text, 25), Err(BadText::NameEmpty), "{text:?}");
            assert_eq!(Description::parse(text).unwrap().as_str(), "", "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_name_is_visible_on_one_line_and_its_own_name(text in any::<String>(), max in 1usize..100) {
            match GroupName::parse(&text, max) {
                Ok(name) => {
                    let shown = name.as_str();
                    prop_assert!(unicode::has_visible(shown) && shown.chars().count() <= max);
                    prop_assert!(!shown.chars().any(|c| c.is_control() || (c.is_whitespace() && c != ' ')), "{:?}", shown);
                    prop_assert_eq!(GroupName::parse(shown, max), Ok(name.clone()));
                }
                Err(BadText::NameEmpty) => prop_assert!(!unicode::has_visible(&text)),
                Err(BadText::NameTooLong { given, .. }) => prop_assert!(given > max),
                Err(other) => prop_assert!(false, "{}", other),
            }
        }

        #[test]
        fn a_description_is_its_own_description(text in any::<String>()) {
            if let Ok(description) = Description::parse(&text) {
                prop_assert_eq!(Description::parse(description.as_str()), Ok(description.clone()));
                prop_assert_eq!(description.as_str().is_empty(), !unicode::has_visible(&text));
            }
        }
    }

    #[test]
    fn a_description_has_at_most_2048_characters() {
        assert!(Description::parse(&"é".repeat(2048)).is_ok());
        assert_eq!(Description::parse(&"é".repeat(2049)), Err(BadText::DescriptionTooLong { given: 2049 }));
    }

    #[test]
    fn a_pictures_address_is_https_without_credentials() {
        assert!(PictureUrl::parse("https://example.com/a.png?x=1").is_ok());
        for text in
            ["", "http://example.com/a.png", "https://me:secret@example.com/", "ftp://example.com", "a.png", "https://"]
        {
            assert_eq!(PictureUrl::parse(text), Err(BadText::PictureUrl), "{text}");
        }
        // The tests of `is_public` cover each form of a private address.
        for text in [
            "https://localhost/a.png",
            "https://169.254.169.254/latest",
            "https://[::ffff:10.0.0.1]/",
            "https://0x7f.1/",
        ] {
            assert_eq!(PictureUrl::parse(text), Err(BadText::PictureUrlPrivate), "{text}");
        }
        // An address that an earlier version accepted and stored is checked again.
        assert!(serde_json::from_str::<PictureUrl>("\"https://10.0.0.1/a.png\"").is_err());
        let stored = serde_json::to_string(&PictureUrl::parse("https://example.com/a.png").unwrap()).unwrap();
        assert_eq!(stored, "\"https://example.com/a.png\"");
        let of_length = |length: usize| format!("https://example.com/{}", "a".repeat(length - 20));
        assert!(PictureUrl::parse(&of_length(2_048)).is_ok());
        assert_eq!(PictureUrl::parse(&of_length(2_049)), Err(BadText::PictureUrlTooLong { given: 2_049 }));
        let encoded = format!("https://example.com/{}", "é".repeat(400));
        assert_eq!(PictureUrl::parse(&encoded), Err(BadText::PictureUrlTooLong { given: 2_420 }));
    }
}
