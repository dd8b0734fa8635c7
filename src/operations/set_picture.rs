//! `/wa-group picture`: groups API, operation 6.

use serde::{Deserialize, Serialize};

use super::{Failure, GroupRef, Outcome, Perform, PictureUrl};
use crate::access::{Capability, Reach};
use crate::groups_api::{GroupsApi, Picture};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetPicture {
    pub at: GroupRef,
    pub url: PictureUrl,
}

impl Perform for SetPicture {
    const NAME: &'static str = "groups.picture";
    const NEEDS: Capability = Capability::GroupsEdit;
    const CHANGES: bool = true;

    fn reach(&self) -> Reach<'_> {
        self.at.reach()
    }

    async fn run(&self, api: &GroupsApi) -> Result<Outcome, Failure> {
        let url = self.url.as_url();
        api.set_picture(&self.at.session, &self.at.group, Picture::Url(url.clone())).await.map_err(Failure::of_change)?;
        Ok(Outcome::PictureSet { url: url.to_string() })
    }
}
