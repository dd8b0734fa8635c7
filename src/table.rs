//! Writes CSV tables for spreadsheets. This is the only writer of tables: no cell is a formula, whichever separator a
//! spreadsheet uses (Excel uses that of the system's region: `;` in Germany, Brazil and France). A cell that a
//! spreadsheet would save in another form, such as a phone number, is marked as text by an apostrophe in front, which
//! survives opening and saving.

use csv::{Writer, WriterBuilder};

/// By it, Excel reads the file as UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";
/// Most digits of a number that Excel saves as they are.
const DIGITS_MAX: usize = 11;

/// A CSV file under construction: its columns, and rows that have as many cells each.
pub(crate) struct Table<const N: usize> {
    file: Writer<Vec<u8>>,
    rows: usize,
}

impl<const N: usize> Table<N> {
    pub(crate) fn new(columns: [&str; N]) -> Self {
        let file = WriterBuilder::new().from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
        let mut table = Self { file, rows: 0 };
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
        if let Err(error) = self.file.write_record(row.map(|text| cell(&text))) {
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

/// Returns the text with an apostrophe before each place where a formula could begin: at the start, after a character
/// that may separate cells, and after a line break (OWASP, "CSV Injection"). Text that a spreadsheet would save in
/// another form gets one too.
fn cell(text: &str) -> String {
    let mut harmless = String::with_capacity(text.len() + 1);
    if is_reformatted(text) {
        harmless.push('\'');
    }
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

/// Returns whether a spreadsheet reads the text as a number or a date and saves it in another form: long numbers as
/// `5.5E+12`, others without their zeros in front, `11/12` as a day.
fn is_reformatted(text: &str) -> bool {
    let text = text.trim();
    let fits = |c: char| c.is_ascii_digit() || " .,:/-eE()".contains(c);
    let is_number = text.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == '(')
        && text.contains(|c: char| c.is_ascii_digit())
        && text.replace("E+", "").replace("e+", "").chars().all(fits);
    let is_whole = text.bytes().all(|byte| byte.is_ascii_digit());
    let stays = is_whole && text.len() <= DIGITS_MAX && (text == "0" || !text.starts_with('0'));
    is_number && !stays
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
        let expected = "\u{feff}name,size\n'=A1,3\n\"a,b\",\n'+5511,Added\nx,'+5511\n";
        assert_eq!(String::from_utf8(table).unwrap(), expected);
    }

    #[test]
    fn what_a_spreadsheet_would_change_is_marked_as_text() {
        for text in [
            "+5511977770001",
            "5511977770001",
            "2000000000000000001",
            "021988880001",
            "00551197777",
            "007",
            "11/12/2025",
            "11-12",
            "5.5E+12",
            "1e5",
            "10.50",
            ".5",
            "(11)",
            "12:30",
            "1 000",
        ] {
            assert_eq!(cell(text), format!("'{text}"));
        }
        for text in [
            "0",
            "3",
            "12345678901",
            "2025",
            "1a",
            "e5",
            "",
            "Team 7",
            "120363000000000001@g.us",
            "2026-11-26T16:24:46Z",
        ] {
            assert_eq!(cell(text), text);
        }
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

    /// Returns whether a spreadsheet reads the cell as a formula.
    fn is_formula(cell: &str) -> bool {
        let begins = cell.trim_start_matches(|c: char| c == '"' || c.is_whitespace());
        begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
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
