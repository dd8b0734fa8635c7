//! The members of the groups as they were read last. They serve to find a person in many groups without a request for
//! each of them.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::time::Duration;

use futures::TryStreamExt as _;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row as _};
use usher_clock::Timestamp;
use uuid::Uuid;
use whatsapp::{GroupId, Participant, Person, Role, SessionName};

use super::{Store, StoreError, bounded, garbled, signed, unsigned};
use crate::operations::change_names;

/// How long a turn to read the lists of a session lasts, unless it is extended.
const TURN_FOR: Duration = Duration::from_secs(60);

/// How long the rows of changes count. No operation takes longer, and no list is used for longer.
const CHANGES_FOR: Duration = Duration::from_secs(24 * 60 * 60);

/// The members of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadMembers {
    pub group: GroupId,
    pub members: Vec<Participant>,
    /// Number of entries of the list that could not be read.
    pub unread: usize,
    /// When the read began.
    pub read_at: Timestamp,
}

/// When the members of a group were read, and what their list lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListAge {
    pub read_at: Timestamp,
    /// Number of members whom the list names without a phone number.
    pub without_number: usize,
    /// Number of entries of the list that could not be read.
    pub unread: usize,
}

#[derive(Debug, Clone)]
pub struct MemberListTable {
    store: Store,
}

/// The turn of one reader to read the lists of a session.
#[derive(Debug)]
pub struct ReaderTurn {
    session: SessionName,
    holder: String,
}

impl Store {
    pub fn member_lists(&self) -> MemberListTable {
        MemberListTable { store: self.clone() }
    }
}

impl MemberListTable {
    /// Returns when the members of the session's groups were read. Groups that Usher has changed since are left out, and so
    /// are those that it changes `now`.
    pub async fn ages(&self, session: &SessionName, now: Timestamp) -> Result<HashMap<GroupId, ListAge>, StoreError> {
        let text = "SELECT group_id, without_number, unread, read_at FROM member_lists WHERE session = $1";
        let rows = bounded(sqlx::query(text).bind(session.as_str()).fetch_all(&self.store.reads)).await?;
        let mut ages: HashMap<GroupId, ListAge> = rows.iter().map(read_age).collect::<Result<_, _>>()?;
        for (group, changed_at) in self.changes(session, now).await? {
            if ages.get(&group).is_some_and(|age| changed_at.is_none_or(|changed_at| changed_at >= age.read_at)) {
                ages.remove(&group);
            }
        }
        Ok(ages)
    }

    /// Returns the groups of the session that Usher changed lately, and when it did last; `None` if it has not ended.
    async fn changes(
        &self,
        session: &SessionName,
        now: Timestamp,
    ) -> Result<Vec<(GroupId, Option<Timestamp>)>, StoreError> {
        let names = change_names().join("', '");
        let text = format!(
            "SELECT group_id, MIN(CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END) AS has_ended, \
             MAX(COALESCE(confirmed_at, ended_at)) AS changed_at FROM journal \
             WHERE begun_at > $1 AND session = $2 AND group_id IS NOT NULL AND operation IN ('{names}') \
             GROUP BY group_id"
        );
        let statement = sqlx::query(AssertSqlSafe(text)).bind(now.saturating_sub(CHANGES_FOR).as_millis());
        let rows = bounded(statement.bind(session.as_str()).fetch_all(&self.store.reads)).await?;
        let change = |row: &AnyRow| {
            let has_ended = row.try_get::<i64, _>("has_ended")? == 1;
            let changed_at = row.try_get::<Option<i64>, _>("changed_at")?.filter(|_| has_ended);
            let group = row.try_get::<String, _>("group_id")?.parse().map_err(garbled)?;
            Ok((group, changed_at.map(Timestamp::from_millis)))
        };
        rows.iter().map(change).collect()
    }

