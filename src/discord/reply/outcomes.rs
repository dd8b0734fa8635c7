//! Private, complete answers to the actor.

use groups_api::{DisconnectReason, Session, SessionStatus};
use whatsapp::unicode::has_visible;
use whatsapp::{Group, GroupId, InviteCode, InvitePreview, Lid, Participant, Person, Role};

use super::card::{Card, File, Message, Tone};
use super::confirmation::stopped_in_words;
use super::invitation::{invitation_button, join_button};
use super::pages::{self, PageSource, page, place, with_pages};
use super::people::{NAMED_MAX, admin_changes, member_line, members, of_standing, person, removals, standings};
use super::qr::qr_code;
use super::text::{NumberMask, clamp, escape, escape_lines, member, plain};
use crate::language::Language;
use crate::operations::{
    AddResult, AddStatus, ChangeAdmins, GroupRef, GroupSummary, ListGroups, ListMembers, Operation, Outcome, Part,
    PictureFrom, PreviewInvite, Rank, SetPicture, ShowInvite, URL_CHARS_MAX,
};
use crate::picture::Picture;
use crate::services::Done;
use crate::table::csv;

/// Maximum groups and members shown at once; the rest is counted.
const LINES_MAX: usize = 25;
/// Maximum characters of a description here; `/wa-group describe` shows all of it in a card of its own.
const DESCRIPTION_MAX: usize = 1000;

/// Returns the actor's answer for a completed operation.
pub(crate) fn done(say: Language, done: &Done) -> Message {
    let message = Message::from(done_card(say, done));
    let Done { operation, outcome, .. } = done;
    match (operation, outcome) {
        (_, Outcome::Created { group, invite: Some(_), .. }) => message.with_row(invitation_button(say, group)),
        (_, Outcome::Added { invite: Some(_), .. }) => match operation.group() {
            Some(at) => message.with_row(invitation_button(say, &at.group)),
            None => message,
        },
        (Operation::ListGroups(ListGroups { session, search, page }), Outcome::Groups { groups, .. }) => {
            let of = PageSource::Groups { session: session.to_string(), search: search.clone() };
            with_pages(say, message, &of, *page, groups.len())
        }
        (Operation::ListMembers(ListMembers { at, page }), Outcome::Members { members, .. }) => {
            with_pages(say, message, &PageSource::Members { group: at.group.clone() }, *page, members.len())
        }
        (Operation::PreviewInvite(preview), Outcome::Previewed { .. }) if preview.may_join => {
            match preview.invite.code() {
                Some(code) => message.with_row(join_button(say, code)),
                None => message,
            }
        }
        _ => message,
    }
}

/// Returns whether building the answer takes milliseconds: a table of many people, a QR code, or a picture.
pub(crate) fn takes_long(done: &Done) -> bool {
    match &done.outcome {
        Outcome::MembersTaken { .. }
        | Outcome::Invite { .. }
        | Outcome::InviteRevoked { code: Some(_) }
        | Outcome::PictureSet { .. } => true,
        Outcome::Created { people, pictured, .. } => people.len() > NAMED_MAX || pictured.is_some(),
        Outcome::Added { people, .. } => people.len() > NAMED_MAX,
        _ => false,
    }
}

pub(super) fn done_card(say: Language, done: &Done) -> Card {
    let Done { operation, outcome, shows_numbers, stopped } = done;
    let numbers = if *shows_numbers { NumberMask::Shown } else { NumberMask::Masked };
    let rest = stopped.map_or_else(String::new, |stopped| stopped_in_words(say, stopped));
    let card = card(say, operation, outcome, numbers).field(say.field_rest(), rest);
    match operation.session() {
        Some(session) => card.footer(say.footer_session(session.as_str())),
        None => card,
    }
}

