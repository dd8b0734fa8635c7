//! `/wa-group admins promote` and `demote`

use super::shared::{LINES_MAX, tone_of};
use super::{AuditLine, Phrasing, Present, Reader};
use crate::discord::reply::card::Card;
use crate::discord::reply::help::Topic;
use crate::discord::reply::outcomes::title_of_group;
use crate::discord::reply::people::{admin_changes, masked_names, members};
use crate::discord::reply::request_line::RequestLine;
use crate::language::Language;
use crate::operations::{AdminChange, AdminsChanged, ChangeAdmins, Rank};

impl Present for ChangeAdmins {
    const COMMANDS: &'static [&'static str] = &["wa-group admins promote", "wa-group admins demote"];
    const TOPIC: Topic = Topic::People;
    const AUDIT_LINE: Option<AuditLine<Self>> =
        Some(|i18n, outcome, who| line(i18n, outcome.to, who, changed(i18n, outcome)));

    fn result(&self, Reader { i18n, numbers, .. }: Reader, outcome: &AdminsChanged) -> Card {
        let AdminsChanged { people, admins, to: _ } = outcome;
        let admins = admins.as_ref();
        let now = admins.map_or_else(|| i18n.admins_unreadable(), |all| members(i18n, all, LINES_MAX, numbers));
        Card::new(tone_of(outcome), title_of_group(&self.at))
            .text(admin_changes(i18n, people, self.to, &self.labels))
            .field(i18n.field_admins_now(), now)
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        let people = phrasing.people(&self.people);
        RequestLine::of(match self.to {
            Rank::Admin => phrasing.i18n.wish_promote(people),
            Rank::Member => phrasing.i18n.wish_demote(people),
        })
    }

    fn audit_line(&self, i18n: Language, outcome: &AdminsChanged, who: String) -> Option<String> {
        Some(line(i18n, Some(self.to), who, changed(i18n, outcome)))
    }
}

/// Returns the sentence. An outcome of an older release does not say which role the people received.
fn line(i18n: Language, to: Option<Rank>, who: String, people: String) -> String {
    match to {
        Some(Rank::Admin) => i18n.deed_promoted(who, people),
        Some(Rank::Member) => i18n.deed_demoted(who, people),
        None => i18n.deed_admins_changed(who, people),
    }
}

/// Returns the people whose role changed.
fn changed(i18n: Language, outcome: &AdminsChanged) -> String {
    let changed = outcome.people.iter().filter(|one| one.result == AdminChange::Changed);
    masked_names(i18n, changed.map(|one| &one.person))
}
