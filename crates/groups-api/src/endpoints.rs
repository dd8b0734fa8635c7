//! The operations of the groups API, one method each, numbered as in its contract. They define the request and the type
//! of the answer; `send` sends it.

use reqwest::Method;
use serde_json::Value;
use url::Url;
use whatsapp::{AddAnswer, Group, GroupId, InviteCode, InvitePreview, ListedGroup, Participant, Person, SessionName};

use super::GroupsApi;
use super::answer::{DataReader, DoneReader};
use super::error::ApiError;
use super::model::{Joined, RankedParticipant, Session};
use super::send::{Call, PEOPLE_FIELD, group_path};
use super::wire::{self, Listed};

/// The source of a group's new picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewPicture {
    /// The API fetches it; `https` only.
    Url(Url),
    Base64(String),
}

/// Groups.
impl GroupsApi {
    /// Operation 1. The answer's `name` is empty and its `participants` are `None` if the API left them out.
    pub async fn create_group(&self, session: &SessionName, name: &str, people: &[Person]) -> Result<Group, ApiError> {
        let call = Call::change("create_group", Method::POST, session, "");
        self.change(call.with("name", name).with(PEOPLE_FIELD, jids(people)), wire::group).await
    }

    /// Operation 2: every group that the account is in. Fails unless every entry can be read, so that a group missing
    /// from the answer is certainly absent.
    pub async fn groups(&self, session: &SessionName) -> Result<Vec<ListedGroup>, ApiError> {
        self.readable_groups(session).await?.whole()
    }

    /// Operation 2, without entries that cannot be read.
    pub async fn readable_groups(&self, session: &SessionName) -> Result<Listed<ListedGroup>, ApiError> {
        self.send(Call::read("groups", session, "")).await
    }

    /// Operation 3.
    pub async fn group(&self, session: &SessionName, group: &GroupId) -> Result<Group, ApiError> {
        self.ask(Call::read("group", session, &group_path(group, "")), wire::group).await
    }

    /// Operation 4.
    pub async fn set_subject(&self, session: &SessionName, group: &GroupId, subject: &str) -> Result<(), ApiError> {
        let path = group_path(group, "/subject");
        self.tell(Call::change("set_subject", Method::PUT, session, &path).with("subject", subject)).await
    }

    /// Operation 5. An empty text removes the description.
    pub async fn set_description(&self, session: &SessionName, group: &GroupId, text: &str) -> Result<(), ApiError> {
        let path = group_path(group, "/description");
        self.tell(Call::change("set_description", Method::PUT, session, &path).with("description", text)).await
    }

    /// Operation 6.
    pub async fn set_picture(
        &self,
        session: &SessionName,
        group: &GroupId,
        picture: NewPicture,
    ) -> Result<(), ApiError> {
        let call = Call::change("set_picture", Method::PUT, session, &group_path(group, "/picture"));
        let call = match picture {
            NewPicture::Url(url) => call.with("url", url.as_str()),
            NewPicture::Base64(image) => call.with("base64", image),
        };
        self.tell(call).await
    }

    /// Operation 7.
    pub async fn leave(&self, session: &SessionName, group: &GroupId) -> Result<(), ApiError> {
        self.tell(Call::change("leave", Method::POST, session, &group_path(group, "/leave"))).await
    }

    /// Operation 8.
    pub async fn delete(&self, session: &SessionName, group: &GroupId) -> Result<(), ApiError> {
        self.tell(Call::change("delete", Method::DELETE, session, &group_path(group, ""))).await
    }
}

/// Participants.
impl GroupsApi {
    /// Operation 9. Fails unless every entry can be read, so that a person missing from the answer is certainly no
    /// member. The role of a member that the API lists by id only is [`whatsapp::Role::Member`].
    pub async fn participants(&self, session: &SessionName, group: &GroupId) -> Result<Vec<Participant>, ApiError> {
        self.readable_participants(session, group).await?.whole()
    }

    /// Operation 9, as [`Self::participants`]. Also fails unless the API gives the role of every member.
    pub async fn ranked_participants(
        &self,
        session: &SessionName,
        group: &GroupId,
    ) -> Result<Vec<Participant>, ApiError> {
        let ranked: Listed<RankedParticipant> = self.send(participants_call(session, group)).await?;
        Ok(ranked.whole()?.into_iter().map(|RankedParticipant(participant)| participant).collect())
    }

    /// Operation 9, without entries that cannot be read.
    pub async fn readable_participants(
        &self,
        session: &SessionName,
        group: &GroupId,
    ) -> Result<Listed<Participant>, ApiError> {
        self.send(participants_call(session, group)).await
    }

