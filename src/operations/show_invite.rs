//! `/wa-group invite show`: groups API, operation 14.

use groups_api::GroupsApi;
use serde::{Deserialize, Serialize};
use whatsapp::{InviteCode, Person};

use super::{ActsOn, Failure, GroupRef, OperationOutcome, Perform, Read};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowInvite {
    pub at: GroupRef,
    /// True if the reply is a message to forward to people.
    #[serde(default)]
    pub to_send: bool,
    /// That message, with [`GROUP_PLACE`] and [`LINK_PLACE`], and the people who are to have it.
    #[serde(skip)]
    pub invitation: Option<Invitation>,
}

/// Stands for the group's name in the text of an invitation.
pub const GROUP_PLACE: &str = "{group}";
/// Stands for the invite link in the text of an invitation.
pub const LINK_PLACE: &str = "{link}";

/// A message to forward, and to whom. It is not stored: the journal has the people where they were added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    pub text: String,
    pub people: Vec<Person>,
}

impl Invitation {
    /// Returns the message about a group.
    pub fn about(&self, group: &str, link: &str) -> String {
        // A group's name may contain the places.
        let filled = |part: &str| part.replace(GROUP_PLACE, group);
        self.text.split(LINK_PLACE).map(filled).collect::<Vec<_>>().join(link)
    }
}

impl Perform for ShowInvite {
    type Outcome = InviteShown;

    const NAME: &'static str = "invites.show";
    const NEEDS: Capability = Capability::InvitesRead;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InviteShown {
    /// The code, which is not stored.
    #[serde(skip)]
    pub code: Option<InviteCode>,
}

impl OperationOutcome for InviteShown {
    fn forget_codes(&mut self) {
        self.code = None;
    }
}

impl Read for ShowInvite {
    /// A person with the link can join, so the audit log records who requested it.
    const AUDITED: bool = true;

    async fn run(&self, api: &GroupsApi) -> Result<InviteShown, Failure> {
        let code = api.invite(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        Ok(InviteShown { code: Some(code) })
    }
}
