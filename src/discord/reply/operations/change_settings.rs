//! `/wa-group settings`

use std::collections::BTreeMap;

use super::shared::tone_of;
use super::{AuditLine, Phrasing, Present, Reader};
use crate::discord::reply::card::Card;
use crate::discord::reply::group_settings::sentence;
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::request_line::RequestLine;
use crate::language::Language;
use crate::operations::{ChangeSettings, SettingChange, SettingsChanged};

impl Present for ChangeSettings {
    const COMMANDS: &'static [&'static str] = &["wa-group settings"];
    const TOPIC: Topic = Topic::Groups;
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|i18n, outcome, who| {
        let changed = outcome.settings.iter().filter(|one| one.result == SettingChange::Changed);
        let now: Vec<String> = changed.map(|one| sentence(i18n, one.setting)).collect();
        i18n.deed_settings(who, now.join(" "))
    });

    fn result(&self, Reader { i18n, .. }: Reader, outcome: &SettingsChanged) -> Card {
        let mut kinds: BTreeMap<SettingChange, Vec<String>> = BTreeMap::new();
        for one in &outcome.settings {
            kinds.entry(one.result).or_default().push(format!("• {}", sentence(i18n, one.setting)));
        }
        let part =
            |(kind, lines): (SettingChange, Vec<String>)| format!("**{}**\n{}", title(i18n, kind), lines.join("\n"));
        let text: Vec<String> = kinds.into_iter().map(part).collect();
        Card::new(tone_of(outcome), title_of_group(&self.at)).text(text.join("\n"))
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        let i18n = phrasing.i18n;
        let wanted: Vec<String> = self.to.iter().map(|setting| sentence(i18n, *setting)).collect();
        RequestLine::of(i18n.wish_settings()).text(i18n.field_new_settings(), &wanted.join("\n"))
    }
}

fn title(i18n: Language, change: SettingChange) -> String {
    match change {
        SettingChange::Changed => i18n.setting_changed(),
        SettingChange::NothingToDo => i18n.setting_was_so(),
        SettingChange::NotChanged => i18n.setting_not_changed(),
        SettingChange::Unconfirmed => i18n.setting_unconfirmed(),
    }
}
