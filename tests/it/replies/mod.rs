//! The text of the important replies, as people read it.
//!
//! The snapshots are inline and fail on each difference. After an intended change, `cargo insta test --accept` updates
//! them, or the text is copied from the failure.

mod access;
mod approvals;
mod audit;
mod errors;
mod groups;
mod invites;
mod members;

/// Options of `/wa-group rename`.
const RENAME: &[(&str, &str)] = &[("group", "Alpha Team"), ("name", "Alpha Crew")];