    /// Stores a list in the place of the group's former one.
    pub async fn put(&self, session: &SessionName, list: &ReadMembers) -> Result<(), StoreError> {
        let text = "INSERT INTO member_lists (session, group_id, members, without_number, unread, read_at) \
                    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (session, group_id) DO UPDATE \
                    SET members = excluded.members, without_number = excluded.without_number, \
                    unread = excluded.unread, read_at = excluded.read_at";
        let statement = sqlx::query(text)
            .bind(session.as_str())
            .bind(list.group.as_str())
            .bind(written(&list.members))
            .bind(signed(list.members.iter().filter(|member| member.phone.is_none()).count() as u64))
            .bind(signed(list.unread as u64))
            .bind(list.read_at.as_millis());
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }

    /// Returns the members of the session's groups who have one of these ids. Groups without any are left out.
    pub async fn with(
        &self,
        session: &SessionName,
        ids: &[Person],
    ) -> Result<Vec<(GroupId, Vec<Participant>)>, StoreError> {
        let ids: Vec<String> = ids.iter().map(written_id).collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        // Both search without patterns: LIKE takes several times as long.
        let position = if self.store.shared { "strpos" } else { "instr" };
        let conditions: Vec<String> = (2..).take(ids.len()).map(|n| format!("{position}(members, ${n}) > 0")).collect();
        let text = format!(
            "SELECT group_id, members FROM member_lists \
             WHERE session = $1 AND ({})",
            conditions.join(" OR ")
        );
        let statement = sqlx::query(AssertSqlSafe(text)).bind(session.as_str());
        let statement = ids.iter().fold(statement, |statement, id| statement.bind(id.clone()));
        bounded(async {
            let mut found = Vec::new();
            // One list at a time is in memory as a whole.
            let mut rows = statement.fetch(&self.store.reads);
            while let Some(row) = rows.try_next().await? {
                let members: String = row.try_get("members")?;
                let lines = members.lines().filter(|line| ids.iter().any(|id| line.contains(id.as_str())));
                let members = lines.map(read_member).collect::<Result<_, _>>()?;
                found.push((row.try_get::<String, _>("group_id")?.parse().map_err(garbled)?, members));
            }
            Ok::<_, StoreError>(found)
        })
        .await
    }

    /// Takes the turn to read the lists of a session, unless another reader has it.
    pub async fn take_turn(&self, session: &SessionName, now: Timestamp) -> Result<Option<ReaderTurn>, StoreError> {
        let turn = ReaderTurn { session: session.clone(), holder: Uuid::new_v4().to_string() };
        let text = "INSERT INTO member_list_turns (session, holder, held_until) VALUES ($1, $2, $3) \
                    ON CONFLICT (session) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until \
                    WHERE member_list_turns.held_until <= $4";
        let statement = sqlx::query(text)
            .bind(session.as_str())
            .bind(turn.holder.clone())
            .bind((now + TURN_FOR).as_millis())
            .bind(now.as_millis());
        let is_taken = bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1;
        Ok(is_taken.then_some(turn))
    }

    /// Extends a turn. Returns `false` if another reader has taken it over.
    pub async fn extend(&self, turn: &ReaderTurn, now: Timestamp) -> Result<bool, StoreError> {
        let text = "UPDATE member_list_turns SET held_until = $3 WHERE session = $1 AND holder = $2";
        let statement = sqlx::query(text).bind(turn.session.as_str()).bind(turn.holder.clone());
        let statement = statement.bind((now + TURN_FOR).as_millis());
        Ok(bounded(statement.execute(&self.store.pool)).await?.rows_affected() == 1)
    }

    /// Ends a turn.
    pub async fn end_turn(&self, turn: ReaderTurn) -> Result<(), StoreError> {
        let text = "DELETE FROM member_list_turns WHERE session = $1 AND holder = $2";
        let statement = sqlx::query(text).bind(turn.session.as_str()).bind(turn.holder);
        bounded(statement.execute(&self.store.pool)).await.map(drop)
    }
}

