//! Operations that may run.

use usher_clock::Timestamp;

use crate::access::UserId;
use crate::operations::Operation;
use crate::people_list::ListPreview;
use crate::store::{Approvers, Authorization, ConfirmationId, RequestId, ScheduleId};

/// An operation that was authorized, and confirmed or approved where that is required. Only services create one.
#[derive(Debug)]
pub struct AuthorizedOperation {
    operation: Operation,
    /// The confirmation that the user accepted, the request that was approved, or the scheduled operation. The journal
    /// consumes it when the operation begins.
    authorization: Option<Authorization>,
    /// The expiry of a confirmation.
    expires_at: Option<Timestamp>,
    is_undo: bool,
}

/// The next step for an operation that the user may run.
#[derive(Debug)]
pub enum NextStep {
    Go(AuthorizedOperation),
    /// The user must confirm it first. `unsettled`: when the same change was requested, if that change is
    /// not settled yet.
    Confirm {
        operation: Operation,
        unsettled: Option<Timestamp>,
    },
    /// The user must see first how the list was read that the people of the operation come from.
    Preview {
        operation: Operation,
        preview: Box<ListPreview>,
        unsettled: Option<Timestamp>,
    },
    /// Another person must approve it first.
    Ask(Operation),
}

impl AuthorizedOperation {
    pub(in crate::services) fn free(operation: Operation) -> Self {
        Self { operation, authorization: None, expires_at: None, is_undo: false }
    }

    pub(in crate::services) fn confirmed(operation: Operation, id: ConfirmationId, expires_at: Timestamp) -> Self {
        let authorization = Some(Authorization::Confirmation(id));
        Self { operation, authorization, expires_at: Some(expires_at), is_undo: false }
    }

    /// Returns the authorization of an operation that undoes another one.
    pub(in crate::services) fn undo(operation: Operation, id: ConfirmationId, expires_at: Timestamp) -> Self {
        Self { is_undo: true, ..Self::confirmed(operation, id, expires_at) }
    }

    pub(in crate::services) fn approved(operation: Operation, id: RequestId, by: Approvers) -> Self {
        Self { operation, authorization: Some(Authorization::Request(id, by)), expires_at: None, is_undo: false }
    }

    pub(in crate::services) fn scheduled(operation: Operation, id: ScheduleId, approver: Option<UserId>) -> Self {
        Self {
            operation,
            authorization: Some(Authorization::Scheduled(id, approver)),
            expires_at: None,
            is_undo: false,
        }
    }

    /// Returns whether its answer may have a button that undoes it: a person waits for the answer, and it is no undo itself.
    pub(super) fn has_undo_button(&self) -> bool {
        !self.is_undo && !self.authorization.is_some_and(Authorization::is_without_user)
    }

    pub fn operation(&self) -> &Operation {
        &self.operation
    }

    pub(in crate::services) fn authorization(&self) -> Option<Authorization> {
        self.authorization
    }

    pub(in crate::services) fn expires_at(&self) -> Option<Timestamp> {
        self.expires_at
    }

    pub(super) fn into_parts(self) -> (Operation, Option<Authorization>) {
        (self.operation, self.authorization)
    }
}
