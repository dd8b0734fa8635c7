//! Reads the journal: operations, their requesters, and refusals. Returns nothing outside the actor's scope.

use std::sync::Arc;
use std::time::Duration;

use whatsapp::{GroupId, Person, SessionName};

use super::executor::shows_numbers;
use super::{CurrentSettings, GuildSettings, Request, Resources, entry};
use crate::access::{Actor, Capability, InteractionId, Server, Target, UserId};
use crate::command_name::CommandName;
use crate::compute::Compute;
use crate::error::{InputError, UserError};
use crate::operations::{AddResult, Outcome, Reason};
use crate::store::{
    AdminOutcome, AuditEnd, AuditId, AuditOutcome, AuditRecord, AuditResult, AuditStatus, AuditSubject, Filter,
    ReasonChanged, RecordParts, Start,
};

/// Cases per page.
const CASES_A_PAGE: usize = 10;
/// Rows per read.
const BATCH: usize = 200;
/// Maximum rows scanned for one page. If the actor may see few of very many rows, the next page scans further.
pub const LOOKED_THROUGH_MAX: usize = 5_000;
pub(super) const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Selects cases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseFilter {
    pub user: Option<UserId>,
    pub group: Option<GroupId>,
    pub operation: Option<String>,
    /// Only cases that began in the last so many days.
    pub days: Option<u32>,
    pub result: Option<AuditResult>,
}

/// Some cases, newest first.
#[derive(Debug)]
pub struct CasePage {
    pub rows: Vec<AuditRecord>,
    /// The newer page lies above this case; `None` if there is none.
    pub newer: Option<AuditId>,
    /// The older page lies below this case; `None` if there is none.
    pub older: Option<AuditId>,
}

/// Rows that the actor may see, in the order of the read.
struct VisibleRecords {
    rows: Vec<AuditRecord>,
    /// The next read starts here; `None` if there are no more rows.
    next: Option<AuditId>,
}

/// Reads the audit log: the ended rows of the journal.
pub struct AuditLog {
    pub(super) resources: Resources,
    settings: Arc<GuildSettings>,
    pub(super) compute: Compute,
}

impl AuditLog {
    pub(super) fn new(resources: Resources, settings: Arc<GuildSettings>, compute: Compute) -> Self {
        Self { resources, settings, compute }
    }

    /// Returns a page of cases. If too few cases are left in that direction, returns the page at that end.
    pub async fn page(&self, actor: &Actor, filter: &CaseFilter, start: Start) -> Result<CasePage, UserError> {
        let settings = self.authorize(actor).await?;
        let look = async |start| self.in_scope(&settings, actor, filter, start).await;
        let found = look(start).await?;
        let at_end = found.next.is_none();
        let page = match start {
            Start::Below(_) if at_end && found.rows.is_empty() => page(Start::Oldest, look(Start::Oldest).await?),
            Start::Above(_) if at_end && found.rows.len() < CASES_A_PAGE => {
                page(Start::Newest, look(Start::Newest).await?)
            }
            start => page(start, found),
        };
        self.with_all_parts(actor, page).await
    }

    /// Returns the page with all that the rows say. Only the parts that choose them were read before.
    async fn with_all_parts(&self, actor: &Actor, mut page: CasePage) -> Result<CasePage, UserError> {
        let cases: Vec<AuditId> = page.rows.iter().map(|row| row.case).collect();
        page.rows = self.resources.store.journal().with_all_parts(actor.guild, &cases).await?;
        page.rows.sort_by_key(|row| std::cmp::Reverse(row.case));
        Ok(page)
    }

    /// Adds or changes the reason of an entry: the actor's own, or one whose access they manage. The change is an entry
    /// of its own.
    pub async fn set_reason(
        &self,
        request: &Request,
        case: AuditId,
        reason: &Reason,
    ) -> Result<ReasonChanged, UserError> {
        let actor = &request.actor;
        let settings = self.settings.get(actor.guild).await?;
        let row = self.resources.store.journal().find(actor.guild, case).await?;
        let is_own = row.as_ref().is_some_and(|row| row.entry.user == actor.user);
        let target = row.as_ref().map_or(Target::IN_SCOPE, |row| row.entry.what.target());
        let manages = settings.require(actor, Capability::AccessManage, target);
        if !is_own {
            manages.clone()?;
        }
        let row = row.ok_or(InputError::NoSuchCase)?;
        // Somebody who may not do a thing must not write into the log channel by trying it.
        if row.verdict == Some(AuditStatus::Refused) && row.approver.is_none() && manages.is_err() {
            return Err(InputError::NoReasonForRefusal.into());
        }
        let outcome = ReasonChanged { case, reason: reason.as_str().to_owned() };
        let end = AuditEnd::Done { outcome: Box::new(AdminOutcome::from(outcome.clone()).into()), stopped: None };
        let what =
            AuditSubject { data: None, operation: CommandName::AuditReason.as_str().to_owned(), ..row.entry.what };
        let (entry, now) = (entry(request, what), self.resources.clock.now_utc());
        let changed = self.resources.store.journal().change_reason(&entry, &end, &outcome, now).await?;
        changed.ok_or(UserError::Elsewhere)?;
        self.resources.log_has_news();
        Ok(outcome)
    }

