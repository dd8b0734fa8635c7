//! Texts about grants: changes to a role's grants, lists of grants, and the rights of a person through each role.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use whatsapp::unicode::has_visible;
use whatsapp::{GroupId, SessionName};

use super::announcements::user;
use super::card::{Card, Message, Tone};
use super::namesakes::Namesakes;
use super::outcomes::code;
use super::people::enumerate;
use super::permissions::permission;
use super::text::{clamp, escape};
use crate::access::{Capability, Given, Grant, How, Narrowing, Origin, Preset, Right, RoleId, Scope, UserId};
use crate::language::Language;

/// Maximum grants shown at once, and maximum groups or roles named in one of them.
const LINES_MAX: usize = 20;
const NAMED_MAX: usize = 5;

/// Maximum characters of a group's name.
const NAME_MAX: usize = 60;

/// The known names of groups.
#[derive(Debug, Default)]
pub(crate) struct Names {
    of: HashMap<GroupId, String>,
    namesakes: Namesakes,
}

impl Names {
    /// Returns the name of a group, as it is.
    pub(super) fn of(&self, group: &GroupId) -> Option<&str> {
        self.of.get(group).map(String::as_str)
    }
}

impl From<HashMap<GroupId, String>> for Names {
    fn from(of: HashMap<GroupId, String>) -> Self {
        let namesakes = Namesakes::among(of.iter().map(|(id, name)| (id, name.as_str())), NAME_MAX);
        Self { of, namesakes }
    }
}

/// Returns the reply to a change of grants. `left_out`: the preset's capabilities that do not apply to a single group.
pub(crate) fn granted(
    i18n: Language,
    role: RoleId,
    given: &[Given],
    left_out: &BTreeSet<Capability>,
    names: &Names,
) -> Message {
    let (asked, held): (Vec<&Given>, Vec<&Given>) = given.iter().partition(|given| given.needs_approval);
    let scope = given.first().map(|given| scope(i18n, &given.scope, names)).unwrap_or_default();
    let mut lines = Vec::new();
    if !held.is_empty() {
        lines.push(i18n.granted_held(mention(role), rights(&capabilities(&held)), &scope));
    }
    if !asked.is_empty() {
        lines.push(i18n.granted_asked(mention(role), rights(&capabilities(&asked)), &scope));
        lines.push(i18n.granted_asked_how());
    }
    if !left_out.is_empty() {
        let left_out: Vec<String> = left_out.iter().map(|one| code(one.name())).collect();
        lines.push(i18n.granted_no_effect(left_out.join(", ")));
    }
    Card::new(Tone::Done, i18n.granted()).text(lines.join("\n")).footer(i18n.granted_footer()).into()
}

pub(crate) fn revoked(i18n: Language, role: RoleId, taken: &[Given], names: &Names) -> Message {
    let lost: Vec<String> = by_scope(taken)
        .into_iter()
        .map(|(at, given)| format!("{}{}", rights(&capabilities(&given)), scope(i18n, &at, names)))
        .collect();
    let text = i18n.revoked_lost(mention(role), lost.join(" · "));
    Card::new(Tone::Done, i18n.revoked()).text(text).footer(i18n.revoked_footer()).into()
}

/// Returns a short line with a role and its new grants, for everyone who reads the audit log.
pub(super) fn granted_in_short(i18n: Language, role: RoleId, given: &[Given], names: &Names) -> String {
    let parts: Vec<String> = by_scope(given)
        .into_iter()
        .map(|(at, given)| {
            let (asked, held): (Vec<&Given>, Vec<&Given>) = given.into_iter().partition(|one| one.needs_approval);
            let in_words = |given: &[&Given]| rights_in(&capabilities(given), |one| permission(i18n, one));
            let held = Some(in_words(&held)).filter(|held| !held.is_empty());
            let asked = Some(in_words(&asked)).filter(|asked| !asked.is_empty());
            let both: Vec<String> = held.into_iter().chain(asked.map(|asked| i18n.rights_by_approval(asked))).collect();
            format!("{}{}", enumerate(i18n, both.into_iter()), scope(i18n, &at, names))
        })
        .collect();
    format!("{}: {}", mention(role), parts.join(" · "))
}

