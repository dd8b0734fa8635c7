//! `/wa-group describe`: groups API, operation 5; operation 3 before it, so that after a lost answer the old text is told
//! from one that somebody else has given it meanwhile.

use serde::{Deserialize, Serialize};

use super::{Change, Description, Failure, Found, GroupRef, Outcome, Perform};
use crate::access::{Capability, Reach};
use crate::groups_api::{ApiError, GroupsApi};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DescribeGroup {
    pub at: GroupRef,
    pub text: Description,
}

impl Perform for DescribeGroup {
    const NAME: &'static str = "groups.describe";
    const NEEDS: Capability = Capability::GroupsEdit;

    fn reach(&self) -> Reach<'_> {
        self.at.reach()
    }
}

impl Change for DescribeGroup {
    type Before = String;
    type Answer = ();
    const REPEATABLE: bool = true;

    async fn look(&self, api: &GroupsApi) -> Result<String, Failure> {
        self.present(api).await.map_err(Failure::of_read)
    }

    async fn send(&self, api: &GroupsApi, _before: &String, _answers: &[()]) -> Result<(), ApiError> {
        api.set_description(&self.at.session, &self.at.group, self.text.as_str()).await
    }

    async fn find(&self, api: &GroupsApi, before: &String, _answers: &[()]) -> Result<Found<()>, ApiError> {
        Ok(match self.present(api).await? {
            text if text == self.text.as_str() => Found::Done(()),
            text if text == *before => Found::NotDone,
            _ => Found::Unclear,
        })
    }

    async fn outcome(
        &self,
        _api: &GroupsApi,
        _before: String,
        _answers: Vec<()>,
        _stopped: Option<&Failure>,
    ) -> Result<Outcome, Failure> {
        Ok(Outcome::Described { text: self.text.as_str().to_owned() })
    }
}

impl DescribeGroup {
    async fn present(&self, api: &GroupsApi) -> Result<String, ApiError> {
        Ok(api.group(&self.at.session, &self.at.group).await?.description.unwrap_or_default())
    }
}
