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
    const AUDIT_LINE: Option<AuditLine<Self>> = Some(|say, outcome, who| say.deed_promoted(who, changed(say, outcome)));

    fn result(&self, Reader { say, numbers }: Reader, outcome: &AdminsChanged) -> Card {
        let AdminsChanged { people, admins } = outcome;
        let admins = admins.as_ref();
        let now = admins.map_or_else(|| say.admins_unreadable(), |all| members(say, all, LINES_MAX, numbers));
        Card::new(tone_of(outcome), title_of_group(&self.at))
            .text(admin_changes(say, people, self.to))
            .field(say.field_admins_now(), now)
    }

    fn request_line(&self, phrasing: Phrasing<'_>) -> RequestLine {
        let people = phrasing.people(&self.people);
        RequestLine::of(match self.to {
            Rank::Admin => phrasing.say.wish_promote(people),
            Rank::Member => phrasing.say.wish_demote(people),
        })
    }

    fn audit_line(&self, say: Language, outcome: &AdminsChanged, who: String) -> Option<String> {
        Some(match self.to {
            Rank::Admin => say.deed_promoted(who, changed(say, outcome)),
            Rank::Member => say.deed_demoted(who, changed(say, outcome)),
        })
    }
}

/// Returns the people whose role changed.
fn changed(say: Language, outcome: &AdminsChanged) -> String {
    let changed = outcome.people.iter().filter(|one| one.result == AdminChange::Changed);
    masked_names(say, changed.map(|one| &one.person))
}
