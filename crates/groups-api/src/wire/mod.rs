//! Parses the groups API's answers, in every form that the contract leaves open. Readers take JSON and return `None` if
//! it has another form; they skip unknown fields. This module knows no HTTP.

mod add_results;
#[cfg(test)]
mod fuzz;
mod list;
mod named;
mod refusal;
mod session;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod titan_for_tests;
mod value;
mod vocabulary;

use std::borrow::Cow;
use std::io::Read;

use humantime_serde::re::humantime::parse_rfc3339;
use serde_json::Value;
use usher_clock::Timestamp;
use whatsapp::{
    Group, GroupSettings, InviteCode, InvitePreview, JoinRequest, Lid, ListedGroup, Participant, Person, PhoneNumber,
    Role, Who,
};

use super::error::is_invisible;
use super::model::{Joined, RankedParticipant, Session};
use super::provider::Engine;
pub(super) use add_results::add_results;
pub use list::Listed;
pub(super) use list::{Entry, LIST_BYTES_MAX, ListPlace, Unread, list};
pub(super) use named::named_places;
pub(super) use refusal::refuses;
pub use session::{DisconnectReason, SessionStatus};
pub(super) use value::{json, text_or_json};
pub(super) use vocabulary::{
    BAILEYS, GOWA_MEMBERS, GroupNames, JOIN_REQUEST, JoinRequestNames, MemberNames, OPENWA, TITAN, Vocabulary,
    WAHA_MEMBERS, WHATSMEOW, WWEBJS,
};

use refusal::{FieldContent, reports_failure};
use value::value;
use vocabulary::{FieldNames, RoleNames, SettingNames};

/// The field with the whole text of an id that comes in parts (whatsapp-web.js).
const WHOLE_ID: &str = "_serialized";
/// A shorter text in the answer to a revocation is a remark such as `revoked`. A code has about 22 characters.
const NEW_CODE_CHARS_MIN: usize = 16;
/// A larger number is in milliseconds rather than seconds.
const SECONDS_MAX: i64 = 100_000_000_000;

/// Longest text for logs and terminals.
const WORD_CHARS_MAX: usize = 64;

/// Largest answer that is parsed, other than a list.
pub(super) const ANSWER_BYTES_MAX: usize = 8 << 20;
/// A body with more spaces does not count as empty.
const EMPTY_BYTES_MAX: usize = 256;

/// Returns the content of `data` in the answer to a read.
pub(super) fn data(body: impl Read) -> Result<Value, Unread> {
    let mut answer = value(ANSWER_BYTES_MAX, body)?;
    let fields = answer.as_object_mut().ok_or(Unread::Garbled)?;
    let is_refusal = |(name, value): (&String, &Value)| {
        name != "data" && reports_failure(&name.to_ascii_lowercase(), &FieldContent::of(value))
    };
    let data = if fields.iter().any(is_refusal) { None } else { fields.remove("data") };
    data.ok_or(Unread::Garbled)
}

/// Returns the content of `data` in the answer to a change, `null` if it is empty. Fails if the answer does not say
/// that the change was carried out. Only an object without a report of a failure, and an empty body, say so.
pub(super) fn done(mut body: impl Read) -> Result<Value, Unread> {
    let mut head = Vec::new();
    let read = body.by_ref().take(EMPTY_BYTES_MAX as u64).read_to_end(&mut head);
    read.map_err(|_| Unread::Cut)?;
    if head.len() < EMPTY_BYTES_MAX && head.trim_ascii().is_empty() {
        return Ok(Value::Null);
    }
    let mut answer = value(ANSWER_BYTES_MAX, head.chain(body))?;
    if refuses(&answer) {
        return Err(Unread::Garbled);
    }
    Ok(answer.as_object_mut().ok_or(Unread::Garbled)?.remove("data").unwrap_or_default())
}

/// Returns the text of `{"error": "text"}`.
pub(super) fn error_text(body: &[u8]) -> Option<String> {
    serde_json::from_slice::<Value>(body).ok()?.get("error")?.as_str().map(str::to_owned)
}

/// Returns `None` unless every entry can be read: an incomplete list would make present people look absent.
fn every<T>(data: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    data.as_array()?.iter().map(read).collect()
}

/// Leaves out entries that cannot be read.
fn readable<T>(data: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    Some(data.as_array()?.iter().filter_map(read).collect())
}