    /// Operation 10. People without a report of the API are not in the answer, which may be empty.
    pub async fn add_participants(
        &self,
        session: &SessionName,
        group: &GroupId,
        people: &[Person],
    ) -> Result<Vec<AddAnswer>, ApiError> {
        let call = Call::change("add_participants", Method::POST, session, &group_path(group, "/participants"));
        let DoneReader(data) = self.send(call.with(PEOPLE_FIELD, jids(people))).await?;
        Ok(wire::add_results(&data, people))
    }

    /// Operation 11.
    pub async fn remove_participants(
        &self,
        session: &SessionName,
        group: &GroupId,
        people: &[Person],
    ) -> Result<(), ApiError> {
        let call = Call::change("remove_participants", Method::DELETE, session, &group_path(group, "/participants"));
        self.tell(call.with(PEOPLE_FIELD, jids(people))).await
    }

    /// Operation 12.
    pub async fn promote(&self, session: &SessionName, group: &GroupId, people: &[Person]) -> Result<(), ApiError> {
        let path = group_path(group, "/participants/promote");
        self.tell(Call::change("promote", Method::POST, session, &path).with(PEOPLE_FIELD, jids(people))).await
    }

    /// Operation 13.
    pub async fn demote(&self, session: &SessionName, group: &GroupId, people: &[Person]) -> Result<(), ApiError> {
        let path = group_path(group, "/participants/demote");
        self.tell(Call::change("demote", Method::POST, session, &path).with(PEOPLE_FIELD, jids(people))).await
    }
}

/// Invites.
impl GroupsApi {
    /// Operation 14.
    pub async fn invite(&self, session: &SessionName, group: &GroupId) -> Result<InviteCode, ApiError> {
        self.ask(Call::read("invite", session, &group_path(group, "/invite")), wire::invite).await
    }

    /// Operation 15. Returns the new code, or `None` if the answer holds none and [`Self::invite`] must be called.
    pub async fn revoke_invite(&self, session: &SessionName, group: &GroupId) -> Result<Option<InviteCode>, ApiError> {
        let call = Call::change("revoke_invite", Method::DELETE, session, &group_path(group, "/invite"));
        let DoneReader(data) = self.send(call).await?;
        Ok(wire::new_invite(&data))
    }

    /// Operation 16.
    pub async fn join(&self, session: &SessionName, code: &InviteCode) -> Result<Joined, ApiError> {
        let call = Call::change("join", Method::POST, session, "/join");
        self.change(call.with("code", code.as_str()), wire::joined).await
    }

    /// Operation 17. It does not join the group.
    pub async fn preview(&self, session: &SessionName, code: &InviteCode) -> Result<InvitePreview, ApiError> {
        self.ask(Call::read("preview", session, "/join").with_query("code", code.as_str()), wire::preview).await
    }
}

/// Sessions, outside the numbered operations.
impl GroupsApi {
    /// Sends `GET /api/sessions`.
    pub async fn sessions(&self) -> Result<Vec<Session>, ApiError> {
        let listed: Listed<Session> = self.send(Call::sessions("sessions", None)).await?;
        listed.entries.iter().for_each(|session| self.note_account(session));
        Ok(listed.entries)
    }

    /// Sends `GET /api/sessions/{session}`.
    pub async fn session(&self, name: &SessionName) -> Result<Session, ApiError> {
        let session = self.ask(Call::sessions("session", Some(name)), wire::session).await?;
        self.note_account(&session);
        Ok(session)
    }
}

impl GroupsApi {
    /// Sends a read.
    async fn ask<T>(&self, call: Call, read: impl FnOnce(&Value) -> Option<T>) -> Result<T, ApiError> {
        let DataReader(data) = self.send(call).await?;
        read(&data).ok_or(ApiError::Garbled)
    }

    /// Sends a change whose answer is needed.
    async fn change<T>(&self, call: Call, read: impl FnOnce(&Value) -> Option<T>) -> Result<T, ApiError> {
        let DoneReader(data) = self.send(call).await?;
        read(&data).ok_or(ApiError::Garbled)
    }

    /// Sends a change that counts as carried out when the API says so, whatever else the answer holds.
    async fn tell(&self, call: Call) -> Result<(), ApiError> {
        let DoneReader(_) = self.send(call).await?;
        Ok(())
    }
}

impl<T> Listed<T> {
    /// Returns the list if every entry could be read.
    pub fn whole(self) -> Result<Vec<T>, ApiError> {
        if self.unread == 0 { Ok(self.entries) } else { Err(ApiError::Garbled) }
    }
}

fn participants_call(session: &SessionName, group: &GroupId) -> Call {
    Call::read("participants", session, &group_path(group, "/participants"))
}

fn jids(people: &[Person]) -> Value {
    people.iter().map(ToString::to_string).collect()
}
