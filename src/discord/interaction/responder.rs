//! An interaction that is not acknowledged: its first response, which is an answer at once or an acknowledgement.

use std::borrow::Borrow;
use std::time::Duration;

use serenity::all::{CommandInteraction, ComponentInteraction, CreateModal, Message, MessageFlags, ModalInteraction};
use usher_clock::Timestamp;

use super::deferred::DeferredInteraction;
use super::identity::{actor, reference};
use super::ownership::{self, NotMine};
use crate::access::{Actor, ChannelId, GuildId, InteractionId};
use crate::discord::reply::About;
use crate::discord::rest::{Acknowledged, Arrived, RestError};
use crate::discord::{Data, Error, reply};
use crate::error::{AccessError, OperationError, Unavailable, UserError};
use crate::language::Language;
use crate::operations::Operation;
use crate::services::{CurrentSettings, Request};
use crate::store::{AuditSubject, StoreError};

/// Maximum time for a read of the store before an interaction is acknowledged (Discord: within 3 s).
const READ_WITHIN: Duration = Duration::from_millis(1_500);

/// An interaction that is not acknowledged yet.
pub(crate) struct Responder {
    bot_state: Data,
    request: Option<Request>,
    /// The actor's language.
    language: Language,
    /// A long text that the actor typed. The answer returns it to them if it cannot be saved.
    draft: Option<String>,
    reference: String,
    /// The interaction comes from a message that others see too. An error never replaces that message.
    in_public: bool,
    /// When the message that it comes from was created, and when it last changed.
    message_times: Option<[Timestamp; 2]>,
    arrived: Arrived,
}

/// Waits for the store before an interaction is acknowledged, and leaves time for a refusal.
pub(crate) async fn in_time<T>(read: impl Future<Output = Result<T, UserError>>) -> Result<T, UserError> {
    tokio::time::timeout(READ_WITHIN, read).await.unwrap_or(Err(StoreError::TooSlow.into()))
}

/// Defines a constructor. serenity has a type for each kind of interaction, with the same fields about the actor.
macro_rules! of_interaction {
    ($name:ident: $Interaction:ty, $message:expr) => {
        pub(crate) fn $name(bot_state: &Data, interaction: &$Interaction) -> Self {
            let (id, application) = (InteractionId(interaction.id.get()), interaction.application_id.get());
            let language = Language::of_locale(&interaction.locale);
            if let (Some(guild), Some(locale)) = (interaction.guild_id, &interaction.guild_locale) {
                bot_state.languages.note(GuildId(guild.get()), Language::of_locale(locale));
            }
            let request = actor(interaction.guild_id, interaction.member.as_ref().map(Borrow::borrow)).map(|actor| {
                let (channel, token) = (ChannelId(interaction.channel_id.get()), interaction.token.as_str().into());
                let user_name = Some(interaction.user.name.clone());
                Request { actor, user_name, channel, interaction: id, application, token, language }
            });
            let arrived = bot_state.rest.arrived(id, application, &interaction.token);
            let message: fn(&$Interaction) -> Option<&Message> = $message;
            let message = message(interaction);
            let in_public = message.is_some_and(is_public);
            let message_times = message.map(message_times);
            Self {
                bot_state: bot_state.clone(),
                request,
                language,
                draft: None,
                reference: reference(id),
                in_public,
                message_times,
                arrived,
            }
        }
    };
}

impl Responder {
    of_interaction!(of_command: CommandInteraction, |_| None);
    of_interaction!(of_component: ComponentInteraction, |pressed| Some(&pressed.message));
    of_interaction!(of_modal: ModalInteraction, |sent| sent.message.as_deref());

    pub(crate) fn bot_state(&self) -> &Data {
        &self.bot_state
    }

    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// Adds a long text that the answer returns to its author if it cannot be saved.
    pub(crate) fn with_draft(self, text: &str) -> Self {
        Self { draft: Some(text.to_owned()), ..self }
    }

    pub(crate) fn actor(&self) -> Result<&Actor, UserError> {
        self.request.as_ref().map(|request| &request.actor).ok_or(AccessError::NotInAServer.into())
    }