/// Parses a group, of which only the id is required.
pub(super) fn group(words: &Vocabulary, data: &Value) -> Option<Group> {
    let names = &words.group;
    let data = &outside(names, data);
    Some(Group {
        id: field(data, names.id, parsed)?,
        name: field(data, names.name, line).unwrap_or_default(),
        description: field(data, names.description, lines),
        owner: field(data, names.owner, person),
        created_at: field(data, names.created_at, timestamp),
        participants: field(data, names.members, |people| every(people, |one| participant(&words.member, one))),
        settings: settings(&names.settings, data),
        community: field(data, names.community, parsed),
    })
}

fn settings(names: &SettingNames, data: &Value) -> GroupSettings {
    let only_admins = |value: &Value| Some(if value.as_bool()? { Who::Admins } else { Who::Everyone });
    GroupSettings {
        writers: field(data, names.announce, only_admins),
        editors: field(data, names.locked, only_admins),
        adders: field(data, names.adders, adders),
        join_approval: field(data, names.join_approval, Value::as_bool),
    }
}

/// Parses who may add members: a flag that is true for everyone, or a word.
fn adders(value: &Value) -> Option<Who> {
    match value {
        Value::Bool(true) => Some(Who::Everyone),
        Value::Bool(false) => Some(Who::Admins),
        Value::String(word) => match word.as_str() {
            "all_member_add" | "all" => Some(Who::Everyone),
            "admin_add" | "admins" => Some(Who::Admins),
            _ => None,
        },
        Value::Null | Value::Number(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Returns the fields of a group with those inside it.
fn outside<'a>(names: &GroupNames, data: &'a Value) -> Cow<'a, Value> {
    let inside = names.inside.and_then(|inside| data.get(inside)?.as_object());
    match (inside, data.as_object()) {
        (Some(inside), Some(fields)) => {
            let mut all = inside.clone();
            all.extend(fields.iter().map(|(name, value)| (name.clone(), value.clone())));
            Cow::Owned(all.into())
        }
        _ => Cow::Borrowed(data),
    }
}

impl Entry for ListedGroup {
    type Names = GroupNames;

    fn keeps(names: &GroupNames, field: &str) -> bool {
        names.has(field)
    }

    fn counts(names: &GroupNames, field: &str) -> bool {
        names.members.contains(&field)
    }

    fn inside(names: &GroupNames) -> Option<&'static str> {
        names.inside
    }

    fn read(names: &GroupNames, data: &Value) -> Option<Self> {
        let data = &outside(names, data);
        Some(Self {
            id: field(data, names.id, parsed)?,
            name: field(data, names.name, line).unwrap_or_default(),
            owner: field(data, names.owner, person),
            created_at: field(data, names.created_at, timestamp),
            size: field(data, names.members, parsed).or_else(|| field(data, names.size, parsed)),
            join_approval: field(data, names.settings.join_approval, Value::as_bool),
        })
    }

    /// Broadcast lists and channels have JIDs too.
    fn is_foreign(names: &GroupNames, data: &Value) -> bool {
        let id = field(data, names.id, |id| text(id).map(Cow::into_owned)).unwrap_or_default();
        let server = id.rsplit_once('@').map_or("", |(_, server)| server);
        ["broadcast", "newsletter", "s.whatsapp.net", "c.us", "lid"].contains(&server)
    }

    fn text_bytes(&self) -> usize {
        self.id.as_str().len() + self.name.len() + self.owner.as_ref().map_or(0, |owner| owner.digits().len())
    }
}

/// Parses a member with a phone number, a LID or both, or with only a JID.
pub(super) fn participant(names: &MemberNames, data: &Value) -> Option<Participant> {
    if data.is_string() {
        return jid(data).map(Participant::from);
    }
    let (mut phone, mut lid) = (None, None);
    for person in people_named(names, data) {
        match person {
            Person::Phone(number) => phone = phone.or(Some(number)),
            Person::Lid(id) => lid = lid.or(Some(id)),
        }
    }
    let role = role(&names.role, data).unwrap_or(Role::Member);
    (phone.is_some() || lid.is_some()).then_some(Participant { phone, lid, role })
}

