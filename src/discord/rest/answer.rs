//! Responses to interactions. The types prevent a second acknowledgement of an interaction, and an edit without an
//! acknowledgement.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use serde_json::json;
use serenity::all::{CreateAutocompleteResponse, CreateModal};
use tokio::time::Instant;

use super::brake::RequestPurpose;
use super::{Body, Rest, RestCall, RestError};
use crate::access::InteractionId;
use crate::discord::reply::{File, Message};

/// Discord, "Interaction Callback": the first response must arrive within 3 s; a later one is lost.
const ACKNOWLEDGE_WITHIN: Duration = Duration::from_millis(2_800);
/// Discord, "Followup Messages": a token is valid for 15 minutes; this leaves time for the last attempt.
const TOKEN_LIFE: Duration = Duration::from_secs(14 * 60);
/// Discord, "Message Flags": only the actor sees the message.
const EPHEMERAL: u64 = 1 << 6;

/// An interaction that is not acknowledged yet. Each acknowledgement consumes it.
#[derive(Debug)]
pub(crate) struct Arrived {
    pub(super) rest: Rest,
    pub(super) id: InteractionId,
    pub(super) application: u64,
    pub(super) token: SecretString,
    pub(super) at: Instant,
}

impl Arrived {
    /// Responds with a private message.
    pub(crate) async fn reply(self, message: &Message) -> Result<Acknowledged, RestError> {
        self.acknowledge(&json!({ "type": 4, "data": private(message) }), message.files()).await
    }

    /// Responds with a private "thinking…" message, for a later edit.
    pub(crate) async fn defer(self) -> Result<Acknowledged, RestError> {
        self.acknowledge(&json!({ "type": 5, "data": { "flags": EPHEMERAL } }), &[]).await
    }

    /// Replaces the message whose button was pressed with `message`.
    pub(crate) async fn update(self, message: &Message) -> Result<Acknowledged, RestError> {
        self.acknowledge(&json!({ "type": 7, "data": message }), message.files()).await
    }

    /// Acknowledges a press, for a later edit of the message whose button was pressed.
    pub(crate) async fn defer_update(self) -> Result<Acknowledged, RestError> {
        self.acknowledge(&json!({ "type": 6 }), &[]).await
    }

    pub(crate) async fn open(self, modal: &CreateModal) -> Result<(), RestError> {
        self.acknowledge(&json!({ "type": 9, "data": modal }), &[]).await.map(|_| ())
    }

    /// Responds to an autocomplete with choices.
    pub(crate) async fn offer(self, choices: &CreateAutocompleteResponse) -> Result<(), RestError> {
        self.acknowledge(&json!({ "type": 8, "data": choices }), &[]).await.map(drop)
    }

    /// Returns the interaction, on the assumption that it is acknowledged.
    pub(crate) fn acknowledged(&self) -> Acknowledged {
        let Self { rest, application, token, at, .. } = self;
        Acknowledged { rest: rest.clone(), application: *application, token: token.clone(), at: *at }
    }

    /// Shows a message although it is unknown whether the interaction was acknowledged. `in_public`: the interaction
    /// comes from a message that others see too. After a press is acknowledged, the first answer is that message
    /// itself.
    pub(crate) async fn report(self, message: &Message, in_public: bool) -> Result<(), RestError> {
        let later = self.acknowledged();
        match self.reply(message).await {
            Err(error) if error.is_already_acknowledged() && in_public => later.tell_privately(message).await,
            Err(error) if error.is_already_acknowledged() => later.edit(message).await,
            other => other.map(|_| ()),
        }
    }

    /// Sends an acknowledgement, once: a failed one may have arrived anyway, and then a second one gets 40060.
    async fn acknowledge(self, body: &serde_json::Value, files: &[File]) -> Result<Acknowledged, RestError> {
        let path = format!("/interactions/{}/{}/callback", self.id, self.token.expose_secret());
        let deadline = self.at + ACKNOWLEDGE_WITHIN;
        let (purpose, method) = (RequestPurpose::Acknowledge, Method::POST);
        let call = RestCall { purpose, method, path: &path, repeatable: false, deadline };
        let sent = self.rest.send(call, Body::new(body, files)).await;
        sent.inspect_err(|error| self.rest.metrics.acknowledgement_failed(error.code()))?;
        // Acknowledgements come first: before its later responses, this interaction queues behind those that still wait
        // for an acknowledgement, and releases the permit.
        drop(self.rest.at_once.acquire().await.ok());
        Ok(self.acknowledged())
    }
}

/// An acknowledged interaction. Its answer can be edited, and follow-ups can be sent.
#[derive(Debug, Clone)]
pub(crate) struct Acknowledged {
    rest: Rest,
    application: u64,
    token: SecretString,
    at: Instant,
}

impl Acknowledged {
    /// Replaces the first answer with `message`.
    pub(crate) async fn edit(&self, message: &Message) -> Result<(), RestError> {
        self.send(Method::PATCH, &self.original(), Body::new(message, message.files()), true).await
    }

    /// Removes the buttons and menus of the original response, whose text and files stay.
    pub(crate) async fn remove_components(&self) -> Result<(), RestError> {
        self.send(Method::PATCH, &self.original(), Body::Json(&json!({ "components": [] })), true).await
    }

    /// Sends a public follow-up. Does not retry if the first attempt may have arrived: an announcement must not appear
    /// twice.
    pub(crate) async fn tell_channel(&self, message: &Message) -> Result<(), RestError> {
        let path = format!("/webhooks/{}/{}", self.application, self.token.expose_secret());
        self.send(Method::POST, &path, Body::new(message, message.files()), false).await
    }

    /// Sends a private follow-up, below the message whose button was pressed. Does not retry if the first attempt may
    /// have arrived.
    pub(crate) async fn tell_privately(&self, message: &Message) -> Result<(), RestError> {
        let path = format!("/webhooks/{}/{}", self.application, self.token.expose_secret());
        self.send(Method::POST, &path, Body::new(&private(message), message.files()), false).await
    }

    /// Returns whether Discord has an answer to this interaction, and therefore an acknowledgement.
    pub(crate) async fn is_there(&self) -> Result<bool, RestError> {
        match self.send(Method::GET, &self.original(), Body::<()>::Empty, true).await {
            Ok(()) => Ok(true),
            Err(RestError::Refused { status: StatusCode::NOT_FOUND, .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Returns whether Discord still accepts edits.
    pub(crate) fn is_alive(&self) -> bool {
        self.rest.clock.now() < self.at + TOKEN_LIFE
    }

    fn original(&self) -> String {
        format!("/webhooks/{}/{}/messages/@original", self.application, self.token.expose_secret())
    }

    async fn send<T: Serialize>(
        &self,
        method: Method,
        path: &str,
        body: Body<'_, T>,
        repeatable: bool,
    ) -> Result<(), RestError> {
        let deadline = self.at + TOKEN_LIFE;
        let call = RestCall { purpose: RequestPurpose::Answer, method, path, repeatable, deadline };
        self.rest.send(call, body).await.map(drop)
    }
}

fn private(message: &Message) -> impl Serialize + use<'_> {
    #[derive(Serialize)]
    struct Private<'a> {
        #[serde(flatten)]
        message: &'a Message,
        flags: u64,
    }
    Private { message, flags: EPHEMERAL }
}
