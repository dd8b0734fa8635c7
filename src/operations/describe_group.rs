//! `/wa-group describe`: groups API, operation 5. Operation 3 comes first, so that after a lost answer the old text can
//! be told from one that another person has set meanwhile.

use groups_api::{ApiError, GroupsApi};
use serde::{Deserialize, Serialize};

use super::{ActsOn, Description, Exchange, Failure, GroupRef, OperationOutcome, Perform, SingleRequest, Verification};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DescribeGroup {
    pub at: GroupRef,
    pub text: Description,
}

impl Perform for DescribeGroup {
    type Outcome = GroupDescribed;

    const NAME: &'static str = "groups.describe";
    const NEEDS: Capability = Capability::GroupsEdit;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn long_text(&self) -> Option<&str> {
        Some(self.text.as_str())
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupDescribed {
    pub text: String,
    /// True if the group had this text before.
    #[serde(default)]
    pub unchanged: bool,
}

impl OperationOutcome for GroupDescribed {
    fn changed_something(&self) -> bool {
        !self.unchanged
    }
}

impl SingleRequest for DescribeGroup {
    type Before = String;
    type Answer = ();
    const IDEMPOTENT: bool = true;

    async fn snapshot(&self, api: &GroupsApi) -> Result<String, Failure> {
        self.present(api).await.map_err(Failure::of_read)
    }

    fn is_done(&self, before: &String) -> bool {
        before == self.text.as_str()
    }

    async fn send(&self, api: &GroupsApi) -> Result<(), ApiError> {
        api.set_description(&self.at.session, &self.at.group, self.text.as_str()).await
    }

    async fn verify(&self, api: &GroupsApi, before: &String) -> Result<Verification<()>, ApiError> {
        Ok(match self.present(api).await? {
            text if text == self.text.as_str() => Verification::Applied(()),
            text if text == *before => Verification::Unchanged,
            _ => Verification::Unclear(Vec::new()),
        })
    }

    fn outcome(&self, exchange: Exchange<String, ()>) -> GroupDescribed {
        let text = self.text.as_str().to_owned();
        GroupDescribed { unchanged: exchange.before == text, text }
    }

    fn repeats(&self, other: &Self) -> bool {
        self.at.is_same_group(&other.at) && self.text == other.text
    }
}

impl DescribeGroup {
    async fn present(&self, api: &GroupsApi) -> Result<String, ApiError> {
        Ok(api.group(&self.at.session, &self.at.group).await?.description.unwrap_or_default())
    }
}
