//! Stand-ins for the groups API and for Discord.
