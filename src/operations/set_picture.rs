//! `/wa-group picture`: groups API, operation 6.

use groups_api::{ApiError, GroupsApi, NewPicture};
use serde::{Deserialize, Serialize};

use super::{Change, Failure, GroupRef, Outcome, Perform, PictureUrl, Verification};
use crate::access::{Capability, Target};
use crate::picture::Picture;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetPicture {
    pub at: GroupRef,
    #[serde(flatten)]
    pub picture: PictureFrom,
}

/// The source of a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PictureFrom {
    Url(PictureUrl),
    Image(Picture),
    /// An image that is no longer stored.
    Forgotten,
}

impl Perform for SetPicture {
    const NAME: &'static str = "groups.picture";
    const NEEDS: Capability = Capability::GroupsEdit;

    fn target(&self) -> Target<'_> {
        self.at.target()
    }
}

impl Change for SetPicture {
    type Before = ();
    type Answer = ();
    const IDEMPOTENT: bool = true;

    async fn look(&self, _api: &GroupsApi) -> Result<(), Failure> {
        Ok(())
    }

    async fn send(&self, api: &GroupsApi, _before: &(), _answers: &[()]) -> Result<(), ApiError> {
        let picture = match &self.picture {
            PictureFrom::Url(url) => NewPicture::Url(url.as_url().clone()),
            PictureFrom::Image(image) => NewPicture::Base64(image.base64().to_owned()),
            PictureFrom::Forgotten => return Err(ApiError::NotSent),
        };
        api.set_picture(&self.at.session, &self.at.group, picture).await
    }

    /// The API does not show a group's picture.
    async fn verify(&self, _api: &GroupsApi, _before: &(), _answers: &[()]) -> Result<Verification<()>, ApiError> {
        Ok(Verification::NotShown)
    }

    async fn outcome(
        &self,
        _api: &GroupsApi,
        _before: (),
        _answers: Vec<()>,
        _stopped: Option<&Failure>,
    ) -> Result<Outcome, Failure> {
        let url = match &self.picture {
            PictureFrom::Url(url) => Some(url.as_url().to_string()),
            PictureFrom::Image(_) | PictureFrom::Forgotten => None,
        };
        Ok(Outcome::PictureSet { url })
    }
}
