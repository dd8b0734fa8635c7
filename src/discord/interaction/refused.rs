//! What a refused request was about, for the audit log. It is found out without a request to the groups API, so that people
//! without access cause none.

use whatsapp::unicode::single_line;

use super::responder::Responder;
use crate::operations::{GroupRef, Operation, Perform};
use crate::services::{CurrentSettings, MeantGroup, Services};
use crate::store::AuditSubject;

/// For [`try_on_group`](super::pipeline::try_on_group), where the audit log shows of a refused request only its group.
pub(crate) const NOT_SHOWN: Option<fn(GroupRef) -> Option<Operation>> = None;

/// Maximum characters of a typed name of a group in the audit log.
const TYPED_NAME_MAX: usize = 100;

/// Returns what a refused request was about, for the audit log. `meant` as for [`try_on_group`](super::pipeline::try_on_group).
pub(crate) async fn what_was_meant<O: Perform>(
    responder: &Responder,
    group: &str,
    meant: Option<impl FnOnce(GroupRef) -> Option<Operation>>,
) -> AuditSubject {
    let services = &responder.bot_state().services;
    match responder.settings().await {
        Ok(settings) => meant_on_group(services, &settings, O::NAME, group, meant),
        Err(_) => AuditSubject::of(O::NAME),
    }
}

/// Returns the subject of a request for a group, as far as it is known without a request to the groups API.
pub(super) fn meant_on_group(
    services: &Services,
    settings: &CurrentSettings,
    operation: &str,
    group: &str,
    meant: Option<impl FnOnce(GroupRef) -> Option<Operation>>,
) -> AuditSubject {
    let Some(MeantGroup { at, is_known }) = services.groups.meant(settings, group) else {
        // The name as it was typed, which no group in the cache has.
        let typed: String = single_line(group).chars().take(TYPED_NAME_MAX).collect();
        return AuditSubject { group_name: Some(typed), ..AuditSubject::of(operation) };
    };
    AuditSubject {
        operation: operation.to_owned(),
        session: is_known.then(|| at.session.clone()),
        group: Some(at.group.clone()),
        group_name: at.name.clone(),
        data: meant.and_then(|meant| meant(at)),
    }
}
