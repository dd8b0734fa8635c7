//! The permissions of an account, and the effects of its actions: the rules of the contract's table and those of
//! WhatsApp.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use usher_clock::Timestamp;

use super::groups::{Group, GroupSeed, GroupSettings, Picture, Role};
use super::ids::{PersonJid, check_code, check_group_id, check_session_name};
use super::people::{Adding, PersonId};
use super::requests::{JoinMethod, JoinRequest};
use super::sessions::{Session, SessionStatus};
use super::{World, new_code};
use crate::whatsapp::refusal::{Cause, Refusal};
use axum::http::StatusCode;

const NAME_CHARS: usize = 25;
const DESCRIPTION_CHARS: usize = 2_048;
const PEOPLE_PER_ACTION: usize = 256;
/// Maximum number of groups created by requests.
const GROUPS_MAX: usize = 10_000;

/// The result for one participant of an action: the JID as in the request, and WhatsApp's code.
pub(crate) type Outcome = (String, u16);

/// The actions on members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    Remove,
    Promote,
    Demote,
}

impl World {
    pub(crate) fn find_session(&self, name: &str) -> Result<&Session, Refusal> {
        check_session_name(name)?;
        self.session(name).ok_or_else(|| Refusal::not_found("no such session").because(Cause::NoSession))
    }

    /// Operation 1. Returns the group's JID. People who could not be added are not in the group.
    pub(crate) fn create_group(
        &mut self,
        session: &str,
        name: &str,
        participants: &[String],
        now: Timestamp,
    ) -> Result<String, Refusal> {
        let account = self.account(session)?;
        check_name(name)?;
        let people = parse_people(participants, 0)?;
        self.check_numbers(&people)?;
        if self.groups.len() >= GROUPS_MAX {
            return Err(Refusal::new(StatusCode::SERVICE_UNAVAILABLE, "this stand-in holds no more groups"));
        }
        let seed = GroupSeed::new(name, account).settings(GroupSettings::default());
        let id = self.add_group(seed.created_at(now));
        for (jid, _) in &people {
            self.add_one(&id, jid);
        }
        Ok(id)
    }

    /// Operation 2. Returns every group that the account is in.
    pub(crate) fn groups_of(&self, session: &str) -> Result<impl Iterator<Item = &Group>, Refusal> {
        let account = self.account(session)?;
        Ok(self.groups.values().filter(move |group| group.has(account)))
    }

    /// Operations 3 and 9. Returns a group that the account is in.
    pub(crate) fn group_of(&self, session: &str, id: &str) -> Result<&Group, Refusal> {
        let account = self.account(session)?;
        check_group_id(id)?;
        let group = self.groups.get(id).filter(|group| group.has(account));
        group.ok_or_else(|| Refusal::not_found("no such group, or the account is not in it"))
    }

    /// Operation 4. Sets the subject.
    pub(crate) fn set_subject(&mut self, session: &str, id: &str, subject: &str) -> Result<(), Refusal> {
        check_name(subject)?;
        subject.clone_into(&mut self.group_to_edit(session, id)?.name);
        Ok(())
    }

    /// Operation 5. Sets the description. An empty text removes it.
    pub(crate) fn set_description(&mut self, session: &str, id: &str, text: &str) -> Result<(), Refusal> {
        if text.chars().count() > DESCRIPTION_CHARS {
            return Err(Refusal::invalid("description: at most 2048 characters"));
        }
        let group = self.group_to_edit(session, id)?;
        group.description = (!text.is_empty()).then(|| text.to_owned());
        Ok(())
    }

    /// Operation 6. Sets the picture from either a URL or base64.
    pub(crate) fn set_picture(
        &mut self,
        session: &str,
        id: &str,
        url: Option<&str>,
        base64: Option<&str>,
    ) -> Result<(), Refusal> {
        let picture = match (url, base64) {
            (Some(url), None) => parse_picture_url(url)?,
            (None, Some(base64)) => parse_picture(base64)?,
            _ => return Err(Refusal::invalid("expected either url or base64")),
        };
        self.group_to_edit(session, id)?.picture = Some(picture);
        Ok(())
    }

    /// Removes the picture. Titan has no operation for it.
    pub(crate) fn remove_picture(&mut self, session: &str, id: &str) -> Result<(), Refusal> {
        self.group_to_edit(session, id)?.picture = None;
        Ok(())
    }

    /// Operation 7. Leaves a group.
    pub(crate) fn leave_group(&mut self, session: &str, id: &str) -> Result<(), Refusal> {
        let account = self.account(session)?;
        self.group_of(session, id)?;
        self.leaves(id, account);
        Ok(())
    }

