//! One interaction from its arrival to its answer: its actor, and the responses that Discord still accepts.

use std::borrow::Borrow;
use std::sync::Arc;
use std::time::Duration;

use serenity::all::{
    ActionRowComponent, CommandInteraction, ComponentInteraction, CreateModal, Member, Message, MessageFlags,
    ModalInteraction, Permissions,
};
use tokio::sync::watch;

use super::ownership::{self, NotMine};
use super::rest::{Acknowledged, Arrived, RestError};
use super::{Data, Error, reply};
use crate::access::{Actor, Capability, ChannelId, GuildId, InteractionId, RoleId, Target, UserId};
use crate::error::UserError;
use crate::failpoint;
use crate::language::Language;
use crate::operations::{Operation, Step};
use crate::services::{AuthorizedOperation, Current, Done, Mark, Request};
use crate::store::AuditSubject;

/// Largest number of bad entries whose table takes less than a millisecond.
const ENTRIES_AT_ONCE: usize = 100;
/// Maximum time for a read of the store before an interaction is acknowledged (Discord: within 3 s).
const READ_WITHIN: Duration = Duration::from_millis(1_500);
/// Interval between edits that show the progress of an operation.
const PROGRESS_EVERY: Duration = Duration::from_secs(2);

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
    arrived: Arrived,
}

/// An acknowledged interaction that this instance must answer.
pub(crate) struct DeferredInteraction {
    bot_state: Data,
    request: Request,
    draft: Option<String>,
    reference: String,
    acknowledged: Acknowledged,
    /// Keeps the recovery worker from treating the interaction as abandoned until it is answered.
    _running: Mark<InteractionId>,
}

/// Waits for the store before an interaction is acknowledged, and leaves time for a refusal.
pub(crate) async fn in_time<T>(read: impl Future<Output = Result<T, UserError>>) -> Result<T, UserError> {
    tokio::time::timeout(READ_WITHIN, read).await.unwrap_or(Err(UserError::NotWritten))
}

