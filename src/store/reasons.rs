//! Reasons of entries that people add or change afterwards.

use usher_clock::Timestamp;

use super::insert::insert;
use super::journal::Journal;
use super::row::{AuditEnd, AuditEntry, AuditId};
use super::{ReasonChanged, StoreError, bounded, signed, storable};

impl Journal {
    /// Changes the reason of an entry, and records the change as `entry`, which ends with `end`. Returns `None`, without
    /// a change, if the interaction has a row already.
    pub async fn change_reason(
        &self,
        entry: &AuditEntry,
        end: &AuditEnd,
        changed: &ReasonChanged,
        now: Timestamp,
    ) -> Result<Option<AuditId>, StoreError> {
        bounded::<_, StoreError>(async {
            let mut transaction = self.store.pool.begin().await?;
            let Some(case) = insert(entry, now)?.end(end, now)?.write(&mut transaction).await? else {
                return Ok(None);
            };
            let text = "UPDATE journal SET reason = $3, reason_by = CASE WHEN asker = $4 THEN NULL ELSE $4 END \
                        WHERE id = $1 AND guild = $2";
            sqlx::query(text)
                .bind(changed.case.0)
                .bind(signed(entry.guild.0))
                .bind(storable(&changed.reason))
                .bind(signed(entry.user.0))
                .execute(&mut *transaction)
                .await?;
            transaction.commit().await?;
            Ok(Some(case))
        })
        .await
    }
}
