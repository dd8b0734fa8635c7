//! Exports the journal as CSV files. Rows are read a few at a time and written at once, so that memory holds only the
//! files, whose size Discord limits.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use whatsapp::{Person, hide_numbers};

use super::audit_log::{DAY, may_see, may_see_numbers};
use super::{AuditLog, Request, entry};
use crate::access::{GuildId, UserId};
use crate::command_name::CommandName;
use crate::compute::{Room, Weight};
use crate::error::UserError;
use crate::language::Language;
use crate::operations::Rank;
use crate::store::{AdminOutcome, AuditEnd, AuditExported, AuditRecord, AuditSubject, Filter, RecordParts, Start};
use crate::table::Table;

/// Rows per read; each may name a thousand people.
const BATCH: usize = 4;
/// Rows counted per read once the files are full.
const COUNTED: usize = 1_000;
/// Discord, "Create Message": maximum files of a message.
const FILES_MAX: usize = 10;
/// Maximum size of all files of a message. Discord accepts 25 MiB in a request ("Uploading Files"), including the other
/// fields.
const TOTAL_BYTES_MAX: usize = 24 << 20;

const COLUMNS: [&str; COLUMNS_COUNT] = [
    "case",
    "time",
    "user",
    "user_name",
    "channel",
    "operation",
    "what",
    "session",
    "group",
    "group_name",
    "result",
    "people",
    "reason",
    "decided_by",
    "decided_by_name",
];
const COLUMNS_COUNT: usize = 15;

/// Returns what an entry says, as plain text in this language, with the known names of people of Discord.
pub type SentenceOf = fn(Language, &AuditRecord, &dyn Fn(UserId) -> Option<String>) -> String;

/// Files of cases, newest first.
#[derive(Debug)]
pub struct Export {
    pub files: Vec<Vec<u8>>,
    /// The number of cases in the files.
    pub rows: usize,
    /// The number of older cases that did not fit.
    pub missing: usize,
}

impl AuditLog {
    /// Returns all cases of the last `days` that the actor may see, as files of at most so many bytes each. `sentence`
    /// says what each is about, in the language of the request. The export itself is recorded in the journal first. The
    /// caller must hold the permit until Discord has the files.
    pub async fn export(
        &self,
        request: &Request,
        days: Option<u32>,
        file_bytes: usize,
        sentence: SentenceOf,
    ) -> Result<(Export, Room), UserError> {
        let actor = &request.actor;
        let settings = self.authorize(actor).await?;
        let room = self.compute.place(Weight::Export)?.room().await?;
        let since = days.map(|days| self.resources.clock.now_utc().saturating_sub(DAY * days));
        let mut filter = Filter { since, ..Filter::default() };
        let mut files = Files::new(file_bytes, request.language, sentence);
        let mut names = KnownNames::default();
        let (mut rows, mut missing) = (0, 0);
        loop {
            let most = if files.is_full { COUNTED } else { BATCH };
            let found = self.resources.store.journal().ended(actor.guild, filter, most).await?;
            // A short read is the last one.
            let next = found.last().map(|row| row.case).filter(|_| found.len() == most);
            let seen = found.into_iter().filter(|row| may_see(&settings, actor, row));
            let seen: Vec<ExportRow> = seen
                .map(|row| {
                    let in_full = may_see_numbers(&settings, actor, &row);
                    ExportRow { row, in_full }
                })
                .collect();
            if !files.is_full {
                self.learn_names(actor.guild, &seen, &mut names).await?;
            }
            let count = seen.len();
            let known = names.clone();
            let written;
            (files, written) =
                if files.is_full { (files, 0) } else { self.compute.run(move || files.with(&seen, &known)).await? };
            rows += written;
            missing += count - written;
            if files.is_full {
                filter.parts = RecordParts::Line;
            }
            match next {
                Some(case) => filter.start = Start::Below(case),
                None => break,
            }
        }
        let what = AuditSubject::of(CommandName::AuditExport.as_str());
        let exported = AdminOutcome::from(AuditExported { rows });
        let end = AuditEnd::Done { outcome: Box::new(exported.into()), stopped: None };
        self.resources.record(&entry(request, what), &end, None).await?;
        Ok((Export { files: files.finished(), rows, missing }, room))
    }

    /// Adds the names of the people of Discord in the rows, as far as they are known.
    async fn learn_names(&self, guild: GuildId, rows: &[ExportRow], names: &mut KnownNames) -> Result<(), UserError> {
        let people = rows.iter().flat_map(|ExportRow { row, .. }| [Some(row.entry.user), row.approver]);
        let new: BTreeSet<UserId> = people.flatten().filter(|user| !names.contains_key(user)).collect();
        let found = self.resources.store.user_names().of(guild, &new).await?;
        let names = Arc::make_mut(names);
        names.extend(new.into_iter().map(|user| (user, found.get(&user).cloned())));
        Ok(())
    }
}

