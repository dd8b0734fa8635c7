//! Deletes old data: rows of the journal after a year, phone numbers in them after a month, interactions after an hour,
//! requests a month after their decision, notices of requests to join after a month, members of groups after an hour, lists of people once they have expired, names of Discord's users a year after their
//! last row.

use std::time::Duration;

use serde_json::Value;
use sqlx::Row as _;
use usher_clock::Timestamp;
use whatsapp::{Person, hide_numbers};

use super::{Store, StoreError, bounded, garbled, signed};

/// An interaction is useless once its token has expired (Discord: 15 minutes). It is kept a little longer, so that a
/// slow instance sees that it was answered.
const VISITS_FOR: Duration = Duration::from_secs(60 * 60);
/// How long the members of a group are kept. They are read again after a few minutes, if somebody is searched for.
const MEMBERS_FOR: Duration = Duration::from_secs(60 * 60);
/// Rows masked per transaction.
const BATCH: usize = 200;
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Retention periods, in days.
#[derive(Debug, Clone, Copy)]
pub struct Retention {
    /// Rows of the journal older than this are deleted.
    pub keep_days: u32,
    /// Phone numbers in older rows are masked.
    pub mask_after_days: u32,
}

impl Store {
    /// Deletes and masks data that is old at `now`.
    pub async fn forget(&self, retention: Retention, now: Timestamp) -> Result<(), StoreError> {
        let before = |age: Duration| now.saturating_sub(age).as_millis();
        let rows = sqlx::query("DELETE FROM journal WHERE begun_at < $1 AND ended_at IS NOT NULL")
            .bind(before(DAY * retention.keep_days));
        bounded(rows.execute(&self.pool)).await?;
        let late = sqlx::query("DELETE FROM late_answers WHERE queued_at < $1").bind(before(DAY * retention.keep_days));
        bounded(late.execute(&self.pool)).await?;
        let interactions = sqlx::query("DELETE FROM visits WHERE arrived_at < $1 AND answered_at IS NOT NULL")
            .bind(before(VISITS_FOR));
        bounded(interactions.execute(&self.quick)).await?;
        let lists = sqlx::query("DELETE FROM lists WHERE good_until < $1").bind(now.as_millis());
        bounded(lists.execute(&self.pool)).await?;
        // Requests name people in full, and their result is in the journal.
        let requests = sqlx::query("DELETE FROM requests WHERE decided_at < $1 AND told = 1")
            .bind(before(DAY * retention.mask_after_days));
        bounded(requests.execute(&self.pool)).await?;
        // A session of another provider is looked at no more. Requests that wait for longer are told again.
        let notices =
            sqlx::query("DELETE FROM join_notices WHERE read_at < $1").bind(before(DAY * retention.mask_after_days));
        bounded(notices.execute(&self.pool)).await?;
        let member_lists = sqlx::query("DELETE FROM member_lists WHERE read_at < $1").bind(before(MEMBERS_FOR));
        bounded(member_lists.execute(&self.pool)).await?;
        // The state of an account that is still used is stored again at once.
        let accounts = sqlx::query("DELETE FROM accounts WHERE seen_at < $1").bind(before(DAY * retention.keep_days));
        bounded(accounts.execute(&self.pool)).await?;
        // A name was noted with a row of the journal, and again on each day with one.
        let names = sqlx::query("DELETE FROM user_names WHERE noted_at < $1")
            .bind(before(DAY * retention.keep_days.saturating_add(1)));
        bounded(names.execute(&self.pool)).await?;
        while self.mask(before(DAY * retention.mask_after_days)).await? {}
        Ok(())
    }

    /// Masks the oldest rows. Returns whether there may be more.
    async fn mask(&self, before: i64) -> Result<bool, StoreError> {
        let select = "SELECT id, detail, reason FROM journal WHERE masked = 0 AND begun_at < $1 AND ended_at IS NOT NULL \
                      ORDER BY id LIMIT $2";
        let rows = bounded(sqlx::query(select).bind(before).bind(signed(BATCH as u64)).fetch_all(&self.reads)).await?;
        for row in &rows {
            let detail = row.try_get::<Option<String>, _>("detail")?;
            let masked = match detail {
                Some(text) => {
                    let mut detail: Value = serde_json::from_str(&text).map_err(garbled)?;
                    mask_people(&mut detail);
                    Some(detail.to_string())
                }
                None => None,
            };
            // The operation as data and the data for verifying it name people too, and are not needed any more.
            let reason = row.try_get::<Option<String>, _>("reason")?.map(|reason| hide_numbers(&reason));
            let update = sqlx::query(MASK).bind(row.try_get::<i64, _>("id")?).bind(masked).bind(reason);
            bounded(update.execute(&self.pool)).await?;
        }
        Ok(rows.len() == BATCH)
    }
}

const MASK: &str = "UPDATE journal SET detail = $2, data = NULL, progress = NULL, watch_at = NULL, reason = $3, masked = 1 WHERE id = $1";

/// Masks every text that is a person, at any depth, and the numbers in reasons, which people wrote.
fn mask_people(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Ok(person) = text.parse::<Person>() {
                *text = person.masked();
            }
        }
        Value::Array(values) => values.iter_mut().for_each(mask_people),
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if name == "reason" => *text = hide_numbers(text),
                    value => mask_people(value),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn people_are_masked_wherever_they_stand_and_nothing_else_is() {
        let mut detail = json!({
            "people": [{ "person": "5511999999999@s.whatsapp.net", "standing": "added" }],
            "admins": [{ "phone": "+5511999999999", "lid": "123456789@lid" }],
            "group": "120363000000000001@g.us",
            "name": "Alpha Team",
            "reason": "Ana (+55 11 99999-9999) sent spam at 18:30",
        });
        mask_people(&mut detail);
        assert_eq!(detail["people"][0]["person"], "+55\u{a0}•••••\u{a0}9999");
        assert_eq!(detail["people"][0]["standing"], "added");
        assert_eq!(detail["admins"][0]["phone"], "+55\u{a0}•••••\u{a0}9999");
        assert_eq!(detail["admins"][0]["lid"], "member\u{a0}•••••\u{a0}6789");
        assert_eq!(detail["group"], "120363000000000001@g.us");
        assert_eq!(detail["name"], "Alpha Team");
        assert_eq!(detail["reason"], "Ana (••••• 9999) sent spam at 18:30");
    }
}
