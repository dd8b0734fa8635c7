//! `/wa-group invite revoke`: groups API, operation 15. Operation 14 comes first, so that after a lost answer the code
//! shows whether the link was revoked; and after it, if the answer holds no new code.

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};
use whatsapp::InviteCode;

use super::{
    ActsOn, CodeDigest, Confirm, Exchange, Failure, GroupRef, OperationOutcome, Perform, Reason, Repetition,
    SingleRequest, Verification,
};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokeInvite {
    pub at: GroupRef,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

impl Perform for RevokeInvite {
    type Outcome = InviteRevoked;

    const NAME: &'static str = "invites.revoke";
    const NEEDS: Capability = Capability::InvitesRevoke;
    const NEEDS_ADMIN: bool = true;
    const CONFIRM: Confirm = Confirm::Press;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn with_group(self, at: GroupRef) -> Self {
        Self { at, ..self }
    }

    fn reason(&self) -> Option<&Reason> {
        self.reason.as_ref()
    }

    fn takes_reason(&self) -> bool {
        true
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InviteRevoked {
    /// The new code; `None` if the API did not give it.
    pub code: Option<InviteCode>,
}

impl OperationOutcome for InviteRevoked {
    fn forget_codes(&mut self) {
        self.code = None;
    }
}

impl SingleRequest for RevokeInvite {
    /// Digest of the code: the journal keeps it while the change is not confirmed.
    type Before = CodeDigest;
    type Answer = Option<InviteCode>;
    /// A second revocation would disable the link that the first one created.
    const IDEMPOTENT: bool = false;
    const REPETITION: Repetition = Repetition::OwnLink;

    async fn snapshot(&self, api: &GroupsApi) -> Result<CodeDigest, Failure> {
        let code = api.invite(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        Ok(CodeDigest::from(&code))
    }

    async fn send(&self, api: &GroupsApi) -> Result<Option<InviteCode>, ApiError> {
        let GroupRef { session, group, .. } = &self.at;
        Ok(match api.revoke_invite(session, group).await? {
            Some(code) => Some(code),
            // The old link is revoked already: a failure to read the new one is no failure of the revocation.
            None => api.invite(session, group).await.ok(),
        })
    }

    async fn verify(&self, api: &GroupsApi, before: &CodeDigest) -> Result<Verification<Option<InviteCode>>, ApiError> {
        let code = api.invite(&self.at.session, &self.at.group).await?;
        Ok(if CodeDigest::from(&code) == *before { Verification::Unchanged } else { Verification::Applied(Some(code)) })
    }

    fn outcome(&self, exchange: Exchange<CodeDigest, Option<InviteCode>>) -> InviteRevoked {
        InviteRevoked { code: exchange.answer.flatten() }
    }

    fn repeats(&self, other: &Self) -> bool {
        self.at.is_same_group(&other.at)
    }
}