    /// Returns what Discord calls the actor.
    pub(crate) fn user_name(&self) -> Option<&str> {
        self.request.as_ref()?.user_name.as_deref()
    }

    /// Returns the id of the interaction, unless it comes from outside a server.
    pub(crate) fn interaction(&self) -> Option<InteractionId> {
        self.request.as_ref().map(|request| request.interaction)
    }

    /// Returns how long ago the message that the interaction comes from was created.
    pub(crate) fn message_age(&self) -> Option<Duration> {
        self.message_times.map(|[created, _]| self.since(created))
    }

    /// Returns how long ago the message that the interaction comes from was created or last changed.
    pub(crate) fn message_unchanged_for(&self) -> Option<Duration> {
        self.message_times.map(|[_, changed]| self.since(changed))
    }

    fn since(&self, time: Timestamp) -> Duration {
        self.bot_state.clock.now_utc().whole_seconds().duration_since(time)
    }

    /// Reads the settings of the actor's server.
    pub(crate) async fn settings(&self) -> Result<CurrentSettings, UserError> {
        self.bot_state.services.settings.get(self.actor()?.guild).await
    }

    /// Returns what an error about `what` says of the request.
    fn about<'a>(&'a self, what: &'a AuditSubject) -> About<'a> {
        About { operation: &what.operation, reference: &self.reference }
    }

    /// Responds with an error, privately and at once. `what`: the request, for the audit log if access is refused.
    pub(crate) async fn refuse(self, problem: &UserError, what: AuditSubject) -> Result<(), Error> {
        log_problem(problem);
        let message = reply::problem_with(self.language, problem, self.about(&what), self.draft.as_deref());
        let Self { bot_state, request, arrived, .. } = self;
        bot_state.metrics.answered(&what.operation, problem.outcome());
        unless_taken(arrived.reply(&message).await)?;
        note_refusal(&bot_state, request.as_ref(), problem, what).await;
        Ok(())
    }

    /// Replaces the message whose button was pressed with an error.
    pub(crate) async fn refuse_in_place(self, problem: &UserError, what: AuditSubject) -> Result<(), Error> {
        if self.in_public {
            return self.refuse(problem, what).await;
        }
        log_problem(problem);
        let message = reply::problem(self.language, problem, self.about(&what));
        let Self { bot_state, request, arrived, .. } = self;
        bot_state.metrics.answered(&what.operation, problem.outcome());
        arrived.update(&message).await?;
        note_refusal(&bot_state, request.as_ref(), problem, what).await;
        Ok(())
    }

    /// Responds at once, privately.
    pub(crate) async fn reply(self, message: &reply::Message) -> Result<(), Error> {
        unless_taken(self.arrived.reply(message).await).map(drop)
    }

    pub(crate) async fn update(self, message: &reply::Message) -> Result<(), Error> {
        self.arrived.update(message).await?;
        Ok(())
    }

    pub(crate) async fn open(self, modal: &CreateModal) -> Result<(), Error> {
        Ok(self.arrived.open(modal).await?)
    }

    /// Shows an error by any way that Discord still accepts, where earlier responses are unknown.
    pub(crate) async fn report(self, problem: &UserError) -> Result<(), RestError> {
        let message = reply::problem(self.language, problem, self.about(&AuditSubject::default()));
        self.arrived.report(&message, self.in_public).await
    }

    /// Acknowledges with a "thinking…" message. If this fails, the operation must not start: the user sees a failure
    /// and will try again.
    pub(crate) async fn defer(self) -> Result<DeferredInteraction, Error> {
        self.take_ownership(async |arrived| arrived.defer().await).await
    }

    /// Acknowledges like [`Self::defer`], and replaces the message whose button was pressed.
    pub(crate) async fn work_on(self, operation: &Operation) -> Result<DeferredInteraction, Error> {
        let message = reply::working(self.language, operation);
        self.take_ownership(async |arrived| arrived.update(&message).await).await
    }

    /// Acknowledges like [`Self::defer`]. The message whose button was pressed stays as it is until the answer.
    pub(crate) async fn defer_update(self) -> Result<DeferredInteraction, Error> {
        self.take_ownership(async |arrived| arrived.defer_update().await).await
    }