    /// Operation 8. Deletes a group for everyone.
    pub(crate) fn delete_group(&mut self, session: &str, id: &str) -> Result<(), Refusal> {
        self.group_as(Role::SuperAdmin, session, id)?;
        self.groups.remove(id);
        Ok(())
    }

    /// Operation 10. Adds participants.
    pub(crate) fn add_participants(
        &mut self,
        session: &str,
        id: &str,
        participants: &[String],
    ) -> Result<Vec<Outcome>, Refusal> {
        let people = parse_people(participants, 1)?;
        self.group_as(Role::Admin, session, id)?;
        self.check_numbers(&people)?;
        Ok(people.into_iter().map(|(jid, text)| (text, self.add_one(id, &jid))).collect())
    }

    /// Operations 11, 12 and 13. Removes, promotes or demotes participants.
    pub(crate) fn act_on_participants(
        &mut self,
        action: Action,
        session: &str,
        id: &str,
        participants: &[String],
    ) -> Result<Vec<Outcome>, Refusal> {
        let people = parse_people(participants, 1)?;
        let account = self.account(session)?;
        let needed = if action == Action::Remove { Role::Admin } else { Role::SuperAdmin };
        self.group_as(needed, session, id)?;
        Ok(people.into_iter().map(|(jid, text)| (text, self.act_on_one(action, account, id, &jid))).collect())
    }

    /// Operation 14. Returns the group, if the account may see its invite.
    pub(crate) fn invite_of(&self, session: &str, id: &str) -> Result<&Group, Refusal> {
        self.check_role(Role::Admin, session, id)
    }

    /// Operation 15. Revokes the invite. The old code stops working.
    pub(crate) fn revoke_invite(&mut self, session: &str, id: &str) -> Result<(), Refusal> {
        let account = self.account(session)?;
        let group = self.group_as(Role::Admin, session, id)?;
        group.invite = new_code();
        group.invited_by = account;
        Ok(())
    }

    /// Operation 16. Joins a group, or asks to join one whose admins approve. Returns its JID.
    pub(crate) fn join_group(&mut self, session: &str, code: &str, now: Timestamp) -> Result<String, Refusal> {
        let account = self.account(session)?;
        let members_max = self.settings.members_max;
        let id = self.group_invited_to(session, code)?.id.clone();
        let group = self.groups.get_mut(&id).ok_or_else(|| Refusal::not_found("no such group"))?;
        if group.has(account) {
            return Err(Refusal::conflict("the account is in this group already"));
        }
        if group.settings.approval {
            self.add_request(&id, JoinRequest { person: account, at: now, method: JoinMethod::InviteLink });
            return Ok(id);
        }
        if group.members.len() >= members_max {
            return Err(Refusal::conflict("the group is full").because(Cause::Full));
        }
        group.put(account, Role::Member);
        Ok(id)
    }

    /// Operation 17. Returns the group of an invite code.
    pub(crate) fn group_invited_to(&self, session: &str, code: &str) -> Result<&Group, Refusal> {
        self.account(session)?;
        check_code(code)?;
        let group = self.groups.values().find(|group| group.invite == code);
        let none = || Refusal::not_found("no such invite: it never was one, or it was revoked");
        group.ok_or_else(|| none().because(Cause::NoInvite))
    }

    /// Returns the account of a session, if it is connected.
    pub(crate) fn account(&self, session: &str) -> Result<PersonId, Refusal> {
        let session = self.find_session(session)?;
        match session.status {
            SessionStatus::Connected => Ok(session.account),
            SessionStatus::Connecting | SessionStatus::Disconnected => {
                let refusal = Refusal::new(StatusCode::SERVICE_UNAVAILABLE, "the session is not connected");
                Err(refusal.because(Cause::NotConnected))
            }
        }
    }

    /// Returns a group in which the account has at least this role.
    pub(super) fn check_role(&self, needed: Role, session: &str, id: &str) -> Result<&Group, Refusal> {
        let account = self.account(session)?;
        let group = self.group_of(session, id)?;
        if group.role(account) >= Some(needed) {
            return Ok(group);
        }
        let who = if needed == Role::SuperAdmin { "the creator" } else { "an admin" };
        Err(Refusal::forbidden(format!("the account is not {who} of this group")))
    }

    /// Returns the same group as `check_role`, mutably.
    pub(super) fn group_as(&mut self, needed: Role, session: &str, id: &str) -> Result<&mut Group, Refusal> {
        self.check_role(needed, session, id)?;
        self.groups.get_mut(id).ok_or_else(|| Refusal::not_found("no such group"))
    }

