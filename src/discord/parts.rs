//! Parts of this module for `benches/parts.rs` to measure, which cannot reach them otherwise.

use super::{offers, reply};
use crate::desk::Done;
use crate::language::Language;
use crate::operations::GroupLine;

/// An answer as it is sent, in English.
pub fn answer(done: &Done) -> Option<Vec<u8>> {
    serde_json::to_vec(&reply::done(Language::of_locale("en-US"), done)).ok()
}

/// What is offered of these groups, as it is sent.
pub fn offer(groups: Vec<GroupLine>, typed: &str) -> Option<Vec<u8>> {
    serde_json::to_vec(&offers::of_groups(groups, typed)).ok()
}
