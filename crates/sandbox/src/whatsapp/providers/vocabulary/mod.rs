//! The names that the libraries beneath the providers use: the same JSON comes out of every server over one of them.

pub(super) mod baileys;
pub(super) mod whatsmeow;
pub(super) mod wwebjs;

use crate::whatsapp::refusal::Cause;
use crate::whatsapp::world::{Group, JoinRequest, Person, Role, World};

/// WhatsApp's own refusal: its code and its word.
pub(super) fn whatsapp_error(cause: Cause, about_invites: bool) -> (u16, &'static str) {
    match cause {
        // Who is no admin cannot see the invite at all.
        Cause::NotAdmin if about_invites => (401, "not-authorized"),
        Cause::NotAdmin | Cause::Key | Cause::Scope => (403, "forbidden"),
        Cause::NotFound | Cause::NoSession => (404, "item-not-found"),
        Cause::NoInvite => (410, "gone"),
        Cause::AlreadyIn => (409, "conflict"),
        Cause::Full => (419, "resource-limit"),
        Cause::TooMany => (429, "rate-overlimit"),
        Cause::NotOffered | Cause::NoRoute => (501, "feature-not-implemented"),
        Cause::Invalid => (400, "bad-request"),
        Cause::NotConnected | Cause::Proxy | Cause::Failed => (500, "internal-server-error"),
    }
}

/// A member of a group, as others see them.
pub(super) struct Seen {
    /// Digits; absent if the number is hidden.
    pub(super) phone: Option<String>,
    /// `<digits>@lid`
    pub(super) lid: String,
    pub(super) role: Role,
}

impl Seen {
    fn new(person: &Person, role: Role) -> Self {
        let phone = person.visible_phone().map(|phone| phone.trim_start_matches('+').to_owned());
        Self { phone, lid: person.lid_jid(), role }
    }

    /// Returns the JID of the number.
    pub(super) fn pn(&self) -> Option<String> {
        self.phone.as_ref().map(|phone| format!("{phone}@s.whatsapp.net"))
    }

    /// Returns the JID under which the library lists the member.
    pub(super) fn jid(&self, by_lid: bool) -> String {
        self.pn().filter(|_| !by_lid).unwrap_or_else(|| self.lid.clone())
    }
}

/// Returns the members of a group.
pub(super) fn members(world: &World, group: &Group) -> Vec<Seen> {
    let seen = |member: &crate::whatsapp::Member| Some(Seen::new(world.person(member.person)?, member.role));
    group.members.iter().filter_map(seen).collect()
}

/// Returns the owner of a group.
pub(super) fn owner(world: &World, group: &Group) -> Option<Seen> {
    world.person(group.owner).map(|owner| Seen::new(owner, Role::SuperAdmin))
}

/// Returns the person whom a JID of the world names.
pub(super) fn person(world: &World, jid: &str) -> Option<Seen> {
    let person = world.find_person(jid).and_then(|id| world.person(id))?;
    Some(Seen::new(person, Role::Member))
}

/// Returns the person who asks to join, and their name.
pub(super) fn requester<'a>(world: &'a World, request: &JoinRequest) -> Option<(Seen, Option<&'a str>)> {
    let person = world.person(request.person)?;
    Some((Seen::new(person, Role::Member), person.name.as_deref()))
}

/// Returns whether a group lists its members by LID. WhatsApp does so in groups with members whose number is hidden.
pub(super) fn lists_by_lid(members: &[Seen]) -> bool {
    members.iter().any(|member| member.phone.is_none())
}

/// Returns the code at the end of an invite link, or the whole text if it has no `/`.
pub(super) fn last_segment(text: &str) -> &str {
    text.rsplit('/').next().unwrap_or(text)
}
