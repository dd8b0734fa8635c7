//! Writes CSV tables for spreadsheets. This is the only writer of tables: no cell is a formula, whichever separator a
//! spreadsheet uses (Excel uses that of the system's region: `;` in Germany, Brazil and France).

use csv::{Writer, WriterBuilder};

/// A CSV file under construction: its columns, and rows that have as many cells each.
pub(crate) struct Table<const N: usize> {
    file: Writer<Vec<u8>>,
    rows: usize,
}

impl<const N: usize> Table<N> {
    pub(crate) fn new(columns: [&str; N]) -> Self {
        let mut table = Self { file: WriterBuilder::new().from_writer(Vec::new()), rows: 0 };
        table.write(columns.map(str::to_owned));
        table
    }

    pub(crate) fn push(&mut self, row: [String; N]) {
        self.write(row);
        self.rows += 1;
    }

    /// Adds a row, unless the file would become longer than `bytes_max`. Returns whether it did.
    pub(crate) fn push_within(&mut self, row: [String; N], bytes_max: usize) -> bool {
        let before = self.bytes();
        self.push(row);
        if self.bytes() <= bytes_max {
            return true;
        }
        let file = std::mem::replace(&mut self.file, WriterBuilder::new().from_writer(Vec::new()));
        let mut file = file.into_inner().unwrap_or_default();
        file.truncate(before);
        self.file = WriterBuilder::new().from_writer(file);
        self.rows -= 1;
        false
    }

    /// Returns how many rows it has, without its columns.
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// Returns the length of the file.
    fn bytes(&mut self) -> usize {
        if let Err(error) = self.file.flush() {
            tracing::error!(%error, "failed to write a row of a table");
        }
        self.file.get_ref().len()
    }

    fn write(&mut self, row: [String; N]) {
        // Writing to memory never fails, and every row has as many cells as there are columns.
        if let Err(error) = self.file.write_record(harmless(row)) {
            tracing::error!(%error, "failed to write a row of a table");
        }
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        let mut bytes = self.file.into_inner().unwrap_or_default();
        bytes.shrink_to_fit();
        bytes
    }
}

