//! What Discord limits in replies and modals.

use super::*;

#[test]
fn no_reply_in_any_language_is_longer_than_discord_takes() {
    for i18n in Language::ALL {
        for (name, message) in every_reply(i18n) {
            let json = serde_json::to_value(&message).unwrap();
            for row in json["components"].as_array().unwrap() {
                for control in row["components"].as_array().unwrap() {
                    let label = control["label"].as_str().or(control["placeholder"].as_str()).unwrap_or_default();
                    assert!((1..=80).contains(&label.chars().count()), "{i18n}: {name}: {label}");
                }
            }
            // A cut text ends in an ellipsis that its author did not write.
            let text = json["embeds"][0]["footer"]["text"].as_str().unwrap_or_default();
            assert!(!text.ends_with('…'), "{i18n}: {name}: {text}");
        }
        // A name of a new group has at most 25 characters.
        let name = "n".repeat(25);
        let windows = [
            i18n.describe_title(name.as_str()),
            i18n.delete_title(name.as_str()),
            i18n.deny_title(),
            i18n.country_title(),
        ];
        let more = [i18n.people_title(), i18n.list_country_title(), i18n.invitation_title()];
        for window in windows.into_iter().chain(more) {
            assert!(window.chars().count() <= 45, "{i18n}: {window} (Discord: 45 characters of a modal's title)");
        }
        let fields = [i18n.describe_field(), i18n.delete_field(), i18n.deny_field(), i18n.country_label()];
        for field in fields.into_iter().chain([i18n.people_field(), i18n.invitation_label("{group}", "{link}")]) {
            assert!(field.chars().count() <= 45, "{i18n}: {field} (Discord: 45 characters of a label)");
        }
        assert!(i18n.invitation_hint().chars().count() <= 100, "{i18n} (Discord: 100 characters of a placeholder)");
        assert!(i18n.country_hint().chars().count() <= 100, "{i18n} (Discord: 100 characters of a placeholder)");
    }
}
