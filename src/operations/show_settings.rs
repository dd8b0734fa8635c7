//! `/wa-group settings` without a change: groups API, operation 3.

use groups_api::{Features, GroupsApi, NotOffered};
use serde::{Deserialize, Serialize};
use whatsapp::GroupSettings;

use super::{ActsOn, Failure, GroupRef, OperationOutcome, Perform, Read};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowSettings {
    pub at: GroupRef,
}

impl Perform for ShowSettings {
    type Outcome = SettingsShown;

    const NAME: &'static str = "groups.settings.show";
    const NEEDS: Capability = Capability::GroupsSettings;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn with_group(self, at: GroupRef) -> Self {
        Self { at }
    }

    fn is_offered(features: &Features) -> bool {
        features.has_settings()
    }

    fn lacks(&self, features: &Features) -> Option<NotOffered> {
        (!features.has_settings()).then_some(NotOffered::Settings)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsShown {
    pub settings: GroupSettings,
}

impl OperationOutcome for SettingsShown {}

impl Read for ShowSettings {
    async fn run(&self, api: &GroupsApi) -> Result<SettingsShown, Failure> {
        let group = api.group(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?;
        Ok(SettingsShown { settings: group.settings })
    }
}
