//! Reads parts of rows of the journal, whose requests and results may each name a thousand people.

use sqlx::AssertSqlSafe;

use super::batch_writer::pad_to_power_of_two;
use super::journal::{COLUMNS, Journal};
use super::row::{AuditId, AuditRecord};
use super::{StoreError, bounded, places, signed};
use crate::access::GuildId;

/// The parts of each row to read. The request and the result may each name a thousand people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RecordParts {
    #[default]
    All,
    /// The parts by which entries are chosen for a list: no [`AuditSubject::data`](super::AuditSubject::data), no
    /// [`AuditRecord::progress`], and [`AuditRecord::detail`] only if nothing else tells whether something changed.
    Line,
}

/// What a line needs of the details.
const LINE_DETAIL: &str = "CASE WHEN result = 'done' AND (changed IS NULL OR confirmed_at IS NOT NULL) THEN detail \
                           ELSE CAST(NULL AS TEXT) END AS detail";

impl RecordParts {
    /// Returns the columns; parts that are not read are `NULL`.
    pub(super) fn columns(self) -> String {
        let absent: &[&str] = match self {
            Self::All => &[],
            Self::Line => &["data", "progress"],
        };
        let column = |name: &str| match name.trim() {
            name if absent.contains(&name) => format!("CAST(NULL AS TEXT) AS {name}"),
            "detail" if self == Self::Line => LINE_DETAIL.to_owned(),
            name => name.to_owned(),
        };
        COLUMNS.split(',').map(column).collect::<Vec<_>>().join(", ")
    }
}

impl Journal {
    /// Returns these rows of a server with all their parts, in no particular order.
    pub async fn with_all_parts(&self, guild: GuildId, cases: &[AuditId]) -> Result<Vec<AuditRecord>, StoreError> {
        if cases.is_empty() {
            return Ok(Vec::new());
        }
        let mut cases = cases.to_vec();
        pad_to_power_of_two(&mut cases);
        let text = format!("SELECT {COLUMNS} FROM journal WHERE guild = $1 AND id IN {}", places(2, cases.len()));
        let statement = sqlx::query(AssertSqlSafe(text)).bind(signed(guild.0));
        let statement = cases.iter().fold(statement, |statement, case| statement.bind(case.0));
        Ok(self.store.readable(&bounded(statement.fetch_all(&self.store.reads)).await?))
    }
}
