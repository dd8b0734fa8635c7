//! The journal as files for a spreadsheet. Rows are read a few at a time and written at once, so that no more than the files
//! themselves is held, and these are bounded by what Discord takes.

use std::time::UNIX_EPOCH;

use super::audit::{DAY, may_see, may_see_numbers};
use super::{Desk, Request, entry};
use crate::compute::{Room, Weight};
use crate::error::Problem;
use crate::operations::{AUDIT_EXPORT, Outcome};
use crate::store::{End, Filter, Parts, Row, Start, Verdict, What};
use crate::table::Table;

/// Rows read at once; each may name a thousand people.
const BATCH: usize = 4;
/// Rows counted at once that do not fit any more.
const COUNTED: usize = 1_000;
/// Discord, "Create Message": files of a message.
const FILES_MAX: usize = 10;
/// All files of a message. Discord takes 25 MiB in a request ("Uploading Files"), with what else is in it.
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
    /// How many cases are in them.
    pub rows: usize,
    /// How many older ones did not fit.
    pub missing: usize,
}

impl Desk {
    /// All cases of the last `days` that the asker may see, as files of at most so many bytes each. It is written down who
    /// took them, first. The room is to be held until Discord has the files.
    pub async fn export(
        &self,
        request: &Request,
        days: Option<u32>,
        file_bytes: usize,
    ) -> Result<(Export, Room), Problem> {
        let asker = &request.asker;
        let server = self.audited(asker).await?;
        let room = self.compute.place(Weight::Export)?.room().await?;
        let since = days.map(|days| self.clock.unix().saturating_sub(DAY * days));
        let mut filter = Filter { since, parts: Parts::Outcome, ..Filter::default() };
        let mut files = Files::new(file_bytes);
        let (mut rows, mut missing) = (0, 0);
        loop {
            let most = if files.is_full { COUNTED } else { BATCH };
            let found = self.store.journal().ended(asker.guild, filter, most).await?;
            // Fewer than were asked for are the last.
            let next = found.last().map(|row| row.case).filter(|_| found.len() == most);
            let seen = found.into_iter().filter(|row| may_see(&server, asker, row));
            let seen: Vec<Shown> = seen
                .map(|row| {
                    let in_full = may_see_numbers(&server, asker, &row);
                    Shown { row, in_full }
                })
                .collect();
            let count = seen.len();
            let written;
            (files, written) =
                if files.is_full { (files, 0) } else { self.compute.run(move || files.with(&seen)).await? };
            rows += written;
            missing += count - written;
            if files.is_full {
                filter.parts = Parts::Line;
            }
            match next {
                Some(case) => filter.start = Start::Below(case),
                None => break,
            }
        }
        let what = What { operation: AUDIT_EXPORT.to_owned(), ..What::default() };
        let end = End::Done { outcome: Box::new(Outcome::AuditExported { rows }), stopped: None };
        self.record(&entry(request, what), &end, None).await?;
        Ok((Export { files: files.finished(), rows, missing }, room))
    }
}

/// A row, and whether its reader may see phone numbers in it.
struct Shown {
    row: Row,
    in_full: bool,
}

/// Files in the making.
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

    /// Returns the files with as many of the rows as there is room for, and how many that are.
    fn with(mut self, rows: &[Shown]) -> (Self, usize) {
        for (written, row) in rows.iter().enumerate() {
            if !self.write(row) {
                self.is_full = true;
                return (self, written);
            }
        }
        (self, rows.len())
    }

    fn write(&mut self, row: &Shown) -> bool {
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

    /// Returns how large the current file may become.
    fn room(&self) -> usize {
        let done: usize = self.done.iter().map(Vec::len).sum();
        TOTAL_BYTES_MAX.saturating_sub(done).min(self.bytes_max)
    }

    fn finished(mut self) -> Vec<Vec<u8>> {
        // One that was begun for a row that did not fit has no rows.
        if self.current.rows() > 0 || self.done.is_empty() {
            self.done.push(self.current.into_bytes());
        }
        self.done
    }
}

fn cells(Shown { row, in_full }: &Shown) -> [String; 11] {
    let what = &row.entry.what;
    let people: Vec<String> =
        row.people_shown(*in_full).into_iter().map(|(person, standing)| format!("{person} {standing}")).collect();
    [
        row.case.0.to_string(),
        humantime::format_rfc3339_seconds(UNIX_EPOCH + row.begun).to_string(),
        row.entry.user.to_string(),
        row.entry.channel.to_string(),
        what.operation.clone(),
        what.session.as_ref().map(ToString::to_string).unwrap_or_default(),
        what.group.as_ref().map(ToString::to_string).unwrap_or_default(),
        what.group_name.clone().unwrap_or_default(),
        result(row),
        people.join("; "),
        row.approver.map(|approver| approver.to_string()).unwrap_or_default(),
    ]
}

/// How it ended, in a word; of refusals without rows of their own, how many it stands for.
fn result(row: &Row) -> String {
    let result = row.verdict.map_or("open", Verdict::name);
    match row.end() {
        Some(End::Refused { more, .. }) if more > 0 => format!("{result} (and {more} more)"),
        _ => result.to_owned(),
    }
}
