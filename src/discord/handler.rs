//! What comes over the gateway. Interactions alone are wanted; each is handled in a task of its own, which the bot waits
//! for when it stops.

use std::sync::Arc;

use serenity::all::{Context, EventHandler, Interaction, Ready, ResumedEvent, ShardManager, ShardStageUpdateEvent};
use serenity::async_trait;
use serenity::gateway::ConnectionStage;
use tracing::Instrument;

use super::dispatch::Dispatch;
use super::visit::reference;
use super::{Data, GatewayState};
use crate::access::InteractionId;

pub(super) struct Handler {
    front: Data,
    state: Arc<GatewayState>,
    dispatch: Arc<Dispatch>,
}

impl Handler {
    pub(super) fn new(front: Data, state: Arc<GatewayState>) -> Self {
        Self { dispatch: Arc::new(Dispatch::new(front.clone())), front, state }
    }

    pub(super) fn connect_to(&self, shards: Arc<ShardManager>) {
        self.dispatch.connect_to(shards);
    }
}

#[async_trait]
impl EventHandler for Handler {
    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        let reference = reference(InteractionId(interaction.id().get()));
        let span = tracing::info_span!("interaction", reference, what = what(&interaction));
        let in_progress = self.front.work.begin();
        let (dispatch, ended) = (self.dispatch.clone(), self.front.ended.clone());
        // Not in serenity's task, which holds the event for as long as it is handled.
        let handled = async move {
            tokio::select! {
                () = dispatch.handle(&ctx, &interaction) => {}
                () = ended.cancelled() => {}
            }
            drop(in_progress);
        };
        self.front.tasks.spawn(handled.instrument(span));
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
