//! An acknowledged interaction, and its answers.

use std::sync::Arc;

use serenity::all::CreateActionRow;
use whatsapp::people::is_metadata_loaded;

use super::responder::{log_problem, note_refusal};
use crate::access::{Actor, GuildId, InteractionId, UserId};
use crate::discord::reply::About;
use crate::discord::rest::{Acknowledged, RestError};
use crate::discord::{Data, Error, reply};
use crate::error::{InputError, OperationError, UserError};
use crate::failpoint;
use crate::language::Language;
use crate::operations::Operation;
use crate::services::{Done, Mark, Request};
use crate::store::AuditSubject;

/// Largest number of bad entries whose table takes less than a millisecond.
const ENTRIES_AT_ONCE: usize = 100;

/// An acknowledged interaction that this instance must answer.
pub(crate) struct DeferredInteraction {
    pub(super) bot_state: Data,
    pub(super) request: Request,
    /// A long text that the actor typed. The answer returns it to them if it cannot be saved.
    pub(super) draft: Option<String>,
    pub(super) reference: String,
    pub(super) acknowledged: Acknowledged,
    /// Keeps the recovery worker from treating the interaction as abandoned until it is answered.
    pub(super) _running: Mark<InteractionId>,
}

impl DeferredInteraction {
    pub(crate) fn bot_state(&self) -> &Data {
        &self.bot_state
    }

    pub(crate) fn actor(&self) -> &Actor {
        &self.request.actor
    }

    pub(crate) fn language(&self) -> Language {
        self.request.language
    }

    pub(crate) fn request(&self) -> &Request {
        &self.request
    }

    /// Shows a message that the answer replaces later.
    pub(crate) async fn show_meanwhile(&self, message: &reply::Message) -> Result<(), RestError> {
        self.acknowledged.edit(message).await
    }

    /// Announces a change in the channel, below the answer.
    pub(crate) async fn announce(&self, done: &Done) -> Result<(), RestError> {
        let Actor { guild, user, .. } = self.request.actor;
        tell_channel(&self.bot_state, &self.acknowledged, guild, user, done).await
    }

    /// Returns the answer to an operation that was carried out. Tables, pictures and QR codes take milliseconds, and so does
    /// the first phone number of the process.
    pub(crate) async fn message_of(&self, done: &Arc<Done>) -> Result<reply::Message, Error> {
        let (i18n, done) = (self.language(), Arc::clone(done));
        if reply::takes_long(&done) || !is_metadata_loaded() {
            Ok(self.bot_state.compute.run(move || reply::done(i18n, &done)).await?)
        } else {
            Ok(reply::done(i18n, &done))
        }
    }

    /// Returns the answer that shows an error. The bad entries of a long list make a table.
    async fn message_of_problem(
        &self,
        problem: &UserError,
        operation: &str,
        written: Option<&str>,
    ) -> Result<reply::Message, Error> {
        let i18n = self.language();
        if !matches!(problem, UserError::Input(InputError::NobodyFound(list)) if list.unclear > ENTRIES_AT_ONCE) {
            return Ok(reply::problem_with(i18n, problem, About { operation, reference: &self.reference }, written));
        }
        // It is the user's error, so it names no operation and shows no reference.
        let (problem, written) = (problem.clone(), written.map(str::to_owned));
        let make = move || reply::problem_with(i18n, &problem, About::default(), written.as_deref());
        Ok(self.bot_state.compute.run(make).await?)
    }

    /// Answers with an error. `what`: the request, for the audit log if access is refused.
    pub(crate) async fn say_no(&self, problem: &UserError, what: AuditSubject) -> Result<(), Error> {
        self.say_no_with(problem, what, None).await
    }

    /// As [`Self::say_no`], with buttons for what the user can do instead.
    pub(crate) async fn say_no_with(
        &self,
        problem: &UserError,
        what: AuditSubject,
        instead: Option<CreateActionRow>,
    ) -> Result<(), Error> {
        log_problem(problem);
        self.bot_state.metrics.answered(&what.operation, problem.outcome());
        let written = what.data.as_ref().and_then(Operation::long_text).or(self.draft.as_deref());
        let message = self.message_of_problem(problem, &what.operation, written).await?;
        let message = match instead {
            Some(buttons) => message.with_row(buttons),
            None => message,
        };
        match problem {
            UserError::Operation(OperationError::NotConfirmed(_)) => self.answer_for_now(&message).await?,
            _ => self.answer(&message).await?,
        }
        note_refusal(&self.bot_state, Some(&self.request), problem, what).await;
        Ok(())
    }

    /// Answers, with a note about trouble with the log channel for people who should know of it.
    pub(crate) async fn answer(&self, message: &reply::Message) -> Result<(), Error> {
        self.answer_without_note(&self.with_note(message).await).await
    }

    pub(crate) async fn answer_without_note(&self, message: &reply::Message) -> Result<(), Error> {
        self.show(message).await?;
        self.bot_state.services.interactions.answered(self.request.interaction).await;
        Ok(())
    }

    /// Answers like [`Self::answer`] about a change that is not confirmed. A later edit corrects the answer if the
    /// change takes effect after all.
    pub(crate) async fn answer_for_now(&self, message: &reply::Message) -> Result<(), Error> {
        self.show(&self.with_note(message).await).await?;
        self.bot_state.services.interactions.answered_for_now(self.request.interaction).await;
        Ok(())
    }

    /// Returns the message with a note about trouble with the log channel, for people who should know of it.
    async fn with_note(&self, message: &reply::Message) -> reply::Message {
        match self.bot_state.services.log_channels.trouble(self.actor()).await {
            Some(trouble) => message.clone().with_note(reply::log_trouble(self.language(), &trouble)),
            None => message.clone(),
        }
    }

    async fn show(&self, message: &reply::Message) -> Result<(), Error> {
        failpoint::reached("before answer").await;
        self.acknowledged.edit(message).await?;
        self.bot_state.metrics.took(self.bot_state.rest.age(self.request.interaction));
        Ok(())
    }
}

/// Announces a change that `requester` made in the channel, below `answer`. A change that concerns no one else is not
/// announced.
pub(crate) async fn tell_channel(
    bot_state: &Data,
    answer: &Acknowledged,
    guild: GuildId,
    requester: UserId,
    done: &Done,
) -> Result<(), RestError> {
    match reply::announcement(bot_state.language_of(guild).await, done, requester) {
        Some(notice) => answer.tell_channel(&notice).await,
        None => Ok(()),
    }
}
