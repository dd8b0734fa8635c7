//! All texts for users. Only this module turns outcomes and errors into text, and text into embeds. Commands never use
//! an embed builder.

mod access;
mod account_alert;
mod announcements;
mod card;
mod case_sentence;
mod cases;
mod confirmation;
mod describe;
mod file_name;
mod group_sets;
mod group_settings;
mod help;
mod invitation;
mod join_notice;
mod list_words;
mod log_channel;
mod namesakes;
mod next_steps;
mod operations;
mod outcomes;
mod pages;
mod people;
mod people_list;
mod permissions;
mod person;
mod problems;
mod qr;
mod request_details;
mod request_line;
mod request_list;
mod requests;
mod scheduled;
mod setup;
mod text;
mod unsettled;

pub(crate) use access::{checked, granted, grants, revoked};
pub(crate) use account_alert::account_alert;
pub(crate) use announcements::{announcement, approved_announcement};
pub(crate) use card::{File, Message};
pub(crate) use case_sentence::{plain_case, result_in_words};
pub(crate) use cases::{case_line, case_shown, cases, exported, more_refusals, reason_saved, told_late};
pub(crate) use confirmation::{
    ask, ask_again, ask_for_name, expired, offer_for_today, progress, stopping, withdrawn, working,
};
pub(crate) use describe::{describe, describe_ready};
pub(crate) use group_sets::{set_deleted, set_saved, sets};
pub(crate) use group_settings::{approval_in_words, who_in_words};
pub(crate) use help::{HelpLine, Topic, help};
pub(crate) use invitation::invitation_of;
pub(crate) use join_notice::{NoticeState, join_notice};
pub(crate) use log_channel::log_trouble;
pub(crate) use namesakes::group_choices;
pub(crate) use next_steps::{rename, undo_button};
#[cfg(test)]
pub(crate) use operations::operation_commands;
pub(crate) use operations::{role_named, topic_of};
pub(crate) use outcomes::{done, takes_long};
pub(crate) use people_list::{PreviewCard, country_window, group_menu, no_groups, people_window, preview, which_group};
pub(crate) use permissions::action;
pub(crate) use person::{person_found, reading_members};
pub(crate) use problems::{About, problem, problem_with};
pub(crate) use request_details::request_details;
pub(crate) use request_list::{listed_problem, listed_result, requests};
pub(crate) use requests::{
    PostNote, Posting, ask_for_reason, asked, press_unread, reason, reminder, request_cancelled, request_choice,
    request_posted, request_told, request_told_in_public,
};
pub(crate) use scheduled::told_scheduled;
pub(crate) use setup::{Mentioning, SetUp, Setting, Writing, country_modal, invitation_modal, set_up};
pub(crate) use text::{NumberMask, clamp, plain};
pub(crate) use unsettled::{
    check_failed, check_over, confirmed_late, confirmed_late_to, not_readable_now, settling, still_not_confirmed,
};

#[cfg(test)]
mod tests;
#[cfg(test)]
mod user_texts;
