//! Conversion of the world to the wire types, in the configured variants.

use serde_json::{Value, json};

use super::World;
use super::groups::{Group, Member, Role};
use super::people::{Person, PersonId};
use super::rules::Outcome;
use super::sessions::{Session, SessionStatus, StatusReason};
use super::settings::{
    AddResults, InviteAnswer, JoinAnswer, NoDescription, ParticipantId, PreviewInviter, PreviewSize,
};
use crate::whatsapp::wire;

impl World {
    /// Returns a group with its participants.
    pub(crate) fn view_group(&self, group: &Group) -> wire::Group {
        wire::Group { participants: Some(self.view_participants(group)), ..self.view_group_listed(group, false) }
    }

    /// Returns a group as in the list of groups.
    pub(crate) fn view_group_in_list(&self, group: &Group) -> wire::Group {
        self.view_group_listed(group, self.settings.members_in_lists)
    }

    fn view_group_listed(&self, group: &Group, members: bool) -> wire::Group {
        let description = match (&group.description, self.settings.no_description) {
            (Some(text), _) => Some(wire::Nullable::Text(text.clone())),
            (None, NoDescription::Null) => Some(wire::Nullable::Null),
            (None, NoDescription::Absent) => None,
        };
        wire::Group {
            id: group.id.clone(),
            name: group.name.clone(),
            description,
            owner_lid: self.lid(group.owner),
            created_at: group.created_at.as_secs(),
            participants: members.then(|| self.view_participants(group)),
        }
    }

    pub(crate) fn view_joined(&self, group: &Group) -> wire::Joined {
        match self.settings.join {
            JoinAnswer::Group => {
                let wire::Group { id, name, description, owner_lid, created_at, participants } = self.view_group(group);
                let (name, created_at) = (Some(name), Some(created_at));
                wire::Joined { id, name, description, owner_lid, created_at, participants }
            }
            JoinAnswer::Id => wire::Joined { id: group.id.clone(), ..wire::Joined::default() },
        }
    }

    pub(crate) fn view_participants(&self, group: &Group) -> Vec<wire::Participant> {
        let shown = |member: &Member| Some(self.view_participant(self.person(member.person)?, member.role));
        group.members.iter().filter_map(shown).collect()
    }

    fn view_participant(&self, person: &Person, role: Role) -> wire::Participant {
        let jid_as = |name| (self.settings.participant_id == name).then(|| person.jid());
        let phone_number = person.visible_phone();
        // A person without a visible number is identified only by the LID.
        let lid = (self.settings.lids || phone_number.is_none()).then(|| person.lid_jid());
        wire::Participant {
            id: jid_as(ParticipantId::Id),
            jid: jid_as(ParticipantId::Jid),
            phone_number,
            lid,
            is_admin: role >= Role::Admin,
            is_super_admin: role == Role::SuperAdmin,
        }
    }

    pub(crate) fn view_invite(&self, group: &Group) -> wire::Invite {
        let (code, link) = (group.invite.clone(), group.invite_link());
        let none = wire::InviteFields::default();
        match self.settings.invite {
            InviteAnswer::Code => wire::Invite::Fields(wire::InviteFields { code: Some(code), ..none }),
            InviteAnswer::InviteCode => wire::Invite::Fields(wire::InviteFields { invite_code: Some(code), ..none }),
            InviteAnswer::InviteLink => wire::Invite::Fields(wire::InviteFields { invite_link: Some(link), ..none }),
            InviteAnswer::Link => wire::Invite::Fields(wire::InviteFields { link: Some(link), ..none }),
            InviteAnswer::BareCode => wire::Invite::Bare(code),
            InviteAnswer::BareUrl => wire::Invite::Bare(link),
        }
    }