/// Returns the role, if the answer gives one.
fn role(names: &RoleNames, data: &Value) -> Option<Role> {
    match names {
        RoleNames::Flags { admin, super_admin } => {
            if data.get(admin).is_none() && data.get(super_admin).is_none() {
                return None;
            }
            let says = |name: &'static str| field(data, &[name], Value::as_bool).unwrap_or_default();
            Some(match (says(super_admin), says(admin)) {
                (true, _) => Role::SuperAdmin,
                (false, true) => Role::Admin,
                (false, false) => Role::Member,
            })
        }
        RoleNames::Word(name) => Some(match data.get(name)?.as_str() {
            Some("superadmin") => Role::SuperAdmin,
            Some("admin") => Role::Admin,
            _ => Role::Member,
        }),
    }
}

impl Entry for Participant {
    type Names = MemberNames;

    fn keeps(names: &MemberNames, field: &str) -> bool {
        names.has(field)
    }

    fn read(names: &MemberNames, data: &Value) -> Option<Self> {
        participant(names, data)
    }

    fn text_bytes(&self) -> usize {
        let phone = self.phone.as_ref().map_or(0, |phone| phone.digits().len());
        phone + self.lid.as_ref().map_or(0, |lid| lid.digits().len())
    }
}

impl Entry for RankedParticipant {
    type Names = MemberNames;

    fn keeps(names: &MemberNames, field: &str) -> bool {
        names.has(field)
    }

    fn read(names: &MemberNames, data: &Value) -> Option<Self> {
        let says_role = role(&names.role, data).is_some();
        participant(names, data).filter(|_| says_role).map(Self)
    }

    fn text_bytes(&self) -> usize {
        self.0.text_bytes()
    }
}

impl Entry for JoinRequest {
    type Names = JoinRequestNames;

    fn keeps(names: &JoinRequestNames, field: &str) -> bool {
        names.person.has(field) || names.requested_at.contains(&field)
    }

    fn read(names: &JoinRequestNames, data: &Value) -> Option<Self> {
        let person = participant(&names.person, data)?;
        Some(Self { person, requested_at: field(data, names.requested_at, timestamp) })
    }

    fn text_bytes(&self) -> usize {
        self.person.text_bytes()
    }
}

/// Parses an invite code or link, bare or under one of its names.
pub(super) fn invite(data: &Value) -> Option<InviteCode> {
    // A number is no code, although it could be parsed as one.
    let code_or_link = |value: &Value| value.as_str()?.parse().ok();
    code_or_link(data).or_else(|| field(data, &["code", "inviteCode", "inviteLink", "link"], code_or_link))
}

/// Returns the invite that a revocation created, if the answer holds it.
pub(super) fn new_invite(data: &Value) -> Option<InviteCode> {
    invite(data).filter(|code| code.as_str().len() >= NEW_CODE_CHARS_MIN)
}

/// Parses a group, or only its id.
pub(super) fn joined(words: &Vocabulary, data: &Value) -> Option<Joined> {
    let names = &words.group;
    let id = parsed(data).or_else(|| field(data, names.id, parsed))?;
    Some(Joined { id, name: field(data, names.name, line) })
}

pub(super) fn preview(words: &Vocabulary, data: &Value) -> Option<InvitePreview> {
    let names = &words.group;
    let data = &outside(names, data);
    let members = |people: &Value| readable(people, |one| participant(&words.member, one));
    Some(InvitePreview {
        id: field(data, names.id, parsed)?,
        name: field(data, names.name, line).unwrap_or_default(),
        size: field(data, names.size, parsed),
        created_at: field(data, names.created_at, timestamp),
        inviter: field(data, names.inviter, lid),
        participants: field(data, names.members, members).unwrap_or_default(),
    })
}

pub(super) fn session(data: &Value) -> Option<Session> {
    Some(Session {
        name: field(data, &["name"], parsed)?,
        status: field(data, &["status"], word).map_or(SessionStatus::Unknown, SessionStatus::from),
        status_reason: field(data, &["statusReason"], word).map(DisconnectReason::from),
        phone: field(data, &["phoneNumber"], phone),
        push_name: field(data, &["pushName"], line),
        lid: field(data, &["lid"], lid),
        engine: Engine::Only,
        id: None,
    })
}