/// Returns the list of all grants that the actor may see.
pub(crate) fn grants(i18n: Language, grants: &[Grant], names: &Names) -> Message {
    let line = |grant: &Grant| {
        let origin = match grant.origin {
            Origin::File => i18n.grant_of_file(),
            Origin::Discord => i18n.grant_of_discord(),
        };
        let held = Some(rights(&grant.capabilities)).filter(|held| !held.is_empty());
        let asked = Some(rights(&grant.needs_approval)).filter(|asked| !asked.is_empty());
        let both: Vec<String> = held.into_iter().chain(asked.map(|asked| i18n.grant_may_ask(asked))).collect();
        format!(
            "{} · {}{} · {origin}",
            mention(grant.role),
            both.join(" · "),
            narrowed(i18n, grant.groups.as_ref(), grant.sessions.as_ref(), names)
        )
    };
    let mut lines: Vec<String> = grants.iter().take(LINES_MAX).map(line).collect();
    if grants.len() > LINES_MAX {
        lines.push(i18n.grants_narrow(grants.len() - LINES_MAX));
    }
    if lines.is_empty() {
        lines.push(i18n.grants_none());
    }
    Card::new(Tone::Shown, i18n.grants()).text(lines.join("\n")).footer(i18n.grants_footer()).into()
}

/// Returns the rights of a person.
pub(crate) fn checked(i18n: Language, of: UserId, at: Option<&str>, all: &[Right], names: &Names) -> Message {
    let mut may = Vec::new();
    let mut may_not = Vec::new();
    for right in all {
        let name = format!("{} ({})", permission(i18n, right.capability), code(right.capability.name()));
        match &right.how {
            How::Administrator => may.push(name),
            How::Through(roles) => {
                let role = |(role, narrowed): &(RoleId, Vec<Narrowing>)| match narrowed.as_slice() {
                    narrowed @ [_, ..] if at.is_none() => {
                        i18n.not_everywhere(mention(*role), all_narrowed(i18n, narrowed, names))
                    }
                    [] | [_, ..] => mention(*role),
                };
                let roles: Vec<String> = roles.iter().take(NAMED_MAX).map(role).collect();
                may.push(i18n.rights_through(name, roles.join(" · ")));
            }
            How::ByApproval(roles) => {
                let roles: Vec<String> = roles.iter().take(NAMED_MAX).map(|role| mention(*role)).collect();
                may.push(i18n.rights_if_approved(name, roles.join(", ")));
            }
            How::Not => may_not.push(name),
        }
    }
    let is_administrator = all.iter().any(|right| right.how == How::Administrator);
    let text = match (is_administrator, may.is_empty()) {
        (true, _) => i18n.rights_of_administrator(user(of)),
        (false, true) => i18n.rights_of_nobody(user(of)),
        (false, false) => format!("{}\n{}", i18n.rights_of_somebody(user(of)), may.join("\n")),
    };
    let title = at.map_or_else(|| i18n.rights_of(), escape);
    Card::new(Tone::Shown, title).text(text).field(i18n.field_not(), may_not.join("\n")).into()
}

/// Returns the capabilities in as few words as presets allow: `moderator` and `groups.create`.
fn rights(all: &BTreeSet<Capability>) -> String {
    rights_in(all, |one| code(one.name()))
}

/// As [`rights`], with that name for a single capability.
fn rights_in(all: &BTreeSet<Capability>, name: impl Fn(Capability) -> String) -> String {
    let preset = Preset::ALL.into_iter().rev().find(|preset| preset.capabilities().all(|one| all.contains(&one)));
    let of_preset = |capability: &Capability| preset.is_some_and(|preset| preset.holds(*capability));
    let singles = all.iter().filter(|one| !of_preset(one)).map(|one| name(*one));
    let all: Vec<String> = preset.map(|preset| format!("**{}**", preset.name())).into_iter().chain(singles).collect();
    all.join(", ")
}

