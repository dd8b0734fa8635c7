//! One interaction, from its arrival to its answer: who asks, and what may still be said to them.

use std::borrow::Borrow;
use std::sync::Arc;
use std::time::Duration;

use serenity::all::{
    ActionRowComponent, CommandInteraction, ComponentInteraction, CreateModal, Member, Message, MessageFlags,
    ModalInteraction, Permissions,
};
use tokio::sync::watch;

use super::claim::{self, NotMine};
use super::rest::{Acknowledged, Arrived, RestError};
use super::{Data, Error, reply};
use crate::access::{Asker, Capability, ChannelId, GuildId, InteractionId, Reach, RoleId, UserId};
use crate::desk::{Cleared, Current, Done, Request, Running};
use crate::error::Problem;
use crate::failpoint;
use crate::language::Language;
use crate::operations::{Operation, Step};
use crate::store::What;

/// Bad entries of which a table is made in less than a millisecond.
const ENTRIES_AT_ONCE: usize = 100;
/// How long the store is waited for before an interaction is acknowledged (Discord: within 3 s).
const READ_WITHIN: Duration = Duration::from_millis(1_500);
/// How often an answer is edited while it is worked on.
const PROGRESS_EVERY: Duration = Duration::from_secs(2);

/// An interaction that was not acknowledged yet.
pub(crate) struct Visit {
    front: Data,
    request: Option<Request>,
    /// The asker's.
    language: Language,
    /// A long text of theirs: it comes back to them if it cannot be saved.
    draft: Option<String>,
    reference: String,
    /// The interaction came of a message that others see too; it is never replaced by an error.
    in_public: bool,
    arrived: Arrived,
}

/// An interaction whose answer is to follow, and that this copy of the bot is to answer.
pub(crate) struct Waiting {
    front: Data,
    request: Request,
    draft: Option<String>,
    reference: String,
    acknowledged: Acknowledged,
    /// Until it is answered, nobody else takes it for abandoned.
    _running: Running,
}

/// Waits for the store before an interaction is acknowledged, so that there is time left for saying no.
pub(crate) async fn in_time<T>(read: impl Future<Output = Result<T, Problem>>) -> Result<T, Problem> {
    tokio::time::timeout(READ_WITHIN, read).await.unwrap_or(Err(Problem::NotWritten))
}

/// The log's and the person's name for an interaction: its id, in fewer characters.
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

/// serenity has a type for each kind of interaction, and all have the same about who asks.
macro_rules! of_interaction {
    ($name:ident: $Interaction:ty, $message:expr) => {
        pub(crate) fn $name(front: &Data, interaction: &$Interaction) -> Self {
            let (id, application) = (InteractionId(interaction.id.get()), interaction.application_id.get());
            let language = Language::of_locale(&interaction.locale);
            if let (Some(guild), Some(locale)) = (interaction.guild_id, &interaction.guild_locale) {
                front.languages.note(GuildId(guild.get()), Language::of_locale(locale));
            }
            let request = asker(interaction.guild_id, interaction.member.as_ref().map(Borrow::borrow)).map(|asker| {
                let (channel, token) = (ChannelId(interaction.channel_id.get()), interaction.token.as_str().into());
                Request { asker, channel, interaction: id, application, token, language }
            });
            let arrived = front.rest.arrived(id, application, &interaction.token);
            let message: fn(&$Interaction) -> Option<&Message> = $message;
            let in_public = message(interaction).is_some_and(is_public);
            Self { front: front.clone(), request, language, draft: None, reference: reference(id), in_public, arrived }
        }
    };
}

impl Visit {
    of_interaction!(of_command: CommandInteraction, |_| None);
    of_interaction!(of_component: ComponentInteraction, |pressed| Some(&pressed.message));
    of_interaction!(of_modal: ModalInteraction, |sent| sent.message.as_deref());

    pub(crate) fn front(&self) -> &Data {
        &self.front
    }

    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// With a long text that comes back to its writer if it cannot be saved.
    pub(crate) fn with_draft(self, text: &str) -> Self {
        Self { draft: Some(text.to_owned()), ..self }
    }

    pub(crate) fn asker(&self) -> Result<&Asker, Problem> {
        self.request.as_ref().map(|request| &request.asker).ok_or(Problem::NotInAServer)
    }

