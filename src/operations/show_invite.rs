//! `/wa-group invite show`: groups API, operation 14.

use groups_api::GroupsApi;
use serde::{Deserialize, Serialize};

use super::{Failure, GroupRef, Outcome, Perform, Read};
use crate::access::{Capability, Target};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowInvite {
    pub at: GroupRef,
    /// True if the reply is a message to forward to people.
    #[serde(default)]
    pub to_send: bool,
}

impl Perform for ShowInvite {
    const NAME: &'static str = "invites.show";
    const NEEDS: Capability = Capability::InvitesRead;

    fn target(&self) -> Target<'_> {
        self.at.target()
    }
}

impl Read for ShowInvite {
    /// A person with the link can join, so the audit log records who requested it.
    const GUARDED: bool = true;

    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        let code = api.invite(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        Ok(Outcome::Invite { code })
    }
}
