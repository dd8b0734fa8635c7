//! Operations that wait until their user confirms them.

use std::sync::Arc;
use std::time::Duration;

use dashmap::DashMap;
use usher_clock::Timestamp;

use super::executor::{AuthorizedOperation, NextStep};
use super::{GuildSettings, Request, Resources, UnsettledChanges};
use crate::access::{Actor, InteractionId};
use crate::error::{ConfirmationError, OperationError, Unavailable, UserError};
use crate::operations::{AddMembers, Operation, Outcome};
use crate::people_list::{GroupFacts, ListPreview, Planned, Selection, select};
use crate::store::{
    AuditSubject, Authorization, ConfirmationId, ConfirmationKind, OpenList, PendingConfirmation, StoreError,
};

/// Lifetime of a confirmation (`commands.md`, "Confirmation").
const CONFIRM_WITHIN: Duration = Duration::from_secs(60);
/// Lifetime of the preview of a list, and of a list whose group is open: they are long to read. The buttons must be
/// removed before the interaction's token expires (Discord: 15 minutes).
const LIST_WITHIN: Duration = Duration::from_secs(10 * 60);
/// How long a change can be undone. The button must be removed before the interaction's token expires (Discord: 15
/// minutes).
const UNDO_WITHIN: Duration = Duration::from_secs(10 * 60);
/// Lifetime of a confirmation while its modal for the name is open. Discord does not report that a modal was
/// dismissed. The buttons must be removed before the interaction's token expires (Discord: 15 minutes).
const TYPE_WITHIN: Duration = Duration::from_secs(10 * 60);
/// Maximum wait for the store: a modal must be opened within 3 s.
const EXTEND_WITHIN: Duration = Duration::from_secs(1);
/// Maximum time for the pre-check after a confirmation. No answer can be sent later: the token expires (Discord: 15
/// minutes).
const PRE_CHECK_WITHIN: Duration = Duration::from_secs(15 * 60);
/// Maximum pending confirmations: in all servers, and in one.
const PENDING_MAX: usize = 10_000;
const PENDING_OF_SERVER_MAX: usize = 1_000;
/// Most entries of a list that is kept in memory beside its confirmation.
const ENTRIES_IN_MEMORY_MAX: usize = 300;
/// Maximum confirmations that [`Confirmations::take_expired`] returns.
const EXPIRED_AT_ONCE: i64 = 100;

/// What a user wants, until they decide.
struct Wanted {
    operation: Operation,
    unsettled: Option<Timestamp>,
    preview: Option<Arc<ListPreview>>,
}

/// The pending confirmations. Each is stored, so that any instance can accept it.
pub struct Confirmations {
    resources: Resources,
    settings: Arc<GuildSettings>,
    unsettled: Arc<UnsettledChanges>,
    /// The pending confirmations that this instance created. An answer to one of them needs no read from the store.
    own: DashMap<ConfirmationId, PendingConfirmation>,
}

impl Confirmations {
    /// A confirmation cannot have expired while its message is younger. The clocks may differ by seconds.
    pub const SHORTEST: Duration = Duration::from_secs(55);

    pub(super) fn new(resources: Resources, settings: Arc<GuildSettings>, unsettled: Arc<UnsettledChanges>) -> Self {
        Self { resources, settings, unsettled, own: DashMap::new() }
    }

    /// Stores an operation until its user confirms it. `unsettled`: when the same change was requested, if
    /// that change is not settled yet. `preview`: the list that its people come from, if the card shows it. Returns
    /// until when they can, and [`Unavailable::Busy`] if too many are pending.
    pub async fn insert(
        &self,
        request: &Request,
        operation: Operation,
        unsettled: Option<Timestamp>,
        preview: Option<Arc<ListPreview>>,
    ) -> Result<(ConfirmationId, Timestamp), UserError> {
        let within = lifetime(&operation, preview.as_deref());
        self.store(request, ConfirmationKind::Confirm, Wanted { operation, unsettled, preview }, within).await
    }

    /// Stores what was planned for an unknown group until its user chooses one. Returns until when they can, and
    /// [`Unavailable::Busy`] if too many are pending.
    pub async fn insert_choice(
        &self,
        request: &Request,
        Planned { operation, list }: Planned,
    ) -> Result<(ConfirmationId, Timestamp), UserError> {
        let preview = list.map(|list| Arc::new(ListPreview { list: *list, facts: GroupFacts::default() }));
        let wanted = Wanted { operation, unsettled: None, preview };
        self.store(request, ConfirmationKind::ChooseGroup, wanted, LIST_WITHIN).await
    }

