//! From an interaction to what it is for. poise finds the command; its own dispatch is not used, since each command that
//! waits would hold the whole event, and the state of every check that is long over: 60 KB instead of a few.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use futures::FutureExt;
use poise::{CommandInteractionType, ContextMenuCommandAction, FrameworkContext, FrameworkError};
use serenity::all::{CommandInteraction, Context, Interaction, ResolvedTarget, ShardManager, UserId};
use tokio::sync::Mutex;

use super::claim::NotMine;
use super::on_error::{on_error, tell_unknown};
use super::rest::RestError;
use super::visit::Visit;
use super::{Data, Error, commands, presses};
use crate::access::InteractionId;
use crate::error::Problem;

/// What arrives later than this is a replay after a reconnect: its person has seen it fail (Discord: 3 s).
const STALE_AFTER: Duration = Duration::from_millis(2_500);

pub(super) struct Dispatch {
    front: Data,
    options: poise::FrameworkOptions<Data, Error>,
    shards: OnceLock<Arc<ShardManager>>,
}

impl Dispatch {
    pub(super) fn new(front: Data) -> Self {
        let mut commands = commands::all();
        poise::set_qualified_names(&mut commands);
        let options = poise::FrameworkOptions { commands, ..Default::default() };
        Self { front, options, shards: OnceLock::new() }
    }

    /// poise wants to know the shards, and they are there only when the client is.
    pub(super) fn connect_to(&self, shards: Arc<ShardManager>) {
        self.shards.get_or_init(|| shards);
    }

    /// Sees an interaction through.
    pub(super) async fn handle(&self, ctx: &Context, interaction: &Interaction) {
        let id = InteractionId(interaction.id().get());
        let age = self.front.rest.age(id);
        if age > STALE_AFTER {
            self.front.metrics.stale();
            tracing::warn!(age_ms = age.as_millis(), "an interaction came too late and was not acted on");
            return;
        }
        if self.front.stopping.is_cancelled() {
            // The others have received it too, and do what is asked for.
            if self.front.desk.team().has_others() {
                return;
            }
            self.say(interaction, &Problem::Stopping).await;
            return;
        }
        let handled = AssertUnwindSafe(self.dispatch(ctx, interaction)).catch_unwind().await;
        match handled {
            Ok(Ok(())) => {}
            Ok(Err(error)) if error.is::<NotMine>() => {}
            Ok(Err(error)) if error.is::<RestError>() => {
                tracing::warn!(%error, "an answer did not get through");
            }
            Ok(Err(error)) => {
                tracing::error!(error = format!("{error:#}"), "internal fault");
                self.say(interaction, &Problem::Internal).await;
            }
            Err(_panic) => {
                // The payload may hold anything; the panic hook has logged where it was.
                tracing::error!("internal fault: a panic");
                self.say(interaction, &Problem::Internal).await;
            }
        }
    }

    /// What is large is boxed, so that an interaction that waits holds no more than what it is at.
    async fn dispatch(&self, ctx: &Context, interaction: &Interaction) -> Result<(), Error> {
        match interaction {
            Interaction::Component(component) => Box::pin(presses::pressed(&self.front, component)).await?,
            Interaction::Modal(modal) => Box::pin(presses::sent_off(&self.front, modal)).await?,
            Interaction::Command(command) => {
                if let Some(framework) = self.framework(ctx) {
                    run(framework, command).await;
                }
            }
            Interaction::Autocomplete(command) => {
                if let Some(framework) = self.framework(ctx) {
                    Box::pin(offer(framework, command)).await;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn framework<'a>(&'a self, ctx: &'a Context) -> Option<FrameworkContext<'a, Data, Error>> {
        Some(FrameworkContext {
            serenity_context: ctx,
            // Looked at for messages alone, which this bot does not receive.
            bot_id: UserId::new(1),
            options: &self.options,
            user_data: &self.front,
            shard_manager: self.shards.get()?,
        })
    }

    async fn say(&self, interaction: &Interaction, problem: &Problem) {
        let visit = match interaction {
            Interaction::Command(command) => Visit::of_command(&self.front, command),
            Interaction::Component(component) => Visit::of_component(&self.front, component),
            Interaction::Modal(modal) => Visit::of_modal(&self.front, modal),
            _ => return,
        };
        if let Err(error) = Box::pin(visit.report(problem)).await {
            tracing::warn!(%error, "an answer did not get through");
        }
    }
}

/// What poise keeps for a command while it runs, none of which is used here.
fn aside() -> (AtomicBool, Mutex<Box<dyn Any + Send + Sync>>) {
    (AtomicBool::new(false), Mutex::new(Box::new(())))
}

/// Runs the command that was asked for.
async fn run(framework: FrameworkContext<'_, Data, Error>, interaction: &CommandInteraction) {
    let ((answered, data), options, mut above) = (aside(), interaction.data.options(), Vec::new());
    let kind = CommandInteractionType::Command;
    let found =
        poise::extract_command_and_run_checks(framework, interaction, kind, &answered, &data, &options, &mut above);
    let ended = match Box::pin(found).await {
        Ok(ctx) => act(ctx).await,
        Err(error) => Err(error),
    };
    if let Err(error) = ended {
        Box::pin(on_error(error)).await;
    }
}

async fn act(ctx: super::Context<'_>) -> Result<(), FrameworkError<'_, Data, Error>> {
    let command = ctx.command();
    let target = ctx.interaction.data.target();
    match (command.slash_action, command.context_menu_action, target) {
        (Some(action), _, None) => action(ctx).await,
        (_, Some(ContextMenuCommandAction::User(action)), Some(ResolvedTarget::User(user, _))) => {
            action(ctx, user.clone()).await
        }
        (_, Some(ContextMenuCommandAction::Message(action)), Some(ResolvedTarget::Message(message))) => {
            action(ctx, message.clone()).await
        }
        _ => {
            Box::pin(tell_unknown(ctx.data(), ctx.interaction)).await;
            Ok(())
        }
    }
}

/// Offers what may be meant by what somebody types.
async fn offer(framework: FrameworkContext<'_, Data, Error>, interaction: &CommandInteraction) {
    let ((answered, data), options, mut above) = (aside(), interaction.data.options(), Vec::new());
    let offered = poise::dispatch_autocomplete(framework, interaction, &answered, &data, &options, &mut above);
    if let Err(error) = offered.await {
        on_error(error).await;
    }
}
