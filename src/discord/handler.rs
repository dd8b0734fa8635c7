//! What comes over the gateway. Interactions alone are wanted; each is handled in a task that the bot waits for when it
//! stops.

use std::panic::AssertUnwindSafe;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use futures::FutureExt;
use poise::FrameworkContext;
use serenity::all::{
    Context, EventHandler, FullEvent, Interaction, Ready, ResumedEvent, ShardManager, ShardStageUpdateEvent, UserId,
};
use serenity::async_trait;
use serenity::gateway::ConnectionStage;
use tracing::Instrument;

use super::claim::NotMine;
use super::rest::RestError;
use super::visit::{Visit, reference};
use super::{Data, Error, GatewayState, commands, on_error, presses};
use crate::access::InteractionId;
use crate::error::Problem;

/// What arrives later than this is a replay after a reconnect: its person has seen it fail (Discord: 3 s).
const STALE_AFTER: Duration = Duration::from_millis(2_500);

pub(super) struct Handler {
    front: Data,
    state: Arc<GatewayState>,
    options: poise::FrameworkOptions<Data, Error>,
    shards: OnceLock<Arc<ShardManager>>,
}

impl Handler {
    pub(super) fn new(front: Data, state: Arc<GatewayState>) -> Self {
        let mut commands = commands::all();
        poise::set_qualified_names(&mut commands);
        let options = poise::FrameworkOptions {
            commands,
            on_error: |error| Box::pin(on_error::on_error(error)),
            ..Default::default()
        };
        Self { front, state, options, shards: OnceLock::new() }
    }

    /// poise wants to know the shards, and they are there only when the client is.
    pub(super) fn connect_to(&self, shards: Arc<ShardManager>) {
        self.shards.get_or_init(|| shards);
    }

    async fn handle(&self, ctx: &Context, interaction: Interaction) {
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
            self.say(&interaction, &Problem::Stopping).await;
            return;
        }
        let handled = AssertUnwindSafe(self.dispatch(ctx, &interaction)).catch_unwind().await;
        match handled {
            Ok(Ok(())) => {}
            Ok(Err(error)) if error.is::<NotMine>() => {}
            Ok(Err(error)) if error.is::<RestError>() => {
                tracing::warn!(%error, "an answer did not get through");
            }
            Ok(Err(error)) => {
                tracing::error!(error = format!("{error:#}"), "internal fault");
                self.say(&interaction, &Problem::Internal).await;
            }
            Err(_panic) => {
                tracing::error!("internal fault: a panic");
                self.say(&interaction, &Problem::Internal).await;
            }
        }
    }

    /// What is large is boxed, so that every waiting interaction does not hold all of it inline.
    async fn dispatch(&self, ctx: &Context, interaction: &Interaction) -> Result<(), Error> {
        match interaction {
            Interaction::Component(component) => Box::pin(presses::pressed(&self.front, component)).await,
            Interaction::Modal(modal) => Box::pin(presses::sent_off(&self.front, modal)).await,
            Interaction::Command(_) | Interaction::Autocomplete(_) => {
                let Some(shards) = self.shards.get() else { return Ok(()) };
                let framework = FrameworkContext {
                    serenity_context: ctx,
                    // Looked at for messages alone, which this bot does not receive.
                    bot_id: UserId::new(1),
                    options: &self.options,
                    user_data: &self.front,
                    shard_manager: shards,
                };
                let event = FullEvent::InteractionCreate { interaction: interaction.clone() };
                Box::pin(poise::dispatch_event(framework, event)).await;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    async fn say(&self, interaction: &Interaction, problem: &Problem) {
        let visit = match interaction {
            Interaction::Command(command) => Visit::of_command(&self.front, command),
            Interaction::Component(component) => Visit::of_component(&self.front, component),
            Interaction::Modal(modal) => Visit::of_modal(&self.front, modal),
            _ => return,
        };
        if let Err(error) = visit.report(problem).await {
            tracing::warn!(%error, "an answer did not get through");
        }
    }
}

#[async_trait]
impl EventHandler for Handler {
    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        let reference = reference(InteractionId(interaction.id().get()));
        let span = tracing::info_span!("interaction", reference, what = what(&interaction));
        let _in_progress = self.front.work.begin();
        self.handle(&ctx, interaction).instrument(span).await;
    }

    async fn ready(&self, ctx: Context, ready: Ready) {
        self.state.set(ctx.shard_id.0, true);
        tracing::info!(servers = ready.guilds.len(), "connected to Discord");
    }

    async fn resume(&self, ctx: Context, _resumed: ResumedEvent) {
        self.state.set(ctx.shard_id.0, true);
        tracing::info!("the connection to Discord was resumed");
    }

    async fn shard_stage_update(&self, _ctx: Context, event: ShardStageUpdateEvent) {
        self.state.set(event.shard_id.0, event.new == ConnectionStage::Connected);
        tracing::debug!(from = %event.old, to = %event.new, "the connection to Discord changed");
    }
}

/// The command, or the kind of interaction; never what was typed or pressed.
fn what(interaction: &Interaction) -> String {
    match interaction {
        Interaction::Command(command) => command.data.name.clone(),
        Interaction::Autocomplete(command) => format!("autocomplete {}", command.data.name),
        Interaction::Component(_) => "button".to_owned(),
        Interaction::Modal(_) => "modal".to_owned(),
        _ => "other".to_owned(),
    }
}
