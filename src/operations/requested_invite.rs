//! The invite that an operation is about, and the stored form of its code: a reader of the store must not be able to
//! join by it.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use whatsapp::{InvalidId, InviteCode};

use super::text::hex;

/// Prefix of a digest in the store. No code contains a colon.
const PREFIX: &str = "sha256:";
/// Half of the hash is enough to tell codes apart.
const DIGEST_BYTES: usize = 16;

/// A digest of a code. It cannot be used to join the group, but it can be compared with others. A code has about 22
/// random characters (130 bits), so that it cannot be found by trying.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CodeDigest(String);

impl From<&InviteCode> for CodeDigest {
    fn from(code: &InviteCode) -> Self {
        let hash = Sha256::digest(code.as_str());
        let half = hash.get(..DIGEST_BYTES).unwrap_or(&hash);
        Self(format!("{PREFIX}{}", hex(half)))
    }
}

impl TryFrom<String> for CodeDigest {
    type Error = InvalidId;

    /// Earlier releases stored the code.
    fn try_from(text: String) -> Result<Self, InvalidId> {
        if text.starts_with(PREFIX) { Ok(Self(text)) } else { text.parse::<InviteCode>().map(|code| Self::from(&code)) }
    }
}

impl From<CodeDigest> for String {
    fn from(CodeDigest(text): CodeDigest) -> Self {
        text
    }
}

/// The invite that an operation is about.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum RequestedInvite {
    Code(InviteCode),
    /// The operation has ended or was decided, so that the code is forgotten.
    Forgotten(CodeDigest),
}

impl RequestedInvite {
    /// Returns the code, or `None` if it is forgotten.
    pub fn code(&self) -> Option<&InviteCode> {
        match self {
            Self::Code(code) => Some(code),
            Self::Forgotten(_) => None,
        }
    }

    /// Returns the stored form.
    #[must_use]
    pub fn forgotten(&self) -> Self {
        Self::Forgotten(self.digest())
    }

    fn digest(&self) -> CodeDigest {
        match self {
            Self::Code(code) => code.into(),
            Self::Forgotten(digest) => digest.clone(),
        }
    }
}

impl PartialEq for RequestedInvite {
    fn eq(&self, other: &Self) -> bool {
        self.digest() == other.digest()
    }
}

impl Eq for RequestedInvite {}

impl From<InviteCode> for RequestedInvite {
    fn from(code: InviteCode) -> Self {
        Self::Code(code)
    }
}

impl TryFrom<String> for RequestedInvite {
    type Error = InvalidId;

    fn try_from(text: String) -> Result<Self, InvalidId> {
        if text.starts_with(PREFIX) { text.try_into().map(Self::Forgotten) } else { text.parse().map(Self::Code) }
    }
}

impl From<RequestedInvite> for String {
    fn from(invite: RequestedInvite) -> Self {
        match invite {
            RequestedInvite::Code(code) => code.into(),
            RequestedInvite::Forgotten(digest) => digest.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forgotten_code_equals_itself_and_no_other() {
        let invite = |code: &str| RequestedInvite::from(code.parse::<InviteCode>().unwrap());
        let (one, other) = (invite("Dk3fGh1JkLmN0pQrStUvWx"), invite("Dk3fGh1JkLmN0pQrStUvWy"));
        assert_eq!(one.forgotten(), one);
        assert_ne!(one.forgotten(), other);
        let stored = serde_json::to_string(&one.forgotten()).unwrap();
        assert!(stored.starts_with("\"sha256:") && !stored.contains("Dk3f"), "{stored}");
        let read: RequestedInvite = serde_json::from_str(&stored).unwrap();
        assert!(read.code().is_none() && read == one && read != other);
        // The form that an earlier release stored.
        assert_eq!(serde_json::from_str::<RequestedInvite>("\"Dk3fGh1JkLmN0pQrStUvWx\"").unwrap().code(), one.code());
        let digest: CodeDigest = serde_json::from_str("\"Dk3fGh1JkLmN0pQrStUvWx\"").unwrap();
        assert_eq!(RequestedInvite::Forgotten(digest), one);
    }
}
