//! `/wa-group describe`: groups API, operation 5.

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
    type Before = ();
    type Answer = ();
    const REPEATABLE: bool = true;

    async fn look(&self, _api: &GroupsApi) -> Result<(), Failure> {
        Ok(())
    }

    async fn send(&self, api: &GroupsApi, _before: &(), _answers: &[()]) -> Result<(), ApiError> {
        api.set_description(&self.at.session, &self.at.group, self.text.as_str()).await
    }

    async fn find(&self, api: &GroupsApi, _before: &(), _answers: &[()]) -> Result<Found<()>, ApiError> {
        let text = api.group(&self.at.session, &self.at.group).await?.description.unwrap_or_default();
        Ok(if text == self.text.as_str() { Found::Done(()) } else { Found::NotDone })
    }

    async fn outcome(&self, _api: &GroupsApi, _before: (), _answers: Vec<()>, _doubt: bool) -> Result<Outcome, Failure> {
        Ok(Outcome::Described { text: self.text.as_str().to_owned() })
    }
}
