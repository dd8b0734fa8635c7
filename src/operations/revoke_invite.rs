//! `/wa-group invite revoke`: groups API, operation 15; operation 14 after it where the answer holds no new code.

use serde::{Deserialize, Serialize};

use super::{Confirm, Failure, GroupRef, Outcome, Perform};
use crate::access::{Capability, Reach};
use crate::groups_api::GroupsApi;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokeInvite {
    pub at: GroupRef,
}

impl Perform for RevokeInvite {
    const NAME: &'static str = "invites.revoke";
    const NEEDS: Capability = Capability::InvitesRevoke;
    const CHANGES: bool = true;
    const CONFIRM: Confirm = Confirm::Press;

    fn reach(&self) -> Reach<'_> {
        self.at.reach()
    }

    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        let GroupRef { session, group, .. } = &self.at;
        let code = match api.revoke_invite(session, group).await.map_err(Failure::of_change)? {
            Some(code) => Some(code),
            // The old link is dead already; that the new one cannot be read is no failure of the revocation.
            None => api.invite(session, group).await.ok(),
        };
        Ok(Outcome::InviteRevoked { code })
    }
}
