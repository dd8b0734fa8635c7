//! Answers to interactions. The types make it impossible to acknowledge an interaction twice, or to edit one that was not
//! acknowledged.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use serde_json::json;
use serenity::all::{CreateAutocompleteResponse, CreateModal};
use tokio::time::Instant;

use super::brake::Purpose;
use super::{Body, Call, Rest, RestError};
use crate::access::InteractionId;
use crate::discord::reply::{File, Message};

/// Discord, "Interaction Callback": the first response must be there within 3 s; what comes later is lost.
const ACKNOWLEDGE_WITHIN: Duration = Duration::from_millis(2_800);
/// Discord, "Followup Messages": a token is good for 15 minutes; this leaves room for the last try.
const TOKEN_LIFE: Duration = Duration::from_secs(14 * 60);
/// Discord, "Message Flags": only the person who asked sees it.
const EPHEMERAL: u64 = 1 << 6;

/// An interaction that was not acknowledged yet. Each way to acknowledge it uses it up.
#[derive(Debug)]
pub(crate) struct Arrived {
    pub(super) rest: Rest,
    pub(super) id: InteractionId,
    pub(super) application: u64,
    pub(super) token: SecretString,
    pub(super) at: Instant,
}

impl Arrived {
    /// A private answer, at once.
    pub(crate) async fn reply(self, message: &Message) -> Result<Acknowledged, RestError> {
        self.acknowledge(&json!({ "type": 4, "data": private(message) }), message.files()).await
    }

    /// A private "thinking…", to be edited.
    pub(crate) async fn defer(self) -> Result<Acknowledged, RestError> {
        self.acknowledge(&json!({ "type": 5, "data": { "flags": EPHEMERAL } }), &[]).await
    }

    /// Puts `message` in the place of the one whose button was pressed.
    pub(crate) async fn update(self, message: &Message) -> Result<Acknowledged, RestError> {
        self.acknowledge(&json!({ "type": 7, "data": message }), message.files()).await
    }

    /// Promises a new version of the message whose button was pressed.
    pub(crate) async fn defer_update(self) -> Result<Acknowledged, RestError> {
        self.acknowledge(&json!({ "type": 6 }), &[]).await
    }

    pub(crate) async fn open(self, modal: &CreateModal) -> Result<(), RestError> {
        self.acknowledge(&json!({ "type": 9, "data": modal }), &[]).await.map(|_| ())
    }

    /// Offers choices to a person who is typing.
    pub(crate) async fn offer(self, choices: &CreateAutocompleteResponse) -> Result<(), RestError> {
        self.acknowledge(&json!({ "type": 8, "data": choices }), &[]).await.map(drop)
    }

    /// The same interaction, taken to be acknowledged.
    pub(crate) fn acknowledged(&self) -> Acknowledged {
        let Self { rest, application, token, at, .. } = self;
        Acknowledged { rest: rest.clone(), application: *application, token: token.clone(), at: *at }
    }

    /// The last resort, where it is not known whether the interaction was acknowledged. `in_public`: it came of a message
    /// that others see too. Once a press is acknowledged, the first answer is that message itself.
    pub(crate) async fn report(self, message: &Message, in_public: bool) -> Result<(), RestError> {
        let later = self.acknowledged();
        match self.reply(message).await {
            Err(error) if error.is_already_acknowledged() && in_public => later.tell_privately(message).await,
            Err(error) if error.is_already_acknowledged() => later.edit(message).await,
            other => other.map(|_| ()),
        }
    }

    /// Sent once: an acknowledgement that fails may have arrived all the same, and then a second one gets 40060.
    async fn acknowledge(self, body: &serde_json::Value, files: &[File]) -> Result<Acknowledged, RestError> {
        let path = format!("/interactions/{}/{}/callback", self.id, self.token.expose_secret());
        let deadline = self.at + ACKNOWLEDGE_WITHIN;
        let (purpose, method) = (Purpose::Acknowledge, Method::POST);
        let call = Call { purpose, method, path: &path, repeatable: false, deadline };
        self.rest.send(call, Body::new(body, files)).await?;
        // Whoever waits to be acknowledged comes first: what is to follow takes its turn behind them, and gives it back.
        drop(self.rest.at_once.acquire().await.ok());
        Ok(self.acknowledged())
    }
}

/// An interaction that was acknowledged: its answer can be edited, and the channel told.
#[derive(Debug, Clone)]
pub(crate) struct Acknowledged {
    rest: Rest,
    application: u64,
    token: SecretString,
    at: Instant,
}

impl Acknowledged {
    /// Puts `message` in the place of the first answer.
    pub(crate) async fn edit(&self, message: &Message) -> Result<(), RestError> {
        self.send(Method::PATCH, &self.original(), Body::new(message, message.files()), true).await
    }

    /// A public follow-up. Not sent again where the first try may have arrived: a notice is not told twice.
    pub(crate) async fn tell_channel(&self, message: &Message) -> Result<(), RestError> {
        let path = format!("/webhooks/{}/{}", self.application, self.token.expose_secret());
        self.send(Method::POST, &path, Body::new(message, message.files()), false).await
    }

    /// Tells the person alone, below the message whose button was pressed. Not sent again where the first try may have
    /// arrived.
    pub(crate) async fn tell_privately(&self, message: &Message) -> Result<(), RestError> {
        let path = format!("/webhooks/{}/{}", self.application, self.token.expose_secret());
        self.send(Method::POST, &path, Body::new(&private(message), message.files()), false).await
    }

    /// Whether Discord has an answer to this interaction, and so an acknowledgement.
    pub(crate) async fn is_there(&self) -> Result<bool, RestError> {
        match self.send(Method::GET, &self.original(), Body::<()>::Empty, true).await {
            Ok(()) => Ok(true),
            Err(RestError::Refused { status: StatusCode::NOT_FOUND, .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Whether Discord still takes edits.
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
        let call = Call { purpose: Purpose::Answer, method, path, repeatable, deadline };
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
