//! `/wa-group picture`: groups API, operation 6.

use groups_api::{ApiError, Features, GroupsApi, NewPicture, NotOffered};
use serde::{Deserialize, Serialize};
use whatsapp::{GroupSettings, Who};

use super::{ActsOn, DirectRequest, GroupRef, OperationOutcome, Perform, PictureUrl, Verification};
use crate::access::Capability;
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
    type Outcome = PictureSet;

    const NAME: &'static str = "groups.picture";
    const NEEDS: Capability = Capability::GroupsEdit;
    const NEEDS_ADMIN: bool = true;

    fn is_open(settings: &GroupSettings) -> bool {
        settings.editors == Some(Who::Everyone)
    }

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn with_group(self, at: GroupRef) -> Self {
        Self { at, ..self }
    }

    fn is_offered(features: &Features) -> bool {
        features.picture
    }

    fn lacks(&self, features: &Features) -> Option<NotOffered> {
        match self.picture {
            _ if !features.picture => Some(NotOffered::Picture),
            PictureFrom::Url(_) if !features.picture_by_url => Some(NotOffered::PictureByUrl),
            PictureFrom::Url(_) | PictureFrom::Image(_) | PictureFrom::Forgotten => None,
        }
    }

    fn picture(&self) -> Option<&Picture> {
        match &self.picture {
            PictureFrom::Image(image) => Some(image),
            PictureFrom::Url(_) | PictureFrom::Forgotten => None,
        }
    }

    fn as_kept(&self) -> Option<Self> {
        self.picture().map(|_| Self { at: self.at.clone(), picture: PictureFrom::Forgotten })
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureSet {
    /// `None` if the picture was an image.
    pub url: Option<String>,
}

impl OperationOutcome for PictureSet {}

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

    fn outcome(&self) -> PictureSet {
        let url = match &self.picture {
            PictureFrom::Url(url) => Some(url.as_url().to_string()),
            PictureFrom::Image(_) | PictureFrom::Forgotten => None,
        };
        PictureSet { url }
    }

    fn repeats(&self, other: &Self) -> bool {
        self.at.is_same_group(&other.at)
    }
}
