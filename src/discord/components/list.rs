//! Handles what is below the preview of a list, and the menu for the group of a list. Access is decided again at each
//! press. Only the actor can use them.

use std::sync::Arc;

use serenity::all::ComponentInteractionDataKind as Chosen;
use whatsapp::people::Country;

use super::CustomId;
use super::confirm::{awaiting, replace, turn_down};
use crate::discord::commands::wa_group;

use crate::discord::interaction::{PipelineRequest, Responder, in_time};
use crate::discord::lists::{self, on_people_of_group};
use crate::discord::reply::PreviewCard;
use crate::discord::{Error, reply};
use crate::error::{ConfirmationError, SettingsError, UserError};
use crate::people_list::{ListPreview, Planned};
use crate::store::{AuditSubject, ConfirmationId, PendingConfirmation};

/// Opens the modal for the country by which the list is read.
pub(super) async fn ask_for_country(responder: Responder, id: ConfirmationId) -> Result<(), Error> {
    match awaiting(&responder, id).await.and_then(with_preview) {
        Ok((_, preview)) => {
            let modal = reply::country_window(responder.language(), CustomId::Country(id), preview.list.country);
            responder.open(&modal).await
        }
        Err(problem) => turn_down(responder, id, &problem).await,
    }
}

/// Handles the submitted modal: reads the list again with the country that the user typed, and shows the preview of it.
pub(super) async fn change_country(responder: Responder, id: ConfirmationId, typed: Option<&str>) -> Result<(), Error> {
    let (pending, preview) = match awaiting(&responder, id).await.and_then(with_preview) {
        Ok(found) => found,
        Err(problem) => return turn_down(responder, id, &problem).await,
    };
    let typed = typed.unwrap_or_default();
    let Some(country) = Country::named(typed) else {
        let note = Some(SettingsError::UnknownCountry { typed: typed.to_owned() }.into());
        return show(responder, id, (pending, preview), 0, note).await;
    };
    let bot_state = responder.bot_state().clone();
    let actor = responder.actor()?.clone();
    let next = async {
        let list = lists::read(&bot_state, actor.user, preview.list.source.clone(), Some(country)).await?;
        let planned = Planned::with_list(pending.operation, list)?;
        bot_state.services.executor.preview_again(&actor, planned).await
    };
    // Reading takes longer than Discord waits.
    let deferred = responder.defer_update().await?;
    let next = next.await;
    replace(deferred, id, next).await
}

/// Shows another page of the unclear entries.
pub(super) async fn turn(responder: Responder, id: ConfirmationId, page: usize) -> Result<(), Error> {
    match awaiting(&responder, id).await.and_then(with_preview) {
        Ok(found) => show(responder, id, found, page, None).await,
        Err(problem) => turn_down(responder, id, &problem).await,
    }
}

/// Handles the menu: reads the list for the chosen group.
pub(super) async fn group_chosen(responder: Responder, id: ConfirmationId, chosen: &Chosen) -> Result<(), Error> {
    let list = match responder.actor() {
        Ok(actor) => in_time(responder.bot_state().services.confirmations.list(actor, id)).await,
        Err(problem) => Err(problem),
    };
    let group = match chosen {
        Chosen::StringSelect { values } => values.first(),
        _ => None,
    };
    match (list, group) {
        (Ok(list), Some(group)) => {
            let request = PipelineRequest::in_place(responder);
            on_people_of_group(request, group, Ok(Some(list.source)), Ok(wa_group::nobody_yet)).await
        }
        (Err(problem), _) => responder.refuse(&problem, AuditSubject::default()).await,
        (Ok(_), None) => responder.refuse(&ConfirmationError::Gone.into(), AuditSubject::default()).await,
    }
}

fn with_preview(pending: PendingConfirmation) -> Result<(PendingConfirmation, Arc<ListPreview>), UserError> {
    match pending.preview.clone() {
        Some(preview) => Ok((pending, preview)),
        None => Err(ConfirmationError::Gone.into()),
    }
}

/// Shows a page of the preview in its message.
async fn show(
    responder: Responder,
    id: ConfirmationId,
    (pending, preview): (PendingConfirmation, Arc<ListPreview>),
    page: usize,
    note: Option<UserError>,
) -> Result<(), Error> {
    // The file of a long list takes longer than Discord waits, if others are being made.
    let deferred = responder.defer_update().await?;
    let i18n = deferred.language();
    let PendingConfirmation { operation, unsettled, expires_at, .. } = pending;
    let shown = PreviewCard { id, operation, preview, unsettled, expires_at, page, note };
    let message = deferred.bot_state().compute.run(move || reply::preview(i18n, &shown)).await?;
    deferred.answer(&message).await
}