fn capabilities(given: &[&Given]) -> BTreeSet<Capability> {
    given.iter().map(|given| given.capability).collect()
}

fn by_scope(given: &[Given]) -> BTreeMap<Scope, Vec<&Given>> {
    let mut scopes: BTreeMap<Scope, Vec<&Given>> = BTreeMap::new();
    for one in given {
        scopes.entry(one.scope.clone()).or_default().push(one);
    }
    scopes
}

/// Returns the scope of a grant, as a phrase that follows the subject.
fn scope(i18n: Language, at: &Scope, names: &Names) -> String {
    let group = at.group.as_ref().map(|group| i18n.in_group(named(group, names)));
    let session = at.session.as_ref().map(|session| i18n.in_session(escape(session.as_str())));
    after(&[group, session])
}

/// Joins the parts that have a value, each after a space.
fn after(parts: &[Option<String>]) -> String {
    parts.iter().flatten().flat_map(|part| [" ", part]).collect()
}

/// Returns the groups and sessions of several grants to one role.
fn all_narrowed(i18n: Language, all: &[Narrowing], names: &Names) -> String {
    if all.iter().all(|one| one.sessions.is_none()) {
        let groups = all.iter().flat_map(|one| one.groups.iter().flatten()).cloned().collect();
        return narrowed(i18n, Some(&groups), None, names).trim_start().to_owned();
    }
    let each = all.iter().take(NAMED_MAX).map(|one| narrowed(i18n, one.groups.as_ref(), one.sessions.as_ref(), names));
    each.map(|one| one.trim_start().to_owned()).collect::<Vec<_>>().join(" / ")
}

/// Returns a restriction to groups and sessions, as a phrase that follows the subject.
fn narrowed(
    i18n: Language,
    groups: Option<&BTreeSet<GroupId>>,
    sessions: Option<&BTreeSet<SessionName>>,
    names: &Names,
) -> String {
    let list = |all: Vec<String>| {
        let first = all.iter().take(NAMED_MAX).cloned().collect::<Vec<_>>().join(", ");
        match all.len().saturating_sub(NAMED_MAX) {
            0 => first,
            more => i18n.list_and_more(first, more),
        }
    };
    let groups = groups.map(|groups| groups.iter().map(|group| named(group, names)).collect::<Vec<_>>());
    let sessions = sessions.map(|all| all.iter().map(|session| escape(session.as_str())).collect::<Vec<_>>());
    let groups = groups.map(|groups| i18n.in_group(list(groups)));
    let sessions = sessions.map(|sessions| i18n.in_session(list(sessions)));
    after(&[groups, sessions])
}

/// Returns the bold name of a group, or its id.
pub(super) fn named(group: &GroupId, names: &Names) -> String {
    let Some(name) = names.of.get(group).filter(|name| has_visible(name)) else { return code(group.as_str()) };
    let shown = format!("**{}**", clamp(&escape(name), NAME_MAX));
    if names.namesakes.has(name) { format!("{shown} ({})", code(group.as_str())) } else { shown }
}

/// Returns a mention that shows the role's name and pings no one: every message disables pings.
pub(super) fn mention(role: RoleId) -> String {
    format!("<@&{role}>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rights_are_told_by_the_largest_preset_that_is_whole() {
        let of = |preset: Preset| preset.capabilities().collect::<BTreeSet<_>>();
        assert_eq!(rights(&of(Preset::Moderator)), "**moderator**");
        assert_eq!(rights(&[Capability::GroupsDelete].into()), "`groups.delete`");
        let mut more = of(Preset::Helper);
        more.insert(Capability::GroupsCreate);
        assert_eq!(rights(&more), "**helper**, `groups.create`");
        assert_eq!(rights(&BTreeSet::new()), "");
    }
}
