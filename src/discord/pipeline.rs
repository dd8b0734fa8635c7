//! The pipeline from a command to its operation. It decides access from the interaction only, then refuses or
//! acknowledges the interaction at once, and does all other work after that.

use whatsapp::{GroupId, SessionName};

use super::responder::{DeferredInteraction, Responder};
use super::{Context, Error, approvals};
use crate::access::{Capability, Groups, Target};
use crate::error::UserError;
use crate::operations::{Confirm, GroupRef, Operation, Perform};
use crate::services::{Admission, NextStep};
use crate::store::AuditSubject;

/// A command or a press that requests an operation.
pub(crate) struct PipelineRequest {
    responder: Responder,
    /// Makes the answer replace the message whose button was pressed, instead of being a new message.
    in_place: bool,
}

impl From<Context<'_>> for PipelineRequest {
    fn from(ctx: Context<'_>) -> Self {
        Self::new(Responder::of_command(ctx.data(), ctx.interaction))
    }
}

impl PipelineRequest {
    pub(crate) fn new(responder: Responder) -> Self {
        Self { responder, in_place: false }
    }

    pub(crate) fn in_place(responder: Responder) -> Self {
        Self { responder, in_place: true }
    }

    async fn acknowledge(self) -> Result<DeferredInteraction, Error> {
        if self.in_place { self.responder.defer_update().await } else { self.responder.defer().await }
    }
}

/// Authorizes a command that is not about a single group, from the interaction only, and acknowledges it. Returns `None`
/// if it was refused.
pub(crate) async fn authorized(
    ctx: Context<'_>,
    needs: Capability,
    name: &str,
) -> Result<Option<DeferredInteraction>, Error> {
    let responder = Responder::of_command(ctx.data(), ctx.interaction);
    match responder.require(needs, Target::IN_SCOPE).await {
        Ok(()) => responder.defer().await.map(Some),
        Err(problem) => responder.refuse(&problem, AuditSubject::of(name)).await.map(|()| None),
    }
}

/// Runs an operation on one group, given by JID or by name. `build` creates the operation once the group is found. It
/// is an error if the typed options are invalid already.
pub(crate) async fn on_group<O, B>(
    request: impl Into<PipelineRequest>,
    group: &str,
    build: Result<B, UserError>,
) -> Result<(), Error>
where
    O: Perform + Into<Operation>,
    B: AsyncFnOnce(GroupRef) -> Result<O, UserError>,
{
    let request = request.into();
    let bot_state = request.responder.bot_state().clone();
    let id = group.trim().parse::<GroupId>().ok();
    let target = Target { session: None, groups: id.as_ref().map_or(Groups::InScope, Groups::One) };
    let admitted = match request.responder.actor() {
        Ok(actor) => bot_state.services.authorize(actor, O::NEEDS, target).await,
        Err(problem) => Err(problem),
    };
    let what = AuditSubject { group: id.clone(), ..AuditSubject::of(O::NAME) };
    let (admission, build) = match admitted.and_then(|admission| Ok((admission, build?))) {
        Ok(admitted) => admitted,
        Err(problem) => return request.responder.refuse(&problem, what).await,
    };
    let deferred = request.acknowledge().await?;
    // Confirmations and requests for approval show the group's name.
    let name_wanted = O::CONFIRM != Confirm::No || admission == Admission::IfApproved;
    let clearance = async {
        let at = bot_state.services.resolve_group(deferred.actor(), O::NEEDS, group, name_wanted).await?;
        bot_state.services.reauthorize(deferred.actor(), build(at).await?.into()).await
    };
    let clearance = clearance.await;
    go_on(deferred, clearance, what).await
}

/// Runs an operation in a session, or in the server's default session. `groups`: the groups that it concerns. `build`
/// as for [`on_group`].
pub(crate) async fn on_session<O, B>(
    request: impl Into<PipelineRequest>,
    session: Option<&str>,
    groups: Groups<'_>,
    build: Result<B, UserError>,
) -> Result<(), Error>
where
    O: Perform + Into<Operation>,
    B: AsyncFnOnce(SessionName) -> Result<O, UserError>,
{
    let request = request.into();
    let bot_state = request.responder.bot_state().clone();
    let admitted = async {
        let actor = request.responder.actor()?;
        bot_state.services.authorize(actor, O::NEEDS, Target { session: None, groups }).await?;
        let session = bot_state.services.session(actor, session).await?;
        if O::IN_ONE_SESSION {
            bot_state.services.authorize(actor, O::NEEDS, Target { session: Some(&session), groups }).await?;
        }
        Ok((session, build?))
    };
    let what = AuditSubject::of(O::NAME);
    let (session, build) = match admitted.await {
        Ok(admitted) => admitted,
        Err(problem) => return request.responder.refuse(&problem, what).await,
    };
    let deferred = request.acknowledge().await?;
    let clearance = async { bot_state.services.reauthorize(deferred.actor(), build(session).await?.into()).await };
    let clearance = clearance.await;
    go_on(deferred, clearance, what).await
}

/// Performs the next step: runs the operation, asks the actor or an approver, or refuses. Each future is boxed, so that
/// a task that waits for its acknowledgement does not hold the memory of the largest one.
async fn go_on(
    deferred: DeferredInteraction,
    clearance: Result<NextStep, UserError>,
    what: AuditSubject,
) -> Result<(), Error> {
    match clearance {
        Ok(NextStep::Go(cleared)) => Box::pin(deferred.run(cleared)).await,
        Ok(NextStep::Confirm { operation, unsettled }) => Box::pin(deferred.ask(operation, unsettled)).await,
        Ok(NextStep::Ask(operation)) => Box::pin(approvals::ask(deferred, operation)).await,
        Err(problem) => Box::pin(deferred.say_no(&problem, what)).await,
    }
}
