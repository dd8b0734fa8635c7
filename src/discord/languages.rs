//! In which language a server is told what all may read: that of the server's own settings. It comes with each
//! interaction; where none has come yet, Discord is asked.

use dashmap::DashMap;
use serde::Deserialize;

use super::Front;
use crate::access::GuildId;
use crate::language::Language;

/// More servers than this are asked for each time.
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

impl Front {
    /// English where Discord does not say.
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
                tracing::debug!(%error, "a server's language could not be read");
                Language::default()
            }
        }
    }
}