    /// Acknowledges a press whose message stays as it is until it is edited. The store does not record the interaction:
    /// until an operation begins no one waits for an answer, and the user can press the button again.
    pub(crate) async fn press(self) -> Result<Acknowledged, Error> {
        unless_taken(self.arrived.defer_update().await)
    }

    async fn take_ownership(
        self,
        acknowledge: impl AsyncFnOnce(Arrived) -> Result<Acknowledged, RestError>,
    ) -> Result<DeferredInteraction, Error> {
        let Self { bot_state, request, draft, reference, arrived, .. } = self;
        let request = request.ok_or(AccessError::NotInAServer)?;
        // Discord delivered it twice.
        let running = bot_state.services.interactions.work_on(request.interaction).ok_or(NotMine)?;
        let acknowledged = ownership::take(&bot_state, &request, arrived, acknowledge).await?;
        Ok(DeferredInteraction { bot_state, request, draft, reference, acknowledged, _running: running })
    }
}

fn message_times(message: &Message) -> [Timestamp; 2] {
    let changed = message.edited_timestamp.unwrap_or(message.timestamp);
    [message.timestamp, changed].map(|time| Timestamp::from_secs(time.unix_timestamp()))
}

fn is_public(message: &Message) -> bool {
    !message.flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL))
}

/// Maps "already acknowledged" to [`NotMine`]: another instance answered first, or Discord delivered it twice.
fn unless_taken(acknowledged: Result<Acknowledged, RestError>) -> Result<Acknowledged, Error> {
    match acknowledged {
        Err(error) if error.is_already_acknowledged() => Err(NotMine.into()),
        other => Ok(other?),
    }
}

pub(super) async fn note_refusal(bot_state: &Data, request: Option<&Request>, problem: &UserError, what: AuditSubject) {
    if let (Some(request), UserError::Access(AccessError::Refused(refusal))) = (request, problem) {
        bot_state.services.refusals.record(request, what, refusal.needs).await;
    }
}

/// Logs an error where it is answered, once. The span of the interaction names its reference, which the user sees.
pub(crate) fn log_problem(problem: &UserError) {
    match problem {
        UserError::Operation(OperationError::Failed(failure)) => {
            tracing::warn!(error = %failure, carried = ?failure.carried, "operation failed");
        }
        UserError::Operation(OperationError::NotConfirmed(unconfirmed)) => {
            let failure = &unconfirmed.failure;
            tracing::warn!(case = unconfirmed.case.0, error = %failure, doubt = ?failure.doubt, "not confirmed");
        }
        UserError::Unavailable(Unavailable::Store(error)) => tracing::error!(%error, "the store failed"),
        UserError::Unavailable(Unavailable::Internal) => tracing::error!("internal fault"),
        UserError::Access(AccessError::Refused(refusal)) => tracing::info!(needs = %refusal.needs, "refused"),
        other => tracing::info!(problem = %other, "operation not carried out"),
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Arc, Mutex};

    use super::*;
    use crate::error::InputError;

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// Returns the result, and the lines that were logged meanwhile.
    fn logging<T>(run: impl FnOnce() -> T) -> (T, Vec<String>) {
        let lines = Lines::default();
        let writer = lines.clone();
        let log = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
        let result = tracing::subscriber::with_default(log, run);
        let written = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
        (result, written.lines().map(str::to_owned).collect())
    }

    #[test]
    fn an_error_is_logged_once_with_its_cause() {
        let of_store = || UserError::from(StoreError::Garbled("the cause".to_owned()));
        let (problem, lines) = logging(of_store);
        assert!(lines.is_empty(), "a conversion logs nothing: {lines:?}");
        for (problem, level, words) in
            [(problem, "ERROR", "the cause"), (InputError::NoSuchCase.into(), "INFO", "no such case")]
        {
            let ((), lines) = logging(|| log_problem(&problem));
            assert!(lines.len() == 1 && lines[0].contains(level) && lines[0].contains(words), "{lines:?}");
        }
    }
}
