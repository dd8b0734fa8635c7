//! The language of public messages in a server, from the server's own settings. Each interaction contains it. Before
//! the first interaction, the bot reads it from Discord.

use dashmap::DashMap;
use serde::Deserialize;

use super::BotState;
use crate::access::GuildId;
use crate::language::Language;

/// Maximum number of cached languages. The languages of further servers are read each time.
const KNOWN_MAX: usize = 10_000;

#[derive(Default)]
pub(crate) struct Languages {
    known: DashMap<GuildId, Language>,
}

impl Languages {
    pub(crate) fn note(&self, guild: GuildId, language: Language) {
        if self.known.len() < KNOWN_MAX || self.known.contains_key(&guild) {
            self.known.insert(guild, language);
        }
    }
}

impl BotState {
    /// Returns the language of a server, or English if Discord does not return it.
    pub(crate) async fn language_of(&self, guild: GuildId) -> Language {
        #[derive(Deserialize)]
        struct Settings {
            preferred_locale: String,
        }

        if let Some(known) = self.languages.known.get(&guild) {
            return *known;
        }
        match self.rest.read::<Settings>(&format!("/guilds/{guild}")).await {
            Ok(settings) => {
                let language = Language::of_locale(&settings.preferred_locale);
                self.languages.note(guild, language);
                language
            }
            Err(error) => {
                tracing::debug!(%error, "failed to read the language of a server");
                Language::default()
            }
        }
    }
}
