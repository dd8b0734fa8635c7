//! Previews: what a user sees of a list before its people are added, removed or changed.

use std::time::Duration;

use whatsapp::{MemberIndex, Person};

use super::journal_writer::is_little;
use super::{Executor, NextStep, lane};
use crate::access::Actor;
use crate::error::{Unavailable, UserError};
use crate::operations::{Operation, slow_duration};
use crate::people_list::{GroupFacts, ListPreview, Planned, ReadList};

impl Executor {
    /// Returns whether the user must see how the list was read. More people than `limits.confirm_above` are never added
    /// unseen.
    pub(super) fn wants_preview(&self, operation: &Operation, list: &ReadList) -> bool {
        let many = self.resources.live.get().confirm_above;
        list.needs_preview() || (operation.adds_people() && operation.people().len() > many)
    }

    /// Decides access again, and returns the preview of a list that was read again.
    pub async fn preview_again(&self, actor: &Actor, planned: Planned) -> Result<NextStep, UserError> {
        let Planned { operation, list } = planned;
        let settings = self.settings.get(actor.guild).await?;
        settings.require_request(actor, operation.needs(), operation.target())?;
        match list {
            Some(list) => self.preview(actor, operation, *list).await,
            None => Err(Unavailable::Internal.into()),
        }
    }

    /// Returns the preview, with what is known of the group. What cannot be read is left out: nothing is sent yet, and
    /// the operation reads it again.
    pub(super) async fn preview(
        &self,
        actor: &Actor,
        operation: Operation,
        list: ReadList,
    ) -> Result<NextStep, UserError> {
        let unsettled = self.unsettled.requested_at(&operation).await?;
        let mut facts = GroupFacts::default();
        let adds_people = operation.adds_people() && !operation.people().is_empty();
        if adds_people {
            facts.may_add = self.may_add(&operation).await;
        }
        if let (true, Some(at)) = (adds_people, operation.group()) {
            let api = self.resources.api.on_behalf_of(lane(actor.guild.0, &operation));
            match api.participants(&at.session, &at.group).await {
                Ok(members) => {
                    facts.members = Some(members.len());
                    let members = MemberIndex::new(&members);
                    let is_member = |person: &&Person| members.find(person).is_some();
                    facts.already = Some(operation.people().iter().filter(is_member).count());
                }
                Err(error) => tracing::info!(%error, "the members of a group are not known for a preview"),
            }
        }
        facts.minutes = self.minutes(facts.new_of(operation.people().len()), facts.may_add);
        Ok(NextStep::Preview { operation, preview: Box::new(ListPreview { list, facts }), unsettled })
    }

    /// Returns about how many minutes it takes to add so many people, if it is more than one. Without much of the day's
    /// budget left, they are added slowly.
    fn minutes(&self, new: usize, may_add: Option<usize>) -> Option<usize> {
        let left = may_add?;
        let added = new.min(left);
        let is_slow = is_little(left - added, self.resources.rates().adds_per_day as usize);
        let taken = if is_slow { slow_duration(added) } else { Duration::ZERO };
        let minutes = usize::try_from(taken.as_secs().div_ceil(60)).unwrap_or(usize::MAX);
        Some(minutes).filter(|minutes| *minutes > 1)
    }

    /// Returns how many people the account of the operation may still add.
    async fn may_add(&self, operation: &Operation) -> Option<usize> {
        let left = self.resources.may_add(operation.session()?).await;
        left.inspect_err(|error| tracing::warn!(%error, "the budget of an account is not known")).ok()
    }
}