    /// The rules of the asker's server.
    pub(crate) async fn server(&self) -> Result<Current, Problem> {
        self.front.desk.server(self.asker()?).await
    }

    /// Whether the asker has the capability.
    pub(crate) async fn permit(&self, needs: Capability, reach: Reach<'_>) -> Result<(), Problem> {
        self.server().await?.permit(self.asker()?, needs, reach)
    }

    /// Says no, privately and at once. `what`: what was asked for, to be written down if it is refused.
    pub(crate) async fn refuse(self, problem: &Problem, what: What) -> Result<(), Error> {
        log(problem);
        let message = reply::problem_with(self.language, problem, &self.reference, self.draft.as_deref());
        let Self { front, request, arrived, .. } = self;
        front.metrics.answered(&what.operation, problem.outcome());
        unless_taken(arrived.reply(&message).await)?;
        note_refusal(&front, request.as_ref(), problem, what).await;
        Ok(())
    }

    /// Says what is wrong in the place of the message whose button was pressed.
    pub(crate) async fn refuse_in_place(self, problem: &Problem, what: What) -> Result<(), Error> {
        log(problem);
        if self.in_public {
            return self.refuse(problem, what).await;
        }
        let message = reply::problem(self.language, problem, &self.reference);
        let Self { front, request, arrived, .. } = self;
        front.metrics.answered(&what.operation, problem.outcome());
        arrived.update(&message).await?;
        note_refusal(&front, request.as_ref(), problem, what).await;
        Ok(())
    }

    /// Answers at once, privately.
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

    /// Says whatever can still be said, when it is not known what was said before.
    pub(crate) async fn report(self, problem: &Problem) -> Result<(), RestError> {
        let message = reply::problem(self.language, problem, &self.reference);
        self.arrived.report(&message, self.in_public).await
    }

    /// Shows that the answer is being worked on. Where this fails, nothing may be done: the person sees a failure, and
    /// will try again.
    pub(crate) async fn defer(self) -> Result<Waiting, Error> {
        self.claim(async |arrived| arrived.defer().await).await
    }

    /// As [`Self::defer`], in the place of the message whose button was pressed.
    pub(crate) async fn work_on(self, operation: &Operation) -> Result<Waiting, Error> {
        let message = reply::working(self.language, operation);
        self.claim(async |arrived| arrived.update(&message).await).await
    }

    /// As [`Self::defer`], where the message whose button was pressed stays as it is until then.
    pub(crate) async fn defer_update(self) -> Result<Waiting, Error> {
        self.claim(async |arrived| arrived.defer_update().await).await
    }

    /// Acknowledges a press whose message stays as it is until it is edited. It is not written down: until something has
    /// begun nobody waits, and the button can be pressed again.
    pub(crate) async fn press(self) -> Result<Acknowledged, Error> {
        unless_taken(self.arrived.defer_update().await)
    }

    async fn claim(
        self,
        acknowledge: impl AsyncFnOnce(Arrived) -> Result<Acknowledged, RestError>,
    ) -> Result<Waiting, Error> {
        let Self { front, request, draft, reference, arrived, .. } = self;
        let request = request.ok_or(Problem::NotInAServer)?;
        // Discord has delivered it twice.
        let running = front.desk.work_on(request.interaction).ok_or(NotMine)?;
        let acknowledged = claim::claim(&front, &request, &reference, arrived, acknowledge).await?;
        Ok(Waiting { front, request, draft, reference, acknowledged, _running: running })
    }
}

impl Waiting {
    pub(crate) fn front(&self) -> &Data {
        &self.front
    }

    pub(crate) fn asker(&self) -> &Asker {
        &self.request.asker
    }

    pub(crate) fn language(&self) -> Language {
        self.request.language
    }

    pub(crate) fn request(&self) -> &Request {
        &self.request
    }