    /// Returns a group whose name, description and picture the account may change: those of a locked group are up to
    /// its admins.
    fn group_to_edit(&mut self, session: &str, id: &str) -> Result<&mut Group, Refusal> {
        let locked = self.group(id).is_none_or(|group| group.settings.locked);
        self.group_as(if locked { Role::Admin } else { Role::Member }, session, id)
    }

    /// Returns the person whom others know by this JID. The API knows a person by the number in the list.
    pub(super) fn listed(&self, jid: &PersonJid) -> Option<PersonId> {
        let person = self.people.find(jid)?;
        let listed = self.people.get(person).and_then(|person| person.listed_phone());
        (!matches!(jid, PersonJid::Phone(phone) if Some(phone) != listed)).then_some(person)
    }

    /// Refuses a whole request because of one number.
    fn check_numbers(&self, people: &[(PersonJid, String)]) -> Result<(), Refusal> {
        for (jid, text) in people {
            let person = self.people.find(jid).and_then(|id| self.people.get(id));
            match person.map(|person| person.adding) {
                Some(Adding::Refused { named: true }) => {
                    return Err(Refusal::invalid(format!("{text} is not a valid participant")));
                }
                Some(Adding::Refused { named: false }) => return Err(Refusal::invalid("participants: invalid")),
                _ => {}
            }
        }
        Ok(())
    }

    fn add_one(&mut self, id: &str, jid: &PersonJid) -> u16 {
        let Some(person) = self.people.meet(jid) else { return 404 };
        let adding = self.people.get(person).map_or(Adding::NotOnWhatsApp, |person| person.adding);
        let members_max = self.settings.members_max;
        let Some(group) = self.groups.get_mut(id) else { return 404 };
        if group.has(person) {
            return 409;
        }
        match adding {
            Adding::NotOnWhatsApp | Adding::Refused { .. } => 404,
            Adding::LeftRecently => 408,
            _ if group.left.contains(&person) => 408,
            Adding::Forbidden => 403,
            Adding::Allowed if group.members.len() >= members_max => 419,
            Adding::Allowed => {
                group.put(person, Role::Member);
                200
            }
        }
    }

    fn act_on_one(&mut self, action: Action, account: PersonId, id: &str, jid: &PersonJid) -> u16 {
        let Some(person) = self.listed(jid) else { return 404 };
        let Some(group) = self.groups.get_mut(id) else { return 404 };
        match (action, group.role(person)) {
            (_, None) => return 404,
            // An account removes itself only by leaving. The creator cannot be removed or demoted.
            (Action::Remove, Some(_)) if person == account => return 403,
            (Action::Remove | Action::Demote, Some(Role::SuperAdmin)) => return 403,
            (Action::Remove, Some(_)) => group.take_out(person),
            (Action::Promote, Some(Role::Member)) => group.put(person, Role::Admin),
            (Action::Demote, Some(Role::Admin)) => group.put(person, Role::Member),
            // The member has this role already.
            (Action::Promote | Action::Demote, Some(_)) => return 200,
        }
        if let Some(person) = self.people.get_mut(person).filter(|_| action != Action::Promote) {
            person.hide();
        }
        200
    }
}

fn check_name(name: &str) -> Result<(), Refusal> {
    if name.trim().is_empty() || name.chars().count() > NAME_CHARS {
        return Err(Refusal::invalid("a group's name has 1 to 25 characters"));
    }
    Ok(())
}

/// Parses participants, and returns each with its text as in the request. A group may be created without other members
/// (`least` 0).
pub(super) fn parse_people(participants: &[String], least: usize) -> Result<Vec<(PersonJid, String)>, Refusal> {
    if !(least..=PEOPLE_PER_ACTION).contains(&participants.len()) {
        return Err(Refusal::invalid(format!("participants: expected {least} to {PEOPLE_PER_ACTION}")));
    }
    participants.iter().map(|text| Ok((PersonJid::parse(text)?, text.clone()))).collect()
}

fn parse_picture_url(text: &str) -> Result<Picture, Refusal> {
    match url::Url::parse(text) {
        Ok(url) if url.scheme() == "https" && url.has_host() => Ok(Picture::Url(text.to_owned())),
        _ => Err(Refusal::invalid("url: expected an https URL")),
    }
}

fn parse_picture(base64: &str) -> Result<Picture, Refusal> {
    match STANDARD.decode(base64) {
        Ok(bytes) if !bytes.is_empty() => Ok(Picture::Uploaded(bytes)),
        _ => Err(Refusal::invalid("base64: expected a picture in base64")),
    }
}