fn card(say: Language, operation: &Operation, outcome: &Outcome, numbers: NumberMask) -> Card {
    let title = title(operation);
    match outcome {
        Outcome::Created { .. } | Outcome::Added { .. } | Outcome::Removed { .. } | Outcome::AdminsChanged { .. } => {
            of_people(say, operation, outcome, numbers)
        }
        Outcome::Groups { search, groups, unread, .. } => {
            with_unread(say, groups_list(say, groups, search.as_deref(), page_of(operation)), *unread)
        }
        Outcome::Group { group } => shown(say, group, numbers),
        Outcome::Renamed { before, after } if before == after => {
            Card::new(Tone::Shown, escape(after)).text(say.name_unchanged())
        }
        Outcome::Renamed { before, after } => {
            Card::new(Tone::Done, escape(after)).text(say.renamed(escape(before), escape(after)))
        }
        Outcome::Described { unchanged: true, .. } => Card::new(Tone::Shown, title).text(say.description_unchanged()),
        Outcome::Described { text, .. } if text.is_empty() => {
            Card::new(Tone::Done, title).text(say.description_removed())
        }
        Outcome::Described { text, .. } => {
            Card::new(Tone::Done, title).text(format!("{}\n{}", say.described(), escape_lines(text)))
        }
        Outcome::PictureSet { url } => {
            let card = Card::new(Tone::Done, title).text(say.picture_set());
            // Discord refuses the whole answer if the address is longer.
            let shown = url.as_ref().filter(|url| url.as_str().len() <= URL_CHARS_MAX);
            match (shown, image(operation)) {
                (Some(url), _) => card.image(url.clone()),
                (None, Some(image)) => card.picture(picture_file(say, image)),
                (None, None) => card,
            }
        }
        Outcome::Left => Card::new(Tone::Done, title).text(say.left()),
        Outcome::Deleted => Card::new(Tone::Done, title).text(say.deleted()),
        Outcome::Joined { group, name } => Card::new(Tone::Done, name_or_id(name.as_deref(), group))
            .text(say.joined())
            .field(say.field_group_id(), code(group.as_str())),
        Outcome::Previewed { preview } => {
            let card = previewed(say, preview, numbers);
            match operation {
                Operation::PreviewInvite(PreviewInvite { invite, links: links @ 2.., .. }) => {
                    card.footnote(format!("\n{}", say.several_invites(*links, link(invite.code()))))
                }
                _ => card,
            }
        }
        Outcome::Members { members: all, unread } => {
            let page = page(all, page_of(operation));
            let lines = pages::text(&page, |one| member_line(say, one, numbers));
            let text = format!("**{}**{}\n{lines}", say.people(all.len()), place(say, &page));
            with_unread(say, Card::new(Tone::Shown, title).text(text), *unread)
        }
        Outcome::MembersTaken { members } => {
            let card = Card::new(Tone::Shown, title).text(say.members_exported(members.len()));
            card.file(File::csv("members.csv", members_table(members)))
        }
        Outcome::Invite { code } => match operation {
            Operation::ShowInvite(ShowInvite { at, to_send: true }) => invitation(say, at, code),
            _ => with_qr_code(
                say,
                Card::new(Tone::Shown, title),
                code,
                format!("{}\n{}", code.link(), say.invite_shown()),
            ),
        },
        Outcome::InviteRevoked { code: Some(code) } => {
            let text = format!("{}\n{}", say.invite_revoked(), code.link());
            with_qr_code(say, Card::new(Tone::Done, title), code, text)
        }
        Outcome::InviteRevoked { code: None } => Card::new(Tone::Done, title).text(say.invite_revoked_unread()),
        Outcome::Sessions { sessions } => sessions_list(say, sessions),
        // The commands of the audit log show these outcomes.
        Outcome::InviteShown
        | Outcome::MembersExported { .. }
        | Outcome::AuditExported { .. }
        | Outcome::Granted { .. }
        | Outcome::Revoked { .. }
        | Outcome::ChannelSet { .. } => Card::new(Tone::Shown, title).text(say.done_before()),
    }
}

