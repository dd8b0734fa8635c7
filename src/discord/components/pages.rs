//! Handles the buttons below a page of a list. Their `custom_id` names the next page. Access is decided again at the
//! press.

use std::time::Duration;

use whatsapp::GroupId;

use super::{PageSource, PageTurn};
use crate::access::{Capability, Groups};
use crate::discord::Error;
use crate::discord::commands::{wa_person, wa_request, wa_set};
use crate::discord::interaction::pipeline::{on_group, on_session};
use crate::discord::interaction::{PipelineRequest, Responder};
use crate::discord::reply::role_named;
use crate::error::{Ambiguous, GroupError, InteractionError, UserError};
use crate::operations::{FindMembers, GroupSummary, ListGroups, ListJoinRequests, ListMembers};
use crate::services::NameLookup;
use crate::store::AuditSubject;

/// Time after which a page counts as old: what it shows may have changed.
const VALID_FOR: Duration = Duration::from_secs(15 * 60);

pub(super) async fn turn(responder: Responder, to: &PageTurn) -> Result<(), Error> {
    if is_old(&responder) {
        return responder.refuse(&InteractionError::PageGone.into(), AuditSubject::default()).await;
    }
    let page = to.page;
    match &to.of {
        PageSource::Requests => wa_request::turn(responder, page).await,
        PageSource::Sets => wa_set::turn(responder, page).await,
        PageSource::Namesakes { needs, name } => namesakes(responder, *needs, name, page).await,
        PageSource::Groups { session, search } => {
            let (search, request) = (search.clone(), PipelineRequest::in_place(responder));
            let build = |session| ListGroups { session, search, page };
            on_session(request, Some(session), Groups::InScope, build).await
        }
        PageSource::Found { group, search } => {
            let (role, search) = (role_named(responder.language(), search), search.clone());
            let build = |at| FindMembers { at, search, role, page };
            on_group(PipelineRequest::in_place(responder), group.as_str(), build).await
        }
        PageSource::Person(person) => wa_person::turn(responder, person.clone(), page).await,
        PageSource::JoinRequests { group } => {
            let build = |at| ListJoinRequests { at, page };
            on_group(PipelineRequest::in_place(responder), group.as_str(), build).await
        }
        PageSource::Members { group } => {
            on_group(PipelineRequest::in_place(responder), group.as_str(), |at| ListMembers { at, page }).await
        }
    }
}

/// Handles the button below a group that lists its members.
pub(super) async fn show_members(responder: Responder, group: &GroupId) -> Result<(), Error> {
    on_group(PipelineRequest::new(responder), group.as_str(), |at| ListMembers { at, page: 0 }).await
}

/// Shows another page of the groups with one name, those on which the actor may use the command now.
async fn namesakes(responder: Responder, needs: Capability, name: &str, page: usize) -> Result<(), Error> {
    let deferred = responder.defer_update().await?;
    let services = &deferred.bot_state().services;
    let found = async {
        let settings = services.settings.get(deferred.actor().guild).await?;
        services.groups.resolve(&settings, deferred.actor(), needs, name, NameLookup::Cached).await
    };
    let problem = match found.await {
        Err(UserError::Group(GroupError::Ambiguous(all))) => GroupError::Ambiguous(Ambiguous { page, ..all }).into(),
        Err(problem) => problem,
        // The other groups are gone.
        Ok(at) => {
            let only = GroupSummary { id: at.group, name: name.to_owned(), size: None, created_at: None };
            GroupError::Ambiguous(Ambiguous { needs, name: name.to_owned(), groups: vec![only], page }).into()
        }
    };
    deferred.say_no(&problem, AuditSubject::default()).await
}

/// Returns whether the message was posted or last edited too long ago.
pub(crate) fn is_old(responder: &Responder) -> bool {
    responder.message_unchanged_for().is_some_and(|age| age > VALID_FOR)
}