/// Returns a table of the columns and the rows.
pub(crate) fn csv<const N: usize>(columns: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> Vec<u8> {
    let mut table = Table::new(columns);
    rows.into_iter().for_each(|row| table.push(row));
    table.into_bytes()
}

/// Returns the row with every formula turned into text.
fn harmless<const N: usize>(row: [String; N]) -> [String; N] {
    let follows_number = row.get(1).is_none_or(|second| cannot_follow_number(second));
    let mut is_first = true;
    row.map(|text| {
        let keeps_number = !is_first || follows_number;
        is_first = false;
        if keeps_number && is_number(&text) { text } else { cell(&text) }
    })
}

/// Returns the text with an apostrophe before each place where a formula could begin: at the start, after a character
/// that may separate cells, and after a line break (OWASP, "CSV Injection").
fn cell(text: &str) -> String {
    let mut harmless = String::with_capacity(text.len() + 1);
    let mut rest = text;
    loop {
        if begins_like_formula(rest) {
            harmless.push('\'');
        }
        let Some((end, separator)) = rest.char_indices().find(|(_, c)| separates(*c)) else { break };
        let (cell, after) = rest.split_at(end + separator.len_utf8());
        harmless.push_str(cell);
        rest = after;
    }
    harmless + rest
}

/// Returns whether a spreadsheet may start a cell after this character.
fn separates(c: char) -> bool {
    matches!(c, ';' | '|' | '\u{2028}' | '\u{2029}') || c.is_control()
}

/// Returns whether a cell that begins so could be a formula. A spreadsheet may skip quotation marks and spaces in front
/// of it, and reads full-width characters like their ASCII forms.
fn begins_like_formula(text: &str) -> bool {
    let begins = text.trim_start_matches(|c: char| c == '"' || c.is_whitespace() || c.is_control() || c == '\u{feff}');
    begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || text.starts_with(['\t', '\r', '\n'])
}

/// Returns whether the text is a phone number. With its `+` it is a number in every spreadsheet.
fn is_number(text: &str) -> bool {
    text.strip_prefix('+').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Returns whether nothing is calculated if a spreadsheet that does not separate at commas reads a number, a comma and
/// this text as one cell. After `+55,` only digits, an exponent or an operator continue a formula.
fn cannot_follow_number(second: &str) -> bool {
    let is_word = second.chars().count() > 1 && second.chars().take(2).all(char::is_alphabetic);
    let is_id = second.strip_suffix("@lid").is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    // A quoted cell begins with a quotation mark.
    let is_quoted = second.contains([',', '"', '\n', '\r']);
    second.is_empty() || is_id || is_word && !is_quoted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_cell_can_be_a_formula_and_a_phone_number_stays_one() {
        for text in
            ["=1+1", "+55-1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "+55 11", " =1", "\"=1", "＝1", "\u{feff}=1"]
        {
            assert!(cell(text).starts_with('\''), "{text:?}");
        }
        for text in ["Alpha Team", "", "a;b", "a - b", "1+1", "a=b", "a\nb"] {
            assert_eq!(cell(text), text);
        }
        for (text, harmless) in [
            ("a;=1+1;b", "a;'=1+1;b"),
            ("a;\"=1\"", "a;'\"=1\""),
            ("a|-1", "a|'-1"),
            ("a\t@b", "a\t'@b"),
            ("a\n+1", "a\n'+1"),
            ("a\r\n=1", "a\r'\n'=1"),
            ("a; =1;;=2", "a;' =1;;'=2"),
            ("a\u{2028}=1", "a\u{2028}'=1"),
        ] {
            assert_eq!(cell(text), harmless, "{text:?}");
        }
        let row = |first: &str, second: &str| [first.to_owned(), second.to_owned()];
        let table = csv(["name", "size"], [row("=A1", "3"), row("a,b", ""), row("+5511", "Added"), row("x", "+5511")]);
        assert_eq!(String::from_utf8(table).unwrap(), "name,size\n'=A1,3\n\"a,b\",\n+5511,Added\nx,+5511\n");
        // `+5511,5*cmd|…` is a formula if the comma is the decimal separator.
        assert_eq!(harmless(row("+5511", "5*cmd|' /C calc'!A0")), row("'+5511", "5*cmd|' /C calc'!A0"));
    }

    /// Reads a table like a spreadsheet with this separator, and like a program that ignores quotation marks.
    fn cells(table: &[u8], separator: u8) -> Vec<String> {
        let read = |quoting: bool| {
            let mut reader = csv::ReaderBuilder::new();
            let reader = reader.delimiter(separator).quoting(quoting).flexible(true).has_headers(false);
            let rows = reader.from_reader(table).into_records().map(Result::unwrap);
            rows.flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        let (quoted, mut all) = (read(true), read(false));
        // Without quotation marks, the commas inside a cell separate it; no program reads these commas so.
        if separator == b',' {
            all.clear();
        }
        all.extend(quoted);
        all
    }

    /// Returns whether a spreadsheet reads the cell as a formula: not a number, and not a number before a comma and a
    /// word.
    fn is_formula(cell: &str) -> bool {
        let begins = cell.trim_start_matches(|c: char| c == '"' || c.is_whitespace());
        let after_number = begins.strip_prefix('+').map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
        let is_number = after_number.is_some_and(|rest| {
            let second = rest.strip_prefix(',').map(|rest| rest.split(',').next().unwrap_or_default());
            rest.is_empty() || second.is_some_and(cannot_follow_number)
        });
        begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) && !is_number
    }

    proptest! {
        #[test]
        fn no_cell_is_a_formula_under_any_separator(rows in proptest::collection::vec(
            proptest::array::uniform3(
                "\\PC{0,12}|[=+@\t\r\n;|,\" '\u{2028}a1-]{0,12}|[+][0-9]{1,4}|[0-9]{1,4}@lid"
            ), 1..5,
        )) {
            let table = csv(["a", "b", "c"], rows);
            for separator in [b',', b';', b'\t', b'|'] {
                for cell in cells(&table, separator) {
                    prop_assert!(!is_formula(&cell), "{:?} in {:?}", cell, String::from_utf8_lossy(&table));
                    prop_assert!(cell.lines().all(|line| !is_formula(line)), "{:?}", cell);
                }
            }
        }

        #[test]
        fn nothing_but_apostrophes_is_added(text in "\\PC{0,12}|[=+@\t\r\n;|,\" a1-]{0,12}") {
            prop_assert_eq!(cell(&text).replace('\'', ""), text.replace('\'', ""));
        }
    }
}
