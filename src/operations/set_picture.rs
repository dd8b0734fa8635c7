//! `/wa-group picture`: groups API, operation 6.

use serde::{Deserialize, Serialize};

use super::{Change, Failure, Found, GroupRef, Outcome, Perform, PictureUrl};
use crate::access::{Capability, Reach};
use crate::groups_api::{ApiError, GroupsApi, Picture};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetPicture {
    pub at: GroupRef,
    pub url: PictureUrl,
}

impl Perform for SetPicture {
    const NAME: &'static str = "groups.picture";
    const NEEDS: Capability = Capability::GroupsEdit;

    fn reach(&self) -> Reach<'_> {
        self.at.reach()
    }
}

impl Change for SetPicture {
    type Before = ();
    type Answer = ();
    const REPEATABLE: bool = true;

    async fn look(&self, _api: &GroupsApi) -> Result<(), Failure> {
        Ok(())
    }

    async fn send(&self, api: &GroupsApi, _before: &(), _answers: &[()]) -> Result<(), ApiError> {
        api.set_picture(&self.at.session, &self.at.group, Picture::Url(self.url.as_url().clone())).await
    }

    /// The API does not show a group's picture.
    async fn find(&self, _api: &GroupsApi, _before: &(), _answers: &[()]) -> Result<Found<()>, ApiError> {
        Ok(Found::Unclear)
    }

    async fn outcome(
        &self,
        _api: &GroupsApi,
        _before: (),
        _answers: Vec<()>,
        _stopped: Option<&Failure>,
    ) -> Result<Outcome, Failure> {
        Ok(Outcome::PictureSet { url: self.url.as_url().to_string() })
    }
}
