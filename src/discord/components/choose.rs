//! Handles the menus of groups, and the button for the id of one. Access is decided again.

use serenity::all::ComponentInteractionDataKind as Chosen;
use whatsapp::GroupId;

use super::confirm::{replace, turn_down};
use crate::discord::interaction::pipeline::{authorize_on_group, on_group};
use crate::discord::interaction::refused::{NOT_SHOWN, what_was_meant};
use crate::discord::interaction::{PipelineRequest, Responder, in_time};
use crate::discord::{Error, reply};
use crate::error::ConfirmationError;
use crate::operations::{Confirm, ShowGroup};
use crate::people_list::Planned;
use crate::services::NameLookup;
use crate::store::{AuditSubject, ConfirmationId};

/// Handles the menu with which a user says which group they mean: the command is then carried out on that group.
pub(super) async fn group(responder: Responder, id: ConfirmationId, chosen: &Chosen) -> Result<(), Error> {
    let bot_state = responder.bot_state().clone();
    let group = first(chosen);
    let planned = match responder.actor() {
        Ok(actor) => in_time(bot_state.services.confirmations.choice(actor, id)).await,
        Err(problem) => Err(problem),
    };
    let (Planned { operation, list }, group) = match (planned, group) {
        (Ok(planned), Some(group)) => (planned, group),
        (Err(problem), _) => return turn_down(responder, id, &problem).await,
        (Ok(_), None) => return turn_down(responder, id, &ConfirmationError::Gone.into()).await,
    };
    let deferred = responder.defer_update().await?;
    let next = async {
        let (actor, services) = (deferred.actor(), &bot_state.services);
        let settings = services.settings.get(actor.guild).await?;
        // Confirmations and requests for approval show the group's name.
        let may_act = settings.decide(actor, operation.needs(), operation.target()).is_allowed();
        let is_shown = operation.confirm() != Confirm::No || !may_act;
        let name = if is_shown { NameLookup::Needed } else { NameLookup::Soon };
        let at = services.groups.resolve(&settings, actor, operation.needs(), group, name).await?;
        services.executor.reauthorize(actor, Planned { operation: operation.with_group(at), list }).await
    };
    let next = next.await;
    replace(deferred, id, next).await
}

/// Handles the menu below a list of groups: shows the chosen group in a message of its own.
pub(super) async fn open(responder: Responder, chosen: &Chosen) -> Result<(), Error> {
    match first(chosen) {
        Some(group) => on_group(PipelineRequest::new(responder), group, |at| ShowGroup { at }).await,
        None => responder.refuse(&ConfirmationError::Gone.into(), AuditSubject::default()).await,
    }
}

/// Handles the button that answers with the id of a group alone.
pub(super) async fn copy_id(responder: Responder, group: &GroupId) -> Result<(), Error> {
    match authorize_on_group::<ShowGroup>(&responder, group.as_str()).await {
        Ok(_) => responder.reply(&reply::Message::to_copy(group)).await,
        Err(problem) => {
            let what = what_was_meant::<ShowGroup>(&responder, group.as_str(), NOT_SHOWN).await;
            responder.refuse(&problem, what).await
        }
    }
}

fn first(chosen: &Chosen) -> Option<&str> {
    match chosen {
        Chosen::StringSelect { values } => values.first().map(String::as_str),
        _ => None,
    }
}
