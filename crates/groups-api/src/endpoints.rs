//! The operations of the groups API, one method each, numbered as in Titan's contract. They define what is asked and the
//! type of the answer; `send` sends it, and the provider's dialect says how.

use url::Url;
use whatsapp::{
    AddAnswer, Group, GroupId, GroupSetting, InviteCode, InvitePreview, JoinDecision, JoinRequest, ListedGroup,
    Participant, Person, SessionName,
};

use super::GroupsApi;
use super::answer::{AnswerReader, list_of};
use super::ask::{Ask, What};
use super::error::ApiError;
use super::model::{Joined, RankedParticipant, Session};
use super::wire::{self, Listed, Unread};

/// A change that counts as carried out when the provider says so, whatever else the answer holds.
const DONE: AnswerReader<()> = AnswerReader::of_change(|context, body| context.done(body).map(drop));

/// The session of the request.
pub(super) const SESSION: AnswerReader<Session> = AnswerReader::of_read(|context, body| {
    let data = context.content(body)?;
    context.dialect.session(&data).ok_or(Unread::Garbled)
});

/// All sessions of the key.
const SESSIONS: AnswerReader<Listed<Session>> = AnswerReader::of_read(|context, body| {
    let data = context.content(body)?;
    wire::sessions(&data, |entry| context.dialect.session(entry)).ok_or(Unread::Garbled)
});

/// The version of the provider, if its answer has one.
const VERSION: AnswerReader<Option<String>> =
    AnswerReader::of_read(|context, body| Ok(context.content(body)?.get("version").and_then(wire::word)));

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
        let what = What::CreateGroup { name: name.to_owned(), people: people.to_vec() };
        self.send(
            Ask::of(session, what),
            AnswerReader::of_change(|context, body| {
                wire::group(context.words(), &context.done(body)?).ok_or(Unread::Garbled)
            }),
        )
        .await
    }

    /// Operation 2: every group that the account is in. Fails unless every entry can be read, so that a group missing
    /// from the answer is certainly absent.
    pub async fn groups(&self, session: &SessionName) -> Result<Vec<ListedGroup>, ApiError> {
        self.readable_groups(session).await?.whole()
    }

    /// Operation 2, without entries that cannot be read.
    pub async fn readable_groups(&self, session: &SessionName) -> Result<Listed<ListedGroup>, ApiError> {
        let reader = AnswerReader::of_list(|context, body| {
            let mut listed = list_of(context, &context.words().group, body)?;
            let most = context.dialect.features(context.engine).groups_listed;
            // A list that is as long as it can be may have been cut.
            listed.unread += usize::from(listed.entries.len() >= most);
            Ok(listed)
        });
        self.send(Ask::of(session, What::Groups), reader).await
    }

    /// Operation 3.
    pub async fn group(&self, session: &SessionName, group: &GroupId) -> Result<Group, ApiError> {
        let reader = AnswerReader::of_read(|context, body| {
            wire::group(context.words(), &context.content(body)?).ok_or(Unread::Garbled)
        });
        self.send(Ask::of(session, What::Group(group.clone())), reader).await
    }

    /// Operation 4.
    pub async fn set_subject(&self, session: &SessionName, group: &GroupId, subject: &str) -> Result<(), ApiError> {
        self.send(Ask::of(session, What::SetSubject(group.clone(), subject.to_owned())), DONE).await
    }

    /// Operation 5. An empty text removes the description.
    pub async fn set_description(&self, session: &SessionName, group: &GroupId, text: &str) -> Result<(), ApiError> {
        self.send(Ask::of(session, What::SetDescription(group.clone(), text.to_owned())), DONE).await
    }

    /// Operation 6.
    pub async fn set_picture(
        &self,
        session: &SessionName,
        group: &GroupId,
        picture: NewPicture,
    ) -> Result<(), ApiError> {
        self.send(Ask::of(session, What::SetPicture(group.clone(), picture)), DONE).await
    }

    /// Operation 7.
    pub async fn leave(&self, session: &SessionName, group: &GroupId) -> Result<(), ApiError> {
        self.send(Ask::of(session, What::Leave(group.clone())), DONE).await
    }

    /// Operation 8.
    pub async fn delete(&self, session: &SessionName, group: &GroupId) -> Result<(), ApiError> {
        self.send(Ask::of(session, What::Delete(group.clone())), DONE).await
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
        let reader = AnswerReader::<Listed<RankedParticipant>>::of_list(|context, body| {
            list_of(context, context.dialect.member_names(context.engine), body)
        });
        let ranked = self.send(Ask::of(session, What::Participants(group.clone())), reader).await?;
        Ok(ranked.whole()?.into_iter().map(|RankedParticipant(participant)| participant).collect())
    }

    /// Operation 9, without entries that cannot be read.
    pub async fn readable_participants(
        &self,
        session: &SessionName,
        group: &GroupId,
    ) -> Result<Listed<Participant>, ApiError> {
        let reader =
            AnswerReader::of_list(|context, body| list_of(context, context.dialect.member_names(context.engine), body));
        self.send(Ask::of(session, What::Participants(group.clone())), reader).await
    }

    /// Operation 10. People without a report of the API are not in the answer, which may be empty.
    pub async fn add_participants(
        &self,
        session: &SessionName,
        group: &GroupId,
        people: &[Person],
    ) -> Result<Vec<AddAnswer>, ApiError> {
        let reader = AnswerReader::of_change(|context, body| {
            Ok(wire::add_results(&context.done(body)?, context.ask.what.people()))
        });
        self.send(Ask::of(session, What::Add(group.clone(), people.to_vec())), reader).await
    }

    /// Operation 11.
    pub async fn remove_participants(
        &self,
        session: &SessionName,
        group: &GroupId,
        people: &[Person],
    ) -> Result<(), ApiError> {
        self.send(Ask::of(session, What::Remove(group.clone(), people.to_vec())), DONE).await
    }

    /// Operation 12.
    pub async fn promote(&self, session: &SessionName, group: &GroupId, people: &[Person]) -> Result<(), ApiError> {
        self.send(Ask::of(session, What::Promote(group.clone(), people.to_vec())), DONE).await
    }

    /// Operation 13.
    pub async fn demote(&self, session: &SessionName, group: &GroupId, people: &[Person]) -> Result<(), ApiError> {
        self.send(Ask::of(session, What::Demote(group.clone(), people.to_vec())), DONE).await
    }
}

