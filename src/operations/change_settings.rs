//! `/wa-group settings`: what a group's members may do. Each setting is a request of its own; groups API, operation 3, comes
//! first, so that nothing is sent that the group has already.

use groups_api::{ApiError, Effect, Features, GroupsApi, NotOffered};
use serde::{Deserialize, Serialize};
use whatsapp::{GroupSetting, GroupSettings};

use super::outcome::confirm_parts;
use super::{ActsOn, Change, Failure, GroupRef, Operation, OperationOutcome, Perform, ShowSettings, Verification};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeSettings {
    pub at: GroupRef,
    /// Each setting at most once.
    pub to: Vec<GroupSetting>,
}

impl Perform for ChangeSettings {
    type Outcome = SettingsChanged;

    const NAME: &'static str = "groups.settings";
    const NEEDS: Capability = Capability::GroupsSettings;
    const NEEDS_ADMIN: bool = true;

    fn acts_on(&self) -> ActsOn<'_> {
        ActsOn::Group(&self.at)
    }

    fn with_group(self, at: GroupRef) -> Self {
        Self { at, ..self }
    }

    fn undo(&self, outcome: &SettingsChanged, _name_chars: usize) -> Option<Operation> {
        let changed = outcome.settings.iter().filter(|one| one.result == SettingChange::Changed);
        let to: Vec<GroupSetting> = changed.filter_map(|one| outcome.before.present(one.setting)).collect();
        (!to.is_empty()).then(|| Self { at: self.at.clone(), to }.into())
    }

    fn is_offered(features: &Features) -> bool {
        ShowSettings::is_offered(features)
    }

    fn lacks(&self, features: &Features) -> Option<NotOffered> {
        self.to.iter().find_map(|setting| features.lacks_setting(*setting))
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsChanged {
    pub settings: Vec<SettingResult>,
    /// The settings before, for an undo.
    pub before: GroupSettings,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingResult {
    pub setting: GroupSetting,
    pub result: SettingChange,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SettingChange {
    Changed,
    /// The group had the setting already.
    NothingToDo,
    NotChanged,
    Unconfirmed,
}

impl OperationOutcome for SettingsChanged {
    fn changed_something(&self) -> bool {
        self.settings.iter().any(|one| one.result == SettingChange::Changed)
    }

    fn is_unconfirmed(&self) -> bool {
        self.settings.iter().any(|one| one.result == SettingChange::Unconfirmed)
    }

    fn confirmed_by(&self, now: &Self) -> Option<Self> {
        let mut confirmed = self.clone();
        confirm_parts(&mut confirmed.settings, &now.settings, |one| one.result == SettingChange::Unconfirmed);
        (confirmed != *self).then_some(confirmed)
    }
}

impl Change for ChangeSettings {
    type Before = GroupSettings;
    type Answer = ();
    const IDEMPOTENT: bool = true;

    async fn snapshot(&self, api: &GroupsApi) -> Result<GroupSettings, Failure> {
        self.present(api).await.map_err(Failure::of_read)
    }

    fn requests(&self, before: &GroupSettings, _answers: &[()]) -> usize {
        self.changing(before).count()
    }

    async fn send(&self, api: &GroupsApi, before: &GroupSettings, answers: &[()]) -> Result<(), ApiError> {
        match self.changing(before).nth(answers.len()) {
            Some(setting) => api.change_setting(&self.at.session, &self.at.group, setting).await,
            None => Ok(()),
        }
    }

    async fn verify(
        &self,
        api: &GroupsApi,
        before: &GroupSettings,
        answers: &[()],
    ) -> Result<Verification<()>, ApiError> {
        let Some(setting) = self.changing(before).nth(answers.len()) else { return Ok(Verification::Applied(())) };
        Ok(match self.present(api).await?.has(setting) {
            Some(true) => Verification::Applied(()),
            // A setting has two values.
            Some(false) => Verification::Unchanged,
            None => Verification::NotShown,
        })
    }

    async fn outcome(
        &self,
        _api: &GroupsApi,
        before: GroupSettings,
        answers: Vec<()>,
        stopped: Option<&Failure>,
    ) -> Result<SettingsChanged, Failure> {
        let is_in_doubt = stopped.is_some_and(|failure| failure.carried == Effect::Maybe);
        let mut sent = 0;
        let settings = self.to.iter().map(|setting| {
            let result = if before.has(*setting) == Some(true) {
                SettingChange::NothingToDo
            } else {
                sent += 1;
                match sent {
                    sent if sent <= answers.len() => SettingChange::Changed,
                    sent if sent == answers.len() + 1 && is_in_doubt => SettingChange::Unconfirmed,
                    _ => SettingChange::NotChanged,
                }
            };
            SettingResult { setting: *setting, result }
        });
        Ok(SettingsChanged { settings: settings.collect(), before })
    }

    fn repeats(&self, other: &Self) -> bool {
        self.at.is_same_group(&other.at) && self.to.iter().any(|setting| other.to.contains(setting))
    }
}

impl ChangeSettings {
    /// Returns the settings that requests change, in their order.
    fn changing(&self, before: &GroupSettings) -> impl Iterator<Item = GroupSetting> {
        self.to.iter().copied().filter(|setting| before.has(*setting) != Some(true))
    }

    async fn present(&self, api: &GroupsApi) -> Result<GroupSettings, ApiError> {
        Ok(api.group(&self.at.session, &self.at.group).await?.settings)
    }
}
