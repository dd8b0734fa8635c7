//! Usher: community moderators and teams run WhatsApp groups from Discord slash commands.
//!
//! A tour, in reading order. An interaction about groups arrives at [`discord`] and becomes an [operation](operations),
//! plain data. The [`services`] run it through the pipeline: [`access`] decides, the journal in the [`store`] records
//! that it begins, it runs against the [groups API](groups_api), the journal records how it ended, and [`discord`] shows the
//! result. The [other commands](command_name) take the same path as far as it goes. The [`group_cache`] caches the
//! groups. The workers recover, expire and deliver in the background. [`app`] builds all parts from the [`config`],
//! starts them and stops them. The `sandbox` replaces the groups API and Discord, on real sockets.

pub mod operations;

pub mod access;
pub mod discord;
pub mod group_cache;
pub mod language;
pub mod services;
pub mod store;

pub mod address;
pub mod app;
pub mod check;
pub mod command_name;
pub mod compute;
pub mod config;
pub mod error;
mod failpoint;
pub mod http;
pub mod log;
pub mod metrics;
pub mod operator;
pub mod people_list;
pub mod picture;
pub mod readiness;
mod table;
mod workers;

/// The commit that this program was built from, or "development" (`build.rs`).
pub const COMMIT: &str = env!("USHER_COMMIT");
