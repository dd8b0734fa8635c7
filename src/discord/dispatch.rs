//! From an interaction to what it is for. poise finds the command; its own dispatch is not used, since each command that
//! waits would hold the whole event, and the state of every check that is long over: 60 KB instead of a few.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use futures::FutureExt;
use poise::{CommandInteractionType, ContextMenuCommandAction, FrameworkContext, FrameworkError};
use serde_json::Value;
use serenity::all::{
    CommandInteraction, Context, CreateAutocompleteResponse, Interaction, ResolvedTarget, ResolvedValue, ShardManager,
    UserId,
};
use tokio::sync::Mutex;

use super::claim::NotMine;
use super::incoming::{Head, Incoming, Unreadable};
use super::on_error::{on_error, tell_unknown};
use super::rest::RestError;
use super::visit::{Visit, reference};
use super::{Data, Error, GatewayState, commands, presses, reply};
use crate::access::InteractionId;
use crate::error::Problem;

/// What arrives later than this is a replay after a reconnect: its person has seen it fail (Discord: 3 s).
const STALE_AFTER: Duration = Duration::from_millis(2_500);
/// After this long nothing is offered, since an offer that comes after 3 s is shown as a failure.
const OFFER_WITHIN: Duration = Duration::from_secs(2);

pub(super) struct Dispatch {
    front: Data,
    state: Arc<GatewayState>,
    options: poise::FrameworkOptions<Data, Error>,
    shards: OnceLock<Arc<ShardManager>>,
}

impl Dispatch {
    pub(super) fn new(front: Data, state: Arc<GatewayState>) -> Self {
        let mut commands = commands::all();
        poise::set_qualified_names(&mut commands);
        let options = poise::FrameworkOptions { commands, ..Default::default() };
        Self { front, state, options, shards: OnceLock::new() }
    }

    /// poise wants to know the shards, and they are there only when the client is.
    pub(super) fn connect_to(&self, shards: Arc<ShardManager>) {
        self.shards.get_or_init(|| shards);
    }

    /// Sees an interaction through.
    pub(super) async fn handle(&self, ctx: &Context, incoming: Incoming) {
        let Incoming { interaction, target } = incoming;
        let interaction = &interaction;
        let id = InteractionId(interaction.id().get());
        if self.is_stale(id).await {
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
        let handled = AssertUnwindSafe(self.dispatch(ctx, interaction, target)).catch_unwind().await;
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

    /// Whether Discord has given the interaction up. That is said only once Discord was asked for the time.
    async fn is_stale(&self, id: InteractionId) -> bool {
        if self.front.rest.age(id) > STALE_AFTER {
            self.front.rest.make_sure_of_the_time().await;
        }
        let age = self.front.rest.age(id);
        let is_stale = age > STALE_AFTER;
        self.state.note_age(is_stale);
        if is_stale {
            self.front.metrics.stale();
            tracing::warn!(age_ms = age.as_millis(), "an interaction came too late and was not acted on");
        }
        is_stale
    }

    /// What is large is boxed, so that an interaction that waits holds no more than what it is at.
    async fn dispatch(&self, ctx: &Context, interaction: &Interaction, target: Option<Value>) -> Result<(), Error> {
        match interaction {
            Interaction::Component(component) => Box::pin(presses::pressed(&self.front, component)).await?,
            Interaction::Modal(modal) => Box::pin(presses::sent_off(&self.front, modal)).await?,
            Interaction::Command(command) => {
                if let Some(framework) = self.framework(ctx) {
                    run(framework, command, target).await;
                }
            }
            Interaction::Autocomplete(command) => {
                let offered = match self.framework(ctx) {
                    Some(framework) => tokio::select! {
                        offered = Box::pin(offer(framework, command)) => offered,
                        () = self.front.clock.sleep(OFFER_WITHIN) => None,
                    },
                    None => None,
                };
                self.choices(command, &offered.unwrap_or_default()).await?;
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

    /// Answers an interaction of which no more was read than its id and its token.
    pub(super) async fn answer_unreadable(&self, unreadable: Unreadable) {
        self.front.metrics.unreadable();
        tracing::warn!(path = unreadable.path, "failed to parse an interaction");
        let Some(Head { id, application, token, language, is_autocomplete }) = unreadable.head else { return };
        let arrived = self.front.rest.arrived(id, application, &token);
        let answered = if is_autocomplete {
            arrived.offer(&CreateAutocompleteResponse::new()).await
        } else {
            let message = reply::problem(language, &Problem::Unreadable, &reference(id));
            arrived.reply(&message).await.map(drop)
        };
        match answered {
            // Another copy of the bot was first.
            Err(error) if error.is_already_acknowledged() => {}
            Err(error) => tracing::warn!(%error, "failed to answer an interaction that could not be parsed"),
            Ok(()) => {}
        }
    }

    async fn choices(
        &self,
        command: &CommandInteraction,
        offered: &CreateAutocompleteResponse,
    ) -> Result<(), RestError> {
        let (id, application) = (InteractionId(command.id.get()), command.application_id.get());
        match self.front.rest.arrived(id, application, &command.token).offer(offered).await {
            // Another copy of the bot was first.
            Err(error) if error.is_already_acknowledged() => Ok(()),
            other => other,
        }
    }

    async fn say(&self, interaction: &Interaction, problem: &Problem) {
        let visit = match interaction {
            Interaction::Autocomplete(command) => {
                // An offer has no words.
                if let Err(error) = self.choices(command, &CreateAutocompleteResponse::new()).await {
                    tracing::warn!(%error, "failed to answer an autocomplete");
                }
                return;
            }
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

/// The message that a message command was used on, as Discord sent it. It is taken: `None` the second time.
pub(crate) async fn take_target(ctx: super::Context<'_>) -> Option<Value> {
    ctx.invocation_data.lock().await.downcast_mut::<Option<Value>>().and_then(Option::take)
}

/// What poise keeps for a command while it runs: whether it was answered, which is not used here, and the data that
/// [`take_target`] reads.
fn aside(target: Option<Value>) -> (AtomicBool, Mutex<Box<dyn Any + Send + Sync>>) {
    (AtomicBool::new(false), Mutex::new(Box::new(target)))
}

/// Runs the command that was asked for.
async fn run(framework: FrameworkContext<'_, Data, Error>, interaction: &CommandInteraction, target: Option<Value>) {
    let ((answered, data), options, mut above) = (aside(target), interaction.data.options(), Vec::new());
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

/// What is offered for the option that is being typed; `None` where nothing can be. poise's own dispatch leaves what it
/// cannot offer unanswered.
async fn offer(
    framework: FrameworkContext<'_, Data, Error>,
    interaction: &CommandInteraction,
) -> Option<CreateAutocompleteResponse> {
    let ((answered, data), options, mut above) = (aside(None), interaction.data.options(), Vec::new());
    let kind = CommandInteractionType::Autocomplete;
    let found =
        poise::extract_command_and_run_checks(framework, interaction, kind, &answered, &data, &options, &mut above);
    let ctx = Box::pin(found).await.inspect_err(|_| tracing::info!("an autocomplete of an unknown command")).ok()?;
    let (name, typed) = ctx.args.iter().find_map(|option| match option.value {
        ResolvedValue::Autocomplete { value, .. } => Some((option.name, value)),
        _ => None,
    })?;
    let parameter = ctx.command().parameters.iter().find(|parameter| parameter.name == name)?;
    let callback = parameter.autocomplete_callback?;
    Some(callback(ctx, typed).await)
}
