//! What people read: the only place where outcomes and problems become words, and words become embeds. Commands never
//! touch an embed builder.

mod card;
mod cases;
mod confirmation;
mod notices;
mod outcomes;
mod people;
mod problems;
mod text;

pub(crate) use card::Message;
pub(crate) use cases::{Older, case_line, case_shown, cases, exported, told_late};
pub(crate) use confirmation::{Answer, ask, ask_for_name, expired, name_field, withdrawn, working};
pub(crate) use notices::notice;
pub(crate) use outcomes::done;
pub(crate) use problems::problem;
pub(crate) use text::{clamp, plain};
