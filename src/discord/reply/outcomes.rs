//! The asker's own answer: private, and complete.

use super::card::{Card, Message, Tone};
use super::people::{admin_changes, count, members, removals, standings};
use super::text::{Numbers, clamp, escape, escape_lines, member, plain};
use crate::desk::Done;
use crate::groups_api::ids::{GroupId, InviteCode, Lid, Person, SessionName};
use crate::groups_api::model::{Group, InvitePreview, Participant, Role, Session};
use crate::operations::{ChangeAdmins, GroupLine, Operation, Outcome, Rank, Stood};

/// Groups and members shown at once; the rest is counted.
const LINES_MAX: usize = 25;
/// A description is shown up to here; it has a card to itself in `/wa-group describe`.
const DESCRIPTION_MAX: usize = 1000;

/// What the asker reads when an operation was carried out.
pub(crate) fn done(done: &Done) -> Message {
    done_card(done).into()
}

pub(super) fn done_card(done: &Done) -> Card {
    let Done { operation, outcome, shows_numbers } = done;
    let numbers = if *shows_numbers { Numbers::Shown } else { Numbers::Masked };
    let card = card(operation, outcome, numbers);
    let session = operation.session().map(SessionName::as_str).unwrap_or_default();
    let footer = if session.is_empty() { String::new() } else { format!("Session {session}") };
    card.footer(footer)
}

fn card(operation: &Operation, outcome: &Outcome, numbers: Numbers) -> Card {
    let title = title(operation);
    match outcome {
        Outcome::Created { group, name, people, invite, described } => {
            created(group, name, people, invite.as_ref(), *described)
        }
        Outcome::Groups { search, groups, .. } => groups_list(groups, search.as_deref()),
        Outcome::Group { group } => shown(group, numbers),
        Outcome::Renamed { before, after } => Card::new(Tone::Done, escape(after)).text(format!(
            "Renamed: **{}** → **{}**",
            escape(before),
            escape(after)
        )),
        Outcome::Described { text } if text.is_empty() => {
            Card::new(Tone::Done, title).text("The description was taken away.")
        }
        Outcome::Described { text } => {
            Card::new(Tone::Done, title).text(format!("The new description:\n{}", escape_lines(text)))
        }
        Outcome::PictureSet { url } => {
            Card::new(Tone::Done, title).text("The group has a new picture.").image(url.clone())
        }
        Outcome::Left => Card::new(Tone::Done, title).text("The account has left this group."),
        Outcome::Deleted => Card::new(Tone::Done, title).text("This group was deleted."),
        Outcome::Joined { group, name } => Card::new(Tone::Done, name_or_id(name.as_deref(), group))
            .text("The account has joined this group.")
            .field("Group id", code(group.as_str())),
        Outcome::Previewed { preview } => previewed(preview, numbers),
        Outcome::Members { members: all } => {
            let lines = members(all, LINES_MAX, numbers);
            Card::new(Tone::Shown, title).text(format!("**{}**\n{lines}", count(all.len())))
        }
        Outcome::Added { people, invite, rest_at } => {
            let tone = if outcome.changed_something() { Tone::Done } else { Tone::Attention };
            let rest =
                rest_at.map(|at| format!("Those who were not asked for can be added from <t:{at}:t> (<t:{at}:R>)."));
            Card::new(tone, title)
                .text(standings(people))
                .field("The rest", rest.unwrap_or_default())
                .field("Invite link for those who must be invited", link(invite.as_ref()))
        }
        Outcome::Removed { people } => {
            let tone = if outcome.changed_something() { Tone::Done } else { Tone::Attention };
            Card::new(tone, title).text(removals(people))
        }
        Outcome::AdminsChanged { people, admins } => {
            let to_admin = matches!(operation, Operation::ChangeAdmins(ChangeAdmins { to: Rank::Admin, .. }));
            let tone = if outcome.changed_something() { Tone::Done } else { Tone::Attention };
            let now = admins
                .as_ref()
                .map_or_else(|| "could not be read".to_owned(), |admins| members(admins, LINES_MAX, numbers));
            Card::new(tone, title).text(admin_changes(people, to_admin)).field("Admins now", now)
        }
        Outcome::Invite { code } => Card::new(Tone::Shown, title)
            .text(format!("{}\nWhoever has this link can join. It works until it is revoked.", code.link())),
        Outcome::InviteRevoked { code: Some(code) } => Card::new(Tone::Done, title)
            .text(format!("The old invite link no longer works. The new one:\n{}", code.link())),
        Outcome::InviteRevoked { code: None } => Card::new(Tone::Done, title)
            .text("The old invite link no longer works. `/wa-group invite show` gives the new one."),
        Outcome::Sessions { sessions } => sessions_list(sessions),
        // What the journal keeps of these is shown by the journal's own commands.
        Outcome::InviteShown
        | Outcome::AuditExported { .. }
        | Outcome::Granted { .. }
        | Outcome::Revoked { .. }
        | Outcome::ChannelSet { .. } => {
            Card::new(Tone::Shown, title).text("This was done; use the command again to see it.")
        }
    }
}

