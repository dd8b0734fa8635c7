//! Answers to a question: buttons pressed, and modals sent off. Access is decided again at the press, a question is
//! answered once, and by its asker alone.

use std::time::Duration;

use serenity::all::{ComponentInteraction, ModalInteraction};

use super::reply::{self, Answer};
use super::visit::{Visit, in_time, typed_in};
use super::{Data, Error};
use crate::error::Problem;
use crate::operations::Operation;
use crate::store::{KeptId, What};

pub(crate) async fn pressed(front: &Data, interaction: &ComponentInteraction) -> Result<(), Error> {
    let visit = Visit::of_component(front, interaction);
    match interaction.data.custom_id.parse() {
        Ok(Answer::Yes(id)) => confirm(visit, id, None).await,
        Ok(Answer::No(id)) => match cancel(&visit, id).await {
            Ok(()) => {
                let message = reply::withdrawn(visit.language());
                visit.update(&message).await
            }
            Err(problem) => turn_down(visit, id, &problem).await,
        },
        Ok(Answer::TypeName(id)) => match awaiting(&visit, id).await {
            Ok(operation) => {
                visit.front().desk.extend(id).await;
                let modal = reply::ask_for_name(visit.language(), Answer::TypeName(id), &operation);
                visit.open(&modal).await
            }
            Err(problem) => turn_down(visit, id, &problem).await,
        },
        Err(()) => visit.refuse(&Problem::ConfirmationGone, What::default()).await,
    }
}

pub(crate) async fn sent_off(front: &Data, interaction: &ModalInteraction) -> Result<(), Error> {
    let visit = Visit::of_modal(front, interaction);
    let Ok(Answer::TypeName(id)) = interaction.data.custom_id.parse() else {
        return visit.refuse(&Problem::ConfirmationGone, What::default()).await;
    };
    confirm(visit, id, reply::name_field(typed_in(interaction))).await
}

async fn awaiting(visit: &Visit, id: KeptId) -> Result<Operation, Problem> {
    in_time(visit.front().desk.awaiting(visit.asker()?, id)).await
}

/// Withdraws the question before anything is said: only the store knows whether another press, perhaps at another copy of
/// the bot, was first.
async fn cancel(visit: &Visit, id: KeptId) -> Result<(), Problem> {
    awaiting(visit, id).await?;
    let withdrawn = in_time(async { Ok(visit.front().desk.withdraw(id).await?) }).await?;
    if withdrawn { Ok(()) } else { Err(Problem::ConfirmationGone) }
}

async fn confirm(visit: Visit, id: KeptId, typed: Option<&str>) -> Result<(), Error> {
    let front = visit.front().clone();
    let cleared = match visit.asker() {
        Ok(asker) => in_time(front.desk.confirm(asker, id, typed)).await,
        Err(problem) => Err(problem),
    };
    match cleared {
        Ok(cleared) => {
            let waiting = visit.work_on(cleared.operation()).await?;
            match front.desk.hold(&cleared).await {
                Ok(()) => waiting.run(cleared).await,
                Err(Problem::Elsewhere) => {
                    // Another press was first, and shows how it ends in the same message: to this one nothing is owed.
                    front.desk.answered(waiting.request().interaction).await;
                    Ok(())
                }
                Err(problem) => waiting.say_no(&problem, What::from(cleared.operation())).await,
            }
        }
        Err(Problem::WrongName) => match awaiting(&visit, id).await {
            Ok(operation) => {
                front.metrics.answered(operation.name(), Problem::WrongName.outcome());
                let message = reply::ask_again(visit.language(), id, &operation);
                visit.update(&message).await
            }
            Err(problem) => turn_down(visit, id, &problem).await,
        },
        Err(Problem::Unsettled { since }) => match awaiting(&visit, id).await {
            Ok(operation) => ask_once_more(visit, id, operation, since).await,
            Err(problem) => turn_down(visit, id, &problem).await,
        },
        Err(problem) => turn_down(visit, id, &problem).await,
    }
}

/// Asks a new question in the place of one that did not say that the same change, requested at `since`, is not confirmed.
async fn ask_once_more(visit: Visit, id: KeptId, operation: Operation, since: Duration) -> Result<(), Error> {
    let front = visit.front().clone();
    let waiting = visit.defer_update().await?;
    if front.desk.withdraw(id).await? {
        return waiting.ask(operation, Some(since)).await;
    }
    // Another press was first, and shows how it ends in the same message.
    front.desk.answered(waiting.request().interaction).await;
    Ok(())
}

/// Says why not. The question is over with it, unless it is somebody else's. A question that is gone was perhaps answered,
/// and its message shows how that ends: it is not overwritten.
async fn turn_down(visit: Visit, id: KeptId, problem: &Problem) -> Result<(), Error> {
    let front = visit.front().clone();
    // After a store that is not there, it is not asked a second time.
    let what = match problem {
        Problem::NotWritten => What::default(),
        _ => in_time(async { Ok(front.desk.what_waits(id).await) }).await.unwrap_or_default(),
    };
    let is_gone = what.operation.is_empty();
    if is_gone || matches!(problem, Problem::NotYours | Problem::NotInAServer | Problem::NotWritten) {
        return visit.refuse(problem, what).await;
    }
    visit.refuse_in_place(problem, what).await?;
    front.desk.withdraw(id).await?;
    Ok(())
}
