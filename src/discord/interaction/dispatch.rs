//! Dispatches interactions to their handlers. poise finds the command. Its own dispatch is not used, since each waiting
//! command would keep the whole event and the state of all completed checks in memory: 60 KB instead of a few.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use futures::FutureExt;
use poise::{CommandInteractionType, ContextMenuCommandAction, FrameworkContext};
use serde_json::Value;
use serenity::all::{
    CommandInteraction, Context, CreateAutocompleteResponse, Interaction, ResolvedTarget, ResolvedValue, ShardManager,
    UserId,
};
use tokio::sync::Mutex;

use super::identity::reference;
use super::incoming::{Head, Incoming, Unreadable};
use super::on_error;
use super::responder::Responder;
use crate::access::InteractionId;
use crate::discord::components::ComponentEvent;
use crate::discord::reply::About;
use crate::discord::rest::RestError;
use crate::discord::{Data, Error, GatewayState, commands, components, reply};
use crate::error::{InteractionError, Unavailable, UserError};

/// Maximum age of an interaction. An older one is a replay after a reconnect, and its user saw it fail (Discord: 3 s).
const STALE_AFTER: Duration = Duration::from_millis(2_500);
/// Timeout of an autocomplete. Discord shows one that takes longer than 3 s as a failure.
const OFFER_WITHIN: Duration = Duration::from_secs(2);

pub(super) struct Dispatch {
    bot_state: Data,
    state: Arc<GatewayState>,
    options: poise::FrameworkOptions<Data, Error>,
    shards: OnceLock<Arc<ShardManager>>,
}

impl Dispatch {
    pub(super) fn new(bot_state: Data, state: Arc<GatewayState>) -> Self {
        let mut commands = commands::all();
        poise::set_qualified_names(&mut commands);
        let options = poise::FrameworkOptions { commands, ..Default::default() };
        Self { bot_state, state, options, shards: OnceLock::new() }
    }

    /// Sets the shard manager, which poise needs and which exists only after the client.
    pub(super) fn connect_to(&self, shards: Arc<ShardManager>) {
        self.shards.get_or_init(|| shards);
    }

    /// Handles an interaction.
    pub(super) async fn handle(&self, ctx: &Context, incoming: Incoming) {
        let Incoming { interaction, target } = incoming;
        let interaction = &interaction;
        let id = InteractionId(interaction.id().get());
        if self.is_stale(id).await {
            return;
        }
        if self.bot_state.stopping.is_cancelled() {
            // The other instances received it too, and handle it.
            if self.bot_state.services.cluster.has_others() {
                return;
            }
            self.say(interaction, &Unavailable::Stopping.into()).await;
            return;
        }
        let handled = AssertUnwindSafe(self.dispatch(ctx, interaction, target)).catch_unwind().await;
        let problem = handled.unwrap_or_else(|_panic| {
            // The payload may contain private data; the panic hook has logged the place.
            tracing::error!("internal fault: a panic");
            Some(Unavailable::Internal.into())
        });
        if let Some(problem) = problem {
            self.say(interaction, &problem).await;
        }
    }

    /// Returns whether Discord no longer accepts a response. Before it returns true, it requests the time from Discord.
    async fn is_stale(&self, id: InteractionId) -> bool {
        if self.bot_state.rest.age(id) > STALE_AFTER {
            self.bot_state.rest.make_sure_of_the_time().await;
        }
        let age = self.bot_state.rest.age(id);
        let is_stale = age > STALE_AFTER;
        self.state.note_age(is_stale);
        if is_stale {
            self.bot_state.metrics.stale();
            tracing::warn!(age_ms = age.as_millis(), "ignored an interaction that arrived too late");
        }
        is_stale
    }

    /// Dispatches an interaction by its kind. Returns the error to show, if there is one. Large futures are boxed, so
    /// that a waiting interaction holds only the one that it runs.
    async fn dispatch(&self, ctx: &Context, interaction: &Interaction, target: Option<Value>) -> Option<UserError> {
        let handled = match interaction {
            Interaction::Component(component) => {
                Box::pin(components::dispatch(&self.bot_state, ComponentEvent::Pressed(component))).await
            }
            Interaction::Modal(modal) => {
                Box::pin(components::dispatch(&self.bot_state, ComponentEvent::Submitted(modal))).await
            }
            Interaction::Command(command) => return run(self.framework(ctx)?, command, target).await,
            Interaction::Autocomplete(command) => {
                let offered = match self.framework(ctx) {
                    Some(framework) => tokio::select! {
                        offered = Box::pin(offer(framework, command)) => offered,
                        () = self.bot_state.clock.sleep(OFFER_WITHIN) => None,
                    },
                    None => None,
                };
                self.choices(command, &offered.unwrap_or_default()).await.map_err(Error::from)
            }
            _ => Ok(()),
        };
        handled.err().and_then(|error| on_error::to_show(&error))
    }

