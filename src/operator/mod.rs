//! The programs with which an operator backs up, moves and erases the data, and exports and imports settings of servers.
//! Each returns the text that it prints.

mod data;
mod erase;
mod settings;
mod settings_text;

pub use data::{back_up, move_to, restore_from};
pub use erase::erase;
pub use settings::{export, import};
