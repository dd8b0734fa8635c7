//! Interactions, from their arrival at the gateway to their answer.
//!
//! [`relay`] passes each interaction on as JSON, which [`incoming`] parses. [`handler`] starts a task for it, and
//! [`dispatch`] finds its command or component. The [`pipeline`] owns the order of all that follows. [`responder`]
//! acknowledges and answers; [`ownership`] decides which instance does.

pub(super) mod dispatch;
pub(super) mod gateway;
pub(super) mod handler;
pub(super) mod in_progress;
mod incoming;
mod on_error;
mod ownership;
pub(super) mod pipeline;
pub(super) mod relay;
pub(super) mod responder;