    /// Returns the change that undoes an operation, so that its user can take it back by one press. Returns `None` if it
    /// cannot be undone exactly, if the user may not undo it, or if too many wait for a press. It is stored with the end of
    /// the operation, so that it takes no commit of its own.
    pub(super) async fn undo_of(
        &self,
        request: &Request,
        operation: &Operation,
        outcome: &Outcome,
    ) -> Option<Box<PendingConfirmation>> {
        if outcome.is_unconfirmed() {
            return None;
        }
        let operation = operation.undo(outcome, self.resources.live.get().name_chars)?;
        let settings = self.settings.get(request.actor.guild).await.ok()?;
        if !settings.decide(&request.actor, operation.needs(), operation.target()).is_allowed() {
            return None;
        }
        let wanted = Wanted { operation, unsettled: None, preview: None };
        self.pending(request, ConfirmationKind::Undo, wanted, UNDO_WITHIN).ok().map(Box::new)
    }

    /// Authorizes the change that undoes another one. The errors are those of [`Self::accept`].
    pub async fn accept_undo(&self, actor: &Actor, id: ConfirmationId) -> Result<AuthorizedOperation, UserError> {
        let PendingConfirmation { operation, expires_at, .. } =
            self.of_user(actor, id, ConfirmationKind::Undo).await.map_err(|problem| match problem {
                UserError::Confirmation(ConfirmationError::Gone) => ConfirmationError::UndoGone.into(),
                problem => problem,
            })?;
        let settings = self.settings.get(actor.guild).await?;
        settings.require(actor, operation.needs(), operation.target())?;
        if let Some(since) = self.unsettled.requested_at(&operation).await? {
            return Err(OperationError::Unsettled { since }.into());
        }
        Ok(AuthorizedOperation::undo(operation, id, expires_at))
    }

    async fn store(
        &self,
        request: &Request,
        kind: ConfirmationKind,
        wanted: Wanted,
        within: Duration,
    ) -> Result<(ConfirmationId, Timestamp), UserError> {
        let pending = self.pending(request, kind, wanted, within)?;
        self.resources.store.confirmations().insert(&pending).await?;
        let (id, expires_at) = (pending.id, pending.expires_at);
        self.remember(pending);
        Ok((id, expires_at))
    }

    /// Returns a confirmation that is not stored yet. Fails if too many are pending.
    fn pending(
        &self,
        request: &Request,
        kind: ConfirmationKind,
        Wanted { operation, unsettled, preview }: Wanted,
        within: Duration,
    ) -> Result<PendingConfirmation, UserError> {
        let guild = request.actor.guild;
        let of_server = || self.own.iter().filter(|pending| pending.guild == guild).count();
        // An undo, which few people use, leaves room for the questions.
        let share = if kind == ConfirmationKind::Undo { 2 } else { 1 };
        if self.own.len() >= PENDING_MAX / share || of_server() >= PENDING_OF_SERVER_MAX / share {
            return Err(Unavailable::Busy.into());
        }
        Ok(PendingConfirmation {
            id: ConfirmationId::new(),
            kind,
            guild,
            user: request.actor.user,
            expires_at: self.resources.clock.now_utc() + within,
            operation,
            unsettled,
            preview,
            interaction: request.interaction,
            application: request.application,
            token: request.token.clone(),
            language: request.language,
        })
    }

    /// Keeps a confirmation in memory until its press.
    pub(super) fn remember(&self, pending: PendingConfirmation) {
        // A large list is read from the store at the press: many of them would take too much memory.
        let entries = pending.preview.as_ref().map_or(0, |preview| preview.list.entries());
        let entries = entries.max(pending.operation.people().len());
        if entries <= ENTRIES_IN_MEMORY_MAX {
            self.own.insert(pending.id, pending);
        }
    }

    /// Authorizes again, and returns the pending confirmation of this user. Returns [`ConfirmationError::Gone`] if it
    /// was answered or has expired, and [`ConfirmationError::NotYours`] if another user must answer it.
    pub async fn get(&self, actor: &Actor, id: ConfirmationId) -> Result<PendingConfirmation, UserError> {
        let pending = self.of_user(actor, id, ConfirmationKind::Confirm).await?;
        let (needs, target) = (pending.operation.needs(), pending.operation.target());
        let settings = self.settings.get(actor.guild).await?;
        // A preview also comes before a request for approval.
        if pending.preview.is_some() {
            settings.require_request(actor, needs, target)?;
        } else {
            settings.require(actor, needs, target)?;
        }
        Ok(pending)
    }