/// Returns the name of an interaction in logs and error messages: its id in base 32.
pub(crate) fn reference(id: InteractionId) -> String {
    const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut rest = id.0;
    let mut reference = Vec::new();
    while rest > 0 {
        reference.extend(DIGITS.get((rest % 32) as usize));
        rest /= 32;
    }
    reference.reverse();
    String::from_utf8(reference).unwrap_or_default()
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
                Request { actor, channel, interaction: id, application, token, language }
            });
            let arrived = bot_state.rest.arrived(id, application, &interaction.token);
            let message: fn(&$Interaction) -> Option<&Message> = $message;
            let in_public = message(interaction).is_some_and(is_public);
            Self {
                bot_state: bot_state.clone(),
                request,
                language,
                draft: None,
                reference: reference(id),
                in_public,
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
        self.request.as_ref().map(|request| &request.actor).ok_or(UserError::NotInAServer)
    }

    /// Returns the rules of the actor's server.
    pub(crate) async fn server(&self) -> Result<Current, UserError> {
        self.bot_state.services.server(self.actor()?).await
    }

    /// Checks whether the actor has the capability.
    pub(crate) async fn require(&self, needs: Capability, target: Target<'_>) -> Result<(), UserError> {
        self.server().await?.require(self.actor()?, needs, target)
    }

    /// Responds with an error, privately and at once. `what`: the request, for the audit log if access is refused.
    pub(crate) async fn refuse(self, problem: &UserError, what: AuditSubject) -> Result<(), Error> {
        log(problem);
        let message = reply::problem_with(self.language, problem, &self.reference, self.draft.as_deref());
        let Self { bot_state, request, arrived, .. } = self;
        bot_state.metrics.answered(&what.operation, problem.outcome());
        unless_taken(arrived.reply(&message).await)?;
        note_refusal(&bot_state, request.as_ref(), problem, what).await;
        Ok(())
    }

    /// Replaces the message whose button was pressed with an error.
    pub(crate) async fn refuse_in_place(self, problem: &UserError, what: AuditSubject) -> Result<(), Error> {
        log(problem);
        if self.in_public {
            return self.refuse(problem, what).await;
        }
        let message = reply::problem(self.language, problem, &self.reference);
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
        let message = reply::problem(self.language, problem, &self.reference);
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
        let request = request.ok_or(UserError::NotInAServer)?;
        // Discord delivered it twice.
        let running = bot_state.services.work_on(request.interaction).ok_or(NotMine)?;
        let acknowledged = ownership::take(&bot_state, &request, &reference, arrived, acknowledge).await?;
        Ok(DeferredInteraction { bot_state, request, draft, reference, acknowledged, _running: running })
    }
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

    /// Runs the operation, shows its result, and announces a change in the channel.
    pub(crate) async fn run(self, cleared: AuthorizedOperation) -> Result<(), Error> {
        let operation = cleared.operation().clone();
        let (progress, step) = watch::channel(None);
        let run = self.bot_state.services.run(&self.request, cleared, progress, &self.bot_state.rest);
        let (result, ()) = tokio::join!(run, self.show_progress(&operation, step));
        match result {
            Ok(done) => {
                tracing::info!(operation = operation.name(), "operation carried out");
                self.bot_state.metrics.answered(operation.name(), "done");
                let done = Arc::new(done);
                let message = self.message_of(&done).await?;
                let answered = if done.outcome.is_unconfirmed() {
                    self.answer_for_now(&message).await
                } else {
                    self.answer(&message).await
                };
                // The change happened, so announce it even if the answer failed. If the answer may still succeed, the
                // recovery worker sends it later together with the announcement.
                let unsent = answered.as_ref().err().and_then(|error| error.downcast_ref::<RestError>());
                if unsent.is_none_or(RestError::is_final) {
                    let Actor { guild, user, .. } = self.request.actor;
                    tell_channel(&self.bot_state, &self.acknowledged, guild, user, &done).await?;
                }
                answered
            }
            Err(UserError::Elsewhere) => {
                tracing::info!("another instance runs the operation");
                Ok(())
            }
            Err(problem) => self.say_no(&problem, AuditSubject::from(&operation)).await,
        }
    }

    /// Shows the progress of a long operation until it ends. Waits for an edit that is under way then, so that the edit
    /// does not arrive after the answer.
    async fn show_progress(&self, operation: &Operation, mut step: watch::Receiver<Option<Step>>) {
        let (say, interaction) = (self.language(), self.request.interaction);
        let mut begun = None;
        while step.changed().await.is_ok() {
            let Some(now) = *step.borrow_and_update() else { continue };
            let taken =
                self.bot_state.clock.now().saturating_duration_since(*begun.get_or_insert(self.bot_state.clock.now()));
            if let Err(error) = self.acknowledged.edit(&reply::progress(say, operation, now, interaction, taken)).await
            {
                tracing::debug!(%error, "failed to show the progress of an operation");
            }
            let mut ahead = step.clone();
            let over = async { while ahead.changed().await.is_ok() {} };
            tokio::select! {
                () = self.bot_state.clock.sleep(PROGRESS_EVERY) => {}
                () = over => {}
            }
        }
    }

    /// Stores the operation and asks the actor to confirm it. `unsettled`: when the same change was requested (since
    /// 1970), if that change is not settled yet.
    pub(crate) async fn ask(self, operation: Operation, unsettled: Option<Duration>) -> Result<(), Error> {
        let id = match self.bot_state.services.keep(&self.request, operation.clone(), unsettled).await {
            Ok(id) => id,
            Err(problem) => return self.say_no(&problem, AuditSubject::from(&operation)).await,
        };
        self.bot_state.metrics.answered(operation.name(), "asked");
        if let Err(error) = self.answer(&reply::ask(self.language(), id, &operation, unsettled)).await {
            // No one can answer a question that no one sees.
            self.bot_state.services.withdraw(id).await?;
            return Err(error);
        }
        Ok(())
    }

    /// Returns the answer to an operation that was carried out. Tables, pictures and QR codes take milliseconds.
    async fn message_of(&self, done: &Arc<Done>) -> Result<reply::Message, Error> {
        let (say, done) = (self.language(), Arc::clone(done));
        if reply::takes_long(&done) {
            Ok(self.bot_state.compute.run(move || reply::done(say, &done)).await?)
        } else {
            Ok(reply::done(say, &done))
        }
    }

    /// Returns the answer that shows an error. The bad entries of a long list make a table.
    async fn message_of_problem(&self, problem: &UserError, written: Option<&str>) -> Result<reply::Message, Error> {
        let say = self.language();
        if !matches!(problem, UserError::BadMembers(bad) if bad.entries.len() > ENTRIES_AT_ONCE) {
            return Ok(reply::problem_with(say, problem, &self.reference, written));
        }
        let (problem, reference, written) = (problem.clone(), self.reference.clone(), written.map(str::to_owned));
        let make = move || reply::problem_with(say, &problem, &reference, written.as_deref());
        Ok(self.bot_state.compute.run(make).await?)
    }

    pub(crate) async fn say_no(&self, problem: &UserError, what: AuditSubject) -> Result<(), Error> {
        log(problem);
        self.bot_state.metrics.answered(&what.operation, problem.outcome());
        let written = what.data.as_ref().and_then(Operation::long_text).or(self.draft.as_deref());
        let message = self.message_of_problem(problem, written).await?;
        match problem {
            UserError::NotConfirmed(_) => self.answer_for_now(&message).await?,
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
        self.bot_state.services.answered(self.request.interaction).await;
        Ok(())
    }

    /// Answers like [`Self::answer`] about a change that is not confirmed. A later edit corrects the answer if the
    /// change takes effect after all.
    async fn answer_for_now(&self, message: &reply::Message) -> Result<(), Error> {
        self.show(&self.with_note(message).await).await?;
        self.bot_state.services.answered_for_now(self.request.interaction).await;
        Ok(())
    }

    /// Returns the message with a note about trouble with the log channel, for people who should know of it.
    async fn with_note(&self, message: &reply::Message) -> reply::Message {
        match self.bot_state.services.log_trouble(self.actor()).await {
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

async fn note_refusal(bot_state: &Data, request: Option<&Request>, problem: &UserError, what: AuditSubject) {
    if let (Some(request), UserError::Refused(refusal)) = (request, problem) {
        bot_state.services.note_refusal(request, what, refusal.needs).await;
    }
}

/// Logs an error. No other place does; the span names the interaction.
fn log(problem: &UserError) {
    match problem {
        UserError::Failed(failure) => tracing::warn!(error = %failure, carried = ?failure.carried, "operation failed"),
        UserError::NotConfirmed(unconfirmed) => {
            let failure = &unconfirmed.failure;
            tracing::warn!(case = unconfirmed.case.0, error = %failure, doubt = ?failure.doubt, "not confirmed");
        }
        UserError::Internal => tracing::error!("internal fault"),
        UserError::Refused(refusal) => tracing::info!(needs = %refusal.needs, "refused"),
        other => tracing::info!(problem = %other, "operation not carried out"),
    }
}

/// Returns the id and the text of each field of a submitted modal.
pub(crate) fn typed_in(interaction: &ModalInteraction) -> impl Iterator<Item = (&str, &str)> {
    let inputs = interaction.data.components.iter().flat_map(|row| &row.components);
    inputs.filter_map(|component| match component {
        ActionRowComponent::InputText(input) => Some((input.custom_id.as_str(), input.value.as_deref()?)),
        _ => None,
    })
}

/// Returns the actor, with the roles and permissions that the interaction carries. Returns `None` outside a server.
pub(crate) fn actor(guild: Option<serenity::all::GuildId>, member: Option<&Member>) -> Option<Actor> {
    let (guild, member) = (guild?, member?);
    Some(Actor {
        guild: GuildId(guild.get()),
        user: UserId(member.user.id.get()),
        roles: member.roles.iter().map(|role| RoleId(role.get())).collect(),
        administrator: member.permissions.is_some_and(|permissions| permissions.contains(Permissions::ADMINISTRATOR)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_short_and_tells_interactions_apart() {
        assert_eq!(reference(InteractionId(31)), "Z");
        assert_eq!(reference(InteractionId(32)), "10");
        assert!(reference(InteractionId(u64::MAX)).len() <= 13);
    }
}
