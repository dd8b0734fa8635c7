//! `/wa-group picture`: groups API, operation 6.

use serde::{Deserialize, Serialize};

use super::change::DirectRequest;
use super::{GroupRef, Outcome, Perform, PictureUrl, Verification};
use crate::access::{Capability, Target};
use crate::groups_api::{ApiError, GroupsApi, NewPicture};
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

impl DirectRequest for SetPicture {
    async fn send(&self, api: &GroupsApi) -> Result<(), ApiError> {
        let picture = match &self.picture {
            PictureFrom::Url(url) => NewPicture::Url(url.as_url().clone()),
            PictureFrom::Image(image) => NewPicture::Base64(image.base64().to_owned()),
            PictureFrom::Forgotten => return Err(ApiError::NotSent),
        };
        api.set_picture(&self.at.session, &self.at.group, picture).await
    }

    /// The API does not show a group's picture.
    async fn verify(&self, _api: &GroupsApi) -> Result<Verification<()>, ApiError> {
        Ok(Verification::NotShown)
    }

    fn outcome(&self) -> Outcome {
        let url = match &self.picture {
            PictureFrom::Url(url) => Some(url.as_url().to_string()),
            PictureFrom::Image(_) | PictureFrom::Forgotten => None,
        };
        Outcome::PictureSet { url }
    }
}
