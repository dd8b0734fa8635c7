//! What people read: the only place where outcomes and problems become words, and words become embeds. Commands never
//! touch an embed builder.

mod access;
mod card;
mod cases;
mod confirmation;
mod declined;
mod notices;
mod outcomes;
mod people;
mod problems;
mod requests;
mod setup;
mod text;

pub(crate) use access::{checked, granted, grants, revoked};
pub(crate) use card::Message;
pub(crate) use cases::{Older, case_line, case_shown, cases, exported, told_late};
pub(crate) use confirmation::{Answer, ask, ask_for_name, expired, name_field, progress, withdrawn, working};
pub(crate) use notices::{approved_notice, notice};
pub(crate) use outcomes::done;
pub(crate) use problems::problem;
pub(crate) use requests::{
    Posting, Verdict, ask_for_reason, asked, reason_field, request_cancelled, request_choice, request_details,
    request_posted, request_told, request_told_in_public, requests,
};
pub(crate) use setup::{Menu, SetUp, Writing, set_up};
pub(crate) use text::{clamp, plain};
