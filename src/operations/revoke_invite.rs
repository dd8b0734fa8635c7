//! `/wa-group invite revoke`: groups API, operation 15. Operation 14 comes first, so that after a lost answer the code
//! shows whether the link was revoked; and after it, if the answer holds no new code.

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};
use whatsapp::InviteCode;

use super::{Change, CodeDigest, Confirm, Failure, GroupRef, Outcome, Perform, Verification};
use crate::access::{Capability, Target};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokeInvite {
    pub at: GroupRef,
}

impl Perform for RevokeInvite {
    const NAME: &'static str = "invites.revoke";
    const NEEDS: Capability = Capability::InvitesRevoke;
    const CONFIRM: Confirm = Confirm::Press;

    fn target(&self) -> Target<'_> {
        self.at.target()
    }
}

impl Change for RevokeInvite {
    /// Digest of the code: the journal keeps it while the change is not confirmed.
    type Before = CodeDigest;
    type Answer = Option<InviteCode>;
    /// A second revocation would disable the link that the first one created.
    const IDEMPOTENT: bool = false;

    async fn look(&self, api: &GroupsApi) -> Result<CodeDigest, Failure> {
        let code = api.invite(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        Ok(CodeDigest::from(&code))
    }

    async fn send(
        &self,
        api: &GroupsApi,
        _before: &CodeDigest,
        _answers: &[Self::Answer],
    ) -> Result<Self::Answer, ApiError> {
        api.revoke_invite(&self.at.session, &self.at.group).await
    }

    async fn verify(
        &self,
        api: &GroupsApi,
        before: &CodeDigest,
        _answers: &[Self::Answer],
    ) -> Result<Verification<Self::Answer>, ApiError> {
        let code = api.invite(&self.at.session, &self.at.group).await?;
        Ok(if CodeDigest::from(&code) == *before { Verification::Unchanged } else { Verification::Applied(Some(code)) })
    }

    async fn outcome(
        &self,
        api: &GroupsApi,
        _before: CodeDigest,
        mut answers: Vec<Self::Answer>,
        _stopped: Option<&Failure>,
    ) -> Result<Outcome, Failure> {
        let code = match answers.pop().flatten() {
            Some(code) => Some(code),
            // The old link is revoked already: a failure to read the new one is no failure of the revocation.
            None => api.invite(&self.at.session, &self.at.group).await.ok(),
        };
        Ok(Outcome::InviteRevoked { code })
    }
}
