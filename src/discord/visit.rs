//! One interaction, from its arrival to its answer: who asks, and what may still be said to them.

use serenity::all::{CommandInteraction, ComponentInteraction, CreateModal, Member, ModalInteraction, Permissions};

use super::rest::{Acknowledged, Arrived, RestError};
use super::{Data, Error, reply};
use crate::access::{Asker, ChannelId, GuildId, InteractionId, RoleId, UserId};
use crate::desk::{Clearance, Cleared, Request};
use crate::error::Problem;
use crate::operations::Operation;
use crate::store::PendingId;

/// An interaction that was not acknowledged yet.
pub(crate) struct Visit {
    front: Data,
    request: Option<Request>,
    reference: String,
    arrived: Arrived,
}

/// An interaction whose answer is to follow.
pub(crate) struct Waiting {
    front: Data,
    request: Request,
    reference: String,
    acknowledged: Acknowledged,
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
            request: asker.map(|asker| Request { asker, channel, interaction: id }),
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

    /// Says no, privately and at once.
    pub(crate) async fn refuse(self, problem: &Problem) -> Result<(), Error> {
        log(problem);
        let message = reply::problem(problem, &self.reference);
        self.arrived.reply(&message).await?;
        Ok(())
    }

    /// Says what is wrong in the place of the message whose button was pressed.
    pub(crate) async fn refuse_in_place(self, problem: &Problem) -> Result<(), Error> {
        log(problem);
        let message = reply::problem(problem, &self.reference);
        self.update(&message).await
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
        let request = self.request.ok_or(Problem::NotInAServer)?;
        let acknowledged = self.arrived.defer().await?;
        Ok(Waiting { front: self.front, request, reference: self.reference, acknowledged })
    }

    /// As [`Self::defer`], in the place of the message whose button was pressed.
    pub(crate) async fn work_on(self, operation: &Operation) -> Result<Waiting, Error> {
        let request = self.request.ok_or(Problem::NotInAServer)?;
        let acknowledged = self.arrived.update(&reply::working(operation)).await?;
        Ok(Waiting { front: self.front, request, reference: self.reference, acknowledged })
    }
}

impl Waiting {
    pub(crate) fn asker(&self) -> &Asker {
        &self.request.asker
    }

    /// Goes on as the desk says: carries out, asks for confirmation, or says no.
    pub(crate) async fn go_on(self, clearance: Result<Clearance, Problem>) -> Result<(), Error> {
        match clearance {
            Ok(Clearance::Go(cleared)) => self.run(cleared).await,
            Ok(Clearance::Confirm(id, operation)) => self.ask(id, &operation).await,
            Err(problem) => self.say_no(&problem).await,
        }
    }

    /// Carries the operation out, shows what came of it, and tells the channel of a change.
    pub(crate) async fn run(self, cleared: Cleared) -> Result<(), Error> {
        let operation = cleared.operation().name();
        match self.front.desk.run(&self.request, cleared).await {
            Ok(done) => {
                tracing::info!(operation, "carried out");
                let answered = self.acknowledged.edit(&reply::done(&done)).await;
                // It was done, and so the channel hears of it even if the asker does not.
                if let Some(notice) = reply::notice(&done, self.request.asker.user) {
                    self.acknowledged.tell_channel(&notice).await?;
                }
                Ok(answered?)
            }
            Err(problem) => self.say_no(&problem).await,
        }
    }

    async fn ask(self, id: PendingId, operation: &Operation) -> Result<(), Error> {
        if let Err(error) = self.acknowledged.edit(&reply::ask(id, operation)).await {
            // Nobody can answer a question that nobody sees.
            self.front.desk.withdraw(id);
            return Err(error.into());
        }
        let timers = self.front.timers.clone();
        timers.spawn(self.expire(id));
        Ok(())
    }

    /// Takes the buttons away when the question has run out, or the bot stops.
    async fn expire(self, id: PendingId) {
        tokio::select! {
            () = self.front.clock.sleep(crate::desk::CONFIRM_WITHIN) => {}
            () = self.front.stopping.cancelled() => {}
        }
        if self.front.desk.withdraw(id)
            && let Err(error) = self.acknowledged.edit(&reply::expired()).await
        {
            tracing::warn!(reference = self.reference, %error, "the buttons of a question could not be taken away");
        }
    }

    async fn say_no(self, problem: &Problem) -> Result<(), Error> {
        log(problem);
        self.acknowledged.edit(&reply::problem(problem, &self.reference)).await?;
        Ok(())
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
