//! Texts that people give a group: its name, its description, where its picture is. Each is checked before anything is
//! sent.

use serde::{Deserialize, Serialize};
use url::Url;

/// Most characters of a description (WhatsApp's own property; the contract names none).
pub const DESCRIPTION_CHARS_MAX: usize = 2048;

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadText {
    #[error("a group's name cannot be empty")]
    NameEmpty,
    #[error("a group's name has at most {max} characters; this one has {given}")]
    NameTooLong { given: usize, max: usize },
    #[error("a description has at most {DESCRIPTION_CHARS_MAX} characters; this one has {given}")]
    DescriptionTooLong { given: usize },
    #[error("a picture's address begins with https:// and holds no name or password")]
    PictureUrl,
}

/// A name for a group: on one line, and no longer than the configured number of characters (Unicode scalar values).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupName(String);

impl GroupName {
    pub fn parse(text: &str, max: usize) -> Result<Self, BadText> {
        let name: String = text.trim().chars().filter(|c| !c.is_control()).collect();
        let given = name.chars().count();
        match given {
            0 => Err(BadText::NameEmpty),
            given if given > max => Err(BadText::NameTooLong { given, max }),
            _ => Ok(Self(name)),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A description for a group. An empty one takes the present one away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Description(String);

impl Description {
    pub fn parse(text: &str) -> Result<Self, BadText> {
        let given = text.chars().count();
        if given > DESCRIPTION_CHARS_MAX {
            return Err(BadText::DescriptionTooLong { given });
        }
        Ok(Self(text.trim().to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where a picture is. Passed on as it is: the bot never fetches it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureUrl(Url);

impl PictureUrl {
    pub fn parse(text: &str) -> Result<Self, BadText> {
        let url = Url::parse(text.trim()).map_err(|_| BadText::PictureUrl)?;
        let plain = url.scheme() == "https" && url.username().is_empty() && url.password().is_none();
        if plain && url.has_host() { Ok(Self(url)) } else { Err(BadText::PictureUrl) }
    }

    pub fn as_url(&self) -> &Url {
        &self.0
    }
}

#[cfg(test)]
mod tests {
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
        assert_eq!(GroupName::parse(" Al\npha\u{7} ", 25).unwrap().as_str(), "Alpha");
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
    }
}
