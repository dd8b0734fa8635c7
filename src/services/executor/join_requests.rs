//! The decision about everyone who asks to join a group.

use whatsapp::JoinDecision;

use super::{Executor, lane};
use crate::access::{Actor, Capability};
use crate::error::{InputError, UserError};
use crate::operations::{DecideJoinRequests, GroupRef, Labels, Operation};

impl Executor {
    /// Returns the decision about everyone who asks to join the group at present. Decides access again, because it reads
    /// the people: a user who may decide only with an approval must name them. Returns [`InputError::NobodyAsks`] if
    /// there are none.
    pub async fn everyone_who_asks(
        &self,
        actor: &Actor,
        at: GroupRef,
        decision: JoinDecision,
    ) -> Result<Operation, UserError> {
        let (people, labels) = (Vec::new(), Labels::default());
        let decide = DecideJoinRequests { at, people, labels, decision, is_of_all: true, hidden: 0 };
        let operation = Operation::from(decide.clone());
        let settings = self.settings.get(actor.guild).await?;
        settings.require(actor, Capability::MembersApprove, operation.target())?;
        let api = self.resources.api.on_behalf_of(lane(actor.guild.0, &operation));
        let decide = decide.of_everyone(&api).await?;
        if decide.people.is_empty() { Err(InputError::NobodyAsks.into()) } else { Ok(decide.into()) }
    }
}