    /// Returns what this user planned for a group that they have yet to choose. The errors are those of [`Self::get`],
    /// without an authorization: the group is not known yet.
    pub async fn choice(&self, actor: &Actor, id: ConfirmationId) -> Result<Planned, UserError> {
        let pending = self.of_user(actor, id, ConfirmationKind::ChooseGroup).await?;
        let list = pending.preview.map(|preview| Box::new(preview.list.clone()));
        Ok(Planned { operation: pending.operation, list })
    }

    /// Returns a pending confirmation of this user and kind.
    async fn of_user(
        &self,
        actor: &Actor,
        id: ConfirmationId,
        kind: ConfirmationKind,
    ) -> Result<PendingConfirmation, UserError> {
        let mut known = self.own.get(&id).map(|pending| pending.clone());
        if known.as_ref().is_none_or(|pending| pending.expires_at <= self.resources.clock.now_utc()) {
            // Another instance, or an earlier run, created the confirmation or extended it.
            known = self.resources.store.confirmations().get(id).await?;
        }
        let pending = known.filter(|pending| pending.kind == kind).ok_or(ConfirmationError::Gone)?;
        if pending.guild != actor.guild || pending.user != actor.user {
            return Err(ConfirmationError::NotYours.into());
        }
        if pending.expires_at <= self.resources.clock.now_utc() {
            return Err(ConfirmationError::Gone.into());
        }
        Ok(pending)
    }

    /// Returns the audit subject of a pending confirmation, also of another user. It is empty if the confirmation is
    /// gone.
    pub async fn subject(&self, id: ConfirmationId) -> AuditSubject {
        let known = self.own.get(&id).map(|pending| AuditSubject::from(&pending.operation));
        if let Some(subject) = known {
            return subject;
        }
        let stored = self.resources.store.confirmations().get(id).await.ok().flatten();
        stored.map(|pending| AuditSubject::from(&pending.operation)).unwrap_or_default()
    }

    /// Authorizes a confirmed operation: it may run, or another person must approve it. `typed` is the name that the
    /// user typed, if the operation requires one; `selection`, the people of a list whom they chose. Returns
    /// [`ConfirmationError::WrongName`] for another name, and [`OperationError::Unsettled`] if the same change was
    /// requested since and is not confirmed: the card did not say so.
    pub async fn accept(
        &self,
        actor: &Actor,
        id: ConfirmationId,
        typed: Option<&str>,
        selection: Selection,
    ) -> Result<NextStep, UserError> {
        let pending = self.get(actor, id).await?;
        let operation = selected(&pending, selection)?;
        let PendingConfirmation { expires_at, unsettled: shown, preview, .. } = pending;
        if !operation.is_confirmed_by(typed) {
            return Err(ConfirmationError::WrongName.into());
        }
        if let Some(since) = self.unsettled.requested_at(&operation).await?
            && shown.is_none_or(|shown| since > shown)
        {
            return Err(OperationError::Unsettled { since }.into());
        }
        let settings = self.settings.get(actor.guild).await?;
        if preview.is_some() && !settings.decide(actor, operation.needs(), operation.target()).is_allowed() {
            return Ok(NextStep::Ask(operation));
        }
        Ok(NextStep::Go(AuthorizedOperation::confirmed(operation, id, expires_at)))
    }

    /// Stores a list until its user chooses a group. Returns until when they can.
    pub async fn insert_list(&self, list: OpenList) -> Result<(ConfirmationId, Timestamp), UserError> {
        let (id, until) = (ConfirmationId::new(), self.resources.clock.now_utc() + LIST_WITHIN);
        self.resources.store.lists().insert(id, list, until).await?;
        Ok((id, until))
    }

    /// Returns a list of this user whose group is open. Returns [`ConfirmationError::Gone`] if it was used or has
    /// expired, and [`ConfirmationError::NotYours`] if it is another user's.
    pub async fn list(&self, actor: &Actor, id: ConfirmationId) -> Result<OpenList, UserError> {
        let list = self.resources.store.lists().get(id, self.resources.clock.now_utc()).await?;
        let list = list.ok_or(ConfirmationError::Gone)?;
        if list.guild != actor.guild || list.user != actor.user {
            return Err(ConfirmationError::NotYours.into());
        }
        Ok(list)
    }

