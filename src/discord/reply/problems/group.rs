//! Texts of errors of the group or session that a user named.

use crate::discord::reply::card::{Card, sorry};
use crate::discord::reply::outcomes::{code, name_or_id};
use crate::discord::reply::pages::{self, page, place};
use crate::discord::reply::people::bold;
use crate::discord::reply::text::clamp;
use crate::error::{Ambiguous, GroupError};
use crate::language::Language;
use crate::operations::GroupSummary;

pub(super) fn card(i18n: Language, problem: &GroupError) -> Card {
    match problem {
        GroupError::NoSuchSession { sessions } => {
            let sessions: Vec<String> = sessions.iter().map(|session| code(session)).collect();
            sorry(i18n.no_such_session(), i18n.no_such_session_text(sessions.join(", ")))
        }
        GroupError::NoSuchGroup { name } => sorry(i18n.no_such_group(), i18n.no_such_group_text(bold(name))),
        GroupError::Ambiguous(namesakes) => ambiguous(i18n, namesakes),
    }
}

fn ambiguous(i18n: Language, namesakes: &Ambiguous) -> Card {
    let Ambiguous { name, groups, page: number, .. } = namesakes;
    let line = |line: &GroupSummary| {
        format!("{} · {}", clamp(&name_or_id(Some(&line.name), &line.id), 90), code(line.id.as_str()))
    };
    let page = page(groups, *number);
    let lines = pages::text(&page, line);
    let text = format!("{}\n{lines}\n\n{}", i18n.which_group_text(bold(name)), i18n.nothing_changed());
    sorry(format!("{}{}", i18n.which_group(), place(i18n, &page)), text)
}
