//! `/wa-group invite show`: groups API, operation 14.

use groups_api::GroupsApi;
use serde::{Deserialize, Serialize};
use whatsapp::{InviteCode, Person};

use super::{ActsOn, Failure, GroupRef, OperationOutcome, Perform, Read};
use crate::access::{Capability, InvitationText};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowInvite {
    pub at: GroupRef,
    /// True if the reply is a message to forward to people.
    #[serde(default)]
    pub to_send: bool,
    /// That message, and the people who are to have it.
    #[serde(skip)]
    pub invitation: Option<Invitation>,
}

/// A message to forward, and to whom. It is not stored: the journal has the people where they were added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    pub text: InvitationText,
    pub people: Vec<Person>,
}

impl Perform for ShowInvite {
    type Outcome = InviteShown;

    const NAME: &'static str = "invites.show";
    const NEEDS: Capability = Capability::InvitesRead;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn with_group(self, at: GroupRef) -> Self {
        Self { at, ..self }
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