/// Reads the sessions of a list. A list without any readable entry is an error, not an empty list.
pub(super) fn sessions(data: &Value, read: impl Fn(&Value) -> Option<Session>) -> Option<Listed<Session>> {
    let all = data.as_array()?;
    let entries: Vec<Session> = all.iter().filter_map(read).collect();
    let unread = all.len() - entries.len();
    (all.is_empty() || !entries.is_empty()).then_some(Listed { entries, unread })
}

/// Returns the first of these fields that is present and can be read.
fn field<T>(data: &Value, names: &[&str], read: impl Fn(&Value) -> Option<T>) -> Option<T> {
    names.iter().find_map(|name| data.get(name).and_then(&read))
}

/// Returns a name. PostgreSQL cannot store U+0000, and a line break would forge a line of a log.
pub(super) fn line(value: &Value) -> Option<String> {
    let is_break = |c: char| c.is_control() && c.is_whitespace() || matches!(c, '\u{2028}' | '\u{2029}');
    let space_or = |c: char| if is_break(c) { ' ' } else { c };
    Some(value.as_str()?.chars().map(space_or).filter(|c| !c.is_control()).collect())
}

/// Returns a text of several lines, without other control characters.
fn lines(value: &Value) -> Option<String> {
    Some(value.as_str()?.chars().filter(|c| matches!(c, '\n' | '\r' | '\t') || !c.is_control()).collect())
}

/// Returns a text for logs and terminals: short, and of visible characters.
pub(super) fn word(value: &Value) -> Option<String> {
    let text: String = line(value)?.chars().filter(|c| !is_invisible(*c)).take(WORD_CHARS_MAX).collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Returns an id or a number as text, whether the JSON has it as a text or as a number.
fn text(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(Cow::Borrowed(text.trim())),
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        Value::Object(parts) => parts.get(WHOLE_ID)?.as_str().map(Cow::Borrowed),
        _ => None,
    }
}

fn parsed<T: std::str::FromStr>(value: &Value) -> Option<T> {
    text(value)?.parse().ok()
}

/// Returns all people that an object names; several entries may be one person with several ids.
fn people_named(names: &MemberNames, data: &Value) -> impl Iterator<Item = Person> {
    // Those that tell the kind of their id come first.
    let of = |names: FieldNames, read: fn(&Value) -> Option<Person>| {
        names.iter().filter_map(move |name| data.get(name).and_then(read))
    };
    of(names.phone, parsed).chain(of(names.lid, |value| lid(value).map(Person::Lid))).chain(of(names.id, jid))
}

/// Parses a person by any id. Bare digits are those of a LID.
fn person(value: &Value) -> Option<Person> {
    jid(value).or_else(|| lid(value).map(Person::Lid))
}

/// Bare digits may be a phone number or a LID, so they identify no person.
fn jid(value: &Value) -> Option<Person> {
    text(value)?.contains(['@', '+']).then(|| parsed(value))?
}

pub(super) fn phone(value: &Value) -> Option<PhoneNumber> {
    match parsed(value)? {
        Person::Phone(number) => Some(number),
        Person::Lid(_) => None,
    }
}

/// Parses a LID, with or without its suffix.
pub(super) fn lid(value: &Value) -> Option<Lid> {
    let text = text(value)?;
    if text.contains('@') { text.parse().ok() } else { format!("{text}@lid").parse().ok() }
}

/// Parses WhatsApp's code for one person, which resembles an HTTP status: a number, a text, or a number before a text.
fn status_code(value: &Value) -> Option<u16> {
    let text = text(value)?;
    let number = text.split(|c: char| !c.is_ascii_digit()).next()?;
    number.parse().ok().filter(|code| (100..600).contains(code))
}

/// Parses a point in time, to the second: Unix seconds or milliseconds, as a number or a text, or RFC 3339. Zero means
/// unknown.
fn timestamp(value: &Value) -> Option<Timestamp> {
    let text = text(value)?;
    let whole = text.split_once('.').map_or(&*text, |(whole, _fraction)| whole);
    let seconds = match whole.parse::<i64>() {
        Ok(milliseconds) if milliseconds > SECONDS_MAX => milliseconds / 1000,
        Ok(seconds) => seconds,
        Err(_) => Timestamp::from_system_time(parse_rfc3339(&text).ok()?)?.as_secs(),
    };
    (seconds > 0).then_some(Timestamp::from_secs(seconds))
}
