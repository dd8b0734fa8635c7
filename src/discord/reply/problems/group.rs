//! Texts of errors of the group or session that a user named.

use super::LISTED_MAX;
use crate::access::SET_MARK;
use crate::discord::reply::card::{Card, sorry};
use crate::discord::reply::namesakes::group_choices;
use crate::discord::reply::operations::timestamp;
use crate::discord::reply::outcomes::{code, name_or_id};
use crate::discord::reply::pages::{self, page, place};
use crate::discord::reply::people::bold;
use crate::discord::reply::text::{clamp, escape};
use crate::error::{Ambiguous, BadGroup, BadGroupReason, GroupError};
use crate::language::Language;
use crate::operations::GroupSummary;

/// Maximum characters of a group's name.
const NAME_MAX: usize = 90;
/// Maximum groups that an entry of a list may mean, and characters of their names.
const CANDIDATES_MAX: usize = 3;
const CANDIDATE_MAX: usize = 40;

pub(super) fn card(i18n: Language, problem: &GroupError) -> Card {
    match problem {
        GroupError::NoSuchSession { sessions } => {
            let sessions: Vec<String> = sessions.iter().map(|session| code(session)).collect();
            sorry(i18n.no_such_session(), i18n.no_such_session_text(sessions.join(", ")))
        }
        GroupError::NoSuchGroup { name, offered, is_like } => {
            let card = sorry(i18n.no_such_group(), i18n.no_such_group_text(bold(name)));
            match offered.as_slice() {
                [] => card.footnote(i18n.no_such_group_next()),
                offered => {
                    let groups: Vec<&GroupSummary> = offered.iter().collect();
                    let names = group_choices(i18n, &groups, &[], NAME_MAX);
                    let intro = if *is_like { i18n.did_you_mean() } else { i18n.groups_to_choose() };
                    names.iter().fold(card.footnote(intro), |card, name| card.footnote(format!("• {}", escape(name))))
                }
            }
        }
        GroupError::NotAdmin { number } => {
            let next = match number {
                Some(number) => i18n.not_admin_next(format!("**{}**", number.readable())),
                None => i18n.not_admin_next_unknown(),
            };
            sorry(i18n.not_admin(), format!("{} {next}", i18n.not_admin_text()))
        }
        GroupError::Ambiguous(namesakes) => ambiguous(i18n, namesakes),
        GroupError::BadList(entries) => bad_list(i18n, entries),
        GroupError::NoneNamed => sorry(i18n.no_groups_named(), i18n.no_groups_named_text()),
    }
}

/// Returns each entry of a list that is not clear, with its place and the reason.
fn bad_list(i18n: Language, entries: &[BadGroup]) -> Card {
    let line = |BadGroup { place, text, reason }: &BadGroup| {
        format!("{} · {} · {}", i18n.list_entry(place.to_string()), bold(text), why(i18n, text, reason))
    };
    let mut lines: Vec<String> = entries.iter().take(LISTED_MAX).map(line).collect();
    if entries.len() > LISTED_MAX {
        lines.push(i18n.list_goes_on(entries.len() - LISTED_MAX));
    }
    let text = format!("{}\n\n{}", lines.join("\n"), i18n.nothing_changed());
    sorry(i18n.bad_group_list(), text).footnote(i18n.no_such_group_next())
}

fn why(i18n: Language, typed: &str, reason: &BadGroupReason) -> String {
    let listed = |items: Vec<String>| items.join(", ");
    match reason {
        BadGroupReason::Unknown { like } if like.is_empty() => i18n.group_unknown(),
        BadGroupReason::Unknown { like } => {
            let groups: Vec<&GroupSummary> = like.iter().take(CANDIDATES_MAX).collect();
            let names = group_choices(i18n, &groups, &[], CANDIDATE_MAX);
            i18n.group_unknown_like(listed(names.iter().map(|name| bold(name)).collect()))
        }
        BadGroupReason::Ambiguous { groups, is_set } => {
            let ids = groups.iter().take(CANDIDATES_MAX).map(|group| code(group.id.as_str())).collect();
            if *is_set {
                i18n.group_or_set(bold(&format!("{SET_MARK} {typed}")), listed(ids))
            } else {
                i18n.group_ambiguous(listed(ids))
            }
        }
        BadGroupReason::EmptySet => i18n.set_empty(),
    }
}

fn ambiguous(i18n: Language, namesakes: &Ambiguous) -> Card {
    let Ambiguous { name, groups, page: number, .. } = namesakes;
    let line = |line: &GroupSummary| {
        let size = line.size.map(|size| i18n.members_count(size));
        let created = line.created_at.map(|_| i18n.created_on(timestamp(i18n, line.created_at)));
        let name = format!("**{}**", clamp(&name_or_id(Some(&line.name), &line.id), NAME_MAX));
        let parts = [Some(name), size, created, Some(code(line.id.as_str()))];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let page = page(groups, *number);
    let lines = pages::text(&page, line);
    let text = format!("{}\n{lines}\n\n{}", i18n.which_group_text(bold(name)), i18n.nothing_changed());
    sorry(format!("{}{}", i18n.which_group(), place(i18n, &page)), text)
}
