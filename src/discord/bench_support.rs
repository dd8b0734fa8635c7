//! Access to private parts of this module for `benches/parts.rs`, which measures them.

use super::{autocomplete, reply};
use crate::language::Language;
use crate::operations::GroupSummary;
use crate::services::{Done, OfferedGroup};

/// Returns the JSON of an answer, in English.
pub fn answer(done: &Done) -> Option<Vec<u8>> {
    serde_json::to_vec(&reply::done(Language::of_locale("en-US"), done)).ok()
}

/// Returns the JSON of the autocomplete choices of these groups.
pub fn offer(groups: Vec<GroupSummary>, typed: &str) -> Option<Vec<u8>> {
    let groups = groups.into_iter().map(|group| OfferedGroup { group, lacks_admin: false }).collect();
    serde_json::to_vec(&autocomplete::of_groups(Language::of_locale("en-US"), groups, typed)).ok()
}
