//! `/wa-group rename`: groups API, operation 4. Operation 3 comes first, to read the current name.

use groups_api::{ApiError, Features, GroupsApi, NotOffered};
use serde::{Deserialize, Serialize};
use whatsapp::{GroupSettings, Who};

use super::{
    ActsOn, Exchange, Failure, GroupName, GroupRef, ListChange, Operation, OperationOutcome, Perform, SingleRequest,
    Verification,
};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenameGroup {
    pub at: GroupRef,
    pub name: GroupName,
    /// Renames the group only if it has this name: an undo must not take back what another person did since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_from: Option<String>,
}

impl Perform for RenameGroup {
    type Outcome = GroupRenamed;

    const NAME: &'static str = "groups.rename";
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

    fn lacks(&self, features: &Features) -> Option<NotOffered> {
        features.lacks_name(self.name.as_str())
    }

    fn undo(&self, outcome: &GroupRenamed, name_chars: usize) -> Option<Operation> {
        // A name that cannot be written as it was is not restored exactly.
        let name = GroupName::parse(&outcome.before, name_chars).ok().filter(|name| name.as_str() == outcome.before)?;
        let at = GroupRef { name: Some(outcome.after.clone()), ..self.at.clone() };
        let only_from = Some(outcome.after.clone());
        outcome.changed_something().then(|| Self { at, name, only_from }.into())
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRenamed {
    pub before: String,
    pub after: String,
    /// True if the group did not have the name from which alone it was to be renamed, so that nothing was sent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_superseded: bool,
}

impl OperationOutcome for GroupRenamed {
    fn changed_something(&self) -> bool {
        self.before != self.after
    }

    fn list_change(&self, at: Option<&GroupRef>) -> Option<ListChange> {
        at.map(|at| ListChange::Rename(at.group.clone(), self.after.clone()))
    }
}

impl SingleRequest for RenameGroup {
    type Before = String;
    type Answer = ();
    const IDEMPOTENT: bool = true;

    async fn snapshot(&self, api: &GroupsApi) -> Result<String, Failure> {
        Ok(api.group(&self.at.session, &self.at.group).await.map_err(Failure::of_read)?.name)
    }

    fn is_done(&self, before: &String) -> bool {
        before == self.name.as_str() || self.is_superseded(before)
    }

    async fn send(&self, api: &GroupsApi) -> Result<(), ApiError> {
        api.set_subject(&self.at.session, &self.at.group, self.name.as_str()).await
    }

    async fn verify(&self, api: &GroupsApi, before: &String) -> Result<Verification<()>, ApiError> {
        Ok(match api.group(&self.at.session, &self.at.group).await?.name {
            name if name == self.name.as_str() => Verification::Applied(()),
            name if name == *before => Verification::Unchanged,
            // Another person has renamed the group meanwhile, before this change or after it.
            _ => Verification::Unclear(Vec::new()),
        })
    }

    fn outcome(&self, exchange: Exchange<String, ()>) -> GroupRenamed {
        let before = exchange.before;
        let is_superseded = exchange.answer.is_none() && self.is_superseded(&before);
        let after = if is_superseded { before.clone() } else { self.name.as_str().to_owned() };
        GroupRenamed { before, after, is_superseded }
    }

    fn repeats(&self, other: &Self) -> bool {
        self.at.is_same_group(&other.at) && self.name == other.name
    }
}

impl RenameGroup {
    fn is_superseded(&self, present: &str) -> bool {
        present != self.name.as_str() && self.only_from.as_ref().is_some_and(|name| name != present)
    }
}