    pub(crate) fn view_preview(&self, group: &Group) -> wire::InvitePreview {
        let size_as = |name| (self.settings.preview_size == name).then_some(group.members.len());
        let inviter = self.lid(group.invited_by);
        let (inviter_lid, owner_lid) = match self.settings.preview_inviter {
            PreviewInviter::InviterLid => (inviter, None),
            PreviewInviter::OwnerLid => (None, inviter),
        };
        wire::InvitePreview {
            id: group.id.clone(),
            name: group.name.clone(),
            size: size_as(PreviewSize::Size),
            participant_count: size_as(PreviewSize::ParticipantCount),
            participants_count: size_as(PreviewSize::ParticipantsCount),
            member_count: size_as(PreviewSize::MemberCount),
            created_at: group.created_at.as_secs(),
            inviter_lid,
            owner_lid,
            participants: self.view_participants(group),
        }
    }

    pub(crate) fn view_session(&self, session: &Session) -> wire::Session {
        let account = self.person(session.account);
        wire::Session {
            name: session.name.clone(),
            status: match session.status {
                SessionStatus::Connecting => wire::SessionStatus::Connecting,
                SessionStatus::Connected => wire::SessionStatus::Connected,
                SessionStatus::Disconnected => wire::SessionStatus::Disconnected,
            },
            status_reason: session.reason.map(view_reason),
            phone_number: account.and_then(|account| account.phone.as_ref()).map(|phone| format!("+{phone}")),
            push_name: account.and_then(|account| account.name.clone()),
            business_name: session.business_name.clone(),
            platform: session.platform.clone(),
            lid: self.lid(session.account),
            created_at: session.created_at.as_secs(),
            updated_at: session.updated_at.as_secs(),
        }
    }

    /// Returns the results of an add for each person, in the configured form.
    pub(crate) fn view_added(&self, outcomes: Vec<Outcome>) -> Value {
        let ids = |jid: &str| {
            let person = self.find_person(jid).and_then(|id| self.person(id));
            let lid = person.map_or_else(|| jid.to_owned(), Person::lid_jid);
            let listed = person.and_then(Person::listed_phone);
            (lid, listed.map_or_else(|| jid.to_owned(), |phone| format!("{phone}@s.whatsapp.net")))
        };
        let keyed = |value: fn(u16) -> Value| {
            Value::Object(outcomes.iter().map(|(jid, code)| (jid.clone(), value(*code))).collect())
        };
        let each = |value: &dyn Fn(&str, u16) -> Value| -> Value {
            outcomes.iter().map(|(jid, code)| value(jid, *code)).collect()
        };
        match self.settings.results {
            AddResults::List => json!(view_outcomes(outcomes)),
            AddResults::ByJid => keyed(|code| json!({"code": code})),
            AddResults::Numbers => keyed(|code| json!(code)),
            AddResults::Texts => {
                json!({"participants": each(&|jid, code| json!({"jid": jid, "status": code.to_string()}))})
            }
            AddResults::Errors => each(&|jid, code| {
                let (lid, listed) = ids(jid);
                let error = if code == 200 { 0 } else { code };
                json!({"JID": lid, "PhoneNumber": listed, "LID": lid, "Error": error})
            }),
            AddResults::Lids => {
                json!({"participants": each(&|jid, code| json!({"jid": ids(jid).0, "error": code.to_string()}))})
            }
        }
    }

    fn lid(&self, person: PersonId) -> Option<String> {
        self.person(person).map(Person::lid_jid)
    }
}

/// Returns the results of an action for each person.
pub(crate) fn view_outcomes(outcomes: Vec<Outcome>) -> wire::Outcomes {
    let participants = outcomes.into_iter().map(|(id, status)| wire::Outcome { id, status }).collect();
    wire::Outcomes { participants: Some(participants) }
}

fn view_reason(reason: StatusReason) -> wire::StatusReason {
    match reason {
        StatusReason::ScanQr => wire::StatusReason::ScanQr,
        StatusReason::AutoReconnect => wire::StatusReason::AutoReconnect,
        StatusReason::Failed => wire::StatusReason::Failed,
        StatusReason::ManualStop => wire::StatusReason::ManualStop,
        StatusReason::QrTimeout => wire::StatusReason::QrTimeout,
        StatusReason::LoggedOut => wire::StatusReason::LoggedOut,
        StatusReason::TemporaryBan => wire::StatusReason::TemporaryBan,
        StatusReason::StreamError => wire::StatusReason::StreamError,
    }
}
