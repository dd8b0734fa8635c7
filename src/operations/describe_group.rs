//! `/wa-group describe`: groups API, operation 5. Operation 3 comes first, so that after a lost answer the old text can
//! be told from one that another person has set meanwhile.

use groups_api::{ApiError, Features, GroupsApi, NotOffered};
use serde::{Deserialize, Serialize};
use whatsapp::{GroupSettings, InviteCode, Who};

use super::{
    ActsOn, Description, Exchange, Failure, GroupRef, Operation, OperationOutcome, Perform, SingleRequest, TextDigest,
    Verification,
};
use crate::access::Capability;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DescribeGroup {
    pub at: GroupRef,
    pub text: Description,
    /// Describes the group only if it has the description with this digest: an undo must not take back what another
    /// person did since. The description may hold an invite code, which is not stored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_from: Option<TextDigest>,
}

impl Perform for DescribeGroup {
    type Outcome = GroupDescribed;

    const NAME: &'static str = "groups.describe";
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

    fn undo(&self, outcome: &GroupDescribed, _name_chars: usize) -> Option<Operation> {
        let before = outcome.before.as_ref().filter(|_| outcome.changed_something())?;
        // A text that cannot be written as it was is not restored exactly, and one with an invite code is not stored.
        let text = Description::parse(before).ok().filter(|text| text.as_str() == before)?;
        InviteCode::all_in_text(before)
            .is_empty()
            .then(|| Self { at: self.at.clone(), text, only_from: Some(TextDigest::of(&outcome.text)) }.into())
    }

    fn lacks(&self, features: &Features) -> Option<NotOffered> {
        features.lacks_description(self.text.as_str())
    }

    fn long_text(&self) -> Option<&str> {
        Some(self.text.as_str())
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupDescribed {
    pub text: String,
    /// True if the group had this text before.
    #[serde(default)]
    pub unchanged: bool,
    /// The description before, for an undo. It is not stored.
    #[serde(skip)]
    pub before: Option<String>,
    /// True if the group did not have the description from which alone it was to change, so that nothing was sent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_superseded: bool,
}

impl OperationOutcome for GroupDescribed {
    fn changed_something(&self) -> bool {
        !self.unchanged
    }
}

impl SingleRequest for DescribeGroup {
    type Before = String;
    type Answer = ();
    const IDEMPOTENT: bool = true;

    async fn snapshot(&self, api: &GroupsApi) -> Result<String, Failure> {
        self.present(api).await.map_err(Failure::of_read)
    }

    fn is_done(&self, before: &String) -> bool {
        before == self.text.as_str() || self.is_superseded(before)
    }

    async fn send(&self, api: &GroupsApi) -> Result<(), ApiError> {
        api.set_description(&self.at.session, &self.at.group, self.text.as_str()).await
    }

    async fn verify(&self, api: &GroupsApi, before: &String) -> Result<Verification<()>, ApiError> {
        Ok(match self.present(api).await? {
            text if text == self.text.as_str() => Verification::Applied(()),
            text if text == *before => Verification::Unchanged,
            _ => Verification::Unclear(Vec::new()),
        })
    }

    fn outcome(&self, exchange: Exchange<String, ()>) -> GroupDescribed {
        let (before, wanted) = (exchange.before, self.text.as_str());
        let is_superseded = exchange.answer.is_none() && self.is_superseded(&before);
        let text = if is_superseded { before.clone() } else { wanted.to_owned() };
        GroupDescribed { unchanged: before == text, text, before: Some(before), is_superseded }
    }

    fn repeats(&self, other: &Self) -> bool {
        self.at.is_same_group(&other.at) && self.text == other.text
    }
}

impl DescribeGroup {
    fn is_superseded(&self, present: &str) -> bool {
        present != self.text.as_str()
            && self.only_from.as_ref().is_some_and(|digest| *digest != TextDigest::of(present))
    }

    async fn present(&self, api: &GroupsApi) -> Result<String, ApiError> {
        Ok(api.group(&self.at.session, &self.at.group).await?.description.unwrap_or_default())
    }
}
