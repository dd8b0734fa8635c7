//! What enters the pipeline.

use super::deferred::DeferredInteraction;
use super::responder::Responder;
use crate::access::Actor;
use crate::discord::{Context, Data, Error};
use crate::error::UserError;

/// A command or a press that requests an operation, or another command.
pub(crate) struct PipelineRequest {
    pub(super) responder: Responder,
    /// Makes the answer replace the message whose button was pressed, instead of being a new message.
    in_place: bool,
    /// Whether the command takes a reason and was given none.
    pub(super) lacks_reason: bool,
}

impl From<Context<'_>> for PipelineRequest {
    fn from(ctx: Context<'_>) -> Self {
        Self::new(Responder::of_command(ctx.data(), ctx.interaction))
    }
}

impl PipelineRequest {
    pub(crate) fn new(responder: Responder) -> Self {
        Self { responder, in_place: false, lacks_reason: false }
    }

    pub(crate) fn in_place(responder: Responder) -> Self {
        Self { responder, in_place: true, lacks_reason: false }
    }

    /// Refuses the request early if the server requires a reason.
    pub(crate) fn without_reason(self) -> Self {
        Self { lacks_reason: true, ..self }
    }

    pub(crate) fn bot_state(&self) -> &Data {
        self.responder.bot_state()
    }

    pub(crate) fn actor(&self) -> Result<Actor, UserError> {
        self.responder.actor().cloned()
    }

    pub(super) async fn acknowledge(self) -> Result<DeferredInteraction, Error> {
        if self.in_place { self.responder.defer_update().await } else { self.responder.defer().await }
    }
}