/// Returns the result of an operation on people.
fn of_people(say: Language, operation: &Operation, outcome: &Outcome, numbers: NumberMask) -> Card {
    let tone = if outcome.changed_something() { Tone::Done } else { Tone::Attention };
    let card = Card::new(tone, title(operation));
    match outcome {
        Outcome::Created { .. } => created(say, operation, outcome),
        Outcome::Added { people, invite, rest_at } => {
            let later = |at: &i64| say.rest_later(format!("<t:{at}:t> (<t:{at}:R>)"));
            let rest = rest_at.as_ref().map_or_else(String::new, later);
            let card = card.text(standings(say, people)).field(say.field_rest(), rest);
            with_report(say, card, people).field(say.field_invite_needed(), link(invite.as_ref()))
        }
        Outcome::Removed { people } => card.text(removals(say, people)),
        Outcome::AdminsChanged { people, admins } => {
            let admins = admins.as_ref();
            let now = admins.map_or_else(|| say.admins_unreadable(), |all| members(say, all, LINES_MAX, numbers));
            card.text(admin_changes(say, people, rank(operation))).field(say.field_admins_now(), now)
        }
        _ => card,
    }
}

/// Adds the number of list entries that could not be read.
fn with_unread(say: Language, card: Card, unread: usize) -> Card {
    if unread == 0 { card } else { card.footnote(say.entries_unread(unread)) }
}

/// Attaches a report file with the people whom the text could not name.
fn with_report(say: Language, card: Card, people: &[AddResult]) -> Card {
    if people.len() <= NAMED_MAX {
        return card;
    }
    let row = |stood: &AddResult| [person(&stood.person), of_standing(say, stood.standing)];
    let report = csv([&say.column_person(), &say.column_result()], people.iter().map(row));
    card.file(File::csv("people.csv", report)).footnote(say.report_attached())
}

/// Returns a text to copy and send to people in WhatsApp.
fn invitation(say: Language, at: &GroupRef, invite: &InviteCode) -> Card {
    let name = at.name.as_deref().unwrap_or_else(|| at.group.as_str());
    // A code block disables markup, so nothing needs escaping.
    let text = say.invitation(plain(name).replace('`', "'"), invite.link());
    Card::new(Tone::Shown, title_of_group(at)).text(format!("{}\n```\n{text}\n```", say.invitation_copy()))
}

fn with_qr_code(say: Language, card: Card, invite: &InviteCode, text: String) -> Card {
    match qr_code(say, invite) {
        Some(code) => card.text(format!("{text}\n{}", say.qr_hint())).picture(code),
        None => card.text(text),
    }
}

/// Returns the image that an operation sets.
pub(super) fn image(operation: &Operation) -> Option<&Picture> {
    match operation {
        Operation::SetPicture(SetPicture { picture: PictureFrom::Image(image), .. }) => Some(image),
        Operation::CreateGroup(create) => create.picture.as_ref(),
        _ => None,
    }
}

pub(super) fn picture_file(say: Language, picture: &Picture) -> File {
    File { name: "picture.jpg", content_type: "image/jpeg", bytes: picture.jpeg().into(), alt: say.picture_alt() }
}

/// Returns the table with the columns of `commands.md`: `phone_number`, `lid`, `role`.
fn members_table(members: &[Participant]) -> Vec<u8> {
    let row = |member: &Participant| {
        let role = match member.role {
            Role::SuperAdmin => "super_admin",
            Role::Admin => "admin",
            Role::Member => "member",
        };
        let (phone, lid) = (member.phone.as_ref(), member.lid.as_ref());
        let text = |id: Option<String>| id.unwrap_or_default();
        [text(phone.map(ToString::to_string)), text(lid.map(ToString::to_string)), role.to_owned()]
    };
    csv(["phone_number", "lid", "role"], members.iter().map(row))
}

/// Returns the new rank of the people in a change of admins.
pub(super) fn rank(operation: &Operation) -> Rank {
    if let Operation::ChangeAdmins(ChangeAdmins { to, .. }) = operation { *to } else { Rank::Admin }
}