/// Invites.
impl GroupsApi {
    /// Operation 14.
    pub async fn invite(&self, session: &SessionName, group: &GroupId) -> Result<InviteCode, ApiError> {
        let reader =
            AnswerReader::of_read(|context, body| wire::invite(&context.content(body)?).ok_or(Unread::Garbled));
        self.send(Ask::of(session, What::Invite(group.clone())), reader).await
    }

    /// Operation 15. Returns the new code, or `None` if the answer holds none and [`Self::invite`] must be called.
    pub async fn revoke_invite(&self, session: &SessionName, group: &GroupId) -> Result<Option<InviteCode>, ApiError> {
        let reader = AnswerReader::of_change(|context, body| Ok(wire::new_invite(&context.done(body)?)));
        self.send(Ask::of(session, What::RevokeInvite(group.clone())), reader).await
    }

    /// Operation 16.
    pub async fn join(&self, session: &SessionName, code: &InviteCode) -> Result<Joined, ApiError> {
        let reader = AnswerReader::of_change(|context, body| {
            wire::joined(context.words(), &context.done(body)?).ok_or(Unread::Garbled)
        });
        self.send(Ask::of(session, What::Join(code.clone())), reader).await
    }

    /// Operation 17. It does not join the group.
    pub async fn preview(&self, session: &SessionName, code: &InviteCode) -> Result<InvitePreview, ApiError> {
        let reader = AnswerReader::of_read(|context, body| {
            wire::preview(context.words(), &context.content(body)?).ok_or(Unread::Garbled)
        });
        self.send(Ask::of(session, What::Preview(code.clone())), reader).await
    }
}

/// What only some providers offer.
impl GroupsApi {
    pub async fn change_setting(
        &self,
        session: &SessionName,
        group: &GroupId,
        setting: GroupSetting,
    ) -> Result<(), ApiError> {
        self.send(Ask::of(session, What::ChangeSetting(group.clone(), setting)), DONE).await
    }

    /// Returns the people who ask to join the group.
    pub async fn join_requests(&self, session: &SessionName, group: &GroupId) -> Result<Listed<JoinRequest>, ApiError> {
        let reader = AnswerReader::of_list(|context, body| list_of(context, &wire::JOIN_REQUEST, body));
        self.send(Ask::of(session, What::JoinRequests(group.clone())), reader).await
    }

    /// Approves or declines the requests of these people to join the group.
    pub async fn decide_join_requests(
        &self,
        session: &SessionName,
        group: &GroupId,
        people: &[Person],
        decision: JoinDecision,
    ) -> Result<(), ApiError> {
        self.send(Ask::of(session, What::DecideJoinRequests(group.clone(), people.to_vec(), decision)), DONE).await
    }
}

/// Sessions, outside the numbered operations.
impl GroupsApi {
    /// Returns all sessions of the key.
    pub async fn sessions(&self) -> Result<Vec<Session>, ApiError> {
        let listed = self.send(Ask::sessions(), SESSIONS).await?;
        listed.entries.iter().for_each(|session| self.note_session(session));
        Ok(listed.entries)
    }

    /// Returns all sessions of the key, by a single attempt that is not counted as a failure. It is for those who look
    /// periodically, whether or not a person waits.
    pub async fn look_at_sessions(&self) -> Result<Listed<Session>, ApiError> {
        let listed = self.send_once(Ask::sessions(), SESSIONS).await?;
        listed.entries.iter().for_each(|session| self.note_session(session));
        Ok(listed)
    }

    /// Returns one session, as [`Self::look_at_sessions`] does.
    pub async fn look_at_session(&self, name: &SessionName) -> Result<Session, ApiError> {
        let session = self.send_once(Ask::of(name, What::Session), SESSION).await?;
        self.note_session(&session);
        Ok(session)
    }

    /// Returns one session.
    pub async fn session(&self, name: &SessionName) -> Result<Session, ApiError> {
        let session = self.send(Ask::of(name, What::Session), SESSION).await?;
        self.note_session(&session);
        Ok(session)
    }
}

/// The provider itself.
impl GroupsApi {
    /// Returns the version of the provider, or `None` if it does not tell it.
    pub async fn version(&self) -> Result<Option<String>, ApiError> {
        match self.send(Ask::version(), VERSION).await {
            // It has no such request, or an earlier version had none.
            Err(ApiError::NotOffered(_) | ApiError::NotFound) => Ok(None),
            told => told,
        }
    }
}

impl<T> Listed<T> {
    /// Returns the list if every entry could be read.
    pub fn whole(self) -> Result<Vec<T>, ApiError> {
        if self.unread == 0 { Ok(self.entries) } else { Err(ApiError::Garbled) }
    }
}
