//! `/wa-group rename`: groups API, operation 4. Operation 3 comes first, to read the current name.

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};

use super::{Change, Failure, GroupName, GroupRef, Outcome, Perform, Verification};
use crate::access::{Capability, Target};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenameGroup {
    pub at: GroupRef,
    pub name: GroupName,
}

impl Perform for RenameGroup {
    const NAME: &'static str = "groups.rename";
    const NEEDS: Capability = Capability::GroupsEdit;

    fn target(&self) -> Target<'_> {
        self.at.target()
    }
}

impl Change for RenameGroup {
    type Before = String;
    type Answer = ();
    const IDEMPOTENT: bool = true;

    async fn look(&self, api: &GroupsApi) -> Result<String, Failure> {
        Ok(api.group(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?.name)
    }

    fn requests(&self, before: &String) -> usize {
        usize::from(before != self.name.as_str())
    }

    async fn send(&self, api: &GroupsApi, _before: &String, _answers: &[()]) -> Result<(), ApiError> {
        api.set_subject(&self.at.session, &self.at.group, self.name.as_str()).await
    }

    async fn verify(&self, api: &GroupsApi, before: &String, _answers: &[()]) -> Result<Verification<()>, ApiError> {
        Ok(match api.group(&self.at.session, &self.at.group).await?.name {
            name if name == self.name.as_str() => Verification::Applied(()),
            name if name == *before => Verification::Unchanged,
            // Another person has renamed the group meanwhile, before this change or after it.
            _ => Verification::Unclear(Vec::new()),
        })
    }

    async fn outcome(
        &self,
        _api: &GroupsApi,
        before: String,
        _answers: Vec<()>,
        _stopped: Option<&Failure>,
    ) -> Result<Outcome, Failure> {
        Ok(Outcome::Renamed { before, after: self.name.as_str().to_owned() })
    }
}
