//! Reads which servers the bot is in.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::membership::is_elsewhere;
use super::{Rest, RestError};
use crate::access::GuildId;

/// Most servers in one answer (Discord, "Get Current User Guilds").
const PAGE: usize = 200;

impl Rest {
    /// Returns the names of all servers that the bot is in.
    pub(crate) async fn guilds(&self) -> Result<BTreeMap<GuildId, String>, RestError> {
        #[derive(Deserialize)]
        struct PartialGuild {
            id: GuildId,
            name: String,
        }

        let mut all = BTreeMap::new();
        loop {
            let after = all.last_key_value().map_or(0, |(last, _): (&GuildId, _)| last.0);
            let page: Vec<PartialGuild> = self.read(&format!("/users/@me/guilds?limit={PAGE}&after={after}")).await?;
            let is_last = page.len() < PAGE;
            let known = all.len();
            all.extend(page.into_iter().map(|guild| (guild.id, guild.name)));
            // An answer that brings nothing new would repeat without an end.
            if is_last || all.len() == known {
                return Ok(all);
            }
        }
    }

    /// Returns whether Discord says that the bot is not in the server. During an outage Discord does not say so.
    pub(crate) async fn has_left(&self, guild: GuildId) -> Result<bool, RestError> {
        match self.read::<IgnoredAny>(&format!("/guilds/{guild}")).await {
            Ok(_) => Ok(false),
            Err(error) if is_elsewhere(&error) => Ok(true),
            Err(error) => Err(error),
        }
    }
}