/// The names of people of Discord; `None` if a person's is not known.
type KnownNames = Arc<HashMap<UserId, Option<String>>>;

/// A row, and whether its reader may see phone numbers in it.
struct ExportRow {
    row: AuditRecord,
    in_full: bool,
}

/// Files under construction.
struct Files {
    bytes_max: usize,
    done: Vec<Vec<u8>>,
    current: Table<COLUMNS_COUNT>,
    is_full: bool,
    language: Language,
    sentence: SentenceOf,
}

impl Files {
    fn new(bytes_max: usize, language: Language, sentence: SentenceOf) -> Self {
        Self { bytes_max, done: Vec::new(), current: Table::new(COLUMNS), is_full: false, language, sentence }
    }

    /// Appends as many of the rows as fit. Returns the files and the number of appended rows.
    fn with(mut self, rows: &[ExportRow], names: &KnownNames) -> (Self, usize) {
        for (written, row) in rows.iter().enumerate() {
            if !self.write(row, names) {
                self.is_full = true;
                return (self, written);
            }
        }
        (self, rows.len())
    }

    fn write(&mut self, row: &ExportRow, names: &KnownNames) -> bool {
        let name = |user: UserId| names.get(&user).cloned().flatten();
        let said = (self.sentence)(self.language, &row.row, &name);
        let cells = cells(row, said, name);
        if self.current.push_within(cells.clone(), self.room()) {
            return true;
        }
        if self.done.len() + 1 >= FILES_MAX {
            return false;
        }
        let next = Table::new(COLUMNS);
        self.done.push(std::mem::replace(&mut self.current, next).into_bytes());
        self.current.push_within(cells, self.room())
    }

    /// Returns the maximum size of the current file.
    fn room(&self) -> usize {
        let done: usize = self.done.iter().map(Vec::len).sum();
        TOTAL_BYTES_MAX.saturating_sub(done).min(self.bytes_max)
    }

    fn finished(mut self) -> Vec<Vec<u8>> {
        // A file that was begun for a row that did not fit has no rows.
        if self.current.rows() > 0 || self.done.is_empty() {
            self.done.push(self.current.into_bytes());
        }
        self.done
    }
}

fn cells(
    ExportRow { row, in_full }: &ExportRow,
    said: String,
    name: impl Fn(UserId) -> Option<String>,
) -> [String; COLUMNS_COUNT] {
    let what = &row.entry.what;
    let person = |text: &str| match text.parse::<Person>() {
        Ok(person) if !in_full => person.masked(),
        Ok(_) | Err(_) => text.to_owned(),
    };
    // Programs expect plain spaces.
    let plain = |person: String| person.replace('\u{a0}', " ");
    let became = |became| match (became, row.rank()) {
        ("changed", Some(Rank::Admin)) => "promoted",
        ("changed", Some(Rank::Member)) => "demoted",
        (other, _) => other,
    };
    let people: Vec<String> =
        row.people().into_iter().map(|(one, result)| format!("{} {}", plain(person(one)), became(result))).collect();
    let reason = row.reason.as_deref().map(|reason| if *in_full { reason.to_owned() } else { hide_numbers(reason) });
    let approvers: Vec<String> = row.first_approver.iter().chain(&row.approver).map(ToString::to_string).collect();
    [
        row.case.0.to_string(),
        humantime::format_rfc3339_seconds(row.begun.into()).to_string(),
        row.entry.user.to_string(),
        name(row.entry.user).unwrap_or_default(),
        row.entry.channel.to_string(),
        what.operation.clone(),
        said,
        what.session.as_ref().map(ToString::to_string).unwrap_or_default(),
        what.group.as_ref().map(ToString::to_string).unwrap_or_default(),
        what.group_name.clone().unwrap_or_default(),
        result(row),
        people.join("; "),
        reason.unwrap_or_default(),
        approvers.join("; "),
        row.first_approver
            .iter()
            .chain(&row.approver)
            .filter_map(|approver| name(*approver))
            .collect::<Vec<_>>()
            .join("; "),
    ]
}

/// Returns the result in a word, with the number of refusals that have no row of their own.
fn result(row: &AuditRecord) -> String {
    let result = row.result().name();
    match row.end() {
        Some(AuditEnd::Refused { more, .. }) if more > 0 => format!("{result} (and {more} more)"),
        _ => result.to_owned(),
    }
}
