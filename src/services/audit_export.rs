//! Exports the journal as CSV files. Rows are read a few at a time and written at once, so that memory holds only the
//! files, whose size Discord limits.

use whatsapp::Person;

use super::audit_log::{DAY, may_see, may_see_numbers};
use super::{AuditLog, Request, entry};
use crate::command_name::CommandName;
use crate::compute::{Room, Weight};
use crate::error::UserError;
use crate::store::{
    AdminOutcome, AuditEnd, AuditExported, AuditRecord, AuditStatus, AuditSubject, Filter, RecordParts, Start,
};
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

const COLUMNS: [&str; 11] = [
    "case",
    "time",
    "user",
    "channel",
    "operation",
    "session",
    "group",
    "group_name",
    "result",
    "people",
    "decided_by",
];

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
    /// Returns all cases of the last `days` that the actor may see, as files of at most so many bytes each. The export
    /// itself is recorded in the journal first. The caller must hold the permit until Discord has the files.
    pub async fn export(
        &self,
        request: &Request,
        days: Option<u32>,
        file_bytes: usize,
    ) -> Result<(Export, Room), UserError> {
        let actor = &request.actor;
        let settings = self.authorize(actor).await?;
        let room = self.compute.place(Weight::Export)?.room().await?;
        let since = days.map(|days| self.resources.clock.now_utc().saturating_sub(DAY * days));
        let mut filter = Filter { since, parts: RecordParts::Outcome, ..Filter::default() };
        let mut files = Files::new(file_bytes);
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
            let count = seen.len();
            let written;
            (files, written) =
                if files.is_full { (files, 0) } else { self.compute.run(move || files.with(&seen)).await? };
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
}

/// A row, and whether its reader may see phone numbers in it.
struct ExportRow {
    row: AuditRecord,
    in_full: bool,
}

/// Files under construction.
struct Files {
    bytes_max: usize,
    done: Vec<Vec<u8>>,
    current: Table<11>,
    is_full: bool,
}

impl Files {
    fn new(bytes_max: usize) -> Self {
        Self { bytes_max, done: Vec::new(), current: Table::new(COLUMNS), is_full: false }
    }

    /// Appends as many of the rows as fit. Returns the files and the number of appended rows.
    fn with(mut self, rows: &[ExportRow]) -> (Self, usize) {
        for (written, row) in rows.iter().enumerate() {
            if !self.write(row) {
                self.is_full = true;
                return (self, written);
            }
        }
        (self, rows.len())
    }

    fn write(&mut self, row: &ExportRow) -> bool {
        if self.current.push_within(cells(row), self.room()) {
            return true;
        }
        if self.done.len() + 1 >= FILES_MAX {
            return false;
        }
        let next = Table::new(COLUMNS);
        self.done.push(std::mem::replace(&mut self.current, next).into_bytes());
        self.current.push_within(cells(row), self.room())
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

fn cells(ExportRow { row, in_full }: &ExportRow) -> [String; 11] {
    let what = &row.entry.what;
    let person = |text: &str| match text.parse::<Person>() {
        Ok(person) if !in_full => person.masked(),
        Ok(_) | Err(_) => text.to_owned(),
    };
    // Programs expect plain spaces.
    let plain = |person: String| person.replace('\u{a0}', " ");
    let people: Vec<String> =
        row.people().into_iter().map(|(one, became)| format!("{} {became}", plain(person(one)))).collect();
    let approvers: Vec<String> = row.first_approver.iter().chain(&row.approver).map(ToString::to_string).collect();
    [
        row.case.0.to_string(),
        humantime::format_rfc3339_seconds(row.begun.into()).to_string(),
        row.entry.user.to_string(),
        row.entry.channel.to_string(),
        what.operation.clone(),
        what.session.as_ref().map(ToString::to_string).unwrap_or_default(),
        what.group.as_ref().map(ToString::to_string).unwrap_or_default(),
        what.group_name.clone().unwrap_or_default(),
        result(row),
        people.join("; "),
        approvers.join("; "),
    ]
}

/// Returns the result in a word, with the number of refusals that have no row of their own.
fn result(row: &AuditRecord) -> String {
    let result = row.verdict.map_or("open", AuditStatus::name);
    match row.end() {
        Some(AuditEnd::Refused { more, .. }) if more > 0 => format!("{result} (and {more} more)"),
        _ => result.to_owned(),
    }
}
