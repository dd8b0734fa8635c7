//! `/wa-group preview`: groups API, operation 17. It does not join the group.

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};
use whatsapp::{GroupId, InvitePreview, SessionName};

use super::{ActsOn, Failure, OperationOutcome, Perform, Read, RequestedInvite};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewInvite {
    pub session: SessionName,
    #[serde(rename = "code")]
    pub invite: RequestedInvite,
    /// Number of different invite links in the message, of which this is the first.
    #[serde(default)]
    pub links: usize,
}

impl Perform for PreviewInvite {
    type Outcome = InvitePreviewed;

    const NAME: &'static str = "groups.preview";
    const NEEDS: Capability = Capability::GroupsRead;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::NewGroup(&self.session)
    }

    fn invite(&self) -> Option<&RequestedInvite> {
        Some(&self.invite)
    }

    fn as_kept(&self) -> Option<Self> {
        Some(Self { invite: self.invite.forgotten(), ..self.clone() })
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitePreviewed {
    pub preview: InvitePreview,
}

impl OperationOutcome for InvitePreviewed {
    fn group(&self) -> Option<(&GroupId, Option<&str>)> {
        Some((&self.preview.id, Some(&self.preview.name)))
    }
}

impl Read for PreviewInvite {
    async fn run(&self, api: &GroupsApi) -> Result<InvitePreviewed, Failure> {
        let code = self.invite.code().ok_or_else(|| Failure::of_read(ApiError::NotSent))?;
        let preview = api.preview(&self.session, code).await.map_err(Failure::of_read)?;
        Ok(InvitePreviewed { preview })
    }
}