/// Returns the group's name, escaped, as the title of its card.
pub(super) fn title(operation: &Operation) -> String {
    operation.group().map_or_else(String::new, title_of_group)
}

pub(super) fn title_of_group(at: &GroupRef) -> String {
    name_or_id(at.name.as_deref(), &at.group)
}

pub(super) fn name_or_id(name: Option<&str>, group: &GroupId) -> String {
    match name {
        Some(name) if has_visible(name) => escape(name),
        _ => escape(group.as_str()),
    }
}

/// Formats text of a safe alphabet as code, which is easy to copy.
pub(super) fn code(text: &str) -> String {
    format!("`{text}`")
}

fn link(invite: Option<&InviteCode>) -> String {
    invite.map(InviteCode::link).unwrap_or_default()
}

fn created(say: Language, operation: &Operation, outcome: &Outcome) -> Card {
    let Outcome::Created { group, name, people, invite, described, pictured } = outcome else {
        return Card::new(Tone::Done, title(operation));
    };
    let joined = people.iter().filter(|stood| stood.standing == AddStatus::Added).count();
    let mut lines = vec![match (people.len(), joined) {
        (0, _) => say.created_alone(),
        (all, joined) if all == joined => say.created_all_joined(joined),
        (all, joined) => say.created_some_joined(joined, all),
    }];
    match described {
        Some(Part::NotSet) => lines.push(say.created_not_described()),
        Some(Part::Unconfirmed) => lines.push(say.created_description_unconfirmed()),
        Some(Part::Set) | None => {}
    }
    match pictured {
        Some(Part::NotSet) => lines.push(say.created_no_picture()),
        Some(Part::Unconfirmed) => lines.push(say.created_picture_unconfirmed()),
        Some(Part::Set) | None => {}
    }
    if !people.is_empty() {
        lines.push(format!("\n{}", standings(say, people)));
    }
    let card = Card::new(Tone::Done, escape(name)).text(lines.join("\n"));
    let card = match image(operation).filter(|_| *pictured == Some(Part::Set)) {
        Some(image) => card.picture(picture_file(say, image)),
        None => card,
    };
    with_report(say, card, people)
        .field(say.field_group_id(), code(group.as_str()))
        .field(say.field_invite_needed(), link(invite.as_ref()))
}

/// Returns the requested page.
fn page_of(operation: &Operation) -> usize {
    match operation {
        Operation::ListGroups(ListGroups { page, .. }) | Operation::ListMembers(ListMembers { page, .. }) => *page,
        _ => 0,
    }
}

fn groups_list(say: Language, groups: &[GroupSummary], search: Option<&str>, number: usize) -> Card {
    let card = Card::new(Tone::Shown, say.groups());
    match (groups.is_empty(), search) {
        (true, None) => return card.text(say.groups_none()),
        (true, Some(search)) => return card.text(say.groups_none_found(clamp(&escape(search), 100))),
        (false, _) => {}
    }
    let line = |line: &GroupSummary| {
        let size = line.size.map_or_else(String::new, |size| format!(" · {}", say.members_count(size)));
        format!("**{}**{size} · {}", clamp(&name_or_id(Some(&line.name), &line.id), 90), code(line.id.as_str()))
    };
    let page = page(groups, number);
    let title = format!("{}{}", say.groups_count(groups.len()), place(say, &page));
    Card::new(Tone::Shown, title).text(pages::text(&page, line))
}

fn shown(say: Language, group: &Group, numbers: NumberMask) -> Card {
    let all = group.participants.as_deref().unwrap_or_default();
    let admins: Vec<Participant> = all.iter().filter(|member| member.role >= Role::Admin).cloned().collect();
    let description = group.description.as_deref().unwrap_or_default();
    let size = group.participants.as_ref().map_or_else(|| say.unknown(), |members| say.number(members.len()));
    let owner = group.owner.as_ref().map_or_else(|| say.unknown(), |owner| known_as(say, owner, all, numbers));
    Card::new(Tone::Shown, name_or_id(Some(&group.name), &group.id))
        .text(clamp(&escape_lines(description), DESCRIPTION_MAX))
        .fact(say.field_members(), size)
        .fact(say.field_created(), timestamp(say, group.created_at))
        .fact(say.field_owner(), owner)
        .field(say.field_admins(), members(say, &admins, LINES_MAX, numbers))
        .field(say.field_group_id(), code(group.id.as_str()))
}