    /// Carries the operation out, shows what came of it, and tells the channel of a change.
    pub(crate) async fn run(self, cleared: Cleared) -> Result<(), Error> {
        let operation = cleared.operation().clone();
        let (progress, step) = watch::channel(None);
        let run = self.front.desk.run(&self.request, cleared, progress, &self.front.rest);
        let (result, ()) = tokio::join!(run, self.show_progress(&operation, step));
        match result {
            Ok(done) => {
                tracing::info!(operation = operation.name(), "carried out");
                self.front.metrics.answered(operation.name(), "done");
                let done = Arc::new(done);
                let message = self.message_of(&done).await?;
                let answered = if done.outcome.is_unconfirmed() {
                    self.answer_for_now(&message).await
                } else {
                    self.answer(&message).await
                };
                // It was done, and so the channel hears of it even if the asker does not. An answer that may still get
                // through is the caretaker's, and the channel hears of it then.
                let unsent = answered.as_ref().err().and_then(|error| error.downcast_ref::<RestError>());
                if unsent.is_none_or(RestError::is_final) {
                    let Asker { guild, user, .. } = self.request.asker;
                    tell_channel(&self.front, &self.acknowledged, guild, user, &done).await?;
                }
                answered
            }
            Err(Problem::Elsewhere) => {
                tracing::info!("somebody else has it");
                Ok(())
            }
            Err(problem) => self.say_no(&problem, What::from(&operation)).await,
        }
    }

    /// Shows how far a longer work is, until it is over: an edit that is under way then is waited for, so that it does
    /// not come after the answer.
    async fn show_progress(&self, operation: &Operation, mut step: watch::Receiver<Option<Step>>) {
        let (say, interaction) = (self.language(), self.request.interaction);
        let mut begun = None;
        while step.changed().await.is_ok() {
            let Some(now) = *step.borrow_and_update() else { continue };
            let taken = self.front.clock.now().saturating_duration_since(*begun.get_or_insert(self.front.clock.now()));
            if let Err(error) = self.acknowledged.edit(&reply::progress(say, operation, now, interaction, taken)).await
            {
                tracing::debug!(%error, "how far it is could not be shown");
            }
            let mut ahead = step.clone();
            let over = async { while ahead.changed().await.is_ok() {} };
            tokio::select! {
                () = self.front.clock.sleep(PROGRESS_EVERY) => {}
                () = over => {}
            }
        }
    }

    /// Keeps the operation, and asks its asker whether they mean it. `unsettled`: when the same was asked for (since
    /// 1970), where that is not settled yet.
    pub(crate) async fn ask(self, operation: Operation, unsettled: Option<Duration>) -> Result<(), Error> {
        let id = match self.front.desk.keep(&self.request, operation.clone(), unsettled).await {
            Ok(id) => id,
            Err(problem) => return self.say_no(&problem, What::from(&operation)).await,
        };
        self.front.metrics.answered(operation.name(), "asked");
        if let Err(error) = self.answer(&reply::ask(self.language(), id, &operation, unsettled)).await {
            // Nobody can answer a question that nobody sees.
            self.front.desk.withdraw(id).await?;
            return Err(error);
        }
        Ok(())
    }

    /// The answer to an operation that was carried out. Tables, pictures and QR codes take milliseconds.
    async fn message_of(&self, done: &Arc<Done>) -> Result<reply::Message, Error> {
        let (say, done) = (self.language(), Arc::clone(done));
        if reply::takes_long(&done) {
            Ok(self.front.compute.run(move || reply::done(say, &done)).await?)
        } else {
            Ok(reply::done(say, &done))
        }
    }

    /// The answer that says what is wrong. The bad entries of a long list make a table.
    async fn message_of_problem(&self, problem: &Problem, written: Option<&str>) -> Result<reply::Message, Error> {
        let say = self.language();
        if !matches!(problem, Problem::BadMembers(bad) if bad.entries.len() > ENTRIES_AT_ONCE) {
            return Ok(reply::problem_with(say, problem, &self.reference, written));
        }
        let (problem, reference, written) = (problem.clone(), self.reference.clone(), written.map(str::to_owned));
        let make = move || reply::problem_with(say, &problem, &reference, written.as_deref());
        Ok(self.front.compute.run(make).await?)
    }

