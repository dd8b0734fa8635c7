//! A press on a button of a request, and what it shows afterwards: in the post, and in the list if the button is there.

use super::notify::{notify, or_gone};
use crate::access::Actor;
use crate::discord::components::{CustomId, ListedEffect, ListedPress};
use crate::discord::interaction::{Responder, log_problem};
use crate::discord::reply::{self, About, Message, PostNote, Posting};
use crate::discord::rest::{Acknowledged, RestError};
use crate::discord::{Data, Error};
use crate::error::{RequestError, UserError};
use crate::language::Language;
use crate::services::{Done, result_of};
use crate::store::{AccessRequest, Digest, RequestId, State, StoreError};

/// The message that has the button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) enum PressedOn {
    /// The post for the members who may decide.
    Post,
    /// The answer to `/wa-request list`, which shows this page.
    List { page: usize },
}

impl PressedOn {
    /// Returns the id of the button that approves, and of its modal.
    pub(super) fn approve(self, id: RequestId, shown: Digest) -> CustomId {
        match self {
            Self::Post => CustomId::Approve(id, Some(shown)),
            Self::List { page } => {
                CustomId::Listed(ListedPress { page, request: id, effect: ListedEffect::Approve(shown) })
            }
        }
    }

    /// Returns the id of the button that denies, and of its modal.
    pub(super) fn deny(self, id: RequestId) -> CustomId {
        match self {
            Self::Post => CustomId::Deny(id),
            Self::List { page } => CustomId::Listed(ListedPress { page, request: id, effect: ListedEffect::Deny }),
        }
    }
}

/// An acknowledged press.
pub(super) struct Press {
    pub(super) bot_state: Data,
    pub(super) actor: Actor,
    /// The actor's language.
    pub(super) i18n: Language,
    on: PressedOn,
    acknowledged: Acknowledged,
}

impl Press {
    pub(super) async fn acknowledge(responder: Responder, actor: Actor, on: PressedOn) -> Result<Self, Error> {
        let (bot_state, i18n) = (responder.bot_state().clone(), responder.language());
        let acknowledged = responder.press().await?;
        Ok(Self { bot_state, actor, i18n, on, acknowledged })
    }

    /// Returns the acknowledgement if the message is the post. An edit of the answer then replaces the post.
    fn of_post(&self) -> Option<&Acknowledged> {
        (self.on == PressedOn::Post).then_some(&self.acknowledged)
    }

    /// Replaces the post of the request.
    pub(super) async fn edit_post(&self, request: &AccessRequest, message: &Message) -> Result<(), RestError> {
        edit_post(&self.bot_state, self.of_post(), request, message).await
    }

    /// Reports a decision to all members concerned.
    pub(super) async fn notify(
        &self,
        request: &AccessRequest,
        result: Option<&Result<Done, UserError>>,
    ) -> Result<(), Error> {
        notify(&self.bot_state, request, result, self.of_post()).await;
        self.show_list(reply::listed_result(self.i18n, request, result)).await
    }

    /// Shows the request as it is stored, with a note if it is open.
    pub(super) async fn show_as_it_is(&self, id: RequestId, note: Option<PostNote<'_>>) -> Result<(), Error> {
        let (request, result) = match show_present(&self.bot_state, id, note, self.of_post()).await {
            Ok(Some(shown)) => shown,
            Ok(None) => return Ok(()),
            Err(ShowError::Store(error)) => return self.say_unread(&error.into()).await,
            Err(ShowError::Discord(error)) => return Err(error.into()),
        };
        self.show_list(match note.filter(|_| request.state == State::Open) {
            Some(PostNote::Problem(problem)) => reply::listed_problem(self.i18n, id, problem),
            Some(PostNote::ApprovalLost(_)) | None => reply::listed_result(self.i18n, &request, result.as_ref()),
        })
        .await
    }