    /// Returns a case, and whether the actor may see phone numbers in it. A case outside the actor's scope is treated
    /// as missing.
    pub async fn get(&self, actor: &Actor, case: AuditId) -> Result<(AuditRecord, bool), UserError> {
        let settings = self.authorize(actor).await?;
        let row = self.resources.store.journal().find(actor.guild, case).await?;
        let row = row.filter(|row| may_see(&settings, actor, row)).ok_or(InputError::NoSuchCase)?;
        let in_full = may_see_numbers(&settings, actor, &row);
        Ok((row, in_full))
    }

    /// Returns the people whom the actor's own interaction could not add to the group, and whom its invite link would
    /// help.
    pub async fn to_invite(
        &self,
        actor: &Actor,
        group: &GroupId,
        added_by: InteractionId,
    ) -> Result<Vec<Person>, UserError> {
        let is_own = |row: &AuditRecord| {
            let entry = &row.entry;
            entry.guild == actor.guild && entry.user == actor.user && entry.what.group.as_ref() == Some(group)
        };
        let row = self.resources.store.journal().of_interaction(added_by).await?.filter(is_own);
        let Some(AuditEnd::Done { outcome, .. }) = row.and_then(|row| row.end()) else { return Ok(Vec::new()) };
        let people: Vec<AddResult> = match *outcome {
            AuditOutcome::Operation(Outcome::AddMembers(added)) => added.people,
            AuditOutcome::Operation(Outcome::CreateGroup(created)) => created.people,
            AuditOutcome::Operation(_) | AuditOutcome::Admin(_) => Vec::new(),
        };
        Ok(people.into_iter().filter(|result| result.standing.wants_invite()).map(|result| result.person).collect())
    }

    /// Returns the settings of the server, read now, if the actor may read its audit log.
    pub(super) async fn authorize(&self, actor: &Actor) -> Result<CurrentSettings, UserError> {
        let settings = self.settings.get(actor.guild).await?;
        settings.require(actor, Capability::AuditRead, Target::IN_SCOPE)?;
        Ok(settings)
    }

    /// Returns the rows of one page that the actor may see.
    async fn in_scope(
        &self,
        settings: &CurrentSettings,
        actor: &Actor,
        filter: &CaseFilter,
        start: Start,
    ) -> Result<VisibleRecords, UserError> {
        let since = filter.days.map(|days| self.resources.clock.now_utc().saturating_sub(DAY * days));
        let mut of_store = Filter {
            user: filter.user,
            operation: filter.operation.as_deref(),
            since,
            start,
            parts: RecordParts::Line,
            result: filter.result,
        };
        let mut seen: Vec<AuditRecord> = Vec::new();
        let mut looked_through = 0;
        loop {
            let rows = self.resources.store.journal().ended(actor.guild, of_store, BATCH).await?;
            looked_through += rows.len();
            // A short read is the last one.
            let next = rows.last().map(|row| row.case).filter(|_| rows.len() == BATCH);
            let of_group = |row: &AuditRecord| filter.group.is_none() || row.entry.what.group == filter.group;
            let of_result = |row: &AuditRecord| filter.result.is_none_or(|result| row.result() == result);
            let is_meant = |row: &AuditRecord| of_group(row) && of_result(row) && may_see(settings, actor, row);
            for row in rows.into_iter().filter(is_meant) {
                if seen.len() == CASES_A_PAGE {
                    let next = seen.last().map(|row| row.case);
                    return Ok(VisibleRecords { rows: seen, next });
                }
                seen.push(row);
            }
            match next {
                Some(case) if looked_through < LOOKED_THROUGH_MAX => of_store.start = of_store.start.after(case),
                next => return Ok(VisibleRecords { rows: seen, next }),
            }
        }
    }
}

/// Returns the page, newest first, and its neighbours.
fn page(start: Start, found: VisibleRecords) -> CasePage {
    let VisibleRecords { mut rows, next } = found;
    if start.is_upwards() {
        rows.reverse();
    }
    let (first, last) = (rows.first().map(|row| row.case), rows.last().map(|row| row.case));
    let (newer, older) = match start {
        Start::Newest => (None, next),
        // If the scan found nothing, the case from which it started is on the previous page.
        Start::Below(case) => (first.or(Some(AuditId(case.0 - 1))), next),
        Start::Above(case) => (next, last.or(Some(AuditId(case.0 + 1)))),
        Start::Oldest => (next, None),
    };
    CasePage { rows, newer, older }
}

/// Returns whether the row is in the actor's scope. An unknown part of a row counts as outside a narrowed grant.
pub(super) fn may_see(server: &Server, actor: &Actor, row: &AuditRecord) -> bool {
    let target = row.entry.what.target();
    let sees = |session: &SessionName| {
        server.decide(actor, Capability::AuditRead, Target { session: Some(session), ..target }).is_allowed()
    };
    match target.session {
        Some(session) => sees(session),
        None => server.sessions.iter().all(sees),
    }
}

/// Returns whether the actor may see the phone numbers of the people in the row, by the rule that holds for members.
pub(super) fn may_see_numbers(server: &Server, actor: &Actor, row: &AuditRecord) -> bool {
    let target = row.entry.what.target();
    target.session.is_some() && shows_numbers(server, actor, target)
}
