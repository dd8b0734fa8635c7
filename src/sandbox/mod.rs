//! Stand-ins for the groups API and for Discord, on real sockets.

pub mod whatsapp;
