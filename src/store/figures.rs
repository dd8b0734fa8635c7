//! Counts for the metrics.

use std::collections::HashMap;

use sqlx::Row as _;
use usher_clock::Timestamp;
use whatsapp::SessionName;

use super::limits::DAY;
use super::{Store, StoreError, bounded, garbled, unsigned};

/// What the store holds at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// Journal rows that have begun and not ended.
    pub open: i64,
    /// Changes that are not confirmed and still watched.
    pub unconfirmed: i64,
    /// Requests for approval without a decision.
    pub open_requests: i64,
    /// Entries and late answers that wait for a log channel.
    pub log_entries: i64,
    /// How many people each session has asked WhatsApp to add in the last day. Sessions without one are absent.
    pub added: HashMap<SessionName, u64>,
}

impl Store {
    /// Counts. Each statement uses an index on the rows that it counts.
    pub async fn figures(&self, now: Timestamp) -> Result<Figures, StoreError> {
        let count = async |text| bounded(sqlx::query_scalar::<_, i64>(text).fetch_one(&self.reads)).await;
        let added = "SELECT session, CAST(SUM(adds) AS BIGINT) AS added FROM journal \
                     WHERE adds > 0 AND begun_at > $1 AND session IS NOT NULL GROUP BY session";
        let added = sqlx::query(added).bind(now.saturating_sub(DAY).as_millis());
        let added = bounded(added.fetch_all(&self.reads)).await?;
        let added = added.iter().map(|row| {
            let session: String = row.try_get("session")?;
            Ok((session.parse().map_err(garbled)?, unsigned(row.try_get("added")?)))
        });
        Ok(Figures {
            open: self.journal().count_open().await?,
            unconfirmed: self.journal().count_watched().await?,
            open_requests: count("SELECT COUNT(*) FROM requests WHERE state IN ('open', 'open_two')").await?,
            log_entries: count(
                "SELECT (SELECT COUNT(*) FROM journal WHERE posted = 0 AND ended_at IS NOT NULL) \
                 + (SELECT COUNT(*) FROM late_answers)",
            )
            .await?,
            added: added.collect::<Result<_, StoreError>>()?,
        })
    }
}
