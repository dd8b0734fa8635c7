//! Buttons, menus and modals: each is dispatched by its [`CustomId`].

mod choose;
mod confirm;
mod custom_id;
mod invite;
mod join_requests;
mod list;
mod listed;
mod pages;
#[cfg(test)]
mod tests;

pub(super) use custom_id::{CasesAt, CustomId, Menu, PageSource, PageTurn};
pub(super) use listed::{ListedEffect, ListedPress};
pub(super) use pages::is_old;

use serenity::all::{ActionRowComponent, ComponentInteraction, ComponentInteractionDataKind, ModalInteraction};

use super::approvals::PressedOn;
use super::commands::{wa_audit, wa_group, wa_person, wa_setup};
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
    match event {
        ComponentEvent::Pressed(press) => {
            let responder = Responder::of_component(bot_state, press);
            match press.data.custom_id.parse() {
                Ok(id) => Box::pin(pressed(responder, id, &press.data.kind)).await,
                Err(_) => refuse_unknown(responder).await,
            }
        }
        ComponentEvent::Submitted(modal) => {
            let responder = Responder::of_modal(bot_state, modal);
            match modal.data.custom_id.parse() {
                Ok(id) => Box::pin(submitted(responder, id, modal)).await,
                Err(_) => refuse_unknown(responder).await,
            }
        }
    }
}

/// Handles a press of a button, or a choice in a menu.
async fn pressed(responder: Responder, id: CustomId, chosen: &ComponentInteractionDataKind) -> Result<(), Error> {
    match id {
        CustomId::Confirm(id, people) => confirm::confirm(responder, id, people, None).await,
        CustomId::Undo(id) => confirm::undo(responder, id).await,
        CustomId::Cancel(id) => confirm::cancel(responder, id).await,
        CustomId::TypeName(id) => confirm::ask_for_name(responder, id).await,
        CustomId::Country(id) => list::ask_for_country(responder, id).await,
        CustomId::ListPage(id, page, _) => list::turn(responder, id, page).await,
        CustomId::GroupOfList(id) => list::group_chosen(responder, id, chosen).await,
        CustomId::ChooseGroup(id) => choose::group(responder, id, chosen).await,
        CustomId::OpenGroup => choose::open(responder, chosen).await,
        CustomId::CopyId(group) => choose::copy_id(responder, &group).await,
        CustomId::ShowInvite(group) => invite::show(responder, &group).await,
        CustomId::ShowMembers(group) => pages::show_members(responder, &group).await,
        CustomId::ShowJoinRequests(group) => join_requests::show(responder, &group).await,
        CustomId::DecideAll(decision, group) => join_requests::all(responder, decision, &group).await,
        CustomId::DecideSome(decision, group) => join_requests::some(responder, decision, &group, chosen).await,
        CustomId::Rename(group) => wa_group::open_name(responder, &group).await,
        CustomId::Describe(group) => wa_group::open_description(responder, group.as_str()).await,
        CustomId::AddPeople(group) => wa_group::open_people(responder, group).await,
        CustomId::Invitation(group, added_by) => invite::show_message(responder, &group, added_by).await,
        CustomId::Join(code) => invite::join(responder, code).await,
        CustomId::FindAgain(person) => wa_person::refresh(responder, person).await,
        CustomId::Page(to) => pages::turn(responder, &to).await,
        CustomId::Stop(job) => wa_audit::stop_pressed(responder, job).await,
        CustomId::Cases(to) => wa_audit::turn(responder, &to).await,
        CustomId::CheckAgain(case) => unsettled::pressed(responder, case).await,
        CustomId::Approve(id, shown) => approvals::approve_pressed(responder, id, shown, PressedOn::Post).await,
        CustomId::Deny(id) => approvals::ask_for_reason(responder, id, PressedOn::Post).await,
        CustomId::Listed(press) => listed::pressed(responder, press).await,
        CustomId::Details(id) => approvals::show_details(responder, id).await,
        CustomId::Setup(menu) => wa_setup::chosen(responder, menu, chosen).await,
        CustomId::SetCountry => wa_setup::open_country(responder).await,
        CustomId::RequireReasons(required) => wa_setup::require_reasons(responder, required).await,
        CustomId::UseCountry(country) => wa_setup::use_country(responder, country).await,
        CustomId::SetInvitation => wa_setup::open_invitation(responder).await,
        // Forged: nobody presses a field.
        CustomId::NameField
        | CustomId::ReasonField
        | CustomId::DescriptionField
        | CustomId::PeopleField
        | CustomId::CountryField
        | CustomId::InvitationField => refuse_unknown(responder).await,
    }
}

/// Handles a submitted modal.
async fn submitted(responder: Responder, id: CustomId, modal: &ModalInteraction) -> Result<(), Error> {
    match id {
        CustomId::TypeName(id) => {
            confirm::confirm(responder, id, Selection::All, typed(modal, &CustomId::NameField)).await
        }
        CustomId::Country(id) => list::change_country(responder, id, typed(modal, &CustomId::CountryField)).await,
        CustomId::Rename(group) => wa_group::submit_name(responder, &group, typed(modal, &CustomId::NameField)).await,
        CustomId::Describe(group) => {
            wa_group::submit_description(responder, &group, typed(modal, &CustomId::DescriptionField)).await
        }
        CustomId::AddPeople(group) => {
            wa_group::submit_people(responder, &group, typed(modal, &CustomId::PeopleField)).await
        }
        CustomId::Approve(id, shown) => {
            approvals::approve_named(responder, id, shown, typed(modal, &CustomId::NameField), PressedOn::Post).await
        }
        CustomId::Deny(id) => {
            approvals::deny(responder, id, typed(modal, &CustomId::ReasonField), PressedOn::Post).await
        }
        CustomId::Listed(press) => listed::submitted(responder, press, modal).await,
        CustomId::SetCountry => wa_setup::country_typed(responder, modal).await,
        CustomId::SetInvitation => wa_setup::invitation_typed(responder, modal).await,
        // Forged: no modal has another id.
        _ => refuse_unknown(responder).await,
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
