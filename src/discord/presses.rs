//! Which part of the bot a button, a menu or a modal belongs to: its `custom_id` says.

use serenity::all::{ComponentInteraction, ModalInteraction};

use super::reply::Verdict;
use super::{Data, Error, approvals, cases, confirm, setup};

pub(super) async fn pressed(front: &Data, interaction: &ComponentInteraction) -> Result<(), Error> {
    let id = interaction.data.custom_id.as_str();
    if let Ok(older) = id.parse() {
        return cases::turn(front, interaction, &older).await;
    }
    if let Ok(verdict) = id.parse() {
        return approvals::pressed(front, interaction, verdict).await;
    }
    if let Ok(setting) = id.parse() {
        return setup::chosen(front, interaction, setting).await;
    }
    confirm::pressed(front, interaction).await
}

pub(super) async fn sent_off(front: &Data, interaction: &ModalInteraction) -> Result<(), Error> {
    match interaction.data.custom_id.parse() {
        Ok(Verdict::Deny(id)) => approvals::denied(front, interaction, id).await,
        _ => confirm::sent_off(front, interaction).await,
    }
}
