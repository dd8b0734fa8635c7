//! Usher: community moderators and teams run WhatsApp groups from Discord slash commands.

pub mod clock;
pub mod groups_api;
#[cfg(feature = "sandbox")]
pub mod sandbox;
