//! `/wa-group invite show`: groups API, operation 14.

use serde::{Deserialize, Serialize};

use super::{Failure, GroupRef, Outcome, Perform, Read};
use crate::access::{Capability, Reach};
use crate::groups_api::GroupsApi;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowInvite {
    pub at: GroupRef,
    /// It is wanted as a message to send to people.
    #[serde(default)]
    pub to_send: bool,
}

impl Perform for ShowInvite {
    const NAME: &'static str = "invites.show";
    const NEEDS: Capability = Capability::InvitesRead;

    fn reach(&self) -> Reach<'_> {
        self.at.reach()
    }
}

impl Read for ShowInvite {
    /// Whoever has the link can join: who asked for it is written down.
    const GUARDED: bool = true;

    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        let code = api.invite(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        Ok(Outcome::Invite { code })
    }
}