/// The group's name as the title of its card.
pub(super) fn title(operation: &Operation) -> String {
    operation.group().map_or_else(String::new, |at| name_or_id(at.name.as_deref(), &at.group))
}

pub(super) fn name_or_id(name: Option<&str>, group: &GroupId) -> String {
    match name.map(str::trim) {
        Some(name) if !name.is_empty() => escape(name),
        _ => escape(group.as_str()),
    }
}

/// Text of a safe alphabet, easy to copy.
pub(super) fn code(text: &str) -> String {
    format!("`{text}`")
}

fn link(invite: Option<&InviteCode>) -> String {
    invite.map(InviteCode::link).unwrap_or_default()
}

fn created(
    group: &GroupId,
    name: &str,
    people: &[Stood],
    invite: Option<&InviteCode>,
    described: Option<bool>,
) -> Card {
    let joined = people.iter().filter(|stood| stood.standing == crate::operations::Standing::Added).count();
    let mut text = match (people.len(), joined) {
        (0, _) => "The group was created, with nobody but the account in it.".to_owned(),
        (all, joined) if all == joined => format!("The group was created, and {} joined.", count(joined)),
        (all, joined) => format!("The group was created; {joined} of {} joined.", count(all)),
    };
    if described == Some(false) {
        text.push_str("\nIts description could not be set; `/wa-group describe` tries again.");
    }
    if !people.is_empty() {
        text = format!("{text}\n\n{}", standings(people));
    }
    Card::new(Tone::Done, escape(name))
        .text(text)
        .field("Group id", code(group.as_str()))
        .field("Invite link for those who must be invited", link(invite))
}

fn groups_list(groups: &[GroupLine], search: Option<&str>) -> Card {
    let found = match (groups.len(), search) {
        (0, None) => return Card::new(Tone::Shown, "Groups").text("There is no group here that you may see."),
        (0, Some(search)) => {
            let text = format!("No group that you may see has “{}” in its name.", clamp(&escape(search), 100));
            return Card::new(Tone::Shown, "Groups").text(text);
        }
        (1, _) => "1 group".to_owned(),
        (number, _) => format!("{number} groups"),
    };
    let line = |line: &GroupLine| {
        let size = line.size.map_or_else(String::new, |size| format!(" · {size} members"));
        format!("**{}**{size} · {}", clamp(&name_or_id(Some(&line.name), &line.id), 90), code(line.id.as_str()))
    };
    let mut lines: Vec<String> = groups.iter().take(LINES_MAX).map(line).collect();
    if groups.len() > LINES_MAX {
        lines.push(format!("… and {} more. The option `search` narrows the list.", groups.len() - LINES_MAX));
    }
    Card::new(Tone::Shown, found).text(lines.join("\n"))
}

