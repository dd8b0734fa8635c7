//! A group that an operation acts on.

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};
use whatsapp::unicode::has_visible;
use whatsapp::{GroupId, SessionName};

use super::Verification;

/// A group, and the session that reaches it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRef {
    pub session: SessionName,
    pub group: GroupId,
    /// The group's name when the operation was requested, if it was known. It is for display.
    pub name: Option<String>,
    /// True if only the approvers may see the name, and not the requester, who may not read it.
    #[serde(default)]
    pub is_name_secret: bool,
}

impl GroupRef {
    /// Returns the name, if it has a visible character.
    pub fn visible_name(&self) -> Option<&str> {
        self.name.as_deref().filter(|name| has_visible(name))
    }

    /// Returns the text that confirms the group's deletion: its name, or its id where the name has no visible
    /// character.
    pub fn name_to_type(&self) -> &str {
        self.visible_name().unwrap_or_else(|| self.group.as_str())
    }

    /// Verifies that the account is no longer in the group, by the list of its groups. The contract leaves open how the
    /// API answers a request for one group that the account has left.
    pub(super) async fn verify_gone(&self, api: &GroupsApi) -> Result<Verification<()>, ApiError> {
        let is_listed = api.groups(&self.session).await?.iter().any(|group| group.id == self.group);
        Ok(if is_listed { Verification::Unchanged } else { Verification::Applied(()) })
    }
}