fn read_age(row: &AnyRow) -> Result<(GroupId, ListAge), StoreError> {
    let number = |column| Ok::<_, StoreError>(usize::try_from(unsigned(row.try_get(column)?)).unwrap_or(usize::MAX));
    let age = ListAge {
        read_at: Timestamp::from_millis(row.try_get("read_at")?),
        without_number: number("without_number")?,
        unread: number("unread")?,
    };
    Ok((row.try_get::<String, _>("group_id")?.parse().map_err(garbled)?, age))
}

/// Returns the lines of a list. No id is a part of another: a number begins with a plus sign, and each id ends before a
/// blank.
fn written(members: &[Participant]) -> String {
    let mut text = String::new();
    for member in members {
        let phone = member.phone.as_ref().map(ToString::to_string).unwrap_or_default();
        let lid = member.lid.as_ref().map(ToString::to_string).unwrap_or_default();
        let role = match member.role {
            Role::Member => 'm',
            Role::Admin => 'a',
            Role::SuperAdmin => 'c',
        };
        // Writing to a string cannot fail.
        writeln!(text, "{phone} {lid} {role}").unwrap_or_default();
    }
    text
}

/// Returns the text by which a line names the person.
fn written_id(person: &Person) -> String {
    match person {
        Person::Phone(number) => format!("{number} "),
        Person::Lid(lid) => format!(" {lid} "),
    }
}

fn read_member(line: &str) -> Result<Participant, StoreError> {
    let mut parts = line.split(' ');
    let mut part = || parts.next().ok_or_else(|| StoreError::Garbled("a line of a member list is short".to_owned()));
    let (phone, lid, role) = (part()?, part()?, part()?);
    let role = match role {
        "m" => Role::Member,
        "a" => Role::Admin,
        "c" => Role::SuperAdmin,
        _ => return Err(StoreError::Garbled("a line of a member list has no role".to_owned())),
    };
    let phone = (!phone.is_empty()).then(|| phone.parse()).transpose().map_err(garbled)?;
    let lid = (!lid.is_empty()).then(|| lid.parse()).transpose().map_err(garbled)?;
    Ok(Participant { phone, lid, role })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn member(phone: Option<u64>, lid: Option<u64>, role: Role) -> Participant {
        Participant {
            phone: phone.map(|number| format!("+{number}").parse().unwrap()),
            lid: lid.map(|lid| format!("{lid}@lid").parse().unwrap()),
            role,
        }
    }

    proptest! {
        #[test]
        fn a_list_is_read_as_it_was_written(
            members in proptest::collection::vec(
                (proptest::option::of(15_550_000_000_u64..15_559_999_999), proptest::option::of(1_u64..u64::MAX / 2),
                 prop_oneof![Just(Role::Member), Just(Role::Admin), Just(Role::SuperAdmin)]),
                0..20,
            ),
        ) {
            let members: Vec<_> = members.into_iter().map(|(phone, lid, role)| member(phone, lid, role)).collect();
            let text = written(&members);
            let read: Vec<_> = text.lines().map(|line| read_member(line).unwrap()).collect();
            prop_assert_eq!(&read, &members);
            for (line, member) in text.lines().zip(&members) {
                let phone = member.phone.clone().map(Person::Phone);
                for id in phone.into_iter().chain(member.lid.clone().map(Person::Lid)) {
                    prop_assert!(line.contains(&written_id(&id)));
                }
            }
        }

        #[test]
        fn no_id_is_found_in_another(one in 1_000_000_u64..100_000_000, other in 1_000_000_u64..100_000_000) {
            prop_assume!(one != other);
            let line = written(&[member(Some(one), Some(one), Role::Member)]);
            for id in [format!("+{other}"), format!("{other}@lid")] {
                prop_assert!(!line.contains(&written_id(&id.parse().unwrap())));
            }
        }
    }
}