    fn framework<'a>(&'a self, ctx: &'a Context) -> Option<FrameworkContext<'a, Data, Error>> {
        Some(FrameworkContext {
            serenity_context: ctx,
            // poise uses it for messages only, which this bot does not receive.
            bot_id: UserId::new(1),
            options: &self.options,
            user_data: &self.bot_state,
            shard_manager: self.shards.get()?,
        })
    }

    /// Answers an interaction that could not be parsed, by its id and token.
    pub(super) async fn answer_unreadable(&self, unreadable: Unreadable) {
        self.bot_state.metrics.unreadable();
        tracing::warn!(path = unreadable.path, "failed to parse an interaction");
        let Some(Head { id, application, token, language, is_autocomplete }) = unreadable.head else { return };
        let arrived = self.bot_state.rest.arrived(id, application, &token);
        let answered = if is_autocomplete {
            arrived.offer(&CreateAutocompleteResponse::new()).await
        } else {
            let about = About { operation: "", reference: &reference(id) };
            let message = reply::problem(language, &InteractionError::Unreadable.into(), about);
            arrived.reply(&message).await.map(drop)
        };
        match answered {
            // Another instance was first.
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
        match self.bot_state.rest.arrived(id, application, &command.token).offer(offered).await {
            // Another instance was first.
            Err(error) if error.is_already_acknowledged() => Ok(()),
            other => other,
        }
    }

    async fn say(&self, interaction: &Interaction, problem: &UserError) {
        let responder = match interaction {
            Interaction::Autocomplete(command) => {
                // An autocomplete cannot show an error.
                if let Err(error) = self.choices(command, &CreateAutocompleteResponse::new()).await {
                    tracing::warn!(%error, "failed to answer an autocomplete");
                }
                return;
            }
            Interaction::Command(command) => Responder::of_command(&self.bot_state, command),
            Interaction::Component(component) => Responder::of_component(&self.bot_state, component),
            Interaction::Modal(modal) => Responder::of_modal(&self.bot_state, modal),
            _ => return,
        };
        if let Err(error) = Box::pin(responder.report(problem)).await {
            tracing::warn!(%error, "failed to send an answer");
        }
    }
}

/// Takes the message that a message command was used on, as Discord sent it. Returns `None` the second time.
pub(crate) async fn take_target(ctx: crate::discord::Context<'_>) -> Option<Value> {
    ctx.invocation_data.lock().await.downcast_mut::<Option<Value>>().and_then(Option::take)
}

/// Returns the state that poise requires for a command: the flag for an answered command, which is not used here, and
/// the data that [`take_target`] reads.
fn aside(target: Option<Value>) -> (AtomicBool, Mutex<Box<dyn Any + Send + Sync>>) {
    (AtomicBool::new(false), Mutex::new(Box::new(target)))
}

/// Runs a command. Returns the error to show, if there is one.
async fn run(
    framework: FrameworkContext<'_, Data, Error>,
    interaction: &CommandInteraction,
    target: Option<Value>,
) -> Option<UserError> {
    let ((answered, data), options, mut above) = (aside(target), interaction.data.options(), Vec::new());
    let kind = CommandInteractionType::Command;
    let found =
        poise::extract_command_and_run_checks(framework, interaction, kind, &answered, &data, &options, &mut above);
    let ctx = match Box::pin(found).await {
        Ok(ctx) => ctx,
        Err(error) => return on_error::to_show_of_command(&error, interaction),
    };
    let command = ctx.command();
    let target = ctx.interaction.data.target();
    let ended = match (command.slash_action, command.context_menu_action, target) {
        (Some(action), _, None) => action(ctx).await,
        (_, Some(ContextMenuCommandAction::User(action)), Some(ResolvedTarget::User(user, _))) => {
            action(ctx, user.clone()).await
        }
        (_, Some(ContextMenuCommandAction::Message(action)), Some(ResolvedTarget::Message(message))) => {
            action(ctx, message.clone()).await
        }
        _ => return Some(on_error::unknown(interaction)),
    };
    ended.err().and_then(|error| on_error::to_show_of_command(&error, interaction))
}

/// Returns the choices for the option that the user is typing, or `None` if there are none to offer. poise's own
/// dispatch would leave such an autocomplete unanswered.
async fn offer(
    framework: FrameworkContext<'_, Data, Error>,
    interaction: &CommandInteraction,
) -> Option<CreateAutocompleteResponse> {
    let ((answered, data), options, mut above) = (aside(None), interaction.data.options(), Vec::new());
    let kind = CommandInteractionType::Autocomplete;
    let found =
        poise::extract_command_and_run_checks(framework, interaction, kind, &answered, &data, &options, &mut above);
    let ctx = Box::pin(found).await.inspect_err(|_| tracing::info!("autocomplete of an unknown command")).ok()?;
    let (name, typed) = ctx.args.iter().find_map(|option| match option.value {
        ResolvedValue::Autocomplete { value, .. } => Some((option.name, value)),
        _ => None,
    })?;
    let parameter = ctx.command().parameters.iter().find(|parameter| parameter.name == name)?;
    let callback = parameter.autocomplete_callback?;
    Some(callback(ctx, typed).await)
}
