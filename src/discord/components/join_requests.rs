//! Handles the buttons and menus below a list of requests to join, and those of a notice. Access is decided again.

use serenity::all::ComponentInteractionDataKind as Chosen;
use whatsapp::{GroupId, JoinDecision, Person};

use crate::discord::Error;
use crate::discord::commands::wa_group;
use crate::discord::interaction::pipeline::on_group;
use crate::discord::interaction::{PipelineRequest, Responder};
use crate::error::ConfirmationError;
use crate::operations::{DecideJoinRequests, Labels, ListJoinRequests};
use crate::store::AuditSubject;

/// Handles the button of a notice that lists the people who ask.
pub(super) async fn show(responder: Responder, group: &GroupId) -> Result<(), Error> {
    let build = |at| ListJoinRequests { at, page: 0 };
    on_group(PipelineRequest::new(responder), group.as_str(), build).await
}

/// Handles the button that decides all requests: asks first.
pub(super) async fn all(responder: Responder, decision: JoinDecision, group: &GroupId) -> Result<(), Error> {
    wa_group::decide_all(PipelineRequest::new(responder), group.as_str(), decision).await
}

/// Handles the menu: decides the requests of the chosen people.
pub(super) async fn some(
    responder: Responder,
    decision: JoinDecision,
    group: &GroupId,
    chosen: &Chosen,
) -> Result<(), Error> {
    let values = match chosen {
        Chosen::StringSelect { values } => values.as_slice(),
        _ => &[],
    };
    // The values may be forged.
    let people: Option<Vec<Person>> = values.iter().map(|value| value.parse().ok()).collect();
    match people.filter(|people| !people.is_empty()) {
        Some(people) => {
            let build = |at| DecideJoinRequests {
                at,
                people,
                labels: Labels::default(),
                decision,
                is_of_all: false,
                hidden: 0,
            };
            on_group(PipelineRequest::new(responder), group.as_str(), build).await
        }
        None => responder.refuse(&ConfirmationError::Gone.into(), AuditSubject::default()).await,
    }
}