fn shown(group: &Group, numbers: Numbers) -> Card {
    let all = group.participants.as_deref().unwrap_or_default();
    let admins: Vec<Participant> = all.iter().filter(|member| member.role >= Role::Admin).cloned().collect();
    let description = group.description.as_deref().unwrap_or_default();
    let size = group.participants.as_ref().map_or_else(|| "unknown".to_owned(), |members| members.len().to_string());
    Card::new(Tone::Shown, name_or_id(Some(&group.name), &group.id))
        .text(clamp(&escape_lines(description), DESCRIPTION_MAX))
        .fact("Members", size)
        .fact("Created", timestamp(group.created_at))
        .fact("Owner", group.owner.as_ref().map_or_else(|| "unknown".to_owned(), |owner| known_as(owner, all, numbers)))
        .field("Admins", members(&admins, LINES_MAX, numbers))
        .field("Group id", code(group.id.as_str()))
}

fn previewed(preview: &InvitePreview, numbers: Numbers) -> Card {
    let inviter = preview.inviter.as_ref();
    Card::new(Tone::Shown, name_or_id(Some(&preview.name), &preview.id))
        .text("Where this invite leads. Nothing was joined.")
        .fact("Members", preview.size.map_or_else(|| "unknown".to_owned(), |size| size.to_string()))
        .fact("Created", timestamp(preview.created_at))
        .fact(
            "Invite made by",
            inviter.map_or_else(|| "unknown".to_owned(), |lid| known_as(lid, &preview.participants, numbers)),
        )
        .field("Members that WhatsApp shows", members(&preview.participants, LINES_MAX, numbers))
        .field("Group id", code(preview.id.as_str()))
}

/// The phone number of a person known by LID, where the members tell it.
fn known_as(lid: &Lid, among: &[Participant], numbers: Numbers) -> String {
    let known = among.iter().find(|participant| participant.lid.as_ref() == Some(lid));
    match (known, numbers) {
        (Some(known), _) => member(known, numbers),
        (None, Numbers::Shown) => lid.to_string(),
        (None, Numbers::Masked) => Person::Lid(lid.clone()).masked(),
    }
}

/// A time in the reader's own zone (Discord, "Timestamps").
fn timestamp(unix: Option<i64>) -> String {
    unix.map_or_else(|| "unknown".to_owned(), |seconds| format!("<t:{seconds}:D>"))
}

fn sessions_list(sessions: &[Session]) -> Card {
    if sessions.is_empty() {
        return Card::new(Tone::Attention, "Sessions")
            .text("None of this server's sessions is known to the groups API.");
    }
    Card::new(Tone::Shown, "Sessions").text(session_lines(sessions))
}

/// A line for each session, with its connection.
pub(super) fn session_lines(sessions: &[Session]) -> String {
    let line = |session: &Session| {
        let status = match session.status.as_str() {
            "CONNECTED" => "connected".to_owned(),
            "CONNECTING" => "connecting".to_owned(),
            "DISCONNECTED" => "not connected".to_owned(),
            other => escape(&plain(other)),
        };
        let reason = session.status_reason.as_deref().filter(|_| !session.is_connected()).map(status_reason);
        let reason = reason.map_or_else(String::new, |reason| format!(": {reason}"));
        let push_name = session.push_name.as_deref().map_or_else(String::new, |name| format!(" · {}", escape(name)));
        format!("**{}** · {status}{reason}{push_name}", escape(session.name.as_str()))
    };
    sessions.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Why a session is not connected (groups API, "Session").
pub(super) fn status_reason(reason: &str) -> String {
    match reason {
        "SCAN_QR" => "the QR code must be scanned with the phone".to_owned(),
        "AUTO_RECONNECT" => "it is connecting again by itself".to_owned(),
        "FAILED" => "the connection failed".to_owned(),
        "MANUAL_STOP" => "somebody stopped it".to_owned(),
        "QR_TIMEOUT" => "the QR code was not scanned in time".to_owned(),
        "LOGGED_OUT" => "the phone logged it out".to_owned(),
        "TEMPORARY_BAN" => "WhatsApp has banned the account for a while".to_owned(),
        "STREAM_ERROR" => "WhatsApp ended the connection".to_owned(),
        other => escape(other),
    }
}
