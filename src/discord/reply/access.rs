//! Rights in words: what a role was given or lost, what there is, and what somebody may do through which role.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::card::{Card, Message, Tone};
use super::outcomes::code;
use super::text::{clamp, escape};
use crate::access::{Capability, Given, Grant, How, Origin, Preset, Right, RoleId, Scope, UserId};
use crate::groups_api::ids::GroupId;

/// Grants shown at once, and groups or roles named in one of them.
const LINES_MAX: usize = 20;
const NAMED_MAX: usize = 5;

/// The names of groups, as far as they are known.
pub(crate) type Names = HashMap<GroupId, String>;

pub(crate) fn granted(role: RoleId, given: &[Given], names: &Names) -> Message {
    let (asked, held): (Vec<&Given>, Vec<&Given>) = given.iter().partition(|given| given.needs_approval);
    let scope = given.first().map(|given| scope(&given.scope, names)).unwrap_or_default();
    let mut text = String::new();
    if !held.is_empty() {
        text = format!("{} may now use {}{scope}.", mention(role), rights(&capabilities(&held)));
    }
    if !asked.is_empty() {
        let asked = rights(&capabilities(&asked));
        text = format!("{text}\n{} may now ask for {asked}{scope}; who holds it must approve.", mention(role));
    }
    let without_use = given.iter().filter(|given| given.scope.group.is_some()).map(|given| given.capability);
    let without_use: Vec<String> = without_use
        .filter(|one| matches!(one, Capability::GroupsCreate | Capability::GroupsJoin))
        .map(|one| code(one.name()))
        .collect();
    if !without_use.is_empty() {
        text = format!(
            "{text}\nIn a single group {} has no effect: it is about groups that are not there yet.",
            without_use.join(", ")
        );
    }
    Card::new(Tone::Done, "Granted").text(text.trim().to_owned()).footer("It counts at once.").into()
}

pub(crate) fn revoked(role: RoleId, taken: &[Given], names: &Names) -> Message {
    let lines: Vec<String> = by_scope(taken)
        .into_iter()
        .map(|(at, given)| format!("{}{}", rights(&capabilities(&given)), scope(&at, names)))
        .collect();
    let text = format!("{} lost {}.", mention(role), lines.join("; "));
    Card::new(Tone::Done, "Revoked").text(text).footer("It counts at once. Administrators keep everything.").into()
}

/// The same for the log channel, to follow the name of who did it.
pub(super) fn granted_in_short(role: RoleId, given: &[Given]) -> String {
    let parts: Vec<String> = by_scope(given)
        .into_iter()
        .map(|(at, given)| {
            let (asked, held): (Vec<&Given>, Vec<&Given>) = given.into_iter().partition(|one| one.needs_approval);
            let held = Some(rights(&capabilities(&held))).filter(|held| !held.is_empty());
            let asked = Some(rights(&capabilities(&asked))).filter(|asked| !asked.is_empty());
            let asked = asked.map(|asked| format!("{asked} by approval"));
            let both: Vec<String> = held.into_iter().chain(asked).collect();
            format!("{}{}", both.join(" and "), scope(&at, &Names::new()))
        })
        .collect();
    format!("{}: {}", mention(role), parts.join("; "))
}

/// All grants that the asker may see.
pub(crate) fn grants(grants: &[Grant], names: &Names) -> Message {
    let line = |grant: &Grant| {
        let origin = match grant.origin {
            Origin::File => "file",
            Origin::Discord => "Discord",
        };
        let held = rights(&grant.capabilities);
        let asked = rights(&grant.needs_approval);
        let asked = if asked.is_empty() { asked } else { format!("may ask for {asked}") };
        let both: Vec<String> = [held, asked].into_iter().filter(|part| !part.is_empty()).collect();
        format!("{} · {}{} · {origin}", mention(grant.role), both.join("; "), narrowed(grant, names))
    };
    let mut lines: Vec<String> = grants.iter().take(LINES_MAX).map(line).collect();
    if grants.len() > LINES_MAX {
        lines.push(format!("… and {} more. The option `role` narrows the list.", grants.len() - LINES_MAX));
    }
    if lines.is_empty() {
        lines.push("No role has a grant here. Administrators may do everything, and nobody else anything.".to_owned());
    }
    Card::new(Tone::Shown, "Grants")
        .text(lines.join("\n"))
        .footer("“file”: by whoever runs the bot, and not to be changed here. Administrators may do everything.")
        .into()
}

