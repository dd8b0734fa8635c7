//! Buttons, menus and modals: each is dispatched by its [`CustomId`].

mod confirm;
mod custom_id;
mod invite;
mod list;
mod pages;
#[cfg(test)]
mod tests;

pub(super) use custom_id::{CasesAt, CustomId, Menu, PageSource, PageTurn};
pub(super) use pages::is_old;

use serenity::all::{ActionRowComponent, ComponentInteraction, ModalInteraction};

use super::commands::{wa_audit, wa_group, wa_setup};
use super::interaction::Responder;
use super::{Data, Error, approvals, unsettled};
use crate::error::ConfirmationError;
use crate::people_list::Selection;
use crate::store::AuditSubject;

/// An interaction with a component of a message, or with a modal.
#[derive(Clone, Copy)]
pub(super) enum ComponentEvent<'a> {
    Pressed(&'a ComponentInteraction),
    Submitted(&'a ModalInteraction),
}

/// Dispatches a press or a submitted modal. Texts that are no [`CustomId`] are forged, or from another version.
pub(super) async fn dispatch(bot_state: &Data, event: ComponentEvent<'_>) -> Result<(), Error> {
    use ComponentEvent::{Pressed, Submitted};

    let (text, responder) = match event {
        Pressed(pressed) => (&pressed.data.custom_id, Responder::of_component(bot_state, pressed)),
        Submitted(modal) => (&modal.data.custom_id, Responder::of_modal(bot_state, modal)),
    };
    let Ok(id) = text.parse() else { return refuse_unknown(responder).await };
    match (id, event) {
        (CustomId::Confirm(id, people), Pressed(_)) => confirm::confirm(responder, id, people, None).await,
        (CustomId::Country(id), Pressed(_)) => list::ask_for_country(responder, id).await,
        (CustomId::Country(id), Submitted(modal)) => {
            list::change_country(responder, id, typed(modal, &CustomId::CountryField)).await
        }
        (CustomId::ListPage(id, page, _), Pressed(_)) => list::turn(responder, id, page).await,
        (CustomId::GroupOfList(id), Pressed(pressed)) => list::group_chosen(responder, id, &pressed.data.kind).await,
        (CustomId::AddPeople(group), Submitted(modal)) => {
            wa_group::submit_people(responder, &group, typed(modal, &CustomId::PeopleField)).await
        }
        (CustomId::Cancel(id), Pressed(_)) => confirm::cancel(responder, id).await,
        (CustomId::TypeName(id), Pressed(_)) => confirm::ask_for_name(responder, id).await,
        (CustomId::TypeName(id), Submitted(modal)) => {
            confirm::confirm(responder, id, Selection::All, typed(modal, &CustomId::NameField)).await
        }
        (CustomId::Stop(job), Pressed(_)) => wa_audit::stop_pressed(responder, job).await,
        (CustomId::Approve(id, shown), Pressed(_)) => approvals::approve_pressed(responder, id, shown).await,
        (CustomId::Approve(id, shown), Submitted(modal)) => {
            approvals::approve_named(responder, id, shown, typed(modal, &CustomId::NameField)).await
        }
        (CustomId::Deny(id), Pressed(_)) => approvals::ask_for_reason(responder, id).await,
        (CustomId::Deny(id), Submitted(modal)) => {
            approvals::deny(responder, id, typed(modal, &CustomId::ReasonField)).await
        }
        (CustomId::Details(id), Pressed(_)) => approvals::show_details(responder, id).await,
        (CustomId::Page(to), Pressed(_)) => pages::turn(responder, &to).await,
        (CustomId::Cases(to), Pressed(_)) => wa_audit::turn(responder, &to).await,
        (CustomId::Invitation(group, added_by), Pressed(_)) => invite::show_message(responder, &group, added_by).await,
        (CustomId::Join(code), Pressed(_)) => invite::join(responder, code).await,
        (CustomId::Describe(group), Pressed(_)) => wa_group::open_description(responder, group.as_str()).await,
        (CustomId::Describe(group), Submitted(modal)) => {
            wa_group::submit_description(responder, &group, typed(modal, &CustomId::DescriptionField)).await
        }
        (CustomId::CheckAgain(case), Pressed(_)) => unsettled::pressed(responder, case).await,
        (CustomId::Setup(menu), Pressed(pressed)) => wa_setup::chosen(responder, menu, &pressed.data.kind).await,
        (CustomId::SetCountry, Pressed(_)) => wa_setup::open_country(responder).await,
        (CustomId::SetCountry, Submitted(modal)) => wa_setup::country_typed(responder, modal).await,
        (CustomId::SetInvitation, Pressed(_)) => wa_setup::open_invitation(responder).await,
        (CustomId::SetInvitation, Submitted(modal)) => wa_setup::invitation_typed(responder, modal).await,
        (CustomId::RequireReasons(required), Pressed(_)) => wa_setup::require_reasons(responder, required).await,
        (CustomId::UseCountry(country), Pressed(_)) => wa_setup::use_country(responder, country).await,
        // Forged: no modal has the id of such a button, and a field is neither pressed nor submitted.
        (
            CustomId::Confirm(..)
            | CustomId::Cancel(_)
            | CustomId::ListPage(..)
            | CustomId::GroupOfList(_)
            | CustomId::Stop(_)
            | CustomId::Details(_)
            | CustomId::Page(_)
            | CustomId::Cases(_)
            | CustomId::Invitation(..)
            | CustomId::Join(_)
            | CustomId::CheckAgain(_)
            | CustomId::Setup(_)
            | CustomId::RequireReasons(_)
            | CustomId::UseCountry(_),
            Submitted(_),
        )
        | (CustomId::AddPeople(_), Pressed(_))
        | (
            CustomId::NameField
            | CustomId::ReasonField
            | CustomId::DescriptionField
            | CustomId::PeopleField
            | CustomId::CountryField
            | CustomId::InvitationField,
            _,
        ) => refuse_unknown(responder).await,
    }
}

async fn refuse_unknown(responder: Responder) -> Result<(), Error> {
    responder.refuse(&ConfirmationError::Gone.into(), AuditSubject::default()).await
}

/// Returns the text that the user typed in a field of a modal.
pub(super) fn typed<'a>(modal: &'a ModalInteraction, field: &CustomId) -> Option<&'a str> {
    let inputs = modal.data.components.iter().flat_map(|row| &row.components);
    let mut typed = inputs.filter_map(|component| match component {
        ActionRowComponent::InputText(input) => Some((input.custom_id.parse(), input.value.as_deref()?)),
        _ => None,
    });
    typed.find_map(|(id, value)| (id.as_ref() == Ok(field)).then_some(value))
}