    /// Extends a confirmation once, while its user types a name into a modal. If the store does not accept the
    /// extension, the confirmation expires at its original time.
    pub async fn extend_for_typing(&self, id: ConfirmationId) {
        let now = self.resources.clock.now_utc();
        let until = now + TYPE_WITHIN;
        let stored = self.resources.store.confirmations();
        match tokio::time::timeout(EXTEND_WITHIN, stored.extend_once(id, until, now)).await {
            Ok(Ok(true)) => {
                if let Some(mut pending) = self.own.get_mut(&id) {
                    pending.expires_at = until;
                }
            }
            Ok(Ok(false)) => {}
            Ok(Err(error)) => tracing::warn!(%error, "failed to extend a confirmation"),
            Err(_) => tracing::warn!("failed to extend a confirmation: the store is slow"),
        }
    }

    /// Records that this press confirms the operation, and keeps the confirmation for the pre-check. Returns
    /// [`UserError::Elsewhere`] if another press was first, and [`ConfirmationError::Gone`] if it has expired.
    pub async fn confirm(&self, authorized: &AuthorizedOperation, press: InteractionId) -> Result<(), UserError> {
        let (Some(Authorization::Confirmation(id)), now) = (authorized.authorization(), self.resources.clock.now_utc())
        else {
            return Ok(());
        };
        if self.resources.store.confirmations().confirm(id, press, now + PRE_CHECK_WITHIN).await? {
            return Ok(());
        }
        // The confirmation may also have expired at this very moment.
        let is_in_time = authorized.expires_at().is_some_and(|until| until > now);
        Err(if is_in_time { UserError::Elsewhere } else { ConfirmationError::Gone.into() })
    }

    /// Lets another press confirm the operation, since this one was not acknowledged.
    pub async fn release(&self, id: ConfirmationId, press: InteractionId) -> Result<(), StoreError> {
        self.resources.store.confirmations().release(id, press).await
    }

    /// Deletes a pending confirmation. Returns whether it still existed.
    pub async fn delete(&self, id: ConfirmationId) -> Result<bool, StoreError> {
        self.forget(id);
        self.resources.store.confirmations().delete(id).await
    }

    /// Takes expired confirmations, oldest first, so that their buttons can be removed. Each is given to one instance.
    pub async fn take_expired(&self) -> Result<Vec<PendingConfirmation>, StoreError> {
        let now = self.resources.clock.now_utc();
        self.own.retain(|_, pending| pending.expires_at > now);
        let stored = self.resources.store.confirmations();
        let mut taken = Vec::new();
        for pending in stored.expired(now, EXPIRED_AT_ONCE).await? {
            if stored.delete_expired(pending.id, now).await? {
                taken.push(pending);
            }
        }
        Ok(taken)
    }

    /// Removes a confirmation that the journal has consumed from memory.
    pub(super) fn forget(&self, id: ConfirmationId) {
        self.own.remove(&id);
    }
}

fn lifetime(operation: &Operation, preview: Option<&ListPreview>) -> Duration {
    let is_of_list =
        preview.is_some() || matches!(operation, Operation::AddMembers(AddMembers { rest_later: true, .. }));
    if is_of_list { LIST_WITHIN } else { CONFIRM_WITHIN }
}

/// Returns the operation with the people whom the user chose. Nobody can confirm an operation on nobody.
pub(crate) fn selected(pending: &PendingConfirmation, selection: Selection) -> Result<Operation, UserError> {
    let Some(preview) = &pending.preview else {
        // Without the list it is not known who was sure.
        let is_whole = selection == Selection::All;
        return if is_whole { Ok(pending.operation.clone()) } else { Err(ConfirmationError::Gone.into()) };
    };
    let mut operation = select(&pending.operation, &preview.list, selection)?;
    if let (Selection::First | Selection::FirstThenRest, Operation::AddMembers(add)) = (selection, &mut operation) {
        add.most = Some(preview.facts.first_of(add.people.len()).ok_or(ConfirmationError::Gone)?);
        add.rest_later = selection == Selection::FirstThenRest;
    }
    if operation.people().is_empty() { Err(ConfirmationError::Gone.into()) } else { Ok(operation) }
}
