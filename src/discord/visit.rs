//! One interaction, from its arrival to its answer: who asks, and what may still be said to them.

use std::time::Duration;

use secrecy::SecretString;
use serenity::all::{
    ActionRowComponent, CommandInteraction, ComponentInteraction, CreateModal, Member, ModalInteraction, Permissions,
};
use tokio::sync::watch;

use super::claim::{self, NotMine};
use super::rest::{Acknowledged, Arrived, RestError, Upload};
use super::{Data, Error, reply};
use crate::access::{Asker, Capability, ChannelId, GuildId, InteractionId, Reach, RoleId, UserId};
use crate::desk::{Cleared, Current, Request, Running};
use crate::error::Problem;
use crate::failpoint;
use crate::operations::{Operation, Step};
use crate::store::What;

/// How often an answer is edited while it is worked on.
const PROGRESS_EVERY: Duration = Duration::from_secs(2);

/// An interaction that was not acknowledged yet.
pub(crate) struct Visit {
    front: Data,
    request: Option<Request>,
    reference: String,
    arrived: Arrived,
}

/// An interaction whose answer is to follow, and that this copy of the bot is to answer.
pub(crate) struct Waiting {
    front: Data,
    request: Request,
    reference: String,
    acknowledged: Acknowledged,
    /// Until it is answered, nobody else takes it for abandoned.
    _running: Running,
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

impl Visit {
    pub(crate) fn of_command(front: &Data, interaction: &CommandInteraction) -> Self {
        let from = asker(interaction.guild_id, interaction.member.as_deref());
        Self::new(
            front,
            interaction.id,
            interaction.application_id.get(),
            &interaction.token,
            interaction.channel_id,
            from,
        )
    }

    pub(crate) fn of_component(front: &Data, interaction: &ComponentInteraction) -> Self {
        let from = asker(interaction.guild_id, interaction.member.as_ref());
        Self::new(
            front,
            interaction.id,
            interaction.application_id.get(),
            &interaction.token,
            interaction.channel_id,
            from,
        )
    }

    pub(crate) fn of_modal(front: &Data, interaction: &ModalInteraction) -> Self {
        let from = asker(interaction.guild_id, interaction.member.as_ref());
        Self::new(
            front,
            interaction.id,
            interaction.application_id.get(),
            &interaction.token,
            interaction.channel_id,
            from,
        )
    }

    fn new(
        front: &Data,
        id: serenity::all::InteractionId,
        application: u64,
        token: &str,
        channel: serenity::all::ChannelId,
        asker: Option<Asker>,
    ) -> Self {
        let id = InteractionId(id.get());
        let channel = ChannelId(channel.get());
        Self {
            front: front.clone(),
            request: asker.map(|asker| Request {
                asker,
                channel,
                interaction: id,
                application,
                token: SecretString::from(token),
            }),
            reference: reference(id),
            arrived: front.rest.arrived(id, application, token),
        }
    }

    pub(crate) fn front(&self) -> &Data {
        &self.front
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
        let message = reply::problem(problem, &self.reference);
        let Self { front, request, arrived, .. } = self;
        front.metrics.answered(&what.operation, problem.outcome());
        unless_taken(arrived.reply(&message).await)?;
        note_refusal(&front, request.as_ref(), problem, what).await;
        Ok(())
    }

    /// Says what is wrong in the place of the message whose button was pressed.
    pub(crate) async fn refuse_in_place(self, problem: &Problem, what: What) -> Result<(), Error> {
        log(problem);
        let message = reply::problem(problem, &self.reference);
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
        let message = reply::problem(problem, &self.reference);
        self.arrived.report(&message).await
    }

    /// Shows that the answer is being worked on. Where this fails, nothing may be done: the person sees a failure, and
    /// will try again.
    pub(crate) async fn defer(self) -> Result<Waiting, Error> {
        self.claim(async |arrived| arrived.defer().await).await
    }

    /// As [`Self::defer`], in the place of the message whose button was pressed.
    pub(crate) async fn work_on(self, operation: &Operation) -> Result<Waiting, Error> {
        let message = reply::working(operation);
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
        let Self { front, request, reference, arrived } = self;
        let request = request.ok_or(Problem::NotInAServer)?;
        // Discord has delivered it twice.
        let running = front.desk.work_on(request.interaction).ok_or(NotMine)?;
        let acknowledged = claim::claim(&front, &request, &reference, arrived, acknowledge).await?;
        Ok(Waiting { front, request, reference, acknowledged, _running: running })
    }
}

impl Waiting {
    pub(crate) fn front(&self) -> &Data {
        &self.front
    }

    pub(crate) fn asker(&self) -> &Asker {
        &self.request.asker
    }

    pub(crate) fn request(&self) -> &Request {
        &self.request
    }

    /// Carries the operation out, shows what came of it, and tells the channel of a change.
    pub(crate) async fn run(self, cleared: Cleared) -> Result<(), Error> {
        let operation = cleared.operation().clone();
        let (progress, step) = watch::channel(None);
        let run = self.front.desk.run(&self.request, cleared, progress);
        let (result, ()) = tokio::join!(run, self.show_progress(&operation, step));
        match result {
            Ok(done) => {
                tracing::info!(operation = operation.name(), "carried out");
                self.front.metrics.answered(operation.name(), "done");
                let answered = self.answer(&reply::done(&done)).await;
                // It was done, and so the channel hears of it even if the asker does not.
                if let Some(notice) = reply::notice(&done, self.request.asker.user) {
                    self.acknowledged.tell_channel(&notice).await?;
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
        while step.changed().await.is_ok() {
            let Some(now) = *step.borrow_and_update() else { continue };
            if let Err(error) = self.acknowledged.edit(&reply::progress(operation, now)).await {
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

    /// Keeps the operation, and asks its asker whether they mean it.
    pub(crate) async fn ask(self, operation: Operation) -> Result<(), Error> {
        let id = match self.front.desk.keep(&self.request, operation.clone()).await {
            Ok(id) => id,
            Err(problem) => return self.say_no(&problem, What::from(&operation)).await,
        };
        self.front.metrics.answered(operation.name(), "asked");
        if let Err(error) = self.answer(&reply::ask(id, &operation)).await {
            // Nobody can answer a question that nobody sees.
            self.front.desk.withdraw(id).await?;
            return Err(error);
        }
        Ok(())
    }

    pub(crate) async fn say_no(&self, problem: &Problem, what: What) -> Result<(), Error> {
        log(problem);
        self.front.metrics.answered(&what.operation, problem.outcome());
        self.answer(&reply::problem(problem, &self.reference)).await?;
        note_refusal(&self.front, Some(&self.request), problem, what).await;
        Ok(())
    }

    pub(crate) async fn answer(&self, message: &reply::Message) -> Result<(), Error> {
        failpoint::reached("before answer").await;
        self.acknowledged.edit(message).await?;
        self.answered().await;
        Ok(())
    }

    pub(crate) async fn answer_with(&self, message: &reply::Message, file: &Upload) -> Result<(), Error> {
        self.acknowledged.edit_with(message, file).await?;
        self.answered().await;
        Ok(())
    }

    async fn answered(&self) {
        self.front.metrics.took(self.front.rest.age(self.request.interaction));
        self.front.desk.answered(self.request.interaction).await;
    }
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
