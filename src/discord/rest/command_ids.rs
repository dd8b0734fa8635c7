//! The ids that Discord assigned to the commands.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use crate::access::GuildId;

/// The ids that Discord assigned to the commands, by server and name.
pub(crate) type CommandIds = HashMap<(Option<GuildId>, String), u64>;

/// The ids that Discord assigned to the commands, for mentions.
#[derive(Debug, Default)]
pub(crate) struct RegisteredCommands {
    ids: RwLock<CommandIds>,
}

impl RegisteredCommands {
    /// Adds the ids, of the commands of servers or of the global ones.
    pub(crate) fn add(&self, ids: CommandIds) {
        self.ids.write().unwrap_or_else(PoisonError::into_inner).extend(ids);
    }

    /// Returns a clickable mention (Discord, "Message Formatting"), or the command itself if its id is unknown.
    pub(crate) fn mention(&self, guild: GuildId, command: &str) -> String {
        let root = command.split(' ').next().unwrap_or_default().to_owned();
        let ids = self.ids.read().unwrap_or_else(PoisonError::into_inner);
        let id = ids.get(&(Some(guild), root.clone())).or_else(|| ids.get(&(None, root)));
        id.map_or_else(|| format!("`/{command}`"), |id| format!("</{command}:{id}>"))
    }
}