    pub(crate) async fn say_no(&self, problem: &Problem, what: What) -> Result<(), Error> {
        log(problem);
        self.front.metrics.answered(&what.operation, problem.outcome());
        let written = what.data.as_ref().and_then(Operation::long_text).or(self.draft.as_deref());
        let message = self.message_of_problem(problem, written).await?;
        match problem {
            Problem::NotConfirmed(_) => self.answer_for_now(&message).await?,
            _ => self.answer(&message).await?,
        }
        note_refusal(&self.front, Some(&self.request), problem, what).await;
        Ok(())
    }

    /// Answers, with a note on the log channel for people who are to know of it.
    pub(crate) async fn answer(&self, message: &reply::Message) -> Result<(), Error> {
        self.answer_without_note(&self.with_note(message).await).await
    }

    pub(crate) async fn answer_without_note(&self, message: &reply::Message) -> Result<(), Error> {
        self.show(message).await?;
        self.front.desk.answered(self.request.interaction).await;
        Ok(())
    }

    /// As [`Self::answer`], of a change that is not confirmed: the answer is corrected if it takes effect after all.
    async fn answer_for_now(&self, message: &reply::Message) -> Result<(), Error> {
        self.show(&self.with_note(message).await).await?;
        self.front.desk.answered_for_now(self.request.interaction).await;
        Ok(())
    }

    /// The message with a note on the log channel, for people who are to know of it.
    async fn with_note(&self, message: &reply::Message) -> reply::Message {
        match self.front.desk.log_trouble(self.asker()).await {
            Some(trouble) => message.clone().with_note(reply::log_trouble(self.language(), &trouble)),
            None => message.clone(),
        }
    }

    async fn show(&self, message: &reply::Message) -> Result<(), Error> {
        failpoint::reached("before answer").await;
        self.acknowledged.edit(message).await?;
        self.front.metrics.took(self.front.rest.age(self.request.interaction));
        Ok(())
    }
}

/// Tells the channel, below `answer`, of a change that `requester` made. Nothing is told of what concerns nobody else.
pub(crate) async fn tell_channel(
    front: &Data,
    answer: &Acknowledged,
    guild: GuildId,
    requester: UserId,
    done: &Done,
) -> Result<(), RestError> {
    match reply::notice(front.language_of(guild).await, done, requester) {
        Some(notice) => answer.tell_channel(&notice).await,
        None => Ok(()),
    }
}

fn is_public(message: &Message) -> bool {
    !message.flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL))
}

/// Another copy of the bot has answered first, or Discord has delivered it twice.
fn unless_taken(acknowledged: Result<Acknowledged, RestError>) -> Result<Acknowledged, Error> {
    match acknowledged {
        Err(error) if error.is_already_acknowledged() => Err(NotMine.into()),
        other => Ok(other?),
    }
}

async fn note_refusal(front: &Data, request: Option<&Request>, problem: &Problem, what: What) {
    if let (Some(request), Problem::Refused(refusal)) = (request, problem) {
        front.desk.note_refusal(request, what, refusal.needs).await;
    }
}

/// A failure is logged here, and here alone; the span says of which interaction.
fn log(problem: &Problem) {
    match problem {
        Problem::Failed(failure) => tracing::warn!(error = %failure, carried = ?failure.carried, "failed"),
        Problem::NotConfirmed(unconfirmed) => {
            let failure = &unconfirmed.failure;
            tracing::warn!(case = unconfirmed.case.0, error = %failure, doubt = ?failure.doubt, "not confirmed");
        }
        Problem::Internal => tracing::error!("internal fault"),
        Problem::Refused(refusal) => tracing::info!(needs = %refusal.needs, "refused"),
        other => tracing::info!(problem = %other, "not carried out"),
    }
}

/// What was typed into a modal: each field's id, and its text.
pub(crate) fn typed_in(interaction: &ModalInteraction) -> impl Iterator<Item = (&str, &str)> {
    let inputs = interaction.data.components.iter().flat_map(|row| &row.components);
    inputs.filter_map(|component| match component {
        ActionRowComponent::InputText(input) => Some((input.custom_id.as_str(), input.value.as_deref()?)),
        _ => None,
    })
}

/// Who asks: roles and permissions come with the interaction. Nobody, outside a server.
pub(crate) fn asker(guild: Option<serenity::all::GuildId>, member: Option<&Member>) -> Option<Asker> {
    let (guild, member) = (guild?, member?);
    Some(Asker {
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
