//! Looking into the journal: what was done, by whom, and who was refused. Shows nothing outside the asker's scope.

use std::time::Duration;

use super::run::shows_numbers;
use super::{Current, Desk};
use crate::access::{Asker, Capability, Groups, Reach, Server, UserId};
use crate::error::Problem;
use crate::groups_api::ids::{GroupId, Person, SessionName};
use crate::store::{Case, Filter, Parts, Row, Start};

/// Cases shown at once.
const CASES_A_PAGE: usize = 10;
/// Rows read at once.
const BATCH: usize = 200;
/// Rows looked through for one page; where somebody sees few of very many, the next page looks further.
pub const LOOKED_THROUGH_MAX: usize = 5_000;
pub(super) const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Which cases somebody wants to see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseFilter {
    pub user: Option<UserId>,
    pub group: Option<GroupId>,
    pub operation: Option<String>,
    /// Begun in the last so many days.
    pub days: Option<u32>,
}

/// Some cases, newest first.
#[derive(Debug)]
pub struct CasePage {
    pub rows: Vec<Row>,
    /// The page before this one lies above this case; absent where there is none.
    pub newer: Option<Case>,
    /// The page after this one lies below this case; absent where there is none.
    pub older: Option<Case>,
}

/// Rows that somebody may see, in the order in which they were read.
struct Found {
    rows: Vec<Row>,
    /// From here it goes on; absent where there is nothing more.
    next: Option<Case>,
}

impl Desk {
    /// A page of cases. Where there are too few left in that direction it is the page at that end.
    pub async fn cases(&self, asker: &Asker, filter: &CaseFilter, start: Start) -> Result<CasePage, Problem> {
        let look = async |start| self.in_scope(asker, filter, start, CASES_A_PAGE, LOOKED_THROUGH_MAX).await;
        let found = look(start).await?;
        let at_end = found.next.is_none();
        match start {
            Start::Below(_) if at_end && found.rows.is_empty() => Ok(page(Start::Oldest, look(Start::Oldest).await?)),
            Start::Above(_) if at_end && found.rows.len() < CASES_A_PAGE => {
                Ok(page(Start::Newest, look(Start::Newest).await?))
            }
            start => Ok(page(start, found)),
        }
    }

    /// One case, and whether the asker may see phone numbers in it. One that is outside their scope is as good as none.
    pub async fn case(&self, asker: &Asker, case: Case) -> Result<(Row, bool), Problem> {
        let server = self.audited(asker).await?;
        let row = self.store.journal().find(asker.guild, case).await?;
        let row = row.filter(|row| may_see(&server, asker, row)).ok_or(Problem::NoSuchCase)?;
        let in_full = may_see_numbers(&server, asker, &row);
        Ok((row, in_full))
    }

    /// The rules of a server whose journal the asker may look into.
    pub(super) async fn audited(&self, asker: &Asker) -> Result<Current, Problem> {
        let server = self.server(asker).await?;
        server.permit(asker, Capability::AuditRead, Reach { session: None, groups: Groups::InScope })?;
        Ok(server)
    }

    /// At most `most` rows that the asker may see.
    async fn in_scope(
        &self,
        asker: &Asker,
        filter: &CaseFilter,
        start: Start,
        most: usize,
        looked_through_max: usize,
    ) -> Result<Found, Problem> {
        let server = self.audited(asker).await?;
        let since = filter.days.map(|days| self.clock.unix().saturating_sub(DAY * days));
        let mut of_store =
            Filter { user: filter.user, operation: filter.operation.as_deref(), since, start, parts: Parts::Line };
        let mut seen: Vec<Row> = Vec::new();
        let mut looked_through = 0;
        loop {
            let rows = self.store.journal().ended(asker.guild, of_store, BATCH).await?;
            looked_through += rows.len();
            // Fewer than were asked for are the last.
            let next = rows.last().map(|row| row.case).filter(|_| rows.len() == BATCH);
            let of_group = |row: &Row| filter.group.is_none() || row.entry.what.group == filter.group;
            for row in rows.into_iter().filter(|row| of_group(row) && may_see(&server, asker, row)) {
                if seen.len() == most {
                    let next = seen.last().map(|row| row.case);
                    return Ok(Found { rows: seen, next });
                }
                seen.push(row);
            }
            match next {
                Some(case) if looked_through < looked_through_max => of_store.start = of_store.start.after(case),
                next => return Ok(Found { rows: seen, next }),
            }
        }
    }
}

/// The page, newest first, and what lies beside it.
fn page(start: Start, found: Found) -> CasePage {
    let Found { mut rows, next } = found;
    if start.is_upwards() {
        rows.reverse();
    }
    let (first, last) = (rows.first().map(|row| row.case), rows.last().map(|row| row.case));
    let (newer, older) = match start {
        Start::Newest => (None, next),
        // Where nothing was found on the way, the neighbour that led here is on the page to go back to.
        Start::Below(case) => (first.or(Some(Case(case.0 - 1))), next),
        Start::Above(case) => (next, last.or(Some(Case(case.0 + 1)))),
        Start::Oldest => (next, None),
    };
    CasePage { rows, newer, older }
}

/// Whether the row is in the asker's scope. What is not known of a row counts as outside a narrowed grant.
pub(super) fn may_see(server: &Server, asker: &Asker, row: &Row) -> bool {
    let reach = row.entry.what.reach();
    let sees = |session: &SessionName| {
        server.decide(asker, Capability::AuditRead, Reach { session: Some(session), ..reach }).is_ok()
    };
    match reach.session {
        Some(session) => sees(session),
        None => server.sessions.iter().all(sees),
    }
}

/// Whether the asker may see the phone numbers of those whom the row is about: by the rule that holds for members.
pub(super) fn may_see_numbers(server: &Server, asker: &Asker, row: &Row) -> bool {
    let reach = row.entry.what.reach();
    reach.session.is_some() && shows_numbers(server, asker, reach)
}

impl Row {
    /// The people that it is about, and what became of each. Their numbers are masked unless `in_full`.
    pub fn people_shown(&self, in_full: bool) -> Vec<(String, &str)> {
        let masked = |text: &str| text.parse::<Person>().map_or_else(|_| text.to_owned(), |person| person.masked());
        let shown = |text: &str| if in_full { text.to_owned() } else { masked(text) };
        self.people().into_iter().map(|(person, became)| (shown(person), became)).collect()
    }

    /// The people that it is about, as they are written down, and what became of each.
    pub fn people(&self) -> Vec<(&str, &str)> {
        let people = self.detail.as_ref().and_then(|detail| detail.get("outcome")?.get("people")?.as_array());
        people
            .into_iter()
            .flatten()
            .filter_map(|one| {
                let became = ["standing", "removal", "result"].iter().find_map(|key| one.get(key)?.as_str())?;
                Some((one.get("person")?.as_str()?, became))
            })
            .collect()
    }
}
