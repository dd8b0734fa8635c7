//! `/wa-group settings` without a change

use super::{Phrasing, Present, Reader};
use crate::discord::reply::card::{Card, Tone};
use crate::discord::reply::group_settings::sentence;
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::request_line::RequestLine;
use crate::language::Language;
use crate::operations::{SettingsShown, ShowSettings};

impl Present for ShowSettings {
    // The same command without its options.
    const COMMANDS: &'static [&'static str] = &[];
    const TOPIC: Topic = Topic::Groups;

    fn action(i18n: Language) -> String {
        i18n.action_settings_show()
    }

    fn result(&self, Reader { i18n, .. }: Reader, SettingsShown { settings }: &SettingsShown) -> Card {
        let lines: Vec<String> = settings.known().map(|setting| format!("• {}", sentence(i18n, setting))).collect();
        let text = if lines.is_empty() { i18n.settings_unknown() } else { lines.join("\n") };
        Card::new(Tone::Shown, title_of_group(&self.at)).text(text)
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        RequestLine::of(phrasing.i18n.wish_settings_show())
    }
}
