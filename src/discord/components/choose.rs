//! Handles the menu with which a user says which group they mean. The command is then carried out on that group. Access
//! is decided again.

use serenity::all::ComponentInteractionDataKind as Chosen;

use super::confirm::{replace, turn_down};
use crate::discord::Error;
use crate::discord::interaction::{Responder, in_time};
use crate::error::ConfirmationError;
use crate::operations::Confirm;
use crate::people_list::Planned;
use crate::services::NameLookup;
use crate::store::ConfirmationId;

pub(super) async fn group(responder: Responder, id: ConfirmationId, chosen: &Chosen) -> Result<(), Error> {
    let bot_state = responder.bot_state().clone();
    let group = match chosen {
        Chosen::StringSelect { values } => values.first(),
        _ => None,
    };
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
