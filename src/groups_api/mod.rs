//! Client of the groups API. No Discord, no store.

pub mod ids;
pub mod model;