fn previewed(say: Language, preview: &InvitePreview, numbers: NumberMask) -> Card {
    let InvitePreview { id, name, size, participants, .. } = preview;
    let inviter = preview.inviter.as_ref();
    let inviter = inviter.map_or_else(|| say.unknown(), |lid| known_as(say, lid, participants, numbers));
    Card::new(Tone::Shown, name_or_id(Some(name), id))
        .text(say.previewed())
        .fact(say.field_members(), size.map_or_else(|| say.unknown(), |size| say.number(size)))
        .fact(say.field_created(), timestamp(say, preview.created_at))
        .fact(say.field_invited_by(), inviter)
        .field(say.field_members_shown(), members(say, participants, LINES_MAX, numbers))
        .field(say.field_group_id(), code(id.as_str()))
}

/// Returns the phone number of a person known by LID, if the member list contains it.
fn known_as(say: Language, lid: &Lid, among: &[Participant], numbers: NumberMask) -> String {
    let known = among.iter().find(|participant| participant.lid.as_ref() == Some(lid));
    match (known, numbers) {
        (Some(known), _) => member(say, known, numbers),
        (None, NumberMask::Shown) => lid.to_string(),
        (None, NumberMask::Masked) => Person::Lid(lid.clone()).masked(),
    }
}

/// Returns a time that Discord shows in the reader's time zone (Discord, "Timestamps").
fn timestamp(say: Language, unix: Option<i64>) -> String {
    unix.map_or_else(|| say.unknown(), |seconds| format!("<t:{seconds}:D>"))
}

fn sessions_list(say: Language, sessions: &[Session]) -> Card {
    let tone = if sessions.is_empty() { Tone::Attention } else { Tone::Shown };
    let text = if sessions.is_empty() { say.sessions_none() } else { session_lines(say, sessions) };
    Card::new(tone, say.sessions()).text(text)
}

/// Returns a line for each session, with its connection status.
pub(super) fn session_lines(say: Language, sessions: &[Session]) -> String {
    let line = |session: &Session| {
        let status = match &session.status {
            SessionStatus::Connected => say.status_connected(),
            SessionStatus::Connecting => say.status_connecting(),
            SessionStatus::Disconnected => say.status_disconnected(),
            SessionStatus::Unknown | SessionStatus::Other(_) => escape(&plain(session.status.as_str())),
        };
        let reason = session.status_reason.as_ref().filter(|_| !session.is_connected());
        let reason = reason.map_or_else(String::new, |reason| format!(": {}", status_reason(say, reason)));
        let push_name = session.push_name.as_deref().map_or_else(String::new, |name| format!(" · {}", escape(name)));
        format!("**{}** · {status}{reason}{push_name}", escape(session.name.as_str()))
    };
    sessions.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Returns why a session is not connected (groups API, "Session").
pub(super) fn status_reason(say: Language, reason: &DisconnectReason) -> String {
    match reason {
        DisconnectReason::ScanQr => say.reason_scan_qr(),
        DisconnectReason::AutoReconnect => say.reason_auto_reconnect(),
        DisconnectReason::Failed => say.reason_failed(),
        DisconnectReason::ManualStop => say.reason_manual_stop(),
        DisconnectReason::QrTimeout => say.reason_qr_timeout(),
        DisconnectReason::LoggedOut => say.reason_logged_out(),
        DisconnectReason::TemporaryBan => say.reason_temporary_ban(),
        DisconnectReason::StreamError => say.reason_stream_error(),
        DisconnectReason::Other(text) => escape(text),
    }
}
