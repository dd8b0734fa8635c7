//! `/wa-group describe`: groups API, operation 5. Operation 3 comes first, so that after a lost answer the old text can
//! be told from one that another person has set meanwhile.

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};

use super::{Change, Description, Failure, GroupRef, Outcome, Perform, Verification};
use crate::access::{Capability, Target};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DescribeGroup {
    pub at: GroupRef,
    pub text: Description,
}

impl Perform for DescribeGroup {
    const NAME: &'static str = "groups.describe";
    const NEEDS: Capability = Capability::GroupsEdit;

    fn target(&self) -> Target<'_> {
        self.at.target()
    }
}

impl Change for DescribeGroup {
    type Before = String;
    type Answer = ();
    const IDEMPOTENT: bool = true;

    async fn look(&self, api: &GroupsApi) -> Result<String, Failure> {
        self.present(api).await.map_err(Failure::of_read)
    }

    fn requests(&self, before: &String) -> usize {
        usize::from(before != self.text.as_str())
    }

    async fn send(&self, api: &GroupsApi, _before: &String, _answers: &[()]) -> Result<(), ApiError> {
        api.set_description(&self.at.session, &self.at.group, self.text.as_str()).await
    }

    async fn verify(&self, api: &GroupsApi, before: &String, _answers: &[()]) -> Result<Verification<()>, ApiError> {
        Ok(match self.present(api).await? {
            text if text == self.text.as_str() => Verification::Applied(()),
            text if text == *before => Verification::Unchanged,
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
        let text = self.text.as_str().to_owned();
        Ok(Outcome::Described { unchanged: before == text, text })
    }
}

impl DescribeGroup {
    async fn present(&self, api: &GroupsApi) -> Result<String, ApiError> {
        Ok(api.group(&self.at.session, &self.at.group).await?.description.unwrap_or_default())
    }
}
