//! Handles the events of the gateway. Each interaction has a task of its own, and the bot waits for it when it stops.
//! Interactions are parsed from the JSON that [`relay`](super::relay) passes on, and never from serenity's own event,
//! so that each is handled once and in one way.

use std::sync::Arc;

use serde_json::Value;
use serenity::all::{
    Context, Event, EventHandler, Interaction, RawEventHandler, Ready, ResumedEvent, ShardManager,
    ShardStageUpdateEvent,
};
use serenity::async_trait;
use serenity::gateway::ConnectionStage;
use tracing::Instrument;

use super::dispatch::Dispatch;
use super::identity::reference;
use super::incoming;
use super::relay::RAW_INTERACTION;
use crate::access::InteractionId;
use crate::discord::{Data, GatewayState};

pub(in crate::discord) struct Handler {
    bot_state: Data,
    state: Arc<GatewayState>,
    dispatch: Arc<Dispatch>,
}

impl Handler {
    pub(in crate::discord) fn new(bot_state: Data, state: Arc<GatewayState>) -> Self {
        Self { dispatch: Arc::new(Dispatch::new(bot_state.clone(), state.clone())), bot_state, state }
    }

    pub(in crate::discord) fn connect_to(&self, shards: Arc<ShardManager>) {
        self.dispatch.connect_to(shards);
    }
}

/// The raw event handler, which receives the interactions.
pub(in crate::discord) struct Interactions(pub(in crate::discord) Arc<Handler>);

#[async_trait]
impl RawEventHandler for Interactions {
    async fn raw_event(&self, ctx: Context, event: Event) {
        let Event::Unknown(event) = event else { return };
        if event.kind == RAW_INTERACTION
            && let Value::String(text) = &event.value
        {
            self.0.interaction(ctx, text);
        }
    }
}

impl Handler {
    fn interaction(&self, ctx: Context, text: &str) {
        let in_progress = self.bot_state.work.begin();
        let (dispatch, ended) = (self.dispatch.clone(), self.bot_state.ended.clone());
        let incoming = incoming::read(text);
        let span = match &incoming {
            Ok(incoming) => {
                let reference = reference(InteractionId(incoming.interaction.id().get()));
                tracing::info_span!("interaction", reference, what = what(&incoming.interaction))
            }
            Err(unreadable) => {
                let reference = unreadable.head.as_ref().map(|head| reference(head.id)).unwrap_or_default();
                tracing::info_span!("interaction", reference, what = "unreadable")
            }
        };
        // A separate task, since serenity's task holds the event until the handler returns.
        let handled = async move {
            let handled = async {
                match incoming {
                    Ok(incoming) => dispatch.handle(&ctx, incoming).await,
                    Err(unreadable) => dispatch.answer_unreadable(*unreadable).await,
                }
            };
            tokio::select! {
                () = handled => {}
                () = ended.cancelled() => {}
            }
            drop(in_progress);
        };
        self.bot_state.tasks.spawn(handled.instrument(span));
    }
}

#[async_trait]
impl EventHandler for Handler {
    async fn ready(&self, ctx: Context, ready: Ready) {
        self.state.set(ctx.shard_id.0, true);
        tracing::info!(servers = ready.guilds.len(), "connected to Discord");
    }

    async fn resume(&self, ctx: Context, _resumed: ResumedEvent) {
        self.state.set(ctx.shard_id.0, true);
        tracing::info!("resumed the connection to Discord");
    }

    async fn shard_stage_update(&self, _ctx: Context, event: ShardStageUpdateEvent) {
        self.state.set(event.shard_id.0, event.new == ConnectionStage::Connected);
        tracing::debug!(from = %event.old, to = %event.new, "the connection to Discord changed");
    }
}

/// Returns the command or the kind of interaction, never typed text or a button.
fn what(interaction: &Interaction) -> String {
    match interaction {
        Interaction::Command(command) => command.data.name.clone(),
        Interaction::Autocomplete(command) => format!("autocomplete {}", command.data.name),
        Interaction::Component(_) => "button".to_owned(),
        Interaction::Modal(_) => "modal".to_owned(),
        _ => "other".to_owned(),
    }
}
