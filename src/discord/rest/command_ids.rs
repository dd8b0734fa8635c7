//! The ids that Discord assigned to the commands.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::access::GuildId;

/// The ids that Discord assigned to the commands, by server and name.
pub(crate) type CommandIds = HashMap<(Option<GuildId>, String), u64>;

/// The ids that Discord assigned to the commands, for mentions.
#[derive(Debug, Default)]
pub(crate) struct RegisteredCommands {
    ids: OnceLock<CommandIds>,
}

impl RegisteredCommands {
    /// Sets the ids, of the commands of a server or of the global ones.
    pub(crate) fn set(&self, ids: CommandIds) {
        self.ids.get_or_init(|| ids);
    }

    /// Returns a clickable mention (Discord, "Message Formatting"), or the command itself if its id is unknown.
    pub(crate) fn mention(&self, guild: GuildId, command: &str) -> String {
        let root = command.split(' ').next().unwrap_or_default().to_owned();
        let id =
            self.ids.get().and_then(|ids| ids.get(&(Some(guild), root.clone())).or_else(|| ids.get(&(None, root))));
        id.map_or_else(|| format!("`/{command}`"), |id| format!("</{command}:{id}>"))
    }
}
