//! The settings of a group in words.

use whatsapp::{GroupSetting, Who};

use crate::language::Language;

/// Returns what a setting means, as a sentence.
pub(super) fn sentence(i18n: Language, setting: GroupSetting) -> String {
    match setting {
        GroupSetting::Writers(Who::Everyone) => i18n.setting_writers_everyone(),
        GroupSetting::Writers(Who::Admins) => i18n.setting_writers_admins(),
        GroupSetting::Editors(Who::Everyone) => i18n.setting_editors_everyone(),
        GroupSetting::Editors(Who::Admins) => i18n.setting_editors_admins(),
        GroupSetting::Adders(Who::Everyone) => i18n.setting_adders_everyone(),
        GroupSetting::Adders(Who::Admins) => i18n.setting_adders_admins(),
        GroupSetting::JoinApproval(true) => i18n.setting_approval_on(),
        GroupSetting::JoinApproval(false) => i18n.setting_approval_off(),
    }
}

/// Returns the name of a value of a setting.
pub(crate) fn who_in_words(i18n: Language, who: Who) -> String {
    match who {
        Who::Everyone => i18n.choice_everyone(),
        Who::Admins => i18n.choice_admins(),
    }
}

/// Returns the name of a value of the setting whether admins approve who joins.
pub(crate) fn approval_in_words(i18n: Language, needed: bool) -> String {
    if needed { i18n.choice_approval_on() } else { i18n.choice_approval_off() }
}
