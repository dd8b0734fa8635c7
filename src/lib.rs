//! Usher: community moderators and teams run WhatsApp groups from Discord slash commands.
//!
//! A tour, in reading order. An interaction comes in at [`discord`] and becomes an [operation](operations), plain data. The
//! [`desk`] takes it down the one road there is: [`access`] decides, the journal in the [`store`] notes that it begins, it
//! runs against the [`groups_api`], the journal notes how it ended, and [`discord`] shows what came of it. The
//! [`directory`] knows which groups there are. [`app`] puts all of it together from the [`config`]. The `sandbox` stands in
//! for the groups API and for Discord, on real sockets.

// Discord's larger objects, as the sandbox writes them, are deep for `json!`.
#![cfg_attr(feature = "sandbox", recursion_limit = "256")]

pub mod operations;

pub mod access;
pub mod desk;
pub mod directory;
pub mod discord;
pub mod groups_api;
pub mod language;
pub mod store;

pub mod address;
pub mod app;
pub mod check;
pub mod clock;
pub mod compute;
pub mod config;
pub mod error;
mod failpoint;
pub mod http;
pub mod log;
pub mod metrics;
pub mod picture;
#[cfg(feature = "sandbox")]
pub mod sandbox;
mod table;
pub mod unicode;
