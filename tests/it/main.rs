//! The bot as users see it: commands enter at the stand-in for Discord, calls reach the stand-in for the groups API,
//! and the tests check both worlds.
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "tests may panic, and print what they skip"
)]

mod access;
mod accounts;
mod answers;
mod approvals;
mod audit;
mod authority;
mod broken_store;
mod browser;
mod chaos;
mod check;
mod claims;
mod clients;
mod cluster;
mod codes;
mod command_line;
mod control_characters;
mod country;
mod failures;
mod faults;
mod files;
mod find;
mod gateway;
mod generated;
mod grants;
mod group_settings;
mod groups;
mod hammering;
mod harness;
mod hostile;
mod hour;
mod input;
mod interactions;
mod invitations;
mod invite;
mod join_notices;
mod join_requests;
mod languages;
mod limits;
mod links;
mod lists;
mod load;
mod log_channel;
mod matrix;
mod memory;
mod menus;
mod neighbours;
mod next_steps;
mod offers;
mod openapi;
mod operating;
mod operator;
mod other_ids;
mod own_account;
mod page;
mod pages;
mod people;
mod person;
mod pictures;
mod postgres;
mod process;
mod program;
mod providers;
mod questions;
mod refused_numbers;
mod releases;
mod reload;
mod replies;
mod rest_of_list;
mod restarts;
mod seen;
mod sets;
mod settings_reads;
mod setup;
mod stand_in;
mod undo;
mod unsettled;
