//! Answers to a question: buttons pressed, and modals sent off. Access is decided again at the press, a question is
//! answered once, and by its asker alone.

use serenity::all::{ActionRowComponent, ComponentInteraction, ModalInteraction};

use super::reply::{self, Answer};
use super::visit::Visit;
use super::{Data, Error};
use crate::error::Problem;
use crate::store::PendingId;

pub(crate) async fn pressed(front: &Data, interaction: &ComponentInteraction) -> Result<(), Error> {
    let visit = Visit::of_component(front, interaction);
    match interaction.data.custom_id.parse() {
        Ok(Answer::Yes(id)) => confirm(visit, id, None).await,
        Ok(Answer::No(id)) => match visit.asker().and_then(|asker| front.desk.awaiting(asker, id)) {
            Ok(_) => {
                front.desk.withdraw(id);
                visit.update(&reply::withdrawn()).await
            }
            Err(problem) => turn_down(visit, id, &problem).await,
        },
        Ok(Answer::TypeName(id)) => match visit.asker().and_then(|asker| front.desk.awaiting(asker, id)) {
            Ok(operation) => visit.open(&reply::ask_for_name(id, &operation)).await,
            Err(problem) => turn_down(visit, id, &problem).await,
        },
        Err(()) => visit.refuse(&Problem::ConfirmationGone).await,
    }
}

pub(crate) async fn sent_off(front: &Data, interaction: &ModalInteraction) -> Result<(), Error> {
    let visit = Visit::of_modal(front, interaction);
    let Ok(Answer::TypeName(id)) = interaction.data.custom_id.parse() else {
        return visit.refuse(&Problem::ConfirmationGone).await;
    };
    let inputs = interaction.data.components.iter().flat_map(|row| &row.components);
    let fields = inputs.filter_map(|component| match component {
        ActionRowComponent::InputText(input) => Some((input.custom_id.as_str(), input.value.as_deref()?)),
        _ => None,
    });
    confirm(visit, id, reply::name_field(fields)).await
}

async fn confirm(visit: Visit, id: PendingId, typed: Option<&str>) -> Result<(), Error> {
    let front = visit.front().clone();
    match visit.asker().and_then(|asker| front.desk.confirm(asker, id, typed)) {
        Ok(cleared) => visit.work_on(cleared.operation()).await?.run(cleared).await,
        Err(problem) => turn_down(visit, id, &problem).await,
    }
}

/// Says why not. The question is over with it, unless it is somebody else's.
async fn turn_down(visit: Visit, id: PendingId, problem: &Problem) -> Result<(), Error> {
    if matches!(problem, Problem::NotYours | Problem::NotInAServer) {
        return visit.refuse(problem).await;
    }
    visit.front().desk.withdraw(id);
    visit.refuse_in_place(problem).await
}