/// What somebody may do.
pub(crate) fn checked(user: UserId, at: Option<&str>, all: &[Right]) -> Message {
    let mut may = Vec::new();
    let mut may_not = Vec::new();
    for right in all {
        let name = code(right.capability.name());
        match &right.how {
            How::Administrator => may.push(name),
            How::Through(roles) => {
                let role = |(role, narrowed): &(RoleId, bool)| {
                    let some = if *narrowed && at.is_none() { " (not everywhere)" } else { "" };
                    format!("{}{some}", mention(*role))
                };
                let roles: Vec<String> = roles.iter().take(NAMED_MAX).map(role).collect();
                may.push(format!("{name} through {}", roles.join(", ")));
            }
            How::ByApproval(roles) => {
                let roles: Vec<String> = roles.iter().take(NAMED_MAX).map(|role| mention(*role)).collect();
                may.push(format!("{name} if somebody approves, through {}", roles.join(", ")));
            }
            How::Not => may_not.push(name),
        }
    }
    let is_administrator = all.iter().any(|right| right.how == How::Administrator);
    let text = match (is_administrator, may.is_empty()) {
        (true, _) => format!("<@{user}> is an Administrator of this server, and so may do everything."),
        (false, true) => format!("<@{user}> may do nothing here."),
        (false, false) => format!("<@{user}> may use:\n{}", may.join("\n")),
    };
    let title = at.map_or_else(|| "What may they do?".to_owned(), escape);
    Card::new(Tone::Shown, title).text(text).field("Not", may_not.join(", ")).into()
}

/// Capabilities, in as few words as there are presets for: `moderator` and `groups.create`.
fn rights(all: &BTreeSet<Capability>) -> String {
    let preset = Preset::ALL.into_iter().rev().find(|preset| preset.capabilities().all(|one| all.contains(&one)));
    let of_preset = |capability: &Capability| preset.is_some_and(|preset| preset.holds(*capability));
    let singles = all.iter().filter(|one| !of_preset(one)).map(|one| code(one.name()));
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

fn scope(at: &Scope, names: &Names) -> String {
    let group = at.group.as_ref().map(|group| format!(" in {}", named(group, names)));
    let session = at.session.as_ref().map(|session| format!(" in session {}", escape(session.as_str())));
    [group, session].into_iter().flatten().collect()
}

fn narrowed(grant: &Grant, names: &Names) -> String {
    let list = |all: Vec<String>| {
        let more = all.len().saturating_sub(NAMED_MAX);
        let first = all.iter().take(NAMED_MAX).cloned().collect::<Vec<_>>().join(", ");
        if more == 0 { first } else { format!("{first} and {more} more") }
    };
    let groups = grant.groups.as_ref();
    let groups = groups.map(|groups| groups.iter().map(|group| named(group, names)).collect::<Vec<_>>());
    let sessions = grant.sessions.as_ref();
    let sessions = sessions.map(|all| all.iter().map(|session| escape(session.as_str())).collect::<Vec<_>>());
    let groups = groups.map(|groups| format!(" in {}", list(groups)));
    let sessions = sessions.map(|sessions| format!(" in session {}", list(sessions)));
    [groups, sessions].into_iter().flatten().collect()
}

fn named(group: &GroupId, names: &Names) -> String {
    let name = names.get(group).filter(|name| !name.trim().is_empty());
    name.map_or_else(|| code(group.as_str()), |name| format!("**{}**", clamp(&escape(name), 60)))
}

/// A mention shows the role's name, and pings nobody: every message forbids it.
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
