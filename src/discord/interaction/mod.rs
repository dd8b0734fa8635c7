//! Interactions, from their arrival at the gateway to their answer.
//!
//! [`relay`] passes each interaction on as JSON, which [`incoming`] parses. [`handler`] starts a task for it, and
//! [`dispatch`] finds its command or component. The [`pipeline`] owns the order of all that follows. A
//! [`Responder`] gives the first response, and a [`DeferredInteraction`] the answer after it. [`ownership`] decides
//! which instance answers.

mod deferred;
pub(super) mod dispatch;
pub(super) mod gateway;
pub(super) mod handler;
mod identity;
pub(super) mod in_progress;
mod incoming;
mod on_error;
mod ownership;
pub(super) mod pipeline;
mod pipeline_request;
mod progress;
pub(super) mod refused;
pub(super) mod relay;
mod responder;

pub(super) use deferred::{DeferredInteraction, tell_channel};
pub(super) use identity::{actor, reference};
pub(super) use ownership::NotMine;
pub(super) use pipeline_request::PipelineRequest;
pub(super) use responder::{Responder, in_time, log_problem};