    /// Shows the list as it is now, below the result of the press, if the button is in it.
    pub(super) async fn show_list(&self, result: String) -> Result<(), Error> {
        let PressedOn::List { page } = self.on else { return Ok(()) };
        let services = &self.bot_state.services;
        let all = async {
            let settings = services.settings.get(self.actor.guild).await?;
            Ok::<_, UserError>(services.approvals.list(&settings, &self.actor).await?)
        };
        match all.await {
            Ok(all) => Ok(self.acknowledged.edit(&reply::requests(self.i18n, &all, page, Some(result))).await?),
            Err(problem) => self.say_unread(&problem).await,
        }
    }

    /// Tells the user who pressed that Usher is working on the request already. The message stays as it is: the task that
    /// has the turn edits the post.
    pub(super) async fn say_busy(&self, request: &AccessRequest) -> Result<(), Error> {
        let busy = UserError::from(RequestError::BeingDecided);
        self.bot_state.metrics.answered(request.operation.name(), busy.outcome());
        Ok(self.acknowledged.tell_privately(&reply::problem(self.i18n, &busy, About::default())).await?)
    }

    /// Reports a failure of the store after a press, only to the user who pressed. The message stays as it is, with its
    /// buttons: whether the request was decided is unknown, and a decision is reported once the store answers.
    pub(super) async fn say_unread(&self, problem: &UserError) -> Result<(), Error> {
        log_problem(problem);
        self.bot_state.metrics.answered("", problem.outcome());
        Ok(self.acknowledged.tell_privately(&reply::press_unread(self.i18n)).await?)
    }
}

/// Shows in the post that one of two people approved the request, after the press could not. Returns whether that
/// succeeded.
pub(crate) async fn show_first_approval(bot_state: &Data, request: &AccessRequest) -> bool {
    match show_present(bot_state, request.id, None, None).await {
        Ok(_) => {
            super::notify_that_it_waits(bot_state, request, Posting::Done).await;
            true
        }
        Err(error) => {
            tracing::warn!(request = request.id.0, %error, "failed to show the first approval of a request");
            false
        }
    }
}

/// Replaces the post of a request. `pressed`: the acknowledgement of a press on it.
async fn edit_post(
    bot_state: &Data,
    pressed: Option<&Acknowledged>,
    request: &AccessRequest,
    message: &Message,
) -> Result<(), RestError> {
    if let Some(pressed) = pressed {
        return pressed.edit(message).await;
    }
    let Some((channel, id)) = request.posted else { return Ok(()) };
    or_gone(bot_state.rest.edit_post(channel, id, message).await)
}

type Shown = Option<(AccessRequest, Option<Result<Done, UserError>>)>;

/// Why a request could not be shown.
#[derive(Debug, thiserror::Error)]
enum ShowError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Discord(#[from] RestError),
}

/// Shows the current state of a request in its post, and reads the state again afterwards: an older state must not replace
/// a newer one that another instance showed meanwhile. Returns what is shown; `None` if the request was deleted.
async fn show_present(
    bot_state: &Data,
    id: RequestId,
    note: Option<PostNote<'_>>,
    pressed: Option<&Acknowledged>,
) -> Result<Shown, ShowError> {
    let approvals = &bot_state.services.approvals;
    let mut shown = None;
    loop {
        let Some((request, row)) = approvals.with_outcome(id).await? else { return Ok(None) };
        let stands = (request.state, request.first_approver, row.is_some());
        let result = row.as_ref().filter(|_| request.state == State::Approved).map(result_of);
        if shown == Some(stands) {
            if request.state == State::Open && !request.notified && request.posted.is_some() {
                approvals.record_shown(&request).await?;
            }
            return Ok(Some((request, result)));
        }
        let note = note.filter(|_| request.state == State::Open);
        let of_server = bot_state.language_of(request.guild).await;
        let account = bot_state.services.settings.account_names(request.guild);
        let message = reply::request_posted(of_server, &request, result.as_ref(), note, account);
        edit_post(bot_state, pressed, &request, &message).await?;
        shown = Some(stands);
    }
}
