//! Stand-ins for the groups API and for Discord.

pub mod whatsapp;
